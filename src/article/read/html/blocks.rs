//! What the mark-up of a page says about its lines.

use crate::document::RemovedKind;
use crate::span::Span;

/// What the mark-up of a saved page says about its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// One entry for each line of the raw text behind the front matter, in order.
    pub lines: Vec<PageLine>,
}

/// A line of a saved page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageLine {
    /// Its bytes in the raw text, without the line break.
    pub span: Span,
    /// What kind of block it was.
    pub block: Block,
    /// Whether the main-text library counts it to the article.
    pub main: bool,
    /// Whether it stands in an element that the page itself calls the article.
    pub article: bool,
    /// How many of a hundred of its characters are links.
    pub linked: u8,
    /// What the elements around it say that it is, where they say so: a menu, a share bar, comments.
    pub hint: Option<RemovedKind>,
    /// Links and emphasis inside it, in order, never overlapping.
    pub inlines: Vec<Inline>,
}

/// What kind of block a line was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph,
    /// A heading of the given level, 1 to 6.
    Heading(u8),
    /// An item of a list: its number where the list is ordered.
    Item(Option<u32>),
    /// A paragraph of a quotation.
    Quote,
    /// What is written under a picture.
    Caption,
    /// A picture.
    Image(Image),
}

/// A picture of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Its address.
    pub address: String,
    /// Where it leads whoever presses it.
    pub leads_to: Option<String>,
    /// Whether its bytes lie beside the page or in it, and can be the article's.
    pub is_here: bool,
}

/// A link or emphasis inside a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// Its bytes in the raw text.
    pub span: Span,
    /// What it is.
    pub style: Style,
}

/// What an [`Inline`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// A link and its address.
    Link(String),
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
}
