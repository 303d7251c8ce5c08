//! What the characters of a line say: addresses, hashtags, bare numbers, clocks, foreign letters.

use super::blocks::{Block, Ending};
use super::evidence::Evidence;
use super::reason::Reason;
use super::words::{Class, Word};
use crate::arabic::chars::{digit_value, is_arabic_letter};

/// Lines with more words than this are texts.
const LONGEST: usize = 30;

/// A line as its marks and figures show it.
struct Shape<'l> {
    line: &'l str,
    words: &'l [Word],
    ending: Ending,
    /// How many of the words are numbers.
    numbers: usize,
}

/// What the characters of a line say.
pub(super) fn by_shape(block: &Block, words: &[Word], line: &str) -> Option<Evidence> {
    if words.len() > LONGEST {
        return None;
    }
    let numbers = words.iter().filter(|word| word.class == Class::Number).count();
    let shape = Shape { line, words, ending: block.ending, numbers };
    shape
        .by_mark()
        .map(Evidence::certain)
        .or_else(|| shape.by_figures())
        .or_else(|| shape.by_letters())
}

/// How many hashes open a line as a heading of Markdown: «## خلفية» has two, «#خلفية» and «# #خلفية» none.
pub(super) fn heading_marks(line: &str) -> Option<usize> {
    /// Markdown has no lower heading.
    const MOST: usize = 6;
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    let is_heading = words.starts_with(' ') && !words.contains('#');
    (is_heading && (1..=MOST).contains(&marks)).then_some(marks)
}

