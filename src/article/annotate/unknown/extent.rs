//! How far a person's name goes: names behind names, joins («بن», «أبو», «آل», «دي») and family names with «ال».

use super::asked::{ANY, Asked, at_most, none_of, one_of, only};
use super::form::{DEFINITE, FEMININE, GLUED, NAMELIKE, STRANGE};
use super::reading::Readings;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FAMILY, FATHER_OF, GIVEN, JOIN, Kinds, LINEAGE, NAME_END, NATION, NO_SURNAME,
    OPEN_JOIN, ORG_HEAD, OWN_ARTICLE, PLACE, PLACE_HEAD, RARE_FAMILY, RARE_PLACE, RELATIVE,
    SHORT_JOIN, SPEECH, TITLE, TITLE_OR_NAME, TRADE_NAME, WEEKDAY_NAME, is,
};
use crate::article::annotate::timex::direction::is_verb;

/// What lists of people have.
const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]);

/// The longest name, in words.
const LONGEST: usize = 9;
/// How many family names close a name.
const SURNAMES: usize = 2;

/// A word that no list has: «نوفيتسكي».
const UNLISTED: Asked = at_most(Kinds::NONE);
/// A given name and nothing else: «سعاد», but not «ربيع», «لبنان».
const SURE: Asked = one_of(GIVEN).but(Kinds::of(&[COMMON, COUNTRY, PLACE, TITLE, SPEECH, NATION]));
/// «محمد», but not «لمحمد».
const WHOLE_GIVEN: Asked = one_of(GIVEN).without(GLUED);

/// The last word of the name that begins at `first` and is sure up to `last`.
pub(super) fn extend(readings: &Readings<'_>, first: usize, mut last: usize) -> usize {
    let mut surnames = 0;
    while last - first + 1 < LONGEST && readings.goes_on(first, last + 1) {
        last = match step(readings, first, last, surnames) {
            Some(Step::Over(end)) => end,
            Some(Step::Surname) => {
                surnames += 1;
                last + 1
            }
            None => break,
        };
    }
    last
}

/// What a name goes on with.
enum Step {
    /// What belongs to it, up to a word: «بن سالم».
    Over(usize),
    /// «الجنيبي»
    Surname,
}

fn step(readings: &Readings<'_>, first: usize, last: usize, surnames: usize) -> Option<Step> {
    let next = last + 1;
    if let Some(end) = joined(readings, first, next) {
        return Some(Step::Over(end));
    }
    if readings.words.is(next, OPEN_JOIN) {
        return None;
    }
    let goes_on = || surnames == 0 && goes_on(readings, first, last, next);
    if readings.words.is(next, NAME_END) || goes_on() {
        return Some(Step::Over(next));
    }
    let is_arabic = readings.is(first, GIVEN | RARE_FAMILY);
    if surnames == SURNAMES || !is_surname(readings, next, is_arabic) {
        return None;
    }
    // «محمد علي الحائز»: a participle is a surname right behind the first name alone.
    let is_deed = last > first && is_participle(readings.words.at(next));
    (!is_deed).then_some(Step::Surname)
}

/// The end of what a join at a word brings into a name: «بن سالم», «بن أبي خالد», «آل ثاني».
fn joined(readings: &Readings<'_>, first: usize, at: usize) -> Option<usize> {
    let word = readings.words.at(at);
    let next = at + 1;
    if !readings.words.is(at, JOIN) || !readings.goes_on(first, next) {
        return None;
    }
    // A row of «بن بن بن …» is no name, however long: it is followed as far as a name goes.
    let may_repeat = readings.words.is(at, LINEAGE) && at - first < LONGEST;
    if let Some(end) = may_repeat.then(|| joined(readings, first, next)).flatten() {
        return Some(end);
    }
    // «أبو» names whoever stands behind it.
    if readings.words.is(at, FATHER_OF) && !readings.is(next, SPEECH) {
        return Some(next);
    }
    // «آل» with its madda opens the name of a house, whatever follows.
    let house = word == "ال" && readings.words.written(at).starts_with('آ');
    (house || is_joined(readings, next, word)).then_some(next)
}

/// Whether a word without «ال» goes on with the name that stands from `first` to `last`.
fn goes_on(readings: &Readings<'_>, first: usize, last: usize, at: usize) -> bool {
    is_part(readings, at)
        && (!readings.kinds(at).is_empty() || goes_on_strangely(readings, first, last, at))
}

