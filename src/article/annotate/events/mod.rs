//! Which paragraphs speak of which events of the knowledge base, and where they contradict it.
//!
//! Sentence by sentence, an event is attested
//! 1. by its alias, which is a mention;
//! 2. by one of its cues ([`cues`]): words that stand together, with or without a date;
//! 3. by its series and its ordinal: «الجولة الثالثة» ([`ordinals`]);
//! 4. by its series and a date that only one of its rounds has;
//! 5. by headline, first paragraph and day together, if the article is about it ([`lead`]).
//!
//! When the sentence says that it was ([`claims`]) and how far it is settled ([`status`]) is read from its own
//! [`clause`] and kept with it. No article attests an event that came after its own day, unless as one to come.

mod claims;
mod clause;
mod cues;
mod lead;
pub(super) mod ordinals;
mod status;

use std::collections::{BTreeMap, BTreeSet};

use super::spotted::Spotted;
use super::text::Text;
use super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::document::{Attestation, Conflict, Mention, MentionKind, TimeExpression};
use crate::knowledge::{Event, EventCue, Id, Knowledge, Status};

use claims::{By, REACH, Seen, Sentence};
pub(super) use lead::Known;
use lead::LEAST_LETTERS;
use ordinals::Unit;

/// The events of an article, in the order of the text, and its contradictions.
pub(super) fn events(
    text: &Text<'_>,
    mentions: &[Mention],
    dates: &[TimeExpression],
    known: &Known<'_>,
    knowledge: &Knowledge,
) -> (Vec<Attestation>, Vec<Conflict>) {
    if knowledge.events.is_empty() {
        return Default::default();
    }
    let sentences = sentences(text, dates);
    let mut reader = Reader {
        words: &text.words,
        knowledge,
        events: knowledge.events.values().collect(),
        published: known.published,
        series: Vec::new(),
        rounds: BTreeMap::new(),
        found: BTreeMap::new(),
        conflicts: BTreeMap::new(),
    };
    for sentence in &sentences {
        reader.read(sentence, mentions);
    }
    if let Some(first) = sentences.first() {
        for (event, reason) in lead::events(text, mentions, known, knowledge) {
            reader.attest(event, first, &[(first.words.0, first.words.0)], By::Lead, reason, None);
        }
    }
    let mut found: Vec<Attestation> = reader.found.into_values().collect();
    settle(&mut found);
    found.sort_by(|a, b| (a.span, &a.event).cmp(&(b.span, &b.event)));
    let mut conflicts: Vec<Conflict> = reader.conflicts.into_values().flatten().collect();
    conflicts.sort_by(|a, b| (a.span, &a.event).cmp(&(b.span, &b.event)));
    (found, conflicts)
}

/// What an article tells as held is held for all of it, also where it tells how it was announced.
fn settle(found: &mut [Attestation]) {
    let held: BTreeSet<Id> = found
        .iter()
        .filter(|found| found.status == Status::Held)
        .map(|found| found.event.clone())
        .collect();
    for attestation in found
        .iter_mut()
        .filter(|found| found.status == Status::Announced && held.contains(&found.event))
    {
        attestation.status = Status::Held;
    }
}

/// The sentences of a text with their dates.
fn sentences<'a>(text: &'a Text<'_>, dates: &'a [TimeExpression]) -> Vec<Sentence<'a>> {
    let mut date = 0;
    let sentence = |sentence: &'a super::text::Sentence| {
        let spoken =
            dates[date..].iter().take_while(|date| date.span.start < sentence.span.end).count();
        let dates: Vec<&TimeExpression> = dates[date..date + spoken].iter().collect();
        date += spoken;
        let place = |date: &&TimeExpression| {
            (text.words.index_at(date.span.start), text.words.index_at(date.span.end))
        };
        let dated = dates.iter().map(place).collect();
        Sentence {
            span: sentence.span,
            words: sentence.words,
            spotted: text.spotted(sentence),
            dates,
            dated,
        }
    };
    text.sentences.iter().map(sentence).collect()
}

