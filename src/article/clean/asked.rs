//! What a rule asks of a word, and of those behind it: its class, and what the lexicon has of it.
//!
//! Words are asked in their order: `stands(words, at, &[one_of(SEASON), NUMBER])` is «صيف 2019».

use std::ops::RangeBounds;

use super::words::{Class, Word};
use crate::arabic::lexicon::Kinds;
use crate::weigh::Traits;

/// What a word has to be: of one of some classes, one of some kinds, and none of others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    classes: Traits,
    /// None of them where any word will do.
    kinds: Option<Kinds>,
    others: Kinds,
}

/// «2019»
pub(super) const NUMBER: Asked = of(&[Class::Number]);
/// «المرفأ»
pub(super) const CONTENT: Asked = of(&[Class::Content]);
/// «في», «هو»
pub(super) const FUNCTION: Asked = of(&[Class::Function]);
/// «المرفأ», «Beacon»: what names are made of.
pub(super) const NAMING: Asked = of(&[Class::Content, Class::Latin]);
/// «المرفأ», «اليوم», «Beacon»: what may stand in a name.
pub(super) const IN_NAME: Asked = of(&[Class::Content, Class::Latin, Class::Common]);
/// «المرفأ», «Beacon», «2019»: what is no sentence.
pub(super) const UNBOUND: Asked = of(&[Class::Content, Class::Latin, Class::Number]);
/// «قال», «في»: what binds the words of a sentence.
pub(super) const BINDING: Asked = of(&[Class::Function, Class::Common]);
/// «Beacon»
pub(super) const LATIN: Asked = of(&[Class::Latin]);
/// «2019», «في»: what stands in a day.
pub(super) const OF_DAY: Asked = of(&[Class::Number, Class::Function]);

/// A word of one of these classes.
pub(super) const fn of(classes: &[Class]) -> Asked {
    let (mut all, mut at) = (Traits::NONE, 0);
    while at < classes.len() {
        all = Traits::of(&[all, classes[at].trait_of()]);
        at += 1;
    }
    Asked { classes: all, kinds: None, others: Kinds::NONE }
}

/// A word of one of these kinds, whatever its class.
pub(super) const fn one_of(kinds: Kinds) -> Asked {
    let any = of(&[Class::Content, Class::Common, Class::Function, Class::Number, Class::Latin]);
    any.with(kinds)
}

impl Asked {
    /// The same, which is of one of these kinds too.
    pub(super) const fn with(self, kinds: Kinds) -> Self {
        Self { kinds: Some(kinds), ..self }
    }

    /// The same, which is of none of these.
    pub(super) const fn without(self, others: Kinds) -> Self {
        Self { others: Kinds::of(&[self.others, others]), ..self }
    }

    /// Whether a word is such.
    #[inline]
    pub(super) fn fits(self, word: &Word) -> bool {
        match self.kinds {
            Some(kinds) if !word.is(kinds) => false,
            _ if word.is(self.others) => false,
            _ => self.classes.any(word.class.trait_of()),
        }
    }
}

/// Whether such words stand at a place, one behind the other: «العدد 2781».
pub(super) fn stands(words: &[Word], at: usize, asked: &[Asked]) -> bool {
    let here = words.get(at..).unwrap_or_default();
    here.len() >= asked.len() && here.iter().zip(asked).all(|(word, asked)| asked.fits(word))
}

/// Some words, where there are so many.
pub(super) fn of_length(words: &[Word], length: impl RangeBounds<usize>) -> Option<&[Word]> {
    Some(words).filter(|words| length.contains(&words.len()))
}

/// Whether some words hold such a one.
pub(super) fn holds(words: &[Word], asked: Asked) -> bool {
    words.iter().any(|word| asked.fits(word))
}

/// Whether all of some words are such.
pub(super) fn are(words: &[Word], asked: Asked) -> bool {
    words.iter().all(|word| asked.fits(word))
}

#[cfg(test)]
mod tests {
    use super::super::called::words_of;
    use super::*;
    use crate::arabic::lexicon::{IN_OR_OF, OF_ISSUE};

    #[test]
    fn words_are_asked_in_their_order() {
        let words = words_of("العدد 2781 في Beacon");
        assert!(stands(&words, 0, &[one_of(OF_ISSUE), NUMBER]));
        assert!(!stands(&words, 1, &[one_of(OF_ISSUE), NUMBER]));
        assert!(!stands(&words, 3, &[NAMING, NUMBER]) && !stands(&words, 9, &[NUMBER]));
        let behind = &words[2..];
        assert!(holds(behind, FUNCTION.with(IN_OR_OF)));
        assert!(!holds(behind, FUNCTION.without(IN_OR_OF)));
        assert!(are(&words[3..], NAMING) && !are(&words, NAMING));
    }
}
