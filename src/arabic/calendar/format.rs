//! A date as a phrase of true precision: no day where only the month is known.

use chrono::{Datelike, NaiveDate};

use super::edtf::{Edtf, Endpoint, Moment, Precision, Qualifier};
use super::months::{MonthNames, weekday_name};
use crate::arabic::numbers::ordinal::ordinal;
use crate::arabic::numbers::{Case, Digits, Gender};

/// How dates are written.
///
/// ```
/// use sijill::arabic::calendar::{MonthNames, MonthStyle, format_date};
/// use sijill::arabic::numbers::Digits;
/// let style = MonthStyle { names: MonthNames::Levant, digits: Digits::ArabicIndic };
/// assert_eq!(format_date(&"2021-04".parse().unwrap(), style), "نيسان ٢٠٢١");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MonthStyle {
    /// Whose month names.
    pub names: MonthNames,
    /// In which digits.
    pub digits: Digits,
}

/// A date as a phrase, as precise as it is known and no more.
///
/// ```
/// use sijill::arabic::calendar::{MonthStyle, format_date};
/// let phrase = |edtf: &str| format_date(&edtf.parse().unwrap(), MonthStyle::default());
/// assert_eq!(phrase("2021-04-07"), "7 نيسان/أبريل 2021");
/// assert_eq!(phrase("2021-04"), "نيسان/أبريل 2021");
/// assert_eq!(phrase("2021-03~"), "نحو آذار/مارس 2021");
/// assert_eq!(phrase("2023-02-09/2023-02-15"), "من 9 إلى 15 شباط/فبراير 2023");
/// assert_eq!(phrase("2021-24"), "شتاء 2021");
/// assert_eq!(phrase("2021-33"), "الربع الأول من 2021");
/// ```
pub fn format_date(date: &Edtf, style: MonthStyle) -> String {
    Phrases { style, weekdays: false }.date(date)
}

/// A date as a phrase, with the weekday before each day of it.
///
/// ```
/// use sijill::arabic::calendar::{MonthNames, MonthStyle, format_date_with_weekday};
/// let style = MonthStyle { names: MonthNames::Gulf, ..MonthStyle::default() };
/// assert_eq!(format_date_with_weekday(&"2021-04-07".parse().unwrap(), style), "الأربعاء 7 أبريل 2021");
/// ```
pub fn format_date_with_weekday(date: &Edtf, style: MonthStyle) -> String {
    Phrases { style, weekdays: true }.date(date)
}

/// What of a date its neighbour already says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    Nothing,
    Year,
    Month,
}

struct Phrases {
    style: MonthStyle,
    weekdays: bool,
}

impl Phrases {
    fn date(&self, date: &Edtf) -> String {
        let phrase = match date {
            Edtf::Date(moment) => self.moment(moment, Shared::Nothing),
            Edtf::Interval(Endpoint::Moment(start), Endpoint::Moment(end)) => {
                let shared = shared(&start.value, &end.value);
                format!(
                    "من {} إلى {}",
                    oblique(&self.moment(start, shared)),
                    oblique(&self.moment(end, Shared::Nothing))
                )
            }
            Edtf::Interval(Endpoint::Moment(start), Endpoint::Open) => {
                format!("منذ {}", oblique(&self.moment(start, Shared::Nothing)))
            }
            Edtf::Interval(Endpoint::Open, Endpoint::Moment(end)) => {
                format!("حتى {}", oblique(&self.moment(end, Shared::Nothing)))
            }
            Edtf::Interval(Endpoint::Moment(start), Endpoint::Unknown) => {
                format!("من {} إلى تاريخ غير معروف", oblique(&self.moment(start, Shared::Nothing)))
            }
            Edtf::Interval(Endpoint::Unknown, Endpoint::Moment(end)) => {
                format!("من تاريخ غير معروف إلى {}", oblique(&self.moment(end, Shared::Nothing)))
            }
            Edtf::Interval(
                Endpoint::Open | Endpoint::Unknown,
                Endpoint::Open | Endpoint::Unknown,
            ) => "تاريخ غير معروف".to_owned(),
        };
        self.style.digits.of(&phrase)
    }

    fn moment(&self, moment: &Moment, shared: Shared) -> String {
        let value = self.value(&moment.value, shared);
        match moment.qualifier {
            Qualifier::Certain => value,
            Qualifier::Approximate => format!("نحو {}", oblique(&value)),
            Qualifier::Uncertain => format!("ربما {value}"),
            Qualifier::Both => format!("ربما نحو {}", oblique(&value)),
        }
    }

