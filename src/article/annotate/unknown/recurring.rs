//! A name that stood in full lets its family name stand alone in the same article, and a strange place or body that was found once is
//! one wherever it comes again.

use super::asked::{Asked, at_most};
use super::form::{DEFINITE, GLUED, IS_VERB};
use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FOREIGN, GIVEN, Kinds, NAME_TOO, NATION, OPEN_JOIN, ORG, PLACE, RARE_FAMILY,
    RARE_PLACE, SAYING, STEM, TITLE, is,
};
use crate::arabic::quick_hash::WordMap;
use crate::knowledge::EntityKind;
use crate::weigh::Traits;

/// Adds the places where the last word of a found name comes again.
pub(super) fn add(readings: &Readings<'_>, found: &mut Vec<Named>) {
    // What is called by one word in two ways is left as it is.
    let mut called: WordMap<&str, Option<EntityKind>> = WordMap::default();
    for name in found.iter().filter(|name| comes_again(readings, name)) {
        let kind = called.entry(readings.bare(name.last)).or_insert(Some(name.kind));
        *kind = kind.filter(|&kind| kind == name.kind);
    }
    if called.is_empty() {
        return;
    }
    let mut again = Vec::new();
    let mut next = 0;
    for at in 0..readings.words.list.len() {
        while found.get(next).is_some_and(|name| name.last < at) {
            next += 1;
        }
        if found.get(next).is_some_and(|name| name.first <= at) || readings.taken(at) {
            continue;
        }
        let word = readings.words.at(at);
        let skipped = [0, "و".len()].into_iter().find(|&skipped| {
            word.get(..skipped).is_some_and(|lead| matches!(lead, "" | "و" | "ل" | "ب" | "ف"))
                && word.get(skipped..).is_some_and(|rest| called.contains_key(rest))
        });
        let of_word = |skipped: usize| called.get(&word[skipped..]).copied().flatten();
        if let Some((skipped, kind)) =
            skipped.and_then(|skipped| of_word(skipped).map(|kind| (skipped, kind)))
        {
            let why = if kind == EntityKind::Person { Why::Again } else { Why::Weighed };
            again.push(Named { kind, first: at, skipped, last: at, why });
        }
    }
    found.extend(again);
    found.sort_by_key(|name| (name.first, name.last));
}

/// Adds the places where a family name of two words comes again: «بن قادة» behind «لمياء بن قادة».
pub(super) fn add_joined(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let words = readings.words;
    let joined = found.iter().filter(|name| {
        let is_family = name.last > name.first + 1 && words.is(name.last - 1, OPEN_JOIN);
        name.kind == EntityKind::Person && is_family
    });
    let mut houses: WordMap<&str, &str> = WordMap::default();
    houses.extend(joined.map(|name| (words.at(name.last), words.at(name.last - 1))));
    if houses.is_empty() {
        return;
    }
    let is_free = |at: usize| {
        let after = found.partition_point(|name| name.last < at);
        found.get(after).is_none_or(|name| name.first > at) && !readings.taken(at)
    };
    let again = (1..words.list.len()).filter_map(|last| {
        let join = *houses.get(words.at(last))?;
        let first = last - 1;
        let word = words.at(first);
        let skipped = word.len().checked_sub(join.len())?;
        let is_join = word == join || word.behind(AND | FOR | BY | SO) == Some(join);
        let stands =
            is_join && words.same_paragraph(first, last) && is_free(first) && is_free(last);
        let kind = EntityKind::Person;
        stands.then_some(Named { kind, first, skipped, last, why: Why::Again })
    });
    let again: Vec<Named> = again.collect();
    found.extend(again);
    found.sort_by_key(|name| (name.first, name.last));
}

/// «زينة الجريدي» behind «الحبيب الجريدي»: a family name that comes again behind a word that may be a given name and nothing is of it.
pub(super) fn add_kin(readings: &Readings<'_>, found: &mut [Named]) {
    /// «زينة», «أيوب»
    const KIN: Asked = at_most(Kinds::of(&[GIVEN, NAME_TOO, COMMON, RARE_FAMILY, STEM, FOREIGN]))
        .without(Traits::of(&[GLUED, DEFINITE, IS_VERB]));
    let words = readings.words;
    let full =
        found.iter().filter(|name| name.kind == EntityKind::Person && name.last > name.first);
    let houses: Vec<&str> = full.map(|name| words.at(name.last)).collect();
    let mut end = 0;
    for name in found {
        let alone = name.kind == EntityKind::Person && name.first == name.last && name.skipped == 0;
        let given = readings.before(name.first).filter(|&given| alone && given >= end);
        end = name.last + 1;
        let is_given = |given: &usize| {
            let may_be = readings.is(*given, GIVEN) || words.is(*given, NAME_TOO);
            // «ادعى على الحمصي»: the preposition folds as «علي» does.
            let may_be = may_be && words.written(*given) != "على";
            may_be && readings.fits(*given, KIN) && !words.is(*given, TITLE)
        };
        let given = given.filter(|_| houses.contains(&words.at(name.first))).filter(is_given);
        name.first = given.unwrap_or(name.first);
    }
}

/// «قالت النعمانية» behind «شميسة بنت عبدالله النعمانية»: what would be a place elsewhere is the family name that somebody was told by,
/// where it says something.
pub(super) fn add_speakers(readings: &Readings<'_>, found: &mut [Named]) {
    let words = readings.words;
    let mut houses: Vec<&str> = Vec::new();
    for name in found {
        if name.kind == EntityKind::Person && name.last > name.first {
            houses.push(words.at(name.last));
        }
        let verb = readings.before(name.first).filter(|_| name.first == name.last);
        let says = |verb: usize| is(words.at(verb).without(AND | SO), SAYING);
        let is_house = houses.contains(&words.at(name.first)) && verb.is_some_and(says);
        if name.kind == EntityKind::Place && is_house {
            (name.kind, name.why) = (EntityKind::Person, Why::Again);
        }
    }
}

/// Whether a word may stand for a name wherever it comes again: the last of a person's, or a strange one that is a place or body alone.
fn comes_again(readings: &Readings<'_>, name: &Named) -> bool {
    let kinds = readings.kinds(name.last);
    if readings.bare(name.last).chars().count() < 4 {
        return false;
    }
    match name.kind {
        EntityKind::Person => !kinds.any(COMMON | COUNTRY | PLACE | NATION | TITLE | ORG),
        _ => {
            let is_unlisted = kinds.without(FOREIGN | RARE_FAMILY | RARE_PLACE).is_empty();
            name.first == name.last && is_unlisted && readings.is_strange(name.last)
        }
    }
}
