//! Time expressions of a text and their values.
//!
//! 1. [`scan`] takes the words of the text as they were read: their senses from [`lexicon`], their clitics;
//! 2. [`rules`] recognise expressions at a token, [`combine`] puts ranges and lists together;
//! 3. [`direction`] weighs where the sentence looks, where an expression leaves that open;
//! 4. [`resolve`] gives values, from the day of the text and what was told before, [`speech`] the day from which a quotation counts.

mod candidate;
mod chronicle;
mod combine;
pub mod direction;
mod explain;
mod habit;
mod islamic;
mod known;
mod lexicon;
mod lunar;
mod narrative;
mod openings;
mod phrase;
mod resolve;
mod rules;
mod scan;
mod setting;
mod speech;
mod time;
mod told;
mod traits;

use chrono::{Datelike, Months, NaiveDate};

use super::Reason;
use crate::arabic::calendar::Edtf;
use crate::arabic::reading::Word;
use crate::diagnostics::Diagnostic;
use crate::document::{Plain, TimeExpression};
use crate::span::{LineIndex, Span};
pub use candidate::Candidate;
use chronicle::Chronicle;
pub(super) use direction::Tense;
use known::Known;
use narrative::Narrative;
use setting::Setting;
use time::{Time, Year};
use told::{Resolved, Told};

/// From where a text speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The day from which it speaks; without one only what is written out has a value.
    pub reference: Option<NaiveDate>,
    /// The day of publication, where that is one day: a page may be dated on another day than that of its words.
    pub published: Option<NaiveDate>,
    /// Whether its figures have the month first («4/7/2021» as 7 April), where they themselves do not tell.
    pub month_first: bool,
    /// Whether no more is known than the month or the issue of which the text is: its «اليوم» and «الأحد» have no value.
    pub no_day: bool,
}

/// The time expressions of a text, in its order, none overlapping another.
pub fn recognize(plain: &Plain) -> Vec<Candidate> {
    let read = plain.reading();
    let (mut row, mut found) = (scan::Row::new(&plain.text, read), Vec::new());
    let (mut end, mut first) = (0, 0);
    for line in plain.text.split_inclusive('\n') {
        end += line.len();
        let inside = |word: &&Word| word.span().start < end;
        let behind = first + read.words[first..].iter().take_while(inside).count();
        row.fill(first..behind);
        combine::candidates(&plain.text, &row, &mut found);
        first = behind;
    }
    openings::add(plain, &mut found);
    found
}

