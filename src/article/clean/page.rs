//! Saved pages: what the mark-up says joins the other evidence, and what is kept becomes Markdown.

use super::blocks::Ending;
use super::compose::{Paragraph, repaired};
use super::evidence::{Evidence, surety};
use super::lines::{Lines, Mark};
use super::looks::{Pattern, Traits};
use super::reason::Reason;
use crate::article::read::html::{Block, Image, Inline, Page, PageLine, Style};
use crate::document::RemovedKind;
use crate::document::markup::escape_text;
use crate::span::Span;

/// What the mark-up of a page says of its lines.
#[derive(Default)]
pub(super) struct View {
    /// What the lines are by their elements.
    pub(super) marks: Vec<Mark>,
    /// Which lines stand in the element that holds the article.
    pub(super) vouched: Vec<bool>,
}

/// How surely the mark-up tells what a line is: by a name, by its links, by standing outside.
mod sure {
    pub(super) const NAMED: u8 = 90;
    pub(super) const LINKS: u8 = 85;
    pub(super) const OUTSIDE: u8 = 70;
}

/// How much of a line, of a hundred, is links where it is a list of them; where it may be; where it is still a text.
mod linked {
    pub(super) const LIST: u8 = 80;
    pub(super) const MOSTLY: u8 = 60;
    pub(super) const HALF: u8 = 50;
}

/// The main-text library counts the line to the article, and is believed.
const CHOSEN: Traits = Traits::one(0);
/// It stands in an element that the page itself calls the article.
const CALLED: Traits = Traits::one(1);
/// The elements around it say that it is something else.
const HINTED: Traits = Traits::one(2);
/// It is a list of links.
const LISTED: Traits = Traits::one(3);
/// More of it is links than not.
const MOSTLY: Traits = Traits::one(4);
/// So is half of it.
const HALF: Traits = Traits::one(5);

/// What the mark-up says of a line, as a set.
fn traits(line: &PageLine, library: bool) -> Traits {
    let linked = [(linked::LIST, LISTED), (linked::MOSTLY, MOSTLY), (linked::HALF, HALF)];
    let linked = linked.map(|(least, share)| (share, line.linked >= least));
    let own = CHOSEN.when(line.main & library)
        | CALLED.when(line.article)
        | HINTED.when(line.hint.is_some());
    own | Traits::noted(&linked)
}

/// Joins the mark-up's word to what the lines show.
pub(super) fn view(lines: &Lines<'_>, page: &Page) -> View {
    let library = is_library_believed(lines, page);
    let called = CALLED.without(HINTED);
    let named = page
        .lines
        .iter()
        .any(|line| line.block == Block::Paragraph && called.fits(traits(line, library)));
    let places = || page.lines.iter().enumerate().take(lines.len());
    let marks = places().map(|(index, line)| mark(lines, index, line, library, named)).collect();
    let inside = CHOSEN.without(Traits::of(&[HINTED, HALF]));
    let vouched = places().map(|(_, line)| inside.fits(traits(line, library))).collect();
    View { marks, vouched }
}

fn mark(lines: &Lines<'_>, index: usize, line: &PageLine, library: bool, named: bool) -> Mark {
    let own = lines.evidence(index);
    let by_page = by_mark_up(line, library, named);
    let louder = |page: &Evidence| match own {
        None => true,
        Some(own) if own.heads => false,
        Some(own) => page.weight > own.weight,
    };
    let heard = by_page
        .filter(louder)
        .map(|page| Evidence { dated: page.dated || own.is_some_and(|own| own.dated), ..page });
    let evidence = heard.or(own);
    const BELIEVED: Pattern = Traits::of(&[CHOSEN, CALLED]).without(Traits::of(&[HINTED, MOSTLY]));
    let believed = || BELIEVED.fits(traits(line, library)) && is_text(lines, index);
    let prose = match line.block {
        Block::Heading(_) | Block::Image(_) | Block::Caption => false,
        _ if evidence.is_some_and(|evidence| evidence.weight >= surety::LIKELY) => false,
        // What stands in a paragraph of the article need not look like one.
        Block::Paragraph | Block::Quote => lines.is_prose(index) || believed(),
        _ => lines.is_prose(index),
    };
    Mark { index, evidence, prose }
}

