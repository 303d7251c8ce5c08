//! All names of the knowledge base, compiled for matching in one pass.
//!
//! A pattern is a folded name, its words parted and closed by one space, so that
//! it ends where a word ends. What may stand before it (clitics) is judged by
//! whoever asks, since the automaton finds names inside words too.

use std::collections::BTreeMap;

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use super::{Id, Knowledge};
use crate::arabic::fold::folded;
use crate::arabic::tokenize::tokens;

/// The compiled names of one knowledge base.
#[derive(Default)]
pub struct Gazetteer {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// What each pattern of the automaton names.
    names: Vec<Vec<Name>>,
    /// Pattern → its place in `names`.
    by_pattern: BTreeMap<String, usize>,
    /// What is compared of each entity besides its names.
    guards: BTreeMap<Id, Guards>,
}

/// The words by which a place of a name is judged, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guards {
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
}

impl Guards {
    fn of(entity: &super::Entity) -> Self {
        let all = |words: &[String]| words.iter().map(|word| folded(word)).collect();
        let parts = |names: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            names.flat_map(|name| folded(name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        let names = || std::iter::once(&entity.name).chain(&entity.aliases);
        Self {
            not_after: all(&entity.not_after),
            not_before: all(&entity.not_before),
            own: parts(&mut names()),
            kin: parts(&mut names().chain(&entity.cues)),
            cues: entity.cues.iter().map(|cue| folded(cue).split(' ').next().unwrap_or_default().to_owned()).collect(),
        }
    }
}

/// One thing that a pattern can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What is named.
    pub target: Target,
    /// Whether the name is enough by itself.
    pub strength: Strength,
    /// First and last word (from 0) of the pattern that are marked; the others are context.
    pub marked: (usize, usize),
    /// Whether the article's alif fell away behind «ل» («للعراق»), so that a lam must stand before it.
    pub behind_lam: bool,
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

/// A place where a pattern stands.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'g> {
    /// First byte in the text that was searched.
    pub start: usize,
    /// The byte after its last word, before the closing space.
    pub end: usize,
    /// What it can name, in the order of ids.
    pub names: &'g [Name],
}

impl Gazetteer {
    /// Compiles all names of a knowledge base, spelling variants included.
    pub fn of(knowledge: &Knowledge) -> Self {
        let mut made = Self::default();
        for entity in knowledge.entities.values() {
            let target = Target::Entity(entity.id.clone());
            made.guards.insert(entity.id.clone(), Guards::of(entity));
            for alias in std::iter::once(&entity.name).chain(&entity.aliases) {
                made.add(alias, &target, Strength::Full);
            }
            for short in &entity.short {
                made.add(short, &target, Strength::Short);
            }
        }
        for event in knowledge.events.values() {
            for alias in &event.aliases {
                made.add(alias, &Target::Event(event.id.clone()), Strength::Full);
            }
        }
        made.compile();
        made
    }

    fn add(&mut self, alias: &str, target: &Target, strength: Strength) {
        let Some((words, marked)) = words_of(alias) else { return };
        for spelling in spellings(&words) {
            let lam = spelling[0].strip_prefix("ال").map(|rest| if rest.starts_with('ل') { rest.to_owned() } else { format!("ل{rest}") });
            // A spelling that glues two words («عبدالله») has another number of words.
            let marked = (marked.0, marked.1.min(spelling.len() - 1));
            let name = |behind_lam| Name { target: target.clone(), strength, marked, behind_lam, alias: alias.to_owned() };
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
        let same = |other: &&mut Name| other.target == name.target && other.behind_lam == name.behind_lam;
        match self.names[at].iter_mut().find(same) {
            Some(other) => other.strength = other.strength.min(name.strength),
            None => self.names[at].push(name),
        }
    }

    fn compile(&mut self) {
        let patterns = self.by_pattern.iter().map(|(pattern, &at)| (pattern.as_str(), at as u32));
        // Building fails on an empty list and on an empty pattern; there is no empty pattern.
        self.automaton = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::Standard).build_with_values(patterns).ok();
    }

