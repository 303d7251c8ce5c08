//! Changes of one article: of its Markdown and front matter, or of its file in `content/review/`.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::Refusal;
use super::change::Change;
use super::desk::current;
use super::entries::untouched;
use crate::document::review::{LineRule, Place, Review, Verdict};
use crate::document::yaml::{self, Node, scalar};
use crate::document::{
    Annotation, Document, Draft, MarkedText, ParagraphKind, Plain, Speaker, parse,
    split_front_matter,
};
use crate::site::load::review_file;
use crate::site::publish::file::spelled_as;
use crate::span::Span;

/// What a new review file begins with.
const HEAD: &str =
    "# قرارات المحرّر في هذه المادة، بكلماتها ومواضعها. كتبتها لوحة المراجعة، وتُغيَّر باليد أيضًا.\n";

/// An article as its changes need it.
pub(super) struct Desked<'a> {
    root: &'a Path,
    /// Text, findings, raw text.
    pub(super) document: &'a Document,
    /// The article's own file.
    path: PathBuf,
}

impl<'a> Desked<'a> {
    pub(super) fn new(root: &'a Path, document: &'a Document) -> Self {
        Self { root, document, path: PathBuf::from(&document.origin.path) }
    }

    /// Whether the article is Markdown, whose decisions stand in the text.
    pub(super) fn is_markdown(&self) -> bool {
        crate::site::load::is_markdown(&self.path)
    }

    /// Where its decisions stand.
    fn review_file(&self) -> PathBuf {
        review_file(self.root, &self.path, self.document.front_matter.slug.as_deref())
    }

    /// Decides what some words are; each with its place.
    pub(super) fn decide(&self, decided: &[(Place, Verdict)]) -> Result<Change, Refusal> {
        if self.is_markdown() { self.mark(decided) } else { self.note(decided) }
    }

    /// Takes back what was decided about some words.
    pub(super) fn withdraw(&self, place: &Place) -> Result<Change, Refusal> {
        if !self.is_markdown() {
            let plain = &self.document.plain;
            let span = place.find(plain).ok_or_else(Refusal::stale)?;
            return self.in_review(|text| {
                let mut made = text.to_owned();
                for number in self.covering(text, span)?.into_iter().rev() {
                    made = yaml::replace_item(&made, "decisions", number, None)?;
                }
                Ok(made)
            });
        }
        self.in_markdown(|draft| {
            let plain = Plain::of(&draft.text);
            let span = place.find(&plain)?;
            let quote = crate::document::review::opening_mark(&plain.text, span.start);
            let touched = |span: Span| plain.to_markdown(span, &draft.text.markdown);
            let (words, mark) = (touched(span)?, quote.and_then(touched));
            draft.text.marks.retain(|one| {
                let on_mark = mark.is_some_and(|mark| one.span.overlaps(mark));
                !one.span.overlaps(words) && !on_mark
            });
            Some(())
        })
    }

    /// Puts marks into the Markdown.
    fn mark(&self, decided: &[(Place, Verdict)]) -> Result<Change, Refusal> {
        self.in_markdown(|draft| {
            let plain = Plain::of(&draft.text);
            for (place, verdict) in decided {
                let words = place.find(&plain)?;
                let (span, annotation) = verdict.mark(&plain, words)?;
                let span = plain.to_markdown(span, &draft.text.markdown)?;
                // The last word counts: what was marked here before goes.
                draft.text.marks.retain(|mark| !mark.span.overlaps(span));
                if !draft.text.decide(span, annotation) {
                    return None;
                }
            }
            Some(())
        })
    }

    /// Changes the text of a Markdown article; nothing but what was changed may come out otherwise.
    fn in_markdown(&self, change: impl Fn(&mut Draft) -> Option<()>) -> Result<Change, Refusal> {
        let (bytes, text) = self.text()?;
        let mut draft = parse(&text).map_err(|found| unreadable(&self.path, &found.message))?.value;
        if spelled_as(&bytes, &draft.to_markdown()) != bytes {
            return Err(untouched(&self.path));
        }
        change(&mut draft).ok_or_else(Refusal::stale)?;
        let after = spelled_as(&bytes, &draft.to_markdown());
        Ok(Change { path: self.path.clone(), before: Some(bytes), after })
    }

