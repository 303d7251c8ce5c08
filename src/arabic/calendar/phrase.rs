//! A full date in words or figures, read: what [`format_date`](super::format_date) writes, and what newsrooms write.
//!
//! Only dates that say their year are read here. What «الخميس» or «في أبريل»
//! means depends on the text around, which this room does not know.

use chrono::NaiveDate;

use super::edtf::{Edtf, Endpoint, Moment, Precision, Qualifier};
use super::hijri::{HijriDay, hijri_month_from_name};
use super::months::{month_from_name, weekday_from_name};
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::numbers::digits::whole_number;
use crate::arabic::numbers::parse::{leading_number, leading_ordinal};

/// The value of a phrase that is a full date, and nothing else; as precise as the phrase.
///
/// ```
/// use sijill::arabic::calendar::date_of_phrase;
/// let value = |phrase| date_of_phrase(phrase).map(|date| date.to_string());
/// assert_eq!(value("الأربعاء 7 نيسان/أبريل 2021").as_deref(), Some("2021-04-07"));
/// assert_eq!(value("السابع من أبريل عام ٢٠٢١").as_deref(), Some("2021-04-07"));
/// assert_eq!(value("نحو آذار 2021").as_deref(), Some("2021-03~"));
/// assert_eq!(value("من 9 إلى 15 فبراير 2023").as_deref(), Some("2023-02-09/2023-02-15"));
/// assert_eq!(value("7/4/2021").as_deref(), Some("2021-04-07"));
/// assert_eq!(value("1 رمضان 1442 هـ").as_deref(), Some("2021-04-13"));
/// assert_eq!(value("الخميس"), None);
/// ```
pub fn date_of_phrase(phrase: &str) -> Option<Edtf> {
    /// No date is longer; what is longer is a text.
    const LONGEST: usize = 300;
    if phrase.len() > LONGEST {
        return None;
    }
    let folded = folded(phrase).replace(['،', ','], " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let head: String = phrase.chars().take_while(char::is_ascii_digit).collect();
    if head.len() == 4
        && let Ok(date) = phrase.trim().parse()
    {
        return Some(date);
    }
    let end = |moment| Endpoint::Moment(moment);
    match words.first() {
        Some(&"من" | &"بين") => interval(&words[1..]),
        Some(&"منذ") => Some(Edtf::Interval(end(moment(&words[1..], None)?), Endpoint::Open)),
        Some(&"حتي") => Some(Edtf::Interval(Endpoint::Open, end(moment(&words[1..], None)?))),
        _ => moment(&words, None).map(Edtf::Date),
    }
}

/// «9 إلى 15 فبراير 2023», «2020 و2024».
fn interval(words: &[&str]) -> Option<Edtf> {
    let border = words.iter().position(|&word| {
        matches!(word, "الي" | "حتي" | "و")
            || (word.starts_with('و') && word[2..].starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let last: Vec<&str> = match words[border] {
        "الي" | "حتي" | "و" => words[border + 1..].to_vec(),
        joined => {
            std::iter::once(&joined[2..]).chain(words[border + 1..].iter().copied()).collect()
        }
    };
    let end = moment(&last, None)?;
    let start = moment(&words[..border], Some(&end.value))?;
    let interval = Edtf::Interval(Endpoint::Moment(start), Endpoint::Moment(end));
    // Two ends in the wrong order are no interval.
    interval.to_string().parse().ok()
}

/// One date with its doubt; what it leaves unsaid is that of `other`.
fn moment(words: &[&str], other: Option<&Precision>) -> Option<Moment> {
    let (qualifier, words) = match words {
        ["ربما", "نحو" | "حوالي", rest @ ..] => (Qualifier::Both, rest),
        ["نحو" | "حوالي" | "قرابه", rest @ ..] => (Qualifier::Approximate, rest),
        ["ربما", rest @ ..] => (Qualifier::Uncertain, rest),
        rest => (Qualifier::Certain, rest),
    };
    Some(Moment { value: precision(words, other)?, qualifier })
}

fn precision(words: &[&str], other: Option<&Precision>) -> Option<Precision> {
    let words = match words {
        ["يوم", rest @ ..] => rest,
        words => words,
    };
    let words = match words {
        [first, rest @ ..] if weekday_from_name(first).is_some() => rest,
        words => words,
    };
    if let [figures] = words
        && let Some(value) = figures_date(figures)
    {
        return Some(value);
    }
    if let Some(value) = hijri(words).or_else(|| part_of_year(words)) {
        return Some(value);
    }
    if let Some(year) = year(words) {
        return Some(Precision::Year(year));
    }
    let (day, words) = leading_day(words);
    let (month, words) = leading_month(words);
    let year = match (year(words), other) {
        (Some(year), _) => Some(year),
        (None, Some(other)) if words.is_empty() => other.year(),
        _ => None,
    }?;
    match (day, month.or_else(|| other.and_then(month_of))) {
        (Some(day), Some(month)) => NaiveDate::from_ymd_opt(year, month, day).map(Precision::Day),
        (None, Some(month)) if !words.is_empty() || other.is_some() => {
            Some(Precision::Month(year, month))
        }
        _ => None,
    }
}

fn month_of(value: &Precision) -> Option<u32> {
    use chrono::Datelike;
    match value {
        Precision::Month(_, month) => Some(*month),
        Precision::Day(day) | Precision::Time(day, _) => Some(day.month()),
        _ => None,
    }
}

/// «7», «السابع»; «من» and «شهر» behind it are left out.
fn leading_day<'p, 'w>(words: &'p [&'w str]) -> (Option<u32>, &'p [&'w str]) {
    let figures = words
        .first()
        .and_then(|word| whole_number(word))
        .and_then(|day| u32::try_from(day).ok())
        .map(|day| (day, 1));
    let found =
        figures.or_else(|| leading_ordinal(words)).filter(|&(day, _)| (1..=31).contains(&day));
    let (day, mut rest) = match found {
        Some((day, used)) => (Some(day), &words[used..]),
        None => (None, words),
    };
    while let ["من" | "شهر", behind @ ..] = rest {
        rest = behind;
    }
    (day, rest)
}

/// The longest month name, or pair of names, at the head.
fn leading_month<'p, 'w>(words: &'p [&'w str]) -> (Option<u32>, &'p [&'w str]) {
    let found = (1..=words.len().min(5))
        .rev()
        .find_map(|used| month_from_name(&words[..used].join(" ")).map(|month| (month, used)));
    found.map_or((None, words), |(month, used)| (Some(month), &words[used..]))
}

