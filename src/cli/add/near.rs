//! The articles that are there, by which a copy is known.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::arabic::fold::folded;
use crate::article::{clean, read};
use crate::config::Config;
use crate::diagnostics::{Error, guarded};
use crate::document::{self, Document, InputKind, Plain};
use crate::knowledge::Knowledge;
use crate::site::load::shown;
use crate::site::model::{NEAR, Print};

/// What tells each article from others.
pub(super) struct Known(Vec<One>);

struct One {
    path: String,
    print: Print,
    /// Of a text that is too short for runs of words: all of it.
    short: Option<String>,
}

impl One {
    fn of(path: &Path, plain: &Plain) -> Self {
        let print = Print::of(plain.reading());
        let short = (print == Print::default()).then(|| folded(plain.text.trim()));
        Self { path: shown(path), print, short }
    }
}

impl Known {
    /// Of the files that are there; what cannot be read is left to `check`.
    pub(super) fn of(paths: &[PathBuf], knowledge: &Knowledge, config: &Config) -> Self {
        let of_file = |path: &PathBuf| {
            guarded(|| plains(path, knowledge, config))
                .ok()
                .and_then(Result::ok)
                .unwrap_or_default()
                .iter()
                .map(|plain| One::of(path, plain))
                .collect::<Vec<_>>()
        };
        Self(paths.par_iter().flat_map_iter(of_file).collect())
    }

    /// The article that has most of the text of this one, or of which this one has most, and how much.
    pub(super) fn like(&self, document: &Document) -> Option<(u32, String)> {
        let own = One::of(Path::new(""), &document.plain);
        let shared = |one: &One| match (&own.short, &one.short) {
            (Some(own), Some(other)) if own == other => 100,
            _ => own.print.shared_with(&one.print),
        };
        let found = self.0.iter().map(|one| (shared(one), &one.path));
        let (percent, path) = found.max_by_key(|&(percent, path)| (percent, path))?;
        (percent >= NEAR).then(|| (percent, path.clone()))
    }

    pub(super) fn learn(&mut self, path: &Path, document: &Document) {
        self.0.push(One::of(path, &document.plain));
    }
}

/// The texts of one file, without what is no article.
fn plains(path: &Path, knowledge: &Knowledge, config: &Config) -> Result<Vec<Plain>, Error> {
    let plain = |raw: read::RawArticle| {
        let draft = match raw.kind {
            InputKind::Markdown => document::parse(&raw.text)?,
            _ => clean::clean(&raw, knowledge),
        };
        Ok(Plain::of(&draft.value.text))
    };
    read::read_all(path, config)?.value.into_iter().map(plain).collect()
}
