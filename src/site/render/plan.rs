//! What has to be known before any page is made: lanes of series, and which page of the timeline holds an event.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::days::Days;

use super::text::paginate;
use crate::arabic::calendar::Edtf;
use crate::document::RemovedKind;
use crate::knowledge::{EntityKind, Id};
use crate::site::model::{Article, ArticleNo, EntityPage, EventPage, SentenceAt, Site};

/// Bytes of HTML that the items of one page may take; the rest is head, bar and foot.
pub(super) const PAGE_BUDGET: usize = 104_000;

/// Bytes of HTML of one part of the one-page dossier: a browser sets some thousand pages of paper from it, and runs short
/// of memory beyond.
const PART: usize = 3_000_000;

/// The series of what the others refer to; it is drawn in grey.
const BACKGROUND: &str = "background";

/// What a dossier has to show, so that no menu leads to an empty page.
#[derive(Clone, Debug, Default)]
pub(super) struct There {
    /// Whether an article is shown.
    pub(super) articles: bool,
    /// Whether the timeline has an entry.
    pub(super) events: bool,
    /// Whether there is a topic, or a phrase that stands for one.
    pub(super) topics: bool,
    /// Whether anything was cut from an article.
    pub(super) logs: bool,
    /// The indexes that hold a name, in the order of the tabs.
    pub(super) indexes: Vec<Index>,
}

impl There {
    fn of(site: &Site) -> Self {
        Self {
            articles: site.shown().next().is_some(),
            events: !site.timeline.events.is_empty(),
            topics: !site.topics.is_empty() || !site.phrases.is_empty(),
            logs: site.articles.iter().any(Article::has_log),
            indexes: Index::ALL.into_iter().filter(|index| index.len(site) > 0).collect(),
        }
    }
}

/// What is the same on all pages, and decides something of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// What there is to show.
    pub(super) there: There,
    /// Series in order of their first event, those that count their rounds first, `background` last.
    pub(super) series: Vec<Id>,
    /// The as-of date of the dossier: the settings', or the last change or day of an article, whichever is later.
    pub(super) as_of: Option<Edtf>,
    /// The days of feeds and calendar.
    pub(super) days: Days,
    /// Titles and paths of the free pages.
    pub(super) free: Vec<(String, String)>,
    /// Whether there are figures.
    pub(super) figures: bool,
}

/// What was cut from all articles that are shown whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    /// Words that stayed.
    pub(super) kept: usize,
    /// Words that were cut.
    pub(super) cut: usize,
    /// Those that were cut, by kind.
    pub(super) by_kind: BTreeMap<RemovedKind, usize>,
}

impl Cuts {
    fn of(site: &Site) -> Self {
        let mut cuts = Self::default();
        for (_, article) in site.shown().filter(|(_, article)| article.is_full()) {
            cuts.kept += article.words.kept;
            cuts.cut += article.words.cut;
            let removed = article.document.front_matter.removed.iter();
            for removed in removed.filter(|removed| removed.kind.is_counted()) {
                *cuts.by_kind.entry(removed.kind).or_default() += removed.words;
            }
        }
        cuts
    }
}

/// What must be known before any page: the outline, and which of the pages of the timeline and of a name holds what.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// What is the same on all pages.
    pub(super) outline: Outline,
    /// The events of each page of the timeline, oldest first.
    pub(super) timeline: Vec<Vec<usize>>,
    /// What was cut from all articles.
    pub(super) cuts: Cuts,
    /// How many articles are shown.
    pub(super) articles: usize,
    /// How many events an editor has listed.
    pub(super) events: usize,
    /// The page of each event.
    page_of: BTreeMap<Id, usize>,
    /// What has a page and is part of the entity, by the order of ids.
    parts: BTreeMap<Id, Vec<Id>>,
    /// For each name its pages: where the sentences of each begin and end among all of that name.
    entity_pages: BTreeMap<Id, Vec<(usize, usize)>>,
    /// The articles of each part of the one-page dossier, oldest first; nearly always there is one part only.
    pub(super) dossier: Vec<Vec<ArticleNo>>,
}

impl Outline {
    fn of(site: &Site, series: Vec<Id>, source_date: Option<NaiveDate>) -> Self {
        Self {
            there: There::of(site),
            series,
            as_of: as_of(site),
            days: Days::of(site, source_date),
            free: site.pages.iter().map(|page| (page.title.clone(), page.path())).collect(),
            figures: !site.figures.is_empty(),
        }
    }

