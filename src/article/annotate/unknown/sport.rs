//! Clubs and teams, which bear the names of their cities and countries.

use super::asked::{ANY, Asked, one_of};
use super::form::{GLUED, OUTLANDISH};
use super::named::{Named, organization_named as named};
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{
    AGAINST, CLUB, COMMON, COUNTRY, GIVEN, IN_A_TEAM, Kinds, MATCH, OF_A_TEAM, OF_CITY, PLACE,
    SPORT_SURE, TEAM, TEAM_PART, TEAM_PLAYED, is,
};

/// Whether a match is spoken of near a word, so that the name of a city is that of its club.
pub(super) fn is_club(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    // «في برشلونة» is the city all the same.
    let before = readings.words.before(at);
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if is(before, OF_CITY) || onto.ends_with('ب') {
        return false;
    }
    readings.is_sport_near(at, NEAR)
}

/// Whether sport is spoken of near a word.
pub(super) fn is_near(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    readings.is_sport_near(at, NEAR)
}

/// «منتخب البحرين»: a team and the country or city that it plays for, with which its name ends.
pub(super) fn is_team(readings: &Readings<'_>, at: usize) -> bool {
    const OWNER: Asked = one_of(Kinds::of(&[COUNTRY, PLACE]));
    readings.bare_is(at, TEAM) && readings.follows(at, OWNER)
}

/// Whether a club with an everyday name is meant: a match is near, and no noun stands before that the word could describe.
pub(super) fn is_club_in_doubt(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    let before = readings.words.before(at);
    let described = before.starts_with("ال") && !matches!(before, "النادي" | "الفريق");
    if described || !readings.bare_is(at, CLUB) {
        return false;
    }
    let is_sport = |index: usize| {
        readings.bare_is(index, SPORT_SURE) && readings.words.same_paragraph(at, index)
    };
    let mut near = (at.saturating_sub(NEAR)..at).chain(at + 1..at + NEAR);
    near.any(is_sport)
}

/// «منتخبي فرنسا وإيطاليا», «فوزه على المغرب», «خسرت كينيا»: a country that plays; «تغلب على كايزر»: a club that nobody has listed.
pub(super) fn team(readings: &Readings<'_>, at: usize) -> Option<Named> {
    /// «كينيا»; a country that is a word or a given name too is not told from it.
    const COUNTRY_ALONE: Asked = one_of(COUNTRY).but(Kinds::of(&[COMMON, GIVEN]));
    /// «مانشستر», but not «بمانشستر».
    const WHOLE_PLACE: Asked = one_of(PLACE).without(GLUED);
    /// «كايزر», «فينورد»
    const STRANGER: Asked = ANY.with(OUTLANDISH).without(GLUED);
    let (last, country) = match readings.phrase(at).filter(|(_, kinds)| kinds.any(COUNTRY)) {
        Some((last, _)) => (last, true),
        None => (at, readings.fits(at, COUNTRY_ALONE)),
    };
    if country {
        return plays(readings, at).then(|| named(readings, at, last, Why::CountryPlays));
    }
    // «صفوف مانشستر»
    if readings.fits(at, WHOLE_PLACE) && is(readings.words.before(at), TEAM_PART) {
        let last = readings.phrase(at).map_or(at, |(last, _)| last);
        return Some(named(readings, at, last, Why::Plays));
    }
    if !readings.fits(at, STRANGER) || !is_opponent(readings, at) && !is_managed(readings, at) {
        return None;
    }
    Some(named(readings, at, readings.row(at, 2, ANY.with(OUTLANDISH)), Why::Plays))
}

/// Whether the country at a word plays, or the one before it with which it is joined.
fn plays(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if onto == "و" {
        let before = |back: usize| {
            at.checked_sub(back).filter(|&index| readings.words.same_paragraph(index, at))
        };
        return before(1)
            .is_some_and(|index| readings.is(index, COUNTRY) && plays(readings, index))
            || before(2).is_some_and(|index| {
                readings
                    .phrase(index)
                    .is_some_and(|(last, kinds)| last + 1 == at && kinds.any(COUNTRY))
                    && plays(readings, index)
            });
    }
    if !onto.is_empty() {
        return false;
    }
    let before = readings.words.before(at);
    is(before, OF_A_TEAM) || is(before, TEAM_PLAYED) || is_opponent(readings, at)
}

/// «تغلب على …», «مباراته مع …», «مباراة الأهلي أمام …»
fn is_opponent(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    is(readings.words.before(at), AGAINST)
        && (at.saturating_sub(NEAR)..at - 1)
            .any(|index| readings.words.same_paragraph(index, at) && readings.bare_is(index, MATCH))
}

/// «مدرب فينورد», «حارس بنفيكا»
fn is_managed(readings: &Readings<'_>, at: usize) -> bool {
    is(readings.words.before(at), IN_A_TEAM)
}
