//! The numbers that sources claim, lined up by what they count: those of the editor's, and those found in articles.

mod find;

use std::collections::BTreeMap;

use super::{Article, ArticleNo};
use crate::arabic::calendar::Edtf;
use crate::knowledge::{Id, Knowledge};
use crate::span::Span;

/// All claims about one number: «جنود أميركيون في العراق».
#[derive(Clone, Debug, PartialEq)]
pub struct FigureTable {
    /// What is counted.
    pub subject: String,
    /// The claims in order of time, those without a date last.
    pub rows: Vec<FigureRow>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// When it was claimed, or for when; nothing where an article has no date.
    pub date: Option<Edtf>,
    /// How many.
    pub value: f64,
    /// Who says so, and where.
    pub by: ClaimedBy,
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimedBy {
    /// The editor has it from somewhere.
    Editor {
        /// Who says so.
        source: String,
        /// The event it is claimed about.
        event: Id,
    },
    /// An article has it.
    Article(FigureAt),
}

/// A number in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureAt {
    /// The article.
    pub article: ArticleNo,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence, in the plain text.
    pub span: Span,
    /// The number and what it counts.
    pub number: Span,
    /// «نحو», «أكثر من»: how exact it is meant, in the source's words; empty where it says nothing.
    pub about: Span,
}

/// Gathers the figures of all events, and those that articles claim; what is claimed most often comes first.
pub(super) fn collect(articles: &[Article], knowledge: &Knowledge) -> Vec<FigureTable> {
    let mut tables: BTreeMap<&str, Vec<FigureRow>> = BTreeMap::new();
    for event in knowledge.events.values() {
        for figure in &event.figures {
            let date = Some(figure.date.clone().unwrap_or_else(|| event.date.clone()));
            let by = ClaimedBy::Editor { source: figure.source.clone(), event: event.id.clone() };
            tables.entry(&figure.subject).or_default().push(FigureRow {
                date,
                value: figure.value,
                by,
            });
        }
    }
    for cue in knowledge.figures.values() {
        let found = find::Finder::new(cue).rows(articles);
        if !found.is_empty() {
            tables.entry(&cue.name).or_default().extend(found);
        }
    }
    let sorted = |mut rows: Vec<FigureRow>| {
        // The sort is stable, so articles of one day stay in their order.
        rows.sort_by_key(|row| {
            let day = row.date.as_ref().and_then(Edtf::first_day);
            (day.is_none(), day, matches!(row.by, ClaimedBy::Article(_)))
        });
        rows
    };
    let table = |(subject, rows): (&str, Vec<FigureRow>)| FigureTable {
        subject: subject.to_owned(),
        rows: sorted(rows),
    };
    let mut tables: Vec<FigureTable> = tables.into_iter().map(table).collect();
    tables.sort_by_key(|table| std::cmp::Reverse(table.rows.len()));
    tables
}
