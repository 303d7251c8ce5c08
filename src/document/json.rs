//! The records of the filter (DESIGN section 6): offsets count Unicode scalar values.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{Document, Draft, Findings, FrontMatter, Plain, Removed, Speaker};
use crate::arabic::calendar::Edtf;
use crate::span::{CharOffsets, Span};

/// The record of an article that went the whole way.
///
/// `key` is `("id", …)` as it was given, or `("path", …)`.
pub fn document(key: (&str, Value), document: &Document) -> Value {
    let mut record = head(key, &document.front_matter, &document.plain.text);
    findings(&mut record, &document.plain, &document.findings);
    record.insert(
        "removed".to_owned(),
        removed(&document.origin.raw, &document.front_matter.removed),
    );
    Value::Object(record)
}

/// The record of a text that was clean when it came in: `text` is unchanged, `title` is null, `date` is the day that was given with it.
pub fn plain(id: Value, plain: &Plain, given: Option<NaiveDate>, found: &Findings) -> Value {
    let date = given.map(Edtf::day);
    let date_basis = date.as_ref().map(|_| super::DateBasis::Editor);
    let mut record =
        head(("id", id), &FrontMatter { date, date_basis, ..FrontMatter::default() }, &plain.text);
    findings(&mut record, plain, found);
    record.insert("removed".to_owned(), json!([]));
    Value::Object(record)
}

/// The record of an article that was only cleaned.
pub fn draft(id: Value, draft: &Draft, front_matter: &FrontMatter) -> Value {
    let mut record = head(("id", id), front_matter, &Plain::of(&draft.text).text);
    record.insert("removed".to_owned(), removed(&draft.origin.raw, &draft.front_matter.removed));
    Value::Object(record)
}

/// The record of a line that could not be read.
pub fn error(id: Value, code: &str, message: &str) -> Value {
    json!({"id": id, "error": {"code": code, "message": message}})
}

fn head((key, value): (&str, Value), front_matter: &FrontMatter, text: &str) -> Map<String, Value> {
    let date = front_matter.date.as_ref().map(|date| {
        let evidence: Vec<Value> = front_matter
            .date_evidence
            .iter()
            .map(|evidence| json!({"text": evidence.text, "value": evidence.value.to_string(), "reason": evidence.reason}))
            .collect();
        json!({"edtf": date.to_string(), "basis": front_matter.date_basis.map(super::DateBasis::name), "evidence": evidence})
    });
    let mut record = Map::new();
    record.insert(key.to_owned(), value);
    record.insert("title".to_owned(), json!(front_matter.title));
    record.insert("date".to_owned(), json!(date));
    record.insert("text".to_owned(), json!(text));
    record
}

fn findings(record: &mut Map<String, Value>, plain: &Plain, findings: &Findings) {
    let text = plain.text.as_str();
    // Each list stands in the order of the text, so its offsets are counted in one pass.
    let mut at = CharOffsets::new(text);
    let mut spot = |span: Span| (at.at(span.start), at.at(span.end), span.cut(text));
    let mut list =
        |name: &str, values: Vec<Value>| record.insert(name.to_owned(), Value::Array(values));
    let mentions = findings.mentions.iter().map(|mention| {
        let (start, end, words) = spot(mention.span);
        json!({"start": start, "end": end, "text": words, "kind": mention.kind.name(), "id": mention.id})
    });
    list("mentions", mentions.collect());
    let dates = findings.dates.iter().map(|date| {
        let (start, end, words) = spot(date.span);
        let (from, to) = days(&date.value);
        json!({"start": start, "end": end, "text": words, "edtf": date.value.to_string(), "from": from, "to": to})
    });
    list("dates", dates.collect());
    let quotes = findings.quotes.iter().map(|quote| {
        let (start, end, words) = spot(quote.span);
        let (speaker, speaker_text) = match &quote.speaker {
            Speaker::Entity(id) => (Some(id), quote.speaker_span.map(|span| span.cut(text).to_owned())),
            Speaker::Text(words) => (None, Some(words.clone())),
            Speaker::Unknown => (None, None),
        };
        json!({"start": start, "end": end, "text": words, "speaker": speaker, "speaker_text": speaker_text})
    });
    list("quotes", quotes.collect());
    list(
        "topics",
        findings.topics.iter().map(|topic| json!({"id": topic.id, "score": topic.score})).collect(),
    );
    let events =
        findings.events.iter().map(|event| json!({"id": event.event, "status": event.status.name(), "paragraph": event.paragraph}));
    list("events", events.collect());
}

fn removed(raw: &str, removed: &[Removed]) -> Value {
    let mut at = CharOffsets::new(raw);
    let inside = removed
        .iter()
        .filter(|cut| raw.is_char_boundary(cut.span.start) && raw.is_char_boundary(cut.span.end));
    inside
        .map(|cut| json!({"start": at.at(cut.span.start), "end": at.at(cut.span.end), "kind": cut.kind.name(), "reason": cut.reason}))
        .collect()
}

/// `[from, to)` as ISO days; an open end is null.
fn days(value: &Edtf) -> (Option<String>, Option<String>) {
    let (from, to) = value.days();
    (from.map(|day| day.to_string()), to.map(|day| day.to_string()))
}
