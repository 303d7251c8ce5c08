//! An RSS, RDF or Atom file saved to disk → one article an entry.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::piece::{Piece, damaged, decoded};
use crate::arabic::slug::slug_within;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::{ClueKind, InputKind};

/// The longest key made of an address, in characters.
const KEY: usize = 60;

/// What is known of an entry, or of the feed itself.
#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    id: String,
    published: String,
    updated: String,
    author: String,
    summary: String,
    content: String,
}

/// Where the text of an element goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Link,
    Id,
    Published,
    Updated,
    Author,
    Summary,
    Content,
}

fn field_of(name: &str) -> Option<Field> {
    Some(match name {
        "title" => Field::Title,
        "link" => Field::Link,
        "guid" | "id" => Field::Id,
        "pubDate" | "published" | "issued" | "dc:date" => Field::Published,
        "updated" | "modified" => Field::Updated,
        "dc:creator" | "author" | "name" => Field::Author,
        "description" | "summary" => Field::Summary,
        "content:encoded" | "content" => Field::Content,
        _ => return None,
    })
}

impl Entry {
    fn field(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::Link => &mut self.link,
            Field::Id => &mut self.id,
            Field::Published => &mut self.published,
            Field::Updated => &mut self.updated,
            Field::Author => &mut self.author,
            Field::Summary => &mut self.summary,
            Field::Content => &mut self.content,
        }
    }
}

/// A feed as it is read.
#[derive(Default)]
struct Feed {
    own: Entry,
    entry: Option<Entry>,
    entries: Vec<Entry>,
    is_feed: bool,
    /// The open field, how deep inside it the reader is, and whether its text is mark-up as it stands.
    open: Option<(Field, usize)>,
}

/// The entries of a feed.
///
/// # Errors
///
/// The file is no XML, or XML of something else.
pub(super) fn entries(bytes: &[u8], config: &Config) -> Result<Warned<Vec<Piece>>, Error> {
    let text = decoded(bytes, config.encoding.as_deref().or(declared(bytes).as_deref()), false)?;
    let mut feed = Feed::default();
    let mut reader = Reader::from_str(&text.value.text);
    reader.config_mut().check_end_names = false;
    let mut broken = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => feed.enter(&element),
            Ok(Event::Empty(element)) => feed.empty(&element),
            Ok(Event::End(element)) => feed.leave(element.name().as_ref()),
            Ok(Event::Text(words)) => feed.say(&words.xml10_content()),
            Ok(Event::CData(words)) => feed.say(&words.xml10_content()),
            Ok(Event::GeneralRef(reference)) => feed.refer(&reference),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                broken = Some(error.to_string());
                break;
            }
        }
    }
    if !feed.is_feed {
        if let Some(why) = broken {
            return Err(damaged("a feed", why));
        }
        let found = Diagnostic::warning("unread-file", "this XML is no feed, neither RSS nor Atom");
        let help = "only feeds are read as XML; move other files out of the articles";
        return Ok(Warned { value: Vec::new(), diagnostics: vec![found.at(1, 1).help(help)] });
    }
    let mut diagnostics = text.diagnostics;
    if let Some(why) = broken {
        let message = format!(
            "the feed ends in the middle ({why}); {} entries were read",
            feed.entries.len()
        );
        diagnostics
            .push(Diagnostic::warning("damaged-feed", message).at(1, 1).help("save the feed anew"));
    } else if feed.entries.is_empty() {
        diagnostics.push(
            Diagnostic::warning("no-news", "the feed has no entries")
                .at(1, 1)
                .help("save it anew, or move it out of the articles"),
        );
    }
    let outlet = feed.own.title.trim().to_owned();
    let pieces = feed.entries.into_iter().filter_map(|entry| piece(entry, &outlet)).collect();
    Ok(Warned { value: pieces, diagnostics })
}

/// The encoding that the first line declares.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let (_, behind) = head.split_once("encoding=")?;
    let name = behind.get(1..)?.split(['"', '\'']).next()?.trim().to_owned();
    // What is said to be UTF-8 is looked at all the same.
    (!name.eq_ignore_ascii_case("utf-8")).then_some(name)
}

