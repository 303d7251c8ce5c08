//! The spellings that stand in the entries, each once, and where: the entries that are not known are parted into words side
//! by side, and all are joined in their order.

use rayon::prelude::*;

use super::blocks::{self, NAMES, TITLE};
use super::entry::Entry;
use super::known::{Known, digest};
use super::word::spans;
use crate::arabic::quick_hash::WordMap;
use crate::site::output::Key;

/// How many entries are read in one go.
const SOME: usize = 256;

/// An entry and the names that it is filed under.
pub(super) struct Filed<'t> {
    pub(super) entry: &'t Entry,
    pub(super) names: Vec<&'t str>,
}

/// What stands in some entries.
#[derive(Default)]
pub(super) struct Met<'t> {
    /// Each spelling, in the order in which they are met, and how often it is.
    pub(super) spellings: Vec<(&'t str, usize)>,
    /// The number of each spelling among those that are known.
    pub(super) known: Vec<Option<u32>>,
    /// A digest of the text of each entry.
    pub(super) digests: Vec<Key>,
    /// The numbers of the spellings of all stretches, one stretch after the other.
    words: Vec<u32>,
    /// Where each stretch ends, and the block that it is in.
    stretches: Vec<(usize, u8)>,
    /// Where the stretches of each entry end.
    entries: Vec<usize>,
}

impl<'t> Met<'t> {
    /// What stands in all entries, of which some are known.
    pub(super) fn of(entries: &[Filed<'t>], known: &Known<'t>) -> Self {
        let digests: Vec<Key> = entries.par_iter().map(|filed| digest(filed.entry)).collect();
        let is_new = |at: &usize| known.row(&digests[*at]).is_none();
        let new: Vec<&Entry> =
            (0..entries.len()).filter(is_new).map(|at| entries[at].entry).collect();
        let some: Vec<Part<'t>> = new.par_chunks(SOME).map(Part::of).collect();
        let mut sources = Sources::of(known, entries.len());
        let parts: Vec<Part<'t>> = some.into_iter().map(|part| sources.numbered(part)).collect();
        let mut new = parts.iter().flat_map(Part::entries);
        for (filed, digest) in entries.iter().zip(&digests) {
            match known.row(digest) {
                Some(row) => {
                    row.stretches().for_each(|(words, block)| sources.stretch(words, block));
                }
                None => {
                    let stretches = new.next().into_iter().flatten();
                    stretches.for_each(|(words, block)| {
                        sources.stretch(words.iter().copied(), block);
                    });
                }
            }
            filed.names.iter().for_each(|name| sources.name(name));
            sources.met.entries.push(sources.met.stretches.len());
        }
        Self { digests, ..sources.met }
    }

    /// How many words all entries have.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The stretches of each entry: the numbers of their spellings, and the block.
    pub(super) fn entries(&self) -> impl Iterator<Item = impl Iterator<Item = (&[u32], u8)>> {
        stretches(&self.words, &self.stretches, &self.entries)
    }
}

/// The words of some entries that nobody knows, without the names that they are filed under.
#[derive(Default)]
struct Part<'t> {
    /// Each spelling, in the order in which they are met.
    spellings: Vec<&'t str>,
    words: Vec<u32>,
    stretches: Vec<(usize, u8)>,
    entries: Vec<usize>,
}

