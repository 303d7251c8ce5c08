//! One article of a file, and what is said of a file that gives none.

use super::super::decode;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::{Clue, ClueKind, InputKind};
use crate::span::Span;

/// One article of a file: its text or page, and what the format knows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Piece {
    /// Whether `text` is text or a page of HTML.
    pub(in super::super) kind: InputKind,
    /// The text, or the page.
    pub(in super::super) text: String,
    /// The title that the format gives.
    pub(in super::super) title: Option<String>,
    /// Days, senders and addresses.
    pub(in super::super) clues: Vec<Clue>,
    /// What tells it from the others of its file, and stays when others join them: «2021-07-26-1000»; absent where it is
    /// the only one.
    pub(in super::super) key: Option<String>,
    /// The encoding of its bytes.
    pub(in super::super) encoding: &'static str,
}

impl Piece {
    pub(super) fn of(kind: InputKind, text: String) -> Self {
        Self { kind, text, encoding: "UTF-8", ..Self::default() }
    }

    /// Adds what the format knows, where it says anything.
    pub(super) fn clue(&mut self, kind: ClueKind, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.clues.push(Clue { kind, text, span: Span::default() });
        }
    }
}

/// What a file that cannot be opened is told.
pub(super) fn damaged(what: &str, why: impl std::fmt::Display) -> Error {
    Diagnostic::error("damaged-file", format!("the file cannot be opened as {what}: {why}"))
        .at(1, 1)
        .help("save it anew with the program that made it, or paste its text into a .txt")
        .into()
}

/// The text of bytes in whatever encoding they have.
pub(super) fn decoded(
    bytes: &[u8],
    label: Option<&str>,
    html: bool,
) -> Result<Warned<decode::Decoded>, Error> {
    decode::decode(bytes, label, html)
}
