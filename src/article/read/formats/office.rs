//! Documents of word processors (`.docx`, `.odt`) → a page of headings, paragraphs and items.
//!
//! Only the text is opened; it may be as large as any article may be, whatever a packed file unpacks to.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::raw::MAX_BYTES;
use super::piece::{Piece, damaged};
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::InputKind;

/// What the old and the locked documents of a word processor begin with.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// The text of a `.docx`.
///
/// # Errors
///
/// The file is damaged, locked, or no document.
pub(super) fn docx(bytes: &[u8]) -> Result<Warned<Vec<Piece>>, Error> {
    let xml = part(bytes, "word/document.xml")?;
    read(&xml, &BTreeMap::new(), WordElement::of_docx)
}

/// The text of an `.odt`.
///
/// # Errors
///
/// The file is damaged, locked, or no document.
pub(super) fn odt(bytes: &[u8]) -> Result<Warned<Vec<Piece>>, Error> {
    let is_locked =
        part(bytes, "META-INF/manifest.xml").is_ok_and(|list| list.contains("encryption-data"));
    if is_locked {
        return Err(locked());
    }
    let xml = part(bytes, "content.xml")?;
    let styles = styles(&xml);
    read(&xml, &styles, WordElement::of_odt)
}

fn locked() -> Error {
    Diagnostic::error(
        "locked-file",
        "the document is locked with a password, or of an old kind (.doc)",
    )
    .at(1, 1)
    .help("open it, and save it as .docx or .odt without a password")
    .into()
}

/// One file of the archive, as text.
fn part(bytes: &[u8], name: &str) -> Result<String, Error> {
    if bytes.starts_with(OLD) {
        return Err(locked());
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("a document", error))?;
    let file =
        archive.by_name(name).map_err(|error| damaged("a document", format!("{name}: {error}")))?;
    let mut text = Vec::new();
    file.take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut text)
        .map_err(|error| damaged("a document", format!("{name}: {error}")))?;
    if text.len() > MAX_BYTES {
        let message = format!(
            "{name} in it unpacks to more than {} MiB, which no article is",
            MAX_BYTES / 1024 / 1024
        );
        return Err(Diagnostic::error("too-large", message)
            .at(1, 1)
            .help("paste its text into a .txt")
            .into());
    }
    String::from_utf8(text).map_err(|error| damaged("a document", error))
}

/// What an element of a document is.
enum WordElement {
    /// A paragraph and the name of its style.
    Paragraph(Option<String>),
    /// A heading of a level.
    Heading(u8),
    /// White space of its own: a tab, a row of spaces.
    Space(usize),
    /// A line ends inside a paragraph.
    Break,
    /// An item of a list: a paragraph inside it is one.
    Item,
    /// The style of the open paragraph, told inside it.
    Style(String),
    /// All of it is no text of the document: what was deleted, notes, fields, comments, a picture's copy.
    Unseen,
    /// Text stands in it, and nowhere else.
    Text,
    Other,
}

impl WordElement {
    fn of_docx(element: &BytesStart<'_>) -> Self {
        match element.name().as_ref() {
            "w:p" => Self::Paragraph(None),
            "w:pStyle" => attribute(element, "w:val").map_or(Self::Other, Self::Style),
            "w:numPr" => Self::Item,
            "w:t" => Self::Text,
            "w:tab" | "w:ptab" => Self::Space(1),
            "w:br" | "w:cr" => Self::Break,
            "w:del" | "w:moveFrom" | "w:instrText" | "mc:Fallback" | "w:rPr" | "w:tabs" => {
                Self::Unseen
            }
            _ => Self::Other,
        }
    }

