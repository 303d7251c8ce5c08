//! Alphabetical order as Arabic indexes have it.
//!
//! The order of letters is that of CLDR for Arabic. «ال» does not count, and
//! neither do the seats of hamza and the marks, until all else is equal: ICU
//! itself files «البنتاغون» under alef.

use crate::arabic::clitics::Onto;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::chars::is_arabic_letter;
use super::fold::fold_char;

/// Which words at the head of a name do not count, besides «ال».
///
/// ```
/// use sijill::arabic::collate::{Heads, letter_heading};
/// assert_eq!(letter_heading("ابن سينا", Heads::Counted), 'أ');
/// assert_eq!(letter_heading("ابن سينا", Heads::Skipped), 'س');
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Heads {
    /// «ابن سينا» stands under alef, as catalogues have it by default.
    #[default]
    Counted,
    /// «ابن سينا» stands under seen: ابن، بن، أبو، أبي، أم، آل، عبد do not count.
    Skipped,
}

/// A key by which names stand in alphabetical order; cheap to compare.
///
/// ```
/// use sijill::arabic::collate::{Heads, sort_key};
/// assert!(sort_key("البصرة", Heads::Counted) < sort_key("بغداد", Heads::Counted));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

/// Particles at the head of a name, as written and without hamza.
const PARTICLES: [&str; 11] =
    ["ابن", "إبن", "بن", "أبو", "ابو", "أبي", "ابي", "أم", "ام", "آل", "عبد"];

/// Words whose first two letters are no article.
const NO_ARTICLE: [&str; 16] = [
    "الله",
    "الذي",
    "التي",
    "الذين",
    "اللذان",
    "اللتان",
    "اللاتي",
    "اللواتي",
    "الى",
    "التقى",
    "التزام",
    "التماس",
    "الهام",
    "الياس",
    "الزام",
    "الغاء",
];

/// The key of a name.
///
/// ```
/// use sijill::arabic::collate::{Heads, sort_key};
/// let mut names = ["واشنطن", "العراق", "البنتاغون", "أربيل", "آسيا", "بغداد"];
/// names.sort_by_cached_key(|name| sort_key(name, Heads::Counted));
/// assert_eq!(names, ["أربيل", "آسيا", "بغداد", "البنتاغون", "العراق", "واشنطن"]);
/// ```
pub fn sort_key(name: &str, heads: Heads) -> SortKey {
    let mut bytes = Vec::with_capacity(name.len() * 3);
    let collator = collator();
    // A vector of bytes takes all that is written to it.
    let (head, tail) = collated_head(name);
    let _ = collator.write_sort_key_to(&counted_part(head, heads), &mut bytes);
    // Below every byte of a key, so that a shorter name stands first.
    bytes.push(0);
    let _ = collator.write_sort_key_to(head, &mut bytes);
    if !tail.is_empty() {
        bytes.push(0);
        bytes.extend_from_slice(tail.as_bytes());
    }
    SortKey(bytes)
}

/// Which of two names stands first; the same order as that of their keys.
///
/// ```
/// use sijill::arabic::collate::{Heads, compare};
/// use std::cmp::Ordering;
/// assert_eq!(compare("الأنبار", "بابل", Heads::Counted), Ordering::Less);
/// assert_eq!(compare("ابن سينا", "الرازي", Heads::Skipped), Ordering::Greater);
/// ```
pub fn compare(a: &str, b: &str, heads: Heads) -> Ordering {
    let collator = collator();
    let ((a, a_tail), (b, b_tail)) = (collated_head(a), collated_head(b));
    let by_part = || collator.compare(&counted_part(a, heads), &counted_part(b, heads));
    by_part().then_with(|| collator.compare(a, b)).then_with(|| a_tail.cmp(b_tail))
}

/// A name parted where it is too long to be one: what is collated, and what is compared by bytes.
///
/// Collation takes quadratic time where marks follow on marks.
fn collated_head(name: &str) -> (&str, &str) {
    const CHARS: usize = 400;
    name.char_indices().nth(CHARS).map_or((name, ""), |(end, _)| name.split_at(end))
}

