//! The folder beside a site in which the next one grows.
//!
//! Its name says whose it is: `.sijill-NAME.PROCESS-RANDOM`. So it can be cleared by its name alone, whatever a
//! killed build left in it, and a build of another folder never takes it for its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::lock::is_alive;
use super::marker::MARKER;
use super::target::Target;
use crate::diagnostics::Error;

/// How many letters the random part has.
const RANDOM: usize = 6;

/// A folder beside a site; removed when it is dropped, if it is still there.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
}

impl Staging {
    /// Makes one.
    pub(super) fn beside(target: &Target) -> Result<Self, Error> {
        let prefix = format!("{}{}-", target.prefix(), std::process::id());
        let made =
            tempfile::Builder::new().prefix(&prefix).rand_bytes(RANDOM).tempdir_in(target.parent());
        let path = made
            .map_err(|source| {
                Error::file(target.parent(), "creating a folder beside the site", source)
            })?
            .keep();
        open_to_readers(&path);
        Ok(Self { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes it now; its path where that fails.
    pub(super) fn discard(self) -> Option<PathBuf> {
        remove(&self.path).then(|| self.path.clone())
    }

    /// Removes what killed builds of this target left behind; what could not be removed.
    ///
    /// Nobody else can be at work where the lock is held. Without a lock the folder of a living process stays.
    pub(super) fn clear(target: &Target, exclusive: bool) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(target.parent()) else { return Vec::new() };
        let prefix = target.prefix();
        let owned = entries.flatten().filter_map(|entry| {
            let owner = owner(entry.file_name().to_string_lossy().strip_prefix(&prefix)?)?;
            (exclusive || !is_alive(owner)).then(|| entry.path())
        });
        let stale: Vec<PathBuf> = owned.collect();
        for path in &stale {
            // The site that was put aside when a build was killed between two renames.
            if !target.dir().exists() && !path.is_symlink() && path.join(MARKER).is_file() {
                drop(fs::rename(path, target.dir()));
            }
        }
        stale.into_iter().filter(|path| remove(path)).collect()
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        remove(&self.path);
    }
}

/// Removes a folder; whether something of it is left. The marker goes first: what has one is whole. Of a link that has
/// its name only the link goes.
fn remove(path: &Path) -> bool {
    if path.is_symlink() {
        drop(fs::remove_file(path));
    } else {
        drop(fs::remove_file(path.join(MARKER)));
        drop(fs::remove_dir_all(path));
    }
    fs::symlink_metadata(path).is_ok()
}

/// The process in the rest of a staging folder's name: `4711-a8Xk2z`.
fn owner(rest: &str) -> Option<u32> {
    let (process, random) = rest.split_once('-')?;
    let is_random =
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_random && process.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| process.parse().ok())?
}

/// Temporary folders are closed to others; a site is not.
pub(super) fn open_to_readers(dir: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        drop(fs::set_permissions(dir, fs::Permissions::from_mode(0o755)));
    }
    #[cfg(not(unix))]
    let _ = dir;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_whose_it_is() {
        assert_eq!(owner("4711-a8Xk2z"), Some(4711));
        for other in ["lock", "4711-a8Xk2", "b.4711-a8Xk2z", "-a8Xk2z", "x-a8Xk2z", "4711-a8X/2z"] {
            assert_eq!(owner(other), None, "{other}");
        }
    }
}
