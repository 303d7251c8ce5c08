//! Presentation forms: shapes of letters that old systems stored in place of letters.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Whether the character is a shape of one letter or more, or of a mark.
///
/// The whole-phrase signs (ﷺ, ﷽, ﷼) are no shapes of a word and stay.
pub(super) const fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDF9}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether the character is one of the signs that stand for a whole phrase.
pub(super) const fn is_symbol(c: char) -> bool {
    matches!(c, '\u{FDFA}'..='\u{FDFD}')
}

/// The letters of a presentation form.
pub(super) fn letters(form: char) -> String {
    let mut buffer = [0; 4];
    let letters: Cow<'_, str> =
        const { ComposingNormalizerBorrowed::new_nfkc() }.normalize(form.encode_utf8(&mut buffer));
    letters.into_owned()
}

/// The marks of a form that shows marks alone, on a space or a stroke.
pub(super) fn marks(form: char) -> Option<&'static str> {
    Some(match form {
        '\u{FE70}' | '\u{FE71}' => "\u{064B}",
        '\u{FE72}' | '\u{FE73}' => "\u{064C}",
        '\u{FE74}' => "\u{064D}",
        '\u{FE76}' | '\u{FE77}' => "\u{064E}",
        '\u{FE78}' | '\u{FE79}' => "\u{064F}",
        '\u{FE7A}' | '\u{FE7B}' => "\u{0650}",
        '\u{FE7C}' | '\u{FE7D}' => "\u{0651}",
        '\u{FE7E}' | '\u{FE7F}' => "\u{0652}",
        '\u{FC5E}' => "\u{064C}\u{0651}",
        '\u{FC5F}' => "\u{064D}\u{0651}",
        '\u{FC60}' | '\u{FCF2}' => "\u{064E}\u{0651}",
        '\u{FC61}' | '\u{FCF3}' => "\u{064F}\u{0651}",
        '\u{FC62}' | '\u{FCF4}' => "\u{0650}\u{0651}",
        '\u{FC63}' => "\u{0651}\u{0670}",
        _ => return None,
    })
}
