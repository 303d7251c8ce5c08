//! The patterns of Arabic words: a word that fits one is built from a root, and so no foreign name.

use std::sync::LazyLock;

/// Patterns of nouns and verbs; «1» stands for a consonant of the root, which is none of ا و ي.
const PATTERNS: [&str; 61] = [
    "ا1ط1ا1",
    "ا1د1ا1",
    "ا1ط1ا1ي",
    "ا1ت1ا1ي",
    "ت11ي1",
    "ت11ي1ه",
    "ت11ا1",
    "ت1ا11",
    "ت111ه",
    "ا11ا1",
    "ا11ا1ه",
    "ا1ت1ا1",
    "ا1ت1ا1ه",
    "ان11ا1",
    "است11ا1",
    "است1ا1ه",
    "م1ا11",
    "م1ا11ه",
    "م11و1",
    "م11و1ه",
    "م111ه",
    "م111",
    "1وا11",
    "11اي1",
    "11ا11",
    "11ا1ي1",
    "11ا1ه",
    "11و1ه",
    "11ي1ه",
    "1ا11ه",
    "ت1ا1ي1",
    "م1ا1ي1",
    "ا1ا1ي1",
    "م1ت11",
    "م1ت11ه",
    "مت111",
    "مت1ا11",
    "من111",
    "مست111",
    "ي111",
    "ت111",
    "ن111",
    "ا111",
    "ا1ت11",
    "ان111",
    "است111",
    "ي1ت11",
    "ت1ت11",
    "يت111",
    "تت111",
    "ين111",
    "تن111",
    "يت1ا11",
    "تت1ا11",
    "يست111",
    "ي1ا11",
    "ت11ي1ي",
    "1ا1و1",
    "11ا1ي",
    "111ه",
    "111ا1ه",
];

/// Endings that grammar adds, longest first.
const ENDINGS: [&str; 19] = [
    "تهما", "هما", "تها", "تهم", "يين", "تين", "ون", "ين", "ان", "ات", "وا", "ها", "هم", "نا",
    "ته", "ه", "ت", "ا", "ي",
];

/// What grammar writes before a word.
const OPENINGS: [&str; 15] =
    ["و", "ف", "ب", "ل", "ك", "س", "وس", "وب", "ول", "فس", "بال", "وال", "لل", "ال", "وبال"];

/// Whether a word ends as sound plurals do: «الإجراءات», «المواطنين».
pub(super) fn is_plural(word: &str) -> bool {
    ["ات", "ون", "ين"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a folded word fits a pattern, as it stands or without what grammar writes onto it.
pub(super) fn fits(word: &str) -> bool {
    let whole = OPENINGS.iter().filter_map(|opening| word.strip_prefix(opening)).chain([word]);
    whole.into_iter().any(|stem| {
        is_pattern(stem)
            || ENDINGS.iter().filter_map(|ending| stem.strip_suffix(ending)).any(is_pattern)
    })
}

/// The longest pattern, in letters.
const LONGEST: usize = 8;

/// The patterns by their number of letters.
static BY_LENGTH: LazyLock<[Vec<Vec<char>>; LONGEST + 1]> = LazyLock::new(|| {
    let mut by_length: [Vec<Vec<char>>; LONGEST + 1] = std::array::from_fn(|_| Vec::new());
    for pattern in PATTERNS {
        let slots: Vec<char> = pattern.chars().collect();
        by_length[slots.len().min(LONGEST)].push(slots);
    }
    by_length
});

pub(super) fn is_pattern(word: &str) -> bool {
    let mut letters = ['\0'; LONGEST];
    let mut count = 0;
    for letter in word.chars() {
        if count == LONGEST {
            return false;
        }
        letters[count] = letter;
        count += 1;
    }
    let vowel = |letter: char| matches!(letter, 'ا' | 'و' | 'ي');
    let fits = |pattern: &Vec<char>| {
        // «و» is of the root (توجيه، محاولة) only where the pattern itself is plain to see: elsewhere it is a vowel far more often.
        let plain_to_see = pattern.iter().filter(|&&slot| slot != '1').count() >= 2;
        let root =
            |at: usize, letter: char| !vowel(letter) || (letter == 'و' && at > 0 && plain_to_see);
        pattern.iter().zip(&letters).enumerate().all(|(at, (&slot, &letter))| {
            if slot == '1' { root(at, letter) } else { slot == letter }
        })
    };
    count >= 4 && BY_LENGTH[count].iter().any(fits)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn words_built_from_roots_fit_and_foreign_names_do_not() {
        for word in ["تقديم", "وتعزيز", "انسجام", "استخدام", "بتوجيه", "محاوله", "يستعرض", "صواريخ"]
        {
            assert!(fits(word), "{word}");
        }
        for word in ["شوماخر", "كالديرون", "جوليانا", "كيسنجر", "فيرسلاين"]
        {
            assert!(!fits(word), "{word}");
        }
    }
}
