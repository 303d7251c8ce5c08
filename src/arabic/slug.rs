//! The last part of a path, made from a title or a file's name.
//!
//! Arabic letters stay: browsers show them, and nobody has to agree on a
//! romanization. What file systems or readers cannot tell apart falls away.

use sha2::{Digest, Sha256};

use super::chars::{TATWEEL, digit_value, is_tashkeel};
use super::normalize::normalize;

/// The most bytes a slug has, unless it is asked for fewer.
///
/// ```
/// use sijill::arabic::slug::{SLUG_BYTES, slug};
/// assert!(slug(&"كلمة ".repeat(100)).len() <= SLUG_BYTES);
/// ```
pub const SLUG_BYTES: usize = 200;

/// How many hexadecimal digits mark a slug that was cut, or made of nothing.
const HASH_DIGITS: usize = 8;

/// The slug of a text.
///
/// It is in NFC, has no marks, controls or spaces, no more than [`SLUG_BYTES`]
/// bytes, and is never empty. An ASCII id stays as it is.
///
/// ```
/// use sijill::arabic::slug::slug;
/// assert_eq!(slug("الجولةُ الثالثة: بغداد وواشنطن!"), "الجولة-الثالثة-بغداد-وواشنطن");
/// assert_eq!(slug("strategic-dialogue_3.v2"), "strategic-dialogue_3.v2");
/// assert!(slug("؟!").starts_with("n-"));
/// ```
pub fn slug(text: &str) -> String {
    slug_within(text, SLUG_BYTES)
}

/// The slug of a text, of at most `limit` bytes (never less than 16).
///
/// Where the text is longer, it is cut at the end of a word and marked with a
/// hash of the whole, so that two long titles that begin alike stay two.
///
/// ```
/// use sijill::arabic::slug::slug_within;
/// let short = slug_within("بيان مشترك عن نتائج الاجتماع الرابع", 40);
/// assert!(short.starts_with("بيان-مشترك-عن-") && short.len() <= 40);
/// ```
pub fn slug_within(text: &str, limit: usize) -> String {
    if !text.is_empty() && text.len() <= limit && is_id(text) {
        return text.to_owned();
    }
    let words = words(text);
    if words.is_empty() {
        return format!("n-{}", hash(text));
    }
    let whole = words.join("-");
    let limit = limit.max(16);
    if whole.len() <= limit {
        return whole;
    }
    let room = limit - HASH_DIGITS - 1;
    let mut kept = String::new();
    for word in &words {
        if kept.len() + usize::from(!kept.is_empty()) + word.len() > room {
            break;
        }
        if !kept.is_empty() {
            kept.push('-');
        }
        kept.push_str(word);
    }
    if kept.is_empty() {
        // One word that is longer than the room: cut at a character.
        let end = whole
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|&end| end <= room)
            .last()
            .unwrap_or(0);
        kept.push_str(&whole[..end]);
    }
    format!("{kept}-{}", hash(&whole))
}

/// Whether the text already is an id that every file system takes.
fn is_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().all(is_plain)
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
}

/// The runs of letters and digits, without marks and strokes.
fn words(text: &str) -> Vec<String> {
    let shown = normalize(text).text;
    let mut words = vec![String::new()];
    for c in shown.chars().filter(|&c| !is_tashkeel(c) && c != TATWEEL) {
        if c.is_alphanumeric() || digit_value(c).is_some() {
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        } else if words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    // Lower case can leave a mark that composes with the letter before it.
    words.into_iter().map(|word| normalize(&word).text).collect()
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(HASH_DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_are_cut_at_words_and_stay_apart() {
        let title = "كلمة ".repeat(60);
        let (one, two) = (slug(&format!("{title}أولى")), slug(&format!("{title}ثانية")));
        assert!(one.len() <= SLUG_BYTES && two.len() <= SLUG_BYTES);
        assert_ne!(one, two);
        assert!(one.starts_with("كلمة-كلمة-"));
        let single = slug(&"م".repeat(500));
        assert!(single.len() <= SLUG_BYTES && single.starts_with("ممم"));
    }

    #[test]
    fn nothing_that_paths_cannot_bear_is_left() {
        for (text, expected) in [
            ("../../etc/passwd", "etc-passwd"),
            (".hidden", "hidden"),
            ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
            ("قـال مُحَمَّد\u{200F}", "قال-محمد"),
            ("ﺑﻐﺪﺍﺩ", "بغداد"),
            ("  عن  «الحوار»  ", "عن-الحوار"),
            ("Über Straße", "über-straße"),
        ] {
            assert_eq!(slug(text), expected);
        }
        assert_ne!(slug("؟"), slug("!"));
        assert!(slug("").starts_with("n-"));
    }
}
