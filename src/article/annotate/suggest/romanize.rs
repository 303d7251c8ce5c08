//! An ASCII id from an Arabic name: as the world writes it where a list has it, by rule elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::english;
use super::spelled::{NameWord, country, joined, spelled, written};
use crate::arabic::chars::is_tashkeel;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{DISTRICT, PLACE, RARE_PLACE, phrases, phrases_beside};

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
/// assert_eq!(romanize("محمد صباح السوداني"), "mohamed-sabah-al-sudani");
/// assert_eq!(romanize("الولايات المتحدة"), "united-states");
/// assert_eq!(romanize("كتلة الرافدين"), "al-rafidin-bloc");
/// assert_eq!(romanize("وزارة الصحة المصرية"), "ministry-of-health-egypt");
/// assert_eq!(romanize("هيئة السياحة والآثار"), "tourism-and-antiquities-authority");
/// assert_eq!(romanize("جامعة القاهرة"), "cairo-university");
/// assert_eq!(romanize("سوق أهراس"), "souk-ahras");
/// assert_eq!((romanize("عمّان"), romanize("عُمان")), ("amman".to_owned(), "oman".to_owned()));
/// ```
pub fn romanize(name: &str) -> String {
    if let Some(written) = SIGNED.get(name).copied().or_else(|| written(&folded(name))) {
        return written.to_owned();
    }
    let words = words_of(name);
    // «سوق الشيوخ», a city, is no market.
    let body = || {
        let headed = with_country(&words).or_else(|| english::of_body(&words));
        headed.or_else(|| english::of_named(&words))
    };
    if let Some(body) = body().filter(|_| !is_listed_place(&words)) {
        return body;
    }
    let id = spelled(&words.iter().collect::<Vec<_>>());
    if id.is_empty() { "name".to_owned() } else { id }
}

/// Writes what articles are about, or what they count, as an id: in English where the list has every word of it.
///
/// ```
/// use sijill::article::annotate::suggest::romanize_subject;
/// assert_eq!(romanize_subject("الحوار الاستراتيجي"), "strategic-dialogue");
/// assert_eq!(romanize_subject("جنديًا"), "soldiers");
/// assert_eq!(romanize_subject("طن: الطحين المدعوم"), "tons-subsidized-flour");
/// ```
pub fn romanize_subject(name: &str) -> String {
    // «طن: الطحين المدعوم»: what is counted, and what its sentences have.
    if let Some((counted, beside)) = name.split_once(": ") {
        return format!("{}-{}", romanize_subject(counted), romanize_subject(beside));
    }
    let words = words_of(name);
    let english = english::of_counted(&words).or_else(|| english::of_phrase(&words));
    english.unwrap_or_else(|| romanize(name))
}

/// The words of a name, without signs.
fn words_of(name: &str) -> Vec<NameWord> {
    let words =
        name.split(|c: char| !c.is_alphanumeric() && !is_tashkeel(c)).map(|word| NameWord {
            written: word.chars().filter(|&c| !is_tashkeel(c)).collect(),
            folded: folded(word),
        });
    words.filter(|word| !word.folded.is_empty()).collect()
}

/// Whether a list of cities has a name of several words.
fn is_listed_place(words: &[NameWord]) -> bool {
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    let is_rest = |listed: &[String]| listed.iter().eq(rest.iter().map(|word| &word.folded));
    let mut listed = phrases(&first.folded).iter().chain(phrases_beside(&first.folded));
    listed.any(|(listed, kinds)| kinds.any(PLACE | RARE_PLACE | DISTRICT) && is_rest(listed))
}

/// «وزارة الخارجية العراقية» → `ministry-of-foreign-affairs-iraq`, where the list has the body.
fn with_country(words: &[NameWord]) -> Option<String> {
    let (nation, body) = words.split_last()?;
    let country = country(&nation.folded)?;
    Some(format!("{}-{country}", written(&joined(body))?))
}
