//! All names of the knowledge base, compiled for matching in one pass.
//!
//! A pattern is a folded name, its words parted and closed by one space.
//! Proclitics may stand before it.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::{Entity, Event};
use super::patterns::{Patterns, proclitics};
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{Nation, STATE_BODY, is, state};
use crate::arabic::tokenize::tokens;
use crate::entity::{EntityKind, Id};

/// The compiled names of one knowledge base.
#[derive(Default)]
pub struct Gazetteer {
    patterns: Patterns,
    /// What each pattern names.
    names: Vec<Vec<Name>>,
    /// Pattern → its place in `names`.
    by_pattern: BTreeMap<String, usize>,
    /// By its number, what is compared of each entity besides its names.
    traits: Vec<Traits>,
}

/// An entity or an event of one gazetteer: entities come first, each kind in the order of ids.
pub type Number = u32;

/// What is compared of an entity besides its names; words are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traits {
    /// What it is.
    pub kind: EntityKind,
    /// The entity that it is a part of.
    pub part_of: Option<Number>,
    /// Words that may not stand right before.
    pub not_after: Vec<String>,
    /// Words that may not stand right behind.
    pub not_before: Vec<String>,
    /// The words of all its full names.
    pub own: Vec<String>,
    /// The words of its full names and of its cues.
    pub kin: Vec<String>,
    /// The first word of each cue.
    pub cues: Vec<String>,
    /// The nation that its names, or those of what it is a part of, speak of; nothing where they speak of several.
    pub nation: Option<Nation>,
}

impl Traits {
    fn of(entity: &Entity, numbers: &BTreeMap<&Id, Number>) -> Self {
        let all = |words: &[String]| words.iter().map(|word| folded(word)).collect();
        let parts = |names: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            names
                .flat_map(|name| folded(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
                .collect()
        };
        let names = || std::iter::once(&entity.name).chain(&entity.aliases);
        Self {
            kind: entity.kind,
            part_of: entity.part_of.as_ref().and_then(|whole| numbers.get(whole).copied()),
            not_after: all(&entity.not_after),
            not_before: all(&entity.not_before),
            own: parts(&mut names()),
            kin: parts(&mut names().chain(&entity.cues)),
            cues: entity
                .cues
                .iter()
                .map(|cue| folded(cue).split(' ').next().unwrap_or_default().to_owned())
                .collect(),
            nation: None,
        }
    }
}

/// One thing that a pattern can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What is named.
    pub target: Target,
    /// Its number.
    pub number: Number,
    /// Whether the name is enough by itself.
    pub strength: Strength,
    /// First and last word (from 0) of the pattern that are marked; the others are context.
    pub marked: (usize, usize),
    /// Whether the article's alif fell away behind «ل» («للعراق»), so that a lam must stand before it.
    pub behind_lam: bool,
    /// Whether the like of it in other nations has this name too: «البرلمان», «وزارة الخارجية».
    pub is_of_any_nation: bool,
    /// The name as the knowledge base has it.
    pub alias: String,
}

/// What a name names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A person, an organization or a place.
    Entity(Id),
    /// An event.
    Event(Id),
}

/// How much a name says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It names its thing wherever it stands.
    Full,
    /// It holds only after a full name stood in the same article.
    Short,
}

/// A place where a name stands among the words of a text.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'g> {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// How many bytes of proclitics stand before it in its first word.
    pub lead: usize,
    /// What it can name, in the order of ids.
    pub names: &'g [Name],
}

impl<'g> Hit<'g> {
    /// What it can name behind these proclitics.
    pub(crate) fn names_behind(
        &self,
        proclitics: &str,
    ) -> impl Iterator<Item = &'g Name> + use<'g> {
        let lam = proclitics.ends_with('ل');
        self.names.iter().filter(move |name| !name.behind_lam || lam)
    }
}

