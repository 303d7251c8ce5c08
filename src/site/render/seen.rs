//! The site as one page sees it: what the page looks at is noted, so that the next build knows what it was made of.
//!
//! Each look gives no more than its mark ([`marks`](super::marks)) is made of: of another article's card a page
//! cannot read the text. Whoever needs more takes the [`whole`](Seen::whole), and is made anew at every build.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::plan::{Cuts, Index, Plan};
use crate::arabic::calendar::Edtf;
use crate::config::Config;
use crate::document::{DateBasis, Display};
use crate::knowledge::{Entity, Event, Id, Outlet, Series, Topic};
use crate::site::model::{
    Article, ArticleNo, EntityPage, OutletOf, PrintedRole, QuoteAt, SentenceAt, Site, Timeline,
};
use crate::site::output;

/// One look, as it is noted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look<'a> {
    /// All of an article.
    Article(ArticleNo),
    /// What lists show of an article.
    Card(ArticleNo),
    /// The number of an article among all.
    Number(ArticleNo),
    /// The entry of a person, an organization or a place, or that there is none.
    Entity(Cow<'a, str>),
    /// Whether it has a page, and whether that is of one whom nobody has listed.
    There(Cow<'a, str>),
    /// How often it is named, or that it has no page.
    Facts(Cow<'a, str>),
    /// What its page shows besides sentences, or that it has none.
    About(Cow<'a, str>),
    /// The sentences of one of its pages, counted from 1.
    Said(usize, Cow<'a, str>),
    /// An event, or that there is none.
    Event(Cow<'a, str>),
    /// Where an event stands in the timeline.
    Place(Cow<'a, str>),
    /// What is part of an entity.
    Parts(Cow<'a, str>),
    /// The articles of a part of the one-page dossier, counted from 1.
    Part(usize),
    /// The timeline.
    Timeline,
    /// What is cited of all articles that are shown.
    Citations,
    /// How many articles are shown.
    Articles,
    /// How many events an editor has listed.
    Events,
    /// How many names an index has, by its folder.
    Names(&'static str),
}

/// The site and what was looked at.
pub(super) struct Seen<'a> {
    site: &'a Site,
    plan: &'a Plan,
    /// Nothing once something was looked at that has no mark.
    looks: RefCell<Option<BTreeSet<Look<'a>>>>,
}

impl<'a> Seen<'a> {
    /// A site of which nothing was looked at yet.
    pub(super) fn new(site: &'a Site, plan: &'a Plan) -> Self {
        Self { site, plan, looks: RefCell::new(Some(BTreeSet::new())) }
    }

    fn note(&self, look: Look<'a>) {
        if let Some(looks) = &mut *self.looks.borrow_mut() {
            looks.insert(look);
        }
    }

    /// What was looked at, as numbers of the site's looks; nothing where that is not all.
    pub(super) fn looks(&self, all: &output::Looks) -> Option<output::Seen> {
        let looks = self.looks.borrow();
        Some(all.numbers(looks.as_ref()?.iter().map(|look| look.name(self.site))))
    }

    /// All of it.
    pub(super) fn whole(&self) -> &'a Site {
        *self.looks.borrow_mut() = None;
        self.site
    }

    /// The settings, which every page is made of.
    pub(super) fn config(&self) -> &'a Config {
        &self.site.config
    }

    /// The topics of the knowledge base, which every page is made of.
    pub(super) fn topics(&self) -> &'a BTreeMap<Id, Topic> {
        &self.site.knowledge.topics
    }

    /// The outlets of the knowledge base, each of which has a page; every page is made of them.
    pub(super) fn outlets(&self) -> &'a BTreeMap<Id, Outlet> {
        &self.site.knowledge.outlets
    }

    /// The series of the knowledge base, which every page is made of.
    pub(super) fn series(&self) -> &'a BTreeMap<Id, Series> {
        &self.site.knowledge.series
    }

    /// First and last year of the timeline, which every page is made of.
    pub(super) fn years(&self) -> Option<(i32, i32)> {
        self.site.timeline.years
    }

    /// An article.
    pub(super) fn article(&self, no: ArticleNo) -> &'a Article {
        self.note(Look::Article(no));
        &self.site.articles[no]
    }

    /// An article as lists show it.
    pub(super) fn card(&self, no: ArticleNo) -> Card<'a> {
        self.note(Look::Card(no));
        Card(&self.site.articles[no])
    }

    /// The number of an article, from 1.
    pub(super) fn number(&self, no: ArticleNo) -> usize {
        self.note(Look::Number(no));
        no + 1
    }

    /// The entry of a person, an organization or a place.
    pub(super) fn entity(&self, id: &str) -> Option<&'a Entity> {
        let found = self.site.knowledge.entities.get_key_value(id);
        self.note(Look::Entity(noted(id, found.map(|(id, _)| id))));
        found.map(|(_, entity)| entity)
    }

    /// Whether nobody has listed somebody; nothing where there is no page of them.
    pub(super) fn unlisted(&self, id: &str) -> Option<bool> {
        let found = self.site.entities.get_key_value(id);
        self.note(Look::There(noted(id, found.map(|(id, _)| id))));
        found.map(|(_, page)| page.unlisted)
    }

    /// How often somebody is named; nothing where there is no page of them.
    pub(super) fn facts(&self, id: &str) -> Option<Facts<'a>> {
        let found = self.site.entities.get_key_value(id);
        self.note(Look::Facts(noted(id, found.map(|(id, _)| id))));
        found.map(|(_, page)| Facts::of(page))
    }

    /// What the page of somebody shows besides sentences; nothing where there is none.
    pub(super) fn about(&self, id: &str) -> Option<About<'a>> {
        self.note(Look::About(noted(id, None)));
        self.site.entities.get(id).map(About)
    }

    /// The sentences of one of somebody's pages, counted from 1, article by article; and how many pages there are.
    pub(super) fn said(&self, id: &str, page: usize) -> (Vec<&'a [SentenceAt]>, usize) {
        self.note(Look::Said(page, noted(id, None)));
        said(self.site, self.plan, id, page)
    }

    /// An event.
    pub(super) fn event(&self, id: &str) -> Option<&'a Event> {
        let found = self.site.knowledge.events.get_key_value(id);
        self.note(Look::Event(noted(id, found.map(|(id, _)| id))));
        found.map(|(_, event)| event)
    }

    /// Where an event stands in the timeline.
    pub(super) fn timeline_path(&self, id: &str) -> String {
        self.note(Look::Place(noted(id, None)));
        self.plan.timeline_path(id)
    }

    /// The timeline: its events, what attests each, and the gaps.
    pub(super) fn timeline(&self) -> &'a Timeline {
        self.note(Look::Timeline);
        &self.site.timeline
    }

    /// What is cited of all articles that are shown, with their numbers.
    pub(super) fn citations(&self) -> impl Iterator<Item = (ArticleNo, Cited<'a>)> + use<'a> {
        self.note(Look::Citations);
        cited(self.site)
    }

    /// The events of each page of the timeline, oldest first, which has no mark.
    pub(super) fn timeline_pages(&self) -> Vec<Vec<usize>> {
        self.whole();
        self.plan.timeline.clone()
    }

    /// The page of the timeline on which a year begins, which has no mark.
    pub(super) fn timeline_page_of_year(&self, year: i32) -> usize {
        self.plan.timeline_page_of_year(self.whole(), year)
    }

    /// What was cut from all articles, which has no mark.
    pub(super) fn cuts(&self) -> &'a Cuts {
        self.whole();
        &self.plan.cuts
    }

    /// What belongs to an entity and has a page.
    pub(super) fn parts(&self, id: &str) -> &'a [Id] {
        self.note(Look::Parts(noted(id, None)));
        self.plan.parts(id)
    }

    /// The articles of a part of the one-page dossier, counted from 1; and how many parts there are.
    pub(super) fn dossier_part(&self, part: usize) -> (&'a [ArticleNo], usize) {
        self.note(Look::Part(part));
        dossier_part(self.plan, part)
    }

    /// How many articles are shown.
    pub(super) fn article_count(&self) -> usize {
        self.note(Look::Articles);
        self.plan.articles
    }

    /// How many events an editor has listed.
    pub(super) fn event_count(&self) -> usize {
        self.note(Look::Events);
        self.plan.events
    }

    /// How many names an index has.
    pub(super) fn name_count(&self, index: Index) -> usize {
        self.note(Look::Names(index.folder()));
        index.len(self.site)
    }
}

