//! A site as search sees it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use super::entry::{Entry, Subject, SubjectKind};
use super::index::Index;
use super::known::Known;
use super::left::written;
use super::lexemes::Lexemes;
use super::met::Met;
use super::say::field;
use crate::arabic::calendar::{Edtf, format_date};
use crate::knowledge::EntityKind;
use crate::site::kept::Kept;
use crate::site::model::{Article, OutletOf, Site};

/// Under which name it is kept what words and texts an index knows.
const WORDS: &str = "words";

impl Index {
    /// Reads a site; the newest article stands first, those without a date last. Text that no page shows is not indexed.
    pub fn of_site(site: &Site) -> Self {
        Self::of_site_again(site, None)
    }

    /// The same with what the index before has left, and leaving the same for the next one.
    pub fn of_site_again(site: &Site, kept: Option<&Kept>) -> Self {
        let before = kept.and_then(|kept| kept.read(WORDS)).unwrap_or_default();
        let known = Known::of(&before).unwrap_or_default();
        let filed = filed(site);
        let entries: Vec<Entry> = site
            .newest_first()
            .into_iter()
            .map(|number| {
                entry(&site.articles[number], filed.get(&number).cloned().unwrap_or_default())
            })
            .collect();
        let keep = |met: &Met<'_>, lexemes: &Lexemes<'_>| {
            if let Some(kept) = kept {
                let after = written(met, lexemes);
                if after != before {
                    kept.keep(WORDS, after);
                }
            }
        };
        let index = Self::knowing(&known, &entries, &subjects(site), keep);
        let dates = index.docs.iter().map(|doc| &doc.date);
        let dates = dates.chain(index.subjects.iter().map(|subject| &subject.date));
        let days = dates.filter_map(|date| Some((date.clone(), odd_date(date, site)?))).collect();
        Self { days, ..index }
    }
}

/// A date in words that the browser cannot say itself, since it is more than a day, a month or a year, or none.
fn odd_date(date: &str, site: &Site) -> Option<String> {
    if date.is_empty() {
        return Some("بلا تاريخ".to_owned());
    }
    let parsed: Edtf = date.parse().ok()?;
    let is_plain = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (!is_plain).then(|| format_date(&parsed, site.config.month_style()))
}

fn entry(article: &Article, mut subjects: Vec<(SubjectKind, String)>) -> Entry {
    let plain = &article.document.plain;
    let shown = plain.paragraphs.iter().enumerate().filter(|(at, _)| article.shows(*at));
    subjects.extend(printed(article).map(|(kind, name)| (kind, name.to_owned())));
    if let OutletOf::Known(id) = &article.outlet {
        subjects.push((SubjectKind::Outlet, id.clone()));
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
        subjects,
    }
}

/// The author and the outlet that an article prints and that have no page: «لمياء الصفدي», «صحيفة الرصيف».
fn printed(article: &Article) -> impl Iterator<Item = (SubjectKind, &str)> {
    let author = article.document.front_matter.source.author.as_deref().map(str::trim);
    let outlet = match &article.outlet {
        OutletOf::Named(name) => Some(name.as_str()),
        OutletOf::Known(_) | OutletOf::Unknown => None,
    };
    let author = author.map(|name| (SubjectKind::Author, name));
    let outlet = outlet.map(|name| (SubjectKind::Outlet, name));
    author.into_iter().chain(outlet).filter(|(_, name)| !name.is_empty())
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
    let named = site.shown().flat_map(|(_, article)| printed(article)).collect::<BTreeSet<_>>();
    let named = named
        .into_iter()
        .map(|(kind, name)| Subject { path: articles_of(kind, name), ..subject(kind, name, name) });
    entities.chain(topics).chain(outlets).chain(events).chain(pages(site)).chain(named).collect()
}

/// The search for all articles of an author or an outlet without a page: «كاتب:«لمياء الصفدي»».
fn articles_of(kind: SubjectKind, name: &str) -> String {
    let query = format!("{}:«{name}»", field(kind));
    let query = percent_encoding::utf8_percent_encode(&query, percent_encoding::NON_ALPHANUMERIC);
    format!("search/index.html?q={query}")
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
