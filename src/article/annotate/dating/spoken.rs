//! Which sentences speak of which events of the knowledge base.

use super::super::timex;
use super::super::words::{Joined, Words, is_proclitic};
use crate::arabic::fold::folded;
use crate::arabic::tokenize::sentences;
use crate::document::Plain;
use crate::knowledge::{Event, Id, Knowledge};
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
}

/// A phrase of the knowledge base at its place, by word.
struct Hit {
    phrase: u32,
    word: usize,
}

/// The events of all sentences, in the order of the text.
pub(super) fn spoken<'k>(plain: &Plain, knowledge: &'k Knowledge) -> Vec<Spoken<'k>> {
    if knowledge.events.is_empty() {
        return Vec::new();
    }
    let words = Words::of(plain);
    let joined = Joined::of(&words);
    let hits = hits(&joined, knowledge);
    let (mut found, mut series, mut word, mut hit) = (Vec::new(), None, 0, 0);
    for (number, sentence) in sentences(&plain.text).into_iter().enumerate() {
        let last = word + words.list[word..].iter().take_while(|word| word.span.start < sentence.end).count();
        let end = hit + hits[hit..].iter().take_while(|hit| hit.word < last).count();
        let inside = &hits[hit..end];
        let mut push = |event: &'k Event, named| {
            if !found.iter().rev().take_while(|spoken: &&Spoken<'_>| spoken.number == number).any(|spoken| spoken.event.id == event.id) {
                found.push(Spoken { sentence, number, event, named });
            }
        };
        series = named_series(inside, knowledge).or(series);
        let text: Vec<&str> = (word..last).map(|word| words.at(word)).collect();
        for event in by_alias(&text, knowledge) {
            push(event, true);
        }
        if let Some(series) = series {
            for event in by_ordinal(&text, series, knowledge) {
                push(event, true);
            }
        }
        for event in by_cue(inside, knowledge) {
            push(event, false);
        }
        (word, hit) = (last, end);
    }
    found
}

fn hits(joined: &Joined, knowledge: &Knowledge) -> Vec<Hit> {
    let mut found = Vec::new();
    for hit in knowledge.cues().hits(&joined.text) {
        let (lead, place) = joined.lead(hit.start);
        let with_article = lead.strip_suffix("ال").is_some_and(is_proclitic) || matches!(lead, "لل" | "ولل" | "فلل");
        if with_article || is_proclitic(lead) {
            let meant = hit.phrases.iter().filter(|(_, needs_article)| with_article || !needs_article);
            found.extend(meant.map(|&(phrase, _)| Hit { phrase, word: joined.word(place) }));
        }
    }
    found.sort_by_key(|hit| (hit.word, hit.phrase));
    found
}

fn named_series<'k>(hits: &[Hit], knowledge: &'k Knowledge) -> Option<&'k Id> {
    let cues = &knowledge.cues().series;
    cues.iter().find(|(_, phrases)| hits.iter().any(|hit| phrases.contains(&hit.phrase))).map(|(id, _)| id)
}

fn by_cue<'k>(hits: &[Hit], knowledge: &'k Knowledge) -> Vec<&'k Event> {
    let stands = |phrases: &Vec<u32>| hits.iter().any(|hit| phrases.contains(&hit.phrase));
    let fits = |event: &Event, compiled: &[crate::knowledge::CompiledCue]| {
        // A cue that needs a date cannot be judged before dates are.
        event.cues.iter().zip(compiled).any(|(cue, phrases)| {
            cue.dates.is_empty() && !phrases.all.is_empty() && phrases.all.iter().all(stands) && !stands(&phrases.none)
        })
    };
    let events = knowledge.cues().events.iter().filter_map(|(id, compiled)| Some((knowledge.events.get(id)?, compiled)));
    events.filter(|(event, compiled)| fits(event, compiled)).map(|(event, _)| event).collect()
}

fn by_alias<'k>(text: &[&str], knowledge: &'k Knowledge) -> Vec<&'k Event> {
    let sentence = text.join(" ");
    let stands = |alias: &String| {
        let alias = folded(alias);
        sentence.match_indices(alias.as_str()).any(|(at, _)| {
            let lead = sentence[..at].rsplit(' ').next().unwrap_or("");
            is_proclitic(lead) && sentence[at + alias.len()..].chars().next().is_none_or(|c| c == ' ')
        })
    };
    knowledge.events.values().filter(|event| event.aliases.iter().any(stands)).collect()
}

/// «الجولة الثالثة» of the series that was named last.
fn by_ordinal<'k>(text: &[&str], series: &Id, knowledge: &'k Knowledge) -> Vec<&'k Event> {
    let Some(unit) = knowledge.series.get(series).and_then(|series| series.unit.as_deref()) else { return Vec::new() };
    let unit = folded(unit);
    let is_unit = |word: &str| {
        word.strip_suffix(unit.as_str()).is_some_and(|lead| is_proclitic(lead.strip_suffix("ال").unwrap_or(lead)) || lead == "لل")
    };
    let mut found = Vec::new();
    for (at, word) in text.iter().enumerate().filter(|(_, word)| is_unit(word)) {
        let behind = text.get(at + 1).filter(|_| word.contains("ال") || word.starts_with("لل")).and_then(|next| timex::ordinal(next));
        let before = at.checked_sub(1).and_then(|before| timex::ordinal(text[before]));
        let Some(ordinal) = behind.or(before) else { continue };
        let round =
            |event: &&&Event| event.series.as_ref() == Some(series) && event.ordinal == Some(ordinal) && event.ordinal_label.is_none();
        let events: Vec<&Event> = knowledge.events.values().collect();
        found.extend(events.iter().find(round));
    }
    found
}
