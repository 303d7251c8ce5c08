//! The cue words of topics, series and events, compiled for one pass over a text.

use std::collections::BTreeMap;

use super::entries::{Event, Series, Topic};
use super::patterns::{Patterns, with_article};
use crate::arabic::calendar::months::{month_from_name, month_spellings};
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::tokenize::tokens;
use crate::entity::Id;

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
    /// Event by event in the order of ids, cue by cue: what must stand, and what must not; behind them its aliases, any of which is enough.
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
    /// Which of the lists are names of months, and of which months: a date in such a month will do as well («15/9», «شتنبر»).
    pub months: Vec<(usize, Vec<u32>)>,
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
    pub(super) fn of(
        topics: &BTreeMap<Id, Topic>,
        series: &BTreeMap<Id, Series>,
        events: &BTreeMap<Id, Event>,
    ) -> Self {
        let mut made = Self::default();
        for topic in topics.values() {
            let cues = topic
                .cues
                .iter()
                .map(|(words, weight)| (*weight, made.alternatives(words)))
                .collect();
            made.topics.push((topic.id.clone(), cues));
        }
        for series in series.values() {
            let names = std::iter::once(&series.name).chain(&series.aliases);
            let names = names.flat_map(|name| made.alternatives(name)).collect();
            made.series.push((series.id.clone(), names));
        }
        for event in events.values() {
            let mut cues: Vec<CompiledCue> =
                event.cues.iter().map(|cue| made.event_cue(&cue.all, &cue.none)).collect();
            if !event.aliases.is_empty() {
                cues.push(made.event_cue(&[event.aliases.join("|")], &[]));
            }
            made.events.push(cues);
        }
        made.index();
        made.patterns = Patterns::of(&made.by_pattern);
        made
    }

    fn event_cue(&mut self, all: &[String], none: &[String]) -> CompiledCue {
        // A month may be told by a date alone, so an event is looked for by its other words.
        let (of_months, others): (Vec<_>, Vec<_>) = all
            .iter()
            .map(|words| (words, months_of(words)))
            .partition(|(_, months)| !months.is_empty());
        let mut cue = CompiledCue::default();
        for (words, months) in others.into_iter().chain(of_months) {
            let mut phrases = self.alternatives(words);
            phrases.extend(
                words
                    .split('|')
                    .filter_map(indefinite)
                    .flat_map(|twin| self.alternatives(&twin))
                    .collect::<Vec<_>>(),
            );
            if !months.is_empty() {
                let names = month_spellings().iter().filter(|(_, month)| months.contains(month));
                phrases.extend(names.filter_map(|(name, _)| self.phrase(name)).collect::<Vec<_>>());
                cue.months.push((cue.all.len(), months));
            }
            cue.all.push(phrases);
        }
        cue.none = none.iter().flat_map(|words| self.alternatives(words)).collect();
        cue
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
    pub(crate) fn series_named(&self, present: impl Iterator<Item = Phrase>) -> Option<&Id> {
        let first = present.filter_map(|phrase| self.of_phrase.get(phrase as usize)?.0).min()?;
        Some(&self.series[first].0)
    }

    /// The series that a phrase names.
    pub(crate) fn series_of(&self, phrase: Phrase) -> Option<&Id> {
        let number = self.of_phrase.get(phrase as usize)?.0?;
        Some(&self.series[number].0)
    }

    /// The events of which a cue can stand whole among the phrases of a sentence: their numbers in the order of ids, with all their cues.
    pub(crate) fn events_with(
        &self,
        present: impl Iterator<Item = Phrase>,
    ) -> impl Iterator<Item = (usize, &[CompiledCue])> {
        let events = present
            .filter_map(|phrase| self.of_phrase.get(phrase as usize))
            .flat_map(|(_, events)| events);
        let mut events: Vec<usize> = events.copied().collect();
        events.sort_unstable();
        events.dedup();
        events.into_iter().map(|number| (number, self.events[number].as_slice()))
    }

    /// How many phrases there are; each is less than this.
    pub(crate) fn phrase_count(&self) -> usize {
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
        let bare = first.behind_article().filter(|bare| bare.chars().count() > 2);
        let pattern: String = std::iter::once(bare.unwrap_or(first))
            .chain(rest.iter().copied())
            .flat_map(|word| [word, " "])
            .collect();
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
        self.patterns.search_forms(words, with_article, |place| {
            let (first, last) = place.words;
            let meant = self.meant[place.pattern as usize]
                .iter()
                .filter(|(_, needs_article)| place.lead.article || !needs_article);
            found.extend(meant.map(|&(phrase, _)| CueHit { first, last, phrase }));
        });
        found
    }
}

/// The months of «أيلول|سبتمبر»; none where any of the words is no name of a month.
fn months_of(words: &str) -> Vec<u32> {
    let months: Option<Vec<u32>> =
        words.split('|').map(|word| month_from_name(word.trim())).collect();
    let mut months = months.unwrap_or_default();
    months.sort_unstable();
    months.dedup();
    months
}

/// «قوات أجنبية» for «القوات الأجنبية»: two words or more of which each has the article, without it.
fn indefinite(phrase: &str) -> Option<String> {
    let words: Option<Vec<&str>> = phrase
        .split_whitespace()
        .map(|word| word.behind_article().filter(|bare| bare.chars().count() > 2))
        .collect();
    words.filter(|words| words.len() > 1).map(|words| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    fn check(yaml: &str, text: &str, expected: usize) {
        let yaml = format!(
            "events:\n  - {{id: e, name: حدث, date: 2022, status: held, cues: [{{all: [{yaml}]}}]}}\n"
        );
        let knowledge = Knowledge::parse([("k.yaml", yaml.as_str())]).expect("it stands");
        let folded = folded(text);
        let words: Vec<&str> = tokens(&folded).map(|token| token.span.cut(&folded)).collect();
        assert_eq!(knowledge.cues().hits(&words).len(), expected, "{text}");
    }

    #[test]
    fn words_are_found_with_their_endings() {
        check("الحوار البحري", "انتهى حوارهما البحري", 1);
        check("جولة بحرية", "بعد جولتين بحريتين", 1);
        check("القوات الأجنبية", "أي قوات أجنبية", 1);
        check("القائم", "قائمة القوارب", 0);
        check("جدول زمني", "وضعا جدولًا زمنيًّا", 1);
    }

    #[test]
    fn a_month_is_found_by_any_of_its_names() {
        check("أيلول|سبتمبر", "في شتنبر", 1);
        check("أيلول|سبتمبر", "في شباط", 0);
    }
}
