//! Which files under `content/articles/` are articles, and what is said of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::disk::{entries_below, shown};
use super::review_paths::{self, review_path};
use crate::diagnostics::{Diagnostic, Error};
use crate::document::picture::is_half;
use std::time::SystemTime;

/// The endings of files that hold articles, in the order in which one of several beside a `.md` is taken for its original.
pub const ENDINGS: [&str; 16] = [
    "txt", "html", "htm", "xhtml", "mhtml", "mht", "eml", "docx", "odt", "pdf", "json", "rss",
    "atom", "xml", "md", "markdown",
];

/// Endings of Markdown, which is an article as a person wants it, whatever lies beside it.
const MARKDOWN: [&str; 2] = ["md", "markdown"];

/// How many files of one ending are named.
const NAMED: usize = 10;

/// An article and, where it is Markdown with its raw text beside it, that text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ArticleFile {
    pub(super) path: PathBuf,
    pub(super) original: Option<PathBuf>,
    /// What a person decided about its articles: the files that may say so, its own first.
    pub(super) reviews: Vec<PathBuf>,
    /// What lies in the folder that a browser saved with it.
    pub(super) beside: Vec<PathBuf>,
}

impl ArticleFile {
    pub(super) fn stamps(&self) -> Stamps {
        let stamp = |path: &PathBuf| {
            let found = std::fs::metadata(path).ok()?;
            Some((found.len(), found.modified().ok()?))
        };
        let files =
            [&self.path].into_iter().chain(&self.original).chain(&self.reviews).chain(&self.beside);
        files.map(stamp).collect()
    }
}

/// The files of a folder of articles.
#[derive(Debug, Default)]
pub(super) struct ArticleFiles {
    /// Those that are read, by name; where `x.md` stands beside `x.txt` or `x.html`, the Markdown is the article.
    pub(super) articles: Vec<ArticleFile>,
    /// Every Markdown, which may stand for one of the articles of a file beside it.
    pub(super) by_hand: BTreeSet<PathBuf>,
    /// Warnings of those that are not read, one an ending.
    pub(super) unread: Vec<Diagnostic>,
}

/// Sorts the files of `content/articles/`.
///
/// # Errors
///
/// A folder cannot be listed.
pub(super) fn article_files(root: &Path) -> Result<ArticleFiles, Error> {
    let all = entries_below(&root.join("content/articles"))?;
    let pages = Pages::of(&all);
    let mut beside = beside(&all, &pages.all);
    let (known, others): (Vec<&PathBuf>, Vec<&PathBuf>) = all
        .iter()
        .filter(|path| !belongs_to_page(path, &pages))
        .partition(|path| ENDINGS.contains(&ending(path).as_str()));
    let by_hand: BTreeSet<PathBuf> =
        known.iter().filter(|path| is_markdown(path)).map(|path| (*path).clone()).collect();
    let known: BTreeSet<&Path> = known.into_iter().map(PathBuf::as_path).collect();
    let raw_beside = |path: &Path| {
        let raw = ENDINGS.iter().filter(|ending| !MARKDOWN.contains(ending));
        raw.map(|ending| path.with_extension(ending)).find(|raw| known.contains(raw.as_path()))
    };
    let has_markdown =
        |path: &Path| MARKDOWN.iter().any(|ending| by_hand.contains(&path.with_extension(ending)));
    let decided = review_paths::all(root)?;
    // Markdown holds what was decided itself, but for what an editor puts there by hand.
    let reviews = |path: &Path| {
        let mut found = review_paths::candidates(root, path, &decided);
        found.retain(|file| !is_markdown(path) || *file == review_path(root, path));
        found
    };
    let articles = known
        .iter()
        .filter(|path| is_markdown(path) || !has_markdown(path))
        .map(|path| ArticleFile {
            path: path.to_path_buf(),
            original: if is_markdown(path) { raw_beside(path) } else { None },
            reviews: reviews(path),
            beside: beside.remove(&path.with_extension("")).unwrap_or_default(),
        })
        .collect();
    Ok(ArticleFiles { articles, by_hand, unread: unread(&others) })
}

/// The articles below a folder that is named on the command line, by name.
///
/// # Errors
///
/// A folder cannot be listed.
pub fn articles_below(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut all = entries_below(dir)?;
    let pages = Pages::of(&all);
    all.retain(|path| ENDINGS.contains(&ending(path).as_str()) && !belongs_to_page(path, &pages));
    Ok(all)
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase()
}

/// Whether an article is Markdown, by its ending.
pub(crate) fn is_markdown(path: &Path) -> bool {
    MARKDOWN.contains(&ending(path).as_str())
}

/// The files to which folders may belong, without their endings.
struct Pages {
    /// Saved pages, and the Markdown that was made of one.
    all: BTreeSet<PathBuf>,
    /// Saved pages alone.
    saved: BTreeSet<PathBuf>,
}

