//! Claims about a number.

use crate::arabic::calendar::Edtf;
use crate::knowledge::Id;
use crate::site::model::number::ArticleNo;
use crate::span::Span;

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// When it was claimed, or for when; nothing where an article has no date.
    pub date: Option<Edtf>,
    /// How many.
    pub value: f64,
    /// Who says so, and where.
    pub by: ClaimedBy,
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimedBy {
    /// The editor has it from somewhere.
    Editor {
        /// Who says so.
        source: String,
        /// The event it is claimed about.
        event: Id,
    },
    /// An article has it.
    Article(FigureAt),
}

/// A number in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureAt {
    /// The article.
    pub article: ArticleNo,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence, in the plain text.
    pub span: Span,
    /// The number and what it counts.
    pub number: Span,
    /// «نحو», «أكثر من»: how exact it is meant, in the source's words; empty where it says nothing.
    pub about: Span,
}