/// Gives the candidates their values; those for which the text does not say enough are left out.
pub fn resolve(plain: &Plain, candidates: &[Candidate], anchor: &Anchor) -> Vec<TimeExpression> {
    let month_first = month_first(candidates, anchor);
    let chronicle = Chronicle::of(plain, candidates, anchor.reference);
    let candidates = &*chronicle.dated(candidates);
    let mut found: Vec<Resolved> = Vec::with_capacity(candidates.len());
    let quotations =
        if candidates.is_empty() { Vec::new() } else { speech::quotations(plain.reading()) };
    let (mut narrative, mut setting) = (Narrative::default(), Setting::default());
    let (mut told, mut spoken): (Told<'_>, Option<(Span, Option<NaiveDate>)>) =
        (Told::default(), None);
    let mut i = 0;
    while i < candidates.len() {
        let list = candidates[i..].iter().take_while(|candidate| candidate.linked).count() + 1;
        let list = &candidates[i..(i + list).min(candidates.len())];
        let entry = chronicle.day_of_entry(i, list[0].span, &found);
        let today = entry.unwrap_or(anchor.reference);
        let quotation = quotations
            .get(quotations.partition_point(|quotation| quotation.end <= list[0].span.start));
        let reference = match quotation.filter(|quotation| quotation.contains(list[0].span)) {
            Some(&quotation) => {
                if spoken.is_none_or(|(known, _)| known != quotation) {
                    spoken =
                        Some((quotation, speech::day_of(&plain.text, quotation, &found, today)));
                }
                spoken.and_then(|(_, day)| day).or(today)
            }
            None => today,
        };
        let direction = match &list[list.len() - 1] {
            last if speech::goes_on_ahead(&plain.text, last, &found, reference) => {
                direction::Direction::ahead()
            }
            last => last.seen_from(reference),
        };
        // «أعلن في 17 نوفمبر أنه سينخفض بحلول 15 جانفي»: what was to come then counts from the day on which it was said.
        let looks_ahead =
            direction.tense == Tense::Future && list[0].time.year() == Some(Year::Open);
        let announced = if looks_ahead {
            speech::day_told_before(&plain.text, list[0].span.start, &found, reference)
        } else {
            None
        };
        let answered = if list.len() == 1 {
            speech::day_of_answer(&plain.text, &list[0], &found, reference)
        } else {
            None
        };
        let start = list[0].span.start;
        setting.enter(&plain.text, start);
        let is_open = setting.leaves_open(&plain.text, start, &list[0].time, direction.tense);
        let mut is_lost = false;
        let continued = if list.len() == 1 && answered.is_none() {
            narrative
                .goes_on(&plain.text, list[0].span.start, &list[0].time, direction.tense)
                .map(|day| (day, Reason::AfterTold))
                .or_else(|| {
                    let start = list[0].span.start;
                    let day =
                        setting.goes_on(&plain.text, start, &list[0].time, direction.tense)?;
                    Some((day, Reason::AfterOpening))
                })
        } else {
            None
        };
        let period = narrative.during(&plain.text, list[0].span.start, &list[0].time);
        told.enter(
            speech::sentence_start(&plain.text, list[0].span.start),
            speech::is_same_day(&list[0]),
            |candidate| speech::is_background(&plain.text, candidate),
        );
        if speech::is_that_day(&list[0]) {
            told.back_over(reference, direction.tense);
        }
        let begun = speech::begins_ahead(&plain.text, &list[0], direction.tense, &found, reference);
        let from = announced.or(answered).or(begun).or(reference);
        let by = |tense, from: Option<NaiveDate>| {
            // Of a text of which only the month is known, all its days are over that it tells as past.
            let whole = anchor.no_day && tense == Tense::Past && from == reference;
            let from = if whole { from.and_then(month_end) } else { from };
            values(list, tense, from, &told, month_first)
        };
        // The first after the deed before it, where that is over too.
        let is_over = |value: &Option<Edtf>| value.as_ref().and_then(Edtf::first_day) <= reference;
        let during = period.and_then(|(first, after)| {
            let values = by(Tense::Future, Some(first));
            let is_inside = |value: &Option<Edtf>| {
                value.as_ref().and_then(Edtf::first_day).is_some_and(|day| day < after)
            };
            values.iter().all(is_inside).then_some((values, Reason::DuringTold))
        });
        let counted_on = during.or_else(|| {
            let (day, reason) = continued?;
            let values = by(Tense::Future, Some(day));
            values.iter().all(is_over).then_some((values, reason))
        });
        let counted = counted_on.as_ref().map(|&(_, reason)| reason);
        let values = counted_on.map_or_else(|| by(direction.tense, from), |(values, _)| values);
        for (candidate, value) in list.iter().zip(values) {
            // «آخر 0 يوم» would end before it begins.
            let doubted = value.as_ref().filter(|_| is_open);
            let is_doubtful = doubted.is_some_and(|value| setting::is_far(value, reference));
            is_lost |= is_doubtful;
            let is_undated = anchor.no_day && candidate.time.counts_days();
            let is_hidden =
                [is_doubtful, is_undated, setting.hides(&candidate.time, direction.tense)];
            let is_hidden = is_hidden.contains(&true);
            let known = value.filter(|value| {
                runs_forward(value)
                    && !is_hidden
                    && !is_of_any_year(&plain.text, candidate, value, reference)
            });
            if let Some(value) = known {
                told.tell(&value, candidate);
                let relative = candidate.time.is_relative();
                let is_over = announced.is_some() && value.first_day() <= reference;
                let day = value.single_day().filter(|_| candidate.time.year() == Some(Year::Open));
                let is_same_day = day.is_some_and(|day| Some(day) == reference);
                // «وبعد سبعة وثلاثين عامًا أُدين»
                let is_years_on = candidate.time.leads_on() && value.first_day() <= reference;
                let of_entry = chronicle.reason(i, relative, entry.is_some());
                let reason = match answered {
                    _ if let Some(reason) = of_entry => reason.text().to_owned(),
                    _ if is_years_on => Reason::CountedFromTold.text().to_owned(),
                    _ if is_same_day => Reason::SameDay.text().to_owned(),
                    _ if begun.is_some() => Reason::AfterBegin.text().to_owned(),
                    _ if is_over => Reason::AfterTold.text().to_owned(),
                    _ if let Some(reason) = counted => reason.text().to_owned(),
                    Some(_) => Reason::BeforeTold.text().to_owned(),
                    None => {
                        let of_page = anchor.published.is_none_or(|published| {
                            from == Some(published) && candidate.counts_from(published, &value)
                        });
                        explain::reason(&candidate.time, &direction, of_page)
                    }
                };
                let expression = TimeExpression { span: candidate.span, value, reason, relative };
                narrative.tell(&expression, &candidate.time, counted.is_some(), reference);
                let is_aside =
                    || candidate.names_deed || narrative::is_aside(&plain.text, candidate);
                setting.tell(&candidate.time, &expression.value, is_aside, reference);
                let names_deed = candidate.names_deed;
                found.push(Resolved { expression, tense: direction.tense, names_deed });
            }
        }
        if is_lost {
            told.lose();
        }
        i += list.len();
    }
    debug_assert!(found.iter().all(|found| found.expression.span.end <= plain.text.len()));
    found.into_iter().map(|found| found.expression).collect()
}

/// The time expressions of a text that speaks from a day.
///
/// ```
/// use sijill::article::annotate::timex::time_expressions;
/// use sijill::document::Plain;
/// let plain = Plain::of_text("اجتمع الوزيران الخميس، ويلتقيان مجددًا في 12 أيار.");
/// let day = "2021-04-10".parse().ok();
/// let values: Vec<String> = time_expressions(&plain, day).iter().map(|found| found.value.to_string()).collect();
/// assert_eq!(values, ["2021-04-08", "2021-05-12"]);
/// ```
pub fn time_expressions(plain: &Plain, reference: Option<NaiveDate>) -> Vec<TimeExpression> {
    resolve(plain, &recognize(plain), &Anchor { reference, ..Anchor::default() })
}

/// The last day of the month of a day.
fn month_end(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// «انفجار 4 آب», months later, or «كل عام في أيار»: what happened once keeps its name for years, and the last such day is no longer the likeliest.
fn is_of_any_year(
    text: &str,
    candidate: &Candidate,
    value: &Edtf,
    reference: Option<NaiveDate>,
) -> bool {
    /// How many days after a deed its day alone still names it.
    const RECENT: i64 = 180;
    let is_open = candidate.time.year() == Some(Year::Open);
    let told = reference.filter(|_| is_open).zip(value.first_day());
    let is_long_ago = told.is_some_and(|(day, deed)| (day - deed).num_days() > RECENT);
    candidate.names_deed && is_long_ago || habit::is_habit(text, candidate)
}

/// Whether a value holds at least a day, and none before the years that EDTF spells: «آخر 31 القرن» would begin before them.
fn runs_forward(value: &Edtf) -> bool {
    let forward = !matches!(value.days(), (Some(from), Some(to)) if to <= from);
    forward && value.first_day().is_none_or(|first| first.year() >= 0)
}

/// Values of one list: what looks back is read from its end, what looks ahead from its beginning, so that the list runs in order.
fn values(
    list: &[Candidate],
    tense: Tense,
    reference: Option<NaiveDate>,
    told: &Told,
    month_first: bool,
) -> Vec<Option<Edtf>> {
    let one = |candidate: &Candidate, reference, tense| {
        let by = |latest: Option<&Edtf>| {
            let known = Known { reference, tense, told: latest, told_day: told.day, month_first };
            resolve::value(&candidate.time, known)
        };
        if candidate.time.counts_from_told() {
            told.counted(tense, candidate.time.is_same(), reference, by)
        } else {
            by(told.latest())
        }
    };
    if let [candidate] = list {
        return vec![one(candidate, reference, tense)];
    }
    let mut values = vec![None; list.len()];
    let marked = list.last().is_some_and(|last| match last.time {
        Time::Weekday { shift, .. } => shift == Some(lexicon::Shift::Past),
        _ => last.time.year() == Some(Year::Shifted(lexicon::Shift::Past)),
    });
    let backward = tense == Tense::Past || marked;
    let mut from = reference;
    for step in 0..list.len() {
        let at = if backward { list.len() - 1 - step } else { step };
        let tense = if step > 0 && !backward && list[at].time.year() == Some(Year::Open) {
            Tense::Future
        } else {
            tense
        };
        values[at] = one(&list[at], from, tense);
        from = values[at].as_ref().and_then(Edtf::first_day).or(from);
    }
    values
}

/// Whether the figures of the text itself show the month first.
fn month_first(candidates: &[Candidate], anchor: &Anchor) -> bool {
    let figures = |second_is_day: bool| {
        candidates.iter().any(|candidate| match candidate.time {
            Time::Numeric { first, second, .. } => {
                (if second_is_day { second } else { first }) > 12
            }
            _ => false,
        })
    };
    !figures(false) && (anchor.month_first || figures(true))
}

/// What is odd about the dates of a text: days that no calendar has, weekdays that contradict their day.
pub fn doubts(plain: &Plain, candidates: &[Candidate]) -> Vec<Diagnostic> {
    let lines = std::cell::OnceCell::new();
    let place = |span: Span| {
        lines.get_or_init(|| LineIndex::new(&plain.text)).line_column(&plain.text, span.start)
    };
    let mut found = Vec::new();
    for candidate in candidates {
        let Some((message, help)) = doubt(candidate, candidate.span.cut(&plain.text)) else {
            continue;
        };
        let (line, column) = place(candidate.span);
        found.push(Diagnostic::warning("date", message).help(help).at(line, column));
    }
    found
}

fn doubt(candidate: &Candidate, words: &str) -> Option<(String, &'static str)> {
    if let Time::Range(from, to) = &candidate.time
        && let (Time::Day { day: a, month, .. }, Time::Day { day: b, month: same, .. }) =
            (&**from, &**to)
        && month == same
        && a >= b
    {
        return Some((format!("«{words}» runs backward"), "it is left without a value"));
    }
    let Time::Day { day, month, year, weekday } = candidate.time else { return None };
    let year = match year {
        Year::Given(year) => Some(year),
        _ => None,
    };
    // 29 February is possible in some year.
    let Some(date) = NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day) else {
        return Some((
            format!("«{words}» is a day that the calendar has not"),
            "it is left without a value",
        ));
    };
    let contradicts =
        weekday.is_some_and(|weekday| date.weekday().num_days_from_monday() != weekday);
    (year.is_some() && contradicts).then(|| {
        (format!("the weekday of «{words}» is not that of {date}"), "the day in figures was taken")
    })
}
