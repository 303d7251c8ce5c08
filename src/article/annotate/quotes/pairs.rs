//! Which opening mark belongs to which closing one.

use super::super::words::Words;
use crate::arabic::lexicon::{THAT, is};

/// The inside of a pair of quotation marks, by words; the marks are no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// First word inside.
    pub(super) first: usize,
    /// Last word inside.
    pub(super) last: usize,
    /// The word at which it opens, or would have opened: the mark, or the word before `first`.
    pub(super) open: usize,
    /// The closing mark, or the last word of the paragraph.
    pub(super) close: usize,
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opens,
    Closes,
    /// A straight mark that could do either.
    Either,
}

/// The outermost pairs of an article, in order.
pub(super) fn pairs(words: &Words<'_>) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < words.list.len() {
        let paragraph = words.list[start].paragraph;
        let end = words.list[start..].iter().position(|word| word.paragraph != paragraph).map_or(words.list.len(), |at| start + at);
        paragraph_pairs(words, start, end, &mut found);
        start = end;
    }
    found
}

/// The pairs of the words `start..end` of one paragraph.
fn paragraph_pairs(words: &Words<'_>, start: usize, end: usize, found: &mut Vec<Pair>) {
    let mut open: Option<usize> = None;
    let mut depth = 0usize;
    let mut free_from = start;
    for index in start..end {
        let Some(side) = side(words, index) else { continue };
        match (side, open) {
            (Side::Opens | Side::Either, None) => (open, depth) = (Some(index), 1),
            // A straight mark is its own closing one; a mark of another kind nests.
            (Side::Opens, Some(at)) if words.at(at) != "\"" || words.at(index) != "\"" => depth += 1,
            (Side::Closes | Side::Either | Side::Opens, Some(at)) if closes(words.at(at), words.at(index)) => {
                depth -= 1;
                if depth == 0 {
                    found.push(Pair { first: at + 1, last: index - 1, open: at, close: index });
                    open = None;
                    free_from = index + 1;
                }
            }
            (_, Some(_)) => depth = depth.saturating_sub(1).max(1),
            // A closing mark whose opening one fell out: the speech begins behind the last «أن».
            (Side::Closes, None) => {
                if let Some(at) = (free_from..index).rev().find(|&at| is_that(words.at(at))) {
                    found.push(Pair { first: at + 1, last: index - 1, open: at, close: index });
                }
                free_from = index + 1;
            }
        }
    }
    // An opening mark whose closing one fell out: the speech goes on to the end of the paragraph.
    if let Some(at) = open
        && at + 1 < end
    {
        found.push(Pair { first: at + 1, last: end - 1, open: at, close: end - 1 });
    }
}

fn side(words: &Words<'_>, index: usize) -> Option<Side> {
    match words.at(index) {
        "«" | "“" | "„" | "‟" => Some(Side::Opens),
        "»" | "”" => Some(Side::Closes),
        "\"" => {
            let span = words.list[index].span;
            let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\u{0610}'..='\u{065F}'));
            let before = outside(words.text[..span.start].chars().next_back());
            let after = outside(words.text[span.end..].chars().next());
            match (before, after) {
                (true, false) => Some(Side::Opens),
                (false, true) => Some(Side::Closes),
                _ => Some(Side::Either),
            }
        }
        _ => None,
    }
}

/// Whether a mark can close what another opened; writers mix the kinds of one shape.
fn closes(open: &str, close: &str) -> bool {
    match open {
        "«" => close == "»",
        "\"" => close == "\"",
        _ => matches!(close, "”" | "“" | "\""),
    }
}

/// «أن» and its kin, behind which speech begins.
pub(super) fn is_that(word: &str) -> bool {
    is(word, THAT)
}