impl Shape<'_> {
    /// By a mark that no sentence of an article has there.
    fn by_mark(&self) -> Option<Reason> {
        /// How many words stand around an address.
        const ADDRESS: usize = 14;
        /// How many words the name of an account has.
        const ACCOUNT: usize = 3;
        /// How many words stand in square brackets.
        const BRACKETED: usize = 8;
        let (line, len) = (self.line, self.words.len());
        if len <= ADDRESS
            && ["http://", "https://", "www.", "t.me/"].iter().any(|start| line.contains(start))
        {
            return Some(Reason::Address);
        }
        if len <= ACCOUNT && line.starts_with('@') {
            return Some(Reason::Account);
        }
        if self.is_tagged() {
            return Some(Reason::Hashtags);
        }
        if len <= BRACKETED && line.starts_with('[') && line.ends_with(']') {
            return Some(Reason::Bracketed);
        }
        if line.starts_with(['○', '◯', '☐', '□', '◻', '⚪']) {
            return Some(Reason::PollChoice);
        }
        self.rights()
    }

    /// Every word of the line is a hashtag, or it is «# النهر».
    fn is_tagged(&self) -> bool {
        /// How many words stand behind a hash that has a space.
        const SPACED: usize = 4;
        let hashtags = self.line.matches('#').count();
        let all = hashtags > 0 && hashtags + 1 >= self.line.split_whitespace().count();
        all || self.words.len() <= SPACED && self.line.starts_with("# ")
    }

    /// «© الرقيم», and a caption of some length before the sign.
    fn rights(&self) -> Option<Reason> {
        /// How many bytes a caption has.
        const CAPTION: usize = 20;
        let opens = self.line.starts_with('©');
        let at = self.line.find('©').filter(|_| opens || self.ending != Ending::Stop)?;
        Some(if at > CAPTION { Reason::CaptionRights } else { Reason::RightsSign })
    }

    /// By its figures: the number of a page, a telephone, a clock.
    fn by_figures(&self) -> Option<Evidence> {
        if self.numbers == 0 {
            return None;
        }
        if self.is_running_line() {
            return Some(Evidence::certain(Reason::RunningLine));
        }
        if self.has_telephone() {
            return Some(Evidence::certain(Reason::Telephone));
        }
        (self.numbers == self.words.len()).then(|| self.bare_numbers())
    }

    /// By its letters: foreign ones, or those of names cut short.
    fn by_letters(&self) -> Option<Evidence> {
        /// How many words a foreign line has.
        const FOREIGN: usize = 12;
        let foreign = self.words.len() <= FOREIGN
            && self.ending != Ending::Stop
            && !self.line.chars().any(is_arabic_letter);
        if foreign {
            return Some(self.foreign());
        }
        self.is_initials().then(|| Evidence::certain(Reason::Initials))
    }

    fn foreign(&self) -> Evidence {
        /// How many numbers a day with its hour has: «Mon 12/03/2019 14:05».
        const MOMENT: usize = 5;
        let sign =
            |c: char| !(c.is_alphanumeric() || c.is_ascii_punctuation() || c.is_whitespace());
        if self.numbers >= MOMENT && self.line.contains(':') && self.line.contains(['-', '/', '.'])
        {
            Evidence::dated(Reason::DayFigures)
        } else if self.numbers > 0 && self.line.chars().any(sign) {
            Evidence::certain(Reason::CounterSign)
        } else {
            Evidence::certain(Reason::Latin)
        }
    }

    fn bare_numbers(&self) -> Evidence {
        let parted = self.line.contains([':', '/', '-', '.']) && !self.line.contains('+');
        if parted && self.words.len() >= 2 {
            Evidence::dated(Reason::DayFigures)
        } else {
            Evidence::certain(Reason::BareFigures)
        }
    }

    /// «123 000 00 00», «+962 6 400 0000»: digits in groups, more than a date has.
    fn has_telephone(&self) -> bool {
        /// How many groups there are, and how many characters in them.
        const GROUPS: usize = 3;
        const CHARACTERS: usize = 9;
        /// How many words stand around it.
        const WORDS: usize = 16;
        let short = self.words.len() <= WORDS && self.ending == Ending::Open;
        let pieces: Vec<&str> = self.line.split(' ').collect();
        let long = |run: &[&str]| {
            run.len() >= GROUPS
                && run.iter().map(|piece| piece.chars().count()).sum::<usize>() >= CHARACTERS
        };
        short && self.numbers >= GROUPS && pieces.split(|piece| !is_group(piece)).any(long)
    }

    /// «مركز الدراسات        12»: a name, a wide gap and the number of the page.
    fn is_running_line(&self) -> bool {
        const WORDS: std::ops::RangeInclusive<usize> = 3..=12;
        const DIGITS: std::ops::RangeInclusive<usize> = 1..=4;
        const GAP: &str = "    ";
        let [first, .., last] = self.words else { return false };
        if !WORDS.contains(&self.words.len())
            || first.class != Class::Number && last.class != Class::Number
        {
            return false;
        }
        let page = |piece: &str| {
            DIGITS.contains(&piece.chars().count())
                && piece.chars().all(|c| digit_value(c).is_some())
        };
        let edges = [
            self.line.split_once(GAP),
            self.line.rsplit_once(GAP).map(|(name, page)| (page, name)),
        ];
        edges
            .into_iter()
            .flatten()
            .any(|(number, rest)| page(number.trim()) && rest.chars().any(is_arabic_letter))
    }

    /// «ع.ن/ر.ح»: letters with marks between them, at the end of agency copy.
    fn is_initials(&self) -> bool {
        /// How many letters such a line has at most, words, and bytes in a word.
        const LETTERS: usize = 24;
        const WORDS: usize = 8;
        const BYTES: u32 = 4;
        /// How many marks make it so whatever the words are.
        const MARKS: usize = 8;
        let short = self.words.len() <= WORDS && self.words.iter().all(|word| word.len <= BYTES);
        if !short || self.line.chars().take(LETTERS + 1).count() > LETTERS {
            return false;
        }
        let marks =
            self.line.chars().filter(|c| !(c.is_alphanumeric() || c.is_whitespace())).count();
        let single = self.words.iter().all(|word| word.len <= 2);
        marks > MARKS || single && marks + 1 >= self.words.len()
    }
}

/// A piece of a telephone number: «+962», «(6)».
fn is_group(piece: &str) -> bool {
    let digit = |c: char| digit_value(c).is_some();
    piece.chars().any(digit) && piece.chars().all(|c| digit(c) || ['+', '(', ')'].contains(&c))
}

/// Whether a clock stands at the head of the line, as before the headlines of a ticker.
pub(super) fn opens_with_clock(line: &str) -> bool {
    let digits = |text: &str| {
        text.chars().take_while(|&c| digit_value(c).is_some()).map(char::len_utf8).sum::<usize>()
    };
    let first = digits(line);
    let minutes = line[first..].strip_prefix(':').filter(|_| first > 0);
    minutes.is_some_and(|rest| digits(rest) >= 2 && rest.contains(' '))
}
