//! Letters of Persian and Urdu keyboards in Arabic words: ک ی ہ ھ.
//!
//! A word that has a letter which Arabic has not («گفت», «ئاکرێ») is left alone.

use super::super::chars::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::{forms, invisible};
use crate::arabic::clitics::{AND, Onto, SO};

/// Whether the letter looks like one of Arabic in some of its shapes.
pub(super) const fn is_lookalike(c: char) -> bool {
    matches!(c, 'ک' | 'ی' | 'ہ' | 'ھ')
}

/// Words whose last letter is ى; any other word ends with ي.
const WITH_ALEF_MAKSURA: [&str; 39] = [
    "إلى",
    "الى",
    "على",
    "حتى",
    "متى",
    "مدى",
    "لدى",
    "سوى",
    "أولى",
    "الأولى",
    "الاولى",
    "أخرى",
    "الأخرى",
    "اخرى",
    "الاخرى",
    "كبرى",
    "الكبرى",
    "صغرى",
    "الصغرى",
    "وسطى",
    "الوسطى",
    "قصوى",
    "القصوى",
    "عظمى",
    "العظمى",
    "أعلى",
    "الأعلى",
    "أقصى",
    "الأقصى",
    "مصطفى",
    "موسى",
    "عيسى",
    "يحيى",
    "مستشفى",
    "المستشفى",
    "ذكرى",
    "جرى",
    "أجرى",
    "التقى",
];

/// The word of the last question, so that a long word is walked once.
#[derive(Default)]
pub(super) struct WordAround {
    end: usize,
    is_arabic: bool,
    /// Where its last letter stands.
    last: usize,
    ends_with_alef_maksura: bool,
}

impl WordAround {
    /// What a look-alike in the word around `at` is to be.
    pub(super) fn repaired(&mut self, letter: char, text: &str, at: usize) -> char {
        if at >= self.end {
            *self = Self::around(text, at);
        }
        if !self.is_arabic {
            return letter;
        }
        match letter {
            'ک' => 'ك',
            'ہ' | 'ھ' => 'ه',
            'ی' if at == self.last && self.ends_with_alef_maksura => 'ى',
            'ی' => 'ي',
            other => other,
        }
    }

    fn around(text: &str, at: usize) -> Self {
        let start = text[..at]
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_in_word(c))
            .last()
            .map_or(at, |(start, _)| start);
        let end = text[at..]
            .char_indices()
            .find(|&(_, c)| !is_in_word(c))
            .map_or(text.len(), |(length, _)| at + length);
        let word = &text[start..end];
        let letters = || {
            word.char_indices().filter(|&(_, c)| is_arabic_letter(c) && forms::marks(c).is_none())
        };
        let last = letters().next_back().map_or(start, |(inner, _)| start + inner);
        Self {
            end,
            is_arabic: letters().all(|(_, c)| is_of_arabic(c)),
            last,
            ends_with_alef_maksura: is_listed(word),
        }
    }
}

/// Whether Arabic words are written with the letter, look-alikes counted in; of a form, with its letters.
fn is_of_arabic(c: char) -> bool {
    let is_arabic =
        |c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | 'ٱ') || is_lookalike(c);
    if forms::is_form(c) {
        forms::letters(c).chars().all(|c| is_arabic(c) || !is_arabic_letter(c))
    } else {
        is_arabic(c)
    }
}

/// Whether the word, without its marks and a «و» or «ف» before it, is one that ends with ى.
fn is_listed(word: &str) -> bool {
    const LONGEST: usize = 8;
    let mut letters = String::new();
    let shown = word.chars().filter(|&c| {
        !is_tashkeel(c) && c != TATWEEL && !invisible::falls_away(c) && forms::marks(c).is_none()
    });
    for (count, c) in shown.enumerate() {
        if count > LONGEST {
            return false;
        }
        if forms::is_form(c) { letters.push_str(&forms::letters(c)) } else { letters.push(c) }
    }
    let Some(stem) = letters.strip_suffix('ی') else { return false };
    let stem = stem.replace('ک', "ك").replace(['ہ', 'ھ'], "ه");
    let is_known =
        |stem: &str| WITH_ALEF_MAKSURA.iter().any(|word| word.strip_suffix('ى') == Some(stem));
    is_known(&stem) || stem.behind(AND | SO).is_some_and(is_known)
}

/// Whether a character belongs to a word of the Arabic script, marks and what falls away included.
fn is_in_word(c: char) -> bool {
    (is_arabic_letter(c) && !forms::is_symbol(c))
        || is_tashkeel(c)
        || c == TATWEEL
        || invisible::falls_away(c)
}
