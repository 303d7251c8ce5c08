//! The head of the paper that a body writes on: «الجمهورية اليمنية», «وزارة المالية», «مصلحة الجمارك», one over the other, and under
//! them what the paper is: «تصريح صحفي». None of the names is the headline; what the paper is stands for one.

use std::ops::Range;

use super::asked::{FUNCTION, of_length};
use super::called::is_known_body;
use super::issuer::{heads_body, is_release};
use super::signed::Signed;
use super::words::Word;
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{BODY_HEAD, Kinds, LEDE_VERB, ORG_HEAD, PLACE_HEAD, REPORTS};

/// How many words a line of it has at most.
const WORDS: usize = 7;
/// How many names stand over each other at least.
const NAMES: usize = 2;

/// The head of a paper: empty where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letterhead {
    /// How many lines from the first one on are names.
    pub(super) names: usize,
    /// The line that says what the paper is.
    pub(super) release: Option<usize>,
}

impl Letterhead {
    /// Reads the lines before block `start`.
    pub(super) fn of(signed: &Signed<'_>, start: usize) -> Self {
        /// How many lines stand between the names and what the paper is, where the names alone would not tell.
        const NEAR: usize = 2;
        let is_motto = |index: usize| index > 0 && is_motto(signed.line(index));
        let is_name =
            |&index: &usize| names_body(signed.text(), signed.words(index)) || is_motto(index);
        let names = (0..start).take_while(is_name).count();
        if names >= NAMES {
            return Self { names, release: release(signed, names..start) };
        }
        // «هيئة تنظيم النقل» may be the head of a headline, too: right over «بيان صحفي» it is none.
        let is_name =
            |&index: &usize| may_name_body(signed.text(), signed.words(index)) || is_motto(index);
        let names = (0..start).take_while(is_name).count();
        let release = release(signed, names..start.min(names + NEAR)).filter(|_| names > 0);
        match release {
            Some(_) => Self { names, release },
            // «البيت الأبيض», «واشنطن», «للنشر الفوري», the day
            None if stands_over_day(signed, start) => Self { names: 1, release: None },
            None => Self::default(),
        }
    }

    /// The body that issued the paper: the first that is no state.
    pub(super) fn body<'t>(self, signed: &Signed<'t>) -> Option<&'t str> {
        let is_body = |&index: &usize| {
            let first = signed.words(index).first();
            first.is_some_and(|first| heads_body(signed.text(), first))
                || is_known_body(signed.line(index))
        };
        (0..self.names).find(is_body).map(|index| signed.line(index).trim())
    }
}

/// Whether a body that everybody knows stands alone in the first line, and the day of its paper soon under it.
fn stands_over_day(signed: &Signed<'_>, start: usize) -> bool {
    /// How many lines the day is under it at most: the town and «للنشر الفوري» stand between.
    const NEAR: usize = 3;
    let mut below = 1..start.min(NEAR + 1);
    start > 0 && is_known_body(signed.line(0)) && below.any(|index| signed.is_dated(index))
}

/// The first of some lines that says what the paper is.
pub(super) fn release(signed: &Signed<'_>, mut lines: Range<usize>) -> Option<usize> {
    lines.find(|&index| is_release(signed.words(index)))
}

/// «حرية - نظام - عدالة»: words with marks between them, under the name of a state.
fn is_motto(line: &str) -> bool {
    let mut parts = line.split(['-', '–', '—', '،', 'ـ']).map(str::trim).peekable();
    let count = parts.clone().count();
    (2..=4).contains(&count) && parts.all(|part| (1..=2).contains(&part.split(' ').count()))
}

/// «هيئة تنظيم النقل»: the head of a body, and no verb of the news or particle behind it.
fn may_name_body(text: &str, words: &[Word]) -> bool {
    let of_body = of_length(words, 2..=WORDS).and_then(|words| words.split_first());
    const TELLS: Kinds = Kinds::of(&[LEDE_VERB, REPORTS]);
    let is_bound = |word: &Word| FUNCTION.fits(word) || word.is(TELLS);
    let is_place = |head: &Word| head.is(PLACE_HEAD) || head.span().cut(text).has_article();
    of_body.is_some_and(|(head, rest)| {
        (heads_body(text, head) || is_place(head)) && !rest.iter().any(is_bound)
    })
}

/// «وزارة الفلاحة والتنمية الريفية»: a head, and what belongs to it, without a verb.
fn names_body(text: &str, words: &[Word]) -> bool {
    const HEADS: Kinds = Kinds::of(&[ORG_HEAD, BODY_HEAD, PLACE_HEAD]);
    let of_body = of_length(words, 2..=WORDS).and_then(|words| words.split_first());
    of_body.is_some_and(|(head, rest)| {
        let written = |word: &Word| word.span().cut(text);
        let belongs = |word: &Word| {
            let bare = written(word).without(AND);
            bare.has_article() || bare.has_for_the() || word.is(HEADS)
        };
        let is_head = head.is(HEADS) || written(head).has_article();
        is_head && rest.iter().all(belongs)
    })
}
