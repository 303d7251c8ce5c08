//! What no reader sees: falls away, or becomes an ordinary space or line break.

use super::super::chars::{is_odd_space, is_zero_width};

/// Whether a character falls away wherever it stands (but a joiner between pictures).
pub(super) const fn falls_away(c: char) -> bool {
    is_zero_width(c)
        || matches!(c, '\0'..='\u{08}' | '\u{0E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}')
        || matches!(c, '\u{034F}' | '\u{FFF9}'..='\u{FFFC}')
}

/// The end of the run of characters from `at` that fall away; nothing where there is none.
pub(super) fn dropped(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut chars = text[at..].chars().peekable();
    while let Some(c) = chars.next() {
        let carriage = c == '\r' && chars.peek() == Some(&'\n');
        if !(falls_away(c) || carriage) || is_picture_joiner(c, chars.peek().copied()) {
            break;
        }
        end += c.len_utf8();
    }
    (end > at).then_some(end)
}

/// U+200D before a picture makes one picture of two.
fn is_picture_joiner(c: char, next: Option<char>) -> bool {
    c == '\u{200D}'
        && next
            .is_some_and(|next| matches!(next, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}'))
}

/// What an odd space or line break is shown as.
pub(super) fn shown(text: &str, at: usize) -> Option<&'static str> {
    match text[at..].chars().next()? {
        '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        c if is_odd_space(c) => Some(" "),
        _ => None,
    }
}
