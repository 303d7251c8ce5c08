//! Blurs for comparing: what a reader takes for the same word becomes the same letters.
//!
//! Lossy on purpose: marks and tatweel fall away, the seats of hamza, ى/ي, ة/ه,
//! look-alikes of neighbouring languages and the digits of three scripts become
//! one. Folding twice changes nothing the second time.

use super::chars::{TATWEEL, digit_value, is_odd_space, is_tashkeel, is_zero_width};
use super::scan::{LOW, quiet_until};
use crate::span::{Mapped, SourceMap};

/// What a character becomes when it is compared; nothing where it falls away.
///
/// The one table of the fold: [`fold`], [`folded`] and [`fold_table`] are made
/// from it. Ligatures, which become more than one letter, stay as they are
/// here; [`fold`] takes them apart.
///
/// ```
/// use sijill::arabic::fold::fold_char;
/// assert_eq!(fold_char('أ'), Some('ا'));
/// assert_eq!(fold_char('ﺔ'), Some('ه'));
/// assert_eq!(fold_char('\u{064B}'), None);
/// ```
pub const fn fold_char(c: char) -> Option<char> {
    if let Some(digit) = digit_value(c) {
        return char::from_digit(digit, 10);
    }
    if is_tashkeel(c) || is_zero_width(c) {
        return None;
    }
    if is_odd_space(c) {
        return Some(' ');
    }
    match c {
        TATWEEL => None,
        '\t' => Some(' '),
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => Some('ا'),
        'ى' | 'ی' | 'ې' | 'ێ' | 'ے' | 'ۓ' => Some('ي'),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' | 'ۃ' => Some('ه'),
        'ؤ' | 'ئ' | 'ٴ' => Some('ء'),
        'ک' | 'گ' | 'ڪ' => Some('ك'),
        'پ' => Some('ب'),
        'چ' => Some('ج'),
        'ڤ' => Some('ف'),
        'ۆ' | 'ۇ' | 'ۋ' => Some('و'),
        'ڕ' => Some('ر'),
        'ڵ' => Some('ل'),
        '\u{FB50}'..='\u{FBFF}' | '\u{FE70}'..='\u{FEF4}' => match presented(c) {
            Some('\0') => None,
            Some(letter) => fold_char(letter),
            None => Some(c),
        },
        _ => Some(c.to_ascii_lowercase()),
    }
}

/// The letter of a presentation form that stands for one letter; NUL for the form of a mark.
const fn presented(c: char) -> Option<char> {
    /// First form, last form, letter.
    const FORMS: [(char, char, char); 51] = [
        ('\u{FB50}', '\u{FB51}', 'ا'),
        ('\u{FB56}', '\u{FB59}', 'پ'),
        ('\u{FB6A}', '\u{FB6D}', 'ڤ'),
        ('\u{FB7A}', '\u{FB7D}', 'چ'),
        ('\u{FB8A}', '\u{FB8B}', 'ژ'),
        ('\u{FB8E}', '\u{FB91}', 'ك'),
        ('\u{FB92}', '\u{FB95}', 'گ'),
        ('\u{FBA4}', '\u{FBA5}', 'ه'),
        ('\u{FBA6}', '\u{FBA9}', 'ه'),
        ('\u{FBAA}', '\u{FBAD}', 'ه'),
        ('\u{FBAE}', '\u{FBB1}', 'ي'),
        ('\u{FBD9}', '\u{FBDA}', 'ۆ'),
        ('\u{FBFC}', '\u{FBFF}', 'ي'),
        ('\u{FE70}', '\u{FE7F}', '\0'),
        ('\u{FE80}', '\u{FE80}', 'ء'),
        ('\u{FE81}', '\u{FE84}', 'ا'),
        ('\u{FE85}', '\u{FE86}', 'ؤ'),
        ('\u{FE87}', '\u{FE88}', 'ا'),
        ('\u{FE89}', '\u{FE8C}', 'ئ'),
        ('\u{FE8D}', '\u{FE8E}', 'ا'),
        ('\u{FE8F}', '\u{FE92}', 'ب'),
        ('\u{FE93}', '\u{FE94}', 'ة'),
        ('\u{FE95}', '\u{FE98}', 'ت'),
        ('\u{FE99}', '\u{FE9C}', 'ث'),
        ('\u{FE9D}', '\u{FEA0}', 'ج'),
        ('\u{FEA1}', '\u{FEA4}', 'ح'),
        ('\u{FEA5}', '\u{FEA8}', 'خ'),
        ('\u{FEA9}', '\u{FEAA}', 'د'),
        ('\u{FEAB}', '\u{FEAC}', 'ذ'),
        ('\u{FEAD}', '\u{FEAE}', 'ر'),
        ('\u{FEAF}', '\u{FEB0}', 'ز'),
        ('\u{FEB1}', '\u{FEB4}', 'س'),
        ('\u{FEB5}', '\u{FEB8}', 'ش'),
        ('\u{FEB9}', '\u{FEBC}', 'ص'),
        ('\u{FEBD}', '\u{FEC0}', 'ض'),
        ('\u{FEC1}', '\u{FEC4}', 'ط'),
        ('\u{FEC5}', '\u{FEC8}', 'ظ'),
        ('\u{FEC9}', '\u{FECC}', 'ع'),
        ('\u{FECD}', '\u{FED0}', 'غ'),
        ('\u{FED1}', '\u{FED4}', 'ف'),
        ('\u{FED5}', '\u{FED8}', 'ق'),
        ('\u{FED9}', '\u{FEDC}', 'ك'),
        ('\u{FEDD}', '\u{FEE0}', 'ل'),
        ('\u{FEE1}', '\u{FEE4}', 'م'),
        ('\u{FEE5}', '\u{FEE8}', 'ن'),
        ('\u{FEE9}', '\u{FEEC}', 'ه'),
        ('\u{FEED}', '\u{FEEE}', 'و'),
        ('\u{FEEF}', '\u{FEF0}', 'ى'),
        ('\u{FEF1}', '\u{FEF4}', 'ي'),
        ('\u{FBE8}', '\u{FBE9}', 'ي'),
        ('\u{FBDD}', '\u{FBDD}', 'ۇ'),
    ];
    let mut i = 0;
    while i < FORMS.len() {
        let (first, last, letter) = FORMS[i];
        if first as u32 <= c as u32 && c as u32 <= last as u32 {
            return Some(letter);
        }
        i += 1;
    }
    None
}

