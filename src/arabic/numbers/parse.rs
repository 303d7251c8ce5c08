//! Number words read: «ألفين وخمسمئة» is 2500, «الحادية عشرة» the eleventh.

use crate::arabic::clitics::{AND, Onto};
use std::sync::LazyLock;

use super::super::fold::folded;
use super::super::quick_hash::WordMap;

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// 0, which stands alone.
    Zero,
    /// 1 to 9, and 10.
    Unit(u64),
    /// The «عشر» of 11 to 19, or 10 by itself.
    Ten,
    /// 20 to 90.
    Tens(u64),
    /// 100, which multiplies a unit before it.
    Hundred,
    /// 200 to 900 in one word.
    Hundreds(u64),
    /// 1,000 and its powers, which multiply all before them.
    Scale(u64),
    /// Two of a scale.
    TwoOf(u64),
}

/// The words, unfolded, and what they add.
const WORDS: [(&str, Part); 91] = [
    ("صفر", Part::Zero),
    ("واحد", Part::Unit(1)),
    ("واحدة", Part::Unit(1)),
    ("أحد", Part::Unit(1)),
    ("إحدى", Part::Unit(1)),
    ("اثنان", Part::Unit(2)),
    ("اثنين", Part::Unit(2)),
    ("اثنتان", Part::Unit(2)),
    ("اثنتين", Part::Unit(2)),
    ("اثنا", Part::Unit(2)),
    ("اثني", Part::Unit(2)),
    ("اثنتا", Part::Unit(2)),
    ("اثنتي", Part::Unit(2)),
    ("ثلاثة", Part::Unit(3)),
    ("ثلاث", Part::Unit(3)),
    ("أربعة", Part::Unit(4)),
    ("أربع", Part::Unit(4)),
    ("خمسة", Part::Unit(5)),
    ("خمس", Part::Unit(5)),
    ("ستة", Part::Unit(6)),
    ("ست", Part::Unit(6)),
    ("سبعة", Part::Unit(7)),
    ("سبع", Part::Unit(7)),
    ("ثمانية", Part::Unit(8)),
    ("ثماني", Part::Unit(8)),
    ("ثمان", Part::Unit(8)),
    ("تسعة", Part::Unit(9)),
    ("تسع", Part::Unit(9)),
    ("عشرة", Part::Ten),
    ("عشر", Part::Ten),
    ("عشرون", Part::Tens(20)),
    ("عشرين", Part::Tens(20)),
    ("ثلاثون", Part::Tens(30)),
    ("ثلاثين", Part::Tens(30)),
    ("أربعون", Part::Tens(40)),
    ("أربعين", Part::Tens(40)),
    ("خمسون", Part::Tens(50)),
    ("خمسين", Part::Tens(50)),
    ("ستون", Part::Tens(60)),
    ("ستين", Part::Tens(60)),
    ("سبعون", Part::Tens(70)),
    ("سبعين", Part::Tens(70)),
    ("ثمانون", Part::Tens(80)),
    ("ثمانين", Part::Tens(80)),
    ("تسعون", Part::Tens(90)),
    ("تسعين", Part::Tens(90)),
    ("مئة", Part::Hundred),
    ("مائة", Part::Hundred),
    ("ماية", Part::Hundred),
    ("مئتان", Part::Hundreds(200)),
    ("مئتين", Part::Hundreds(200)),
    ("مئتا", Part::Hundreds(200)),
    ("مئتي", Part::Hundreds(200)),
    ("مائتان", Part::Hundreds(200)),
    ("مائتين", Part::Hundreds(200)),
    ("مائتا", Part::Hundreds(200)),
    ("مائتي", Part::Hundreds(200)),
    ("ألف", Part::Scale(1_000)),
    ("ألفا", Part::Scale(1_000)),
    ("آلاف", Part::Scale(1_000)),
    ("ألفان", Part::TwoOf(1_000)),
    ("ألفين", Part::TwoOf(1_000)),
    ("ألفي", Part::TwoOf(1_000)),
    ("مليون", Part::Scale(1_000_000)),
    ("مليونا", Part::Scale(1_000_000)),
    ("ملايين", Part::Scale(1_000_000)),
    ("مليونان", Part::TwoOf(1_000_000)),
    ("مليونين", Part::TwoOf(1_000_000)),
    ("مليوني", Part::TwoOf(1_000_000)),
    ("مليار", Part::Scale(1_000_000_000)),
    ("مليارا", Part::Scale(1_000_000_000)),
    ("مليارات", Part::Scale(1_000_000_000)),
    ("ملياران", Part::TwoOf(1_000_000_000)),
    ("مليارين", Part::TwoOf(1_000_000_000)),
    ("ملياري", Part::TwoOf(1_000_000_000)),
    ("بليون", Part::Scale(1_000_000_000)),
    ("بليونا", Part::Scale(1_000_000_000)),
    ("بلايين", Part::Scale(1_000_000_000)),
    ("تريليون", Part::Scale(1_000_000_000_000)),
    ("تريليونا", Part::Scale(1_000_000_000_000)),
    ("تريليونات", Part::Scale(1_000_000_000_000)),
    ("تريليونان", Part::TwoOf(1_000_000_000_000)),
    ("تريليونين", Part::TwoOf(1_000_000_000_000)),
    ("تريليوني", Part::TwoOf(1_000_000_000_000)),
    ("ترليون", Part::Scale(1_000_000_000_000)),
    ("ترليونا", Part::Scale(1_000_000_000_000)),
    ("ترليونات", Part::Scale(1_000_000_000_000)),
    ("بليونان", Part::TwoOf(1_000_000_000)),
    ("بليونين", Part::TwoOf(1_000_000_000)),
    ("ميليون", Part::Scale(1_000_000)),
    ("ميليار", Part::Scale(1_000_000_000)),
];

