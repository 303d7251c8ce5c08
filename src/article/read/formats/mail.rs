//! Letters (`.eml`) and pages saved as one file (`.mhtml`), which are letters of another kind.

use std::ops::Deref;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::piece::{Piece, damaged, decoded};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::{ClueKind, InputKind};

/// Lines of a letter that were broken by its program are about this long, in characters.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=80;

/// Whether the first bytes are those of a page saved as one file.
pub(super) fn is_mhtml(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.contains("mime-version:") && head.contains("multipart/related")
}

/// The page that a browser saved as one file.
///
/// # Errors
///
/// The file is no MHTML, or holds no page.
pub(super) fn saved_page(bytes: &[u8], config: &Config) -> Result<Warned<Vec<Piece>>, Error> {
    let message = parsed(bytes, "a page saved as one file")?;
    let Some(part) = message.parts.iter().find(|part| is_page(part)) else {
        let found = Diagnostic::error("no-page", "the file holds no HTML page");
        return Err(found
            .at(1, 1)
            .help("open it in the browser that saved it, and save the page anew")
            .into());
    };
    let page = text_of(part, bytes, config, true)?;
    let mut piece =
        Piece { encoding: page.value.encoding, ..Piece::of(InputKind::Html, page.value.text) };
    let address = message.header("Snapshot-Content-Location").and_then(|value| value.as_text());
    let address =
        address.or_else(|| part.content_location()).filter(|address| address.starts_with("http"));
    piece.clue(ClueKind::Address, address.unwrap_or_default());
    if let Some(date) = message.date() {
        // When the page was saved, not when it was published.
        piece.clue(ClueKind::Clock, &day(date));
    }
    Ok(Warned { value: vec![piece], diagnostics: page.diagnostics })
}

/// A letter: its page where it has one, else its text.
///
/// # Errors
///
/// The file is no letter, or an empty one.
pub(super) fn letter(bytes: &[u8], config: &Config) -> Result<Warned<Vec<Piece>>, Error> {
    let message = parsed(bytes, "a letter")?;
    let (message, raw) = innermost(&message, bytes);
    let has_words =
        |part: &&MessagePart<'_>| part.text_contents().is_some_and(|text| !text.trim().is_empty());
    let page = message.html_bodies().filter(|part| is_page(part)).find(has_words);
    let plain = || {
        message.text_bodies().filter(|part| matches!(part.body, PartType::Text(_))).find(has_words)
    };
    let (text, kind) = match (page, plain()) {
        (Some(page), _) => (text_of(page, raw, config, true)?, InputKind::Html),
        (None, Some(plain)) => {
            let is_flowed = plain
                .content_type()
                .and_then(|kind| kind.attribute("format"))
                .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
            let text = text_of(plain, raw, config, false)?;
            (
                text.map(|text| super::decode::Decoded {
                    text: unwrapped(&text.text, is_flowed),
                    ..text
                }),
                InputKind::Text,
            )
        }
        (None, None) => {
            let found = Diagnostic::error("no-text", "the letter holds no text");
            return Err(found
                .at(1, 1)
                .help("save what is attached to it as a file of its own")
                .into());
        }
    };
    let mut diagnostics = text.diagnostics;
    let mut piece = Piece { encoding: text.value.encoding, ..Piece::of(kind, text.value.text) };
    let subject = without_marks(message.subject().unwrap_or_default());
    piece.title = (!subject.is_empty()).then(|| subject.to_owned());
    if let Some(date) = message.date() {
        piece.clue(ClueKind::Stamp, &day(date));
    }
    let from = message.from().and_then(|from| from.first());
    let name = from.and_then(|from| from.name().or(from.address())).unwrap_or_default();
    // A list of readers is a newsletter; another letter is from a person, who publishes nothing.
    let is_list = ["List-Id", "List-Unsubscribe", "List-Post"]
        .iter()
        .any(|name| message.header(*name).is_some());
    piece.clue(if is_list { ClueKind::Outlet } else { ClueKind::Sender }, name);
    let files: Vec<&str> =
        message.attachments().filter_map(|part| part.attachment_name()).collect();
    if !files.is_empty() {
        let message =
            format!("{} attached to the letter were not read: {}", files.len(), files.join(", "));
        diagnostics.push(
            Diagnostic::note("attachments", message)
                .at(1, 1)
                .help("save them beside the letter if they are articles"),
        );
    }
    Ok(Warned { value: vec![piece], diagnostics })
}

/// A letter with those in it. However deep they lie in each other, it goes one by one: each in turn would take the
/// room of its call, of which there is not enough for thousands.
pub(super) struct Parsed<'b>(Message<'b>);