/// Whether a strange word goes on with a name: right behind the given name, or with the look of a foreign name.
fn goes_on_strangely(readings: &Readings<'_>, first: usize, last: usize, at: usize) -> bool {
    const OPENS: [Asked; 2] = [one_of(Kinds::of(&[GIVEN, RARE_FAMILY])), UNLISTED];
    let word = readings.words.at(at);
    // «ليلعب»
    let is_deed = word.starts_with("لي");
    let is_foreign = !is_deed && readings.is_foreign(at) && !ends_as_grammar(word);
    let is_first = last == first && is_sure(readings, first);
    if is_first || is_foreign && readings.fits_one(first, &OPENS) {
        return true;
    }
    let is_of_slave = last == first + 1 && is_slave_of(readings, last);
    let may_be_second = is_of_slave || is_of_bu(readings, at) && readings.is(last, GIVEN);
    may_be_second && !is_deed && (is_foreign || !is_verb(word))
}

/// «عبد الرحيم»: a given name of two words, closed.
fn is_slave_of(readings: &Readings<'_>, last: usize) -> bool {
    let Some(before) = readings.before(last) else { return false };
    readings.bare(before) == "عبد" && readings.words.at(last).starts_with("ال")
}

/// «بوعيدة», «بوتفليقة»: a family name of the Maghreb by its «بو», which no list has.
fn is_of_bu(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("بو") && word.chars().count() > 4 && readings.may_be_name(at)
}

/// Whether a word is a given name and nothing else.
pub(super) fn is_sure(readings: &Readings<'_>, at: usize) -> bool {
    readings.fits(at, SURE)
}

/// «الحائز», «المحترف», «المقبل», «المشارك»: a participle that goes on with the sentence; «المقداد» is none.
fn is_participle(word: &str) -> bool {
    let mut stem = word.chars().skip(2);
    let (one, two, three) = (stem.next(), stem.next(), stem.next());
    let rest = stem.count();
    let active = two == Some('ا') && rest >= 1;
    let prefixed = one == Some('م')
        && (rest == 1 || matches!((two, three), (Some('ت' | 'ن' | 'س'), _) | (_, Some('ا' | 'ت'))));
    !word.ends_with('ي') && (active || prefixed)
}

/// Whether a word can stand behind «بن», «أبو», «دي» inside a name.
fn is_joined(readings: &Readings<'_>, at: usize, join: &str) -> bool {
    /// «بن خالد», «بن تشاو», «بن الوزير», but not «بن قال».
    const NAMED: [Asked; 3] =
        [one_of(NAMES), none_of(Kinds::of(&[COMMON, SPEECH])), none_of(SPEECH).with(DEFINITE)];
    /// «عبد الرحيم», «عبد ربه»
    const OF_GOD: [Asked; 2] = [ANY.with(DEFINITE), one_of(GIVEN)];
    let is_short = is(join, SHORT_JOIN);
    match join {
        _ if is_short && readings.is(at, COMMON | TITLE) => false,
        "ال" => readings.fits_one(at, &NAMED),
        _ if is_short => readings.is_strange(at) && readings.words.at(at).chars().count() > 3,
        "عبد" => readings.fits_one(at, &OF_GOD),
        _ => readings.fits_one(at, &NAMED),
    }
}

/// Whether a word without «ال» can go on with a name.
fn is_part(readings: &Readings<'_>, at: usize) -> bool {
    let kinds = readings.kinds(at);
    if kinds.any(FAMILY) || is_of_faith(readings, at) {
        return true;
    }
    if kinds.any(GIVEN) {
        return is_second_given(readings, at);
    }
    if is_titled_name(readings, at) {
        return true;
    }
    // «جون كندي», «ميساء مغربي»: no adjective of a nation stands so behind a given name.
    if kinds.any(NATION) && is_sure(readings, at - 1) {
        return !readings.has_shape(at, DEFINITE);
    }
    if kinds.any(RARE_FAMILY) {
        return !kinds.any(COMMON | TITLE | SPEECH);
    }
    is_unlisted_part(readings, at)
}

/// «عز الدين», «نصر الله», but not «رسول الله».
fn is_of_faith(readings: &Readings<'_>, at: usize) -> bool {
    const BARE: Asked = none_of(SPEECH).without(DEFINITE);
    matches!(readings.words.after(at), "الدين" | "الله")
        && readings.fits(at, BARE)
        && readings.words.at(at) != "رسول"
}

/// Whether a given name goes on with a name: «محمد رفعت», but not «محمد رفعت الجلسة».
fn is_second_given(readings: &Readings<'_>, at: usize) -> bool {
    let (words, next) = (readings.words, at + 1);
    let behind = words.after(at);
    // «محمد علي»: «على» is another word where it is written with its alef maksura.
    if words.at(at) == "علي" && !behind.is_empty() && is_sure(readings, at - 1) {
        return readings.fits_one(next, &[ANY.with(NAMELIKE), one_of(NAMES)]);
    }
    let is_behind_given = readings.is(at - 1, GIVEN);
    let is_held = || !behind.has_article() || is_surname(readings, next, true);
    if is_behind_given && is_held() {
        return !readings.is(at, COUNTRY);
    }
    let is_in_row = is_behind_given && readings.is(next, GIVEN | FAMILY);
    is_in_row || !readings.is(at, COMMON | COUNTRY)
}

