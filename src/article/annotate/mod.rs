//! [`Draft`] → [`Document`]: dates, names, quotes, topics and events are found and marked.
//!
//! 1. [`words`] reads the article as folded words, once;
//! 2. [`known`] finds what the knowledge base knows, [`unknown`] names that nobody has listed;
//! 3. [`quotes`] finds direct speech and its speakers, [`roles`] offices beside names;
//! 4. [`topics`] and [`events`] say what the article speaks of;
//! 5. [`overlap`] decides who wins where two claim one span, [`marks`] turns findings into marks;
//! 6. [`suggest`] gathers unknown names over all articles.

mod known;
mod lexicon;
mod quotes;
mod words;

pub mod dating;
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
    let _ = (reference, config);
    let words = words::Words::of(plain);
    let joined = words::Joined::of(&words);
    let (mentions, diagnostics) = known::mentions(&words, &joined, knowledge);
    let quotes = quotes::quotes(&words, &mentions);
    Warned { value: Findings { mentions, quotes, ..Findings::default() }, diagnostics }
}
