//! An entry that could be, and what it is made of.

use std::collections::BTreeMap;

use super::super::{Article, ArticleNo};
use crate::span::Span;

/// In which list of the knowledge base an entry would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lacking {
    /// An outlet.
    Outlet,
    /// A topic.
    Topic,
    /// A number to be looked for.
    Figure,
}

/// An entry that could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What it is.
    pub lacking: Lacking,
    /// Its name, as articles print it most often.
    pub name: String,
    /// What it is found by: hosts of an outlet, forms of the noun that is counted.
    pub found_by: Vec<String>,
    /// What each sentence has besides, where the noun alone counts many things: «الخزان» of cubic metres.
    pub beside: Option<String>,
    /// How often it stands in all articles.
    pub count: usize,
    /// The articles, in order.
    pub articles: Vec<ArticleNo>,
    /// A sentence that shows it; nothing for outlets.
    pub sentence: String,
    /// What is claimed, and who says so: «22 مليار متر مكعب (آبي أحمد)».
    pub claims: Vec<String>,
}

/// The spelling that stands most often; of several the first.
pub(super) fn commonest(spellings: &BTreeMap<String, usize>) -> String {
    let most = spellings.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse(*text)));
    most.map(|(text, _)| text.clone()).unwrap_or_default()
}

/// A sentence on one line.
pub(super) fn sentence(article: &Article, span: Span) -> String {
    span.cut(&article.document.plain.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
