//! The folder of an index: the old one or the new one, whole, whatever ends the program in between.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::diagnostics::Error;
use crate::site::publish::file::left_by_the_dead;

/// How the names of folders begin in which an index grows; the process follows.
const PREFIX: &str = ".sijill-index.";

/// Where the index stands that is being replaced, and the one that comes in its place.
const OLD: &str = "old";
const NEW: &str = "new";

/// Whether a folder of this name holds half an index, whose pages are none of the site's.
pub(super) fn is_half(name: &str) -> bool {
    name.starts_with(PREFIX)
}

/// An index that grows beside the one that is there.
pub(super) struct Growing {
    half: TempDir,
    into: PathBuf,
    folders: BTreeSet<PathBuf>,
}

impl Growing {
    /// Begins one, and clears what killed processes left beside it. Where `into` is a link, its folder is meant.
    pub(super) fn beside(into: &Path) -> Result<Self, Error> {
        let into = into.canonicalize().unwrap_or_else(|_| into.to_owned());
        let dir = into.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        for left in left_by_the_dead(dir, PREFIX) {
            // Killed between the two renames of `exchange`: the old index is the site's until there is a new one.
            if !into.exists() && !left.is_symlink() && left.join(OLD).is_dir() {
                drop(fs::rename(left.join(OLD), &into));
            }
            drop(fs::remove_dir_all(left));
        }
        let prefix = format!("{PREFIX}{}-", std::process::id());
        let half = tempfile::Builder::new().prefix(&prefix).tempdir_in(dir);
        let half = half.map_err(|source| Error::file(dir, "making a folder", source))?;
        Ok(Self { half, into, folders: BTreeSet::new() })
    }

    /// Writes a file of it.
    pub(super) fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let file = self.half.path().join(NEW).join(path);
        let folder = file.parent().unwrap_or(self.half.path());
        let is_new = self.folders.insert(folder.to_owned());
        let ready = if is_new { fs::create_dir_all(folder) } else { Ok(()) };
        ready
            .and_then(|()| fs::write(&file, bytes))
            .map_err(|source| Error::file(&file, "writing a file", source))
    }

    /// Puts it in the place of the one that is there.
    pub(super) fn exchange(self) -> Result<(), Error> {
        let moved = |from: &Path, to: &Path| {
            fs::rename(from, to).map_err(|source| Error::file(to, "moving a folder", source))
        };
        let old = self.half.path().join(OLD);
        if self.into.exists() {
            moved(&self.into, &old)?;
        }
        let done = moved(&self.half.path().join(NEW), &self.into);
        if done.is_err() {
            // The folder of both goes when this ends, and the old index must not go with it.
            drop(fs::rename(&old, &self.into));
        }
        done
    }
}
