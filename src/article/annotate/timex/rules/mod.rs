//! The rules by which time expressions are recognised; each has a name and reads at one token.
//!
//! The longest match wins, and of two equally long ones the rule that stands first. Beside its name
//! each rule says what its first token must be, so that at most tokens only a few are tried.

mod calendar;
mod feasts;
mod found;
mod hijri;
mod numeric;
mod period;
mod periods;
mod relative;
mod seasons;
mod weekdays;

use found::Found;

use super::scan::Row;
use super::time::Time;
use super::traits::{
    BESIDE, CARDINAL, DECADE, FEAST, FEAST_HEAD, FRACTION, ISLAMIC, LAST, MONTH, MONTH_PAIR,
    NEW_YEAR_HEAD, NUMBER, ORDINAL, PART, POINTER, RELATIVE_DAY, SEASON, Traits, UNIT, WEEKDAY,
};

/// What the longest match is: its meaning, the token after it and the rule's name.
pub(super) type Matched = (Time, usize, &'static str);

/// A rule: its name, what its first token must be, and the reading itself.
type Rule = (&'static str, Traits, fn(&Row<'_>, usize) -> Found);

/// What a weekday's phrase begins with: «هذا الخميس», «يوم الخميس», «أمس الخميس», «الخميس», «بعد غد الخميس», «أول أمس الخميس».
const HEAD: Traits = Traits::of(&[POINTER, UNIT, RELATIVE_DAY, WEEKDAY, BESIDE, ORDINAL]);
/// What a day's number begins with.
const DAY: Traits = Traits::of(&[NUMBER, ORDINAL, CARDINAL]);
/// The name of a month.
const MONTHS: Traits = Traits::of(&[MONTH, MONTH_PAIR]);

/// All rules by name.
pub(super) const RULES: [Rule; 25] = [
    ("day of a month", Traits::of(&[HEAD, DAY]), calendar::day),
    ("month before day", Traits::of(&[HEAD, MONTHS]), calendar::month_day),
    ("year before day", NUMBER, calendar::year_first),
    ("week of a day", UNIT, calendar::week_of),
    ("numeric date", Traits::of(&[HEAD, NUMBER]), numeric::date),
    ("numeric month", NUMBER, numeric::month),
    ("Islamic date", Traits::of(&[HEAD, DAY, ISLAMIC]), hijri::date),
    ("weekday of a week", HEAD, weekdays::of_week),
    ("nth in a period", Traits::of(&[ORDINAL, CARDINAL, LAST, UNIT, WEEKDAY]), periods::nth),
    ("day of a marked month", NUMBER, periods::day_of_marked),
    ("weekday", HEAD, weekdays::weekday),
    ("part of a period", PART, periods::part),
    ("fraction of a year", FRACTION, periods::fraction),
    ("first or last units", Traits::of(&[ORDINAL, CARDINAL, LAST, UNIT]), periods::first_units),
    ("month", Traits::of(&[MONTHS, UNIT, POINTER]), calendar::month),
    ("season", Traits::of(&[SEASON, POINTER]), seasons::season),
    ("year", Traits::of(&[NUMBER, CARDINAL, UNIT]), calendar::year),
    ("unit with a direction", Traits::of(&[POINTER, UNIT]), relative::unit),
    ("weekend", PART, relative::weekend),
    ("stretch of units", Traits::of(&[NUMBER, CARDINAL, LAST, UNIT]), relative::stretch),
    ("offset", Traits::of(&[BESIDE, NUMBER, CARDINAL, UNIT]), relative::offset),
    ("day from today", Traits::of(&[POINTER, BESIDE, ORDINAL, UNIT, RELATIVE_DAY]), relative::day),
    ("days away from a day", BESIDE, relative::away),
    ("decade or century", Traits::of(&[DECADE, UNIT]), seasons::decade),
    ("feast", Traits::of(&[FEAST_HEAD, NEW_YEAR_HEAD, FEAST]), feasts::feast),
];

/// The longest match at token `i`.
pub(super) fn longest(t: &Row<'_>, i: usize) -> Option<Matched> {
    let first = t[i].traits;
    let mut best: Option<Matched> = None;
    for (name, opens, rule) in RULES {
        let reach = best.as_ref().map_or(0, |&(_, end, _)| end);
        let found = if first.any(opens) { rule(t, i) } else { None };
        if let Some((time, end)) = found.filter(|&(_, end)| end > reach) {
            best = Some((time, end, name));
        }
    }
    best
}

/// «2014», as an end of a range.
pub(super) fn calendar_year(t: &Row<'_>, i: usize) -> Found {
    calendar::bare_year(t, i)
}

/// «هذا الشهر», «الأسبوع المقبل»
pub(super) fn this_month(t: &Row<'_>, i: usize) -> Found {
    relative::unit(t, i)
}

/// «الغد», as an end of a range.
pub(super) fn tomorrow(t: &Row<'_>, i: usize) -> Found {
    relative::any_day(t, i)
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn a_rule_finds_nothing_where_its_first_token_does_not_open_it() {
        let corpora = [
            include_str!("../../../../../tests/corpus/dates.txt"),
            include_str!("../../../../../tests/corpus/not-dates.txt"),
        ];
        for line in corpora.iter().flat_map(|corpus| corpus.lines()) {
            let row = scan(line);
            for (i, (name, opens, rule)) in (0..row.len()).flat_map(|i| RULES.map(|rule| (i, rule)))
            {
                assert!(
                    row[i].traits.any(opens) || rule(&row, i).is_none(),
                    "{name} at {i} of «{line}»"
                );
            }
        }
    }
}
