//! The Markdown that is published beside a page reads as the page does.

use std::sync::Arc;

use rayon::prelude::*;

use super::difference::{difference, of_error};
use crate::arabic::fold::folded;
use crate::diagnostics::Diagnostic;
use crate::document::{Document, Plain, parse};
use crate::site::output::Output;

/// Every article's.
pub(super) fn check(documents: &[Arc<Document>], output: &Output) -> Result<(), Diagnostic> {
    let texts: Vec<(&str, &Arc<Document>)> =
        documents.iter().map(|document| (document.plain.text.as_str(), document)).collect();
    let markdown: Vec<&str> = output
        .paths()
        .filter(|path| path.starts_with("articles/") && path.ends_with("/index.md"))
        .collect();
    let wrong = markdown.par_iter().find_map_first(|path| page(path, &texts, output).err());
    wrong.map_or(Ok(()), Err)
}

fn page(path: &str, texts: &[(&str, &Arc<Document>)], output: &Output) -> Result<(), Diagnostic> {
    let made = |path: &str| output.get(path).unwrap_or_else(|| Ok(Vec::new())).map_err(of_error);
    let text = String::from_utf8(made(path)?).unwrap_or_default();
    let draft = parse(&text).map_err(|found| found.in_file(path))?.value;
    let plain = Plain::of(&draft.text);
    let fault = |message: &str| {
        difference(path, message, "this is a fault of the program; please report it")
    };
    if !texts.iter().any(|(text, _)| *text == plain.text) {
        return Err(fault("the published Markdown does not say what the article says"));
    }
    let html =
        String::from_utf8(made(&path.replace("index.md", "index.html"))?).unwrap_or_default();
    let shown = letters_of_page(&html);
    let mut at = 0;
    for paragraph in &plain.paragraphs {
        let end = end_of(paragraph.span.cut(&plain.text), &shown, at);
        at = end.ok_or_else(|| fault("a paragraph of the Markdown does not stand on its page"))?;
    }
    Ok(())
}

/// Where a paragraph ends on a page that is read from `at` on.
///
/// A page shows the tags that a person wrote into a text, which are none of its words: there the words stand in order.
fn end_of(paragraph: &str, shown: &str, at: usize) -> Option<usize> {
    let letters = letters(paragraph);
    let whole = shown[at..].find(&letters).map(|found| at + found + letters.len());
    whole.or_else(|| {
        paragraph
            .split_whitespace()
            .map(self::letters)
            .try_fold(at, |at, word| Some(at + shown[at..].find(&word)? + word.len()))
    })
}

/// The letters and digits of a text, whatever stands between them.
fn letters(text: &str) -> String {
    folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters and digits between the tags of a page of ours.
fn letters_of_page(html: &str) -> String {
    let text: String = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    letters(&text)
}
