//! The raw body as blocks: lines, with those that were broken by hand put together.

use std::ops::Range;

use super::stamps;
use super::words::{Class, Word, words};
use crate::arabic::chars::{digit_value, is_bidi_control};
use crate::document::RemovedKind;
use crate::span::Span;

/// A line, or the lines of a paragraph that was broken by hand.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its bytes, without white space around.
    pub(super) span: Span,
    /// Its words.
    pub(super) words: Range<usize>,
    /// Its first line in the raw text, from 1.
    pub(super) line: usize,
    /// Its last line.
    pub(super) last_line: usize,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    /// How it ends.
    pub(super) ending: Ending,
    /// Whether a bullet, a dash or a number opens it.
    pub(super) bullet: bool,
    /// How many marks it has that part the items of a list in one line: | / • » #.
    pub(super) partings: usize,
    /// Why it is no writing of the article at all but a stamp put before it, as [`stamps`] found.
    pub(super) stamp: Option<(RemovedKind, &'static str)>,
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or dots.
    Loud,
    /// A colon.
    Colon,
    /// A comma or semicolon.
    Comma,
    /// None of these.
    Open,
}

/// All blocks of a body and their words.
pub(super) struct Blocks {
    pub(super) words: Vec<Word>,
    pub(super) blocks: Vec<Block>,
    /// Whether lines were broken by hand to some width.
    pub(super) wrapped: bool,
}

impl Block {
    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

impl Blocks {
    /// The words of a block.
    pub(super) fn words_of(&self, index: usize) -> &[Word] {
        &self.words[self.blocks[index].words.clone()]
    }
}

/// Finds the blocks of `body` in `text`.
pub(super) fn blocks(text: &str, body: Span) -> Blocks {
    let mut found = lines(text, body);
    let width = wrap_width(&found, text);
    if let Some(width) = width {
        found.blocks = join(found.blocks, &found.words, width, text);
    }
    found.wrapped = width.is_some();
    stamps::part(&mut found, text);
    found
}

/// One block a line, given lines (of a saved page).
pub(super) fn lines(text: &str, body: Span) -> Blocks {
    let mut found = Blocks { words: Vec::with_capacity(body.len() / 10), blocks: Vec::new(), wrapped: false };
    let first_line = text[..body.start].matches('\n').count() + 1;
    let mut apart = true;
    let mut start = body.start;
    for (line, piece) in (first_line..).zip(body.cut(text).split_inclusive('\n')) {
        let bare = piece.trim_matches(is_blank);
        if bare.is_empty() {
            apart = true;
        } else {
            let from = start + (piece.len() - piece.trim_start_matches(is_blank).len());
            let span = Span::new(from, from + bare.len());
            let first = found.words.len();
            words(bare, from, &mut found.words);
            let words = first..found.words.len();
            let (ending, bullet, partings) = (ending(bare), bullet(bare), partings(bare));
            found.blocks.push(Block { span, words, line, last_line: line, apart, ending, bullet, partings, stamp: None });
            apart = false;
        }
        start += piece.len();
    }
    found
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_bidi_control(c) || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{FFFC}')
}

fn ending(line: &str) -> Ending {
    let closing = |c: char| is_blank(c) || matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_');
    let bare = line.trim_end_matches(closing);
    match bare.chars().next_back() {
        Some('.' | '۔') if bare.ends_with("...") => Ending::Loud,
        Some('.' | '۔') => Ending::Stop,
        Some('؟' | '!' | '?' | '…') => Ending::Loud,
        Some(':') => Ending::Colon,
        Some('،' | ',' | '؛' | ';') => Ending::Comma,
        _ => Ending::Open,
    }
}

fn bullet(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('•' | '·' | '▪' | '■' | '●' | '○' | '◾' | '◼' | '*' | '►' | '▶' | '‣' | '⁃' | '–' | '—' | '-' | '✓' | '✔' | '➤') => {
            chars.next().is_some_and(|next| next.is_whitespace())
        }
        Some(first) if digit_value(first).is_some() => {
            let rest = line.trim_start_matches(|c| digit_value(c).is_some());
            rest.starts_with([')', '-', '.']) && rest[1..].starts_with(' ')
        }
        _ => false,
    }
}

fn partings(line: &str) -> usize {
    let (mut marks, mut open) = (0usize, 0usize);
    for c in line.chars() {
        match c {
            '|' | '>' | '›' | '/' | '•' | '#' | '·' | '—' | '\\' => marks += 1,
            '«' => open += 1,
            '»' if open > 0 => open -= 1,
            '»' => marks += 1,
            _ => {}
        }
    }
    marks + open
}

