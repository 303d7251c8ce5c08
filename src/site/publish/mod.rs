//! [`Output`] → a folder, exchanged at the end so that the old site stays whole until then.
//!
//! 1. [`Target::of`] finds the folder that is meant, through links, and refuses what must not be replaced;
//! 2. [`Target::lock`] waits until no other build writes there ([`lock`]);
//! 3. what killed builds left is cleared ([`Staging::clear`](staging::Staging::clear)), and pages go to a sibling
//!    folder; one that has not changed is linked from the old site instead of written ([`stage`]);
//! 4. the two folders are exchanged in one step where the system can, and the old one is removed ([`exchange`]), or
//!    kept as the beginning of the next one, which then differs from it in few files ([`kept`]).
//!
//! A build that is killed at any moment leaves the old site or the new one, whole.

pub(crate) mod file;
mod kept;
mod known;
mod list;
mod lock;
mod marker;
pub(crate) mod own;
mod part;
mod stage;
mod staging;
mod target;

use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use super::output::Output;
use crate::diagnostics::Error;
pub use kept::Kept;
use known::Known;
use lock::Lock;
pub(crate) use marker::{MARKER, MARKER_TEXT};
pub use part::{Part, joined};
pub use stage::Published;
use stage::{Marked, Stage};
use staging::Staging;
pub use target::Target;
use target::refused;

/// How long a build waits for another one that writes into the same folder.
pub const PATIENCE: Duration = Duration::from_secs(600);

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

/// Removes what killed builds left beside a folder, where something lies there and nobody is at work: whoever finds that
/// there is nothing to publish comes by here. What cannot be removed is told by the next build that publishes.
pub fn tidy(target: Target) {
    let prefix = target.prefix();
    let is_left = fs::read_dir(target.parent())
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with(&prefix));
    if is_left && let Ok(held) = target.lock(Duration::ZERO, |_| ()) {
        drop(Staging::clear(&held.target, held.exclusive));
    }
}

impl Target {
    /// Waits until no other build writes into the folder; `waiting` hears once who does, after a second.
    ///
    /// # Errors
    ///
    /// Another build held the folder all the time (`busy-output`, with its process), or nothing can be written beside it.
    pub fn lock(self, patience: Duration, waiting: impl FnMut(&str)) -> Result<Held, Error> {
        fs::create_dir_all(self.parent())
            .map_err(|source| Error::file(self.parent(), "creating the folder", source))?;
        let path = self.parent().join(format!("{}lock", self.prefix()));
        let lock = Lock::take(&path, patience, waiting)
            .map_err(|source| Error::file(self.parent(), "making a lock beside the site", source))?
            .map_err(|owner| {
                let message = format!(
                    "another build, {owner}, has been writing into this folder for {} seconds",
                    patience.as_secs()
                );
                refused(
                    self.dir(),
                    "busy-output",
                    &message,
                    "wait for it, end it, or name another folder with --out",
                )
            })?;
        Ok(Held { exclusive: lock.is_exclusive(), _lock: lock, target: self })
    }
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
        self.publish_again(output, None)
    }

    /// The same, with what an earlier build has kept, and keeping it for the next one.
    ///
    /// # Errors
    ///
    /// As [`publish`].
    pub fn publish_again(&self, output: &Output, kept: Option<&Kept>) -> Result<Published, Error> {
        self.publish_as(output, Marked::Site, kept)
    }

    /// Writes a part of a site, which says in its marker that it is one.
    ///
    /// # Errors
    ///
    /// As [`publish`].
    pub fn publish_part(&self, output: &Output, part: &Part) -> Result<Published, Error> {
        self.publish_as(output, Marked::Part(part), None)
    }

    fn publish_as(
        &self,
        output: &Output,
        marker: Marked<'_>,
        kept: Option<&Kept>,
    ) -> Result<Published, Error> {
        let mut leftovers = Staging::clear(&self.target, self.exclusive);
        self.target.claim()?;
        let known = kept.map_or_else(Known::new, |kept| kept.known(self.dir(), output.looks()));
        let (staging, (mut published, known)) = self.stage(output, marker, &known, kept)?;
        if let Some(before) = exchange(staging, &self.target)? {
            if let Some(kept) = kept {
                kept.keep_spare(&before);
            }
            leftovers.extend(before.discard());
        }
        if let Some(kept) = kept {
            kept.keep(self.dir(), &known, output.looks());
        }
        published.leftovers = leftovers;
        Ok(published)
    }

    /// Makes the site in a staging folder, in that of the site before where there is one.
    fn stage(
        &self,
        output: &Output,
        marker: Marked<'_>,
        known: &Known,
        kept: Option<&Kept>,
    ) -> Result<(Staging, (Published, Known)), Error> {
        let fill = |staging: Staging| {
            let filled =
                Stage { output, marker, old: self.dir(), known, new: staging.path() }.fill()?;
            Ok((staging, filled))
        };
        let staging = Staging::beside(&self.target)?;
        if kept.is_some_and(|kept| kept.take_spare(&staging)) {
            match fill(staging) {
                // Somebody else may have made it, who lets nobody write there.
                Err(Error::File { .. }) => return fill(Staging::beside(&self.target)?),
                done => return done,
            }
        }
        fill(staging)
    }
}

/// Puts the new folder in the place of the old one, and gives the old one, which goes when it is dropped.
fn exchange(staging: Staging, target: &Target) -> Result<Option<Staging>, Error> {
    let dir = target.dir();
    let failed = |source: io::Error| Error::file(dir, "putting the new site in its place", source);
    if !dir.exists() {
        fs::rename(staging.path(), dir).map_err(failed)?;
        return Ok(None);
    }
    if swap(staging.path(), dir).is_ok() {
        // What is staged now is the old site.
        return Ok(Some(staging));
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
    Ok(Some(aside))
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
