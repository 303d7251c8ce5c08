//! Days of a chronology: its entries run in order, so that a year that is given once holds for those beside it, and what an
//! entry tells counts from its own day.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::super::Reason;
use super::Candidate;
use super::known::ymd;
use super::time::{Time, Year};
use super::told::Resolved;
use crate::arabic::numbers::digits::whole_number;
use crate::document::Plain;
use crate::document::chronology::{self, Entry};
use crate::span::Span;

/// The entries of a text, and of what year the days are that give none.
#[derive(Default)]
pub(super) struct Chronicle {
    entries: Vec<Entry>,
    /// The places of the open days in the list of times, with their years.
    years: Vec<(usize, i32)>,
}

/// The day or month with which an entry opens.
#[derive(Clone, Copy)]
struct Lead {
    time: usize,
    /// Month and day, 0 where the month is meant.
    day: (u32, u32),
    year: Option<i32>,
}

impl Chronicle {
    /// The chronology of a text, as it is read on a day.
    pub(super) fn of(plain: &Plain, times: &[Candidate], reference: Option<NaiveDate>) -> Self {
        let spans: Vec<Span> = times.iter().map(|time| time.span).collect();
        let entries = chronology::entries(plain, &spans);
        if entries.is_empty() {
            return Self::default();
        }
        let paragraph_of = |entry: &Entry| plain.paragraph_at(entry.paragraph.start);
        // A year on a line of its own holds for the entries below it.
        let heading = |at: usize| {
            let above = at.checked_sub(1).map_or(0, |before| paragraph_of(&entries[before]) + 1);
            let lines = plain.paragraphs[above..paragraph_of(&entries[at])].iter().rev();
            lines.map(|line| line.span.cut(&plain.text)).find_map(year_alone)
        };
        let lead = |at: usize, time: usize| {
            let (day, year) = match &times[time].time {
                Time::Day { day, month, year, .. } => ((*month, *day), *year),
                Time::Month { month, year } => ((*month, 0), *year),
                Time::Fixed(value) => {
                    let day = value.first_day()?;
                    ((day.month(), day.day()), Year::Given(day.year()))
                }
                _ => return None,
            };
            let year = match year {
                Year::Given(year) => Some(year),
                Year::Open => heading(at),
                _ => return None,
            };
            Some(Lead { time, day, year })
        };
        // «نيسان:» over its days runs with them.
        let is_alone = |time: &Candidate| {
            let paragraph = plain.paragraphs[plain.paragraph_at(time.span.start)].span;
            let rest = [paragraph.start..time.span.start, time.span.end..paragraph.end];
            !rest.into_iter().any(|rest| plain.text[rest].contains(char::is_alphanumeric))
        };
        let last = entries.last().map_or(0, |entry| entry.time);
        let months = (0..last).filter(|&time| is_alone(&times[time]));
        let opened = months.map(|time| (entries.partition_point(|entry| entry.time < time), time));
        let mut opened: Vec<(usize, usize)> =
            opened.chain(entries.iter().enumerate().map(|(at, entry)| (at, entry.time))).collect();
        opened.sort_unstable_by_key(|&(_, time)| time);
        let leads: Vec<Lead> = opened.into_iter().filter_map(|(at, time)| lead(at, time)).collect();
        let is_open = |time: &usize| times[*time].time.is_of_open_year();
        let years = leads.iter().map(|lead| lead.time).zip(years(&leads, reference));
        let years = years
            .filter_map(|(time, year)| Some((time, year?)))
            .filter(|(time, _)| is_open(time))
            .collect();
        Self { entries, years }
    }

