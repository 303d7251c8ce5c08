//! Bodies by what they are for.

use super::super::reading::Readings;
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{
    AIMED_HEAD, BODY_ADJECTIVE, BODY_HEAD, BODY_PEOPLE, BODY_SUBJECT, BROAD_DEFINITE_HEAD, COUNTRY,
    FIELD, FOR_WHOM, Kinds, LASTING_AIM, NATION, ORG, ORG_HEAD, PHRASE_END, PLACE,
    SENTENCE_GOES_ON, SPEECH, STATE_BODY, TITLE, is, kinds,
};

/// «المديرية العامة للدفاع المدني», «الجمعية المغربية لحماية المال العام»: a body and what it is for.
pub(super) fn aimed(readings: &Readings<'_>, at: usize) -> Option<usize> {
    /// How many adjectives a head has at most.
    const ADJECTIVES: usize = 2;
    let words = readings.words;
    if !readings.kinds_with_article(at).any(AIMED_HEAD) {
        return None;
    }
    let is_adjective = |index: &usize| is_adjective_of(readings, words.at(at), *index);
    let adjectives = (at + 1..=at + ADJECTIVES).take_while(is_adjective).count();
    let aim = at + adjectives + 1;
    if adjectives == 0 || !words.same_paragraph(at, aim) {
        return None;
    }
    let rest = words.at(aim).strip_prefix('ل')?;
    if rest.chars().count() < 3 || words.is(aim, FOR_WHOM) {
        return None;
    }
    let last = match rest.strip_prefix('ل') {
        Some(bare) => Some(aim).filter(|_| !is_for_whom(readings, aim, bare))?,
        None => work(readings, aim, rest)?,
    };
    let is_described =
        words.same_paragraph(at, last + 1) && is_adjective_of_aim(readings, rest, last + 1);
    Some(joined_to_aim(readings, if is_described { last + 1 } else { last }))
}

/// «للكتاب والأدباء», «للفن المسرحي والتنشيط الثقافي»: the end of what «و» joins to what a body is for.
fn joined_to_aim(readings: &Readings<'_>, last: usize) -> usize {
    let (words, next) = (readings.words, last + 1);
    let Some(joined) = words.at(next).behind(AND).and_then(Onto::behind_article) else {
        return last;
    };
    if !is(joined, BODY_SUBJECT | BODY_PEOPLE) || !words.same_paragraph(last, next) {
        return last;
    }
    let is_described = words.same_paragraph(next, next + 1)
        && words.at(next + 1).has_article()
        && is_adjective_of_aim(readings, joined, next + 1);
    if is_described { next + 1 } else { next }
}

/// «للوزير», «للبنك»: whom something is for rather than what; `bare` is the word behind «لل».
fn is_for_whom(readings: &Readings<'_>, aim: usize, bare: &str) -> bool {
    const HEADS: Kinds = Kinds::of(&[ORG_HEAD, TITLE, BODY_HEAD, BROAD_DEFINITE_HEAD]);
    let of_rest = kinds(&format!("ال{bare}")) | kinds(bare);
    let is_owner = readings.is(aim, TITLE | COUNTRY | PLACE | ORG) || of_rest.any(HEADS);
    is_owner || bare.ends_with("ين")
}

/// «لمكافحة الفساد», «لسكك حديد مصر»: the last word of the work that a body does; `rest` is the word behind «ل».
fn work(readings: &Readings<'_>, aim: usize, rest: &str) -> Option<usize> {
    let next = aim + 1;
    let is_closed =
        readings.words.after(aim).has_article() && !readings.words.is(next, TITLE | PHRASE_END);
    if is_closed && is(rest, LASTING_AIM) { Some(next) } else { of_country(readings, aim) }
}

/// «للدفاع المدني», «لحماية المستهلك الوطنية»: an adjective that agrees with what the body is for, or that bodies have.
fn is_adjective_of_aim(readings: &Readings<'_>, rest: &str, at: usize) -> bool {
    let word = readings.words.at(at);
    if readings.words.is(at, BODY_ADJECTIVE) {
        return true;
    }
    let is_relation = word.strip_suffix('ه').unwrap_or(word).ends_with('ي');
    let agrees = rest.ends_with('ه') == word.ends_with('ه');
    let is_other = || readings.words.is(at, TITLE | PHRASE_END | ORG | SPEECH);
    is_relation && agrees && word.has_article() && !is_other()
}

/// «وزارة الخارجية الدروانية»: a ministry, its field and the adjective of a nation that no list has.
pub(super) fn ministry(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (field, nation) = (at + 1, at + 2);
    let is_ministry = readings.bare_is(at, STATE_BODY) && readings.words.is(field, FIELD);
    if !is_ministry || !(field..=nation).all(|index| readings.goes_on(at, index)) {
        return None;
    }
    if readings.words.is(nation, PHRASE_END | TITLE | SENTENCE_GOES_ON) {
        return None;
    }
    let word = readings.words.at(nation);
    (word.starts_with("ال") && word.ends_with("يه")).then_some(nation)
}

/// «لسكك حديد مصر», «لميناء الإسكندرية»: the country or city that closes a row of nouns behind «لـ».
fn of_country(readings: &Readings<'_>, aim: usize) -> Option<usize> {
    /// How many nouns such a row has at most.
    const NOUNS: usize = 3;
    let words = readings.words;
    let is_owner = |at: usize| words.is(at, COUNTRY | PLACE) && readings.goes_on(aim, at);
    let owner = (aim + 1..=aim + NOUNS).find(|&at| is_owner(at))?;
    let is_noun = |at: usize| {
        let word = words.at(at);
        !word.starts_with("ال") && !words.is(at, PHRASE_END | TITLE | SPEECH)
    };
    (aim + 1..owner).all(is_noun).then_some(owner)
}

/// Whether an adjective with «ال» that agrees with a head stands at a word.
fn is_adjective_of(readings: &Readings<'_>, head: &str, at: usize) -> bool {
    let word = readings.words.at(at);
    readings.goes_on(at - 1, at)
        && word.starts_with("ال")
        && head.ends_with('ه') == word.ends_with('ه')
        && readings.words.is(at, BODY_ADJECTIVE | NATION)
        && !readings.words.is(at, TITLE | PHRASE_END)
}
