//! The names that the knowledge base has, so that a new spelling of one is no new name.

use std::collections::BTreeMap;

use super::sound;
use crate::knowledge::{EntityKind, Id, Knowledge};

/// The names that the knowledge base has, by their sound.
pub(super) struct Known {
    whole: BTreeMap<(EntityKind, String), Id>,
    /// First and last name of people; nothing where two people have them.
    ends: BTreeMap<(String, String), Option<Id>>,
    /// Last names of people; nothing where two people have one.
    last: BTreeMap<String, Option<Id>>,
}

impl Known {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut made =
            Self { whole: BTreeMap::new(), ends: BTreeMap::new(), last: BTreeMap::new() };
        for entity in knowledge.entities.values() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let key = sound::key(name);
                if entity.kind == EntityKind::Person
                    && let Some((first, last)) = ends(&key)
                {
                    let unique = |seen: &mut Option<Id>| {
                        if seen.as_ref() != Some(&entity.id) {
                            *seen = None;
                        }
                    };
                    made.ends
                        .entry((first.to_owned(), last.to_owned()))
                        .and_modify(unique)
                        .or_insert_with(|| Some(entity.id.clone()));
                    made.last
                        .entry(last.to_owned())
                        .and_modify(unique)
                        .or_insert_with(|| Some(entity.id.clone()));
                }
                made.whole.insert((entity.kind, key), entity.id.clone());
            }
        }
        made
    }

    /// The entity that a name seems to be a spelling of.
    pub(super) fn bearer(&self, kind: EntityKind, key: &str) -> Option<&Id> {
        let whole = self.whole.get(&(kind, key.to_owned()));
        if whole.is_some() || kind != EntityKind::Person {
            return whole;
        }
        match ends(key) {
            Some((first, last)) => self.ends.get(&(first.to_owned(), last.to_owned()))?.as_ref(),
            None => self.last.get(key)?.as_ref(),
        }
    }
}

/// First and last word of a key of several.
pub(super) fn ends(key: &str) -> Option<(&str, &str)> {
    Some((key.split_once(' ')?.0, key.rsplit_once(' ')?.1))
}
