//! The cue words of topics, series and events, compiled for one pass over a text.

use std::collections::BTreeMap;

use super::patterns::{Patterns, with_article};
use super::{Id, Knowledge};
use crate::arabic::fold::folded;
use crate::arabic::tokenize::tokens;

/// A phrase by its number.
pub type Phrase = u32;

/// A cue's weight, and the phrases of which one is enough.
pub type WeightedCue = (f64, Vec<Phrase>);

/// The cues of one knowledge base.
#[derive(Default)]
pub struct Cues {
    patterns: Patterns,
    /// By pattern the phrases that it can stand for, and whether each needs the article.
    meant: Vec<Vec<(Phrase, bool)>>,
    /// Pattern → its place in `meant`.
    by_pattern: BTreeMap<String, usize>,
    phrases: BTreeMap<String, Phrase>,
    /// Topic by topic, its cues.
    pub topics: Vec<(Id, Vec<WeightedCue>)>,
    /// Series by series: the phrases that name it.
    series: Vec<(Id, Vec<Phrase>)>,
    /// Event by event in the order of ids, cue by cue: what must stand, and what must not.
    events: Vec<Vec<CompiledCue>>,
    /// By phrase: the first series that it names, and the events of which a cue has it in its first list.
    of_phrase: Vec<(Option<usize>, Vec<usize>)>,
}

/// The words of one [`EventCue`](super::EventCue).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompiledCue {
    /// Of each list one phrase must stand.
    pub all: Vec<Vec<Phrase>>,
    /// None of these may stand.
    pub none: Vec<Phrase>,
}

/// A place where a phrase stands among the words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueHit {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// The phrase.
    pub phrase: Phrase,
}

impl Cues {
    /// Compiles the cues of a knowledge base.
    pub fn of(knowledge: &Knowledge) -> Self {
        let mut made = Self::default();
        for topic in knowledge.topics.values() {
            let cues = topic.cues.iter().map(|(words, weight)| (*weight, made.alternatives(words))).collect();
            made.topics.push((topic.id.clone(), cues));
        }
        for series in knowledge.series.values() {
            let names = std::iter::once(&series.name).chain(&series.aliases);
            let names = names.flat_map(|name| made.alternatives(name)).collect();
            made.series.push((series.id.clone(), names));
        }
        for event in knowledge.events.values() {
            let mut cues = Vec::with_capacity(event.cues.len());
            for cue in &event.cues {
                let all = cue.all.iter().map(|words| made.alternatives(words)).collect();
                let none = cue.none.iter().flat_map(|words| made.alternatives(words)).collect();
                cues.push(CompiledCue { all, none });
            }
            made.events.push(cues);
        }
        made.index();
        made.patterns = Patterns::of(&made.by_pattern);
        made
    }

    fn index(&mut self) {
        self.of_phrase = vec![(None, Vec::new()); self.phrases.len()];
        for (number, (_, names)) in self.series.iter().enumerate().rev() {
            names.iter().for_each(|&name| self.of_phrase[name as usize].0 = Some(number));
        }
        for (number, cues) in self.events.iter().enumerate() {
            for &phrase in cues.iter().filter_map(|cue| cue.all.first()).flatten() {
                let events = &mut self.of_phrase[phrase as usize].1;
                if events.last() != Some(&number) {
                    events.push(number);
                }
            }
        }
    }

    /// The series that the phrases of a sentence name; of several the first.
    pub fn series_named(&self, present: impl Iterator<Item = Phrase>) -> Option<&Id> {
        let first = present.filter_map(|phrase| self.of_phrase.get(phrase as usize)?.0).min()?;
        Some(&self.series[first].0)
    }

    /// The events of which a cue can stand whole among the phrases of a sentence: their numbers in the order of ids, with all their cues.
    pub fn events_with(&self, present: impl Iterator<Item = Phrase>) -> impl Iterator<Item = (usize, &[CompiledCue])> {
        let events = present.filter_map(|phrase| self.of_phrase.get(phrase as usize)).flat_map(|(_, events)| events);
        let mut events: Vec<usize> = events.copied().collect();
        events.sort_unstable();
        events.dedup();
        events.into_iter().map(|number| (number, self.events[number].as_slice()))
    }

    /// How many phrases there are; each is less than this.
    pub fn phrase_count(&self) -> usize {
        self.phrases.len()
    }

    /// The phrases of `a|b|c`.
    fn alternatives(&mut self, words: &str) -> Vec<Phrase> {
        let mut found = Vec::new();
        for phrase in words.split('|') {
            found.extend(self.phrase(phrase));
            // The two spellings of «أمريكي» are one word.
            let other = folded(phrase);
            found.extend(
                [("اميرك", "امريك"), ("امريك", "اميرك")]
                    .iter()
                    .filter(|(from, _)| other.contains(from))
                    .filter_map(|(from, to)| self.phrase(&other.replace(from, to))),
            );
        }
        found
    }

    fn phrase(&mut self, phrase: &str) -> Option<Phrase> {
        let folded = folded(phrase);
        let words: Vec<&str> = tokens(&folded).map(|token| token.span.cut(&folded)).collect();
        let (first, rest) = words.split_first()?;
        let next = self.phrases.len() as Phrase;
        let number = *self.phrases.entry(words.join(" ")).or_insert(next);
        // The article is judged by whoever asks, since «ال» becomes «لل» behind «ل».
        let bare = first.strip_prefix("ال").filter(|bare| bare.chars().count() > 2);
        let pattern: String = std::iter::once(bare.unwrap_or(first)).chain(rest.iter().copied()).flat_map(|word| [word, " "]).collect();
        let at = *self.by_pattern.entry(pattern).or_insert_with(|| {
            self.meant.push(Vec::new());
            self.meant.len() - 1
        });
        if !self.meant[at].iter().any(|&(other, _)| other == number) {
            self.meant[at].push((number, bare.is_some()));
        }
        Some(number)
    }

    /// Every place where a phrase stands among folded words, in the order of their first words.
    pub fn hits(&self, words: &[&str]) -> Vec<CueHit> {
        let mut found = Vec::new();
        self.patterns.search(words, with_article, |place| {
            let (first, last) = place.words;
            let meant = self.meant[place.pattern as usize].iter().filter(|(_, needs_article)| place.lead.article || !needs_article);
            found.extend(meant.map(|&(phrase, _)| CueHit { first, last, phrase }));
        });
        found
    }
}
