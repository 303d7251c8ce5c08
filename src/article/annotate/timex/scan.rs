//! Text → tokens with their senses, in one pass: every character is read and folded once.

use std::ops::Index;
use std::sync::LazyLock;

use super::lexicon::{self, LONGEST, Openings, Sense};
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
    /// Which expressions it can open.
    pub(super) opens: Openings,
    /// Where the letters of a word stand, folded, among those of its row.
    letters: Span,
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
    #[inline]
    pub(super) fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(|&sense| pick(sense))
    }

    #[inline]
    pub(super) fn is(&self, word: lexicon::Word) -> bool {
        self.senses.contains(&Sense::Word(word))
    }

    #[inline]
    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(&c))
    }
}

/// The tokens of one text; past its end stands a line break, so that rules may look ahead freely.
#[derive(Debug)]
pub(super) struct Row {
    tokens: Vec<Tok>,
    /// The letters of its words, folded.
    letters: String,
}

static END: Tok = Tok {
    span: Span::new(0, 0),
    bare: 0,
    kind: Kind::Mark('\n'),
    senses: &[],
    glued: false,
    article: false,
    clitics: Clitics { and: false, preposition: None },
    opens: 0,
    letters: Span::new(0, 0),
};

impl Row {
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    pub(super) fn get(&self, i: usize) -> Option<&Tok> {
        self.tokens.get(i)
    }
}

impl Index<usize> for Row {
    type Output = Tok;

    #[inline]
    fn index(&self, i: usize) -> &Tok {
        self.tokens.get(i).unwrap_or(&END)
    }
}

impl Row {
    /// A row without tokens, to be filled again and again.
    pub(super) fn new() -> Self {
        Self { tokens: Vec::new(), letters: String::new() }
    }

    /// The folded letters of a word; nothing for what is none.
    #[inline]
    pub(super) fn letters(&self, i: usize) -> &str {
        self[i].letters.cut(&self.letters)
    }

    /// Fills the row with the tokens of one line of the text; no expression and no sentence goes on behind its end.
    pub(super) fn fill(&mut self, text: &str, line: Span) {
        self.tokens.clear();
        self.letters.clear();
        Scanner { text: &text[..line.end], row: self, at: line.start, table: &TABLE }.run();
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
    row: &'t mut Row,
    at: usize,
    table: &'static Table,
}

/// What a character does to the token at hand.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    /// A vowel sign or an invisible character: it neither ends a word nor shows in it.
    Silent,
    Digit,
    Space,
    Mark,
}

/// What the characters with one or two bytes do, of which nearly all texts are made, and what
/// their letters are folded to: so each is judged once for all.
struct Table {
    classes: [Class; LOW],
    letters: [char; LOW],
    /// Whether it is a letter that folding leaves as it is.
    plain: [bool; LOW],
}

const LOW: usize = 0x800;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let of = |code: usize| char::from_u32(code as u32).unwrap_or(' ');
    let letter = |code| fold_char(of(code)).unwrap_or(' ');
    Table {
        classes: std::array::from_fn(|code| judge(of(code))),
        letters: std::array::from_fn(letter),
        plain: std::array::from_fn(|code| {
            judge(of(code)) == Class::Letter && letter(code) == of(code)
        }),
    }
});

impl Table {
    /// The class, the folded letter and the length of the character at a byte; nothing at the end.
    #[inline]
    fn at(&self, text: &str, at: usize) -> Option<(Class, char, usize)> {
        let bytes = text.as_bytes();
        let byte = *bytes.get(at)?;
        if byte < 0x80 {
            return Some((self.classes[usize::from(byte)], self.letters[usize::from(byte)], 1));
        }
        if byte < 0xE0 {
            let code = usize::from(byte & 0x1F) << 6 | usize::from(*bytes.get(at + 1)? & 0x3F);
            return Some((self.classes[code], self.letters[code], 2));
        }
        let c = text[at..].chars().next()?;
        Some((judge(c), fold_char(c).unwrap_or(' '), c.len_utf8()))
    }

    /// Where the first character stands, from `at` on, that is no plain letter of two bytes.
    #[inline]
    fn plain_until(&self, text: &str, mut at: usize) -> usize {
        let bytes = text.as_bytes();
        while let Some(&[first @ 0xC0..0xE0, second]) = bytes.get(at..at + 2)
            && self.plain[usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F)]
        {
            at += 2;
        }
        at
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
        Some(folded) if folded.is_alphanumeric() => Class::Letter,
        Some(_) => Class::Mark,
    }
}

