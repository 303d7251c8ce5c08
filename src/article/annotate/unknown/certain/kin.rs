//! People who are named by their kin: «سعيد بن مسلم», «أم يزن»; and slaves of God, whose names are two words.

use super::super::asked::{ANY, Asked};
use super::super::form::{DEFINITE, GLUED, IS_VERB};
use super::super::reading::Readings;
use super::part::{hangs_on, is_family, is_free, is_given, is_sure_name, is_unlisted_name};
use super::side::{is_behind_office, is_behind_saying, is_behind_title};
use super::span::NAMES;
use crate::arabic::lexicon::{
    ADDRESS, COMMON, FAMILY, FATHER_OF, FORMER, GIVEN, Kinds, LOOSE_END, NAME_TOO, NATION,
    NO_OFFICE, PHRASE_END, RARE_FAMILY, SAYING, SPEECH, TITLE, TITLE_ADJECTIVE, TITLE_OR_NAME,
    WEEKDAY_NAME,
};
use crate::article::annotate::timex::direction::is_verb;

/// How many words a row of fathers has at most.
const ROW: usize = 8;

/// The last word of the name that begins at a word, if kin shows one.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    fathered(readings, at)
        .or_else(|| named_by_a_son(readings, at))
        .or_else(|| slave(readings, at))
        .or_else(|| grandson_of_a_slave(readings, at))
        .or_else(|| called_by_a_father(readings, at))
}

/// The last word of a name with what never stands alone: «حسن نصر» and «الله», «توفيق شرف» and «الدين», «عبد الأمير رشيد» and «يار الله».
pub(super) fn whole(readings: &Readings<'_>, last: usize) -> usize {
    let (next, words) = (last + 1, readings.words);
    let is_own = || readings.may_be_name(next) && !is_verb(words.at(next));
    let is_of_god = hangs_on(readings, next) && readings.goes_on(last, next) && is_own();
    match is_of_god {
        true => next + 1,
        false => last + usize::from(hangs_on(readings, last)),
    }
}

/// «سعيد بن مسلم», «الشيخة المياسة بنت حمد»: whoever has a father named has a name.
pub(super) fn fathered(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const NO_FATHER: Kinds = Kinds::of(&[SAYING, SPEECH, WEEKDAY_NAME, LOOSE_END]);
    let father = father(readings, at, at)?;
    let is_listed = readings.is(at, NAMES) && readings.skipped(at) == 0;
    let is_named = is_listed || is_free(readings, at) && is_behind_title(readings, at);
    // «علي بن أبي طالب», whose father is a verb too.
    let is_kunya = readings.words.is(father - 1, FATHER_OF);
    let is_name = is_named && (is_kunya || !readings.words.is(father, NO_FATHER));
    let is_shown = [holds_office, is_with_article, is_daughter];
    let is_shown = is_shown.iter().any(|shown| shown(readings, at, father));
    (is_name || is_shown).then(|| house(readings, at, father))
}

/// «وزيرة الثقافة مهلة بنت أحمد»: behind an office an everyday word is a name where its father's is nothing else.
fn holds_office(readings: &Readings<'_>, at: usize, father: usize) -> bool {
    const BARE: Asked = ANY.without(GLUED).without(DEFINITE);
    readings.fits(at, BARE) && is_sure_name(readings, father) && is_behind_office(readings, at)
}

/// The word behind «بن» or «بنت» behind a word of the name that began at `first`.
fn father(readings: &Readings<'_>, first: usize, at: usize) -> Option<usize> {
    let is_joined = matches!(readings.words.after(at), "بن" | "بنت");
    let goes_on = || (at + 1..=at + 2).all(|index| readings.goes_on(first, index));
    // «علي بن أبي طالب»: what «أبي» needs behind it is the father too.
    let is_open = readings.words.is(at + 2, FATHER_OF) && readings.goes_on(first, at + 3);
    (is_joined && goes_on()).then(|| at + 2 + usize::from(is_open))
}

