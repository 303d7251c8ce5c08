//! An ASCII id from an Arabic name: as the world writes it where a list has it, by rule elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::fold::folded;

/// How the news and public data write names in Latin letters, by the folded name; made when first asked for.
static WRITTEN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    // What stands later goes before: the list written by hand knows the names of the news better.
    let lists = [
        include_str!("../../../arabic/lexicon/names/generated/latin.txt"),
        include_str!("../../../arabic/lexicon/names/latin.txt"),
    ];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, latin)| (folded(name), latin))
        .collect()
});

/// Writes a name in Latin letters, as an id: «سامي الغريب» → `sami-al-gharib`.
///
/// Short vowels are not written in Arabic, so where no list has a word an `a` stands wherever more
/// consonants would meet than a syllable bears; an editor may know better, and may change the id before the entry is used.
///
/// ```
/// use sijill::article::annotate::suggest::romanize;
/// assert_eq!(romanize("سامي الغريب"), "sami-al-gharib");
/// assert_eq!(romanize("محمد شياع السوداني"), "mohamed-shia-al-sudani");
/// assert_eq!(romanize("الولايات المتحدة"), "united-states");
/// assert_eq!(romanize("كتلة الرافدين"), "katla-al-rafdin");
/// assert_eq!(romanize("وزارة الصحة المصرية"), "ministry-of-health-egypt");
/// assert_eq!(romanize("جامعة القاهرة"), "cairo-university");
/// ```
pub fn romanize(name: &str) -> String {
    let folded = folded(name);
    if let Some(written) = WRITTEN.get(folded.as_str()) {
        return (*written).to_owned();
    }
    if let Some(body) = of_body(&folded) {
        return body;
    }
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Vec<String> = words.map(word).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "name".to_owned() } else { parts.join("-") }
}

/// «وزارة الخارجية العراقية» → `ministry-of-foreign-affairs-iraq`, «جامعة القاهرة» → `cairo-university`: bodies whose
/// head the world writes in one way.
fn of_body(folded: &str) -> Option<String> {
    let written = |name: &str| WRITTEN.get(name).copied();
    let (rest, nation) = folded.rsplit_once(' ')?;
    // A table row «دولة العراقية» gives the country of an adjective.
    let country = written(&format!("دوله {nation}"));
    if let (Some(body), Some(country)) = (written(rest), country) {
        return Some(format!("{body}-{country}"));
    }
    let (head, name) = folded.split_once(' ')?;
    let head = written(&format!("راس {head}"))?;
    Some(format!("{}-{head}", romanize(name)))
}

fn word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let written = |word: &str| WRITTEN.get(word).map(|latin| (*latin).to_owned());
    match word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
        // The lists write the article in many ways («El Guerrouj»); here it is always `al-`.
        Some(rest) => written(word)
            .filter(|latin| {
                latin.starts_with("al-") || !latin.contains('-') && !latin.starts_with("el")
            })
            .unwrap_or_else(|| format!("al-{}", written(rest).unwrap_or_else(|| letters(rest)))),
        None => written(word).unwrap_or_else(|| letters(word)),
    }
}

fn letters(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    // The sounds of a word, and whether each is a vowel.
    let mut sounds: Vec<(&str, bool)> = Vec::with_capacity(letters.len());
    for (at, &letter) in letters.iter().enumerate() {
        let after_consonant = sounds.last().is_some_and(|&(_, vowel)| !vowel);
        let sound = match letter {
            'ا' => ("a", true),
            'ه' if at + 1 == letters.len() => ("a", true),
            'و' if after_consonant => ("u", true),
            'ي' if after_consonant => ("i", true),
            'ع' => ("a", true),
            other => (consonant(other), false),
        };
        let drawn_out = sound.1 && sounds.last() == Some(&sound);
        if !sound.0.is_empty() && !drawn_out {
            sounds.push(sound);
        }
    }
    with_short_vowels(&sounds)
}

/// Puts an `a` where consonants meet: behind the first of those that open a word, between
/// the last two that close it, and elsewhere behind the second of three.
fn with_short_vowels(sounds: &[(&str, bool)]) -> String {
    let mut made = String::new();
    let mut at = 0;
    for run in sounds.chunk_by(|(_, one), (_, other)| one == other) {
        let (opens, closes) = (at == 0, at + run.len() == sounds.len());
        for (place, (sound, vowel)) in run.iter().enumerate() {
            let before_last = closes && place + 1 == run.len();
            let behind_two = if opens {
                place == 1 || place > 1 && place % 2 == 1
            } else {
                place > 0 && place % 2 == 0
            };
            if !vowel && place > 0 && (before_last || behind_two) {
                made.push('a');
            }
            made.push_str(sound);
        }
        at += run.len();
    }
    made
}

const fn consonant(letter: char) -> &'static str {
    match letter {
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "w",
        'ي' => "y",
        '0' => "0",
        '1' => "1",
        '2' => "2",
        '3' => "3",
        '4' => "4",
        '5' => "5",
        '6' => "6",
        '7' => "7",
        '8' => "8",
        '9' => "9",
        _ => "",
    }
}
