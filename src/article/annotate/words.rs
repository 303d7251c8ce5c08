//! The words of one article, as every step of annotation asks for them.

use crate::arabic::clitics::lengths;
use crate::arabic::lexicon::Kinds;
use crate::arabic::reading::{Text, Word};
use crate::arabic::tokenize::TokenKind;
use crate::document::Plain;
use crate::span::Span;

/// The words of one article: its text and what was read of it.
#[derive(Clone, Copy)]
pub(super) struct Words<'t> {
    /// The plain text.
    pub(super) text: &'t str,
    /// What was read of it.
    pub(super) reading: &'t Text,
    /// Words, numbers and marks in order.
    pub(super) list: &'t [Word],
}

impl<'t> Words<'t> {
    /// The words of a plain text, without those of code.
    pub(super) fn of(plain: &'t Plain) -> Self {
        let reading = plain.reading();
        Self { text: &plain.text, reading, list: &reading.words }
    }

    /// The folded letters of a word; nothing beyond the ends.
    #[inline]
    pub(super) fn at(&self, index: usize) -> &'t str {
        self.reading.letters(index)
    }

    /// A word as it is written; nothing beyond the ends.
    #[inline]
    pub(super) fn written(&self, index: usize) -> &'t str {
        self.list.get(index).map_or("", |word| word.span().cut(self.text))
    }

    /// What a word can be, as it is written.
    #[inline]
    pub(super) fn kinds(&self, index: usize) -> Kinds {
        self.reading.kinds(index)
    }

    /// Whether a word can be one of these.
    #[inline]
    pub(super) fn is(&self, index: usize, kinds: Kinds) -> bool {
        self.kinds(index).any(kinds)
    }

    /// The folded letters of the word before, in the same paragraph; nothing where there is none.
    #[inline]
    pub(super) fn before(&self, index: usize) -> &'t str {
        match index.checked_sub(1) {
            Some(before) if self.same_paragraph(before, index) => self.at(before),
            _ => "",
        }
    }

    /// The folded letters of the word behind, in the same paragraph; nothing where there is none.
    #[inline]
    pub(super) fn after(&self, index: usize) -> &'t str {
        if self.same_paragraph(index, index + 1) { self.at(index + 1) } else { "" }
    }

    /// Whether two words stand in one paragraph.
    #[inline]
    pub(super) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.reading.same_paragraph(a, b)
    }

    /// The plain text from `skipped` folded bytes inside the first word to the end of the last.
    pub(super) fn span(&self, first: usize, skipped: usize, last: usize) -> Span {
        self.reading.span(first, skipped, last)
    }

    /// The first word that ends behind a byte of the plain text.
    pub(super) fn index_at(&self, byte: usize) -> usize {
        self.reading.index_at(byte)
    }

    /// Whether it is a word of letters.
    #[inline]
    pub(super) fn is_letters(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| word.kind == TokenKind::Word)
    }

    /// Whether the word is a quotation mark, which may stand inside a name.
    #[inline]
    pub(super) fn is_quotation_mark(&self, index: usize) -> bool {
        self.reading.is_quotation_mark(index)
    }
}

/// The words of an article without its quotation marks, so that a name may hold one.
pub(super) struct Unquoted(Vec<usize>);

impl Unquoted {
    /// Leaves the marks out.
    pub(super) fn of(words: &Words<'_>) -> Self {
        Self((0..words.list.len()).filter(|&index| !words.is_quotation_mark(index)).collect())
    }

    /// Their folded letters.
    pub(super) fn letters<'w>(&self, words: &Words<'w>) -> Vec<&'w str> {
        self.0.iter().map(|&index| words.at(index)).collect()
    }

    /// The number among all words of the one that stands at a place among these.
    pub(super) fn word(&self, place: usize) -> usize {
        self.0[place]
    }
}

/// Every way to take proclitics off a folded word that leaves two letters: how many bytes come off.
pub(super) fn proclitics(word: &str) -> impl Iterator<Item = usize> + '_ {
    /// What stays is longer than this, in bytes.
    const LEAST: usize = 3;
    lengths(word).into_iter().skip(1).flatten().filter(|length| word.len() > length + LEAST)
}

/// Whether these letters can stand before a name in one word.
pub(super) fn is_proclitic(letters: &str) -> bool {
    lengths(letters).into_iter().flatten().any(|length| length == letters.len())
}