/// The letter under which a name stands in an index: «أ», «ب», … , a Latin capital, or «#» for all else.
///
/// ```
/// use sijill::arabic::collate::{Heads, letter_heading};
/// assert_eq!(letter_heading("العراق", Heads::Counted), 'ع');
/// assert_eq!(letter_heading("إيران", Heads::Counted), 'أ');
/// assert_eq!(letter_heading("ألمانيا", Heads::Counted), 'أ');
/// assert_eq!(letter_heading("OPEC", Heads::Counted), 'O');
/// assert_eq!(letter_heading("2021", Heads::Counted), '#');
/// ```
pub fn letter_heading(name: &str, heads: Heads) -> char {
    let part = counted_part(name, heads);
    let Some(first) = part.chars().find(|c| c.is_alphanumeric()) else { return '#' };
    match if first == 'ة' { 'ت' } else { fold_char(first).unwrap_or(first) } {
        'ا' | 'ء' => 'أ',
        'ژ' => 'ز',
        c if is_arabic_letter(c) => c,
        c if c.is_ascii_alphabetic() => c.to_ascii_uppercase(),
        _ => '#',
    }
}

/// The part of a name that counts: without «ال» and, if asked, without particles; آ with the other alefs.
///
/// ```
/// use sijill::arabic::collate::{Heads, counted_part};
/// assert_eq!(counted_part("الولايات المتحدة", Heads::Counted), "ولايات المتحدة");
/// assert_eq!(counted_part("أبو مهدي المهندس", Heads::Skipped), "مهدي المهندس");
/// assert_eq!(counted_part("ألبانيا", Heads::Counted), "ألبانيا");
/// ```
pub fn counted_part(name: &str, heads: Heads) -> Cow<'_, str> {
    let mut part = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    if heads == Heads::Skipped {
        while let Some(rest) = after_particle(part) {
            part = rest;
        }
    }
    let part = without_article(part);
    if part.contains(|c| filed_as(c) != c) {
        Cow::Owned(part.chars().map(filed_as).collect())
    } else {
        Cow::Borrowed(part)
    }
}

/// The letter under which a letter is filed that CLDR has elsewhere: آ before all alefs, Kurdish ڕ behind ز.
const fn filed_as(c: char) -> char {
    match c {
        'آ' => 'أ',
        'ڕ' | 'ڑ' => 'ر',
        'ٹ' => 'ت',
        'ڈ' => 'د',
        c => c,
    }
}

/// The name behind a particle at its head, if a name is left.
fn after_particle(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once([' ', '\u{00A0}'])?;
    let rest = rest.trim_start();
    (PARTICLES.contains(&first) && !rest.is_empty()).then_some(rest)
}

/// The name without «ال», if three letters of its word are left and the word has an article.
fn without_article(name: &str) -> &str {
    let end = name.find([' ', '\u{00A0}']).unwrap_or(name.len());
    let word = &name[..end];
    match name.behind_article() {
        Some(rest) if word.chars().count() >= 4 && !NO_ARTICLE.contains(&word) => rest,
        _ => name,
    }
}

/// The collator of CLDR for Arabic, made once.
fn collator() -> &'static CollatorBorrowed<'static> {
    static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        let arabic = Collator::try_new(locale!("ar").into(), options);
        // The data are compiled in, so neither of the two can fail.
        arabic
            .or_else(|_| Collator::try_new(Default::default(), options))
            .expect("collation data are compiled in")
    });
    &COLLATOR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_comparison_agree_on_the_corpus() {
        let corpus = include_str!("../../tests/corpus/sorting.txt");
        for (heads, section) in
            [Heads::Counted, Heads::Skipped].into_iter().zip(corpus.split("\n\n"))
        {
            let expected: Vec<&str> =
                section.lines().filter(|line| !line.starts_with('#')).collect();
            let mut by_key = expected.clone();
            by_key.reverse();
            let mut by_comparison = by_key.clone();
            by_key.sort_by_cached_key(|name| sort_key(name, heads));
            by_comparison.sort_by(|a, b| compare(a, b, heads));
            assert_eq!(by_key, expected);
            assert_eq!(by_comparison, expected);
        }
    }

    #[test]
    fn no_heading_comes_twice_in_a_sorted_index() {
        let starts = "ءآأإاىٱبپتةثجچحخدذرڕزژسشصضطظعغفڤقكکگلڵمنهہھەوۆيیێئؤ";
        let mut names: Vec<String> = starts
            .chars()
            .flat_map(|c| [format!("{c}مر"), format!("{c}ير"), format!("ال{c}مر")])
            .collect();
        names.extend(["Opec", "opec", "2021", "٣"].map(str::to_owned));
        names.sort_by_cached_key(|name| sort_key(name, Heads::Counted));
        let mut headings: Vec<char> =
            names.iter().map(|name| letter_heading(name, Heads::Counted)).collect();
        headings.dedup();
        let mut once = headings.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), headings.len(), "{headings:?}");
    }
}
