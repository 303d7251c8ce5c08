//! What is known beside the text: decorations inside a paragraph, notes in its margin.

use std::collections::BTreeMap;

use super::article::holds;
use super::context::{LinkView, NoteView};
use super::dates::datetime_of;
use super::escape::escape_attribute;
use super::markdown::Decoration;
use super::text::listed;
use super::views::Views;
use crate::arabic::calendar::Edtf;
use crate::arabic::plural::nouns::NOTE;
use crate::document::{Annotation, MentionKind};
use crate::knowledge::Id;
use crate::site::model::{Article, ArticleNo};
use crate::span::Span;

/// Opening and closing marks that belong to a quotation.
const QUOTE_MARKS: [char; 9] = ['«', '»', '“', '”', '"', '„', '‘', '’', '\''];

/// Where elements stand already: asked of each mark of a text that may have a hundred thousand of both.
struct Taken(Vec<Span>);

impl Taken {
    fn by(decorations: &[Decoration]) -> Self {
        let mut spans: Vec<Span> = decorations.iter().map(|one| one.span).collect();
        spans.sort_by_key(|span| span.start);
        // A word that is made whole may lie in another: each reaches as far as those before it.
        let mut end = 0;
        for span in &mut spans {
            end = end.max(span.end);
            span.end = end;
        }
        Self(spans)
    }

    fn overlaps(&self, span: Span) -> bool {
        let before = self.0.partition_point(|other| other.start < span.end);
        before.checked_sub(1).is_some_and(|last| self.0[last].end > span.start)
    }
}

