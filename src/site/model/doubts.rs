//! What an editor should know of each article: no date, and ids that the knowledge base has not.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
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
    let mut unknown = Unknown::of(&document.origin.raw);
    marks(document, knowledge, &mut unknown);
    // The front matter stands before the text.
    unknown.last = 0;
    let mut told = HashSet::new();
    for topic in document
        .front_matter
        .topics
        .iter()
        .flatten()
        .filter(|topic| !knowledge.topics.contains_key(*topic) && told.insert(topic.as_str()))
    {
        unknown.tell("topic", topic, knowledge.topics.keys(), topic);
    }
    let is_id = |outlet: &&String| {
        outlet.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if let Some(outlet) = document.front_matter.source.outlet.as_ref().filter(is_id)
        && !knowledge.outlets.contains_key(outlet)
    {
        unknown.tell("outlet", outlet, knowledge.outlets.keys(), outlet);
    }
    found.append(&mut unknown.found);
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
    if front.date.is_some() || front.is_undated() || given {
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
fn marks(document: &Document, knowledge: &Knowledge, unknown: &mut Unknown<'_>) {
    for mark in document.text.marks.iter().filter(|mark| mark.by == Author::Person) {
        let written = mark.annotation.spell();
        match &mark.annotation {
            Annotation::Mention(MentionKind::Event, Some(id))
                if !knowledge.events.contains_key(id) =>
            {
                unknown.tell("event", id, knowledge.events.keys(), &written);
            }
            Annotation::Mention(MentionKind::Entity(kind), Some(id))
                if knowledge.entity(id).is_none_or(|entity| entity.kind != *kind) =>
            {
                let known = knowledge
                    .entities
                    .values()
                    .filter(|entity| entity.kind == *kind)
                    .map(|entity| &entity.id);
                unknown.tell(kind.name(), id, known, &written);
            }
            Annotation::Quote(Speaker::Entity(id)) if knowledge.entity(id).is_none() => {
                unknown.tell("speaker", id, knowledge.entities.keys(), &written);
            }
            _ => {}
        }
    }
}

/// Ids of one article that no entry has.
struct Unknown<'d> {
    raw: &'d str,
    lines: OnceCell<LineIndex>,
    /// Where the last was found: ids are told of in the order of the text, and one that is new stands further on.
    last: usize,
    /// Where those stand that were looked for before.
    places: HashMap<String, Option<usize>>,
    /// How many are written otherwise than they are spelled, so that the whole text is searched for each.
    missed: usize,
    found: Vec<Diagnostic>,
}

impl<'d> Unknown<'d> {
    /// For how many ids of an article a known one is sought that was meant, and a place although it is written oddly: nobody
    /// slips more often, and an article of a hundred thousand of them must not be searched for each.
    const SLIPS: usize = 100;

    fn of(raw: &'d str) -> Self {
        let (lines, places) = (OnceCell::new(), HashMap::new());
        Self { raw, lines, last: 0, places, missed: 0, found: Vec::new() }
    }

    /// Tells of an id that no entry has, at the place where it is first written.
    fn tell<'k>(
        &mut self,
        kind: &str,
        id: &str,
        known: impl Iterator<Item = &'k String>,
        written: &str,
    ) {
        let at = self.place(written);
        let lines = self.lines.get_or_init(|| LineIndex::new(self.raw));
        let (line, column) = at.map_or((1, 1), |at| lines.line_column(self.raw, at));
        let near = (self.places.len() <= Self::SLIPS).then(|| nearest(id, known)).flatten();
        let help = match near {
            Some(near) => format!("the nearest known id is `{near}`"),
            None => {
                format!("add an entry with `id: {id}` to content/knowledge/, or leave the id out")
            }
        };
        let found = Diagnostic::warning("unknown-id", format!("no {kind} has the id `{id}`"));
        self.found.push(found.help(help).at(line, column));
    }

    /// Where some words stand, first from the last place on.
    fn place(&mut self, written: &str) -> Option<usize> {
        if let Some(&place) = self.places.get(written) {
            return place;
        }
        let place = if self.missed < Self::SLIPS {
            let ahead = self.raw[self.last..].find(written).map(|at| self.last + at);
            ahead.or_else(|| self.raw.find(written))
        } else {
            None
        };
        match place {
            Some(place) => self.last = place,
            None => self.missed += 1,
        }
        self.places.insert(written.to_owned(), place);
        place
    }
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
