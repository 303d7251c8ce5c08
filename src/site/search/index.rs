//! Entries → the vocabulary with its postings, sorted so that kin stand together.

use std::collections::{BTreeSet, HashMap};

use super::blocks::{self, NAMES, TITLE};
use super::entry::{Entry, Subject, SubjectKind};
use super::shards;
use super::weights::Weights;
use super::word::{Reading, spans, word, words};
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::WordMap;
use crate::arabic::stem;
use crate::span::Span;

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
    /// What the signs of an answer are worth.
    pub(super) weights: Weights,
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
    /// How many words it has, in steps of which [`AVERAGE`] are the average.
    pub(super) length: u8,
}

/// A word of the vocabulary, without its clitics.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) reading: Reading,
    /// How the articles spell [`Reading::bare`]; empty where they spell it so.
    pub(super) spelled: String,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
    /// Documents, rising, each with the [`blocks`] in which the word stands.
    pub(super) postings: Vec<(u32, u8)>,
}

impl Form {
    /// The word as the articles spell it.
    pub(super) fn shown(&self) -> &str {
        if self.spelled.is_empty() { &self.reading.bare } else { &self.spelled }
    }
}

impl Index {
    /// Reads entries and subjects; the order of the entries is kept.
    pub fn new(entries: &[Entry], subjects: &[Subject]) -> Self {
        let subjects = all_subjects(entries, subjects);
        let names = names(&subjects);
        let place: HashMap<(SubjectKind, &str), usize> =
            subjects.iter().enumerate().map(|(at, subject)| ((subject.kind, subject.id.as_str()), at)).collect();
        let mut docs: Vec<Doc> = entries.iter().map(|entry| doc(entry, &place)).collect();
        let mut vocabulary = Vocabulary::of(&names);
        let lengths: Vec<usize> =
            (0_u32..).zip(entries.iter().zip(&docs)).map(|(at, (entry, doc))| vocabulary.post(at, entry, doc, &subjects)).collect();
        let forms = vocabulary.close();
        let average = lengths.iter().sum::<usize>().max(1) as f64 / lengths.len().max(1) as f64;
        for (doc, length) in docs.iter_mut().zip(lengths) {
            // In range: clamped.
            doc.length = (length as f64 / average * f64::from(AVERAGE)).round().clamp(1.0, f64::from(LONGEST)) as u8;
        }
        let cuts = shards::cuts(&forms);
        Self { docs, subjects, names, forms, cuts, weights: Weights::default() }
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
    let bare = |kind: SubjectKind, id: &str| Subject { kind, id: id.to_owned(), name: id.to_owned(), ..Subject::default() };
    let named = entries.iter().flat_map(|entry| &entry.subjects).map(|(kind, id)| bare(*kind, id));
    let years = entries.iter().filter_map(|entry| entry.year).map(|year| bare(SubjectKind::Year, &year.to_string()));
    let mut all: Vec<Subject> = subjects.iter().cloned().chain(named).chain(years).collect();
    // Stable: what is known stands before what is only named.
    all.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    all.dedup_by(|later, first| later.kind == first.kind && later.id == first.id);
    all
}

/// The stems of names that are nothing else in this dossier: those of people, places and outlets.
fn names(subjects: &[Subject]) -> BTreeSet<String> {
    let named = subjects.iter().filter(|subject| subject.kind.has_own_names());
    let names = named.flat_map(|subject| std::iter::once(&subject.name).chain(&subject.aliases));
    let words = names.flat_map(|name| words(name).filter(|word| !word.function).collect::<Vec<_>>());
    let stems = words.filter_map(|word| word.readings.into_iter().next()).map(|reading| reading.stem);
    // What the tables know as a name has no kin anyway, or its adjective alone.
    stems.filter(|stem| !stem::names().contains_key(stem)).collect()
}

fn doc(entry: &Entry, place: &HashMap<(SubjectKind, &str), usize>) -> Doc {
    let year = entry.year.map(|year| year.to_string());
    let year = year.as_deref().map(|year| (SubjectKind::Year, year));
    let named = entry.subjects.iter().map(|(kind, id)| (*kind, id.as_str()));
    let mut subjects: Vec<usize> = named.chain(year).filter_map(|key| place.get(&key).copied()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let lede = Some(entry.lede.as_str()).filter(|lede| !lede.is_empty());
    let text = lede.into_iter().chain(entry.paragraphs.iter().map(String::as_str)).collect::<Vec<_>>().join("\n");
    Doc { path: entry.path.clone(), title: entry.title.clone(), date: entry.date.clone(), text, subjects, length: 0 }
}

/// The vocabulary while it grows.
struct Vocabulary<'t> {
    names: &'t BTreeSet<String>,
    /// Each spelling that was met → where its forms stand in [`Vocabulary::read`].
    spellings: WordMap<&'t str, (usize, usize)>,
    /// The forms of each spelling, one after the other.
    read: Vec<usize>,
    places: WordMap<Reading, usize>,
    forms: Vec<Form>,
}

impl<'t> Vocabulary<'t> {
    fn of(names: &'t BTreeSet<String>) -> Self {
        Self { names, spellings: WordMap::default(), read: Vec::new(), places: WordMap::default(), forms: Vec::new() }
    }

