//! A file as it was made, or the word that it would come out as it did before.

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
