//! A whole number in words.

use super::{Case, Gender};

/// The largest number that is spelled.
///
/// ```
/// use sijill::arabic::numbers::{Case, Gender, spell::{LARGEST, spell}};
/// assert!(spell(LARGEST, Gender::Masculine, Case::Nominative).unwrap().starts_with("تسعمئة وتسعة وتسعون تريليونًا"));
/// ```
pub const LARGEST: u64 = 999_999_999_999_999;

/// 3 to 10 before a masculine noun, then before a feminine one: the number takes the other gender.
const UNITS: [(&str, &str); 8] = [
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
];

/// 20 to 90 without their ending.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// 300 to 900.
const HUNDREDS: [&str; 7] = ["ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];

/// The forms of a thousand and its powers: one, two without its ending, three to ten, eleven and more.
struct Scale {
    value: u64,
    one: &'static str,
    few: &'static str,
    many: &'static str,
}

const SCALES: [Scale; 4] = [
    Scale {
        value: 1_000_000_000_000, one: "تريليون", few: "تريليونات", many: "تريليونًا"
    },
    Scale {
        value: 1_000_000_000, one: "مليار", few: "مليارات", many: "مليارًا"
    },
    Scale { value: 1_000_000, one: "مليون", few: "ملايين", many: "مليونًا" },
    Scale { value: 1_000, one: "ألف", few: "آلاف", many: "ألفًا" },
];

/// A number in words, in the gender of what is counted; nothing above [`LARGEST`].
///
/// ```
/// use sijill::arabic::numbers::{Case, Gender, spell::spell};
/// let soldiers = |number, case| spell(number, Gender::Masculine, case).unwrap();
/// assert_eq!(soldiers(2500, Case::Oblique), "ألفين وخمسمئة");
/// assert_eq!(soldiers(150, Case::Nominative), "مئة وخمسون");
/// assert_eq!(soldiers(11_000, Case::Nominative), "أحد عشر ألفًا");
/// assert_eq!(spell(13, Gender::Feminine, Case::Nominative).as_deref(), Some("ثلاث عشرة"));
/// assert_eq!(spell(200_000, Gender::Masculine, Case::Nominative).as_deref(), Some("مئتا ألف"));
/// ```
pub fn spell(number: u64, gender: Gender, case: Case) -> Option<String> {
    if number > LARGEST {
        return None;
    }
    if number == 0 {
        return Some("صفر".to_owned());
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for scale in &SCALES {
        add_scale(&mut parts, rest / scale.value, scale, case);
        rest %= scale.value;
    }
    add_small(&mut parts, rest, gender, case, false);
    Some(parts.join(" و"))
}

/// So many of a scale: «ألفان», «ثلاثة آلاف», «مئة ألف», «مئة ألف وألفان».
fn add_scale(parts: &mut Vec<String>, count: u64, scale: &Scale, case: Case) {
    let hundreds = count / 100 * 100;
    match count % 100 {
        0 if count == 0 => {}
        few @ (1 | 2) => {
            if hundreds > 0 {
                add_scale(parts, hundreds, scale, case);
            }
            parts.push(if few == 1 {
                scale.one.to_owned()
            } else {
                format!("{}{}", scale.one, dual(case))
            });
        }
        last => {
            add_small(parts, count, Gender::Masculine, case, last == 0);
            let noun = match last {
                0 => scale.one,
                3..=10 => scale.few,
                _ => scale.many,
            };
            if let Some(part) = parts.last_mut() {
                part.push(' ');
                part.push_str(noun);
            }
        }
    }
}

/// A number below 1,000, part by part; `bound` where a noun follows «مئتا» at once.
fn add_small(parts: &mut Vec<String>, number: u64, gender: Gender, case: Case, bound: bool) {
    match number / 100 {
        0 => {}
        1 => parts.push("مئة".to_owned()),
        2 if bound => parts.push(if case == Case::Nominative { "مئتا" } else { "مئتي" }.to_owned()),
        2 => parts.push(format!("مئت{}", dual(case))),
        hundreds => parts.extend(HUNDREDS.get(hundreds as usize - 3).map(|&word| word.to_owned())),
    }
    let (tens, unit) = (number % 100 / 10, number % 10);
    match number % 100 {
        0 => {}
        below @ 1..=10 => parts.push(unit_word(below, gender, case).to_owned()),
        11..=19 => parts.push(teen(unit, gender, case)),
        _ => {
            if unit > 0 {
                let one = if (unit, gender) == (1, Gender::Feminine) {
                    "إحدى"
                } else {
                    unit_word(unit, gender, case)
                };
                parts.push(one.to_owned());
            }
            let ending = match case {
                Case::Nominative => "ون",
                Case::Oblique => "ين",
            };
            parts.extend(TENS.get(tens as usize - 2).map(|stem| format!("{stem}{ending}")));
        }
    }
}

/// 1 to 10.
fn unit_word(unit: u64, gender: Gender, case: Case) -> &'static str {
    match (unit, gender, case) {
        (1, Gender::Masculine, _) => "واحد",
        (1, Gender::Feminine, _) => "واحدة",
        (2, Gender::Masculine, Case::Nominative) => "اثنان",
        (2, Gender::Masculine, Case::Oblique) => "اثنين",
        (2, Gender::Feminine, Case::Nominative) => "اثنتان",
        (2, Gender::Feminine, Case::Oblique) => "اثنتين",
        (unit, gender, _) => {
            let (masculine, feminine) = UNITS[(unit as usize + 5) % 8];
            if gender == Gender::Masculine { masculine } else { feminine }
        }
    }
}

/// 11 to 19 by their unit.
fn teen(unit: u64, gender: Gender, case: Case) -> String {
    let unit = match (unit, gender, case) {
        (1, Gender::Masculine, _) => "أحد",
        (1, Gender::Feminine, _) => "إحدى",
        (2, Gender::Masculine, Case::Nominative) => "اثنا",
        (2, Gender::Masculine, Case::Oblique) => "اثني",
        (2, Gender::Feminine, Case::Nominative) => "اثنتا",
        (2, Gender::Feminine, Case::Oblique) => "اثنتي",
        (unit, gender, case) => unit_word(unit, gender, case),
    };
    let ten = match gender {
        Gender::Masculine => "عشر",
        Gender::Feminine => "عشرة",
    };
    format!("{unit} {ten}")
}

const fn dual(case: Case) -> &'static str {
    match case {
        Case::Nominative => "ان",
        Case::Oblique => "ين",
    }
}
