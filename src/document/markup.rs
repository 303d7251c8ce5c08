//! The one place that knows how an annotation is spelled.

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use super::findings::{MentionKind, Speaker};
use super::standing::surely_stand;
use crate::arabic::calendar::Edtf;
use crate::diagnostics::nearest;
use crate::entity::{EntityKind, Id};
use crate::span::Span;

/// Markdown without its annotations, and the annotations beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarkedText {
    /// CommonMark with ordinary links only.
    #[serde(with = "super::kept::text")]
    pub markdown: String,
    /// The annotations, in the order of the text; they never overlap.
    pub marks: Vec<Mark>,
}

/// An annotation on a range of Markdown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// What stands between the brackets, in bytes of the Markdown without marks.
    pub span: Span,
    /// What it says.
    pub annotation: Annotation,
    /// Whose word it is.
    pub by: Author,
    /// How a person spelled what follows the label (`](person:x "…")`), where it is not the way [`write()`](super::write()) spells it.
    pub spelled: Option<String>,
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Annotation {
    /// `[surface](person:ID)`; without an id where the name is recognised but unknown.
    Mention(MentionKind, Option<Id>),
    /// `[surface](date:EDTF)`
    Date(Edtf),
    /// `[«](quote:ID)` on an opening quotation mark.
    Quote(Speaker),
    /// `[»](endquote:)` where marks are unbalanced.
    EndQuote,
    /// `[surface](plain:)`: a person decided that nothing is here.
    Plain,
}

/// Whose word a mark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// It stands in `content/`; it is never overruled.
    Person,
    /// It is found anew at every build.
    #[default]
    Program,
}

/// How many bytes of a block are read, beside twice the block, to find which of its marks cannot stand; the others stay
/// out. A thousand marks of a usual paragraph are looked at one by one, those of a paragraph of a megabyte are not.
const PATIENCE: usize = 1 << 20;

impl MarkedText {
    /// Text without any markup: whatever CommonMark would read as markup is escaped.
    /// Each line is a paragraph; empty lines fall away.
    ///
    /// ```
    /// use sijill::document::{MarkedText, Plain};
    /// let text = MarkedText::from_plain("# ليس عنواناً\n2021. ولا قائمة");
    /// assert_eq!(text.markdown, "\\# ليس عنواناً\n\n2021\\. ولا قائمة\n");
    /// assert_eq!(Plain::of(&text).text, "# ليس عنواناً\n2021. ولا قائمة");
    /// ```
    pub fn from_plain(text: &str) -> Self {
        let paragraphs: Vec<String> = text
            .split(['\n', '\r'])
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(escape_text)
            .collect();
        let end = if paragraphs.is_empty() { "" } else { "\n" };
        Self { markdown: paragraphs.join("\n\n") + end, marks: Vec::new() }
    }

    /// The Markdown with its marks spelled out.
    ///
    /// ```
    /// use sijill::document::{Annotation, Author, Mark, MarkedText, MentionKind};
    /// use sijill::{knowledge::EntityKind, span::Span};
    /// let markdown = "بين بغداد وواشنطن".to_owned();
    /// let span = Span::of(&markdown, "بغداد").unwrap();
    /// let annotation = Annotation::Mention(MentionKind::Entity(EntityKind::Place), Some("baghdad".to_owned()));
    /// let text = MarkedText { markdown, marks: vec![Mark::found(span, annotation)] };
    /// assert_eq!(text.spell(), "بين [بغداد](place:baghdad) وواشنطن");
    /// ```
    pub fn spell(&self) -> String {
        let mut out = String::with_capacity(self.markdown.len() + 24 * self.marks.len());
        let mut at = 0;
        for mark in &self.marks {
            out.push_str(&self.markdown[at..mark.span.start]);
            // «!» before a bracket would make an image of the mark.
            if out.ends_with('!') && !out.ends_with("\\!") {
                out.insert(out.len() - 1, '\\');
            }
            out.push('[');
            out.push_str(mark.span.cut(&self.markdown));
            match &mark.spelled {
                Some(spelled) => out.push_str(spelled),
                None => out.push_str(&mark.annotation.spell()),
            }
            at = mark.span.end;
        }
        out.push_str(&self.markdown[at..]);
        out
    }

    /// Reads Markdown whose marks are spelled out; the marks are a person's.
    pub fn read(marked: &str) -> Self {
        Self::of_found(marked, find_marks(marked))
    }

