//! Documents → [`Site`]: everything that needs all articles together, and no HTML.
//!
//! 1. [`article`] gives each document its slug, title, outlet and topics, and puts them in order of time;
//! 2. [`kinship`] finds articles that share wire text, and those that speak of the same things;
//! 3. [`entity`] gathers what is said of each person, organization and place; [`terms`] the topics and outlets;
//! 4. [`timeline`] merges what articles attest by event;
//! 5. [`redirects`] leads from old paths to new ones; [`doubts`] tells the editor what is missing or unknown;
//! 6. [`figures`] lines up the numbers that sources claim; [`letters`] sorts names for an index.

mod article;
mod doubts;
mod entity;
mod figures;
mod kinship;
mod letters;
mod page;
mod redirects;
mod terms;
mod timeline;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::Document;
use crate::knowledge::{Id, Knowledge};

pub use article::{Article, OutletOf, WordCount};
pub use entity::{EntityPage, PrintedRole, QuoteAt, SentenceAt};
pub use figures::{ClaimedBy, FigureAt, FigureRow, FigureTable};
pub use kinship::SharedText;
pub use letters::{Letter, letter_index, sort_by_name};
pub use page::FreePage;
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
    /// The knowledge base.
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
    kinship::relate(&mut articles, &mut diagnostics);
    let redirects = redirects::collect(&articles, &mut diagnostics);
    let timeline = timeline::build(&articles, knowledge, config);
    let site = Site {
        config: config.clone(),
        entities: entity::collect(&articles, knowledge),
        topics: terms::topics(&articles, knowledge),
        outlets: terms::outlets(&articles, knowledge),
        figures: figures::collect(&articles, knowledge),
        knowledge: knowledge.clone(),
        pages: Vec::new(),
        timeline,
        redirects,
        articles,
    };
    Warned { value: site, diagnostics }
}
