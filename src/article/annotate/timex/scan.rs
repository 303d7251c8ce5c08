//! Text → tokens with their senses, in one pass: every character is read and folded once.

use std::ops::Index;
use std::sync::LazyLock;

use super::lexicon::{self, LONGEST, Sense};
use crate::arabic::chars::{digit_value, is_zero_width};
use crate::arabic::fold::fold_char;
use crate::span::Span;

/// A word, a number or a mark, and what it can mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tok {
    /// Where it stands, with its clitics.
    pub(super) span: Span,
    /// Where it stands without its clitics.
    pub(super) bare: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// What it can mean; nothing for most words.
    pub(super) senses: &'static [Sense],
    /// Whether it follows the token before it without a space.
    pub(super) glued: bool,
    /// Whether it has «ال».
    pub(super) article: bool,
    /// The clitics before it.
    pub(super) clitics: Clitics,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// A whole number of at most nine digits of one script.
    Number { value: u32, digits: u8 },
    /// A number that is no whole one: 2.500, ٢٠٪ written in two scripts, twelve digits.
    Quantity,
    /// One character that is neither.
    Mark(char),
}

/// What is written onto a word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clitics {
    /// و or ف
    pub(super) and: bool,
    /// ب, ل or ك
    pub(super) preposition: Option<char>,
}

impl Tok {
    /// The sense that `pick` finds among its senses.
    pub(super) fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(|&sense| pick(sense))
    }

    pub(super) fn is(&self, word: lexicon::Word) -> bool {
        self.senses.contains(&Sense::Word(word))
    }

    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(&c))
    }
}

/// The tokens of one text; past its end stands a line break, so that rules may look ahead freely.
#[derive(Debug)]
pub(super) struct Row(Vec<Tok>);

static END: Tok = Tok {
    span: Span::new(0, 0),
    bare: 0,
    kind: Kind::Mark('\n'),
    senses: &[],
    glued: false,
    article: false,
    clitics: Clitics { and: false, preposition: None },
};

impl Row {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, i: usize) -> Option<&Tok> {
        self.0.get(i)
    }
}

impl Index<usize> for Row {
    type Output = Tok;

    fn index(&self, i: usize) -> &Tok {
        self.0.get(i).unwrap_or(&END)
    }
}

impl Row {
    /// A row without tokens, to be filled again and again.
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Fills the row with the tokens of one line of the text; no expression and no sentence goes on behind its end.
    pub(super) fn fill(&mut self, text: &str, line: Span) {
        let mut tokens = std::mem::take(&mut self.0);
        tokens.clear();
        let mut scanner = Scanner { text: &text[..line.end], tokens, folded: Vec::with_capacity(64), at: line.start, classes: &CLASSES };
        scanner.run();
        self.0 = scanner.tokens;
    }
}

/// The tokens of a text.
#[cfg(test)]
pub(super) fn scan(text: &str) -> Row {
    let mut row = Row::new();
    row.fill(text, Span::new(0, text.len()));
    row
}

struct Scanner<'t> {
    text: &'t str,
    tokens: Vec<Tok>,
    /// The letters of the word at hand, folded.
    folded: Vec<u8>,
    at: usize,
    classes: &'static Classes,
}

/// What a character does to the token at hand.
#[derive(Clone, Copy)]
enum Class {
    Letter(char),
    /// A vowel sign or an invisible character: it neither ends a word nor shows in it.
    Silent,
    Digit,
    Space,
    Mark,
}

/// The classes of the characters of which nearly all texts are made, so that each is judged once for all.
struct Classes {
    ascii: [Class; 0x80],
    /// U+0600 to U+06FF.
    arabic: [Class; 0x100],
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| Classes {
    ascii: std::array::from_fn(|at| judge(char::from_u32(at as u32).unwrap_or(' '))),
    arabic: std::array::from_fn(|at| judge(char::from_u32(0x600 + at as u32).unwrap_or(' '))),
});

impl Classes {
    #[inline]
    fn of(&self, c: char) -> Class {
        match c as usize {
            at @ 0..0x80 => self.ascii[at],
            at @ 0x600..0x700 => self.arabic[at - 0x600],
            _ => judge(c),
        }
    }
}

