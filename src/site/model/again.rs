//! Which of very many digests are met more than once: most runs of words stand in one article only, and need not be sorted.

/// Digests that may be met again: all that are, and the few that share a place with another.
pub(super) struct Again {
    /// A bit for each place.
    places: Vec<u64>,
    /// By how much a mixed digest is shifted to be a place.
    shift: u32,
}

/// How many places there are for each digest: one in eight of those that are met once passes for another.
const PLACES: usize = 8;

impl Again {
    /// Of so many digests those that may be among them twice.
    pub(super) fn among(digests: impl Iterator<Item = u64>, count: usize) -> Self {
        let places = (count * PLACES).next_power_of_two().max(64);
        let mut made = Self { places: vec![0; places / 64], shift: 64 - places.ilog2() };
        let mut once = vec![0_u64; places / 64];
        for digest in digests {
            let (word, bit) = made.place(digest);
            made.places[word] |= once[word] & bit;
            once[word] |= bit;
        }
        made
    }

    /// Whether a digest may have been met twice.
    pub(super) fn may_have(&self, digest: u64) -> bool {
        let (word, bit) = self.place(digest);
        self.places[word] & bit != 0
    }

    fn place(&self, digest: u64) -> (usize, u64) {
        // The digests of words that begin alike differ in their lower bits.
        let place = digest.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        ((place / 64) as usize, 1 << (place % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::Again;

    #[test]
    fn what_is_met_twice_is_known_and_most_of_the_rest_is_not() {
        let digests = || (0..1000_u64).chain((0..1000).filter(|digest| digest % 10 == 0));
        let again = Again::among(digests(), digests().count());
        let known = |digest: &u64| again.may_have(*digest);
        assert_eq!((0..1000).step_by(10).filter(known).count(), 100);
        assert!((0..1000).filter(known).count() < 300);
        assert!(!Again::among(std::iter::empty(), 0).may_have(7));
    }
}
