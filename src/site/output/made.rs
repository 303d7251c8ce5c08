//! A file as it was made, or the word that it would come out as it did before.

/// A digest of all that decides the bytes of a file: whoever has the bytes that were made under it has the file.
pub type Key = [u8; 32];

/// What comes of making a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// Its bytes.
    New {
        /// All of them.
        bytes: Vec<u8>,
        /// What decides them, where that is known.
        key: Option<Key>,
    },
    /// What decides its bytes has not changed; only who named a key hears this.
    Same,
}

impl Made {
    /// The bytes, and what decides them. Whoever named no key hears of no file that is the same, and always gets them.
    pub(crate) fn into_parts(self) -> (Vec<u8>, Option<Key>) {
        match self {
            Self::New { bytes, key } => (bytes, key),
            Self::Same => (Vec::new(), None),
        }
    }
}

impl From<Vec<u8>> for Made {
    fn from(bytes: Vec<u8>) -> Self {
        Self::New { bytes, key: None }
    }
}
