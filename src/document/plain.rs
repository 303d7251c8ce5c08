//! What a reader reads of a Markdown text, with the way back.

use std::sync::OnceLock;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use super::markup::{MarkedText, events};
use crate::arabic::reading::{Part, Text};
use crate::span::Span;

/// What a reader reads of a Markdown text: the paragraphs, joined by line breaks.
///
/// All findings are spans of [`text`](Self::text). Inside a paragraph there is no line break.
///
/// ```
/// use sijill::document::{MarkedText, Plain};
/// let text = MarkedText::read("زار **الوزير**\n[بغداد](place:baghdad).\n\n- ثم عاد");
/// assert_eq!(Plain::of(&text).text, "زار الوزير بغداد.\nثم عاد");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plain {
    /// The paragraphs, joined by `\n`.
    #[serde(with = "super::kept::text")]
    pub text: String,
    /// Where each paragraph stands, and what it is.
    pub paragraphs: Vec<Paragraph>,
    /// For each run of text: where it stands here and where in the Markdown. Ranges of one
    /// length hold the same bytes; where they differ (entities, line breaks) the run is one piece.
    pub pieces: Vec<(Span, Span)>,
    #[serde(skip)]
    reading: ReadOnce,
}

/// What stands in the text, made when it is first asked for; it follows from the text, so any two are alike.
#[derive(Clone, Debug, Default)]
struct ReadOnce {
    read: OnceLock<Text>,
    /// The same as it was kept; of most texts nobody asks.
    packed: Option<Box<[u8]>>,
}

impl PartialEq for ReadOnce {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One paragraph of the plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its range.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ParagraphKind {
    /// Running text.
    Text,
    /// A heading of the given level, 1 to 6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// Code, in which nothing is found.
    Code,
}

impl Plain {
    /// What a reader reads of a Markdown text.
    pub fn of(text: &MarkedText) -> Self {
        let mut builder = Builder {
            markdown: &text.markdown,
            plain: Self::default(),
            kind: ParagraphKind::Text,
            images: 0,
        };
        for (event, range) in events(&text.markdown) {
            builder.event(event, Span::new(range.start, range.end));
        }
        builder.finish()
    }

