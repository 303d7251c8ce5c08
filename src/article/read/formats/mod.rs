//! Files that hold an article in a shell of another program, or several articles.
//!
//! Each format gives [`Piece`]s: a text or a page of HTML, and what the format itself knows of it. Text and saved pages
//! that hold one article are no concern of this room.
//!
//! 1. [`mail`] opens letters (`.eml`) and pages saved as one file (`.mhtml`);
//! 2. [`chat`] parts copied messages, [`telegram`] the two exports of Telegram;
//! 3. [`feed`] parts an RSS or Atom file;
//! 4. [`office`] opens the documents of word processors, [`pdf`] those that were printed.

mod chat;
mod feed;
mod mail;
mod office;
mod pdf;
mod stamp;
mod telegram;

use std::collections::BTreeMap;

use super::decode;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned, guarded};
use crate::document::{Clue, ClueKind, InputKind};
use crate::span::Span;

/// The most articles that are taken out of one file. An export of more is a whole archive, and is better parted by year.
pub(super) const MOST_ARTICLES: usize = 2000;

/// A message shorter than this is talk («شكرًا»), unless a channel posted it.
const TALK_WORDS: usize = 25;
/// A post of a channel shorter than this is a greeting or a caption.
const POST_WORDS: usize = 8;

/// What a file is, as far as it is neither one text nor one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A page saved as one file.
    Mhtml,
    /// A letter.
    Mail,
    /// A feed saved to disk.
    Feed,
    /// The export of Telegram as JSON.
    TelegramJson,
    /// A document of Word.
    Docx,
    /// A document of LibreOffice.
    Odt,
    /// A printed document.
    Pdf,
}

/// One article of a file: its text or page, and what the format knows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    /// Whether `text` is text or a page of HTML.
    pub(super) kind: InputKind,
    /// The text, or the page.
    pub(super) text: String,
    /// The title that the format gives.
    pub(super) title: Option<String>,
    /// Days, senders and addresses.
    pub(super) clues: Vec<Clue>,
    /// What tells it from the others of its file, and stays when others join them: «2021-07-26-1000»; absent where it is
    /// the only one.
    pub(super) key: Option<String>,
    /// The encoding of its bytes.
    pub(super) encoding: &'static str,
}

impl Piece {
    fn of(kind: InputKind, text: String) -> Self {
        Self { kind, text, encoding: "UTF-8", ..Self::default() }
    }

    /// Adds what the format knows, where it says anything.
    fn clue(&mut self, kind: ClueKind, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.clues.push(Clue { kind, text, span: Span::default() });
        }
    }
}

/// What the ending of a name says, and the first bytes where people mistake the ending.
pub(super) fn format_of(ending: &str, bytes: &[u8]) -> Option<Format> {
    let head = &bytes[..bytes.len().min(2048)];
    match ending {
        "mhtml" | "mht" => Some(Format::Mhtml),
        "eml" => Some(Format::Mail),
        "rss" | "atom" | "xml" => Some(Format::Feed),
        "json" => Some(Format::TelegramJson),
        "docx" => Some(Format::Docx),
        "odt" => Some(Format::Odt),
        "pdf" => Some(Format::Pdf),
        // A page saved as one file, under the ending of a page.
        "html" | "htm" if mail::is_mhtml(head) => Some(Format::Mhtml),
        _ => None,
    }
}

/// Opens a file of a format.
///
/// # Errors
///
/// The file is damaged, or holds nothing that could be an article.
pub(super) fn pieces(
    format: Format,
    bytes: &[u8],
    config: &Config,
) -> Result<Warned<Vec<Piece>>, Error> {
    let pieces = match format {
        Format::Mhtml => mail::saved_page(bytes, config)?,
        Format::Mail => mail::letter(bytes, config)?,
        Format::Feed => feed::entries(bytes, config)?,
        Format::TelegramJson => telegram::json(bytes)?,
        Format::Docx => office::docx(bytes)?,
        Format::Odt => office::odt(bytes)?,
        // A damaged file may be more than its reader expects.
        Format::Pdf => guarded(|| pdf::text(bytes))
            .unwrap_or_else(|fault| Err(damaged("a PDF", fault.message)))?,
    };
    Ok(bounded(pieces))
}