    /// The lane of a series, 0 to 4; the background and what belongs to no series stand in the last.
    pub(super) fn lane(&self, series: Option<&str>) -> usize {
        let lane = series
            .filter(|id| *id != BACKGROUND)
            .and_then(|id| self.series.iter().position(|known| known == id));
        lane.unwrap_or(4).min(4)
    }
}

impl Plan {
    /// Plans a site; `source_date` is the day of `SOURCE_DATE_EPOCH`.
    pub(super) fn of(site: &Site, source_date: Option<NaiveDate>) -> Self {
        let mut first: BTreeMap<&Id, (bool, bool, usize)> = BTreeMap::new();
        for (at, page) in site.timeline.events.iter().enumerate() {
            let Some(event) = site.knowledge.events.get(&page.id) else { continue };
            if let Some(series) = &event.series {
                let order = first.entry(series).or_insert((series == BACKGROUND, true, at));
                order.1 &= event.ordinal.is_none();
            }
        }
        let mut series: Vec<(&Id, (bool, bool, usize))> = first.into_iter().collect();
        series.sort_by_key(|(_, order)| *order);
        let shown: Vec<usize> = (0..site.timeline.events.len()).collect();
        let timeline = paginate(shown, PAGE_BUDGET, |&at| weight(&site.timeline.events[at], site));
        let page_of = timeline
            .iter()
            .enumerate()
            .flat_map(|(page, events)| {
                events.iter().map(move |&at| (site.timeline.events[at].id.clone(), page))
            })
            .collect();
        let mut parts: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for entity in site.entities.keys().filter_map(|id| site.knowledge.entities.get(id)) {
            if let Some(whole) = &entity.part_of {
                parts.entry(whole.clone()).or_default().push(entity.id.clone());
            }
        }
        let series = series.into_iter().map(|(id, _)| id.clone()).collect();
        let pages = |page: &EntityPage| (page.id.clone(), entity_pages(page, site));
        Self {
            outline: Outline::of(site, series, source_date),
            timeline,
            cuts: Cuts::of(site),
            articles: site.shown().count(),
            events: site.listed_events().count(),
            page_of,
            parts,
            entity_pages: site.entities.values().map(pages).collect(),
            dossier: dossier_parts(site),
        }
    }

    /// What belongs to an entity and has a page.
    pub(super) fn parts(&self, id: &str) -> &[Id] {
        self.parts.get(id).map_or(&[], Vec::as_slice)
    }

    /// The pages of a name: where the sentences of each begin and end.
    pub(super) fn entity_pages(&self, id: &str) -> &[(usize, usize)] {
        self.entity_pages.get(id).map_or(&[], Vec::as_slice)
    }

    /// Where an event stands in the timeline.
    pub(super) fn timeline_path(&self, id: &str) -> String {
        match self.page_of.get(id) {
            None | Some(0) => format!("timeline/index.html#{id}"),
            Some(page) => format!("timeline/page/{}/index.html#{id}", page + 1),
        }
    }

    /// The page of the timeline on which a year begins.
    pub(super) fn timeline_page_of_year(&self, site: &Site, year: i32) -> usize {
        let of_year = |&at: &usize| {
            let event = site.knowledge.events.get(&site.timeline.events[at].id);
            event.and_then(|event| event.date.first_day()).is_some_and(|day| day.year() >= year)
        };
        self.timeline
            .iter()
            .position(|events| events.iter().any(of_year))
            .unwrap_or(self.timeline.len().saturating_sub(1))
    }
}

/// The sentences about an entity, article by article, page by page; one page where there is none.
fn entity_pages(page: &EntityPage, site: &Site) -> Vec<(usize, usize)> {
    let groups: Vec<&[SentenceAt]> =
        page.sentences.chunk_by(|a, b| a.article == b.article).collect();
    let pages = paginate(groups, PAGE_BUDGET - 20_000, |group| {
        let title = site.articles[group[0].article].title.len();
        let weight = |sentence: &SentenceAt| 260 + sentence.span.len() + 40 * sentence.names.len();
        700 + title + group.iter().map(weight).sum::<usize>()
    });
    let mut from = 0;
    let range = |groups: &Vec<&[SentenceAt]>| {
        let to = from + groups.iter().map(|group| group.len()).sum::<usize>();
        (std::mem::replace(&mut from, to), to)
    };
    pages.iter().map(range).collect()
}

