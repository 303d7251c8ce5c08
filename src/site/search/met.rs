//! The spellings that stand in the entries, each once, and where: the entries are parted into words side by side, and what
//! was met in them is joined in their order.

use rayon::prelude::*;

use super::blocks::{self, NAMES, TITLE};
use super::entry::Entry;
use super::word::spans;
use crate::arabic::quick_hash::WordMap;

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
    /// The numbers of the spellings of all stretches, one stretch after the other.
    words: Vec<u32>,
    /// Where each stretch ends, and the block that it is in.
    stretches: Vec<(usize, u8)>,
    /// Where the stretches of each entry end.
    entries: Vec<usize>,
}

impl<'t> Met<'t> {
    /// What stands in all entries.
    pub(super) fn of(entries: &[Filed<'t>]) -> Self {
        let some: Vec<Self> = entries.par_chunks(SOME).map(Self::of_some).collect();
        let mut all = Self::default();
        let mut numbers = WordMap::default();
        some.into_iter().for_each(|some| all.take_in(some, &mut numbers));
        all
    }

    fn of_some(entries: &[Filed<'t>]) -> Self {
        let mut met = Self::default();
        let mut numbers = WordMap::default();
        for Filed { entry, names } in entries {
            met.stretch(&entry.title, TITLE, &mut numbers);
            for (text, block) in blocks::body(entry) {
                met.stretch(text, block, &mut numbers);
            }
            for name in names.iter().copied() {
                met.stretch(name, NAMES, &mut numbers);
            }
            met.entries.push(met.stretches.len());
        }
        met
    }

    fn stretch(&mut self, text: &'t str, block: u8, numbers: &mut WordMap<&'t str, u32>) {
        for span in spans(text) {
            let number = self.number(span.cut(text), 1, numbers);
            self.words.push(number);
        }
        self.stretches.push((self.words.len(), block));
    }

    /// The number of a spelling that is met some times more.
    fn number(
        &mut self,
        spelling: &'t str,
        times: usize,
        numbers: &mut WordMap<&'t str, u32>,
    ) -> u32 {
        let number = *numbers.entry(spelling).or_insert_with(|| {
            self.spellings.push((spelling, 0));
            // In range: there are fewer spellings than bytes of text.
            self.spellings.len() as u32 - 1
        });
        self.spellings[number as usize].1 += times;
        number
    }

    /// Takes in what stands in the entries behind these.
    fn take_in(&mut self, behind: Self, numbers: &mut WordMap<&'t str, u32>) {
        let spellings = behind.spellings.into_iter();
        let here: Vec<u32> =
            spellings.map(|(spelling, times)| self.number(spelling, times, numbers)).collect();
        let (words, stretches) = (self.words.len(), self.stretches.len());
        self.words.extend(behind.words.into_iter().map(|number| here[number as usize]));
        self.stretches
            .extend(behind.stretches.into_iter().map(|(end, block)| (words + end, block)));
        self.entries.extend(behind.entries.into_iter().map(|end| stretches + end));
    }

    /// The stretches of each entry: the numbers of their spellings, and the block.
    pub(super) fn entries(&self) -> impl Iterator<Item = impl Iterator<Item = (&[u32], u8)>> {
        let starts = |ends: &[usize], at: usize| at.checked_sub(1).map_or(0, |before| ends[before]);
        (0..self.entries.len()).map(move |entry| {
            (starts(&self.entries, entry)..self.entries[entry]).map(|stretch| {
                let from = stretch.checked_sub(1).map_or(0, |before| self.stretches[before].0);
                let (to, block) = self.stretches[stretch];
                (&self.words[from..to], block)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_side_by_side_is_what_is_read_in_a_row() {
        let entry = |number: usize| Entry {
            title: format!("سدّ رقم {}", number % 7),
            paragraphs: vec!["بدأ ملء السدّ".to_owned(), format!("قال مهندس {number}")],
            ..Entry::default()
        };
        let entries: Vec<Entry> = (0..2 * SOME + 3).map(entry).collect();
        let filed: Vec<Filed<'_>> =
            entries.iter().map(|entry| Filed { entry, names: vec!["وزارة الري"] }).collect();
        let (parts, row) = (Met::of(&filed), Met::of_some(&filed));
        assert_eq!(parts.spellings, row.spellings);
        assert_eq!(parts.spellings[0], ("سدّ", filed.len()));
        let texts = |met: &Met<'_>| {
            let stretch = |(words, block): (&[u32], u8)| {
                let words = words.iter().map(|&number| met.spellings[number as usize].0);
                (words.collect::<Vec<_>>().join(" "), block)
            };
            met.entries().map(|entry| entry.map(stretch).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        assert_eq!(parts.entries().count(), filed.len());
        assert_eq!(texts(&parts), texts(&row));
        assert_eq!(texts(&parts)[SOME][0], (entries[SOME].title.clone(), TITLE));
    }
}
