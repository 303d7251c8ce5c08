//! The characters of the script and their classes.

/// U+0640, the stroke that stretches a word.
pub const TATWEEL: char = '\u{0640}';

/// Whether the character is a letter of the Arabic script (Persian and presentation forms included).
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}' | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FC}' | '\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE80}'..='\u{FEFC}')
}

/// Whether the character is tashkeel: a vowel sign, a shadda, a sukun, a superscript alef and their kin.
pub fn is_tashkeel(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}')
}

/// Whether the character only steers direction: marks, embeddings, overrides, isolates.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character is invisible and joins or parts nothing that a reader sees.
pub fn is_zero_width(c: char) -> bool {
    is_bidi_control(c) || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// The value of a digit of any of the three scripts.
///
/// ```
/// use sijill::arabic::chars::digit_value;
/// assert_eq!(digit_value('٣'), Some(3));
/// assert_eq!(digit_value('۳'), Some(3));
/// assert_eq!(digit_value('3'), Some(3));
/// ```
pub fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        _ => None,
    }
}

/// Whether the character can be part of a word.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_tashkeel(c) || c == TATWEEL || matches!(c, '\u{200C}' | '\u{200D}')
}
