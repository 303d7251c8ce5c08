//! The terms of a text: what it is found by.

use crate::arabic::fold::fold;
use crate::arabic::stem::{analyze, family};
use crate::arabic::tokenize::{TokenKind, tokens};
use crate::span::Span;

/// Which of the two texts that meet in a search is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A text that is to be found.
    Index,
    /// What is asked; words that only ask are left out.
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
    /// The letters shared with its kin.
    Family,
    /// Three letters that follow each other in the word without its clitics.
    Trigram,
}

/// The terms of a text in order, those of one word together, the stem first.
///
/// ```
/// use sijill::site::search::{Side, terms};
/// let terms: Vec<String> = terms("والعراق", Side::Index).into_iter().map(|term| term.text).collect();
/// assert_eq!(terms, ["عراق", "~عرق", "^عرا", "^راق"]);
/// ```
pub fn terms(text: &str, side: Side) -> Vec<Term> {
    let made = fold(text);
    let mut found = Vec::new();
    for token in tokens(&made.text).filter(|token| token.kind != TokenKind::Mark) {
        let word = token.span.cut(&made.text);
        let read = analyze(word);
        if side == Side::Query && read.function {
            continue;
        }
        let span = made.map.span_to_source(token.span);
        let mut push = |text: String, kind| found.push(Term { text, kind, span });
        push(read.stem.clone().into_owned(), TermKind::Stem);
        if read.function {
            continue;
        }
        push(format!("~{}", family(&read.stem)), TermKind::Family);
        if let Some(other) = read.other {
            push(other.to_owned(), TermKind::Stem);
            push(format!("~{}", family(other)), TermKind::Family);
        }
        for trigram in trigrams(read.bare) {
            push(format!("^{trigram}"), TermKind::Trigram);
        }
    }
    found
}

/// The runs of three letters of a word; the word itself where it is shorter.
pub(super) fn trigrams(word: &str) -> impl Iterator<Item = &str> {
    let ends = || word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let whole = (ends().count() <= 3).then_some(word);
    whole.into_iter().chain(ends().zip(ends().skip(3)).map(|(start, end)| &word[start..end]))
}
