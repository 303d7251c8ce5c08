//! What a reader reads of a Markdown text, with the way back.

use super::markup::MarkedText;
use crate::span::Span;

/// What a reader reads of a Markdown text: the paragraphs, joined by line breaks.
///
/// All findings are spans of [`text`](Self::text). Inside a paragraph there is no line break.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plain {
    /// The paragraphs, joined by `\n`.
    pub text: String,
    /// Where each paragraph stands, and what it is.
    pub paragraphs: Vec<Paragraph>,
    /// For each run of text: where it stands here and where in the Markdown; both ranges hold the same bytes.
    pub pieces: Vec<(Span, Span)>,
}

/// One paragraph of the plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its range.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// Running text.
    Text,
    /// A heading of the given level, 1 to 6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// Code, in which nothing is found.
    Code,
}

impl Plain {
    /// What a reader reads of a Markdown text.
    pub fn of(text: &MarkedText) -> Self {
        Self::of_text(&text.markdown)
    }

    /// A text that is no Markdown: each line is a paragraph, and nothing is changed.
    pub fn of_text(text: &str) -> Self {
        let mut start = 0;
        let paragraphs = text
            .split('\n')
            .map(|line| {
                let span = Span::new(start, start + line.len());
                start = span.end + 1;
                Paragraph { span, kind: ParagraphKind::Text }
            })
            .collect();
        Self { text: text.to_owned(), paragraphs, pieces: vec![(Span::new(0, text.len()), Span::new(0, text.len()))] }
    }

    /// The paragraph (from 0) in which a byte stands.
    pub fn paragraph_at(&self, byte: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.span.start <= byte).saturating_sub(1)
    }
}
