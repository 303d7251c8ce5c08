//! Hashing of words: quick, the same on every run, and of no use against an adversary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A map from words; its order is never looked at.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A word of up to eleven letters by value, so that to compare it no pointer is followed.
///
/// Three fields and no array: arrays are compared by a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShortWord {
    first: u64,
    second: u64,
    /// Its highest byte is the length, which tells apart what ends in zeros.
    third: u64,
}

impl ShortWord {
    /// The word, if it is short enough.
    #[inline]
    pub(crate) fn of(word: &str) -> Option<Self> {
        /// The length stands where the last byte would.
        const LONGEST: usize = 23;
        if word.len() > LONGEST {
            return None;
        }
        let (eights, rest) = word.as_bytes().as_chunks::<8>();
        let whole = |at: usize| eights.get(at).map(|&eight| u64::from_le_bytes(eight));
        let rest = up_to_eight(rest);
        let part = |at: usize| whole(at).unwrap_or(if at == eights.len() { rest } else { 0 });
        let length = word.len() as u64;
        Some(Self { first: part(0), second: part(1), third: part(2) | length << 56 })
    }
}

/// Up to seven bytes as a number, the first lowest.
#[inline]
fn up_to_eight(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The bytes that are in both are the same.
        (Some(first), Some(last)) => four(first) | four(last) << ((bytes.len() - 4) * 8),
        _ => bytes.iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte)),
    }
}

#[inline]
fn four(bytes: &[u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(*bytes))
}

impl Hash for ShortWord {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        [self.first, self.second, self.third].iter().for_each(|&eight| state.write_u64(eight));
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
    fn write_u16(&mut self, value: u16) {
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