    /// The text without its marks, and the marks beside it.
    pub(super) fn of_found(marked: &str, found: Vec<Found>) -> Self {
        let mut text = Self {
            markdown: String::with_capacity(marked.len()),
            marks: Vec::with_capacity(found.len()),
        };
        let mut at = 0;
        for Found { whole, label, annotation } in found {
            let before = &marked[at..whole.start];
            let before = match before.strip_suffix("\\!") {
                Some(rest) if !rest.ends_with('\\') => {
                    text.markdown.push_str(rest);
                    "!"
                }
                _ => before,
            };
            text.markdown.push_str(before);
            let start = text.markdown.len();
            text.markdown.push_str(label.cut(marked));
            let written = &marked[label.end..whole.end];
            let spelled = (written != annotation.spell()).then(|| written.to_owned());
            text.marks.push(Mark {
                span: Span::new(start, text.markdown.len()),
                annotation,
                by: Author::Person,
                spelled,
            });
            at = whole.end;
        }
        text.markdown.push_str(&marked[at..]);
        text
    }

    /// Adds the program's marks where Markdown allows them; gives back those that it does not.
    ///
    /// A person's mark is never touched: what overlaps one is dropped without a
    /// word. A mark whose block would parse otherwise with it stays out, so that
    /// reading what was written always gives the same text and the same marks.
    pub fn settle(mut self, found: Vec<Mark>) -> (Self, Vec<Mark>) {
        let persons = std::mem::take(&mut self.marks);
        let mut marks = merge(persons, found);
        let mut refused = Vec::new();
        if !self.reads_back(&marks) {
            let standing = self.standing(&marks);
            let mut stands = standing.iter();
            marks.retain(|mark| {
                let stands = stands.next().is_some_and(|&stands| stands);
                if !stands {
                    refused.push(mark.clone());
                }
                stands
            });
            if !self.reads_back(&marks) {
                // Marks that stand alone but not together: only a person's are left.
                let (kept, dropped) = marks.into_iter().partition(|mark| mark.by == Author::Person);
                marks = kept;
                refused.extend::<Vec<Mark>>(dropped);
            }
        }
        self.marks = marks;
        (self, refused)
    }

    /// Puts a person's mark on a range, in the place of all that overlap it; whether it stands. Where Markdown does not
    /// allow it there, or the place is that of another person's mark, nothing changes.
    ///
    /// ```
    /// use sijill::document::{Annotation, MarkedText};
    /// use sijill::span::Span;
    /// let mut text = MarkedText::read("زار [بغداد](place:) أمس");
    /// let span = Span::of(&text.markdown, "أمس").unwrap();
    /// assert!(text.decide(span, Annotation::Date("2021-04-07".parse().unwrap())));
    /// assert_eq!(text.spell(), "زار [بغداد](place:) [أمس](date:2021-04-07)");
    /// ```
    pub fn decide(&mut self, span: Span, annotation: Annotation) -> bool {
        if self.marks.iter().any(|mark| mark.span.overlaps(span) && mark.by == Author::Person) {
            return false;
        }
        let mark = Mark { span, annotation, by: Author::Person, spelled: None };
        let mut marks: Vec<Mark> =
            self.marks.iter().filter(|mark| !mark.span.overlaps(span)).cloned().collect();
        let at = marks.partition_point(|mark| mark.span < span);
        marks.insert(at, mark);
        let blocks = blocks(&self.markdown);
        let block =
            blocks[blocks.partition_point(|block| block.end <= span.start).min(blocks.len() - 1)];
        // Only its own block can read otherwise with it.
        let inside: Vec<Mark> = marks
            .iter()
            .filter(|mark| block.contains(mark.span))
            .map(|mark| Mark {
                span: Span::new(mark.span.start - block.start, mark.span.end - block.start),
                ..mark.clone()
            })
            .collect();
        let alone = Self { markdown: block.cut(&self.markdown).to_owned(), marks: Vec::new() };
        let stands = block.contains(span) && alone.reads_back(&inside);
        if stands {
            self.marks = marks;
        }
        stands
    }

    /// Whether reading the text with these marks gives the same text and the same ranges again.
    fn reads_back(&self, marks: &[Mark]) -> bool {
        let spelled = |mark: &Mark| mark.spelled.clone().unwrap_or_else(|| mark.annotation.spell());
        if surely_stand(&self.markdown, marks.iter().map(|mark| (mark.span, spelled(mark)))) {
            return true;
        }
        let text = Self { markdown: self.markdown.clone(), marks: marks.to_vec() };
        let back = Self::read(&text.spell());
        back.markdown == text.markdown
            && back.marks.len() == marks.len()
            && back.marks.iter().zip(marks).all(|(a, b)| a.span == b.span)
    }