impl Views<'_> {
    /// The elements that go around names, dates and quotations of an article, in its Markdown.
    pub(super) fn decorations(&self, article: &Article) -> Vec<Decoration> {
        let document = &article.document;
        let (plain, markdown) = (&document.plain, &document.text.markdown);
        let mut found = Vec::new();
        for mention in article.mentions() {
            if let Some(span) = plain.to_markdown(mention.span, markdown) {
                let span = whole_word(markdown, span);
                found.push(self.mention(span, mention.kind, mention.id.as_deref()));
            }
        }
        for date in &document.findings.dates {
            if let Some(span) = plain.to_markdown(date.span, markdown) {
                found.push(date_element(whole_word(markdown, span), &date.value, date.relative));
            }
        }
        // A person's marks count even where annotation found nothing of the kind.
        let taken = Taken::by(&found);
        let mut end = 0;
        for mark in &document.text.marks {
            // Marks stand in the order of the text, so that those before reach no further than this.
            if mark.span.start < end || taken.overlaps(mark.span) {
                continue;
            }
            let span = whole_word(markdown, mark.span);
            match &mark.annotation {
                Annotation::Mention(kind, id) => {
                    found.push(self.mention(span, *kind, id.as_deref()))
                }
                Annotation::Date(value) => found.push(date_element(span, value, false)),
                Annotation::Quote(_) | Annotation::EndQuote | Annotation::Plain => continue,
            }
            end = span.end;
        }
        for (number, quote) in document.findings.quotes.iter().enumerate() {
            if let Some(span) = plain.to_markdown(with_marks(&plain.text, quote.span), markdown) {
                found.push(quote_element(span, article.speaker(number)));
            }
        }
        found
    }

    fn mention(&self, span: Span, kind: MentionKind, id: Option<&str>) -> Decoration {
        let page = match (kind, id) {
            (MentionKind::Event, Some(id)) if self.site.event(id).is_some() => {
                Some((self.here.to(&Self::event_path(id)).into(), false))
            }
            (MentionKind::Entity(_), Some(id)) => {
                self.linked(id).map(|page| (page.url, page.unlisted))
            }
            _ => None,
        };
        let unlinked = format!(
            "<span class=\"mention mention--{}{}\">",
            kind.name(),
            if page.is_none() { " mention--unknown" } else { "" }
        );
        let Some((url, unlisted)) = page else {
            return Decoration { span, open: unlinked, open_unlinked: None, element: "span" };
        };
        let class = if unlisted { " mention--unlisted" } else { "" };
        let mut open = format!("<a class=\"mention mention--{}{class}\" href=\"", kind.name());
        escape_attribute(&mut open, &url);
        open.push_str("\">");
        Decoration { span, open, open_unlinked: Some(unlinked), element: "a" }
    }

    /// The notes of an article by paragraph.
    pub(super) fn notes(&self, no: ArticleNo) -> BTreeMap<usize, Vec<NoteView>> {
        let article = self.article(no);
        let mut notes: BTreeMap<usize, Vec<NoteView>> = BTreeMap::new();
        self.date_notes(article, &mut notes);
        self.speaker_notes(article, &mut notes);
        self.event_notes(article, &mut notes);
        self.conflict_notes(article, &mut notes);
        notes
    }

    fn date_notes(&self, article: &Article, notes: &mut BTreeMap<usize, Vec<NoteView>>) {
        let plain = &article.document.plain;
        for date in article.document.findings.dates.iter().filter(|date| date.relative) {
            let list = notes.entry(plain.paragraph_at(date.span.start)).or_default();
            let surface = date.span.cut(&plain.text).to_owned();
            if list.iter().all(|note| note.surface != surface) {
                list.push(NoteView {
                    kind: "date".to_owned(),
                    label: "تاريخ".to_owned(),
                    surface,
                    date: Some(self.words.date_with_weekday(&date.value)),
                    inferred: true,
                    text: date.reason.clone(),
                    ..NoteView::default()
                });
            }
        }
    }

    fn speaker_notes(&self, article: &Article, notes: &mut BTreeMap<usize, Vec<NoteView>>) {
        for (number, quote) in article.document.findings.quotes.iter().enumerate() {
            let Some(link) = self.speaker_link(article, number) else { continue };
            let list = notes.entry(quote.paragraph).or_default();
            if list.iter().any(|note| {
                note.kind == "speaker"
                    && note.link.as_ref().is_some_and(|known| known.text == link.text)
            }) {
                continue;
            }
            let office = |id: &Id| self.office(id, article.date());
            let text = article.speaker(number).and_then(office).unwrap_or_default();
            list.push(NoteView {
                kind: "speaker".to_owned(),
                label: "المتحدّث".to_owned(),
                link: Some(link),
                text,
                ..NoteView::default()
            });
        }
    }

    /// The office that somebody held at a time; the latest where that is not known.
    pub(super) fn office(&self, id: &str, on: Option<&Edtf>) -> Option<String> {
        let roles = &self.site.entity(id)?.roles;
        let held = on.and_then(|on| {
            roles.iter().rfind(|role| role.held.is_some() && holds(role.held.as_ref(), Some(on)))
        });
        held.or(roles
            .last()
            .filter(|_| on.is_none() || roles.iter().all(|role| role.held.is_none())))
            .map(|role| role.title.clone())
    }

    fn event_notes(&self, article: &Article, notes: &mut BTreeMap<usize, Vec<NoteView>>) {
        let mut last: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for found in &article.document.findings.events {
            let Some(event) = self.site.event(&found.event) else { continue };
            let list = notes.entry(found.paragraph).or_default();
            let link = self.event_link(&event.id);
            let told = |note: &NoteView| {
                note.kind == "event"
                    && note.link.as_ref().is_some_and(|known| known.url == link.url)
            };
            let text = super::words::status(event, found.status);
            // What goes on from one paragraph to the next is said once.
            let goes_on = last.insert(&event.id, (found.paragraph, text))
                == Some((found.paragraph.wrapping_sub(1), text));
            if goes_on || list.iter().any(told) {
                continue;
            }
            list.push(NoteView {
                kind: "event".to_owned(),
                label: "حدث".to_owned(),
                link: Some(link),
                date: Some(self.words.date(&event.date)),
                text: text.to_owned(),
                ..NoteView::default()
            });
        }
    }

    fn conflict_notes(&self, article: &Article, notes: &mut BTreeMap<usize, Vec<NoteView>>) {
        for conflict in &article.document.findings.conflicts {
            let Some(event) = self.site.event(&conflict.event) else { continue };
            let text = format!(
                "في النص {}، وفي الملف {}.",
                self.words.date(&conflict.claimed).text,
                self.words.date(&event.date).text
            );
            let more = LinkView {
                text: "من قال ماذا".to_owned(),
                url: self.here.to(&format!("{}#claims", Self::event_path(&event.id))),
                ..LinkView::default()
            };
            notes.entry(conflict.paragraph).or_default().push(NoteView {
                kind: "conflict".to_owned(),
                label: "تضارب المصادر".to_owned(),
                link: Some(self.event_link(&event.id)),
                text,
                more: Some(more),
                ..NoteView::default()
            });
        }
    }

    /// «ملاحظتان: تاريخ، حدث».
    pub(super) fn notes_title(&self, notes: &[NoteView]) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for note in notes {
            if !labels.contains(&note.label.as_str()) {
                labels.push(&note.label);
            }
        }
        let counted = match notes.len() {
            0 => return String::new(),
            1 => NOTE.singular.to_owned(),
            n => self.words.counted(n, NOTE),
        };
        format!("{counted}: {}", listed(labels))
    }
}

