//! Marked sentences → weights. The file `weights/names.txt` is what comes of them.

use std::collections::BTreeSet;

use super::super::proposals::proposals;
use super::super::reading::Readings;
use super::signs::{self, SHEET, Signs};
use super::tag::{Part, Tag};
use super::{by, lead, rows};
use crate::article::annotate::words::Words;
use crate::document::Plain;
use crate::knowledge::EntityKind;
use crate::weigh::{Row, Training, Weights, train};

/// How the weights of the repository are learnt.
pub const TRAINING: Training = Training { orders: 12, rounds: 3, margin: 6, seen: 3, steps: true };

/// The sentences that are learnt from, in the folder of the corpora: those of many newsrooms, of eight kinds of news, composed ones, those of the kinds
/// that letters and frames tell, plain ones.
pub const SENTENCES: [&str; 7] = [
    "names/tuned-newsrooms.txt",
    "names/tuned-long.txt",
    "names/tuned-bodies.txt",
    "names/tuned-people.txt",
    "train/names/composed.txt",
    "train/names/letters.txt",
    "train/names/plain.txt",
];

/// How the kinds of composed sentences are called: «wire-frames».
const COMPOSED: &str = "-frames";

/// How often a sentence that somebody wrote counts where a composed one counts once: hundreds of those have the same frame.
const TOLD: usize = 2;

/// What weighs less stays out of the table.
const LIGHT: i16 = 60;

/// What stands above the table.
const NOTES: &str = "What is a name: sign, part of a name, weight.
Written by `cargo run --example train -- names` from tests/corpus/train/names and the tuned sentences of tests/corpus/names; never edited by hand.";

/// A name in a sentence: where it begins and ends, and its kind.
type Name = (usize, usize, &'static str);

/// A sentence whose names are known.
#[derive(Clone, Debug)]
pub struct Example {
    /// The kind of news that it imitates.
    kind: String,
    text: String,
    names: BTreeSet<Name>,
}

/// The examples of a corpus: a sentence a line, each name marked as `[الحديدي](person)`; «# kind: sport» opens the sentences of a kind of news,
/// any other `#` begins a note.
///
/// ```
/// use sijill::article::annotate::unknown::weighing::learn::examples;
/// let lines = "# kind: sport\nسجل [كريم درويش](person) هدفين.\n";
/// assert_eq!(examples(lines).len(), 1);
/// ```
pub fn examples(corpus: &str) -> Vec<Example> {
    let mut kind = String::new();
    let mut found = Vec::new();
    for line in corpus.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(note) = line.strip_prefix('#') {
            if let Some(opened) = note.trim().strip_prefix("kind:") {
                opened.trim().clone_into(&mut kind);
            }
            continue;
        }
        let (text, names) = unmarked(line);
        found.push(Example { kind: kind.clone(), text, names });
    }
    found
}

/// A marked sentence without its marks, and the names that they mark.
fn unmarked(marked: &str) -> (String, BTreeSet<Name>) {
    let (mut text, mut names) = (String::new(), BTreeSet::new());
    let mut rest = marked;
    while let Some((before, opened)) = rest.split_once('[') {
        let Some((name, closed)) = opened.split_once("](") else { break };
        let Some((kind, after)) = closed.split_once(')') else { break };
        text.push_str(before);
        let start = text.len();
        text.push_str(name);
        names.extend(kind_named(kind).map(|kind| (start, text.len(), name_of(kind))));
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

fn kind_named(name: &str) -> Option<EntityKind> {
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place]
        .into_iter()
        .find(|&kind| name_of(kind) == name)
}

const fn name_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
    }
}