/// «2021», «عام 2021», «من سنة 2021 م», «عام ألفين وواحد وعشرين».
fn year(words: &[&str]) -> Option<i32> {
    let words = match words {
        ["من", rest @ ..] => rest,
        words => words,
    };
    let (named, words) = match words {
        ["عام" | "سنه" | "العام" | "السنه", rest @ ..] => (true, rest),
        words => (false, words),
    };
    let words = match words {
        [rest @ .., "م" | "ميلادي" | "الميلادي" | "ميلاديه"] => rest,
        words => words,
    };
    let value = match words {
        [figures] if figures.len() == 4 || named => whole_number(figures),
        _ if named => {
            leading_number(words).filter(|&(_, used)| used == words.len()).map(|(value, _)| value)
        }
        _ => None,
    }?;
    i32::try_from(value).ok().filter(|year| (1..=9_999).contains(year))
}

/// «شتاء 2021», «الربع الأول من عام 2021».
fn part_of_year(words: &[&str]) -> Option<Precision> {
    let first = words.first()?;
    let seasons = [("ربيع", 21), ("صيف", 22), ("خريف", 23), ("شتاء", 24)];
    if let Some(&(_, part)) = seasons.iter().find(|(name, _)| first.without_article() == *name) {
        return year(&words[1..]).map(|year| Precision::Part(year, part));
    }
    let (base, count) = match *first {
        "الربع" => (32, 4),
        "الثلث" => (36, 3),
        "النصف" => (39, 2),
        _ => return None,
    };
    let (place, used) = leading_ordinal(&words[1..]).filter(|&(place, _)| place <= count)?;
    year(&words[1 + used..]).map(|year| Precision::Part(year, base + place))
}

/// «1 رمضان 1442 هـ».
fn hijri(words: &[&str]) -> Option<Precision> {
    let words = match words {
        [rest @ .., "ه" | "هجري" | "هجريه" | "للهجره"] => rest,
        _ => return None,
    };
    let (day, rest) = leading_day(words);
    let (year, names) = rest.split_last()?;
    let month = hijri_month_from_name(&names.join(" "))?;
    let year = i32::try_from(whole_number(year)?).ok()?;
    HijriDay::new(year, month, day?).map(|day| Precision::Day(day.gregorian()))
}

/// «7/4/2021», «2021/4/7», «7-4-2021», «7.4.2021»: the day first, unless it can only be the month.
fn figures_date(figures: &str) -> Option<Precision> {
    let separator = figures.chars().find(|c| matches!(c, '/' | '-' | '.' | '\\'))?;
    let parts: Vec<u32> = figures
        .split(separator)
        .map(|part| whole_number(part).and_then(|part| u32::try_from(part).ok()))
        .collect::<Option<_>>()?;
    let day = |year: u32, month, day| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(Precision::Day)
    };
    match parts[..] {
        [year @ 1000..=9999, m, d] => day(year, m, d),
        [d, m, year @ 1000..=9999] => day(year, m, d).or_else(|| day(year, d, m)),
        [month @ 1..=12, year @ 1000..=9999] => {
            Some(Precision::Month(i32::try_from(year).ok()?, month))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::format::{MonthStyle, format_date, format_date_with_weekday};
    use super::super::months::MonthNames;
    use super::*;
    use crate::arabic::numbers::Digits;

    #[test]
    fn what_is_written_is_read_back() {
        let values = [
            "2021",
            "2021-04",
            "2021-12-31",
            "2021-04~",
            "2021-10?",
            "2021-01%",
            "2021-21",
            "2021-24",
            "2021-34",
            "2021-38",
            "2021-41",
        ];
        let intervals = [
            "2023-02-09/2023-02-15",
            "2023-01-28/2023-02-03",
            "2022-12-28/2023-01-03",
            "2021-03/2021-05",
            "2020/2024",
            "2020-01-03/..",
            "../2020-10-03",
        ];
        for edtf in values.into_iter().chain(intervals) {
            let date: Edtf = edtf.parse().expect("a date in EDTF");
            for names in MonthNames::ALL {
                for digits in [Digits::European, Digits::ArabicIndic] {
                    let style = MonthStyle { names, digits };
                    for phrase in
                        [format_date(&date, style), format_date_with_weekday(&date, style)]
                    {
                        assert_eq!(date_of_phrase(&phrase), Some(date.clone()), "{phrase}");
                    }
                }
            }
        }
    }

    /// `EDTF = phrase`; `- phrase` is no full date.
    #[test]
    fn the_corpus_is_read_as_it_says() {
        let corpus = include_str!("../../../tests/corpus/full-dates.txt");
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((edtf, phrase)) => assert_eq!(
                    date_of_phrase(phrase).map(|date| date.to_string()).as_deref(),
                    Some(edtf),
                    "{line}"
                ),
                None => assert_eq!(date_of_phrase(line.trim_start_matches("- ")), None, "{line}"),
            }
        }
    }
}
