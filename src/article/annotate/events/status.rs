//! How far a sentence says that an event is settled: by the calendar where that is enough, else by the verb of its own clause.

use std::ops::Range;

use super::super::words::Words;
use super::clause;
use crate::arabic::calendar::Edtf;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    AHEAD, CANCELLING, DENYING, NO_FUTURE, NO_PERFECT_BEHIND, PAST_BEFORE, POSTPONING, REPORTING,
    WANTED, begins_with, is,
};
use crate::knowledge::{Event, Status};

/// Where an event lies as the article sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// It ended before the day of the article.
    Past,
    /// It had not begun when the article was written.
    Future,
    /// On that day, or nobody knows which day that is.
    Open,
}

fn when(event: &Event, published: Option<&Edtf>) -> When {
    let Some((Some(first), Some(behind))) = published.map(Edtf::days) else { return When::Open };
    match event.date.days() {
        (_, Some(end)) if end <= first => When::Past,
        (Some(start), _) if start >= behind => When::Future,
        _ => When::Open,
    }
}

/// What words say of an event, as a set.
type Says = u8;

const POSTPONED: Says = 1;
const CANCELLED: Says = 1 << 1;
const PLANNED: Says = 1 << 2;
const REPORTED: Says = 1 << 3;
const DENIED: Says = 1 << 4;
const HELD: Says = 1 << 5;

/// The place of an event in its sentence, and what else of the sentence counts.
pub(super) struct Place<'a> {
    /// The words of the sentence.
    pub(super) sentence: Range<usize>,
    /// First and last word of what speaks of the event.
    pub(super) at: (usize, usize),
    /// Whether a word belongs to a time expression.
    pub(super) is_dated: &'a dyn Fn(usize) -> bool,
    /// What the sentence says when it was or will be.
    pub(super) claimed: Option<&'a Edtf>,
    /// Whether the words name the event, and not only betray it.
    pub(super) is_named: bool,
}

/// How the sentence has the event; nothing where it tells as done what came after the article's day, and so cannot mean this event.
pub(super) fn status(
    words: &Words<'_>,
    place: &Place<'_>,
    event: &Event,
    published: Option<&Edtf>,
) -> Option<Status> {
    if !matches!(event.status, Status::Held | Status::Announced) {
        return Some(event.status);
    }
    let when = when(event, published);
    if when == When::Past {
        return Some(event.status);
    }
    let said = said(words, place);
    let behind = published.and_then(|published| published.days().1);
    let claims_ahead = matches!((place.claimed.and_then(Edtf::first_day), behind), (Some(day), Some(behind)) if day >= behind);
    let settled = [
        (CANCELLED, Status::Cancelled),
        (POSTPONED, Status::Postponed),
        (DENIED, Status::Disputed),
    ];
    let settled = settled.into_iter().find(|(bit, _)| said & bit != 0).map(|(_, status)| status);
    let is_planned = claims_ahead || said & PLANNED != 0 && said & HELD == 0;
    match when {
        When::Future if settled.is_some() => settled,
        When::Future => (is_planned || place.is_named).then_some(Status::Announced),
        _ if settled.is_some() && said & HELD == 0 => settled,
        _ if is_planned => Some(Status::Announced),
        _ if said & REPORTED != 0 && said & HELD == 0 => Some(Status::Reported),
        _ => Some(event.status),
    }
}

/// What the clause of the event says. Of its verbs the first counts: «بدأت الجولة التي يُنتظر أن تضع جدولًا» has begun,
/// «يجتمع الوفدان في جولة اتُّفق عليها» is to come.
fn said(words: &Words<'_>, place: &Place<'_>) -> Says {
    let clause = clause::around(words, place.sentence.clone(), place.at, place.is_dated);
    let mut said = 0;
    for index in clause.clone() {
        let of_word = of_word(words, place, index);
        let is_settled = said & (HELD | PLANNED) != 0;
        said |= if is_settled { of_word & !(HELD | PLANNED) } else { of_word };
    }
    if said & HELD == 0 && opens_as_planned(words, place, &clause) {
        said |= PLANNED;
    }
    said
}

