//! Inside a quotation «غدًا» counts from the day of the speech, where the words before the mark tell it.

use chrono::NaiveDate;

use super::Tense;
use crate::document::TimeExpression;
use crate::span::Span;

/// The insides of quotation marks in a text, in order; a pair does not go beyond its line.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    // The first bytes of «, », “, ” and the line break.
    while let Some(next) = text.as_bytes()[at..].iter().position(|byte| matches!(byte, b'\n' | 0xC2 | 0xE2)) {
        at += next;
        let Some(mark) = text[at..].chars().next() else { break };
        match (mark, open) {
            ('«' | '“', None) => open = Some(at + mark.len_utf8()),
            ('»' | '”', Some(start)) => {
                found.push(Span::new(start, at));
                open = None;
            }
            ('\n', _) => open = None,
            _ => {}
        }
        at += mark.len_utf8();
    }
    found
}

/// The day of the speech: a day in the past that the sentence gives before the mark.
pub(super) fn day_of(text: &str, quotation: Span, found: &[(TimeExpression, Tense)], reference: Option<NaiveDate>) -> Option<NaiveDate> {
    day_told_before(text, quotation.start, found, reference)
}

/// The day in the past that a sentence gives before a place in it.
pub(super) fn day_told_before(
    text: &str,
    place: usize,
    found: &[(TimeExpression, Tense)],
    reference: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let before = &text[..place];
    let sentence = before.rfind(['\n', '.', '؟', '!', '»', '”']).map_or(0, |at| at + 1);
    let told = found.iter().rev().take_while(|(expression, _)| expression.span.start >= sentence);
    let told = told.filter(|(expression, tense)| expression.span.end <= place && (!expression.relative || *tense == Tense::Past));
    told.filter_map(|(expression, _)| expression.value.single_day()).find(|day| reference.is_none_or(|reference| *day <= reference))
}
