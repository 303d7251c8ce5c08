//! [`Output`] → a folder, exchanged at the end so that the old site stays whole until then.
//!
//! 1. [`Target::of`] finds the folder that is meant, through links, and refuses what must not be replaced;
//! 2. [`Target::lock`] waits until no other build writes there ([`lock`]);
//! 3. what killed builds left is cleared ([`Staging::clear`](staging::Staging::clear)), and pages go to a sibling
//!    folder; one that has not changed is linked from the old site instead of written ([`stage`]);
//! 4. the two folders are exchanged in one step where the system can, and the old one is removed ([`exchange`]).
//!
//! A build that is killed at any moment leaves the old site or the new one, whole.

pub(crate) mod file;
mod lock;
mod staging;
mod target;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use super::output::Output;
use crate::diagnostics::Error;
use lock::Lock;
use staging::Staging;
pub use target::Target;

/// The file by which a folder is known to be made by `build`; the last that is written.
pub(crate) const MARKER: &str = ".sijill";
/// What it says.
pub(crate) const MARKER_TEXT: &str = "This folder is made by `sijill build`; whatever else lies in it is replaced at the next build.\n";

/// How long a build waits for another one that writes into the same folder.
pub const PATIENCE: Duration = Duration::from_secs(600);

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Files that differ from the site that was there.
    pub changed: usize,
    /// Folders beside the site that should be gone and could not be removed: somebody else's, most likely.
    pub leftovers: Vec<PathBuf>,
}

/// Writes a site into a folder.
///
/// # Errors
///
/// The folder holds something that no build made, another build holds it for longer than [`PATIENCE`], a page cannot
/// be made, or a file cannot be written. The site that was there is untouched then.
///
/// ```
/// use sijill::site::output::Output;
/// use sijill::site::publish::publish;
/// let beside = tempfile::tempdir().unwrap();
/// let mut output = Output::default();
/// output.add_bytes("index.html", "the home page", "<h1>سجلّ</h1>".into()).unwrap();
/// let published = publish(&output, &beside.path().join("public")).unwrap();
/// assert_eq!((published.files, published.changed), (1, 1));
/// assert_eq!(beside.path().read_dir().unwrap().count(), 1);
/// ```
pub fn publish(output: &Output, dir: &Path) -> Result<Published, Error> {
    Target::of(dir)?.lock(PATIENCE, |_| ())?.publish(output)
}

/// A folder that no other build writes into until this is dropped.
#[derive(Debug)]
pub struct Held {
    target: Target,
    /// Given up when this is dropped.
    _lock: Lock,
    /// Whether the system keeps others out; some network file systems cannot.
    exclusive: bool,
}

impl Held {
    /// The folder.
    pub fn dir(&self) -> &Path {
        self.target.dir()
    }

    /// Writes a site into the folder.
    ///
    /// # Errors
    ///
    /// As [`publish`].
    pub fn publish(&self, output: &Output) -> Result<Published, Error> {
        let mut leftovers = Staging::clear(&self.target, self.exclusive);
        self.target.claim()?;
        let staging = Staging::beside(&self.target)?;
        let mut published = stage(output, self.dir(), staging.path())?;
        leftovers.extend(exchange(staging, &self.target)?);
        published.leftovers = leftovers;
        Ok(published)
    }
}

/// Makes every page in the staging folder.
fn stage(output: &Output, old: &Path, staging: &Path) -> Result<Published, Error> {
    let paths: Vec<&str> = output.paths().collect();
    let dirs: std::collections::BTreeSet<PathBuf> =
        paths.iter().filter_map(|path| staging.join(path).parent().map(Path::to_owned)).collect();
    for dir in &dirs {
        fs::create_dir_all(dir)
            .map_err(|source| Error::file(dir, "creating the folder", source))?;
    }
    let changed: Result<Vec<bool>, Error> = paths
        .par_iter()
        .map(|path| page(output, path, &old.join(path), &staging.join(path)))
        .collect();
    let changed = changed?.into_iter().filter(|&changed| changed).count();
    write(&staging.join(MARKER), MARKER_TEXT.as_bytes())?;
    Ok(Published { files: paths.len(), changed, leftovers: Vec::new() })
}

/// Makes one page; whether it differs from the one that was there.
fn page(output: &Output, path: &str, old: &Path, new: &Path) -> Result<bool, Error> {
    let bytes = output.get(path).unwrap_or_else(|| Ok(Vec::new()))?;
    // Comparing reads less than writing writes, and a linked file keeps its time, so that
    // `rsync` and hosts that look at times send only what has changed.
    let same = fs::symlink_metadata(old)
        .is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
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

/// Puts the new folder in the place of the old one; the old one where it cannot be removed.
fn exchange(staging: Staging, target: &Target) -> Result<Option<PathBuf>, Error> {
    let dir = target.dir();
    let failed = |source: io::Error| Error::file(dir, "putting the new site in its place", source);
    if !dir.exists() {
        fs::rename(staging.path(), dir).map_err(failed)?;
        return Ok(None);
    }
    if swap(staging.path(), dir).is_ok() {
        // What is staged now is the old site.
        return Ok(staging.discard());
    }
    // Where the system cannot exchange two folders there is a moment without a site; a build that
    // is killed in it finds the old one beside, and the next build puts it back.
    let aside = Staging::beside(target)?;
    fs::remove_dir(aside.path()).and_then(|()| fs::rename(dir, aside.path())).map_err(failed)?;
    if let Err(source) = fs::rename(staging.path(), dir) {
        // The old site goes back before anything is said.
        drop(fs::rename(aside.path(), dir));
        return Err(failed(source));
    }
    Ok(aside.discard())
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a process lives, or may live: not every system says.
pub(crate) fn is_alive(process: u32) -> bool {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, test_kill_process};
        let process = i32::try_from(process).ok().and_then(Pid::from_raw);
        process.is_some_and(|process| test_kill_process(process) != Err(rustix::io::Errno::SRCH))
    }
    #[cfg(not(unix))]
    {
        let _ = process;
        true
    }
}
