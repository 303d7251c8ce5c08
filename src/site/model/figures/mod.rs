//! The numbers that sources claim, lined up by what they count: those of the editor's, and those found in articles.

mod find;
mod row;

use std::collections::BTreeMap;

pub(super) use find::{NumberIn, numbers_in};
pub use row::{ClaimedBy, FigureAt, FigureRow};

use super::Article;
use crate::arabic::calendar::Edtf;
use crate::knowledge::Knowledge;

/// All claims about one number: «جنود أميركيون في العراق».
#[derive(Clone, Debug, PartialEq)]
pub struct FigureTable {
    /// What is counted.
    pub subject: String,
    /// The claims in order of time, those without a date last.
    pub rows: Vec<FigureRow>,
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