impl Scanner<'_> {
    fn run(&mut self) {
        let mut glued = false;
        while let Some((class, _, length)) = self.table.at(self.text, self.at) {
            match class {
                Class::Space => {
                    glued = false;
                    self.at += length;
                    continue;
                }
                Class::Silent => {
                    self.at += length;
                    continue;
                }
                Class::Letter => self.word(glued),
                Class::Digit => self.number(glued),
                Class::Mark => {
                    let start = self.at;
                    self.at += length;
                    let mark = self.text[start..].chars().next().unwrap_or(' ');
                    self.push(start, Kind::Mark(mark), glued);
                }
            }
            glued = true;
        }
    }

    fn push(&mut self, start: usize, kind: Kind, glued: bool) {
        let opens = if matches!(kind, Kind::Number { .. }) { lexicon::NUMBER } else { 0 };
        self.row.tokens.push(Tok {
            span: Span::new(start, self.at),
            bare: start,
            kind,
            glued,
            opens,
            ..END
        });
    }

    fn word(&mut self, glued: bool) {
        let (start, first) = (self.at, self.row.letters.len());
        loop {
            let plain = self.table.plain_until(self.text, self.at);
            self.row.letters.push_str(&self.text[self.at..plain]);
            self.at = plain;
            let Some((class @ (Class::Letter | Class::Silent), letter, length)) =
                self.table.at(self.text, self.at)
            else {
                break;
            };
            if class == Class::Letter {
                self.row.letters.push(letter);
            }
            self.at += length;
        }
        let letters = Span::new(first, self.row.letters.len());
        let folded = letters.cut(&self.row.letters).as_bytes();
        // «الـ15 من أبريل»: the article belongs to the figure.
        if folded.len() <= 6
            && folded.last_chunk() == Some(AL)
            && matches!(self.table.at(self.text, self.at), Some((Class::Digit, ..)))
        {
            let and = folded.starts_with("و".as_bytes());
            let bare = self.source_of(start, folded.len() / 2 - 2);
            self.number(glued);
            if let Some(token) = self.row.tokens.last_mut() {
                (token.span.start, token.bare, token.article, token.clitics.and) =
                    (start, bare, true, and);
            }
            return;
        }
        let span = Span::new(start, self.at);
        let article = has_article(folded) && folded.len() > 6;
        let mut token = Tok { span, bare: start, kind: Kind::Word, glued, article, letters, ..END };
        // Folded, «أب» (father) and «إب» (a city) are «آب».
        if !(span.len() == "أب".len() && matches!(span.cut(self.text), "أب" | "إب"))
            && let Some(reading) = read(folded)
        {
            token.bare = self.source_of(start, reading.skipped);
            (token.senses, token.article, token.clitics) =
                (reading.senses, reading.article, reading.clitics);
            token.opens = reading.senses.iter().fold(0, |opens, sense| opens | sense.opens());
        }
        self.row.tokens.push(token);
    }

    /// The byte at which the letter after `skipped` letters stands.
    fn source_of(&self, start: usize, skipped: usize) -> usize {
        let letters = self.text[start..].char_indices().filter(|&(_, c)| judge(c) == Class::Letter);
        if skipped == 0 {
            start
        } else {
            letters.map(|(offset, _)| start + offset).nth(skipped).unwrap_or(start)
        }
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
            (value, digits) =
                (value.wrapping_mul(10).wrapping_add(digit), digits.saturating_add(1));
            end = start + offset + c.len_utf8();
        }
        self.at = end;
        let whole = digits <= 9 && scripts.count_ones() == 1;
        let kind =
            if whole && !self.grouped() { Kind::Number { value, digits } } else { Kind::Quantity };
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
            let article =
                has_article(word) && !senses.iter().all(|sense| matches!(sense, Sense::Word(_)));
            return Some(Reading { senses, article, clitics, skipped });
        }
        let senses = lexicon::senses(word.split_first_chunk().filter(|(first, _)| *first == AL)?.1);
        (!senses.is_empty()).then_some(Reading { senses, article: true, clitics, skipped })
    };
    let none = Clitics::default();
    if let Some(reading) = plain(word, none, 0) {
        return Some(reading);
    }
    if word.len() < 4 {
        return None;
    }
    let (and, rest) = match strip(word, &[WAW, FEH]) {
        Some((_, rest)) => (true, rest),
        None => (false, word),
    };
    if and && let Some(reading) = plain(rest, Clitics { and, ..none }, 1) {
        return Some(reading);
    }
    let (preposition, inner) = strip(rest, &[BEH, LAM, KAF])?;
    let clitics = Clitics {
        and,
        preposition: std::str::from_utf8(&preposition)
            .ok()
            .and_then(|letter| letter.chars().next()),
    };
    let skipped = usize::from(and) + 1;
    if let Some(reading) = plain(inner, clitics, skipped) {
        return Some(reading);
    }
    // «للأسبوع»: the second lam stands for the article.
    let (_, bare) = (preposition == LAM).then(|| strip(inner, &[LAM]))??;
    let senses = lexicon::senses(bare);
    (!senses.is_empty()).then_some(Reading { senses, article: true, clitics, skipped })
}

const AL: &[u8; 4] = match "ال".as_bytes().first_chunk() {
    Some(letters) => letters,
    None => panic!("two letters of two bytes"),
};

/// Whether a word begins with «ال».
#[inline]
fn has_article(word: &[u8]) -> bool {
    word.first_chunk() == Some(AL)
}

type Letter = [u8; 2];

const WAW: Letter = letter("و");
const FEH: Letter = letter("ف");
const BEH: Letter = letter("ب");
const LAM: Letter = letter("ل");
const KAF: Letter = letter("ك");

const fn letter(letter: &str) -> Letter {
    [letter.as_bytes()[0], letter.as_bytes()[1]]
}

/// Takes one of the letters off, where at least two are left.
#[inline]
fn strip<'w>(word: &'w [u8], letters: &[Letter]) -> Option<(Letter, &'w [u8])> {
    let (first, rest) = word.split_first_chunk()?;
    (rest.len() >= 4 && letters.contains(first)).then_some((*first, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_stay_outside_the_bare_word() {
        for (word, bare, article) in
            [("وبالأمس", "الأمس", true), ("للأسبوع", "لأسبوع", true), ("فَغدًا", "غدًا", false)]
        {
            let tokens = scan(word);
            assert_eq!((&word[tokens[0].bare..], tokens[0].article), (bare, article), "{word}");
        }
    }

    #[test]
    fn quantities_are_no_whole_numbers() {
        for (text, whole) in [
            ("2500", true),
            ("2,500", false),
            ("٢٠٢١", true),
            ("20٢1", false),
            ("2\u{200F}021", true),
            ("12,2016", true),
        ] {
            assert_eq!(matches!(scan(text)[0].kind, Kind::Number { .. }), whole, "{text}");
        }
    }
}
