//! Where all that is said of a person begins: «مدير فرع الهيئة في تعز، الدكتور سامي الحربي» at «مدير».

use super::noun::Phrase;
use crate::article::annotate::roles;
use crate::article::annotate::words::Words;
use crate::document::Mention;

/// The marked names of people, by the word with which what is told of each begins.
pub(super) struct Offices(Vec<(usize, Phrase)>);

impl Offices {
    /// Reads what stands before each name, where anybody is quoted.
    pub(super) fn of(words: &Words<'_>, mentions: &[Mention]) -> Self {
        if words.reading.pairs.is_empty() {
            return Self(Vec::new());
        }
        let mut since = 0;
        let mut found = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.is_person()) {
            let first = words.index_at(mention.span.start);
            let last = words.index_at(mention.span.end.saturating_sub(1));
            if let Some((from, 0)) = roles::beginning(words, since..first) {
                found.push((from, Phrase::of_name(first, last)));
            }
            since = last + 1;
        }
        Self(found)
    }

    /// The same for the first word of a name, with where what is told begins.
    pub(super) fn of_name(&self, first: usize) -> Option<(usize, Phrase)> {
        let place = self.0.partition_point(|&(_, phrase)| phrase.first < first);
        self.0.get(place).copied().filter(|&(_, phrase)| phrase.first == first)
    }

    /// The name behind what is told from a word on.
    pub(super) fn at(&self, word: usize) -> Option<Phrase> {
        let place = self.0.binary_search_by_key(&word, |&(from, _)| from).ok()?;
        Some(self.0[place].1)
    }
}
