//! What an article speaks of («تاريخ الوقائع»): the day that its first sentences name, else that of the event that
//! they attest. A year of its background is neither.

use super::edges::{Edge, edge};
use super::spread::is_of_spreading;
use super::text::Text;
use crate::arabic::calendar::Edtf;
use crate::document::{About, Attestation, ParagraphKind, TimeExpression};
use crate::knowledge::{Knowledge, Status};
use crate::span::Span;

/// A day of which the first sentences of an article speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// The day, or the few days.
    pub(super) value: Edtf,
    /// The words that say so.
    span: Span,
    /// Whether they had to be counted from the day of publication.
    is_relative: bool,
}

/// How many sentences of the first paragraph tell the news.
const LEAD_SENTENCES: usize = 3;
/// News is told on its day or soon after.
const FRESH_DAYS: i64 = 10;
/// Some days can be when something was; a week («الأسبوع التالي») is when something else is.
const LONGEST_DAYS: i64 = 5;
/// An event of the knowledge base may have taken a week.
const LONGEST_EVENT_DAYS: i64 = 8;

/// All dates of a text with two days side by side as one time: «أمس الاثنين واليوم الثلاثاء».
pub(super) fn told(text: &Text<'_>, dates: &[TimeExpression]) -> Vec<TimeExpression> {
    let mut joined: Vec<TimeExpression> = Vec::with_capacity(dates.len());
    for date in dates.iter().cloned() {
        match joined.last_mut().and_then(|last| Some((side_by_side(text, last, &date)?, last))) {
            Some((value, last)) => {
                last.value = value;
                last.span = Span::new(last.span.start, date.span.end);
                last.relative |= date.relative;
            }
            None => joined.push(date),
        }
    }
    joined
}

/// The time of two days of which the second follows the first in the calendar and in the text.
fn side_by_side(text: &Text<'_>, one: &TimeExpression, other: &TimeExpression) -> Option<Edtf> {
    let (first, last) = (one.value.single_day()?, other.value.single_day()?);
    let between = text.plain.text.get(one.span.end..other.span.start)?;
    (between.trim() == "و" && first.succ_opt() == Some(last)).then(|| Edtf::between(first, last))
}

/// The day of the lead: that of its first sentence that has one, then of the sentences behind it.
///
/// A day that has come is taken before one to come («حُدد الأربعاء موعدًا …، كما أُعلن أمس»), and the edge of a time
/// («حتى أمس») where there is nothing else.
pub(super) fn day(
    text: &Text<'_>,
    dates: &[TimeExpression],
    published: Option<&Edtf>,
) -> Option<Day> {
    let is_text = |kind| matches!(kind, ParagraphKind::Text | ParagraphKind::Item);
    let paragraphs: Vec<_> = text
        .plain
        .paragraphs
        .iter()
        .take_while(|paragraph| is_text(paragraph.kind))
        .skip_while(|paragraph| is_head_line(text, dates, published, paragraph.span))
        .take(2)
        .collect();
    let (first, rest) = paragraphs.split_first()?;
    let sentences = text
        .sentences
        .iter()
        .skip_while(|sentence| sentence.span.start < first.span.start)
        .take_while(|sentence| inside(sentence.span, first.span))
        .take(LEAD_SENTENCES);
    let next = rest
        .first()
        .and_then(|next| text.sentences.iter().find(|sentence| inside(sentence.span, next.span)));
    sentences.chain(next).find_map(|sentence| {
        let here: Vec<&TimeExpression> =
            dates.iter().filter(|date| inside(date.span, sentence.span)).collect();
        let is_first = inside(sentence.span, first.span);
        in_sentence(text, &here, published, is_first)
    })
}

fn inside(span: Span, outer: Span) -> bool {
    outer.start <= span.start && span.end <= outer.end
}

/// «صحيفة المنارة، 3 ديسمبر 2022»: the line of the page that Markdown keeps above its text tells when that was published.
fn is_head_line(
    text: &Text<'_>,
    dates: &[TimeExpression],
    published: Option<&Edtf>,
    line: Span,
) -> bool {
    /// How many words such a line has at most.
    const WORDS: usize = 12;
    let written = line.cut(&text.plain.text).trim_end();
    let is_short =
        written.split_whitespace().count() <= WORDS && !written.ends_with(['.', '؟', '!']);
    let says_day = |date: &TimeExpression| {
        inside(date.span, line) && !date.relative && Some(&date.value) == published
    };
    is_short && dates.iter().any(says_day)
}

fn in_sentence(
    text: &Text<'_>,
    dates: &[&TimeExpression],
    published: Option<&Edtf>,
    is_first: bool,
) -> Option<Day> {
    let mut found: Option<(u8, Day)> = None;
    for date in dates {
        let Some(rank) = rank(text, date, published, is_first) else { continue };
        if found.as_ref().is_none_or(|(best, _)| rank < *best) {
            found = Some((
                rank,
                Day { value: date.value.clone(), span: date.span, is_relative: date.relative },
            ));
        }
    }
    found.map(|(_, day)| day)
}

/// How well a date can be what the lead speaks of, 0 the best; nothing where it cannot.
fn rank(
    text: &Text<'_>,
    date: &TimeExpression,
    published: Option<&Edtf>,
    is_first: bool,
) -> Option<u8> {
    let (Some(from), Some(to)) = date.value.days() else { return None };
    if !date.value.is_certain() || (to - from).num_days() > LONGEST_DAYS {
        return None;
    }
    let edge = match edge(&text.words, date) {
        Edge::None => 0,
        Edge::Until => 1,
        Edge::Other => return None,
    };
    // «قبل أسبوع» tells of something older.
    if text.words.at(text.words.index_at(date.span.start)) == "قبل"
        || is_of_spreading(&text.words, date)
    {
        return None;
    }
    match published.map(Edtf::days) {
        Some((Some(first), Some(behind))) => {
            let is_fresh =
                (first - from).num_days() <= FRESH_DAYS && (from - behind).num_days() < FRESH_DAYS;
            is_fresh.then_some(if from >= behind { 1 } else { 0 } + 2 * edge)
        }
        // Without a day of publication only what is written out tells a day, and only the lead is news.
        _ => (is_first && !date.relative).then_some(2 * edge),
    }
}

/// What the article speaks of; nothing where neither its first sentences nor an event of them say a day.
pub(super) fn about(
    text: &Text<'_>,
    day: Option<Day>,
    events: &[Attestation],
    published: Option<&Edtf>,
    knowledge: &Knowledge,
) -> Option<About> {
    if let Some(day) = day {
        let paragraph = text.plain.paragraph_at(day.span.start);
        return Some(About {
            value: day.value,
            span: Some(day.span),
            paragraph,
            is_relative: day.is_relative,
            event: None,
        });
    }
    let (first, last) = match published?.days() {
        (Some(first), Some(behind)) => (first, behind),
        _ => return None,
    };
    events
        .iter()
        .take_while(|found| found.paragraph < 2)
        .filter(|found| found.status != Status::Announced)
        .find_map(|found| {
            let event = knowledge.events.get(&found.event)?;
            let (from, to) = (event.date.first_day()?, event.date.days().1?);
            let is_fresh = from < last
                && (first - to).num_days() <= FRESH_DAYS
                && (to - from).num_days() <= LONGEST_EVENT_DAYS;
            is_fresh.then(|| About {
                value: event.date.clone(),
                span: None,
                paragraph: found.paragraph,
                is_relative: false,
                event: Some(found.event.clone()),
            })
        })
}
