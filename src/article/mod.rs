//! The wing of one article: a pure map from a file to an annotated document.
//!
//! `.txt` and `.html` pass [`read`], [`clean`], [`annotate`]; `.md` passes read and annotate, and only its head is asked for
//! what its front matter leaves open.

pub mod annotate;
pub mod clean;
mod handwritten;
pub mod read;

use std::path::Path;

use crate::config::Config;
use crate::diagnostics::{Error, Warned};
use crate::document::picture::addresses;
use crate::document::review::{Review, Reviews};
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
pub(crate) fn article_in(
    path: &Path,
    order: Order,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Document>, Error> {
    let raw = read::read(path, config)?;
    annotated(raw, order, &Review::default(), knowledge)
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
    articles_reviewed(path, order, &Reviews::default(), knowledge, config)
}

/// The same with what a person decided in `content/review/` about the articles of the file, which no step overrules.
///
/// # Errors
///
/// As [`articles_in`].
pub fn articles_reviewed(
    path: &Path,
    order: Order,
    reviews: &Reviews,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Vec<Document>>, Error> {
    let Warned { value, mut diagnostics } = read::read_all(path, config)?;
    let mut documents = Vec::with_capacity(value.len());
    let nothing = Review::default();
    let is_only = value.len() == 1;
    for raw in value {
        // Decisions speak of the words of one article: those of a file that has several are of none.
        let review = reviews.of(raw.front_matter.slug.as_deref(), is_only).unwrap_or(&nothing);
        let mut made = annotated(Warned::clean(raw), order, review, knowledge)?;
        diagnostics.append(&mut made.diagnostics);
        documents.push(made.value);
    }
    Ok(Warned { value: documents, diagnostics })
}

/// Cleans and annotates an article that was read.
///
/// # Errors
///
/// It is Markdown, and its front matter is no YAML.
pub fn article_of(
    raw: Warned<read::RawArticle>,
    knowledge: &Knowledge,
) -> Result<Warned<Document>, Error> {
    annotated(raw, Order::DayFirst, &Review::default(), knowledge)
}

fn annotated(
    mut raw: Warned<read::RawArticle>,
    order: Order,
    review: &Review,
    knowledge: &Knowledge,
) -> Result<Warned<Document>, Error> {
    let text = std::sync::Arc::clone(&raw.value.text);
    let mut told = review.settle_front_matter(&text, &mut raw.value.front_matter);
    let draft = match raw.value.kind {
        InputKind::Text | InputKind::Html => raw.and_then(|raw| clean::clean(&raw, knowledge)),
        InputKind::Markdown => {
            let parsed =
                parse(&raw.value.text).map_err(|found| found.in_file(raw.value.path.clone()))?;
            raw.and_then(|raw| {
                let mut draft = parsed;
                handwritten::read_head(&raw, &mut draft.value, knowledge);
                draft.value.origin = raw.into_origin();
                draft
            })
        }
    };
    let mut draft = draft;
    // Those of a notice that was cut are on no page.
    let named = addresses(&draft.value.text.markdown);
    draft.value.origin.pictures.retain(|picture| named.contains(&picture.address));
    told.extend(review.settle(&mut draft.value));
    let mut made = draft.and_then(|draft| annotate::annotate_in(draft, order, knowledge));
    made.diagnostics.append(&mut told);
    Ok(made)
}
