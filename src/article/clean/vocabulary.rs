//! What a text is about, as the set of its content words; how much of a block belongs to it.

use super::words::{Class, HashedSet, Word};

/// A set of content words.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    stems: HashedSet<u32>,
}

impl Vocabulary {
    /// Takes in the content words of a block.
    pub(super) fn add(&mut self, words: &[Word]) {
        self.stems.extend(content(words));
    }

    /// How many content words it has.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Itself, where it has words enough to miss them in a line.
    pub(super) fn telling(&self, least: usize) -> Option<&Self> {
        Some(self).filter(|known| known.len() >= least)
    }

    /// How much of the content words of `words`, each counted once, is of it.
    pub(super) fn share(&self, words: &[Word]) -> Share {
        let mut stems: Vec<u32> = content(words).collect();
        stems.sort_unstable();
        stems.dedup();
        let known = stems.iter().filter(|stem| self.stems.contains(stem)).count();
        Share { known, of: stems.len() }
    }
}

/// A part of some words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) known: usize,
    pub(super) of: usize,
}

impl Share {
    /// The part of a hundred; of nothing, everything is known.
    pub(super) fn percent(self) -> usize {
        (self.known * 100).checked_div(self.of).unwrap_or(100)
    }

    /// Itself, where it is of words enough to tell anything.
    pub(super) fn telling(self, least: usize) -> Option<Self> {
        Some(self).filter(|share| share.of >= least)
    }

    /// Whether nothing is known.
    pub(super) fn is_strange(self) -> bool {
        self.known == 0
    }

    /// Whether it is less than a part of a hundred.
    pub(super) fn is_below(self, percent: usize) -> bool {
        self.known * 100 < percent * self.of
    }

    /// Whether it is a part of a hundred or more.
    pub(super) fn reaches(self, percent: usize) -> bool {
        !self.is_below(percent)
    }
}

fn content(words: &[Word]) -> impl Iterator<Item = u32> + '_ {
    // A word of foreign letters is content where it is long enough to be more than an article or a preposition.
    let content = |word: &&Word| match word.class {
        Class::Content => true,
        Class::Latin => word.len > 3,
        _ => false,
    };
    words.iter().filter(content).map(|word| word.stem)
}
