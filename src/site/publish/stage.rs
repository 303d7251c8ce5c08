//! Every page of a site in the staging folder: linked from the site that is there where it has not changed, else written.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::known::{Known, Page, Stamp};
use super::marker::{MARKER, MARKER_TEXT};
use super::part::Part;
use crate::diagnostics::Error;

use crate::site::output::{Key, Made, Output};

/// What the marker of a folder says.
#[derive(Clone, Copy)]
pub(super) enum Marked<'p> {
    /// That it is a site.
    Site,
    /// Which part of one it is, and of which files.
    Part(&'p Part),
}

impl Marked<'_> {
    /// Its text, where the files lie in a folder already.
    pub(super) fn text(self, paths: &[&str], dir: &Path) -> io::Result<String> {
        match self {
            Self::Site => Ok(MARKER_TEXT.to_owned()),
            Self::Part(part) => part.text(paths, dir),
        }
    }
}

/// Where a site comes from and goes to.
pub(super) struct Stage<'s> {
    pub(super) output: &'s Output,
    /// What its marker says.
    pub(super) marker: Marked<'s>,
    /// The site that is there.
    pub(super) old: &'s Path,
    /// What is known of it.
    pub(super) known: &'s Known,
    /// The folder that becomes the new site.
    pub(super) new: &'s Path,
}

/// One page in the staging folder.
struct Staged {
    /// Whether it differs from the one that was there.
    changed: bool,
    /// What the next build may know of it.
    known: Option<Page>,
    /// The file that it is now.
    stamp: Option<Stamp>,
}

impl Stage<'_> {
    /// Makes every page; with what the next build may know of them.
    pub(super) fn fill(&self) -> Result<(Published, Known), Error> {
        let failed = |source| Error::file(self.new, "creating the folders of the site", source);
        let mut paths: Vec<&str> = self.output.own_paths().collect();
        let apart: BTreeSet<&str> = self.output.together_folders().collect();
        self.prepare("", &paths, &apart).map_err(failed)?;
        // What is made together is made by one thread for the most part, and takes as long as all pages.
        let (staged, ()) = rayon::join(|| self.pages(&paths), || self.output.make_together());
        let mut staged = staged?;
        let together: Vec<&str> = self.output.together_paths().collect();
        for folder in apart {
            let inside = paths.iter().chain(&together).copied();
            let inside: Vec<&str> = inside
                .filter(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
                .collect();
            self.prepare(folder, &inside, &BTreeSet::new()).map_err(failed)?;
        }
        staged.extend(self.pages(&together)?);
        paths.extend(together);
        let marker = self
            .marker
            .text(&paths, self.new)
            .map_err(|source| Error::file(self.new, "reading a part", source))?;
        let marker = write(&self.new.join(MARKER), marker.as_bytes())?;
        let changed = staged.iter().filter(|page| page.changed).count();
        let file = |path: &str, stamp: Option<Stamp>| {
            stamp.map(|Stamp { length, time, .. }| (path.to_owned(), length, time))
        };
        let pages = paths.iter().zip(&staged).map(|(path, page)| file(path, page.stamp));
        let stamps = pages.chain([file(MARKER, marker)]).collect();
        let known = paths.iter().zip(staged);
        let known =
            known.filter_map(|(path, page)| Some(((*path).to_owned(), page.known?))).collect();
        Ok((Published { files: paths.len(), changed, stamps, leftovers: Vec::new() }, known))
    }

    fn pages(&self, paths: &[&str]) -> Result<Vec<Staged>, Error> {
        paths.par_iter().map(|path| self.page(path)).collect()
    }

    /// Makes the folders of files that lie below one, or anywhere; and removes what an earlier site left there and this one
    /// does not have, but for what lies in the folders `apart`.
    fn prepare(&self, below: &str, paths: &[&str], apart: &BTreeSet<&str>) -> io::Result<()> {
        let files: BTreeSet<&str> = paths.iter().copied().collect();
        let folders: BTreeSet<&str> = paths
            .iter()
            .flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]))
            .collect();
        let site = Folders { files: &files, folders: &folders, apart };
        let dir = self.new.join(below);
        let mut there: BTreeSet<String> = BTreeSet::new();
        if fs::symlink_metadata(&dir).is_ok_and(|found| found.is_dir()) {
            let above = if below.is_empty() { String::new() } else { format!("{below}/") };
            there.extend(site.clear(&dir, &above)?);
            there.insert(below.to_owned());
        }
        // A folder sorts before what lies in it.
        for folder in folders.into_iter().filter(|folder| !there.contains(*folder)) {
            fs::create_dir(self.new.join(folder))?;
        }
        Ok(())
    }

    fn page(&self, path: &str) -> Result<Staged, Error> {
        let (old, new) = (self.old.join(path), self.new.join(path));
        let there = Stamp::of(&old);
        let known = self.known.get(path).filter(|page| Some(page.stamp) == there);
        let stays =
            |page: Page| Ok(Staged { changed: false, stamp: Some(page.stamp), known: Some(page) });
        if let Some(page) = known.filter(|page| page.is_fresh && link(&old, &new, &page.stamp)) {
            return stays(page.clone());
        }
        let mut made = self.get(path, known.map(|page| &page.key))?;
        if let (Made::Same { seen }, Some(page)) = (&made, known) {
            if link(&old, &new, &page.stamp) {
                return stays(Page { seen: seen.clone(), ..page.clone() });
            }
            // The old file has gone in between, or its system links no file.
            made = self.get(path, None)?;
        }
        let (bytes, key, seen) = made.into_parts();
        // Comparing reads less than writing writes, and a linked file keeps its time, so that
        // `rsync` and hosts that look at times send only what has changed.
        let same = there.filter(|there| there.is_of_length(bytes.len()));
        let same = same.filter(|_| fs::read(&old).is_ok_and(|was| was == bytes));
        let page =
            |stamp: Option<Stamp>| Some(Page { stamp: stamp?, key: key?, seen, is_fresh: false });
        if let Some(there) = same.filter(|there| link(&old, &new, there)) {
            return Ok(Staged { changed: false, known: page(Some(there)), stamp: Some(there) });
        }
        let stamp = write(&new, &bytes)?;
        Ok(Staged { changed: same.is_none(), known: page(stamp), stamp })
    }

    fn get(&self, path: &str, known: Option<&Key>) -> Result<Made, Error> {
        self.output.get_unless(path, known).unwrap_or_else(|| Ok(Made::from(Vec::new())))
    }
}

