//! How the letters of a word sound: as those of foreign names do («فينوغرادوف»), or as those of everyday words («المعطيات»).
//!
//! Two counts of three letters in a row, one of the foreign names of the lists, one of everyday words as they are written; a word is
//! rather of the one of which its own rows are met more often.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::arabic::fold::folded;

/// Single names that came to Arabic from other languages.
const FOREIGN: &str = include_str!("names/generated/foreign.txt");
/// Everyday words, with what is written onto them and without.
const EVERYDAY: [&str; 2] = [include_str!("prose.txt"), include_str!("common.txt")];

/// The letters that are told apart; all others count as one more, and so does the edge of a word.
const LETTERS: [char; 29] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي', 'ء',
];
const OTHER: usize = LETTERS.len();
const EDGE: usize = OTHER + 1;
const COUNT: usize = EDGE + 1;

/// How many steps of [`sound`] make twice as likely.
const STEPS: i32 = 16;

/// How much more likely three letters in a row are in a foreign name than in an everyday word.
static ROWS: LazyLock<Vec<i16>> = LazyLock::new(|| {
    let everyday: BTreeSet<String> = EVERYDAY.iter().flat_map(|list| entries(list)).collect();
    let foreign = entries(FOREIGN).filter(|name| !everyday.contains(name));
    let foreign = Counts::of(foreign.collect::<BTreeSet<_>>().iter());
    let everyday = Counts::of(everyday.iter());
    let all = (0..COUNT * COUNT * COUNT)
        .map(|row| [row / (COUNT * COUNT), row / COUNT % COUNT, row % COUNT]);
    let more = all.map(|row| logarithm(foreign.likely(row)) - logarithm(everyday.likely(row)));
    more.map(|more| i16::try_from(more).unwrap_or(0)).collect()
});

/// The folded words of a list, its notes and headings left out; a name of several words is none.
fn entries(list: &str) -> impl Iterator<Item = String> + '_ {
    let lines = list.lines().filter(|line| !line.starts_with(['#', '[']));
    lines
        .flat_map(|line| line.split('،'))
        .map(|entry| folded(entry.trim()))
        .filter(|entry| !entry.is_empty() && !entry.contains(' '))
}

/// How often letters stand in a row.
struct Counts {
    three: Vec<u64>,
    /// The first two of three.
    begun: Vec<u64>,
    two: Vec<u64>,
    one: Vec<u64>,
}

impl Counts {
    fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let mut counts = Self {
            three: vec![0; COUNT * COUNT * COUNT],
            begun: vec![0; COUNT * COUNT],
            two: vec![0; COUNT * COUNT],
            one: vec![0; COUNT],
        };
        for word in words {
            for [before, at, after] in rows(word) {
                counts.three[(before * COUNT + at) * COUNT + after] += 1;
                counts.begun[before * COUNT + at] += 1;
                counts.two[at * COUNT + after] += 1;
                counts.one[at] += 1;
            }
        }
        counts
    }

    /// How likely the last letter of three is behind the others, in parts of [`WHOLE`]; what was seldom seen leans on two letters, and
    /// these on all alike.
    fn likely(&self, [before, at, after]: [usize; 3]) -> u64 {
        /// How much two letters count beside three.
        const LEAN: u64 = 4;
        let pair =
            (self.two[at * COUNT + after] * 2 + 1) * WHOLE / (self.one[at] * 2 + COUNT as u64);
        let begun = self.begun[before * COUNT + at];
        let row = self.three[(before * COUNT + at) * COUNT + after];
        (row * WHOLE + LEAN * pair) / (begun + LEAN)
    }
}

/// What is certain, as a likelihood.
const WHOLE: u64 = 1 << 24;

/// The logarithm to the base of two, in parts of [`STEPS`], with a straight line between two powers.
fn logarithm(likely: u64) -> i32 {
    let likely = likely.max(1);
    let whole = likely.ilog2();
    let rest = ((likely - (1 << whole)) * STEPS as u64) >> whole;
    whole as i32 * STEPS + rest as i32
}

/// The rows of three letters of a word, its edges among them.
fn rows(word: &str) -> impl Iterator<Item = [usize; 3]> + '_ {
    let number = |letter| LETTERS.iter().position(|&known| known == letter).unwrap_or(OTHER);
    let letters = word.chars().map(number).chain([EDGE]);
    letters.scan([EDGE, EDGE], |before, letter| {
        let row = [before[0], before[1], letter];
        *before = [before[1], letter];
        Some(row)
    })
}

/// How the letters of a word sound, from everyday to foreign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sound(u8);

impl Sound {
    /// Where one sound ends and the next begins, in steps of [`STEPS`] to the doubling.
    const BOUNDS: [i32; 8] = [-200, -140, -90, -45, 0, 35, 70, 115];
    /// How many there are.
    pub const COUNT: usize = Self::BOUNDS.len() + 1;
    /// The most everyday one.
    pub const EVERYDAY: Self = Self(0);
    /// From here on a word sounds more like a foreign name than not.
    pub const FOREIGN: Self = Self(6);

    /// Its number, from the most everyday on.
    pub const fn number(self) -> usize {
        self.0 as usize
    }
}

/// How the letters of a folded word sound.
///
/// ```
/// use sijill::arabic::fold::folded;
/// use sijill::arabic::lexicon::{Sound, sound};
/// assert!(sound(&folded("فينوغرادوف")) >= Sound::FOREIGN);
/// assert!(sound(&folded("المعطيات")) < Sound::FOREIGN);
/// ```
pub fn sound(word: &str) -> Sound {
    let more: i32 = rows(word).map(|[a, b, c]| i32::from(ROWS[(a * COUNT + b) * COUNT + c])).sum();
    // There are fewer bounds than a byte can count.
    Sound(Sound::BOUNDS.iter().filter(|&&bound| more >= bound).count() as u8)
}
