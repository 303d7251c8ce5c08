//! Where the cue words of the knowledge base stand in an article.

use super::words::{Unquoted, Words};
use crate::knowledge::{Cues, Phrase};

/// A cue phrase at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spotted {
    /// The phrase.
    pub(super) phrase: Phrase,
    /// Its first word.
    pub(super) first: usize,
    /// Its last word.
    pub(super) last: usize,
}

/// All cue phrases of an article, in the order of the text.
pub(super) fn spotted(words: &Words<'_>, unquoted: &Unquoted, cues: &Cues) -> Vec<Spotted> {
    let mut found = Vec::new();
    for hit in cues.hits(&unquoted.letters(words)) {
        let (first, last) = (unquoted.word(hit.first), unquoted.word(hit.last));
        if words.same_paragraph(first, last) {
            found.push(Spotted { phrase: hit.phrase, first, last });
        }
    }
    found.sort_by_key(|spotted| (spotted.first, spotted.last, spotted.phrase));
    found
}
