//! Names in alphabetical order, and the letters of an index.

use crate::arabic::fold::folded;

/// One letter of an index and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter<T> {
    /// The letter: «ع»; «#» for what begins with none.
    pub letter: String,
    /// A fragment id in ASCII: `l-9`.
    pub anchor: String,
    /// What stands under it, in order.
    pub items: Vec<T>,
}

/// Sorts by name: «ال», marks and the seat of hamza are no part of the order.
pub fn sort_by_name<T>(items: &mut [T], skip_kunya: bool, name: impl Fn(&T) -> &str) {
    items.sort_by_cached_key(|item| (sort_key(name(item), skip_kunya), name(item).to_owned()));
}

/// Groups names that are sorted already by their first letter.
pub fn letter_index<T>(items: Vec<T>, skip_kunya: bool, name: impl Fn(&T) -> &str) -> Vec<Letter<T>> {
    let mut letters: Vec<Letter<T>> = Vec::new();
    for item in items {
        let letter = first_letter(name(&item), skip_kunya);
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.items.push(item),
            None => {
                let anchor = format!("l-{}", letters.len() + 1);
                letters.push(Letter { letter, anchor, items: vec![item] });
            }
        }
    }
    letters
}

fn first_letter(name: &str, skip_kunya: bool) -> String {
    let first = sort_key(name, skip_kunya).chars().find(|c| c.is_alphanumeric());
    match first {
        Some('ا' | 'ء') => "أ".to_owned(),
        Some(c) if c.is_numeric() => "#".to_owned(),
        Some(c) => c.to_uppercase().to_string(),
        None => "#".to_owned(),
    }
}

/// What decides the order: the folded name without «ال», and without kunya where that is asked for.
fn sort_key(name: &str, skip_kunya: bool) -> String {
    let folded = folded(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    if skip_kunya && words.len() > 1 && matches!(words[0], "ابو" | "ابن" | "ال" | "عبد" | "ام") {
        words.remove(0);
    }
    let bare: Vec<&str> =
        words.iter().map(|word| word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(word)).collect();
    bare.join(" ").replace('ء', "ا")
}

/// A text as one part of a path: no slashes, no spaces, nothing that a file system or an address refuses.
pub(super) fn path_part(text: &str) -> String {
    let mut made = String::new();
    for c in crate::arabic::normalize::normalize(text.trim()).text.chars() {
        match c {
            c if c.is_alphanumeric() || crate::arabic::chars::is_tashkeel(c) || matches!(c, '-' | '_' | '~') => made.push(c),
            '.' if !made.is_empty() => made.push(c),
            _ if !made.ends_with('-') && !made.is_empty() => made.push('-'),
            _ => {}
        }
    }
    let mut end = made.len().min(200);
    while !made.is_char_boundary(end) {
        end -= 1;
    }
    made[..end].trim_end_matches(['-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_skipped() {
        let mut names = vec!["واشنطن", "البنتاغون", "أربيل", "العراق", "إيران"];
        sort_by_name(&mut names, false, |name| name);
        assert_eq!(names, ["أربيل", "إيران", "البنتاغون", "العراق", "واشنطن"]);
        let letters = letter_index(names, false, |name| name);
        assert_eq!(letters.iter().map(|letter| letter.letter.as_str()).collect::<Vec<_>>(), ["أ", "ب", "ع", "و"]);
    }

    #[test]
    fn a_part_of_a_path_has_no_slash_and_no_space() {
        assert_eq!(path_part("  ../انطلاق الجولة: الثالثة/ "), "انطلاق-الجولة-الثالثة");
        assert_eq!(path_part("third-round.v2"), "third-round.v2");
        assert!(path_part(&"ط".repeat(400)).len() <= 200);
    }
}
