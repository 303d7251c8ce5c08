//! Whether a word can be a part of a person's name, where its sentence speaks for one.

use super::super::asked::{ANY, Asked, at_most, none_of, one_of};
use super::super::form::{
    DEFINITE, FEMININE, FITS_PATTERN, GLUED, IS_VERB, LETTERS, MET_SOMETIMES, REST_MET_OFTEN,
};
use super::super::pattern::{is_pattern, is_plural};
use super::super::reading::Readings;
use super::span::{NAMES, NO_NAME};
use crate::arabic::lexicon::{
    BYSTANDER, COMMON, FAMILY, FOREIGN, GIVEN, HANGS_ON, JOIN, Kinds, LOOSE_END, Met, NAME_TOO,
    NO_ALIAS, ORG_HEAD, PHRASE_END, RARE_FAMILY, SAYING, SPEECH, TITLE, TITLE_OR_NAME, UNIT,
    WEEKDAY_NAME, met,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::weigh::Traits;

/// What is no given name, though it may be listed as one.
const NO_GIVEN: Kinds = Kinds::of(&[
    TITLE,
    JOIN,
    ORG_HEAD,
    UNIT,
    WEEKDAY_NAME,
    SPEECH,
    NO_ALIAS,
    LOOSE_END,
    PHRASE_END,
    BYSTANDER,
]);
/// What goes on with a sentence, and with no name.
const GOES_ON: Kinds = Kinds::of(&[
    TITLE,
    ORG_HEAD,
    SPEECH,
    SAYING,
    UNIT,
    WEEKDAY_NAME,
    LOOSE_END,
    NO_ALIAS,
    PHRASE_END,
]);

/// Whether a word is listed as a name, whatever else it may be («إخلاص», «ربيع»), and written as one.
pub(super) fn is_given(readings: &Readings<'_>, at: usize) -> bool {
    const LISTED: Asked = one_of(Kinds::of(&[NAMES, NAME_TOO])).but(NO_GIVEN);
    const WHOLE: Asked = ANY.with(LETTERS).without(GLUED);
    let of_word = readings.kinds(at) | readings.words.kinds(at);
    let is_listed = readings.fits(at, WHOLE) && LISTED.has_kinds(of_word);
    is_listed && !is_inflected(readings, at, of_word)
}

/// «سعيدًا», «اسمه», «الصحة»: grammar shows the everyday word that a name can be too.
fn is_inflected(readings: &Readings<'_>, at: usize, of_word: Kinds) -> bool {
    let written = readings.words.written(at);
    let is_nunated = written.contains(['\u{064B}', '\u{064C}', '\u{064D}']);
    // «أسمه» is written as the rare name «أسمة» is.
    let is_owned = written.ends_with('ه') && !of_word.any(GIVEN | FAMILY);
    is_nunated || is_owned || written.starts_with("ال") && !of_word.any(NAMES)
}

/// «فراغا أمنيا»: an everyday noun in the accusative, which no list has so, before its adjective.
pub(super) fn is_accusative_noun(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(FOREIGN).without(GLUED);
    let word = readings.words.at(at);
    let noun = word.strip_suffix('ا').filter(|_| readings.fits(at, UNLISTED));
    let is_met = |noun: &str| met(noun).max(met(&format!("ال{noun}"))) >= Met::Sometimes;
    let agrees = readings.words.at(at + 1).ends_with("يا") && readings.goes_on(at, at + 1);
    agrees && noun.is_some_and(is_met)
}

/// All that a word can be that nothing is written onto, by its list or by its letters («عبدالله»).
pub(super) fn any_kinds(readings: &Readings<'_>, at: usize) -> Kinds {
    let of_word = readings.words.kinds(at);
    if readings.skipped(at) == 0 { of_word | readings.kinds(at) } else { of_word }
}

/// Whether a word is a given name by a list of them, and no everyday word.
pub(super) fn is_sure_name(readings: &Readings<'_>, at: usize) -> bool {
    readings.is(at, NAMES) && !readings.words.is(at, COMMON)
}

/// Whether a word is listed as nothing that could not be a name.
pub(super) fn is_free(readings: &Readings<'_>, at: usize) -> bool {
    readings.skipped(at) == 0 && !readings.words.is(at, NO_GIVEN | NO_NAME)
}

/// Whether no list has a word, and nothing in it speaks against a name: «محجوب».
pub(super) fn is_unlisted_name(readings: &Readings<'_>, at: usize) -> bool {
    readings.may_be_name(at) && !is_of_sentence(readings, at) && !readings.is_written_with(at, 'ه')
}

/// Whether a word may go on with a name that a frame holds: no verb, and nothing that opens another phrase.
pub(super) fn may_follow(readings: &Readings<'_>, at: usize) -> bool {
    let of_word = readings.words.kinds(at);
    if is_title(of_word) {
        return false;
    }
    let is_other = || of_word.any(GOES_ON) || is_of_sentence(readings, at);
    of_word.any(NAMES | NAME_TOO | JOIN) || !is_other()
}

/// Whether any word but a title, a verb of saying, a particle or a joined one stands there.
pub(super) fn may_close(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let goes_on = readings.words.is(at, GOES_ON) || word.starts_with('و');
    is_arabic(word) && !goes_on
}

/// Whether a word closes a name rather than goes on with a phrase: a listed family name, a relation («الحيطي»), a strange word.
pub(super) fn is_family(readings: &Readings<'_>, at: usize) -> bool {
    let of_word = any_kinds(readings, at);
    let is_listed = of_word.any(NAMES);
    if is_title(of_word) || of_word.any(NO_NAME | JOIN) && !is_listed {
        return false;
    }
    if of_word.any(NAMES | NAME_TOO) && !of_word.any(COMMON) || hangs_on(readings, at) {
        return true;
    }
    let word = readings.words.at(at);
    is_arabic(word)
        && !is_of_sentence(readings, at)
        && (is_relation(word) || is_strange(readings, at))
}

/// «شرف الدين», «نصر الله», «فضل المولى»: what stands before a word that never stands alone.
pub(super) fn hangs_on(readings: &Readings<'_>, at: usize) -> bool {
    readings.words.is(at + 1, HANGS_ON) && readings.goes_on(at, at + 1)
}

pub(super) fn is_title(of_word: Kinds) -> bool {
    of_word.any(TITLE) && !of_word.any(TITLE_OR_NAME)
}

/// «الحيطي»
pub(super) fn is_relation(word: &str) -> bool {
    word.starts_with("ال") && word.ends_with('ي') && word.chars().count() > 5
}

/// A word that no list has and that is not built as everyday words are.
pub(super) fn is_strange(readings: &Readings<'_>, at: usize) -> bool {
    const UNBUILT: Asked = at_most(FOREIGN).without(FITS_PATTERN);
    let word = readings.words.at(at);
    if !readings.fits(at, UNBUILT) || word.chars().count() <= 3 {
        return false;
    }
    // «باوزير», as houses of Hadhramaut are called
    let is_house = word.starts_with("با") && word.chars().count() > 5;
    let is_grammar = word.starts_with(['ل', 'ب', 'ك', 'و']) || word.ends_with('ا');
    is_house || !is_grammar
}

/// «هيرفيه», but neither «لهيرفيه», «الرحيم» nor «قال».
const BARE: Asked = ANY.without(Traits::of(&[GLUED, DEFINITE, IS_VERB]));

/// A word that no list has, and that is built as everyday words are only with what grammar writes onto it («هيرفيه», «باتيل»): a name
/// where another strange word stands beside it.
pub(super) fn may_be_strange(readings: &Readings<'_>, at: usize) -> bool {
    const RARE: Asked = BARE.but(Kinds::ALL.without(Kinds::of(&[FOREIGN, RARE_FAMILY])));
    let word = readings.words.at(at);
    if !readings.fits(at, RARE) || word.chars().count() < 5 {
        return false;
    }
    let is_grammar = word.starts_with('و') || word.ends_with('ا');
    let is_other = || is_pattern(word) || is_everyday(readings, at);
    !is_grammar && !is_other()
}

/// A strange word that grammar leaves a name: no verb, and no everyday word.
pub(super) fn is_bare_name(readings: &Readings<'_>, at: usize) -> bool {
    // Most words are told by their letters alone, so that lists are asked last.
    let is_bare = readings.fits(at, BARE) && is_strange(readings, at);
    is_bare && !is_everyday(readings, at)
}

/// An everyday word, or a verb.
fn is_of_sentence(readings: &Readings<'_>, at: usize) -> bool {
    is_everyday(readings, at) || is_verb(readings.words.at(at))
}

/// A plural, a noun in its feminine, or what is met in running texts: «الإجراءات», «الهندسة», «القول».
pub(super) fn is_everyday(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let is_met = readings.has_shape(at, MET_SOMETIMES | REST_MET_OFTEN | FEMININE);
    is_met || is_plural(word) || readings.words.is(at, COMMON)
}

/// «آبي أحمد دولتي المصب», «جعفر حسان قبول استقالة», «سعاد لأنسى»: what stands behind a name and is none of it.
pub(super) fn opens_next_phrase(readings: &Readings<'_>, at: usize) -> bool {
    /// What ends a name that stands before it, or is one.
    const CLOSES: Kinds = Kinds::of(&[SPEECH, PHRASE_END, LOOSE_END, JOIN, NAMES]);
    /// «استقالة», but not «الحسن».
    const NOUN: Asked = none_of(FAMILY).with(MET_SOMETIMES);
    let (words, next) = (readings.words, at + 1);
    let is_name = |far: usize| {
        let before = at.checked_sub(far).filter(|&before| words.same_paragraph(before, at));
        before.is_some_and(|before| readings.is(before, NAMES))
    };
    if !is_name(1) || !words.is_letters(at) {
        return false;
    }
    // «سعاد لأنسى»
    let is_mine = words.written(at).starts_with("لأ");
    // «عمر ناهز الثمانين»
    let is_verb = words.is(at, PHRASE_END) && !readings.is(at, NAMES);
    if is_mine || is_verb {
        return true;
    }
    if !readings.goes_on(at, next) {
        return false;
    }
    let is_dual = words.at(at).ends_with("تي") && readings.has_article(next);
    let is_noun = || readings.fits(at, NOUN) && !readings.is(next, CLOSES);
    is_dual || is_name(2) && is_noun()
}

fn is_arabic(word: &str) -> bool {
    word.starts_with(|first: char| !first.is_ascii()) && word.chars().count() > 2
}
