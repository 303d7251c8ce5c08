//! YAML with the place of each value, and changes of one value that leave every other byte as it is.
//!
//! 1. [`Node::read`] gives the values with their ranges;
//! 2. [`set`], [`remove`], [`push`] and [`push_into`] change one of them ([`edit`]): comments and order stay.

mod edit;

use saphyr_parser::{Event, Parser};

use crate::span::Span;

pub use super::front_matter::scalar;
pub use edit::{Refused, push, push_into, remove, set, set_in};
pub(crate) use edit::{replace_item, set_list};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its bytes, from its first to its last sign; empty where nothing is written.
    pub span: Span,
    /// What it holds.
    pub content: Content,
    /// Whether it stands in brackets.
    pub is_flow: bool,
}

/// What a value holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, a number, nothing; as it is meant, without its quotes.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in order.
    Map(Vec<(Node, Node)>),
}

/// What is open while events are read.
struct Open {
    start: usize,
    is_list: bool,
    is_flow: bool,
    items: Vec<Node>,
}

impl Node {
    /// Reads a text; nothing where it is no YAML, has no value or more than one document.
    ///
    /// ```
    /// use sijill::document::yaml::Node;
    /// let text = "name: جو بايدن # الرئيس\naliases: [بايدن]\n";
    /// let node = Node::read(text).unwrap();
    /// assert_eq!(node.get("name").unwrap().span.cut(text), "جو بايدن");
    /// assert_eq!(node.get("aliases").unwrap().span.cut(text), "[بايدن]");
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let bytes: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
        let byte = |index: usize| bytes.get(index).copied().unwrap_or(text.len());
        let mut open: Vec<Open> = Vec::new();
        let mut root = None;
        for event in Parser::new_from_str(text) {
            let (event, place) = event.ok()?;
            let (start, end) = (byte(place.start.index()), byte(place.end.index()));
            let done = match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    let is_list = matches!(event, Event::SequenceStart(..));
                    let is_flow = text[start..].starts_with(['[', '{']);
                    open.push(Open { start, is_list, is_flow, items: Vec::new() });
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => open.pop()?.close(text, start)?,
                Event::Scalar(value, ..) => {
                    let span = trimmed(text, start, end.max(start));
                    Self { span, content: Content::Text(value.into_owned()), is_flow: false }
                }
                Event::Alias(_) => Self {
                    span: Span::new(start, end),
                    content: Content::Text(text[start..end].to_owned()),
                    is_flow: false,
                },
                _ => continue,
            };
            match open.last_mut() {
                Some(outer) => outer.items.push(done),
                None if root.is_none() => root = Some(done),
                None => return None,
            }
        }
        root
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
    }

    /// The keys and values of a map; none where it is no map.
    pub fn entries(&self) -> impl Iterator<Item = (&Self, &Self)> {
        let pairs = match &self.content {
            Content::Map(pairs) => pairs.as_slice(),
            _ => &[],
        };
        pairs.iter().map(|(key, value)| (key, value))
    }

    /// The items of a list; none where it is no list.
    pub fn items(&self) -> &[Self] {
        match &self.content {
            Content::List(items) => items,
            _ => &[],
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Open {
    /// The finished collection; `end` is where its last event stands.
    fn close(self, text: &str, end: usize) -> Option<Node> {
        let end = if self.is_flow {
            end + 1
        } else {
            self.items.last().map_or(self.start, |last| last.span.end)
        };
        let content = if self.is_list {
            Content::List(self.items)
        } else {
            let mut items = self.items.into_iter();
            let mut pairs = Vec::new();
            while let Some(key) = items.next() {
                pairs.push((key, items.next()?));
            }
            Content::Map(pairs)
        };
        let span = Span::new(self.start, end.max(self.start).min(text.len()));
        Some(Node { span, content, is_flow: self.is_flow })
    }
}

/// A range without white space at its end, which a block scalar has.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let cut = &text[start..end];
    Span::new(start, start + cut.trim_end().len())
}
