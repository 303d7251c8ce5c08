//! People whose names show themselves: a son of his father, two names that are nothing else.

use super::super::cue::{Cue, cue};
use super::super::reading::Readings;
use super::part::{hangs_on, is_strange, is_title};
use super::span::{NAMES, NO_NAME};
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FOREIGN, GIVEN, JOIN, Kinds, NAME_TOO, NATION, ORG, ORG_HEAD, PLACE,
    PLACE_HEAD, SPEECH, TITLE, kinds,
};
use crate::article::annotate::timex::direction::is_verb;

/// The last word of the part of a name that shows it, if one begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    lineage(readings, at).or_else(|| {
        let is_named = readings.kinds(at).any(GIVEN) && given_and_family(readings, at)
            || given_with_article(readings, at);
        is_named.then_some(at + 1)
    })
}

/// «بيجل ولد هميد», «المختار ولد أجاي»: what is joined by «ولد» is a Mauritanian's name, where no verb can be meant.
fn lineage(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let (join, own) = (at + 1, at + 2);
    if words.at(join) != "ولد" || !readings.goes_on(at, own) {
        return None;
    }
    let (father, of_word) = (words.kinds(own), readings.kinds(at));
    let written = words.written(own);
    let is_listed = father.any(NAMES | NAME_TOO);
    let is_other = father.any(NO_NAME | NATION | COMMON) && !is_listed
        || written.ends_with(['ا', 'ة'])
        || words.at(own).starts_with("ال")
        || !is_listed && words.at(own).starts_with(['ب', 'ل', 'ك', 'و']);
    let bare = words.at(at).strip_prefix("ال").map_or(Kinds::NONE, kinds);
    let is_named = of_word.any(NAMES) && !of_word.any(SPEECH)
        || bare.any(GIVEN)
        || of_word.is_empty() && !words.at(at).starts_with("ال") && !is_verb(words.at(at));
    (is_named && !is_other).then_some(own)
}

/// «سعاد بركات», «جمانة صقر»: a given name that is nothing else, and behind it a word that is a family's name too.
fn given_and_family(readings: &Readings<'_>, at: usize) -> bool {
    let (given, next) = (readings.kinds(at) | readings.words.kinds(at), at + 1);
    let lead = &readings.words.at(at)[..readings.skipped(at)];
    let is_of_place = readings.phrase(at).is_some_and(|(_, kinds)| kinds.any(PLACE | COUNTRY))
        || readings.kinds_before(at).any(PLACE_HEAD | ORG_HEAD);
    if given.any(NO_NAME | TITLE | JOIN)
        || !matches!(lead, "" | "و")
        || is_of_place
        || !readings.goes_on(at, next)
        || hangs_on(readings, next)
    {
        return false;
    }
    let (family, word) = (readings.words.kinds(next), readings.words.at(next));
    let is_other = is_title(family) || family.any(NO_NAME | JOIN) || word.starts_with("ال");
    if is_other || !family.any(NAMES | NAME_TOO) {
        return false;
    }
    // «سعاد», «كمال»: a given name that is a word too needs a family name that is none, or a title.
    let is_titled = cue(readings, at) == Cue::Titled;
    let is_sure = !given.any(COMMON) || given.any(NAME_TOO) && (!family.any(COMMON) || is_titled);
    // «نجم المنتخب», «دوري أبطال أوروبا»: a noun with what belongs to it.
    let is_annexed = readings.goes_on(at, next + 1) && {
        let behind = readings.words.at(next + 1);
        behind.starts_with("ال")
            || readings.is(next + 1, COMMON) && !is_verb(behind)
            || behind.ends_with("ات")
    };
    let is_plain =
        !family.any(COMMON) || !is_verb(word) && !word.ends_with('ا') && (!is_annexed || is_titled);
    is_sure && is_plain
}

/// «الفاتح قرشي»: a given name with «ال», and a family name without it, which no adjective's noun would have.
fn given_with_article(readings: &Readings<'_>, at: usize) -> bool {
    let (words, next) = (readings.words, at + 1);
    let Some(given) = words.at(at).strip_prefix("ال") else { return false };
    if !kinds(given).any(GIVEN)
        || readings.is(at, TITLE | NATION | COUNTRY | PLACE | ORG)
        || !readings.goes_on(at, next)
        || words.at(next).starts_with("ال")
    {
        return false;
    }
    // «الرجل الطيب»: an adjective of the noun before it.
    let is_adjective = words.before(at).starts_with("ال") && !readings.is(at - 1, TITLE)
        || kinds(given).any(COMMON) && cue(readings, at) != Cue::Titled;
    let (family, word) = (words.kinds(next), words.at(next));
    let is_name = family.any(NAMES)
        && !family.any(COMMON | NO_NAME | TITLE)
        && !(word.ends_with("ات") || word.starts_with('و') || is_verb(word));
    let is_maghrebi = word.starts_with("بو") || word.starts_with("بل");
    let is_unlisted = readings.kinds(next).without(FOREIGN).is_empty();
    let is_cued = || cue(readings, at) >= Cue::Said && is_strange(readings, next);
    let is_other = is_verb(word) || family.any(NO_NAME | JOIN) || word.chars().count() < 4;
    let is_strange_one = is_unlisted && !is_other && (is_maghrebi || is_cued());
    !is_adjective && (is_name || is_strange_one)
}
