//! The hall where the two wings meet: annotated Markdown.
//!
//! A [`Draft`] is text and what a person marked in it, not yet annotated; a
//! [`Document`] is the same with all that the program found. Both are plain
//! CommonMark on disk:
//!
//! 1. [`parse`] turns a file's text into a [`Draft`] (front matter by
//!    [`front_matter`], marks by [`markup`]);
//! 2. [`Plain`] is what a reader reads of it, with the way back to the Markdown
//!    ([`plain`]); all findings are spans of it;
//! 3. [`write()`](write()) spells a [`Document`] as a file again;
//! 4. [`json`] holds the records of the filter;
//! 5. `kept` is documents as bytes, for the next build;
//! 6. [`identity`] tells a document from every other without its text;
//! 7. [`chronology`] tells the paragraphs that each open with their day;
//! 8. [`picture`] tells the pictures of an article and their files;
//! 9. [`review`] reads what a person decided about an article that is no Markdown; [`yaml`] changes one value of a file.

pub mod chronology;
pub mod findings;
pub mod front_matter;
mod headline;
mod identity;
pub mod json;
pub(crate) mod kept;
pub mod markup;
mod order;
mod parse;
pub mod picture;
pub mod plain;
pub mod review;
mod sound;
mod standing;
mod write;
pub mod yaml;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::span::Span;

pub use findings::{
    About, Attestation, Conflict, Findings, Mention, MentionKind, Quote, RolePrinted, Speaker,
    TimeExpression, TopicScore,
};
pub use front_matter::{
    CleanRule, DateBasis, DateEvidence, Display, FrontMatter, KeyLines, NO_DATE, PublicationStatus,
    Removed, RemovedKind, Source,
};
pub(crate) use headline::headline_as_written;
pub use headline::readable;
pub use identity::Identity;
pub use markup::{Annotation, Author, Mark, MarkedText};
pub use order::{FigureOrder, Order};
pub use parse::{parse, split_front_matter};
pub use picture::Picture;
pub use plain::{Paragraph, ParagraphKind, Plain};
pub use write::write;

/// Text and what a person marked in it, not yet annotated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// What stands at the head of the file, or was found there by cleaning.
    pub front_matter: FrontMatter,
    /// The body as Markdown, without its marks, and the marks beside it.
    pub text: MarkedText,
    /// What the head and foot of the page say about its date and source.
    pub clues: Vec<Clue>,
    /// Where it comes from.
    pub origin: Origin,
}

/// An article with all that was found in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The front matter of the draft and what was inferred.
    pub front_matter: FrontMatter,
    /// The body as Markdown and all marks, a person's and the program's.
    pub text: MarkedText,
    /// What a reader reads of it; all spans of the findings are spans of its text.
    pub plain: Plain,
    /// Mentions, dates, quotes, topics and events.
    pub findings: Findings,
    /// What its page shows of the order of day and month.
    pub order: FigureOrder,
    /// Where it comes from.
    pub origin: Origin,
    /// What tells it from every other document; whoever changes anything of it sets this back to the default.
    #[serde(skip)]
    pub identity: Identity,
}

/// What kind of file an article was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InputKind {
    /// Text as copied or scraped.
    #[default]
    Text,
    /// A saved page.
    Html,
    /// Markdown, by hand or by `annotate --write`.
    Markdown,
}

/// The WHATWG name of an encoding: `windows-1256`.
pub type EncodingName = &'static str;

/// Where an article comes from, and its raw text for the cleaning log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The file, as the user would name it.
    pub path: String,
    /// What kind of file it was.
    pub kind: InputKind,
    /// The decoded text, front matter included; of a saved page the lines of its visible text.
    /// The spans of [`Removed`] are ranges of it.
    #[serde(with = "kept::text")]
    pub raw: Arc<str>,
    /// SHA-256 of the file's bytes, in hexadecimal; empty where there was no file.
    pub sha256: String,
    /// The encoding that the bytes had, by its WHATWG name.
    #[serde(with = "kept::named")]
    pub encoding: EncodingName,
    /// The pictures of its text that lie beside it or in it.
    #[serde(default)]
    pub pictures: Vec<Picture>,
}

impl Default for Origin {
    fn default() -> Self {
        Self {
            path: String::new(),
            kind: InputKind::default(),
            raw: Arc::from(""),
            sha256: String::new(),
            encoding: "UTF-8",
            pictures: Vec::new(),
        }
    }
}

/// Something that the head or foot of a page, its address or its metadata says about date, author or source.
///
/// Cleaning takes these lines out of the text and keeps them here; dating weighs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clue {
    /// What kind of line it was.
    pub kind: ClueKind,
    /// Its words, without the label: of «تاريخ النشر: 27 كانون الثاني 2024» what follows the colon.
    pub text: String,
    /// Where it stood in the raw text; empty where it stood in metadata.
    pub span: Span,
}

/// What kind of line a [`Clue`] was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClueKind {
    /// A date with a label that says publication: «تاريخ النشر», «نُشر في».
    Published,
    /// A date with a label that only says date: «التاريخ:», «بتاريخ».
    Dated,
    /// A date with a label that says change: «آخر تحديث».
    Updated,
    /// A bare day at the article: between headline and text, beside the byline, right behind the text.
    ArticleDay,
    /// A bare day right above the headline: the article's, unless its text says otherwise.
    HeadDay,
    /// A day above the menu, away from the article: the clock of whoever saved the page.
    Clock,
    /// The year of the rights at the foot: «© 2022», which is that in which the page was saved.
    Rights,
    /// How old the page says that the article is: «منذ ساعتين».
    Age,
    /// The dateline that opens the lede: «بغداد – 7 نيسان».
    Dateline,
    /// Metadata of a saved page that says publication (JSON-LD, Open Graph, `<time>`).
    MetadataPublished,
    /// Metadata of a saved page that says change.
    MetadataModified,
    /// When a message, a letter or a post was sent.
    Stamp,
    /// Who sent it: an outlet only where the knowledge base knows it as one.
    Sender,
    /// The address of the page.
    Address,
    /// Who wrote it.
    Byline,
    /// Who published it: «المصدر: …», the site's name in metadata.
    Outlet,
}
