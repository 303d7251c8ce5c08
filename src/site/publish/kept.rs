//! What a build leaves for the next one that writes into the same folder: under which key each page was made and what
//! was looked at to make it ([`list`](super::list)), and the folder of the site before.
//!
//! Both lie in `.sijill/` under the root and can be removed at any time. A page is the one that its key names while its
//! file has the length, the time and the number that it was written with; a list that is damaged, of another program
//! or of another folder tells nothing. The folder of the site before is only stuff to build with: every file of it is
//! held against the site that is there.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::known::Known;
use super::list;
use super::marker::MARKER;
use super::own;
use super::staging::{Staging, open_to_readers};
use crate::site::output::{Key, Looks};

/// The list of pages.
const LIST: &str = "pages";
/// The folder of the site before.
const SPARE: &str = "site-before";
/// Changed whenever the form of the list does, or what a key stands for.
const FORM: &str = "3";

/// Where a dossier keeps what is known of the site that it was made into last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    folder: PathBuf,
    program: String,
}

impl Kept {
    /// What the dossier of that root keeps; `program` tells apart programs that might make other pages.
    pub fn of(root: &Path, program: &str) -> Self {
        Self { folder: root.join(".sijill"), program: format!("{FORM} {program}") }
    }

    /// The pages that the last build made in a folder; none where that is not known.
    pub(super) fn known(&self, dir: &Path, looks: &Looks) -> Known {
        self.list(dir, looks).unwrap_or_default()
    }

    fn list(&self, dir: &Path, looks: &Looks) -> Option<Known> {
        let bytes = own::read(&self.folder, LIST).ok()?;
        let (digest, text) = bytes.split_first_chunk::<32>()?;
        if *digest != Key::from(Sha256::digest(text)) {
            return None;
        }
        let text = std::str::from_utf8(text).ok()?;
        list::read(text.strip_prefix(&self.head(dir))?, looks)
    }

    /// Keeps the pages that were made in a folder; where that fails, the next build makes them all.
    pub(super) fn keep(&self, dir: &Path, pages: &Known, looks: &Looks) {
        let kept = || -> io::Result<()> {
            self.make_folder()?;
            let text = self.head(dir) + &list::written(pages, looks);
            let mut half = tempfile::Builder::new().prefix("half-").tempfile_in(&self.folder)?;
            half.write_all(&Sha256::digest(&text))?;
            half.write_all(text.as_bytes())?;
            half.persist(self.folder.join(LIST))?;
            Ok(())
        };
        if !self.is_elsewhere() {
            drop(kept());
        }
    }

    /// Lays the folder of the site before into a staging folder, which is new and empty; whether there was one.
    pub(super) fn take_spare(&self, staging: &Staging) -> bool {
        let spare = self.folder.join(SPARE);
        // What lies on another file system cannot be moved, and need not.
        let taken = !self.is_elsewhere()
            && !spare.is_symlink()
            && fs::rename(spare, staging.path()).is_ok();
        if taken {
            open_to_readers(staging.path());
        }
        taken
    }

    /// Keeps the folder of the site that was replaced; it is gone otherwise.
    pub(super) fn keep_spare(&self, before: &Staging) {
        let kept = || -> io::Result<()> {
            self.make_folder()?;
            // Nobody takes it for a site that was put aside.
            fs::remove_file(before.path().join(MARKER))?;
            fs::rename(before.path(), self.folder.join(SPARE))
        };
        if !self.is_elsewhere() {
            drop(kept());
        }
    }

    /// What stands above the pages: whose they are, and where.
    fn head(&self, dir: &Path) -> String {
        format!("{}\n{}\n", self.program, dir.display())
    }

    fn make_folder(&self) -> io::Result<()> {
        own::make(&self.folder)
    }

    /// Whether a link leads to it, by which a dossier of somebody else's would have files written and removed elsewhere.
    fn is_elsewhere(&self) -> bool {
        self.folder.is_symlink()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::publish::known::{Page, Stamp};

    #[test]
    fn a_list_is_read_as_it_was_written_and_of_its_own_folder_only() {
        let root = tempfile::tempdir().expect("a folder");
        let (kept, dir) = (Kept::of(root.path(), "1.0"), root.path().join("public"));
        let stamp = Stamp { length: 12, time: 1_234_567_890_123, place: (8, 15) };
        let page = Page { stamp, key: [0xA7; 32], seen: None, is_fresh: false };
        let known: Known =
            [("articles/جسر جديد/index.html".to_owned(), page.clone()), ("a".to_owned(), page)]
                .into();
        let looks = Looks::default();
        kept.keep(&dir, &known, &looks);
        assert_eq!(kept.known(&dir, &looks), known);
        assert_eq!(kept.known(root.path(), &looks), Known::new());
        assert_eq!(Kept::of(root.path(), "1.1").known(&dir, &looks), Known::new());
        let file = root.path().join(".sijill").join(LIST);
        let mut bytes = fs::read(&file).expect("there");
        let last = bytes.len() - 3;
        bytes[last] ^= 1;
        fs::write(&file, bytes).expect("written");
        assert_eq!(kept.known(&dir, &looks), Known::new(), "a damaged list");
    }
}
