//! A conversation: which of its messages are articles.

use super::piece::Piece;
use crate::diagnostics::{Diagnostic, Warned};
use crate::document::{ClueKind, InputKind};

/// A message shorter than this is talk («شكرًا»), unless a channel posted it.
const TALK_WORDS: usize = 25;

/// A post of a channel shorter than this is a greeting or a caption.
const POST_WORDS: usize = 8;

/// One message of a conversation, before it is known whether it is an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Message {
    /// What it says, its lines as they were.
    pub(super) text: String,
    /// When it was sent: «2021-07-26 10:00».
    pub(super) stamp: String,
    /// Who sent it.
    pub(super) sender: String,
    /// The channel from which it was sent on.
    pub(super) forwarded: Option<String>,
    /// Whether `sender` is a channel.
    pub(super) is_channel: bool,
    /// Its number, where the messenger gives one.
    pub(super) number: Option<u64>,
}

/// The messages that are articles: those that are long enough to be one; of the others it is said how many there were.
pub(super) fn articles(messages: impl Iterator<Item = Message>) -> Warned<Vec<Piece>> {
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
