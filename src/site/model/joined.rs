//! What was found in each article with the help of all others: the names that another one tells, and what it says happened
//! on a day once its names are known.
//!
//! It is kept from one build to the next, article by article, with a digest of all that decides it: the document, and of
//! the names that are looked for those whose first word stands in it.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Article;
use super::statements::{self, Statement};
use super::unlisted::{Found, LookedFor};
use crate::document::Mention;
use crate::site::kept::Kept;

/// A SHA-256.
type Digest = [u8; 32];

/// Under which name it is kept.
const NAMES: &str = "names";

/// What was found in all articles.
pub(super) struct Joined {
    articles: Vec<OfArticle>,
    /// Whether nothing of it is new.
    is_known: bool,
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OfArticle {
    /// A digest of the document.
    document: Digest,
    /// One of the names that are looked for and may stand in it.
    looked_for: Digest,
    /// Its names.
    found: Found,
    /// What it tells of a day, and a digest of the names with which that was read.
    told: Option<(Digest, Vec<Statement>)>,
}

impl Joined {
    /// Finds the names of all articles, or takes them from what the build before has left.
    pub(super) fn of(articles: &[Article], kept: Option<&Kept>) -> Self {
        let bytes = kept.and_then(|kept| kept.read(NAMES)).unwrap_or_default();
        let before: Vec<&[u8]> = postcard::from_bytes(&bytes).unwrap_or_default();
        let before: Vec<Option<OfArticle>> =
            before.into_par_iter().map(|bytes| postcard::from_bytes(bytes).ok()).collect();
        let count = before.len();
        let before: HashMap<Digest, OfArticle> =
            before.into_iter().flatten().map(|of| (of.document, of)).collect();
        let names = LookedFor::of(articles);
        // Where nothing is kept nobody asks which document it is.
        let document = |article: &Article| kept.map(|_| article.document.digest());
        let wanted =
            |article: &Article| (document(article).unwrap_or_default(), names.digest(article));
        let wanted: Vec<(Digest, Digest)> = articles.par_iter().map(wanted).collect();
        let known = |(document, looked_for): &(Digest, Digest)| {
            before.get(document).filter(|known| known.looked_for == *looked_for)
        };
        let new: Vec<usize> =
            (0..articles.len()).filter(|&no| known(&wanted[no]).is_none()).collect();
        let is_known = new.is_empty() && count == articles.len();
        let mut new = names.found(articles, &new).into_iter();
        let of = |wanted: (Digest, Digest)| match known(&wanted) {
            Some(known) => Some(known.clone()),
            None => {
                let (document, looked_for) = wanted;
                new.next().map(|found| OfArticle { document, looked_for, found, told: None })
            }
        };
        Self { articles: wanted.iter().copied().filter_map(of).collect(), is_known }
    }

    /// The names of each article.
    pub(super) fn names(&self) -> impl Iterator<Item = &Found> + Clone {
        self.articles.iter().map(|of| &of.found)
    }

    /// What each article tells of a day.
    pub(super) fn told(&mut self, articles: &[Article]) -> Vec<Vec<Statement>> {
        let told = |(of, article): (&mut OfArticle, &Article)| {
            let names = named(article);
            let known = of.told.as_ref().filter(|(other, _)| *other == names);
            let is_known = known.is_some();
            let told = known.map(|(_, told)| told.clone());
            let told = told.unwrap_or_else(|| statements::of_article(article));
            if !is_known {
                of.told = Some((names, told.clone()));
            }
            (is_known, told)
        };
        let told: Vec<_> = self.articles.par_iter_mut().zip(articles).map(told).collect();
        self.is_known &= told.iter().all(|(is_known, _)| *is_known);
        told.into_iter().map(|(_, told)| told).collect()
    }

    /// Keeps all of it for the next build.
    pub(super) fn keep(&self, kept: Option<&Kept>) {
        let Some(kept) = kept.filter(|_| !self.is_known) else { return };
        let written = |of: &OfArticle| postcard::to_stdvec(of).unwrap_or_default();
        let all: Vec<Vec<u8>> = self.articles.par_iter().map(written).collect();
        if let Ok(bytes) = postcard::to_stdvec(&all.iter().map(|of| Bytes(of)).collect::<Vec<_>>())
        {
            kept.keep(NAMES, bytes);
        }
    }
}

/// A digest of where an article names something, and whether there is an entry for it.
fn named(article: &Article) -> Digest {
    let mut all = Sha256::new();
    for Mention { span, kind, id, .. } in article.mentions() {
        all.update((span.start as u64).to_le_bytes());
        all.update((span.end as u64).to_le_bytes());
        all.update(kind.name());
        all.update([u8::from(id.is_some())]);
    }
    all.finalize().into()
}

/// Bytes that are written at one go.
struct Bytes<'b>(&'b [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0)
    }
}
