//! Places: listed ones, and those that a head introduces («مدينة تشوانتشو», «مطار دمشق»).

use super::asked::{ANY, Asked, at_most, none_of, one_of};
use super::form::{DEFINITE, GLUED, NAMELIKE, OUTLANDISH, STRANGE};
use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{
    BEFORE_KNOWN, BEFORE_NAME, BEFORE_PLACE, BUILT_PLACE, COMMON, COMPASS, COUNTRY, EVENT_HEAD,
    FAMILY, GIVEN, IN_PLACE, Kinds, NATION, OPEN_PLACE, ORG, ORG_HEAD, PLACE, PLACE_ADJECTIVE,
    PLACE_HEAD, PLACE_IN_DOUBT, PLACE_INSIDE, PLACE_OUTSIDE, PROVINCE, QUARTER, RARE_FAMILY,
    RARE_PLACE, SPEECH, STREET, TITLE, is,
};
use crate::knowledge::EntityKind;

/// A place that begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Named> {
    province(readings, at)
        .or_else(|| headed(readings, at))
        .or_else(|| listed(readings, at))
        .or_else(|| introduced(readings, at))
}

fn named(readings: &Readings<'_>, first: usize, last: usize, why: Why) -> Named {
    Named { kind: EntityKind::Place, first, skipped: readings.skipped(first), last, why }
}

/// A well-known place of several words, which may begin as a person's name does: «خان يونس».
pub(super) fn known(readings: &Readings<'_>, at: usize) -> Option<Named> {
    const NO_PERSON: Asked = one_of(PLACE).but(Kinds::of(&[GIVEN, FAMILY, ORG]));
    readings.phrase(at).filter(|&(_, kinds)| NO_PERSON.has_kinds(kinds))?;
    listed(readings, at)
}

/// «شمال كردفان»: a compass point that the head before it makes part of the name.
fn province(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let next = at + 1;
    if !readings.words.is(at, COMPASS) || !is(readings.words.before(at), PROVINCE) {
        return None;
    }
    readings.follows(at, one_of(NAMES_OF_PLACES)).then(|| named(readings, at, next, Why::Place))
}

fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds.any(NAMES_OF_PLACES)
    {
        let is_known = kinds.any(PLACE | COUNTRY) || readings.has_shape(at, GLUED);
        let stands = !is_of_event(readings, at) && (is_known || is_cued(readings, at));
        return stands.then(|| named(readings, at, last, Why::Place));
    }
    if !readings.is(at, NAMES_OF_PLACES) || is_of_event(readings, at) {
        return None;
    }
    if readings.bare_is(at, PLACE_IN_DOUBT) && !is_within(readings, at) {
        return None;
    }
    if readings.is(at, COUNTRY | PLACE) {
        return is_alone_a_place(readings, at).then(|| named(readings, at, at, Why::Place));
    }
    let is_shown = readings.fits(at, RARE) && (is_cued(readings, at) || is_headed(readings, at));
    is_shown.then(|| named(readings, at, at, Why::City))
}

/// «بغداد»; but «العين», «القمر», which are common words too, are places only behind a head, and «المصرية» is none.
fn is_alone_a_place(readings: &Readings<'_>, at: usize) -> bool {
    const OF_NATION: Asked = one_of(NATION).but(COUNTRY);
    const OTHER: Kinds = Kinds::of(&[COMMON, GIVEN, FAMILY, TITLE]);
    if readings.fits(at, OF_NATION) {
        return false;
    }
    !readings.is(at, OTHER) || is_headed(readings, at)
}

/// «مطار دمشق الدولي»
fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let next = at + 1;
    if !readings.bare_is(at, PLACE_INSIDE) || !readings.goes_on(at, next) {
        return None;
    }
    if readings.bare_is(at, BEFORE_KNOWN) && !is_known(readings, next) {
        return None;
    }
    let mut last = called(readings, at, next)?;
    let runs_on = |index: usize| {
        let is_whole = !readings.words.at(index).starts_with(['و', 'ل']);
        is_whole && readings.is_foreign(index) && readings.goes_on(at, index)
    };
    while last - at < 3 && readings.is_foreign(last) && runs_on(last + 1) {
        last += 1;
    }
    let is_adjective = |index: usize| {
        readings.words.is(index, PLACE_ADJECTIVE) && readings.words.same_paragraph(at, index)
    };
    while is_adjective(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, Why::PlaceHead))
}

/// A place that a list has, and nothing else: «دمشق», «الدار البيضاء».
fn is_known(readings: &Readings<'_>, at: usize) -> bool {
    const PLACE_ALONE: Asked = one_of(NAMES_OF_PLACES).but(Kinds::of(&[GIVEN, ORG, COMMON, TITLE]));
    let is_phrase = || readings.phrase(at).is_some_and(|(_, kinds)| kinds.any(PLACE | COUNTRY));
    readings.fits(at, PLACE_ALONE) || is_phrase()
}

