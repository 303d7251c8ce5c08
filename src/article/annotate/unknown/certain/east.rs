//! Names of Korea, China and Vietnam: the family first, then syllables that nothing else has.

use super::super::reading::Readings;
use crate::arabic::lexicon::{COMMON, EAST_FAMILY, EAST_SYLLABLE, LOOSE_END, PHRASE_END, is};

/// «كيم يو جونغ», «نغوين شوان فوك»: a family and two syllables.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (first, second) = (at + 1, at + 2);
    let is_family = readings.bare_is(at, EAST_FAMILY) && readings.goes_on(at, first);
    if !is_family || !is_syllable(readings, first) || !goes_on(readings, at, second) {
        return None;
    }
    // «لي وأنا هو»: no «و» comes off a syllable, and what ends a phrase closes no name but as one of three.
    is_syllable(readings, second).then_some(second)
}

/// Whether a word goes on with the one before it as it is written.
fn goes_on(readings: &Readings<'_>, from: usize, at: usize) -> bool {
    let words = readings.words;
    words.is_letters(at) && words.same_paragraph(from, at) && !readings.taken(at)
}

fn is_syllable(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let is_other = readings.words.is(at, COMMON | PHRASE_END | LOOSE_END);
    is(word, EAST_SYLLABLE) && !(is_other && word.chars().count() > 3)
}
