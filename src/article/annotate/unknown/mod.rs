//! Names that nobody has listed: people, organizations and places, by the shape of the language.
//!
//! 1. [`reading`] says of each word what it can be, by its [`form`] and its spelling;
//! 2. [`person`], [`organization`] and [`place`] each try to read a name from a word on;
//!    the first that can takes it;
//! 3. [`weighing`] weighs what they propose with all else that each word shows, over the whole sentence;
//! 4. [`recurring`] takes a family name that stood behind a given one wherever it comes again.

mod bodies;
mod cue;
mod extent;
mod form;
mod heads;
mod organization;
mod pattern;
mod person;
mod place;
mod reading;
mod recurring;
mod sport;
pub mod weighing;
mod why;

use super::words::Words;
use crate::document::{Mention, MentionKind};
use crate::knowledge::EntityKind;

use reading::Readings;
use why::Why;

/// A name by its words, before it becomes a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    kind: EntityKind,
    first: usize,
    /// Bytes of proclitics in its first word.
    skipped: usize,
    last: usize,
    /// Why, for `annotate --explain`.
    why: Why,
}

/// An organization by its words.
fn organization_named(readings: &Readings<'_>, first: usize, last: usize, why: Why) -> Named {
    Named { kind: EntityKind::Organization, first, skipped: readings.skipped(first), last, why }
}

/// The names of an article that are not among the known ones, in the order of the text.
pub(super) fn names(words: &Words<'_>, known: &[Mention]) -> Vec<Mention> {
    let readings = Readings::of(words, known);
    let mut found = weighing::names(&readings);
    recurring::add(&readings, &mut found);
    let mention = |name: &Named| Mention {
        span: words.span(name.first, name.skipped, name.last),
        kind: MentionKind::Entity(name.kind),
        id: None,
        reason: name.why.text().to_owned(),
    };
    found.iter().map(mention).collect()
}

/// The names that the rules propose, in the order of the text, none inside another.
fn proposals(readings: &Readings<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < readings.words.list.len() {
        // What the knowledge base has stays whole: «تنظيم داعش» is no new name.
        let free = |name: &Named| !(name.first..=name.last).any(|index| readings.taken(index));
        let name = if readings.may_open(at) {
            read(readings, at, found.last()).filter(free)
        } else {
            None
        };
        at = match name {
            Some(name) => {
                found.push(name);
                name.last + 1
            }
            None => at + 1,
        };
    }
    found
}

/// The name that begins at a word, if one does.
fn read(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    organization::read(readings, at)
        .or_else(|| place::known(readings, at))
        .or_else(|| person::listed(readings, at, before))
        .or_else(|| place::read(readings, at))
        .or_else(|| person::cued(readings, at, before))
}
