//! Marks on letters: NFC.
//!
//! Newsrooms write «أيضاً» and «أيضًا»; Unicode's own forms keep the two apart, and so does this.
//! Folding drops the tanwin wherever it stands.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use super::super::chars::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::{forms, invisible};

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// A text in NFC.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    NFC.normalize(text)
}

/// The marks that a character adds to the letter before it; nothing where it is no mark.
fn marks_of(c: char) -> Option<Cow<'static, str>> {
    if let Some(marks) = forms::marks(c) {
        return Some(Cow::Borrowed(marks));
    }
    is_attached(c).then(|| Cow::Owned(c.to_string()))
}

/// Whether NFC may move the character or join it with the one before.
fn is_attached(c: char) -> bool {
    match c {
        '\0'..='\u{02FF}' => false,
        '\u{0600}'..='\u{06FF}' => is_tashkeel(c),
        _ => composes_backwards(c) || CanonicalCombiningClassMapBorrowed::new().get_u8(c) != 0,
    }
}

/// The starters that join with the starter before them, and three that are made of marks alone.
fn composes_backwards(c: char) -> bool {
    matches!(c, '\u{09BE}' | '\u{09D7}' | '\u{0B3E}' | '\u{0B56}' | '\u{0B57}' | '\u{0BBE}' | '\u{0BD7}' | '\u{0CC2}' | '\u{0CD5}' | '\u{0CD6}'
        | '\u{0D3E}' | '\u{0D57}' | '\u{0DCF}' | '\u{0DDF}' | '\u{0F73}' | '\u{0F75}' | '\u{0F81}' | '\u{102E}' | '\u{1161}'..='\u{1175}' | '\u{11A8}'..='\u{11C2}'
        | '\u{1B35}' | '\u{11127}' | '\u{1133E}' | '\u{11357}' | '\u{113B8}' | '\u{113BB}' | '\u{113C2}' | '\u{113C5}' | '\u{113C7}'..='\u{113C9}'
        | '\u{114B0}' | '\u{114BA}' | '\u{114BD}' | '\u{115AF}' | '\u{11930}' | '\u{1611E}'..='\u{16129}' | '\u{16D63}' | '\u{16D67}' | '\u{16D68}')
}

/// Where the next mark of a letter stands, past what falls away and past strokes; nothing where it has none.
pub(super) fn next_mark(text: &str, from: usize, base: char) -> Option<usize> {
    let mut at = from;
    loop {
        let c = char_at(text, at)?;
        if forms::marks(c).is_some() || is_attached(c) {
            return Some(at);
        }
        at = match invisible::dropped(text, at) {
            Some(behind) => behind,
            None if c == TATWEEL && is_arabic_letter(base) => at + c.len_utf8(),
            None => return None,
        };
    }
}

/// The marks behind a letter that ends at `from`, and where they end.
pub(super) fn collect(text: &str, from: usize, base: char) -> (String, usize) {
    let mut marks = String::new();
    let mut at = from;
    while let Some(mark) = next_mark(text, at, base) {
        let Some(c) = char_at(text, mark) else { break };
        marks.extend(marks_of(c));
        at = mark + c.len_utf8();
    }
    (marks, at)
}

/// Whether a letter with these marks is in NFC for certain: one plain vowel sign, or none that can move.
pub(super) fn is_settled(base: char, marks: &str) -> bool {
    let mut chars = marks.chars();
    matches!((chars.next(), chars.next()), (Some('\u{064B}'..='\u{0652}' | '\u{0670}'), None))
        && matches!(base, '\u{0620}'..='\u{064A}')
}

/// The character at a byte of the text, nothing at its end.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_normalizer::properties::{
        CanonicalCompositionBorrowed, CanonicalDecompositionBorrowed, Decomposed,
    };

    #[test]
    fn every_character_that_joins_backwards_is_known() {
        let decomposition = CanonicalDecompositionBorrowed::new();
        for c in '\0'..=char::MAX {
            let Decomposed::Expansion(first, second) = decomposition.decompose(c) else { continue };
            let joins = CanonicalCompositionBorrowed::new().compose(first, second) == Some(c);
            assert!(!joins || is_attached(second), "U+{:04X}", second as u32);
        }
    }
}
