//! What the characters of a line say: addresses, hashtags, bare numbers, clocks, foreign letters.

use super::asked::{NUMBER, of_length};
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

/// Whether a line shows a mark.
type Shows<S> = fn(&S) -> bool;

impl Shape<'_> {
    /// The marks that no sentence of an article has there: how many words stand beside one at most, and what it makes of a line.
    const MARKS: [(usize, Shows<Self>, Reason); 5] = [
        (14, Self::has_address, Reason::Address),
        (3, |shape| shape.line.starts_with('@'), Reason::Account),
        (LONGEST, Self::is_tagged, Reason::Hashtags),
        (8, Self::is_bracketed, Reason::Bracketed),
        (LONGEST, Self::is_choice, Reason::PollChoice),
    ];

    /// By such a mark.
    fn by_mark(&self) -> Option<Reason> {
        let mut marks = Self::MARKS.iter().filter(|(most, ..)| self.words.len() <= *most);
        let mark = marks.find(|(_, shows, _)| shows(self));
        mark.map_or_else(|| self.rights(), |&(.., reason)| Some(reason))
    }

    /// «https://example.org/news»
    fn has_address(&self) -> bool {
        ["http://", "https://", "www.", "t.me/"].iter().any(|start| self.line.contains(start))
    }

    /// «[صورة من الأرشيف]»
    fn is_bracketed(&self) -> bool {
        self.line.strip_prefix('[').is_some_and(|rest| rest.ends_with(']'))
    }

    /// «○ نعم»
    fn is_choice(&self) -> bool {
        self.line.starts_with(['○', '◯', '☐', '□', '◻', '⚪'])
    }

    /// Every word of the line is a hashtag, or it is «# النهر».
    fn is_tagged(&self) -> bool {
        /// How many words stand behind a hash that has a space.
        const SPACED: usize = 4;
        match self.line.matches('#').count() {
            0 => false,
            hashtags if hashtags + 1 >= self.line.split_whitespace().count() => true,
            _ => self.words.len() <= SPACED && self.line.starts_with("# "),
        }
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
        let short = self.words.len() <= FOREIGN && self.ending != Ending::Stop;
        if short && !self.line.chars().any(is_arabic_letter) {
            return Some(self.foreign());
        }
        self.is_initials().then(|| Evidence::certain(Reason::Initials))
    }

    fn foreign(&self) -> Evidence {
        /// How many numbers a day with its hour has: «Mon 12/03/2019 14:05».
        const MOMENT: usize = 5;
        // «👁 1250»
        let is_sign = |c: char| match c {
            c if c.is_alphanumeric() => false,
            c if c.is_ascii_punctuation() => false,
            c => !c.is_whitespace(),
        };
        let is_moment = || self.line.contains(':') && self.line.contains(['-', '/', '.']);
        match self.numbers {
            MOMENT.. if is_moment() => Evidence::dated(Reason::DayFigures),
            1.. if self.line.chars().any(is_sign) => Evidence::certain(Reason::CounterSign),
            _ => Evidence::certain(Reason::Latin),
        }
    }

    fn bare_numbers(&self) -> Evidence {
        match self.words {
            _ if self.line.contains('+') => Evidence::certain(Reason::BareFigures),
            [_, _, ..] if self.line.contains([':', '/', '-', '.']) => {
                Evidence::dated(Reason::DayFigures)
            }
            _ => Evidence::certain(Reason::BareFigures),
        }
    }

    /// «123 000 00 00», «+962 6 400 0000»: digits in groups, more than a date has.
    fn has_telephone(&self) -> bool {
        /// How many groups there are, and how many characters in them.
        const GROUPS: usize = 3;
        const CHARACTERS: usize = 9;
        /// How many words stand around it.
        const WORDS: usize = 16;
        let looks = (self.words.len(), self.numbers, self.ending);
        let (..=WORDS, GROUPS.., Ending::Open) = looks else { return false };
        let pieces: Vec<&str> = self.line.split(' ').collect();
        let characters =
            |run: &[&str]| run.iter().map(|piece| piece.chars().count()).sum::<usize>();
        let mut runs = pieces.split(|piece| !is_group(piece)).filter(|run| run.len() >= GROUPS);
        runs.any(|run| characters(run) >= CHARACTERS)
    }

    /// «مركز الدراسات        12»: a name, a wide gap and the number of the page.
    fn is_running_line(&self) -> bool {
        const WORDS: std::ops::RangeInclusive<usize> = 3..=12;
        const DIGITS: std::ops::RangeInclusive<usize> = 1..=4;
        const GAP: &str = "    ";
        let Some([first, .., last]) = of_length(self.words, WORDS) else { return false };
        if ![first, last].iter().any(|word| NUMBER.fits(word)) {
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
            .filter(|(number, _)| page(number.trim()))
            .any(|(_, name)| name.chars().any(is_arabic_letter))
    }

    /// «ع.ن/ر.ح»: letters with marks between them, at the end of agency copy.
    fn is_initials(&self) -> bool {
        /// How many letters such a line has at most, words, and bytes in a word.
        const LETTERS: usize = 24;
        const WORDS: usize = 8;
        const BYTES: u32 = 4;
        /// How many marks make it so whatever the words are.
        const MARKS: usize = 8;
        let are_short = |bytes: u32| self.words.iter().all(|word| word.len <= bytes);
        let short = self.words.len() <= WORDS && are_short(BYTES);
        if !short || self.line.chars().nth(LETTERS).is_some() {
            return false;
        }
        let is_mark = |c: &char| match c {
            c if c.is_alphanumeric() => false,
            c => !c.is_whitespace(),
        };
        // Single letters need no more marks than stand between them.
        let between = if are_short(2) { self.words.len().saturating_sub(1) } else { MARKS + 1 };
        self.line.chars().filter(is_mark).count() >= between.min(MARKS + 1)
    }
}

/// A piece of a telephone number: «+962», «(6)».
fn is_group(piece: &str) -> bool {
    let digit = |c: char| digit_value(c).is_some();
    let is_of_number = |c: char| match c {
        '+' | '(' | ')' => true,
        c => digit(c),
    };
    piece.chars().any(digit) && piece.chars().all(is_of_number)
}

/// Whether a clock stands at the head of the line, as before the headlines of a ticker.
pub(super) fn opens_with_clock(line: &str) -> bool {
    let digits = |text: &str| {
        text.chars().take_while(|&c| digit_value(c).is_some()).map(char::len_utf8).sum::<usize>()
    };
    let first = digits(line);
    let minutes = line[first..].strip_prefix(':').filter(|_| first > 0);
    minutes.filter(|rest| rest.contains(' ')).is_some_and(|rest| digits(rest) >= 2)
}
