//! Where an id stands in the text of a file of `content/`, and the text with another in its place: comments, order and every
//! other byte stay.

use crate::document::split_front_matter;
use crate::document::yaml::{Content, Node, scalar};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// What an id is of; ids of one space are not given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// A person, an organization or a place.
    Entity(EntityKind),
    /// An outlet.
    Outlet,
    /// A topic.
    Topic,
    /// A series of events.
    Series,
    /// An event.
    Event,
}

impl Space {
    /// The list of the knowledge base in which its entries stand.
    pub(super) const fn list(self) -> &'static str {
        match self {
            Self::Entity(kind) => kind.folder(),
            Self::Outlet => "outlets",
            Self::Topic => "topics",
            Self::Series => "series",
            Self::Event => "events",
        }
    }

    /// Its name in messages, which may stand before an id: `topic:water`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Entity(kind) => kind.name(),
            Self::Outlet => "outlet",
            Self::Topic => "topic",
            Self::Series => "series",
            Self::Event => "event",
        }
    }

    /// Whether its entries keep the ids of earlier days, for which there are pages that lead on.
    pub(super) const fn has_pages(self) -> bool {
        !matches!(self, Self::Series)
    }

    /// Whether the values of a key in a list of the knowledge base are ids of this space.
    fn is_named_by(self, list: &str, key: &str) -> bool {
        match (list, key) {
            (_, "same_as" | "part_of")
            | ("topics", "entities" | "requires")
            | ("events", "parties" | "places")
            | ("figures", "place") => matches!(self, Self::Entity(_)),
            ("events", "series") => self == Self::Series,
            _ => false,
        }
    }

    /// The schemes of marks in Markdown behind which the id stands: `[بايدن](person:joe-biden)`.
    fn schemes(self) -> Vec<&'static str> {
        match self {
            Self::Entity(kind) => vec![kind.name(), "quote"],
            Self::Event => vec!["event"],
            _ => Vec::new(),
        }
    }

    /// Whether a decision of the review is about an id of this space.
    fn is_decided(self, is: &str, key: &str) -> bool {
        match (self, key) {
            (Self::Entity(kind), "id") => is == kind.name(),
            (Self::Entity(_), "speaker") => is == "speech",
            (Self::Event, "id") => is == "event",
            _ => false,
        }
    }
}

/// An id that gives way to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) space: Space,
    pub(super) old: &'a str,
    pub(super) new: &'a str,
}

impl Change<'_> {
    /// A file of the knowledge base with the references, and with the entry's own id where `entry` says so; nothing where it
    /// is no YAML.
    pub(super) fn in_knowledge(&self, text: &str, entry: bool) -> Option<String> {
        let root = Node::read(text)?;
        let mut places = Vec::new();
        for (list, entries) in root.entries() {
            let list = list.text().unwrap_or_default();
            for (key, value) in entries.items().iter().flat_map(Node::entries) {
                let key = key.text().unwrap_or_default();
                let own = entry && key == "id" && list == self.space.list();
                if own || self.space.is_named_by(list, key) {
                    self.find(value, &mut places);
                }
            }
        }
        Some(self.put(text, places))
    }

    /// A file of decisions; nothing where it is no YAML.
    pub(super) fn in_review(&self, text: &str) -> Option<String> {
        let root = Node::read(text)?;
        let mut places = Vec::new();
        for decision in root.get("decisions").map(Node::items).unwrap_or_default() {
            let is = decision.get("is").and_then(Node::text).unwrap_or_default();
            for (key, value) in decision.entries() {
                if self.space.is_decided(is, key.text().unwrap_or_default()) {
                    self.find(value, &mut places);
                }
            }
        }
        self.in_keys(&root, &mut places);
        Some(self.put(text, places))
    }

    /// An article or page: its front matter and, where it is Markdown, its marks.
    pub(super) fn in_article(&self, text: &str, is_markdown: bool) -> String {
        let front = split_front_matter(text).0;
        let mut places = Vec::new();
        if let Some(front) = front
            && let Some(root) = Node::read(front.cut(text))
        {
            self.in_keys(&root, &mut places);
            places = places.into_iter().map(|place| place.shifted(front.start)).collect();
        }
        let mut text = self.put(text, places);
        if is_markdown {
            let mut marked = text.split_off(split_front_matter(&text).1.start);
            for scheme in self.space.schemes() {
                let mark = |id: &str| format!("]({scheme}:{id})");
                marked = marked.replace(&mark(self.old), &mark(self.new));
            }
            text.push_str(&marked);
        }
        text
    }

    /// What front matter and reviews say alike: topics, and the outlet.
    fn in_keys(&self, root: &Node, places: &mut Vec<Span>) {
        let values = match self.space {
            Space::Topic => vec![root.get("topics")],
            Space::Outlet => {
                vec![root.get("outlet"), root.get("source").and_then(|source| source.get("outlet"))]
            }
            _ => Vec::new(),
        };
        values.into_iter().flatten().for_each(|value| self.find(value, places));
    }

    /// The places below a value where the old id stands alone.
    fn find(&self, value: &Node, places: &mut Vec<Span>) {
        match &value.content {
            Content::Text(text) if text == self.old => places.push(value.span),
            Content::Text(_) => {}
            Content::List(items) => items.iter().for_each(|item| self.find(item, places)),
            Content::Map(pairs) => {
                for (key, value) in pairs {
                    self.find(key, places);
                    self.find(value, places);
                }
            }
        }
    }

    fn put(&self, text: &str, mut places: Vec<Span>) -> String {
        places.sort_by_key(|place| place.start);
        let mut made = String::with_capacity(text.len());
        let mut at = 0;
        for place in places {
            made.push_str(&text[at..place.start]);
            made.push_str(&scalar(self.new));
            at = place.end;
        }
        made.push_str(&text[at..]);
        made
    }
}

