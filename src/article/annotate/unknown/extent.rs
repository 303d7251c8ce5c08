//! How far a person's name goes: names behind names, joins («بن», «أبو», «آل», «دي») and family names with «ال».

use super::reading::Readings;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FAMILY, FATHER_OF, GIVEN, JOIN, LINEAGE, NAME_END, NATION, NO_SURNAME,
    OPEN_JOIN, ORG_HEAD, OWN_ARTICLE, PLACE, PLACE_HEAD, RARE_FAMILY, RARE_PLACE, RELATIVE,
    SHORT_JOIN, SPEECH, TITLE, TITLE_OR_NAME, TRADE_NAME, WEEKDAY_NAME, is,
};
use crate::article::annotate::timex::direction::is_verb;

/// The longest name, in words.
const LONGEST: usize = 9;

/// The last word of the name that begins at `first` and is sure up to `last`.
pub(super) fn extend(readings: &Readings<'_>, first: usize, mut last: usize) -> usize {
    let arabic = readings.is(first, GIVEN | RARE_FAMILY);
    let mut surnames = 0;
    while last - first + 1 < LONGEST {
        let next = last + 1;
        if !readings.goes_on(first, next) {
            break;
        }
        if let Some(end) = joined(readings, first, next) {
            last = end;
        } else if readings.words.is(next, OPEN_JOIN) {
            break;
        } else if readings.words.is(next, NAME_END)
            || (surnames == 0 && goes_on(readings, first, last, next))
        {
            last = next;
        } else if is_surname(readings, next, arabic)
            && surnames < 2
            && (last == first || !is_participle(readings.words.at(next)))
        {
            surnames += 1;
            last = next;
        } else {
            break;
        }
    }
    last
}

/// The end of what a join at a word brings into a name: «بن سالم», «بن أبي خالد», «آل ثاني».
fn joined(readings: &Readings<'_>, first: usize, at: usize) -> Option<usize> {
    let word = readings.words.at(at);
    let next = at + 1;
    if !readings.words.is(at, JOIN) || !readings.goes_on(first, next) {
        return None;
    }
    // A row of «بن بن بن …» is no name, however long: it is followed as far as a name goes.
    if readings.words.is(at, LINEAGE)
        && at - first < LONGEST
        && let Some(end) = joined(readings, first, next)
    {
        return Some(end);
    }
    // «آل» with its madda opens the name of a house, whatever follows.
    if readings.words.is(at, FATHER_OF) && !readings.is(next, SPEECH) {
        return Some(next);
    }
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
    let word = readings.words.at(at);
    let foreign = readings.is_foreign(at) && !ends_as_grammar(word) && !word.starts_with("لي");
    let given = readings.is(first, GIVEN | RARE_FAMILY) || readings.kinds(first).is_empty();
    let verb = || word.starts_with("لي") || is_verb(word) && !foreign;
    foreign && given
        || last == first && is_sure(readings, first)
        || is_slave_of(readings, last) && last == first + 1 && !verb()
        || is_of_bu(readings, at) && readings.is(last, GIVEN) && !verb()
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
    readings.is(at, GIVEN) && !readings.is(at, COMMON | COUNTRY | PLACE | TITLE | SPEECH | NATION)
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
    let kinds = readings.kinds(at);
    match join {
        _ if is(join, SHORT_JOIN) && kinds.any(COMMON | TITLE) => false,
        _ if is(join, SHORT_JOIN) && join != "ال" => {
            readings.is_strange(at) && readings.words.at(at).chars().count() > 3
        }
        "عبد" => readings.words.at(at).starts_with("ال") || kinds.any(GIVEN),
        _ => {
            kinds.any(GIVEN | FAMILY | RARE_FAMILY)
                || !kinds.any(COMMON | SPEECH)
                || (!kinds.any(SPEECH) && readings.words.at(at).starts_with("ال"))
        }
    }
}

