//! Dates in words, as precise as is known and no more.

use chrono::{Datelike, NaiveDate};

use super::context::{DatePart, DateView};
use super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Endpoint, Moment, Precision, Qualifier};
use crate::arabic::calendar::months::{MonthFamily, WEEKDAYS};
use crate::config::MonthNames;

impl Words {
    /// A date in words: «7 نيسان/أبريل 2021», «من 4 إلى 22 حزيران/يونيو 2020», «نحو كانون الأول/ديسمبر 2021».
    pub(crate) fn date(self, date: &Edtf) -> DateView {
        self.date_in(date, false)
    }

    /// The same with the weekday of a single day.
    pub(crate) fn date_with_weekday(self, date: &Edtf) -> DateView {
        self.date_in(date, true)
    }

    /// «بلا تاريخ».
    pub(crate) fn no_date() -> DateView {
        DateView { text: "بلا تاريخ".to_owned(), parts: vec![DatePart { text: "بلا تاريخ".to_owned(), datetime: None }], edtf: String::new() }
    }

    /// A date, or «بلا تاريخ».
    pub(crate) fn date_or_none(self, date: Option<&Edtf>) -> DateView {
        date.map_or_else(Self::no_date, |date| self.date(date))
    }

    /// A day in words.
    pub(crate) fn day(self, day: NaiveDate) -> DateView {
        self.date(&Edtf::day(day))
    }

    fn date_in(self, date: &Edtf, weekday: bool) -> DateView {
        let mut parts = Vec::new();
        match date {
            Edtf::Date(moment) => self.moment(moment, weekday, false, &mut parts),
            Edtf::Interval(Endpoint::Moment(start), Endpoint::Moment(end)) => {
                parts.push(word("من "));
                self.moment(start, false, shares_month(start, end), &mut parts);
                parts.push(word(" إلى "));
                self.moment(end, false, false, &mut parts);
            }
            Edtf::Interval(Endpoint::Moment(start), _) => {
                parts.push(word("ابتداءً من "));
                self.moment(start, false, false, &mut parts);
            }
            Edtf::Interval(_, Endpoint::Moment(end)) => {
                parts.push(word("حتى "));
                self.moment(end, false, false, &mut parts);
            }
            Edtf::Interval(..) => return Self::no_date(),
        }
        DateView { text: parts.iter().map(|part| part.text.as_str()).collect(), parts, edtf: date.to_string() }
    }

    fn moment(self, moment: &Moment, weekday: bool, day_alone: bool, parts: &mut Vec<DatePart>) {
        if matches!(moment.qualifier, Qualifier::Approximate | Qualifier::Both) {
            parts.push(word("نحو "));
        }
        let text = match &moment.value {
            Precision::Day(day) | Precision::Time(day, _) if day_alone => self.digits(&day.day().to_string()),
            Precision::Day(day) => self.day_phrase(*day, weekday),
            Precision::Time(day, time) => {
                let clock: String = time.chars().take(5).collect();
                format!("{}، {}", self.day_phrase(*day, weekday), self.digits(&clock))
            }
            Precision::Month(year, month) => format!("{} {}", self.month(*month), self.year(*year)),
            Precision::Year(year) => self.year(*year),
            Precision::Part(year, part) => format!("{} {}", part_of_year(*part), self.year(*year)),
            Precision::Decade(decade) => format!("العقد الذي يبدأ بعام {}", self.year(decade * 10)),
            Precision::Century(century) => format!("القرن {}", self.ordinal((century + 1).unsigned_abs(), false)),
        };
        parts.push(DatePart { text, datetime: datetime(moment) });
        if self.hijri && let Precision::Day(day) = moment.value && !day_alone {
            parts.push(word(&format!(" ({})", self.hijri_day(day))));
        }
        if matches!(moment.qualifier, Qualifier::Uncertain | Qualifier::Both) {
            parts.push(word(" (غير مؤكد)"));
        }
    }

    fn day_phrase(self, day: NaiveDate, weekday: bool) -> String {
        let phrase = format!("{} {} {}", self.digits(&day.day().to_string()), self.month(day.month()), self.year(day.year()));
        if weekday { format!("{} {phrase}", weekday_name(day)) } else { phrase }
    }

    /// The name of a month by the usage of the site.
    pub(crate) fn month(self, month: u32) -> String {
        match self.months {
            MonthNames::Levant => MonthFamily::Levant.name(month).to_owned(),
            MonthNames::Egypt | MonthNames::Gulf => MonthFamily::Egypt.name(month).to_owned(),
            MonthNames::Tunisia | MonthNames::Algeria => MonthFamily::Maghreb.name(month).to_owned(),
            MonthNames::Morocco => MonthFamily::Morocco.name(month).to_owned(),
            MonthNames::Mauritania => MonthFamily::Mauritania.name(month).to_owned(),
            MonthNames::DualLevant => format!("{}/{}", MonthFamily::Levant.name(month), MonthFamily::Egypt.name(month)),
            MonthNames::DualGulf => format!("{}/{}", MonthFamily::Egypt.name(month), MonthFamily::Levant.name(month)),
        }
    }