/// The last word of what a place whose head is at `head` is called, from the word at `at` on.
fn called(readings: &Readings<'_>, head: usize, at: usize) -> Option<usize> {
    /// «دمشق», «تشوانتشو»
    const NAME: [Asked; 2] = [one_of(NAMES_OF_PLACES), ANY.with(OUTLANDISH)];
    /// «ملعب الشعب»
    const OPEN: Asked = none_of(TITLE).with(DEFINITE);
    /// «سلماوي»
    const NAMED: Asked = ANY.with(NAMELIKE).without(DEFINITE);
    let phrase = readings.phrase(at).filter(|(_, kinds)| kinds.any(PLACE | COUNTRY | GIVEN));
    if let Some((last, _)) = phrase {
        return Some(last);
    }
    if readings.is(at, GIVEN) {
        return Some(super::extent::extend(readings, at, at));
    }
    let may_be_any = readings.bare_is(head, OPEN_PLACE) && readings.fits(at, OPEN);
    let is_name = || readings.bare_is(head, BEFORE_NAME) && is_definite_name(readings, at);
    let is_strange = || readings.fits(at, NAMED) && !readings.bare_is(head, BUILT_PLACE);
    let is_called = readings.fits_one(at, &NAME) || may_be_any || is_name() || is_strange();
    is_called.then_some(at)
}

/// «النهضة», «الرميلة»: a word with «ال» that is no everyday one.
fn is_definite_name(readings: &Readings<'_>, at: usize) -> bool {
    const NO_NOUN: Asked =
        none_of(Kinds::of(&[COMMON, TITLE, NATION, ORG_HEAD, PLACE_HEAD, SPEECH])).with(DEFINITE);
    if !readings.fits(at, NO_NOUN) || readings.words.at(at).ends_with("ات") {
        return false;
    }
    !readings.kinds(at).is_empty() || readings.may_be_name(at)
}

/// «مدينة تشوانتشو», «بلدة عيتا الشعب»: the name behind a head that stays outside.
fn introduced(readings: &Readings<'_>, at: usize) -> Option<Named> {
    const INFLECTED: Asked = none_of(NAMES_OF_PLACES).with(GLUED);
    let head = at.checked_sub(1)?;
    if !readings.bare_kinds(head).any(PLACE_OUTSIDE) || !readings.words.same_paragraph(head, at) {
        return None;
    }
    if readings.fits(at, INFLECTED) || !may_be_introduced(readings, head, at) {
        return None;
    }
    let goes_on = |next: usize| {
        let is_second = || next == at + 1 && is_unlisted_definite(readings, next);
        readings.goes_on(at, next) && (readings.is_foreign(next) || is_second())
    };
    let mut last = at;
    while last - at < 2 && goes_on(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, Why::BehindPlaceHead))
}

/// Whether a word behind such a head is a name: «تشوانتشو», «الرميلة»; behind the head of a quarter or a street more words are.
fn may_be_introduced(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    /// «تشوانتشو», «وادان», «خالد»
    const NAMES: [Asked; 2] =
        [ANY.with(STRANGE), one_of(Kinds::of(&[RARE_PLACE, GIVEN, RARE_FAMILY])).but(COMMON)];
    /// «حي الأندلس», and of streets «شارع الجمهورية» too.
    const OF_STREET: Asked = none_of(Kinds::of(&[TITLE, NATION])).with(DEFINITE);
    const OF_QUARTER: Asked = OF_STREET.but(COMMON);
    if readings.fits_one(at, &NAMES) {
        return true;
    }
    let of_head = readings.bare_kinds(head);
    let asked = if of_head.any(STREET) { OF_STREET } else { OF_QUARTER };
    let is_of_quarter = of_head.any(QUARTER) && readings.fits(at, asked);
    let is_plural = || readings.words.at(at).ends_with("ات");
    is_of_quarter || is_unlisted_definite(readings, at) && !is_plural()
}

/// «الرميلة»: a word with «ال» that no list has.
fn is_unlisted_definite(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(Kinds::NONE).with(DEFINITE);
    readings.fits(at, UNLISTED) && readings.words.at(at).chars().count() > 4
}

/// A place that only a long list has, and that is nothing else: «ورقلة».
const RARE: Asked =
    one_of(RARE_PLACE).but(Kinds::of(&[GIVEN, FAMILY, COMMON, TITLE, NATION, ORG_HEAD]));
const NAMES_OF_PLACES: Kinds = Kinds::of(&[COUNTRY, PLACE, RARE_PLACE]);

/// Whether a preposition of place stands before the word, or is written onto it.
fn is_cued(readings: &Readings<'_>, at: usize) -> bool {
    let is_behind = || is(readings.words.before(at), BEFORE_PLACE);
    onto(readings, at).ends_with('ب') || is_behind() || is_joined(readings, at)
}

/// What is written onto a word: «وبـ».
fn onto<'r>(readings: &'r Readings<'_>, at: usize) -> &'r str {
    &readings.words.at(at)[..readings.skipped(at)]
}

/// «بغداد ودمشق»: «و» joins it to a place.
fn is_joined(readings: &Readings<'_>, at: usize) -> bool {
    onto(readings, at).ends_with('و') && readings.kinds_before(at).any(COUNTRY | PLACE)
}

fn is_headed(readings: &Readings<'_>, at: usize) -> bool {
    readings.kinds_before(at).any(PLACE_HEAD)
}

/// Whether the name of the place only tells an event apart.
fn is_of_event(readings: &Readings<'_>, at: usize) -> bool {
    let is_event = |before: usize| readings.bare_is(before, EVENT_HEAD);
    !readings.has_shape(at, GLUED) && readings.before(at).is_some_and(is_event)
}

/// Whether «في», «إلى» or the head of a place stands before the word.
pub(super) fn is_within(readings: &Readings<'_>, at: usize) -> bool {
    let is_behind = || is(readings.words.before(at), IN_PLACE);
    is_headed(readings, at) || is_behind() || is_joined(readings, at)
}
