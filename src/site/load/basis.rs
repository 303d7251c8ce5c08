//! By what articles are read besides their own files, and what they ask of the names among it.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::sources::Sources;
use crate::diagnostics::Warned;
use crate::document::Document;
use crate::knowledge::Knowledge;

/// A SHA-256.
pub(super) type Digest = [u8; 32];

/// Digests of what articles are read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    /// Of what may matter to each: the settings, and all of the knowledge base but its names.
    pub(super) common: Digest,
    /// Of the names, which matter where they stand.
    pub(super) names: Digest,
}

impl Basis {
    pub(super) fn of(sources: &Sources, knowledge: &Knowledge) -> Self {
        let settings = Sha256::digest(format!("{:?}", sources.settings));
        let common = Sha256::new().chain_update(settings).chain_update(knowledge.common_digest());
        Self { common: common.finalize().into(), names: knowledge.names_digest() }
    }
}

/// The articles of one file and what was found in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Articles {
    pub(super) made: Warned<Vec<Arc<Document>>>,
    /// What they asked of the names by which they were read.
    pub(super) asked: Digest,
}

impl Articles {
    /// Articles that were just read; `ask` says what each asks of the names.
    pub(super) fn new(made: Warned<Vec<Arc<Document>>>, ask: impl Fn(&Document) -> Digest) -> Self {
        let made = Self { made, asked: Digest::default() };
        Self { asked: made.ask(ask), ..made }
    }

    /// Whether they would be read as they are by the names that `ask` knows.
    pub(super) fn stand(&self, ask: impl Fn(&Document) -> Digest) -> bool {
        self.ask(ask) == self.asked
    }

    fn ask(&self, ask: impl Fn(&Document) -> Digest) -> Digest {
        let mut all = Sha256::new();
        self.made.value.iter().for_each(|document| all.update(ask(document)));
        all.finalize().into()
    }
}
