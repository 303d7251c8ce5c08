//! One key for the spellings of a name.

use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;

/// The consonants of each word, with letters that writers exchange made one; vowels fall
/// away where enough is left to tell names apart, and so does «ال».
pub(super) fn key(name: &str) -> String {
    let folded = folded(name);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(word_key)
        .collect();
    words.join(" ")
}

fn word_key(word: &str) -> String {
    let bare = word.behind_article().filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    let mut letters: String = bare.chars().map(exchanged).collect();
    // «سورية» and «سوريا» sound alike.
    if letters.ends_with('ه') {
        letters.pop();
        letters.push('ا');
    }
    let consonants: String = letters
        .chars()
        .enumerate()
        .filter(|&(at, c)| at == 0 || !matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ه'))
        .map(|(_, c)| c)
        .collect();
    if consonants.chars().count() >= 4 { consonants } else { letters }
}

/// Whether two words are spellings of one: they sound alike, and no long vowel of one is another in the other («محمود», «المحاميد»).
pub(super) fn are_one(a: &str, b: &str) -> bool {
    key(a) == key(b) && {
        let (a, b) = (vowels(a), vowels(b));
        a.iter().zip(&b).all(|(a, b)| a.is_empty() || b.is_empty() || a == b)
    }
}

/// The long vowels behind each consonant of a word, without its «ال».
fn vowels(word: &str) -> Vec<String> {
    let folded = folded(word);
    let bare = folded.behind_article().filter(|rest| rest.chars().count() > 2).unwrap_or(&folded);
    let mut found = vec![String::new()];
    for (at, letter) in bare.chars().enumerate() {
        if at > 0 && matches!(letter, 'ا' | 'و' | 'ي') {
            found.iter_mut().last().into_iter().for_each(|vowels| vowels.push(letter));
        } else {
            found.push(String::new());
        }
    }
    found
}

/// Letters by which the sounds of other languages are written now one way, now another.
fn exchanged(c: char) -> char {
    match c {
        'ط' => 'ت',
        'ص' | 'ث' => 'س',
        'ض' => 'د',
        'ظ' => 'ز',
        'غ' | 'ك' | 'ق' => 'ج',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{are_one, key};

    #[test]
    fn exchanged_letters_meet_and_other_names_do_not() {
        assert_eq!(key("أنتوني"), key("أنطوني"));
        assert_eq!(key("ماكغورك"), key("ماكجورك"));
        assert_eq!(key("غونزاليس"), key("جونزاليس"));
        assert_eq!(key("سورية"), key("سوريا"));
        assert_ne!(key("سالم"), key("سليم"));
        assert_ne!(key("كمال"), key("جميل"));
        assert!(are_one("الحريري", "حريري") && are_one("غونزاليس", "جونزالس"));
        assert!(!are_one("محمود", "المحاميد"));
    }
}
