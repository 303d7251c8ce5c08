//! `index.html`: the home page.

use serde::Serialize;

use super::{ArticleItem, EventItem, LinkView, PhraseView, TagView};

/// A month of the table of years: its events.
#[derive(Clone, Debug, Default, Serialize)]
pub struct YearCell {
    /// The events; empty where there are too many to draw.
    pub marks: Vec<EventItem>,
    /// How many there are, and where they begin in the timeline, where they are not drawn.
    pub count: Option<LinkView>,
}

/// A year of the table of years.
#[derive(Clone, Debug, Serialize)]
pub struct YearRow {
    /// The year and its place in the timeline.
    pub year: LinkView,
    /// Twelve months.
    pub cells: Vec<YearCell>,
}

/// A series: its lane and its figures by year.
#[derive(Clone, Debug, Serialize)]
pub struct LaneView {
    /// The lane, 0 to 4.
    pub lane: usize,
    /// The name of the series.
    pub name: String,
    /// The events of each year.
    pub counts: Vec<String>,
}

/// Something on which sources agree or differ.
#[derive(Clone, Debug, Serialize)]
pub struct AgreeView {
    /// Whether they differ.
    pub differ: bool,
    /// What it is about.
    pub text: String,
    /// The page with all of them.
    pub link: LinkView,
}

/// `home` in `index.html`.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// One sentence that says what the dossier holds.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// The short names of the months, and their numbers.
    pub months: Vec<TagView>,
    /// The years and their events.
    pub years: Vec<YearRow>,
    /// Whether one of them is a sentence of an article.
    pub told: bool,
    /// What the mark of events that have not happened for certain stands for: «أُعلن عنه أو وفق تقارير»; empty where there are none.
    pub planned: String,
    /// Whether their events are drawn one by one rather than counted.
    pub years_drawn: bool,
    /// The years as a heading: «خمس سنوات في صفحة».
    pub years_title: String,
    /// The series.
    pub lanes: Vec<LaneView>,
    /// The latest events.
    pub latest: Vec<EventItem>,
    /// The articles added or published last.
    pub newest: Vec<ArticleItem>,
    /// The articles that attest most events, with how many.
    pub cited: Vec<ArticleItem>,
    /// Where sources agree and differ.
    pub agree: Vec<AgreeView>,
    /// Topics with counts.
    pub topics: Vec<LinkView>,
    /// Where no topics are given: what articles speak of again and again.
    pub phrases: Vec<PhraseView>,
    /// Who is named most.
    pub people: Vec<LinkView>,
    /// The bodies that are named most, where no topics are given.
    pub bodies: Vec<LinkView>,
    /// The places that are named most, where no topics are given.
    pub places: Vec<LinkView>,
}
