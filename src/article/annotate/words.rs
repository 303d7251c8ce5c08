//! One article as folded words, with the way back: made once, used by every step.

use crate::arabic::fold::fold;
use crate::arabic::lexicon::{Kinds, as_written};
use crate::arabic::tokenize::{TokenKind, tokens};
use crate::document::{ParagraphKind, Plain};
use crate::span::{Back, Mapped, Span};

/// The words of one article.
pub(super) struct Words<'t> {
    /// The plain text.
    pub(super) text: &'t str,
    folded: Mapped,
    /// Words, numbers and marks in order.
    pub(super) list: Vec<Word>,
}

/// A word, number or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it stands in the plain text.
    pub(super) span: Span,
    /// Where it stands in the folded text.
    folded: Span,
    /// What it is.
    pub(super) kind: TokenKind,
    /// The paragraph in which it stands.
    pub(super) paragraph: usize,
}

impl<'t> Words<'t> {
    /// The words of a plain text, without those of code.
    pub(super) fn of(plain: &'t Plain) -> Self {
        let folded = fold(&plain.text);
        let mut list = Vec::with_capacity(plain.text.len() / 9);
        let mut paragraph = 0;
        let mut back = Back::new(&folded.map);
        for token in tokens(&folded.text) {
            let start = back.to_source(token.span.start);
            let span = Span::new(start, back.to_source(token.span.end).max(start));
            while plain.paragraphs.get(paragraph + 1).is_some_and(|next| next.span.start <= span.start) {
                paragraph += 1;
            }
            if plain.paragraphs.get(paragraph).is_none_or(|paragraph| paragraph.kind != ParagraphKind::Code) {
                list.push(Word { span, folded: token.span, kind: token.kind, paragraph });
            }
        }
        Self { text: &plain.text, folded, list }
    }

    /// The folded letters of a word; nothing beyond the ends.
    #[inline]
    pub(super) fn at(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |word| word.folded.cut(&self.folded.text))
    }

    /// What a word can be, as it is written.
    #[inline]
    pub(super) fn kinds(&self, index: usize) -> Kinds {
        self.list.get(index).map_or(Kinds::NONE, |word| as_written(word.folded.cut(&self.folded.text), word.span.cut(self.text)))
    }

    /// Whether a word can be one of these.
    #[inline]
    pub(super) fn is(&self, index: usize, kinds: Kinds) -> bool {
        self.kinds(index).any(kinds)
    }

    /// The folded letters of the word before, in the same paragraph; nothing where there is none.
    #[inline]
    pub(super) fn before(&self, index: usize) -> &str {
        match index.checked_sub(1) {
            Some(before) if self.same_paragraph(before, index) => self.at(before),
            _ => "",
        }
    }

    /// The folded letters of the word behind, in the same paragraph; nothing where there is none.
    #[inline]
    pub(super) fn after(&self, index: usize) -> &str {
        if self.same_paragraph(index, index + 1) { self.at(index + 1) } else { "" }
    }

    /// Whether two words stand in one paragraph.
    #[inline]
    pub(super) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        matches!((self.list.get(a), self.list.get(b)), (Some(a), Some(b)) if a.paragraph == b.paragraph)
    }

    /// The plain text from `skipped` folded bytes inside the first word to the end of the last.
    pub(super) fn span(&self, first: usize, skipped: usize, last: usize) -> Span {
        let start = match skipped {
            0 => self.list[first].span.start,
            _ => self.folded.map.to_source(self.list[first].folded.start + skipped),
        };
        Span::new(start, self.list[last].span.end)
    }

    /// The first word that begins at or behind a byte of the plain text.
    pub(super) fn index_at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.span.end <= byte)
    }

    /// Whether it is a word of letters.
    #[inline]
    pub(super) fn is_letters(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|word| word.kind == TokenKind::Word)
    }

    /// Whether the word is a quotation mark, which may stand inside a name.
    #[inline]
    pub(super) fn is_quotation_mark(&self, index: usize) -> bool {
        let is_mark = self.list.get(index).is_some_and(|word| word.kind == TokenKind::Mark);
        is_mark && matches!(self.at(index), "«" | "»" | "\"" | "“" | "”" | "„" | "‟" | "'" | "‘" | "’" | "״")
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
    pub(super) fn letters<'w>(&self, words: &'w Words<'_>) -> Vec<&'w str> {
        self.0.iter().map(|&index| words.at(index)).collect()
    }

    /// The number among all words of the one that stands at a place among these.
    pub(super) fn word(&self, place: usize) -> usize {
        self.0[place]
    }
}

/// Every way to take proclitics off a folded word that leaves two letters: how many bytes come off.
pub(super) fn proclitics(word: &str) -> impl Iterator<Item = usize> + '_ {
    const PROCLITICS: [&str; 10] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل"];
    PROCLITICS.into_iter().filter(|clitic| word.len() > clitic.len() + 3 && word.starts_with(clitic)).map(str::len)
}

/// Whether these letters can stand before a name in one word.
pub(super) fn is_proclitic(letters: &str) -> bool {
    matches!(letters, "" | "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "وك" | "فب" | "فل")
}
