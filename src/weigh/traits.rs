//! What is asked of a token or a line, as patterns of named traits, in place of conditions.
//!
//! A room lists its traits (a word is «glued», a line is «open», «prose», «dated»), notes once which of them each token or line
//! has, and says of each rule what has to stand there: `OPEN.with(HEADLINE).without(QUOTED)`.

use std::ops::BitOr;

/// A set of traits: what a token or a line is, as a room lists it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(u128);

impl Traits {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);

    /// The set of one trait, by its number.
    pub(crate) const fn one(number: usize) -> Self {
        Self(1 << number)
    }

    /// All of some sets together, where `|` cannot stand: in a constant.
    pub(crate) const fn of(sets: &[Self]) -> Self {
        let (mut all, mut at) = (0, 0);
        while at < sets.len() {
            all |= sets[at].0;
            at += 1;
        }
        Self(all)
    }

    /// Whether it has one of these.
    #[inline]
    pub(crate) const fn any(self, traits: Self) -> bool {
        self.0 & traits.0 != 0
    }

    /// Whether it has all of these.
    #[inline]
    pub(crate) const fn has_all(self, traits: Self) -> bool {
        traits.0 & !self.0 == 0
    }

    /// One of these, with all of those beside.
    pub(crate) const fn with(self, all: Self) -> Pattern {
        Pattern { any: self, all, none: Self::NONE }
    }

    /// One of these, with none of those beside.
    pub(crate) const fn without(self, none: Self) -> Pattern {
        Pattern { any: self, all: Self::NONE, none }
    }

    /// One of these.
    pub(crate) const fn alone(self) -> Pattern {
        self.with(Self::NONE)
    }

    /// Those of some that show.
    pub(crate) fn noted(shown: &[(Self, bool)]) -> Self {
        shown.iter().fold(Self::NONE, |all, &(one, shows)| all | one.when(shows))
    }

    /// Whether one of the patterns of a table fits.
    pub(crate) fn fits(self, table: &[Pattern]) -> bool {
        table.iter().any(|pattern| pattern.fits(self))
    }

    /// These, where something holds.
    pub(crate) const fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::NONE }
    }
}

impl BitOr for Traits {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a token has to be: one of some traits, with all of some and none of some.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    any: Traits,
    all: Traits,
    none: Traits,
}

impl Pattern {
    /// Also with all of these.
    pub(crate) const fn with(self, all: Traits) -> Self {
        Self { all: Traits::of(&[self.all, all]), ..self }
    }

    /// Also with none of these.
    pub(crate) const fn without(self, none: Traits) -> Self {
        Self { none: Traits::of(&[self.none, none]), ..self }
    }

    /// Whether traits are such.
    #[inline]
    pub(crate) const fn fits(self, traits: Traits) -> bool {
        let missing = self.all.0 & !traits.0;
        let wrong = missing | traits.0 & self.none.0;
        traits.any(self.any) & (wrong == 0)
    }
}

impl From<Traits> for Pattern {
    fn from(any: Traits) -> Self {
        any.alone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Traits = Traits::one(0);
    const LOUD: Traits = Traits::one(1);
    const PROSE: Traits = Traits::one(2);

    #[test]
    fn a_pattern_has_one_of_some_all_of_others_and_none_of_the_rest() {
        let short = (OPEN | LOUD).without(PROSE);
        for (traits, fits) in [(OPEN, true), (LOUD, true), (PROSE, false), (OPEN | PROSE, false)] {
            assert_eq!(short.fits(traits), fits, "{traits:?}");
        }
        let text = OPEN.with(Traits::of(&[LOUD, PROSE]));
        assert!(
            text.fits(OPEN | LOUD | PROSE) && !text.fits(OPEN | PROSE) && !text.fits(LOUD | PROSE)
        );
        assert!(!OPEN.alone().fits(Traits::NONE) && OPEN.when(false) == Traits::NONE);
    }

    #[test]
    fn what_shows_is_noted_and_compared_with_a_table() {
        let noted = Traits::noted(&[(OPEN, true), (LOUD, false), (PROSE, true)]);
        assert_eq!(noted, OPEN | PROSE);
        assert!(noted.fits(&[LOUD.alone(), PROSE.without(LOUD)]));
        assert!(!noted.fits(&[LOUD.alone(), OPEN.without(PROSE)]) && !noted.fits(&[]));
    }
}
