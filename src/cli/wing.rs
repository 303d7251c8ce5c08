//! The wing of one article, handed to the wing of the site.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::article::{self, read};
use crate::config::Config;
use crate::diagnostics::{self, Error, Warned};
use crate::document::review::Reviews;
use crate::document::{Document, Order, Origin};
use crate::knowledge::Knowledge;
use crate::site::load;

/// The wing of one article, handed to the wing of the site; it counts what it has read, for whoever waits.
#[derive(Default)]
pub(super) struct Wing {
    read: AtomicUsize,
}

impl Wing {
    /// How many files were read so far.
    pub(super) fn count(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }
}

impl load::Reader for Wing {
    fn articles(
        &self,
        path: &Path,
        order: Order,
        reviews: &Reviews,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        self.read.fetch_add(1, Ordering::Relaxed);
        guarded_articles(path, order, reviews, knowledge, config)
    }

    fn asked(&self, document: &Document, knowledge: &Knowledge) -> [u8; 32] {
        article::annotate::asked(document, knowledge)
    }

    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error> {
        Ok(diagnostics::guarded(|| read::read(path, config))??.value.into_origin())
    }

    fn pictures(&self) -> load::ReadPicture {
        read::picture
    }
}

/// The articles of one file; a fault of the program in it is an error of its file, and the others go on.
pub(super) fn guarded_articles(
    path: &Path,
    order: Order,
    reviews: &Reviews,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Vec<Document>>, Error> {
    diagnostics::guarded(|| article::articles_reviewed(path, order, reviews, knowledge, config))?
}
