//! [`Output`] → a folder, exchanged at the end so that the old site stays whole until then.
//!
//! 1. The folder must be ours, empty or not there ([`claim`]).
//! 2. Pages go to a sibling `.sijill-NAME-…`; a page that has not changed is
//!    linked from the old site instead of written ([`stage`]).
//! 3. The two folders are exchanged in one step where the system can, and the
//!    old one is removed ([`exchange`]).

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::output::Output;
use crate::diagnostics::{Diagnostic, Error};

/// The file by which a folder is known to be made by `build`.
const MARKER: &str = ".sijill";
const MARKER_TEXT: &str = "This folder is made by `sijill build`; whatever else lies in it is replaced at the next build.\n";

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Files that differ from the site that was there.
    pub changed: usize,
}

/// Writes a site into a folder.
///
/// # Errors
///
/// The folder holds something that no build made, a page cannot be made, or a
/// file cannot be written. The site that was there is untouched then.
pub fn publish(output: &Output, dir: &Path) -> Result<Published, Error> {
    claim(dir)?;
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|source| Error::file(parent, "creating the folder", source))?;
    let name = dir.file_name().map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned());
    let prefix = format!(".sijill-{name}-");
    remove_stale(parent, &prefix);
    let staging = tempfile::Builder::new()
        .prefix(&prefix)
        .tempdir_in(parent)
        .map_err(|source| Error::file(parent, "creating a folder beside the site", source))?;
    open_to_readers(staging.path());
    let published = stage(output, dir, staging.path())?;
    exchange(staging, dir)?;
    Ok(published)
}

/// Makes sure that nothing is replaced that `build` did not make.
fn claim(dir: &Path) -> Result<(), Error> {
    let foreign = |message: &str| {
        let help = "name another folder with --out, or empty this one by hand";
        Err(Error::from(Diagnostic::error("foreign-folder", message).help(help).in_file(dir.display().to_string())))
    };
    match fs::metadata(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::file(dir, "looking at the output folder", source)),
        Ok(found) if !found.is_dir() => return foreign("the output folder is a file"),
        Ok(_) => {}
    }
    let mut entries = fs::read_dir(dir).map_err(|source| Error::file(dir, "looking at the output folder", source))?;
    if entries.next().is_none() || dir.join(MARKER).is_file() {
        return Ok(());
    }
    foreign("the output folder holds files that no build made")
}

/// Removes what a killed build left behind; a folder that cannot be removed harms nobody.
fn remove_stale(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) && entry.path().join(MARKER).is_file() {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Makes every page in the staging folder.
fn stage(output: &Output, old: &Path, staging: &Path) -> Result<Published, Error> {
    write(&staging.join(MARKER), MARKER_TEXT.as_bytes())?;
    let paths: Vec<&str> = output.paths().collect();
    let dirs: std::collections::BTreeSet<PathBuf> =
        paths.iter().filter_map(|path| staging.join(path).parent().map(Path::to_owned)).collect();
    for dir in &dirs {
        fs::create_dir_all(dir).map_err(|source| Error::file(dir, "creating the folder", source))?;
    }
    let changed: Result<Vec<bool>, Error> = paths.par_iter().map(|path| page(output, path, &old.join(path), &staging.join(path))).collect();
    Ok(Published { files: paths.len(), changed: changed?.into_iter().filter(|&changed| changed).count() })
}

/// Makes one page; whether it differs from the one that was there.
fn page(output: &Output, path: &str, old: &Path, new: &Path) -> Result<bool, Error> {
    let bytes = output.get(path).unwrap_or_else(|| Ok(Vec::new()))?;
    // Comparing reads less than writing writes, and a linked file keeps its time, so that
    // `rsync` and hosts that look at times send only what has changed.
    let same = fs::metadata(old).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
        && fs::read(old).is_ok_and(|was| was == bytes);
    if same && fs::hard_link(old, new).is_ok() {
        return Ok(false);
    }
    write(new, &bytes)?;
    Ok(!same)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let written = fs::File::create(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|source| Error::file(path, "writing the page", source))
}

/// Puts the new folder in the place of the old one.
fn exchange(staging: tempfile::TempDir, dir: &Path) -> Result<(), Error> {
    let failed = |source: io::Error| Error::file(dir, "putting the new site in its place", source);
    if !dir.exists() {
        return fs::rename(staging.keep(), dir).map_err(failed);
    }
    if swap(staging.path(), dir).is_ok() {
        // What is staged now is the old site; it goes when `staging` is dropped.
        return Ok(());
    }
    // Where the system cannot exchange two folders there is a moment without a site.
    let parent = staging.path().parent().unwrap_or(Path::new(".")).to_owned();
    let aside = tempfile::Builder::new().prefix(".sijill-old-").tempdir_in(&parent).map_err(failed)?;
    let old = aside.path().join("site");
    fs::rename(dir, &old).map_err(failed)?;
    let new = staging.keep();
    fs::rename(&new, dir).map_err(|source| {
        // The old site goes back before anything is said.
        drop(fs::rename(&old, dir));
        drop(fs::remove_dir_all(&new));
        failed(source)
    })
}

#[cfg(target_os = "linux")]
fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Temporary folders are closed to others; a site is not.
fn open_to_readers(dir: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        drop(fs::set_permissions(dir, fs::Permissions::from_mode(0o755)));
    }
    #[cfg(not(unix))]
    let _ = dir;
}
