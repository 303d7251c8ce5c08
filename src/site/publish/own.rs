//! What the program keeps for itself below the root of a dossier, in `.sijill/`.
//!
//! The dossier may be a stranger's, who can have laid links and pipes there: nothing is written through a link, and only
//! plain files are read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file;

/// The folder.
const FOLDER: &str = ".sijill";

/// Keeps the folder out of what people commit.
const IGNORE: &str = ".gitignore";

/// The folder of a root, which need not be there.
pub(crate) fn folder(root: &Path) -> PathBuf {
    root.join(FOLDER)
}

/// The bytes of a file there.
///
/// # Errors
///
/// There is none, it cannot be read, or it is no plain file.
pub(crate) fn read(folder: &Path, name: &str) -> io::Result<Vec<u8>> {
    let path = folder.join(name);
    // The program keeps nothing behind a link.
    if !is_plain(folder, fs::Metadata::is_dir)? {
        return Err(io::ErrorKind::NotFound.into());
    }
    if is_plain(&path, fs::Metadata::is_file)? {
        return fs::read(path);
    }
    Err(io::Error::other("this is no plain file"))
}

/// Puts bytes in the place of a file there, or makes it. A link of its name goes; what it leads to stays.
///
/// # Errors
///
/// It cannot be written, or the folder is none.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    make(folder)?;
    let path = folder.join(name);
    if path.is_symlink() {
        fs::remove_file(&path)?;
    }
    file::replace(&path, bytes)
}

/// Makes the folder, where it is not there.
///
/// # Errors
///
/// It cannot be made, or a link leads to it.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if !is_plain(folder, fs::Metadata::is_dir)? {
        return Err(io::Error::other("a link leads away from this folder"));
    }
    // What has that name, whatever it is, is left as it is.
    let mut new = OpenOptions::new();
    match new.write(true).create_new(true).open(folder.join(IGNORE)) {
        Ok(mut file) => file.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// Whether what has a name is what it should be, and no link to such a thing.
fn is_plain(path: &Path, should: fn(&fs::Metadata) -> bool) -> io::Result<bool> {
    fs::symlink_metadata(path).map(|found| should(&found))
}
