//! How surely a line is page furniture, and of what kind.

use super::reason::Reason;
use crate::document::RemovedKind;

/// Bands of certainty, of a hundred.
pub(super) mod surety {
    /// The words of a kind say more than the place of a line: «بقلم زاهر النقاش» above the text is no menu.
    pub(in super::super) const TELLING: u8 = 33;
    /// A hint, which a line has to live with where nothing else speaks against it: «صور من الحفل».
    pub(in super::super) const HINT: u8 = 45;
    /// As likely as not: enough above the headline and behind the text.
    pub(in super::super) const EVEN: u8 = 50;
    /// Too likely for running text.
    pub(in super::super) const LIKELY: u8 = 60;
    /// Enough anywhere.
    pub(in super::super) const STRONG: u8 = 75;
    /// Enough inside a paragraph: «… في المدينة. المصدر: وكالات».
    pub(in super::super) const SURE: u8 = 90;
    /// Enough for the names of sections, which are words of the news too: «رياضة».
    pub(in super::super) const MENU: u8 = 99;
    /// Without a doubt.
    pub(in super::super) const CERTAIN: u8 = 100;
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) kind: RemovedKind,
    pub(super) reason: Reason,
    /// From 0, none, to [`surety::CERTAIN`].
    pub(super) weight: u8,
    /// Whether more of the kind follows below it.
    pub(super) heads: bool,
    /// Whether words of its own follow the label («اقرأ أيضا: …»).
    pub(super) inline: bool,
    /// Whether it has words that tell a date.
    pub(super) dated: bool,
}

impl Evidence {
    /// Evidence that leaves no doubt.
    pub(super) fn certain(reason: Reason) -> Self {
        Self {
            kind: reason.kind(),
            reason,
            weight: surety::CERTAIN,
            heads: false,
            inline: false,
            dated: false,
        }
    }

    /// The same, as of a line that tells its day.
    pub(super) fn dated(reason: Reason) -> Self {
        Self { dated: true, ..Self::certain(reason) }
    }

    /// The same, as of a label with more of the kind below it.
    pub(super) fn heading(reason: Reason) -> Self {
        Self { heads: true, ..Self::certain(reason) }
    }

    /// The same, as of a label with words of its own behind it.
    pub(super) fn label(reason: Reason) -> Self {
        Self { inline: true, ..Self::certain(reason) }
    }
}
