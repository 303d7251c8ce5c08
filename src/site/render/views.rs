//! The views that many pages share: articles and events in lists, links to names.

use std::cell::RefCell;
use std::rc::Rc;

use super::context::{ArticleItem, EventItem, LinkView, SideView, SourceView, TagView, TextView};
use super::link::{Here, safe_address};
use super::plan::{Outline, Plan};
use super::seen::{Card, Seen};
use super::text::{language, quoted, shorten};
use super::words::{self, Words};
use crate::arabic::calendar::Edtf;
use crate::arabic::quick_hash::WordMap;
use crate::document::{DateBasis, Speaker};
use crate::knowledge::{Entity, EntityKind, Event, EventSource, Status};
use crate::site::model::{Article, ArticleNo, AttestedAt, EventPage, OutletOf, Site};
use crate::span::Span;

/// The page that a host shows wherever there is none.
pub(super) const LOST: &str = "404.html";

/// How much of a sentence the timeline shows, in letters.
const TOLD: usize = 280;

/// Makes views for one page.
pub(super) struct Views<'a> {
    pub(super) site: Seen<'a>,
    pub(super) plan: &'a Outline,
    pub(super) here: Here,
    pub(super) words: Words,
    /// The pages of the names that were looked for: a page names one again and again.
    linked: RefCell<WordMap<String, Option<Linked<'a>>>>,
}

/// The page of an entity, as another page leads to it.
#[derive(Clone)]
pub(super) struct Linked<'a> {
    pub(super) entity: &'a Entity,
    /// Its address from here.
    pub(super) url: Rc<str>,
    /// Whether nobody has listed it.
    pub(super) unlisted: bool,
}

impl<'a> Views<'a> {
    /// Views for the page of that path.
    pub(super) fn at(site: &'a Site, plan: &'a Plan, path: &str) -> Self {
        let here =
            if path == LOST { Here::anywhere(path, &site.config.base_url) } else { Here::at(path) };
        let words = Words::of(&site.config);
        let linked = RefCell::default();
        Self { site: Seen::new(site, plan), plan: &plan.outline, here, words, linked }
    }

    /// A link to a path of the site.
    pub(super) fn link(&self, text: impl Into<String>, path: &str) -> LinkView {
        LinkView { text: text.into(), url: self.here.to(path), ..LinkView::default() }
    }

