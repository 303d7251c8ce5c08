//! Markdown and marks → HTML, block by block. Raw HTML stays text, addresses pass an allow-list.

mod page;

use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

use super::escape::{escape_attribute, escape_isolating, escape_text};
use super::link::safe_address;
use super::pictures::Pictures;
use crate::document::{Plain, markup::parser_options};
use crate::span::Span;

pub(super) use page::page;

/// An element around a range of the Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoration {
    /// What it goes around.
    pub(super) span: Span,
    /// Its start tag.
    pub(super) open: String,
    /// The same where no link may stand (inside an ordinary link).
    pub(super) open_unlinked: Option<String>,
    /// The name of the element, and of the one where no link may stand.
    pub(super) element: &'static str,
}

/// A top-level block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub(super) kind: BlockKind,
    /// The first and the last paragraph of the plain text in it, from 0.
    pub(super) paragraphs: Option<(usize, usize)>,
    /// Its HTML; of paragraphs and headings without the element around it.
    pub(super) html: String,
}

/// What a top-level block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// A paragraph of running text.
    Paragraph,
    /// A heading, 2 to 4.
    Heading(u8),
    /// Anything else; its HTML is complete.
    Other,
}

/// Which way a text reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// From the right: Latin words and addresses in it are isolated.
    FromRight,
    /// From the left, as a whole.
    FromLeft,
}

/// Renders a text with its decorations; `plain` gives paragraphs their numbers, so `#p3` is the third.
pub(super) fn blocks(
    markdown: &str,
    plain: Option<&Plain>,
    mut decorations: Vec<Decoration>,
    reads: Reads,
    pictures: &Pictures<'_>,
) -> Vec<Block> {
    decorations.sort_by(|a, b| a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end)));
    let mut writer = writer(markdown, plain, decorations, reads, pictures);
    for (event, range) in Parser::new_ext(markdown, parser_options()).into_offset_iter() {
        writer.event(event, Span::new(range.start, range.end));
    }
    writer.blocks
}

fn writer<'a>(
    markdown: &'a str,
    plain: Option<&'a Plain>,
    decorations: Vec<Decoration>,
    reads: Reads,
    pictures: &'a Pictures<'a>,
) -> Writer<'a> {
    Writer {
        plain,
        reads,
        decorations,
        next: 0,
        active: Vec::new(),
        stack: Vec::new(),
        out: String::new(),
        blocks: Vec::new(),
        depth: 0,
        top: BlockKind::Other,
        paragraphs: None,
        numbered: None,
        links: 0,
        pictures,
        picture: None,
        figure: None,
        table: Vec::new(),
        in_head: false,
        cell: 0,
        footnotes: BTreeMap::new(),
        source: markdown,
    }
}

/// Blocks one below the other.
fn joined(blocks: Vec<Block>) -> String {
    let mut out = String::new();
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph => out.push_str(&format!("<p>{}</p>\n", block.html)),
            BlockKind::Heading(level) => {
                out.push_str(&format!("<h{level}>{}</h{level}>\n", block.html))
            }
            BlockKind::Other => out.push_str(&block.html),
        }
    }
    out
}

