//! A PDF with a text layer → the lines of its text in reading order.
//!
//! 1. [`signs`] reads from each page which letters stand where;
//! 2. [`columns`] parts the columns of a page, [`lines`] puts each in lines and the letters in the order in which they are read;
//! 3. [`paragraphs`] leaves out what is on every page, and joins lines to paragraphs.

mod columns;
mod lines;
mod paragraphs;
mod signs;

use lopdf::{Document, LoadOptions};

use super::super::raw::MAX_BYTES;
use super::piece::{Piece, damaged};
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::InputKind;
use signs::Patience;

/// The most pages that are read; what has more is a book or an archive.
const MOST_PAGES: usize = 400;

/// How many steps are made to find the columns of a file; a book of four hundred pages takes a tenth of them.
const STEPS: usize = 20_000_000;

/// Of a hundred signs, how many may be of no letter before the text is no text.
const LOST: usize = 20;

/// The text of a PDF.
///
/// # Errors
///
/// The file is damaged, locked, a scan, or does not say which letters its signs are.
pub(super) fn text(bytes: &[u8]) -> Result<Warned<Vec<Piece>>, Error> {
    let options = LoadOptions { max_decompressed_size: Some(MAX_BYTES), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| {
        if bytes.windows(8).any(|window| window == b"/Encrypt") {
            locked()
        } else {
            damaged("a PDF", error)
        }
    })?;
    if document.is_encrypted() {
        return Err(locked());
    }
    let mut pages: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    let mut diagnostics = Vec::new();
    if pages.len() > MOST_PAGES {
        pages.truncate(MOST_PAGES);
        let message =
            format!("the PDF has more than {MOST_PAGES} pages; the first {MOST_PAGES} were read");
        diagnostics.push(
            Diagnostic::warning("long-file", message)
                .at(1, 1)
                .help("take the pages of the article out of it"),
        );
    }
    let (mut read, mut lost, mut count) = (Vec::with_capacity(pages.len()), 0, 0);
    let (mut left, mut steps) = (Patience::default(), STEPS);
    for page in pages {
        let page = signs::of_page(&document, page, &mut left);
        if left.is_spent() {
            let found = Diagnostic::error("too-large", "the PDF draws more than any article does");
            return Err(found.at(1, 1).help("take the pages of the article out of it").into());
        }
        lost += page.lost;
        count += page.signs.len();
        read.push(lines::of_page(page.signs, &mut steps));
    }
    if steps == 0 {
        let message = "the PDF is drawn in so many pieces that no columns were looked for";
        diagnostics.push(
            Diagnostic::warning("long-file", message)
                .at(1, 1)
                .help("take the pages of the article out of it"),
        );
    }
    if read.iter().all(Vec::is_empty) && lost == 0 {
        let found = Diagnostic::error(
            "scanned-pdf",
            "the PDF is a scan: its pages are pictures and hold no letters",
        );
        return Err(found
            .at(1, 1)
            .help("recognize its text with another program, and save that as .txt")
            .into());
    }
    if lost * 100 > count * LOST {
        let found =
            Diagnostic::error("lost-letters", "the PDF does not say which letters its signs are");
        return Err(found
            .at(1, 1)
            .help("print the page to PDF anew, or copy its text into a .txt")
            .into());
    }
    let html = paragraphs::of_pages(lines::in_direction(read));
    Ok(Warned { value: vec![Piece::of(InputKind::Html, html)], diagnostics })
}

fn locked() -> Error {
    Diagnostic::error("locked-file", "the PDF is locked with a password")
        .at(1, 1)
        .help("open it, and print it to a PDF without a password")
        .into()
}
