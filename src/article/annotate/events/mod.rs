//! Which paragraphs speak of which events of the knowledge base, and where they contradict it.
//!
//! Sentence by sentence, an event is attested
//! 1. by its alias, which is a mention;
//! 2. by one of its cues: words that stand together, with or without a date;
//! 3. by its series and its ordinal: «الجولة الثالثة» ([`ordinals`]);
//! 4. by its series and a date that only one of its rounds has.
//!
//! What the sentence says of it ([`status`]) and when, is kept with it.

pub(super) mod ordinals;
mod status;

use std::collections::BTreeMap;

use super::spotted::Spotted;
use super::text::Text;
use super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::document::{Attestation, Conflict, Mention, MentionKind, TimeExpression};
use crate::knowledge::{Event, Id, Knowledge, Phrase};
use crate::span::Span;

/// One sentence and what stands in it.
struct Sentence<'a> {
    /// Which one it is, from 1.
    number: u32,
    span: Span,
    /// First word, and the word behind the last.
    words: (usize, usize),
    spotted: &'a [Spotted],
    dates: Vec<&'a TimeExpression>,
}

/// The events of an article, in the order of the text, and its contradictions.
pub(super) fn events(
    text: &Text<'_>,
    mentions: &[Mention],
    dates: &[TimeExpression],
    published: Option<&Edtf>,
    knowledge: &Knowledge,
) -> (Vec<Attestation>, Vec<Conflict>) {
    let mut reader = Reader {
        words: &text.words,
        knowledge,
        events: knowledge.events.values().collect(),
        places: vec![(0, 0); knowledge.cues().phrase_count()],
        published,
        series: None,
        unit: None,
        rounds: Vec::new(),
        found: BTreeMap::new(),
        conflicts: Vec::new(),
    };
    let mut date = 0;
    for (sentence, number) in text.sentences.iter().zip(1..) {
        let spoken = dates[date..].iter().take_while(|date| date.span.start < sentence.span.end).count();
        let dates = dates[date..date + spoken].iter().collect();
        date += spoken;
        reader.read(&Sentence { number, span: sentence.span, words: sentence.words, spotted: text.spotted(sentence), dates }, mentions);
    }
    let mut found: Vec<Attestation> = reader.found.into_values().collect();
    found.sort_by(|a, b| (a.span, &a.event).cmp(&(b.span, &b.event)));
    (found, reader.conflicts)
}

/// Reads sentence after sentence.
struct Reader<'a, 'k> {
    words: &'a Words<'a>,
    knowledge: &'k Knowledge,
    /// All events in the order of ids.
    events: Vec<&'k Event>,
    /// By phrase, the sentence in which it stood last, and its first place among the phrases of that one.
    places: Vec<(u32, u32)>,
    published: Option<&'a Edtf>,
    /// The series that was named last.
    series: Option<&'k Id>,
    /// The stem of its unit.
    unit: Option<String>,
    /// Its events that have an ordinal of its unit, in the order of ids.
    rounds: Vec<&'k Event>,
    /// By event and paragraph.
    found: BTreeMap<(Id, usize), Attestation>,
    conflicts: Vec<Conflict>,
}

