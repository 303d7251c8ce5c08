//! Bodies by what they are for.

use super::super::reading::Readings;
use crate::arabic::lexicon::{
    AIMED_HEAD, BODY_ADJECTIVE, BODY_HEAD, BROAD_DEFINITE_HEAD, COUNTRY, FIELD, FOR_WHOM,
    LASTING_AIM, NATION, ORG, ORG_HEAD, PHRASE_END, PLACE, SENTENCE_GOES_ON, SPEECH, STATE_BODY,
    TITLE, is, kinds,
};

/// «المديرية العامة للدفاع المدني», «الجمعية المغربية لحماية المال العام»: a body and what it is for.
pub(super) fn aimed(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    if !readings.kinds_with_article(at).any(AIMED_HEAD) {
        return None;
    }
    let head = words.at(at);
    let mut last = at;
    while last < at + 2 && is_adjective_of(readings, head, last + 1) {
        last += 1;
    }
    let aim = last + 1;
    if last == at || !words.same_paragraph(at, aim) {
        return None;
    }
    let word = words.at(aim);
    let rest = word.strip_prefix('ل')?;
    if rest.chars().count() < 3 || words.is(aim, FOR_WHOM) {
        return None;
    }
    let last = if rest.starts_with('ل') {
        let of_rest = kinds(&format!("ا{rest}")) | kinds(rest.strip_prefix('ل').unwrap_or(rest));
        let is_whom = readings.is(aim, TITLE | COUNTRY | PLACE | ORG)
            || of_rest.any(ORG_HEAD | TITLE | BODY_HEAD | BROAD_DEFINITE_HEAD)
            || rest.ends_with("ين");
        if is_whom {
            return None;
        }
        aim
    } else {
        // «لمكافحة الفساد»
        let is_closed = words.same_paragraph(aim, aim + 1)
            && words.at(aim + 1).starts_with("ال")
            && !readings.words.is(aim + 1, TITLE | PHRASE_END);
        match is(rest, LASTING_AIM) && is_closed {
            true => aim + 1,
            false => of_country(readings, aim)?,
        }
    };
    let is_adjective = |index: usize| {
        words.same_paragraph(at, index)
            && words.at(index).starts_with("ال")
            && (words.at(index).ends_with('ي') || words.at(index).ends_with("يه"))
            && rest.ends_with('ه') == words.at(index).ends_with('ه')
            && !readings.words.is(index, TITLE | PHRASE_END | ORG | SPEECH)
            || words.same_paragraph(at, index) && words.is(index, BODY_ADJECTIVE)
    };
    Some(if is_adjective(last + 1) { last + 1 } else { last })
}

/// «وزارة الخارجية الدروانية»: a ministry, its field and the adjective of a nation that no list has.
pub(super) fn ministry(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (field, nation) = (at + 1, at + 2);
    let is_ministry = readings.bare_is(at, STATE_BODY) && readings.words.is(field, FIELD);
    let stands = readings.goes_on(at, field) && readings.goes_on(at, nation);
    if !is_ministry || !stands || readings.words.is(nation, PHRASE_END | TITLE | SENTENCE_GOES_ON) {
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
