//! The tree of a page → its visible lines.
//!
//! The walk keeps its own stack, so no depth of nesting can break it.

use dom_query::{Document, NodeRef};

use super::blocks::{Block, Image, Inline, Page, PageLine, Style};
use super::place::{self, Marker};
use crate::document::RemovedKind;
use crate::document::picture::UNNAMED;
use crate::span::Span;

/// Elements whose text no reader sees.
const UNSEEN: [&str; 18] = [
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "object",
    "canvas", "textarea", "input", "math", "audio", "video", "map", "datalist", "progress",
];

/// Elements that stand in a line; all others begin one of their own.
const IN_LINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u",
];

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Left),
}

/// What has to be undone behind an element.
struct Left {
    breaks: bool,
    block: Option<Block>,
    hint: Option<Option<RemovedKind>>,
    article: bool,
    style: Option<(usize, Style)>,
    list: bool,
    /// Whether what follows without a space is another word all the same.
    parts: bool,
}

struct Walk {
    text: String,
    page: Page,
    /// First byte of the line being written.
    start: usize,
    linked: usize,
    inlines: Vec<Inline>,
    block: Block,
    hint: Option<RemovedKind>,
    article: usize,
    /// The open lists: the next number, where they have numbers.
    lists: Vec<Option<u32>>,
    links: usize,
    /// Where the link leads that was opened last.
    leads_to: String,
    /// Where the last element ended that parts words.
    parted: usize,
}

/// The visible lines of a page below `head`, and what the mark-up says of each.
pub(super) fn lines(document: &Document, marker: &Marker, head: &str) -> (String, Page) {
    let mut walk = Walk {
        text: head.to_owned(),
        page: Page::default(),
        start: head.len(),
        linked: 0,
        inlines: Vec::new(),
        block: Block::Paragraph,
        hint: None,
        article: 0,
        lists: Vec::new(),
        links: 0,
        leads_to: String::new(),
        parted: usize::MAX,
    };
    let mut steps = vec![Step::Enter(document.root())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.say(&node.text()),
            Step::Enter(node) => {
                if let Some(left) = walk.enter(&node, marker) {
                    steps.push(Step::Leave(left));
                    let children = steps.len();
                    steps.extend(node.children_it(false).map(Step::Enter));
                    steps[children..].reverse();
                }
            }
            Step::Leave(left) => walk.leave(left),
        }
    }
    walk.flush();
    (walk.text, walk.page)
}

impl Walk {
    /// Goes into an element; nothing where none of it is seen.
    fn enter(&mut self, node: &NodeRef<'_>, marker: &Marker) -> Option<Left> {
        let mut left = Left {
            breaks: false,
            block: None,
            hint: None,
            article: false,
            style: None,
            list: false,
            parts: false,
        };
        let Some(name) = node.node_name() else {
            return (node.is_document() || node.is_fragment()).then_some(left);
        };
        let name: &str = &name;
        if UNSEEN.contains(&name) || place::is_hidden(node) {
            return None;
        }
        match name {
            "br" | "hr" => {
                self.flush();
                return None;
            }
            "img" => {
                self.image(node);
                return None;
            }
            _ => {}
        }
        left.breaks = !IN_LINE.contains(&name);
        if left.breaks {
            self.flush();
        }
        if let Some(hint) = marker.hint(node, name) {
            // «<span class="author">» among what else stands over a text is a line of its own.
            if self.hint.is_some_and(|outer| outer != hint) && !left.breaks {
                self.flush();
                left.breaks = true;
            }
            left.hint = Some(self.hint.replace(hint));
        }
        if place::is_article(node, name) {
            self.article += 1;
            left.article = true;
        }
        if let Some(block) = self.block_of(node, name) {
            left.block = Some(std::mem::replace(&mut self.block, block));
        }
        if matches!(name, "ul" | "ol") {
            self.lists.push((name == "ol").then_some(1));
            left.list = true;
        }
        // «فيسبوك» and «تويتر» are two buttons, though nothing stands between them; a word may be parted into spans.
        left.parts = !left.breaks && (name == "a" || self.hint.is_some());
        if left.parts && self.parted == self.text.len() && self.text.len() > self.start {
            self.say(" ");
        }
        if let Some(style) = style_of(node, name) {
            if let Style::Link(address) = &style {
                self.links += 1;
                self.leads_to.clone_from(address);
            }
            left.style = Some((self.text.len(), style));
        }
        Some(left)
    }

