//! The text of a review file → [`Review`].

use super::decisions::{Decision, LineRule, Review, Verdict};
use super::place::Place;
use crate::diagnostics::yaml::readable;
use crate::diagnostics::{Diagnostic, Warned, nearest};
use crate::document::findings::{MentionKind, Speaker};
use crate::document::front_matter::{NO_DATE, PublicationStatus};
use crate::document::yaml::{Content, Node};
use crate::entity::EntityKind;
use crate::span::LineIndex;

/// More is no review of one article.
const MAX_BYTES: usize = 4 * 1024 * 1024;

const KEYS: [&str; 6] = ["date", "outlet", "topics", "status", "decisions", "lines"];

struct Reader<'t> {
    text: &'t str,
    lines: LineIndex,
    found: Vec<Diagnostic>,
}

/// Reads the whole.
pub(super) fn parse(text: &str) -> Result<Warned<Review>, Diagnostic> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    readable(text, "review", MAX_BYTES)?;
    // The reader of values refuses what the reader of places lets pass: a key that stands twice.
    if let Err(error) = serde_yaml::from_str::<serde_yaml::Value>(text) {
        let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
        let message = crate::diagnostics::without_place(&error.to_string());
        return Err(Diagnostic::error("review", format!("the review cannot be read: {message}"))
            .help("undo the last change of the file; a decision stands in one line: {text: …, paragraph: 3, is: person}")
            .at(line, column));
    }
    let mut review = Review::default();
    let Some(root) = Node::read(text) else { return Ok(Warned::clean(review)) };
    let mut reader = Reader { text, lines: LineIndex::new(text), found: Vec::new() };
    match &root.content {
        Content::Map(_) => {}
        Content::Text(text) if text.is_empty() => return Ok(Warned::clean(review)),
        _ => {
            return Err(Diagnostic::error("review", "the review is no list of `key: value` lines")
                .help(format!("known keys are {}", KEYS.join(", ")))
                .at(1, 1));
        }
    }
    for (key, value) in root.entries() {
        reader.key(&mut review, key, value);
    }
    Ok(Warned { value: review, diagnostics: reader.found })
}

impl Reader<'_> {
    fn key(&mut self, review: &mut Review, key: &Node, value: &Node) {
        let line = self.line(key);
        match key.text().unwrap_or_default() {
            "date" if value.text() == Some(NO_DATE) => review.date = Some((None, line)),
            "date" => match value.text().and_then(|text| text.parse().ok()) {
                Some(date) => review.date = Some((Some(date), line)),
                None => self.bad(value, "`date` is no date", "write a day as 2021-04-07, or none"),
            },
            "outlet" => {
                review.outlet = value
                    .text()
                    .filter(|text| !text.is_empty())
                    .map(|text| (text.to_owned(), line));
            }
            "topics" => {
                let topics = value.items().iter().filter_map(|item| item.text().map(str::to_owned));
                review.topics = Some((topics.collect(), line));
            }
            "status" => {
                let choices = [
                    PublicationStatus::Draft,
                    PublicationStatus::Published,
                    PublicationStatus::Withdrawn,
                ];
                let chosen = choices.into_iter().find(|choice| value.text() == Some(choice.name()));
                match chosen {
                    Some(status) => review.status = Some((status, line)),
                    None => self.bad(
                        value,
                        "`status` is none that is known",
                        "one of draft, published, withdrawn",
                    ),
                }
            }
            "decisions" => {
                let read: Vec<_> = value.items().iter().map(|item| self.decision(item)).collect();
                review.decisions = read.into_iter().flatten().collect();
            }
            "lines" => {
                let read: Vec<_> = value.items().iter().map(|item| self.rule(item)).collect();
                review.lines = read.into_iter().flatten().collect();
            }
            unknown => {
                let help = match nearest(unknown, KEYS.iter()) {
                    Some(near) => format!("the nearest known key is `{near}`"),
                    None => format!("known keys are {}", KEYS.join(", ")),
                };
                let found =
                    Diagnostic::warning("unknown-key", format!("a review has no key `{unknown}`"));
                let place = self.lines.line_column(self.text, key.span.start);
                self.found.push(found.help(help).at(place.0, place.1));
            }
        }
    }

    fn decision(&mut self, item: &Node) -> Option<Decision> {
        let word = |key: &str| item.get(key).and_then(Node::text).filter(|text| !text.is_empty());
        let number = |key: &str| word(key).and_then(|text| text.parse().ok()).unwrap_or(1);
        let id = || word("id").map(str::to_owned);
        let entity = |kind| Some(Verdict::Mention(MentionKind::Entity(kind), id()));
        let verdict = match word("is").unwrap_or_default() {
            "person" => entity(EntityKind::Person),
            "organization" => entity(EntityKind::Organization),
            "place" => entity(EntityKind::Place),
            "event" => Some(Verdict::Mention(MentionKind::Event, id())),
            "date" => word("value").and_then(|value| value.parse().ok()).map(Verdict::Date),
            "plain" => Some(Verdict::Plain),
            "speech" => Some(Verdict::Speech(match (word("speaker"), word("speaker_text")) {
                (Some(id), _) => Speaker::Entity(id.to_owned()),
                (None, Some(text)) => Speaker::Text(text.to_owned()),
                (None, None) => Speaker::Unknown,
            })),
            "no-speech" => Some(Verdict::NoSpeech),
            _ => None,
        };
        let (Some(text), Some(verdict)) = (word("text"), verdict) else {
            self.bad(
                item,
                "this decision cannot be read",
                "write {text: …, paragraph: 3, is: person, id: …}; `is` is person, organization, place, event, date (with value), plain, speech (with speaker) or no-speech",
            );
            return None;
        };
        let place = Place {
            text: text.to_owned(),
            paragraph: number("paragraph"),
            occurrence: number("occurrence"),
            begins: word("begins").unwrap_or_default().to_owned(),
        };
        Some(Decision { place, verdict, line: self.line(item) })
    }

    fn rule(&mut self, item: &Node) -> Option<LineRule> {
        let word = |key: &str| item.get(key).and_then(Node::text).filter(|text| !text.is_empty());
        let (keep, from) = match (word("keep"), word("cut")) {
            (Some(from), None) => (true, from),
            (None, Some(from)) => (false, from),
            _ => {
                let help = "write {keep: first words of the line} or {cut: …, to: first words of the last line}";
                self.bad(item, "this rule about lines cannot be read", help);
                return None;
            }
        };
        Some(LineRule {
            keep,
            from: from.to_owned(),
            to: word("to").map(str::to_owned),
            occurrence: word("occurrence").and_then(|text| text.parse().ok()).unwrap_or(1),
            line: self.line(item),
        })
    }

    fn line(&self, node: &Node) -> usize {
        self.lines.line_column(self.text, node.span.start).0
    }

    fn bad(&mut self, node: &Node, what: &str, help: &str) {
        let (line, column) = self.lines.line_column(self.text, node.span.start);
        self.found.push(Diagnostic::warning("bad-value", what).help(help).at(line, column));
    }
}
