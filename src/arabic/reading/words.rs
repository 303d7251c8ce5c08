//! What a text is read into: its words, its sentences, its quotation marks in pairs.

use serde::{Deserialize, Serialize};

use crate::arabic::lexicon::{Entry, Kinds};
use crate::arabic::tokenize::TokenKind;
use crate::span::{Mapped, Span};

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) folded_start: u32,
    pub(super) folded_end: u32,
    pub(super) paragraph: u32,
    pub(super) entry: Entry,
    /// What it is.
    pub kind: TokenKind,
}

impl Word {
    /// Where it stands in the text.
    #[inline]
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Where it stands in the folded text.
    #[inline]
    fn folded(&self) -> Span {
        Span::new(self.folded_start as usize, self.folded_end as usize)
    }

    /// The paragraph in which it stands, from 0.
    #[inline]
    pub fn paragraph(&self) -> usize {
        self.paragraph as usize
    }
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its first word, and the word behind its last.
    pub words: (usize, usize),
}

/// A text as it was read.
///
/// ```
/// use sijill::arabic::lexicon::SAYING;
/// use sijill::arabic::reading::Text;
/// let text = "قالت الوزيرة: «بدأ العمل».\nووصل الوفد.";
/// let read = Text::of_lines(text);
/// assert_eq!(read.letters(1), "الوزيره");
/// assert!(read.kinds(0).any(SAYING));
/// assert_eq!(read.sentences.len(), 2);
/// assert_eq!(read.pairs[0].inside(&read).cut(text), "بدأ العمل");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    #[serde(with = "super::packed::folded")]
    pub(super) folded: Mapped,
    /// Words, numbers and marks in order.
    #[serde(with = "super::packed::words")]
    pub words: Vec<Word>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The outermost pairs of quotation marks in order.
    pub pairs: Vec<Pair>,
}

/// The inside of a pair of quotation marks, by words; the marks are no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// First word inside.
    pub first: usize,
    /// Last word inside.
    pub last: usize,
    /// The word at which it opens, or would have opened: the mark, or the word before `first`.
    pub open: usize,
    /// The closing mark, or the last word of the paragraph.
    pub close: usize,
    /// Whether both its marks are written.
    pub is_whole: bool,
}

impl Pair {
    /// Where its inside stands in the text; empty where there is nothing inside.
    pub fn inside(&self, text: &Text) -> Span {
        match (text.words.get(self.first), text.words.get(self.last)) {
            (Some(first), Some(last)) if self.first <= self.last => {
                Span::new(first.span().start, last.span().end)
            }
            _ => Span::default(),
        }
    }
}

impl Text {
    /// The folded letters of a word; nothing beyond the ends.
    #[inline]
    pub fn letters(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.folded().cut(&self.folded.text))
    }

    /// What a word can be, as it is written; nothing beyond the ends.
    #[inline]
    pub fn kinds(&self, index: usize) -> Kinds {
        self.words.get(index).map_or(Kinds::NONE, |word| word.entry.kinds())
    }

    /// The number of what a word can be, as it is written; that of nothing beyond the ends.
    #[inline]
    pub(crate) fn entry(&self, index: usize) -> Entry {
        self.words.get(index).map_or(Entry::default(), |word| word.entry)
    }

    /// Whether two words stand in one paragraph.
    #[inline]
    pub(crate) fn same_paragraph(&self, a: usize, b: usize) -> bool {
        matches!((self.words.get(a), self.words.get(b)), (Some(a), Some(b)) if a.paragraph == b.paragraph)
    }

    /// The text from `skipped` folded bytes inside the first word to the end of the last.
    pub fn span(&self, first: usize, skipped: usize, last: usize) -> Span {
        let start = match skipped {
            0 => self.words[first].start as usize,
            _ => self.folded.map.to_source(self.words[first].folded_start as usize + skipped),
        };
        Span::new(start, self.words[last].end as usize)
    }

    /// The first word that ends behind a byte of the text.
    pub(crate) fn index_at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.end as usize <= byte)
    }

    /// The folded text of some words in a row, with what stands between them.
    ///
    /// ```
    /// use sijill::arabic::reading::Text;
    /// let read = Text::of_lines("زار الوزيرُ بغدادَ أمس.");
    /// assert_eq!(read.folded((1, 3)), "الوزير بغداد");
    /// ```
    pub fn folded(&self, (first, behind): (usize, usize)) -> &str {
        match (self.words.get(first), behind.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) if first.folded_start <= last.folded_start => {
                &self.folded.text[first.folded_start as usize..last.folded_end as usize]
            }
            _ => "",
        }
    }

    /// Whether a word is a quotation mark.
    #[inline]
    pub(crate) fn is_quotation_mark(&self, index: usize) -> bool {
        let is_mark = self.words.get(index).is_some_and(|word| word.kind == TokenKind::Mark);
        is_mark
            && matches!(
                self.letters(index),
                "«" | "»" | "\"" | "“" | "”" | "„" | "‟" | "'" | "‘" | "’" | "״"
            )
    }
}
