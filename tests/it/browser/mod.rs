//! The built site in a real browser: one build, one browser, a page of it for each case.
//!
//! Needs Chromium; where there is none, the tests say so and pass, but never in continuous integration (`CI` is set).

pub(crate) mod axe;
pub(crate) mod driver;
mod host;
mod pages;
mod searching;

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use driver::{Browser, Tab};
use sijill::site::output::Output;
use tempfile::TempDir;

use super::site;

/// A site in a folder, as a reader has it who downloaded it.
struct Folder {
    dir: TempDir,
    /// The pages, with how long each is.
    pages: BTreeMap<String, usize>,
}

impl Folder {
    /// Writes what pages need; cards are for other programs.
    fn of(output: &Output) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut pages = BTreeMap::new();
        for path in output.paths().filter(|path| !path.ends_with(".png")) {
            let bytes = output.get(path).unwrap().unwrap();
            let file = dir.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            let moved = path.ends_with(".html")
                && String::from_utf8_lossy(&bytes).contains("http-equiv=\"refresh\"");
            if path.ends_with(".html") && !moved {
                pages.insert(path.to_owned(), bytes.len());
            }
            fs::write(file, bytes).unwrap();
        }
        Self { dir, pages }
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The address of a file in the folder.
    fn address(&self, path: &str) -> String {
        format!("file://{}/{path}", self.path().display())
    }

    /// The largest page of each kind, that is of each folder and depth; without the 404 page, which only a host shows.
    fn kinds(&self) -> Vec<&str> {
        let mut kinds: BTreeMap<(&str, usize), (&str, usize)> = BTreeMap::new();
        for (path, &bytes) in self.pages.iter().filter(|(path, _)| *path != "404.html") {
            let kind = (path.split('/').next().unwrap_or_default(), path.matches('/').count());
            let largest = kinds.entry(kind).or_insert((path, bytes));
            if bytes > largest.1 {
                *largest = (path, bytes);
            }
        }
        kinds.into_values().map(|(path, _)| path).collect()
    }

    /// The largest page of a folder.
    fn largest(&self, folder: &str) -> &str {
        let inside = self
            .pages
            .iter()
            .filter(|(path, _)| path.starts_with(folder) && path.matches('/').count() == 2);
        inside.max_by_key(|(_, bytes)| **bytes).expect("the folder has pages").0
    }
}

/// A case: what must hold, and how it is looked at.
type Case = (&'static str, fn(&mut Tab<'_>, &Folder));

const CASES: [Case; 20] = [
    ("the keyboard leads through a page", pages::keyboard),
    ("a name is shown in advance, by focus and by pointer", pages::previews),
    ("a citation is copied", pages::copying),
    ("an article is whole without JavaScript", pages::without_script),
    ("what is printed is the text", pages::print),
    ("every kind of page reads well, light and dark, wide and narrow", pages::every_kind),
    ("axe finds nothing on any kind of page", pages::axe),
    ("no page asks another host or breaches its policy", pages::quiet),
    ("results come while typing, from a folder", searching::while_typing),
    ("the list under the field is used by keyboard", searching::by_keyboard),
    ("few steps lead to the results", searching::steps),
    ("what is further off stands below", searching::further),
    ("the address holds the query", searching::history),
    ("facets narrow the results", searching::facets),
    ("a query that finds nothing says what was tried", searching::nothing_found),
    ("any query has an answer", searching::bad_queries),
    ("whatever has a page is offered", searching::cards),
    ("a broken index is said", searching::broken_shards),
    ("the first answer is small", searching::first_answer),
    ("search works from a sub-path", searching::below_a_path),
];

#[test]
fn the_dossier_in_a_browser() {
    let Some(mut browser) = Browser::start_or_skip("the dossier") else { return };
    let folder = Folder::of(&site::build(Path::new(env!("CARGO_MANIFEST_DIR"))));
    let mut failed = Vec::new();
    // While one of them is worked on: `SIJILL_CASE=index cargo test --test it dossier_in_a_browser`.
    let only = std::env::var("SIJILL_CASE").unwrap_or_default();
    for (name, case) in CASES.into_iter().filter(|(name, _)| name.contains(&only)) {
        let mut tab = browser.tab();
        let before = std::time::Instant::now();
        if catch_unwind(AssertUnwindSafe(|| case(&mut tab, &folder))).is_err() {
            failed.push(name);
        }
        eprintln!("{name}: {:.1} s", before.elapsed().as_secs_f64());
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn odd_content_in_a_browser() {
    let Some(mut browser) = Browser::start_or_skip("odd content") else { return };
    let folder = Folder::of(&site::bad_content::dossier());
    let mut tab = browser.tab();
    pages::every_kind(&mut tab, &folder);
    pages::quiet(&mut tab, &folder);
}
