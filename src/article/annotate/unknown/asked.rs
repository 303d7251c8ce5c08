//! What a rule asks of a word of a name: what a list has of it, and how it looks.
//!
//! `one_of(GIVEN).but(COMMON)` is «خالد» and not «ربيع», `ANY.with(OUTLANDISH).without(DEFINITE)` is «نوفيتسكي»; a table of such
//! asks for one of them: `readings.fits_one(at, &[only(RARE_PLACE), ANY.with(STRANGE)])`.

use crate::arabic::lexicon::Kinds;
use crate::weigh::Traits;

/// What a word has to be: of one of some kinds and none of others, with all of some traits and none of others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// None where any word will do, listed or not.
    kinds: Option<Kinds>,
    others: Kinds,
    all: Traits,
    none: Traits,
}

/// Any word.
pub(super) const ANY: Asked =
    Asked { kinds: None, others: Kinds::NONE, all: Traits::NONE, none: Traits::NONE };

/// A word that can be one of these.
pub(super) const fn one_of(kinds: Kinds) -> Asked {
    Asked { kinds: Some(kinds), ..ANY }
}

/// A word that can be none of these.
pub(super) const fn none_of(others: Kinds) -> Asked {
    Asked { others, ..ANY }
}

/// A word that can be one of these, and nothing else.
pub(super) const fn only(kinds: Kinds) -> Asked {
    Asked { kinds: Some(kinds), ..at_most(kinds) }
}

/// A word that can be nothing but these: also one that no list has.
pub(super) const fn at_most(kinds: Kinds) -> Asked {
    none_of(Kinds::ALL.without(kinds))
}

impl Asked {
    /// The same, which can be none of these.
    pub(super) const fn but(self, others: Kinds) -> Self {
        Self { others: Kinds::of(&[self.others, others]), ..self }
    }

    /// The same, with all of these traits.
    pub(super) const fn with(self, all: Traits) -> Self {
        Self { all: Traits::of(&[self.all, all]), ..self }
    }

    /// The same, with none of these traits.
    pub(super) const fn without(self, none: Traits) -> Self {
        Self { none: Traits::of(&[self.none, none]), ..self }
    }

    /// Whether a word of these kinds and traits is such.
    #[inline]
    pub(super) fn fits(self, kinds: Kinds, traits: Traits) -> bool {
        self.has_kinds(kinds) && traits.has_all(self.all) && !traits.any(self.none)
    }

    /// Whether its kinds are such.
    #[inline]
    pub(super) fn has_kinds(self, kinds: Kinds) -> bool {
        self.kinds.is_none_or(|asked| kinds.any(asked)) && !kinds.any(self.others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::lexicon::{COMMON, GIVEN, PLACE};

    const LOUD: Traits = Traits::one(0);
    const LONG: Traits = Traits::one(1);

    #[test]
    fn a_word_is_asked_by_its_kinds() {
        let given = one_of(GIVEN).but(COMMON);
        assert!(given.has_kinds(GIVEN) && !given.has_kinds(GIVEN | COMMON));
        assert!(!given.has_kinds(Kinds::NONE) && none_of(GIVEN).has_kinds(Kinds::NONE));
        assert!(only(GIVEN).has_kinds(GIVEN) && !only(GIVEN).has_kinds(GIVEN | PLACE));
        assert!(at_most(GIVEN).has_kinds(Kinds::NONE) && !only(GIVEN).has_kinds(Kinds::NONE));
        assert!(!at_most(GIVEN).has_kinds(PLACE));
    }

    #[test]
    fn a_word_is_asked_by_its_traits() {
        let asked = one_of(GIVEN).with(LOUD).without(LONG);
        for (traits, fits) in [(LOUD, true), (LOUD | LONG, false), (Traits::NONE, false)] {
            assert_eq!(asked.fits(GIVEN, traits), fits, "{traits:?}");
        }
        assert!(!asked.fits(PLACE, LOUD) && ANY.fits(Kinds::NONE, Traits::NONE));
    }
}
