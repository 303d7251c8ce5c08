//! Where the clauses of a sentence begin, and what its verbs do: whatever parts a date or a verb from the words of an event.

use std::ops::Range;

use super::super::words::Words;
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{
    CLAUSE_OPENER, OWN_WAW, RELATIVE, TAKES_PLACE, TELLS_WHEN, TOOK_PLACE, is,
};

/// What stands between two places of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parting {
    /// Nothing that opens a clause.
    None,
    /// One relative clause that says when the thing was: «الجولة الثالثة، التي عُقدت الأربعاء».
    Relative,
    /// Another clause.
    Clause,
}

/// What parts two places. Words of time expressions open no clause: «بعد» of «بعد غد» is none of theirs.
pub(super) fn parting(
    words: &Words<'_>,
    between: Range<usize>,
    is_dated: impl Fn(usize) -> bool,
) -> Parting {
    let mut found = Parting::None;
    // «آب 2023: الاجتماع الأول» is a row of a list, which its date heads.
    let heads_row =
        |index: usize| words.at(index) == ":" && index.checked_sub(1).is_some_and(&is_dated);
    for index in between.filter(|&index| !is_dated(index) && !heads_row(index)) {
        if is_relative(words.at(index)) {
            if found == Parting::Relative || !tells_occurrence(words, index) {
                return Parting::Clause;
            }
            found = Parting::Relative;
        } else if opens(words, index) {
            return Parting::Clause;
        }
    }
    found
}

/// The words around `at` up to the next clause on either side; a relative clause that says when the thing is belongs to it.
pub(super) fn around(
    words: &Words<'_>,
    sentence: Range<usize>,
    at: (usize, usize),
    is_dated: impl Fn(usize) -> bool,
) -> Range<usize> {
    let stops =
        |&index: &usize| !is_dated(index) && (opens(words, index) || is_relative(words.at(index)));
    let from = (sentence.start..at.0).rev().find(stops).map_or(sentence.start, |opener| opener + 1);
    let to = (at.1 + 1..sentence.end).find(|index| {
        stops(index) && !(is_relative(words.at(*index)) && tells_occurrence(words, *index))
    });
    from..to.unwrap_or(sentence.end)
}

/// Whether a clause begins at this word that is not a relative one.
pub(super) fn opens(words: &Words<'_>, index: usize) -> bool {
    let word = words.at(index);
    match word {
        "؛" | ":" | "." => true,
        // «، وقال», «، ثم»; a comma alone may only set off a place or a day.
        "،" => {
            let next = words.at(index + 1);
            next.opens_with(AND) && !is(next, OWN_WAW) || matches!(next, "ثم" | "بل")
        }
        _ => {
            is(word, CLAUSE_OPENER)
                || word.behind(AND | SO).is_some_and(|rest| is(rest, CLAUSE_OPENER))
        }
    }
}

/// «الذي», «التي».
pub(super) fn is_relative(word: &str) -> bool {
    is(word, RELATIVE)
}

/// Whether a relative pronoun is followed by a verb of taking place: «التي عُقدت», «الذي أُقيم», «التي كانت مقررة».
pub(super) fn tells_occurrence(words: &Words<'_>, relative: usize) -> bool {
    /// «التي لم تُعقد»
    const REACH: usize = 3;
    (relative + 1..=relative + REACH).any(|index| {
        let word = words.at(index);
        has_happened(word) || is_happening(word) || matches!(word, "كانت" | "كان")
    })
}

/// Whether the word is a verb in the perfect that says that something took place, with or without a pronoun.
pub(super) fn has_happened(word: &str) -> bool {
    let bare = word.without(AND | SO);
    [word, bare].into_iter().any(|word| {
        let without =
            ["هما", "ها", "ه"].into_iter().filter_map(|pronoun| word.strip_suffix(pronoun));
        std::iter::once(word).chain(without).any(|word| is(word, TOOK_PLACE))
    })
}

/// Whether the word is a verb in the imperfect that says that something takes place: «يجتمع», «تُعقد», «ويستقبل».
pub(super) fn is_happening(word: &str) -> bool {
    let bare = word.without(AND | SO);
    bare.strip_prefix(['ي', 'ت']).is_some_and(|rest| {
        let of_him = ["ي", rest].concat();
        let shorter = ["ان", "ون", "ين", "وا", "ا", "ها", "ه"]
            .into_iter()
            .filter_map(|ending| of_him.strip_suffix(ending));
        std::iter::once(of_him.as_str()).chain(shorter).any(|verb| is(verb, TAKES_PLACE))
    })
}

/// Whether the word is a verb of saying, to which a date beside it belongs: «أعلن الخميس موعد الاستئناف».
pub(super) fn is_saying(word: &str) -> bool {
    let bare = word.without(AND | SO);
    is(word, TELLS_WHEN) || is(bare, TELLS_WHEN)
}
