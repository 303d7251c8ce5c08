//! Between which days an article was published, if the weekday beside an event is that event's.

use chrono::{Datelike, Days, NaiveDate};

use super::super::Reason;
use super::super::timex::{Candidate, Tense};
use super::spoken::Spoken;
use crate::arabic::calendar::Edtf;
use crate::document::{DateEvidence, Plain};
use crate::knowledge::Event;
use crate::span::Span;

/// What one expression says about the day of publication.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// The first day on which it can have been published.
    pub(super) first: NaiveDate,
    /// The last.
    pub(super) last: NaiveDate,
    /// The days that are likeliest: news is told on the day or on the next.
    pub(super) likely: (NaiveDate, NaiveDate),
    /// The day of the event.
    pub(super) day: NaiveDate,
    /// How surely the sentence speaks of that event and no other: it names it, and it has one day.
    strength: (bool, bool),
    /// The days for whose articles alone the words betray the event, where the knowledge base limits them.
    held: Option<Edtf>,
    pub(super) evidence: DateEvidence,
}

impl Claim {
    /// Whether an article that its page puts on one of these days can make the claim: «أعلن … موعد اللجنة» may betray an
    /// event of 2024 in articles of that year, and in one whose page says 2021 it is another announcement.
    pub(super) fn is_open_to(&self, shown: &[NaiveDate]) -> bool {
        let meets = |held: &Edtf| shown.iter().any(|&day| held.meets(&Edtf::day(day)));
        shown.is_empty() || self.held.as_ref().is_none_or(meets)
    }
}

/// The claims of all sentences, the surest and newest first; where there are none, those of the lede with a weekday from elsewhere.
pub(super) fn claims(plain: &Plain, candidates: &[Candidate], spoken: &[Spoken<'_>]) -> Vec<Claim> {
    let mut found = Vec::new();
    let told = || spoken.iter().filter(|spoken| !spoken.is_background);
    for spoken in told() {
        let from =
            candidates.partition_point(|candidate| candidate.span.start < spoken.sentence.start);
        let inside = candidates[from..]
            .iter()
            .take_while(|candidate| candidate.span.start < spoken.sentence.end);
        let free = inside.clone().filter(|candidate| {
            !is_of_another(inside.clone(), candidate, spoken)
                && !is_nearer_to_another(told(), candidate, spoken)
        });
        found.extend(free.filter_map(|candidate| claim(plain, candidate, spoken)));
    }
    if found.is_empty() {
        let lede = told().filter(|spoken| spoken.number < LEDE);
        let free = |spoken| {
            candidates
                .iter()
                .filter(move |candidate| !is_of_another(candidates.iter(), candidate, spoken))
        };
        found = lede
            .flat_map(|spoken| {
                free(spoken).filter_map(|candidate| from_lede(plain, candidate, spoken))
            })
            .collect();
    }
    found.sort_by_key(|claim| std::cmp::Reverse((claim.strength, claim.day, claim.first)));
    found
}

/// Whether a time expression is the day of something else than the event.
///
/// «قال الوزير اليوم إن الجولة ستُعقد»: the day is that of the saying. «أعلنت الوزارة اليوم الأربعاء موعد الجولة، وهو الخامس من شباط»:
/// where the text prints the event's day itself, away from «اليوم الأربعاء», the two are not one; right beside each other they
/// are one day told twice.
fn is_of_another<'c>(
    mut others: impl Iterator<Item = &'c Candidate>,
    candidate: &Candidate,
    spoken: &Spoken<'_>,
) -> bool {
    /// How many bytes stand between two ways to tell one day at most: «الأربعاء، 16 شوال الموافق 19 يونيو».
    const BESIDE: usize = 40;
    // «ناقش المجلس الأربعاء نتائج الجولة»: the day is that of the debate.
    if spoken.is_topic && spoken.at.is_some_and(|at| candidate.span.end <= at.start) {
        return true;
    }
    let is_of_saying = spoken.clause.is_some_and(|clause| {
        spoken.sentence.start <= candidate.span.start && candidate.span.end <= clause
    });
    let Some(day) = spoken.event.date.single_day().filter(|_| !is_of_saying) else {
        return is_of_saying;
    };
    let apart = |other: &Candidate| {
        let (first, second) = if other.span.start < candidate.span.start {
            (other, candidate)
        } else {
            (candidate, other)
        };
        second.span.start.saturating_sub(first.span.end) > BESIDE
    };
    others.any(|other| other.span != candidate.span && other.may_print(day) && apart(other))
}

/// Whether a sentence that names two events has the expression beside the other one: «انطلقت الجولة الثانية بعد أيام من
/// افتتاح السد الأربعاء».
fn is_nearer_to_another<'s, 'k: 's>(
    mut told: impl Iterator<Item = &'s Spoken<'k>>,
    candidate: &Candidate,
    spoken: &Spoken<'_>,
) -> bool {
    let from = |at: Span| {
        let behind = candidate.span.start.saturating_sub(at.end);
        behind.max(at.start.saturating_sub(candidate.span.end))
    };
    let Some(own) = spoken.at.map(from) else { return false };
    told.any(|other| {
        other.number == spoken.number
            && other.event.id != spoken.event.id
            && other.at.is_some_and(|at| from(at) < own)
    })
}

