//! The terms of a text: what it is found by.

use super::word::{ROOT, SearchWord, words};
use crate::span::Span;

/// Which of the two texts that meet in a search is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A text that is to be found.
    Index,
    /// What is asked; words that only hold a sentence together are left out, unless nothing else is there.
    Query,
}

/// One term of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term as the index spells it, with the mark of its kind.
    pub text: String,
    /// How it was made.
    pub kind: TermKind,
    /// The word that it was made from.
    pub span: Span,
}

/// How a term was made from a word, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// The stem.
    Stem,
    /// The word without its clitics.
    Form,
    /// The root that it shares with its kin.
    Root,
    /// Three letters that follow each other in the word without its clitics, with a mark where it ends and two where
    /// it begins, so that first letters count more; by these an index that knows nothing else finds words that are
    /// spelled nearly so.
    Trigram,
}

/// The terms of a text in order, those of one word together, the stem first.
///
/// ```
/// use sijill::site::search::{Side, terms};
/// let terms: Vec<String> = terms("والعراق", Side::Index).into_iter().map(|term| term.text).collect();
/// assert_eq!(terms, ["عراق", "~عراق~", "=عراق", "^__ع", "^_عر", "^عرا", "^راق", "^اق_"]);
/// ```
pub fn terms(text: &str, side: Side) -> Vec<Term> {
    let words: Vec<SearchWord> = words(text).collect();
    let all = side == Side::Index || words.iter().all(|word| word.function);
    let mut found = Vec::new();
    for word in words.iter().filter(|word| all || !word.function) {
        let mut push = |text: String, kind| found.push(Term { text, kind, span: word.span });
        for reading in &word.readings {
            push(reading.stem.clone(), TermKind::Stem);
            if let Some(root) = reading.key.strip_prefix(ROOT) {
                push(format!("~{root}"), TermKind::Root);
            }
        }
        let bare =
            word.readings.first().filter(|_| !word.function).map(|reading| reading.bare.as_str());
        if let Some(bare) = bare {
            push(format!("={bare}"), TermKind::Form);
        }
        for trigram in bare.into_iter().flat_map(trigrams) {
            push(format!("^{trigram}"), TermKind::Trigram);
        }
    }
    found
}

/// The runs of three letters of a word and of the marks around it.
fn trigrams(word: &str) -> Vec<String> {
    let letters: Vec<char> = "__".chars().chain(word.chars()).chain(['_']).collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}
