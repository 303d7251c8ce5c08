//! Dates of the Islamic calendar.

use super::super::lexicon::{Sense, Unit, Word};
use super::super::phrase::{Read, after, day_number, decimal, is, joined, sense, year_number};
use super::super::scan::{Kind, Row};
use super::super::time::Time;
use super::calendar::is_plain_day;
use super::found::{Found, part_of_name};
use super::weekdays;

/// «10 رمضان 1442», «غرة محرم», «شهر رمضان», «عام 1442 هـ»
pub(super) fn date(t: &Row<'_>, i: usize) -> Found {
    if let Some((year, next)) = year_with_mark(t, i) {
        return Some((
            Time::Hijri { day: None, month: None, year: Some(year), weekday: None },
            next,
        ));
    }
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        // «يوم 1 رجب»
        None => (None, i + usize::from(is_plain_day(t, i))),
    };
    if let Some((day, next)) =
        day_number(t, at).filter(|&(day, next)| day <= 30 && !decimal(t, at, next))
    {
        let (name, next) = month(t, next + usize::from(is(t, next, Word::Of)))?;
        let (year, end) = year(t, next).map_or((None, next), |(year, end)| (Some(year), end));
        // «2 صفر» is a score.
        let led =
            weekday.is_some() || at != i || after(t, i, &[Word::In, Word::Until, Word::Since]);
        let clear = year.is_some() || name.sure || name.month != 2 || led;
        return (clear && !part_of_name(t, at)).then_some((
            Time::Hijri { day: Some(day), month: Some(name.month), year, weekday },
            end,
        ));
    }
    if at != i || part_of_name(t, i) {
        return None;
    }
    let (name, next) = month(t, i)?;
    if let Some((year, end)) = year(t, next) {
        return Some((
            Time::Hijri { day: None, month: Some(name.month), year: Some(year), weekday: None },
            end,
        ));
    }
    let tail = is(t, next, Word::RamadanTail) && t[next].article;
    let prepared = name.month == 9 && after(t, i, &[Word::In, Word::During, Word::Until, Word::By]);
    (name.sure || tail || prepared).then_some((
        Time::Hijri { day: None, month: Some(name.month), year: None, weekday: None },
        next + usize::from(tail),
    ))
}

struct Name {
    month: u32,
    /// Whether it is nothing else: «ذو القعدة», «شهر رجب», but not «رجب».
    sure: bool,
}

fn month(t: &Row<'_>, i: usize) -> Read<Name> {
    let in_month = sense(t, i, |s| (s == Sense::Unit(Unit::Month, 1)).then_some(())).is_some();
    let at = i + usize::from(in_month);
    if !joined(t, at) && in_month {
        return None;
    }
    let found = |month, sure, next| Some((Name { month, sure }, next));
    if let Some(first) = sense(t, at, |s| if let Sense::HijriPair(n) = s { Some(n) } else { None })
    {
        let which = t.get(at + 1).filter(|tok| tok.article && joined(t, at + 1))?;
        let second = which.sense(|s| match s {
            Sense::Ordinal(1) => Some(0),
            Sense::Ordinal(2) | Sense::Last => Some(1),
            _ => None,
        })?;
        return found(first + second, true, at + 2);
    }
    if sense(t, at, |s| (s == Sense::HijriHead).then_some(())).is_some() {
        let tail = sense(t, at + 1, |s| if let Sense::HijriTail(n) = s { Some(n) } else { None })?;
        return t[at + 1].article.then(|| found(tail, true, at + 2))?;
    }
    let month = sense(t, at, |s| if let Sense::Hijri(n) = s { Some(n) } else { None })
        .filter(|_| !t[at].article)?;
    found(month, in_month, at + 1)
}

/// The year behind a month: «1442», «1442هـ», «عام 1442», or a Gregorian one («رمضان 2019»).
fn year(t: &Row<'_>, i: usize) -> Read<i32> {
    let at = i + usize::from(is(t, i, Word::Of));
    let at = at
        + usize::from(sense(t, at, |s| (s == Sense::Unit(Unit::Year, 1)).then_some(())).is_some());
    if let Some(found) = year_with_mark(t, at) {
        return Some(found);
    }
    let (year, next) = year_number(t, at, 1300)?;
    ((1300..1500).contains(&year) || (1900..2100).contains(&year)).then_some((year, next))
}

fn year_with_mark(t: &Row<'_>, i: usize) -> Read<i32> {
    let unit = sense(t, i, |s| (s == Sense::Unit(Unit::Year, 1)).then_some(())).is_some();
    let at = i + usize::from(unit);
    let Kind::Number { value, digits: 1..=4 } = t.get(at)?.kind else { return None };
    let marked = is(t, at + 1, Word::HijriMark);
    let bracket = t.get(at + 1).is_some_and(|tok| tok.is_mark(&['(']));
    ((marked || bracket && is(t, at + 2, Word::HijriMark))
        && (1..1600).contains(&value)
        && !decimal(t, at, at + 1))
    .then_some((value as i32, at + 2))
}
