//! What stands before a name and behind it, and shows that a person is named.

use super::super::reading::Readings;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, GIVEN, INSIDE_OFFICE, Kinds, NATION, ORG, ORG_HEAD, PHRASE_END, PLACE,
    RELATIVE, SAYING, SAYING_BESIDE, SPEECH, THAT, TITLE, TRADE, is,
};
use crate::article::annotate::timex::direction::is_verb;

/// How many words an office has at most: «رئيس لجنة الشؤون الخارجية والأمن القومي في البرلمان».
const OFFICE: usize = 9;
/// How many words a name has at most between two signs.
const NAME: usize = 4;

/// Whether a verb of saying stands right before a word.
pub(super) fn is_behind_saying(readings: &Readings<'_>, at: usize) -> bool {
    readings.before(at).is_some_and(|verb| {
        let says = readings.bare_is(verb, SAYING | SAYING_BESIDE) || readings.is(verb, SPEECH);
        // «عقب إعلان النتائج»: «عقب» is what stands before a time rather than a verb.
        says && !readings.is(verb, TITLE | GIVEN) && !readings.words.is(verb, PHRASE_END)
    })
}

/// Whether a title stands right before a word.
pub(super) fn is_behind_title(readings: &Readings<'_>, at: usize) -> bool {
    readings.kinds_before(at).any(TITLE)
}

/// Whether an office that is complete ends right before a word: «وزير النقل», «المدير العام للشركة», «الناطق باسم الجيش».
pub(in super::super) fn is_behind_office(readings: &Readings<'_>, at: usize) -> bool {
    for distance in 1..=OFFICE {
        let index = at.checked_sub(distance);
        let Some(index) = index.filter(|&index| readings.words.same_paragraph(index, at)) else {
            return false;
        };
        let word = readings.words.at(index);
        if readings.is(index, TITLE) || is_title_of_hers(word) {
            return distance > 1 || word.starts_with("ال");
        }
        // «المقاول سيد زغلول»
        if distance == 1 && readings.bare_is(index, TRADE) {
            return true;
        }
        if !closes_office(readings, index) && (distance == 1 || !is_inside_office(readings, index))
        {
            return false;
        }
    }
    false
}

/// «والية», «قاضية»: the feminine of a title.
fn is_title_of_hers(word: &str) -> bool {
    word.strip_suffix('ه').is_some_and(|his| is(his, TITLE))
}

/// «وزير النقل», «سفير مصر», «المدير العام للشركة»: a word with which an office can end.
fn closes_office(readings: &Readings<'_>, at: usize) -> bool {
    const OVER: Kinds = Kinds::of(&[COUNTRY, PLACE, ORG, ORG_HEAD, NATION]);
    let word = readings.words.at(at);
    let is_definite =
        word.trim_start_matches(['و', 'ل', 'ب']).starts_with("ال") || word.starts_with("لل");
    (is_definite || readings.is(at, OVER)) && !readings.words.is(at, RELATIVE)
}

/// «باسم», «في», «لدى», «لجنة»: a word with which an office can go on.
fn is_inside_office(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let is_noun = readings.is(at, COMMON) && !is_verb(word);
    (is_noun || is(word, INSIDE_OFFICE)) && !readings.words.is(at, RELATIVE)
}

/// The last word of the name that begins at a word and that a sign closes.
pub(super) fn closed(
    readings: &Readings<'_>,
    at: usize,
    is_close: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut behind = at + 1..=at + NAME;
    let behind = behind.find(|&index| !readings.goes_on(at, index) || is_close(index))?;
    let stands = behind > at + 1 && readings.words.same_paragraph(at, behind);
    (stands && is_close(behind)).then(|| behind - 1)
}

/// Whether what is said begins at a word, or what is told of the speaker.
pub(super) fn opens_what_is_said(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    match words.at(at) {
        ":" => true,
        // «(39 عاما)»
        "(" => true,
        // «، التي أدارت المركز», «، رئيسة الجمعية،»
        "،" | "," => words.is(at + 1, RELATIVE | TITLE),
        // «أشارت … إلى أن»
        "الي" | "علي" => is_that(readings, at + 1),
        _ => is_that(readings, at) || words.is_quotation_mark(at),
    }
}

/// «أن», «بأن», «إن».
pub(super) fn is_that(readings: &Readings<'_>, at: usize) -> bool {
    readings.words.is(at, THAT) || is(readings.words.at(at).trim_start_matches('ب'), THAT)
}

pub(super) fn is_comma(readings: &Readings<'_>, at: usize) -> bool {
    matches!(readings.words.at(at), "،" | ",")
}