/// Whether the main-text library has found the article: what it chose holds a good part of the paragraphs that no element accounts for.
///
/// It takes a column of teasers for the article where there are more of them than sentences in the story.
fn is_library_believed(lines: &Lines<'_>, page: &Page) -> bool {
    /// How many words are a paragraph and no teaser.
    const PARAGRAPH: usize = 25;
    /// How many times more words of such paragraphs stand outside where the choice was wrong.
    const OUTSIDE: usize = 3;
    let (mut inside, mut outside, mut any) = (0, 0, false);
    for (index, line) in page.lines.iter().enumerate().take(lines.len()) {
        let words = lines.words(index).len();
        any |= line.main;
        if words >= PARAGRAPH && !traits(line, true).any(HINTED | HALF) {
            *(if line.main { &mut inside } else { &mut outside }) += words;
        }
    }
    any && inside * OUTSIDE >= outside
}

fn is_text(lines: &Lines<'_>, index: usize) -> bool {
    /// How many words a text has; how many with a mark at its end.
    const LONG: usize = 20;
    const ENDING: usize = 8;
    let words = lines.words(index).len();
    let least = if lines.block(index).ending == Ending::Open { LONG } else { ENDING };
    words >= least
}

fn by_mark_up(line: &PageLine, library: bool, named: bool) -> Option<Evidence> {
    let of = |kind, reason, weight| Evidence {
        kind,
        weight,
        dated: kind == RemovedKind::Date,
        ..Evidence::certain(reason)
    };
    if let Some(hint) = line.hint {
        return Some(of(hint, Reason::MarkUp, sure::NAMED));
    }
    let place = traits(line, library);
    let outside = library && !place.any(CHOSEN | CALLED.when(named));
    match line.block {
        Block::Caption => Some(of(RemovedKind::Caption, Reason::MarkUp, sure::NAMED)),
        Block::Image(_) if !place.any(CHOSEN | CALLED) => {
            Some(of(RemovedKind::Other, Reason::PictureOutside, sure::NAMED))
        }
        Block::Heading(1) => None,
        _ if LISTED.without(CHOSEN).fits(place) => {
            Some(of(RemovedKind::Related, Reason::MarkUpLinks, sure::LINKS))
        }
        _ => outside.then(|| of(RemovedKind::Other, Reason::OutsideText, sure::OUTSIDE)),
    }
}

/// The Markdown of the kept paragraphs.
pub(super) fn markdown(paragraphs: &[Paragraph], page: &Page, text: &str) -> String {
    let mut made = String::new();
    let mut list = false;
    for paragraph in paragraphs {
        let Some(line) = page.lines.get(paragraph.block) else { continue };
        // A paragraph from which something was cut has its words only: its links would no longer fit.
        let whole = repaired(line.span.cut(text)) == paragraph.text;
        let words = if whole { inline(line, text) } else { escape_text(&paragraph.text) };
        let item = matches!(line.block, Block::Item(_));
        if !made.is_empty() {
            made.push_str(if item && list { "\n" } else { "\n\n" });
        }
        list = item;
        match &line.block {
            Block::Heading(level) => {
                made.push_str(&format!("{} {words}", "#".repeat(usize::from((*level).max(2)))))
            }
            Block::Item(Some(number)) => made.push_str(&format!("{number}. {words}")),
            Block::Item(None) => made.push_str(&format!("- {words}")),
            Block::Quote => made.push_str(&format!("> {words}")),
            Block::Image(image) => made.push_str(&picture(image, paragraph, page, text)),
            Block::Paragraph | Block::Caption => made.push_str(&words),
        }
    }
    if !made.is_empty() {
        made.push('\n');
    }
    made
}

