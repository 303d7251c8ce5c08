//! A firm by the short form of its name: «مرساة الساحل» where the article calls it «شركة مرساة الساحل للأغذية» once.

use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    BODY_SUBJECT, BROAD_HEAD, COMPANY_END, FIRM_HEAD, NATION, ORG_HEAD, is,
};
use crate::arabic::quick_hash::WordMap;
use crate::knowledge::EntityKind;

/// Takes in what such a name ends with, and adds the places where the two words come again by which it is told from others.
pub(super) fn add(readings: &Readings<'_>, found: &mut Vec<Named>) {
    for place in 0..found.len() {
        let limit = found.get(place + 1).map_or(usize::MAX, |next| next.first);
        let name = found[place];
        if name.kind == EntityKind::Organization && is_firm(readings, &name) {
            found[place].last =
                end(readings, name.last).filter(|&last| last < limit).unwrap_or(name.last);
        }
    }
    for name in found.iter_mut().filter(|name| is_headed(readings, name)) {
        name.first -= 1;
        name.skipped = readings.skipped(name.first);
    }
    let called = |name: &Named| {
        let (first, second) = (name.first + 1, name.first + 2);
        let firm = Some(name).filter(|name| is_firm(readings, name) && name.last >= second);
        let own = firm.filter(|_| is_own(readings, first));
        own.map(|_| (readings.words.at(first), readings.words.at(second)))
    };
    let mut firms: WordMap<&str, &str> = WordMap::default();
    firms.extend(found.iter().filter_map(called));
    if firms.is_empty() {
        return;
    }
    let mut again: Vec<Named> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for first in 0..readings.words.list.len() {
        let Some(short) = short(readings, &firms, first) else { continue };
        // Names stand in order, none inside another.
        let place = found.partition_point(|name| name.last < short.first);
        let inside: Vec<usize> =
            (place..found.len()).take_while(|&place| found[place].first <= short.last).collect();
        let is_whole = |&place: &usize| {
            let name = found[place];
            name.kind == EntityKind::Organization
                && name.first <= short.first
                && short.last <= name.last
        };
        if !inside.iter().any(is_whole) {
            gone.extend(inside);
            again.push(short);
        }
    }
    let mut place = 0;
    found.retain(|_| {
        place += 1;
        gone.binary_search(&(place - 1)).is_err()
    });
    found.extend(again);
    found.sort_by_key(|name| (name.first, name.last));
}

/// Whether a name is that of a firm: «شركة …», «مجموعة …».
fn is_firm(readings: &Readings<'_>, name: &Named) -> bool {
    readings.bare_is(name.first, BROAD_HEAD) && name.first < name.last
}

/// «أعلنت شركة | مرساة الساحل»: whether the head of a firm was left out that an Arabic name goes on with; «شركة برات آند ويتني» is told
/// without it.
fn is_headed(readings: &Readings<'_>, name: &Named) -> bool {
    let is_body = name.kind == EntityKind::Organization && name.skipped == 0;
    let Some(head) = name.first.checked_sub(1).filter(|_| is_body) else { return false };
    let is_firm = |head: &usize| readings.bare_is(*head, FIRM_HEAD);
    let goes_on = Some(head).filter(is_firm).filter(|&head| readings.goes_on(head, name.first));
    let has_article = |at: usize| {
        let word = readings.words.at(at);
        word.has_article() || word.has_for_the()
    };
    let is_arabic = || (name.first + 1..=name.last).any(has_article);
    let is_taken = readings.taken(head) || readings.bare_is(name.first, ORG_HEAD | BROAD_HEAD);
    goes_on.filter(|_| !is_taken).is_some_and(|_| is_arabic())
}

/// Whether a word without «ال» by which a firm is called: «مرساة», and neither «النفط» nor «السورية».
fn is_own(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    !words.at(at).starts_with("ال") && !words.is(at, NATION | BODY_SUBJECT) && words.is_letters(at)
}

/// «القابضة», «للأغذية»: what goes on with the name of a firm.
fn end(readings: &Readings<'_>, last: usize) -> Option<usize> {
    let next = last + 1;
    let word = readings.words.at(next);
    let is_aim = word.behind_for_the().is_some_and(|aim| is(aim, BODY_SUBJECT));
    let is_end = readings.words.is(next, COMPANY_END) || is_aim;
    (is_end && readings.goes_on(last, next)).then_some(next)
}

/// The two words where they stand again, behind «و», «لـ» or «بـ» too.
fn short(readings: &Readings<'_>, firms: &WordMap<&str, &str>, first: usize) -> Option<Named> {
    let words = readings.words;
    let word = words.at(first);
    let own = firms.get_key_value(word);
    let behind = || firms.get_key_value(word.behind(AND | FOR | BY)?);
    let (name, second) = own.or_else(behind)?;
    let last = first + 1;
    let stands = Some(last).filter(|&last| words.at(last) == *second)?;
    let is_free = [first, last].into_iter().all(|at| !readings.taken(at));
    let skipped = word.len() - name.len();
    let short = Named { kind: EntityKind::Organization, first, skipped, last, why: Why::Again };
    Some(short).filter(|_| is_free).filter(|_| words.same_paragraph(first, stands))
}
