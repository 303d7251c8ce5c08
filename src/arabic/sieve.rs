//! A small table that knows of most words that they are not among its own.

/// Some bits for each of its words: whoever has none of them is no word of it.
#[derive(Default)]
pub(crate) struct Sieve {
    bits: Vec<u64>,
    /// By how much a mixed word is shifted to be a place among the bits.
    shift: u32,
}

impl Sieve {
    /// How many bits a word gets: one word in sixteen of others falls through.
    const BITS: usize = 16;

    /// A sieve for some words.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w [u8]> + Clone) -> Self {
        let bits = (words.clone().count() * Self::BITS).next_power_of_two().max(64);
        let mut made = Self { bits: vec![0; bits / 64], shift: 64 - bits.ilog2() };
        for word in words {
            let place = made.place(word);
            made.bits[place / 64] |= 1 << (place % 64);
        }
        made
    }

    /// Whether a word may be one of its words.
    #[inline]
    pub(crate) fn lets_through(&self, word: &[u8]) -> bool {
        let place = self.place(word);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 != 0)
    }

    #[inline]
    fn place(&self, word: &[u8]) -> usize {
        (mixed(word) >> self.shift) as usize
    }
}

/// The first and the last letters of a word, mixed; a word of more than eight letters is not read through.
#[inline]
fn mixed(word: &[u8]) -> u64 {
    let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    let (first, last) = match (word.first_chunk(), word.last_chunk()) {
        (Some(&first), Some(&last)) => (u64::from_le_bytes(first), u64::from_le_bytes(last)),
        _ => match (word.first_chunk(), word.last_chunk()) {
            (Some(first), Some(last)) => (four(first), four(last)),
            _ => (word.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)), 0),
        },
    };
    (first ^ last.rotate_left(29))
        .wrapping_add(word.len() as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn its_own_words_fall_through() {
        let words = ["", "و", "في", "بغداد", "الولايات", "والمستشفيات"];
        let sieve = Sieve::of(words.iter().map(|word| word.as_bytes()));
        assert!(words.iter().all(|word| sieve.lets_through(word.as_bytes())));
        let others = ["من", "لندن", "المتحده", "الجامعات", "قال", "اليوم", "باريس", "مصر"];
        assert!(
            others.iter().filter(|word| sieve.lets_through(word.as_bytes())).count()
                < others.len() / 2
        );
    }
}