/// The units of 300 to 900 in one word: «خمسمئة», «خمسمائة».
const HUNDRED_UNITS: [(&str, u64); 9] = [
    ("ثلاث", 3),
    ("أربع", 4),
    ("خمس", 5),
    ("ست", 6),
    ("سبع", 7),
    ("ثمان", 8),
    ("ثماني", 8),
    ("تسع", 9),
    ("ثلث", 3),
];

/// The words by their folded spelling.
static PARTS: LazyLock<WordMap<String, Part>> = LazyLock::new(|| {
    let mut parts: WordMap<String, Part> =
        WORDS.iter().map(|&(word, part)| (folded(word), part)).collect();
    for (unit, value) in HUNDRED_UNITS {
        for hundred in ["مئة", "مائة", "ماية", "مية"] {
            parts.insert(folded(&format!("{unit}{hundred}")), Part::Hundreds(value * 100));
        }
    }
    parts
});

/// The number that a phrase spells, which holds nothing else.
///
/// ```
/// use sijill::arabic::numbers::parse::number_in_words;
/// assert_eq!(number_in_words("ألفين وخمسمئة"), Some(2500));
/// assert_eq!(number_in_words("مئة وخمسون"), Some(150));
/// assert_eq!(number_in_words("ثلاثمائة ألف"), Some(300_000));
/// assert_eq!(number_in_words("إحدى عشرة"), Some(11));
/// assert_eq!(number_in_words("خمسة جنود"), None);
/// ```
pub fn number_in_words(phrase: &str) -> Option<u64> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    leading_number(&words).filter(|&(_, used)| used == words.len()).map(|(value, _)| value)
}

/// The number that the first words spell, and how many words it takes: the longest that makes sense.
///
/// The words may be folded or not. The first one is taken as it is: a clitic on
/// it («بخمسة») is for the caller to take off.
///
/// ```
/// use sijill::arabic::numbers::parse::leading_number;
/// assert_eq!(leading_number(&["ثلاثة", "وعشرون", "جنديًا", "وضابط"]), Some((23, 2)));
/// assert_eq!(leading_number(&["مئة", "وزير"]), Some((100, 1)));
/// assert_eq!(leading_number(&["وزير"]), None);
/// ```
pub fn leading_number(words: &[&str]) -> Option<(u64, usize)> {
    let mut sum = Sum::default();
    let mut used = 0;
    for (place, word) in words.iter().enumerate() {
        let word = folded(word);
        let plain =
            PARTS.get(&word).copied().filter(|&part| place == 0 || sum.continues_without_and(part));
        let joined =
            || word.behind(AND).filter(|_| place > 0).and_then(|rest| PARTS.get(rest)).copied();
        let (part, is_joined) = match plain {
            Some(part) => (part, false),
            None => match joined() {
                Some(part) => (part, true),
                None => break,
            },
        };
        if !sum.add(part, is_joined) {
            break;
        }
        used = place + 1;
    }
    (used > 0).then_some((sum.value(), used))
}

