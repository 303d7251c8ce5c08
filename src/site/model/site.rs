//! A whole dossier, joined and sorted.

use std::collections::BTreeMap;

use super::article::Article;
use super::entity::EntityPage;
use super::figures::FigureTable;
use super::number::ArticleNo;
use super::page::FreePage;
use super::phrases::KeyPhrase;
use super::terms::{OutletPage, TopicPage};
use super::timeline::{EventPage, Timeline};
use crate::arabic::calendar::Edtf;
use crate::config::Config;
use crate::knowledge::{Entity, Event, Id, Knowledge};

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

/// An old path's new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redirect {
    /// The path that it leads to, from the site's root.
    pub to: String,
    /// What the page there is about.
    pub title: String,
    /// The article's file, as the user would name it, or the entry in words.
    pub source: String,
    /// Whether the source is a file.
    pub of_file: bool,
    /// The line of it that asks for the redirect, where it is known.
    pub line: Option<usize>,
}
