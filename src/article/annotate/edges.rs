//! Times of which a text names only the edge: «منذ 17 تشرين الأول», «حتى أمس», «بحلول نهاية العام».

use super::words::Words;
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{self, BEFORE_OR_AFTER, PART_OF_TIME, SINCE, UNTIL, is};
use crate::document::TimeExpression;

/// What a time is the edge of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// None: something was then.
    None,
    /// The end of what is told, on which it still is told: «وفق ما أُحصي حتى أمس».
    Until,
    /// The beginning or the end of a time in which something was.
    Other,
}

/// What the words before a time expression make of it.
pub(super) fn edge(words: &Words<'_>, date: &TimeExpression) -> Edge {
    let first = words.index_at(date.span.start);
    let mut before = words.before(first);
    // «منذ مطلع شباط», «حتى يوم الخميس»
    if is(before, PART_OF_TIME) {
        before = words.before(first.saturating_sub(1));
    }
    [words.at(first), before].into_iter().map(of_word).find(|edge| *edge != Edge::None).unwrap_or(
        match before {
            // «قبل خمسة أيام» counts; «قبل 7 نيسان» ends.
            _ if is(before, BEFORE_OR_AFTER) => Edge::Other,
            _ => Edge::None,
        },
    )
}

fn of_word(word: &str) -> Edge {
    let kinds = lexicon::kinds(word.without(AND | SO));
    if kinds.any(UNTIL) {
        Edge::Until
    } else if kinds.any(SINCE) {
        Edge::Other
    } else {
        Edge::None
    }
}