/// The rounds of a series and how they are counted.
struct Rounds<'k> {
    unit: Option<Unit>,
    /// Those that are counted by the unit of the series.
    counted: Vec<&'k Event>,
    /// Those that have a unit of their own: «جلسة فنية», with its further words.
    labelled: Vec<(&'k Event, Unit, Vec<String>)>,
}

impl<'k> Rounds<'k> {
    fn of(series: &Id, knowledge: &'k Knowledge) -> Self {
        let of_series =
            |event: &&Event| event.series.as_ref() == Some(series) && event.ordinal.is_some();
        let (labelled, counted): (Vec<_>, Vec<_>) = knowledge
            .events
            .values()
            .filter(of_series)
            .partition(|event| event.ordinal_label.is_some());
        let unit = knowledge
            .series
            .get(series)
            .and_then(|series| series.unit.as_deref())
            .map(ordinals::unit);
        let label = |event: &'k Event| {
            let mut words = event.ordinal_label.as_deref()?.split_whitespace();
            let unit = ordinals::unit(ordinals::bare(words.next()?));
            let further =
                words.map(crate::arabic::fold::folded).map(|word| ordinals::bare(&word).to_owned());
            Some((
                event,
                unit,
                further.filter(|word| word.chars().count() > LEAST_LETTERS).collect(),
            ))
        };
        Self { unit, counted, labelled: labelled.into_iter().filter_map(label).collect() }
    }
}

/// Reads sentence after sentence.
struct Reader<'a, 'k> {
    words: &'a Words<'a>,
    knowledge: &'k Knowledge,
    /// All events in the order of ids.
    events: Vec<&'k Event>,
    published: Option<&'a Edtf>,
    /// The series that were named, the last one last.
    series: Vec<&'k Id>,
    rounds: BTreeMap<&'k Id, Rounds<'k>>,
    /// By event and paragraph.
    found: BTreeMap<(Id, usize), Attestation>,
    conflicts: BTreeMap<(Id, usize), Vec<Conflict>>,
}

