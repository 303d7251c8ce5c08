//! Dates in figures, in all orders.

use super::super::lexicon::{Sense, Unit, Word};
use super::super::phrase::{after, comma, is, sense};
use super::super::scan::{Kind, Row};
use super::super::time::{Time, Year};
use super::found::Found;
use super::weekdays;

/// «2021/4/7», «7-4-2021», «4/7/2021», «2021-04-07T10:30Z», «يوم 22/4»
pub(super) fn date(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        None => (None, i),
    };
    if inside_longer(t, at) || after(t, at, &[Word::NumberNoun]) {
        return None;
    }
    if let Some(found) = spaced(t, at, weekday) {
        return Some(found);
    }
    let ((first, _), separator) = part(t, at)?;
    if let Some(((second, _), again)) = part(t, at + 2)
        && again == separator
        && let Some((third, digits)) = figure(t, at + 4)
    {
        let end = clock(t, at + 5);
        if continues(t, at + 5) && end == at + 5 {
            return None;
        }
        return three(
            [first, second, third],
            figure(t, at)?.1,
            digits,
            separator,
            weekday,
            led(t, i),
        )
        .map(|time| (time, end));
    }
    let (second, digits) = figure(t, at + 2)?;
    if digits > 2
        || continues(t, at + 3)
        || !matches!(separator, '/' | '-')
        || !(1..=31).contains(&first)
        || !(1..=31).contains(&second)
    {
        return None;
    }
    // «08/12, 2015»: month first.
    let year_at = comma(t, at + 3);
    if year_at > at + 3
        && let Some((year, 4)) = figure(t, year_at)
        && (1900..=2100).contains(&year)
        && first <= 12
    {
        return Some((
            Time::Day { day: second, month: first, year: Year::Given(year as i32), weekday },
            year_at + 1,
        ));
    }
    let cued = weekday.is_some() || led(t, i);
    let can_be = first <= 12 || second <= 12;
    (cued && can_be && !counted(t, at + 3))
        .then_some((Time::Numeric { first, second, year: None, weekday }, at + 3))
}

/// «26 / 5 / 1447هـ», «17 / 11 / 2025م»: spaces round the slashes, and a year of four figures that leaves no doubt.
fn spaced(t: &Row<'_>, i: usize, weekday: Option<u32>) -> Found {
    let slash = |at: usize| t.get(at).is_some_and(|tok| tok.is_mark(&['/']));
    let loose =
        t.get(i + 1).is_some_and(|tok| !tok.glued) || t.get(i + 2).is_some_and(|tok| !tok.glued);
    let (first, digits) = figure(t, i)?;
    let (second, _) = figure(t, i + 2)?;
    let (year, year_digits) = figure(t, i + 4)?;
    if !loose || !slash(i + 1) || !slash(i + 3) || digits > 2 || year_digits != 4 || slash(i + 5) {
        return None;
    }
    let time = three([first, second, year], 2, 4, '/', weekday, true)?;
    let era =
        t.get(i + 5).is_some_and(|tok| tok.is(Word::HijriMark) || tok.is(Word::ChristianMark));
    Some((time, i + 5 + usize::from(era)))
}

/// Whether a word before the figures says that a day follows.
fn led(t: &Row<'_>, i: usize) -> bool {
    let day =
        i > 0 && sense(t, i - 1, |s| (s == Sense::Unit(Unit::Day, 1)).then_some(())).is_some();
    day || after(t, i, &[Word::In, Word::Until, Word::Since, Word::OnDate, Word::Movement])
}

fn counted(t: &Row<'_>, i: usize) -> bool {
    t.get(i).is_some_and(|tok| {
        tok.is(Word::Counted)
            || tok.is_mark(&['%', '٪'])
            || tok.senses.iter().any(|&s| matches!(s, Sense::Unit(..)))
    })
}

/// Years that are of the Hijra in an article of our time.
const HIJRI_YEARS: std::ops::RangeInclusive<u32> = 1300..=1500;