/// What a site has.
struct Folders<'s> {
    files: &'s BTreeSet<&'s str>,
    folders: &'s BTreeSet<&'s str>,
    /// Folders that are left as they are.
    apart: &'s BTreeSet<&'s str>,
}

impl Folders<'_> {
    /// Removes what is neither a file nor a folder of the site; the folders that stay.
    fn clear(&self, dir: &Path, above: &str) -> io::Result<Vec<String>> {
        let inside = fs::read_dir(dir)?.collect::<io::Result<Vec<_>>>()?;
        let there = inside.into_par_iter().map(|entry| -> io::Result<Vec<String>> {
            let path = entry.file_name().to_str().map(|name| format!("{above}{name}"));
            let kind = entry.file_type()?;
            match path {
                Some(path) if kind.is_dir() && self.apart.contains(path.as_str()) => {
                    return Ok(vec![path]);
                }
                Some(path) if kind.is_dir() && self.folders.contains(path.as_str()) => {
                    let mut there = self.clear(&entry.path(), &format!("{path}/"))?;
                    there.push(path);
                    return Ok(there);
                }
                Some(path) if kind.is_file() && self.files.contains(path.as_str()) => {}
                _ if kind.is_dir() => fs::remove_dir_all(entry.path())?,
                _ => fs::remove_file(entry.path())?,
            }
            Ok(Vec::new())
        });
        Ok(there.collect::<io::Result<Vec<_>>>()?.concat())
    }
}

/// Gives a file of the old site its name in the new one; whether it has it now.
fn link(old: &Path, new: &Path, stamp: &Stamp) -> bool {
    match Stamp::of(new) {
        Some(there) if there.is_one_file(stamp) => return true,
        Some(_) => drop(fs::remove_file(new)),
        None => {}
    }
    fs::hard_link(old, new).is_ok()
}

/// Writes a new file: what has the name may be a file of the old site too.
fn write(path: &Path, bytes: &[u8]) -> Result<Option<Stamp>, Error> {
    let written = || -> io::Result<Option<Stamp>> {
        let mut open = fs::OpenOptions::new();
        open.write(true).create_new(true);
        let mut file = match open.open(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_file(path)?;
                open.open(path)?
            }
            opened => opened?,
        };
        file.write_all(bytes)?;
        Ok(file.metadata().ok().map(|found| Stamp::from(&found)))
    };
    written().map_err(|source| Error::file(path, "writing the page", source))
}

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Files that differ from the site that was there.
    pub changed: usize,
    /// Every file with its length and when it was changed, in nanoseconds since 1970; nothing where that is not known of
    /// all.
    pub stamps: Option<Vec<(String, u64, u128)>>,
    /// Folders beside the site that should be gone and could not be removed: somebody else's, most likely.
    pub leftovers: Vec<PathBuf>,
}
