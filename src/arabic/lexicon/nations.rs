//! Which nation a word speaks of: «التونسية» and «تونس» speak of one, «بيروت» of that of «لبنان».

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::compile::{COUNTRIES, ENDINGS, entries};
use crate::arabic::clitics::Onto;
use crate::arabic::quick_hash::WordMap;

/// The number of a nation; it says nothing but that two words speak of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Nation(u16);

/// Words and what they speak of.
#[derive(Default)]
struct Listed {
    /// Names of countries and adjectives.
    nations: WordMap<String, Nation>,
    /// Names of countries and capitals, of one word or two, and the first words of those of two.
    states: WordMap<String, Option<Nation>>,
    /// Whether a line names a country: «عربي» is the adjective of none.
    are_states: Vec<bool>,
}

static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut made = Listed::default();
    for (number, line) in (0..).zip(COUNTRIES.lines().filter(|line| !line.starts_with('#'))) {
        let (names, rest) = line.split_once('=').unwrap_or_default();
        let (stems, capitals) = rest.split_once('|').unwrap_or((rest, ""));
        let adjectives =
            entries(stems).flat_map(|stem| ENDINGS.map(|ending| stem.clone() + ending));
        for word in entries(names).chain(adjectives) {
            made.nations.entry(word).or_insert(Nation(number));
        }
        for words in entries(names).chain(entries(capitals)) {
            if let Some((first, _)) = words.split_once(' ') {
                made.states.entry(first.to_owned()).or_insert(None);
            }
            made.states.entry(words).or_insert(None).get_or_insert(Nation(number));
        }
        made.are_states.push(!names.is_empty());
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
    let nations = &LISTED.nations;
    nations.get(word).or_else(|| nations.get(word.behind_article()?)).copied()
}

/// The state of which a folded word speaks, or that word and the next: by name, adjective or capital.
///
/// ```
/// use sijill::arabic::fold::folded;
/// use sijill::arabic::lexicon::state;
/// let of = |word: &str, next: &str| state(&folded(word), &folded(next));
/// assert!(of("بيروت", "").is_some() && of("اللبنانية", "") == of("بيروت", ""));
/// assert!(of("الولايات", "المتحدة").is_some() && of("الولايات", "المتحدة") == of("الأميركي", ""));
/// assert_eq!((of("الولايات", "الشرقية"), of("العربية", "")), (None, None));
/// ```
pub fn state(word: &str, next: &str) -> Option<Nation> {
    let listed = &*LISTED;
    let by_name = || match listed.states.get(word)? {
        Some(found) => Some(*found),
        None => *listed.states.get([word, next].join(" ").as_str())?,
    };
    let by_adjective = || {
        let found = nation(word)?;
        listed.are_states.get(usize::from(found.0))?.then_some(found)
    };
    by_adjective().or_else(by_name)
}
