//! A file as it was made, or the word that it would come out as it did before.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

/// A digest of all that decides the bytes of a file: whoever has the bytes that were made under it has the file.
pub type Key = [u8; 32];

/// What one file was made of: numbers of the looks of its site (`Looks`), rising.
pub type Seen = Box<[u32]>;

/// What comes of making a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Its bytes.
    New {
        /// All of them.
        bytes: Vec<u8>,
        /// What decides them, where that is known.
        key: Option<Key>,
        /// What was looked at to make it, where all of that is known.
        seen: Option<Seen>,
    },
    /// What decides its bytes has not changed; only who named a key hears this.
    Same {
        /// What was looked at to find that out, where all of that is known.
        seen: Option<Seen>,
    },
}

impl Made {
    /// A file that nothing but its bytes tells from another, unless they are those that a key names: whoever has them need
    /// not compare them.
    pub(crate) fn of(bytes: Vec<u8>, known: Option<&Key>) -> Self {
        let key = Key::from(Sha256::digest(&bytes));
        match known {
            Some(known) if *known == key => Self::Same { seen: None },
            _ => Self::New { bytes, key: Some(key), seen: None },
        }
    }

    /// The bytes, what decides them, what was looked at. Whoever named no key hears of no file that is the same, and
    /// always gets them.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Option<Key>, Option<Seen>) {
        match self {
            Self::New { bytes, key, seen } => (bytes, key, seen),
            Self::Same { seen } => (Vec::new(), None, seen),
        }
    }
}

impl From<Vec<u8>> for Made {
    fn from(bytes: Vec<u8>) -> Self {
        Self::New { bytes, key: None, seen: None }
    }
}

/// A file of several that are made together.
#[derive(Clone)]
pub enum Late {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// What decides its bytes, and how they are made.
    Keyed(Key, Arc<dyn Fn() -> Vec<u8> + Send + Sync>),
}

impl Late {
    /// The file, unless it is the one that a key names.
    pub(super) fn made(&self, known: Option<&Key>) -> Made {
        match self {
            Self::Bytes(bytes) => Made::of(bytes.clone(), known),
            Self::Keyed(key, _) if known == Some(key) => Made::Same { seen: None },
            Self::Keyed(key, make) => Made::New { bytes: make(), key: Some(*key), seen: None },
        }
    }
}

impl From<Vec<u8>> for Late {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}