/// The end of a row of fathers that begins at one, with the house behind it: «بن مسلم بن سيف المعشني», «بنت حمد آل ثاني».
fn house(readings: &Readings<'_>, first: usize, mut last: usize) -> usize {
    while let Some(next) = father(readings, first, last).filter(|next| next - first <= ROW) {
        last = next;
    }
    let next = last + 1;
    let written = readings.words.written(next);
    match () {
        () if !readings.goes_on(first, next) => last,
        () if written.starts_with('آ') && readings.goes_on(first, next + 1) => next + 1,
        () if written.starts_with("ال") && is_family(readings, next) => next,
        // «شميسة بنت عبدالله النعمانية»: whatever town is called so, a daughter's house ends as she does.
        () if readings.words.at(last - 1) == "بنت" && is_hers(readings, next) => next,
        () => last,
    }
}

/// «النعمانية»
fn is_hers(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("ال") && word.ends_with("يه") && !readings.words.is(at, TITLE)
}

/// «شميسة بنت سالم»: before a daughter of a given name stands hers.
fn is_daughter(readings: &Readings<'_>, at: usize, father: usize) -> bool {
    const BARE: Asked = ANY.without(GLUED).without(DEFINITE).without(IS_VERB);
    const OTHER: Kinds = Kinds::of(&[COMMON, TITLE, LOOSE_END, PHRASE_END, SPEECH, SAYING, NATION]);
    let words = readings.words;
    let is_other = words.is(at, OTHER) || is_verb(words.at(at));
    let is_daughter = words.at(father - 1) == "بنت" && is_given(readings, father);
    ![is_daughter, readings.fits(at, BARE), !is_other].contains(&false)
}

/// «المعتصم بن هلال الشكيلي»: with «ال» before a son, where his father has a given name and a house.
fn is_with_article(readings: &Readings<'_>, at: usize, father: usize) -> bool {
    const OTHER: Kinds = Kinds::of(&[TITLE, TITLE_ADJECTIVE, NATION, FORMER, ADDRESS, NO_OFFICE]);
    let words = readings.words;
    let house = father + 1;
    let have_article = [at, house].iter().all(|&word| words.at(word).starts_with("ال"));
    let is_son =
        [words.at(father - 1) == "بن", is_given(readings, father), is_family(readings, house)];
    have_article && !is_son.contains(&false) && !words.is(at, OTHER)
}

/// «أم يزن», «أبو خالد»: behind a verb or at the head of a sentence «أم» joins no two things.
fn named_by_a_son(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let son = at + 1;
    let is_mother = matches!(words.written(at), "أم" | "ام");
    let is_parent = is_mother || words.is(at, FATHER_OF);
    let is_kunya = is_parent && readings.goes_on(at, son) && is_given(readings, son);
    let before = words.before(at);
    let opens = || before.is_empty() || !words.is_letters(at - 1) || is_verb(before);
    (is_kunya && (is_behind_saying(readings, at) || opens())).then_some(son)
}

/// «محجوب عبد الدايم»: what stands before a slave of God is a given name, unless it is an everyday word.
fn slave(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (words, god) = (readings.words, at + 2);
    let is_slave = words.after(at) == "عبد"
        && readings.goes_on(at, god)
        && (words.at(god).starts_with("ال") || words.at(god) == "ربه");
    if !is_slave || words.at(at).starts_with("ال") {
        return None;
    }
    let is_listed = is_sure_name(readings, at) && is_given(readings, at);
    (is_listed || is_unlisted_name(readings, at)).then_some(god)
}

/// «حيدر طالب عبد الأمير»: between a given name and a grandfather who is a slave of God stands a father, whatever else his name means.
fn grandson_of_a_slave(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const FATHER: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, NAME_TOO, TITLE_OR_NAME]);
    let is_shown = is_behind_saying(readings, at) || is_behind_office(readings, at);
    let (words, father, god) = (readings.words, at + 1, at + 3);
    let is_row = words.at(at + 2) == "عبد"
        && readings.goes_on(at, father)
        && readings.goes_on(at, god)
        && words.at(god).starts_with("ال");
    let is_name = || words.is(father, FATHER) || is_shown;
    let is_father = || is_name() && !words.at(father).starts_with("ال");
    (is_row && is_father() && is_sure_name(readings, at) && is_given(readings, at)).then_some(god)
}

/// «واعتبر بن شرادة»: a family name that is called by its father, where no name stands before it.
fn called_by_a_father(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let father = at + 1;
    if readings.words.at(at) != "بن" || !readings.goes_on(at, father) {
        return None;
    }
    let is_name = readings.is(father, NAMES) || readings.may_be_name(father);
    (is_name && is_behind_saying(readings, at)).then_some(father)
}