    /// Which of the marks, which come in the order of the text, stand each in its block; a person's always does.
    fn standing(&self, marks: &[Mark]) -> Vec<bool> {
        let blocks = blocks(&self.markdown);
        let block_of = |mark: &Mark| {
            let at = blocks.partition_point(|block| block.end <= mark.span.start);
            blocks[at.min(blocks.len() - 1)]
        };
        let mut standing: Vec<bool> = marks.iter().map(|mark| mark.by == Author::Person).collect();
        let mut begin = 0;
        while begin < marks.len() {
            let block = block_of(&marks[begin]);
            let end =
                begin + marks[begin..].iter().take_while(|mark| block_of(mark) == block).count();
            let inside: Vec<usize> = (begin..end)
                .filter(|&at| marks[at].by == Author::Program && block.contains(marks[at].span))
                .collect();
            let alone = Self { markdown: block.cut(&self.markdown).to_owned(), marks: Vec::new() };
            let moved: Vec<Mark> = inside
                .iter()
                .map(|&at| {
                    let span = marks[at].span;
                    let span = Span::new(span.start - block.start, span.end - block.start);
                    Mark { span, ..marks[at].clone() }
                })
                .collect();
            let mut patience = PATIENCE + 2 * alone.markdown.len();
            for (at, stands) in inside.iter().zip(alone.halves(&moved, &mut patience)) {
                standing[*at] = stands;
            }
            begin = end;
        }
        standing
    }

    /// Which of these marks read back: all together, else each half by itself, until the patience is spent.
    fn halves(&self, marks: &[Mark], patience: &mut usize) -> Vec<bool> {
        if marks.is_empty() {
            return Vec::new();
        }
        let Some(left) = patience.checked_sub(self.markdown.len()) else {
            return vec![false; marks.len()];
        };
        *patience = left;
        if self.reads_back(marks) {
            return vec![true; marks.len()];
        }
        if marks.len() == 1 {
            return vec![false];
        }
        let (first, second) = marks.split_at(marks.len() / 2);
        let mut standing = self.halves(first, patience);
        standing.extend(self.halves(second, patience));
        standing
    }
}

impl Mark {
    /// A mark of the program's.
    pub fn found(span: Span, annotation: Annotation) -> Self {
        Self { span, annotation, by: Author::Program, spelled: None }
    }
}

impl Annotation {
    /// What follows the label: `](person:ID)`.
    pub fn spell(&self) -> String {
        match self {
            Self::Mention(kind, id) => {
                format!("]({}:{})", kind.name(), id.as_deref().unwrap_or(""))
            }
            Self::Date(value) => format!("](date:{value})"),
            Self::Quote(Speaker::Entity(id)) => format!("](quote:{id})"),
            Self::Quote(Speaker::Text(text)) => {
                format!("](quote: \"{}\")", text.replace('\\', "\\\\").replace('"', "\\\""))
            }
            Self::Quote(Speaker::Unknown) => "](quote:)".to_owned(),
            Self::EndQuote => "](endquote:)".to_owned(),
            Self::Plain => "](plain:)".to_owned(),
        }
    }

    /// What is wrong with a link's address that was meant for an annotation: a day that no calendar has («date:2021-99-99»),
    /// a scheme that is nearly one of [`SCHEMES`] («persn:»); with the remedy.
    ///
    /// ```
    /// use sijill::document::Annotation;
    /// // [هنا](persn:abc)
    /// assert!(Annotation::fault("persn:abc").is_some_and(|(_, help)| help.contains("person")));
    /// // [يوم الخميس](date:2021-99-99)
    /// assert!(Annotation::fault("date:2021-99-99").is_some());
    /// assert!(Annotation::fault("https://example.org").is_none() && Annotation::fault("mailto:a@b.c").is_none());
    /// ```
    pub fn fault(address: &str) -> Option<(String, String)> {
        let (scheme, rest) = address.split_once(':')?;
        if Self::of_link(address, "").is_some() || LINK_SCHEMES.contains(&scheme) {
            return None;
        }
        match scheme {
            "date" => Some((
                format!("`date:{rest}` is no date of the calendar"),
                "write a day as date:2021-04-07, a month as date:2021-04, or [plain](plain:) where no date is".to_owned(),
            )),
            _ => {
                let bare = scheme.chars().all(|c| c.is_ascii_alphabetic());
                let near = nearest(scheme, SCHEMES.iter()).filter(|_| bare)?;
                Some((
                    format!("`{scheme}:` is no kind of mark"),
                    format!("the nearest kind is `{near}:`; kinds are {}", SCHEMES.join(", ")),
                ))
            }
        }
    }

