//! The Arabic room against an independent implementation: the values that
//! `tests/data/arabic/reference.mjs` took from ICU by way of Node.js.

mod browser;
mod laws;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use sha2::{Digest, Sha256};
use sijill::arabic::calendar::hijri::{HIJRI_MONTHS, HijriDay};
use sijill::arabic::calendar::months::{MonthNames, WEEKDAYS};
use sijill::arabic::collate::{Heads, compare, sort_key};
use sijill::arabic::plural::{Category, Plural};

/// The lines of a reference file, without its head.
fn lines(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// The digest that the last line of a reference file names.
fn digest_in(text: &str) -> &str {
    let last = lines(text).next_back().expect("a last line");
    last.split(' ').nth(1).expect("a digest")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn plural_categories_to_ten_thousand() {
    let runs: Vec<(u64, &str)> = lines(include_str!("../../data/arabic/plurals.txt"))
        .map(|line| line.split_once(' ').expect("a number and a category"))
        .map(|(number, category)| (number.parse().expect("a number"), category))
        .collect();
    for number in 0..=10_000 {
        let run = runs.partition_point(|&(first, _)| first <= number) - 1;
        let ours = match Plural::of(number) {
            Category::Zero => "zero",
            Category::One => "one",
            Category::Two => "two",
            Category::Few => "few",
            Category::Many => "many",
            Category::Other => "other",
        };
        assert_eq!(ours, runs[run].1, "{number}");
    }
}

#[test]
fn month_and_weekday_names_of_nine_locales() {
    let mut seen = 0;
    for line in lines(include_str!("../../data/arabic/names.txt")) {
        let mut parts = line.splitn(3, ' ');
        let (locale, what) = (parts.next().expect("a locale"), parts.next().expect("a list"));
        let names: Vec<&str> = parts.next().expect("names").split('|').collect();
        let usage = match locale {
            "ar" | "ar-EG" => MonthNames::Egypt,
            "ar-SA" | "ar-AE" => MonthNames::Gulf,
            "ar-IQ" => MonthNames::Levant,
            "ar-DZ" => MonthNames::Algeria,
            "ar-TN" => MonthNames::Tunisia,
            "ar-MA" => MonthNames::Morocco,
            "ar-MR" => MonthNames::Mauritania,
            _ => {
                assert_eq!(names, HIJRI_MONTHS);
                continue;
            }
        };
        let ours: Vec<String> = match what {
            "months" => (1..=12).map(|month| usage.name(month)).collect(),
            _ => WEEKDAYS.map(str::to_owned).into(),
        };
        assert_eq!(ours, names, "{locale} {what}");
        seen += 1;
    }
    assert_eq!(seen, 18);
}

#[test]
fn every_hijri_day_from_1937_to_2077_both_ways() {
    let reference = include_str!("../../data/arabic/hijri.txt");
    let mut all = String::new();
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let mut at = day("1937-01-01");
    while at <= day("2077-12-31") {
        let hijri = HijriDay::of(at);
        all += &format!("{at} {}-{}-{}\n", hijri.year(), hijri.month(), hijri.day());
        let back = HijriDay::new(hijri.year(), hijri.month(), hijri.day())
            .expect("the calendar has the day that it gave");
        assert_eq!(back.gregorian(), at);
        at = at + Days::new(1);
    }
    assert_eq!(sha256(all.as_bytes()), digest_in(reference));

    // The same, legibly, so that a difference can be found.
    for line in lines(reference).filter(|line| !line.starts_with("sha256")) {
        let parts: Vec<&str> = line.split(' ').collect();
        let year: i32 = parts[0].parse().expect("a year");
        let mut first = day(parts[1]);
        for (month, length) in (1..).zip(parts[2].bytes()) {
            assert_eq!(
                HijriDay::new(year, month, 1).map(HijriDay::gregorian),
                Some(first),
                "{year}-{month}"
            );
            let length = 29 + u32::from(length - b'0');
            assert_eq!(HijriDay::new(year, month, length + 1), None, "{year}-{month}");
            first = first + Days::new(u64::from(length));
        }
    }
}

/// The same names as in `reference.mjs`, by the same recurrence.
struct Names {
    state: u32,
    letters: Vec<char>,
}

impl Names {
    fn next(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(self.state) * below as u64) >> 32) as usize
    }

    fn word(&mut self) -> String {
        const MARKS: [char; 5] = ['\u{064E}', '\u{064F}', '\u{0650}', '\u{0651}', '\u{0652}'];
        let mut text = String::from(if self.next(3) == 0 { "ال" } else { "" });
        for _ in 0..1 + self.next(6) {
            let letter = self.next(self.letters.len());
            text.push(self.letters[letter]);
            if self.next(12) == 0 {
                text.push(MARKS[self.next(MARKS.len())]);
            }
        }
        text
    }

    fn all() -> BTreeSet<String> {
        let mut made = Self {
            state: 1442,
            letters: "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچگ".chars().collect(),
        };
        let mut names = BTreeSet::new();
        while names.len() < 10_000 {
            let two = made.next(4) == 0;
            let first = made.word();
            names.insert(if two { format!("{first} {}", made.word()) } else { first });
        }
        names
    }
}

#[test]
fn ten_thousand_names_in_the_order_of_icu() {
    let reference = include_str!("../../data/arabic/collation.txt");
    let names = Names::all();
    let mut by_key: Vec<&String> = names.iter().collect();
    by_key.sort_by_cached_key(|name| sort_key(name, Heads::Counted));
    let sample: Vec<&str> = by_key.iter().step_by(100).map(|name| name.as_str()).collect();
    let expected: Vec<&str> = lines(reference).filter(|line| !line.starts_with("sha256")).collect();
    assert_eq!(sample, expected);
    let all: Vec<&str> = by_key.iter().map(|name| name.as_str()).collect();
    assert_eq!(sha256(all.join("\n").as_bytes()), digest_in(reference));
    assert!(by_key.windows(2).all(|two| compare(two[0], two[1], Heads::Counted).is_le()));
}
