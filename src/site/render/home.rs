//! The home page: what the dossier holds, the years at a glance, where sources agree and differ.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::context::{
    AgreeView, ArticleItem, EventItem, HomeView, LaneView, LinkView, TagView, YearCell, YearRow,
};
use super::frame::Head;
use super::lists::topic_path;
use super::plan::Index;
use super::text::shorten;
use super::views::Views;
use super::words;
use crate::knowledge::{EntityKind, Event, Id};
use crate::site::model::{ArticleNo, EntityPage, EventPage};

/// The most events that the table of years draws one by one; more would make the home page heavy and tell less than figures.
const DRAWN: usize = 120;
/// How many articles a dossier may have for home to list them all.
const FEW_ARTICLES: usize = 10;
/// How many of more articles it lists.
const NEWEST: usize = 4;
/// How many names of a kind it lists.
const MOST_NAMED: usize = 10;
/// How many phrases it lists.
const PHRASES: usize = 12;

/// What is drawn as one thing: events that have not happened for certain.
const PLANNED: [&str; 3] = ["announced", "postponed", "reported"];

/// «أُعلن عنه أو وفق تقارير»: what of it is drawn in some years, and no more.
fn planned(years: &[YearRow]) -> String {
    let marks = || years.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.marks);
    let is_drawn = |name: &str| marks().any(|item| item.status.name == name);
    let drawn =
        super::timeline::KEY.iter().filter(|(name, _)| PLANNED.contains(name) && is_drawn(name));
    drawn.map(|(_, words)| *words).collect::<Vec<_>>().join(" أو ")
}