/// A number as it grows.
#[derive(Default)]
struct Sum {
    /// What scales have closed.
    closed: u64,
    /// What stands before the next scale, below 1,000.
    open: u64,
    /// The smallest scale so far.
    scale: Option<u64>,
    last: Option<Part>,
}

impl Sum {
    fn value(&self) -> u64 {
        self.closed + self.open
    }

    /// Whether a part may follow the last one without «و».
    fn continues_without_and(&self, part: Part) -> bool {
        match part {
            Part::Ten | Part::Hundred => matches!(self.last, Some(Part::Unit(_))),
            Part::Scale(_) => {
                self.last.is_some()
                    && !matches!(self.last, Some(Part::Scale(_) | Part::TwoOf(_) | Part::Zero))
            }
            _ => false,
        }
    }

    /// Adds a part if a number can go on so.
    fn add(&mut self, part: Part, is_joined: bool) -> bool {
        let fits = match part {
            Part::Zero => self.last.is_none(),
            Part::Unit(unit) => self.open.is_multiple_of(100) && self.close_or_open(unit),
            Part::Ten => match self.last {
                Some(Part::Unit(unit)) if !is_joined && unit < 10 => self.close_or_open(10),
                _ => self.open.is_multiple_of(100) && self.close_or_open(10),
            },
            Part::Tens(tens) => self.open % 100 < 10 && self.close_or_open(tens),
            Part::Hundred => match self.last {
                Some(Part::Unit(unit @ 3..=9)) if !is_joined => self.close_or_open(unit * 99),
                _ => self.open == 0 && self.close_or_open(100),
            },
            Part::Hundreds(hundreds) => self.open == 0 && self.close_or_open(hundreds),
            Part::Scale(scale) if is_joined || self.last.is_none() => {
                self.open == 0 && self.close(1, scale)
            }
            Part::Scale(scale) => {
                self.open > 0 && {
                    let count = std::mem::take(&mut self.open);
                    self.close(count, scale) || {
                        self.open = count;
                        false
                    }
                }
            }
            Part::TwoOf(scale) => self.open == 0 && self.close(2, scale),
        };
        if fits {
            self.last = Some(part);
        }
        fits
    }

    fn close_or_open(&mut self, more: u64) -> bool {
        self.open += more;
        self.open < 1_000
    }

    /// Adds `count` of a scale; scales only fall, but «مئة ألف وألفان» has one twice.
    fn close(&mut self, count: u64, scale: u64) -> bool {
        if self.scale.is_some_and(|last| last < scale || (last == scale && count > 2)) {
            return false;
        }
        self.closed += count * scale;
        self.scale = Some(scale);
        true
    }
}

/// Ordinals of units, folded, without «ال».
const ORDINAL_UNITS: [(&str, u32); 24] = [
    ("اول", 1),
    ("اولي", 1),
    ("ثاني", 2),
    ("ثان", 2),
    ("ثانيه", 2),
    ("ثالث", 3),
    ("ثالثه", 3),
    ("رابع", 4),
    ("رابعه", 4),
    ("خامس", 5),
    ("خامسه", 5),
    ("سادس", 6),
    ("سادسه", 6),
    ("سابع", 7),
    ("سابعه", 7),
    ("ثامن", 8),
    ("ثامنه", 8),
    ("تاسع", 9),
    ("تاسعه", 9),
    ("عاشر", 10),
    ("عاشره", 10),
    ("حادي", 11),
    ("حاديه", 11),
    ("حاد", 11),
];

