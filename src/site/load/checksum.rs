//! A checksum of what is kept, by which damage is found. A build reads all articles that are kept, so it is a quick one: it
//! need not withstand an adversary, who could write a digest of his own into a file of the cache.

/// A checksum.
pub(super) type Checksum = [u8; 32];

/// How many numbers of eight bytes are taken side by side.
const LANES: usize = 4;

/// An odd number whose bits are spread, as of the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Another one.
const MIX: u64 = 0xBF58_476D_1CE4_E5B9;

/// The checksum of some bytes. Each step can be undone, so two texts of one length that differ in one number of eight bytes
/// never have the same; what else is damaged has it by a chance of one in 2⁶⁴.
pub(super) fn checksum(bytes: &[u8]) -> Checksum {
    let mut lanes: [u64; LANES] = [1, 2, 3, 4].map(|lane| SPREAD.wrapping_mul(lane));
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut rows = eights.chunks_exact(LANES);
    for row in &mut rows {
        for (lane, eight) in lanes.iter_mut().zip(row) {
            *lane = step(*lane, u64::from_le_bytes(*eight));
        }
    }
    for (lane, eight) in lanes.iter_mut().zip(rows.remainder()) {
        *lane = step(*lane, u64::from_le_bytes(*eight));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    lanes[0] = step(lanes[0], u64::from_le_bytes(last));
    let mut all = Checksum::default();
    for (eight, lane) in all.as_chunks_mut::<8>().0.iter_mut().zip(lanes) {
        *eight = step(lane, bytes.len() as u64).to_le_bytes();
    }
    all
}

/// The highest bit of a product changes no other one, so it is brought down and spread once more: else a bit of the next
/// number would undo what a bit of this one did.
#[inline]
fn step(lane: u64, value: u64) -> u64 {
    let spread = (lane ^ value).wrapping_mul(SPREAD);
    (spread ^ spread >> 29).wrapping_mul(MIX).rotate_left(32)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::checksum;

    #[test]
    fn every_change_of_a_bit_and_every_length_is_seen() {
        let bytes: Vec<u8> = "سجلّ: افتتاح السد، بغداد".bytes().collect();
        let mut seen = BTreeSet::from([checksum(&bytes)]);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[at] ^= 1 << bit;
                assert!(seen.insert(checksum(&other)), "{at} {bit}");
            }
        }
        let zeros = [0; 100];
        assert!((0..zeros.len()).all(|end| seen.insert(checksum(&zeros[..end]))));
        assert!((1..bytes.len()).all(|end| seen.insert(checksum(&bytes[..end]))));
        assert_eq!(checksum(&bytes), checksum(&bytes.clone()));
    }
}
