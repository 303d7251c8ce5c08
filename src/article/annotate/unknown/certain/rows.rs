//! Bodies that stand in a row or against each other: «شركات شيفرون وستيلر إنرجي», «فاز الاتحاد على الفتح».

use super::super::form::HEADS_BODIES;
use super::super::pattern::is_plural;
use super::super::reading::Readings;
use super::part::{is_bare_name, may_be_strange};
use super::span::{Certain, NO_NAME, Reach};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{
    AGAINST, ANY_TEAM, COUNTRY, FAMILY, FOREIGN, GIVEN, Kinds, MATCH_ENDS, NATION, NEAR_BODY, ORG,
    ORG_HEAD, PLACE, RARE_FAMILY, TITLE, UNIT, kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// How many bodies a row has at most.
const ROW: usize = 8;

/// Adds the bodies that stand behind a head of several, or the two that played a match.
pub(super) fn read(readings: &Readings<'_>, at: usize, found: &mut Vec<Certain>) {
    if readings.has_shape(at, HEADS_BODIES) {
        several(readings, at, found);
    } else if readings.words.is(at, MATCH_ENDS) {
        opponents(readings, at, found);
    }
}

/// «شركات شيفرون وستيلر إنرجي وبيكر هيوز»: each of the strange names that «و» joins behind the head.
fn several(readings: &Readings<'_>, head: usize, found: &mut Vec<Certain>) {
    let words = readings.words;
    let mut members: Vec<(usize, usize)> = Vec::new();
    let mut next = head + 1;
    while members.len() < ROW && words.same_paragraph(head, next) {
        let word = words.at(next);
        let name = if members.is_empty() { Some(word) } else { word.behind(AND) };
        if !name.is_some_and(|name| is_strange(readings, next, name)) {
            break;
        }
        let goes_on = is_bare_name(readings, next + 1) || may_be_strange(readings, next + 1);
        let last = next + usize::from(goes_on);
        members.push((next, last));
        next = last + 1;
    }
    if members.len() < 2 {
        return;
    }
    found.push(Certain::nothing(head, head));
    found.extend(members.into_iter().enumerate().map(|(number, (first, last))| Certain {
        is_behind: number > 0 && readings.skipped(first) == 0,
        ..Certain::name(first, last, EntityKind::Organization, Reach::Nowhere)
    }));
}

/// Whether a word without its «و» is listed as a body, or is so strange that it can only be a name.
fn is_strange(readings: &Readings<'_>, at: usize, name: &str) -> bool {
    let of_name = kinds(name);
    // «وستيلر إنرجي»: what looks like a future is none before another strange word.
    let stands = || {
        let is_first_foreign = name == readings.words.at(at) && readings.is_foreign(at);
        is_bare(name) || is_first_foreign || is_bare_name(readings, at + 1)
    };
    let is_unlisted = of_name.without(FOREIGN | RARE_FAMILY | FAMILY).is_empty();
    let is_unlisted = is_unlisted && !readings.taken(at) && stands();
    // «شيفرون» ends as a plural does.
    let is_first = name == readings.words.at(at);
    let looks_so = || readings.is_foreign(at) || is_bare_name(readings, at);
    of_name.any(ORG) || readings.is(at, ORG) || is_unlisted && (!is_first || looks_so())
}

/// Whether nothing in the letters of a word speaks against a name.
fn is_bare(name: &str) -> bool {
    let is_grammar = name.starts_with("ال") || is_plural(name) || is_verb(name);
    name.chars().count() > 3 && !is_grammar
}

/// «فاز الاتحاد على الفتح بثلاثة أهداف»: where a match is spoken of, who won and over whom.
fn opponents(readings: &Readings<'_>, verb: usize, found: &mut Vec<Certain>) {
    /// How far from the verb a word of sport may stand.
    const NEAR: usize = 12;
    let (one, against, other) = (verb + 1, verb + 2, verb + 3);
    let is_match = readings.words.is(against, AGAINST)
        && readings.words.same_paragraph(verb, other)
        && (verb + 4..verb + NEAR).any(|index| readings.is_sport_near(index, 1));
    if !is_match || ![one, other].iter().all(|&at| is_club(readings, at)) {
        return;
    }
    // «على الفريق الضيف»: an adjective goes on with a noun, and with no club of one word.
    if readings.words.at(other + 1).starts_with("ال") {
        return;
    }
    found.push(Certain::nothing(verb, verb));
    let club = |at| Certain::name(at, at, EntityKind::Organization, Reach::Nowhere);
    found.extend([club(one), club(other)]);
}

/// Whether a word with «ال» can be a club: no place, nation or office, and nobody who plays without a name.
fn is_club(readings: &Readings<'_>, at: usize) -> bool {
    const OTHER: Kinds =
        Kinds::of(&[TITLE, NATION, COUNTRY, UNIT, GIVEN, ANY_TEAM, NEAR_BODY, ORG_HEAD]);
    let words = readings.words;
    let is_other = words.is(at, OTHER) || words.is(at, NO_NAME) && !words.is(at, ORG | PLACE);
    let is_free = words.is_letters(at) && !readings.taken(at);
    is_free && words.at(at).starts_with("ال") && words.at(at).chars().count() > 4 && !is_other
}