fn date_element(span: Span, value: &Edtf, relative: bool) -> Decoration {
    let class = if relative { "date date--inferred" } else { "date" };
    let (open, element) = match datetime_of(value) {
        Some(datetime) => (
            format!("<time class=\"{class}\" datetime=\"{datetime}\" data-resolved=\"{value}\">"),
            "time",
        ),
        None => (format!("<span class=\"{class}\" data-resolved=\"{value}\">"), "span"),
    };
    Decoration { span, open, open_unlinked: None, element }
}

fn quote_element(span: Span, speaker: Option<&Id>) -> Decoration {
    let mut open = "<q class=\"quote\"".to_owned();
    if let Some(id) = speaker {
        open.push_str(" data-speaker=\"");
        escape_attribute(&mut open, id);
        open.push('"');
    }
    open.push('>');
    Decoration { span, open, open_unlinked: None, element: "q" }
}

/// A range with the clitics written onto it: an element that begins inside a word cuts its letters apart.
pub(super) fn whole_word(text: &str, span: Span) -> Span {
    let joined = |c: char| {
        crate::arabic::chars::is_arabic_letter(c)
            || crate::arabic::chars::is_tashkeel(c)
            || c == crate::arabic::chars::TATWEEL
    };
    let starts_word = text[span.start..].chars().find(|c| *c != '*').is_some_and(joined);
    let before: usize = text[..span.start]
        .chars()
        .rev()
        .take_while(|c| starts_word && joined(*c))
        .map(char::len_utf8)
        .sum();
    let ends_word = text[..span.end].chars().next_back().is_some_and(joined);
    let after: usize =
        text[span.end..].chars().take_while(|c| ends_word && joined(*c)).map(char::len_utf8).sum();
    Span::new(span.start - before, span.end + after)
}

/// A quotation together with its marks.
fn with_marks(text: &str, span: Span) -> Span {
    let before = text[..span.start]
        .chars()
        .next_back()
        .filter(|c| QUOTE_MARKS.contains(c))
        .map_or(0, char::len_utf8);
    let after = text[span.end..]
        .chars()
        .next()
        .filter(|c| QUOTE_MARKS.contains(c))
        .map_or(0, char::len_utf8);
    Span::new(span.start - before, span.end + after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_begins_and_ends_with_its_word() {
        let text = "بين بغداد والعراق و**لبنان** ثم";
        let cut = |part: &str| {
            whole_word(text, Span::of(text, part).expect("the part is in the text")).cut(text)
        };
        assert_eq!(cut("العراق"), "والعراق");
        assert_eq!(cut("بغداد"), "بغداد");
        assert_eq!(cut("**لبنان**"), "و**لبنان**");
    }

    #[test]
    fn a_quotation_keeps_its_marks() {
        let text = "قال «نحن هنا» ثم";
        assert_eq!(
            with_marks(text, Span::of(text, "نحن هنا").expect("there")).cut(text),
            "«نحن هنا»"
        );
    }
}
