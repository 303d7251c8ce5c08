//! Hashing of words: quick, the same on every run, and of no use against an adversary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A map from words; its order is never looked at.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A word of up to eleven letters by value, so that to compare it no pointer is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShortWord([u64; 3]);

impl ShortWord {
    /// The word, if it is short enough.
    #[inline]
    pub(crate) fn of(word: &str) -> Option<Self> {
        let mut bytes = [0; 24];
        bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        let [length] = bytes.last_chunk_mut()?;
        // Its last byte is the length, which tells apart what ends in zeros.
        *length = u8::try_from(word.len()).ok().filter(|&length| length < 24)?;
        match bytes.as_chunks::<8>() {
            (&[first, second, third], _) => Some(Self([
                u64::from_le_bytes(first),
                u64::from_le_bytes(second),
                u64::from_le_bytes(third),
            ])),
            _ => None,
        }
    }
}

impl Hash for ShortWord {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.iter().for_each(|&eight| state.write_u64(eight));
    }
}

/// Takes eight bytes at a time, as rustc's own tables do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    #[inline]
    fn take(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for &eight in eights {
            self.take(u64::from_le_bytes(eight));
        }
        if rest.is_empty() {
            return;
        }
        // The last eight bytes, of which some are taken twice, are read at one go; so are four and four of a shorter word.
        let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
        self.take(
            match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(&last), ..) => u64::from_le_bytes(last),
                (_, Some(first), Some(last)) => four(first) | four(last) << 32,
                _ => rest.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)),
            },
        );
    }

    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.take(u64::from(value));
    }

    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.take(value);
    }

    #[inline]
    fn write_usize(&mut self, value: usize) {
        self.take(value as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        // The table takes its place from the lowest bits and its mark from the highest.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::ShortWord;

    #[test]
    fn short_words_are_equal_where_their_letters_are() {
        let words = ["", "و", "\0", "بغداد", "بغداد\0", "المستشفيات"];
        for (at, word) in words.iter().enumerate() {
            assert_eq!(
                words.iter().position(|other| ShortWord::of(other) == ShortWord::of(word)),
                Some(at),
                "{word}"
            );
        }
        assert!(ShortWord::of("وبالمستشفيات").is_none());
    }
}
