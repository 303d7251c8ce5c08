//! [`Draft`] → [`Document`]: dates, names, quotes, topics and events are found and marked.
//!
//! 1. [`words`] reads the article as folded words, once;
//! 2. [`known`] finds what the knowledge base knows;
//! 3. [`timex`] finds time expressions; [`overlap`] decides who wins where two claim one span;
//! 4. [`quotes`] finds direct speech and its speakers, [`roles`] offices beside names;
//! 5. [`topics`] and [`events`] say what the article speaks of;
//! 6. [`marks`] turns findings into marks.

mod events;
mod known;
mod lexicon;
mod marks;
mod overlap;
mod quotes;
mod roles;
mod spotted;
mod topics;
mod words;

pub mod timex;

use chrono::NaiveDate;

use crate::arabic::calendar::Edtf;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Warned};
use crate::document::{Document, Draft, Findings, Mention, Plain};
use crate::knowledge::Knowledge;
use crate::span::Span;

pub use topics::THRESHOLD as TOPIC_THRESHOLD;

/// Finds and marks everything that the knowledge base and the rules of the language know.
pub fn annotate(draft: Draft, knowledge: &Knowledge, config: &Config) -> Warned<Document> {
    let _ = config;
    let plain = Plain::of(&draft.text);
    let (decided, closed) = marks::decided(&plain, &draft.text);
    let published = draft.front_matter.date.clone();
    let given = Given { title: draft.front_matter.title.as_deref(), published: published.as_ref(), decided, closed };
    let Warned { value: findings, mut diagnostics } = find(&plain, given, knowledge);
    let (text, refused) = draft.text.clone().settle(marks::marks(&plain, &draft.text, &findings));
    diagnostics.extend(refused.iter().map(|mark| unmarked(&draft.text.markdown, mark.span)));
    Warned { value: Document { front_matter: draft.front_matter, text, plain, findings, origin: draft.origin }, diagnostics }
}

/// Finds everything in a text that is already clean; `reference` is the day from which it speaks.
pub fn annotate_plain(plain: &Plain, reference: Option<NaiveDate>, knowledge: &Knowledge, config: &Config) -> Warned<Findings> {
    let _ = config;
    let published = reference.map(Edtf::day);
    find(plain, Given { published: published.as_ref(), ..Given::default() }, knowledge)
}

/// What is known of an article before anything is found in it.
#[derive(Default)]
struct Given<'a> {
    title: Option<&'a str>,
    published: Option<&'a Edtf>,
    /// Mentions that a person marked.
    decided: Vec<Mention>,
    /// Ranges in which a person's mark leaves nothing to find, in order.
    closed: Vec<Span>,
}

/// All steps in order.
fn find(plain: &Plain, given: Given<'_>, knowledge: &Knowledge) -> Warned<Findings> {
    let words = words::Words::of(plain);
    let joined = words::Joined::of(&words);
    let reference = given.published.and_then(Edtf::first_day);
    let (known, diagnostics) = known::mentions(&words, &joined, knowledge);
    let mentions =
        given.decided.into_iter().chain(known.into_iter().filter(|mention| marks::is_free(&given.closed, mention.span))).collect();
    let dates = timex::time_expressions(plain, reference).into_iter().filter(|date| marks::is_free(&given.closed, date.span)).collect();
    let (mentions, dates) = overlap::mentions_and_dates(overlap::mentions(mentions), dates);
    let quotes = quotes::quotes(&words, &mentions);
    let roles = roles::roles(&words, &mentions, reference);
    let spotted = spotted::spotted(&words, &joined, knowledge.cues());
    let topics = topics::topics(&words, &spotted, given.title, knowledge);
    let (events, conflicts) = events::events(&words, &spotted, &mentions, &dates, given.published, knowledge);
    Warned { value: Findings { mentions, dates, quotes, topics, events, roles, conflicts }, diagnostics }
}

/// A mark that Markdown would not take.
fn unmarked(markdown: &str, span: Span) -> Diagnostic {
    Diagnostic::note("unmarked", format!("«{}» is left unmarked: its block would read otherwise with a mark", span.cut(markdown)))
        .help("look for brackets or asterisks beside it")
}
