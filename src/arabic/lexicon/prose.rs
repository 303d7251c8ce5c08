//! The everyday words of our own running text: what is met in it again and again is rarely somebody's name.

use std::sync::LazyLock;

use crate::arabic::quick_hash::{ShortWord, WordMap};

/// How often a word is met in running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// Never, or in one text.
    #[default]
    Seldom,
    /// In several texts.
    Sometimes,
    /// In many texts.
    Often,
}

/// The words by their heading.
static MET: LazyLock<WordMap<ShortWord, Met>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    let mut met = Met::Seldom;
    for line in include_str!("prose.txt").lines().filter(|line| !line.starts_with('#')) {
        match line {
            "[often]" => met = Met::Often,
            "[prose]" => met = Met::Sometimes,
            _ => words.extend(
                line.split('،')
                    .filter_map(|word| ShortWord::of(word.trim()))
                    .map(|word| (word, met)),
            ),
        }
    }
    words
});

/// How often a folded word, with what is written onto it, is met in running text.
///
/// ```
/// use sijill::arabic::fold::folded;
/// use sijill::arabic::lexicon::{Met, met};
/// assert_eq!(met(&folded("التقرير")), Met::Often);
/// assert_eq!(met(&folded("بلعاتي")), Met::Seldom);
/// ```
pub fn met(word: &str) -> Met {
    ShortWord::of(word).and_then(|word| MET.get(&word).copied()).unwrap_or_default()
}
