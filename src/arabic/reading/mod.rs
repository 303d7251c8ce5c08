//! A text read once: its words folded, with what each can be and where it stands, its sentences, its quotation marks in pairs.
//!
//! 1. [`Text::of`] folds the text, takes the words from [`tokenize`](super::tokenize) and asks the [`lexicon`](super::lexicon) for each;
//! 2. [`pairs`](self) finds which opening mark belongs to which closing one;
//! 3. [`Nations`] says of which nations it speaks;
//! 4. `packed` is its words as bytes, for the next build.
//!
//! Dates, names, quotations, figures and kinship of texts all read this, so that a quotation is one for all of them.

mod nations;
mod packed;
mod pairs;
mod words;

use super::fold::fold;
use super::lexicon;
use super::tokenize::{sentences, tokens};
use crate::span::{Back, Span};

pub use nations::{Nations, nation_at};
pub use words::{Pair, Sentence, Text, Word};

/// A paragraph, as [`Text::of`] is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it begins.
    pub start: usize,
    /// Whether its words are read; those of code are not.
    pub is_prose: bool,
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
