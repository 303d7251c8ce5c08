//! Whether a cue of an event stands in a sentence: one phrase of each of its lists, as near together as they can be.

use super::super::spotted::Spotted;
use super::super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::document::TimeExpression;
use crate::knowledge::{CompiledCue, EventCue, Phrase};

/// Where a cue stands.
pub(super) struct Place {
    /// Its first and last word.
    pub(super) at: (usize, usize),
    /// The first and last word of each phrase.
    pub(super) phrases: Vec<(usize, usize)>,
}

impl Place {
    /// The phrases as printed, in the order of the cue.
    pub(super) fn words<'t>(&self, words: &Words<'t>) -> Vec<&'t str> {
        self.phrases
            .iter()
            .map(|&(first, last)| words.span(first, 0, last).cut(words.text))
            .collect()
    }
}

/// Whether a cue holds for an article of that day.
pub(super) fn is_in_time(cue: &EventCue, published: Option<&Edtf>) -> bool {
    cue.published
        .as_ref()
        .is_none_or(|held| published.is_some_and(|published| published.meets(held)))
}

/// Whether a date is one of those that a cue asks for.
pub(super) fn asks_for(cue: &EventCue, date: &TimeExpression) -> bool {
    cue.dates.iter().any(|wanted| wanted.meets(&date.value))
}

/// Where a cue stands whole among the phrases of a sentence, in the smallest stretch of it.
pub(super) fn stands(
    cue: &CompiledCue,
    spotted: &[Spotted],
    dates: &[&TimeExpression],
    words: &Words<'_>,
) -> Option<Place> {
    /// A phrase that stands more often in one sentence makes it a list, of which the beginning is enough.
    const MOST: usize = 40;
    let of = |phrases: &[Phrase]| -> Vec<(usize, usize)> {
        let there = spotted.iter().filter(|spotted| phrases.contains(&spotted.phrase));
        there.map(|spotted| (spotted.first, spotted.last)).take(MOST).collect()
    };
    if cue.all.is_empty() || !of(&cue.none).is_empty() {
        return None;
    }
    let mut lists: Vec<Vec<(usize, usize)>> = cue.all.iter().map(|phrases| of(phrases)).collect();
    for (list, months) in &cue.months {
        let in_month = dates.iter().filter(|date| is_in_month(&date.value, months));
        lists[*list].extend(in_month.take(MOST).map(|date| {
            (words.index_at(date.span.start), words.index_at(date.span.end).saturating_sub(1))
        }));
    }
    if lists.iter().any(Vec::is_empty) {
        return None;
    }
    // Each place of the first list with the nearest of every other: the sentence has few of each.
    let gathered = lists[0].iter().map(|&first| {
        let near = |list: &Vec<(usize, usize)>| {
            list.iter().copied().min_by_key(|place| (place.0.abs_diff(first.0), place.0))
        };
        let phrases: Vec<(usize, usize)> =
            std::iter::once(first).chain(lists[1..].iter().filter_map(near)).collect();
        let from = phrases.iter().map(|place| place.0).min().unwrap_or(first.0);
        let to = phrases.iter().map(|place| place.1).max().unwrap_or(first.1);
        Place { at: (from, to), phrases }
    });
    gathered.min_by_key(|place| (place.at.1 - place.at.0, place.at.0))
}

/// Whether a time of at most a month lies in one of these months.
pub(super) fn is_in_month(date: &Edtf, months: &[u32]) -> bool {
    use chrono::Datelike;
    /// The longest month.
    const LONGEST_DAYS: i64 = 31;
    super::claims::days_of(date) <= LONGEST_DAYS
        && date.first_day().is_some_and(|day| months.contains(&day.month()))
}
