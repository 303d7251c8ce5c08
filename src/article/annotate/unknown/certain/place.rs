//! Places by the kind of country that they are, or in pairs.

use super::super::form::HEADS_SEVERAL;
use super::super::heads::{Several, several};
use super::super::pattern::fits;
use super::super::reading::Readings;
use super::after::is_closed;
use super::kin::whole;
use super::part::{is_family, is_sure_name};
use super::span::{Certain, Reach};
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FOREIGN, GEOGRAPHIC, Kinds, LOOSE_END, NATION, OPEN_PLACE, ORG_HEAD,
    PHRASE_END, PLACE, PLACE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE, RARE_PLACE, SPEECH, TITLE, UNIT,
    kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// «حوض النيل», «هضبة الأحقاف»: a kind of country, and a name that is no everyday word.
pub(super) fn geographic(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if !readings.bare_is(at, GEOGRAPHIC) || !readings.goes_on(at, next) {
        return None;
    }
    let of_word = readings.words.kinds(next);
    let word = readings.words.at(next);
    let is_place = of_word.any(COUNTRY | PLACE | RARE_PLACE);
    let is_other = of_word.any(COMMON | TITLE | NATION | SPEECH | PHRASE_END | UNIT | ORG_HEAD)
        || word.starts_with(['ل', 'ب', 'ت', 'ي']) && !is_place;
    let is_free = readings.kinds(next).without(FOREIGN).is_empty()
        && word.chars().count() > 3
        && !(fits(word) || is_verb(word) || word.ends_with('ا') || word.ends_with("ين"));
    if !is_place && (is_other || !is_free) {
        return None;
    }
    Some(
        readings
            .phrase(next)
            .filter(|(_, kinds)| kinds.any(PLACE | COUNTRY))
            .map_or(next, |(last, _)| last),
    )
}

/// «مدينة وادان، ليل الأحد», «بلدة عيترون.»: behind a head that is feminine an adjective would be so too, and what stands there alone
/// before a comma is the name.
pub(super) fn of_settlement(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const OTHER: Kinds = Kinds::of(&[COMMON, PHRASE_END, LOOSE_END, TITLE, NATION, ORG_HEAD]);
    let words = readings.words;
    let head = readings.before(at).filter(|&head| readings.bare_is(head, PLACE_OUTSIDE))?;
    let is_closed = matches!(words.at(at + 1), "،" | "," | "." | "؛");
    let is_feminine = |index: usize| readings.is_written_with(index, 'ة');
    if !is_closed || !is_feminine(head) || is_feminine(at) || words.is(at, OTHER) {
        return None;
    }
    let has_article = readings.has_article(at) || readings.has_article(head);
    (!has_article && readings.goes_on(head, at)).then_some(at)
}

/// «ملعب ميلود هدفي»: a building that is called after somebody has the whole name.
pub(super) fn called_after(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (given, family) = (at + 1, at + 2);
    let is_head = readings.bare_is(at, OPEN_PLACE) && readings.bare_is(at, PLACE_INSIDE);
    if !is_head || !readings.goes_on(at, family) {
        return None;
    }
    let is_named = is_sure_name(readings, given) && !readings.is(given, PLACE | COUNTRY);
    let is_whole = || is_family(readings, family) || is_closed(readings, family);
    (is_named && is_whole()).then(|| whole(readings, family))
}

/// «محافظتي ذمار وإب», «قرى برعشيت وشقرا وحولا»: behind a head of two or of several each joined word is one of them.
pub(super) fn paired(readings: &Readings<'_>, at: usize, found: &mut Vec<Certain>) {
    if !readings.has_shape(at, HEADS_SEVERAL) {
        return;
    }
    let words = readings.words;
    let is_of_two = several(words.at(at)) == Some(Several::Two);
    // «قرى تعرضت»: behind a plural a verb may stand, behind what has lost its nun none can.
    let is_first = words.same_paragraph(at, at + 1)
        && is_member(readings, at + 1, 0, is_of_two)
        && (is_of_two || !is_verb(words.at(at + 1)))
        // «موانئ لبنان ومجاله», «مسجدا وصحنا», «مقاطعتا البوسنة والهرسك»
        && !readings.is(at + 1, COUNTRY)
        && !words.at(at + 1).starts_with('و')
        && readings.phrase(at + 1).is_none();
    if !is_first {
        return;
    }
    let mut members = vec![(at + 1, 0)];
    let mut next = at + 2;
    while words.same_paragraph(at, next)
        && words.at(next).starts_with('و')
        && is_member(readings, next, 'و'.len_utf8(), is_of_two)
        && !is_verb(words.at(next))
        && members.len() < 8
    {
        members.push((next, 'و'.len_utf8()));
        next += 1;
    }
    if members.len() < 2 {
        return;
    }
    found.push(Certain::nothing(at, at));
    found.extend(members.into_iter().map(|(member, skipped)| Certain {
        is_behind: skipped > 0 && readings.skipped(member) == 0,
        ..Certain::name(member, member, EntityKind::Place, Reach::Nowhere)
    }));
}

/// Whether a word behind such a head, its «و» off, may name one of them; behind a dual that governs it an everyday word with «ال» too:
/// «محافظتي الداخلية والوسطى».
fn is_member(readings: &Readings<'_>, at: usize, skipped: usize, is_of_two: bool) -> bool {
    let words = readings.words;
    let word = words.at(at).get(skipped..).unwrap_or_default();
    let of_word = kinds(word);
    let is_everyday = of_word.any(COMMON) && !(is_of_two && word.starts_with("ال"));
    let is_place = of_word.any(COUNTRY | PLACE | RARE_PLACE);
    let is_other = is_everyday
        || of_word.any(TITLE | NATION | SPEECH | PHRASE_END | LOOSE_END | ORG_HEAD)
        || of_word.any(PLACE_HEAD);
    words.is_letters(at)
        && !readings.taken(at)
        && word.chars().count() > 1 + usize::from(skipped > 0)
        && (is_place || !is_other)
}
