//! Hashing of words: quick, the same on every run, and of no use against an adversary.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words; its order is never looked at.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Takes eight bytes at a time, as rustc's own tables do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn take(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
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
        self.take(match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(&last), ..) => u64::from_le_bytes(last),
            (_, Some(first), Some(last)) => four(first) | four(last) << 32,
            _ => rest.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)),
        });
    }

    fn write_u8(&mut self, value: u8) {
        self.take(u64::from(value));
    }

    fn write_usize(&mut self, value: usize) {
        self.take(value as u64);
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the lowest bits and its mark from the highest.
        self.0 ^ (self.0 >> 32)
    }
}
