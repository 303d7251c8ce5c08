//! The records of the filter (DESIGN section 6): offsets count Unicode scalar values.
//!
//! A record is written as it is made: a page of which a hundred thousand pieces were cut has as many entries.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Document, Draft, Findings, FrontMatter, Plain, Removed, Speaker};
use crate::arabic::calendar::Edtf;
use crate::span::{CharOffsets, Span};

/// The record of an article that went the whole way, on one line.
///
/// `key` is `("id", …)` as it was given, or `("path", …)`.
pub fn document(key: (&str, Value), document: &Document) -> String {
    let found = Found::of(&document.plain, &document.findings);
    let removed = cuts(&document.origin.raw, &document.front_matter.removed);
    Record::of(key, &document.front_matter, &document.plain.text, Some(found), removed)
}

/// The record of a text that was clean when it came in: `text` is unchanged, `title` is null, `date` is the day that was given with it.
pub fn plain(id: Value, plain: &Plain, given: Option<NaiveDate>, found: &Findings) -> String {
    let date = given.map(Edtf::day);
    let date_basis = date.as_ref().map(|_| super::DateBasis::Editor);
    let front_matter = FrontMatter { date, date_basis, ..FrontMatter::default() };
    let found = Found::of(plain, found);
    Record::of(("id", id), &front_matter, &plain.text, Some(found), Vec::new())
}

/// The record of an article that was only cleaned.
pub fn draft(id: Value, draft: &Draft, front_matter: &FrontMatter) -> String {
    let removed = cuts(&draft.origin.raw, &draft.front_matter.removed);
    Record::of(("id", id), front_matter, &Plain::of(&draft.text).text, None, removed)
}

/// The record of a line that could not be read.
pub fn error(id: Value, code: &str, message: &str) -> String {
    json!({"id": id, "error": {"code": code, "message": message}}).to_string()
}

/// A record, its entries in the order in which they are written.
#[derive(Serialize)]
struct Record<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<Value>,
    title: Option<&'d str>,
    date: Option<Dated<'d>>,
    text: &'d str,
    #[serde(flatten)]
    found: Option<Found<'d>>,
    removed: Vec<Cut<'d>>,
}

impl<'d> Record<'d> {
    fn of(
        (key, value): (&str, Value),
        front_matter: &'d FrontMatter,
        text: &'d str,
        found: Option<Found<'d>>,
        removed: Vec<Cut<'d>>,
    ) -> String {
        let (id, path) = if key == "path" { (None, Some(value)) } else { (Some(value), None) };
        let title = front_matter.title.as_deref();
        let record = Self { id, path, title, date: Dated::of(front_matter), text, found, removed };
        // Nothing in it can fail to be written: all keys are words.
        serde_json::to_string(&record).unwrap_or_default()
    }
}

/// The day of publication.
#[derive(Serialize)]
struct Dated<'d> {
    edtf: String,
    basis: Option<&'static str>,
    evidence: Vec<Evidence<'d>>,
}

#[derive(Serialize)]
struct Evidence<'d> {
    text: &'d str,
    value: String,
    reason: &'d str,
}

impl<'d> Dated<'d> {
    fn of(front_matter: &'d FrontMatter) -> Option<Self> {
        let evidence = front_matter.date_evidence.iter().map(|evidence| Evidence {
            text: &evidence.text,
            value: evidence.value.to_string(),
            reason: &evidence.reason,
        });
        Some(Self {
            edtf: front_matter.date.as_ref()?.to_string(),
            basis: front_matter.date_basis.map(super::DateBasis::name),
            evidence: evidence.collect(),
        })
    }
}

/// What was found in a text.
#[derive(Serialize)]
struct Found<'d> {
    mentions: Vec<Named<'d>>,
    dates: Vec<Day<'d>>,
    quotes: Vec<Spoken<'d>>,
    topics: Vec<Topic<'d>>,
    events: Vec<Event<'d>>,
}

#[derive(Serialize)]
struct Named<'d> {
    start: usize,
    end: usize,
    text: &'d str,
    kind: &'static str,
    id: Option<&'d str>,
}

#[derive(Serialize)]
struct Day<'d> {
    start: usize,
    end: usize,
    text: &'d str,
    edtf: String,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct Spoken<'d> {
    start: usize,
    end: usize,
    text: &'d str,
    speaker: Option<&'d str>,
    speaker_text: Option<&'d str>,
}

#[derive(Serialize)]
struct Topic<'d> {
    id: &'d str,
    score: f64,
}

#[derive(Serialize)]
struct Event<'d> {
    id: &'d str,
    status: &'static str,
    paragraph: usize,
}

impl<'d> Found<'d> {
    fn of(plain: &'d Plain, findings: &'d Findings) -> Self {
        let text = plain.text.as_str();
        // Each list stands in the order of the text, so its offsets are counted in one pass.
        let mut at = CharOffsets::new(text);
        let mut spot = |span: Span| (at.at(span.start), at.at(span.end), span.cut(text));
        let mentions = findings.mentions.iter().map(|mention| {
            let (start, end, text) = spot(mention.span);
            Named { start, end, text, kind: mention.kind.name(), id: mention.id.as_deref() }
        });
        let mentions = mentions.collect();
        let dates = findings.dates.iter().map(|date| {
            let (start, end, text) = spot(date.span);
            let (from, to) = days(&date.value);
            Day { start, end, text, edtf: date.value.to_string(), from, to }
        });
        let dates = dates.collect();
        let quotes = findings.quotes.iter().map(|quote| {
            let (start, end, text) = spot(quote.span);
            let (speaker, speaker_text) = match &quote.speaker {
                Speaker::Entity(id) => {
                    (Some(id.as_str()), quote.speaker_span.map(|span| span.cut(&plain.text)))
                }
                Speaker::Text(words) => (None, Some(words.as_str())),
                Speaker::Unknown => (None, None),
            };
            Spoken { start, end, text, speaker, speaker_text }
        });
        let quotes = quotes.collect();
        let topics = findings.topics.iter();
        let events = findings.events.iter();
        Self {
            mentions,
            dates,
            quotes,
            topics: topics.map(|topic| Topic { id: &topic.id, score: topic.score }).collect(),
            events: events
                .map(|event| Event {
                    id: &event.event,
                    status: event.status.name(),
                    paragraph: event.paragraph,
                })
                .collect(),
        }
    }
}

/// A piece of the raw text that was cut.
#[derive(Serialize)]
struct Cut<'d> {
    start: usize,
    end: usize,
    kind: &'static str,
    reason: &'d str,
}

fn cuts<'d>(raw: &str, removed: &'d [Removed]) -> Vec<Cut<'d>> {
    let mut at = CharOffsets::new(raw);
    let inside = removed
        .iter()
        .filter(|cut| raw.is_char_boundary(cut.span.start) && raw.is_char_boundary(cut.span.end));
    inside
        .map(|cut| Cut {
            start: at.at(cut.span.start),
            end: at.at(cut.span.end),
            kind: cut.kind.name(),
            reason: &cut.reason,
        })
        .collect()
}

/// `[from, to)` as ISO days; an open end is null.
fn days(value: &Edtf) -> (Option<String>, Option<String>) {
    let (from, to) = value.days();
    (from.map(|day| day.to_string()), to.map(|day| day.to_string()))
}