    /// Writes decisions into the review file; those about the same words go.
    fn note(&self, decided: &[(Place, Verdict)]) -> Result<Change, Refusal> {
        let plain = &self.document.plain;
        let mut spans = Vec::new();
        for (place, _) in decided {
            spans.push(place.find(plain).ok_or_else(Refusal::stale)?);
        }
        self.in_review(|text| {
            let mut made = text.to_owned();
            for (span, (_, verdict)) in spans.iter().zip(decided) {
                let item = spelled(&Place::of(plain, *span), verdict);
                let mut before = self.covering(&made, *span)?.into_iter();
                // The first that this one replaces gives it its line.
                let first = before.next();
                for number in before.rev() {
                    made = yaml::replace_item(&made, "decisions", number, None)?;
                }
                made = match first {
                    Some(number) => yaml::replace_item(&made, "decisions", number, Some(&item))?,
                    None => yaml::push(&made, "decisions", &item)?,
                };
            }
            Ok(made)
        })
    }

    /// The numbers of the decisions whose words share a letter with a range.
    fn covering(&self, text: &str, span: Span) -> Result<Vec<usize>, yaml::Refused> {
        let review = Review::parse(text).map_err(|_| yaml::Refused)?.value;
        let Some(root) = Node::read(text) else { return Ok(Vec::new()) };
        let Some(items) = root.get("decisions").map(Node::items) else { return Ok(Vec::new()) };
        let plain = &self.document.plain;
        let line = |node: &Node| text[..node.span.start].matches('\n').count() + 1;
        let covers = |item: &Node| {
            let decision = review.decisions.iter().find(|one| one.line == line(item));
            decision
                .and_then(|decision| decision.place.find(plain))
                .is_some_and(|place| place.overlaps(span))
        };
        Ok(items.iter().enumerate().filter(|(_, item)| covers(item)).map(|(at, _)| at).collect())
    }

    /// Changes the review file, which is made where there is none.
    fn in_review(
        &self,
        change: impl Fn(&str) -> Result<String, yaml::Refused>,
    ) -> Result<Change, Refusal> {
        let path = self.review_file();
        let before = current(&path).map_err(|error| unreadable(&path, &error.to_string()))?;
        let text = match &before {
            Some(bytes) => String::from_utf8(bytes.clone()).map_err(|_| untouched(&path))?,
            None => HEAD.to_owned(),
        };
        let after = change(&text).map_err(|_| untouched(&path))?;
        Ok(Change { path, before, after: after.into_bytes() })
    }

    /// Gives the article a value of its front matter: in its own, where it has the key or is Markdown, else in the review.
    pub(super) fn field(&self, field: Field<'_>) -> Result<Change, Refusal> {
        let has = !self.is_markdown() && self.own_front_matter_has(field.key());
        if has && self.review_file() != review_file(self.root, &self.path, None) {
            let key = field.key();
            let reason = format!(
                "رأس الملف يقول {key} عن كل مواده، فلا يُقال غيره عن واحدة منها. غيّره في الملف بيدك."
            );
            return Err(Refusal::new("several", reason));
        }
        if self.is_markdown() || has {
            return self.in_front_matter(|yaml| field.written(yaml));
        }
        self.in_review(|text| match &field {
            Field::Topics(topics) => yaml::set_list(text, "topics", topics),
            Field::Outlet(value) => yaml::set(text, "outlet", &scalar(value)),
            Field::Published(value) => yaml::set(text, "date", &scalar(value)),
            Field::Status(value) => yaml::set(text, "status", value),
        })
    }

    fn own_front_matter_has(&self, key: &str) -> bool {
        let Ok((_, text)) = self.text() else { return false };
        let front = split_front_matter(&text).0.and_then(|span| Node::read(span.cut(&text)));
        match (front, key) {
            (Some(front), "outlet") => {
                front.get("source").is_some_and(|source| source.get("outlet").is_some())
            }
            (Some(front), key) => front.get(key).is_some(),
            (None, _) => false,
        }
    }

    fn in_front_matter(
        &self,
        change: impl Fn(&str) -> Result<String, yaml::Refused>,
    ) -> Result<Change, Refusal> {
        let (bytes, text) = self.text()?;
        let after = match split_front_matter(&text).0 {
            Some(span) => {
                let yaml = change(span.cut(&text)).map_err(|_| untouched(&self.path))?;
                [&text[..span.start], &yaml, &text[span.end..]].concat()
            }
            None => {
                let yaml = change("").map_err(|_| untouched(&self.path))?;
                format!("---\n{yaml}---\n\n{text}")
            }
        };
        let after = spelled_as(&bytes, &after);
        Ok(Change { path: self.path.clone(), before: Some(bytes), after })
    }

