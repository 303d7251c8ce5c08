//! The characters of the script and their classes.
//!
//! The functions are `const`, so the tables of the fast passes are made from
//! them when the program is compiled and cannot say anything else.

/// U+0640, the stroke that stretches a word.
///
/// ```
/// use sijill::arabic::chars::TATWEEL;
/// assert_eq!("بغـداد".replace(TATWEEL, ""), "بغداد");
/// ```
pub const TATWEEL: char = '\u{0640}';

/// U+064B, the double fatha of «أيضًا».
///
/// ```
/// use sijill::arabic::chars::FATHATAN;
/// assert!("أيضًا".contains(FATHATAN));
/// ```
pub const FATHATAN: char = '\u{064B}';

/// Whether the character is a letter of the Arabic script (Persian and presentation forms included).
///
/// ```
/// use sijill::arabic::chars::is_arabic_letter;
/// assert!(is_arabic_letter('ع') && is_arabic_letter('گ') && is_arabic_letter('ﻋ'));
/// assert!(!is_arabic_letter('،') && !is_arabic_letter('٣'));
/// ```
pub const fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}' | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FC}' | '\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE80}'..='\u{FEFC}')
}

/// The sign of a short «u»: «وُضع».
pub const DAMMA: char = '\u{064F}';
/// The sign of a letter that is doubled: «فجّر».
pub const SHADDA: char = '\u{0651}';

/// Whether the character is tashkeel: a vowel sign, a shadda, a sukun, a superscript alef and their kin.
///
/// ```
/// use sijill::arabic::chars::is_tashkeel;
/// assert_eq!("مُحَمَّد".chars().filter(|&c| is_tashkeel(c)).count(), 4);
/// ```
pub const fn is_tashkeel(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}')
}

/// Whether the character only steers direction: marks, embeddings, overrides, isolates.
///
/// ```
/// use sijill::arabic::chars::is_bidi_control;
/// assert!(is_bidi_control('\u{200F}') && !is_bidi_control('ب'));
/// ```
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character is invisible and joins or parts nothing that a reader sees.
///
/// ```
/// use sijill::arabic::chars::is_zero_width;
/// // The non-joiner inside «لا‌يزال».
/// assert!("لا\u{200C}يزال".chars().any(is_zero_width));
/// ```
pub const fn is_zero_width(c: char) -> bool {
    is_bidi_control(c)
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}' | '\u{180E}')
}

/// Whether the character is a space that is not the ordinary one.
///
/// ```
/// use sijill::arabic::chars::is_odd_space;
/// assert!(is_odd_space('\u{00A0}') && !is_odd_space(' ') && !is_odd_space('ب'));
/// ```
pub const fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{00A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// The value of a digit of any of the three scripts.
///
/// ```
/// use sijill::arabic::chars::digit_value;
/// assert_eq!(digit_value('٣'), Some(3));
/// assert_eq!(digit_value('۳'), Some(3));
/// assert_eq!(digit_value('3'), Some(3));
/// assert_eq!(digit_value('ث'), None);
/// ```
pub const fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        _ => None,
    }
}

/// Whether the character can be part of a word.
///
/// ```
/// use sijill::arabic::chars::is_word;
/// assert!("بغـداد".chars().all(is_word));
/// assert!(!is_word('»') && !is_word(' '));
/// ```
pub fn is_word(c: char) -> bool {
    // The common letters need no search in the tables of Unicode.
    matches!(c, 'ء'..='غ' | 'ف'..='ي')
        || c.is_alphanumeric()
        || is_tashkeel(c)
        || c == TATWEEL
        || matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}' | '\u{200D}')
}
