//! Digests of what articles are made from: of what may matter to each of them, and of the entries that one asks for.
//!
//! A name that is added matters to the articles in which it stands; to all others the knowledge base is what it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Debug, Write as _};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::{Entity, Id, Knowledge, compared};
use crate::arabic::tokenize::tokens;

/// A SHA-256.
type Digest = [u8; 32];

impl Knowledge {
    /// A digest of what may matter to any article, whatever it names: outlets, topics, series, events and figures.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let of = |yaml| Knowledge::parse([("k.yaml", yaml)]).unwrap().common_digest();
    /// assert_eq!(of("places:\n  - {id: iraq, name: العراق}\n"), of(""));
    /// assert_ne!(of("topics:\n  - {id: water, name: المياه, cues: [السد]}\n"), of(""));
    /// ```
    pub fn common_digest(&self) -> Digest {
        let mut sum = Sum::default();
        sum.add(&self.outlets);
        sum.add(&self.topics);
        sum.add(&self.series);
        sum.add(&self.events);
        sum.add(&self.figures);
        sum.0.finalize().into()
    }

    /// A digest of what annotation reads of all people, organizations and places, and of the texts that are no names.
    pub fn names_digest(&self) -> Digest {
        let mut all = Sha256::new();
        self.digests().values().for_each(|entity| all.update(entity));
        all.update(texts(&mut self.ignored.iter()));
        all.finalize().into()
    }

    /// A digest of those of the texts that are no names that may stand in an article: of its plain text and its folded
    /// words, marks among them.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let of = |yaml| {
    ///     let knowledge = Knowledge::parse([("ignore.yaml", yaml)]).unwrap();
    ///     knowledge.ignored_digest("وفإنّ غاية", ["وفان", "غايه"].into_iter())
    /// };
    /// assert_eq!(of("ignore:\n  - مجلس الحي\n  - غاية كبيرة\n"), of(""));
    /// assert_ne!(of("ignore:\n  - فإن غاية\n"), of(""));
    /// ```
    pub fn ignored_digest<'w>(&self, text: &str, words: impl Iterator<Item = &'w str>) -> Digest {
        let by_last = self.ignored_by_last();
        if by_last.is_empty() {
            return texts(&mut std::iter::empty());
        }
        let ends = words.flat_map(ends).filter_map(|end| by_last.get(end)).flatten();
        let near: BTreeSet<&String> = ends.collect();
        let text = if near.is_empty() { String::new() } else { compared(text) };
        texts(&mut near.into_iter().filter(|ignored| text.contains(ignored.as_str())))
    }

    /// The texts that are no names, by their last words: a name ends where a word does.
    fn ignored_by_last(&self) -> &BTreeMap<String, Vec<String>> {
        self.ignored_by_last.get_or_init(|| {
            let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for text in &self.ignored {
                if let Some(last) = tokens(text).last() {
                    found.entry(last.span.cut(text).to_owned()).or_default().push(text.clone());
                }
            }
            Arc::new(found)
        })
    }

    /// A digest of what annotation reads of some people, organizations and places, and of all that these are a part of.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let of = |yaml| {
    ///     let knowledge = Knowledge::parse([("k.yaml", yaml)]).unwrap();
    ///     knowledge.digest_of(["iraq".to_owned()].iter())
    /// };
    /// let alone = of("places:\n  - {id: iraq, name: العراق}\n");
    /// assert_eq!(of("places:\n  - {id: iraq, name: العراق}\n  - {id: iran, name: إيران}\n"), alone);
    /// assert_ne!(of("places:\n  - {id: iraq, name: العراق, aliases: [بلاد الرافدين]}\n"), alone);
    /// ```
    pub fn digest_of<'k>(&'k self, ids: impl Iterator<Item = &'k Id>) -> Digest {
        let mut asked: BTreeSet<&Id> = BTreeSet::new();
        for id in ids {
            let mut at = Some(id);
            // What was asked for before is there with all that it is a part of.
            while let Some(id) = at.filter(|id| asked.insert(id)) {
                at = self.entities.get(id).and_then(|entity| entity.part_of.as_ref());
            }
        }
        let mut all = Sha256::new();
        for id in asked {
            match self.digests().get(id) {
                Some(entity) => all.update(entity),
                None => all.update(Sha256::digest(format!("no {id}"))),
            }
        }
        all.finalize().into()
    }

    /// A digest of each entity: every article asks for some.
    fn digests(&self) -> &BTreeMap<Id, Digest> {
        let of_all = || self.entities.iter().map(|(id, entity)| (id.clone(), of_entity(entity)));
        self.digests.get_or_init(|| Arc::new(of_all().collect()))
    }
}

/// A word as it stands and without up to five letters at its front: what is written onto it is no longer.
fn ends(word: &str) -> impl Iterator<Item = &str> {
    /// «وكال»
    const ONTO: usize = 5;
    word.char_indices().take(ONTO + 1).map(|(at, _)| &word[at..])
}

/// A digest of some texts.
fn texts(of: &mut dyn Iterator<Item = &String>) -> Digest {
    let mut sum = Sum::default();
    of.for_each(|text| sum.add(text));
    sum.0.finalize().into()
}

/// A digest of what annotation reads of an entity: what only its page shows is not among it.
fn of_entity(entity: &Entity) -> Digest {
    let Entity {
        id,
        kind,
        name,
        aliases,
        short,
        cues,
        not_after,
        not_before,
        roles,
        part_of,
        latin: _,
        description: _,
        same_as: _,
        formerly: _,
    } = entity;
    let mut sum = Sum::default();
    sum.add(&(id, kind, name, aliases, short, cues, not_after, not_before, part_of));
    sum.add(roles);
    sum.0.finalize().into()
}

/// A digest of values as they are printed for those who look for faults: no two that differ are printed alike.
#[derive(Default)]
struct Sum(Sha256);

impl Sum {
    fn add(&mut self, value: &impl Debug) {
        // Writing to a digest cannot fail.
        let _ = writeln!(self, "{value:?}");
    }
}

impl fmt::Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_thing_is_a_part_of_is_asked_for_with_it() {
        let of = |country: &str, about: &str| {
            let yaml = format!(
                "organizations:\n  - {{id: ministry, name: وزارة النقل, part_of: state{about}}}\n  - {{id: state, name: {country}}}\n"
            );
            let knowledge = Knowledge::parse([("k.yaml", yaml.as_str())]).expect("it stands");
            knowledge.digest_of(["ministry".to_owned()].iter())
        };
        let before = of("جمهورية العراق", "");
        assert_ne!(of("جمهورية لبنان", ""), before);
        assert_eq!(of("جمهورية العراق", ", description: تُعنى بالنقل"), before);
    }
}
