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
            .filter(|(_, article)| !article.withdrawn())
            .map(|(number, article)| {
                entry(article, filed.get(&number).cloned().unwrap_or_default())
            })
            .collect();
        Self::new(&entries, &subjects(site))
    }
}

fn entry(article: &Article, mut subjects: Vec<(SubjectKind, String)>) -> Entry {
    let plain = &article.document.plain;
    let shown = plain.paragraphs.iter().enumerate().filter(|(at, _)| article.shows(*at));
    let mut names: Vec<String> =
        article.document.front_matter.source.author.iter().cloned().collect();
    match &article.outlet {
        OutletOf::Known(id) => subjects.push((SubjectKind::Outlet, id.clone())),
        OutletOf::Named(name) => names.push(name.clone()),
        OutletOf::Unknown => {}
    }
    subjects.extend(article.topics.iter().map(|id| (SubjectKind::Topic, id.clone())));
    Entry {
        path: article.path(),
        title: article.title.clone(),
        lede: String::new(),
        paragraphs: shown
            .map(|(_, paragraph)| paragraph.span.cut(&plain.text).to_owned())
            .collect(),
        date: article.date().map(ToString::to_string).unwrap_or_default(),
        year: article.day().map(|day| day.year()),
        names,
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
    for page in site.listed_events() {
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

/// Everything that has a page of its own: found by its names, people by their offices too.
fn subjects(site: &Site) -> Vec<Subject> {
    let known = &site.knowledge;
    let entities =
        site.entities.keys().filter_map(|id| known.entities.get(id)).map(|entity| Subject {
            aliases: entity.latin.iter().chain(&entity.aliases).cloned().collect(),
            roles: entity.roles.iter().map(|role| role.title.clone()).collect(),
            ..subject(kind(entity.kind), &entity.id, &entity.name)
        });
    let topics = site.topics.keys().filter_map(|id| known.topics.get(id));
    let topics = topics.map(|topic| subject(SubjectKind::Topic, &topic.id, &topic.name));
    let outlets =
        site.outlets.keys().filter_map(|id| known.outlets.get(id)).map(|outlet| Subject {
            aliases: outlet.latin.iter().chain(&outlet.aliases).cloned().collect(),
            ..subject(SubjectKind::Outlet, &outlet.id, &outlet.name)
        });
    let events =
        site.listed_events().filter_map(|page| known.events.get(&page.id)).map(|event| Subject {
            aliases: event.aliases.clone(),
            date: event.date.to_string(),
            ..subject(SubjectKind::Event, &event.id, &event.name)
        });
    entities.chain(topics).chain(outlets).chain(events).chain(pages(site)).collect()
}

/// A subject at the page that its kind and its id give.
fn subject(kind: SubjectKind, id: &str, name: &str) -> Subject {
    Subject {
        kind,
        id: id.to_owned(),
        name: name.to_owned(),
        path: kind.path(id),
        ..Subject::default()
    }
}

/// Pages that are about no one thing: the figures, each by what it counts, the timeline, the free pages.
fn pages(site: &Site) -> Vec<Subject> {
    let page = |id: &str, name: &str, path: &str, aliases: Vec<String>| Subject {
        aliases,
        path: path.to_owned(),
        ..subject(SubjectKind::Page, id, name)
    };
    let mut pages = vec![
        page(
            "timeline",
            "التسلسل الزمني",
            "timeline/index.html",
            vec!["الخط الزمني".to_owned(), "تسلسل الأحداث".to_owned()],
        ),
        page("cleaning", "سجل الحذف", "cleaning/index.html", vec!["ما حُذف من المواد".to_owned()]),
    ];
    if !site.figures.is_empty() {
        // «عدد الجنود» is asked for, «جنود أميركيون في العراق» is counted.
        let words = site.figures.iter().flat_map(|table| table.subject.split_whitespace());
        let counts =
            words.filter(|word| word.chars().count() > 2).map(|word| format!("عدد {word}"));
        let subjects = site.figures.iter().map(|table| table.subject.clone());
        let aliases = site.knowledge.figures.values().flat_map(|cue| cue.aliases.clone());
        let names = subjects.chain(aliases).chain(counts).collect();
        pages.push(page("figures", "أرقام المصادر", "figures/index.html", names));
    }
    pages.extend(site.pages.iter().map(|free| {
        page(&free.slug, &free.title, &format!("pages/{}/index.html", free.slug), Vec::new())
    }));
    pages
}