/// «من المقرر أن …», «يُنتظر أن …», «على أن …» before the clause, «على أن تُعقد» behind it: it is what is planned.
fn opens_as_planned(words: &Words<'_>, place: &Place<'_>, clause: &Range<usize>) -> bool {
    /// «من المقرر في بغداد أن»
    const REACH: usize = 4;
    let opener = clause
        .start
        .checked_sub(1)
        .filter(|&opener| opener >= place.sentence.start && words.at(opener) == "ان");
    let before = opener.is_some_and(|opener| {
        let mut before = opener.saturating_sub(REACH).max(place.sentence.start)..opener;
        let is_ahead =
            before.any(|index| is(words.at(index), AHEAD) || is(bare(words.at(index)), WANTED));
        is_ahead || words.before(opener) == "علي"
    });
    let on_condition = words.at(clause.end) == "ان" && words.before(clause.end) == "علي";
    before || on_condition && clause::is_happening(words.at(clause.end + 1))
}

fn of_word(words: &Words<'_>, place: &Place<'_>, index: usize) -> Says {
    let word = words.at(index);
    let stripped = bare(word);
    let mut said = 0;
    if is_planned(words, place, index) {
        said |= PLANNED;
    }
    if is(stripped, POSTPONING) || is(word, POSTPONING) {
        // «أُرجئ البيان إلى لقاء الاثنين» postpones the statement, not the meeting.
        let goes_on =
            index < place.at.0 && (index + 1..place.at.0).any(|between| words.at(between) == "الي");
        said |= if goes_on { PLANNED } else { POSTPONED };
    }
    let of_lists = [(CANCELLING, CANCELLED), (REPORTING, REPORTED), (DENYING, DENIED)];
    said |= of_lists
        .into_iter()
        .filter(|(kind, _)| is(stripped, *kind) || is(word, *kind))
        .fold(0, |all, (_, bit)| all | bit);
    let is_inside = (place.at.0..=place.at.1).contains(&index);
    // An event that is a statement is held by the verb that states it.
    let is_done = clause::has_happened(word) || is_inside && clause::is_saying(word);
    if is_done && !is_negated_perfect(words, index) {
        said |= HELD;
    }
    said
}

/// Whether a word says that the event is to come.
fn is_planned(words: &Words<'_>, place: &Place<'_>, index: usize) -> bool {
    let word = words.at(index);
    // Behind the event's own words a verb is its own only next to them, or in a relative clause: «الجولة التي تُعقد غدًا».
    let governs =
        index <= place.at.0 || index == place.at.1 + 1 || clause::is_relative(words.before(index));
    let is_past = is(words.before(index), PAST_BEFORE);
    let is_imperfect = governs && clause::is_happening(word) && !is_past;
    is_future(word)
        || is(word, AHEAD)
        || is_imperfect
        || index < place.at.0 && is(bare(word), WANTED)
}

/// «لم», «لن», «قبل أن» take the perfect from a verb that only looks like one.
fn is_negated_perfect(words: &Words<'_>, index: usize) -> bool {
    is(words.before(index), NO_PERFECT_BEHIND)
}

fn bare(word: &str) -> &str {
    let stripped = word.without(AND | SO | BY | FOR);
    stripped.without_article()
}

/// «ستنعقد», «وسيجري»: the sin of the future before an imperfect verb.
fn is_future(word: &str) -> bool {
    /// «سيتم»
    const SHORTEST: usize = 4;
    let word = word.without(AND | SO);
    let is_verb = word
        .strip_prefix('س')
        .is_some_and(|verb| verb.starts_with(['ي', 'ت', 'ن']) && word.chars().count() >= SHORTEST);
    word == "سوف" || is_verb && !begins_with(word, NO_FUTURE)
}
