//! Where the decisions about articles stand.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::files_below;
use crate::diagnostics::Error;

/// Where the decisions about an article stand: `content/articles/2021/a.txt` has `content/review/2021/a.yaml`.
pub fn review_path(root: &Path, article: &Path) -> PathBuf {
    let inside = article.strip_prefix(root.join("content/articles")).unwrap_or(article);
    // An ending of two parts is not taken off whole: «خبر.2021.txt» is «خبر.2021».
    root.join("content/review").join(inside.with_extension("yaml"))
}

/// Where the decisions about an article of this slug stand: those about one of several articles of a file, whose slugs
/// begin with its name, have a file each.
///
/// ```
/// use std::path::Path;
/// use sijill::site::load::review_file;
/// let at = |path, slug| review_file(Path::new(""), Path::new(path), slug);
/// assert_eq!(at("content/articles/marsa.txt", Some("marsa-2021-07-26-1000")), Path::new("content/review/marsa-2021-07-26-1000.yaml"));
/// assert_eq!(at("content/articles/marsa.txt", None), Path::new("content/review/marsa.yaml"));
/// ```
pub fn review_file(root: &Path, article: &Path, slug: Option<&str>) -> PathBuf {
    let own = review_path(root, article);
    match slug.filter(|slug| slug.starts_with(&of_parts(&own))) {
        Some(slug) => own.with_file_name(format!("{slug}.yaml")),
        None => own,
    }
}

/// How the slugs of several articles of one file begin, by the file of its decisions.
fn of_parts(own: &Path) -> String {
    format!("{}-", own.file_stem().unwrap_or_default().to_string_lossy())
}

/// The files of decisions that may belong to an article of a file, its own first; `all` are those that there are.
pub(super) fn candidates(root: &Path, article: &Path, all: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    let own = review_path(root, article);
    let begins = of_parts(&own);
    let is_part = |path: &&PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        path.parent() == own.parent() && name.starts_with(&begins)
    };
    let of_file = all.get(&own);
    let parts = all.range(own.with_file_name(&begins)..).take_while(is_part);
    of_file.into_iter().chain(parts).cloned().collect()
}

/// All files of decisions.
pub(super) fn all(root: &Path) -> Result<BTreeSet<PathBuf>, Error> {
    Ok(files_below(&root.join("content/review"), &["yaml", "yml"])?.into_iter().collect())
}
