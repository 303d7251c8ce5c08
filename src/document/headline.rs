//! The headline of a Markdown text, and what a reader reads of one, each letter at its place.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markup::{MarkedText, events};
use super::parse::split_front_matter;
use crate::span::Span;

impl MarkedText {
    /// Takes the heading with which a text begins and gives its words. A heading without a text below it stays, and so does
    /// one in which something is marked.
    ///
    /// ```
    /// use sijill::document::MarkedText;
    /// let mut text = MarkedText::read("# **افتتاح** السد\n\nافتتح [الوزير](person:wazir) السد.");
    /// assert_eq!(text.take_headline().as_deref(), Some("افتتاح السد"));
    /// assert_eq!(text.markdown, "افتتح الوزير السد.");
    /// assert_eq!(text.marks[0].span.cut(&text.markdown), "الوزير");
    /// assert_eq!(text.take_headline(), None);
    /// ```
    pub fn take_headline(&mut self) -> Option<String> {
        let (words, place) = headline(&self.markdown)?;
        let below = self.markdown[place.end..].trim_start();
        let end = self.markdown.len() - below.len();
        if below.is_empty() || self.marks.iter().any(|mark| mark.span.start < end) {
            return None;
        }
        self.markdown.drain(..end);
        for mark in &mut self.marks {
            mark.span = Span::new(mark.span.start - end, mark.span.end - end);
        }
        Some(words)
    }

    /// Puts Markdown before the text, as its first block.
    ///
    /// ```
    /// use sijill::document::MarkedText;
    /// let mut text = MarkedText::read("افتتح [الوزير](person:wazir) السد.");
    /// text.put_first("# افتتاح السد");
    /// assert_eq!(text.marks[0].span.cut(&text.markdown), "الوزير");
    /// ```
    pub fn put_first(&mut self, block: &str) {
        let head = format!("{}\n\n", block.trim_end());
        self.markdown.insert_str(0, &head);
        for mark in &mut self.marks {
            mark.span = Span::new(mark.span.start + head.len(), mark.span.end + head.len());
        }
    }
}

/// The heading with which a Markdown text begins, as it is written; nothing where it begins with something else.
pub(crate) fn headline_as_written(text: &str) -> Option<&str> {
    let body = split_front_matter(text).1.cut(text);
    headline(body).map(|(_, place)| body[place].trim())
}

/// How many bytes a headline has at most: more is a paragraph that somebody set as a heading.
const LONGEST: usize = 800;

/// The words of the heading with which a text begins, and where it stands.
fn headline(markdown: &str) -> Option<(String, Range<usize>)> {
    let mut events = events(markdown);
    let (Event::Start(Tag::Heading { .. }), place) = events.next()? else { return None };
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    let words = words.trim().to_owned();
    (1..=LONGEST).contains(&words.len()).then_some((words, place))
}

/// A Markdown text in which only what a reader reads is left, each letter at its place; marks, addresses, code and front matter
/// are blank.
///
/// ```
/// use sijill::document::readable;
/// assert_eq!(readable("# خبر\n\n**بغداد** – 7 نيسان"), "  خبر\n\n  بغداد   – 7 نيسان");
/// ```
pub fn readable(text: &str) -> String {
    let mut read: Vec<u8> =
        text.bytes().map(|byte| if byte == b'\n' { byte } else { b' ' }).collect();
    let body = split_front_matter(text).1;
    let mut in_code = false;
    for (event, place) in events(body.cut(text)) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let place = body.start + place.start..body.start + place.end;
                read[place.clone()].copy_from_slice(&text.as_bytes()[place]);
            }
            _ => {}
        }
    }
    // Whole letters were copied.
    String::from_utf8(read).unwrap_or_default()
}
