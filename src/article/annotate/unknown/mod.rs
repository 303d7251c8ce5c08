//! Names that nobody has listed: people, organizations and places, by the shape of the language.
//!
//! 1. [`reading`] says of each word what it can be, by its [`form`] and its spelling, as a rule asks it ([`asked`]);
//! 2. [`person`], [`organization`] and [`place`] each try to read a name from a word on;
//!    the first that can takes it;
//! 3. [`certain`] says of a few what they are beyond doubt;
//! 4. [`weighing`] weighs what they propose with all else that each word shows, over the whole sentence;
//! 5. [`bounds`] mends where names begin and end, [`whole`] takes out what is a word of the language after all, [`marked`] makes a row of names in marks one kind, [`recurring`] takes a family name that stood behind a given one wherever it comes again, [`firms`] the short form of a firm.

mod asked;
mod bodies;
mod bounds;
mod certain;
mod cue;
mod extent;
mod firms;
mod form;
mod heads;
mod marked;
mod named;
mod organization;
mod pattern;
mod person;
mod place;
mod proposals;
mod reading;
mod recurring;
mod sport;
pub mod weighing;
mod whole;
mod why;

use super::words::Words;
use crate::document::{Mention, MentionKind};

use named::Named;
use reading::Readings;

/// The names of an article that are not among the known ones, in the order of the text.
pub(super) fn names(words: &Words<'_>, known: &[Mention]) -> Vec<Mention> {
    let readings = Readings::of(words, known);
    let mut found = weighing::names(&readings);
    bounds::mend(&readings, &mut found);
    whole::drop_words(&readings, &mut found);
    marked::one_kind(&readings, &mut found);
    recurring::add_joined(&readings, &mut found);
    recurring::add(&readings, &mut found);
    recurring::add_kin(&readings, &mut found);
    recurring::add_speakers(&readings, &mut found);
    firms::add(&readings, &mut found);
    let mention = |name: &Named| Mention {
        span: words.span(name.first, name.skipped, name.last),
        kind: MentionKind::Entity(name.kind),
        id: None,
        reason: name.why.text().to_owned(),
    };
    found.iter().map(mention).collect()
}
