//! Which words a day of a page can begin with, so that all others are passed over at one look.

use std::sync::LazyLock;

use crate::arabic::calendar::hijri::hijri_month_names;
use crate::arabic::calendar::months::{LATIN_MONTHS, LIBYAN, month_spellings};
use crate::arabic::fold::folded;
use crate::arabic::numbers::parse::ordinal_openings;
use crate::arabic::quick_hash::WordMap;

/// What may begin with a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opens(u8);

impl Opens {
    /// The number of a day: «الرابع عشر».
    pub(super) const DAY: Self = Self(1);
    /// The name of a month: «تشرين الأول», «ذوالحجة».
    pub(super) const MONTH: Self = Self(2);

    /// Whether it is one of these.
    #[inline]
    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

impl std::ops::BitOr for Opens {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static OPENINGS: LazyLock<WordMap<String, Opens>> = LazyLock::new(|| {
    let mut openings: WordMap<String, Opens> = WordMap::default();
    let mut add = |name: &str, opens: Opens| {
        let first = name.split(' ').next().unwrap_or_default();
        let known = openings.entry(first.to_owned()).or_default();
        *known = *known | opens;
    };
    ordinal_openings().for_each(|word| add(&word, Opens::DAY));
    month_spellings().iter().for_each(|(name, _)| add(name, Opens::MONTH));
    LATIN_MONTHS.iter().for_each(|(name, _)| add(name, Opens::MONTH));
    LIBYAN.iter().for_each(|name| add(&folded(name), Opens::MONTH));
    for name in hijri_month_names() {
        add(name, Opens::MONTH);
        // «ذوالحجة»: typed without the space.
        add(&name.replacen(' ', "", 1), Opens::MONTH);
    }
    openings
});

/// What may begin with a word whose letters are folded one by one.
pub(super) fn opens(letters: &str) -> Opens {
    /// The first byte of the forms in which two letters are one character («ﻻ»), which folding takes apart.
    const OF_FORMS: u8 = 0xEF;
    let of = |letters: &str| OPENINGS.get(letters).copied().unwrap_or_default();
    if letters.bytes().any(|byte| byte == OF_FORMS) { of(&folded(letters)) } else { of(letters) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_a_day_are_told_from_others() {
        for word in ["تشرين", "ذو", "ذوالحجه", "septembre", "ذي", "الفاتح", "ربيع"]
        {
            assert!(opens(word).any(Opens::MONTH), "{word}");
        }
        for word in ["الرابع", "رابع", "العشرين", "حادي", "اول"] {
            assert!(opens(word).any(Opens::DAY), "{word}");
        }
        assert!(opens("ا\u{FEF7}ول").any(Opens::DAY));
        for word in ["الوزير", "عشرين", "المؤتمر", ""] {
            assert_eq!(opens(word), Opens::default(), "{word}");
        }
    }
}
