//! What the noun before a name says of it: a ship in marks is nobody, a publishing house in marks a body, behind «مقرها» stands a place.

use super::super::asked::{ANY, Asked, none_of, one_of};
use super::super::form::{DEFINITE, IS_VERB};
use super::super::reading::Readings;
use super::part::is_strange;
use super::span::{Certain, NAMES, NO_NAME, Reach};
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    CALLED, COMMON, COMPLEMENT, EMPLOYED, GIVEN, Kinds, LOOSE_END, MY_KIN, NAME_TOO,
    OPENS_SENTENCE, ORG_HEAD, PHRASE_END, SEAT, SHARE, THING_CALLED, TITLE, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// A given or a family name.
const NAMED: Asked = one_of(NAMES);
/// How many words a name in marks has at most.
const WORDS: usize = 4;

/// «السفينة «مريم»», «مركز «رشد»»: the whole of what stands in marks behind a noun that says what it is.
pub(super) fn in_marks(readings: &Readings<'_>, at: usize) -> Option<Certain> {
    let words = readings.words;
    let noun = at.checked_sub(2).filter(|_| words.is_quotation_mark(at - 1))?;
    // «المختبر «سيخدم ثلاثة ملايين نخلة»», «اللجنة «هي المكان الصحيح للنقاش»» say something.
    if is_verb(words.at(at)) && !words.is(at, NAMES) || words.is(at, OPENS_SENTENCE) {
        return None;
    }
    let last = (at..at + WORDS).take_while(|&index| words.is_letters(index)).last()?;
    let close = Some(last + 1).filter(|&close| words.is_quotation_mark(close))?;
    if words.is(noun, TITLE) || !words.same_paragraph(noun, close) {
        return None;
    }
    let head = bare(words.at(noun));
    if is(head, THING_CALLED) {
        // «مهرجان «أصوات من الخليج»» may name a place in its title.
        return (last <= at + 1).then(|| Certain::nothing(at, last));
    }
    let is_body = is(head, ORG_HEAD | SHARE) || employs(readings, noun);
    is_body.then(|| Certain::name(at, last, EntityKind::Organization, Reach::Nowhere))
}

/// «كمال بوعكاز المكنى "كمال الأسمدة"»: what somebody is called besides his name, in marks, is no other name.
pub(super) fn byname(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let called = at.checked_sub(2).filter(|_| words.is_quotation_mark(at - 1))?;
    let is_named = readings.before(called).is_some_and(|name| readings.is(name, NAMES));
    let last = (at..at + WORDS).take_while(|&index| words.is_letters(index)).last()?;
    let is_closed = words.is_quotation_mark(last + 1) && words.same_paragraph(called, last + 1);
    let is_byname = [words.is(called, CALLED), is_named, is_closed];
    (!is_byname.contains(&false)).then_some(last)
}

/// «محلل الأسهم في «مدار كابيتال»», «المستشارة لدى «بوصلة»»: where somebody works by whose office that is told.
fn employs(readings: &Readings<'_>, within: usize) -> bool {
    /// An office is not longer before it.
    const REACH: usize = 4;
    let words = readings.words;
    let is_place = words.is(within, COMPLEMENT) && words.at(within) != "من";
    let mut before =
        (within.saturating_sub(REACH)..within).rev().take_while(|&at| words.is_letters(at));
    is_place && before.any(|at| is(bare(words.at(at)), EMPLOYED))
}

/// A noun without what is written onto it.
fn bare(word: &str) -> &str {
    word.behind_for_the().unwrap_or(word).without(AND | BY | FOR).without_article()
}

/// «ومقرها بيريوس»: where a body has its seat.
pub(super) fn seat(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const FREE: Asked = none_of(Kinds::of(&[COMMON, PHRASE_END, LOOSE_END, TITLE]));
    let is_seat = |seat: &usize| is(readings.words.at(*seat).without(AND), SEAT);
    let seat = readings.before(at).filter(is_seat)?;
    readings.follows(seat, FREE).then_some(at)
}

/// «أمي مريم»: the kin of whoever tells is no part of the name.
pub(super) fn is_my_kin(readings: &Readings<'_>, at: usize) -> bool {
    readings.words.is(at, MY_KIN) && readings.follows(at, NAMED)
}

/// «أختي هدى»: the name of such kin.
pub(super) fn of_my_kin(readings: &Readings<'_>, at: usize) -> Option<usize> {
    readings.before(at).filter(|&kin| is_my_kin(readings, kin)).map(|_| at)
}

/// «سالم باوزير», «منى باحميد»: a family of Hadhramaut behind a given name; «سعيد باهتمام بالغ» goes on with «اهتمام».
pub(super) fn of_hadhramaut(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const HOLDER: Asked = one_of(GIVEN).but(NO_NAME).without(IS_VERB);
    if !readings.fits(at, HOLDER) {
        return None;
    }
    let family = Some(at + 1).filter(|&family| readings.goes_on(at, family))?;
    is_of_hadhramaut(readings.words.at(family)).then_some(family)
}

/// «باوزير», but neither «بالمدينة» nor «باهتمام», a noun behind «بـ».
fn is_of_hadhramaut(word: &str) -> bool {
    /// How many letters such a name has at least behind «بـ».
    const LEAST: usize = 4;
    let long = |rest: &&str| rest.starts_with('ا') && rest.chars().count() >= LEAST;
    let Some(rest) = word.strip_prefix('ب').filter(long) else { return false };
    // «اهتمام», «إعلان», «استضافة»: nouns of a deed have a long vowel before their last letter.
    let is_deed = rest.strip_suffix('ه').unwrap_or(rest).chars().rev().nth(1) == Some('ا');
    let is_noun = [is_deed, is(rest, NO_NAME), is(word, NAMES), rest.starts_with("ال")];
    !is_noun.contains(&true)
}

/// «السيدة كلير ويلسون»: two strange words, or one and a family name, behind a title with «ال».
pub(super) fn foreign(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const TITLED: Asked = one_of(TITLE).with(DEFINITE);
    const BARE: Asked = ANY.without(DEFINITE);
    const FAMILY: Asked = one_of(NAMES).but(Kinds::of(&[COMMON, NAME_TOO])).without(DEFINITE);
    let title = readings.before(at).filter(|&title| readings.fits(title, TITLED))?;
    if !readings.follows(title, BARE) || !is_strange(readings, at) {
        return None;
    }
    let is_family =
        readings.follows(at, FAMILY) || readings.follows(at, BARE) && is_strange(readings, at + 1);
    is_family.then_some(at + 1)
}