    fn value(&self, value: &Precision, shared: Shared) -> String {
        match value {
            Precision::Century(century) => format!("القرن {}", nth(century + 1)),
            Precision::Decade(decade) => decade_phrase(*decade),
            Precision::Year(year) => year.to_string(),
            Precision::Part(year, part) => format!("{}{year}", part_phrase(*part)),
            Precision::Month(_, month) if shared != Shared::Nothing => {
                self.style.names.name(*month)
            }
            Precision::Month(year, month) => format!("{} {year}", self.style.names.name(*month)),
            Precision::Day(day) => self.day(*day, shared),
            Precision::Time(day, time) => {
                format!("{}، الساعة {}", self.day(*day, shared), clock(time))
            }
        }
    }

    fn day(&self, day: NaiveDate, shared: Shared) -> String {
        let weekday =
            if self.weekdays { format!("{} ", weekday_name(day.weekday())) } else { String::new() };
        let number = day.day();
        match shared {
            Shared::Month => format!("{weekday}{number}"),
            Shared::Year => format!("{weekday}{number} {}", self.style.names.name(day.month())),
            Shared::Nothing => {
                format!("{weekday}{number} {} {}", self.style.names.name(day.month()), day.year())
            }
        }
    }
}

/// What the first date need not say because the second does.
fn shared(start: &Precision, end: &Precision) -> Shared {
    match (start, end) {
        (Precision::Day(a), Precision::Day(b))
            if a.year() == b.year() && a.month() == b.month() =>
        {
            Shared::Month
        }
        (Precision::Day(a), Precision::Day(b)) if a.year() == b.year() => Shared::Year,
        (Precision::Month(a, _), Precision::Month(b, _)) if a == b => Shared::Year,
        _ => Shared::Nothing,
    }
}

/// The phrase behind a preposition, where a century that ends with «عشرون» ends with «عشرين».
fn oblique(phrase: &str) -> String {
    phrase.strip_suffix("ون").map_or_else(|| phrase.to_owned(), |stem| format!("{stem}ين"))
}

/// The season, quarter, third or half of a year, with what joins it to the year.
fn part_phrase(part: u32) -> String {
    match part {
        21 => "ربيع ".to_owned(),
        22 => "صيف ".to_owned(),
        23 => "خريف ".to_owned(),
        24 => "شتاء ".to_owned(),
        33..=36 => format!("الربع {} من ", nth(part as i32 - 32)),
        37..=39 => format!("الثلث {} من ", nth(part as i32 - 36)),
        _ => format!("النصف {} من ", nth(if part == 41 { 2 } else { 1 })),
    }
}

/// The masculine ordinal in words, behind 99 in digits.
fn nth(number: i32) -> String {
    let word = u32::try_from(number)
        .ok()
        .and_then(|number| ordinal(number, Gender::Masculine, Case::Nominative));
    word.unwrap_or_else(|| number.to_string())
}

/// «عشرينيات القرن الحادي والعشرين»; the first two decades of a century have no such name.
fn decade_phrase(decade: i32) -> String {
    let century = oblique(&nth(decade.div_euclid(10) + 1));
    let name = match decade.rem_euclid(10) {
        0 => return format!("العقد الأول من القرن {century}"),
        1 => return format!("العقد الثاني من القرن {century}"),
        2 => "عشرينيات",
        3 => "ثلاثينيات",
        4 => "أربعينيات",
        5 => "خمسينيات",
        6 => "ستينيات",
        7 => "سبعينيات",
        8 => "ثمانينيات",
        _ => "تسعينيات",
    };
    format!("{name} القرن {century}")
}

/// Hours and minutes of a clock time.
fn clock(time: &str) -> &str {
    time.get(..5).unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        let date = edtf.parse().expect("a date in EDTF");
        assert_eq!(
            format_date(&date, MonthStyle { names: MonthNames::Levant, digits: Digits::European }),
            expected
        );
    }

    /// `EDTF: phrase`, with the months of the Levant.
    #[test]
    fn the_corpus_is_phrased_as_it_says() {
        let corpus = include_str!("../../../tests/corpus/date-phrases.txt");
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (edtf, phrase) = line.split_once(" = ").expect("a value and its phrase");
            check(edtf, phrase);
        }
    }

    #[test]
    fn names_and_digits_follow_the_style() {
        let date = "2021-08-07".parse().expect("a date");
        let phrase = |names, digits| format_date(&date, MonthStyle { names, digits });
        assert_eq!(phrase(MonthNames::DualGulf, Digits::ArabicIndic), "٧ أغسطس/آب ٢٠٢١");
        assert_eq!(phrase(MonthNames::Morocco, Digits::European), "7 غشت 2021");
    }
}