/// Renders one line of the editor's, without a paragraph around it.
pub(super) fn inline_html(markdown: &str) -> String {
    blocks(markdown, None, Vec::new(), Reads::FromRight, &Pictures::default())
        .into_iter()
        .map(|block| block.html)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What is open, innermost last.
enum Open {
    /// An inline element of the text, with its start tag for opening it again.
    Inline(String, &'static str),
    /// A decoration, by its number, and the element that it was opened as.
    Decoration(usize, &'static str),
    /// A block.
    Block(&'static str),
    /// A block whose tags are somebody else's (the top-level paragraph or heading).
    Bare,
}

/// A picture that lies on the site.
#[derive(Default)]
struct Shown {
    address: String,
    caption: String,
    words: String,
}

struct Writer<'a> {
    plain: Option<&'a Plain>,
    reads: Reads,
    source: &'a str,
    decorations: Vec<Decoration>,
    next: usize,
    active: Vec<usize>,
    stack: Vec<Open>,
    out: String,
    blocks: Vec<Block>,
    depth: usize,
    top: BlockKind,
    paragraphs: Option<(usize, usize)>,
    /// The paragraph that was last given its id.
    numbered: Option<usize>,
    links: usize,
    pictures: &'a Pictures<'a>,
    /// The picture whose words are being read.
    picture: Option<Shown>,
    /// A picture of the block that is open, and what is written under it.
    figure: Option<(String, String)>,
    table: Vec<Alignment>,
    in_head: bool,
    cell: usize,
    footnotes: BTreeMap<String, usize>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text, range)
            }
            Event::Code(text) if self.picture.is_some() => self.text(&text, range),
            Event::Code(text) => {
                self.reach(range.start);
                self.out.push_str("<code dir=\"auto\">");
                escape_text(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.text("\n", range),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.whole("<hr>\n"),
            Event::FootnoteReference(name) => {
                let n = self.footnote(&name);
                self.out.push_str(&format!("<sup><a href=\"#fn-{n}\">{n}</a></sup>"));
            }
            Event::TaskListMarker(done) => self.out.push_str(if done { "☑ " } else { "☐ " }),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    /// A block without content, at the top or inside another.
    fn whole(&mut self, html: &str) {
        self.out.push_str(html);
        if self.depth == 0 {
            self.top = BlockKind::Other;
            self.finish_block();
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Span) {
        match tag {
            // Of the words of a picture only the letters are heard.
            _ if self.picture.is_some() => {}
            Tag::Paragraph | Tag::HtmlBlock => self.open_block(BlockKind::Paragraph, "p", range),
            Tag::Heading { level, .. } => {
                let level = heading_level(level);
                let element = ["h2", "h3", "h4"][usize::from(level) - 2];
                self.open_block(BlockKind::Heading(level), element, range);
            }
            Tag::BlockQuote(_) => self.open_block(BlockKind::Other, "blockquote", Span::default()),
            Tag::CodeBlock(kind) => {
                let lang = if let CodeBlockKind::Fenced(lang) = &kind {
                    lang.split_whitespace().next().unwrap_or("")
                } else {
                    ""
                };
                self.open_block(BlockKind::Other, "pre", range);
                let _ = lang;
            }
            Tag::List(Some(1)) => self.open_block(BlockKind::Other, "ol", Span::default()),
            Tag::List(Some(first)) => {
                self.open_block(BlockKind::Other, "ol", Span::default());
                self.out.truncate(self.out.trim_end_matches(['\n', '>']).len());
                self.out.push_str(&format!(" start=\"{first}\">\n"));
            }
            Tag::List(None) => self.open_block(BlockKind::Other, "ul", Span::default()),
            Tag::Item => self.open_block(BlockKind::Other, "li", range),
            Tag::FootnoteDefinition(name) => {
                let n = self.footnote(&name);
                self.open_block(BlockKind::Other, "aside", Span::default());
                self.out.truncate(self.out.trim_end_matches(['\n', '>']).len());
                self.out.push_str(&format!(
                    " class=\"footnote\" id=\"fn-{n}\" aria-label=\"حاشية {n}\">\n"
                ));
            }
            Tag::Table(alignments) => {
                self.table = alignments;
                self.open_block(BlockKind::Other, "table", Span::default());
            }
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.open_block(BlockKind::Other, "thead", Span::default());
                self.out.push_str("<tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.open_block(BlockKind::Other, "tr", Span::default());
            }
            Tag::TableCell => {
                self.open_block(BlockKind::Other, if self.in_head { "th" } else { "td" }, range);
                self.cell += 1;
            }
            Tag::Emphasis => self.open_inline("<em>".to_owned(), "em", range),
            Tag::Strong => self.open_inline("<strong>".to_owned(), "strong", range),
            Tag::Strikethrough => self.open_inline("<s>".to_owned(), "s", range),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url, range),
            Tag::Image { dest_url, title, .. }
                if self.pictures.element(&dest_url, "", "").is_some() =>
            {
                self.reach(range.start);
                self.picture = Some(Shown {
                    address: dest_url.into_string(),
                    caption: title.into_string(),
                    words: String::new(),
                });
            }
            Tag::Image { dest_url, .. } => {
                // Nothing is fetched from elsewhere, so a picture that does not lie here is a link to it.
                let address = safe_address(&dest_url).unwrap_or_default();
                self.open_link(address, range);
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: Span) {
        match end {
            _ if self.picture.is_some() && end != TagEnd::Image => {}
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.close_inline(range),
            TagEnd::Link => {
                self.close_inline(range);
                self.links = self.links.saturating_sub(1);
            }
            TagEnd::Image => match self.picture.take() {
                Some(Shown { address, caption, words }) => {
                    let element = self.pictures.element(&address, &words, &caption);
                    let element = element.unwrap_or_default();
                    self.out.push_str(&element);
                    self.figure = Some((element, caption));
                }
                None => {
                    self.close_inline(range);
                    self.links = self.links.saturating_sub(1);
                }
            },
            TagEnd::TableHead => {
                self.out.push_str("</tr>");
                self.in_head = false;
                self.close_block();
                self.out.push_str("<tbody>\n");
            }
            TagEnd::Table => {
                self.out.push_str("</tbody>");
                self.close_block();
            }
            TagEnd::Paragraph
            | TagEnd::HtmlBlock
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::TableRow
            | TagEnd::TableCell => self.close_block(),
            _ => {}
        }
    }

    fn open_block(&mut self, kind: BlockKind, element: &'static str, range: Span) {
        let number = self.number(range);
        if let Some(n) = number {
            self.paragraphs = Some((self.paragraphs.map_or(n, |(first, _)| first), n));
        }
        if self.depth == 0 {
            self.top = kind;
        }
        self.depth += 1;
        if self.depth == 1 && !matches!(kind, BlockKind::Other) {
            self.stack.push(Open::Bare);
            self.numbered = number;
            return;
        }
        self.out.push('<');
        self.out.push_str(element);
        if let Some(n) = number.filter(|n| self.numbered != Some(*n)) {
            self.out.push_str(&format!(" id=\"p{}\"", n + 1));
            self.numbered = Some(n);
        }
        if element == "th" {
            self.out.push_str(" scope=\"col\"");
        }
        if matches!(element, "td" | "th") && self.table.get(self.cell) == Some(&Alignment::Right) {
            self.out.push_str(" class=\"num\"");
        }
        if element == "pre" {
            self.out.push_str(" dir=\"auto\" tabindex=\"0\"");
        }
        self.out.push('>');
        self.stack.push(Open::Block(element));
    }

    fn close_block(&mut self) {
        loop {
            match self.stack.pop() {
                Some(Open::Inline(_, element) | Open::Decoration(_, element)) => {
                    self.close_tag(element)
                }
                Some(Open::Block(element)) => {
                    self.close_tag(element);
                    self.out.push('\n');
                    break;
                }
                Some(Open::Bare) | None => break,
            }
        }
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.finish_block();
        }
    }

    fn finish_block(&mut self) {
        let mut html = std::mem::take(&mut self.out);
        let mut kind = self.top;
        if let Some((element, caption)) = self.figure.take()
            && kind == BlockKind::Paragraph
            && html == element
        {
            kind = BlockKind::Other;
            html = self.figure_of(&element, &caption);
        }
        self.blocks.push(Block { kind, paragraphs: self.paragraphs.take(), html });
    }

    /// A picture that is a block of its own, and what is written under it.
    fn figure_of(&self, element: &str, caption: &str) -> String {
        let mut html = format!("<figure class=\"picture\">{element}");
        if !caption.is_empty() {
            html.push_str("<figcaption>");
            match self.reads {
                Reads::FromRight => escape_isolating(&mut html, caption),
                Reads::FromLeft => escape_text(&mut html, caption),
            }
            html.push_str("</figcaption>");
        }
        html + "</figure>\n"
    }

    fn open_link(&mut self, address: &str, range: Span) {
        self.reach(range.start);
        // A link inside a link is none: the outer one is the mention's.
        let inside = self.links > 0
            || self.stack.iter().any(|open| matches!(open, Open::Decoration(_, "a")));
        self.links += 1;
        match safe_address(address).filter(|_| !inside) {
            Some(address) => {
                let mut tag = "<a href=\"".to_owned();
                escape_attribute(&mut tag, address);
                tag.push_str("\" rel=\"nofollow\">");
                self.push_inline(tag, "a");
            }
            None if !inside && is_local(address) => {
                let mut tag = "<a href=\"".to_owned();
                escape_attribute(&mut tag, address);
                tag.push_str("\">");
                self.push_inline(tag, "a");
            }
            None => self.push_inline("<span>".to_owned(), "span"),
        }
    }

    fn open_inline(&mut self, tag: String, element: &'static str, range: Span) {
        self.reach(range.start);
        self.push_inline(tag, element);
    }

    fn push_inline(&mut self, tag: String, element: &'static str) {
        self.out.push_str(&tag);
        self.stack.push(Open::Inline(tag, element));
    }

    /// Ends the innermost element of the text; a decoration that goes on after it is opened again there.
    fn close_inline(&mut self, range: Span) {
        while let Some(open) = self.stack.pop() {
            match open {
                Open::Decoration(no, element) => {
                    self.close_tag(element);
                    if self.decorations[no].span.end <= range.end {
                        self.active.retain(|active| *active != no);
                    }
                }
                Open::Inline(_, element) => {
                    self.close_tag(element);
                    break;
                }
                other => {
                    self.stack.push(other);
                    break;
                }
            }
        }
    }

    fn text(&mut self, text: &str, range: Span) {
        if let Some(picture) = &mut self.picture {
            picture.words.push_str(text);
            return;
        }
        let verbatim = range.len() == text.len() && range.cut(self.source) == text;
        if !verbatim {
            self.reach(range.start);
            self.escape(text);
            return;
        }
        let mut at = range.start;
        while at < range.end {
            self.reach(at);
            let opens = self.decorations.get(self.next).map(|next| next.span.start);
            let closes = self.active.iter().map(|&no| self.decorations[no].span.end).min();
            let stop = [opens, closes]
                .into_iter()
                .flatten()
                .filter(|&stop| stop > at)
                .min()
                .unwrap_or(range.end)
                .min(range.end);
            let source = self.source;
            self.escape(&source[at..stop]);
            at = stop;
        }
    }

    fn escape(&mut self, text: &str) {
        let in_code = self.stack.iter().any(|open| matches!(open, Open::Block("pre")));
        match self.reads {
            Reads::FromRight if !in_code => escape_isolating(&mut self.out, text),
            Reads::FromRight | Reads::FromLeft => escape_text(&mut self.out, text),
        }
    }

    /// Closes the decorations that end here and opens those that begin.
    fn reach(&mut self, at: usize) {
        let ended = |no: &usize, decorations: &[Decoration]| decorations[*no].span.end <= at;
        let first = self.stack.iter().position(
            |open| matches!(open, Open::Decoration(no, _) if ended(no, &self.decorations)),
        );
        if let Some(first) = first {
            // What was opened inside the one that ends is closed with it and opened again.
            let above: Vec<Open> = self.stack.drain(first..).collect();
            for open in above.iter().rev() {
                if let Open::Inline(_, element) | Open::Decoration(_, element) = open {
                    self.close_tag(element);
                }
            }
            for open in above {
                match open {
                    Open::Inline(tag, element) => self.push_inline(tag, element),
                    Open::Decoration(no, _) if !ended(&no, &self.decorations) => {
                        self.open_decoration(no)
                    }
                    _ => {}
                }
            }
        }
        self.active.retain(|no| self.decorations[*no].span.end > at);
        while let Some(next) = self.decorations.get(self.next).filter(|next| next.span.start <= at)
        {
            if next.span.end > at {
                self.active.push(self.next);
            }
            self.next += 1;
        }
        let open: Vec<usize> = self
            .active
            .iter()
            .copied()
            .filter(|no| {
                !self
                    .stack
                    .iter()
                    .any(|open| matches!(open, Open::Decoration(other, _) if other == no))
            })
            .collect();
        for no in open {
            self.open_decoration(no);
        }
    }

    fn open_decoration(&mut self, no: usize) {
        let linked = self.links > 0
            || self.stack.iter().any(|open| matches!(open, Open::Decoration(_, "a")));
        let decoration = &self.decorations[no];
        let (tag, element) = match &decoration.open_unlinked {
            Some(tag) if linked => (tag.clone(), "span"),
            _ => (decoration.open.clone(), decoration.element),
        };
        self.out.push_str(&tag);
        self.stack.push(Open::Decoration(no, element));
    }

    fn close_tag(&mut self, element: &str) {
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push('>');
    }

    /// The paragraph of the plain text that a block begins with.
    fn number(&self, range: Span) -> Option<usize> {
        let plain = self.plain?;
        if range.is_empty() {
            return None;
        }
        plain.from_markdown(range).map(|span| plain.paragraph_at(span.start))
    }

    fn footnote(&mut self, name: &str) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(name.to_owned()).or_insert(next)
    }
}

/// The page's own heading is the first level, so those of the text begin at the second.
fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        _ => 4,
    }
}

/// An address without a scheme: a fragment, or a path that stays relative.
fn is_local(address: &str) -> bool {
    let before_path = address.split(['/', '#', '?']).next().unwrap_or_default();
    !address.is_empty()
        && !before_path.contains(':')
        && !address.starts_with(['/', '\\'])
        && !address.contains(char::is_control)
}

#[cfg(test)]
mod tests;
