//! A site as search sees it.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use super::entry::{Entry, Subject, SubjectKind};
use super::index::Index;
use crate::knowledge::EntityKind;
use crate::site::model::{Article, OutletOf, Site};

impl Index {
    /// Reads a site; the newest article stands first. Text that no page shows is not indexed.
    pub fn of_site(site: &Site) -> Self {
        let filed = filed(site);
        let entries: Vec<Entry> = site
            .articles
            .iter()
            .enumerate()
            .rev()
            .map(|(number, article)| entry(article, filed.get(&number).cloned().unwrap_or_default()))
            .collect();
        Self::new(&entries, &subjects(site))
    }
}

fn entry(article: &Article, mut subjects: Vec<(SubjectKind, String)>) -> Entry {
    let plain = &article.document.plain;
    let shown = plain.paragraphs.iter().enumerate().filter(|(at, _)| article.shows(*at));
    if let OutletOf::Known(id) = &article.outlet {
        subjects.push((SubjectKind::Outlet, id.clone()));
    }
    subjects.extend(article.topics.iter().map(|id| (SubjectKind::Topic, id.clone())));
    Entry {
        path: article.path(),
        title: article.title.clone(),
        lede: String::new(),
        paragraphs: shown.map(|(_, paragraph)| paragraph.span.cut(&plain.text).to_owned()).collect(),
        date: article.date().map(ToString::to_string).unwrap_or_default(),
        year: article.day().map(|day| day.year()),
        withdrawn: article.withdrawn(),
        subjects,
    }
}

/// What each article names and attests.
fn filed(site: &Site) -> BTreeMap<usize, Vec<(SubjectKind, String)>> {
    let mut filed: BTreeMap<usize, Vec<(SubjectKind, String)>> = BTreeMap::new();
    for page in site.entities.values() {
        let Some(entity) = site.knowledge.entities.get(&page.id) else { continue };
        for &article in &page.articles {
            filed.entry(article).or_default().push((kind(entity.kind), page.id.clone()));
        }
    }
    for page in &site.timeline.events {
        for at in &page.attestations {
            filed.entry(at.article).or_default().push((SubjectKind::Event, page.id.clone()));
        }
    }
    filed
}

const fn kind(kind: EntityKind) -> SubjectKind {
    match kind {
        EntityKind::Person => SubjectKind::Person,
        EntityKind::Organization => SubjectKind::Organization,
        EntityKind::Place => SubjectKind::Place,
    }
}

/// Everything that has a page of its own.
fn subjects(site: &Site) -> Vec<Subject> {
    let known = &site.knowledge;
    let entities = site.entities.keys().filter_map(|id| known.entities.get(id)).map(|entity| Subject {
        kind: kind(entity.kind),
        id: entity.id.clone(),
        name: entity.name.clone(),
        aliases: entity.latin.iter().chain(&entity.aliases).cloned().collect(),
        path: kind(entity.kind).path(&entity.id),
        date: String::new(),
    });
    let topics = site.topics.keys().filter_map(|id| known.topics.get(id)).map(|topic| Subject {
        kind: SubjectKind::Topic,
        id: topic.id.clone(),
        name: topic.name.clone(),
        aliases: Vec::new(),
        path: SubjectKind::Topic.path(&topic.id),
        date: String::new(),
    });
    let outlets = site.outlets.keys().filter_map(|id| known.outlets.get(id)).map(|outlet| Subject {
        kind: SubjectKind::Outlet,
        id: outlet.id.clone(),
        name: outlet.name.clone(),
        aliases: outlet.latin.iter().chain(&outlet.aliases).cloned().collect(),
        path: SubjectKind::Outlet.path(&outlet.id),
        date: String::new(),
    });
    let events = site.timeline.events.iter().filter_map(|page| known.events.get(&page.id)).map(|event| Subject {
        kind: SubjectKind::Event,
        id: event.id.clone(),
        name: event.name.clone(),
        aliases: event.aliases.clone(),
        path: SubjectKind::Event.path(&event.id),
        date: event.date.to_string(),
    });
    entities.chain(topics).chain(outlets).chain(events).collect()
}
