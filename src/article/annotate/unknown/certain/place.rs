//! Places by the kind of country that they are, or in pairs.

use std::iter;

use super::super::asked::{ANY, Asked, at_most, none_of, one_of};
use super::super::form::{HEADS_SEVERAL, LETTERS, TAKEN};
use super::super::heads::{Several, several};
use super::super::pattern::fits;
use super::super::place::is_within;
use super::super::reading::Readings;
use super::after::is_closed;
use super::kin::whole;
use super::part::{is_family, is_sure_name};
use super::span::{Certain, Reach};
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    AROUND_PLACE, COMMON, COUNTRY, FAMILY, FOREIGN, GEOGRAPHIC, GIVEN, INTO_PLACE, Kinds,
    LOOSE_END, MOUND, NATION, OFTENER_A_WORD, OPEN_PLACE, ORG_HEAD, PHRASE_END, PLACE, PLACE_HEAD,
    PLACE_INSIDE, PLACE_OUTSIDE, RARE_PLACE, SPEECH, SPRING, TITLE, UNIT, kinds,
};
use crate::article::annotate::nations::is_accusative;
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// What lists of places have.
const PLACES: Kinds = Kinds::of(&[COUNTRY, PLACE, RARE_PLACE]);
/// How many places a row has at most.
const MEMBERS: usize = 8;

/// «مواطنا ليبيا», «بغلاف مالي», «انتشار صور»: an adjective, or an everyday word that nothing shows to be a place.
pub(super) fn is_none(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    if words.is(at, OFTENER_A_WORD) {
        return !is_within(readings, at) && !readings.kinds_before(at).any(ORG_HEAD);
    }
    readings.skipped(at) == 0 && is_accusative(words.before(at), words.at(at), words.after(at))
}

/// «حوض النيل», «هضبة الأحقاف»: a kind of country, and a name that is no everyday word.
pub(super) fn geographic(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if !readings.bare_is(at, GEOGRAPHIC) || !readings.goes_on(at, next) {
        return None;
    }
    if !readings.words.is(next, PLACES) && !is_free(readings, next) {
        return None;
    }
    let phrase = readings.phrase(next).filter(|(_, kinds)| kinds.any(PLACE | COUNTRY));
    Some(phrase.map_or(next, |(last, _)| last))
}

