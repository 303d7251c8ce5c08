//! Nothing of an article is lost: what was kept and what was cut are the whole of its raw text.

use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{difference, of_error};
use crate::arabic::fold::folded;
use crate::arabic::normalize::normalize;
use crate::diagnostics::Diagnostic;
use crate::document::{Document, InputKind, Plain, parse};
use crate::site::output::Output;

/// How many articles were checked.
pub(super) fn check(documents: &[Arc<Document>]) -> Result<usize, Diagnostic> {
    let wrong = documents.par_iter().find_map_first(|document| one(document).err());
    wrong.map_or(Ok(documents.len()), Err)
}

fn one(document: &Document) -> Result<(), Diagnostic> {
    let origin = &document.origin;
    let told = document.front_matter.source.sha256.as_deref().filter(|told| *told != origin.sha256);
    if let Some(told) = told.filter(|_| origin.kind != InputKind::Markdown) {
        let message = format!("the article was made from a file of SHA-256 {told}, and this one has {}", origin.sha256);
        return Err(difference(&origin.path, message, "restore the file, or annotate it anew with `sijill annotate --write --force`"));
    }
    // What a person made of a text is his; only what the program kept can be held against the raw text.
    let by_program = origin.kind != InputKind::Markdown && document.front_matter.written.is_none();
    if !by_program {
        return Ok(());
    }
    let lost = |message: &str| difference(&origin.path, message, "this is a fault of the program; please report it with the file");
    let raw: &str = &origin.raw;
    let mut cuts: Vec<_> = document.front_matter.removed.iter().collect();
    cuts.sort_by_key(|cut| (cut.span.start, cut.span.end));
    let mut kept = String::new();
    let (mut at, mut whole) = (0, Sha256::new());
    for cut in cuts {
        let Some((before, cut_text)) = raw.get(at..cut.span.start).zip(raw.get(cut.span.start..cut.span.end)) else {
            return Err(lost("two cuts overlap, or one divides a character"));
        };
        whole.update(before);
        whole.update(cut_text);
        push(&mut kept, before);
        at = cut.span.end;
    }
    let rest = raw.get(at..).unwrap_or_default();
    whole.update(rest);
    push(&mut kept, rest);
    if whole.finalize() != Sha256::digest(raw) {
        return Err(lost("what was kept and what was cut are not the raw text"));
    }
    // The walk through a page's elements has put its lines together already; only those of a text are its own.
    let same = origin.kind != InputKind::Text || digest_of_letters(&normalize(&kept).text) == digest_of_letters(&document.plain.text);
    if same { Ok(()) } else { Err(lost("the text is not what was kept of the raw text")) }
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

/// The Markdown that is published beside a page reads as the page does.
pub(super) fn check_pages(documents: &[Arc<Document>], output: &Output) -> Result<(), Diagnostic> {
    let texts: Vec<(&str, &Arc<Document>)> = documents.iter().map(|document| (document.plain.text.as_str(), document)).collect();
    let markdown: Vec<&str> = output.paths().filter(|path| path.starts_with("articles/") && path.ends_with("/index.md")).collect();
    let wrong = markdown.par_iter().find_map_first(|path| page(path, &texts, output).err());
    wrong.map_or(Ok(()), Err)
}

fn page(path: &str, texts: &[(&str, &Arc<Document>)], output: &Output) -> Result<(), Diagnostic> {
    let made = |path: &str| output.get(path).unwrap_or_else(|| Ok(Vec::new())).map_err(of_error);
    let text = String::from_utf8(made(path)?).unwrap_or_default();
    let draft = parse(&text).map_err(|found| found.in_file(path))?.value;
    let plain = Plain::of(&draft.text);
    let fault = |message: &str| difference(path, message, "this is a fault of the program; please report it");
    if !texts.iter().any(|(text, _)| *text == plain.text) {
        return Err(fault("the published Markdown does not say what the article says"));
    }
    let html = String::from_utf8(made(&path.replace("index.md", "index.html"))?).unwrap_or_default();
    let shown = letters_of_page(&html);
    let mut at = 0;
    for paragraph in &plain.paragraphs {
        let letters: String = folded(paragraph.span.cut(&plain.text)).chars().filter(|c| c.is_alphanumeric()).collect();
        let found = shown[at..].find(&letters);
        at += found.ok_or_else(|| fault("a paragraph of the Markdown does not stand on its page"))? + letters.len();
    }
    Ok(())
}

/// The letters and digits between the tags of a page of ours.
fn letters_of_page(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    folded(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}
