//! The counted noun: its plural category, its case and its gender.
//!
//! - [`Plural`] gives the category of a number, as CLDR defines them for Arabic
//! - [`CountedNoun`] holds the forms of a noun, [`counted`] puts number and noun together
//! - [`nouns`]: the nouns that the generated sentences count

pub mod nouns;

use super::numbers::{Case, Digits, Gender};

/// The plural category of a number in Arabic.
///
/// ```
/// use sijill::arabic::plural::{Category, Plural};
/// // «11 موضعًا»
/// assert_eq!(Plural::of(11), Category::Many);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// 0: «لا مواد».
    Zero,
    /// 1: «مادة واحدة».
    One,
    /// 2: «مادتان».
    Two,
    /// 3–10, 103–110: «3 مواد».
    Few,
    /// 11–99, 111–199: «11 موضعًا».
    Many,
    /// 100–102, 200–202: «100 موضع».
    Other,
}

/// The rule of CLDR for Arabic.
///
/// ```
/// use sijill::arabic::plural::{Category, Plural};
/// // «3 مواد»
/// assert_eq!(Plural::of(3), Category::Few);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Plural;

impl Plural {
    /// The category of a number.
    ///
    /// ```
    /// use sijill::arabic::plural::{Category, Plural};
    /// assert_eq!(Plural::of(11), Category::Many);
    /// assert_eq!(Plural::of(103), Category::Few);
    /// ```
    pub const fn of(number: u64) -> Category {
        match (number, number % 100) {
            (0, _) => Category::Zero,
            (1, _) => Category::One,
            (2, _) => Category::Two,
            (_, 3..=10) => Category::Few,
            (_, 11..=99) => Category::Many,
            _ => Category::Other,
        }
    }
}

/// The forms of a noun that numbers ask for.
///
/// ```
/// use sijill::arabic::plural::nouns::YEAR;
/// assert_eq!((YEAR.singular, YEAR.plural), ("سنة", "سنوات"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedNoun {
    /// «مقال»
    pub singular: &'static str,
    /// «مقالان»
    pub dual_nominative: &'static str,
    /// «مقالين»
    pub dual_oblique: &'static str,
    /// «مقالات»
    pub plural: &'static str,
    /// The singular behind 11–99: «مقالًا».
    pub accusative: &'static str,
    /// With which gender «واحد» and ordinals agree.
    pub gender: Gender,
    /// Where there is none: «لا مقالات».
    pub none: &'static str,
}

/// A number and its noun, as a sentence needs them.
///
/// ```
/// use sijill::arabic::numbers::{Case, Digits};
/// use sijill::arabic::plural::{counted, nouns::ARTICLE};
/// let count = |number| counted(number, &ARTICLE, Case::Nominative, Digits::European);
/// assert_eq!(count(0), "لا مواد");
/// assert_eq!(count(1), "مادة واحدة");
/// assert_eq!(count(2), "مادتان");
/// assert_eq!(count(3), "3 مواد");
/// assert_eq!(count(11), "11 مادة");
/// assert_eq!(counted(2, &ARTICLE, Case::Oblique, Digits::European), "مادتين");
/// assert_eq!(counted(2500, &ARTICLE, Case::Oblique, Digits::ArabicIndic), "٢٬٥٠٠ مادة");
/// ```
pub fn counted(number: u64, noun: &CountedNoun, case: Case, digits: Digits) -> String {
    let of_number = |form: &str| format!("{} {form}", digits.grouped(number));
    match (Plural::of(number), case) {
        (Category::Zero, _) => noun.none.to_owned(),
        (Category::One, _) => {
            let one = match noun.gender {
                Gender::Masculine => "واحد",
                Gender::Feminine => "واحدة",
            };
            format!("{} {one}", noun.singular)
        }
        (Category::Two, Case::Nominative) => noun.dual_nominative.to_owned(),
        (Category::Two, Case::Oblique) => noun.dual_oblique.to_owned(),
        (Category::Few, _) => of_number(noun.plural),
        (Category::Many, _) => of_number(noun.accusative),
        (Category::Other, _) => of_number(noun.singular),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_plurals::{PluralCategory, PluralRules};

    #[test]
    fn the_rule_is_that_of_cldr() {
        let rules = PluralRules::try_new(icu_locale_core::locale!("ar").into(), Default::default())
            .expect("the data are compiled in");
        for number in 0..=10_000_u64 {
            let expected = match rules.category_for(number) {
                PluralCategory::Zero => Category::Zero,
                PluralCategory::One => Category::One,
                PluralCategory::Two => Category::Two,
                PluralCategory::Few => Category::Few,
                PluralCategory::Many => Category::Many,
                PluralCategory::Other => Category::Other,
            };
            assert_eq!(Plural::of(number), expected, "{number}");
        }
    }

    #[test]
    fn a_masculine_noun_takes_its_six_forms() {
        let article = nouns::OPINION;
        let expected = [
            "لا مقالات",
            "مقال واحد",
            "مقالان",
            "3 مقالات",
            "11 مقالًا",
            "100 مقال",
            "102 مقال",
            "103 مقالات",
        ];
        for (number, expected) in [0, 1, 2, 3, 11, 100, 102, 103].into_iter().zip(expected) {
            assert_eq!(counted(number, &article, Case::Nominative, Digits::European), expected);
        }
        assert_eq!(counted(2, &article, Case::Oblique, Digits::European), "مقالين");
    }
}
