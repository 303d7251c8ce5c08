//! People whose names show themselves: a son of his father, two names that are nothing else.

use super::super::asked::{Asked, at_most, none_of, one_of};
use super::super::cue::{Cue, cue};
use super::super::form::DEFINITE;
use super::super::reading::Readings;
use super::part::{any_kinds, hangs_on, is_relation, is_strange, is_title};
use super::side::{is_behind_office, is_behind_saying};
use super::span::{NAMES, NO_NAME};
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FOREIGN, GIVEN, GIVEN_WITH_ARTICLE, JOIN, Kinds, MOORISH, NAME_TOO, NATION,
    ORG, ORG_HEAD, PLACE, PLACE_HEAD, RARE_PLACE, SPEECH, STEM, TITLE, kinds,
};
use crate::article::annotate::timex::direction::is_verb;

/// The last word of the part of a name that shows it, if one begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    lineage(readings, at).or_else(|| {
        let is_named = readings.kinds(at).any(GIVEN) && given_and_family(readings, at)
            || given_with_article(readings, at);
        (is_named || agrees_with_nothing(readings, at)).then_some(at + 1)
    })
}

/// «بيجل ولد هميد», «المختار ولد أجاي»: what is joined by «ولد» is a Mauritanian's name, where no verb can be meant.
fn lineage(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let (join, own) = (at + 1, at + 2);
    if words.at(join) != "ولد" || !readings.goes_on(at, own) {
        return None;
    }
    let of_word = readings.kinds(at);
    let bare = words.at(at).strip_prefix("ال").map_or(Kinds::NONE, kinds);
    // «الداه ولد اعل»: a word that no list has, with «ال» too where a father's name is listed.
    let is_unlisted = || {
        let is_open = !words.at(at).starts_with("ال") || readings.kinds(own).any(NAMES | MOORISH);
        of_word.without(FOREIGN | STEM | RARE_PLACE).is_empty() && is_open
    };
    let is_named = match of_word.any(NAMES) {
        true => !of_word.any(SPEECH) || bare.any(GIVEN),
        // «رئيس الاتحادية يرب ولد اسغير», «أكد يرب ولد اسغير»: behind an office or a verb no verb stands before a son.
        false if bare.any(GIVEN) => true,
        false => {
            let is_shown = [is_behind_office, is_behind_saying].iter().any(|it| it(readings, at));
            is_unlisted() && (is_shown || !is_verb(words.at(at)))
        }
    };
    (is_named && may_be_house(readings, at, own)).then_some(own)
}

/// Whether the word behind «ولد» names a father: «الوزير دي ولد الزين», but not «أحمد ولد الساعة السابعة».
fn may_be_house(readings: &Readings<'_>, at: usize, own: usize) -> bool {
    let (word, father) = (readings.words.at(own), readings.words.kinds(own));
    if readings.words.written(own).ends_with(['ا', 'ة']) {
        return false;
    }
    let is_name = father.any(NAMES | NAME_TOO | MOORISH);
    // «الفنان الخليل ولد النيه»: behind a title nobody else is meant.
    let least = if is_name { Cue::Office } else { Cue::Titled };
    if word.starts_with("ال") && cue(readings, at) < least {
        return false;
    }
    let is_other = father.any(NO_NAME | NATION | COMMON);
    is_name || !is_other && !word.starts_with(['ب', 'ل', 'ك', 'و'])
}

/// «سعاد بركات», «جمانة صقر»: a given name that is nothing else, and behind it a word that is a family's name too.
fn given_and_family(readings: &Readings<'_>, at: usize) -> bool {
    let (given, next) = (readings.kinds(at) | readings.words.kinds(at), at + 1);
    let (family, word) = (any_kinds(readings, next), readings.words.at(next));
    if !opens_a_pair(readings, at, given) || !closes_a_pair(family, word) {
        return false;
    }
    let is_titled = cue(readings, at) == Cue::Titled;
    if !family.any(COMMON) {
        return is_sure(given, family, is_titled);
    }
    let is_bound = !is_titled && is_annexed(readings, next);
    let is_noun = !is_verb(word) && !word.ends_with('ا');
    is_noun && !is_bound && is_sure(given, family, is_titled)
}

/// Whether a given name stands by itself before a word: behind «و» at most, no part of a place, its family not of two words.
fn opens_a_pair(readings: &Readings<'_>, at: usize, given: Kinds) -> bool {
    let lead = &readings.words.at(at)[..readings.skipped(at)];
    let is_of_place = readings.phrase(at).is_some_and(|(_, kinds)| kinds.any(PLACE | COUNTRY))
        || readings.kinds_before(at).any(PLACE_HEAD | ORG_HEAD);
    if given.any(NO_NAME | TITLE | JOIN) || is_of_place {
        return false;
    }
    matches!(lead, "" | "و") && readings.goes_on(at, at + 1) && !hangs_on(readings, at + 1)
}

