//! Path → how to make its bytes, made when they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use crate::diagnostics::{Error, guarded};
use sha2::{Digest as _, Sha256};

use paths::Paths;

mod looks;
mod made;
mod owner;
mod paths;

pub use looks::{Looks, Mark};
pub use made::{Key, Late, Made, Seen};
pub use owner::Owner;

/// Makes one file of the site, unless it would be what was made under the key that is named.
type Make = Arc<dyn Fn(Option<&Key>) -> Result<Made, Error> + Send + Sync>;

/// All files of a built site by path; nothing is rendered before it is asked for.
///
/// A path is relative to the site's root and belongs to one file only, also where upper and lower case are one; each of
/// its parts is a name that every file system takes. Asking twice gives the same bytes twice.
///
/// ```
/// use sijill::site::output::Output;
/// let mut output = Output::default();
/// output.add("index.html", "the home page", || Ok(b"<!doctype html>".to_vec())).unwrap();
/// assert_eq!(output.get("index.html").unwrap().unwrap(), b"<!doctype html>");
/// assert!(output.add("index.html", "content/pages/index.md", || Ok(Vec::new())).is_err());
/// ```
#[derive(Clone, Default)]
pub struct Output {
    files: BTreeMap<String, File>,
    paths: Paths,
    together: Vec<Together>,
    /// What its pages look at.
    looks: Looks,
    /// How often a file was asked for.
    asked: Arc<AtomicUsize>,
    /// How many of its pages are about names that nobody has listed.
    unlisted: usize,
    /// Pages that only lead on.
    redirects: usize,
}

/// Files that are made together, when the first of them is asked for.
#[derive(Clone)]
struct Together {
    folder: String,
    make: Arc<dyn Fn() -> BTreeMap<String, Late> + Send + Sync>,
    made: Arc<OnceLock<BTreeMap<String, Late>>>,
}

impl Together {
    fn files(&self) -> &BTreeMap<String, Late> {
        self.made.get_or_init(|| (self.make)())
    }
}

#[derive(Clone)]
struct File {
    owner: Owner,
    make: Make,
}

