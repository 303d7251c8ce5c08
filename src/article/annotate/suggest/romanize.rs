//! An ASCII id from an Arabic name: as the world writes it where a list has it, by rule elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::arabic::fold::folded;

/// How public data writes names in Latin letters, by the folded name; made when first asked for.
static WRITTEN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../lexicon/generated/latin.txt").lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(name, latin)| (folded(name), latin)).collect()
});

/// Writes a name in Latin letters, as an id: «سامي الغريب» → `sami-al-gharib`.
///
/// Short vowels are not written in Arabic, so where no list has a word an `a` stands wherever
/// consonants would meet; an editor may know better, and may change the id before the entry is used.
///
/// ```
/// use sijill::article::annotate::suggest::romanize;
/// assert_eq!(romanize("سامي الغريب"), "sami-al-gharib");
/// assert_eq!(romanize("محمد شياع السوداني"), "mohamed-shiaa-al-sudani");
/// assert_eq!(romanize("الولايات المتحدة"), "united-states");
/// assert_eq!(romanize("لجنة النفط"), "lajana-al-nafat");
/// ```
pub fn romanize(name: &str) -> String {
    let folded = folded(name);
    if let Some(written) = WRITTEN.get(folded.as_str()) {
        return (*written).to_owned();
    }
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Vec<String> = words.map(word).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "name".to_owned() } else { parts.join("-") }
}

fn word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let written = |word: &str| WRITTEN.get(word).map(|latin| (*latin).to_owned());
    match word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
        // The lists write the article in many ways («El Guerrouj»); here it is always `al-`.
        Some(rest) => written(word)
            .filter(|latin| latin.starts_with("al-") || !latin.contains('-') && !latin.starts_with("el"))
            .unwrap_or_else(|| format!("al-{}", written(rest).unwrap_or_else(|| letters(rest)))),
        None => written(word).unwrap_or_else(|| letters(word)),
    }
}

fn letters(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut made = String::new();
    let mut after_consonant = false;
    for (at, &letter) in letters.iter().enumerate() {
        let last = at + 1 == letters.len();
        let (latin, vowel) = match letter {
            'ا' => ("a", true),
            'ه' if last => ("a", true),
            'و' if after_consonant => ("u", true),
            'ي' if after_consonant => ("i", true),
            other => (consonant(other), false),
        };
        if latin.is_empty() {
            continue;
        }
        if !vowel && after_consonant {
            made.push('a');
        }
        if !(vowel && made.ends_with(latin)) {
            made.push_str(latin);
        }
        after_consonant = !vowel && latin != "a";
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
        'ع' => "a",
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