/// Whether a word without «ال» can go on with a name.
fn is_part(readings: &Readings<'_>, at: usize) -> bool {
    let kinds = readings.kinds(at);
    // «عز الدين», «نصر الله»
    if kinds.any(FAMILY)
        || (matches!(readings.words.after(at), "الدين" | "الله")
            && !kinds.any(SPEECH)
            && !readings.words.at(at).starts_with("ال")
            && readings.words.at(at) != "رسول")
    {
        return true;
    }
    if kinds.any(GIVEN) {
        // «محمد علي»: «على» is another word where it is written with its alef maksura.
        if readings.words.at(at) == "علي"
            && is_sure(readings, at - 1)
            && !readings.words.after(at).is_empty()
        {
            return readings.may_be_name(at + 1)
                || readings.is(at + 1, GIVEN | FAMILY | RARE_FAMILY);
        }
        // «محمد رفعت», but not «محمد رفعت الجلسة».
        let next = readings.words.after(at).starts_with("ال");
        if readings.is(at - 1, GIVEN) && (!next || is_surname(readings, at + 1, true)) {
            return !kinds.any(COUNTRY);
        }
        return !kinds.any(COMMON | COUNTRY)
            || readings.is(at + 1, GIVEN | FAMILY) && readings.is(at - 1, GIVEN);
    }
    // «يحيى رسول»: a title that is a name too, with nothing behind it that it could be the title of.
    if readings.words.is(at, TITLE_OR_NAME)
        && is_sure(readings, at - 1)
        && !readings.words.after(at).starts_with("ال")
        && !readings.is(at + 1, COUNTRY | PLACE | ORG_HEAD | NATION)
    {
        return true;
    }
    // «جون كندي», «ميساء مغربي»: no adjective of a nation stands so behind a given name.
    if kinds.any(NATION) && is_sure(readings, at - 1) {
        return !readings.words.at(at).starts_with("ال");
    }
    if kinds.any(RARE_FAMILY) {
        return !kinds.any(COMMON | TITLE | SPEECH);
    }
    let word = readings.words.at(at);
    let free = !word.starts_with('و') || word.chars().count() < 5;
    // Names built from roots («محفوظ», «مكتوم») are told from verbs by their first letter.
    let is_behind_given = || readings.is(at - 1, GIVEN) && readings.skipped(at - 1) == 0;
    let built = kinds.is_empty() && is_built_of_root(word) && is_behind_given();
    let given = is_sure(readings, at - 1)
        || is_slave_of(readings, at - 1)
        || is_of_bu(readings, at) && readings.is(at - 1, GIVEN);
    let behind = given && readings.may_be_name(at);
    !readings.has_article(at)
        && free
        && (built
            || behind
            || readings.is_strange(at)
            || (kinds.any(RARE_PLACE) && kinds.without(RARE_PLACE).is_empty()))
}

/// «محفوظ», «مكتوم»: the pattern of what is done to somebody.
fn is_built_of_root(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters[..], ['م', _, _, 'و', _])
}

/// Whether a word with «ال» can close a name that began with a given one: «الجنيبي», «المعلم», «الثاني».
fn is_surname(readings: &Readings<'_>, at: usize, arabic: bool) -> bool {
    let word = readings.words.at(at);
    if !arabic || !word.starts_with("ال") || word.chars().count() < 4 {
        return false;
    }
    let kinds = readings.kinds(at);
    let stem = word.strip_prefix("ال").unwrap_or(word);
    // «الترويج», «الافتتاح», «الولايات», «الأمين العام»: what a sentence goes on with.
    if !kinds.any(GIVEN | FAMILY)
        && (stem.starts_with(['ت', 'ا']) && super::pattern::fits(stem)
            || stem.ends_with("ات")
            || readings.is_written_with(at, 'ة'))
        || matches!(word, "الامين" | "الناطق") && readings.words.after(at).starts_with("ال")
    {
        return false;
    }
    let bare_participle =
        kinds.is_empty() && word.starts_with("الم") && !word.ends_with('ي') && is_participle(word);
    kinds.any(GIVEN | FAMILY | RARE_FAMILY)
        || (kinds.without(RARE_PLACE | PLACE | NATION).is_empty() && !bare_participle)
        || (readings.words.is(at, TRADE_NAME)
            && !(readings.is(at + 1, GIVEN) && readings.skipped(at + 1) == 0))
        || is_everyday_surname(readings, at)
}

/// Whether a strange word ends as plurals, duals and accusatives do.
pub(super) fn ends_as_grammar(word: &str) -> bool {
    ["ات", "ين", "ون", "ا", "ه", "ان", "هم", "كم", "نا"].iter().any(|ending| word.ends_with(ending))
        && word.chars().count() < 7
}

/// «فايز السعيد», «إلياس المر»: an everyday word right behind a given name that has no family name yet.
fn is_everyday_surname(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    let is_second = || {
        let first = at.checked_sub(2).filter(|&first| readings.words.same_paragraph(first, at));
        first.is_some_and(|first| readings.is(first, GIVEN))
    };
    if !is_sure(readings, at - 1) || is_second() {
        return false;
    }
    let is_other = readings.is(at, TITLE | SPEECH | NATION | ORG_HEAD | PLACE_HEAD)
        || readings.words.is(at, NO_SURNAME | WEEKDAY_NAME | RELATIVE | OWN_ARTICLE);
    readings.is(at, COMMON) && !is_other && word.chars().count() < 7
}