/// An id as it is noted: the site's own copy, where it has one.
fn noted<'a>(id: &str, own: Option<&'a Id>) -> Cow<'a, str> {
    own.map_or_else(|| Cow::Owned(id.to_owned()), |own| Cow::Borrowed(own.as_str()))
}

/// The articles of a part of the one-page dossier, and how many parts there are.
pub(super) fn dossier_part(plan: &Plan, part: usize) -> (&[ArticleNo], usize) {
    let articles = plan.dossier.get(part.wrapping_sub(1)).map_or(&[][..], Vec::as_slice);
    (articles, plan.dossier.len())
}

/// The sentences of one of somebody's pages, and how many pages there are.
pub(super) fn said<'a>(
    site: &'a Site,
    plan: &Plan,
    id: &str,
    page: usize,
) -> (Vec<&'a [SentenceAt]>, usize) {
    let sentences = site.entities.get(id).map_or(&[][..], |page| &page.sentences);
    let pages = plan.entity_pages(id);
    let (from, to) = pages.get(page.wrapping_sub(1)).copied().unwrap_or_default();
    let on_page = sentences.get(from..to).unwrap_or_default();
    (on_page.chunk_by(|a, b| a.article == b.article).collect(), pages.len())
}

/// What is cited of all articles that are shown.
pub(super) fn cited(site: &Site) -> impl Iterator<Item = (ArticleNo, Cited<'_>)> {
    site.shown().map(|(no, article)| (no, Cited(article)))
}

