//! Blurs for comparing: what a reader takes for the same word becomes the same letters.
//!
//! Lossy on purpose: marks and tatweel fall away, the seats of hamza, ى/ي, ة/ه,
//! Persian look-alikes and the digits of three scripts become one.

use super::chars::{TATWEEL, digit_value, is_tashkeel, is_zero_width};
use crate::span::{Mapped, SourceMap};

/// What a character becomes when it is compared; nothing where it falls away.
pub fn fold_char(c: char) -> Option<char> {
    if let Some(digit) = digit_value(c) {
        return char::from_digit(digit, 10);
    }
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' | 'ې' => Some('ي'),
        'ة' => Some('ه'),
        'ؤ' | 'ئ' => Some('ء'),
        'ک' => Some('ك'),
        'ہ' | 'ھ' => Some('ه'),
        TATWEEL => None,
        c if is_tashkeel(c) || is_zero_width(c) => None,
        '\u{00A0}' | '\u{2007}' | '\u{202F}' | '\t' => Some(' '),
        c if c.is_ascii_uppercase() => Some(c.to_ascii_lowercase()),
        c => Some(c),
    }
}

/// Folds a text and keeps the way back.
///
/// ```
/// use sijill::arabic::fold::fold;
/// assert_eq!(fold("الأمــيركيَّة").text, "الاميركيه");
/// ```
pub fn fold(text: &str) -> Mapped {
    let mut made = Mapped { text: String::with_capacity(text.len()), map: SourceMap::default() };
    for (at, c) in text.char_indices() {
        if let Some(folded) = fold_char(c) {
            made.map.anchor(made.text.len(), at);
            made.text.push(folded);
        }
    }
    made.map.close(made.text.len(), text.len());
    made
}

/// Folds a word or phrase where no way back is needed.
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}