impl<'t> Part<'t> {
    fn of(entries: &[&'t Entry]) -> Self {
        let mut part = Self::default();
        let mut numbers = WordMap::default();
        for entry in entries {
            part.stretch(&entry.title, TITLE, &mut numbers);
            for (text, block) in blocks::body(entry) {
                part.stretch(text, block, &mut numbers);
            }
            part.entries.push(part.stretches.len());
        }
        part
    }

    fn stretch(&mut self, text: &'t str, block: u8, numbers: &mut WordMap<&'t str, u32>) {
        for span in spans(text) {
            let spelling = span.cut(text);
            self.words.push(*numbers.entry(spelling).or_insert_with(|| {
                self.spellings.push(spelling);
                // In range: there are fewer spellings than bytes of text.
                self.spellings.len() as u32 - 1
            }));
        }
        self.stretches.push((self.words.len(), block));
    }

    fn entries(&self) -> impl Iterator<Item = impl Iterator<Item = (&[u32], u8)>> {
        stretches(&self.words, &self.stretches, &self.entries)
    }
}

/// The stretches of each entry: their words, and the block.
fn stretches<'w>(
    words: &'w [u32],
    stretches: &'w [(usize, u8)],
    entries: &'w [usize],
) -> impl Iterator<Item = impl Iterator<Item = (&'w [u32], u8)>> {
    let starts = |ends: &[usize], at: usize| at.checked_sub(1).map_or(0, |before| ends[before]);
    (0..entries.len()).map(move |entry| {
        (starts(entries, entry)..entries[entry]).map(move |stretch| {
            let from = stretch.checked_sub(1).map_or(0, |before| stretches[before].0);
            let (to, block) = stretches[stretch];
            (&words[from..to], block)
        })
    })
}

/// All spellings there are, those that are known first, and what was met of them.
struct Sources<'t> {
    spellings: Vec<&'t str>,
    numbers: WordMap<&'t str, u32>,
    /// How many of them are known.
    known: usize,
    /// The number of each among those that were met.
    met_as: Vec<u32>,
    /// The words of each name.
    names: WordMap<&'t str, Vec<u32>>,
    met: Met<'t>,
}

/// What was not met.
const NEVER: u32 = u32::MAX;

impl<'t> Sources<'t> {
    fn of(known: &Known<'t>, entries: usize) -> Self {
        let spellings = known.spellings.clone();
        let mut numbers = WordMap::default();
        numbers.extend(spellings.iter().copied().zip(0..));
        Self {
            known: spellings.len(),
            met_as: vec![NEVER; spellings.len()],
            spellings,
            numbers,
            names: WordMap::default(),
            met: Met { entries: Vec::with_capacity(entries), ..Met::default() },
        }
    }

    /// The number of a spelling.
    fn number(&mut self, spelling: &'t str) -> u32 {
        let (all, met_as) = (&mut self.spellings, &mut self.met_as);
        *self.numbers.entry(spelling).or_insert_with(|| {
            all.push(spelling);
            met_as.push(NEVER);
            // In range: there are fewer spellings than bytes of text.
            all.len() as u32 - 1
        })
    }

    /// A part with the numbers that its spellings have among all.
    fn numbered(&mut self, mut part: Part<'t>) -> Part<'t> {
        let here: Vec<u32> =
            part.spellings.drain(..).map(|spelling| self.number(spelling)).collect();
        part.words.iter_mut().for_each(|word| *word = here[*word as usize]);
        part
    }

    /// A name that an entry is filed under.
    fn name(&mut self, name: &'t str) {
        let known = self.names.remove(name);
        let words =
            known.unwrap_or_else(|| spans(name).map(|span| self.number(span.cut(name))).collect());
        self.stretch(words.iter().copied(), NAMES);
        self.names.insert(name, words);
    }

    /// Meets the words of a stretch.
    fn stretch(&mut self, words: impl Iterator<Item = u32>, block: u8) {
        for source in words {
            let number = self.meet(source);
            self.met.spellings[number as usize].1 += 1;
            self.met.words.push(number);
        }
        self.met.stretches.push((self.met.words.len(), block));
    }

    /// The number of a spelling among those that were met.
    fn meet(&mut self, source: u32) -> u32 {
        let at = source as usize;
        if self.met_as[at] == NEVER {
            // In range: there are fewer spellings than bytes of text.
            self.met_as[at] = self.met.spellings.len() as u32;
            self.met.spellings.push((self.spellings[at], 0));
            self.met.known.push((at < self.known).then_some(source));
        }
        self.met_as[at]
    }
}

#[cfg(test)]
mod tests {
    use super::super::left::written;
    use super::super::lexemes::{Lexemes, New};
    use super::*;

