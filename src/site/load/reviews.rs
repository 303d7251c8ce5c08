//! The files of `content/review/`: which belongs to which article, and which to none.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::{files_below, read_text, shown};
use super::files::ArticleFile;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::review::Review;

/// The decisions of a file; none where there is no file.
pub(super) fn read(path: Option<&Path>) -> Result<Warned<Review>, Error> {
    let Some(path) = path else { return Ok(Warned::default()) };
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
    articles: impl Iterator<Item = &'a ArticleFile>,
) -> Result<Vec<Diagnostic>, Error> {
    let known: BTreeSet<&Path> = articles.filter_map(|article| article.review.as_deref()).collect();
    let files = files_below(&root.join("content/review"), &["yaml", "yml"])?;
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