/// The messages of a text that a messenger wrote out; nothing where the text is one article.
pub(super) fn of_text(text: &str) -> Option<Warned<Vec<Piece>>> {
    chat::messages(text).map(bounded)
}

/// The messages of a page that Telegram wrote out; nothing where the page is another.
pub(super) fn of_page(html: &str) -> Option<Warned<Vec<Piece>>> {
    telegram::page(html).map(bounded)
}

/// No more articles than a file may give, each with a key of its own.
fn bounded(found: Warned<Vec<Piece>>) -> Warned<Vec<Piece>> {
    let Warned { value: mut pieces, mut diagnostics } = found;
    if pieces.len() > MOST_ARTICLES {
        let message = format!(
            "the file holds {} articles; the first {MOST_ARTICLES} were taken",
            pieces.len()
        );
        diagnostics.push(
            Diagnostic::warning("many-articles", message)
                .at(1, 1)
                .help("export one year at a time, or one channel"),
        );
        pieces.truncate(MOST_ARTICLES);
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for piece in &mut pieces {
        if let Some(key) = &mut piece.key {
            let times = taken.entry(key.clone()).or_default();
            *times += 1;
            if *times > 1 {
                *key = format!("{key}-{times}");
            }
        }
    }
    Warned { value: pieces, diagnostics }
}

/// One message of a conversation, before it is known whether it is an article.
#[derive(Clone, Debug, Default, PartialEq)]
struct Message {
    /// What it says, its lines as they were.
    text: String,
    /// When it was sent: «2021-07-26 10:00».
    stamp: String,
    /// Who sent it.
    sender: String,
    /// The channel from which it was sent on.
    forwarded: Option<String>,
    /// Whether `sender` is a channel.
    is_channel: bool,
    /// Its number, where the messenger gives one.
    number: Option<u64>,
}

/// The messages that are articles: those that are long enough to be one; of the others it is said how many there were.
fn articles(messages: impl Iterator<Item = Message>) -> Warned<Vec<Piece>> {
    let (mut pieces, mut short) = (Vec::new(), 0_usize);
    for message in messages {
        let is_post = message.is_channel || message.forwarded.is_some();
        let least = if is_post { POST_WORDS } else { TALK_WORDS };
        let words = message.text.split_whitespace().filter(|word| !word.contains("://")).count();
        if words < least {
            short += 1;
        } else {
            pieces.push(piece(message));
        }
    }
    let mut diagnostics = Vec::new();
    if pieces.is_empty() {
        let message = format!(
            "none of the {short} messages of this conversation is long enough for an article"
        );
        diagnostics.push(Diagnostic::warning("no-news", message).at(1, 1).help(
            "export the channel that the news came from, or move the file out of the articles",
        ));
    } else if short > 0 {
        let message = format!(
            "{short} of {} messages are too short for an article and were left out",
            short + pieces.len()
        );
        diagnostics.push(
            Diagnostic::note("short-messages", message)
                .at(1, 1)
                .help("`sijill add` takes one of them as a text of its own"),
        );
    }
    Warned { value: pieces, diagnostics }
}

fn piece(message: Message) -> Piece {
    let mut piece = Piece::of(InputKind::Text, message.text);
    piece.clue(ClueKind::Stamp, &message.stamp);
    match &message.forwarded {
        Some(channel) => piece.clue(ClueKind::Outlet, channel),
        None if message.is_channel => piece.clue(ClueKind::Outlet, &message.sender),
        None => piece.clue(ClueKind::Sender, &message.sender),
    }
    piece.key = Some(match message.number {
        Some(number) => number.to_string(),
        None => message.stamp.replace(' ', "-").replace(':', ""),
    });
    piece
}

/// What a file that cannot be opened is told.
fn damaged(what: &str, why: impl std::fmt::Display) -> Error {
    Diagnostic::error("damaged-file", format!("the file cannot be opened as {what}: {why}"))
        .at(1, 1)
        .help("save it anew with the program that made it, or paste its text into a .txt")
        .into()
}

/// The text of bytes in whatever encoding they have.
fn decoded(
    bytes: &[u8],
    label: Option<&str>,
    html: bool,
) -> Result<Warned<decode::Decoded>, Error> {
    decode::decode(bytes, label, html)
}