/// The rows of an example, each with the parts that its names give its words.
fn taught(example: &Example) -> Vec<Row<Tag>> {
    let plain = Plain::of_text(&example.text);
    let words = Words::of(&plain);
    let readings = Readings::of(&words, &[]);
    let proposed = proposals(&readings);
    let signs = Signs::of(&readings, &proposed);
    let mut tags = vec![Tag::NONE; words.list.len()];
    for &(start, end, kind) in &example.names {
        let Some(kind) = kind_named(kind) else { continue };
        let (first, last) = (words.index_at(start), words.index_at(end.saturating_sub(1)));
        if last < first || last >= tags.len() {
            continue;
        }
        let onto = start > words.list[first].span().start;
        let behind = onto && readings.skipped(first) == 0 && lead(&readings, first).is_some();
        tags[first] = Tag::new(kind, if behind { Part::Behind } else { Part::Begins });
        tags[first + 1..=last].fill(Tag::new(kind, Part::Inside));
    }
    // A name of which some word can have no part in it is not to be learnt.
    let mut at = 0;
    while at < tags.len() {
        let next = (at + 1..tags.len())
            .find(|&next| !matches!(tags[next].part(), Some((_, Part::Inside))))
            .unwrap_or(tags.len());
        if (at..next).any(|index| !signs.possible(index).contains(tags[index])) {
            tags[at..next].fill(Tag::NONE);
        }
        at = next;
    }
    let row = |(first, end): (usize, usize)| {
        let mut row = Row::default();
        for (at, &tag) in tags.iter().enumerate().take(end).skip(first) {
            row.push_among(&signs.at(at), tag, signs.possible(at));
        }
        row
    };
    rows(&readings).into_iter().map(row).collect()
}

fn learnt<'e>(examples: impl Iterator<Item = &'e Example>) -> Weights<Tag> {
    let rows: Vec<Row<Tag>> = examples
        .flat_map(|example| {
            let times = if example.kind.ends_with(COMPOSED) { 1 } else { TOLD };
            taught(example).into_iter().flat_map(move |row| vec![row; times])
        })
        .collect();
    let mut weights = train(&SHEET, &rows, &TRAINING);
    signs::trust(&mut weights);
    weights.without_light(LIGHT)
}

/// Weights from examples, as the table that stands in `weights/names.txt`.
pub fn table(examples: &[Example]) -> String {
    learnt(examples.iter()).to_table(&SHEET, NOTES)
}

/// How a set of examples came out.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// The kind of news, or what else the set is called.
    pub name: String,
    /// How many names were found as they are marked.
    pub right: usize,
    /// How many are marked.
    pub wanted: usize,
    /// How many were found.
    pub found: usize,
    /// The sentences that came out otherwise, each with what was missed and what was found besides.
    pub misses: Vec<String>,
}

impl Score {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.wanted + self.found).max(1) as f64
    }

    /// Adds another set.
    pub fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.wanted += other.wanted;
        self.found += other.found;
    }
}

/// How each kind of news comes out by weights learnt from all others, in the order of their names.
pub fn across_kinds(examples: &[Example]) -> Vec<Score> {
    let kinds: BTreeSet<&str> = examples.iter().map(|example| example.kind.as_str()).collect();
    let judged = kinds.into_iter().map(|kind| {
        let weights = learnt(examples.iter().filter(|example| example.kind != kind));
        judge(kind, examples.iter().filter(|example| example.kind == kind), &weights)
    });
    judged.collect()
}

/// How the weights of the repository find the names of some examples.
pub fn score(name: &str, examples: &[Example]) -> Score {
    judge(name, examples.iter(), &super::WEIGHTS)
}

fn judge<'e>(
    name: &str,
    examples: impl Iterator<Item = &'e Example>,
    weights: &Weights<Tag>,
) -> Score {
    let mut score = Score { name: name.to_owned(), ..Score::default() };
    for example in examples {
        let plain = Plain::of_text(&example.text);
        let words = Words::of(&plain);
        let readings = Readings::of(&words, &[]);
        let found: BTreeSet<Name> = by(weights, &readings)
            .iter()
            .map(|name| {
                let span = words.span(name.first, name.skipped, name.last);
                (span.start, span.end, name_of(name.kind))
            })
            .collect();
        score.right += example.names.intersection(&found).count();
        score.wanted += example.names.len();
        score.found += found.len();
        if found != example.names {
            let list = |names: Vec<&Name>| {
                let said: Vec<String> = names
                    .iter()
                    .map(|(start, end, kind)| format!("{kind} {}", &example.text[*start..*end]))
                    .collect();
                said.join(", ")
            };
            score.misses.push(format!(
                "{}; missed: {}; besides: {}",
                example.text,
                list(example.names.difference(&found).collect()),
                list(found.difference(&example.names).collect())
            ));
        }
    }
    score
}
