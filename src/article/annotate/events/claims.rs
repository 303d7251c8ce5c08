//! When a sentence says that an event was: which of its dates is meant for the event, and which is another thing's.

use super::super::edges::{Edge, edge};
use super::super::words::Words;
use super::clause::{self, Parting};

use crate::arabic::calendar::Edtf;
use crate::arabic::lexicon::{LEANING, LENGTH_FROM, OF_A_YEAR, is};
use crate::article::annotate::spotted::Spotted;
use crate::document::TimeExpression;
use crate::knowledge::Event;
use crate::span::Span;

/// How surely the words of a sentence mean an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// They name it: an alias, its series and number, a person's mark.
    Name,
    /// They betray it: a cue.
    Cue,
    /// It is what the article is about.
    Lead,
}

/// Where an event stands in a sentence.
pub(super) struct Seen<'a> {
    /// First and last word of all that speaks of it.
    pub(super) at: (usize, usize),
    /// First and last word of each phrase of that.
    pub(super) phrases: &'a [(usize, usize)],
    /// How surely it is meant.
    pub(super) by: By,
}

/// The dates of an event in one sentence.
#[derive(Debug, Default)]
pub(super) struct Claims<'a> {
    /// When the sentence says that it was or will be.
    pub(super) claimed: Option<&'a TimeExpression>,
    /// Dates that contradict what the knowledge base has.
    pub(super) against: Vec<&'a TimeExpression>,
    /// Whether the sentence speaks of another event, which looks the same and was at another time.
    pub(super) is_another: bool,
}

/// A date that is so far from the event's is no slip of a day or two: whoever betrays the event by a cue alone then means another.
const SAME_EVENT_DAYS: i64 = 31;
/// The longest time that still says when something was, and not in which season of politics.
const DAYS_OF_A_DAY: i64 = 8;
/// The longest month.
const DAYS_OF_A_MONTH: i64 = 31;
/// How many words may stand between an event and a month or year that contradicts it.
const BESIDE: usize = 2;
/// The same for a day.
const NEAR: usize = 5;

/// What stands between an event and a date, seen from the event.
struct Bond {
    /// The date stands among the event's own words: «غارة في يناير قتلت سليماني».
    inside: bool,
    parting: Parting,
    /// How many words stand between.
    words: usize,
}

impl Bond {
    fn holds(&self) -> bool {
        self.inside || self.parting != Parting::Clause
    }
}

/// Reads the dates of a sentence for an event.
pub(super) fn claims<'a>(
    words: &Words<'_>,
    sentence: &Sentence<'a>,
    event: &Event,
    seen: &Seen<'_>,
    published: Option<&Edtf>,
) -> Claims<'a> {
    let &Seen { at, phrases, by } = seen;
    let mut found = Claims::default();
    let mut best: Option<((bool, i64, usize), &TimeExpression)> = None;
    let is_short = days_of(&event.date) <= DAYS_OF_A_DAY;
    for &date in sentence.dates_near(at, REACH) {
        let length = days_of(&date.value);
        let is_count = words.at(words.index_at(date.span.start)) == "قبل" && length > 1;
        if is_count || edge(words, date) != Edge::None {
            continue;
        }
        let bond = bond(words, sentence, phrases, date);
        if is_other_count(event, &date.value) {
            if bond.holds() && !is_of_saying(words, sentence, at, date) {
                found.against.push(date);
            }
        } else if agrees(event, &date.value) {
            // «قبل أسبوع» names no day, though it can be that of the event.
            let is_loose = length <= DAYS_OF_A_DAY && !date.value.is_certain();
            // A day that is the event's is meant for it wherever it stands; one of the many days of a long event is not.
            let is_its_day = is_short && length <= days_of(&event.date);
            if !is_loose && (is_its_day || bond.holds() && by != By::Lead) {
                let rank = (!bond.holds(), length, bond.words);
                if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                    best = Some((rank, date));
                }
            }
        } else if contradicts(words, sentence, event, seen, date, published) {
            let apart = apart_days(&event.date, &date.value);
            if by == By::Cue && apart > SAME_EVENT_DAYS && !is_slip_of_year(event, &date.value) {
                found.is_another = true;
            } else {
                found.against.push(date);
            }
        }
    }
    found.claimed = best.map(|(_, date)| date);
    // A sentence that dates the event rightly means it, whatever other dates stand in it.
    if found.claimed.is_some() {
        found.is_another = false;
        found.against.retain(|date| is_other_count(event, &date.value));
    }
    found.claimed = found.claimed.or_else(|| found.against.first().copied());
    found
}

/// Whether a date says when the event was, by the clock of any place.
pub(super) fn agrees(event: &Event, date: &Edtf) -> bool {
    event.date.meets(date)
        || event.also_dated.iter().any(|also| also.clock && also.date.meets(date))
}

