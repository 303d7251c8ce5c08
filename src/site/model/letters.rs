//! Names in alphabetical order, and the letters of an index.

use crate::arabic::collate::{Heads, letter_heading, sort_key};

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
    items.sort_by_cached_key(|item| sort_key(name(item), heads(skip_kunya)));
}

/// Groups names that are sorted already by their first letter.
pub fn letter_index<T>(
    items: Vec<T>,
    skip_kunya: bool,
    name: impl Fn(&T) -> &str,
) -> Vec<Letter<T>> {
    let mut letters: Vec<Letter<T>> = Vec::new();
    for item in items {
        let letter = letter_heading(name(&item), heads(skip_kunya)).to_string();
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

fn heads(skip_kunya: bool) -> Heads {
    if skip_kunya { Heads::Skipped } else { Heads::Counted }
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
        assert_eq!(
            letters.iter().map(|letter| letter.letter.as_str()).collect::<Vec<_>>(),
            ["أ", "ب", "ع", "و"]
        );
    }
}