/// The ordinal that the first words spell, 1 to 99, and how many words it takes.
///
/// With «ال» or without, in both genders and cases; tens alone need their «ال»
/// («العشرون»), for «عشرون» is a number.
///
/// ```
/// use sijill::arabic::numbers::parse::leading_ordinal;
/// assert_eq!(leading_ordinal(&["الحادية", "عشرة", "للحوار"]), Some((11, 2)));
/// assert_eq!(leading_ordinal(&["الثالث", "والعشرين"]), Some((23, 2)));
/// assert_eq!(leading_ordinal(&["ثالثة"]), Some((3, 1)));
/// assert_eq!(leading_ordinal(&["العشرون"]), Some((20, 1)));
/// assert_eq!(leading_ordinal(&["عشرون"]), None);
/// ```
pub fn leading_ordinal(words: &[&str]) -> Option<(u32, usize)> {
    let first = folded(words.first()?);
    let second = words.get(1).map(|word| folded(word));
    let bare = first.behind_article();
    if let Some(tens) = bare.and_then(tens_of) {
        return Some((tens, 1));
    }
    let stem = bare.unwrap_or(&first);
    let unit = ORDINAL_UNITS.iter().find(|(word, _)| *word == stem).map(|&(_, unit)| unit)?;
    let low = if unit == 11 { 1 } else { unit };
    if let Some(second) = second.as_deref().filter(|_| low < 10) {
        if matches!(second, "عشر" | "عشره") && (low > 1 || unit == 11) {
            return Some((10 + low, 2));
        }
        let tens = second.behind(AND).and_then(|second| tens_of(second.without_article()));
        if let Some(tens) = tens {
            return Some((tens + low, 2));
        }
    }
    // «حادي» alone is no ordinal.
    (unit <= 10).then_some((unit, 1))
}

/// The folded words with which an ordinal can begin.
pub(crate) fn ordinal_openings() -> impl Iterator<Item = String> {
    let units =
        ORDINAL_UNITS.iter().flat_map(|(word, _)| [(*word).to_owned(), format!("ال{word}")]);
    let tens = WORDS.iter().filter(|(_, part)| matches!(part, Part::Tens(_)));
    units.chain(tens.map(|(word, _)| format!("ال{}", folded(word))))
}

fn tens_of(word: &str) -> Option<u32> {
    match PARTS.get(word) {
        Some(&Part::Tens(tens)) => u32::try_from(tens).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::ordinal::ordinal;
    use super::super::spell::spell;
    use super::super::{Case, Gender};
    use super::*;

    const GENDERS: [Gender; 2] = [Gender::Masculine, Gender::Feminine];
    const CASES: [Case; 2] = [Case::Nominative, Case::Oblique];

    fn round_trip(number: u64) {
        for gender in GENDERS {
            for case in CASES {
                let words = spell(number, gender, case).expect("it is spelled");
                assert_eq!(number_in_words(&words), Some(number), "{words}");
            }
        }
    }

    #[test]
    fn numbers_to_ten_thousand_come_back() {
        (0..=10_000).for_each(round_trip);
    }

    #[test]
    fn ten_thousand_numbers_to_a_trillion_come_back() {
        let mut state = 20_240_607_u64;
        for _ in 0..10_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // As many short numbers as long ones.
            let limit = 10_u64.pow(4 + (state >> 60) as u32 % 9);
            round_trip((state >> 20) % (limit + 1));
        }
        round_trip(1_000_000_000_000);
    }

    #[test]
    fn ordinals_come_back() {
        for number in 1..=99 {
            for gender in GENDERS {
                for case in CASES {
                    let phrase = ordinal(number, gender, case).expect("it is spelled");
                    let words: Vec<&str> = phrase.split(' ').collect();
                    assert_eq!(leading_ordinal(&words), Some((number, words.len())), "{phrase}");
                }
            }
        }
    }

    /// `number = phrase`; `- phrase` is no number as a whole.
    #[test]
    fn the_corpus_is_read_as_it_says() {
        let corpus = include_str!("../../../tests/corpus/number-words.txt");
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((number, phrase)) => {
                    assert_eq!(number_in_words(phrase), number.parse().ok(), "{line}")
                }
                None => assert_eq!(number_in_words(line.trim_start_matches("- ")), None, "{line}"),
            }
        }
    }
}