    /// Adds one document; gives how many words it has.
    fn post(&mut self, doc: u32, entry: &'t Entry, filed: &Doc, subjects: &'t [Subject]) -> usize {
        let mut length = self.stretch(doc, &entry.title, TITLE);
        for (text, block) in blocks::body(entry) {
            length += self.stretch(doc, text, block);
        }
        for subject in filed.subjects.iter().filter_map(|&at| subjects.get(at)) {
            self.stretch(doc, &subject.name, NAMES);
        }
        for name in &entry.names {
            self.stretch(doc, name, NAMES);
        }
        length
    }

    /// Adds a stretch of a document's text; gives how many words it has.
    fn stretch(&mut self, doc: u32, text: &'t str, block: u8) -> usize {
        let mut length = 0;
        for span in spans(text) {
            length += 1;
            let (from, to) = self.forms_of(span, span.cut(text));
            for &form in &self.read[from..to] {
                let postings = &mut self.forms[form].postings;
                match postings.last_mut().filter(|last| last.0 == doc) {
                    Some(last) => last.1 |= block,
                    None => postings.push((doc, block)),
                }
            }
        }
        length
    }

    /// Where the forms of a spelling stand in [`Vocabulary::read`]; most have been met before.
    fn forms_of(&mut self, span: Span, spelling: &'t str) -> (usize, usize) {
        if let Some(&known) = self.spellings.get(spelling) {
            return known;
        }
        let from = self.read.len();
        if let Some(word) = word(span, spelling).map(|word| word.among(self.names)) {
            for reading in word.readings {
                let place = self.place(reading, word.function, spelling);
                self.read.push(place);
            }
        }
        let forms = (from, self.read.len());
        self.spellings.insert(spelling, forms);
        forms
    }

    /// The place of a form; the first spelling without marks is the one that is shown.
    fn place(&mut self, reading: Reading, function: bool, spelling: &str) -> usize {
        let next = self.forms.len();
        let forms = &mut self.forms;
        let place = *self.places.entry(reading).or_insert_with_key(|reading| {
            let spelled = spelled(spelling, &reading.bare).to_owned();
            forms.push(Form { reading: reading.clone(), function, spelled, postings: Vec::new() });
            next
        });
        let form = &mut forms[place];
        if place < next && form.spelled.chars().count() > form.reading.bare.chars().count() {
            form.spelled = spelled(spelling, &form.reading.bare).to_owned();
        }
        place
    }

    /// The vocabulary in order: words that hold a sentence together stand first, in shards of their own.
    fn close(self) -> Vec<Form> {
        let mut forms = self.forms;
        forms.sort_by(|a, b| b.function.cmp(&a.function).then_with(|| a.reading.cmp(&b.reading)));
        forms
    }
}

/// The end of a word that folds to this; nothing where the word itself ends so.
fn spelled<'w>(word: &'w str, bare: &str) -> &'w str {
    if word.ends_with(bare) {
        return "";
    }
    let ends = word.char_indices().rev().map(|(at, _)| &word[at..]);
    ends.skip(bare.chars().count().saturating_sub(1)).find(|end| folded(end) == bare).unwrap_or_default()
}
