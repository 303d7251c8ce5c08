//! The names of the knowledge base, and what only spells one of them otherwise.

use std::collections::BTreeSet;

use super::gather::{Key, ends, shorter, words_of};
use crate::knowledge::{EntityKind, Knowledge};

/// All names that some entry has.
pub(super) struct Known {
    /// Names of entities, outlets, series and events of any kind.
    whole: BTreeSet<Vec<String>>,
    /// First and last names of people.
    ends: BTreeSet<(String, String)>,
    /// Last names of people.
    last: BTreeSet<String>,
}

impl Known {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut known =
            Self { whole: BTreeSet::new(), ends: BTreeSet::new(), last: BTreeSet::new() };
        for entity in knowledge.entities.values() {
            let names = [&entity.name].into_iter().chain(&entity.aliases).chain(&entity.short);
            for words in names.map(|name| words_of(name)) {
                if let (EntityKind::Person, Some(ends)) = (entity.kind, ends(&words)) {
                    known.last.insert(ends.1.clone());
                    known.ends.insert(ends);
                }
                known.whole.extend(shorter(entity.kind, &words));
                known.whole.insert(words);
            }
        }
        let outlets = knowledge.outlets.values();
        let outlets = outlets.flat_map(|outlet| [&outlet.name].into_iter().chain(&outlet.aliases));
        let series = knowledge.series.values();
        let series = series.flat_map(|series| [&series.name].into_iter().chain(&series.aliases));
        let events = knowledge.events.values();
        let events = events.flat_map(|event| [&event.name].into_iter().chain(&event.aliases));
        known.whole.extend(outlets.chain(series).chain(events).map(|name| words_of(name)));
        known
    }

    /// Whether a name is one that an entry has, or a spelling of it that no one has added yet: its page would say
    /// of somebody what the listed page says already.
    pub(super) fn has(&self, key: &Key) -> bool {
        let listed = self.whole.contains(&key.words)
            || shorter(key.kind, &key.words).iter().any(|words| self.whole.contains(words));
        listed || key.kind == EntityKind::Person && self.has_person(&key.words)
    }

    fn has_person(&self, words: &[String]) -> bool {
        match ends(words) {
            Some(ends) => self.ends.contains(&ends),
            None => self.has_last(words),
        }
    }

    /// Whether a family name is that of somebody who is listed.
    pub(super) fn has_last(&self, words: &[String]) -> bool {
        self.last.contains(&words.join(" "))
    }
}