    /// The article's own file, which has to be UTF-8 to be changed; the text without its byte order mark.
    fn text(&self) -> Result<(Vec<u8>, String), Refusal> {
        let bytes = current(&self.path)
            .map_err(|error| unreadable(&self.path, &error.to_string()))?
            .ok_or_else(|| {
                let path = self.path.display();
                Refusal::new("gone", format!("الملف {path} لم يعد موجودًا، فلم يُكتب شيء."))
            })?;
        let text = String::from_utf8(bytes.clone()).map_err(|_| untouched(&self.path))?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
        Ok((bytes, text))
    }

    /// Keeps or cuts lines of the raw file.
    pub(super) fn lines(&self, keep: bool, first: usize, last: usize) -> Result<Change, Refusal> {
        let raw = &self.document.origin.raw;
        let lines: Vec<&str> = raw.lines().collect();
        let is_empty =
            |number: usize| lines.get(number - 1).is_none_or(|line| line.trim().is_empty());
        let (mut first, mut last) = (first.max(1), last.min(lines.len()));
        while first < last && is_empty(first) {
            first += 1;
        }
        while last > first && is_empty(last) {
            last -= 1;
        }
        let rule = LineRule::of(raw, keep, first, last).ok_or_else(Refusal::stale)?;
        let verb = if keep { "keep" } else { "cut" };
        let to = rule.to.as_ref().map_or(String::new(), |to| format!(", to: {}", scalar(to)));
        let which = match rule.occurrence {
            1 => String::new(),
            number => format!(", occurrence: {number}"),
        };
        let item = format!("{{{verb}: {}{to}{which}}}", scalar(&rule.from));
        self.in_review(|text| {
            let review = Review::parse(text).map_err(|_| yaml::Refused)?.value;
            let same = review.lines.iter().position(|old| {
                let place = (&old.from, &old.to, old.occurrence);
                place == (&rule.from, &rule.to, rule.occurrence)
            });
            match same {
                Some(number) => yaml::replace_item(text, "lines", number, Some(&item)),
                None => yaml::push(text, "lines", &item),
            }
        })
    }

    /// Takes a paragraph out: of the Markdown itself, or by its lines of the raw file.
    pub(super) fn cut(&self, paragraph: usize) -> Result<Change, Refusal> {
        let number = paragraph.checked_sub(1).ok_or_else(Refusal::stale)?;
        if self.is_markdown() {
            let shown = self.document.plain.paragraphs.get(number);
            let words = shown.map(|one| one.span.cut(&self.document.plain.text));
            return self.in_markdown(|draft| without_paragraph(&mut draft.text, number, words?));
        }
        let (first, last) = raw_lines(self.document, number).ok_or_else(|| {
            Refusal::new(
                "no-line",
                "أسطر هذه الفقرة في الملف الخام مشتركة مع غيرها، فلا تُحذف وحدها من هنا. احذفها في الملف نفسه.",
            )
        })?;
        self.lines(false, first, last)
    }
}

