//! One sentence, as the rules of the timeline read it.

use crate::arabic::clitics::Onto;
use crate::arabic::clitics::readings;
use crate::arabic::lexicon::{
    DAY_PART, DID, HAPPENED, Kinds, LOOSE_END, PART_OF_TIME, WEEKDAY_NAME, kinds,
};
use crate::arabic::reading::{Sentence, Text};
use crate::arabic::tokenize::TokenKind;
use crate::document::Mention;
use crate::span::Span;

/// A verb in the past that tells what happened.
pub(super) const DEED: Kinds = Kinds::of(&[HAPPENED, DID]);

/// One sentence of a text.
pub(super) struct Reader<'t> {
    pub(super) read: &'t Text,
    pub(super) text: &'t str,
    /// What the article names, in order.
    pub(super) names: &'t [Mention],
    pub(super) sentence: &'t Sentence,
}

impl Reader<'_> {
    /// What a word can be without what is written onto it.
    pub(super) fn can_be(&self, at: usize) -> Kinds {
        let whole = self.read.kinds(at);
        let word = self.read.letters(at);
        let readings = readings(word);
        let short = readings.iter().find(|reading| matches!(reading.proclitics, "و" | "ف"));
        short.map_or(whole, |reading| whole | kinds(reading.rest))
    }

    /// What a word can be behind any proclitic: «لهذا», «بنفسها».
    pub(super) fn can_be_behind(&self, at: usize) -> Kinds {
        readings(self.read.letters(at))
            .iter()
            .fold(self.read.kinds(at), |all, reading| all | kinds(reading.rest))
    }

    /// The letters of a word as they are written, with their vowel signs.
    pub(super) fn written(&self, at: usize) -> &str {
        self.read.words[at].span().cut(self.text)
    }

    /// Whether a word, not a number or mark, stands here, still in the sentence.
    pub(super) fn is_word(&self, at: usize) -> bool {
        at < self.sentence.words.1 && self.read.words[at].kind == TokenKind::Word
    }

    /// Whether a word is part of a name.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.name_of(at).is_some()
    }

    /// The name that a word is part of.
    pub(super) fn name_of(&self, at: usize) -> Option<Span> {
        let span = self.read.words[at].span();
        let next = self.names.partition_point(|name| name.span.end <= span.start);
        self.names.get(next).map(|name| name.span).filter(|name| name.overlaps(span))
    }

    /// Whether a word is of a time: «صباح», «الأربعاء».
    pub(super) fn is_of_time(&self, at: usize) -> bool {
        self.can_be(at).any(PART_OF_TIME | DAY_PART | WEEKDAY_NAME)
    }

    /// Whether a word is definite by «ال».
    pub(super) fn is_definite(&self, at: usize) -> bool {
        self.read.letters(at).has_article() && !self.can_be(at).any(LOOSE_END)
    }
}

/// Those of a list in the order of the text that lie within a span.
pub(super) fn within<T>(list: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let from = list.partition_point(|one| of(one).start < span.start);
    let len = list[from..].partition_point(|one| of(one).end <= span.end);
    &list[from..from + len]
}
