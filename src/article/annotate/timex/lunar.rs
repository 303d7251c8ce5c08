//! Days and months of the Islamic calendar → value.

use chrono::Datelike as _;

use super::direction::Tense;
use super::islamic;
use super::known::{Known, shifted, ymd};
use super::lexicon::Shift;
use crate::arabic::calendar::Edtf;

/// The value of a day, month or year of the Islamic calendar; a year above 1600 is a Gregorian one that holds it.
pub(super) fn hijri(
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    shift: Option<Shift>,
    known: Known<'_>,
) -> Option<Edtf> {
    let Some(month) = month else {
        let year = year?;
        return Some(Edtf::between(
            islamic::gregorian(year, 1, 1)?,
            islamic::gregorian(year + 1, 1, 1)?.pred_opt()?,
        ));
    };
    let first = |year: i32| islamic::gregorian(year, month, day.unwrap_or(1));
    let last = |year: i32| {
        day.map_or_else(
            || islamic::month(year, month).map(|(_, last)| last),
            |day| islamic::gregorian(year, month, day),
        )
    };
    let year = match year {
        Some(year) if year < 1600 => year,
        Some(gregorian) => {
            let begin = islamic::year_of(ymd(gregorian, 1, 1)?)?;
            (begin..begin + 2)
                .find(|&year| first(year).is_some_and(|day| day.year() == gregorian))?
        }
        None => {
            let reference = known.reference?;
            let this = islamic::year_of(reference)?;
            let years = this - 1..=this + 1;
            let begun = |year: &i32| first(*year).is_some_and(|day| day <= reference);
            let over = |year: &i32| last(*year).is_some_and(|day| day < reference);
            match (shift, known.tense) {
                (Some(Shift::Past), _) => years.rev().find(over)?,
                (Some(Shift::Next | Shift::Following), _) => {
                    years.into_iter().find(|year| !begun(year))?
                }
                (Some(Shift::BeforeLast | Shift::AfterNext), _) => return None,
                (None, Tense::Past) => years.rev().find(begun)?,
                _ => years.into_iter().find(|year| !over(year))?,
            }
        }
    };
    match day {
        Some(day) => islamic::gregorian(year, month, day).map(Edtf::day),
        None => islamic::month(year, month).map(|(first, last)| Edtf::between(first, last)),
    }
}

/// Months begin by sight of the moon, a day sooner or later from country to country: a weekday beside the day tells.
pub(super) fn sighted(value: &Edtf, weekday: u32) -> Option<Edtf> {
    let day = value.single_day()?;
    let near = [0, 1, -1].into_iter().filter_map(|days| shifted(day, days));
    near.into_iter().find(|day| day.weekday().num_days_from_monday() == weekday).map(Edtf::day)
}
