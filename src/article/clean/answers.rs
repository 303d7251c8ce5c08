//! The questions of an interview and their answers, however short: «هل تُرجمت؟», «نعم، وُقّع العقد في 2 آذار.»
//!
//! By itself a short answer with a day in it looks like a stamp, and a question like the headline of something else.

use std::collections::HashSet;

use super::blocks::Ending;
use super::evidence::surety;
use super::lines::{Lines, Mark};
use crate::document::RemovedKind;

/// How many questions with an answer an interview has before a short one is believed.
const INTERVIEW: usize = 2;

/// The questions that stand right behind a paragraph of an interview, and the short answers to them. Whoever is asked goes on to
/// other matters, in words that the text has not had.
pub(super) fn answers(lines: &Lines<'_>) -> Vec<Mark> {
    let asked = |index: &usize| asks(lines, *index) && is_text(lines, index + 1);
    let Some(known) = (0..lines.len()).filter(asked).nth(INTERVIEW - 1) else {
        return Vec::new();
    };
    let mut found: Vec<Mark> = Vec::new();
    // What stands above too is a heading, and the table of contents has it.
    let mut above: HashSet<&str> = HashSet::new();
    for question in 1..lines.len().saturating_sub(1) {
        let answer = question + 1;
        above.insert(lines.line(question - 1).trim());
        let is_heading = || above.contains(lines.line(question).trim());
        let is_behind_text = lines.is_prose(question - 1)
            || found.last().is_some_and(|mark| mark.index + 1 == question);
        if !is_behind_text || !asks(lines, question) {
            continue;
        }
        let mark = |index| Mark { index, evidence: None, prose: true };
        if answers_briefly(lines, answer) {
            found.extend([question, answer].map(mark));
        } else if question > known && !is_heading() && answers_at_length(lines, answer) {
            found.push(mark(question));
        }
    }
    found
}

/// Whether a line asks something and is no button («هل كانت هذه الصفحة مفيدة؟»).
fn asks(lines: &Lines<'_>, index: usize) -> bool {
    /// How many words a question has at most.
    const LONGEST: usize = 40;
    let is_short = lines.words(index).len() <= LONGEST;
    is_short && lines.is_question(index) && lines.evidence_of(index, surety::STRONG).is_none()
}

/// Whether a line is a paragraph, and no further question.
fn is_text(lines: &Lines<'_>, index: usize) -> bool {
    index < lines.len() && lines.is_prose(index) && !asks(lines, index)
}

/// Whether a line is a paragraph that ends as one, and nothing speaks against the text.
fn answers_at_length(lines: &Lines<'_>, index: usize) -> bool {
    let is_whole = is_text(lines, index) && lines.block(index).ending == Ending::Stop;
    is_whole && lines.evidence_of(index, surety::LIKELY).is_none()
}

/// Whether a line is a short sentence of which at most a day speaks against the text.
fn answers_briefly(lines: &Lines<'_>, index: usize) -> bool {
    /// How many words a short answer has at least.
    const WORDS: usize = 3;
    let is_sentence =
        lines.block(index).ending == Ending::Stop && lines.words(index).len() >= WORDS;
    let is_of_day =
        lines.evidence(index).is_none_or(|found| found.reason.kind() == RemovedKind::Date);
    is_sentence && is_of_day && !lines.is_prose(index)
}