/// What is cited of an article.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a>(&'a Article);

impl<'a> Cited<'a> {
    pub(super) fn slug(&self) -> &'a str {
        &self.0.slug
    }

    pub(super) fn title(&self) -> &'a str {
        &self.0.title
    }

    /// Its path from the site's root.
    pub(super) fn path(&self) -> String {
        self.0.path()
    }

    pub(super) fn author(&self) -> Option<&'a str> {
        self.0.document.front_matter.source.author.as_deref()
    }

    pub(super) fn outlet(&self) -> &'a OutletOf {
        &self.0.outlet
    }

    pub(super) fn date(&self) -> Option<&'a Edtf> {
        self.0.date()
    }

    pub(super) fn lang(&self) -> Option<&'a str> {
        self.0.document.front_matter.lang.as_deref()
    }

    /// Where it was published.
    pub(super) fn url(&self) -> Option<&'a str> {
        self.0.document.front_matter.source.url.as_deref()
    }
}

/// What lists show of an article.
#[derive(Clone, Copy)]
pub(super) struct Card<'a>(&'a Article);

impl<'a> Card<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        Self(article)
    }

    pub(super) fn slug(&self) -> &'a str {
        &self.0.slug
    }

    pub(super) fn title(&self) -> &'a str {
        &self.0.title
    }

    /// Its path from the site's root.
    pub(super) fn path(&self) -> String {
        self.0.path()
    }

    pub(super) fn lang(&self) -> Option<&'a str> {
        self.0.document.front_matter.lang.as_deref()
    }

    pub(super) fn date(&self) -> Option<&'a Edtf> {
        self.0.date()
    }

    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.0.day()
    }

    pub(super) fn basis(&self) -> Option<DateBasis> {
        self.0.document.front_matter.date_basis
    }

    /// What stands below the headline: the subtitle, else the first paragraph of running text.
    pub(super) fn text(&self) -> &'a str {
        let subtitle = self.0.document.front_matter.subtitle.as_deref();
        subtitle.filter(|subtitle| !subtitle.trim().is_empty()).unwrap_or_else(|| self.0.lede())
    }

    pub(super) fn outlet(&self) -> &'a OutletOf {
        &self.0.outlet
    }

    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.0.words.kept
    }

    /// Whether its page shows that paragraph.
    pub(super) fn shows(&self, paragraph: usize) -> bool {
        self.0.shows(paragraph)
    }

    /// Which paragraphs its page shows: how many there are, or the only one.
    pub(super) fn shown(&self) -> (usize, Option<usize>) {
        let document = &self.0.document;
        match document.front_matter.display {
            _ if self.0.withdrawn() => (0, None),
            Display::Full => (document.plain.paragraphs.len(), None),
            Display::Excerpt => (0, self.0.lede_paragraph()),
            Display::Link => (0, None),
        }
    }
}

