//! Days, months and years that head the parts of a chronology or a diary: «حزيران 2025» over «4 حزيران: …», «الاثنين 4 تموز 2022» over
//! what somebody wrote that day. They are lines of the text; the day of an article stands alone.

use super::dateline::opens_with_day;
use super::days::{self, LineDay};
use super::lines::Lines;
use super::words::Class;

/// How many words such a heading has at most.
const WORDS: usize = 5;

/// Which lines are such headings.
pub(super) fn day_headings(lines: &Lines<'_>) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let first = (0..lines.len()).find(|&index| lines.is_prose(index)).unwrap_or(lines.len());
    let days: Vec<usize> =
        (first + 1..lines.len()).filter(|&index| is_whole_day(lines, index)).collect();
    let differ = |one: usize, other: usize| lines.line(one) != lines.line(other);
    if let [one, .., other] = days[..]
        && differ(one, other)
    {
        days.into_iter().for_each(|index| found[index] = true);
    }
    // What stands over the headline is the page's own.
    let heads = |&index: &usize| is_span(lines, index) && opens_with_entry(lines, index + 1);
    (1..lines.len()).filter(heads).for_each(|index| found[index] = true);
    found
}

/// «الاثنين 4 تموز 2022» over a paragraph that does not tell its day itself.
fn is_whole_day(lines: &Lines<'_>, index: usize) -> bool {
    let is_bare =
        |day: &LineDay| day.labelled.is_none() && !day.day.clock && day.day.day().is_some();
    let below = lines.is_prose(index + 1) && !opens_with_entry(lines, index + 1);
    below && alone(lines, index).is_some_and(|day| is_bare(&day))
}

/// «حزيران 2025», «2023»
fn is_span(lines: &Lines<'_>, index: usize) -> bool {
    /// How many figures a year has.
    const YEAR: u32 = 4;
    match lines.words(index) {
        [only] if only.class == Class::Number => {
            only.span().cut(lines.text).chars().count() as u32 == YEAR
        }
        _ => alone(lines, index)
            .is_some_and(|day| matches!((day.labelled, &day.day.wider), (None, Some(_)))),
    }
}

/// The one day that a short line is and nothing else.
fn alone(lines: &Lines<'_>, index: usize) -> Option<LineDay> {
    let words = lines.words(index);
    let short = (1..=WORDS).contains(&words.len()).then_some(words)?;
    let found = days::of_line(lines.block(index).span, lines.text, short);
    days::is_all_day(&found, short).then(|| found.into_iter().next())?
}

/// «4 حزيران: …»: an entry that opens with its day and says more.
fn opens_with_entry(lines: &Lines<'_>, index: usize) -> bool {
    index < lines.len()
        && alone(lines, index).is_none()
        && opens_with_day(lines.block(index), lines.words(index), lines.text)
}