impl Pages {
    fn of(all: &[PathBuf]) -> Self {
        let of = |is_one: fn(&Path) -> bool| {
            all.iter().filter(|path| is_one(path)).map(|page| page.with_extension("")).collect()
        };
        fn is_saved(path: &Path) -> bool {
            matches!(ending(path).as_str(), "html" | "htm" | "xhtml")
        }
        Self { all: of(|path| is_saved(path) || is_markdown(path)), saved: of(is_saved) }
    }
}

/// Whether a file is no article of its own: of the folder of a saved page everything, of that of Markdown the pictures.
fn belongs_to_page(path: &Path, pages: &Pages) -> bool {
    const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];
    let is_picture = PICTURES.contains(&ending(path).as_str());
    is_of_saved_page(path, &pages.saved) || is_picture && is_of_saved_page(path, &pages.all)
}

/// The folders that belong to an article's file, each with what its name has behind that of the file: «_files».
pub(crate) fn folders_of(article: &Path) -> Vec<(PathBuf, String)> {
    let page = BTreeSet::from([article.with_extension("")]);
    let entries = article.parent().and_then(|dir| std::fs::read_dir(dir).ok());
    let folders = entries.into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<(PathBuf, String)> = folders
        .filter(|folder| {
            folder.is_dir() && page_of(folder, &page).is_some() && is_of_browser(folder)
        })
        .filter_map(|folder| {
            let stem = article.file_stem()?.to_str()?;
            let half = folder.file_name()?.to_str()?.strip_prefix(stem)?.to_owned();
            Some((folder, half))
        })
        .collect();
    found.sort();
    found
}

/// Whether nothing in a folder is an article that no browser writes: «iraq-notes/day.md» is no part of «iraq.md».
fn is_of_browser(folder: &Path) -> bool {
    const WRITTEN: [&str; 5] = ["html", "htm", "xhtml", "json", "xml"];
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| ending(&entry.path()))
        .all(|ending| !ENDINGS.contains(&ending.as_str()) || WRITTEN.contains(&ending.as_str()))
}

/// Whether a file is a picture, a style or a frame of a page that a browser saved "complete": `x.html` and `x_files/`.
fn is_of_saved_page(path: &Path, pages: &BTreeSet<PathBuf>) -> bool {
    path.ancestors().skip(1).any(|folder| page_of(folder, pages).is_some())
}

/// The page, without its ending, that a folder was saved with.
fn page_of(folder: &Path, pages: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    let name = folder.file_name()?.to_str()?;
    // Browsers write the second half in the language of the machine: «x_files», «x_ملفات».
    name.match_indices(['_', '-', '.'])
        .filter(|(at, _)| is_half(&name[at + 1..]))
        .map(|(at, _)| folder.with_file_name(&name[..at]))
        .find(|page| pages.contains(page))
}

/// What lies right in the folders that pages were saved with, by their page without its ending.
fn beside(all: &[PathBuf], pages: &BTreeSet<PathBuf>) -> BTreeMap<PathBuf, Vec<PathBuf>> {
    let mut found: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for path in all {
        if let Some(page) = path.parent().and_then(|folder| page_of(folder, pages)) {
            found.entry(page).or_default().push(path.clone());
        }
    }
    found
}

/// One warning an ending.
fn unread(others: &[&PathBuf]) -> Vec<Diagnostic> {
    let mut by_ending: BTreeMap<String, Vec<&Path>> = BTreeMap::new();
    for path in others {
        by_ending.entry(ending(path)).or_default().push(path);
    }
    let told = |(ending, paths): (String, Vec<&Path>)| {
        let mut names: Vec<String> = paths
            .iter()
            .take(NAMED)
            .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        if paths.len() > NAMED {
            names.push("…".to_owned());
        }
        let what = if ending.is_empty() {
            "without an ending".to_owned()
        } else {
            format!("ending in .{ending}")
        };
        let (files, were) = if paths.len() == 1 { ("file", "was") } else { ("files", "were") };
        let message =
            format!("{} {files} {what} {were} not read: {}", paths.len(), names.join(", "));
        Diagnostic::warning("unread-file", message)
            .help("save the text as .txt, .html, .md, .docx, .odt, .pdf, .eml or .mhtml, or move the file out of content/articles/")
            .in_file(shown(paths[0]))
    };
    by_ending.into_iter().map(told).collect()
}

/// Length and time of an article's file, of the raw text beside it, and of the decisions about it.
pub(super) type Stamps = Vec<Option<(u64, SystemTime)>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_saved_page_is_the_pages() {
        let pages = BTreeSet::from([PathBuf::from("a/خبر"), PathBuf::from("a/b.c")]);
        for (path, expected) in [
            ("a/خبر_files/x.png", true),
            ("a/خبر_ملفات/frame.html", true),
            ("a/b.c_files/deep/x.css", true),
            ("a/خبر/x.txt", false),
            ("a/other_files/x.txt", false),
            ("a/خبر_files.txt", false),
        ] {
            assert_eq!(is_of_saved_page(Path::new(path), &pages), expected, "{path}");
        }
    }
}