/// Whether a word can be a family's name and is no title or particle.
fn closes_a_pair(family: Kinds, word: &str) -> bool {
    let is_other = is_title(family) || family.any(NO_NAME | JOIN);
    family.any(NAMES | NAME_TOO) && !is_other && !word.starts_with("ال")
}

/// «سعاد», «كمال»: a given name that is a word too needs a family name that is none, or a title.
fn is_sure(given: Kinds, family: Kinds, is_titled: bool) -> bool {
    match (given.any(COMMON), family.any(COMMON)) {
        (false, _) => true,
        (true, false) => given.any(NAME_TOO),
        (true, true) => is_titled && given.any(NAME_TOO),
    }
}

/// «نجم المنتخب», «دوري أبطال أوروبا»: a noun with what belongs to it.
fn is_annexed(readings: &Readings<'_>, at: usize) -> bool {
    let behind = readings.words.at(at + 1);
    let is_noun = || readings.is(at + 1, COMMON) && !is_verb(behind);
    readings.goes_on(at, at + 1)
        && (behind.starts_with("ال") || behind.ends_with("ات") || is_noun())
}

/// «الفاتح قرشي»: a given name with «ال», and a family name without it, which no adjective's noun would have.
fn given_with_article(readings: &Readings<'_>, at: usize) -> bool {
    const OTHER: Kinds = Kinds::of(&[TITLE, NATION, COUNTRY, PLACE, ORG]);
    let (words, next) = (readings.words, at + 1);
    let Some(of_given) = words.at(at).behind_article().map(kinds) else { return false };
    if !of_given.any(GIVEN) || readings.is(at, OTHER) {
        return false;
    }
    if readings.has_shape(next, DEFINITE) || !readings.goes_on(at, next) {
        return false;
    }
    // «الرجل الطيب»: an adjective of the noun before it.
    let is_of_noun = words.before(at).has_article() && !readings.is(at - 1, TITLE);
    let is_everyday = || of_given.any(COMMON) && cue(readings, at) != Cue::Titled;
    if is_of_noun || is_everyday() {
        return false;
    }
    is_family(readings, next) || is_strange_family(readings, at, next)
}

/// «للجامعة العربي اليعقوبي», «سائقه الحبيب الجريدي»: a given name with «ال» that is no adjective of the noun before it, and a family
/// name of relation.
fn agrees_with_nothing(readings: &Readings<'_>, at: usize) -> bool {
    const HOUSE: Asked =
        none_of(Kinds::of(&[NATION, TITLE, ORG_HEAD, SPEECH, COMMON])).with(DEFINITE);
    let words = readings.words;
    let is_name = words.is(at, GIVEN_WITH_ARTICLE) && readings.follows(at, HOUSE);
    let Some(noun) = readings.before(at).filter(|_| is_name) else { return false };
    let is_house = is_relation(words.at(at + 1));
    let is_feminine = readings.is_written_with(noun, 'ة');
    // «سائقه», «زوجها»
    let is_owned = || ["ه", "ها", "هم"].iter().any(|own| words.written(noun).ends_with(own));
    is_house && (is_feminine || is_owned())
}

/// «قرشي»: a family name that is nothing else.
fn is_family(readings: &Readings<'_>, at: usize) -> bool {
    const FAMILY_ONLY: Asked = one_of(NAMES).but(Kinds::of(&[COMMON, NO_NAME, TITLE]));
    let word = readings.words.at(at);
    let is_grammar = || word.ends_with("ات") || word.starts_with('و') || is_verb(word);
    FAMILY_ONLY.has_kinds(readings.words.kinds(at)) && !is_grammar()
}

/// «بوشناق», «بلحاج», and behind a cue for the given name at `given` any strange word.
fn is_strange_family(readings: &Readings<'_>, given: usize, at: usize) -> bool {
    const UNLISTED: Asked = at_most(FOREIGN);
    let word = readings.words.at(at);
    if !readings.fits(at, UNLISTED) || readings.words.is(at, NO_NAME | JOIN) {
        return false;
    }
    if word.chars().count() < 4 || is_verb(word) {
        return false;
    }
    let is_maghrebi = ["بو", "بل"].iter().any(|start| word.starts_with(start));
    is_maghrebi || is_strange(readings, at) && cue(readings, given) >= Cue::Said
}
