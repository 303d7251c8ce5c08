//! Entries → all that a query needs: articles, subjects, the vocabulary, sorted so that kin stand together.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::cuts::{Few, cuts};
use super::entry::{Entry, Subject, SubjectKind};
use super::form::Form;
use super::known::Known;
use super::lexemes::{Lexemes, New};
use super::met::{Filed, Met};
use super::often;
use super::vocabulary::Vocabulary;
use super::weights::Weights;
use super::word::words;
use crate::arabic::stem;
use crate::site::output::Key;

/// In how many steps the average length of an article is counted.
pub(super) const AVERAGE: u8 = 20;

/// The most steps of a length: what one digit of a file holds.
const LONGEST: u8 = 89;

/// Everything that a query needs.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The articles, in the order in which postings number them.
    pub(super) docs: Vec<Doc>,
    /// What articles name, sorted by kind and id.
    pub(super) subjects: Vec<Subject>,
    /// The stems of the names of people, places and outlets, which have no kin here.
    pub(super) names: BTreeSet<String>,
    /// The vocabulary, sorted by key, stem and form.
    pub(super) forms: Vec<Form>,
    /// The first form of each shard.
    pub(super) cuts: Vec<usize>,
    /// Which of the shards hold words that only hold a sentence together, which families that are asked for together.
    pub(super) few: Few,
    /// Words that are often there, sorted: see [`often`](super::often).
    pub(super) often: Vec<String>,
    /// What the signs of an answer are worth.
    pub(super) weights: Weights,
    /// Dates in words that are more than a day, a month or a year: «نحو نيسان 2021».
    pub(super) days: BTreeMap<String, String>,
}

/// An article in the index.
#[derive(Clone, Debug, Default)]
pub(super) struct Doc {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) date: String,
    /// Lede and paragraphs, a line each.
    pub(super) text: String,
    /// Places in [`Index::subjects`], rising.
    pub(super) subjects: Vec<usize>,
    /// A digest of headline and text.
    pub(super) digest: Key,
    /// How many words it has, in steps of which [`AVERAGE`] are the average.
    pub(super) length: u8,
}

impl Index {
    /// Reads entries and subjects; the order of the entries is kept.
    pub fn new(entries: &[Entry], subjects: &[Subject]) -> Self {
        Self::knowing(&Known::default(), entries, subjects, |_, _| ())
    }

    /// The same with what the index before has left; `keep` hears what the next one may know.
    pub(super) fn knowing(
        known: &Known<'_>,
        entries: &[Entry],
        subjects: &[Subject],
        keep: impl FnOnce(&Met<'_>, &Lexemes<'_>),
    ) -> Self {
        let subjects = all_subjects(entries, subjects);
        let names = names(&subjects);
        let place: HashMap<(SubjectKind, &str), usize> = subjects
            .iter()
            .enumerate()
            .map(|(at, subject)| ((subject.kind, subject.id.as_str()), at))
            .collect();
        let mut docs: Vec<Doc> = entries.iter().map(|entry| doc(entry, &place)).collect();
        let name = |&at: &usize| subjects.get(at).map(|subject| subject.name.as_str());
        let filed = |(entry, doc): (_, &Doc)| Filed {
            entry,
            names: doc.subjects.iter().filter_map(name).collect(),
        };
        let met = Met::of(&entries.iter().zip(&docs).map(filed).collect::<Vec<_>>(), known);
        let new = New::of(&met);
        let lexemes = Lexemes::of(&met, known, &new);
        keep(&met, &lexemes);
        let (vocabulary, lengths) = Vocabulary::of(&met, &lexemes, &names);
        let often = often::chosen(met.spellings.iter().copied());
        let forms = vocabulary.close(docs.len());
        let average = lengths.iter().sum::<usize>().max(1) as f64 / lengths.len().max(1) as f64;
        for (doc, (length, digest)) in docs.iter_mut().zip(lengths.into_iter().zip(&met.digests)) {
            doc.digest = *digest;
            // In range: clamped.
            doc.length = (length as f64 / average * f64::from(AVERAGE))
                .round()
                .clamp(1.0, f64::from(LONGEST)) as u8;
        }
        let cuts = cuts(&forms);
        let few = Few::of(&forms, &cuts);
        Self { docs, subjects, names, forms, cuts, few, often, ..Self::default() }
    }

