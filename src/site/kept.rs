//! What the rooms of a site leave for the next build: bytes under a name, that follow from what they say they were made of.
//!
//! They lie in `.sijill/` under the root and can be removed at any time. What is damaged, or of another program, tells
//! nothing.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::publish::own;

/// A SHA-256.
type Digest = [u8; 32];

/// Changed whenever the form of a file does.
const FORM: &str = "1";

/// Where a dossier keeps what its builds have found out.
#[derive(Clone, Debug)]
pub struct Kept {
    folder: PathBuf,
    program: String,
    /// What is to be written once the build has succeeded.
    found: Arc<Mutex<BTreeMap<&'static str, Vec<u8>>>>,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (&self.folder, &self.program) == (&other.folder, &other.program)
    }
}

impl Eq for Kept {}

impl Kept {
    /// What the dossier of that root keeps; `program` tells apart programs that might find something else.
    pub fn of(root: &Path, program: &str) -> Self {
        let program = format!("{FORM} {program}");
        Self { folder: own::folder(root), program, found: Arc::default() }
    }

    /// What is kept under a name; nothing where that cannot be trusted.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = own::read(&self.folder, name).ok()?;
        let begins = bytes.len().checked_sub(size_of::<Digest>())?;
        let is_whole = bytes[begins..] == self.digest(name, &bytes[..begins]);
        bytes.truncate(begins);
        is_whole.then_some(bytes)
    }

    /// Keeps something under a name, as soon as the build has succeeded.
    pub(super) fn keep(&self, name: &'static str, known: Vec<u8>) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).insert(name, known);
    }

    /// Writes what was found out; where that fails, the next build finds it out again.
    pub fn write(&self) {
        let found = std::mem::take(&mut *self.found.lock().unwrap_or_else(PoisonError::into_inner));
        found.into_par_iter().for_each(|(name, known)| drop(self.replace(name, &known)));
    }

    fn replace(&self, name: &str, known: &[u8]) -> io::Result<()> {
        own::make(&self.folder)?;
        let mut half = tempfile::Builder::new().prefix("half-").tempfile_in(&self.folder)?;
        half.write_all(known)?;
        half.write_all(&self.digest(name, known))?;
        half.persist(self.folder.join(name))?;
        Ok(())
    }

    /// A digest of what is kept, of its name and of the program that keeps it.
    fn digest(&self, name: &str, known: &[u8]) -> Digest {
        let whose = Sha256::digest(format!("{} {name}", self.program));
        Sha256::new().chain_update(whose).chain_update(known).finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_kept_is_read_by_the_same_program_while_it_is_whole() {
        let root = tempfile::tempdir().expect("a folder");
        let kept = Kept::of(root.path(), "1.0");
        assert_eq!(kept.read("words"), None);
        kept.keep("words", "سدّ".into());
        assert_eq!(kept.read("words"), None, "the build may fail");
        kept.write();
        assert_eq!(kept.read("words").as_deref(), Some("سدّ".as_bytes()));
        assert_eq!(Kept::of(root.path(), "1.1").read("words"), None);
        let file = |name| root.path().join(".sijill").join(name);
        fs::copy(file("words"), file("names")).expect("copied");
        assert_eq!(kept.read("names"), None, "another name's");
        let mut bytes = fs::read(file("words")).expect("there");
        bytes[1] ^= 1;
        fs::write(file("words"), bytes).expect("written");
        assert_eq!(kept.read("words"), None, "a damaged file");
    }
}
