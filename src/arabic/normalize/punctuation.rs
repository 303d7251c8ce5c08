//! Punctuation marks of the Latin keyboard between Arabic words.

use super::super::chars::{is_arabic_letter, is_tashkeel};
use super::invisible;

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
            && follows.is_none_or(|c| c.is_whitespace() || matches!(c, '?' | '!' | '.' | '»' | '"' | ')' | '”'))
    } else {
        is_arabic(before) && behind.take(3).find(|&c| !matches!(c, ' ' | '\u{00A0}' | '«' | '"' | '“' | '(')).is_some_and(is_arabic)
    };
    certain.then_some(meant)
}

fn is_arabic(c: char) -> bool {
    is_arabic_letter(c) || is_tashkeel(c)
}
