//! Which nation a word speaks of: «التونسية» and «تونس» speak of one.

use std::sync::LazyLock;

use super::compile::{COUNTRIES, ENDINGS, entries};
use crate::arabic::quick_hash::WordMap;

/// The number of a nation; it says nothing but that two words speak of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nation(u16);

/// Words and what they speak of.
static NATIONS: LazyLock<WordMap<String, Nation>> = LazyLock::new(|| {
    let mut made = WordMap::default();
    for (number, line) in (0..).zip(COUNTRIES.lines().filter(|line| !line.starts_with('#'))) {
        let Some((names, stems)) = line.split_once('=') else { continue };
        let adjectives =
            entries(stems).flat_map(|stem| ENDINGS.map(|ending| stem.clone() + ending));
        for word in entries(names).chain(adjectives) {
            made.entry(word).or_insert(Nation(number));
        }
    }
    made
});

/// The nation of which a folded word speaks, with or without «ال».
///
/// ```
/// use sijill::arabic::fold::folded;
/// use sijill::arabic::lexicon::nation;
/// let of = |word: &str| nation(&folded(word));
/// assert!(of("تونس").is_some() && of("التونسية") == of("تونس") && of("الليبيين") != of("تونس"));
/// assert_eq!(of("البحرية"), None);
/// ```
pub fn nation(word: &str) -> Option<Nation> {
    NATIONS.get(word).or_else(|| NATIONS.get(word.strip_prefix("ال")?)).copied()
}