fn judge(c: char) -> Class {
    if c.is_whitespace() {
        return Class::Space;
    }
    if digit_value(c).is_some() {
        return Class::Digit;
    }
    if is_zero_width(c) {
        return Class::Silent;
    }
    match fold_char(c) {
        None => Class::Silent,
        Some(' ') => Class::Space,
        Some(folded) if folded.is_alphanumeric() => Class::Letter(folded),
        Some(_) => Class::Mark,
    }
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut glued = false;
        while let Some(c) = self.text[self.at..].chars().next() {
            let start = self.at;
            match self.classes.of(c) {
                Class::Space => {
                    glued = false;
                    self.at += c.len_utf8();
                    if c == '\n' {
                        self.push(start, Kind::Mark('\n'), false);
                    }
                    continue;
                }
                Class::Silent => {
                    self.at += c.len_utf8();
                    continue;
                }
                Class::Letter(_) => self.word(glued),
                Class::Digit => self.number(glued),
                Class::Mark => {
                    self.at += c.len_utf8();
                    self.push(start, Kind::Mark(c), glued);
                }
            }
            glued = true;
        }
    }

    fn push(&mut self, start: usize, kind: Kind, glued: bool) {
        self.tokens.push(Tok {
            span: Span::new(start, self.at),
            bare: start,
            kind,
            senses: &[],
            glued,
            article: false,
            clitics: Clitics::default(),
        });
    }

    fn word(&mut self, glued: bool) {
        let start = self.at;
        let mut end = start;
        self.folded.clear();
        let mut buffer = [0; 4];
        for (offset, c) in self.text[start..].char_indices() {
            match self.classes.of(c) {
                Class::Letter(letter) => self.folded.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes()),
                Class::Silent => {}
                _ => break,
            }
            end = start + offset + c.len_utf8();
        }
        self.at = end;
        // «الـ15 من أبريل»: the article belongs to the figure.
        if self.folded.ends_with(AL) && self.folded.len() <= 6 && self.text[end..].chars().next().is_some_and(|c| digit_value(c).is_some())
        {
            let and = self.folded.starts_with("و".as_bytes());
            let skipped = self.folded.len() / 2 - 2;
            let bare = self.source_of(start, skipped);
            self.number(glued);
            if let Some(token) = self.tokens.last_mut() {
                (token.span.start, token.bare, token.article, token.clitics.and) = (start, bare, true, and);
            }
            return;
        }
        self.push(start, Kind::Word, glued);
        let article = self.folded.starts_with(AL) && self.folded.len() > 6;
        if let Some(token) = self.tokens.last_mut() {
            token.article = article;
        }
        // Folded, «أب» (father) and «إب» (a city) are «آب».
        if matches!(&self.text[start..end], "أب" | "إب") {
            return;
        }
        if let Some(reading) = read(&self.folded) {
            let bare = self.source_of(start, reading.skipped);
            if let Some(token) = self.tokens.last_mut() {
                (token.senses, token.article, token.clitics, token.bare) = (reading.senses, reading.article, reading.clitics, bare);
            }
        }
    }

    /// The byte at which the letter after `skipped` letters stands.
    fn source_of(&self, start: usize, skipped: usize) -> usize {
        let letters = self.text[start..].char_indices().filter(|&(_, c)| matches!(self.classes.of(c), Class::Letter(_)));
        letters.map(|(offset, _)| start + offset).nth(skipped).unwrap_or(start)
    }

    fn number(&mut self, glued: bool) {
        let start = self.at;
        let (mut end, mut value, mut digits, mut scripts) = (start, 0u32, 0u8, 0u8);
        for (offset, c) in self.text[start..].char_indices() {
            let Some(digit) = digit_value(c) else {
                if is_zero_width(c) {
                    continue;
                }
                break;
            };
            scripts |= if c.is_ascii() {
                1
            } else if c < '\u{06F0}' {
                2
            } else {
                4
            };
            (value, digits) = (value.wrapping_mul(10).wrapping_add(digit), digits.saturating_add(1));
            end = start + offset + c.len_utf8();
        }
        self.at = end;
        let whole = digits <= 9 && scripts.count_ones() == 1;
        let kind = if whole && !self.grouped() { Kind::Number { value, digits } } else { Kind::Quantity };
        self.push(start, kind, glued);
    }

    /// Takes the rest of «2,500» or «1٬250٬000» along; whether there was any.
    fn grouped(&mut self) -> bool {
        let mut any = false;
        loop {
            let mut chars = self.text[self.at..].chars();
            let Some(separator @ (',' | '٬' | '٫')) = chars.next() else { return any };
            let group = chars.by_ref().take_while(|&c| digit_value(c).is_some()).take(5);
            let bytes: Vec<usize> = group.map(char::len_utf8).collect();
            if bytes.len() != 3 && (separator != '٫' || bytes.is_empty()) {
                return any;
            }
            self.at += separator.len_utf8() + bytes.iter().sum::<usize>();
            any = true;
        }
    }
}

