//! Days on which others published something: «ما تداولته بعض المواقع يومي 30 و31 أغسطس» tells when it was said, and not that it was.

use super::words::Words;
use crate::arabic::clitics::readings;
use crate::arabic::lexicon::{Kinds, RELATIVE, SPREAD, SPREADING, kinds};
use crate::document::TimeExpression;

/// How far before its day the verb of publishing stands: «ما تداولته بعض المواقع الإخبارية ومواقع التواصل الاجتماعي يومي».
const REACH: usize = 14;
/// How far before that verb stands «ما» or «التي».
const LEAD: usize = 2;

/// Whether a day is that on which something was published of which the sentence speaks.
pub(super) fn is_of_spreading(words: &Words<'_>, date: &TimeExpression) -> bool {
    let first = words.index_at(date.span.start);
    let can_be = |at: usize| {
        let read = readings(words.at(at));
        read.iter().fold(words.kinds(at), |all: Kinds, reading| all | kinds(reading.rest))
    };
    let ends = |at: &usize| !words.is_letters(*at) || !words.same_paragraph(*at, first);
    let from = (first.saturating_sub(REACH)..first).rev().find(ends).map_or(0, |end| end + 1);
    let from = from.max(first.saturating_sub(REACH));
    let is_lead = |at: usize| {
        let of_word = can_be(at);
        let is_what = readings(words.at(at)).iter().any(|reading| reading.rest == "ما");
        is_what || words.at(at) == "مما" || words.at(at) == "عما" || of_word.any(RELATIVE)
    };
    let is_spread = |at: usize| {
        let led = || (at.saturating_sub(LEAD).max(from)..at).any(is_lead);
        can_be(at).any(SPREADING) || can_be(at).any(SPREAD) && led()
    };
    (from..first).any(is_spread)
}