impl Views<'_> {
    /// The head of the home page.
    pub(super) fn home_head(&self) -> Head {
        let config = &self.site.config();
        let address = super::link::permalink(&config.base_url, "index.html");
        let json_ld = super::json_ld::web_site(config, &self.lede(), address);
        Head {
            title: config.title.clone(),
            kind: "ملف",
            description: self.lede(),
            json_ld: vec![json_ld],
            ..Head::default()
        }
    }

    /// One sentence that says what the dossier holds: the editor's, else one made of its counts.
    pub(super) fn lede(&self) -> String {
        let config = &self.site.config();
        if !config.description.trim().is_empty() {
            return config.description.trim().to_owned();
        }
        let articles = self.site.article_count();
        match (articles, self.site.years()) {
            (0, _) => "لا مواد في هذا الملف بعد.".to_owned(),
            (n, Some((first, last))) if first != last => {
                format!(
                    "{} من {} إلى {}، وكل قول مردود إلى فقرته.",
                    self.words.counted(n, words::ARTICLE),
                    self.words.year(first),
                    self.words.year(last)
                )
            }
            (n, _) => {
                format!("{}، وكل قول مردود إلى فقرته.", self.words.counted(n, words::ARTICLE))
            }
        }
    }

    /// The home page.
    pub(super) fn home_view(&self) -> HomeView {
        let timeline = &self.site.whole().timeline;
        let in_years = |page: &&EventPage| {
            self.year_of_event(page)
                .zip(timeline.years)
                .is_some_and(|(year, (a, b))| (a..=b).contains(&year))
        };
        let latest = timeline
            .events
            .iter()
            .rev()
            .filter(in_years)
            .take(4)
            .map(|page| self.light(page))
            .collect();
        let years = self.year_rows();
        HomeView {
            lede: self.lede(),
            facts: self.home_facts(),
            months: (1..=12)
                .map(|month| TagView {
                    name: self.words.number(month as usize),
                    text: self.words.short_month(month),
                })
                .collect(),
            told: years
                .iter()
                .flat_map(|row| &row.cells)
                .flat_map(|cell| &cell.marks)
                .any(|item| item.told),
            planned: planned(&years),
            years_drawn: years.iter().flat_map(|row| &row.cells).all(|cell| cell.count.is_none()),
            years,
            years_title: self.years_title(),
            lanes: self.lanes(),
            latest,
            newest: self.newest(),
            cited: self.cited(),
            agree: self.agree(),
            topics: self.home_topics(),
            phrases: self.phrases().into_iter().take(PHRASES).collect(),
            people: self.most_named(EntityKind::Person),
            // Where an editor has ordered nothing yet, names are the way in.
            bodies: if self.site.whole().topics.is_empty() {
                self.most_named(EntityKind::Organization)
            } else {
                Vec::new()
            },
            places: if self.site.whole().topics.is_empty() {
                self.most_named(EntityKind::Place)
            } else {
                Vec::new()
            },
        }
    }

    /// The articles that a reader sees first: all of a small dossier, else the latest.
    fn newest(&self) -> Vec<ArticleItem> {
        let order = self.site.whole().newest_first();
        let shown = if order.len() <= FEW_ARTICLES { order.len() } else { NEWEST };
        order.into_iter().take(shown).map(|no| self.article_item(no)).collect()
    }

    /// The names of a kind that stand most often.
    fn most_named(&self, kind: EntityKind) -> Vec<LinkView> {
        let of_kind = |id: &Id| self.site.entity(id).is_some_and(|entity| entity.kind == kind);
        let pages = self.site.whole().entities.values();
        let mut pages: Vec<&EntityPage> =
            pages.filter(|page| page.mentions > 0 && of_kind(&page.id)).collect();
        pages.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
        let link = |page: &EntityPage| LinkView {
            count: format!("مرات الذكر: {}", self.words.number(page.mentions)),
            ..self.entity_link(&page.id)
        };
        pages.into_iter().take(MOST_NAMED).map(link).collect()
    }

    fn home_facts(&self) -> Vec<String> {
        if self.site.whole().shown().next().is_none()
            && self.site.whole().timeline.events.is_empty()
        {
            return Vec::new();
        }
        let conflicts =
            self.site.whole().timeline.events.iter().filter(|page| page.differs()).count();
        let mut facts = vec![self.words.counted(self.site.article_count(), words::ARTICLE)];
        facts.extend(self.timeline_facts(self.site.whole().timeline.events.iter()));
        let mut kinds = vec![EntityKind::Person];
        if self.site.whole().timeline.events.is_empty() {
            kinds.extend([EntityKind::Organization, EntityKind::Place]);
        }
        let counts =
            kinds.into_iter().map(|kind| (kind, self.site.name_count(Index::Entities(kind))));
        let there = counts.filter(|(_, count)| *count > 0);
        facts.extend(there.map(|(kind, count)| self.words.counted(count, words::kind(kind).1)));
        if conflicts > 0 {
            facts.push(format!("تضارب في {}", self.words.counted_oblique(conflicts, words::EVENT)));
        }
        facts
    }

    fn year_of_event(&self, page: &EventPage) -> Option<i32> {
        Some(self.site.event(&page.id)?.date.first_day()?.year())
    }

    /// An event for a list that shows neither its sources nor its conflicts.
    fn light(&self, page: &EventPage) -> EventItem {
        EventItem {
            refs: Vec::new(),
            sides: Vec::new(),
            sources: Vec::new(),
            ..self.event_item(page)
        }
    }

    /// A row for each year of the timeline; no table where there would be more than a screen of years.
    fn year_rows(&self) -> Vec<YearRow> {
        let Some((first, last)) = self.site.whole().timeline.years.filter(|(first, last)| {
            last - first < 30 && !self.site.whole().timeline.events.is_empty()
        }) else {
            return Vec::new();
        };
        let row = |year: i32| {
            let page = self.site.timeline_page_of_year(year);
            let path = super::timeline::Which::Oldest.path(page + 1);
            YearRow {
                year: self.link(self.words.year(year), &format!("{path}#y{year}")),
                cells: vec![YearCell::default(); 12],
            }
        };
        let mut rows: Vec<YearRow> = (first..=last).map(row).collect();
        let mut months: BTreeMap<(usize, usize), Vec<&EventPage>> = BTreeMap::new();
        for page in &self.site.whole().timeline.events {
            let Some(day) = self.site.event(&page.id).and_then(|event| event.date.first_day())
            else {
                continue;
            };
            if let Some(at) = usize::try_from(day.year() - first).ok().filter(|at| *at < rows.len())
            {
                months.entry((at, day.month0() as usize)).or_default().push(page);
            }
        }
        let drawn = months.values().map(Vec::len).sum::<usize>() <= DRAWN;
        for ((year, month), pages) in months {
            let cell = &mut rows[year].cells[month];
            if drawn {
                cell.marks = pages.into_iter().map(|page| self.light(page)).collect();
            } else {
                let url = self.here.to(&self.site.timeline_path(&pages[0].id));
                let (text, key) =
                    (self.words.number(pages.len()), self.words.counted(pages.len(), words::EVENT));
                cell.count = Some(LinkView { text, url, key, ..LinkView::default() });
            }
        }
        // A long history with few events would be a table of nothing.
        if rows.len() > 8 {
            rows.retain(|row| {
                row.cells.iter().any(|cell| !cell.marks.is_empty() || cell.count.is_some())
            });
        }
        rows
    }

    /// The years that have a row in the table.
    fn years_shown(&self, first: i32, last: i32) -> Vec<i32> {
        let has_event = |year: &i32| {
            self.site
                .whole()
                .timeline
                .events
                .iter()
                .any(|page| self.year_of_event(page) == Some(*year))
        };
        (first..=last).filter(|year| last - first < 8 || has_event(year)).collect()
    }

    fn years_title(&self) -> String {
        const COUNTS: [&str; 11] = [
            "",
            "سنة",
            "سنتان",
            "ثلاث سنوات",
            "أربع سنوات",
            "خمس سنوات",
            "ست سنوات",
            "سبع سنوات",
            "ثماني سنوات",
            "تسع سنوات",
            "عشر سنوات",
        ];
        let years = self.site.years().map_or(0, |(first, last)| last - first + 1);
        match usize::try_from(years).ok().and_then(|years| COUNTS.get(years)) {
            Some(count) if !count.is_empty() => format!("{count} في صفحة"),
            _ => "السنوات في صفحة".to_owned(),
        }
    }

    fn lanes(&self) -> Vec<LaneView> {
        let Some((first, last)) = self.site.years().filter(|(first, last)| last - first < 30)
        else {
            return Vec::new();
        };
        let count = |id: Option<&String>, year: i32| {
            let of = |page: &&EventPage| {
                let event = self.site.event(&page.id);
                event.is_some_and(|event| event.series.as_ref() == id)
                    && self.year_of_event(page) == Some(year)
            };
            self.words.number(self.site.whole().timeline.events.iter().filter(of).count())
        };
        let lane = |id: &String| LaneView {
            lane: self.plan.lane(Some(id)),
            name: self
                .site
                .series()
                .get(id)
                .map_or_else(|| id.clone(), |series| series.name.clone()),
            counts: self
                .years_shown(first, last)
                .into_iter()
                .map(|year| count(Some(id), year))
                .collect(),
        };
        self.plan.series.iter().map(lane).collect()
    }

    /// The events whose day most sources state, and those on which they differ.
    fn agree(&self) -> Vec<AgreeView> {
        let years = self.site.years();
        let in_years = |page: &&EventPage| {
            self.year_of_event(page)
                .zip(years)
                .is_some_and(|(year, (a, b))| (a..=b).contains(&year))
        };
        let mut agreed: Vec<&EventPage> = self
            .site
            .whole()
            .timeline
            .events
            .iter()
            .filter(in_years)
            .filter(|page| !page.told && !page.differs() && page.stated.len() > 1)
            .collect();
        // Of two that as many state, one of a series tells more than one of the background.
        agreed.sort_by_key(|page| {
            (std::cmp::Reverse(page.stated.len()), self.lane_of(page), page.id.clone())
        });
        let mut differing: Vec<&EventPage> =
            self.site.whole().timeline.events.iter().filter(|page| page.differs()).collect();
        let sources =
            |page: &EventPage| page.sides.iter().map(|side| side.articles.len()).sum::<usize>();
        differing.sort_by_key(|page| {
            (
                std::cmp::Reverse((!page.sides.is_empty(), sources(page))),
                self.lane_of(page),
                page.id.clone(),
            )
        });
        let link = |page: &EventPage, fragment: &str| LinkView {
            text: "من قال ماذا".to_owned(),
            url: self.here.to(&format!("{}{fragment}", Self::event_path(&page.id))),
            ..LinkView::default()
        };
        let agreed = agreed.into_iter().take(2).filter_map(|page| {
            let event = self.site.event(&page.id)?;
            let date = self.words.date(&event.date).text;
            let text = format!(
                "{}: {date}، في {}.",
                event.name,
                self.words.counted_oblique(page.stated.len(), words::ARTICLE)
            );
            Some(AgreeView { differ: false, text, link: link(page, "#claims") })
        });
        let differing = differing.into_iter().take(3).filter_map(|page| {
            let event = self.site.event(&page.id)?;
            Some(AgreeView {
                differ: true,
                text: self.difference(page, event),
                link: link(page, "#claims"),
            })
        });
        agreed.chain(differing).collect()
    }

    fn lane_of(&self, page: &EventPage) -> usize {
        self.plan.lane(self.site.event(&page.id).and_then(|event| event.series.as_deref()))
    }

    /// «8 نيسان 2024 في مادة واحدة، و9 نيسان 2024 في مادة أخرى»: each side with how many hold it.
    fn difference(&self, page: &EventPage, event: &Event) -> String {
        if page.sides.is_empty() {
            let summary = event.summary.as_deref().map(|summary| shorten(summary, 160));
            return summary.map_or_else(
                || format!("{}.", event.name),
                |summary| format!("{}: {summary}", event.name),
            );
        }
        let mut sides: Vec<String> = Vec::new();
        let mut named: Vec<ArticleNo> = Vec::new();
        for side in &page.sides {
            // An article may tell both counts and who counts so.
            let is_told_before = side.articles.iter().all(|no| named.contains(no));
            let holders = match side.articles.len() {
                0 => "عند المحرّر".to_owned(),
                1 if is_told_before => "في مادة منها أيضًا".to_owned(),
                1 if !named.is_empty() => "في مادة أخرى".to_owned(),
                n => format!("في {}", self.words.counted_oblique(n, words::ARTICLE)),
            };
            named.extend(&side.articles);
            let joint = if sides.is_empty() { "" } else { "و" };
            sides.push(format!("{joint}{} {holders}", self.words.date(&side.date).text));
        }
        format!("{}: {}.", event.name, sides.join("، "))
    }

    /// The articles to which the timeline refers most: those that attest three events or more.
    fn cited(&self) -> Vec<ArticleItem> {
        let mut events: BTreeMap<ArticleNo, usize> = BTreeMap::new();
        for page in self.site.whole().listed_events() {
            for found in page.attestations.chunk_by(|a, b| a.article == b.article) {
                *events.entry(found[0].article).or_default() += 1;
            }
        }
        let mut most: Vec<(ArticleNo, usize)> =
            events.into_iter().filter(|(_, n)| *n > 2).collect();
        most.sort_by_key(|(no, n)| (std::cmp::Reverse(*n), *no));
        let item = |(no, n): (ArticleNo, usize)| ArticleItem {
            remark: format!("فيها {}", self.words.counted(n, words::EVENT)),
            ..self.article_item(no)
        };
        most.into_iter().take(3).map(item).collect()
    }

    fn home_topics(&self) -> Vec<LinkView> {
        let mut pages: Vec<_> = self.site.whole().topics.values().collect();
        pages.sort_by(|a, b| b.articles.len().cmp(&a.articles.len()).then_with(|| a.id.cmp(&b.id)));
        let link = |page: &crate::site::model::TopicPage| {
            let topic = self.site.topics().get(&page.id)?;
            Some(LinkView {
                count: self.words.counted(page.articles.len(), words::ARTICLE),
                ..self.link(&topic.name, &topic_path(&page.id, 1))
            })
        };
        pages.into_iter().take(12).filter_map(link).collect()
    }
}
