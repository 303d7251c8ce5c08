//! What a rule finds, and what several of them look at.

use super::super::lexicon::Sense;
use super::super::phrase::sense;
use super::super::scan::Row;
use super::super::time::Time;
use super::super::traits::{ARTICLE, NAME_HEAD, NUMBER, OF, ORDINAL, Pattern, Traits, WORD};

/// What a rule found: the meaning, and the token after it.
pub(in super::super) type Found = Option<(Time, usize)>;

/// Whether a name stands before token `i` that takes it as its part: «سوق الخميس», «جسر 14 تموز».
pub(super) fn part_of_name(t: &Row<'_>, i: usize) -> bool {
    /// How many tokens of a number stand between.
    const NUMBER_OF: usize = 3;
    const FIGURE: Traits = Traits::of(&[NUMBER, ORDINAL, OF]);
    const HEAD: Pattern = NAME_HEAD.with(WORD).without(ARTICLE);
    let figures = (i.saturating_sub(NUMBER_OF)..i).rev().take_while(|&at| t.has(at, FIGURE));
    t.after(i, HEAD) || t.after(i - figures.count(), HEAD)
}

/// The weekday named at a token; without «ال» it needs «يوم» before it.
pub(super) fn at_weekday(t: &Row<'_>, i: usize, named: bool) -> Option<u32> {
    let is_marked = named || t.has(i, ARTICLE);
    sense(t, i, |s| match s {
        Sense::Weekday { day, sure } => (sure || is_marked).then_some(day),
        _ => None,
    })
}
