//! The timeline: years, months, events, and the stretches without articles.

use chrono::{Datelike, NaiveDate};

use super::context::{
    LinkView, PagerView, TagView, TimelineLine, TimelineMonth, TimelineView, TimelineYear,
};
use super::frame::Head;
use super::json_ld;
use super::plan::{PAGE_BUDGET, weight};
use super::text::paginate;
use super::views::Views;
use super::words;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::Precision;
use crate::site::model::{EventPage, Gap};

/// The marks of the timeline and what each means.
pub(super) const KEY: [(&str, &str); 9] = [
    ("held", "انعقد، أو وقع"),
    ("announced", "أُعلن عنه"),
    ("reported", "وفق تقارير"),
    ("disputed", "مختلَف فيه"),
    ("postponed", "أُرجئ"),
    ("cancelled", "أُلغي"),
    ("gap", "لا مواد"),
    ("editor", "معلومة من المحرّر"),
    ("told", "من المواد: جملة منها بلا «أمس» ونحوه، لم تُراجَع"),
];

/// Which events a timeline shows, and in what order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// All, oldest first.
    Oldest,
    /// All, newest first.
    Newest,
    /// Those of one series, oldest first.
    Series(String),
}

/// What stands around the events of a page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stretch<'g> {
    /// Stretches without articles, oldest first.
    pub(super) gaps: &'g [Gap],
    /// Whether the newest event stands first.
    pub(super) newest_first: bool,
    /// The last event of the page before.
    pub(super) before: Option<usize>,
    /// Whether no page follows.
    pub(super) is_last: bool,
    /// Whether years without events are said to have none.
    pub(super) empty_years: bool,
}

impl Which {
    /// The path of one of its pages, counted from 1.
    pub(super) fn path(&self, page: usize) -> String {
        let folder = match self {
            Self::Oldest => "timeline".to_owned(),
            Self::Newest => "timeline/newest".to_owned(),
            Self::Series(id) => format!("timeline/series/{id}"),
        };
        if page == 1 {
            format!("{folder}/index.html")
        } else {
            format!("{folder}/page/{page}/index.html")
        }
    }
}