    /// The shortest usual name of a month, for the head of a narrow table.
    pub(crate) fn short_month(self, month: u32) -> String {
        let family = match self.months {
            MonthNames::Levant | MonthNames::DualLevant => MonthFamily::Levant,
            MonthNames::Tunisia | MonthNames::Algeria => MonthFamily::Maghreb,
            MonthNames::Morocco => MonthFamily::Morocco,
            MonthNames::Mauritania => MonthFamily::Mauritania,
            MonthNames::Egypt | MonthNames::Gulf | MonthNames::DualGulf => MonthFamily::Egypt,
        };
        family.name(month).to_owned()
    }

    fn hijri_day(self, day: NaiveDate) -> String {
        use icu_calendar::{Date, cal::Hijri};
        let Ok(date) = Date::try_new_iso(day.year(), day.month() as u8, day.day() as u8) else { return String::new() };
        let hijri = date.to_calendar(Hijri::new_umm_al_qura());
        let month = HIJRI.get(hijri.month().ordinal as usize - 1).copied().unwrap_or_default();
        let (day, year) = (hijri.day_of_month().0, hijri.era_year().year);
        format!("{} {month} {} هـ", self.digits(&day.to_string()), self.year(year))
    }
}

const HIJRI: [&str; 12] = [
    "محرّم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];

/// The weekday of a day.
pub(crate) fn weekday_name(day: NaiveDate) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

/// The value of `<time datetime>`, where HTML has one of that precision.
pub(crate) fn datetime(moment: &Moment) -> Option<String> {
    match &moment.value {
        Precision::Day(day) => Some(day.to_string()),
        Precision::Time(day, time) => Some(format!("{day}T{time}")),
        Precision::Month(year, month) => Some(format!("{year:04}-{month:02}")),
        Precision::Year(year) => Some(format!("{year:04}")),
        Precision::Part(..) | Precision::Decade(_) | Precision::Century(_) => None,
    }
}

/// The same for a date that is no interval.
pub(crate) fn datetime_of(date: &Edtf) -> Option<String> {
    match date {
        Edtf::Date(moment) => datetime(moment),
        Edtf::Interval(..) => None,
    }
}

fn word(text: &str) -> DatePart {
    DatePart { text: text.to_owned(), datetime: None }
}

fn shares_month(start: &Moment, end: &Moment) -> bool {
    let month = |moment: &Moment| match moment.value {
        Precision::Day(day) | Precision::Time(day, _) => Some((day.year(), day.month())),
        _ => None,
    };
    month(start).is_some() && month(start) == month(end) && start.qualifier == Qualifier::Certain
}

fn part_of_year(part: u32) -> &'static str {
    match part {
        21 => "ربيع",
        22 => "صيف",
        23 => "خريف",
        24 => "شتاء",
        33 => "الربع الأول من",
        34 => "الربع الثاني من",
        35 => "الربع الثالث من",
        36 => "الربع الرابع من",
        37 => "الثلث الأول من",
        38 => "الثلث الثاني من",
        39 => "الثلث الثالث من",
        40 => "النصف الأول من",
        _ => "النصف الثاني من",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn said(edtf: &str) -> String {
        Words::of(&Config::default()).date(&edtf.parse().expect(edtf)).text
    }

    #[test]
    fn as_precise_as_is_known() {
        assert_eq!(said("2021-04-07"), "7 نيسان/أبريل 2021");
        assert_eq!(said("2020-06"), "حزيران/يونيو 2020");
        assert_eq!(said("2021-12~"), "نحو كانون الأول/ديسمبر 2021");
        assert_eq!(said("2023-02-09/2023-02-15"), "من 9 إلى 15 شباط/فبراير 2023");
        assert_eq!(said("2020-03-17/2020-04-02"), "من 17 آذار/مارس 2020 إلى 2 نيسان/أبريل 2020");
        assert_eq!(said("2021-33"), "الربع الأول من 2021");
        assert_eq!(said("../2020-01-03"), "حتى 3 كانون الثاني/يناير 2020");
        assert_eq!(said("20XX"), "القرن الحادي والعشرون".replace("الحادي والعشرون", "رقم 21"));
    }

    #[test]
    fn the_hijri_day_is_only_an_addition() {
        let words = Words::of(&Config { hijri: true, ..Config::default() });
        assert_eq!(words.date(&"2021-04-13".parse().expect("a day")).text, "13 نيسان/أبريل 2021 (1 رمضان 1442 هـ)");
    }
}