/// A text in which every address of an article leads to its new one: `../articles/old/`, `articles/old#p3`.
pub(super) fn readdressed(text: &str, old: &str, new: &str) -> String {
    let wanted = format!("articles/{old}");
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(&wanted) {
        let (before, after) = (&rest[..at], &rest[at + wanted.len()..]);
        let begins = before.ends_with(['(', '/', '"', ' ', '<']) || before.is_empty();
        let ends = after.starts_with(['/', ')', '#', '"', ' ', '>', '\n']) || after.is_empty();
        made.push_str(before);
        made.push_str("articles/");
        made.push_str(if begins && ends { new } else { old });
        rest = after;
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAMI: Change<'static> =
        Change { space: Space::Entity(EntityKind::Person), old: "rami", new: "rami-saadoun" };

    #[test]
    fn only_what_is_the_id_changes_and_comments_stay() {
        let text = "people:\n  # rami\n  - {id: rami, name: rami} # rami\nevents:\n  - id: rami\n    parties: [sami, \"rami\"]\n    summary: rami\n";
        let made = "people:\n  # rami\n  - {id: rami-saadoun, name: rami} # rami\nevents:\n  - id: rami\n    parties: [sami, rami-saadoun]\n    summary: rami\n";
        assert_eq!(RAMI.in_knowledge(text, true).as_deref(), Some(made));
        let weights = "topics:\n  - id: water\n    entities: {rami: 2, sami: 1}\n";
        let made = "topics:\n  - id: water\n    entities: {rami-saadoun: 2, sami: 1}\n";
        assert_eq!(RAMI.in_knowledge(weights, false).as_deref(), Some(made));
    }

    #[test]
    fn marks_decisions_and_front_matter_change() {
        let text = "---\ntitle: rami # (person:rami)\ntopics: [rami]\n---\n\nقال [رامي](person:rami) [«](quote:rami)نعم» في [رامي](place:rami).\n";
        let made = "---\ntitle: rami # (person:rami)\ntopics: [rami]\n---\n\nقال [رامي](person:rami-saadoun) [«](quote:rami-saadoun)نعم» في [رامي](place:rami).\n";
        assert_eq!(RAMI.in_article(text, true), made);
        assert_eq!(RAMI.in_article(text, false), text);
        let review = "decisions:\n  - {text: rami, is: person, id: rami}\n  - {text: «, is: speech, speaker: rami}\n  - {text: x, is: place, id: rami}\n";
        let made = "decisions:\n  - {text: rami, is: person, id: rami-saadoun}\n  - {text: «, is: speech, speaker: rami-saadoun}\n  - {text: x, is: place, id: rami}\n";
        assert_eq!(RAMI.in_review(review).as_deref(), Some(made));
        let topic = Change { space: Space::Topic, old: "rami", new: "water" };
        assert_eq!(topic.in_article(text, true), text.replace("topics: [rami]", "topics: [water]"));
    }

    #[test]
    fn addresses_of_articles_are_whole() {
        let text = "[سد](../articles/dam/) [سد](articles/dam#p1) [سد](articles/dam-2/)";
        let made = "[سد](../articles/first-dam/) [سد](articles/first-dam#p1) [سد](articles/dam-2/)";
        assert_eq!(readdressed(text, "dam", "first-dam"), made);
    }
}
