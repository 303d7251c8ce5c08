//! What an editor should know of each article: no date, no end, and ids that the knowledge base has not.

use std::cell::OnceCell;
use std::collections::HashSet;
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
    found.extend(too_long(document));
    found.extend(no_date(document));
    let mut unknown = Unknown::of(&document.origin.raw);
    marks(document, knowledge, &mut unknown);
    // The front matter stands before the text.
    unknown.last = 0;
    let given = document.front_matter.topics.iter().flatten();
    for topic in given.filter(|topic| !knowledge.topics.contains_key(*topic)) {
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
    found.append(&mut unknown.told());
    found.into_iter().map(|doubt| doubt.in_file(&document.origin.path)).collect()
}

/// A file of so many lines is a whole archive, or none: its page would be as long, and nobody could open it.
fn too_long(document: &Document) -> Option<Diagnostic> {
    /// A thick book has thirty thousand.
    const MOST_LINES: usize = 100_000;
    let lines = document.text.markdown.lines().count();
    (lines > MOST_LINES).then(|| {
        let message = format!("the article has {lines} lines, more than a page can show");
        let help = "part it: each article is a file of its own";
        Diagnostic::error("too-many-lines", message).help(help).at(1, 1)
    })
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
    /// Which were met, each with what it should be: an id is told of once, however often it is marked.
    met: HashSet<(String, String)>,
    found: Vec<Diagnostic>,
}

impl<'d> Unknown<'d> {
    /// How many ids of an article are told of one by one: an article whose marks come from another dossier has thousands.
    const TOLD: usize = 100;

    fn of(raw: &'d str) -> Self {
        Self { raw, lines: OnceCell::new(), last: 0, met: HashSet::new(), found: Vec::new() }
    }

    /// Tells of an id that no entry has, at the place where it is first written.
    fn tell<'k>(
        &mut self,
        kind: &str,
        id: &str,
        known: impl Iterator<Item = &'k String>,
        written: &str,
    ) {
        if !self.met.insert((kind.to_owned(), id.to_owned())) || self.met.len() > Self::TOLD {
            return;
        }
        let at = self.place(written);
        let lines = self.lines.get_or_init(|| LineIndex::new(self.raw));
        let (line, column) = at.map_or((1, 1), |at| lines.line_column(self.raw, at));
        let help = match nearest(id, known) {
            Some(near) => format!("the nearest known id is `{near}`"),
            None => {
                format!("add an entry with `id: {id}` to content/knowledge/, or leave the id out")
            }
        };
        let found = Diagnostic::warning("unknown-id", format!("no {kind} has the id `{id}`"));
        self.found.push(found.help(help).at(line, column));
    }

    /// What is to be told: those that were met first one by one, the others in one line.
    fn told(mut self) -> Vec<Diagnostic> {
        if let more @ 1.. = self.met.len().saturating_sub(Self::TOLD) {
            let message = format!("the article has {more} more ids that no entry has");
            let help = "if they are those of another dossier, bring its content/knowledge/ too";
            self.found.push(Diagnostic::warning("unknown-id", message).help(help).at(1, 1));
        }
        self.found
    }

    /// Where some words stand, first from the last place on.
    fn place(&mut self, written: &str) -> Option<usize> {
        let ahead = self.raw[self.last..].find(written).map(|at| self.last + at);
        let place = ahead.or_else(|| self.raw.find(written));
        self.last = place.unwrap_or(self.last);
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, parse};

    /// The document of an article, with what its marks and its front matter say.
    fn document(text: &str) -> Arc<Document> {
        let mut draft = parse(text).expect("the front matter is YAML").value;
        draft.origin = Origin { path: "a.md".to_owned(), raw: text.into(), ..Origin::default() };
        let document = Document {
            front_matter: draft.front_matter,
            text: draft.text,
            origin: draft.origin,
            ..Document::default()
        };
        document.into()
    }

    #[test]
    fn unknown_ids_and_a_missing_date_are_named_with_their_places() {
        let text = "---\ntopics: [economi]\n---\nزار [بغداد](place:bagdad) وقال [فلان](person:).\n";
        let yaml =
            "places:\n  - {id: baghdad, name: بغداد}\ntopics:\n  - {id: economy, name: الاقتصاد}\n";
        let knowledge = Knowledge::parse([("k.yaml", yaml)]).expect("it is well-formed");
        let found = doubts(&[document(text)], &knowledge);
        let places: Vec<String> =
            found.iter().map(|doubt| format!("{} {}", doubt.place(), doubt.code)).collect();
        assert_eq!(places, ["a.md:1:1 no-date", "a.md:4:11 unknown-id", "a.md:2:10 unknown-id"]);
        assert_eq!(found[1].help.as_deref(), Some("the nearest known id is `baghdad`"));
    }

    #[test]
    fn an_id_is_told_of_once_and_thousands_of_them_together() {
        let often = "---\ndate: none\n---\nزار [بغداد](place:x) ثم عاد إلى [بغداد](place:x).\n";
        let found = doubts(&[document(often)], &Knowledge::default());
        assert_eq!((found.len(), found[0].place()), (1, "a.md:4:11".to_owned()));
        let topics: String = (0..2500).map(|n| format!("t{n}, ")).collect();
        let many = format!("---\ndate: none\ntopics: [{topics}]\n---\nزار [بغداد](place:x).\n");
        let found = doubts(&[document(&many)], &Knowledge::default());
        assert_eq!(found.len(), Unknown::TOLD + 1);
        let last = &found[Unknown::TOLD];
        assert!(last.message.contains("2401 more ids"), "{}", last.message);
    }
}
