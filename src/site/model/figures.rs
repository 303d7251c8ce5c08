//! The numbers that sources claim, lined up by what they count.

use std::collections::BTreeMap;

use crate::arabic::calendar::Edtf;
use crate::knowledge::{Id, Knowledge};

/// All claims about one number: «جنود أميركيون في العراق».
#[derive(Clone, Debug, PartialEq)]
pub struct FigureTable {
    /// What is counted.
    pub subject: String,
    /// The claims in order of time.
    pub rows: Vec<FigureRow>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// For when.
    pub date: Edtf,
    /// How many.
    pub value: f64,
    /// Who says so.
    pub source: String,
    /// The event it is claimed about.
    pub event: Id,
}

/// Gathers the figures of all events.
pub(super) fn collect(knowledge: &Knowledge) -> Vec<FigureTable> {
    let mut tables: BTreeMap<&str, Vec<FigureRow>> = BTreeMap::new();
    for event in knowledge.events.values() {
        for figure in &event.figures {
            let date = figure.date.clone().unwrap_or_else(|| event.date.clone());
            let row = FigureRow { date, value: figure.value, source: figure.source.clone(), event: event.id.clone() };
            tables.entry(&figure.subject).or_default().push(row);
        }
    }
    let sorted = |mut rows: Vec<FigureRow>| {
        rows.sort_by(|a, b| a.date.first_day().cmp(&b.date.first_day()).then_with(|| a.source.cmp(&b.source)));
        rows
    };
    tables.into_iter().map(|(subject, rows)| FigureTable { subject: subject.to_owned(), rows: sorted(rows) }).collect()
}
