//! One article as all steps read it, made once.

use super::spotted::{Spotted, spotted};
use super::words::{Unquoted, Words};
use crate::arabic::reading;
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
        let mut spot = 0;
        let sentence = |read: &reading::Sentence| {
            let end = spot
                + spotted[spot..].iter().take_while(|spotted| spotted.first < read.words.1).count();
            let made = Sentence { span: read.span, words: read.words, spotted: (spot, end) };
            spot = end;
            made
        };
        let sentences = words.reading.sentences.iter().map(sentence).collect();
        Self { plain, words, unquoted, sentences, spotted }
    }

    /// The cue phrases of a sentence.
    pub(super) fn spotted(&self, sentence: &Sentence) -> &[Spotted] {
        &self.spotted[sentence.spotted.0..sentence.spotted.1]
    }
}
