//! The days of a dossier as a whole.

use chrono::NaiveDate;

use super::Site;
use crate::site::model::Article;

/// The days of a dossier as a whole, for what must say when it was changed; the clock is never read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Days {
    /// That of `SOURCE_DATE_EPOCH`, else `updated` of the settings.
    pub(super) given: Option<NaiveDate>,
    /// The newest day of an article: of its publication, or of its way into the dossier.
    pub(super) newest: Option<NaiveDate>,
}

impl Days {
    pub(super) fn of(site: &Site, source_date: Option<NaiveDate>) -> Self {
        let settings = || {
            site.config
                .updated
                .as_deref()?
                .parse::<crate::arabic::calendar::Edtf>()
                .ok()?
                .first_day()
        };
        let newest =
            site.shown().filter_map(|(_, article)| changed(article).max(article.day())).max();
        Self { given: source_date.or_else(settings), newest }
    }

    /// The day that stands for whatever has none of its own; nothing where the whole dossier has no day.
    pub(super) fn any(self) -> Option<NaiveDate> {
        self.given.or(self.newest)
    }
}

/// When the dossier took or last changed an article.
pub(super) fn changed(article: &Article) -> Option<NaiveDate> {
    let front = &article.document.front_matter;
    front.updated.as_ref().or(front.added.as_ref()).and_then(|date| date.first_day())
}
