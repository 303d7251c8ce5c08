//! An ASCII id from an Arabic name: as the world writes it where a list has it, by rule elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::english;
use super::spelled::{Word, country, joined, spelled, written};
use crate::arabic::chars::is_tashkeel;
use crate::arabic::fold::folded;

/// Of the list written by hand, names whose vowel signs tell them from others: «عمّان», «عُمان».
static SIGNED: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../../arabic/lexicon/names/latin.txt").lines();
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter(|(name, _)| name.contains(is_tashkeel))
        .collect()
});

/// Whether the vowel signs of a name tell it from another.
pub(super) fn is_signed(name: &str) -> bool {
    SIGNED.contains_key(name)
}

/// Writes a name in Latin letters, as an id: «سامي الغريب» → `sami-al-gharib`.
///
/// Short vowels are not written in Arabic, so where no list has a word one stands wherever more
/// consonants would meet than a syllable bears; an editor may know better, and may change the id before the entry is used.
///
/// ```
/// use sijill::article::annotate::suggest::romanize;
/// assert_eq!(romanize("سامي الغريب"), "sami-al-gharib");
/// assert_eq!(romanize("محمد شياع السوداني"), "mohamed-shia-al-sudani");
/// assert_eq!(romanize("الولايات المتحدة"), "united-states");
/// assert_eq!(romanize("كتلة الرافدين"), "al-rafidin-bloc");
/// assert_eq!(romanize("وزارة الصحة المصرية"), "ministry-of-health-egypt");
/// assert_eq!(romanize("هيئة السياحة والآثار"), "tourism-and-antiquities-authority");
/// assert_eq!(romanize("جامعة القاهرة"), "cairo-university");
/// assert_eq!((romanize("عمّان"), romanize("عُمان")), ("amman".to_owned(), "oman".to_owned()));
/// ```
pub fn romanize(name: &str) -> String {
    if let Some(written) = SIGNED.get(name).copied().or_else(|| written(&folded(name))) {
        return written.to_owned();
    }
    let words: Vec<Word> = name
        .split(|c: char| !c.is_alphanumeric() && !is_tashkeel(c))
        .map(|word| Word {
            written: word.chars().filter(|&c| !is_tashkeel(c)).collect(),
            folded: folded(word),
        })
        .filter(|word| !word.folded.is_empty())
        .collect();
    if let Some(body) = with_country(&words).or_else(|| english::of_body(&words)) {
        return body;
    }
    let id = spelled(&words.iter().collect::<Vec<_>>());
    if id.is_empty() { "name".to_owned() } else { id }
}

/// «وزارة الخارجية العراقية» → `ministry-of-foreign-affairs-iraq`, where the list has the body.
fn with_country(words: &[Word]) -> Option<String> {
    let (nation, body) = words.split_last()?;
    let country = country(&nation.folded)?;
    Some(format!("{}-{country}", written(&joined(body))?))
}