impl<'k> Reader<'_, 'k> {
    fn read(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let named = self.series_named(sentence);
        if named.is_some() && named != self.series {
            self.series = named;
            let is_round = |event: &&Event| event.series.as_ref() == named && event.ordinal.is_some() && event.ordinal_label.is_none();
            let series = named.and_then(|named| self.knowledge.series.get(named));
            self.unit = series.and_then(|series| series.unit.as_deref()).map(ordinals::stem);
            self.rounds = self.knowledge.events.values().filter(is_round).collect();
        }
        self.by_alias(sentence, mentions);
        self.by_cue(sentence);
        if self.series.is_some() && (named.is_some() || ordinals::speaks_of_talks(self.words, sentence.words)) {
            self.by_ordinal(sentence);
            self.by_series_and_date(sentence);
        }
    }

    /// The series that the sentence names; of several the first.
    fn series_named(&self, sentence: &Sentence<'_>) -> Option<&'k Id> {
        self.knowledge.cues().series_named(sentence.spotted.iter().map(|spotted| spotted.phrase))
    }

    fn by_alias(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let from = mentions.partition_point(|mention| mention.span.start < sentence.span.start);
        for mention in mentions[from..].iter().take_while(|mention| mention.span.start < sentence.span.end) {
            if let (MentionKind::Event, Some(event)) = (mention.kind, mention.id.as_ref().and_then(|id| self.knowledge.events.get(id))) {
                self.attest(event, sentence, mention.span, format!("اسمه: «{}»", mention.span.cut(self.words.text)), None);
            }
        }
    }

    fn by_cue(&mut self, sentence: &Sentence<'_>) {
        for (at, spotted) in sentence.spotted.iter().enumerate().rev() {
            self.places[spotted.phrase as usize] = (sentence.number, at as u32);
        }
        let cues = self.knowledge.cues();
        for (number, compiled) in cues.events_with(sentence.spotted.iter().map(|spotted| spotted.phrase)) {
            let Some(&event) = self.events.get(number) else { continue };
            let places = &self.places;
            let place = |phrases: &[Phrase]| {
                let here = phrases.iter().map(|&phrase| places[phrase as usize]).filter(|(number, _)| *number == sentence.number);
                here.map(|(_, at)| at).min().map(|at| &sentence.spotted[at as usize])
            };
            for (cue, phrases) in event.cues.iter().zip(compiled) {
                if phrases.all.is_empty() || place(&phrases.none).is_some() {
                    continue;
                }
                let Some(places) = phrases.all.iter().map(|group| place(group)).collect::<Option<Vec<_>>>() else { continue };
                let in_time = cue.published.as_ref().is_none_or(|held| self.published.is_some_and(|published| published.meets(held)));
                let dated =
                    cue.dates.is_empty() || sentence.dates.iter().any(|date| cue.dates.iter().any(|wanted| wanted.meets(&date.value)));
                if !in_time || !dated {
                    continue;
                }
                let first = places.iter().map(|spotted| spotted.first).min().unwrap_or(sentence.words.0);
                let last = places.iter().map(|spotted| spotted.last).max().unwrap_or(first);
                let words: Vec<&str> =
                    places.iter().map(|spotted| self.words.span(spotted.first, 0, spotted.last).cut(self.words.text)).collect();
                self.attest(
                    event,
                    sentence,
                    self.words.span(first, 0, last),
                    format!("اجتمعت في الجملة: {}", words.join(" + ")),
                    cue.status,
                );
                break;
            }
        }
    }

    fn by_ordinal(&mut self, sentence: &Sentence<'_>) {
        let Some(unit) = &self.unit else { return };
        for (ordinal, place) in ordinals::ordinals(self.words, sentence.words, unit) {
            if let Some(&event) = self.rounds.iter().find(|event| event.ordinal == Some(ordinal)) {
                let span = self.words.span(place.0, 0, place.1);
                self.attest(event, sentence, span, format!("المسار ورقم الجولة: «{}»", span.cut(self.words.text)), None);
            }
        }
    }

    /// A date as precise as a month that only one round of the series has.
    fn by_series_and_date(&mut self, sentence: &Sentence<'_>) {
        for date in &sentence.dates {
            let (Some(from), Some(to)) = date.value.days() else { continue };
            if (to - from).num_days() > 31 {
                continue;
            }
            let rounds: Vec<&Event> = self.rounds.iter().copied().filter(|event| event.date.meets(&date.value)).collect();
            if let [event] = rounds[..] {
                self.attest(event, sentence, date.span, format!("المسار والتاريخ: «{}»", date.span.cut(self.words.text)), None);
            }
        }
    }

    /// Whether a date is still to come in the article and the event is not: «أعلن في آذار محادثات في نيسان» dates the talks.
    fn lies_ahead(&self, event: &Event, date: &Edtf) -> bool {
        let Some((_, Some(written))) = self.published.map(Edtf::days) else { return false };
        let ahead = date.first_day().is_some_and(|first| first >= written);
        ahead && !agrees(event, date) && event.date.days().1.is_some_and(|end| end <= written)
    }

    /// Keeps the first attestation of an event in a paragraph, and a contradiction if there is one.
    fn attest(&mut self, event: &Event, sentence: &Sentence<'_>, at: Span, reason: String, status: Option<crate::knowledge::Status>) {
        let paragraph = self.words.list.get(sentence.words.0).map_or(0, |word| word.paragraph);
        let key = (event.id.clone(), paragraph);
        if self.found.contains_key(&key) {
            return;
        }
        // A date that neither agrees nor stands beside the event's own words is another thing's.
        let claimed = claimed(event, sentence, at)
            .filter(|date| !self.lies_ahead(event, &date.value))
            .filter(|date| agrees(event, &date.value) || speaks_of_its_day(sentence, date, at, self.words));
        if let Some(date) = claimed.filter(|date| !agrees(event, &date.value)) {
            self.conflicts.push(Conflict {
                event: event.id.clone(),
                claimed: date.value.clone(),
                known: event.date.clone(),
                paragraph,
                span: date.span,
            });
        }
        let status = status.unwrap_or_else(|| status::status(self.words, sentence.words, event, self.published));
        let claimed = claimed.map(|date| date.value.clone());
        self.found.insert(key, Attestation { event: event.id.clone(), status, paragraph, span: sentence.span, claimed, reason });
    }
}

/// The date that the sentence gives the event: one that agrees with it, else the nearest.
fn claimed<'a>(event: &Event, sentence: &Sentence<'a>, at: Span) -> Option<&'a TimeExpression> {
    let distance =
        |date: &TimeExpression| if date.span.start >= at.end { date.span.start - at.end } else { at.start.saturating_sub(date.span.end) };
    let nearest = |dates: &mut dyn Iterator<Item = &'a TimeExpression>| dates.min_by_key(|date| (distance(date), date.span));
    nearest(&mut sentence.dates.iter().copied().filter(|date| agrees(event, &date.value)))
        .or_else(|| nearest(&mut sentence.dates.iter().copied()))
}

fn agrees(event: &Event, date: &Edtf) -> bool {
    event.date.meets(date) || event.also_dated.iter().any(|also| also.date.meets(date))
}

/// Whether a date that does not agree stands so near the event's words that it can only be meant for it.
fn speaks_of_its_day(sentence: &Sentence<'_>, date: &TimeExpression, at: Span, words: &Words<'_>) -> bool {
    /// How many words may stand between.
    const NEAR: usize = 3;
    if at.contains(date.span) {
        return true;
    }
    let (from, to) = if date.span.start >= at.end { (at.end, date.span.start) } else { (date.span.end, at.start) };
    let between = words.index_at(from)..words.index_at(to).max(words.index_at(from));
    sentence.dates.len() == 1 && between.len() <= NEAR && !between.clone().any(|index| matches!(words.at(index), "،" | "؛" | "منذ"))
}