/// What a ligature becomes when it is compared.
const fn ligature(c: char) -> Option<&'static str> {
    match c {
        '\u{FEF5}'..='\u{FEFC}' => Some("لا"),
        '\u{FDF2}' => Some("الله"),
        _ => None,
    }
}

/// The characters that folding leaves as they are, of those with one or two bytes.
static QUIET: [bool; LOW] = {
    let mut quiet = [false; LOW];
    let mut code = 0;
    while code < LOW {
        if let Some(c) = char::from_u32(code as u32) {
            quiet[code] = matches!(fold_char(c), Some(folded) if folded as u32 == c as u32);
        }
        code += 1;
    }
    quiet
};

/// Folds a text and keeps the way back.
///
/// ```
/// use sijill::arabic::fold::fold;
/// use sijill::span::Span;
/// let text = "الأمــيركيَّة";
/// let made = fold(text);
/// assert_eq!(made.text, "الاميركيه");
/// assert_eq!(made.map.span_to_source(Span::of(&made.text, "امير").unwrap()).cut(text), "أمــير");
/// ```
pub fn fold(text: &str) -> Mapped {
    let mut map = SourceMap::default();
    map.anchor(0, 0);
    let folded = pass(text, |made, source| map.anchor(made, source));
    map.close(folded.len(), text.len());
    Mapped { text: folded, map }
}

/// Folds a word or phrase where no way back is needed.
///
/// ```
/// use sijill::arabic::fold::folded;
/// assert_eq!(folded("مسؤولٌ إيرانيّ"), folded("مسئول ايراني"));
/// ```
pub fn folded(text: &str) -> String {
    pass(text, |_, _| {})
}

/// All that folding changes, in order of code points: the character and what it becomes.
///
/// The browser folds a query by a copy of this table, after `normalize("NFC")`.
///
/// ```
/// use sijill::arabic::fold::fold_table;
/// let table = fold_table();
/// assert!(table.contains(&('ة', "ه".to_owned())));
/// assert!(table.contains(&('\u{064E}', String::new())));
/// assert!(table.contains(&('ﻻ', "لا".to_owned())));
/// ```
pub fn fold_table() -> Vec<(char, String)> {
    let changed = |c: char| {
        let to = ligature(c)
            .map_or_else(|| fold_char(c).map(String::from).unwrap_or_default(), str::to_owned);
        (!to.chars().eq([c])).then_some((c, to))
    };
    ('\0'..='\u{FFFF}').filter_map(changed).collect()
}

/// Copies what is quiet in runs; `anchor` hears where the lengths of both texts part.
fn pass(text: &str, mut anchor: impl FnMut(usize, usize)) -> String {
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    loop {
        let loud = quiet_until(&QUIET, text.as_bytes(), at);
        made.push_str(&text[at..loud]);
        let Some(c) = text[loud..].chars().next() else { return made };
        at = loud + c.len_utf8();
        let before = made.len();
        match c {
            // و and ي with a hamza of its own are ؤ and ئ (NFC).
            '\u{0654}' if made.ends_with(['و', 'ي']) => {
                made.pop();
                made.push('ء');
            }
            _ => match ligature(c) {
                Some(letters) => made.push_str(letters),
                None => made.extend(fold_char(c)),
            },
        }
        if made.len() - before != c.len_utf8() {
            if ligature(c).is_some() {
                // The letters inside a ligature have no border of their own in the source.
                for (inner, _) in made[before..].char_indices().skip(1) {
                    anchor(before + inner, loud);
                }
            }
            anchor(made.len(), at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn variants_of_a_word_meet() {
        for (a, b) in [
            ("أميركيّة", "اميركيه"),
            ("مسؤول", "مسئول"),
            ("شؤون", "شئون"),
            ("على", "علي"),
            ("۲۰۲۱", "٢٠٢١"),
            ("ﺍﻟﻌﺮﺍﻕ", "العراق"),
            ("ﻻ", "لا"),
            ("مسو\u{0654}ول", "مسؤول"),
            ("ا\u{0654}مير", "أمير"),
            ("لا\u{200C}يزال", "لايزال"),
            ("پوتين", "بوتين"),
            ("OPEC", "opec"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} / {b}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            let once = folded(&c.to_string());
            assert_eq!(folded(&once), once, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn the_way_back_takes_marks_along() {
        let text = "قالَ مُحَمَّدٌ ٢٠٢١ ﻻ";
        let made = fold(text);
        let back = |part: &str| {
            made.map.span_to_source(Span::of(&made.text, part).expect("it is there")).cut(text)
        };
        assert_eq!(back("محمد"), "مُحَمَّدٌ");
        assert_eq!(back("2021"), "٢٠٢١");
        assert_eq!(back("02"), "٠٢");
        assert_eq!(back("لا"), "ﻻ");
        assert_eq!(made.text, folded(text));
    }
}
