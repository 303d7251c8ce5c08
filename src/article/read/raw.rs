//! One file, decoded and not yet cleaned.

use std::sync::Arc;

use super::html::Page;
use crate::document::{Clue, FrontMatter, InputKind, Origin, Picture};
use crate::span::Span;

/// One file, decoded and not yet cleaned.
#[derive(Clone, Debug, PartialEq)]
pub struct RawArticle {
    /// The file, as the user would name it.
    pub path: String,
    /// What kind of file it was.
    pub kind: InputKind,
    /// The decoded text, front matter included; of a saved page the lines of its visible text.
    pub text: Arc<str>,
    /// What a person wrote at its head.
    pub front_matter: FrontMatter,
    /// Where the text begins behind the front matter.
    pub body: Span,
    /// What the metadata and the address of a saved page say.
    pub clues: Vec<Clue>,
    /// The title that the metadata of a saved page gives.
    pub title: Option<String>,
    /// What the mark-up of a saved page says about its lines.
    pub page: Option<Page>,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The encoding that the bytes had, by its WHATWG name.
    pub encoding: &'static str,
    /// The pictures of a saved page that lie beside it or in it, and may be its article's.
    pub pictures: Vec<Picture>,
}

impl RawArticle {
    /// What is kept of it beside the document.
    pub fn into_origin(self) -> Origin {
        Origin {
            path: self.path,
            kind: self.kind,
            raw: self.text,
            sha256: self.sha256,
            encoding: self.encoding,
            pictures: self.pictures,
        }
    }
}

/// The most bytes of one article. A book has one or two million letters; more is a dump or a mistake.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