    /// The times with the years that the chronology gives them.
    pub(super) fn dated<'c>(&self, times: &'c [Candidate]) -> Cow<'c, [Candidate]> {
        if self.years.is_empty() {
            return Cow::Borrowed(times);
        }
        let mut dated = times.to_vec();
        for &(time, year) in &self.years {
            dated[time].time = dated[time].time.clone().with_year(Year::Given(year));
        }
        Cow::Owned(dated)
    }

    /// Why a time has its value, where that comes from here; `is_inside` tells that it stands behind the one that opens its entry.
    pub(super) fn reason(&self, time: usize, is_relative: bool, is_inside: bool) -> Option<Reason> {
        let gives_year = self.years.binary_search_by_key(&time, |&(time, _)| time).is_ok();
        match is_inside {
            _ if gives_year => Some(Reason::InChronology),
            true if is_relative => Some(Reason::CountedFromEntry),
            _ => None,
        }
    }

    /// Whether a time stands in an entry behind the one that opens it; and the day of the entry, where it is one.
    pub(super) fn day_of_entry(
        &self,
        time: usize,
        span: Span,
        found: &[Resolved],
    ) -> Option<Option<NaiveDate>> {
        let next = self.entries.partition_point(|entry| entry.paragraph.end <= span.start);
        let entry = self.entries.get(next).filter(|entry| entry.paragraph.contains(span))?;
        if time <= entry.time {
            return None;
        }
        // The last that is found before what is told, which opens the entry unless its value is not known.
        let opened = found.partition_point(|told| told.expression.span.start < entry.told.start);
        let opening = opened.checked_sub(1).map(|last| &found[last]);
        let opening = opening.filter(|told| entry.paragraph.contains(told.expression.span));
        Some(opening.and_then(|told| told.expression.value.single_day()))
    }
}

/// «2021», «عام 2021:»: the year of a line that says little else.
fn year_alone(line: &str) -> Option<i32> {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let year = words.next_back().and_then(whole_number)?;
    let is_alone = words.count() <= 1 && (1000..3000).contains(&year);
    i32::try_from(year).ok().filter(|_| is_alone)
}

/// The years of days that run forward or backward: those given hold for their neighbours; where none is, the run lies as near
/// to the day of the text as it can.
fn years(leads: &[Lead], reference: Option<NaiveDate>) -> Vec<Option<i32>> {
    let falls = |pair: &&[Lead]| is_earlier(&pair[1], &pair[0]);
    let climbs = |pair: &&[Lead]| is_earlier(&pair[0], &pair[1]);
    let is_backward =
        leads.windows(2).filter(falls).count() > leads.windows(2).filter(climbs).count();
    let order: Vec<usize> =
        if is_backward { (0..leads.len()).rev().collect() } else { (0..leads.len()).collect() };
    let mut years: Vec<Option<i32>> = leads.iter().map(|lead| lead.year).collect();
    if years.iter().all(Option::is_none) {
        let (Some(reference), Some(&first)) = (reference, order.first()) else { return years };
        years[first] = nearest_start(leads, &order, reference);
    }
    for pair in order.windows(2) {
        let (before, at) = (pair[0], pair[1]);
        let year = years[before].map(|year| year + i32::from(leads[at].day < leads[before].day));
        years[at] = years[at].or(year);
    }
    for pair in order.windows(2).rev() {
        let (at, behind) = (pair[0], pair[1]);
        let year = years[behind].map(|year| year - i32::from(leads[at].day > leads[behind].day));
        years[at] = years[at].or(year);
    }
    years
}

/// Whether a day lies before another, by their years where both give one.
fn is_earlier(one: &Lead, other: &Lead) -> bool {
    match (one.year, other.year) {
        (Some(year), Some(next)) => (year, one.day) < (next, other.day),
        _ => one.day < other.day,
    }
}

/// The year in which a run begins that lies nearest to a day.
fn nearest_start(leads: &[Lead], order: &[usize], reference: NaiveDate) -> Option<i32> {
    let wraps = order.windows(2).filter(|pair| leads[pair[1]].day < leads[pair[0]].day).count();
    let wraps = i32::try_from(wraps).ok()?;
    let day = |year: i32, lead: &Lead| ymd(year, lead.day.0, lead.day.1.max(1));
    let (first, last) = (leads[*order.first()?], leads[*order.last()?]);
    let away = |year: &i32| {
        let (from, to) = (day(*year, &first)?, day(year + wraps, &last)?);
        Some((from - reference).num_days().max((reference - to).num_days()).max(0))
    };
    let near = reference.year() - 1 - wraps..=reference.year() + 1;
    near.filter_map(|year| Some((away(&year)?, year))).min().map(|(_, year)| year)
}