/// A value of an article's front matter.
pub(super) enum Field<'a> {
    Published(&'a str),
    Outlet(&'a str),
    Topics(&'a [String]),
    Status(&'a str),
}

impl Field<'_> {
    fn key(&self) -> &'static str {
        match self {
            Self::Published(_) => "date",
            Self::Outlet(_) => "outlet",
            Self::Topics(_) => "topics",
            Self::Status(_) => "status",
        }
    }

    /// The front matter with this value.
    fn written(&self, yaml: &str) -> Result<String, yaml::Refused> {
        let has =
            |yaml: &str, key: &str| Node::read(yaml).is_some_and(|node| node.get(key).is_some());
        match self {
            Self::Topics(topics) => yaml::set_list(yaml, "topics", topics),
            Self::Outlet(value) => yaml::set_in(yaml, "source", "outlet", &scalar(value)),
            Self::Status(value) => yaml::set(yaml, "status", value),
            Self::Published(value) => {
                let mut made = yaml::set(yaml, "date", &scalar(value))?;
                // What was written of another day does not speak for this one.
                if has(&made, "date_basis") {
                    made = yaml::set(&made, "date_basis", "editor")?;
                }
                if has(&made, "date_evidence") {
                    made = yaml::remove(&made, "date_evidence")?;
                }
                Ok(made)
            }
        }
    }
}

/// A decision as one line of the review file.
fn spelled(place: &Place, verdict: &Verdict) -> String {
    let mut item = format!("{{text: {}, paragraph: {}", scalar(&place.text), place.paragraph);
    if place.occurrence > 1 {
        item += &format!(", occurrence: {}", place.occurrence);
    }
    item += &format!(", begins: {}, is: ", scalar(&place.begins));
    item += &match verdict {
        Verdict::Mention(kind, None) => kind.name().to_owned(),
        Verdict::Mention(kind, Some(id)) => format!("{}, id: {}", kind.name(), scalar(id)),
        Verdict::Date(value) => format!("date, value: {}", scalar(&value.to_string())),
        Verdict::Plain => "plain".to_owned(),
        Verdict::Speech(Speaker::Entity(id)) => format!("speech, speaker: {}", scalar(id)),
        Verdict::Speech(Speaker::Text(text)) => format!("speech, speaker_text: {}", scalar(text)),
        Verdict::Speech(Speaker::Unknown) => "speech".to_owned(),
        Verdict::NoSpeech => "no-speech".to_owned(),
    };
    item + "}"
}

/// The Markdown without one of its paragraphs, whose words are these.
fn without_paragraph(text: &mut MarkedText, number: usize, words: &str) -> Option<()> {
    let plain = Plain::of(text);
    let paragraph =
        plain.paragraphs.get(number).filter(|one| one.span.cut(&plain.text) == words)?;
    if !matches!(paragraph.kind, ParagraphKind::Text | ParagraphKind::Heading(_)) {
        return None;
    }
    let span = plain.to_markdown(paragraph.span, &text.markdown)?;
    let start = text.markdown[..span.start].rfind("\n\n").map_or(0, |at| at + 2);
    let end =
        text.markdown[span.end..].find("\n\n").map_or(text.markdown.len(), |at| span.end + at + 2);
    let without = [&text.markdown[..start], &text.markdown[end..]].concat();
    let left = Plain::of(&MarkedText { markdown: without.clone(), marks: Vec::new() });
    // A block of several paragraphs, such as a list, is not cut in half.
    if left.paragraphs.len() + 1 != plain.paragraphs.len() {
        return None;
    }
    let gone = Span::new(start, end);
    text.marks.retain(|mark| !mark.span.overlaps(gone));
    for mark in text.marks.iter_mut().filter(|mark| mark.span.start >= end) {
        mark.span = Span::new(mark.span.start - gone.len(), mark.span.end - gone.len());
    }
    text.markdown = without;
    Some(())
}

/// The lines of the raw file, from 1, that hold a paragraph and nothing else.
fn raw_lines(document: &Document, number: usize) -> Option<(usize, usize)> {
    let blur = |text: &str| -> String {
        let folded = crate::arabic::fold::folded(text);
        folded.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let paragraph = document.plain.paragraphs.get(number)?;
    let whole = blur(paragraph.span.cut(&document.plain.text));
    let raw = &document.origin.raw;
    let lines: Vec<String> = raw.lines().map(blur).collect();
    // The row of lines that, put together, is the paragraph.
    (0..lines.len()).filter(|&first| !lines[first].is_empty()).find_map(|first| {
        let mut rest = whole.as_str();
        for (at, line) in lines.iter().enumerate().skip(first) {
            rest = rest.strip_prefix(line.as_str())?;
            if rest.is_empty() {
                return Some((first + 1, at + 1));
            }
        }
        None
    })
}

fn unreadable(path: &Path, why: &str) -> Refusal {
    let message = format!("تعذّرت قراءة {}، فلم يُكتب شيء ({why}).", path.display());
    Refusal::new("unread", message)
}

/// What an article's own file and its decisions are at this moment; another word where one of them has changed.
pub fn version(root: &Path, article: &crate::site::model::Article) -> String {
    let path = PathBuf::from(&article.document.origin.path);
    let mut hash = Sha256::new();
    let slug = article.document.front_matter.slug.as_deref();
    for path in [&path, &review_file(root, &path, slug)] {
        let bytes = current(path).ok().flatten();
        hash.update(bytes.as_ref().map_or(u64::MAX, |bytes| bytes.len() as u64).to_le_bytes());
        hash.update(bytes.unwrap_or_default());
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a mark of a person says this of words; the panel shows whose word it is.
pub(super) fn is_persons(document: &Document, span: Span) -> bool {
    let markdown = &document.text.markdown;
    let Some(span) = document.plain.to_markdown(span, markdown) else { return false };
    document.text.marks.iter().any(|mark| {
        let is_speech = matches!(mark.annotation, Annotation::Quote(_) | Annotation::EndQuote);
        mark.by == crate::document::Author::Person && mark.span.overlaps(span) && !is_speech
    })
}
