//! Which folder is meant by `--out`, and whether it may be replaced.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::marker::MARKER;
use crate::diagnostics::{Diagnostic, Error};

/// A folder that a site may go to, with all links followed.
///
/// ```
/// use sijill::site::publish::Target;
/// let root = tempfile::tempdir().unwrap();
/// let target = Target::of(&root.path().join("public")).unwrap();
/// assert!(target.dir().is_absolute() && target.dir().ends_with("public"));
/// assert!(Target::of(&root.path().join(".sijill-x")).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    dir: PathBuf,
    parent: PathBuf,
    /// The folder's name as far as staging folders and the lock carry it.
    tag: String,
}

/// The most bytes of a folder's name that the names beside it carry; file systems end at 255.
const MAX_TAG: usize = 150;

impl Target {
    /// The folder that is meant; it need not be there, nor what lies above it.
    ///
    /// # Errors
    ///
    /// A link leads nowhere, the current folder would be replaced under whoever stands in it, or the name is one that
    /// builds use beside a site.
    pub fn of(dir: &Path) -> Result<Self, Error> {
        let looking = |source: io::Error| Error::file(dir, "looking at the output folder", source);
        let dir = match fs::symlink_metadata(dir) {
            Ok(found) if found.is_symlink() => dir.canonicalize().map_err(|_| {
                refused(
                    dir,
                    "dangling-link",
                    "the output folder is a link that leads nowhere",
                    "make the folder that it leads to, or remove it",
                )
            })?,
            Ok(_) => dir.canonicalize().map_err(looking)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                not_yet_there(dir).map_err(looking)?
            }
            Err(source) => return Err(looking(source)),
        };
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        if here.is_ok_and(|here| here.starts_with(&dir)) {
            let message = "the output folder is the current folder or holds it; it would be replaced under your feet";
            return Err(refused(
                &dir,
                "bad-output",
                message,
                "call from outside it, or name another folder with --out",
            ));
        }
        let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else {
            return Err(refused(
                &dir,
                "bad-output",
                "the output folder cannot be the root of a file system",
                "name another folder with --out",
            ));
        };
        let name = name.to_string_lossy();
        if name.starts_with(MARKER) {
            let message =
                "a name that begins with `.sijill` is one of those that builds make and remove";
            return Err(refused(&dir, "bad-output", message, "name another folder with --out"));
        }
        let end = name.floor_char_boundary(MAX_TAG);
        Ok(Self { parent: parent.to_owned(), tag: name[..end].to_owned(), dir })
    }

    /// The folder, absolute, without links.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The folder that holds it.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// How names beside the site begin that belong to it.
    pub(super) fn prefix(&self) -> String {
        format!("{MARKER}-{}.", self.tag)
    }

    /// Makes sure that nothing is replaced that `build` did not make.
    pub(super) fn claim(&self) -> Result<(), Error> {
        let dir = &self.dir;
        let foreign = |message: &str| {
            Err(refused(
                dir,
                "foreign-folder",
                message,
                "name another folder with --out, or empty this one by hand",
            ))
        };
        match fs::metadata(dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(Error::file(dir, "looking at the output folder", source)),
            Ok(found) if !found.is_dir() => return foreign("the output folder is a file"),
            Ok(_) => {}
        }
        let mut entries = fs::read_dir(dir)
            .map_err(|source| Error::file(dir, "looking at the output folder", source))?;
        if entries.next().is_none() || dir.join(MARKER).is_file() {
            return Ok(());
        }
        foreign("the output folder holds files that no build made")
    }
}

/// A folder that is not there, below the nearest one that is, with all links followed.
fn not_yet_there(dir: &Path) -> io::Result<PathBuf> {
    let dir = std::path::absolute(dir)?;
    let above = dir.ancestors().find(|above| above.exists()).ok_or(io::ErrorKind::NotFound)?;
    let below = dir.strip_prefix(above).map_err(io::Error::other)?;
    if below.components().any(|part| !matches!(part, Component::Normal(_))) {
        return Err(io::ErrorKind::NotFound.into());
    }
    Ok(above.canonicalize()?.join(below))
}

pub(super) fn refused(dir: &Path, code: &'static str, message: &str, help: &str) -> Error {
    Diagnostic::error(code, message).help(help).in_file(dir.display().to_string()).into()
}