/// A picture of the article; one that lies here has what is written under it as its title.
fn picture(image: &Image, paragraph: &Paragraph, page: &Page, text: &str) -> String {
    let words = escape_text(&paragraph.text);
    let caption = image.is_here.then(|| caption(paragraph.block, page, text)).flatten();
    match caption {
        Some(caption) => format!("![{words}]({} \"{caption}\")", address(&image.address)),
        None => format!("![{words}]({})", address(&image.address)),
    }
}

/// What is written under the picture in a line, as Markdown takes it for a title; where it has several lines, all of them.
fn caption(picture: usize, page: &Page, text: &str) -> Option<String> {
    let behind = page.lines.get(picture + 1..)?.iter();
    let lines = behind.take_while(|line| line.block == Block::Caption && line.hint.is_none());
    let words: Vec<String> = lines.map(|line| repaired(line.span.cut(text))).collect();
    let escape = |words: String| escape_text(&words).replace('"', "\\\"");
    (!words.is_empty()).then(|| escape(words.join(" — ")))
}

/// A line with its links and emphasis.
fn inline(line: &PageLine, text: &str) -> String {
    let mut made = String::new();
    let mut at = line.span.start;
    for Inline { span, style } in &line.inlines {
        if span.start < at || span.end > line.span.end {
            continue;
        }
        push(&mut made, Span::new(at, span.start).cut(text));
        let words = repaired(span.cut(text));
        let outer = |c: char| c.is_alphanumeric();
        let before = made.chars().next_back().is_some_and(outer);
        let after = text[span.end..line.span.end].chars().next().is_some_and(outer);
        let inner = words.starts_with(outer) && words.ends_with(outer);
        // Stars that touch a letter outside and a mark inside would stay stars.
        let parted = inner || !(before || after);
        let escaped = escape_text(&words);
        match style {
            Style::Link(href) if is_address(href) => {
                made.push_str(&format!("[{escaped}]({})", address(href)))
            }
            Style::Strong if parted => made.push_str(&format!("**{escaped}**")),
            Style::Emphasis if parted => made.push_str(&format!("*{escaped}*")),
            _ => made.push_str(&escaped),
        }
        at = span.end;
    }
    push(&mut made, Span::new(at, line.span.end).cut(text));
    made.trim().to_owned()
}

/// Text between two styles keeps the space at its ends.
fn push(made: &mut String, raw: &str) {
    let words = repaired(raw);
    if raw.starts_with(char::is_whitespace) && !made.is_empty() && !made.ends_with(' ') {
        made.push(' ');
    }
    made.push_str(&if made.is_empty() { escape_text(&words) } else { escape_inside(&words) });
    if raw.ends_with(char::is_whitespace) && !words.is_empty() {
        made.push(' ');
    }
}

/// Inside a line nothing can open a block.
fn escape_inside(words: &str) -> String {
    match words.chars().next() {
        Some(first @ ('#' | '>' | '-' | '+' | '=' | ':' | '|')) => {
            format!("{first}{}", escape_text(&words[1..]))
        }
        _ => escape_text(words),
    }
}

/// Addresses that a link of the article may have; where «/news/12» leads only the page knew.
fn is_address(href: &str) -> bool {
    let scheme = href.split([':', '/', '?', '#']).next().unwrap_or("");
    let is_whole = href.get(scheme.len()..).is_some_and(|rest| rest.starts_with(':'));
    is_whole && matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel")
}

/// An address as Markdown takes it.
fn address(href: &str) -> String {
    let mut made = String::with_capacity(href.len());
    for c in href.chars() {
        match c {
            ' ' => made.push_str("%20"),
            '(' => made.push_str("%28"),
            ')' => made.push_str("%29"),
            '<' => made.push_str("%3C"),
            '>' => made.push_str("%3E"),
            '\\' => made.push_str("%5C"),
            c if c.is_control() => {}
            c => made.push(c),
        }
    }
    made
}
