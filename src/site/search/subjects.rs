//! Names, events and years in a query.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::entry::SubjectKind;
use super::index::Index;
use super::query::Query;
use super::word::{SearchWord, words};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{MONTH_STEM, row};

/// How many subjects stand above the articles.
const MOST: usize = 3;

/// How much of a name must be asked for.
const LEAST: f64 = 0.5;

/// What it adds that a name begins with what is asked.
const BEGINS: f64 = 0.05;

/// What a name is worth of which more is asked than it has, by its share of what is asked.
const PART: f64 = 0.8;

/// What a name is worth that shares [`MET`] with a question, by its share of the question.
const ASKED: f64 = 0.75;

/// How many words a name must share with a question, and how many of three that are asked.
const MET: usize = 2;

/// What an event of the period that was asked for is worth, where nothing else was.
const DATED: f64 = 0.9;

/// A year, or a month of a year, that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// How a date in it begins: `2021` or `2021-04`.
    pub(super) edtf: String,
    /// Which words of the query say it.
    pub(super) words: Vec<usize>,
}

impl Period {
    /// Finds «2021» or «أبريل 2021» among the words.
    pub(super) fn of(asked: &[SearchWord]) -> Option<Self> {
        let is_year = |word: &SearchWord| {
            word.folded.len() == 4
                && (word.folded.starts_with("19") || word.folded.starts_with("20"))
                && word.folded.bytes().all(|byte| byte.is_ascii_digit())
        };
        let year = asked.iter().position(is_year)?;
        let month = asked.iter().enumerate().find_map(|(at, word)| {
            let number = row(MONTH_STEM).iter().position(|month| {
                word.readings.first().is_some_and(|reading| reading.stem == month.folded)
            })?;
            Some((at, number + 1))
        });
        let text = &asked.get(year)?.folded;
        Some(match month {
            Some((at, number)) => {
                Self { edtf: format!("{text}-{number:02}"), words: vec![year, at] }
            }
            None => Self { edtf: text.clone(), words: vec![year] },
        })
    }
}

/// The stems of a name's words, the first apart.
struct Name {
    first: Option<String>,
    all: BTreeSet<String>,
}

impl Name {
    fn read(name: &str) -> Self {
        let stems = words(name)
            .filter(|word| !word.function)
            .filter_map(|word| word.readings.into_iter().next());
        let stems: Vec<String> = stems.map(|reading| reading.stem).collect();
        Self { first: stems.first().cloned(), all: stems.into_iter().collect() }
    }
}

/// The subjects that a query names, the likeliest first.
pub(super) fn named(
    index: &Index,
    query: &Query,
    period: Option<&Period>,
) -> Vec<(SubjectKind, String, String, String)> {
    let asked: BTreeSet<String> = query
        .words
        .iter()
        .filter_map(|word| word.readings.first())
        .map(|reading| reading.stem.clone())
        .collect();
    let mut found: Vec<(f64, usize)> = Vec::new();
    for (at, subject) in index.subjects.iter().enumerate() {
        if asked.is_empty() || subject.path.is_empty() {
            continue;
        }
        let mut best = subject
            .found_by()
            .map(|name| {
                likeness(
                    &asked,
                    &Name::read(name),
                    query.question && subject.kind.answers_questions(),
                )
            })
            .fold(0.0, f64::max);
        // An event of the period that was asked for, where nothing else was.
        let dated = period.is_some_and(|period| {
            subject.date.starts_with(&period.edtf) && period.words.len() == query.words.len()
        });
        if dated && !subject.date.is_empty() {
            best = best.max(DATED);
        }
        if best >= LEAST {
            found.push((best, at));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let told = |&(_, at): &(f64, usize)| {
        let subject = &index.subjects[at];
        (subject.kind, subject.id.clone(), subject.name.clone(), subject.path.clone())
    };
    found.iter().take(MOST).map(told).collect()
}

/// How much of a name is asked for, or of what is asked is a name; a question need not have all of a name, nor a name
/// all of it: «متى تنتهي مهمة التحالف؟» is about the end of a mission.
fn likeness(asked: &BTreeSet<String>, name: &Name, question: bool) -> f64 {
    let both = asked.intersection(&name.all).count();
    let first =
        if name.first.as_ref().is_some_and(|first| asked.contains(first)) { BEGINS } else { 0.0 };
    let share = |of: usize| both as f64 / of.max(1) as f64;
    match () {
        () if both == 0 => 0.0,
        // All that was asked is in the name.
        () if both == asked.len() => first + share(name.all.len()),
        // The whole name is part of what was asked.
        () if both == name.all.len() => first + PART * share(asked.len()),
        () if question && both >= MET && both * 3 >= asked.len() * MET => {
            ASKED * share(asked.len())
        }
        () => 0.0,
    }
}

/// The subjects of a kind that a filter means: by id or whole name, else by all words of a name.
pub(super) fn filtered(index: &Index, kind: SubjectKind, value: &str) -> BTreeSet<usize> {
    let asked = Name::read(value).all;
    let value = folded(value);
    let chosen = |means: &dyn Fn(&super::entry::Subject) -> bool| -> BTreeSet<usize> {
        index
            .subjects
            .iter()
            .enumerate()
            .filter(|(_, subject)| subject.kind == kind && means(subject))
            .map(|(at, _)| at)
            .collect()
    };
    let exactly = chosen(&|subject| subject.id == value || folded(&subject.name) == value);
    if !exactly.is_empty() {
        return exactly;
    }
    let superset = |name: &String| Name::read(name).all.is_superset(&asked);
    chosen(&|subject| !asked.is_empty() && subject.found_by().any(superset))
}

/// What cards are worth, as the browser takes it.
pub(super) fn limits() -> Value {
    json!({"most": MOST, "enough": LEAST, "begins": BEGINS, "part": PART, "dated": DATED, "some": ASKED, "least": MET})
}
