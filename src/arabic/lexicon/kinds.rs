//! What a word can be: a set of named kinds.

use std::ops::{BitOr, BitOrAssign};

/// How many eights of bytes a set has.
const PARTS: usize = 8;

/// What a word can be; a set of the constants of this room, each of which is a heading in the lists.
///
/// ```
/// use sijill::arabic::lexicon::{COMPASS, Kinds, TITLE, kinds};
/// assert!(kinds("وزير").any(TITLE) && !kinds("وزير").any(COMPASS));
/// assert!(kinds("شمال").any(TITLE | COMPASS));
/// assert!(kinds("قرنبيط").without(Kinds::NONE).is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kinds([u64; PARTS]);

impl Kinds {
    /// Nothing: a word that no list has.
    pub const NONE: Self = Self([0; PARTS]);

    /// Everything.
    pub(crate) const ALL: Self = Self([u64::MAX; PARTS]);

    /// The set of one kind.
    pub(super) const fn one(number: usize) -> Self {
        let mut parts = [0; PARTS];
        parts[number / 64] = 1 << (number % 64);
        Self(parts)
    }

    /// All of some sets together, where `|` cannot stand: in a constant.
    pub const fn of(sets: &[Self]) -> Self {
        let mut all = Self::NONE;
        let mut at = 0;
        while at < sets.len() {
            let mut part = 0;
            while part < PARTS {
                all.0[part] |= sets[at].0[part];
                part += 1;
            }
            at += 1;
        }
        all
    }

    /// Whether it has one of these.
    #[inline]
    pub const fn any(self, kinds: Self) -> bool {
        let mut part = 0;
        let mut common = 0;
        while part < PARTS {
            common |= self.0[part] & kinds.0[part];
            part += 1;
        }
        common != 0
    }

    /// Whether it has nothing.
    #[inline]
    pub const fn is_empty(self) -> bool {
        !self.any(self)
    }

    /// What it has of these.
    #[inline]
    #[must_use]
    pub const fn only(mut self, kinds: Self) -> Self {
        let mut part = 0;
        while part < PARTS {
            self.0[part] &= kinds.0[part];
            part += 1;
        }
        self
    }

    /// What it has but for these.
    #[inline]
    #[must_use]
    pub const fn without(mut self, kinds: Self) -> Self {
        let mut part = 0;
        while part < PARTS {
            self.0[part] &= !kinds.0[part];
            part += 1;
        }
        self
    }

    /// The number of each kind that it has, in order: its place in [`HEADINGS`](super::HEADINGS), or behind them.
    ///
    /// ```
    /// use sijill::arabic::lexicon::{HEADINGS, kinds};
    /// assert!(kinds("شمال").numbers().any(|number| HEADINGS[number] == "compass"));
    /// ```
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(part, mut bits)| {
            std::iter::from_fn(move || {
                let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
                bits &= bits - 1;
                Some(part * 64 + lowest)
            })
        })
    }
}

impl BitOr for Kinds {
    type Output = Self;

    // Written out, so that «TITLE | COMPASS» is put together when the program is built: rules ask of every word with it.
    #[inline(always)]
    fn bitor(mut self, other: Self) -> Self {
        let mut part = 0;
        while part < PARTS {
            self.0[part] |= other.0[part];
            part += 1;
        }
        self
    }
}

impl BitOrAssign for Kinds {
    #[inline(always)]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}
