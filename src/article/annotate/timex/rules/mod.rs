//! The rules by which time expressions are recognised; each has a name and reads at one token.
//!
//! The longest match wins, and of two equally long ones the rule that stands first.

mod calendar;
mod feasts;
mod hijri;
mod numeric;
mod periods;
mod relative;
mod weekdays;

use super::lexicon::{Sense, Unit, Word};
use super::phrase::{self, after, sense};
use super::scan::{Kind, Row};
use super::time::{Step, Time};

/// What a rule found: the meaning, and the token after it.
pub(super) type Found = Option<(Time, usize)>;

type Rule = fn(&Row, usize) -> Found;

/// All rules by name.
pub(super) const RULES: [(&str, Rule); 23] = [
    ("day of a month", calendar::day),
    ("month before day", calendar::month_day),
    ("year before day", calendar::year_first),
    ("week of a day", calendar::week_of),
    ("numeric date", numeric::date),
    ("numeric month", numeric::month),
    ("Islamic date", hijri::date),
    ("weekday of a week", weekdays::of_week),
    ("nth in a period", periods::nth),
    ("weekday", weekdays::weekday),
    ("part of a period", periods::part),
    ("fraction of a year", periods::fraction),
    ("first or last units", periods::first_units),
    ("month", calendar::month),
    ("season", periods::season),
    ("year", calendar::year),
    ("unit with a direction", relative::unit),
    ("weekend", relative::weekend),
    ("stretch of units", relative::stretch),
    ("offset", relative::offset),
    ("day from today", relative::day),
    ("decade or century", periods::decade),
    ("feast", feasts::feast),
];

/// The longest match at token `i`: its meaning, the token after it and the rule's name.
pub(super) fn longest(t: &Row, i: usize) -> Option<(Time, usize, &'static str)> {
    let mut best: Option<(Time, usize, &'static str)> = None;
    for (name, rule) in RULES {
        if let Some((time, end)) = rule(t, i)
            && best.as_ref().is_none_or(|&(_, longest, _)| end > longest)
        {
            best = Some((time, end, name));
        }
    }
    best
}

/// A stretch in which something is counted or of which something is a part: «العام الماضي», «عام 2008», «شهر تموز».
fn period(t: &Row, i: usize) -> Found {
    if let Some((time, next)) = relative::unit(t, i) {
        return Some((time, next));
    }
    if let Some((year, next)) = phrase::year_with_word(t, i).or_else(|| phrase::year_number(t, i, 1800)) {
        return Some((Time::Fixed(crate::arabic::calendar::Edtf::year(year)), next));
    }
    if let Some(((month, _), next)) = phrase::month(t, i) {
        let (year, next) = phrase::year_after(t, next).unwrap_or((super::time::Year::Open, next));
        return Some((Time::Month { month, year }, next));
    }
    if let Some(found) = periods::season(t, i).or_else(|| periods::decade(t, i)) {
        return Some(found);
    }
    let (unit, definite) = sense(t, i, |s| match s {
        Sense::Own(unit) => Some((unit, true)),
        Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), 1) => Some((unit, t[i].article)),
        _ => None,
    })?;
    definite.then_some((Time::Unit { unit, step: Step::From(0) }, i + 1))
}

/// Whether a name stands before token `i` that takes it as its part: «سوق الخميس», «جسر 14 تموز».
fn part_of_name(t: &Row, i: usize) -> bool {
    let mut at = i;
    let figure = |at: usize| {
        matches!(t[at].kind, Kind::Number { .. }) || t[at].senses.iter().any(|&s| matches!(s, Sense::Ordinal(_) | Sense::Word(Word::Of)))
    };
    while at > 0 && i - at < 3 && figure(at - 1) {
        at -= 1;
    }
    [i, at].into_iter().any(|at| at > 0 && t[at - 1].kind == Kind::Word && !t[at - 1].article && after(t, at, &[Word::NameHead]))
}

/// «2014», as an end of a range.
pub(super) fn calendar_year(t: &Row, i: usize) -> Found {
    calendar::bare_year(t, i)
}

/// «هذا الشهر», «الأسبوع المقبل»
pub(super) fn this_month(t: &Row, i: usize) -> Found {
    relative::unit(t, i)
}

/// «الغد», as an end of a range.
pub(super) fn tomorrow(t: &Row, i: usize) -> Found {
    relative::any_day(t, i)
}
