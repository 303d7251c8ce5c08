//! Numbers in digits of three scripts and in words.
//!
//! - [`digits`]: digits in, digits out
//! - [`spell`]: «ألفين وخمسمئة»; [`ordinal`]: «الثالثة», «الحادية عشرة»
//! - [`parse`]: both read

pub mod digits;
pub mod ordinal;
pub mod parse;
pub mod spell;

pub use digits::Digits;

/// The gender of a noun, with which numbers and adjectives agree.
///
/// ```
/// use sijill::arabic::numbers::{Case, Gender, ordinal::ordinal};
/// assert_eq!(ordinal(1, Gender::Feminine, Case::Nominative).as_deref(), Some("الأولى"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// Masculine, as «موضع».
    #[default]
    Masculine,
    /// Feminine, as «مادة».
    Feminine,
}

/// The case of a noun as far as it is written without vowel signs.
///
/// ```
/// use sijill::arabic::numbers::{Case, Gender, spell::spell};
/// assert_eq!(spell(20, Gender::Masculine, Case::Oblique).as_deref(), Some("عشرين"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// The subject: «مادتان», «عشرون».
    #[default]
    Nominative,
    /// The object, or behind a preposition: «مادتين», «عشرين».
    Oblique,
}
