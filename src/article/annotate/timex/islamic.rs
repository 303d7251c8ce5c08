//! The Islamic calendar of Umm al-Qura, in Gregorian days.

use chrono::{Datelike, NaiveDate};
use icu_calendar::cal::Hijri;
use icu_calendar::{Date, Gregorian};

/// The Gregorian day of an Islamic one; nothing where that month has no such day.
pub(super) fn gregorian(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let date = Date::try_new_hijri_with_calendar(
        year,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
        Hijri::new_umm_al_qura(),
    )
    .ok()?;
    let iso = date.to_calendar(Gregorian);
    NaiveDate::from_ymd_opt(
        iso.era_year().year,
        u32::from(iso.month().ordinal),
        u32::from(iso.day_of_month().0),
    )
}

/// First and last day of an Islamic month.
pub(super) fn month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = gregorian(year, month, 1)?;
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some((first, gregorian(next_year, next, 1)?.pred_opt()?))
}

/// The Islamic year in which a Gregorian day stands.
pub(super) fn year_of(day: NaiveDate) -> Option<i32> {
    // An Islamic year is about 354.367 days long and the first began on 16 July 622.
    let epoch = NaiveDate::from_ymd_opt(622, 7, 19)?;
    let guess = ((day - epoch).num_days() as f64 / 354.367) as i32 + 1;
    (guess - 1..=guess + 1)
        .rev()
        .find(|&year| gregorian(year, 1, 1).is_some_and(|first| first <= day))
}

/// Western Easter of a Gregorian year, by the anonymous Gregorian computus.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32)
        .filter(|day| day.year() == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_when_ramadan_began() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(gregorian(1442, 9, 1), day(2021, 4, 13));
        assert_eq!(year_of(day(2021, 4, 13).expect("a day")), Some(1442));
        assert_eq!(gregorian(1442, 9, 31), None);
        assert_eq!(easter(2021), day(2021, 4, 4));
    }
}