/// Whether a date is how somebody else counts, as the editor has noted.
pub(super) fn is_other_count(event: &Event, date: &Edtf) -> bool {
    event.date != *date && event.also_dated.iter().any(|also| !also.clock && also.date == *date)
}

/// Whether a date stands in one clause with any of these words.
pub(super) fn is_bound(
    words: &Words<'_>,
    sentence: &Sentence<'_>,
    phrases: &[(usize, usize)],
    date: &TimeExpression,
) -> bool {
    bond(words, sentence, phrases, date).holds()
}

/// The bond of a date with the nearest of the event's words.
fn bond(
    words: &Words<'_>,
    sentence: &Sentence<'_>,
    phrases: &[(usize, usize)],
    date: &TimeExpression,
) -> Bond {
    let (first, behind) = (words.index_at(date.span.start), words.index_at(date.span.end));
    let of_phrase = |&(from, to): &(usize, usize)| {
        if from <= first && behind <= to + 1 {
            return Bond { inside: true, parting: Parting::None, words: 0 };
        }
        let between = if first > to { to + 1..first } else { behind.min(from)..from };
        if between.len() > REACH {
            return Bond { inside: false, parting: Parting::Clause, words: between.len() };
        }
        // «في 2014 قبل هزيمته»: a phrase that opens a clause is parted from what stands before it.
        let opener = usize::from(first < from && clause::opens(words, from));
        let parting = clause::parting(words, between.start..between.end + opener, |index| {
            sentence.is_dated(index)
        });
        Bond { inside: false, parting, words: between.len() }
    };
    phrases.iter().map(of_phrase).min_by_key(|bond| (!bond.inside, bond.words)).unwrap_or(Bond {
        inside: false,
        parting: Parting::Clause,
        words: usize::MAX,
    })
}

/// Whether a date belongs to a verb of saying that stands before the event: «أعلن الخميس موعد الاستئناف».
fn is_of_saying(
    words: &Words<'_>,
    sentence: &Sentence<'_>,
    at: (usize, usize),
    date: &TimeExpression,
) -> bool {
    let first = words.index_at(date.span.start);
    let from = (sentence.words.0.max(first.saturating_sub(REACH))..first)
        .rev()
        .find(|&index| clause::opens(words, index))
        .map_or(sentence.words.0.max(first.saturating_sub(REACH)), |opener| opener + 1);
    (from..first)
        .rev()
        .find(|&index| clause::is_saying(words.at(index)) || clause::has_happened(words.at(index)))
        .is_some_and(|verb| {
            // An event that is itself a word of saying has it among its own words.
            clause::is_saying(words.at(verb)) && verb < at.0
        })
}

/// Whether a date is meant for the event and is not when it was. Most words of the event must stand in its clause:
/// «زارت أمس المتحف المغلق منذ الحريق» says nothing of the day of the fire.
fn contradicts(
    words: &Words<'_>,
    sentence: &Sentence<'_>,
    event: &Event,
    seen: &Seen<'_>,
    date: &TimeExpression,
    published: Option<&Edtf>,
) -> bool {
    let length = days_of(&date.value);
    let bond = bond(words, sentence, seen.phrases, date);
    let is_near = match length {
        _ if bond.inside => true,
        ..=DAYS_OF_A_DAY => bond.words <= NEAR,
        // A year or a month in the same clause is as often another thing's.
        _ => bond.words <= BESIDE,
    };
    let bound = seen
        .phrases
        .iter()
        .filter(|phrase| self::bond(words, sentence, std::slice::from_ref(*phrase), date).holds())
        .count();
    let is_of_most = bound * 2 > seen.phrases.len();
    let is_written = is_named(words, date)
        && date.value.is_certain()
        && !is_month_of_any_year(words, event, date, length);
    let is_other_verbs = !bond.inside && is_of_other_verb(words, sentence, seen, date);
    let is_only_counted = !bond.inside && bond.words > 1 && is_counted_from(words, seen.at.0);
    let is_bound = is_near && is_of_most && is_written;
    let is_others = || is_other_verbs || is_of_saying(words, sentence, seen.at, date);
    is_bound && !is_only_counted && !is_others() && !lies_ahead(event, &date.value, published)
}

/// Whether the sentence only counts from the event: «بعد يومين من النهائي، أي أمس الاثنين، …» tells another day.
fn is_counted_from(words: &Words<'_>, first: usize) -> bool {
    /// How many words a length of time has between «بعد» and «من».
    const LENGTH: usize = 3;
    let before = |steps: usize| {
        first
            .checked_sub(steps)
            .filter(|&at| words.same_paragraph(at, first))
            .map_or("", |at| words.at(at))
    };
    let of = (1..=2).find(|&steps| matches!(before(steps), "من" | "علي"));
    of.is_some_and(|of| (of + 1..=of + LENGTH).any(|steps| is(before(steps), LENGTH_FROM)))
}

