//! The files of `content/review/`: which belongs to which article, and which to none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{read_text, shown};
use super::files::ArticleFile;
use super::review_paths::{all, review_file, review_path};
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::Document;
use crate::document::review::{Review, Reviews};

/// The decisions about the articles of a file.
pub(super) fn read(root: &Path, file: &ArticleFile) -> Result<Warned<Reviews>, Error> {
    let mut made: Warned<Reviews> = Warned::default();
    for path in &file.reviews {
        let review = read_one(path)?;
        made.diagnostics.extend(review.diagnostics);
        if *path == review_path(root, &file.path) {
            made.value.own = review.value;
        } else {
            let slug = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            made.value.parts.insert(slug, review.value);
        }
    }
    Ok(made)
}

fn read_one(path: &Path) -> Result<Warned<Review>, Error> {
    let text = read_text(path, "reading the review")?;
    let mut review = Review::parse(&text).map_err(|found| found.in_file(shown(path)))?;
    review.value.path = shown(path);
    review.diagnostics =
        review.diagnostics.into_iter().map(|found| found.in_file(shown(path))).collect();
    Ok(review)
}

/// A warning for each file of decisions whose article is not there.
pub(super) fn left_over<'a>(
    root: &Path,
    articles: impl Iterator<Item = (&'a ArticleFile, &'a [Arc<Document>])>,
) -> Result<Vec<Diagnostic>, Error> {
    let mut known: BTreeSet<PathBuf> = BTreeSet::new();
    for (file, documents) in articles {
        let slugs = documents.iter().map(|document| document.front_matter.slug.as_deref());
        known.extend(slugs.map(|slug| review_file(root, &file.path, slug)));
        if documents.len() <= 1 {
            known.insert(review_path(root, &file.path));
        }
    }
    let files = all(root)?;
    let lost = files.iter().filter(|path| !known.contains(path.as_path()));
    Ok(lost
        .map(|path| {
            let message = "these decisions belong to no article of content/articles";
            Diagnostic::warning("review-lost", message)
                .help("give the file the name of its article, with the ending .yaml, or remove it")
                .in_file(shown(path))
        })
        .collect())
}
