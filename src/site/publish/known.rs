//! What is known of the pages of a published site.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::site::output::{Key, Seen};

/// The pages of a published site that were made under a key, by path.
pub(super) type Known = BTreeMap<String, Page>;

/// A page as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) stamp: Stamp,
    pub(super) key: Key,
    /// What was looked at to make it, where all of that is known.
    pub(super) seen: Option<Seen>,
    /// Whether all of that is as it was.
    pub(super) is_fresh: bool,
}

/// What tells a file from every other, and from itself once it was written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) length: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub(super) time: u128,
    /// The number of its file system, and its own there; zero where the system has none.
    pub(super) place: (u64, u64),
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
