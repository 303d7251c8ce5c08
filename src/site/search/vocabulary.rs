//! The words of all entries with their postings, while they are gathered and in order.

use std::collections::BTreeSet;

use super::blocks::{self, NAMES, PARTS_OF_REST, TITLE};
use super::entry::Entry;
use super::form::{ALONE, Form};
use super::together::{self, BREAK};
use super::word::{Reading, spans, word};
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::WordMap;
use crate::span::Span;

/// From how many articles on a word that stands in every twelfth says nothing by where in the text it stands.
const MANY: usize = 200;

/// In what part of many articles it must stand for that.
const EVERYWHERE: usize = 12;

/// A spelling: where its forms stand in [`Vocabulary::read`], and how often it was met.
#[derive(Clone, Copy)]
struct Spelling {
    forms: (usize, usize),
    count: usize,
}

/// The vocabulary while it grows.
pub(super) struct Vocabulary<'t> {
    names: &'t BTreeSet<String>,
    /// Each spelling that was met.
    spellings: WordMap<&'t str, Spelling>,
    /// The forms of each spelling, one after the other.
    read: Vec<usize>,
    places: WordMap<Reading, usize>,
    forms: Vec<Form>,
    /// The forms of the words in the order of the texts, without those that only hold a sentence together.
    row: Vec<u32>,
}

impl<'t> Vocabulary<'t> {
    pub(super) fn of(names: &'t BTreeSet<String>) -> Self {
        Self {
            names,
            spellings: WordMap::default(),
            read: Vec::new(),
            places: WordMap::default(),
            forms: Vec::new(),
            row: Vec::new(),
        }
    }

    /// Adds one document and the names that it is filed under; gives how many words it has.
    pub(super) fn post(
        &mut self,
        doc: u32,
        entry: &'t Entry,
        filed_under: impl Iterator<Item = &'t str>,
    ) -> usize {
        let mut length = self.stretch(doc, &entry.title, TITLE);
        for (text, block) in blocks::body(entry) {
            length += self.stretch(doc, text, block);
        }
        for name in filed_under.chain(entry.names.iter().map(String::as_str)) {
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
            // In range: there are fewer forms than bytes of text.
            let first = self.read[from..to].first().filter(|form| !self.forms[**form].function);
            self.row.extend(first.map(|&form| form as u32));
            for &form in &self.read[from..to] {
                let postings = &mut self.forms[form].postings;
                match postings.last_mut().filter(|last| last.0 == doc) {
                    Some(last) => last.1 |= block,
                    None => postings.push((doc, block)),
                }
            }
        }
        self.row.push(BREAK);
        length
    }

    /// Where the forms of a spelling stand in [`Vocabulary::read`]; most have been met before.
    fn forms_of(&mut self, span: Span, spelling: &'t str) -> (usize, usize) {
        if let Some(known) = self.spellings.get_mut(spelling) {
            known.count += 1;
            return known.forms;
        }
        let from = self.read.len();
        if let Some(word) = word(span, spelling).map(|word| word.among(self.names)) {
            for reading in word.readings {
                let place = self.place(reading, word.function, spelling);
                self.read.push(place);
            }
        }
        let forms = (from, self.read.len());
        self.spellings.insert(spelling, Spelling { forms, count: 1 });
        forms
    }

    /// The place of a form; the first spelling without marks is the one that is shown.
    fn place(&mut self, reading: Reading, function: bool, spelling: &str) -> usize {
        let next = self.forms.len();
        let forms = &mut self.forms;
        let place = *self.places.entry(reading).or_insert_with_key(|reading| {
            let spelled = spelled(spelling, &reading.bare).to_owned();
            let reading = reading.clone();
            forms.push(Form { reading, function, run: ALONE, spelled, postings: Vec::new() });
            next
        });
        let form = &mut forms[place];
        if place < next && form.spelled.chars().count() > form.reading.bare.chars().count() {
            form.spelled = spelled(spelling, &form.reading.bare).to_owned();
        }
        place
    }

    /// Each spelling with how often it was met, in no order.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&'t str, usize)> + '_ {
        self.spellings.iter().map(|(word, spelling)| (*word, spelling.count))
    }

    /// The vocabulary of so many articles in order: words that hold a sentence together stand first, then families that
    /// are asked for together, each of these in shards of their own.
    pub(super) fn close(self, docs: usize) -> Vec<Form> {
        let mut forms = self.forms;
        if docs > MANY {
            for form in forms.iter_mut().filter(|form| form.postings.len() * EVERYWHERE > docs) {
                for (_, stands) in &mut form.postings {
                    *stands |= if *stands & PARTS_OF_REST == 0 { 0 } else { PARTS_OF_REST };
                }
            }
        }
        for (at, run) in together::runs(&forms, &self.row).into_iter().enumerate() {
            forms[at].run = run;
        }
        // No two are equal.
        forms.sort_unstable_by(|a, b| {
            let place = |form: &Form| (!form.function, form.run);
            place(a).cmp(&place(b)).then_with(|| a.reading.cmp(&b.reading))
        });
        forms
    }
}

/// The end of a word that folds to this; nothing where the word itself ends so.
fn spelled<'w>(word: &'w str, bare: &str) -> &'w str {
    /// No word with all its marks has more bytes; each of its ends is folded.
    const LONGEST: usize = 400;
    if word.ends_with(bare) || word.len() > LONGEST {
        return "";
    }
    let ends = word.char_indices().rev().map(|(at, _)| &word[at..]);
    ends.skip(bare.chars().count().saturating_sub(1))
        .find(|end| folded(end) == bare)
        .unwrap_or_default()
}