    fn entries(count: usize) -> Vec<Entry> {
        let entry = |number: usize| Entry {
            title: format!("سدّ رقم {}", number % 7),
            paragraphs: vec!["بدأ ملء السدّ".to_owned(), format!("قال مهندس {number}")],
            ..Entry::default()
        };
        (0..count).map(entry).collect()
    }

    fn filed(entries: &[Entry]) -> Vec<Filed<'_>> {
        entries.iter().map(|entry| Filed { entry, names: vec!["وزارة الري"] }).collect()
    }

    /// The texts of all stretches, entry by entry.
    fn texts(met: &Met<'_>) -> Vec<Vec<(String, u8)>> {
        let stretch = |(words, block): (&[u32], u8)| {
            let words = words.iter().map(|&number| met.spellings[number as usize].0);
            (words.collect::<Vec<_>>().join(" "), block)
        };
        met.entries().map(|entry| entry.map(stretch).collect()).collect()
    }

    #[test]
    fn what_is_read_side_by_side_is_what_stands_there() {
        let entries = entries(2 * SOME + 3);
        let met = Met::of(&filed(&entries), &Known::default());
        assert_eq!(met.spellings[0], ("سدّ", entries.len()));
        let texts = texts(&met);
        assert_eq!(texts.len(), entries.len());
        for (entry, stretches) in entries.iter().zip(texts) {
            assert_eq!(stretches[0], (entry.title.clone(), TITLE));
            assert_eq!(stretches[1].0, entry.paragraphs[0]);
            assert_eq!(stretches[2].0, entry.paragraphs[1]);
            assert_eq!(stretches[3], ("وزارة الري".to_owned(), NAMES));
        }
    }

    #[test]
    fn what_is_known_is_met_as_what_is_read() {
        let before = entries(40);
        let met = Met::of(&filed(&before), &Known::default());
        let new = New::of(&met);
        let nothing = Known::default();
        let lexemes = Lexemes::of(&met, &nothing, &new);
        let bytes = written(&met, &lexemes);
        let known = Known::of(&bytes).expect("it was written");
        // One is new, one has gone, one stands elsewhere.
        let mut after = before.clone();
        after[7].paragraphs[1] = "قالت مهندسة، وكتاب".to_owned();
        after.remove(20);
        after.swap(3, 30);
        let filed = filed(&after);
        let (again, anew) = (Met::of(&filed, &known), Met::of(&filed, &nothing));
        assert_eq!(again.spellings, anew.spellings);
        assert_eq!(texts(&again), texts(&anew));
        assert_eq!(again.known.iter().filter(|known| known.is_none()).count(), 3);
        let (few, all) = (New::of(&again), New::of(&anew));
        let read = |lexemes: &Lexemes<'_>| {
            let words = lexemes.words.iter().map(|word| {
                let readings = word.readings().map(|at| lexemes.readings[at as usize]);
                let readings =
                    readings.map(|read| [read.key, read.stem, read.bare].map(str::to_owned));
                (word.function, readings.collect::<Vec<_>>())
            });
            words.collect::<Vec<_>>()
        };
        let (lexemes, others) =
            (Lexemes::of(&again, &known, &few), Lexemes::of(&anew, &nothing, &all));
        assert_eq!(read(&lexemes), read(&others));
        assert_eq!(written(&again, &lexemes), written(&anew, &others));
    }

    #[test]
    fn what_is_damaged_is_not_known() {
        let entries = entries(3);
        let met = Met::of(&filed(&entries), &Known::default());
        let (new, nothing) = (New::of(&met), Known::default());
        let bytes = written(&met, &Lexemes::of(&met, &nothing, &new));
        assert!((0..bytes.len()).all(|end| Known::of(&bytes[..end]).is_none()));
    }
}