/// How many sentences tell the news.
pub(super) const LEDE: usize = 3;

fn claim(plain: &Plain, candidate: &Candidate, spoken: &Spoken<'_>) -> Option<Claim> {
    let at = |day: NaiveDate, days: i64| {
        if days < 0 {
            day.checked_sub_days(Days::new(days.unsigned_abs()))
        } else {
            day.checked_add_days(Days::new(days.unsigned_abs()))
        }
    };
    if let Some(days) = candidate.days_from_today() {
        // «أمس» may go with another verb of the sentence, unless the event itself is named.
        let day = spoken.event.date.single_day().filter(|_| spoken.named || days == 0)?;
        let published = at(day, -i64::from(days))?;
        return made(plain, candidate, spoken, day, (published, published), (published, published));
    }
    let (weekday, beside) = candidate.unmarked_weekday()?;
    let day = day_of(spoken.event, weekday)?;
    let (hard, likely) = match (beside, candidate.tense()) {
        (Some(days), _) => {
            let published = at(day, -i64::from(days))?;
            ((published, published), (published, published))
        }
        (None, Tense::Past | Tense::Unknown) => ((day, at(day, 6)?), (day, at(day, 1)?)),
        (None, Tense::Present) => ((at(day, -6)?, day), (at(day, -6)?, day)),
        // Who writes on the day itself says «اليوم».
        (None, Tense::Future) => ((at(day, -6)?, at(day, -1)?), (at(day, -6)?, at(day, -1)?)),
    };
    made(plain, candidate, spoken, day, hard, likely)
}

/// The event of the lede on the one weekday that the article names.
fn from_lede(plain: &Plain, candidate: &Candidate, spoken: &Spoken<'_>) -> Option<Claim> {
    let (weekday, beside) = candidate.unmarked_weekday()?;
    let day = spoken
        .event
        .date
        .single_day()
        .filter(|day| day.weekday().num_days_from_monday() == weekday)?;
    let after = |days| day.checked_add_days(Days::new(days));
    if let Some(days) = beside {
        let published = after(u64::try_from(-days).ok()?)?;
        return made(plain, candidate, spoken, day, (published, published), (published, published));
    }
    (candidate.tense() == Tense::Past)
        .then(|| made(plain, candidate, spoken, day, (day, after(6)?), (day, after(1)?)))?
}

/// The day of the event that is such a weekday.
fn day_of(event: &Event, weekday: u32) -> Option<NaiveDate> {
    let dates = std::iter::once(&event.date).chain(event.also_dated.iter().map(|also| &also.date));
    dates.into_iter().find_map(|date| {
        let (Some(from), Some(to)) = date.days() else { return None };
        let length = (to - from).num_days();
        (length <= 7).then(|| {
            from.iter_days()
                .take(length as usize)
                .find(|day| day.weekday().num_days_from_monday() == weekday)
        })?
    })
}

fn made(
    plain: &Plain,
    candidate: &Candidate,
    spoken: &Spoken<'_>,
    day: NaiveDate,
    hard: (NaiveDate, NaiveDate),
    likely: (NaiveDate, NaiveDate),
) -> Option<Claim> {
    let event = spoken.event;
    // A cue that holds only for articles of certain years rules the others out.
    let held = event.cues.iter().filter_map(|cue| cue.published.as_ref()).next();
    let span = Edtf::between(hard.0, hard.1);
    if held.is_some_and(|held| !held.meets(&span)) {
        return None;
    }
    let text = with_word_before(plain, candidate.span);
    let reason = Reason::OfEvent.of(&[&event.name]);
    let evidence = DateEvidence { text, value: Edtf::day(day), reason };
    let strength = (spoken.named, event.date.single_day().is_some());
    let held = held.filter(|_| !spoken.named).cloned();
    Some(Claim { first: hard.0, last: hard.1, likely, day, strength, held, evidence })
}

/// The expression with the word before it: «انطلقت الأربعاء».
fn with_word_before(plain: &Plain, span: Span) -> String {
    /// No word is longer, in bytes.
    const LONGEST: usize = 200;
    let reach = plain.text.ceil_char_boundary(span.start.saturating_sub(LONGEST));
    let before = plain.text[reach..span.start].trim_end();
    let start = before
        .rfind(|c: char| c.is_whitespace() || "«»\"“”()،؛:.".contains(c))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let start = reach + start;
    let paragraph = plain
        .paragraphs
        .get(plain.paragraph_at(span.start))
        .map_or(0, |paragraph| paragraph.span.start);
    plain.text[start.max(paragraph).min(span.start)..span.end].trim().to_owned()
}