/// How often somebody is named.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) mentions: usize,
    /// In how many articles.
    pub(super) articles: usize,
    /// Whether no one has listed them.
    pub(super) unlisted: bool,
    /// The office that most articles print of one whom no one has listed, the last of several.
    pub(super) printed: Option<&'a str>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(page: &'a EntityPage) -> Self {
        let printed = || page.printed_roles.iter().rev().max_by_key(|role| role.articles);
        Self {
            mentions: page.mentions,
            articles: page.articles.len(),
            unlisted: page.unlisted,
            printed: Some(page)
                .filter(|page| page.unlisted)
                .and_then(|_| printed())
                .map(|role| role.title.as_str()),
        }
    }
}

/// What the page of somebody shows besides sentences.
#[derive(Clone, Copy)]
pub(super) struct About<'a>(&'a EntityPage);

impl<'a> About<'a> {
    pub(super) fn facts(&self) -> Facts<'a> {
        Facts::of(self.0)
    }

    pub(super) fn quotes(&self) -> &'a [QuoteAt] {
        &self.0.quotes
    }

    pub(super) fn together(&self) -> &'a [(Id, usize)] {
        &self.0.together
    }

    pub(super) fn printed_roles(&self) -> &'a [PrintedRole] {
        &self.0.printed_roles
    }

    pub(super) fn spellings(&self) -> &'a [(String, usize)] {
        &self.0.spellings
    }

    pub(super) fn events(&self) -> &'a [Id] {
        &self.0.events
    }

    pub(super) fn by_month(&self) -> &'a BTreeMap<(i32, u32), usize> {
        &self.0.by_month
    }
}

impl Look<'_> {
    /// The name under which it is known at the next build, when articles may have other numbers.
    fn name(&self, site: &Site) -> String {
        let slug = |no: &ArticleNo| &site.articles[*no].slug;
        match self {
            Self::Article(no) => format!("article {}", slug(no)),
            Self::Card(no) => format!("card {}", slug(no)),
            Self::Number(no) => format!("number {}", slug(no)),
            Self::Entity(id) => format!("entity {id}"),
            Self::There(id) => format!("there {id}"),
            Self::Facts(id) => format!("facts {id}"),
            Self::About(id) => format!("about {id}"),
            Self::Said(page, id) => format!("said {page} {id}"),
            Self::Event(id) => format!("event {id}"),
            Self::Place(id) => format!("place {id}"),
            Self::Parts(id) => format!("parts {id}"),
            Self::Part(part) => format!("part {part}"),
            Self::Timeline => "timeline".to_owned(),
            Self::Citations => "citations".to_owned(),
            Self::Articles => "articles".to_owned(),
            Self::Events => "events".to_owned(),
            Self::Names(folder) => format!("names {folder}"),
        }
    }
}
