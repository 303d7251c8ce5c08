//! A name by its words.

use super::reading::Readings;
use super::why::Why;
use crate::knowledge::EntityKind;

/// A name by its words, before it becomes a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) kind: EntityKind,
    pub(super) first: usize,
    /// Bytes of proclitics in its first word.
    pub(super) skipped: usize,
    pub(super) last: usize,
    /// Why, for `annotate --explain`.
    pub(super) why: Why,
}

/// An organization by its words.
pub(super) fn organization_named(
    readings: &Readings<'_>,
    first: usize,
    last: usize,
    why: Why,
) -> Named {
    Named { kind: EntityKind::Organization, first, skipped: readings.skipped(first), last, why }
}