impl Feed {
    fn enter(&mut self, element: &BytesStart<'_>) {
        let name = element.name().as_ref().to_owned();
        if let Some((field, depth)) = &mut self.open {
            *depth += 1;
            let is_markup = matches!(field, Field::Content | Field::Summary);
            let (field, tag) = (*field, format!("<{name}>"));
            if is_markup {
                self.push(field, &tag);
            } else if field == Field::Author && name == "name" {
                // Atom: the name stands in an element of its own.
                self.text(field).clear();
            }
            return;
        }
        match name.as_str() {
            "rss" | "feed" | "rdf:RDF" => self.is_feed = true,
            "item" | "entry" => self.entry = Some(Entry::default()),
            _ => {
                self.link(element);
                // The picture of a feed has a title of its own, behind that of the feed.
                let is_first =
                    |field: &Field| self.entry.is_some() || self.own_text(*field).is_empty();
                self.open = field_of(&name).filter(is_first).map(|field| (field, 0));
            }
        }
    }

    fn empty(&mut self, element: &BytesStart<'_>) {
        match self.open {
            Some((field @ (Field::Content | Field::Summary), _)) => {
                let tag = format!("<{}>", element.name().as_ref());
                self.push(field, &tag);
            }
            Some(_) => {}
            None => self.link(element),
        }
    }

    /// Atom's `<link href="…"/>`; that of another kind than the page itself is passed over.
    fn link(&mut self, element: &BytesStart<'_>) {
        if element.name().as_ref() != "link" {
            return;
        }
        let attribute = |name: &str| {
            element
                .attributes()
                .flatten()
                .find(|found| found.key.as_ref() == name)
                .map(|found| found.value.into_owned())
        };
        let is_page = attribute("rel").is_none_or(|rel| rel == "alternate");
        if let Some(href) = attribute("href").filter(|_| is_page) {
            *self.text(Field::Link) = href;
        }
    }

    fn leave(&mut self, name: &str) {
        if let Some((field, depth)) = &mut self.open {
            if *depth > 0 {
                *depth -= 1;
                if matches!(field, Field::Content | Field::Summary) {
                    let (field, tag) = (*field, format!("</{name}>"));
                    self.push(field, &tag);
                }
            } else {
                self.open = None;
            }
        } else if matches!(name, "item" | "entry") {
            self.entries.extend(self.entry.take());
        }
    }

    fn say(&mut self, words: &str) {
        if let Some((field, _)) = self.open {
            self.push(field, words);
        }
    }

    /// `&lt;`, `&#1587;`
    fn refer(&mut self, reference: &quick_xml::events::BytesRef<'_>) {
        let character = reference.resolve_char_ref().ok().flatten().map(String::from);
        let known = || quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned);
        let text = character.or_else(known).unwrap_or_else(|| format!("&{};", &**reference));
        self.say(&text);
    }

    fn own_text(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.own.title,
            _ => "",
        }
    }

    fn text(&mut self, field: Field) -> &mut String {
        self.entry.as_mut().unwrap_or(&mut self.own).field(field)
    }

    fn push(&mut self, field: Field, words: &str) {
        self.text(field).push_str(words);
    }
}

fn piece(entry: Entry, outlet: &str) -> Option<Piece> {
    let content = if entry.content.trim().is_empty() { &entry.summary } else { &entry.content };
    if content.trim().is_empty() && entry.title.trim().is_empty() {
        return None;
    }
    let title = entry.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut piece = Piece::of(
        InputKind::Html,
        format!("<article><h1>{title}</h1>\n<div>{content}</div></article>"),
    );
    piece.clue(ClueKind::MetadataPublished, &entry.published);
    if entry.published.trim().is_empty() {
        piece.clue(ClueKind::MetadataPublished, &entry.updated);
    } else {
        piece.clue(ClueKind::MetadataModified, &entry.updated);
    }
    piece.clue(ClueKind::Address, &entry.link);
    piece.clue(ClueKind::Byline, &entry.author);
    piece.clue(ClueKind::Outlet, outlet);
    piece.title = Some(title);
    let address = if entry.link.trim().is_empty() { &entry.id } else { &entry.link };
    let last = address.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let last = percent_encoding::percent_decode_str(last).decode_utf8_lossy();
    let last = last.split(['?', '#']).next().unwrap_or_default();
    let named = slug_within(last.strip_suffix(".html").unwrap_or(last), KEY);
    let titled = || slug_within(piece.title.as_deref().unwrap_or_default(), KEY);
    piece.key = Some(if named.is_empty() { titled() } else { named });
    Some(piece)
}
