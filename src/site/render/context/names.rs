//! `names.html`, `entity.html`: people, organizations, places.

use serde::Serialize;

use super::{ArticleItem, DateView, LinkGroup, LinkView, NameItem, PagerView, SentencePart};

/// Names under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// Fragment id.
    pub anchor: String,
    /// The names.
    pub items: Vec<NameItem>,
}

/// `index` in `names.html`: people, organizations, places or outlets.
#[derive(Clone, Debug, Serialize)]
pub struct NamesView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// The indexes that hold a name.
    pub tabs: Vec<LinkView>,
    /// Whether a name of this page is one that no one has listed.
    pub unlisted: bool,
    /// Links to the letters.
    pub jump: Vec<LinkView>,
    /// The letters.
    pub letters: Vec<LetterView>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A bar of the picture of mentions by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthBar {
    /// From the left edge.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Mentions by month, earliest at the right.
#[derive(Clone, Debug, Serialize)]
pub struct MonthsView {
    /// The picture in words.
    pub label: String,
    /// The bars.
    pub bars: Vec<MonthBar>,
    /// Positions of the lines between the years.
    pub ticks: Vec<f64>,
    /// The years, earliest first.
    pub years: Vec<String>,
    /// The same as a table: month and figure.
    pub rows: Vec<MonthRow>,
}

/// A row of the table of mentions by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthRow {
    /// The month.
    pub month: DateView,
    /// The figure.
    pub count: String,
}

/// A sentence with the names that are meant.
#[derive(Clone, Debug, Serialize)]
pub struct SentenceView {
    /// The sentence in parts.
    pub parts: Vec<SentencePart>,
    /// Where it stands.
    pub link: LinkView,
}

/// An article and its sentences.
#[derive(Clone, Debug, Serialize)]
pub struct SaidView {
    /// The article.
    pub article: ArticleItem,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
}

/// A step of the ladder of offices.
#[derive(Clone, Debug, Serialize)]
pub struct RoleView {
    /// The office.
    pub title: String,
    /// When it was held.
    pub held: Option<DateView>,
    /// Where that is known from.
    pub source: String,
}

/// `entity` in `entity.html`: a person, an organization, a place.
#[derive(Clone, Debug, Serialize)]
pub struct EntityView {
    /// «شخص», «جهة», «مكان».
    pub kind: String,
    /// The name.
    pub name: String,
    /// The name in Latin letters.
    pub latin: String,
    /// Whether no one has listed it.
    pub unlisted: bool,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Mentions by month; nothing where there are hardly any.
    pub months: Option<MonthsView>,
    /// What is said of it.
    pub said: Vec<SaidView>,
    /// What it is quoted with.
    pub quotes: Vec<SaidView>,
    /// Other names.
    pub variants: Vec<String>,
    /// Offices by the editor.
    pub roles: Vec<RoleView>,
    /// Offices as articles print them.
    pub printed_roles: Vec<LinkView>,
    /// Whom it appears with, events, parts.
    pub side: Vec<LinkGroup>,
    /// Addresses of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}
