//! Where sentences end.

use super::super::chars::{digit_value, is_arabic_letter, is_tashkeel, is_word, is_zero_width};
use super::abbreviations::{is_abbreviation, is_calendar};
use crate::span::Span;

/// Words that open a sentence of a report, so that even dots before them end one.
const OPENERS: [&str; 16] = [
    "وقال",
    "وقالت",
    "وأضاف",
    "وأضافت",
    "وأكد",
    "وأكدت",
    "وأوضح",
    "وأوضحت",
    "وأشار",
    "وأشارت",
    "وتابع",
    "وتابعت",
    "وذكر",
    "وذكرت",
    "وكان",
    "وكانت",
];

/// The sentences of a text in order, without the white space between them; a line break ends one.
///
/// A full stop ends no sentence behind an abbreviation or an initial («د. فؤاد»,
/// «ص.ب.»), in brackets too («المتهم (ع. م.)»), inside a number, or behind the
/// number of a list item; two dots or
/// more mark a pause in headlines, and end one only before words such as «وقال».
/// Quotation marks and brackets that close behind the stop belong to the sentence.
///
/// ```
/// use sijill::arabic::tokenize::sentences;
/// let text = "وصل د. فؤاد أمس. قال: «بدأ الحوار.» ثم غادر";
/// let found: Vec<&str> = sentences(text).iter().map(|span| span.cut(text)).collect();
/// assert_eq!(found, ["وصل د. فؤاد أمس.", "قال: «بدأ الحوار.»", "ثم غادر"]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(stop) = next_stop(text, at) {
        let line_break = text.as_bytes()[stop] == b'\n';
        let end = if line_break { stop + 1 } else { cluster_end(text, stop) };
        if line_break || ends_sentence(text, start, stop, end) {
            push(text, start, end, &mut found);
            start = end;
        }
        at = end;
    }
    push(text, start, text.len(), &mut found);
    found
}

/// Adds the range without the white space at its ends, if anything is left.
fn push(text: &str, from: usize, to: usize, found: &mut Vec<Span>) {
    let piece = &text[from..to];
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        found.push(Span::new(from + lead, from + lead + trimmed.len()));
    }
}

/// Where the next mark stands that may end a sentence.
fn next_stop(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // 0xD8 is the first byte of every second letter, 0x9F the second of hardly any character but «؟».
        at += bytes
            .get(at..)?
            .iter()
            .position(|&byte| matches!(byte, b'.' | b'\n' | b'!' | b'?' | 0x9F | 0xE2))?;
        match bytes[at] {
            // U+061F, the Arabic question mark, and U+2026, the ellipsis.
            0x9F if at > 0 && bytes[at - 1] == 0xD8 => return Some(at - 1),
            0x9F => at += 1,
            0xE2 if bytes.get(at + 1..at + 3) != Some(&[0x80, 0xA6]) => at += 3,
            _ => return Some(at),
        }
    }
}

/// Where the stop, the stops right behind it and the marks that close behind them end.
fn cluster_end(text: &str, stop: usize) -> usize {
    let stops = text[stop..].find(|c| !is_stop(c)).map_or(text.len(), |length| stop + length);
    text[stops..]
        .find(|c| !(is_closing(c) || is_zero_width(c)))
        .map_or(text.len(), |length| stops + length)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…')
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '"' | '”' | '’' | '\'' | ')' | ']' | '›')
}

/// Whether the stops in `[stop, end)` end the sentence that began at `start`.
fn ends_sentence(text: &str, start: usize, stop: usize, end: usize) -> bool {
    let stops = text[stop..end].trim_end_matches(|c| is_closing(c) || is_zero_width(c));
    let behind = &text[end..];
    let Some(next) = behind.chars().next() else { return true };
    if next == '\n' {
        return true;
    }
    let is_pause = stops.len() > 1 && stops.chars().all(|c| matches!(c, '.' | '…')) || stops == "…";
    if is_pause {
        return opens_sentence(behind);
    }
    if stops != "." {
        return next.is_whitespace();
    }
    let word = word_before(text, start, stop);
    if next.is_whitespace() {
        let is_bare = text[stop + stops.len()..end].chars().all(|c| matches!(c, ')' | ']'));
        return !(is_bare && shortens(text, start, stop, word));
    }
    // Scraped text loses the space behind a stop: «غادر.وقال».
    is_arabic(next)
        && stops.len() == end - stop
        && letters(word) > 2
        && word.chars().next_back().is_some_and(is_arabic)
        && first_word_letters(behind) > 2
}

/// Whether a stop behind `word` is no end: an abbreviation, an initial, the number of a list item.
fn shortens(text: &str, start: usize, stop: usize, word: &str) -> bool {
    if word.is_empty() {
        return false;
    }
    let before = text[start..stop - word.len()].trim();
    if word.chars().all(|c| digit_value(c).is_some()) {
        return before.is_empty();
    }
    let behind_number = before.chars().next_back().is_some_and(|c| digit_value(c).is_some());
    !(behind_number && is_calendar(word)) && is_abbreviation(word)
}

/// The word that ends at `stop`, with the stops inside it («ص.ب»).
fn word_before(text: &str, start: usize, stop: usize) -> &str {
    /// No abbreviation is longer; a longer word is cut, and is none.
    const LONGEST: usize = 48;
    let piece = &text[start..stop];
    let inside = |&(_, c): &(usize, char)| is_word(c) || is_tashkeel(c) || c == '.';
    let first = piece
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(inside)
        .last()
        .map_or(piece.len(), |(at, _)| at);
    piece[first..].trim_start_matches('.')
}

fn is_arabic(c: char) -> bool {
    is_arabic_letter(c) || is_tashkeel(c)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|&c| is_letter(c)).count()
}

/// Whether the character is a letter of any script; the common ones need no search.
fn is_letter(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي') || c.is_alphabetic()
}

fn first_word_letters(text: &str) -> usize {
    text.chars().take_while(|&c| is_word(c)).take(8).filter(|&c| is_letter(c)).count()
}

fn opens_sentence(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\u{00A0}']);
    let word = behind.find(|c| !is_word(c)).map_or(behind, |end| &behind[..end]);
    OPENERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).iter().map(|span| span.cut(text)).collect();
        assert_eq!(found, expected);
    }

    /// Each paragraph of the corpus is a text, each line a sentence of it.
    #[test]
    fn the_corpus_is_parted_as_it_says() {
        let corpus = include_str!("../../../tests/corpus/sentences.txt");
        for case in corpus
            .split("\n\n")
            .map(str::trim)
            .filter(|case| !case.is_empty() && !case.starts_with('#'))
        {
            let expected: Vec<&str> = case.lines().collect();
            check(&expected.join(" "), &expected);
        }
    }

    #[test]
    fn lines_end_sentences() {
        check("عنوان بلا نقطة\nثم متن.", &["عنوان بلا نقطة", "ثم متن."]);
        check("1. أول\n2. ثان", &["1. أول", "2. ثان"]);
    }

    #[test]
    fn a_lost_space_ends_a_sentence_too() {
        check("غادر الوفد.وقال ناطق", &["غادر الوفد.", "وقال ناطق"]);
        check("ص.ب 12", &["ص.ب 12"]);
    }
}
