//! Places: listed ones, and those that a head introduces («مدينة تشوانتشو», «مطار دمشق»).

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
    readings
        .phrase(at)
        .filter(|(_, kinds)| kinds.any(PLACE) && !kinds.any(GIVEN | FAMILY | ORG))?;
    listed(readings, at)
}

/// «شمال كردفان»: a compass point that the head before it makes part of the name.
fn province(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let compass = readings.words.is(at, COMPASS);
    let headed = compass && is(readings.words.before(at), PROVINCE);
    (headed && readings.goes_on(at, at + 1) && readings.is(at + 1, COUNTRY | PLACE | RARE_PLACE))
        .then(|| named(readings, at, at + 1, Why::Place))
}

fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds.any(PLACE | COUNTRY | RARE_PLACE)
    {
        let rare = !kinds.any(PLACE | COUNTRY);
        if is_of_event(readings, at) {
            return None;
        }
        return (!rare || is_cued(readings, at) || readings.skipped(at) > 0)
            .then(|| named(readings, at, last, Why::Place));
    }
    let kinds = readings.kinds(at);
    if !kinds.any(NAMES_OF_PLACES) {
        return None;
    }
    if is_of_event(readings, at) || readings.bare_is(at, PLACE_IN_DOUBT) && !is_within(readings, at)
    {
        return None;
    }
    if kinds.any(COUNTRY | PLACE) {
        // «العين», «القمر»: a common word is a place only behind a head.
        let ambiguous = kinds.any(COMMON | GIVEN | FAMILY | TITLE) && !is_headed(readings, at)
            || !kinds.any(COUNTRY) && kinds.any(NATION);
        return (!ambiguous).then(|| named(readings, at, at, Why::Place));
    }
    let rare =
        kinds.any(RARE_PLACE) && !kinds.any(GIVEN | FAMILY | COMMON | TITLE | NATION | ORG_HEAD);
    (rare && (is_cued(readings, at) || is_headed(readings, at)))
        .then(|| named(readings, at, at, Why::City))
}

/// «مطار دمشق الدولي»
fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if !readings.bare_is(at, PLACE_INSIDE) {
        return None;
    }
    let next = at + 1;
    if !readings.goes_on(at, next) {
        return None;
    }
    let other = GIVEN | ORG | COMMON | TITLE;
    let known = readings.is(next, NAMES_OF_PLACES) && !readings.is(next, other)
        || readings.phrase(next).is_some_and(|(_, kinds)| kinds.any(PLACE | COUNTRY));
    if readings.bare_is(at, BEFORE_KNOWN) && !known {
        return None;
    }
    let phrase = readings.phrase(next).filter(|(_, kinds)| kinds.any(PLACE | COUNTRY | GIVEN));
    let mut last = match phrase {
        Some((last, _)) => last,
        None if readings.is(next, GIVEN) => super::extent::extend(readings, next, next),
        None if readings.is(next, COUNTRY | PLACE | RARE_PLACE) || readings.is_foreign(next) => {
            next
        }
        None if readings.bare_is(at, OPEN_PLACE)
            && readings.words.at(next).starts_with("ال")
            && !readings.is(next, TITLE) =>
        {
            next
        }
        None if readings.bare_is(at, BEFORE_NAME) && is_definite_name(readings, next) => next,
        None if !readings.bare_is(at, BUILT_PLACE)
            && readings.may_be_name(next)
            && !readings.words.at(next).starts_with("ال") =>
        {
            next
        }
        None => return None,
    };
    let runs_on = |index: usize| {
        readings.goes_on(at, index)
            && readings.is_foreign(index)
            && !readings.words.at(index).starts_with(['و', 'ل'])
    };
    while last - at < 3 && readings.is_foreign(last) && runs_on(last + 1) {
        last += 1;
    }
    let adjective = |index: usize| {
        readings.words.same_paragraph(at, index) && readings.words.is(index, PLACE_ADJECTIVE)
    };
    while adjective(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, Why::PlaceHead))
}

/// «النهضة», «الرميلة»: a word with «ال» that is no everyday one.
fn is_definite_name(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("ال")
        && !readings.is(at, COMMON | TITLE | NATION | ORG_HEAD | PLACE_HEAD)
        && !word.ends_with("ات")
        && !readings.is(at, SPEECH)
        && (!readings.kinds(at).is_empty() || readings.may_be_name(at))
}

/// «مدينة تشوانتشو», «بلدة عيتا الشعب»: the name behind a head that stays outside.
fn introduced(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let before = at.checked_sub(1)?;
    let head = readings.bare(before);
    if !is(head, PLACE_OUTSIDE)
        || !readings.words.same_paragraph(before, at)
        || readings.skipped(at) > 0 && !readings.is(at, NAMES_OF_PLACES)
    {
        return None;
    }
    let kinds = readings.kinds(at);
    let word = readings.words.at(at);
    let name = readings.is_strange(at)
        || kinds.any(RARE_PLACE | GIVEN | RARE_FAMILY) && !kinds.any(COMMON)
        || (kinds.is_empty()
            && word.starts_with("ال")
            && word.chars().count() > 4
            && !word.ends_with("ات"))
        || is(head, QUARTER)
            && word.starts_with("ال")
            && !kinds.any(TITLE | NATION)
            && (!kinds.any(COMMON) || is(head, STREET));
    if !name {
        return None;
    }
    let mut last = at;
    while last - at < 2
        && readings.goes_on(at, last + 1)
        && (readings.is_foreign(last + 1)
            || (readings.kinds(last + 1).is_empty()
                && readings.words.at(last + 1).starts_with("ال")
                && readings.words.at(last + 1).chars().count() > 4
                && last == at))
    {
        last += 1;
    }
    Some(named(readings, at, last, Why::BehindPlaceHead))
}

const NAMES_OF_PLACES: Kinds = Kinds::of(&[COUNTRY, PLACE, RARE_PLACE]);

/// Whether a preposition of place stands before the word, or is written onto it.
fn is_cued(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    onto.ends_with('ب')
        || is(readings.words.before(at), BEFORE_PLACE)
        || onto.ends_with('و') && readings.kinds_before(at).any(COUNTRY | PLACE)
}

fn is_headed(readings: &Readings<'_>, at: usize) -> bool {
    readings.kinds_before(at).any(PLACE_HEAD)
}

/// Whether the name of the place only tells an event apart.
fn is_of_event(readings: &Readings<'_>, at: usize) -> bool {
    readings.skipped(at) == 0
        && at > 0
        && readings.words.same_paragraph(at - 1, at)
        && readings.bare_is(at - 1, EVENT_HEAD)
}

/// Whether «في», «إلى» or the head of a place stands before the word.
fn is_within(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    is_headed(readings, at)
        || is(readings.words.before(at), IN_PLACE)
        || onto.ends_with('و') && readings.kinds_before(at).any(COUNTRY | PLACE)
}
