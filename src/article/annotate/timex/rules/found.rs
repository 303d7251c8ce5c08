//! What a rule finds, and what several of them look at.

use super::super::lexicon::{Sense, Word};
use super::super::phrase::{after, sense};
use super::super::scan::{Kind, Row};
use super::super::time::Time;

/// What a rule found: the meaning, and the token after it.
pub(in super::super) type Found = Option<(Time, usize)>;

/// Whether a name stands before token `i` that takes it as its part: «سوق الخميس», «جسر 14 تموز».
pub(super) fn part_of_name(t: &Row<'_>, i: usize) -> bool {
    let mut at = i;
    let figure = |at: usize| {
        matches!(t[at].kind, Kind::Number { .. })
            || t[at].senses.iter().any(|&s| matches!(s, Sense::Ordinal(_) | Sense::Word(Word::Of)))
    };
    while at > 0 && i - at < 3 && figure(at - 1) {
        at -= 1;
    }
    [i, at].into_iter().any(|at| {
        at > 0
            && t[at - 1].kind == Kind::Word
            && !t[at - 1].article
            && after(t, at, &[Word::NameHead])
    })
}

/// The weekday named at a token; without «ال» it needs «يوم» before it.
pub(super) fn at_weekday(t: &Row<'_>, i: usize, named: bool) -> Option<u32> {
    let article = t.get(i)?.article;
    sense(t, i, |s| match s {
        Sense::Weekday { day, sure } if sure || article || named => Some(day),
        _ => None,
    })
}