    /// The words that stand for the pictures of a text, in their order: what a reader reads where a picture is missing.
    ///
    /// ```
    /// use sijill::document::{MarkedText, Plain};
    /// let text = MarkedText { markdown: "![السد عند الغروب](sadd.jpg)\n\nبدأ الملء.".into(), marks: vec![] };
    /// assert_eq!(Plain::words_of_pictures(&text), ["السد عند الغروب"]);
    /// assert_eq!(Plain::of(&text).text, "بدأ الملء.");
    /// ```
    pub fn words_of_pictures(text: &MarkedText) -> Vec<String> {
        let (mut found, mut open) = (Vec::new(), 0_usize);
        for (event, _) in events(&text.markdown) {
            match event {
                Event::Start(Tag::Image { .. }) => {
                    open += 1;
                    found.push(String::new());
                }
                Event::End(TagEnd::Image) => open -= 1,
                Event::Text(words) | Event::Code(words) if open > 0 => {
                    if let Some(last) = found.last_mut() {
                        last.push_str(&words);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// A text that is no Markdown: each line is a paragraph, and nothing is changed.
    pub fn of_text(text: &str) -> Self {
        let mut start = 0;
        let paragraphs = text
            .split('\n')
            .map(|line| {
                let span = Span::new(start, start + line.len());
                start = span.end + 1;
                Paragraph { span, kind: ParagraphKind::Text }
            })
            .collect();
        Self {
            text: text.to_owned(),
            paragraphs,
            pieces: vec![(Span::new(0, text.len()), Span::new(0, text.len()))],
            ..Self::default()
        }
    }

    /// Its words, sentences and quotation marks, read once for whoever asks; code is not read.
    ///
    /// ```
    /// use sijill::document::Plain;
    /// let plain = Plain::of_text("قال الوزير: «بدأ العمل».");
    /// assert_eq!(plain.reading().letters(1), "الوزير");
    /// ```
    pub fn reading(&self) -> &Text {
        self.reading.read.get_or_init(|| {
            let packed = self.reading.packed.as_deref();
            if let Some(kept) = packed.and_then(|bytes| postcard::from_bytes(bytes).ok()) {
                return kept;
            }
            let part = |paragraph: &Paragraph| Part {
                start: paragraph.span.start,
                is_prose: paragraph.kind != ParagraphKind::Code,
            };
            Text::of(&self.text, self.paragraphs.iter().map(part))
        })
    }

    /// Takes what was read in it before, as it was kept, so that nobody reads it again.
    pub(super) fn was_read(&mut self, packed: &[u8]) {
        self.reading = ReadOnce { read: OnceLock::new(), packed: Some(packed.into()) };
    }

    /// The paragraph (from 0) in which a byte stands.
    pub fn paragraph_at(&self, byte: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.span.start <= byte).saturating_sub(1)
    }

    /// The range of the Markdown that holds a range of the plain text; nothing where they cannot be matched.
    ///
    /// Emphasis around exactly these words belongs to the range, because a mark
    /// takes emphasis inside: between a clitic and a bracket `**` would stay as asterisks.
    pub fn to_markdown(&self, span: Span, markdown: &str) -> Option<Span> {
        let start = self.markdown_byte(span.start, false)?;
        let end = self.markdown_byte(span.end, true)?;
        let mut found = (start < end).then(|| Span::new(start, end))?;
        for marker in ["***", "**", "*", "~~"] {
            if markdown[..found.start].ends_with(marker)
                && markdown[found.end..].starts_with(marker)
            {
                found = Span::new(found.start - marker.len(), found.end + marker.len());
                break;
            }
        }
        Some(found)
    }

    /// The Markdown byte of a plain byte: as the end of a range it belongs to the piece before it.
    fn markdown_byte(&self, byte: usize, is_end: bool) -> Option<usize> {
        let at = if is_end {
            self.pieces.partition_point(|(plain, _)| plain.end < byte)
        } else {
            self.pieces.partition_point(|(plain, _)| plain.end <= byte)
        };
        let &(plain, source) = self.pieces.get(at)?;
        if byte < plain.start || byte > plain.end {
            return None;
        }
        if plain.len() == source.len() {
            return Some(source.start + (byte - plain.start));
        }
        match byte {
            byte if byte == plain.start => Some(source.start),
            byte if byte == plain.end => Some(source.end),
            _ => None,
        }
    }

    /// The range of the plain text that a range of the Markdown shows; nothing where it shows none.
    pub fn from_markdown(&self, span: Span) -> Option<Span> {
        let first = self.pieces.partition_point(|(_, source)| source.end <= span.start);
        let mut shown: Option<Span> = None;
        for &(plain, source) in
            self.pieces[first..].iter().take_while(|(_, source)| source.start < span.end)
        {
            let inside =
                |byte: usize| plain.start + byte.saturating_sub(source.start).min(plain.len());
            let part = if plain.len() == source.len() {
                Span::new(inside(span.start), inside(span.end))
            } else {
                plain
            };
            shown = Some(Span::new(shown.map_or(part.start, |shown| shown.start), part.end));
        }
        shown.filter(|shown| !shown.is_empty())
    }
}

/// Gathers the events of the parser into paragraphs.
struct Builder<'m> {
    markdown: &'m str,
    plain: Plain,
    kind: ParagraphKind,
    images: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Span) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(text) if self.kind == ParagraphKind::Code => self.code_lines(&text, range),
            Event::Text(text) | Event::InlineHtml(text) => self.push(&text, range),
            Event::Html(text) => {
                self.push(
                    text.trim_end_matches('\n'),
                    Span::new(range.start, range.start + text.trim_end_matches('\n').len()),
                );
            }
            Event::Code(text) => self.push(&text, range),
            Event::SoftBreak | Event::HardBreak => self.push(" ", range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let kind = match tag {
            Tag::Heading { level, .. } => ParagraphKind::Heading(level_number(*level)),
            Tag::Item => ParagraphKind::Item,
            Tag::TableCell => ParagraphKind::Cell,
            Tag::CodeBlock(_) => ParagraphKind::Code,
            // A paragraph inside an item is still the item's.
            Tag::Paragraph if self.kind == ParagraphKind::Item => ParagraphKind::Item,
            Tag::Paragraph | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => ParagraphKind::Text,
            Tag::Image { .. } => {
                self.images += 1;
                return;
            }
            _ => return,
        };
        self.close();
        self.kind = kind;
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Image => self.images -= 1,
            TagEnd::Item
            | TagEnd::Heading(_)
            | TagEnd::TableCell
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::List(_) => {
                self.close();
                self.kind = ParagraphKind::Text;
            }
            TagEnd::Paragraph => self.close(),
            _ => {}
        }
    }

    fn code_lines(&mut self, text: &str, range: Span) {
        let verbatim = text.len() == range.len();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end_matches('\n');
            let source = if verbatim {
                Span::new(range.start + at, range.start + at + shown.len())
            } else {
                range
            };
            if !shown.is_empty() {
                self.push(shown, source);
            }
            self.close();
            at += line.len();
        }
    }

    fn push(&mut self, text: &str, source: Span) {
        if self.images > 0 || text.is_empty() {
            return;
        }
        if self.plain.paragraphs.last().is_none_or(|last| last.span.end != usize::MAX) {
            if !self.plain.text.is_empty() {
                self.plain.text.push('\n');
            }
            self.plain.paragraphs.push(Paragraph {
                span: Span::new(self.plain.text.len(), usize::MAX),
                kind: self.kind,
            });
        }
        let start = self.plain.text.len();
        // HTML blocks come with their line breaks.
        self.plain.text.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        let made = Span::new(start, self.plain.text.len());
        let verbatim = made.len() == source.len()
            && self.markdown.as_bytes()[source.start..source.end] == *text.as_bytes();
        match self.plain.pieces.last_mut() {
            Some((plain, before))
                if verbatim
                    && plain.len() == before.len()
                    && plain.end == start
                    && before.end == source.start =>
            {
                plain.end = made.end;
                before.end = source.end;
            }
            _ => self.plain.pieces.push((made, source)),
        }
    }

    /// Ends the paragraph that is open, if one is.
    fn close(&mut self) {
        if let Some(last) =
            self.plain.paragraphs.last_mut().filter(|last| last.span.end == usize::MAX)
        {
            last.span.end = self.plain.text.len();
        }
    }

    fn finish(mut self) -> Plain {
        self.close();
        self.plain
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