/// «يحيى رسول»: a title that is a name too, with nothing behind it that it could be the title of.
fn is_titled_name(readings: &Readings<'_>, at: usize) -> bool {
    const OWNER: Asked = one_of(Kinds::of(&[COUNTRY, PLACE, ORG_HEAD, NATION]));
    if !readings.words.is(at, TITLE_OR_NAME) || !is_sure(readings, at - 1) {
        return false;
    }
    let has_owner = readings.words.after(at).has_article() || readings.fits(at + 1, OWNER);
    !has_owner
}

/// Whether a word that no list of people has goes on with a name, by its letters or by what stands before it.
fn is_unlisted_part(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let may_be_joined = word.starts_with('و') && word.chars().count() >= 5;
    if may_be_joined || readings.has_article(at) {
        return false;
    }
    if readings.fits_one(at, &[ANY.with(STRANGE), only(RARE_PLACE)]) {
        return true;
    }
    // Names built from roots («محفوظ», «مكتوم») are told from verbs by their first letter.
    let is_built = readings.fits(at, UNLISTED) && is_built_of_root(word);
    if is_built && readings.fits(at - 1, WHOLE_GIVEN) {
        return true;
    }
    readings.may_be_name(at) && is_behind_given(readings, at)
}

/// Whether what stands before a word leaves no doubt that a name goes on: «سعاد», «عبد الرحيم», and any given name before «بوعيدة».
fn is_behind_given(readings: &Readings<'_>, at: usize) -> bool {
    let is_whole = is_sure(readings, at - 1) || is_slave_of(readings, at - 1);
    is_whole || readings.is(at - 1, GIVEN) && is_of_bu(readings, at)
}

/// «محفوظ», «مكتوم»: the pattern of what is done to somebody.
fn is_built_of_root(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters[..], ['م', _, _, 'و', _])
}

/// Whether a word with «ال» can close a name that began with a given one: «الجنيبي», «المعلم», «الثاني».
fn is_surname(readings: &Readings<'_>, at: usize, arabic: bool) -> bool {
    /// «الجنيبي», «الرفاعي», «الحلبي»
    const RELATED: Asked = at_most(Kinds::of(&[RARE_PLACE, PLACE, NATION]));
    if !arabic || goes_on_with_sentence(readings, at) {
        return false;
    }
    if readings.is(at, NAMES) || readings.fits(at, RELATED) && !is_bare_participle(readings, at) {
        return true;
    }
    // «أحمد الحداد», but not «أحمد الحداد علي»
    let is_trade = readings.words.is(at, TRADE_NAME) && !readings.fits(at + 1, WHOLE_GIVEN);
    is_trade || is_everyday_surname(readings, at)
}

/// «الترويج», «الافتتاح», «الولايات», «الأمين العام»: what a sentence goes on with; so does all that has no «ال».
fn goes_on_with_sentence(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let Some(stem) = word.behind_article() else { return true };
    let is_office = || matches!(word, "الامين" | "الناطق") && readings.words.after(at).has_article();
    if word.chars().count() < 4 || is_office() {
        return true;
    }
    let is_deed = || stem.starts_with(['ت', 'ا']) && super::pattern::fits(stem);
    let is_noun = || stem.ends_with("ات") || readings.has_shape(at, FEMININE) || is_deed();
    !readings.is(at, GIVEN | FAMILY) && is_noun()
}

/// «المحترف»: a participle that no list has.
fn is_bare_participle(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("الم") && readings.fits(at, UNLISTED) && is_participle(word)
}

/// Whether a strange word ends as plurals, duals and accusatives do.
pub(super) fn ends_as_grammar(word: &str) -> bool {
    ["ات", "ين", "ون", "ا", "ه", "ان", "هم", "كم", "نا"].iter().any(|ending| word.ends_with(ending))
        && word.chars().count() < 7
}

/// «فايز السعيد», «إلياس المر»: an everyday word right behind a given name that has no family name yet.
fn is_everyday_surname(readings: &Readings<'_>, at: usize) -> bool {
    const EVERYDAY: Asked =
        one_of(COMMON).but(Kinds::of(&[TITLE, SPEECH, NATION, ORG_HEAD, PLACE_HEAD]));
    const OTHER: Kinds = Kinds::of(&[NO_SURNAME, WEEKDAY_NAME, RELATIVE, OWN_ARTICLE]);
    if !readings.fits(at, EVERYDAY) || !is_sure(readings, at - 1) {
        return false;
    }
    let first = at.checked_sub(2).filter(|&first| readings.words.same_paragraph(first, at));
    let is_second = first.is_some_and(|first| readings.is(first, GIVEN));
    let is_short = readings.words.at(at).chars().count() < 7;
    is_short && !is_second && !readings.words.is(at, OTHER)
}