/// How a word was read: its clitics off, its senses found.
struct Reading {
    senses: &'static [Sense],
    article: bool,
    clitics: Clitics,
    /// How many letters stand before the word itself; «ال» is part of it.
    skipped: usize,
}

/// Reads a folded word with as few letters taken off as give it a sense.
fn read(word: &[u8]) -> Option<Reading> {
    if word.len() > LONGEST + 10 {
        return None;
    }
    let plain = |word: &[u8], clitics: Clitics, skipped: usize| {
        let senses = lexicon::senses(word);
        if !senses.is_empty() {
            // «إلى» and «الآن» have no article.
            let article = word.starts_with(AL) && !senses.iter().all(|sense| matches!(sense, Sense::Word(_)));
            return Some(Reading { senses, article, clitics, skipped });
        }
        let senses = lexicon::senses(word.strip_prefix(AL)?);
        (!senses.is_empty()).then_some(Reading { senses, article: true, clitics, skipped })
    };
    let none = Clitics::default();
    if let Some(reading) = plain(word, none, 0) {
        return Some(reading);
    }
    if word.len() < 4 {
        return None;
    }
    let (and, rest) = match strip(word, &['و', 'ف']) {
        Some((_, rest)) => (true, rest),
        None => (false, word),
    };
    if and && let Some(reading) = plain(rest, Clitics { and, ..none }, 1) {
        return Some(reading);
    }
    let (preposition, inner) = strip(rest, &['ب', 'ل', 'ك'])?;
    let clitics = Clitics { and, preposition: Some(preposition) };
    let skipped = usize::from(and) + 1;
    if let Some(reading) = plain(inner, clitics, skipped) {
        return Some(reading);
    }
    // «للأسبوع»: the second lam stands for the article.
    let (_, bare) = (preposition == 'ل').then(|| strip(inner, &['ل']))??;
    let senses = lexicon::senses(bare);
    (!senses.is_empty()).then_some(Reading { senses, article: true, clitics, skipped })
}

const AL: &[u8] = "ال".as_bytes();

fn strip<'w>(word: &'w [u8], letters: &[char]) -> Option<(char, &'w [u8])> {
    letters.iter().find_map(|&letter| {
        let mut buffer = [0; 4];
        word.strip_prefix(letter.encode_utf8(&mut buffer).as_bytes()).filter(|rest| rest.len() >= 4).map(|rest| (letter, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_stay_outside_the_bare_word() {
        for (word, bare, article) in [("وبالأمس", "الأمس", true), ("للأسبوع", "لأسبوع", true), ("فَغدًا", "غدًا", false)]
        {
            let tokens = scan(word);
            assert_eq!((&word[tokens[0].bare..], tokens[0].article), (bare, article), "{word}");
        }
    }

    #[test]
    fn quantities_are_no_whole_numbers() {
        for (text, whole) in [("2500", true), ("2,500", false), ("٢٠٢١", true), ("20٢1", false), ("2\u{200F}021", true), ("12,2016", true)]
        {
            assert_eq!(matches!(scan(text)[0].kind, Kind::Number { .. }), whole, "{text}");
        }
    }
}
