//! A word of the vocabulary.

use super::word::SearchReading;

/// The run of a form whose family is not gathered with others.
pub(super) const ALONE: u16 = u16::MAX;

/// A word of the vocabulary, without its clitics.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) reading: SearchReading,
    /// How the articles spell [`SearchReading::bare`]; empty where they spell it so.
    pub(super) spelled: String,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
    /// The run in which its family is gathered: see [`together`](super::together).
    pub(super) run: u16,
    /// Documents, rising, each with the [`blocks`] in which the word stands.
    pub(super) postings: Vec<(u32, u8)>,
}

impl Form {
    /// The word as the articles spell it.
    pub(super) fn shown(&self) -> &str {
        if self.spelled.is_empty() { &self.reading.bare } else { &self.spelled }
    }

    /// How many bytes it takes with its postings; one of these takes a little over two.
    pub(super) const fn bytes(&self) -> usize {
        16 + self.postings.len() * 9 / 4
    }
}
