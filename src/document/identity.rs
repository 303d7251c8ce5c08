//! What tells a document from every other, and what is kept beside it.

use std::sync::OnceLock;

/// A digest that decides what a document is: of what it was made from, or of the document itself. With it goes what others
/// have found out about the document and want to find again with it.
///
/// Both follow from the document, so any two are alike when documents are compared.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    digest: OnceLock<[u8; 32]>,
    beside: OnceLock<Vec<u8>>,
}

impl Identity {
    /// The digest, made where there is none yet.
    pub(super) fn get_or(&self, make: impl FnOnce() -> [u8; 32]) -> [u8; 32] {
        *self.digest.get_or_init(make)
    }

    /// Says what the document was made from; the first to say so is right.
    pub(crate) fn is_made_from(&self, digest: [u8; 32]) {
        self.digest.get_or_init(|| digest);
    }

    /// What is kept beside the document; nothing where nobody has said anything yet.
    pub(crate) fn beside(&self) -> Option<&[u8]> {
        self.beside.get().map(Vec::as_slice)
    }

    /// Keeps something beside the document that follows from the document alone; the first to say so is right.
    pub(crate) fn keep_beside(&self, mut made: Vec<u8>) {
        made.shrink_to_fit();
        self.beside.get_or_init(|| made);
    }
}

impl PartialEq for Identity {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