/// The width to which lines were broken by hand, if they were.
///
/// Broken lines are of one length and stop where no sentence does: many end
/// without a mark, and some on a word that ends no headline («في», «التي»).
fn wrap_width(found: &Blocks, text: &str) -> Option<usize> {
    let mut lengths: Vec<(usize, usize)> = Vec::new();
    for (index, block) in found.blocks.iter().enumerate() {
        if block.len() >= 5 {
            lengths.push((block.span.cut(text).chars().count(), index));
        }
    }
    if lengths.len() < 5 {
        return None;
    }
    let mut sorted: Vec<usize> = lengths.iter().map(|&(length, _)| length).collect();
    sorted.sort_unstable();
    let width = sorted[sorted.len() * 9 / 10];
    if !(30..=130).contains(&width) {
        return None;
    }
    let full: Vec<usize> = lengths.iter().filter(|&&(length, _)| length * 10 >= width * 7).map(|&(_, index)| index).collect();
    let open = full.iter().filter(|&&index| matches!(found.blocks[index].ending, Ending::Open | Ending::Comma)).count();
    let hanging = full
        .iter()
        .filter(|&&index| {
            let ends_low = found.words_of(index).last().is_some_and(|word| word.class == Class::Function);
            ends_low && matches!(found.blocks[index].ending, Ending::Open)
        })
        .count();
    let commas = full.iter().filter(|&&index| found.blocks[index].ending == Ending::Comma).count();
    (full.len() * 2 >= lengths.len() && open * 10 >= full.len() * 6 && hanging + commas >= 2 && (hanging + commas) * 12 >= full.len())
        .then_some(width)
}

/// Puts broken lines together: a line goes on in the next one where the next word would not have fitted.
fn join(blocks: Vec<Block>, words: &[Word], width: usize, text: &str) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len() / 4 + 1);
    // Length of the last line that went into the block at the end of the list.
    let mut last_length = 0;
    // Whether the block at the end of the list began behind a blank line.
    let mut last_apart = false;
    for block in blocks {
        let length = block.span.cut(text).chars().count();
        let goes_on = joined.last().is_some_and(|last| {
            let next = words.get(block.words.start).map_or(0, |word| word.span().cut(text).chars().count());
            let full = last_length + 1 + next + 3 >= width;
            let ends = last.ending == Ending::Stop && last_length * 10 < width * 9;
            // Letters differ in width: a line without an end need not be quite full.
            let hangs = last_apart && matches!(last.ending, Ending::Open | Ending::Comma) && last_length * 10 >= width * 8;
            !block.apart && !block.bullet && (full && !ends || hangs) && last.last_line + 1 == block.line
        });
        last_length = length;
        match joined.last_mut() {
            Some(last) if goes_on => {
                last.span.end = block.span.end;
                last.words.end = block.words.end;
                last.last_line = block.last_line;
                last.ending = block.ending;
                last.partings += block.partings;
            }
            _ => {
                last_apart = block.apart;
                joined.push(block);
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = blocks(text, Span::new(0, text.len()));
        let cut: Vec<String> = found.blocks.iter().map(|block| block.span.cut(text).replace('\n', " ")).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn lines_are_blocks() {
        check("العنوان\n\n  فقرة أولى.  \r\nفقرة ثانية.\n", &["العنوان", "فقرة أولى.", "فقرة ثانية."]);
    }

    #[test]
    fn lines_broken_by_hand_are_put_together() {
        check(
            "وصل وفد من خبراء الري إلى المدينة صباح الثلاثاء للاطلاع على\nأعمال السد الجديد، والتقى المهندسين المشرفين عليه واستمع إلى\nشرح عن مراحل البناء التي أنجزت حتى الآن وعن تلك التي لم\nتبدأ بعد.\n\nوقال رئيس الوفد إن السد سيروي نحو ألفي هكتار من الأراضي في\nالسهل، وإن القنوات الفرعية ستكتمل في الربيع المقبل، وهو ما\nينتظره المزارعون منذ أعوام.",
            &[
                "وصل وفد من خبراء الري إلى المدينة صباح الثلاثاء للاطلاع على أعمال السد الجديد، والتقى المهندسين المشرفين عليه واستمع إلى شرح عن مراحل البناء التي أنجزت حتى الآن وعن تلك التي لم تبدأ بعد.",
                "وقال رئيس الوفد إن السد سيروي نحو ألفي هكتار من الأراضي في السهل، وإن القنوات الفرعية ستكتمل في الربيع المقبل، وهو ما ينتظره المزارعون منذ أعوام.",
            ],
        );
    }
}
