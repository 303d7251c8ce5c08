//! Bodies that stand in a row or against each other: «شركات شيفرون وستيلر إنرجي», «فاز الاتحاد على الفتح».

use super::super::asked::{ANY, Asked, at_most, one_of};
use super::super::form::{DEFINITE, HEADS_BODIES, LETTERS, TAKEN};
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
use crate::weigh::Traits;

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
    const UNLISTED: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY, FAMILY]));
    let of_name = kinds(name);
    if of_name.any(ORG) || readings.is(at, ORG) {
        return true;
    }
    if !UNLISTED.has_kinds(of_name) || readings.taken(at) {
        return false;
    }
    // «شيفرون» ends as a plural does; «وستيلر إنرجي»: what looks like a future is none before another strange word.
    let may_stand = || is_bare(name) || is_bare_name(readings, at + 1);
    if name != readings.words.at(at) {
        return may_stand();
    }
    readings.is_foreign(at) || is_bare_name(readings, at) && may_stand()
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
    /// What is in no name of a person, but for bodies and places: «الشباب», «الرياض».
    const NO_CLUB: Asked = one_of(NO_NAME).but(Kinds::of(&[ORG, PLACE]));
    const FREE: Asked = ANY.with(Traits::of(&[LETTERS, DEFINITE])).without(TAKEN);
    let words = readings.words;
    if !readings.fits(at, FREE) || words.is(at, OTHER) || NO_CLUB.has_kinds(words.kinds(at)) {
        return false;
    }
    words.at(at).chars().count() > 4
}
