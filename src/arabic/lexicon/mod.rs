//! What the language knows about words: one table of forms, and what each can be.
//!
//! The lists beside this file hold the words by subject, under headings that [`Kinds`] declares; a word stands under
//! each heading whose kind it has. Those in `names/` are names; `names/generated/` comes out of public data by
//! `names/generate.py`, which names sources and licences. Words are compared folded; where a hamza tells two of them
//! apart, [`entry`] looks at it.
//!
//! 1. [`declared`](mod@self) declares what a word can be;
//! 2. [`compile`] reads the lists, once, into a [`table`];
//! 3. [`kinds()`], [`is`], [`phrases`] and [`row`] answer;
//! 4. [`nation`] and [`state`] say of which country a word speaks;
//! 5. [`sound`] says whether the letters of a word are rather those of a foreign name;
//! 6. [`met`] says how everyday a word is, by our own running text (`prose.txt`, written by `tests/corpus/names/prose.py`).
//!
//! No Arabic word list stands anywhere else in the program; `tests/it/tidy.rs` says so.

mod compile;
mod declared;
mod kinds;
mod letters;
mod nations;
mod prose;
mod table;

use std::sync::LazyLock;

use table::Lexicon;

pub use declared::*;
pub use kinds::Kinds;
pub use letters::{Sound, sound};
pub use nations::{Nation, nation, state};
pub use prose::{Met, met};
pub use table::{Entry, Listed, Phrase};

impl Entry {
    /// What the word can be.
    ///
    /// ```
    /// use sijill::arabic::lexicon::{TITLE, entry};
    /// assert!(entry("وزير", "وزير").kinds().any(TITLE));
    /// ```
    #[inline]
    pub fn kinds(self) -> Kinds {
        LEXICON.kinds_of(self)
    }
}

/// The lexicon, made when first asked for.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(compile::lexicon);

/// What a folded word can be.
///
/// ```
/// use sijill::arabic::fold::folded;
/// use sijill::arabic::lexicon::{COMMON, GIVEN, NATION, kinds};
/// assert!(kinds(&folded("فؤاد")).any(GIVEN));
/// assert!(kinds(&folded("الفرنسيين")).any(NATION));
/// assert!(kinds(&folded("الحكومة")).any(COMMON));
/// ```
#[inline]
pub fn kinds(word: &str) -> Kinds {
    LEXICON.kinds(word)
}

/// The number of what a folded word can be as it is written: the hamza that folding takes away tells «فإن» from «فان» and «وأكد» from «واكد».
///
/// A word that is written without its hamza can be all that its letters can be.
///
/// ```
/// use sijill::arabic::lexicon::{COMMON, FOREIGN_JOIN, entry};
/// assert!(entry("فان", "فان").kinds().any(FOREIGN_JOIN));
/// let written = entry("فان", "فإن").kinds();
/// assert!(written.any(COMMON) && !written.any(FOREIGN_JOIN));
/// assert!(!entry("واكد", "واكد").kinds().is_empty() && entry("واكد", "وأكد").kinds().is_empty());
/// ```
#[inline]
pub fn entry(word: &str, written: &str) -> Entry {
    let entry = LEXICON.entry(word);
    if !entry.kinds().any(SPELLED) {
        return entry;
    }
    LEXICON.spellings.get(compile::hamza_kept(written).as_str()).copied().unwrap_or(entry)
}

/// The number of what a folded word can be, however it is spelled.
#[inline]
pub fn listed(word: &str) -> Entry {
    LEXICON.entry(word)
}

/// What a folded word is or names: of its kinds those of [`IDENTITY`].
///
/// ```
/// use sijill::arabic::lexicon::{COMPASS, PLACE, identity};
/// assert!(identity("بغداد").any(PLACE) && !identity("شمال").any(COMPASS));
/// ```
#[inline]
pub fn identity(word: &str) -> Kinds {
    LEXICON.kinds(word).only(IDENTITY)
}

/// Whether a folded word can be one of these.
///
/// ```
/// use sijill::arabic::lexicon::{SAYING, is};
/// assert!(is("قال", SAYING) && !is("كتاب", SAYING));
/// ```
#[inline]
pub fn is(word: &str, kinds: Kinds) -> bool {
    LEXICON.kinds(word).any(kinds)
}

/// The names of several words that begin with this one, longest first: the rest of each, and what it is.
///
/// ```
/// use sijill::arabic::lexicon::{PLACE, phrases};
/// assert!(phrases("تل").iter().any(|(rest, kinds)| rest == &["ابيب"] && kinds.any(PLACE)));
/// ```
#[inline]
pub fn phrases(first: &str) -> &'static [Phrase] {
    LEXICON.phrases.get(first).map_or(&[], Vec::as_slice)
}

/// The same of kinds that only one room asks for: «خان شيخون» is a district.
///
/// ```
/// use sijill::arabic::lexicon::{DISTRICT, phrases_beside};
/// assert!(phrases_beside("خان").iter().any(|(rest, kinds)| rest == &["شيخون"] && kinds.any(DISTRICT)));
/// ```
pub fn phrases_beside(first: &str) -> &'static [Phrase] {
    LEXICON.beside.get(first).map_or(&[], Vec::as_slice)
}

/// The entries of a kind that only one room asks for ([`ASKED_BESIDE`]), in the order of the list; of any other none.
///
/// ```
/// use sijill::arabic::lexicon::{ANSWERS, row};
/// assert!(row(ANSWERS).iter().any(|entry| entry.written == "ردا على"));
/// ```
pub fn row(kind: Kinds) -> &'static [Listed] {
    LEXICON.rows.iter().find(|(kinds, _)| *kinds == kind).map_or(&[], |(_, row)| row.as_slice())
}

/// Whether a folded word begins with one of these.
///
/// ```
/// use sijill::arabic::lexicon::{TALKS, begins_with};
/// assert!(begins_with("مفاوضاتهما", TALKS) && !begins_with("مفوض", TALKS));
/// ```
pub fn begins_with(word: &str, kinds: Kinds) -> bool {
    word.char_indices().skip(2).any(|(end, _)| is(&word[..end], kinds)) || is(word, kinds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::folded;

    #[test]
    fn words_know_what_they_can_be() {
        let of = |word: &str| kinds(&folded(word));
        assert!(of("فرنسا").any(COUNTRY));
        assert!(!of("الحكومة").any(GIVEN | PLACE | RARE_PLACE));
        assert!(of("والمستشفيات").is_empty());
    }

    #[test]
    fn sets_are_joined_and_parted() {
        let set = TITLE | CLUB;
        assert!(set.any(CLUB) && set.any(Kinds::of(&[COMMON, TITLE])) && !set.any(COMMON));
        assert_eq!(set.without(TITLE), CLUB);
        assert_eq!(set.only(TITLE | COMMON), TITLE);
        assert!(set.without(TITLE | CLUB).is_empty());
    }
}