fn dossier_parts(site: &Site) -> Vec<Vec<ArticleNo>> {
    let articles = site.shown().map(|(no, _)| no).collect();
    // With its marks and notes a text takes about twice its bytes.
    paginate(articles, PART, |&no| 3_000 + 2 * site.articles[no].document.text.markdown.len())
}

/// The as-of date, looked up once, since every page says it: the latest of what the settings say, of the changes of
/// articles and of their own days. A dossier cannot have been brought up to date before its newest article was written.
fn as_of(site: &Site) -> Option<Edtf> {
    let given: Option<Edtf> = site.config.updated.as_deref().and_then(|text| text.parse().ok());
    let fronts = site.articles.iter().map(|article| &article.document.front_matter);
    let changed: Vec<&Edtf> =
        fronts.clone().flat_map(|front| [&front.updated, &front.added]).flatten().collect();
    // Days of articles alone say nothing of when somebody worked on the dossier.
    let written = site
        .shown()
        .filter_map(|(_, article)| article.date())
        .filter(|_| given.is_some() || !changed.is_empty());
    given
        .iter()
        .chain(changed.iter().copied())
        .chain(written)
        .max_by_key(|date| date.first_day())
        .cloned()
}

/// Roughly how many bytes of HTML an event takes.
pub(super) fn weight(page: &EventPage, site: &Site) -> usize {
    let event = site.knowledge.events.get(&page.id);
    let words = event.map_or(0, |event| {
        let summary = event.summary.as_ref().map_or(0, String::len);
        let others: usize = event.also_dated.iter().map(|other| 250 + other.reason.len()).sum();
        event.name.len()
            + summary
            + others
            + event.sources.iter().map(|source| 120 + source.name.len()).sum::<usize>()
    });
    let title = |no: usize| {
        site.articles.get(no).map_or(0, |article| article.title.len() + article.slug.len())
    };
    let refs: usize = page.attestations.iter().map(|found| 150 + title(found.article)).sum();
    let claims: usize = page
        .claims
        .iter()
        .map(|claim| 450 + title(claim.article) + claim.span.len().min(450))
        .sum();
    900 + words + refs + claims
}

/// An index of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Index {
    /// People, organizations or places.
    Entities(EntityKind),
    /// Outlets.
    Outlets,
}

impl Index {
    /// All of them, in the order of the tabs.
    pub(super) const ALL: [Self; 4] = [
        Self::Entities(EntityKind::Person),
        Self::Entities(EntityKind::Organization),
        Self::Entities(EntityKind::Place),
        Self::Outlets,
    ];

    /// How many names it has.
    pub(super) fn len(self, site: &Site) -> usize {
        let is_of = |kind: EntityKind, id: &Id| {
            site.knowledge.entities.get(id).is_some_and(|entity| entity.kind == kind)
        };
        match self {
            Self::Entities(kind) => site.entities.keys().filter(|id| is_of(kind, id)).count(),
            Self::Outlets => site.outlets.len(),
        }
    }

    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Entities(kind) => kind.folder(),
            Self::Outlets => "outlets",
        }
    }

    /// The path of one of its pages, counted from 1.
    pub(super) fn path(self, page: usize) -> String {
        let folder = self.folder();
        if page == 1 {
            format!("{folder}/index.html")
        } else {
            format!("{folder}/page/{page}/index.html")
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Entities(EntityKind::Person) => "الأشخاص",
            Self::Entities(EntityKind::Organization) => "الجهات",
            Self::Entities(EntityKind::Place) => "الأماكن",
            Self::Outlets => "وسائل الإعلام",
        }
    }

    pub(super) fn lede(self) -> &'static str {
        match self {
            Self::Entities(EntityKind::Person) => {
                "من ذُكر في مواد الملف، مرتَّبين على الحروف من غير اعتبار «ال»."
            }
            Self::Entities(EntityKind::Organization) => {
                "ما ذُكر في مواد الملف من وزارات ومؤسسات وجماعات، على الحروف من غير اعتبار «ال»."
            }
            Self::Entities(EntityKind::Place) => {
                "ما ذُكر في مواد الملف من بلدان ومدن ومواقع، على الحروف من غير اعتبار «ال»."
            }
            Self::Outlets => "من أين جاءت المواد.",
        }
    }
}
