//! The one place that knows how an annotation is spelled.

use super::findings::{MentionKind, Speaker};
use crate::arabic::calendar::Edtf;
use crate::knowledge::Id;
use crate::span::Span;

/// Markdown without its annotations, and the annotations beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkedText {
    /// CommonMark with ordinary links only.
    pub markdown: String,
    /// The annotations, in the order of the text; they never overlap.
    pub marks: Vec<Mark>,
}

/// An annotation on a range of Markdown.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What stands between the brackets, in bytes of the Markdown without marks.
    pub span: Span,
    /// What it says.
    pub annotation: Annotation,
    /// Whose word it is.
    pub by: Author,
    /// How a person spelled what follows the label (`](person:x "…")`), where it is not the way [`write()`](super::write()) spells it.
    pub spelled: Option<String>,
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq)]
pub enum Annotation {
    /// `[surface](person:ID)`; without an id where the name is recognised but unknown.
    Mention(MentionKind, Option<Id>),
    /// `[surface](date:EDTF)`
    Date(Edtf),
    /// `[«](quote:ID)` on an opening quotation mark.
    Quote(Speaker),
    /// `[»](endquote:)` where marks are unbalanced.
    EndQuote,
    /// `[surface](plain:)`: a person decided that nothing is here.
    Plain,
}

/// Whose word a mark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Author {
    /// It stands in `content/`; it is never overruled.
    Person,
    /// It is found anew at every build.
    #[default]
    Program,
}

impl MarkedText {
    /// Text without any markup: whatever CommonMark would read as markup is escaped.
    /// Each line is a paragraph.
    pub fn from_plain(text: &str) -> Self {
        Self { markdown: text.to_owned(), marks: Vec::new() }
    }
}