impl Gazetteer {
    /// Compiles all names of a knowledge base, spelling variants included.
    pub(super) fn of(entities: &BTreeMap<Id, Entity>, events: &BTreeMap<Id, Event>) -> Self {
        let mut made = Self::default();
        let numbers = entities.keys().zip(0..).collect();
        for (entity, number) in entities.values().zip(0..) {
            let target = (Target::Entity(entity.id.clone()), number);
            let nation = nation_of(entity, entities);
            made.traits.push(Traits { nation, ..Traits::of(entity, &numbers) });
            for alias in std::iter::once(&entity.name).chain(&entity.aliases) {
                made.add(alias, &target, Strength::Full);
            }
            for short in &entity.short {
                made.add(short, &target, Strength::Short);
            }
        }
        for (event, number) in events.values().zip(entities.len() as Number..) {
            for alias in &event.aliases {
                made.add(alias, &(Target::Event(event.id.clone()), number), Strength::Full);
            }
        }
        made.patterns = Patterns::of(&made.by_pattern);
        made
    }

    fn add(&mut self, alias: &str, (target, number): &(Target, Number), strength: Strength) {
        let Some((words, marked)) = words_of(alias) else { return };
        let traits = self.traits.get(*number as usize);
        let is_body = traits.is_some_and(|traits| traits.kind == EntityKind::Organization);
        for spelling in spellings(&words) {
            let lam = spelling[0].behind_article().map(|rest| {
                if rest.opens_with(FOR) { rest.to_owned() } else { format!("ل{rest}") }
            });
            // A spelling that glues two words («عبدالله») has another number of words.
            let marked = (marked.0, marked.1.min(spelling.len() - 1));
            let name = |behind_lam| {
                let (target, alias) = (target.clone(), alias.to_owned());
                let is_of_any_nation = is_body && is_of_any_nation(&words);
                Name {
                    target,
                    number: *number,
                    strength,
                    marked,
                    behind_lam,
                    is_of_any_nation,
                    alias,
                }
            };
            self.put(pattern(&spelling), name(false));
            if let Some(first) = lam {
                let mut spelling = spelling;
                spelling[0] = first;
                self.put(pattern(&spelling), name(true));
            }
        }
    }

    fn put(&mut self, pattern: String, name: Name) {
        let at = *self.by_pattern.entry(pattern).or_insert_with(|| {
            self.names.push(Vec::new());
            self.names.len() - 1
        });
        let same =
            |other: &&mut Name| other.number == name.number && other.behind_lam == name.behind_lam;
        match self.names[at].iter_mut().find(same) {
            Some(other) => other.strength = other.strength.min(name.strength),
            None => self.names[at].push(name),
        }
    }

    /// Every place where a name stands among folded words, in the order of their first words.
    pub fn hits(&self, words: &[&str]) -> Vec<Hit<'_>> {
        let mut found = Vec::new();
        self.patterns.search(words, proclitics, |place| {
            let (first, last) = place.words;
            found.push(Hit {
                first,
                last,
                lead: place.lead.length,
                names: &self.names[place.pattern as usize],
            });
        });
        found
    }

    /// What is compared of an entity besides its names; nothing for an event.
    pub fn traits(&self, number: Number) -> Option<&Traits> {
        self.traits.get(number as usize)
    }

    /// What a phrase names, if it is a name as a whole.
    pub fn lookup(&self, phrase: &str) -> &[Name] {
        let words: Vec<String> = tokens(&folded(phrase))
            .map(|token| token.span.cut(&folded(phrase)).to_owned())
            .collect();
        self.by_pattern.get(&pattern(&words)).map_or(&[], |&at| &self.names[at])
    }
}

/// The nation of an entity by its names, or by those of what it is a part of.
fn nation_of(entity: &Entity, entities: &BTreeMap<Id, Entity>) -> Option<Nation> {
    /// A ministry of a government of a country; what is a part of itself ends too.
    const STEPS: usize = 4;
    let mut at = Some(entity);
    for _ in 0..STEPS {
        let entity = at?;
        let spoken: BTreeSet<Nation> = std::iter::once(&entity.name)
            .chain(&entity.aliases)
            .flat_map(|name| states(&folded(name).split(' ').collect::<Vec<_>>()))
            .collect();
        match spoken.len() {
            0 => at = entity.part_of.as_ref().and_then(|whole| entities.get(whole)),
            1 => return spoken.first().copied(),
            _ => return None,
        }
    }
    None
}

/// The nations of which folded words speak.
fn states(words: &[&str]) -> Vec<Nation> {
    let next = |at: usize| words.get(at + 1).copied().unwrap_or_default();
    words.iter().enumerate().filter_map(|(at, word)| state(word, next(at))).collect()
}

