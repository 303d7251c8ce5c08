//! Where the cue words of the knowledge base stand in an article.

use super::words::{Joined, Words, is_proclitic};
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
pub(super) fn spotted(words: &Words<'_>, joined: &Joined, cues: &Cues) -> Vec<Spotted> {
    let mut found = Vec::new();
    for hit in cues.hits(&joined.text) {
        let (lead, first) = joined.lead(hit.start);
        let with_article = lead.strip_suffix("ال").is_some_and(is_proclitic)
            || lead.strip_suffix('ل').is_some_and(|lead| lead.ends_with('ل') && is_proclitic(lead));
        if !with_article && !is_proclitic(lead) {
            continue;
        }
        let (first, last) = (joined.word(first), joined.word(joined.place(hit.end - 1)));
        if words.same_paragraph(first, last) {
            let meant = hit.phrases.iter().filter(|(_, needs_article)| with_article || !needs_article);
            found.extend(meant.map(|&(phrase, _)| Spotted { phrase, first, last }));
        }
    }
    found.sort_by_key(|spotted| (spotted.first, spotted.last, spotted.phrase));
    found
}