    /// Reads a link's address and title; nothing where it is an ordinary link.
    pub(crate) fn of_link(address: &str, title: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once(':')?;
        let id = (!rest.is_empty()).then(|| rest.to_owned());
        let entity = |kind| Some(Self::Mention(MentionKind::Entity(kind), id.clone()));
        match scheme {
            "person" => entity(EntityKind::Person),
            "organization" => entity(EntityKind::Organization),
            "place" => entity(EntityKind::Place),
            "event" => Some(Self::Mention(MentionKind::Event, id)),
            "date" => rest.parse().ok().map(Self::Date),
            "quote" => Some(Self::Quote(match (id, title) {
                (Some(id), _) => Speaker::Entity(id),
                (None, "") => Speaker::Unknown,
                (None, title) => Speaker::Text(title.to_owned()),
            })),
            "endquote" if rest.is_empty() => Some(Self::EndQuote),
            "plain" if rest.is_empty() => Some(Self::Plain),
            _ => None,
        }
    }
}

/// Schemes of ordinary links that are nearly one of ours.
const LINK_SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "data", "file"];

/// The schemes of annotations, for finding those that Markdown did not take for links.
pub const SCHEMES: [&str; 8] =
    ["person", "organization", "place", "event", "date", "quote", "endquote", "plain"];

/// The extensions of CommonMark that documents use; the page is rendered with the same.
pub(crate) fn parser_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Escapes one line of text so that CommonMark reads it as these very words.
pub(crate) fn escape_text(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let block_start = line.starts_with(['#', '>', '-', '+', '=', ':', '|']);
    if block_start {
        out.push('\\');
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ordered = (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']);
    for (at, c) in line.char_indices() {
        match c {
            '\0' => continue,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => out.push('\\'),
            '&' if line[at..]
                .find(';')
                .is_some_and(|end| end <= 32 && !line[at + 1..at + end].contains([' ', '&'])) =>
            {
                out.push('\\')
            }
            '.' | ')' if ordered && at == digits => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The events of a Markdown text, each with its place: the one door at which documents are parsed.
pub(super) fn events(markdown: &str) -> OffsetIter<'_> {
    #[cfg(test)]
    PARSED.with(|parsed| parsed.set(parsed.get() + 1));
    Parser::new_ext(markdown, parser_options()).into_offset_iter()
}

#[cfg(test)]
thread_local! {
    /// How often this thread has parsed Markdown.
    pub(super) static PARSED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// An annotation, its label, and both with what spells it.
pub(super) struct Found {
    whole: Span,
    label: Span,
    annotation: Annotation,
}

/// Gathers the annotations of a Markdown text from its events, in order; they never nest, since links don't.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) found: Vec<Found>,
    open: Option<Found>,
}

impl Gathered {
    /// Takes the next event.
    pub(super) fn event(&mut self, marked: &str, event: &Event<'_>, range: Span) {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, .. }) => {
                if let Some(annotation) = Annotation::of_link(dest_url, title) {
                    let label = Span::new(range.start + 1, range.start + 1);
                    self.open = Some(Found { whole: range, label, annotation });
                }
            }
            Event::End(TagEnd::Link) => {
                let Some(open) = self.open.take() else { return };
                // White space before the bracket is the label's too.
                let tail = &marked[open.label.end..open.whole.end];
                if let Some(at) = tail.find("](") {
                    let label = Span::new(open.label.start, open.label.end + at);
                    self.found.push(Found { label, ..open });
                }
            }
            _ => {
                if let Some(Found { label, .. }) = &mut self.open {
                    label.end = label.end.max(range.end);
                }
            }
        }
    }
}

/// The annotations of a Markdown text in order.
fn find_marks(marked: &str) -> Vec<Found> {
    let mut gathered = Gathered::default();
    // Without a bracket there is no link, and most links are none of ours.
    if marked.contains("](") && SCHEMES.iter().any(|scheme| marked.contains(scheme)) {
        for (event, range) in events(marked) {
            gathered.event(marked, &event, Span::new(range.start, range.end));
        }
    }
    gathered.found
}

/// Puts the program's marks between a person's; of two that overlap the longer one stands.
fn merge(persons: Vec<Mark>, mut found: Vec<Mark>) -> Vec<Mark> {
    found.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut kept: Vec<Mark> = Vec::with_capacity(persons.len() + found.len());
    for mark in found {
        let at = persons.partition_point(|person| person.span.end <= mark.span.start);
        if mark.span.is_empty()
            || persons.get(at).is_some_and(|person| person.span.overlaps(mark.span))
        {
            continue;
        }
        match kept.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => {
                if mark.span.len() > last.span.len() {
                    *last = mark;
                }
            }
            _ => kept.push(mark),
        }
    }
    kept.extend(persons);
    kept.sort_by_key(|mark| mark.span);
    kept
}

/// The top-level blocks of a Markdown text in order; there is at least one.
fn blocks(markdown: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in events(markdown) {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    blocks.push(Span::new(range.start, range.end));
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    if blocks.is_empty() {
        blocks.push(Span::new(0, markdown.len()));
    }
    blocks
}
