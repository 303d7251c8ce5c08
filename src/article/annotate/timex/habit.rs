//! Times of no year at all: «يفيض النهر عادة بين يوليو وسبتمبر», «يقام المهرجان كل عام في أيار».

use super::Candidate;
use super::time::{Time, Year};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{HABITUAL, Kinds, THIS_TIME, row};

/// How many bytes of a clause are read before and behind a time.
const NEAR: usize = 300;

/// Whether the clause of a time says that it comes again and again, and the time is of no certain year.
pub(super) fn is_habit(text: &str, candidate: &Candidate) -> bool {
    if !is_open(&candidate.time) {
        return false;
    }
    const ENDS: [char; 8] = ['\n', '.', '؟', '!', '،', ',', '؛', ':'];
    const SENTENCE: [char; 4] = ['\n', '.', '؟', '!'];
    let from = text.ceil_char_boundary(candidate.span.start.saturating_sub(NEAR));
    let to = text.floor_char_boundary(candidate.span.end + NEAR);
    let (before, behind) = (&text[from..candidate.span.start], &text[candidate.span.end..to]);
    let clause =
        [before.rsplit(ENDS).next(), behind.split(ENDS).next()].map(Option::unwrap_or_default);
    if says(&clause, HABITUAL) {
        return true;
    }
    // «تهاجر الأسراب عادة في مارس، ثم تعود في سبتمبر»: what is told in the present of a month goes on with the sentence.
    let sentence = [before.rsplit(SENTENCE).next(), behind.split(SENTENCE).next()];
    let sentence = sentence.map(Option::unwrap_or_default);
    let is_month = matches!(candidate.time, Time::Month { .. } | Time::Season { .. });
    is_month
        && candidate.follows_present()
        && says(&sentence, HABITUAL)
        && !says(&clause, THIS_TIME)
}

/// Whether one of some pieces of text has such a phrase.
fn says(pieces: &[&str], phrases: Kinds) -> bool {
    pieces.iter().any(|words| {
        let words = folded(words);
        let words: Vec<&str> =
            words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let joined = format!(" {} ", words.join(" "));
        row(phrases).iter().any(|phrase| joined.contains(&format!(" {} ", phrase.folded)))
    })
}

/// Whether a month, a day of a month or a season has no year.
fn is_open(time: &Time) -> bool {
    match time {
        Time::Range(from, to) => is_open(from) && is_open(to),
        Time::Part { of, .. } => is_open(of),
        _ => time.is_of_open_year() || matches!(time, Time::Season { year: Year::Open, .. }),
    }
}
