//! Names of one word that are words of the language after all, whatever the sentence says for them.

use super::form::{MET_SOMETIMES, REST_MET};
use super::named::Named;
use super::reading::Readings;
use crate::arabic::lexicon::{COUNTRY, Kinds, PLACE, kinds};
use crate::knowledge::EntityKind;

/// Takes them out.
pub(super) fn drop_words(readings: &Readings<'_>, found: &mut Vec<Named>) {
    found.retain(|name| {
        let is_single = name.first == name.last;
        !(is_single && (is_joined(readings, name) || is_owned(readings, name)))
    });
}

/// «وفيات» is no «فيات»: the whole is met in running texts, and what would stay of it in none.
fn is_joined(readings: &Readings<'_>, name: &Named) -> bool {
    const WELL_KNOWN: Kinds = Kinds::of(&[COUNTRY, PLACE]);
    name.skipped > 0
        && readings.has_shape(name.first, MET_SOMETIMES)
        && !readings.has_shape(name.first, REST_MET)
        && !readings.is(name.first, WELL_KNOWN)
}

/// «في مقره» is no «مقرة»: a noun and its pronoun.
fn is_owned(readings: &Readings<'_>, name: &Named) -> bool {
    let noun = readings.bare(name.first).strip_suffix('ه');
    let noun = noun.filter(|_| readings.is_written_with(name.first, 'ه'));
    name.kind == EntityKind::Place && noun.is_some_and(|noun| !kinds(noun).is_empty())
}