    fn block_of(&mut self, node: &NodeRef<'_>, name: &str) -> Option<Block> {
        Some(match name {
            "h1" => Block::Heading(1),
            "h2" => Block::Heading(2),
            "h3" => Block::Heading(3),
            "h4" => Block::Heading(4),
            "h5" | "h6" => Block::Heading(5),
            "blockquote" => Block::Quote,
            "figcaption" => Block::Caption,
            "li" => {
                let number = self.lists.last_mut().and_then(Option::as_mut);
                Block::Item(number.map(|number| {
                    *number += 1;
                    *number - 1
                }))
            }
            _ if place::is_caption(node) => Block::Caption,
            _ => return None,
        })
    }

    fn leave(&mut self, left: Left) {
        if let Some((start, style)) = left.style {
            self.links -= usize::from(matches!(style, Style::Link(_)));
            self.inline(start, style);
        }
        if left.breaks {
            self.flush();
        }
        if left.parts {
            self.parted = self.text.len();
        }
        if let Some(hint) = left.hint {
            self.hint = hint;
        }
        self.article -= usize::from(left.article);
        if let Some(block) = left.block {
            self.block = block;
        }
        if left.list {
            self.lists.pop();
        }
    }

    /// Text, with its white space run together.
    fn say(&mut self, text: &str) {
        for c in text.chars() {
            // A no-break space is seen; cleaning repairs it.
            if c.is_whitespace() && c != '\u{00A0}' {
                if self.text.len() > self.start && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            } else {
                self.text.push(c);
                self.linked += usize::from(self.links > 0);
            }
        }
    }

    fn inline(&mut self, start: usize, style: Style) {
        let start = start.max(self.start);
        let piece = self.text.get(start..).unwrap_or("");
        let lead = piece.len() - piece.trim_start().len();
        let span = Span::new(start + lead, (start + piece.trim_end().len()).max(start + lead));
        // Styles never nest here: the inner one was closed first and stands.
        if !span.is_empty()
            && self.inlines.iter().rev().take(8).all(|inline| !inline.span.overlaps(span))
        {
            self.inlines.push(Inline { span, style });
        }
    }

    fn image(&mut self, node: &NodeRef<'_>) {
        let source = ["src", "data-src", "data-lazy-src"]
            .iter()
            .find_map(|name| node.attr(name).filter(|source| !source.starts_with("data:")));
        let Some(source) = source.filter(|source| !source.is_empty()) else { return };
        let small = |name: &str| {
            node.attr(name).and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size < 80)
        };
        if small("width") || small("height") {
            return;
        }
        self.flush();
        let alt = node.attr("alt").unwrap_or_default();
        let alt = alt.trim();
        self.say(if alt.is_empty() { UNNAMED } else { alt });
        let leads_to = (self.links > 0).then(|| self.leads_to.clone());
        let image = Image { address: source.to_string(), leads_to, is_here: false };
        let before = std::mem::replace(&mut self.block, Block::Image(image));
        self.inlines.clear();
        self.flush();
        self.block = before;
    }

    /// Ends the line being written, if anything stands in it.
    fn flush(&mut self) {
        let line = self.text[self.start..].trim_end();
        self.text.truncate(self.start + line.len());
        let span = Span::new(self.start, self.text.len());
        let inlines = std::mem::take(&mut self.inlines);
        if !span.is_empty() {
            let chars = span.cut(&self.text).chars().filter(|c| !c.is_whitespace()).count().max(1);
            self.page.lines.push(PageLine {
                span,
                block: self.block.clone(),
                main: false,
                article: self.article > 0,
                linked: u8::try_from((self.linked * 100 / chars).min(100)).unwrap_or(100),
                hint: self.hint,
                inlines: inlines.into_iter().filter(|inline| inline.span.end <= span.end).collect(),
            });
            self.text.push('\n');
        }
        self.linked = 0;
        self.start = self.text.len();
    }
}

fn style_of(node: &NodeRef<'_>, name: &str) -> Option<Style> {
    match name {
        "a" => node.attr("href").map(|href| Style::Link(href.trim().to_owned())),
        "b" | "strong" => Some(Style::Strong),
        "i" | "em" => Some(Style::Emphasis),
        _ => None,
    }
}
