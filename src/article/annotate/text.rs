//! One article as all steps read it, made once.

use super::spotted::{Spotted, spotted};
use super::words::{Unquoted, Words};
use crate::arabic::tokenize::sentences;
use crate::document::Plain;
use crate::knowledge::Knowledge;
use crate::span::Span;

/// An article, read.
pub(super) struct Text<'t> {
    /// What a reader reads of it.
    pub(super) plain: &'t Plain,
    /// Its words.
    pub(super) words: Words<'t>,
    /// Its words without quotation marks.
    pub(super) unquoted: Unquoted,
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
    /// The cue phrases of the knowledge base in it.
    pub(super) spotted: Vec<Spotted>,
}

/// A sentence and what stands in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Where it stands.
    pub(super) span: Span,
    /// Its first word, and the word behind its last.
    pub(super) words: (usize, usize),
    /// The first of its cue phrases, and the one behind the last.
    spotted: (usize, usize),
}

impl<'t> Text<'t> {
    /// Reads an article.
    pub(super) fn of(plain: &'t Plain, knowledge: &Knowledge) -> Self {
        let words = Words::of(plain);
        let unquoted = Unquoted::of(&words);
        let spotted = spotted(&words, &unquoted, knowledge.cues());
        let (mut word, mut spot) = (0, 0);
        let sentence = |span: Span| {
            let last = word + words.list[word..].iter().take_while(|word| word.span.start < span.end).count();
            let end = spot + spotted[spot..].iter().take_while(|spotted| spotted.first < last).count();
            let made = Sentence { span, words: (word, last), spotted: (spot, end) };
            (word, spot) = (last, end);
            made
        };
        let sentences = sentences(&plain.text).into_iter().map(sentence).collect();
        Self { plain, words, unquoted, sentences, spotted }
    }

    /// The cue phrases of a sentence.
    pub(super) fn spotted(&self, sentence: &Sentence) -> &[Spotted] {
        &self.spotted[sentence.spotted.0..sentence.spotted.1]
    }
}