    /// An article.
    pub(super) fn article(&self, no: ArticleNo) -> &'a Article {
        self.site.article(no)
    }

    /// An article as lists show it.
    pub(super) fn card(&self, no: ArticleNo) -> Card<'a> {
        self.site.card(no)
    }

    /// A link to a paragraph; to the page where the paragraph is not shown.
    pub(super) fn paragraph_url(&self, no: ArticleNo, paragraph: usize) -> String {
        let article = self.card(no);
        let fragment =
            if article.shows(paragraph) { format!("#p{}", paragraph + 1) } else { String::new() };
        self.here.to(&(article.path() + &fragment))
    }

    /// «الفقرة 3», and where it stands.
    pub(super) fn paragraph_link(&self, no: ArticleNo, paragraph: usize) -> LinkView {
        let text = format!("الفقرة {}", self.words.number(paragraph + 1));
        LinkView { text, url: self.paragraph_url(no, paragraph), ..LinkView::default() }
    }

    /// The name of the outlet.
    pub(super) fn outlet_name(&self, outlet: &OutletOf) -> String {
        match outlet {
            OutletOf::Known(id) => {
                self.site.outlets().get(id).map_or_else(|| id.clone(), |outlet| outlet.name.clone())
            }
            OutletOf::Named(name) => name.clone(),
            OutletOf::Unknown => "مصدر غير معروف".to_owned(),
        }
    }

    /// The outlet, with its page if it has one.
    pub(super) fn outlet_link(&self, article: &Article) -> LinkView {
        let text = self.outlet_name(&article.outlet);
        match &article.outlet {
            OutletOf::Known(id) if self.site.outlets().contains_key(id) => {
                self.link(text, &format!("outlets/{id}/index.html"))
            }
            _ => LinkView { text, ..LinkView::default() },
        }
    }

    /// An article in a list.
    pub(super) fn article_item(&self, no: ArticleNo) -> ArticleItem {
        let article = self.card(no);
        let is_of_article = |basis: &DateBasis| !basis.is_of_page() && article.date().is_some();
        let basis = article.basis().filter(is_of_article);
        let (lang, dir) = language(article.lang());
        ArticleItem {
            lang,
            dir,
            slug: article.slug().to_owned(),
            title: article.title().to_owned(),
            url: self.here.to(&article.path()),
            date: self.words.date_or_none(article.date()),
            basis: basis.map(|basis| TagView {
                name: words::basis_name(basis).to_owned(),
                text: words::basis(basis).to_owned(),
            }),
            text: shorten(article.text(), 170),
            at: None,
            outlet: self.outlet_name(article.outlet()),
            length: self.words.counted(article.words(), words::WORD),
            remark: String::new(),
        }
    }

    /// The page of an entity; nothing where it has none.
    pub(super) fn linked(&self, id: &str) -> Option<Linked<'a>> {
        if let Some(known) = self.linked.borrow().get(id) {
            return known.clone();
        }
        let found = self.site.entity(id).and_then(|entity| {
            let unlisted = self.site.unlisted(id)?;
            let url = self.here.to(&Self::entity_page_path(entity, 1)).into();
            Some(Linked { entity, url, unlisted })
        });
        self.linked.borrow_mut().insert(id.to_owned(), found.clone());
        found
    }

    /// The name of an entity, with its page if it has one.
    pub(super) fn entity_link(&self, id: &str) -> LinkView {
        match self.linked(id) {
            Some(Linked { entity, url, unlisted }) => LinkView {
                text: entity.name.clone(),
                url: url.to_string(),
                unlisted,
                ..LinkView::default()
            },
            None => {
                let name = self.site.entity(id).map_or(id, |entity| &entity.name);
                LinkView { text: name.to_owned(), ..LinkView::default() }
            }
        }
    }

    /// Who speaks a quotation of an article; nothing where the text does not say.
    pub(super) fn speaker_link(&self, article: &Article, quote: usize) -> Option<LinkView> {
        if let Some(id) = article.speaker(quote) {
            return Some(self.entity_link(id));
        }
        match &article.document.findings.quotes.get(quote)?.speaker {
            Speaker::Text(text) => Some(LinkView { text: text.clone(), ..LinkView::default() }),
            Speaker::Entity(_) | Speaker::Unknown => None,
        }
    }

    /// The page of an event.
    pub(super) fn event_path(id: &str) -> String {
        format!("events/{id}/index.html")
    }

    /// The name of an event and its page.
    pub(super) fn event_link(&self, id: &str) -> LinkView {
        match self.site.event(id) {
            Some(event) => self.link(&event.name, &Self::event_path(id)),
            None => LinkView { text: id.to_owned(), ..LinkView::default() },
        }
    }

    /// The status of an event, in words and for classes.
    pub(super) fn status(event: &Event, status: Status) -> TagView {
        TagView { name: status.name().to_owned(), text: words::status(event, status).to_owned() }
    }

    /// An event as a line of a list.
    pub(super) fn event_item(&self, page: &EventPage) -> EventItem {
        let Some(event) = self.site.event(&page.id) else {
            return EventItem::default();
        };
        if page.told {
            return self.told_item(page, event);
        }
        let series = event.series.as_ref().and_then(|id| self.site.series().get(id));
        let refs = page
            .attestations
            .iter()
            .enumerate()
            .map(|(at, found)| self.reference(at, found))
            .collect();
        let spots = self.words.counted_oblique(page.attestations.len(), words::SPOT);
        EventItem {
            id: event.id.clone(),
            told: false,
            title: event.name.clone(),
            url: self.here.to(&Self::event_path(&event.id)),
            timeline_url: self.here.to(&self.site.timeline_path(&event.id)),
            date: self.words.date_with_weekday(&event.date),
            series: series.map_or_else(String::new, |series| self.words.series(series, event)),
            lane: self.plan.lane(event.series.as_deref()),
            status: Self::status(event, event.status),
            place: event.place.clone().unwrap_or_else(|| self.places(event)),
            text: event.summary.clone().unwrap_or_default(),
            editor: page.editor,
            sources: if page.editor {
                event.sources.iter().map(|source| self.source(source)).collect()
            } else {
                Vec::new()
            },
            refs_title: if page.attestations.is_empty() {
                String::new()
            } else {
                format!("ورد في {spots}")
            },
            refs,
            sides: self.sides(page, event),
            also_dated: self.also_dated(event),
        }
    }

    /// What articles tell of a day: the sentence, and where it stands.
    fn told_item(&self, page: &EventPage, event: &Event) -> EventItem {
        let Some(first) = page.attestations.first() else { return EventItem::default() };
        let others = page.attestations.iter().enumerate().skip(1);
        let refs: Vec<LinkView> = others.map(|(at, found)| self.reference(at, found)).collect();
        let article = self.card(first.article);
        let paragraph = self.words.number(first.paragraph + 1);
        EventItem {
            id: event.id.clone(),
            told: true,
            title: shorten(&event.name, TOLD),
            url: self.paragraph_url(first.article, first.paragraph),
            timeline_url: self.here.to(&self.site.timeline_path(&event.id)),
            date: self.words.date_with_weekday(&event.date),
            lane: self.plan.lane(None),
            status: TagView { name: "told".to_owned(), text: "من المواد".to_owned() },
            text: format!("{}، الفقرة {paragraph}", quoted(article.title())),
            refs_title: if refs.is_empty() {
                String::new()
            } else {
                "وورد أيضًا في".to_owned()
            },
            refs,
            ..EventItem::default()
        }
    }

    fn places(&self, event: &Event) -> String {
        let names = event
            .places
            .iter()
            .filter_map(|id| self.site.entity(id))
            .map(|place| place.name.as_str());
        super::text::listed(names)
    }

    fn reference(&self, at: usize, found: &AttestedAt) -> LinkView {
        let number = self.words.number(at + 1);
        let label = format!(
            "الموضع {number}: {}، الفقرة {}",
            self.card(found.article).title(),
            self.words.number(found.paragraph + 1)
        );
        LinkView {
            text: number,
            url: self.paragraph_url(found.article, found.paragraph),
            key: label,
            ..LinkView::default()
        }
    }

    /// A source of the editor's.
    pub(super) fn source(&self, source: &EventSource) -> SourceView {
        SourceView {
            name: source.name.clone(),
            date: source.date.as_ref().map(|date| self.words.date(date)),
            url: source.url.as_deref().and_then(safe_address).unwrap_or_default().to_owned(),
        }
    }

    /// The event's date with the articles that state it, then those that contradict it; empty where none do.
    fn sides(&self, page: &EventPage, event: &Event) -> Vec<SideView> {
        if page.sides.is_empty() {
            return Vec::new();
        }
        let side = |no: ArticleNo, paragraph: usize, span: Span, date: &Edtf| {
            let article = self.article(no);
            SideView {
                who: article.title.clone(),
                said: TextView {
                    text: shorten(span.cut(&article.document.plain.text), 200),
                    source: true,
                },
                date: Some(self.words.date(date)),
                link: Some(self.paragraph_link(no, paragraph)),
            }
        };
        let stated = page.stated.iter().filter_map(|no| {
            let found = page.attestations.iter().find(|found| {
                found.article == *no
                    && found.claimed.as_ref().is_some_and(|date| date.meets(&event.date))
            })?;
            Some(side(*no, found.paragraph, found.span, found.claimed.as_ref()?))
        });
        let known = SideView {
            who: "تاريخ الحدث في الملف".to_owned(),
            date: Some(self.words.date_with_weekday(&event.date)),
            ..SideView::default()
        };
        let against = page
            .claims
            .iter()
            .map(|claim| side(claim.article, claim.paragraph, claim.span, &claim.claimed));
        std::iter::once(known).chain(stated).chain(against).collect()
    }

    /// Other days of an event by the editor.
    fn also_dated(&self, event: &Event) -> Vec<SideView> {
        let side = |other: &crate::knowledge::AlsoDated| SideView {
            who: "معلومة من المحرّر".to_owned(),
            said: TextView { text: other.reason.clone(), source: false },
            date: Some(self.words.date_with_weekday(&other.date)),
            link: None,
        };
        event.also_dated.iter().map(side).collect()
    }

    /// Entities with a figure, sorted by it; those of one kind or all.
    pub(super) fn counted_links<'i>(
        &self,
        counts: impl IntoIterator<Item = (&'i str, usize)>,
        kind: Option<EntityKind>,
        most: usize,
    ) -> Vec<LinkView> {
        let of_kind = |id: &str| {
            self.site.entity(id).is_some_and(|entity| kind.is_none_or(|kind| entity.kind == kind))
        };
        let mut list: Vec<(&str, usize)> =
            counts.into_iter().filter(|(id, _)| of_kind(id)).collect();
        list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        list.truncate(most);
        list.into_iter()
            .map(|(id, n)| LinkView { count: self.words.number(n), ..self.entity_link(id) })
            .collect()
    }
}
