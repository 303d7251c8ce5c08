//! How the spellings that were met are read: what is known is taken, what is new is read side by side.

use rayon::prelude::*;

use super::known::Known;
use super::lexeme::{Lexeme, ReadWord};
use super::met::Met;
use super::word::{SearchReading, SearchWord, word};
use crate::arabic::quick_hash::WordMap;
use crate::span::Span;

/// How all spellings that were met are read.
pub(super) struct Lexemes<'k> {
    /// The readings, each once.
    pub(super) readings: Vec<Lexeme<'k>>,
    /// How each spelling is read, in the order in which they were met.
    pub(super) words: Vec<ReadWord>,
}

/// The spellings that nobody has read before, by their numbers, as they are read now.
pub(super) struct New(Vec<(usize, Option<SearchWord>)>);

impl New {
    /// Reads what is not known.
    pub(super) fn of(met: &Met<'_>) -> Self {
        let new = met.known.par_iter().enumerate().filter(|(_, known)| known.is_none());
        let read = |(at, _): (usize, &Option<u32>)| {
            let spelling = met.spellings[at].0;
            (at, word(Span::new(0, spelling.len()), spelling))
        };
        Self(new.map(read).collect())
    }
}

impl<'k> Lexemes<'k> {
    /// How all spellings are read.
    pub(super) fn of(met: &Met<'_>, known: &Known<'k>, new: &'k New) -> Self {
        let word = |known_as: &Option<u32>| {
            known_as.and_then(|at| known.words.get(at as usize)).copied().unwrap_or_default()
        };
        let words = met.known.iter().map(word).collect();
        let mut made = Self { readings: known.readings.clone(), words };
        if new.0.is_empty() {
            return made;
        }
        // The key follows from the stem.
        let mut numbers: WordMap<(&str, &str), u32> = WordMap::default();
        numbers.extend(known.readings.iter().map(|read| (read.stem, read.bare)).zip(0..));
        for (at, word) in &new.0 {
            let Some(SearchWord { readings, function, .. }) = word else { continue };
            let mut number = |SearchReading { key, stem, bare }: &'k SearchReading| {
                let all = &mut made.readings;
                *numbers.entry((stem, bare)).or_insert_with(|| {
                    all.push(Lexeme { key, stem, bare });
                    // In range: there are fewer readings than bytes of text.
                    all.len() as u32 - 1
                })
            };
            let (first, other) = (readings.first().map(&mut number), readings.get(1).map(number));
            made.words[*at] = ReadWord { first, other, function: *function };
        }
        made
    }
}

impl From<Lexeme<'_>> for SearchReading {
    fn from(Lexeme { key, stem, bare }: Lexeme<'_>) -> Self {
        let [key, stem, bare] = [key, stem, bare].map(str::to_owned);
        Self { key, stem, bare }
    }
}
