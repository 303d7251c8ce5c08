//! An ASCII id from an Arabic name, by rule.

use crate::arabic::fold::folded;

/// Writes a name in Latin letters, as an id: «سامي الغريب» → `sami-al-gharib`.
///
/// Short vowels are not written in Arabic, so an `a` stands wherever consonants would
/// meet; an editor may know better, and may change the id before the entry is used.
///
/// ```
/// use sijill::article::annotate::suggest::romanize;
/// assert_eq!(romanize("سامي الغريب"), "sami-al-gharib");
/// assert_eq!(romanize("لجنة النفط"), "lajana-al-nafat");
/// ```
pub fn romanize(name: &str) -> String {
    let folded = folded(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let parts: Vec<String> = words.map(word).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "name".to_owned() } else { parts.join("-") }
}

fn word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    match word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
        Some(rest) => format!("al-{}", letters(rest)),
        None => letters(word),
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
