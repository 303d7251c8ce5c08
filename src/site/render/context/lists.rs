//! `articles.html`, `topics.html`, `topic.html`, `outlet.html`: lists of articles.

use serde::Serialize;

use super::{ArticleItem, EventItem, LinkGroup, LinkView, NameItem, PagerView};

/// Articles under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleGroup {
    /// The heading: a year, or «بلا تاريخ».
    pub title: String,
    /// The fragment id of the heading.
    pub anchor: String,
    /// The articles.
    pub items: Vec<ArticleItem>,
}

/// `list` in `articles.html`: all articles, or those of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ArticlesView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Links to the years.
    pub years: Vec<LinkView>,
    /// The articles, newest first.
    pub groups: Vec<ArticleGroup>,
    /// The other pages of the list; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// `outlet` in `outlet.html` and `topic` in `topic.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// «وسيلة إعلام», «موضوع».
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The name in Latin letters.
    pub latin: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Events that its articles attest.
    pub events: Vec<EventItem>,
    /// Its articles.
    pub articles: Vec<ArticleItem>,
    /// Other names.
    pub variants: Vec<String>,
    /// Who is named most.
    pub side: Vec<LinkGroup>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// `index` in `topics.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TopicsView {
    /// One sentence.
    pub lede: String,
    /// The topics.
    pub topics: Vec<NameItem>,
    /// Where an editor has given none: what articles speak of again and again.
    pub phrases: Vec<PhraseView>,
}

/// A phrase that several articles have.
#[derive(Clone, Debug, Serialize)]
pub struct PhraseView {
    /// The phrase, in the words of the articles.
    pub text: String,
    /// Its fragment id in the list of topics.
    pub anchor: String,
    /// Where it stands in that list.
    pub url: String,
    /// How many articles have it.
    pub count: String,
    /// Those articles.
    pub articles: Vec<LinkView>,
}
