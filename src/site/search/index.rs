//! Entries → the vocabulary with its postings, sorted so that kin stand together.

use std::collections::HashMap;

use super::entry::{Entry, Subject, SubjectKind};
use super::shards;
use super::terms::{Reading, spans, word};
use crate::arabic::fold::folded;

/// How many steps a weight in a posting has.
pub(super) const LEVELS: u8 = 31;

/// How quickly more of the same word counts less (k1 of BM25).
pub(super) const SATURATION: f64 = 1.2;

/// The weight of a field and how far its length counts against it (b of BM25F).
struct Field {
    weight: f64,
    length: f64,
}

const FIELDS: [Field; 4] = [
    // Headline, lede, body, names.
    Field { weight: 3.0, length: 0.5 },
    Field { weight: 1.5, length: 0.5 },
    Field { weight: 1.0, length: 0.75 },
    Field { weight: 0.7, length: 0.5 },
];

/// Everything that a query needs.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The articles, in the order in which postings number them.
    pub(super) docs: Vec<Doc>,
    /// What articles name, sorted by kind and id.
    pub(super) subjects: Vec<Subject>,
    /// The vocabulary, sorted by family, stem and form.
    pub(super) forms: Vec<Form>,
    /// The first form of each shard.
    pub(super) cuts: Vec<usize>,
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
}

/// A word of the vocabulary, without its clitics.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) reading: Reading,
    /// How the articles spell [`Reading::bare`]; empty where they spell it so.
    pub(super) spelled: String,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
    /// Documents, rising, each with how much the word says of it, from 1 to [`LEVELS`].
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
        let place: HashMap<(SubjectKind, &str), usize> =
            subjects.iter().enumerate().map(|(at, subject)| ((subject.kind, subject.id.as_str()), at)).collect();
        let docs: Vec<Doc> = entries.iter().map(|entry| doc(entry, &place)).collect();
        let forms = Vocabulary::read(entries, &docs, &subjects).close();
        let cuts = shards::cuts(&forms);
        Self { docs, subjects, forms, cuts }
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
        aliases: Vec::new(),
        path: String::new(),
        date: String::new(),
    };
    let named = entries.iter().flat_map(|entry| &entry.subjects).map(|(kind, id)| bare(*kind, id));
    let years = entries.iter().filter_map(|entry| entry.year).map(|year| bare(SubjectKind::Year, &year.to_string()));
    let mut all: Vec<Subject> = subjects.iter().cloned().chain(named).chain(years).collect();
    // Stable: what is known stands before what is only named.
    all.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    all.dedup_by(|later, first| later.kind == first.kind && later.id == first.id);
    all
}

fn doc(entry: &Entry, place: &HashMap<(SubjectKind, &str), usize>) -> Doc {
    let year = entry.year.map(|year| year.to_string());
    let year = year.as_deref().map(|year| (SubjectKind::Year, year));
    let named = entry.subjects.iter().map(|(kind, id)| (*kind, id.as_str()));
    let mut subjects: Vec<usize> = named.chain(year).filter_map(|key| place.get(&key).copied()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut text = String::new();
    let lede = Some(&entry.lede).filter(|lede| !lede.is_empty());
    for paragraph in lede.into_iter().chain(&entry.paragraphs).filter(|_| !entry.withdrawn) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(paragraph);
    }
    Doc { path: entry.path.clone(), title: entry.title.clone(), date: entry.date.clone(), text, subjects }
}

/// The vocabulary while it grows.
#[derive(Default)]
struct Vocabulary<'t> {
    /// Each spelling that was met → its forms.
    spellings: HashMap<&'t str, Vec<usize>>,
    places: HashMap<Reading, usize>,
    forms: Vec<Growing>,
}

struct Growing {
    reading: Reading,
    spelled: String,
    function: bool,
    postings: Vec<(u32, f64)>,
}

