//! A time expression whose meaning is known and whose value may still be open.

use chrono::{Datelike, NaiveDate};

use super::direction::{Direction, Leaning, Tense};
use super::islamic;
use super::time::{Time, Year};
use crate::arabic::calendar::Edtf;
use crate::span::Span;

/// A time expression whose meaning is known and whose value may still be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The expression, without clitics.
    pub span: Span,
    pub(super) time: Time,
    pub(super) leaning: Leaning,
    /// The rule that found it.
    pub(super) rule: &'static str,
    /// Whether what has happened is called by it, so that the sentence itself tells of another time: «اتفاق 14 تموز 2015».
    pub(super) names_deed: bool,
    /// Whether it is where something ends: «وتستمر حتى الخميس».
    pub(super) is_end: bool,
    /// Whether the next candidate stands in one list with it.
    pub(super) linked: bool,
}

impl Candidate {
    /// The tense of its clause.
    pub(in super::super) fn tense(&self) -> Tense {
        self.leaning.tense()
    }

    /// Whether the verb before it stands in the present: «ويكتمل في 5 شباط».
    pub(super) fn follows_present(&self) -> bool {
        self.leaning.follows_present()
    }

    /// Its direction, as seen from the day of the text.
    pub(super) fn seen_from(&self, reference: Option<NaiveDate>) -> Direction {
        self.leaning.seen_from(&self.time, reference)
    }

    /// Whether «غدًا الأربعاء» is one day after that day; anything but a weekday beside a near day agrees with all.
    pub(super) fn counts_from(&self, day: NaiveDate, value: &Edtf) -> bool {
        let Some((_, Some(days))) = self.unmarked_weekday() else { return true };
        let meant = day.checked_add_signed(chrono::TimeDelta::days(i64::from(days)));
        value.single_day() == meant
    }

    /// A weekday without «الماضي» or «المقبل», and «أمس», «اليوم», «غدًا» beside it as days from today.
    pub(in super::super) fn unmarked_weekday(&self) -> Option<(u32, Option<i32>)> {
        match self.time {
            Time::Weekday { weekday, shift: None, beside } => Some((weekday, beside)),
            _ => None,
        }
    }

    /// «أمس», «اليوم», «غدًا» as days from today.
    pub(in super::super) fn days_from_today(&self) -> Option<i32> {
        match self.time {
            Time::RelativeDay(days) => Some(days),
            _ => None,
        }
    }

    /// A day that is written out with its year.
    pub(in super::super) fn written_day(&self) -> Option<NaiveDate> {
        match self.time {
            Time::Day { day, month, year: Year::Given(year), .. } => {
                NaiveDate::from_ymd_opt(year, month, day)
            }
            // «26 / 5 / 1447هـ»; «5/6/2021» may be either of two days.
            Time::Hijri { day: Some(day), month: Some(month), year: Some(year), .. }
                if year < 1600 =>
            {
                islamic::gregorian(year, month, day)
            }
            Time::Numeric { first, second, year: Some(year), .. }
                if first > 12 || first == second =>
            {
                NaiveDate::from_ymd_opt(year, second, first)
            }
            _ => None,
        }
    }

    /// «أكدت الوزيرة صباح الاثنين 27 ديسمبر 2021»: the whole day on which somebody announced something, its weekday among it.
    pub(in super::super) fn day_of_announcement(&self) -> Option<NaiveDate> {
        let Time::Day { weekday: Some(weekday), .. } = self.time else { return None };
        self.written_day().filter(|day| {
            day.weekday().num_days_from_monday() == weekday && self.leaning.follows_announcement()
        })
    }

    /// Whether it can be a day as figures or words print it, with the year or without: «5 شباط», «5/2/2020».
    pub(in super::super) fn may_print(&self, date: NaiveDate) -> bool {
        let meant = (date.day(), date.month());
        let is = |day: u32, month: u32| (day, month) == meant;
        match self.time {
            Time::Day { day, month, year: Year::Given(year), .. } => {
                year == date.year() && is(day, month)
            }
            Time::Day { day, month, .. } => is(day, month),
            Time::Numeric { first, second, year, .. } => {
                year.is_none_or(|year| year == date.year())
                    && [(first, second), (second, first)].contains(&meant)
            }
            _ => false,
        }
    }

    /// «اليوم الثلاثاء 9 نيسان»: weekday, day and month of what the text calls today.
    pub(in super::super) fn today_without_year(&self, text: &str) -> Option<(u32, u32, u32)> {
        let Time::Day { day, month, year: Year::Open, weekday: Some(weekday) } = self.time else {
            return None;
        };
        self.span.cut(text).starts_with("اليوم").then_some((weekday, day, month))
    }
}
