//! How the files of the index spell letters and numbers.

/// Letters of texts that change places with Latin ones, which take half the bytes.
pub(super) const SWAPPED: [&str; 2] = [
    "اأإآىيبتثجحخدذرزسشصضطظعغفقكلمنهوةؤئء،ًٌٍَُِّْ«»؛؟ـ",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
];

/// The digits of numbers, none of which needs an escape in a script or parts the words of a shard: the first half ends a
/// number, the second half says that more follows.
pub(super) const DIGITS: &str =
    "!#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~";
const HALF: usize = DIGITS.len() / 2;

/// The letters that change places, there and back: for each character below U+0700 the other one.
pub(super) struct Swap(Vec<char>);

impl Swap {
    pub(super) fn new() -> Self {
        let mut other: Vec<char> = ('\0'..'\u{700}').collect();
        let [arabic, latin] = SWAPPED;
        for (a, b) in arabic.chars().zip(latin.chars()) {
            other[a as usize] = b;
            other[b as usize] = a;
        }
        Self(other)
    }

    /// The letter that one changes places with, else the letter.
    pub(super) fn letter(&self, c: char) -> char {
        self.0.get(c as usize).copied().unwrap_or(c)
    }

    /// The text with its letters exchanged; twice gives the text again.
    pub(super) fn text(&self, text: &str) -> String {
        let mut swapped = String::with_capacity(text.len());
        swapped.extend(text.chars().map(|c| self.letter(c)));
        swapped
    }
}

/// One digit.
pub(super) fn digit(value: usize) -> char {
    DIGITS.as_bytes().get(value).map_or('!', |&digit| digit as char)
}

/// A number, its lowest digit last.
pub(super) fn number(value: usize, text: &mut String) {
    if value >= HALF {
        more(value / HALF - 1, text);
    }
    text.push(digit(value % HALF));
}

fn more(value: usize, text: &mut String) {
    if value >= HALF {
        more(value / HALF - 1, text);
    }
    text.push(digit(HALF + value % HALF));
}

/// Rising numbers as the gaps between them.
pub(super) fn rising(numbers: impl Iterator<Item = u32>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for value in numbers {
        number((value - next) as usize, &mut text);
        next = value + 1;
    }
    text
}