impl Views<'_> {
    /// The events of a timeline, page by page.
    pub(super) fn timeline_pages(&self, which: &Which) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.site.whole().timeline.events.len()).collect();
        let weigh = |&at: &usize| weight(&self.site.whole().timeline.events[at], self.site.whole());
        match which {
            Which::Oldest => self.site.timeline_pages(),
            Which::Newest => paginate(all.into_iter().rev().collect(), PAGE_BUDGET, weigh),
            Which::Series(id) => {
                let of_series = |at: &usize| {
                    let event = self.site.event(&self.site.whole().timeline.events[*at].id);
                    event.is_some_and(|event| event.series.as_ref() == Some(id))
                };
                paginate(all.into_iter().filter(of_series).collect(), PAGE_BUDGET, weigh)
            }
        }
    }

    fn timeline_title(&self, which: &Which) -> String {
        match which {
            Which::Oldest => "التسلسل الزمني".to_owned(),
            Which::Newest => "التسلسل الزمني: الأحدث أولًا".to_owned(),
            Which::Series(id) => {
                let name = self.site.series().get(id).map_or(id.as_str(), |series| &series.name);
                format!("التسلسل الزمني: {name}")
            }
        }
    }

    /// The head of a page of a timeline.
    pub(super) fn timeline_head(&self, which: &Which, page: usize, pages: &[Vec<usize>]) -> Head {
        let mut title = self.timeline_title(which);
        let mut crumbs = Vec::new();
        if *which != Which::Oldest || page > 1 {
            crumbs.push(("التسلسل الزمني".to_owned(), "timeline/index.html".to_owned()));
        }
        if page > 1 {
            title = format!("{title} (صفحة {})", self.words.number(page));
        }
        let events = pages.get(page - 1).map_or(&[][..], Vec::as_slice);
        let json_ld = if *which == Which::Oldest {
            vec![json_ld::timeline(self, events)]
        } else {
            Vec::new()
        };
        let description = format!(
            "{title}: {}، بالدقة التي تعرفها المصادر، وأمام كل حدث مواضعه.",
            self.words.counted(events.len(), words::EVENT)
        );
        let to = |page: usize| self.here.to(&which.path(page));
        Head {
            title,
            kind: "صفحة",
            description,
            crumbs,
            json_ld,
            prev_url: if page > 1 { to(page - 1) } else { String::new() },
            next_url: if page < pages.len() { to(page + 1) } else { String::new() },
            ..Head::default()
        }
    }

    /// A page of a timeline.
    pub(super) fn timeline_view(
        &self,
        which: &Which,
        page: usize,
        pages: &[Vec<usize>],
    ) -> TimelineView {
        let events = pages.get(page - 1).cloned().unwrap_or_default();
        let all: usize = pages.iter().map(Vec::len).sum();
        let series = match which {
            Which::Series(id) => {
                self.site.series().get(id).and_then(|series| series.description.clone())
            }
            _ => None,
        };
        let lede = series.unwrap_or_else(|| match self.site.years() {
            Some((first, last)) if first != last => {
                let has_earlier = (0..self.site.whole().timeline.events.len()).any(|at| self.event_day(at).is_some_and(|day| day.year() < first));
                let earlier = if has_earlier { " وما سبق ذلك" } else { "" };
                format!(
                    "ما وقع من {} إلى {}{earlier}، بالدقة التي تعرفها المصادر لا أكثر، وأمام كل حدث الفقرات التي ورد فيها.",
                    self.words.year(first),
                    self.words.year(last)
                )
            }
            Some((year, _)) => format!("ما وقع في {}، وأمام كل حدث الفقرات التي ورد فيها.", self.words.year(year)),
            None => "لا أحداث في هذا الملف بعد.".to_owned(),
        });
        let whole = !matches!(which, Which::Series(_));
        let stretch = Stretch {
            gaps: if whole { &self.site.whole().timeline.gaps } else { &[] },
            newest_first: *which == Which::Newest,
            before: page
                .checked_sub(2)
                .and_then(|before| pages.get(before))
                .and_then(|events| events.last().copied()),
            is_last: page == pages.len(),
            empty_years: whole,
        };
        TimelineView {
            title: self.timeline_title(which),
            lede,
            facts: if all == 0 {
                vec![self.words.counted(0, words::EVENT)]
            } else {
                self.timeline_facts(
                    pages.iter().flatten().map(|&at| &self.site.whole().timeline.events[at]),
                )
            },
            key: self.timeline_key(&events),
            orders: self.timeline_orders(which),
            series: self.timeline_series(which),
            jump: self.timeline_jump(which, pages),
            years: self.years_of(&events, &stretch),
            pager: self.pager(page, pages.len(), |page| which.path(page)),
        }
    }

    /// How many events there are, and how many entries are sentences of articles.
    pub(super) fn timeline_facts<'p>(
        &self,
        pages: impl Iterator<Item = &'p EventPage>,
    ) -> Vec<String> {
        let (told, listed): (Vec<_>, Vec<_>) = pages.partition(|page| page.told);
        let counts = [(listed.len(), words::EVENT), (told.len(), words::REPORT)];
        let there = counts.into_iter().filter(|(count, _)| *count > 0);
        there.map(|(count, noun)| self.words.counted(count, noun)).collect()
    }

    /// The marks that occur among some events, each with what it means.
    fn timeline_key(&self, events: &[usize]) -> Vec<TagView> {
        let has = |name: &str| {
            events.iter().map(|&at| &self.site.whole().timeline.events[at]).any(|page| {
                let event = self.site.event(&page.id);
                let of_status = event.is_some_and(|event| event.status.name() == name);
                match name {
                    "told" => page.told,
                    "editor" => page.editor,
                    _ => of_status && !page.told,
                }
            })
        };
        let gaps = !self.site.whole().timeline.gaps.is_empty();
        let there = KEY
            .iter()
            .filter(|(name, _)| has(name) || *name == "gap" && gaps && !events.is_empty());
        there
            .map(|(name, text)| TagView { name: (*name).to_owned(), text: (*text).to_owned() })
            .collect()
    }

    fn timeline_orders(&self, which: &Which) -> Vec<LinkView> {
        let of = |text: &str, order: Which| {
            let current = if order == *which { "page" } else { "" };
            LinkView { current: current.to_owned(), ..self.link(text, &order.path(1)) }
        };
        vec![of("الأقدم أولًا", Which::Oldest), of("الأحدث أولًا", Which::Newest)]
    }

    fn timeline_series(&self, which: &Which) -> Vec<LinkView> {
        let link = |(lane, id): (usize, &String)| {
            let series = self.site.series().get(id)?;
            let of = Which::Series(id.clone());
            let current = if of == *which { "page" } else { "" };
            Some(LinkView {
                current: current.to_owned(),
                key: lane.min(4).to_string(),
                ..self.link(&series.name, &of.path(1))
            })
        };
        self.plan.series.iter().enumerate().filter_map(link).collect()
    }

    /// Links to the years, each to the page on which it begins.
    fn timeline_jump(&self, which: &Which, pages: &[Vec<usize>]) -> Vec<LinkView> {
        let mut links: Vec<LinkView> = Vec::new();
        for (at, events) in pages.iter().enumerate() {
            for &event in events {
                let (title, anchor) = self.year_title(event);
                if links.iter().all(|link| link.text != title) {
                    links.push(self.link(title, &format!("{}#{anchor}", which.path(at + 1))));
                }
            }
        }
        links
    }

    /// The year under which an event stands, and its fragment.
    fn year_title(&self, at: usize) -> (String, String) {
        let day = self.event_day(at);
        match (day, self.site.years()) {
            (Some(day), Some((first, _))) if day.year() < first => {
                ("ما سبق".to_owned(), "earlier".to_owned())
            }
            (Some(day), _) => (self.words.year(day.year()), format!("y{}", day.year())),
            (None, _) => ("بلا تاريخ".to_owned(), "undated".to_owned()),
        }
    }

    fn event_day(&self, at: usize) -> Option<NaiveDate> {
        self.site.event(&self.site.timeline().events[at].id)?.date.first_day()
    }

    /// Events grouped by year and month, with the gaps and the empty years between them.
    pub(super) fn years_of(&self, events: &[usize], stretch: &Stretch<'_>) -> Vec<TimelineYear> {
        let mut years: Vec<TimelineYear> = Vec::new();
        let mut gaps: Vec<Gap> = stretch.gaps.to_vec();
        if stretch.newest_first {
            gaps.reverse();
        }
        let mut gaps = gaps.into_iter().peekable();
        let mut before = stretch.before;
        for &at in events {
            let (title, anchor) = self.year_title(at);
            if years.last().is_none_or(|year| year.anchor != anchor) {
                years.extend(self.empty_years(before, Some(at), stretch));
                years.push(TimelineYear {
                    title,
                    anchor: anchor.clone(),
                    months: Vec::new(),
                    empty: String::new(),
                });
            }
            before = Some(at);
            let (month, datetime) =
                if anchor == "earlier" { Default::default() } else { self.month_of(at) };
            let Some(year) = years.last_mut() else { continue };
            if year
                .months
                .last()
                .is_none_or(|last| last.datetime != datetime || last.title != month)
            {
                year.months.push(TimelineMonth { title: month, datetime, lines: Vec::new() });
            }
            let day = self.event_day(at);
            let passed = |gap: &Gap| {
                day.is_some_and(
                    |day| if stretch.newest_first { day < gap.to } else { day > gap.from },
                )
            };
            // A stretch that begins before this page is stated on the page where it begins.
            while let Some(gap) = gaps.next_if(passed) {
                let inside = day.is_some_and(|day| {
                    if stretch.newest_first { day >= gap.from } else { day <= gap.to }
                });
                let opens = years.last().and_then(|year| year.months.last());
                let is_behind = opens.is_some_and(|month| !month.lines.is_empty());
                if inside || is_behind || events.first() != Some(&at) {
                    let ends = if stretch.newest_first { gap.from } else { gap.to };
                    let line = TimelineLine { event: None, gap: Some(self.gap_ends(gap)) };
                    state(&mut years, ends.year(), line);
                }
            }
            let Some(month) = years.last_mut().and_then(|year| year.months.last_mut()) else {
                continue;
            };
            month.lines.push(TimelineLine {
                event: Some(self.event_item(&self.site.timeline().events[at])),
                gap: None,
            });
        }
        if stretch.is_last && before.is_some() {
            years.extend(self.empty_years(before, None, stretch));
        }
        years
    }

    /// The years of the timeline between two events that have none; before the first and after the last one too.
    fn empty_years(
        &self,
        before: Option<usize>,
        after: Option<usize>,
        stretch: &Stretch<'_>,
    ) -> Vec<TimelineYear> {
        let (Some((first, last)), true) = (self.site.years(), stretch.empty_years) else {
            return Vec::new();
        };
        let year = |at: Option<usize>, none: i32| {
            at.and_then(|at| self.event_day(at))
                .map_or(none, |day| day.year().clamp(first - 1, last + 1))
        };
        let empty = |year: i32| {
            let title = self.words.year(year);
            TimelineYear {
                anchor: format!("y{year}"),
                months: Vec::new(),
                empty: format!("لا أحداث في {title}."),
                title,
            }
        };
        let (from, to) = match stretch.newest_first {
            true => (year(after, first - 1), year(before, last + 1)),
            false => (year(before, first - 1), year(after, last + 1)),
        };
        // A year in which a stretch without articles ends says so itself.
        let ends = |year: i32| {
            let mut gaps = self.site.timeline().gaps.iter();
            gaps.any(|gap| [gap.from.year(), gap.to.year()].contains(&year))
        };
        let years: Vec<i32> = (from + 1..to).collect();
        let runs = years.chunk_by(|&one, &next| !ends(one) && !ends(next));
        let run = |run: &[i32]| match run {
            [first, .., last] if run.len() > EMPTY_YEARS => vec![self.empty_run(*first, *last)],
            _ => run.iter().copied().map(empty).collect(),
        };
        let mut all: Vec<TimelineYear> = runs.flat_map(run).collect();
        if stretch.newest_first {
            all.reverse();
        }
        all
    }

    /// Many years in a row that have no event, as one: between a find of 1936 and its sale lie decades.
    fn empty_run(&self, first: i32, last: i32) -> TimelineYear {
        let (from, to) = (self.words.year(first), self.words.year(last));
        TimelineYear {
            anchor: format!("y{first}"),
            months: Vec::new(),
            empty: format!("لا أحداث من {from} إلى {to}."),
            title: format!("{from}–{to}"),
        }
    }

    /// The two ends of a gap, as months.
    fn gap_ends(&self, gap: Gap) -> Vec<super::context::DateView> {
        let month =
            |day: NaiveDate| Edtf::month(day.year(), day.month()).unwrap_or_else(|| Edtf::day(day));
        let mut to = self.words.date(&month(gap.to));
        // The conjunction is part of the word, so it stands inside the element.
        if let Some(first) = to.parts.first_mut() {
            first.text.insert(0, 'و');
        }
        to.text.insert(0, 'و');
        vec![self.words.date(&month(gap.from)), to]
    }

    fn month_of(&self, at: usize) -> (String, String) {
        let event = self.site.event(&self.site.timeline().events[at].id);
        let Some((date, day)) =
            event.and_then(|event| Some((&event.date, event.date.first_day()?)))
        else {
            return Default::default();
        };
        let coarse = matches!(date, Edtf::Date(moment) if matches!(moment.value, Precision::Year(_) | Precision::Part(..) | Precision::Decade(_) | Precision::Century(_)));
        if coarse {
            Default::default()
        } else {
            (self.words.month(day.month()), format!("{:04}-{:02}", day.year(), day.month()))
        }
    }

    /// Links between the pages of a list; nothing where there is one only.
    pub(super) fn pager(
        &self,
        page: usize,
        pages: usize,
        path: impl Fn(usize) -> String,
    ) -> Option<PagerView> {
        if pages < 2 {
            return None;
        }
        let mut links: Vec<LinkView> = Vec::new();
        for number in 1..=pages {
            let near = number == 1 || number == pages || number.abs_diff(page) <= 2;
            if near {
                let current = if number == page { "page" } else { "" };
                links.push(LinkView {
                    current: current.to_owned(),
                    ..self.link(self.words.number(number), &path(number))
                });
            } else if links.last().is_some_and(|link| !link.url.is_empty()) {
                links.push(LinkView { text: "…".to_owned(), ..LinkView::default() });
            }
        }
        let to = |page: usize| self.here.to(&path(page));
        Some(PagerView {
            pages: links,
            prev_url: if page > 1 { to(page - 1) } else { String::new() },
            next_url: if page < pages { to(page + 1) } else { String::new() },
        })
    }
}

/// So many years without an event stand each by itself; more in a row are one.
const EMPTY_YEARS: usize = 4;

/// States a gap in the year in which it ends, where nothing else stands in that year, else before the event that follows it.
fn state(years: &mut [TimelineYear], ends: i32, line: TimelineLine) {
    let anchor = format!("y{ends}");
    let empty = years.iter().position(|year| !year.empty.is_empty() && year.anchor == anchor);
    let Some(year) = empty.map_or(years.len().checked_sub(1), Some) else { return };
    let months = &mut years[year].months;
    if months.is_empty() {
        let (title, datetime) = Default::default();
        months.push(TimelineMonth { title, datetime, lines: Vec::new() });
    }
    if let Some(month) = months.last_mut() {
        month.lines.push(line);
    }
}