    /// The same index with other weights.
    pub fn weighed(mut self, weights: Weights) -> Self {
        self.weights = weights;
        self
    }

    /// What articles are filed under, and the pages that are offered beside them.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// How long each article is; see [`Doc::length`].
    pub(super) fn lengths(&self) -> Vec<u8> {
        self.docs.iter().map(|doc| doc.length).collect()
    }

    /// How many articles it holds.
    pub fn len(&self) -> usize {
        self.docs.len()
    }

    /// Whether it holds no article.
    pub fn is_empty(&self) -> bool {
        self.docs.is_empty()
    }
}

/// The subjects that are known and those that entries name without an entry, sorted, each once.
fn all_subjects(entries: &[Entry], subjects: &[Subject]) -> Vec<Subject> {
    let bare = |kind: SubjectKind, id: &str| Subject {
        kind,
        id: id.to_owned(),
        name: id.to_owned(),
        ..Subject::default()
    };
    // Thousands of articles name one ministry.
    let mut known: HashSet<(SubjectKind, &str)> =
        subjects.iter().map(|subject| (subject.kind, subject.id.as_str())).collect();
    let named = entries.iter().flat_map(|entry| &entry.subjects);
    let new = named.map(|(kind, id)| (*kind, id.as_str())).filter(|&subject| known.insert(subject));
    let years: BTreeSet<i32> = entries.iter().filter_map(|entry| entry.year).collect();
    let years = years.into_iter().map(|year| bare(SubjectKind::Year, &year.to_string()));
    let new = new.map(|(kind, id)| bare(kind, id));
    let mut all: Vec<Subject> = subjects.iter().cloned().chain(new).chain(years).collect();
    // Stable: what is known stands before what is only named.
    all.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    all.dedup_by(|later, first| later.kind == first.kind && later.id == first.id);
    all
}

/// The stems of names that are nothing else in this dossier: those of people, places and outlets.
fn names(subjects: &[Subject]) -> BTreeSet<String> {
    // What is only printed has its name for an id; «أخبار اليوم» keeps the kin of its words.
    let is_listed = |subject: &&Subject| subject.id != subject.name;
    let named = subjects.iter().filter(|subject| subject.kind.has_own_names()).filter(is_listed);
    let names = named.flat_map(|subject| std::iter::once(&subject.name).chain(&subject.aliases));
    let words =
        names.flat_map(|name| words(name).filter(|word| !word.function).collect::<Vec<_>>());
    let stems =
        words.filter_map(|word| word.readings.into_iter().next()).map(|reading| reading.stem);
    // What the tables know as a name has no kin anyway, or its adjective alone.
    stems.filter(|stem| !stem::names().contains_key(stem)).collect()
}

fn doc(entry: &Entry, place: &HashMap<(SubjectKind, &str), usize>) -> Doc {
    let year = entry.year.map(|year| year.to_string());
    let year = year.as_deref().map(|year| (SubjectKind::Year, year));
    let named = entry.subjects.iter().map(|(kind, id)| (*kind, id.as_str()));
    let mut subjects: Vec<usize> =
        named.chain(year).filter_map(|key| place.get(&key).copied()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let lede = Some(entry.lede.as_str()).filter(|lede| !lede.is_empty());
    let text = lede
        .into_iter()
        .chain(entry.paragraphs.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("\n");
    Doc {
        path: entry.path.clone(),
        title: entry.title.clone(),
        date: entry.date.clone(),
        text,
        subjects,
        digest: Key::default(),
        length: 0,
    }
}