/// Whether a date before the event belongs to a verb that is not the event's: «مرّت أمس سنة على توقيع المعاهدة», «أحيت
/// القرى أمس ذكرى الزلزال». Only a verb of taking place can be the event's, before the date or among its own words.
fn is_of_other_verb(
    words: &Words<'_>,
    sentence: &Sentence<'_>,
    seen: &Seen<'_>,
    date: &TimeExpression,
) -> bool {
    let first = words.index_at(date.span.start);
    let is_behind = seen.phrases.iter().all(|phrase| phrase.1 < first);
    if is_behind || seen.by == By::Lead {
        return false;
    }
    let from = (sentence.words.0.max(first.saturating_sub(REACH))..first)
        .rev()
        .find(|&index| clause::opens(words, index))
        .map_or(sentence.words.0.max(first.saturating_sub(REACH)), |opener| opener + 1);
    let takes_place = |index: usize| {
        clause::has_happened(words.at(index)) || clause::is_happening(words.at(index))
    };
    let has_own_verb = seen.phrases.iter().any(|&(from, to)| (from..=to).any(takes_place));
    !has_own_verb && !(from..first).any(takes_place)
}

/// Whether the text names the day itself. «قبل خمسة أيام» counts by whole days or nights, «في اليوم نفسه» leans on
/// another date: neither is enough to contradict anybody.
fn is_named(words: &Words<'_>, date: &TimeExpression) -> bool {
    let (first, behind) = (words.index_at(date.span.start), words.index_at(date.span.end));
    let leans = |word: &str| is(word, LEANING) || word.starts_with("نفس");
    !(first..behind).any(|index| leans(words.at(index)))
}

/// «في يناير» without a year says nothing against an event of another January.
fn is_month_of_any_year(
    words: &Words<'_>,
    event: &Event,
    date: &TimeExpression,
    length: i64,
) -> bool {
    let is_same_month = same_month(event, &date.value);
    let (first, behind) = (words.index_at(date.span.start), words.index_at(date.span.end));
    let names_year = (first..behind).any(|index| {
        let word = words.at(index);
        let digits = word.chars().filter(|letter| letter.is_numeric()).count();
        digits > 2 || is(word, OF_A_YEAR)
    });
    length > DAYS_OF_A_DAY && length <= DAYS_OF_A_MONTH && is_same_month && !names_year
}

/// Whether a date is still to come in the article and the event is not: «أعلن في آذار محادثات في نيسان» dates the talks.
fn lies_ahead(event: &Event, date: &Edtf, published: Option<&Edtf>) -> bool {
    let Some((_, Some(written))) = published.map(Edtf::days) else { return false };
    date.first_day().is_some_and(|first| first >= written)
        && event.date.days().1.is_some_and(|end| end <= written)
}

/// The right month in another year is what becomes of a date when a report is copied a year later.
fn is_slip_of_year(event: &Event, date: &Edtf) -> bool {
    days_of(date) <= DAYS_OF_A_MONTH && same_month(event, date)
}

fn same_month(event: &Event, date: &Edtf) -> bool {
    use chrono::Datelike;
    matches!((event.date.first_day(), date.first_day()), (Some(one), Some(other)) if one.month() == other.month())
}

/// How many days lie between two times.
fn apart_days(one: &Edtf, other: &Edtf) -> i64 {
    let gap = |a: &Edtf, b: &Edtf| Some((b.first_day()? - a.days().1?).num_days());
    gap(one, other).into_iter().chain(gap(other, one)).max().unwrap_or(0)
}

/// How many days a time can be; very many where it has an open end.
pub(super) fn days_of(date: &Edtf) -> i64 {
    match date.days() {
        (Some(from), Some(to)) => (to - from).num_days(),
        _ => i64::MAX,
    }
}

/// One sentence and what stands in it.
pub(super) struct Sentence<'a> {
    pub(super) span: Span,
    /// First word, and the word behind the last.
    pub(super) words: (usize, usize),
    pub(super) spotted: &'a [Spotted],
    /// Its time expressions, in order.
    pub(super) dates: Vec<&'a TimeExpression>,
    /// The words of each: the first, and the one behind the last.
    pub(super) dated: Vec<(usize, usize)>,
}

/// No date and no verb that stands farther off belongs to an event, however long the sentence is.
pub(super) const REACH: usize = 60;

impl<'a> Sentence<'a> {
    /// Whether a word belongs to a time expression.
    pub(super) fn is_dated(&self, index: usize) -> bool {
        let behind = self.dated.partition_point(|(_, behind)| *behind <= index);
        self.dated.get(behind).is_some_and(|(first, _)| *first <= index)
    }

    /// The time expressions that stand no more than so many words from a place.
    pub(super) fn dates_near(
        &self,
        (from, to): (usize, usize),
        reach: usize,
    ) -> &[&'a TimeExpression] {
        let first = self.dated.partition_point(|(_, behind)| behind + reach < from);
        let last = self.dated.partition_point(|(first, _)| *first <= to + reach);
        &self.dates[first..last.max(first)]
    }
}
