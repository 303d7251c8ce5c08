//! From which day a word counts where it is not that of the text: inside a quotation «غدًا» counts from the day of the
//! speech, «ردًا على مقتله قبل خمسة أيام» from the day of the answer, and «في اليوم نفسه» goes back to the day of the story.

use chrono::{Datelike, NaiveDate};

use super::direction::{is_verb, opens_clause};
use super::lexicon::Unit;
use super::time::{Step, Time, Year};
use super::told::Resolved;
use super::{Candidate, Tense};
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{ANSWERS, RELATIVE, is, row};
use crate::arabic::reading::Text;
use crate::span::Span;

/// The insides of the pairs of quotation marks in a text, in order.
pub(super) fn quotations(read: &Text) -> Vec<Span> {
    read.pairs.iter().map(|pair| pair.inside(read)).filter(|inside| !inside.is_empty()).collect()
}

/// The day of the speech: a day in the past that the sentence gives before the mark.
pub(super) fn day_of(
    text: &str,
    quotation: Span,
    found: &[Resolved],
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    day_told_before(text, quotation.start, found, reference)
}

/// The day in the past that a sentence gives before a place in it.
pub(super) fn day_told_before(
    text: &str,
    place: usize,
    found: &[Resolved],
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let sentence = opening_behind(&['\n', '.', '؟', '!', '»', '”'], LONG, text, place);
    let told = found.iter().rev().take_while(|told| told.expression.span.start >= sentence);
    let told = told.filter(|Resolved { expression, tense, names_deed }| {
        let is_told = !expression.relative || *tense == Tense::Past;
        expression.span.end <= place && is_told && !names_deed
    });
    told.filter_map(|told| told.expression.value.single_day())
        .find(|day| reference.is_none_or(|reference| *day <= reference))
}

/// The coming day on which that begins which ends on a weekday: «ستنطلق الأحد المقبل وتستمر حتى الخميس» ends behind that Sunday.
pub(super) fn begins_ahead(
    text: &str,
    candidate: &Candidate,
    tense: Tense,
    found: &[Resolved],
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let last = &found.last()?.expression;
    let is_ahead = tense != Tense::Past;
    let (weekday, None) = candidate.unmarked_weekday().filter(|_| candidate.is_end)? else {
        return None;
    };
    let begins = last.value.single_day().filter(|day| is_ahead && Some(*day) > reference)?;
    let is_near = last.span.start >= sentence_start(text, candidate.span.start);
    let is_other = begins.weekday().num_days_from_monday() != weekday;
    let between = folded(text.get(last.span.end..candidate.span.start)?);
    // «تجتمع اللجنة الاثنين، وإنها ستضرب إذا لم تُدفع الأجور حتى الأحد»: what another clause waits for is no end of it.
    let mut words = between.split(|c: char| !c.is_alphabetic());
    let goes_on = !words.any(|word| opens_clause(word.without(AND | SO)));
    (is_near && is_other && goes_on).then_some(begins)
}

/// «يبدأ العمل في آب المقبل ويكتمل في 5 شباط»: what is told in the present behind a time to come, in its sentence, is to come too.
pub(super) fn goes_on_ahead(
    text: &str,
    candidate: &Candidate,
    found: &[Resolved],
    reference: Option<NaiveDate>,
) -> bool {
    let last = found.last().filter(|last| last.tense != Tense::Past);
    let (Some(last), Some(Year::Open), Some(day)) = (last, candidate.time.year(), reference) else {
        return false;
    };
    let is_near = last.expression.span.start >= sentence_start(text, candidate.span.start);
    let is_ahead = last.expression.value.first_day() > Some(day);
    is_near && is_ahead && candidate.follows_present()
}

/// How many bytes before a day its sentence is read: more than a sentence has, and no whole text without a full stop.
const NEAR: usize = 400;

/// The same where a sentence may tell at length from which day it counts.
const LONG: usize = 5 * NEAR;

/// Where the sentence of a place begins, as far back as [`NEAR`].
pub(super) fn sentence_start(text: &str, place: usize) -> usize {
    opening_behind(&['\n', '.', '؟', '!'], NEAR, text, place)
}

/// Where the words begin that stand behind the last of some signs before a place, so many bytes back at most.
fn opening_behind(signs: &[char], most: usize, text: &str, place: usize) -> usize {
    let from = text.ceil_char_boundary(place.saturating_sub(most));
    text[from..place].rfind(signs).map_or(from, |at| text.ceil_char_boundary(from + at + 1))
}

/// The day from which «قبل خمسة أيام» counts in «أطلقت أمس الأربعاء صواريخ، ردًا على مقتل القائد قبل خمسة أيام»: what
/// stands behind «ردًا على» without a verb of its own happened so long before what the sentence tells.
pub(super) fn day_of_answer(
    text: &str,
    candidate: &Candidate,
    found: &[Resolved],
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let days = match &candidate.time {
        Time::Offset { parts, past: Some(true) } => {
            parts.iter().all(|(unit, _)| *unit >= Unit::Day)
        }
        _ => false,
    };
    let last = &found.last()?.expression;
    if !days || last.span.end > candidate.span.start {
        return None;
    }
    let start = sentence_start(text, candidate.span.start);
    if last.span.start < start {
        return None;
    }
    let between = folded(&text[last.span.end..candidate.span.start]);
    let words: Vec<&str> =
        between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let joined = format!(" {} ", words.join(" "));
    let behind = row(ANSWERS)
        .iter()
        .map(|lead| lead.folded.as_str())
        .filter_map(|lead| joined.rfind(&format!(" {lead} ")).map(|at| at + lead.len() + 2))
        .max()?;
    let told = joined[behind..].split_whitespace().any(is_verb);
    (!told).then(|| day_told_before(text, candidate.span.start, found, reference))?
}

/// Whether a day is that of something in the background: «قبل يومين», «الهجوم الذي وقع ليل السبت».
pub(super) fn is_background(text: &str, candidate: &Candidate) -> bool {
    let back = |time: &Time| matches!(time, Time::Offset { past: Some(true), .. });
    let offset = back(&candidate.time) || matches!(&candidate.time, Time::About(of) if back(of));
    let start = sentence_start(text, candidate.span.start);
    let clause =
        text[start..candidate.span.start].rsplit(['،', ',', '؛', ':']).next().unwrap_or_default();
    offset || folded(clause).split_whitespace().any(|word| is(word, RELATIVE))
}

/// Whether an expression is «في اليوم نفسه».
pub(super) fn is_same_day(candidate: &Candidate) -> bool {
    matches!(candidate.time, Time::Unit { unit: Unit::Day, step: Step::Same })
}

/// Whether an expression is «ذلك اليوم», which is never the day on which it is said.
pub(super) fn is_that_day(candidate: &Candidate) -> bool {
    matches!(candidate.time, Time::Unit { unit: Unit::Day, step: Step::Told(0) })
}
