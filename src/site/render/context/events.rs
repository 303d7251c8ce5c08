//! `timeline.html`, `event.html`, `figures.html`: events and numbers.

use serde::Serialize;

use super::{
    ArticleItem, DateView, EventItem, FigureView, LinkGroup, LinkView, PagerView, SumView, TagView,
};

/// A line of the timeline: an event, or a stretch without articles.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineLine {
    /// The event.
    pub event: Option<EventItem>,
    /// The two ends of the stretch.
    pub gap: Option<Vec<DateView>>,
}

/// A month of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineMonth {
    /// Its name; empty for what is known to the year only.
    pub title: String,
    /// `2021-04`.
    pub datetime: String,
    /// Its lines.
    pub lines: Vec<TimelineLine>,
}

/// A year of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineYear {
    /// The year, or «ما سبق».
    pub title: String,
    /// Fragment id (`y2021`).
    pub anchor: String,
    /// Its months.
    pub months: Vec<TimelineMonth>,
    /// A sentence for a year without events.
    pub empty: String,
}

/// `timeline` in `timeline.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// The marks that occur on this page, and what each means.
    pub key: Vec<TagView>,
    /// Oldest and newest first.
    pub orders: Vec<LinkView>,
    /// All series, and each alone.
    pub series: Vec<LinkView>,
    /// Links to the years, on this page or the page that holds them.
    pub jump: Vec<LinkView>,
    /// The years.
    pub years: Vec<TimelineYear>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A claim about an event.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimView {
    /// What the article makes of it: a status, a date.
    pub claim: String,
    /// Its words.
    pub words: String,
    /// The language of its words where they are not Arabic, else empty.
    pub lang: String,
    /// When the article was published.
    pub date: DateView,
    /// Who says so: the speaker, or the outlet.
    pub who: LinkView,
    /// Where it stands.
    pub link: LinkView,
    /// The article's headline.
    pub article: String,
}

/// `event` in `event.html`.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// What a list says of it.
    pub item: EventItem,
    /// What came of it.
    pub outcome: String,
    /// The different claims, the one made most often first; empty where all say the same.
    pub sums: Vec<SumView>,
    /// «من قال ماذا».
    pub claims: Vec<ClaimView>,
    /// The numbers that sources claim.
    pub figures: Vec<FigureView>,
    /// The heading over the editor's sources, where they are a section of their own.
    pub editor_title: String,
    /// The articles that attest it.
    pub articles: Vec<ArticleItem>,
    /// Places, parties, people named beside it.
    pub side: Vec<LinkGroup>,
    /// The event before.
    pub prev: Option<LinkView>,
    /// The event after.
    pub next: Option<LinkView>,
}

/// A table of `figures.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTableView {
    /// What is counted.
    pub subject: String,
    /// Fragment id.
    pub anchor: String,
    /// The different numbers, the one claimed most often first.
    pub sums: Vec<SumView>,
    /// The claims.
    pub rows: Vec<FigureView>,
}

/// `figures` in `figures.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FiguresView {
    /// The tables of this page.
    pub tables: Vec<FigureTableView>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}
