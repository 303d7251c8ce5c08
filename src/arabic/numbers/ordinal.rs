//! Ordinals in words, with «ال»: «الجولة الحادية عشرة».

use super::{Case, Gender};

/// Masculine and feminine of first to tenth, without «ال».
const UNITS: [(&str, &str); 10] = [
    ("أول", "أولى"),
    ("ثاني", "ثانية"),
    ("ثالث", "ثالثة"),
    ("رابع", "رابعة"),
    ("خامس", "خامسة"),
    ("سادس", "سادسة"),
    ("سابع", "سابعة"),
    ("ثامن", "ثامنة"),
    ("تاسع", "تاسعة"),
    ("عاشر", "عاشرة"),
];

/// Twenty to ninety without their ending.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// The ordinal with «ال», 1 to 99; nothing for any other number.
///
/// ```
/// use sijill::arabic::numbers::{Case, Gender, ordinal::ordinal};
/// let round = |number| ordinal(number, Gender::Feminine, Case::Nominative);
/// assert_eq!(round(3).as_deref(), Some("الثالثة"));
/// assert_eq!(round(11).as_deref(), Some("الحادية عشرة"));
/// assert_eq!(round(21).as_deref(), Some("الحادية والعشرون"));
/// assert_eq!(ordinal(12, Gender::Masculine, Case::Oblique).as_deref(), Some("الثاني عشر"));
/// assert_eq!(ordinal(30, Gender::Masculine, Case::Oblique).as_deref(), Some("الثلاثين"));
/// assert_eq!(round(0), None);
/// ```
pub fn ordinal(number: u32, gender: Gender, case: Case) -> Option<String> {
    let unit = number % 10;
    match number {
        1..=10 => Some(format!("ال{}", unit_word(number, gender))),
        11..=19 => Some(format!("ال{} {}", compound_unit(unit, gender), ten(gender))),
        20..=99 => {
            let tens = TENS.get(number as usize / 10 - 2)?;
            let ending = match case {
                Case::Nominative => "ون",
                Case::Oblique => "ين",
            };
            Some(if unit == 0 {
                format!("ال{tens}{ending}")
            } else {
                format!("ال{} وال{tens}{ending}", compound_unit(unit, gender))
            })
        }
        _ => None,
    }
}

fn unit_word(unit: u32, gender: Gender) -> &'static str {
    let (masculine, feminine) = UNITS[(unit as usize + 9) % 10];
    match gender {
        Gender::Masculine => masculine,
        Gender::Feminine => feminine,
    }
}

/// The unit before a ten, where first is «حادي».
fn compound_unit(unit: u32, gender: Gender) -> &'static str {
    match (unit, gender) {
        (1, Gender::Masculine) => "حادي",
        (1, Gender::Feminine) => "حادية",
        _ => unit_word(unit, gender),
    }
}

const fn ten(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "عشر",
        Gender::Feminine => "عشرة",
    }
}
