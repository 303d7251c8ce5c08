//! The office right behind a name, without a comma: «قال فلان المتحدث باسم الوزارة إن», «عن فلان وزير الصناعة قوله».
//!
//! In «استقبل فلان وزير الخارجية» another is received, so that what stands before the name must leave no room for an object: a verb of
//! saying of which «أن» or a colon opens what is said, a preposition, or a verb and a noun that has one of its places.

use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    ACCORDING, ADDRESS, BLOOD, BRIEFING, CARRIER, CLAUSE_OPENING, FOR_WHOM, HONORIFIC, INTERVIEW,
    Kinds, LOOSE_END, NO_OFFICE, OCCASION, OFFICE_BREAK, OUTLET_HEAD, PHRASE_END, RANK_PART,
    SAYING, STATEMENT, TELLING_SOMEBODY, THAT, TIME_BEHIND, TITLE, WEEKDAY_NAME, is, kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::article::annotate::words::Words;

use super::before::LONGEST;
use super::own::is_of_one;
use super::phrase::{WHO, closing_mark, is_break, title};

/// What may stand between a verb or a preposition and a name.
const BEFORE_NAME: Kinds = Kinds::of(&[ADDRESS, HONORIFIC, RANK_PART]);
/// When or on what occasion it was said.
const WHEN: Kinds = Kinds::of(&[TIME_BEHIND, WEEKDAY_NAME, FOR_WHOM, THAT, CLAUSE_OPENING]);

/// What stands before a name, and says whether an office can be that of its bearer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// «قال فلان»: what is said must follow.
    Said,
    /// «عن فلان», «ألقى الكلمة فلان»: nobody else can follow.
    Alone,
    /// «استقبل فلان»
    Open,
}

/// The first and last word of the office behind a name, which begins and ends at two words.
pub(super) fn office(
    words: &Words<'_>,
    first: usize,
    last: usize,
) -> Option<(usize, usize, usize)> {
    let from = last + 1;
    let is_none = words.is(from, NO_OFFICE | BLOOD) || !words.same_paragraph(last, from);
    if is_none || title(words, from) != Some(0) || !is_held(words, from) {
        return None;
    }
    let to = end(words, from);
    let is_closed = match stands(words, first) {
        Stands::Open => false,
        Stands::Alone => true,
        Stands::Said => opens_speech(words, to + 1),
    };
    (is_closed && to > from && is_of_one(words, (from, to))).then_some((from, 0, to))
}

/// «وزير الصناعة», «المتحدث باسم»: whether whose or what office it is follows a title.
fn is_held(words: &Words<'_>, title: usize) -> bool {
    let next = title + 1;
    let is_spokesman = words.at(next).starts_with("باسم");
    let is_annexed = words.is_letters(next) && !words.at(title).has_article();
    words.is(title, WHO | TITLE)
        && words.same_paragraph(title, next)
        && (is_spokesman || is_annexed)
}

/// Where an office behind a name ends: before what tells when, where or to whom it was said.
fn end(words: &Words<'_>, first: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < first + LONGEST && words.same_paragraph(first, at) {
        match closing_mark(words, at) {
            Some(close) => at = close,
            None if !words.is_letters(at) || is_break(words, at) || is_beyond(words, at) => break,
            None => {}
        }
        last = at;
        at += 1;
    }
    last
}

/// «في إفادة», «مساء أمس», «لصحيفة», «قوله», «وعدد»: no part of an office.
fn is_beyond(words: &Words<'_>, at: usize) -> bool {
    let (word, next) = (words.at(at), words.at(at + 1));
    let for_whom = word.behind_for_the().or_else(|| word.behind(FOR));
    let for_outlet = for_whom.is_some_and(|rest| is(rest, OUTLET_HEAD | CARRIER));
    let is_bare_joined = word.behind(AND).is_some_and(|rest| {
        !rest.has_article() && kinds(word).without(TITLE).is_empty() && rest.chars().count() > 2
    });
    let on_occasion = words.is(at, LOOSE_END) && is_occasion(next);
    let of_that = word.behind(BY).is_some_and(|rest| is(rest, THAT));
    let is_other = [for_outlet, is_bare_joined, on_occasion, of_that, word.starts_with("قول")];
    words.is(at, WHEN) || is_other.contains(&true)
}

/// «إفادة», «تصريح», «ختام»: a word that tells on what occasion something was said.
fn is_occasion(word: &str) -> bool {
    is(word, OCCASION | STATEMENT | INTERVIEW | BRIEFING)
}

/// Whether what somebody says follows: «إن», «بأن», «:», «إلى أن», or first when, where or to whom he said it.
fn opens_speech(words: &Words<'_>, from: usize) -> bool {
    /// No longer is told when or where.
    const REACH: usize = 8;
    let opens = |at: usize| {
        let of_that = words.at(at).behind(BY).is_some_and(|rest| is(rest, THAT));
        words.is(at, THAT) || of_that || words.at(at) == ":" || words.is_quotation_mark(at)
    };
    let goes_on = |at: &usize| {
        words.same_paragraph(from, *at)
            && (words.is_letters(*at) || words.at(*at) == "،" || opens(*at))
    };
    let near = (from..from + REACH).take_while(goes_on);
    let begins = opens(from)
        || words.is(from, LOOSE_END | PHRASE_END | TIME_BEHIND | WEEKDAY_NAME | FOR_WHOM);
    (begins || words.at(from).opens_with(FOR)) && near.into_iter().any(opens)
}

/// What stands before a name.
fn stands(words: &Words<'_>, name: usize) -> Stands {
    let is_title = |at: &usize| words.is(*at, BEFORE_NAME);
    let Some(before) =
        (0..name).rev().take_while(|&at| words.same_paragraph(at, name)).find(|at| !is_title(at))
    else {
        return Stands::Open;
    };
    let word = words.at(before);
    let bare = word.without(AND);
    if is(bare, SAYING) && !is(bare, TELLING_SOMEBODY) {
        return Stands::Said;
    }
    // «إلى فلان», «بحضور فلان»
    let is_preposition = words.is(before, LOOSE_END | OFFICE_BREAK) && word != "قد";
    // «ألقى كلمة المؤسسة فلان»
    let has_place = || {
        let is_deed = |far: usize| {
            let verb = before.checked_sub(far).filter(|&verb| words.same_paragraph(verb, name));
            verb.is_some_and(|verb| is_verb(words.at(verb).without(AND)))
        };
        word.has_article() && (1..=2).any(is_deed)
    };
    if is_preposition || is(bare, ACCORDING) || has_place() && !words.is(before, WHO) {
        Stands::Alone
    } else {
        Stands::Open
    }
}
