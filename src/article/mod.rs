//! The wing of one article: a pure map from a file to an annotated document.
//!
//! `.txt` and `.html` pass [`read`], [`clean`], [`annotate`]; `.md` passes read and annotate.

pub mod annotate;
pub mod clean;
pub mod read;

use std::path::Path;

use crate::config::Config;
use crate::diagnostics::{Error, Warned};
use crate::document::{Document, InputKind, Order, parse};
use crate::knowledge::Knowledge;

/// Reads, cleans and annotates one file.
///
/// # Errors
///
/// The file cannot be read, or its front matter is no YAML.
pub fn article(
    path: &Path,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Document>, Error> {
    article_in(path, Order::DayFirst, knowledge, config)
}

/// The same; `order` is how days are read that their own page leaves open, as others of its source have shown.
///
/// # Errors
///
/// As [`article`].
pub fn article_in(
    path: &Path,
    order: Order,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Document>, Error> {
    let raw = read::read(path, config)?;
    annotated(raw, order, knowledge, config)
}

/// Reads, cleans and annotates all articles of one file: several of a conversation or a feed, none of mere talk.
///
/// # Errors
///
/// As [`article`]; and where a file is damaged.
pub fn articles_in(
    path: &Path,
    order: Order,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Vec<Document>>, Error> {
    let Warned { value, mut diagnostics } = read::read_all(path, config)?;
    let mut documents = Vec::with_capacity(value.len());
    for raw in value {
        let mut made = annotated(Warned::clean(raw), order, knowledge, config)?;
        diagnostics.append(&mut made.diagnostics);
        documents.push(made.value);
    }
    Ok(Warned { value: documents, diagnostics })
}

fn annotated(
    raw: Warned<read::RawArticle>,
    order: Order,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Document>, Error> {
    let draft = match raw.value.kind {
        InputKind::Text | InputKind::Html => {
            raw.and_then(|raw| clean::clean(&raw, knowledge, config))
        }
        InputKind::Markdown => {
            let parsed =
                parse(&raw.value.text).map_err(|found| found.in_file(raw.value.path.clone()))?;
            raw.and_then(|raw| {
                let mut draft = parsed;
                draft.value.origin = raw.into_origin();
                draft
            })
        }
    };
    Ok(draft.and_then(|draft| annotate::annotate_in(draft, order, knowledge, config)))
}
