//! Words that are often there: one letter each in the texts of the index, with the space after it.
//!
//! Each file of the index is packed by itself, so that a word of all texts would be spelled in every one of them.

use sha2::{Digest as _, Sha256};

use super::code::Swap;
use crate::arabic::quick_hash::WordMap;
use crate::site::output::Key;

/// How many words there are for each that is taken.
const WORDS_FOR_ONE: usize = 20;

/// The most that are taken: more take more room in the first file than they save.
const MOST: usize = 1_500;

/// How often a word must be there.
const LEAST: usize = 4;

/// The letters that may stand for words: two bytes each.
const LETTERS: std::ops::Range<char> = '\u{A1}'..'\u{700}';

/// What may stand between words; no space is left out before or after it.
pub(super) const PARTING: &str = " \n\t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»،؛؟…–—“”‘’٪";

/// The words whose letters take the most room, sorted.
pub(super) fn chosen<'w>(counts: impl Iterator<Item = (&'w str, usize)>) -> Vec<String> {
    let (mut all, mut found) = (0, Vec::new());
    for (word, count) in counts {
        all += count;
        // One letter is left of each.
        let saved = count * word.chars().count().saturating_sub(1);
        if saved > 0 && count >= LEAST && !word.contains(|c| PARTING.contains(c)) {
            found.push((saved, word));
        }
    }
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    found.truncate((all / WORDS_FOR_ONE).min(MOST));
    let mut words: Vec<String> = found.into_iter().map(|(_, word)| word.to_owned()).collect();
    words.sort_unstable();
    words
}

/// The letters of words.
pub(super) struct Letters {
    letters: WordMap<String, char>,
    /// A digest of all of them.
    digest: Key,
    parting: Vec<bool>,
}

/// Letters that texts have themselves, as far as they might stand for words; sorted.
pub(super) fn taken<'t>(texts: impl Iterator<Item = &'t str>, swap: &Swap) -> String {
    let mut taken = vec![false; LETTERS.end as usize];
    let mut take = |c: char| {
        if let Some(taken) = taken.get_mut(c as usize) {
            *taken = true;
        }
    };
    // Latin letters become Arabic ones.
    ('A'..='z').for_each(|c| take(swap.letter(c)));
    for text in texts {
        text.chars().for_each(&mut take);
    }
    LETTERS.filter(|&c| taken.get(c as usize).is_some_and(|taken| *taken)).collect()
}

impl Letters {
    /// Gives each word the next letter that no text has; words beyond the last letter have none.
    pub(super) fn new(words: &[String], taken: &str) -> Self {
        let free = LETTERS.filter(|&c| !taken.contains(c));
        let mut letters = WordMap::default();
        letters.extend(words.iter().cloned().zip(free));
        let digest = Sha256::digest(format!("{} {taken}", words.join(" "))).into();
        Self {
            letters,
            digest,
            parting: ('\0'..LETTERS.end).map(|c| PARTING.contains(c)).collect(),
        }
    }

    /// A digest of all that decides how a text is packed.
    pub(super) fn digest(&self) -> &Key {
        &self.digest
    }

    /// Whether a letter may stand between words.
    fn parts(&self, c: char) -> bool {
        self.parting.get(c as usize).copied().unwrap_or_else(|| PARTING.contains(c))
    }

    /// A text with letters for its words, and its other letters exchanged.
    pub(super) fn packed(&self, text: &str, swap: &Swap) -> String {
        let mut packed = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(|c| self.parts(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let mut next = after.chars();
            let (first, second) = (next.next(), next.next());
            rest = after;
            match self.letters.get(word) {
                Some(&letter) => {
                    packed.push(letter);
                    let goes_on = first == Some(' ') && second.is_some_and(|c| !self.parts(c));
                    rest = if goes_on { &after[1..] } else { after };
                    if goes_on {
                        continue;
                    }
                }
                None => packed.extend(word.chars().map(|c| swap.letter(c))),
            }
            if let Some(mark) = first {
                packed.push(swap.letter(mark));
                rest = &rest[mark.len_utf8()..];
            }
        }
        packed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_letters_and_keep_their_marks() {
        let words = ["العراق".to_owned(), "في".to_owned()];
        let letters = Letters::new(&words, "\u{A2}");
        // Exchanged twice, a text is as it was.
        let swap = Swap::new();
        let packed = |text: &str| swap.text(&letters.packed(text, &swap));
        assert_eq!(packed("في العراق، في «العراق» غدًا"), "\u{A3}\u{A1}، \u{A3} «\u{A1}» غدًا");
        assert_eq!(packed("في كتاب في\nالعراق"), "\u{A3}كتاب \u{A3}\n\u{A1}");
        assert_eq!(packed(" في  العراق "), " \u{A3}  \u{A1} ");
        assert_eq!(packed(""), "");
    }

    #[test]
    fn the_words_that_take_most_room_are_chosen() {
        let counts = [("العراق", 90), ("في", 80), ("ا", 70), ("نادر", 3), ("2,500", 40)];
        assert_eq!(chosen(counts.into_iter()), ["العراق", "في"]);
    }
}
