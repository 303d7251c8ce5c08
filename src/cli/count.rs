//! Numbers with their nouns, for the lines that count what was done.

use crate::arabic::numbers::{Case, Digits};
use crate::arabic::plural::{self, CountedNoun, nouns};
use crate::diagnostics::Language;

/// What the program counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Article,
    Draft,
    Event,
    Page,
    Name,
    Piece,
    Word,
    Error,
    Warning,
}

impl Noun {
    /// «12 pages», «12 صفحة».
    pub(super) fn counted(self, number: usize, language: Language) -> String {
        let (english, arabic): (&str, &CountedNoun) = match self {
            Self::Article => ("article", &nouns::ARTICLE),
            Self::Draft => ("draft", &nouns::DRAFT),
            Self::Event => ("event", &nouns::EVENT),
            Self::Page => ("page", &nouns::PAGE),
            Self::Name => ("name", &nouns::NAME),
            Self::Piece => ("piece", &nouns::PLACE_IN_TEXT),
            Self::Word => ("word", &nouns::WORD),
            Self::Error => ("error", &nouns::ERROR),
            Self::Warning => ("warning", &nouns::WARNING),
        };
        match language {
            Language::English => {
                format!("{number} {english}{}", if number == 1 { "" } else { "s" })
            }
            Language::Arabic => {
                plural::counted(number as u64, arabic, Case::Nominative, Digits::European)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_agrees_with_its_number() {
        assert_eq!(Noun::Page.counted(1, Language::English), "1 page");
        assert_eq!(Noun::Page.counted(12, Language::English), "12 pages");
        assert_eq!(Noun::Error.counted(0, Language::Arabic), "لا أخطاء");
        assert_eq!(Noun::Warning.counted(3, Language::Arabic), "3 تحذيرات");
        assert_eq!(Noun::Page.counted(235, Language::Arabic), "235 صفحة");
    }
}