    /// Every place where a name stands in a folded text whose words are each followed by one space.
    pub fn hits<'g, 't>(&'g self, joined: &'t str) -> impl Iterator<Item = Hit<'g>> + use<'g, 't> {
        self.automaton.iter().flat_map(move |automaton| {
            automaton.find_overlapping_iter(joined).map(|found| Hit {
                start: found.start(),
                end: found.end() - 1,
                names: &self.names[found.value() as usize],
            })
        })
    }

    /// What is compared of an entity besides its names.
    pub fn guards(&self, id: &str) -> Option<&Guards> {
        self.guards.get(id)
    }

    /// What a phrase names, if it is a name as a whole.
    pub fn lookup(&self, phrase: &str) -> &[Name] {
        let words: Vec<String> = tokens(&folded(phrase)).map(|token| token.span.cut(&folded(phrase)).to_owned()).collect();
        self.by_pattern.get(&pattern(&words)).map_or(&[], |&at| &self.names[at])
    }
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
    const STEMS: [(&str, &str); 3] = [("امريك", "اميرك"), ("كردستان", "كوردستان"), ("تليفزيون", "تلفزيون")];
    /// A first word that takes its case ending.
    const CASES: [(&str, &[&str]); 2] = [("ابو", &["ابي", "ابا"]), ("بنو", &["بني"])];
    let mut made = vec![words.to_vec()];
    for (one, other) in STEMS {
        let swap = |from: &str, to: &str| words.iter().map(|word| word.replace(from, to)).collect::<Vec<_>>();
        made.extend([swap(one, other), swap(other, one)].into_iter().filter(|swapped| swapped != words));
    }
    for (nominative, others) in CASES {
        if words[0] == nominative && words.len() > 1 {
            made.extend(others.iter().map(|&other| std::iter::once(other.to_owned()).chain(words[1..].iter().cloned()).collect()));
        }
    }
    if let Some(at) = words[..words.len() - 1].iter().position(|word| word == "عبد") {
        let glued = format!("عبد{}", words[at + 1]);
        made.push(words[..at].iter().cloned().chain([glued]).chain(words[at + 2..].iter().cloned()).collect());
    }
    if let Some(at) = words.iter().position(|word| word.starts_with("عبدال")) {
        let parted = ["عبد".to_owned(), words[at]["عبد".len()..].to_owned()];
        made.push(words[..at].iter().cloned().chain(parted).chain(words[at + 1..].iter().cloned()).collect());
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gazetteer() -> Gazetteer {
        let text = "people:\n  - {id: abdullah, name: عبد الله سالم, short: [سالم]}\norganizations:\n  - {id: coalition, name: التحالف الدولي, aliases: [\"قوات [التحالف]\"]}\nplaces:\n  - {id: iraq, name: العراق}\n  - {id: america, name: أمريكا}\n";
        Gazetteer::of(&Knowledge::parse([("k.yaml", text)]).expect("it stands"))
    }

    #[test]
    fn spellings_and_the_article_behind_lam_are_found() {
        let names = gazetteer();
        for phrase in ["عبدالله سالم", "أميركا", "قوات التحالف", "العِراق"] {
            assert_eq!(names.lookup(phrase).len(), 1, "{phrase}");
        }
        assert!(names.lookup("لعراق")[0].behind_lam);
        assert_eq!(names.lookup("قوات التحالف")[0].marked, (1, 1));
        assert_eq!(names.lookup("سالم")[0].strength, Strength::Short);
    }

    #[test]
    fn every_place_is_a_hit() {
        let names = gazetteer();
        let starts: Vec<usize> = names.hits("والعراق , للعراق عراقيه ").map(|hit| hit.start).collect();
        // Behind the waw the name, and in it the rest that would need a lam before it; then the one behind «ل».
        assert_eq!(starts, [2, 4, "والعراق , ل".len()]);
    }
}
