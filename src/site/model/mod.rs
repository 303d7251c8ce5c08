//! Documents → [`Site`]: everything that needs all articles together, and no HTML.
//!
//! 1. [`article`] gives each document its slug, title, outlet and topics, and puts them in order of time;
//! 2. [`kinship`] finds articles that share wire text, and those that speak of the same things;
//! 3. [`unlisted`] finds the names that no one has listed and that get a page all the same;
//!    [`entity`] gathers what is said of each person, organization and place; [`terms`] the topics and outlets;
//! 4. [`statements`] finds what articles tell of a day; [`timeline`] merges what they attest by event;
//! 5. [`redirects`] leads from old paths to new ones; [`doubts`] tells the editor what is missing or unknown;
//! 6. [`figures`] lines up the numbers that sources claim; [`phrases`] finds what articles speak of again and again;
//!    [`letters`] sorts names for an index.

mod article;
mod doubts;
mod entity;
mod figures;
mod kinship;
mod letters;
mod page;
mod phrases;
mod redirects;
mod statements;
mod terms;
mod timeline;
mod unlisted;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::arabic::calendar::Edtf;
use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::Document;
use crate::knowledge::{Entity, Event, Id, Knowledge};

pub use article::{Article, OutletOf, WordCount};
pub use entity::{EntityPage, PrintedRole, QuoteAt, SentenceAt};
pub use figures::{ClaimedBy, FigureAt, FigureRow, FigureTable};
pub use kinship::{NEAR, Print, SharedText};
pub use letters::{Letter, letter_index, sort_by_name};
pub use page::FreePage;
pub use phrases::KeyPhrase;
pub use redirects::Redirect;
pub use terms::{OutletPage, TopicPage};
pub use timeline::{AttestedAt, ClaimAt, EventPage, Gap, Side, Timeline};

/// The number of an article in [`Site::articles`].
pub type ArticleNo = usize;

/// A whole dossier, joined and sorted; the same documents in any order give the same site.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The knowledge base, and an entry for each name that no one has listed and that has a page, and for each thing
    /// that articles tell of a day.
    pub knowledge: Knowledge,
    /// The articles by date of publication, oldest first, those without a date last. Drafts are left out,
    /// withdrawn ones stand here and nowhere else.
    pub articles: Vec<Article>,
    /// People, organizations and places that an article or an event names.
    pub entities: BTreeMap<Id, EntityPage>,
    /// All topics of the knowledge base.
    pub topics: BTreeMap<Id, TopicPage>,
    /// All outlets of the knowledge base.
    pub outlets: BTreeMap<Id, OutletPage>,
    /// All events in order of time.
    pub timeline: Timeline,
    /// The numbers that sources claim.
    pub figures: Vec<FigureTable>,
    /// What articles speak of again and again; nothing where an editor gives topics.
    pub phrases: Vec<KeyPhrase>,
    /// Free pages, by title.
    pub pages: Vec<FreePage>,
    /// Old path from the site's root → where it leads.
    pub redirects: BTreeMap<String, Redirect>,
}

impl Site {
    /// The same site with free pages.
    pub fn with_pages(mut self, mut pages: Vec<FreePage>) -> Self {
        pages.sort_by(|a, b| a.slug.cmp(&b.slug));
        self.pages = pages;
        self
    }

    /// The articles that are shown, with their numbers, oldest first.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = (ArticleNo, &Article)> {
        self.articles.iter().enumerate().filter(|(_, article)| !article.withdrawn())
    }

    /// The articles that are shown as a reader looks for the latest: newest first, then those without a date, by the
    /// day on which they were saved and by name.
    pub fn newest_first(&self) -> Vec<ArticleNo> {
        let mut order: Vec<ArticleNo> = self.shown().rev().map(|(no, _)| no).collect();
        order.sort_by_cached_key(|&no| {
            let article = &self.articles[no];
            let captured = article.document.front_matter.captured.as_ref();
            let saved = captured.and_then(Edtf::first_day).map(std::cmp::Reverse);
            let undated = article.day().is_none();
            undated.then(|| (saved.is_none(), saved, article.slug.clone()))
        });
        order
    }

    /// The events that an editor has listed, in order of time; the others are sentences of the articles.
    pub fn listed_events(&self) -> impl DoubleEndedIterator<Item = &EventPage> {
        self.timeline.events.iter().filter(|page| !page.told)
    }

    /// The entry of an id that an editor has listed.
    pub fn listed(&self, id: &str) -> Option<&Entity> {
        let is_listed =
            |entity: &&Entity| self.entities.get(&entity.id).is_none_or(|page| !page.unlisted);
        self.knowledge.entities.get(id).filter(is_listed)
    }

    /// The event of an id that an editor has listed.
    pub fn listed_event(&self, id: &str) -> Option<&Event> {
        let is_listed = |event: &&Event| self.event(&event.id).is_none_or(|page| !page.told);
        self.knowledge.events.get(id).filter(is_listed)
    }

    /// The page of an event.
    pub fn event(&self, id: &str) -> Option<&EventPage> {
        self.timeline.events.iter().find(|page| page.id == id)
    }
}

/// Joins documents into a site. It never fails: what cannot be shown is left out, with a diagnostic.
pub fn assemble<D: Into<Arc<Document>>>(
    documents: Vec<D>,
    knowledge: &Knowledge,
    config: &Config,
) -> Warned<Site> {
    let documents: Vec<Arc<Document>> = documents.into_iter().map(Into::into).collect();
    let mut diagnostics = doubts::doubts(&documents, knowledge);
    let mut articles = article::collect(documents, knowledge, &mut diagnostics);
    let unlisted = unlisted::list(&mut articles, knowledge);
    let ids: BTreeSet<Id> = unlisted.iter().map(|entry| entry.id.clone()).collect();
    let mut with_unlisted = knowledge.clone();
    with_unlisted.entities.extend(unlisted.into_iter().map(|entry| (entry.id.clone(), entry)));
    kinship::relate(&mut articles, &mut diagnostics);
    let redirects = redirects::collect(&articles, &mut diagnostics);
    let told = statements::collect(&articles, &with_unlisted);
    with_unlisted
        .events
        .extend(told.iter().map(|told| (told.event.id.clone(), told.event.clone())));
    let knowledge = &with_unlisted;
    let timeline = timeline::build(&articles, knowledge, config, &told);
    let mut entities = entity::collect(&articles, knowledge);
    for (id, page) in &mut entities {
        page.unlisted = ids.contains(id);
    }
    let mut site = Site {
        config: config.clone(),
        entities,
        topics: terms::topics(&articles, knowledge),
        outlets: terms::outlets(&articles, knowledge),
        figures: figures::collect(&articles, knowledge),
        phrases: if knowledge.topics.is_empty() { phrases::collect(&articles) } else { Vec::new() },
        knowledge: with_unlisted,
        pages: Vec::new(),
        timeline,
        redirects,
        articles,
    };
    let mut redirects = std::mem::take(&mut site.redirects);
    redirects::of_entries(&site, &mut redirects);
    site.redirects = redirects;
    Warned { value: site, diagnostics }
}