/// «الأحقاف»: a word that no list has, and that is neither built as a noun or verb nor inflected.
fn is_free(readings: &Readings<'_>, at: usize) -> bool {
    const OTHER: Kinds = Kinds::of(&[COMMON, TITLE, NATION, SPEECH, PHRASE_END, UNIT, ORG_HEAD]);
    const UNLISTED: Asked = at_most(FOREIGN);
    let word = readings.words.at(at);
    if !readings.fits(at, UNLISTED) || readings.words.is(at, OTHER) || word.chars().count() < 4 {
        return false;
    }
    let is_grammar = word.starts_with(['ل', 'ب', 'ت', 'ي'])
        || ["ا", "ين"].iter().any(|ending| word.ends_with(ending));
    let is_built = || fits(word) || is_verb(word);
    !is_grammar && !is_built()
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

/// What a spring or a hill is called: «رحال», «دارة», but neither «صغير» nor «من».
const OWN: [Asked; 2] = [
    one_of(Kinds::of(&[PLACE, RARE_PLACE, GIVEN, FAMILY])).but(PHRASE_END),
    none_of(Kinds::of(&[COMMON, PHRASE_END, LOOSE_END, TITLE, SPEECH, NATION])).with(LETTERS),
];

/// «ريف عين دارة», «بلدة تل رحال», «إلى كفر نوران»: a settlement whose name begins with a spring, a hill or a village.
pub(super) fn of_spring(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const AROUND: Kinds = Kinds::of(&[PLACE_OUTSIDE, AROUND_PLACE]);
    let (words, last) = (readings.words, at + 1);
    let head = readings.before(at)?;
    let leads = match readings.bare_is(head, AROUND) {
        true => SPRING | MOUND,
        false if words.is(head, INTO_PLACE) => MOUND,
        false => return None,
    };
    let lead = Some(at).filter(|&at| words.is(at, leads)).filter(|_| readings.goes_on(at, last))?;
    let is_own = OWN.into_iter().any(|own| readings.follows(lead, own.without(TAKEN)));
    Some(last).filter(|_| is_own).filter(|&last| words.at(last).chars().count() > 2)
}

/// «ميناء رأس عيسى», «موانئ الحديدة ورأس عيسى»: a cape, with the kind of place that is part of its name, or joined to places.
pub(super) fn cape(readings: &Readings<'_>, at: usize) -> Option<Certain> {
    /// No row of places is longer before it.
    const ROW: usize = 6;
    const NAMED: Asked = one_of(Kinds::of(&[GIVEN, FAMILY, PLACE, RARE_PLACE])).without(TAKEN);
    let words = readings.words;
    let is_headed = readings.bare_is(at, PLACE_INSIDE) && words.at(at + 1) == "راس";
    let is_in_row = words.at(at) == "وراس" && {
        let before = readings.before(at);
        let is_several =
            |head: usize| words.same_paragraph(head, at) && readings.has_shape(head, HEADS_SEVERAL);
        before.is_some_and(|before| readings.is(before, PLACES))
            || (at.saturating_sub(ROW)..at).any(is_several)
    };
    let last = at + 1 + usize::from(is_headed);
    let is_named = readings.goes_on(at, last) && readings.follows(last - 1, NAMED);
    let stands = [is_headed, is_in_row].contains(&true) && is_named;
    let is_behind = is_in_row && readings.skipped(at) == 0;
    stands.then(|| Certain {
        is_behind,
        ..Certain::name(at, last, EntityKind::Place, Reach::Nowhere)
    })
}

/// «قاعدة عين الأسد», «سد رأس العين»: what is built where a spring, a hill or a village gives the place its name.
pub(super) fn built_at(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (lead, last) = (at + 1, at + 2);
    let is_lead = readings.words.is(lead, SPRING | MOUND) && !readings.words.is(lead, TITLE);
    let is_built = readings.bare_is(at, PLACE_INSIDE) && !readings.bare_is(at, AROUND_PLACE);
    let goes_on = readings.goes_on(at, lead) && readings.goes_on(lead, last);
    let is_own = OWN.into_iter().any(|own| readings.follows(lead, own.without(TAKEN)));
    (is_lead && is_built && goes_on && is_own).then_some(last)
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
    if !is_first_member(readings, at, at + 1, is_of_two) {
        return;
    }
    let is_next = |index: &usize| {
        let stands = words.same_paragraph(at, *index) && words.at(*index).starts_with('و');
        stands
            && is_member(readings, *index, 'و'.len_utf8(), is_of_two)
            && !is_verb(words.at(*index))
    };
    let joined = (at + 2..=at + MEMBERS).take_while(is_next).map(|index| (index, 'و'.len_utf8()));
    let members: Vec<(usize, usize)> = iter::once((at + 1, 0)).chain(joined).collect();
    if members.len() < 2 {
        return;
    }
    found.push(Certain::nothing(at, at));
    found.extend(members.into_iter().map(|(member, skipped)| Certain {
        is_behind: skipped > 0 && readings.skipped(member) == 0,
        ..Certain::name(member, member, EntityKind::Place, Reach::Nowhere)
    }));
}

/// Whether a row of places may begin with a word: with none that is known, and with no joined one.
fn is_first_member(readings: &Readings<'_>, head: usize, at: usize, is_of_two: bool) -> bool {
    let words = readings.words;
    // «موانئ لبنان ومجاله», «مقاطعتا البوسنة والهرسك»
    let is_known = readings.is(at, COUNTRY) || readings.phrase(at).is_some();
    if is_known || !words.same_paragraph(head, at) {
        return false;
    }
    // «قرى تعرضت»: behind a plural a verb may stand, behind what has lost its nun none can; «مسجدا وصحنا»
    let is_deed = !is_of_two && is_verb(words.at(at)) || words.at(at).starts_with('و');
    !is_deed && is_member(readings, at, 0, is_of_two)
}

/// Whether a word behind such a head, its «و» off, may name one of them; behind a dual that governs it an everyday word with «ال» too:
/// «محافظتي الداخلية والوسطى».
fn is_member(readings: &Readings<'_>, at: usize, skipped: usize, is_of_two: bool) -> bool {
    const FREE: Asked = ANY.with(LETTERS).without(TAKEN);
    const OTHER: Kinds =
        Kinds::of(&[TITLE, NATION, SPEECH, PHRASE_END, LOOSE_END, ORG_HEAD, PLACE_HEAD]);
    let word = readings.words.at(at).get(skipped..).unwrap_or_default();
    let least = 2 + usize::from(skipped > 0);
    if !readings.fits(at, FREE) || word.chars().count() < least {
        return false;
    }
    let of_word = kinds(word);
    let may_be_everyday = is_of_two && word.has_article();
    let is_other = of_word.any(OTHER) || of_word.any(COMMON) && !may_be_everyday;
    of_word.any(PLACES) || !is_other
}