/// Whether a name of a body says nothing of its nation and begins as those of every state: «مجلس النواب», not «البنتاغون».
fn is_of_any_nation(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let head = words[0].without_article();
    is(head, STATE_BODY) && states(&words).is_empty()
}

/// The words of an alias, and which of them are marked: those between brackets, else all.
fn words_of(alias: &str) -> Option<(Vec<String>, (usize, usize))> {
    let folded = folded(alias);
    let mut words = Vec::new();
    let (mut first, mut last) = (None, None);
    for token in tokens(&folded) {
        match token.span.cut(&folded) {
            "[" => first = Some(words.len()),
            "]" => last = words.len().checked_sub(1),
            "«" | "»" | "\"" | "“" | "”" => {}
            word => words.push(word.to_owned()),
        }
    }
    let end = words.len().checked_sub(1)?;
    Some((words, (first.unwrap_or(0).min(end), last.unwrap_or(end))))
}

fn pattern(words: &[String]) -> String {
    words.iter().flat_map(|word| [word.as_str(), " "]).collect()
}

/// A name in all the ways in which it is commonly spelled, its own first.
fn spellings(words: &[String]) -> Vec<Vec<String>> {
    /// Stems that are written in two ways, after folding; neither is a part of the other.
    const STEMS: [(&str, &str); 3] =
        [("امريك", "اميرك"), ("كردستان", "كوردستان"), ("تليفزيون", "تلفزيون")];
    /// A first word that takes its case ending.
    const CASES: [(&str, &[&str]); 2] = [("ابو", &["ابي", "ابا"]), ("بنو", &["بني"])];
    let mut made = vec![words.to_vec()];
    for (one, other) in STEMS {
        let swap = |from: &str, to: &str| {
            words.iter().map(|word| word.replace(from, to)).collect::<Vec<_>>()
        };
        made.extend(
            [swap(one, other), swap(other, one)].into_iter().filter(|swapped| swapped != words),
        );
    }
    for (nominative, others) in CASES {
        if words[0] == nominative && words.len() > 1 {
            made.extend(others.iter().map(|&other| {
                std::iter::once(other.to_owned()).chain(words[1..].iter().cloned()).collect()
            }));
        }
    }
    if let Some(at) = words[..words.len() - 1].iter().position(|word| word == "عبد") {
        let glued = format!("عبد{}", words[at + 1]);
        made.push(
            words[..at]
                .iter()
                .cloned()
                .chain([glued])
                .chain(words[at + 2..].iter().cloned())
                .collect(),
        );
    }
    if let Some(at) = words.iter().position(|word| word.starts_with("عبدال")) {
        let parted = ["عبد".to_owned(), words[at]["عبد".len()..].to_owned()];
        made.push(
            words[..at]
                .iter()
                .cloned()
                .chain(parted)
                .chain(words[at + 1..].iter().cloned())
                .collect(),
        );
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    fn knowledge() -> Knowledge {
        let text = "people:\n  - {id: abdullah, name: عبد الله سالم, short: [سالم]}\norganizations:\n  - {id: coalition, name: التحالف الدولي, aliases: [\"قوات [التحالف]\"]}\nplaces:\n  - {id: iraq, name: العراق}\n  - {id: america, name: أمريكا}\n";
        Knowledge::parse([("k.yaml", text)]).expect("it stands")
    }

    #[test]
    fn spellings_and_the_article_behind_lam_are_found() {
        let knowledge = knowledge();
        let names = knowledge.gazetteer();
        for phrase in ["عبدالله سالم", "أميركا", "قوات التحالف", "العِراق"]
        {
            assert_eq!(names.lookup(phrase).len(), 1, "{phrase}");
        }
        assert!(names.lookup("لعراق")[0].behind_lam);
        assert_eq!(names.lookup("قوات التحالف")[0].marked, (1, 1));
        assert_eq!(names.lookup("سالم")[0].strength, Strength::Short);
    }

    #[test]
    fn every_place_is_a_hit() {
        let knowledge = knowledge();
        let names = knowledge.gazetteer();
        let words = ["والعراق", ",", "للعراق", "عراقيه"];
        let places: Vec<_> = names.hits(&words).iter().map(|hit| (hit.first, hit.lead)).collect();
        // Behind the waw the name; then the rest behind «ل», which needs a lam before it.
        assert_eq!(places, [(0, "و".len()), (2, "ل".len())]);
    }
}
