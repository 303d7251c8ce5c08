//! Punctuation marks of the Latin keyboard between Arabic words.

use super::super::chars::{is_arabic_letter, is_odd_space, is_tashkeel};
use super::{forms, invisible};

/// The Arabic mark that is meant by a Latin one, where that is certain.
///
/// A comma or semicolon stands behind an Arabic word and before one, with a
/// space or an opening quotation mark between; a question mark ends a word.
pub(super) fn repaired(c: char, before: Option<char>, behind: &str) -> Option<char> {
    let meant = match c {
        ',' => '،',
        ';' => '؛',
        '?' => '؟',
        _ => return None,
    };
    let before = before?;
    let mut behind = behind.chars().filter(|&c| !invisible::falls_away(c));
    let certain = if c == '?' {
        let follows = behind.next();
        (is_arabic(before) || before == '؟')
            && follows.is_none_or(|c| {
                c.is_whitespace() || matches!(c, '?' | '!' | '.' | '»' | '"' | ')' | '”')
            })
    } else {
        is_arabic(before)
            && behind
                .take(3)
                .find(|&c| !(c == ' ' || is_odd_space(c) || matches!(c, '«' | '"' | '“' | '(')))
                .is_some_and(begins_word)
    };
    certain.then_some(meant)
}

/// A letter, and no form that is only a mark.
fn begins_word(c: char) -> bool {
    is_arabic_letter(c) && forms::marks(c).is_none()
}

fn is_arabic(c: char) -> bool {
    is_arabic_letter(c) || is_tashkeel(c)
}
