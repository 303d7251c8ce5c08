//! The terms of a text: what it is found by.

use crate::arabic::fold::folded;
use crate::arabic::stem::{analyze, family};
use crate::arabic::tokenize::{TokenKind, tokens};
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
    /// The letters shared with its kin.
    Family,
    /// Three letters that follow each other in the word without its clitics; by these
    /// a query finds words of the vocabulary that are spelled nearly so.
    Trigram,
}

/// A word of a text as search reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// The word folded.
    pub(super) folded: String,
    /// Its readings: one, or two where a first letter may be a preposition.
    pub(super) readings: Vec<Reading>,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
}

/// One way to read a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Reading {
    /// The letters that it shares with its kin.
    pub(super) family: String,
    /// Its stem.
    pub(super) stem: String,
    /// The word without its clitics.
    pub(super) bare: String,
}

/// The words of a text with all that is known of them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    spans(text).filter_map(|span| word(span, span.cut(text)))
}

/// Where the words and numbers of a text stand.
pub(super) fn spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    tokens(text).filter(|token| token.kind != TokenKind::Mark).map(|token| token.span)
}

/// Reads one word; nothing is left of one that is all marks.
pub(super) fn word(span: Span, word: &str) -> Option<Word> {
    let folded = folded(word);
    let read = analyze(&folded);
    if folded.is_empty() {
        return None;
    }
    let function = read.function;
    let reading = |stem: &str, bare: &str| Reading {
        // Words that hold a sentence together have no kin.
        family: if function { stem.to_owned() } else { family(stem) },
        stem: stem.to_owned(),
        bare: bare.to_owned(),
    };
    let readings = std::iter::once(reading(&read.stem, read.bare)).chain(read.other.map(|other| reading(other, other))).collect();
    Some(Word { span, readings, function, folded })
}

/// The terms of a text in order, those of one word together, the stem first.
///
/// ```
/// use sijill::site::search::{Side, terms};
/// let terms: Vec<String> = terms("والعراق", Side::Index).into_iter().map(|term| term.text).collect();
/// assert_eq!(terms, ["عراق", "~عرق", "=عراق", "^عرا", "^راق"]);
/// ```
pub fn terms(text: &str, side: Side) -> Vec<Term> {
    let words: Vec<Word> = words(text).collect();
    let all = side == Side::Index || words.iter().all(|word| word.function);
    let mut found = Vec::new();
    for word in words.iter().filter(|word| all || !word.function) {
        let mut push = |text: String, kind| found.push(Term { text, kind, span: word.span });
        for reading in &word.readings {
            push(reading.stem.clone(), TermKind::Stem);
            if !word.function {
                push(format!("~{}", reading.family), TermKind::Family);
            }
        }
        let bare = word.readings.first().filter(|_| !word.function).map(|reading| reading.bare.as_str());
        if let Some(bare) = bare {
            push(format!("={bare}"), TermKind::Form);
        }
        for trigram in bare.into_iter().flat_map(trigrams) {
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAIRS: &str = include_str!("../../../tests/corpus/search-pairs.txt");

    /// The first reading of a word.
    fn read(text: &str) -> Vec<Reading> {
        words(text).next().map(|word| word.readings).unwrap_or_default()
    }

    fn kin(a: &str, b: &str, part: fn(&Reading) -> &str) -> bool {
        let (a, b) = (read(a), read(b));
        a.iter().any(|a| b.iter().any(|b| part(a) == part(b)))
    }

    /// Found and asked of the odd and of the even lines, with what was missed.
    fn count() -> ([[usize; 2]; 2], Vec<String>, usize) {
        let (mut halves, mut missed, mut merged) = ([[0; 2]; 2], Vec::new(), 0);
        let (mut class, mut line) = ("", 0);
        for text in PAIRS.lines().filter(|text| !text.starts_with('#')) {
            let Some((a, b)) = text.split_once(' ') else {
                (class, line) = (text, 0);
                continue;
            };
            line += 1;
            if class == "differ" {
                merged += usize::from(kin(a, b, |reading| &reading.stem));
                if kin(a, b, |reading| &reading.stem) {
                    missed.push(format!("one stem: {text}"));
                }
                continue;
            }
            let found = kin(a, b, |reading| &reading.stem) || kin(a, b, |reading| &reading.family);
            let half = &mut halves[(line + 1) % 2];
            half[0] += usize::from(found);
            half[1] += 1;
            if !found {
                missed.push(format!("{class} {} {text}: {:?} {:?}", line % 2, read(a), read(b)));
            }
        }
        (halves, missed, merged)
    }

    #[test]
    fn words_of_one_class_find_each_other() {
        let (halves, missed, merged) = count();
        println!("odd and even lines, found of asked: {halves:?}; wrongly of one stem: {merged}");
        for [found, asked] in halves {
            assert!(found * 100 >= asked * 97, "{found} of {asked}\n{}", missed.join("\n"));
        }
        assert!(merged <= 1, "{merged} wrongly of one stem\n{}", missed.join("\n"));
    }

    #[test]
    fn the_query_drops_words_that_hold_a_sentence_together() {
        let told = |text| terms(text, Side::Query).len();
        assert_eq!(told("من العراق"), told("العراق"));
        assert_ne!(told("من في"), 0);
        assert_eq!(told("ًٌ"), 0);
    }
}
