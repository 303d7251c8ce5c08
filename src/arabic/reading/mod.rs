//! A text read once: its words folded, with what each can be and where it stands, its sentences, its quotation marks in pairs.
//!
//! 1. [`Text::of`] folds the text, takes the words from [`tokenize`](super::tokenize) and asks the [`lexicon`](super::lexicon) for each;
//! 2. [`pairs`](self) finds which opening mark belongs to which closing one;
//! 3. [`Nations`] says of which nations it speaks.
//!
//! Dates, names, quotations, figures and kinship of texts all read this, so that a quotation is one for all of them.

mod nations;
mod pairs;

use super::fold::fold;
use super::lexicon::{self, Entry, Kinds};
use super::tokenize::{TokenKind, sentences, tokens};
use crate::span::{Back, Mapped, Span};

pub use nations::Nations;
pub use pairs::Pair;

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    start: u32,
    end: u32,
    folded_start: u32,
    folded_end: u32,
    paragraph: u32,
    entry: Entry,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its first word, and the word behind its last.
    pub words: (usize, usize),
}

/// A paragraph, as [`Text::of`] is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it begins.
    pub start: usize,
    /// Whether its words are read; those of code are not.
    pub is_prose: bool,
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    folded: Mapped,
    /// Words, numbers and marks in order.
    pub words: Vec<Word>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The outermost pairs of quotation marks in order.
    pub pairs: Vec<Pair>,
}

impl Text {
    /// Reads a text of which each line is a paragraph.
    pub fn of_lines(text: &str) -> Self {
        let mut start = 0;
        let parts = text.split('\n').map(|line| {
            let part = Part { start, is_prose: true };
            start += line.len() + 1;
            part
        });
        Self::of(text, parts)
    }

    /// Reads a text; `parts` are its paragraphs in order.
    pub fn of(text: &str, parts: impl Iterator<Item = Part>) -> Self {
        let folded = fold(text);
        let mut words = Vec::with_capacity(text.len() / 9);
        let mut parts = parts.peekable();
        let (mut number, mut is_prose) = (0_u32, parts.next().is_none_or(|part| part.is_prose));
        let mut back = Back::new(&folded.map);
        for token in tokens(&folded.text) {
            let start = back.to_source(token.span.start);
            let end = back.to_source(token.span.end).max(start);
            while let Some(part) = parts.next_if(|part| part.start <= start) {
                (number, is_prose) = (number + 1, part.is_prose);
            }
            if is_prose {
                let entry = lexicon::entry(token.span.cut(&folded.text), &text[start..end]);
                let [start, end, folded_start, folded_end] =
                    [start, end, token.span.start, token.span.end].map(|byte| byte as u32);
                words.push(Word {
                    start,
                    end,
                    folded_start,
                    folded_end,
                    paragraph: number,
                    entry,
                    kind: token.kind,
                });
            }
        }
        let mut read = Self { folded, words, sentences: Vec::new(), pairs: Vec::new() };
        read.sentences = read.sentences_of(text);
        read.pairs = pairs::pairs(&read, text);
        read
    }

    fn sentences_of(&self, text: &str) -> Vec<Sentence> {
        let mut first = 0;
        let sentence = |span: Span| {
            let behind = first
                + self.words[first..]
                    .iter()
                    .take_while(|word| (word.start as usize) < span.end)
                    .count();
            let made = Sentence { span, words: (first, behind) };
            first = behind;
            made
        };
        sentences(text).into_iter().map(sentence).collect()
    }

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

    /// Whether two words stand in one paragraph.
    #[inline]
    pub fn same_paragraph(&self, a: usize, b: usize) -> bool {
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
    pub fn index_at(&self, byte: usize) -> usize {
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
    pub fn is_quotation_mark(&self, index: usize) -> bool {
        let is_mark = self.words.get(index).is_some_and(|word| word.kind == TokenKind::Mark);
        is_mark
            && matches!(
                self.letters(index),
                "«" | "»" | "\"" | "“" | "”" | "„" | "‟" | "'" | "‘" | "’" | "״"
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_prose_is_not_read() {
        let text = "أول\nlet x = 1;\nثالث";
        let starts = [(0, true), ("أول\n".len(), false), ("أول\nlet x = 1;\n".len(), true)];
        let read =
            Text::of(text, starts.into_iter().map(|(start, is_prose)| Part { start, is_prose }));
        let words: Vec<(&str, usize)> =
            read.words.iter().map(|word| (word.span().cut(text), word.paragraph())).collect();
        assert_eq!(words, [("أول", 0), ("ثالث", 2)]);
        assert_eq!(
            read.sentences.iter().map(|sentence| sentence.words).collect::<Vec<_>>(),
            [(0, 1), (1, 1), (1, 2)]
        );
    }

    #[test]
    fn an_empty_text_is_read() {
        let read = Text::of_lines("");
        assert!(read.words.is_empty() && read.pairs.is_empty());
        assert_eq!((read.letters(0), read.folded((0, 1)), read.index_at(7)), ("", "", 0));
    }
}