impl<'k> Reader<'_, 'k> {
    fn read(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let knowledge = self.knowledge;
        /// A sentence that names series more often is a list.
        const MOST: usize = 40;
        let series_at =
            |spotted: &Spotted| Some((spotted.first, knowledge.cues().series_of(spotted.phrase)?));
        let named: Vec<(usize, &'k Id)> =
            sentence.spotted.iter().filter_map(series_at).take(MOST).collect();
        self.by_alias(sentence, mentions);
        self.by_cue(sentence);
        let spoken = match named.is_empty() {
            true => self
                .goes_on(sentence)
                .map(|series| (sentence.words.0, series))
                .into_iter()
                .collect(),
            false => named,
        };
        for &(_, series) in &spoken {
            self.series.retain(|known| *known != series);
            self.series.push(series);
        }
        let mut series: Vec<&'k Id> = spoken.iter().map(|(_, series)| *series).collect();
        series.sort_unstable();
        series.dedup();
        for id in series {
            let rounds = self.take_rounds(id);
            let is_meant = |place: usize| {
                spoken
                    .iter()
                    .min_by_key(|(named, _)| named.abs_diff(place))
                    .is_some_and(|(_, near)| *near == id)
            };
            self.by_ordinal(sentence, &rounds, &is_meant);
            self.by_series_and_date(sentence, &rounds, &is_meant);
            self.rounds.insert(id, rounds);
        }
    }

    /// The series of which a sentence goes on to speak without naming it: the last one whose unit it has, else the last one.
    fn goes_on(&mut self, sentence: &Sentence<'_>) -> Option<&'k Id> {
        let named: Vec<&'k Id> = self.series.iter().rev().copied().collect();
        let with_unit = named.iter().copied().find(|id| {
            let rounds = self.take_rounds(id);
            let has_unit = rounds
                .unit
                .as_ref()
                .is_some_and(|unit| ordinals::has_unit(self.words, sentence.words, unit));
            self.rounds.insert(id, rounds);
            has_unit
        });
        with_unit.or_else(|| {
            named.first().copied().filter(|_| ordinals::speaks_of_talks(self.words, sentence.words))
        })
    }

    /// The rounds of a series, to be put back.
    fn take_rounds(&mut self, series: &'k Id) -> Rounds<'k> {
        self.rounds.remove(series).unwrap_or_else(|| Rounds::of(series, self.knowledge))
    }

    fn by_alias(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let from = mentions.partition_point(|mention| mention.span.start < sentence.span.start);
        for mention in
            mentions[from..].iter().take_while(|mention| mention.span.start < sentence.span.end)
        {
            if let (MentionKind::Event, Some(event)) =
                (mention.kind, mention.id.as_ref().and_then(|id| self.knowledge.events.get(id)))
            {
                let at = (
                    self.words.index_at(mention.span.start),
                    self.words.index_at(mention.span.end).saturating_sub(1),
                );
                let reason = format!("اسمه: «{}»", mention.span.cut(self.words.text));
                self.attest(event, sentence, &[(at.0, at.1.max(at.0))], By::Name, reason, None);
            }
        }
    }

    fn by_cue(&mut self, sentence: &Sentence<'_>) {
        let compiled = self
            .knowledge
            .cues()
            .events_with(sentence.spotted.iter().map(|spotted| spotted.phrase));
        let compiled: Vec<_> = compiled.collect();
        for (number, compiled) in compiled {
            let Some(&event) = self.events.get(number) else { continue };
            for (at, words) in compiled.iter().enumerate() {
                let cue = event.cues.get(at);
                let by = if cue.is_some() { By::Cue } else { By::Name };
                if cue.is_some_and(|cue| !cues::is_in_time(cue, self.published)) {
                    continue;
                }
                let Some(place) =
                    cues::stands(words, sentence.spotted, &sentence.dates, self.words)
                else {
                    continue;
                };
                // A date that the cue asks for must be meant for its words: «قال البيان إن الحوار في تموز 2021 …» is no statement of July.
                let is_meant = |date: &&TimeExpression| {
                    claims::is_bound(self.words, sentence, &place.phrases, date)
                };
                let is_dated = |cue: &EventCue| {
                    let mut asked =
                        sentence.dates.iter().copied().filter(|date| cues::asks_for(cue, date));
                    cue.dates.is_empty() || asked.any(|date| is_meant(&date))
                };
                if cue.is_some_and(|cue| !is_dated(cue)) {
                    continue;
                }
                let reason = format!("اجتمعت في الجملة: {}", place.words(self.words).join(" + "));
                let status = cue.and_then(|cue| cue.status);
                if self.attest(event, sentence, &place.phrases, by, reason, status) {
                    break;
                }
            }
        }
    }

    fn by_ordinal(
        &mut self,
        sentence: &Sentence<'_>,
        rounds: &Rounds<'k>,
        is_meant: &dyn Fn(usize) -> bool,
    ) {
        let counted = rounds
            .unit
            .as_ref()
            .map(|unit| ordinals::ordinals(self.words, sentence.words, unit))
            .unwrap_or_default();
        for (ordinal, place) in counted.into_iter().filter(|(_, place)| is_meant(place.0)) {
            if let Some(&event) = rounds.counted.iter().find(|event| event.ordinal == Some(ordinal))
            {
                self.attest_ordinal(event, sentence, place);
            }
        }
        for (event, unit, further) in &rounds.labelled {
            let has = |wanted: &String| {
                (sentence.words.0..sentence.words.1)
                    .any(|index| ordinals::bare(self.words.at(index)) == wanted)
            };
            if !further.iter().all(has) {
                continue;
            }
            let ordinals = ordinals::labelled(self.words, sentence.words, unit);
            if let Some((_, place)) =
                ordinals.into_iter().find(|(ordinal, _)| event.ordinal == Some(*ordinal))
            {
                self.attest_ordinal(event, sentence, place);
            }
        }
    }

    fn attest_ordinal(&mut self, event: &'k Event, sentence: &Sentence<'_>, place: (usize, usize)) {
        let words = self.words.span(place.0, 0, place.1).cut(self.words.text);
        self.attest(
            event,
            sentence,
            &[place],
            By::Name,
            format!("المسار ورقم الجولة: «{words}»"),
            None,
        );
    }

    /// A date as precise as a month that only one round of the series has, beside a word that means a round.
    fn by_series_and_date(
        &mut self,
        sentence: &Sentence<'_>,
        rounds: &Rounds<'k>,
        is_meant: &dyn Fn(usize) -> bool,
    ) {
        /// The longest month.
        const LONGEST_DAYS: i64 = 31;
        for date in
            sentence.dates.iter().filter(|date| claims::days_of(&date.value) <= LONGEST_DAYS)
        {
            let of_date: Vec<&Event> = rounds
                .counted
                .iter()
                .copied()
                .filter(|event| event.date.meets(&date.value))
                .collect();
            let [event] = of_date[..] else { continue };
            let first = self.words.index_at(date.span.start);
            let Some(head) = self.head(sentence, first, rounds).filter(|&head| is_meant(head))
            else {
                continue;
            };
            let reason = format!("المسار والتاريخ: «{}»", date.span.cut(self.words.text));
            self.attest(event, sentence, &[(head, head)], By::Name, reason, None);
        }
    }

    /// The word before a date that means a round of the series, with nothing between that means another thing: a
    /// «جلسة لاحقة في تموز» is no «جولة».
    fn head(&self, sentence: &Sentence<'_>, date: usize, rounds: &Rounds<'k>) -> Option<usize> {
        for index in (sentence.words.0.max(date.saturating_sub(REACH))..date).rev() {
            let names_series = sentence.spotted.iter().any(|spotted| {
                (spotted.first..=spotted.last).contains(&index)
                    && self.knowledge.cues().series_of(spotted.phrase).is_some()
            });
            let of_unit = rounds
                .unit
                .as_ref()
                .is_some_and(|unit| ordinals::is_of_unit(self.words, index, unit));
            if names_series || of_unit || ordinals::means_talks(self.words.at(index)) {
                return Some(index);
            }
            let is_other = ordinals::is_other_meeting(self.words.at(index));
            if is_other || !sentence.is_dated(index) && clause::opens(self.words, index) {
                return None;
            }
        }
        None
    }

    /// Keeps what the sentence says of an event: of several in a paragraph the first that dates it, else the first.
    ///
    /// Whether the sentence speaks of that event and no other.
    fn attest(
        &mut self,
        event: &'k Event,
        sentence: &Sentence<'_>,
        phrases: &[(usize, usize)],
        by: By,
        reason: String,
        told: Option<Status>,
    ) -> bool {
        let from = phrases.iter().map(|place| place.0).min().unwrap_or(sentence.words.0);
        let at = (from, phrases.iter().map(|place| place.1).max().unwrap_or(from));
        let claims =
            claims::claims(self.words, sentence, event, &Seen { at, phrases, by }, self.published);
        if claims.is_another {
            return false;
        }
        let is_dated = |index: usize| sentence.is_dated(index);
        let place = status::Place {
            sentence: sentence.words.0.max(at.0.saturating_sub(REACH))
                ..sentence.words.1.min(at.1 + REACH),
            at,
            is_dated: &is_dated,
            claimed: claims.claimed.map(|date| &date.value),
            is_named: by != By::Cue,
        };
        let Some(status) =
            told.or_else(|| status::status(self.words, &place, event, self.published))
        else {
            return false;
        };
        let paragraph = self.words.list.get(sentence.words.0).map_or(0, |word| word.paragraph());
        let key = (event.id.clone(), paragraph);
        // Where it is only announced, another day is another plan.
        if matches!(status, Status::Held | Status::Disputed | Status::Reported) {
            let list = self.conflicts.entry(key.clone()).or_default();
            for date in claims.against {
                let conflict = Conflict {
                    event: event.id.clone(),
                    claimed: date.value.clone(),
                    known: event.date.clone(),
                    paragraph,
                    span: date.span,
                };
                if list.iter().all(|known| known.claimed != conflict.claimed) {
                    list.push(conflict);
                }
            }
        }
        let claimed = claims.claimed.map(|date| date.value.clone());
        let is_better =
            self.found.get(&key).is_none_or(|known| known.claimed.is_none() && claimed.is_some());
        if is_better {
            self.found.insert(
                key,
                Attestation {
                    event: event.id.clone(),
                    status,
                    paragraph,
                    span: sentence.span,
                    claimed,
                    reason,
                },
            );
        }
        true
    }
}
