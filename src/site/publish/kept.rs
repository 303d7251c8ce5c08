//! What a build leaves for the next one that writes into the same folder: under which key each page was made, and the
//! folder of the site before.
//!
//! Both lie in `.sijill/` under the root and can be removed at any time. A page is the one that its key names while its
//! file has the length, the time and the number that it was written with; a list that is damaged, of another program
//! or of another folder tells nothing. The folder of the site before is only stuff to build with: every file of it is
//! held against the site that is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest as _, Sha256};

use super::marker::MARKER;
use super::staging::{Staging, open_to_readers};
use crate::site::output::Key;

/// The list of pages.
const LIST: &str = "pages";
/// The folder of the site before.
const SPARE: &str = "site-before";
/// Changed whenever the form of the list does, or what a key stands for.
const FORM: &str = "1";

/// Where a dossier keeps what is known of the site that it was made into last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    folder: PathBuf,
    program: String,
}

/// The pages of a published site that were made under a key, by path.
pub(super) type Known = BTreeMap<String, Page>;

/// A page as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) stamp: Stamp,
    pub(super) key: Key,
}

/// What tells a file from every other, and from itself once it was written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    /// When it was changed, in nanoseconds since 1970.
    time: u128,
    /// The number of its file system, and its own there; zero where the system has none.
    place: (u64, u64),
}

impl Stamp {
    /// The stamp of a plain file; nothing of anything else.
    pub(super) fn of(path: &Path) -> Option<Self> {
        fs::symlink_metadata(path)
            .ok()
            .filter(fs::Metadata::is_file)
            .map(|found| Self::from(&found))
    }

    /// Whether the file has so many bytes.
    pub(super) fn is_of_length(&self, bytes: usize) -> bool {
        self.length == bytes as u64
    }

    /// Whether two names are known to lead to one file.
    pub(super) fn is_one_file(&self, other: &Self) -> bool {
        self.place != (0, 0) && self == other
    }
}

impl From<&fs::Metadata> for Stamp {
    fn from(found: &fs::Metadata) -> Self {
        let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        #[cfg(unix)]
        let place = {
            use std::os::unix::fs::MetadataExt as _;
            (found.dev(), found.ino())
        };
        #[cfg(not(unix))]
        let place = (0, 0);
        Self { length: found.len(), time: since.map_or(0, |since| since.as_nanos()), place }
    }
}

impl Kept {
    /// What the dossier of that root keeps; `program` tells apart programs that might make other pages.
    pub fn of(root: &Path, program: &str) -> Self {
        Self { folder: root.join(".sijill"), program: format!("{FORM} {program}") }
    }

    /// The pages that the last build made in a folder; none where that is not known.
    pub(super) fn known(&self, dir: &Path) -> Known {
        self.list(dir).unwrap_or_default()
    }

    fn list(&self, dir: &Path) -> Option<Known> {
        if self.is_elsewhere() {
            return None;
        }
        let bytes = fs::read(self.folder.join(LIST)).ok()?;
        let (digest, text) = bytes.split_first_chunk::<32>()?;
        if *digest != Key::from(Sha256::digest(text)) {
            return None;
        }
        let text = std::str::from_utf8(text).ok()?;
        let pages = text.strip_prefix(&self.head(dir))?;
        pages.lines().map(read).collect()
    }

    /// Keeps the pages that were made in a folder; where that fails, the next build makes them all.
    pub(super) fn keep(&self, dir: &Path, pages: &Known) {
        let kept = || -> io::Result<()> {
            self.make_folder()?;
            let mut text = self.head(dir);
            for (path, page) in pages {
                line(&mut text, path, page);
            }
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
        if !self.folder.is_dir() {
            fs::create_dir_all(&self.folder)?;
            fs::write(self.folder.join(".gitignore"), "*\n")?;
        }
        Ok(())
    }

    /// Whether a link leads to it, by which a dossier of somebody else's would have files written and removed elsewhere.
    fn is_elsewhere(&self) -> bool {
        self.folder.is_symlink()
    }
}

/// Adds «KEY LENGTH TIME DEVICE NUMBER PATH».
fn line(text: &mut String, path: &str, page: &Page) {
    for byte in page.key {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    let Stamp { length, time, place } = page.stamp;
    let _ = writeln!(text, " {length} {time} {} {} {path}", place.0, place.1);
}

fn read(line: &str) -> Option<(String, Page)> {
    let mut parts = line.splitn(6, ' ');
    let digits = parts.next()?;
    let mut key = Key::default();
    if digits.len() != 2 * key.len() || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
    }
    let stamp = Stamp {
        length: parts.next()?.parse().ok()?,
        time: parts.next()?.parse().ok()?,
        place: (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?),
    };
    Some((parts.next()?.to_owned(), Page { stamp, key }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_of_its_own_folder_only() {
        let root = tempfile::tempdir().expect("a folder");
        let (kept, dir) = (Kept::of(root.path(), "1.0"), root.path().join("public"));
        let stamp = Stamp { length: 12, time: 1_234_567_890_123, place: (8, 15) };
        let page = Page { stamp, key: [0xA7; 32] };
        let known: Known =
            [("articles/جسر جديد/index.html".to_owned(), page), ("a".to_owned(), page)].into();
        kept.keep(&dir, &known);
        assert_eq!(kept.known(&dir), known);
        assert_eq!(kept.known(root.path()), Known::new());
        assert_eq!(Kept::of(root.path(), "1.1").known(&dir), Known::new());
        let file = root.path().join(".sijill").join(LIST);
        let mut bytes = fs::read(&file).expect("there");
        let last = bytes.len() - 3;
        bytes[last] ^= 1;
        fs::write(&file, bytes).expect("written");
        assert_eq!(kept.known(&dir), Known::new(), "a damaged list");
    }
}
