//! Lists of words, looked up by what stands for a word.

use std::sync::OnceLock;

use super::words::{HashedSet, Word, word_hash};

/// Words between spaces, compared folded; the set is made when it is first asked.
pub(super) struct WordSet {
    words: &'static str,
    made: OnceLock<HashedSet<u64>>,
}

impl WordSet {
    /// The set of some words.
    pub(super) const fn of(words: &'static str) -> Self {
        Self { words, made: OnceLock::new() }
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &Word) -> bool {
        self.has_hash(word.hash)
    }

    /// Whether what stands for a word stands for one of them.
    pub(super) fn has_hash(&self, hash: u64) -> bool {
        self.made
            .get_or_init(|| self.words.split_whitespace().map(word_hash).collect())
            .contains(&hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_spelled() {
        static SET: WordSet = WordSet::of("أيضًا كذلك");
        assert!(SET.has_hash(word_hash("ايضا")) && !SET.has_hash(word_hash("إذا")));
    }
}
