//! A file → [`RawArticle`]: bytes are decoded, a saved page gives up its text and metadata.

use std::path::Path;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Error, Warned};
use crate::document::{Clue, FrontMatter, InputKind, Origin};
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
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The encoding that the bytes had, by its WHATWG name.
    pub encoding: &'static str,
}

impl RawArticle {
    /// What is kept of it beside the document.
    pub fn into_origin(self) -> Origin {
        Origin { path: self.path, kind: self.kind, raw: self.text, sha256: self.sha256, encoding: self.encoding }
    }
}

/// Reads one file.
///
/// # Errors
///
/// The file cannot be read, is empty or holds no text, or its front matter is no YAML.
pub fn read(path: &Path, config: &Config) -> Result<Warned<RawArticle>, Error> {
    let _ = config;
    let bytes = std::fs::read(path).map_err(|source| Error::file(path, "reading the article", source))?;
    let text: Arc<str> = String::from_utf8_lossy(&bytes).into();
    Ok(Warned::clean(RawArticle {
        path: path.display().to_string(),
        kind: match path.extension().and_then(|e| e.to_str()) {
            Some("md") => InputKind::Markdown,
            Some("html" | "htm") => InputKind::Html,
            _ => InputKind::Text,
        },
        body: Span::new(0, text.len()),
        text,
        front_matter: FrontMatter::default(),
        clues: Vec::new(),
        title: None,
        sha256: String::new(),
        encoding: "UTF-8",
    }))
}

/// Takes a text that came from no file, such as a line of the filter.
///
/// # Errors
///
/// Its front matter is no YAML, or it holds no text.
pub fn from_text(path: &str, text: &str, kind: InputKind, config: &Config) -> Result<Warned<RawArticle>, Error> {
    let _ = config;
    let text: Arc<str> = text.into();
    Ok(Warned::clean(RawArticle {
        path: path.to_owned(),
        kind,
        body: Span::new(0, text.len()),
        text,
        front_matter: FrontMatter::default(),
        clues: Vec::new(),
        title: None,
        sha256: String::new(),
        encoding: "UTF-8",
    }))
}
