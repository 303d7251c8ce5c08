//! What an editor should know of each article: no date, and ids that the knowledge base has not.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, nearest};
use crate::document::{Annotation, Author, Document, MentionKind, PublicationStatus, Speaker};
use crate::knowledge::Knowledge;
use crate::span::LineIndex;

/// The doubts about all articles that are built, article by article.
pub(super) fn doubts(documents: &[Arc<Document>], knowledge: &Knowledge) -> Vec<Diagnostic> {
    let built = documents
        .iter()
        .filter(|document| document.front_matter.status != PublicationStatus::Draft);
    built.flat_map(|document| of_one(document, knowledge)).collect()
}

fn of_one(document: &Document, knowledge: &Knowledge) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(no_date(document));
    marks(document, knowledge, &mut found);
    for topic in document
        .front_matter
        .topics
        .iter()
        .flatten()
        .filter(|topic| !knowledge.topics.contains_key(*topic))
    {
        found.push(unknown("topic", topic, knowledge.topics.keys(), &document.origin.raw, topic));
    }
    let is_id = |outlet: &&String| {
        outlet.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if let Some(outlet) = document.front_matter.source.outlet.as_ref().filter(is_id)
        && !knowledge.outlets.contains_key(outlet)
    {
        found.push(unknown(
            "outlet",
            outlet,
            knowledge.outlets.keys(),
            &document.origin.raw,
            outlet,
        ));
    }
    found.into_iter().map(|doubt| doubt.in_file(&document.origin.path)).collect()
}

/// An article without a day, and what its page shows instead.
///
/// A `date:` that could not be read has been told already.
fn no_date(document: &Document) -> Option<Diagnostic> {
    let front = &document.front_matter;
    let given = front
        .written
        .as_deref()
        .is_some_and(|written| written.lines().any(|line| line.starts_with("date:")));
    if front.date.is_some() || given {
        return None;
    }
    let (message, help) = match &front.captured {
        Some(clock) => (
            format!(
                "the article has no date: its page shows {clock} away from the article, which was taken for the day of saving"
            ),
            format!("if that is the day of publication write `date: {clock}` in the front matter"),
        ),
        None => (
            "the article has no date: neither its page nor its words decide".to_owned(),
            "give `date:` in the front matter if you know it".to_owned(),
        ),
    };
    Some(Diagnostic::warning("no-date", message).help(help).at(1, 1))
}

/// Ids that a person marked and no entry has.
fn marks(document: &Document, knowledge: &Knowledge, found: &mut Vec<Diagnostic>) {
    let raw = &document.origin.raw;
    for mark in document.text.marks.iter().filter(|mark| mark.by == Author::Person) {
        let written = mark.annotation.spell();
        match &mark.annotation {
            Annotation::Mention(MentionKind::Event, Some(id))
                if !knowledge.events.contains_key(id) =>
            {
                found.push(unknown("event", id, knowledge.events.keys(), raw, &written));
            }
            Annotation::Mention(MentionKind::Entity(kind), Some(id))
                if knowledge.entity(id).is_none_or(|entity| entity.kind != *kind) =>
            {
                let known = knowledge
                    .entities
                    .values()
                    .filter(|entity| entity.kind == *kind)
                    .map(|entity| &entity.id);
                found.push(unknown(kind.name(), id, known, raw, &written));
            }
            Annotation::Quote(Speaker::Entity(id)) if knowledge.entity(id).is_none() => {
                found.push(unknown("speaker", id, knowledge.entities.keys(), raw, &written));
            }
            _ => {}
        }
    }
}

/// An id that no entry has, at the place where it is first written.
fn unknown<'k>(
    kind: &str,
    id: &str,
    known: impl Iterator<Item = &'k String>,
    raw: &str,
    written: &str,
) -> Diagnostic {
    let (line, column) =
        raw.find(written).map_or((1, 1), |at| LineIndex::new(raw).line_column(raw, at));
    let help = match nearest(id, known) {
        Some(near) => format!("the nearest known id is `{near}`"),
        None => format!("add an entry with `id: {id}` to content/knowledge/, or leave the id out"),
    };
    Diagnostic::warning("unknown-id", format!("no {kind} has the id `{id}`"))
        .help(help)
        .at(line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, parse};

    #[test]
    fn unknown_ids_and_a_missing_date_are_named_with_their_places() {
        let text = "---\ntopics: [economi]\n---\nزار [بغداد](place:bagdad) وقال [فلان](person:).\n";
        let mut draft = parse(text).expect("the front matter is YAML").value;
        draft.origin = Origin { path: "a.md".to_owned(), raw: text.into(), ..Origin::default() };
        let document = Document {
            front_matter: draft.front_matter,
            text: draft.text,
            origin: draft.origin,
            ..Document::default()
        };
        let yaml =
            "places:\n  - {id: baghdad, name: بغداد}\ntopics:\n  - {id: economy, name: الاقتصاد}\n";
        let knowledge = Knowledge::parse([("k.yaml", yaml)]).expect("it is well-formed");
        let found = doubts(&[document.into()], &knowledge);
        let places: Vec<String> =
            found.iter().map(|doubt| format!("{} {}", doubt.place(), doubt.code)).collect();
        assert_eq!(places, ["a.md:1:1 no-date", "a.md:4:11 unknown-id", "a.md:2:10 unknown-id"]);
        assert_eq!(found[1].help.as_deref(), Some("the nearest known id is `baghdad`"));
    }
}
