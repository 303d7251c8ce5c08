//! What opens the entries of a chronology and is a time only there: «2007: بدء الإنتاج», «30 منه: الحركة تعلق عملياتها», and «15:»
//! under a line that gives the month.

use chrono::Datelike;

use super::candidate::Candidate;
use super::direction::Leaning;
use super::time::{Time, Year};
use crate::arabic::calendar::Edtf;
use crate::arabic::chars::digit_value;
use crate::arabic::numbers::digits::whole_number;
use crate::document::chronology::{LEAST, behind_sign};
use crate::document::{Paragraph, ParagraphKind, Plain};
use crate::span::Span;

/// The years of which a chronology tells.
const YEARS: std::ops::Range<u64> = 1000..2100;
/// The days that a month has.
const DAYS: std::ops::RangeInclusive<u64> = 1..=31;
/// How many years in a row are no other figures.
const RUN: usize = 2;

/// How a paragraph opens.
enum Opening {
    /// «7 نيسان: …», «نيسان:»: by a time that is one everywhere.
    Known { month: Option<(u32, Year)>, is_heading: bool },
    /// «2007: …»
    Year(i32),
    /// «15: …»
    Day(u32),
    /// «30 منه: …»
    OfIt(u32),
}

/// Adds them to the times of a text, which stand in its order.
pub(super) fn add(plain: &Plain, found: &mut Vec<Candidate>) {
    let is_text = |paragraph: &&Paragraph| {
        matches!(paragraph.kind, ParagraphKind::Text | ParagraphKind::Item)
    };
    let openings = plain.paragraphs.iter().filter(is_text);
    let openings: Vec<(Span, Opening)> =
        openings.filter_map(|paragraph| opening(plain, paragraph.span, found)).collect();
    let is_entry = |opening: &Opening| !matches!(opening, Opening::Known { is_heading: true, .. });
    if openings.iter().filter(|(_, opening)| is_entry(opening)).count() < LEAST {
        return;
    }
    let years_run = is_run(openings.iter().filter_map(|(_, opening)| match opening {
        Opening::Year(year) => Some(*year),
        _ => None,
    }));
    let (mut month, mut under_heading) = (None, false);
    let mut added = Vec::new();
    for (span, opening) in openings {
        let of_month =
            |day: u32| month.map(|(month, year)| Time::Day { day, month, year, weekday: None });
        let time = match opening {
            Opening::Known { month: known, is_heading } => {
                month = known;
                under_heading = is_heading && known.is_some();
                None
            }
            Opening::Year(year) => years_run.then(|| Time::Fixed(Edtf::year(year))),
            Opening::Day(day) => under_heading.then(|| of_month(day)).flatten(),
            Opening::OfIt(day) => of_month(day),
        };
        added.extend(time.map(|time| candidate(span, time)));
    }
    let taken = |span: Span| added.iter().any(|new| new.span.overlaps(span));
    found.retain(|known| !taken(known.span));
    found.append(&mut added);
    found.sort_by_key(|known| known.span.start);
}

fn candidate(span: Span, time: Time) -> Candidate {
    let leaning = Leaning::none();
    let (names_deed, is_end, linked) = (false, false, false);
    Candidate { span, time, leaning, rule: "opens entry", names_deed, is_end, linked }
}

/// How a paragraph opens, where that is as entries of a chronology do, or as the lines above them.
fn opening(plain: &Plain, paragraph: Span, found: &[Candidate]) -> Option<(Span, Opening)> {
    let line = paragraph.cut(&plain.text);
    let from = line.find(char::is_alphanumeric)?;
    let start = paragraph.start + from;
    let next = found.partition_point(|known| known.span.end <= start);
    let known = found.get(next).filter(|known| known.span.start <= start);
    if let Some(known) = known.filter(|known| is_day_or_wider(&known.time)) {
        let behind = &plain.text[known.span.end..paragraph.end];
        let is_heading = !behind.contains(char::is_alphanumeric);
        let is_entry = behind_sign(behind).is_some();
        let month = month_of(&known.time);
        return (is_heading || is_entry)
            .then_some((known.span, Opening::Known { month, is_heading }));
    }
    let rest = &line[from..];
    let figures = rest.find(|c: char| digit_value(c).is_none()).unwrap_or(rest.len());
    let number = whole_number(&rest[..figures])?;
    let behind = &rest[figures..];
    // «14:20», «3-2»
    let is_clock = behind.chars().nth(1).is_some_and(|next| digit_value(next).is_some());
    let of_it = behind.trim_start().strip_prefix("منه");
    let sign = of_it.unwrap_or(behind);
    if is_clock || behind_sign(sign).is_none() {
        return None;
    }
    let small = || u32::try_from(number).ok();
    let opening = match of_it {
        Some(_) if DAYS.contains(&number) => Opening::OfIt(small()?),
        None if DAYS.contains(&number) => Opening::Day(small()?),
        None if YEARS.contains(&number) => Opening::Year(i32::try_from(number).ok()?),
        _ => return None,
    };
    let length = figures + of_it.map_or(0, |of_it| behind.len() - of_it.len());
    Some((Span::new(start, start + length), opening))
}

/// A day, a month, or a year that is written.
fn is_day_or_wider(time: &Time) -> bool {
    matches!(time, Time::Day { .. } | Time::Month { .. } | Time::Fixed(_))
}

/// The month that a time is or lies in, with its year.
fn month_of(time: &Time) -> Option<(u32, Year)> {
    match time {
        Time::Day { month, year, .. } | Time::Month { month, year } => Some((*month, *year)),
        Time::Fixed(value) => {
            let day = value.first_day()?;
            let month = Edtf::month(day.year(), day.month())?;
            let is_within = *value == month || value.single_day().is_some();
            is_within.then_some((day.month(), Year::Given(day.year())))
        }
        _ => None,
    }
}

/// Whether years run on or back.
fn is_run(years: impl Iterator<Item = i32>) -> bool {
    let years: Vec<i32> = years.collect();
    let runs = |in_order: fn(&[i32]) -> bool| years.windows(2).all(in_order);
    years.len() >= RUN && (runs(|pair| pair[0] <= pair[1]) || runs(|pair| pair[0] >= pair[1]))
}
