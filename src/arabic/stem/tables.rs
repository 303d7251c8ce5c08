//! The language of search as data, for whoever walks it without Rust.

use std::collections::BTreeSet;

use super::kin::{
    AFTER, ALIKE, BEFORE, HEARD, LIKE_ENDINGS, LONG, ONLY_WEAK, PATTERNS, SILENT, SPELLED, STRONG,
    after_waw, weak_verbs,
};
use super::names::OF_PLACES;
use super::rows::{self, After, Before};

/// What is taken off words, and what is left of them.
#[derive(Clone, Debug)]
pub struct Tables {
    /// What may stand before a stem; of equal readings the first row wins.
    pub before: &'static [Before],
    /// What may stand after it.
    pub after: &'static [After],
    /// The article with what may stand before it.
    pub article: &'static [&'static str],
    /// Endings of unknown words, and how many letters must stay.
    pub endings: &'static [(&'static str, usize)],
    /// What a stem begins with that is not its root's.
    pub root_before: &'static [&'static str],
    /// What a stem ends with that is not its root's.
    pub root_after: &'static [&'static str],
    /// What follows و in roots whose و may become ت, sorted.
    pub after_waw: &'static BTreeSet<String>,
    /// What a root of one strong letter has for its weak one.
    pub only_weak: &'static [(char, char)],
    /// The roots with weak letters that a verb is known of, sorted.
    pub verbs: &'static BTreeSet<String>,
    /// What ends the adjective of a place.
    pub place_after: &'static [&'static str],
    /// The patterns that words of a root are made on.
    pub patterns: &'static [&'static str],
    /// Letters of foreign names that stand for each other.
    pub alike: &'static [(char, char)],
    /// Letters by which they are heard, after those.
    pub heard: &'static [(char, char)],
    /// Letters that are not heard before others.
    pub silent: &'static [(char, char)],
    /// What a foreign name may end with that is taken for an ending.
    pub like_endings: [char; 2],
    /// How many letters an unknown word must have for other spellings of it to be looked for.
    pub spelled: usize,
    /// How many strong letters it must have to be looked for as a name.
    pub strong: usize,
    /// From how many strong letters on two names may have other weak ones.
    pub long: usize,
}

/// The tables that [`analyze`](super::analyze) and [`key`](super::key) run on.
///
/// ```
/// use sijill::arabic::stem::tables;
/// assert!(tables().before.iter().any(|before| before.letters == "بال" && before.short));
/// assert!(tables().article.contains(&"وال"));
/// ```
pub fn tables() -> Tables {
    Tables {
        before: &rows::BEFORE,
        after: rows::after(),
        article: &rows::ARTICLE,
        endings: &rows::ENDINGS,
        root_before: &BEFORE,
        root_after: &AFTER,
        after_waw: after_waw(),
        only_weak: &ONLY_WEAK,
        verbs: weak_verbs(),
        place_after: &OF_PLACES,
        patterns: &PATTERNS,
        alike: &ALIKE,
        heard: &HEARD,
        silent: &SILENT,
        like_endings: LIKE_ENDINGS,
        spelled: SPELLED,
        strong: STRONG,
        long: LONG,
    }
}
