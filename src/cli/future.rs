//! A day of publication that has not come: a slip of the page or of the editor, and only the clock can tell.
//!
//! It is said at the terminal alone; what is built does not depend on it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, TimeDelta, Utc};

use crate::diagnostics::Diagnostic;
use crate::document::{Document, PublicationStatus};

/// The farthest that a place on Earth is before Greenwich; there the new day begins.
const FIRST_ZONE: TimeDelta = TimeDelta::hours(14);

/// The latest day that it is anywhere now.
#[expect(
    clippy::disallowed_methods,
    reason = "this is cli, and what it builds does not depend on the day"
)]
pub(super) fn today() -> NaiveDate {
    (Utc::now() + FIRST_ZONE).date_naive()
}

/// Articles that were published after today.
#[derive(Clone, Debug, Default)]
pub(super) struct Future {
    /// A warning for each.
    pub(super) found: Vec<Diagnostic>,
    /// The first of their days, from which on one of them is true no longer; counted from the year 1.
    pub(super) until: Option<i32>,
}

/// Looks at the day of every article that is built.
pub(super) fn of(documents: &[Arc<Document>], today: NaiveDate) -> Future {
    let mut future = Future::default();
    for document in
        documents.iter().filter(|document| document.front_matter.status != PublicationStatus::Draft)
    {
        let day = document
            .front_matter
            .date
            .as_ref()
            .and_then(|date| date.first_day())
            .filter(|day| *day > today);
        let Some(day) = day else { continue };
        let message =
            format!("the article says that it was published on {day}, which is still to come");
        let help = "correct `date:` in the front matter, or give it there if the page is wrong";
        future.found.push(
            Diagnostic::warning("future-date", message)
                .help(help)
                .at(1, 1)
                .in_file(&document.origin.path),
        );
        let count = day.num_days_from_ce();
        future.until = Some(future.until.map_or(count, |until| until.min(count)));
    }
    future
}
