//! What an index knows from the one before: how each spelling is read, and which spellings stand in each entry.
//!
//! Both follow from the letters alone, whatever else the dossier holds: a spelling is read as [`word`](mod@super::word)
//! reads it, and an entry, told from others by a digest of its text, has the words of that text. So what is known can
//! only be right or missing.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::entry::Entry;
use super::lexeme::{Lexeme, ReadWord};
use crate::site::output::Key;

/// What the index before has left.
#[derive(Default)]
pub(super) struct Known<'k> {
    /// The spellings, each once.
    pub(super) spellings: Vec<&'k str>,
    /// How each spelling is read.
    pub(super) words: Vec<ReadWord>,
    /// The readings of all spellings.
    pub(super) readings: Vec<Lexeme<'k>>,
    /// The entries by the digests of their texts.
    entries: HashMap<&'k Key, Row<'k>>,
}

/// The words of an entry as they are kept.
#[derive(Clone, Copy)]
pub(super) struct Row<'k> {
    /// The numbers of the spellings, four bytes each.
    words: &'k [[u8; 4]],
    /// Where each stretch ends, and its block.
    stretches: &'k [[u8; 5]],
}

impl<'k> Row<'k> {
    /// The words of each stretch, and the block that it is in.
    pub(super) fn stretches(self) -> impl Iterator<Item = (impl Iterator<Item = u32> + 'k, u8)> {
        let mut from = 0;
        self.stretches.iter().map(move |&[a, b, c, d, block]| {
            let to = u32::from_le_bytes([a, b, c, d]) as usize;
            let words = self.words.get(from..to).unwrap_or_default();
            from = to;
            (words.iter().map(|&word| u32::from_le_bytes(word)), block)
        })
    }
}

/// A digest of all that decides the words of an entry.
pub(super) fn digest(entry: &Entry) -> Key {
    let mut all = Sha256::new();
    let texts = [&entry.title, &entry.lede].into_iter().chain(&entry.paragraphs);
    for text in texts {
        all.update((text.len() as u64).to_le_bytes());
        all.update(text);
    }
    all.finalize().into()
}

impl<'k> Known<'k> {
    /// The row of an entry, if it was known.
    pub(super) fn row(&self, digest: &Key) -> Option<Row<'k>> {
        self.entries.get(digest).copied()
    }

    /// What was [`written`](fn@super::left::written); nothing where the bytes are no such thing.
    pub(super) fn of(bytes: &'k [u8]) -> Option<Self> {
        let mut rest = bytes;
        let rest = &mut rest;
        let [spellings, readings, words, entries] = [(); 4].map(|()| part(rest));
        let lines =
            |bytes: Option<&'k [u8]>| Some(simdutf8::basic::from_utf8(bytes?).ok()?.lines());
        let spellings: Vec<&str> = lines(spellings)?.collect();
        let mut reading = lines(readings)?;
        let mut readings = Vec::new();
        while let Some(key) = reading.next() {
            readings.push(Lexeme { key, stem: reading.next()?, bare: reading.next()? });
        }
        let is_known = |word: &ReadWord| word.readings().all(|at| (at as usize) < readings.len());
        let words: Vec<ReadWord> = words?.as_chunks().0.iter().map(ReadWord::of_bytes).collect();
        let mut known = Self { spellings, words, readings: Vec::new(), entries: HashMap::new() };
        let is_whole =
            known.words.len() == known.spellings.len() && known.words.iter().all(is_known);
        known.readings = readings;
        let mut entries = entries.filter(|_| is_whole && rest.is_empty())?;
        while !entries.is_empty() {
            let digest: &Key = entries.split_off(..size_of::<Key>())?.first_chunk()?;
            let (stretches, words) = (part(&mut entries)?, part(&mut entries)?);
            let row = Row { words: words.as_chunks().0, stretches: stretches.as_chunks().0 };
            let count = known.spellings.len();
            let is_word = |&word: &[u8; 4]| (u32::from_le_bytes(word) as usize) < count;
            row.words.iter().all(is_word).then_some(())?;
            known.entries.insert(digest, row);
        }
        Some(known)
    }
}

fn part<'k>(rest: &mut &'k [u8]) -> Option<&'k [u8]> {
    let length = u64::from_le_bytes(*rest.split_off(..8)?.first_chunk()?);
    rest.split_off(..usize::try_from(length).ok()?)
}