    fn of_odt(element: &BytesStart<'_>) -> Self {
        match element.name().as_ref() {
            "text:p" => Self::Paragraph(attribute(element, "text:style-name")),
            "text:h" => {
                let level =
                    attribute(element, "text:outline-level").and_then(|level| level.parse().ok());
                Self::Heading(level.unwrap_or(2))
            }
            "text:list-item" => Self::Item,
            "text:s" => {
                Self::Space(attribute(element, "text:c").and_then(|c| c.parse().ok()).unwrap_or(1))
            }
            "text:tab" => Self::Space(1),
            "text:line-break" => Self::Break,
            "text:note"
            | "office:annotation"
            | "text:tracked-changes"
            | "text:sequence-decls"
            | "office:forms"
            | "office:automatic-styles"
            | "office:font-face-decls"
            | "svg:title"
            | "svg:desc" => Self::Unseen,
            _ => Self::Other,
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|found| found.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The styles of an `.odt` that stand on others: «P1» on «Title».
fn styles(xml: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element))
                if element.name().as_ref() == "style:style" =>
            {
                if let (Some(name), Some(parent)) = (
                    attribute(&element, "style:name"),
                    attribute(&element, "style:parent-style-name"),
                ) {
                    found.insert(name, parent);
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// A paragraph as it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
    is_item: bool,
}

struct Pages<'s> {
    styles: &'s BTreeMap<String, String>,
    html: String,
    /// The open paragraphs; a text box is one inside another.
    open: Vec<Paragraph>,
    /// How many items of lists are open.
    items: usize,
    /// How deep inside an unseen element the reader is.
    unseen: usize,
    /// In a `.docx` text stands in elements of its own, in an `.odt` everywhere in a paragraph.
    in_text: bool,
    only_in_text: bool,
}

fn read(
    xml: &str,
    styles: &BTreeMap<String, String>,
    word: fn(&BytesStart<'_>) -> WordElement,
) -> Result<Warned<Vec<Piece>>, Error> {
    let mut pages = Pages {
        styles,
        html: String::new(),
        open: Vec::new(),
        items: 0,
        unseen: 0,
        in_text: false,
        only_in_text: xml.contains("<w:t"),
    };
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => pages.enter(word(&element), false),
            Ok(Event::Empty(element)) => pages.enter(word(&element), true),
            Ok(Event::End(element)) => pages.leave(element.name().as_ref()),
            Ok(Event::Text(words)) => pages.say(&words.xml10_content()),
            Ok(Event::CData(words)) => pages.say(&words.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                let known = || quick_xml::escape::resolve_xml_entity(&reference).map(str::to_owned);
                pages.say(&character.or_else(known).unwrap_or_default());
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(damaged("a document", error)),
        }
    }
    if pages.html.is_empty() {
        let found = Diagnostic::error("no-text", "the document holds no text");
        return Err(found
            .at(1, 1)
            .help("if its pages are pictures, type or recognize their text first")
            .into());
    }
    Ok(Warned::clean(vec![Piece::of(InputKind::Html, pages.html)]))
}

impl Pages<'_> {
    fn enter(&mut self, word: WordElement, is_empty: bool) {
        if self.unseen > 0 {
            self.unseen += usize::from(!is_empty);
            return;
        }
        match word {
            WordElement::Paragraph(style) if !is_empty => {
                let heading = style.and_then(|style| self.level(&style));
                self.open.push(Paragraph {
                    heading,
                    is_item: self.items > 0,
                    ..Paragraph::default()
                });
            }
            WordElement::Heading(level) if !is_empty => {
                self.open.push(Paragraph { heading: Some(level), ..Paragraph::default() });
            }
            WordElement::Style(style) => {
                let level = self.level(&style);
                if let Some(open) = self.open.last_mut() {
                    open.heading = level;
                }
            }
            WordElement::Space(count) => self.push(&" ".repeat(count.min(8))),
            WordElement::Break => self.push("\n"),
            // In a `.docx` the sign of an item stands inside its paragraph.
            WordElement::Item if !self.open.is_empty() => {
                if let Some(open) = self.open.last_mut() {
                    open.is_item = true;
                }
            }
            WordElement::Item if !is_empty => self.items += 1,
            WordElement::Unseen if !is_empty => self.unseen = 1,
            WordElement::Text if !is_empty => self.in_text = true,
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "w:t" => self.in_text = false,
            "text:list-item" => self.items = self.items.saturating_sub(1),
            "w:p" | "text:p" | "text:h" => {
                if let Some(paragraph) = self.open.pop() {
                    self.write(&paragraph);
                }
            }
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        if self.unseen == 0 && (self.in_text || !self.only_in_text) {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        if let Some(open) = self.open.last_mut() {
            open.text.push_str(words);
        }
    }

    /// The level of a heading that the name of a style gives: «Title», «Heading1», «Heading_20_2».
    fn level(&self, style: &str) -> Option<u8> {
        let style = self.styles.get(style).map_or(style, String::as_str);
        let name = style.to_ascii_lowercase();
        if name == "title" {
            return Some(1);
        }
        let behind = name.strip_prefix("heading")?;
        let figure = behind.trim_start_matches("_20_").trim();
        Some(figure.parse().ok().filter(|level| (1..=6).contains(level)).unwrap_or(2))
    }

    fn write(&mut self, paragraph: &Paragraph) {
        let tag: Cow<'_, str> = match paragraph.heading {
            Some(level) => format!("h{}", level.clamp(1, 6)).into(),
            None if paragraph.is_item => "li".into(),
            None => "p".into(),
        };
        for line in paragraph.text.lines().filter(|line| !line.trim().is_empty()) {
            let line = line.replace('&', "&amp;").replace('<', "&lt;");
            self.html.push_str(&format!("<{tag}>{line}</{tag}>\n"));
        }
    }
}
