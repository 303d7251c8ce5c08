//! The letters that a word shares with its kin: «كاتب», «مكتوب» and «كتابة» all have كتب.

use super::affixes::{is_arabic, length};

/// What a stem begins with that is not its root's, longest first.
pub(super) const BEFORE: [&str; 10] = ["است", "مست", "مت", "ان", "ات", "م", "ت", "ا", "ي", "ن"];

/// What a stem ends with that is not its root's, longest first.
pub(super) const AFTER: [&str; 12] = ["انيه", "اني", "يات", "يه", "ات", "ان", "ون", "ين", "وي", "ه", "ي", "ا"];

/// The family of a stem: its letters without the vowels and what forms add.
///
/// Blurs far more than [`stem`](super::stem), so a hit by family counts less.
/// Never empty for a word that is not.
///
/// ```
/// use sijill::arabic::stem::family;
/// assert_eq!(family("كتابه"), family("مكتوب"));
/// assert_eq!(family("عراقي"), family("عراق"));
/// ```
pub fn family(stem: &str) -> String {
    if !is_arabic(stem) {
        return stem.to_owned();
    }
    let stem = AFTER.into_iter().find_map(|after| stem.strip_suffix(after).filter(|rest| length(rest) >= 3)).unwrap_or(stem);
    // «انتخب» is from نخب, «انسحب» from سحب.
    let stem = stem.strip_prefix('ا').filter(|rest| rest.starts_with("نت")).unwrap_or(stem);
    let stem = BEFORE
        .into_iter()
        .filter(|_| !stem.starts_with("نت"))
        .find_map(|before| stem.strip_prefix(before).filter(|rest| length(rest) >= 3))
        .unwrap_or(stem);
    let last = length(stem) - 1;
    // The weak letters come and go; a hamza only at the ends.
    let strong = |&(at, letter): &(usize, char)| at == 0 || !(matches!(letter, 'ا' | 'و' | 'ي') || (letter == 'ء' && at == last));
    let mut family: Vec<char> = stem.chars().enumerate().filter(strong).map(|(_, letter)| letter).collect();
    if family.len() >= 4 && family[1] == 'ت' {
        // The ت that «اقترح» has and «قرار» has not.
        family.remove(1);
    }
    let family: String = family.into_iter().collect();
    if length(&family) >= 2 { family } else { stem.to_owned() }
}
