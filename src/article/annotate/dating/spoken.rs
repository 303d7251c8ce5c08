//! Which sentences speak of which events of the knowledge base.

use super::super::events::ordinals;
use super::super::spotted::Spotted;
use super::super::text::{Sentence, Text};
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{COUNTED_FROM, MATTER, is};
use crate::knowledge::{Event, Id, Knowledge, Phrase, Target};
use crate::span::Span;

/// A sentence and an event of which it speaks.
#[derive(Clone, Debug)]
pub(super) struct Spoken<'k> {
    /// The sentence.
    pub(super) sentence: Span,
    /// Which one it is, from 0.
    pub(super) number: usize,
    pub(super) event: &'k Event,
    /// Whether it names the event, and not only the words that betray it.
    pub(super) named: bool,
    /// The words of its name, if it is named.
    pub(super) at: Option<Span>,
    /// Whether the sentence does something about the event and does not tell it: «ناقش الأربعاء نتائج الجولة».
    pub(super) is_topic: bool,
    /// Where the clause begins in which it is named, behind «إن» or «أن»: what stands before is of another verb.
    pub(super) clause: Option<usize>,
    /// Whether the sentence only counts from the event («منذ الجولة الأولى», «بعد شهر على توقيع الاتفاق») and tells another thing.
    pub(super) is_background: bool,
}

/// Whether an event is what a sentence is about and not what it tells: «وصل الوفد الأربعاء للمشاركة في الجولة».
fn is_topic(text: &Text<'_>, word: usize) -> bool {
    let before = |steps: usize| {
        word.checked_sub(steps)
            .filter(|&at| text.words.same_paragraph(at, word))
            .map_or("", |at| text.words.at(at))
    };
    is(before(1), MATTER) || matches!(before(1), "في" | "من") && is(before(2), MATTER)
}

/// Whether what begins at a word is only counted from: «منذ الجولة الأولى», «بعد توقيع الاتفاق», «بعد أسبوعين من اختتام الجولة».
fn is_counted_from(text: &Text<'_>, word: usize) -> bool {
    /// How many words a length of time has between «بعد» and «من».
    const LENGTH: usize = 3;
    let before = |steps: usize| {
        word.checked_sub(steps)
            .filter(|&at| text.words.same_paragraph(at, word))
            .map_or("", |at| text.words.at(at))
    };
    // «بعد غد الجولة» has a day of its own, «بعد توقيع الجولة» is another's.
    let leads_on = !before(1).has_article() && !matches!(before(1), "غد" | "امس");
    let right_before = is(before(1), COUNTED_FROM) || is(before(2), COUNTED_FROM) && leads_on;
    let of_length = (1..=2).find(|&steps| before(steps) == "من");
    right_before
        || of_length
            .is_some_and(|of| (of + 1..=of + LENGTH).any(|steps| is(before(steps), COUNTED_FROM)))
}

/// Where the clause behind the last «إن» or «أن» before a word begins.
fn clause_of(text: &Text<'_>, first: usize, word: usize) -> Option<usize> {
    let opens = |&index: &usize| matches!(text.words.at(index), "ان" | "بان");
    (first..word).rev().find(opens).map(|index| text.words.list[index].span().start)
}

