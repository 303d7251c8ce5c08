//! One build at a time writes into a folder.
//!
//! The lock is a file beside the folder, held by the system for as long as the process lives: a killed build holds
//! nothing, whatever file it leaves. Who is done removes the file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// After how long whoever waits is told so.
const SILENCE: Duration = Duration::from_secs(1);

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    /// Held; nothing where the file system knows no locks.
    file: Option<File>,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock, or says who holds it when patience is at its end. `waiting` hears once who that is.
    pub(super) fn take(
        path: &Path,
        patience: Duration,
        mut waiting: impl FnMut(&str),
    ) -> io::Result<Result<Self, String>> {
        let begun = Instant::now();
        let mut told = false;
        loop {
            let file = open(path)?;
            match file.try_lock() {
                // The one before may have removed the file between our opening and our locking it.
                Ok(()) if is_still_there(&file, path) => {
                    // Only shown to people; a lock that cannot say whose it is holds as well.
                    drop(
                        file.set_len(0)
                            .and_then(|()| write!(&file, "process {}", std::process::id())),
                    );
                    return Ok(Ok(Self { file: Some(file), path: path.to_owned() }));
                }
                Ok(()) => continue,
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Ok(Self { file: None, path: path.to_owned() }));
                }
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => {}
            }
            if begun.elapsed() >= patience {
                return Ok(Err(owner(path)));
            }
            if begun.elapsed() >= SILENCE && !told {
                told = true;
                waiting(&owner(path));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Whether others are kept out.
    pub(super) fn is_exclusive(&self) -> bool {
        self.file.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked, so that nobody else can have taken the file that goes.
        if self.file.is_none() || cfg!(unix) {
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Opens the file, also where a build of somebody else's left it.
///
/// A link there would have us write into whatever it leads to, and no build makes one.
fn open(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        let message = format!("{} is no plain file: remove it", path.display());
        return Err(io::Error::other(message));
    }
    match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            File::open(path).map_err(|_| error)
        }
        opened => opened,
    }
}

/// What the file says about who holds it.
fn owner(path: &Path) -> String {
    fs::read_to_string(path)
        .ok()
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| "of an unknown process".to_owned())
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata()
        .map(place)
        .is_ok_and(|opened| fs::metadata(path).map(place).is_ok_and(|named| named == opened))
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_is_told_for_whom_and_the_file_goes_with_the_lock() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join(".sijill-public.lock");
        let take =
            |patience| Lock::take(&path, patience, |_| ()).expect("the folder can be written");
        let held = take(Duration::ZERO).expect("it is free");
        assert_eq!(
            take(Duration::from_millis(50)).expect_err("it is held"),
            format!("process {}", std::process::id())
        );
        drop(held);
        assert!(!path.exists());
        drop(take(Duration::ZERO).expect("it is free again"));
    }

    #[test]
    fn a_file_that_a_killed_build_left_holds_nobody_up() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join(".sijill-public.lock");
        fs::write(&path, "process 1").expect("written");
        assert!(
            Lock::take(&path, Duration::ZERO, |_| ()).expect("the folder can be written").is_ok()
        );
    }
}
