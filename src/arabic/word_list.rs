//! Short lists of words that are asked of nearly every word of a text.

/// How many bits the sieve of a list has.
const BITS: usize = 512;

/// A list of words with a sieve before it: most words that are not in the list are told by their
/// length and a few of their letters, without a comparison.
pub(crate) struct WordList {
    words: &'static [&'static str],
    sieve: [u64; BITS / 64],
}

impl WordList {
    /// Makes the sieve of a list, when the program is compiled.
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        let mut sieve = [0; BITS / 64];
        let mut at = 0;
        while at < words.len() {
            let bit = bit(words[at].as_bytes());
            sieve[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { words, sieve }
    }

    /// Whether a word is in the list.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        let bit = bit(word.as_bytes());
        self.sieve[bit / 64] >> (bit % 64) & 1 != 0 && self.words.contains(&word)
    }
}

/// The bit of a word: from its length, its first letter and its last two.
#[inline]
const fn bit(word: &[u8]) -> usize {
    let length = word.len();
    if length < 4 {
        return length;
    }
    // The second bytes of Arabic letters tell them apart.
    let letters = word[1] as u32
        | (word[length - 1] as u32) << 8
        | (word[length - 3] as u32) << 16
        | (length as u32) << 24;
    (letters.wrapping_mul(0x9E37_79B1) >> 23) as usize
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_list_has_its_words_and_no_others() {
        static LIST: WordList = WordList::of(&["", "و", "في", "الي", "مدينه", "العاصمه"]);
        assert!(LIST.words.iter().all(|word| LIST.contains(word)));
        assert!(
            !["ف", "من", "علي", "مدينة", "القاهره", "العاصمهه"]
                .iter()
                .any(|word| LIST.contains(word))
        );
    }
}