fn three(
    [a, b, c]: [u32; 3],
    a_digits: u8,
    c_digits: u8,
    separator: char,
    weekday: Option<u32>,
    led: bool,
) -> Option<Time> {
    let year_in = |year: u32| (1000..=2199).contains(&year);
    if a_digits == 4 && year_in(a) && c_digits <= 2 && (1..=31).contains(&c) {
        // A year first has the month behind it, unless that cannot be.
        let (month, day) = if b > 12 && c <= 12 { (c, b) } else { (b, c) };
        return (1..=12).contains(&month).then_some(Time::Day {
            day,
            month,
            year: Year::Given(a as i32),
            weekday,
        });
    }
    if a_digits > 2 || a == 0 || b == 0 || a > 31 || b > 31 {
        return None;
    }
    if c_digits == 4 && HIJRI_YEARS.contains(&c) {
        let year = i32::try_from(c).ok();
        return Some(Time::Hijri { day: Some(a), month: Some(b), year, weekday });
    }
    let year = match c_digits {
        4 if year_in(c) => c as i32,
        2 if c_digits == 2 && (separator == '/' || led || weekday.is_some()) => {
            2000 + c as i32 - if c > 50 { 100 } else { 0 }
        }
        _ => return None,
    };
    Some(Time::Numeric { first: a, second: b, year: Some(year), weekday })
}

/// «2015/3», «3/2015»
pub(super) fn month(t: &Row<'_>, i: usize) -> Found {
    if inside_longer(t, i) || after(t, i, &[Word::NumberNoun]) {
        return None;
    }
    let ((first, digits), separator) = part(t, i)?;
    let (second, second_digits) = figure(t, i + 2)?;
    // «في 3-2015»
    let parted = separator == '/' || separator == '-' && led(t, i);
    if !parted || continues(t, i + 3) || counted(t, i + 3) {
        return None;
    }
    let (year, month) = if digits == 4 { (first, second) } else { (second, first) };
    let fits = (digits == 4) != (second_digits == 4)
        && (1900..=2100).contains(&year)
        && (1..=12).contains(&month);
    fits.then_some((Time::Month { month, year: Year::Given(year as i32) }, i + 3))
}

/// A figure and the separator glued behind it.
fn part(t: &Row<'_>, i: usize) -> Option<((u32, u8), char)> {
    let figure = figure(t, i)?;
    let Kind::Mark(mark @ ('/' | '-' | '.' | '–' | '\\')) = t.get(i + 1)?.kind else {
        return None;
    };
    (t[i + 1].glued && t.get(i + 2)?.glued).then_some((figure, mark))
}

fn figure(t: &Row<'_>, i: usize) -> Option<(u32, u8)> {
    match t.get(i)?.kind {
        Kind::Number { value, digits } => Some((value, digits)),
        _ => None,
    }
}

/// Whether more figures are glued before: «0770-12-12-2020».
fn inside_longer(t: &Row<'_>, i: usize) -> bool {
    i >= 2
        && t[i].glued
        && t[i - 1].glued
        && t[i - 1].is_mark(&['/', '-', '.', '–', '+'])
        && !matches!(t[i - 2].kind, Kind::Mark(_))
}

/// Whether more figures are glued behind.
fn continues(t: &Row<'_>, i: usize) -> bool {
    let mark = t.get(i).is_some_and(|tok| tok.glued && tok.is_mark(&['/', '-', '.', '–', ':']));
    mark && t.get(i + 1).is_some_and(|tok| tok.glued && !matches!(tok.kind, Kind::Mark(_)))
        || t.get(i).is_some_and(|tok| {
            tok.glued
                && matches!(tok.kind, Kind::Word | Kind::Quantity)
                && !tok.is(Word::ChristianMark)
                && tok.span.len() > 2
                && !is(t, i, Word::And)
        })
}

/// Skips an ISO clock time behind a date: «T10:30:00Z», «10:30».
fn clock(t: &Row<'_>, i: usize) -> usize {
    let glued =
        t.get(i).is_some_and(|tok| tok.glued && tok.kind == Kind::Word && tok.span.len() == 1);
    if !glued || figure(t, i + 1).is_none() {
        return i;
    }
    let mut end = i + 2;
    while t.get(end).is_some_and(|tok| tok.glued && !tok.is_mark(&['"', '»', ')', '،', ',', '<']))
    {
        end += 1;
    }
    end
}
