//! Words and sentences, with their spans.
//!
//! - [`tokens`] parts words, numbers and marks;
//! - [`sentences`] ends sentences, and knows the abbreviations that do not.

mod abbreviations;
mod sentences;

pub use sentences::sentences;

use serde::{Deserialize, Serialize};

use super::chars::{digit_value, is_arabic_letter, is_tashkeel, is_word};
use super::scan::LOW;
use crate::span::Span;

/// What a token is.
///
/// ```
/// use sijill::arabic::tokenize::{TokenKind, tokens};
/// let kinds: Vec<TokenKind> = tokens("قبل 3 أيام.").map(|token| token.kind).collect();
/// assert_eq!(kinds, [TokenKind::Word, TokenKind::Number, TokenKind::Word, TokenKind::Mark]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// A word of letters and marks.
    Word,
    /// A number in digits, with the separators inside it: «2500», «3.5», «1,234,567», «٣٫٥».
    Number,
    /// One character that is neither, nor white space.
    Mark,
}

/// A word, a number or a mark, and where it stands.
///
/// ```
/// use sijill::arabic::tokenize::tokens;
/// let text = "في بغداد";
/// assert_eq!(tokens(text).last().unwrap().span.cut(text), "بغداد");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text in order; white space falls between them.
///
/// Tokens never overlap, are never empty, and all that lies between them is
/// white space. Dates such as «2021-04-07» are numbers and marks.
///
/// ```
/// use sijill::arabic::tokenize::{TokenKind, tokens};
/// let text = "ووصل 2,500 جندي (نحو 3.5%).";
/// let words: Vec<&str> = tokens(text).map(|token| token.span.cut(text)).collect();
/// assert_eq!(words, ["ووصل", "2,500", "جندي", "(", "نحو", "3.5", "%", ")", "."]);
/// assert_eq!(tokens("٣٫٥").next().map(|token| token.kind), Some(TokenKind::Number));
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = run_end(text, at, Class::Space);
        let kind = match class_at(text, start)? {
            (Class::Word, _) => {
                at = run_end(text, start, Class::Word);
                TokenKind::Word
            }
            (Class::Digit, _) => {
                at = number_end(text, start);
                TokenKind::Number
            }
            (_, length) => {
                at = start + length;
                TokenKind::Mark
            }
        };
        Some(Token { span: Span::new(start, at), kind })
    })
}

/// What a character does in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Digit,
    Mark,
}

/// The classes of the characters with one or two bytes.
static CLASSES: std::sync::LazyLock<[Class; LOW]> = std::sync::LazyLock::new(|| {
    let mut classes = [Class::Mark; LOW];
    for (code, class) in (0_u32..).zip(&mut classes) {
        *class = char::from_u32(code).map_or(Class::Mark, class_of);
    }
    classes
});

fn class_of(c: char) -> Class {
    if digit_value(c).is_some() {
        Class::Digit
    } else if is_arabic_letter(c) || is_tashkeel(c) || is_word(c) {
        Class::Word
    } else if c.is_whitespace() {
        Class::Space
    } else {
        Class::Mark
    }
}

/// The class and the length of the character at a byte; nothing at the end.
#[inline]
fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let byte = *bytes.get(at)?;
    if byte < 0x80 {
        return Some((CLASSES[byte as usize], 1));
    }
    if byte < 0xE0 {
        let second = bytes.get(at + 1)?;
        return Some((CLASSES[((byte & 0x1F) as usize) << 6 | (second & 0x3F) as usize], 2));
    }
    let c = text[at..].chars().next()?;
    Some((class_of(c), c.len_utf8()))
}

/// Where the run of characters of one class that begins at `at` ends.
#[inline]
fn run_end(text: &str, mut at: usize, class: Class) -> usize {
    while let Some((found, length)) = class_at(text, at) {
        if found != class {
            break;
        }
        at += length;
    }
    at
}

/// Where a number ends: its digits, groups of three («1,234», «١٬٢٣٤»), and one fraction («.5», «٫٥»).
fn number_end(text: &str, start: usize) -> usize {
    let first = run_end(text, start, Class::Digit);
    if follows_number(text, start) {
        // A further member of «1,2,3» or «7.4.2021».
        return first;
    }
    // Groups follow one to three digits, parted by one and the same separator.
    let mut end = first;
    let separator = text[first..].chars().next().filter(|&c| matches!(c, ',' | '٬' | '،'));
    if let Some(separator) = separator.filter(|_| text[start..first].chars().count() <= 3) {
        while let Some(group) = group_end(text, end, separator) {
            end = group;
        }
    }
    let decimal = match text[end..].chars().next() {
        Some(c @ ('.' | '٫')) => c,
        // «3,5», as in the Maghreb; a list of numbers has spaces, or goes on.
        Some(',') if end == first => ',',
        _ => return end,
    };
    let fraction = run_end(text, end + decimal.len_utf8(), Class::Digit);
    let digits = text[end + decimal.len_utf8()..fraction].chars().count();
    let goes_on = text[fraction..].starts_with(decimal)
        && class_at(text, fraction + decimal.len_utf8())
            .is_some_and(|(class, _)| class == Class::Digit);
    if digits == 0 || goes_on || (decimal == ',' && digits > 2) { end } else { fraction }
}

/// Whether a separator and a digit stand right before `start`.
fn follows_number(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    matches!(before.next(), Some(',' | '.' | '٫' | '٬' | '،'))
        && before.next().is_some_and(|c| digit_value(c).is_some())
}

/// Where a separator with exactly three digits behind it ends.
fn group_end(text: &str, at: usize, separator: char) -> Option<usize> {
    let digits = at + text[at..].strip_prefix(separator).map(|_| separator.len_utf8())?;
    let mut end = digits;
    for _ in 0..3 {
        end += class_at(text, end).filter(|&(class, _)| class == Class::Digit)?.1;
    }
    (!matches!(class_at(text, end), Some((Class::Digit, _)))).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.span.cut(text)).collect()
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(words("1,234,567.89"), ["1,234,567.89"]);
        assert_eq!(words("١٬٢٣٤٫٥"), ["١٬٢٣٤٫٥"]);
        assert_eq!(words("3,5 مليون"), ["3,5", "مليون"]);
        assert_eq!(words("2020,2021"), ["2020", ",", "2021"]);
        assert_eq!(words("1,2,3"), ["1", ",", "2", ",", "3"]);
        assert_eq!(words("7.4.2021"), ["7", ".", "4", ".", "2021"]);
        assert_eq!(words("2021-04-07"), ["2021", "-", "04", "-", "07"]);
        assert_eq!(words("عام 2021."), ["عام", "2021", "."]);
        assert_eq!(words("12345,678"), ["12345", ",", "678"]);
    }

    #[test]
    fn words_keep_marks_and_strokes() {
        assert_eq!(words("مُحَمَّد بغـداد لا\u{200C}يزال"), ["مُحَمَّد", "بغـداد", "لا\u{200C}يزال"]);
        assert_eq!(words("الـ60 F16"), ["الـ", "60", "F", "16"]);
        assert_eq!(words("«قال»،"), ["«", "قال", "»", "،"]);
    }
}