impl<'t> Vocabulary<'t> {
    fn read(entries: &'t [Entry], docs: &[Doc], subjects: &'t [Subject]) -> Self {
        let mut vocabulary = Self::default();
        let fields: Vec<[Vec<usize>; 4]> = entries.iter().zip(docs).map(|(entry, doc)| vocabulary.fields(entry, doc, subjects)).collect();
        let mut averages = [1.0; 4];
        for (average, at) in averages.iter_mut().zip(0..) {
            let total: usize = fields.iter().map(|fields| fields[at].len()).sum();
            *average = (total as f64 / fields.len().max(1) as f64).max(1.0);
        }
        let mut weights = vec![0.0; vocabulary.forms.len()];
        for (doc, fields) in (0_u32..).zip(&fields) {
            vocabulary.post(doc, fields, averages, &mut weights);
        }
        vocabulary
    }

    /// The forms of an entry's headline, lede, body and names.
    fn fields(&mut self, entry: &'t Entry, doc: &Doc, subjects: &'t [Subject]) -> [Vec<usize>; 4] {
        let mut fields = [const { Vec::new() }; 4];
        self.field(&entry.title, &mut fields[0]);
        if !entry.withdrawn {
            self.field(&entry.lede, &mut fields[1]);
            for (at, paragraph) in entry.paragraphs.iter().enumerate() {
                // The first paragraph of a news text is its lede.
                let field = if at == 0 && entry.lede.is_empty() { 1 } else { 2 };
                self.field(paragraph, &mut fields[field]);
            }
        }
        for subject in doc.subjects.iter().filter_map(|&at| subjects.get(at)) {
            self.field(&subject.name, &mut fields[3]);
        }
        fields
    }

    fn field(&mut self, text: &'t str, forms: &mut Vec<usize>) {
        for span in spans(text) {
            let spelling = span.cut(text);
            if let Some(known) = self.spellings.get(spelling) {
                forms.extend_from_slice(known);
                continue;
            }
            let found: Vec<usize> = match word(span, spelling) {
                Some(word) => word.readings.into_iter().map(|reading| self.place(reading, word.function, spelling)).collect(),
                None => Vec::new(),
            };
            forms.extend_from_slice(&found);
            self.spellings.insert(spelling, found);
        }
    }

    /// The place of a form; the first spelling without marks is the one that is shown.
    fn place(&mut self, reading: Reading, function: bool, spelling: &str) -> usize {
        let next = self.forms.len();
        let forms = &mut self.forms;
        let place = *self.places.entry(reading).or_insert_with_key(|reading| {
            let spelled = spelled(spelling, &reading.bare).to_owned();
            forms.push(Growing { reading: reading.clone(), function, spelled, postings: Vec::new() });
            next
        });
        let form = &mut forms[place];
        if place < next && form.spelled.chars().count() > form.reading.bare.chars().count() {
            form.spelled = spelled(spelling, &form.reading.bare).to_owned();
        }
        place
    }

    /// Adds one document; `weights` is all zero before and after.
    fn post(&mut self, doc: u32, fields: &[Vec<usize>; 4], averages: [f64; 4], weights: &mut [f64]) {
        let mut met = Vec::new();
        for ((forms, field), average) in fields.iter().zip(&FIELDS).zip(averages) {
            let each = field.weight / (1.0 - field.length + field.length * forms.len() as f64 / average);
            for &form in forms {
                if weights[form] == 0.0 {
                    met.push(form);
                }
                weights[form] += each;
            }
        }
        for form in met {
            self.forms[form].postings.push((doc, weights[form]));
            weights[form] = 0.0;
        }
    }

    /// The vocabulary in order, with its weights in steps.
    fn close(self) -> Vec<Form> {
        let mut forms: Vec<Form> = self
            .forms
            .into_iter()
            .map(|form| Form {
                reading: form.reading,
                spelled: form.spelled,
                function: form.function,
                postings: form.postings.into_iter().map(|(doc, weight)| (doc, level(weight))).collect(),
            })
            .collect();
        // Words that hold a sentence together stand first, in shards of their own.
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

/// The step of a weight: how far it is on its way to saturation.
fn level(weight: f64) -> u8 {
    let share = weight / (SATURATION + weight);
    // In range: `share` is between 0 and 1.
    ((share * f64::from(LEVELS)).round() as u8).clamp(1, LEVELS - 1)
}

/// The weight of a step.
pub(super) fn weight(level: u8) -> f64 {
    let share = f64::from(level) / f64::from(LEVELS);
    SATURATION * share / (1.0 - share)
}
