//! A line parted into numbers, words and marks, with what no reader sees left out.

use crate::arabic::chars::{FATHATAN, TATWEEL, digit_value, is_tashkeel, is_zero_width};
use crate::arabic::fold::fold_char;
use crate::span::Span;

/// A number, a word or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its value and how many figures it has; a number of more than eight figures has none.
    Number(Option<u32>, usize),
    /// Its folded letters.
    Word(String),
    /// Whatever else is seen.
    Mark(char),
}

impl Piece {
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
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(letters) => Some(letters),
            _ => None,
        }
    }

    /// The mark.
    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }
}

/// Parts a line. A number and the letters behind it are two pieces («1447هـ»).
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    /// The most figures that a number may have.
    const FIGURES: usize = 8;
    let mut found: Vec<Piece> = Vec::new();
    let mut spaced = false;
    let mut closed = true;
    let mut figures_are_latin = false;
    for (at, c) in line.char_indices() {
        if is_zero_width(c) {
            continue;
        }
        if c.is_whitespace() {
            (spaced, closed) = (true, true);
            continue;
        }
        let end = at + c.len_utf8();
        if is_tashkeel(c) || c == TATWEEL {
            if let Some(last) = found.last_mut().filter(|last| !closed && last.word().is_some()) {
                last.span.end = end;
                // «مساءًرأس»: a word ends with its tanwin, where no alef is to follow.
                closed =
                    c == FATHATAN && last.word().is_some_and(|word| word.ends_with(['ا', 'ء']));
            }
            continue;
        }
        // «05.12.2023٥ ديسمبر ٢٠٢٣»: figures of another script are another number.
        let latin = c.is_ascii_digit();
        closed |= digit_value(c).is_some() && latin != figures_are_latin;
        figures_are_latin = if digit_value(c).is_some() { latin } else { figures_are_latin };
        let last = found.last_mut().filter(|_| !closed);
        if let Some(digit) = digit_value(c) {
            match last.map(|last| (&mut last.span, &mut last.kind)) {
                Some((span, Kind::Number(value, figures))) => {
                    *figures += 1;
                    *value = value.filter(|_| *figures <= FIGURES).map(|value| value * 10 + digit);
                    span.end = end;
                }
                _ => found.push(Piece {
                    span: Span::new(at, end),
                    kind: Kind::Number(Some(digit), 1),
                    spaced,
                }),
            }
        } else if c.is_alphabetic() {
            let folded = fold_char(c).into_iter().flat_map(char::to_lowercase);
            match last.map(|last| (&mut last.span, &mut last.kind)) {
                Some((span, Kind::Word(letters))) => {
                    letters.extend(folded);
                    span.end = end;
                }
                _ => found.push(Piece {
                    span: Span::new(at, end),
                    kind: Kind::Word(folded.collect()),
                    spaced,
                }),
            }
        } else {
            found.push(Piece { span: Span::new(at, end), kind: Kind::Mark(c), spaced });
        }
        (spaced, closed) = (false, false);
    }
    found
}