impl Output {
    /// Adds a file; `owner` names what it shows where a message has to.
    ///
    /// # Errors
    ///
    /// The path is taken, by a file or by a folder, which names both owners; or it would leave the site's folder, or
    /// some file system could not hold it.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        owner: impl Into<Owner>,
        make: impl Fn() -> Result<Vec<u8>, Error> + Send + Sync + 'static,
    ) -> Result<(), Error> {
        self.add_keyed(path, owner, move |known| make().map(|bytes| Made::of(bytes, known)))
    }

    /// Adds a file that knows what decides its bytes, and need not be made by whoever has the bytes of that
    /// [`Key`]; `make` gives [`Made::Same`] for the very key that it is named, and for no other.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn add_keyed(
        &mut self,
        path: impl Into<String>,
        owner: impl Into<Owner>,
        make: impl Fn(Option<&Key>) -> Result<Made, Error> + Send + Sync + 'static,
    ) -> Result<(), Error> {
        let (path, owner) = (path.into(), owner.into());
        self.paths.take(&path, &owner)?;
        self.files.insert(path, File { owner, make: Arc::new(make) });
        Ok(())
    }

    /// Adds a file whose bytes are known.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add).
    pub fn add_bytes(
        &mut self,
        path: impl Into<String>,
        owner: impl Into<Owner>,
        bytes: Vec<u8>,
    ) -> Result<(), Error> {
        self.add(path, owner, move || Ok(bytes.clone()))
    }

    /// Adds files under `folder/` that can only be made together, such as the shards of an index; none of them is
    /// made before one is asked for, or all paths are. Nothing else may stand in that folder but its `index.html`.
    ///
    /// ```
    /// use sijill::site::output::Output;
    /// let mut output = Output::default();
    /// output.add_together("search", "the search index", || [("search/search.js".to_owned(), b"1".to_vec())].into()).unwrap();
    /// assert!(output.get("index.html").is_none());
    /// assert_eq!(output.get("search/search.js").unwrap().unwrap(), b"1");
    /// assert!(output.add_bytes("search/search.js", "an alias", Vec::new()).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// Something stands in that folder already.
    pub fn add_together<L: Into<Late>>(
        &mut self,
        folder: &str,
        owner: impl Into<Owner>,
        make: impl Fn() -> BTreeMap<String, L> + Send + Sync + 'static,
    ) -> Result<(), Error> {
        let make = move || make().into_iter().map(|(path, file)| (path, file.into())).collect();
        self.paths.reserve(folder, owner.into())?;
        self.together.push(Together {
            folder: format!("{folder}/"),
            make: Arc::new(make),
            made: Arc::default(),
        });
        Ok(())
    }

    /// Makes what can only be made together, for whoever will ask for all of it.
    pub(super) fn make_together(&self) {
        for together in &self.together {
            together.files();
        }
    }

    /// Makes the bytes of a file; nothing where there is no such file.
    pub fn get(&self, path: &str) -> Option<Result<Vec<u8>, Error>> {
        self.get_unless(path, None).map(|made| made.map(|made| made.into_parts().0))
    }

    /// The same, unless the file would come out as it was made under a key; nothing where there is no such file.
    ///
    /// ```
    /// use sijill::site::output::{Made, Output};
    /// let mut output = Output::default();
    /// let make = |known: Option<&[u8; 32]>| match known {
    ///     Some([7, ..]) => Ok(Made::Same { seen: None }),
    ///     _ => Ok(Made::New { bytes: b"1".to_vec(), key: Some([7; 32]), seen: None }),
    /// };
    /// output.add_keyed("index.html", "the home page", make).unwrap();
    /// let same = output.get_unless("index.html", Some(&[7; 32])).unwrap().unwrap();
    /// assert_eq!(same, Made::Same { seen: None });
    /// assert_eq!(output.get("index.html").unwrap().unwrap(), b"1");
    /// ```
    pub fn get_unless(&self, path: &str, known: Option<&Key>) -> Option<Result<Made, Error>> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        if let Some(file) = self.files.get(path) {
            let made = guarded(|| {
                let made = (file.make)(known);
                // An empty page would be published in its place.
                assert!(
                    known.is_some() || !matches!(made, Ok(Made::Same { .. })),
                    "no key was named"
                );
                made
            });
            return Some(made.unwrap_or_else(|fault| Err(file.owner.place(fault).into())));
        }
        let mut below = self.together.iter().filter(|together| path.starts_with(&together.folder));
        let file = below.find_map(|together| together.files().get(path))?;
        Some(guarded(|| file.made(known)).map_err(Error::from))
    }

    /// What its pages look at.
    pub fn looks(&self) -> &Looks {
        &self.looks
    }

    /// Says what its pages look at.
    pub(crate) fn set_looks(&mut self, looks: Looks) {
        self.looks = looks;
    }

    /// How many of its pages are about names that nobody has listed.
    pub fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// Says how many of its pages are about names that nobody has listed.
    pub(crate) fn set_unlisted(&mut self, count: usize) {
        self.unlisted = count;
    }

    /// How many of its pages only lead from an old address to another.
    pub fn redirects(&self) -> usize {
        self.redirects
    }

    /// Says how many of its pages only lead on.
    pub(crate) fn set_redirects(&mut self, count: usize) {
        self.redirects = count;
    }

    /// Leaves one of several parts, counted from 1, which have every file once between them. Files that are made
    /// together all go to the last part.
    ///
    /// ```
    /// use sijill::site::output::Output;
    /// let mut output = Output::default();
    /// for page in ["a.html", "b.html", "c.html"] {
    ///     output.add_bytes(page, "a page", page.into()).unwrap();
    /// }
    /// let parts = [1, 2].map(|number| output.clone().part(number, 2).len());
    /// assert_eq!(parts[0] + parts[1], 3);
    /// ```
    #[must_use]
    pub fn part(mut self, number: usize, of: usize) -> Self {
        let of = of.max(1) as u64;
        let is_of_it = |path: &str| {
            let digest = Sha256::digest(path.as_bytes());
            let first = digest.iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte));
            first % of + 1 == number as u64
        };
        self.files.retain(|path, _| is_of_it(path));
        if number as u64 != of {
            self.together.clear();
        }
        self
    }

    /// How often a file was asked for: how far whoever writes them all is.
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// Makes every file once and forgets it.
    ///
    /// # Errors
    ///
    /// A file cannot be made; the first by path.
    pub fn check(&self) -> Result<(), Error> {
        self.paths().filter_map(|path| self.get(path)).try_for_each(|made| made.map(drop))
    }

    /// Whether there is a file of that path; those that are made together are made only where it lies among them.
    pub fn contains(&self, path: &str) -> bool {
        let mut below = self.together.iter().filter(|together| path.starts_with(&together.folder));
        self.files.contains_key(path) || below.any(|together| together.files().contains_key(path))
    }

    /// How many of its files are pages. Files that are made together are none, so nothing is made to count them: a
    /// preview that tells «14:03:07 april-talks.txt: 12 pages» does not wait for the search index.
    ///
    /// ```
    /// use sijill::site::output::Output;
    /// let mut output = Output::default();
    /// output.add_bytes("index.html", "the home page", Vec::new()).unwrap();
    /// output.add_bytes("feed.xml", "the feed", Vec::new()).unwrap();
    /// output.add_together("search", "the search index", || -> std::collections::BTreeMap<String, Vec<u8>> { unreachable!("nobody searches") }).unwrap();
    /// assert_eq!(output.page_count(), 1);
    /// ```
    pub fn page_count(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count()
    }

    /// The paths of all files but those that are made together, sorted.
    pub(super) fn own_paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The folders of what is made together.
    pub(super) fn together_folders(&self) -> impl Iterator<Item = &str> {
        self.together.iter().map(|together| together.folder.trim_end_matches('/'))
    }

    /// The paths of what is made together.
    pub(super) fn together_paths(&self) -> impl Iterator<Item = &str> {
        self.together.iter().flat_map(|together| together.files().keys()).map(String::as_str)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let together = self.together.iter().flat_map(|together| together.files().keys());
        let all: BTreeSet<&str> = self.files.keys().chain(together).map(String::as_str).collect();
        all.into_iter()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.paths().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.files.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(path: &str) -> Result<(), Error> {
        Output::default().add_bytes(path, "a page", Vec::new())
    }

    #[test]
    fn a_path_stays_inside() {
        assert!(with("articles/كلمة/index.html").is_ok());
        let long = "م".repeat(200);
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "a/./b",
            "a\\b",
            "a\nb",
            "C:/x",
            "con/nul",
            ".sijill",
            &long,
        ] {
            assert!(with(path).is_err(), "{path}");
        }
    }

    #[test]
    fn two_pages_on_one_path_are_both_named() {
        let mut output = Output::default();
        output.add_bytes("a.html", "content/articles/a.md", Vec::new()).expect("free");
        let found = output
            .add_bytes("a.html", "content/articles/b/a.md", Vec::new())
            .expect_err("taken")
            .to_string();
        assert!(
            found.contains("content/articles/a.md") && found.contains("content/articles/b/a.md"),
            "{found}"
        );
    }
    #[test]
    fn a_file_and_a_folder_are_not_one_and_case_does_not_part_them() {
        let mut output = Output::default();
        let mut add = |path: &str, owner: Owner| {
            output.add_bytes(path, owner, Vec::new()).map_err(|error| error.to_string())
        };
        assert_eq!(add("articles/Abc/index.html", Owner::file("content/articles/Abc.md")), Ok(()));
        assert_eq!(add("feed.xml", "the feed".into()), Ok(()));
        for path in ["articles/abc/index.html", "feed.xml/index.html", "FEED.XML", "articles"] {
            let found = add(path, Owner::file("content/articles/b.md").at(7)).expect_err(path);
            assert!(found.starts_with("content/articles/b.md:7:1: error[path-taken]"), "{found}");
        }
        assert_eq!(add("articles/abc/index.md", "another file of the folder".into()), Ok(()));
    }
}
