//! Files that hold an article in a shell of another program, or several articles.
//!
//! Each format gives [`Piece`]s: a text or a page of HTML, and what the format itself knows of it. Text and saved pages
//! that hold one article are no concern of this room.
//!
//! 1. [`mail`] opens letters (`.eml`) and pages saved as one file (`.mhtml`);
//! 2. [`chat`] parts copied messages, [`telegram`] the two exports of Telegram;
//! 3. [`feed`] parts an RSS or Atom file;
//! 4. [`office`] opens the documents of word processors, [`pdf`] those that were printed;
//! 5. [`parts`] finds the pictures within a page saved as one file.

mod chat;
mod feed;
mod mail;
mod message;
mod office;
mod parts;
mod pdf;
mod piece;
mod stamp;
mod telegram;

use std::collections::BTreeMap;

pub(super) use parts::{Part, parts};
pub(super) use piece::Piece;

use super::decode;
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned, guarded};
use piece::damaged;

/// The most articles that are taken out of one file. An export of more is a whole archive, and is better parted by year.
pub(super) const MOST_ARTICLES: usize = 2000;

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
