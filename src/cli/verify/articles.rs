//! Nothing of an article is lost: what was kept and what was cut are the whole of its raw text.
//!
//! Of a text or a saved page that is the program's doing: the cuts part its raw text without a gap, and what lies between
//! them has the letters of the article. What a person wrote as Markdown is kept whole: spelled with the person's marks
//! alone, the document is the file, byte for byte.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::super::wing::Wing;
use super::difference::{difference, of_error};
use crate::arabic::fold::folded;
use crate::arabic::normalize::normalize;
use crate::article::read::kind_of;
use crate::config::Config;
use crate::diagnostics::Diagnostic;
use crate::document::{Author, Document, InputKind, MarkedText, Plain};
use crate::site::load::Reader as _;

/// How many articles were checked.
pub(super) fn check(documents: &[Arc<Document>], config: &Config) -> Result<usize, Diagnostic> {
    let wrong = documents.par_iter().find_map_first(|document| one(document, config).err());
    wrong.map_or(Ok(documents.len()), Err)
}

fn one(document: &Document, config: &Config) -> Result<(), Diagnostic> {
    let origin = &document.origin;
    let told = document.front_matter.source.sha256.as_deref().filter(|told| *told != origin.sha256);
    if let Some(told) = told.filter(|_| origin.kind != InputKind::Markdown) {
        let message = format!(
            "the article was made from a file of SHA-256 {told}, and this one has {}",
            origin.sha256
        );
        return Err(difference(
            &origin.path,
            message,
            "restore the file, or annotate it anew with `sijill annotate --write --force`",
        ));
    }
    let path = Path::new(&origin.path);
    let is_by_hand = kind_of(path) == InputKind::Markdown;
    if is_by_hand {
        let file = Wing::default().original(path, config).map_err(of_error)?;
        if !is_whole_by_hand(document, &file.raw) {
            return Err(lost(document, "the article is not what its file holds"));
        }
    }
    if origin.kind == InputKind::Markdown {
        return Ok(());
    }
    let kept = without_pictures(&kept(document)?, document);
    // What a person changed in a text that the program had cleaned is the person's.
    let is_same = is_by_hand
        || digest_of_letters(&normalize(&kept).text) == digest_of_letters(&document.plain.text);
    if is_same {
        Ok(())
    } else {
        Err(lost(document, "the text is not what was kept of the raw text"))
    }
}

fn lost(document: &Document, message: &str) -> Diagnostic {
    difference(
        &document.origin.path,
        message,
        "this is a fault of the program; please report it with the file",
    )
}

/// Whether a file is its front matter as it was written, what closes it, and the text with the person's marks.
fn is_whole_by_hand(document: &Document, file: &str) -> bool {
    let marks =
        document.text.marks.iter().filter(|mark| mark.by == Author::Person).cloned().collect();
    let body = MarkedText { markdown: document.text.markdown.clone(), marks }.spell();
    let file = file.strip_prefix('\u{FEFF}').unwrap_or(file);
    let Some(head) = file.strip_suffix(&*body) else { return false };
    let front = &document.front_matter;
    match front.written.as_deref() {
        Some(written) => {
            let closing = front.closing.as_deref().unwrap_or_default();
            let opening = head.strip_suffix(closing).and_then(|head| head.strip_suffix(written));
            opening.is_some_and(|opening| opening.trim_end() == "---")
        }
        None => head.trim().is_empty(),
    }
}

/// What lies between the cuts; the cuts must not overlap, and with what lies between them they must be the raw text.
fn kept(document: &Document) -> Result<String, Diagnostic> {
    let raw: &str = &document.origin.raw;
    let mut cuts: Vec<_> = document.front_matter.removed.iter().collect();
    cuts.sort_by_key(|cut| (cut.span.start, cut.span.end));
    let mut kept = String::new();
    let (mut at, mut whole) = (0, Sha256::new());
    for cut in cuts {
        let Some((before, cut_text)) =
            raw.get(at..cut.span.start).zip(raw.get(cut.span.start..cut.span.end))
        else {
            return Err(lost(document, "two cuts overlap, or one divides a character"));
        };
        whole.update(before);
        whole.update(cut_text);
        push(&mut kept, before);
        at = cut.span.end;
    }
    let rest = raw.get(at..).unwrap_or_default();
    whole.update(rest);
    push(&mut kept, rest);
    if whole.finalize() == Sha256::digest(raw) {
        return Ok(kept);
    }
    Err(lost(document, "what was kept and what was cut are not the raw text"))
}

/// What was kept without the lines that stand for pictures, which no reader reads as text.
fn without_pictures(kept: &str, document: &Document) -> String {
    let mut lines: Vec<&str> = kept.lines().collect();
    for words in Plain::words_of_pictures(&document.text) {
        let letters = digest_of_letters(&words);
        let is_it = |line: &&str| digest_of_letters(&normalize(line).text) == letters;
        if let Some(at) = lines.iter().position(is_it) {
            lines.remove(at);
        }
    }
    lines.join("\n")
}

fn push(kept: &mut String, piece: &str) {
    kept.push('\n');
    kept.push_str(piece);
}

/// What stands for the letters and digits of a text, whatever stands between them.
fn digest_of_letters(text: &str) -> [u8; 32] {
    let letters: String = folded(text).chars().filter(|c| c.is_alphanumeric()).collect();
    Sha256::digest(letters).into()
}
