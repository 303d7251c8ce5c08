//! What a certain span is, and the kinds of words that it is made of.

use crate::arabic::lexicon::{
    COUNTRY, FAMILY, GIVEN, Kinds, LOOSE_END, NATION, ORG, ORG_HEAD, PHRASE_END, PLACE, PLACE_HEAD,
    RARE_FAMILY, SAYING, SPEECH, UNIT, WEEKDAY_NAME,
};
use crate::knowledge::EntityKind;

/// Where a certain name may reach beyond the words that show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Reach {
    /// Nowhere: it is these words.
    Nowhere,
    /// Behind them: «سعاد بركات الحلبي».
    Behind,
    /// Before and behind them: «كارلوس ألبرتو باريرا».
    Both,
}

/// Words of which it is certain what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Certain {
    /// The first word.
    pub(in super::super) first: usize,
    /// The last word.
    pub(in super::super) last: usize,
    /// What they name; nothing where they name nothing.
    pub(in super::super) kind: Option<EntityKind>,
    /// Where the name may go on.
    pub(in super::super) reach: Reach,
    /// Whether the name stands behind a «و» that the reading of the word does not see.
    pub(in super::super) is_behind: bool,
}

impl Certain {
    /// A name that begins at a word as it is read.
    pub(super) fn name(first: usize, last: usize, kind: EntityKind, reach: Reach) -> Self {
        Self { first, last, kind: Some(kind), reach, is_behind: false }
    }

    /// Words that name nothing.
    pub(super) fn nothing(first: usize, last: usize) -> Self {
        Self { first, last, kind: None, reach: Reach::Nowhere, is_behind: false }
    }
}

/// Words that can be in a person's name.
pub(super) const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]);
/// Words that are no part of a name.
pub(super) const NO_NAME: Kinds = Kinds::of(&[
    SPEECH,
    SAYING,
    COUNTRY,
    PLACE,
    NATION,
    ORG,
    ORG_HEAD,
    PLACE_HEAD,
    UNIT,
    PHRASE_END,
    LOOSE_END,
    WEEKDAY_NAME,
]);
