//! What is known when an expression is resolved, and the days that are counted from it.

use chrono::{Days, NaiveDate};

use super::direction::Tense;
use crate::arabic::calendar::Edtf;

/// What is known when an expression is resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'k> {
    /// The day from which the text speaks.
    pub(super) reference: Option<NaiveDate>,
    /// The tense of the clause.
    pub(super) tense: Tense,
    /// The last value told before in the same text.
    pub(super) told: Option<&'k Edtf>,
    /// The last day told before that is known for certain.
    pub(super) told_day: Option<NaiveDate>,
    /// Whether the text writes the month first in «4/7/2021».
    pub(super) month_first: bool,
}

/// So many days later, or before where they are negative.
pub(super) fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days < 0 {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    }
}

/// A day of the calendar.
pub(super) fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}
