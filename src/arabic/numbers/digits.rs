//! Digits of three scripts.

use serde::Deserialize;

use super::super::chars::digit_value;

/// The digits in which numbers are written.
///
/// ```
/// use sijill::arabic::numbers::Digits;
/// assert_eq!(Digits::ArabicIndic.plain(45), "٤٥");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Digits {
    /// 0123456789
    #[default]
    #[serde(rename = "latn")]
    European,
    /// ٠١٢٣٤٥٦٧٨٩
    #[serde(rename = "arab")]
    ArabicIndic,
}

impl Digits {
    /// A text with its digits, of whatever script, in these.
    ///
    /// ```
    /// use sijill::arabic::numbers::Digits;
    /// assert_eq!(Digits::ArabicIndic.of("7 نيسان 2021"), "٧ نيسان ٢٠٢١");
    /// assert_eq!(Digits::European.of("۷ و٧"), "7 و7");
    /// ```
    pub fn of(self, text: &str) -> String {
        text.chars().map(|c| digit_value(c).map_or(c, |value| self.digit(value))).collect()
    }

    /// A whole number without separators.
    ///
    /// ```
    /// use sijill::arabic::numbers::Digits;
    /// assert_eq!(Digits::ArabicIndic.plain(2021), "٢٠٢١");
    /// ```
    pub fn plain(self, number: u64) -> String {
        self.of(&number.to_string())
    }

    /// A whole number with a separator before each three digits: «1,234» and «١٬٢٣٤».
    ///
    /// ```
    /// use sijill::arabic::numbers::Digits;
    /// assert_eq!(Digits::European.grouped(1_234_567), "1,234,567");
    /// assert_eq!(Digits::ArabicIndic.grouped(1_234), "١٬٢٣٤");
    /// assert_eq!(Digits::European.grouped(999), "999");
    /// ```
    pub fn grouped(self, number: u64) -> String {
        let digits = number.to_string();
        let separator = match self {
            Self::European => ',',
            Self::ArabicIndic => '٬',
        };
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        self.of(&grouped)
    }

    /// One digit, 0 to 9.
    const fn digit(self, value: u32) -> char {
        let zero = match self {
            Self::European => '0',
            Self::ArabicIndic => '٠',
        };
        match char::from_u32(zero as u32 + value) {
            Some(digit) => digit,
            None => zero,
        }
    }
}

/// The whole number that a token of digits spells, its separators of thousands left out.
///
/// Nothing where there is a fraction, a letter, no digit at all, or more than fits.
///
/// ```
/// use sijill::arabic::numbers::digits::whole_number;
/// assert_eq!(whole_number("٢٬٥٠٠"), Some(2500));
/// assert_eq!(whole_number("1,234,567"), Some(1_234_567));
/// assert_eq!(whole_number("2021"), Some(2021));
/// assert_eq!(whole_number("3.5"), None);
/// assert_eq!(whole_number("3,5"), None);
/// ```
pub fn whole_number(token: &str) -> Option<u64> {
    let mut value: Option<u64> = None;
    let mut group = None;
    for c in token.chars() {
        match digit_value(c) {
            Some(digit) => {
                value = Some(value.unwrap_or(0).checked_mul(10)?.checked_add(u64::from(digit))?);
                group = group.map(|length: u32| length + 1);
            }
            None if matches!(c, ',' | '٬' | '،')
                && value.is_some()
                && group.is_none_or(|length| length == 3) =>
            {
                group = Some(0)
            }
            None => return None,
        }
    }
    value.filter(|_| group.is_none_or(|length| length == 3))
}

/// The number that a token of digits spells, with its fraction if it has one.
///
/// ```
/// use sijill::arabic::numbers::digits::number;
/// assert_eq!(number("٣٫٥"), Some(3.5));
/// assert_eq!(number("1,234.25"), Some(1234.25));
/// assert_eq!(number("3,5"), Some(3.5));
/// assert_eq!(number("خمسة"), None);
/// ```
pub fn number(token: &str) -> Option<f64> {
    if let Some(whole) = whole_number(token) {
        // Exact up to 2^53, which no number in a text of news exceeds.
        return Some(whole as f64);
    }
    let (whole, fraction) = token.rsplit_once(['.', '٫', ','])?;
    whole_number(whole)?;
    let digits = |text: &str| {
        text.chars()
            .filter_map(digit_value)
            .filter_map(|digit| char::from_digit(digit, 10))
            .collect::<String>()
    };
    if fraction.is_empty() || fraction.chars().any(|c| digit_value(c).is_none()) {
        return None;
    }
    format!("{}.{}", digits(whole), digits(fraction)).parse().ok()
}
