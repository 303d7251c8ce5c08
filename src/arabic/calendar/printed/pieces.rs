//! A line parted into numbers, words and marks, with what no reader sees left out.

use std::ops::Range;

use chrono::Weekday;

use super::openings::{Opens, opens};
use crate::arabic::calendar::months::{latin_weekday, weekday_from_name};
use crate::arabic::chars::{
    FATHATAN, TATWEEL, digit_value, is_arabic_letter, is_tashkeel, is_zero_width,
};
use crate::arabic::clitics::Onto;
use crate::arabic::fold::fold_char;
use crate::arabic::lexicon::{BARE_WEEKDAY, is};
use crate::span::Span;

/// A number, a word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'l> {
    pub(super) span: Span,
    pub(super) kind: Kind<'l>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'l> {
    /// Its value and how many figures it has; a number of more than eight figures has none.
    Number(Option<u32>, usize),
    /// Its folded letters, and what may begin with it.
    Word(&'l str, Opens),
    /// Whatever else is seen.
    Mark(char),
}

impl<'l> Piece<'l> {
    /// The value of a number.
    pub(super) fn number(&self) -> Option<u32> {
        match self.kind {
            Kind::Number(value, _) => value,
            _ => None,
        }
    }

    /// The value of a number that has so many figures.
    pub(super) fn number_of(&self, figures: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number(value, len) if figures.contains(&len) => value,
            _ => None,
        }
    }

    /// The folded letters of a word.
    pub(super) fn word(&self) -> Option<&'l str> {
        match self.kind {
            Kind::Word(letters, _) => Some(letters),
            _ => None,
        }
    }

    /// Whether such a phrase may begin with the word.
    #[inline]
    pub(super) fn opens(&self, phrase: Opens) -> bool {
        matches!(self.kind, Kind::Word(_, opens) if opens.any(phrase))
    }

    /// The mark.
    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }
}

/// What is written without a gap.
enum Run {
    Number(Option<u32>, usize),
    Word(Range<usize>),
    Mark(char),
}

/// Parts a line, whose folded letters go to `letters`. A number and the letters behind it are two pieces («1447هـ»).
pub(super) fn pieces<'l>(line: &str, letters: &'l mut String) -> Vec<Piece<'l>> {
    let runs = runs(line, letters);
    let letters: &'l str = letters;
    let piece = |(span, run, spaced): (Span, Run, bool)| {
        let kind = match run {
            Run::Number(value, figures) => Kind::Number(value, figures),
            Run::Word(range) => Kind::Word(&letters[range.clone()], opens(&letters[range])),
            Run::Mark(mark) => Kind::Mark(mark),
        };
        Piece { span, kind, spaced }
    };
    runs.into_iter().map(piece).collect()
}

/// The runs of a line, each with whether white space stands before it.
fn runs(line: &str, letters: &mut String) -> Vec<(Span, Run, bool)> {
    /// The most figures that a number may have.
    const FIGURES: usize = 8;
    let mut found: Vec<(Span, Run, bool)> = Vec::new();
    letters.reserve(line.len());
    let mut spaced = false;
    let mut closed = true;
    let mut figures_are_latin = false;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        if !is_plain(c) {
            if is_zero_width(c) {
                continue;
            }
            if c.is_whitespace() {
                (spaced, closed) = (true, true);
                continue;
            }
            if is_tashkeel(c) || c == TATWEEL {
                let last = found.last_mut().filter(|_| !closed);
                if let Some((span, Run::Word(_), _)) = last {
                    span.end = end;
                    // «مساءًرأس»: a word ends with its tanwin, where no alef is to follow.
                    closed = c == FATHATAN && letters.ends_with(['ا', 'ء']);
                }
                continue;
            }
        }
        // «05.12.2023٥ ديسمبر ٢٠٢٣»: figures of another script are another number.
        let digit = digit_value(c);
        let latin = c.is_ascii_digit();
        closed |= digit.is_some() && latin != figures_are_latin;
        figures_are_latin = if digit.is_some() { latin } else { figures_are_latin };
        let last = found.last_mut().filter(|_| !closed);
        if let Some(digit) = digit {
            match last {
                Some((span, Run::Number(value, figures), _)) => {
                    *figures += 1;
                    *value = value.filter(|_| *figures <= FIGURES).map(|value| value * 10 + digit);
                    span.end = end;
                }
                _ => found.push((Span::new(at, end), Run::Number(Some(digit), 1), spaced)),
            }
        } else if is_plain(c) || c.is_alphabetic() {
            let start = letters.len();
            letters.extend(fold_char(c).into_iter().flat_map(char::to_lowercase));
            match last {
                Some((span, Run::Word(range), _)) => {
                    range.end = letters.len();
                    span.end = end;
                }
                _ => found.push((Span::new(at, end), Run::Word(start..letters.len()), spaced)),
            }
        } else {
            found.push((Span::new(at, end), Run::Mark(c), spaced));
        }
        (spaced, closed) = (false, false);
    }
    found
}

/// A letter of the common alphabet, of which all is known without a table.
#[inline]
fn is_plain(c: char) -> bool {
    c != TATWEEL && matches!(c, '\u{0621}'..='\u{064A}') && is_arabic_letter(c)
}

/// The weekday that a folded word names, in Arabic, English or French.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let bare = || Some(word).filter(|word| is(word, BARE_WEEKDAY));
    let named = word.behind_article().or_else(bare);
    named.and_then(weekday_from_name).or_else(|| latin_weekday(word))
}
