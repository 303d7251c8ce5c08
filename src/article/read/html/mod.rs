//! A saved page → the lines of its visible text, and what the mark-up says about each.
//!
//! 1. [`walk`] reads the tree to lines, as a browser shows them;
//! 2. [`place`] reads from elements, classes and ids what a part of the page is;
//! 3. the main-text library says which lines it takes for the article ([`main_lines`]);
//! 4. [`metadata`] reads JSON-LD, Open Graph, `<time>` and the address.
//!
//! A page nested deeper than any browser would go ([`depth`]), or with a tag of a thousand [`attributes`], only gives
//! up its words; one that cannot be written out again ([`escapes`]) is not shown to the library.
//!
//! Nothing is cut here: that is cleaning's, which weighs all of it.

mod attributes;
mod blocks;
mod depth;
mod escapes;
mod metadata;
mod place;
mod walk;

use std::collections::HashSet;

use dom_query::Document;

pub use blocks::{Block, Image, Inline, Page, PageLine, Style};

use super::raw::RawArticle;
use crate::arabic::fold::folded;
use crate::diagnostics::{Diagnostic, Warned};
use crate::document::FrontMatter;
use crate::span::Span;

/// Above this many elements the main-text library is not asked; the mark-up then has to do.
const MOST_ELEMENTS: usize = 60_000;

/// The library calls itself for each level of nesting; deeper pages than this are no pages.
const DEEPEST: usize = 400;

/// Reads a saved page whose HTML stands in `body` of `text`.
///
/// The raw text becomes the front matter as it was written, if any, and the visible lines.
pub(super) fn page(
    text: &str,
    body: Span,
    front_matter: FrontMatter,
    bare: RawArticle,
) -> Warned<RawArticle> {
    let html = body.cut(text);
    let odd = if depth::is_too_deep(html) {
        Some("its elements are nested deeper than in any page")
    } else {
        attributes::are_too_many(html).then_some("a tag of it has more attributes than in any page")
    };
    if let Some(why) = odd {
        let raw = format!("{}{}", &text[..body.start], depth::without_tags(html));
        let found = Diagnostic::warning(
            "odd-page",
            format!("the page was read without its mark-up: {why}"),
        );
        let value = RawArticle {
            body: Span::new(body.start, raw.len()),
            text: raw.into(),
            front_matter,
            ..bare
        };
        return Warned {
            value,
            diagnostics: vec![found.help("save the page anew, or keep its text alone").at(1, 1)],
        };
    }
    let document = Document::from(html);
    let head = &text[..body.start];
    let metadata = metadata::metadata(&document, html);
    let marker = place::Marker::of(&document);
    let (mut raw, mut page) = walk::lines(&document, &marker, head);
    let main = if marker.depth <= DEEPEST && !escapes::are_too_many(&document) {
        main_lines(html)
    } else {
        HashSet::new()
    };
    for line in &mut page.lines {
        line.main = main.contains(&called(line, &raw));
    }
    pictures_between(&mut page.lines);
    if raw.len() > head.len() && !raw.ends_with('\n') {
        raw.push('\n');
    }
    Warned::clean(RawArticle {
        body: Span::new(head.len(), raw.len()),
        text: raw.into(),
        front_matter,
        clues: metadata.clues,
        title: metadata.title,
        page: Some(page),
        ..bare
    })
}

/// The lines, folded, that the main-text library takes for the article; none where it finds no article.
fn main_lines(html: &str) -> HashSet<String> {
    let config = dom_smoothie::Config {
        max_elements_to_parse: MOST_ELEMENTS,
        char_threshold: 200,
        ..dom_smoothie::Config::default()
    };
    let article = dom_smoothie::Readability::new(html, None, Some(config))
        .and_then(|mut readability| readability.parse());
    let Ok(article) = article else { return HashSet::new() };
    let document = Document::from(&*article.content);
    let (text, page) = walk::lines(&document, &place::Marker::of(&document), "");
    page.lines.iter().map(|line| called(line, &text)).collect()
}

/// What tells a line from others: its words; a picture, which may have none of its own, has an address.
fn called(line: &PageLine, text: &str) -> String {
    match &line.block {
        Block::Image(image) => format!("!{}", image.address),
        _ => folded(line.span.cut(text)),
    }
}

/// A picture between two lines of the article, or between its headline and its first line, is the article's: the library
/// often leaves out the one that stands above the text.
fn pictures_between(lines: &mut [PageLine]) {
    let is_beside = |line: &PageLine| matches!(line.block, Block::Image(_) | Block::Caption);
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| is_beside(line)).count();
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let begins = before.is_some_and(|line| line.main || line.block == Block::Heading(1));
        let is_between = begins && lines.get(at + run).is_some_and(|line| line.main);
        for line in lines[at..at + run].iter_mut().filter(|_| is_between) {
            line.main |= matches!(line.block, Block::Image(_)) && line.hint.is_none();
        }
        // Behind the run stands a line of words.
        at += run + 1;
    }
}
