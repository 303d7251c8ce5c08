//! A page of any site as search sees it: for sites that other generators have made.
//!
//! No tree is built: one walk over the tags finds the text of the main part, its headline and its day. A page may say
//! what is its text (`data-search-body`) and what is not (`data-search-ignore`); the attributes that Pagefind reads
//! mean the same.

use super::entry::Entry;
use super::tags::{Piece, Tag, decoded, pieces};

/// Elements whose text is none of the article.
const NO_TEXT: [&str; 14] = [
    "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form",
    "select", "button", "figure", "dialog",
];

/// Elements that stand within a line of text.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements that have no end.
const VOID: [&str; 12] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"];

/// What of a page is its text, the surest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Body,
    Article,
    Main,
    Marked,
}

/// The text of one part, while it is read.
#[derive(Default)]
struct TextPart {
    headline: String,
    paragraphs: Vec<String>,
}

impl Entry {
    /// Reads a page; nothing where it says that it is not to be found (`noindex`), leads elsewhere, or has no text.
    ///
    /// ```
    /// use sijill::site::search::Entry;
    /// let page = "<title>الميناء | جريدة</title><nav>الرئيسية</nav><main><h1>الميناء</h1><p>وصلت <b>السفينة</b>.</p></main>";
    /// let entry = Entry::of_html("news/port/index.html", page).unwrap();
    /// assert_eq!((entry.title.as_str(), entry.paragraphs), ("الميناء", vec!["وصلت السفينة.".to_owned()]));
    /// assert_eq!(Entry::of_html("x.html", "<meta name=robots content=noindex><p>نص"), None);
    /// ```
    pub fn of_html(path: &str, html: &str) -> Option<Self> {
        let mut page = Page::default();
        for piece in pieces(html) {
            match piece {
                Piece::Text(text) => page.text(&decoded(text)),
                Piece::Start(tag) => page.start(&tag)?,
                Piece::End(name) => page.end(&name),
            }
        }
        page.close(path)
    }
}

/// An element that says something of the text in it.
struct Open {
    name: String,
    /// How many elements of its name are open inside it.
    inside: usize,
    left_out: bool,
    part: Option<Part>,
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    /// The elements that are open and count.
    open: Vec<Open>,
    parts: [TextPart; 4],
    /// The line that is being read, and whether it is a headline.
    line: String,
    in_headline: bool,
    title: String,
    date: String,
}

impl Page {
    /// The surest part that is open; nothing where text is left out.
    fn part(&self) -> Option<Part> {
        let left_out = self.open.iter().any(|open| open.left_out);
        (!left_out)
            .then(|| self.open.iter().filter_map(|open| open.part).max().unwrap_or(Part::Body))
    }

    fn text(&mut self, text: &str) {
        if self.open.last().is_some_and(|open| open.name == "title") {
            self.title += text;
        } else if self.part().is_some() {
            self.line += text;
        }
    }

    /// Opens an element; nothing where the page is not to be found.
    fn start(&mut self, tag: &Tag) -> Option<()> {
        let name = tag.name.as_str();
        if name == "meta" {
            return self.meta(tag);
        }
        if name == "time" && self.date.is_empty() {
            self.date = day(tag.attribute("datetime").unwrap_or_default());
        }
        if !INLINE.contains(&name) {
            self.break_line();
        }
        if VOID.contains(&name) || tag.closed {
            return Some(());
        }
        let has = |names: [&str; 2]| names.iter().any(|name| tag.attribute(name).is_some());
        let left_out = NO_TEXT.contains(&name)
            || has(["data-search-ignore", "data-pagefind-ignore"])
            || name == "head";
        let part = match name {
            _ if has(["data-search-body", "data-pagefind-body"]) => Some(Part::Marked),
            "main" => Some(Part::Main),
            "article" => Some(Part::Article),
            _ => None,
        };
        self.in_headline |= name == "h1";
        if left_out || part.is_some() || matches!(name, "h1" | "title") {
            self.open.push(Open { name: name.to_owned(), inside: 0, left_out, part });
        } else if let Some(open) = self.open.iter_mut().rfind(|open| open.name == name) {
            open.inside += 1;
        }
        Some(())
    }

    fn meta(&mut self, tag: &Tag) -> Option<()> {
        let content = tag.attribute("content").unwrap_or_default();
        let name = tag
            .attribute("name")
            .or_else(|| tag.attribute("property"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let leads_elsewhere = tag
            .attribute("http-equiv")
            .is_some_and(|header| header.eq_ignore_ascii_case("refresh"));
        let hidden = name == "robots" && content.to_ascii_lowercase().contains("noindex");
        if name == "article:published_time" {
            self.date = day(content);
        }
        (!leads_elsewhere && !hidden).then_some(())
    }

    fn end(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.break_line();
        }
        match self.open.iter().rposition(|open| open.name == name) {
            Some(at) if self.open[at].inside > 0 => self.open[at].inside -= 1,
            Some(at) => self.open.truncate(at),
            None => {}
        }
        self.in_headline = self.open.iter().any(|open| open.name == "h1");
    }

    /// Files the line that was read.
    fn break_line(&mut self) {
        let line = one_line(&self.line);
        self.line.clear();
        let Some(part) = self.part().filter(|_| !line.is_empty()) else { return };
        let text = &mut self.parts[part as usize];
        if self.in_headline && text.headline.is_empty() {
            text.headline = line;
        } else {
            text.paragraphs.push(line);
        }
    }

    fn close(mut self, path: &str) -> Option<Entry> {
        self.open.retain(|open| !open.left_out);
        self.break_line();
        let headline = self
            .parts
            .iter()
            .rev()
            .map(|part| part.headline.as_str())
            .find(|headline| !headline.is_empty());
        let title = headline.map_or_else(|| one_line(&self.title), str::to_owned);
        let text = self.parts.into_iter().rev().find(|part| !part.paragraphs.is_empty())?;
        let year = self.date.get(..4).and_then(|year| year.parse().ok());
        Some(Entry {
            path: path.to_owned(),
            title,
            paragraphs: text.paragraphs,
            date: self.date,
            year,
            ..Entry::default()
        })
    }
}

/// A text with one space wherever it has any.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    line
}

/// The day at the beginning of a time stamp; nothing where there is none.
fn day(stamp: &str) -> String {
    let stamp = stamp.trim();
    let is_day = |day: &&str| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok();
    stamp.get(..10).filter(is_day).unwrap_or_default().to_owned()
}