impl<'b> Deref for Parsed<'b> {
    type Target = Message<'b>;

    fn deref(&self) -> &Message<'b> {
        &self.0
    }
}

impl Drop for Parsed<'_> {
    fn drop(&mut self) {
        let mut parts = std::mem::take(&mut self.0.parts);
        while let Some(part) = parts.pop() {
            if let PartType::Message(mut inner) = part.body {
                parts.append(&mut inner.parts);
            }
        }
    }
}

pub(super) fn parsed<'b>(bytes: &'b [u8], what: &str) -> Result<Parsed<'b>, Error> {
    let found = MessageParser::default().parse(bytes).map(Parsed);
    found
        .filter(|message| message.parts.iter().any(|part| !part.headers.is_empty()))
        .ok_or_else(|| damaged(what, "it has no head"))
}

/// A letter that was sent on as an attachment is the letter that counts.
fn innermost<'m, 'b>(message: &'m Message<'b>, raw: &'m [u8]) -> (&'m Message<'b>, &'m [u8]) {
    let has_text = message
        .text_bodies()
        .chain(message.html_bodies())
        .any(|part| part.text_contents().is_some_and(|text| text.split_whitespace().count() > 8));
    let inner = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    match inner {
        Some(inner) if !has_text => (inner, inner.raw_message.as_ref()),
        _ => (message, raw),
    }
}

fn is_page(part: &MessagePart<'_>) -> bool {
    let is_xhtml = part.content_type().is_some_and(|kind| {
        kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("xhtml+xml"))
    });
    matches!(part.body, PartType::Html(_)) || is_xhtml
}

/// The text of a part; its bytes are looked at where the letter says nothing of them.
fn text_of(
    part: &MessagePart<'_>,
    raw: &[u8],
    config: &Config,
    html: bool,
) -> Result<Warned<super::decode::Decoded>, Error> {
    let body = raw
        .get(part.raw_body_offset() as usize..part.raw_end_offset() as usize)
        .unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => None,
        Encoding::QuotedPrintable => quoted_printable_decode(body),
        Encoding::Base64 => base64_decode(body),
    };
    let label = part.content_type().and_then(|kind| kind.attribute("charset"));
    // What is said to be UTF-8 or ASCII is looked at all the same.
    let label = label.filter(|label| {
        !["utf-8", "utf8", "us-ascii"].contains(&label.to_ascii_lowercase().as_str())
    });
    decoded(bytes.as_deref().unwrap_or(body), config.encoding.as_deref().or(label), html)
}

fn day(date: &mail_parser::DateTime) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// A subject without «Fwd:» and «Re:».
fn without_marks(subject: &str) -> &str {
    let mut subject = subject.trim();
    while let Some((mark, rest)) = subject.split_once(':') {
        let mark = mark.trim().to_ascii_lowercase();
        if !["fwd", "fw", "re", "إعادة توجيه"].contains(&mark.as_str()) {
            break;
        }
        subject = rest.trim();
    }
    subject
}

/// A text whose lines the program of the letter has broken, in paragraphs again.
fn unwrapped(text: &str, is_flowed: bool) -> String {
    let text = text.replace("\r\n", "\n");
    if is_flowed {
        // A line that goes on ends with a space.
        let mut made = String::with_capacity(text.len());
        for line in text.split('\n') {
            made.push_str(line.strip_prefix(' ').filter(|_| !line.ends_with(' ')).unwrap_or(line));
            if !line.ends_with(' ') || line == "-- " {
                made.push('\n');
            }
        }
        return made;
    }
    let joined = |paragraph: &str| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim_end).collect();
        let (Some((last, whole)), Some(_)) = (lines.split_last(), lines.get(1)) else {
            return paragraph.to_owned();
        };
        let is_broken = whole.iter().all(|line| WRAPPED.contains(&line.chars().count()))
            && last.chars().count() <= *WRAPPED.end();
        if is_broken { lines.join(" ") } else { paragraph.to_owned() }
    };
    text.split("\n\n").map(joined).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_loses_the_marks_of_sending_on() {
        assert_eq!(without_marks("Fwd: RE: انطلاق الجولة: تفاصيل"), "انطلاق الجولة: تفاصيل");
    }

    #[test]
    fn broken_lines_become_paragraphs() {
        let line = "كلمة ".repeat(12);
        let text = format!("العنوان\n\n{0}\n{0}\nآخر السطر\n", line.trim());
        assert_eq!(unwrapped(&text, false), format!("العنوان\n\n{0} {0} آخر السطر", line.trim()));
    }
}
