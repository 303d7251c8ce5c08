//! Names of one word that are words of the language after all, whatever the sentence says for them.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::form::{MET_SOMETIMES, REST_MET};
use super::named::Named;
use super::reading::Readings;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{COUNTRY, IN_PLACE, Kinds, PLACE, PLACE_HEAD, is, kinds};
use crate::knowledge::EntityKind;

/// Takes them out.
pub(super) fn drop_words(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let words = readings.words;
    let definite: LazyCell<HashSet<&str>, _> = LazyCell::new(|| {
        let bare = (0..words.list.len()).filter_map(|at| words.at(at).behind_article());
        bare.collect()
    });
    found.retain(|name| {
        let is_word = || {
            let is_defined =
                is_everyday_place(readings, name) && definite.contains(readings.bare(name.first));
            is_defined || is_joined(readings, name) || is_owned(readings, name)
        };
        name.first != name.last || !is_word()
    });
}

/// «جراء سيول»: a city whose name is an everyday word too, where no preposition of place stands before it; whether
/// the text has that word with «ال» decides.
fn is_everyday_place(readings: &Readings<'_>, name: &Named) -> bool {
    let is_met = readings.has_shape(name.first, REST_MET) && !readings.is(name.first, COUNTRY);
    let before = readings.words.before(name.first);
    let is_located = is(before, IN_PLACE) || readings.kinds_before(name.first).any(PLACE_HEAD);
    name.kind == EntityKind::Place && is_met && !is_located && name.skipped == 0
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
