//! Dates of the Islamic calendar.

use super::super::lexicon::{Sense, Shift};
use super::super::phrase::{Read, day_number, decimal, digits, sense, shift, year_number};
use super::super::scan::Row;
use super::super::time::Time;
use super::super::traits::{
    ARTICLE, BY, DURING, HIJRI_MARK, IN, JOINED, MONTH_UNIT, OF, OPEN, PLAIN_DAY, Pattern,
    RAMADAN_TAIL, SINCE, UNTIL, YEAR,
};
use super::found::{Found, part_of_name};
use super::weekdays;

/// «10 رمضان 1442», «غرة محرم», «شهر رمضان», «عام 1442 هـ»
pub(super) fn date(t: &Row<'_>, i: usize) -> Found {
    let whole = |month, year| Time::Hijri { day: None, month, year, shift: None, weekday: None };
    if let Some((year, next)) = year_with_mark(t, i) {
        return Some((whole(None, Some(year)), next));
    }
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        // «يوم 1 رجب»
        None => (None, t.skip(i, PLAIN_DAY)),
    };
    if part_of_name(t, at) {
        return None;
    }
    let day = day_number(t, at).filter(|&(day, next)| day <= 30 && !decimal(t, at, next));
    if let Some((day, next)) = day {
        let (name, next) = month(t, t.skip(next, OF))?;
        let (year, end) = year(t, next).map_or((None, next), |(year, end)| (Some(year), end));
        let mark = marked(t, end).filter(|_| year.is_none());
        let (shift, end) = mark.map_or((None, end), |(shift, end)| (Some(shift), end));
        // «2 صفر» is a score.
        let is_score = name.month == SAFAR && end == next && !name.sure;
        let led = at > i || t.after(i, IN | UNTIL | SINCE);
        let time = Time::Hijri { day: Some(day), month: Some(name.month), year, shift, weekday };
        return (led || !is_score).then_some((time, end));
    }
    if at != i {
        return None;
    }
    let (name, next) = month(t, i)?;
    if let Some((year, end)) = year(t, next) {
        return Some((whole(Some(name.month), Some(year)), end));
    }
    let end = t.skip(next, RAMADAN_TAIL.with(ARTICLE));
    if let Some((shift, end)) = marked(t, end) {
        let (day, month, year, weekday) = (None, Some(name.month), None, None);
        return Some((Time::Hijri { day, month, year, shift: Some(shift), weekday }, end));
    }
    let prepared = name.month == RAMADAN && t.after(i, IN | DURING | UNTIL | BY);
    let is_month = name.sure || prepared || end > next;
    is_month.then_some((whole(Some(name.month), None), end))
}

/// «رجب المقبل», «محرم الماضي»
fn marked(t: &Row<'_>, i: usize) -> Read<Shift> {
    shift(t, i).filter(|_| t.has(i, ARTICLE.with(JOINED)))
}

/// The months of which one is a number too, and one a name.
const SAFAR: u32 = 2;
const RAMADAN: u32 = 9;

struct Name {
    month: u32,
    /// Whether it is nothing else: «ذو القعدة», «شهر رجب», but not «رجب».
    sure: bool,
}

fn month(t: &Row<'_>, i: usize) -> Read<Name> {
    let at = t.skip(i, MONTH_UNIT);
    let in_month = at > i;
    if in_month && !t.has(at, JOINED) {
        return None;
    }
    let found = |month, sure, next| Some((Name { month, sure }, next));
    if let Some(first) = sense(t, at, |s| if let Sense::HijriPair(n) = s { Some(n) } else { None })
    {
        let which = Some(&t[at + 1]).filter(|token| token.is(ARTICLE.with(JOINED)))?;
        let second = which.sense(|s| match s {
            Sense::Ordinal(1) => Some(0),
            Sense::Ordinal(2) | Sense::Last => Some(1),
            _ => None,
        })?;
        return found(first + second, true, at + 2);
    }
    if sense(t, at, |s| (s == Sense::HijriHead).then_some(())).is_some() {
        let tail = sense(t, at + 1, |s| if let Sense::HijriTail(n) = s { Some(n) } else { None })?;
        return t.has(at + 1, ARTICLE).then(|| found(tail, true, at + 2))?;
    }
    let month = sense(t, at, |s| if let Sense::Hijri(n) = s { Some(n) } else { None })
        .filter(|_| !t.has(at, ARTICLE))?;
    found(month, in_month, at + 1)
}

/// The year behind a month: «1442», «1442هـ», «عام 1442», or a Gregorian one («رمضان 2019»).
fn year(t: &Row<'_>, i: usize) -> Read<i32> {
    let at = t.skip(t.skip(i, OF), YEAR);
    if let Some(found) = year_with_mark(t, at) {
        return Some(found);
    }
    let (year, next) = year_number(t, at, 1300)?;
    matches!(year, 1300..1500 | 1900..2100).then_some((year, next))
}

/// «1442هـ», «عام 1442 (هـ)»
fn year_with_mark(t: &Row<'_>, i: usize) -> Read<i32> {
    const IN_BRACKETS: [Pattern; 2] = [OPEN.alone(), HIJRI_MARK.alone()];
    let at = t.skip(i, YEAR);
    let (value, next) = digits(t, at)?;
    let marked = t.has(next, HIJRI_MARK) || t.reads(next, &IN_BRACKETS);
    let is_year = (1..1600).contains(&value) && !decimal(t, at, next);
    (marked && is_year).then_some((value as i32, next + 1))
}
