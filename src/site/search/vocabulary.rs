//! The words of all entries with their postings, while they are gathered and in order.

use std::collections::BTreeSet;

use super::blocks::{NAMES, PARTS_OF_REST};
use super::form::{ALONE, Form};
use super::lexeme::ReadWord;
use super::lexemes::Lexemes;
use super::met::Met;
use super::together::{self, BREAK};
use super::word::SearchReading;
use crate::arabic::fold::folded;

/// From how many articles on a word that stands in every twelfth says nothing by where in the text it stands.
const MANY: usize = 200;

/// In what part of many articles it must stand for that.
const EVERYWHERE: usize = 12;

/// The vocabulary while it grows.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The place of the form of each reading.
    places: Vec<Option<usize>>,
    forms: Vec<Form>,
    /// The forms of the words in the order of the texts, without those that only hold a sentence together.
    row: Vec<u32>,
}

impl Vocabulary {
    /// The words of some entries that were met, among names of which they are no kin; and how many words each entry has.
    pub(super) fn of(
        met: &Met<'_>,
        lexemes: &Lexemes<'_>,
        names: &BTreeSet<String>,
    ) -> (Self, Vec<usize>) {
        let places = vec![None; lexemes.readings.len()];
        let mut vocabulary = Self { places, ..Self::default() };
        let forms: Vec<Vec<usize>> = lexemes
            .words
            .iter()
            .zip(&met.spellings)
            .map(|(word, (spelling, _))| vocabulary.forms_of(word, spelling, lexemes, names))
            .collect();
        let lengths =
            (0_u32..).zip(met.entries()).map(|(doc, entry)| vocabulary.post(doc, entry, &forms));
        let lengths = lengths.collect();
        (vocabulary, lengths)
    }

    /// Adds one document; gives how many words it has.
    fn post<'m>(
        &mut self,
        doc: u32,
        stretches: impl Iterator<Item = (&'m [u32], u8)>,
        forms: &[Vec<usize>],
    ) -> usize {
        let mut length = 0;
        for (words, block) in stretches {
            if block != NAMES {
                length += words.len();
            }
            for forms in words.iter().map(|&number| &forms[number as usize]) {
                // In range: there are fewer forms than bytes of text.
                let first = forms.first().filter(|form| !self.forms[**form].function);
                self.row.extend(first.map(|&form| form as u32));
                for &form in forms {
                    let postings = &mut self.forms[form].postings;
                    match postings.last_mut().filter(|last| last.0 == doc) {
                        Some(last) => last.1 |= block,
                        None => postings.push((doc, block)),
                    }
                }
            }
            self.row.push(BREAK);
        }
        length
    }

    /// The places of the forms of a word that is spelled so.
    fn forms_of(
        &mut self,
        word: &ReadWord,
        spelling: &str,
        lexemes: &Lexemes<'_>,
        names: &BTreeSet<String>,
    ) -> Vec<usize> {
        let place = |at| self.place(at, word.function, spelling, lexemes, names);
        word.readings().map(place).collect()
    }

    /// The place of the form of a reading; the first spelling without marks is the one that is shown.
    fn place(
        &mut self,
        at: u32,
        function: bool,
        spelling: &str,
        lexemes: &Lexemes<'_>,
        names: &BTreeSet<String>,
    ) -> usize {
        let next = self.forms.len();
        let forms = &mut self.forms;
        let place = *self.places[at as usize].get_or_insert_with(|| {
            let reading = SearchReading::from(lexemes.readings[at as usize]).among(names);
            let spelled = spelled(spelling, &reading.bare).to_owned();
            forms.push(Form { reading, function, run: ALONE, spelled, postings: Vec::new() });
            next
        });
        let form = &mut forms[place];
        if place < next && form.spelled.chars().count() > form.reading.bare.chars().count() {
            form.spelled = spelled(spelling, &form.reading.bare).to_owned();
        }
        place
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
