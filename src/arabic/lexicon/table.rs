//! The lists compiled: which sets of kinds there are, and which word has which.

use serde::{Deserialize, Serialize};

use super::kinds::Kinds;
use crate::arabic::quick_hash::{ShortWord, WordMap};

/// The rest of a name of several words, and what the name is.
pub type Phrase = (Vec<String>, Kinds);

/// An entry of a list.
///
/// ```
/// use sijill::arabic::lexicon::{REACHES, row};
/// assert_eq!((row(REACHES)[0].written, row(REACHES)[0].folded.as_str()), ("إلى", "الي"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// As it is written there.
    pub written: &'static str,
    /// The same, folded.
    pub folded: String,
}

/// What a word can be, by its number, which means something to this program alone: what a text keeps of each of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry(pub(super) u16);

impl Entry {
    /// Its number.
    #[inline]
    pub(in crate::arabic) fn number(self) -> u32 {
        u32::from(self.0)
    }

    /// The entry of a number; nothing where no entry has so high a one.
    #[inline]
    pub(in crate::arabic) fn numbered(number: u32) -> Option<Self> {
        u16::try_from(number).ok().map(Self)
    }
}

/// The lists, compiled.
pub(super) struct Lexicon {
    /// Folded word of up to eleven letters → the number of its set.
    pub(super) short: WordMap<ShortWord, Entry>,
    /// The longer ones.
    pub(super) long: WordMap<Box<str>, Entry>,
    /// Each set of kinds that some word has, once; the first is that of words that no list has.
    pub(super) sets: Vec<Kinds>,
    /// First word of a name of several → the rest of each such name, and what it is; longest first.
    pub(super) phrases: WordMap<String, Vec<Phrase>>,
    pub(super) beside: WordMap<String, Vec<Phrase>>,
    /// The entries of each kind that only one room asks for, in the order of the list.
    pub(super) rows: Vec<(Kinds, Vec<Listed>)>,
    /// Spellings that a hamza tells from others that fold alike, and what a word of this spelling can be.
    pub(super) spellings: WordMap<Box<str>, Entry>,
}

impl Lexicon {
    /// The entry of a folded word.
    #[inline]
    pub(super) fn entry(&self, word: &str) -> Entry {
        let found = match ShortWord::of(word) {
            Some(short) => self.short.get(&short),
            None => self.long.get(word),
        };
        found.copied().unwrap_or_default()
    }

    /// What a folded word can be.
    #[inline]
    pub(super) fn kinds(&self, word: &str) -> Kinds {
        self.kinds_of(self.entry(word))
    }

    /// What the words of an entry can be.
    #[inline]
    pub(super) fn kinds_of(&self, entry: Entry) -> Kinds {
        self.sets[usize::from(entry.0)]
    }
}
