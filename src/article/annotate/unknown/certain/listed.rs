//! Districts and bodies whose names mean nothing else: «سكيكدة», «خان شيخون», «النيابة العامة».
//!
//! They are no signs for the weights, which would learn from them that a strange word seldom is a place.

use super::super::form::OPENS_LISTED;
use super::super::heads::{LISTED, listed_forms};
use super::super::reading::Readings;
use super::super::sport;
use super::span::{Certain, Reach};
use crate::arabic::lexicon::{
    ADDRESS, BODY_HEAD, BROAD_HEAD, CLUB, GIVEN, KNOWN_BODY, Kinds, OF_PLACE, OPEN_JOIN, ORG_HEAD,
    PLACE_HEAD, PLACE_INSIDE, kinds, phrases_beside,
};
use crate::knowledge::EntityKind;

/// Words of a list.
struct Listed {
    last: usize,
    kinds: Kinds,
    /// The bytes of what is written onto the first.
    lead: usize,
}

/// What the lists say of the words from one on.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Certain> {
    let listed = listed(readings, at)?;
    let kind = match listed.kinds.any(KNOWN_BODY) {
        true => EntityKind::Organization,
        // «مصفاة بيجي», «جبل شيليا»: the head belongs to the name.
        false if readings.before(at).is_some_and(|head| readings.bare_is(head, PLACE_INSIDE)) => {
            return None;
        }
        false if is_of_another(readings, at, &listed) => return None,
        false => EntityKind::Place,
    };
    let is_behind = listed.lead > 0 && readings.skipped(at) == 0;
    Some(Certain { is_behind, ..Certain::name(at, listed.last, kind, Reach::Nowhere) })
}

/// The bytes of what is written onto a listed name.
pub(in super::super) fn lead(readings: &Readings<'_>, at: usize) -> Option<usize> {
    listed(readings, at).map(|listed| listed.lead)
}

fn listed(readings: &Readings<'_>, at: usize) -> Option<Listed> {
    if !readings.has_shape(at, OPENS_LISTED) {
        return None;
    }
    let word = readings.words.at(at);
    let first = word.chars().next().map_or(0, char::len_utf8);
    let forms = listed_forms(word).into_iter().zip([0, first, first]);
    forms.filter_map(|(form, lead)| named(readings, at, &form?, lead)).next()
}

/// The longest listed name that begins with a word as it stands behind what is written onto it.
fn named(readings: &Readings<'_>, at: usize, first: &str, lead: usize) -> Option<Listed> {
    let words = readings.words;
    let stands = |rest: &[String]| {
        let mut behind = (at + 1..).zip(rest);
        behind.all(|(next, word)| words.same_paragraph(at, next) && words.at(next) == word)
    };
    let phrase = phrases_beside(first).iter().find(|(rest, _)| stands(rest));
    let phrase = phrase.map(|(rest, kinds)| Listed { last: at + rest.len(), kinds: *kinds, lead });
    // «باب» is no «ب» with a town «اب»: behind what is written onto it a word of few letters is rather another.
    let is_long = lead == 0 || first.chars().count() > 4;
    let of_word = || if is_long { kinds(first) } else { Kinds::NONE };
    let alone = || Listed { last: at, kinds: of_word(), lead };
    Some(phrase.unwrap_or_else(alone)).filter(|listed| listed.kinds.any(LISTED))
}

/// «ابن جرير الطبري», «مستشفى كوستي», «فاز بركان»: a word of the name of somebody or of a body.
fn is_of_another(readings: &Readings<'_>, at: usize, listed: &Listed) -> bool {
    const BEFORE: Kinds =
        Kinds::of(&[GIVEN, OPEN_JOIN, ADDRESS, ORG_HEAD, BODY_HEAD, BROAD_HEAD, CLUB]);
    let before = |kinds| readings.before(at).is_some_and(|index| readings.bare_is(index, kinds));
    let is_shown = listed.lead > 0 || before(OF_PLACE | PLACE_HEAD);
    let is_team = || sport::is_near(readings, at);
    let is_inside = before(BEFORE) || readings.in_phrase(at);
    is_inside || !is_shown && is_team()
}