/// The events of all sentences, in the order of the text.
pub(super) fn spoken<'k>(text: &Text<'_>, knowledge: &'k Knowledge) -> Vec<Spoken<'k>> {
    if knowledge.events.is_empty() {
        return Vec::new();
    }
    let named = by_alias(text, knowledge);
    let events: Vec<&Event> = knowledge.events.values().collect();
    let (mut found, mut series, mut next) = (Vec::new(), None, 0);
    for (number, sentence) in text.sentences.iter().enumerate() {
        let spotted = text.spotted(sentence);
        let mut push = |event: &'k Event, name: Option<(usize, usize)>| {
            let named = name.is_some();
            let byte = |word: usize| text.words.list[word].span();
            let at = name.map(|(first, last)| Span::new(byte(first).start, byte(last).end));
            let word = name.map(|(first, _)| first);
            let is_topic = word.is_some_and(|word| is_topic(text, word));
            let is_background = word.is_some_and(|word| is_counted_from(text, word));
            let clause = word.and_then(|word| clause_of(text, sentence.words.0, word));
            if !found
                .iter()
                .rev()
                .take_while(|spoken: &&Spoken<'_>| spoken.number == number)
                .any(|spoken| spoken.event.id == event.id)
            {
                found.push(Spoken {
                    sentence: sentence.span,
                    number,
                    event,
                    named,
                    at,
                    is_topic,
                    clause,
                    is_background,
                });
            }
        };
        series =
            knowledge.cues().series_named(spotted.iter().map(|spotted| spotted.phrase)).or(series);
        let inside =
            named[next..].iter().take_while(|((word, _), _)| *word < sentence.words.1).count();
        for &(name, event) in &named[next..next + inside] {
            push(event, Some(name));
        }
        next += inside;
        for (name, event) in
            series.map(|series| by_ordinal(text, sentence, series, knowledge)).unwrap_or_default()
        {
            push(event, Some(name));
        }
        for event in by_cue(spotted, &events, knowledge) {
            push(event, None);
        }
    }
    found
}

fn by_cue<'k>(
    spotted: &[Spotted],
    events: &[&'k Event],
    knowledge: &'k Knowledge,
) -> Vec<&'k Event> {
    let stands =
        |phrases: &Vec<Phrase>| spotted.iter().any(|spotted| phrases.contains(&spotted.phrase));
    let fits = |event: &&'k Event, compiled: &[crate::knowledge::CompiledCue]| {
        // A cue that needs a date cannot be judged before dates are.
        event.cues.iter().zip(compiled).any(|(cue, phrases)| {
            cue.dates.is_empty()
                && !phrases.all.is_empty()
                && phrases.all.iter().all(stands)
                && !stands(&phrases.none)
        })
    };
    let present = knowledge.cues().events_with(spotted.iter().map(|spotted| spotted.phrase));
    present
        .filter_map(|(number, compiled)| {
            Some(*events.get(number)?).filter(|event| fits(event, compiled))
        })
        .collect()
}

/// An event with the first and the last word of its name.
type Named<'k> = ((usize, usize), &'k Event);

/// The events that are named.
fn by_alias<'k>(text: &Text<'_>, knowledge: &'k Knowledge) -> Vec<Named<'k>> {
    let mut found = Vec::new();
    for hit in knowledge.gazetteer().hits(&text.unquoted.letters(&text.words)) {
        let (word, last) = (text.unquoted.word(hit.first), text.unquoted.word(hit.last));
        for name in hit.names_behind(&text.words.at(word)[..hit.lead]) {
            if let Target::Event(id) = &name.target {
                found.extend(knowledge.events.get(id).map(|event| ((word, last), event)));
            }
        }
    }
    found.sort_by(|(a, event), (b, other)| (a, &event.id).cmp(&(b, &other.id)));
    found
}

/// «الجولة الثالثة» of the series that was named last.
fn by_ordinal<'k>(
    text: &Text<'_>,
    sentence: &Sentence,
    series: &Id,
    knowledge: &'k Knowledge,
) -> Vec<Named<'k>> {
    let Some(unit) = knowledge.series.get(series).and_then(|series| series.unit.as_deref()) else {
        return Vec::new();
    };
    let round = |(ordinal, words): (u32, (usize, usize))| {
        let is_meant = |event: &&Event| {
            event.series.as_ref() == Some(series)
                && event.ordinal == Some(ordinal)
                && event.ordinal_label.is_none()
        };
        knowledge.events.values().find(is_meant).map(|event| (words, event))
    };
    ordinals::ordinals(&text.words, sentence.words, &ordinals::unit(unit))
        .into_iter()
        .filter_map(round)
        .collect()
}
