//! HTML as a row of tags and texts, as far as a search has to know it. Odd HTML gives odd pieces, never an error.

use std::borrow::Cow;

/// A piece of a page.
pub(super) enum Piece<'h> {
    /// Text as it is written; see [`decoded`].
    Text(&'h str),
    /// The beginning of an element.
    Start(Tag),
    /// The end of one, by its name in small letters.
    End(String),
}

/// The beginning of an element.
pub(super) struct Tag {
    /// Its name in small letters.
    pub(super) name: String,
    /// Whether it ends at once: `<br/>`.
    pub(super) closed: bool,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Elements whose content is no HTML.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// The pieces of a page in order; comments and what scripts hold are left out.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<').map(|next| at + next) {
        if next > at {
            found.push(Piece::Text(&html[at..next]));
        }
        let (piece, end) = markup(html, next);
        let raw = match &piece {
            Some(Piece::Start(tag)) => {
                RAW.iter().find(|name| tag.name == **name).filter(|_| !tag.closed)
            }
            _ => None,
        };
        at = raw.map_or(end, |name| raw_end(html, end, name));
        match piece {
            Some(piece) => found.push(piece),
            // A stroke that begins no tag is text.
            None if end == next + 1 => found.push(Piece::Text(&html[next..end])),
            None => {}
        }
    }
    if at < html.len() {
        found.push(Piece::Text(&html[at..]));
    }
    found
}

/// Where the content of a script ends: at its end tag, else at the end of the page.
fn raw_end(html: &str, from: usize, name: &str) -> usize {
    let ends = html[from..].match_indices("</").map(|(at, _)| from + at);
    let is_end = |at: &usize| {
        html.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    ends.into_iter().find(is_end).unwrap_or(html.len())
}

/// What begins at a `<`, and where it ends.
fn markup(html: &str, at: usize) -> (Option<Piece<'_>>, usize) {
    let rest = &html[at + 1..];
    let until = |mark: &str| rest.find(mark).map_or(html.len(), |end| at + 1 + end + mark.len());
    if rest.starts_with("!--") {
        return (None, until("-->"));
    }
    if rest.starts_with(['!', '?']) {
        return (None, until(">"));
    }
    let (ending, name_at) = if rest.starts_with('/') { (true, 1) } else { (false, 0) };
    let name: String =
        rest[name_at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return (None, at + 1);
    }
    let length = name.len();
    let name = name.to_ascii_lowercase();
    if ending {
        return (Some(Piece::End(name)), until(">"));
    }
    let (attributes, closed, end) = attributes(&rest[name_at + length..]);
    (Some(Piece::Start(Tag { name, closed, attributes })), at + 1 + length + end)
}

/// The attributes of a tag, whether it ends at once, and how far it goes.
fn attributes(tag: &str) -> (Vec<(String, String)>, bool, usize) {
    let mut found = Vec::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return (found, false, tag.len() - after.len());
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return (found, true, tag.len() - after.len());
        }
        let name = &rest[..rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
            .unwrap_or(rest.len())];
        if name.is_empty() {
            let Some(skipped) = rest.chars().next() else { return (found, false, tag.len()) };
            rest = &rest[skipped.len_utf8()..];
            continue;
        }
        rest = rest[name.len()..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(
                    after.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(after.len()),
                ),
            };
        }
        found.push((name.to_ascii_lowercase(), decoded(value).into_owned()));
    }
}

/// Character references that pages of text have; any other stays as it is.
const NAMED: [(&str, &str); 14] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("shy", ""),
    ("zwnj", "\u{200C}"),
    ("zwj", "\u{200D}"),
];

/// The longest character reference that is looked at, in bytes.
const LONGEST: usize = 12;

/// A text with its character references resolved.
///
/// «\u{200F}الميناء&nbsp;الجديد» has a space; a reference that is none stays.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        made += before;
        let reference = after
            .find(';')
            .filter(|end| *end <= LONGEST)
            .and_then(|end| Some((resolved(&after[..end])?, &after[end + 1..])));
        match reference {
            Some((text, after)) => {
                made += &text;
                rest = after;
            }
            None => {
                made.push('&');
                rest = after;
            }
        }
    }
    Cow::Owned(made + rest)
}

fn resolved(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).map(String::from);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}
