//! The words of a text that was read → tokens with their senses.

use std::ops::{Index, Range};

use super::lexicon::{self, LONGEST, Sense};
use super::traits::{
    ARTICLE, FOUR_DIGITS, GLUED, JOINED, LINE_END, LOOSE, MARK, NUMBER, Pattern, QUANTITY,
    THREE_DIGITS, TWO_DIGITS, Traits, WITH_AND, WITH_FOR, WITH_LIKE, WITH_PREPOSITION, WORD,
    of_mark,
};
use crate::arabic::chars::{digit_value, is_zero_width};
use crate::arabic::clitics::{AND, BY, FOR, LIKE, Letters, Onto, SO};
use crate::arabic::reading::Text;
use crate::arabic::tokenize::TokenKind;
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
    /// What it is, how it stands there and what it can mean.
    pub(super) traits: Traits,
    /// Which word of the text it is; nothing for what is none.
    word: Option<u32>,
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

impl Kind {
    fn traits(self) -> Traits {
        match self {
            Self::Word => WORD,
            Self::Number { digits: 1 | 2, .. } => NUMBER | TWO_DIGITS,
            Self::Number { digits: 3, .. } => NUMBER | THREE_DIGITS,
            Self::Number { digits: 4, .. } => NUMBER | FOUR_DIGITS,
            Self::Number { .. } => NUMBER,
            Self::Quantity => QUANTITY,
            Self::Mark(mark) => MARK | of_mark(mark),
        }
    }
}

impl Tok {
    /// The sense that `pick` finds among its senses.
    #[inline]
    pub(super) fn sense<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(|&sense| pick(sense))
    }

    /// Whether nothing is written onto it.
    pub(super) fn is_bare(&self) -> bool {
        self.bare == self.span.start
    }

    /// Whether it is such.
    #[inline]
    pub(super) fn is(&self, pattern: impl Into<Pattern>) -> bool {
        pattern.into().fits(self.traits)
    }
}

/// The tokens of one line of a text; past its end stands a line break, so that rules may look ahead freely.
#[derive(Debug)]
pub(super) struct Row<'t> {
    text: &'t str,
    read: &'t Text,
    tokens: Vec<Tok>,
}

static END: Tok = Tok {
    span: Span::new(0, 0),
    bare: 0,
    kind: Kind::Mark('\n'),
    senses: &[],
    traits: Traits::of(&[MARK, LINE_END]),
    word: None,
};

impl Row<'_> {
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the token at `i` is such; past the end stands the end of the line.
    #[inline]
    pub(super) fn has(&self, i: usize, pattern: impl Into<Pattern>) -> bool {
        self[i].is(pattern)
    }

    /// Whether the token right before `i` is such.
    #[inline]
    pub(super) fn after(&self, i: usize, pattern: impl Into<Pattern>) -> bool {
        i.checked_sub(1).is_some_and(|before| self.has(before, pattern))
    }

    /// Whether the tokens from `i` on are such, one after another.
    #[inline]
    pub(super) fn reads(&self, i: usize, patterns: &[Pattern]) -> bool {
        patterns.iter().enumerate().all(|(at, &pattern)| self.has(i + at, pattern))
    }

    /// Whether the tokens right before `i` are such, one after another.
    #[inline]
    pub(super) fn follows(&self, i: usize, patterns: &[Pattern]) -> bool {
        i.checked_sub(patterns.len()).is_some_and(|first| self.reads(first, patterns))
    }

    /// Whether the token at `i` is such, or the one right before it is of the other kind: «لأيار», «في أيار».
    #[inline]
    pub(super) fn led(
        &self,
        i: usize,
        before: impl Into<Pattern>,
        own: impl Into<Pattern>,
    ) -> bool {
        self.after(i, before) || self.has(i, own)
    }

    /// Whether the token at `i` is of one of some kinds.
    #[inline]
    pub(super) fn is_one(&self, i: usize, patterns: &[Pattern]) -> bool {
        patterns.iter().any(|&pattern| self.has(i, pattern))
    }

    /// Whether the tokens from `i` on are such, one after another, by one of some rows.
    #[inline]
    pub(super) fn reads_one(&self, i: usize, rows: &[&[Pattern]]) -> bool {
        rows.iter().any(|row| self.reads(i, row))
    }

    /// Whether the tokens right before `i` are such, one after another, by one of some rows.
    #[inline]
    pub(super) fn follows_one(&self, i: usize, rows: &[&[Pattern]]) -> bool {
        rows.iter().any(|row| self.follows(i, row))
    }

    /// The token after the one at `i`, where that is such; else `i`.
    #[inline]
    pub(super) fn skip(&self, i: usize, pattern: impl Into<Pattern>) -> usize {
        i + usize::from(self.has(i, pattern))
    }
}

impl Index<usize> for Row<'_> {
    type Output = Tok;

    #[inline]
    fn index(&self, i: usize) -> &Tok {
        self.tokens.get(i).unwrap_or(&END)
    }
}

impl<'t> Row<'t> {
    /// A row without tokens, to be filled again and again.
    pub(super) fn new(text: &'t str, read: &'t Text) -> Self {
        Self { text, read, tokens: Vec::new() }
    }

    /// The folded letters of a word; nothing for what is none.
    #[inline]
    pub(super) fn letters(&self, i: usize) -> &'t str {
        self[i].word.map_or("", |word| self.read.letters(word as usize))
    }

    /// Fills the row with the words of one line; no expression and no sentence goes on behind its end.
    pub(super) fn fill(&mut self, words: Range<usize>) {
        self.tokens.clear();
        let mut behind = 0;
        for index in words {
            let span = self.read.words[index].span();
            // The token before has taken it along: «2500,000», «الـ15».
            if span.start < behind {
                continue;
            }
            match self.read.words[index].kind {
                TokenKind::Word => self.word(index, span),
                TokenKind::Number => self.figures(span),
                TokenKind::Mark => {
                    let mark = self.text[span.start..].chars().next().unwrap_or(' ');
                    self.push(span, Kind::Mark(mark));
                }
            }
            behind = self.tokens.last().map_or(0, |token| token.span.end);
        }
    }

    /// Whether no space parts a token that begins here from the one before it.
    fn is_glued(&self, start: usize) -> bool {
        let Some(before) = self.tokens.last() else { return false };
        let between = &self.text[before.span.end.min(start)..start];
        !between.contains(char::is_whitespace)
    }

    /// How a token stands that begins here: right behind the one before it or not.
    fn standing(&self, start: usize) -> Traits {
        if self.is_glued(start) { GLUED } else { LOOSE }
    }

    fn push(&mut self, span: Span, kind: Kind) {
        let traits = kind.traits() | self.standing(span.start) | JOINED;
        self.tokens.push(Tok { span, bare: span.start, kind, traits, ..END });
    }

    fn word(&mut self, index: usize, span: Span) {
        let folded = self.read.letters(index);
        // «الـ15 من أبريل»: the article belongs to the figure.
        let is_article = folded.len() <= 6 && folded.ends_with("ال");
        if is_article && self.text[span.end..].chars().next().and_then(digit_value).is_some() {
            let standing = self.standing(span.start);
            let bare = self.source_of(index, folded.len() / 2 - 2);
            self.number(span.end);
            if let Some(token) = self.tokens.last_mut() {
                let with_and = folded.opens_with(AND);
                (token.span.start, token.bare) = (span.start, bare);
                let clitic = if with_and { WITH_AND } else { JOINED };
                token.traits = token.kind.traits() | standing | ARTICLE | clitic;
            }
            return;
        }
        let own = Kind::Word.traits() | self.standing(span.start);
        let has_article = folded.has_article() && folded.len() > 6;
        let mut token = Tok {
            span,
            bare: span.start,
            kind: Kind::Word,
            traits: own | JOINED | ARTICLE.when(has_article),
            word: u32::try_from(index).ok(),
            ..END
        };
        // Folded, «أب» (father) and «إب» (a city) are «آب».
        let is_other = span.len() == "أب".len() && matches!(span.cut(self.text), "أب" | "إب");
        // «باب» is a door, and «بآب» the month.
        let is_door = |reading: &Sensed| {
            let is_august = folded[2 * reading.skipped..] == *"اب";
            is_august && reading.traits.any(WITH_PREPOSITION) && !span.cut(self.text).contains('آ')
        };
        let is_other = is_other || is_of_other_words(span.cut(self.text), folded);
        if !is_other && let Some(reading) = read(folded).filter(|reading| !is_door(reading)) {
            token.bare = self.source_of(index, reading.skipped);
            token.senses = reading.senses;
            token.traits =
                reading.senses.iter().fold(own | reading.traits, |all, sense| all | sense.traits());
        }
        self.tokens.push(token);
    }

    /// The byte at which the letter of a word after `skipped` letters stands.
    fn source_of(&self, index: usize, skipped: usize) -> usize {
        self.read.span(index, 2 * skipped, index).start
    }

    /// The figures of a number and what parts them: of «7.4» each is a number.
    fn figures(&mut self, span: Span) {
        let mut at = span.start;
        while let Some(c) = self.text[at..span.end.max(at)].chars().next() {
            at = if digit_value(c).is_some() {
                self.number(at)
            } else {
                let behind = at + c.len_utf8();
                if !is_zero_width(c) {
                    self.push(Span::new(at, behind), Kind::Mark(c));
                }
                behind
            };
        }
    }

    /// Takes a number that begins at a byte, and gives the byte behind it.
    fn number(&mut self, start: usize) -> usize {
        let (mut end, mut value, mut digits, mut scripts) = (start, 0u32, 0u8, 0u8);
        for (offset, c) in self.text[start..].char_indices() {
            let Some(digit) = digit_value(c) else {
                if is_zero_width(c) {
                    continue;
                }
                break;
            };
            scripts |= script(c);
            (value, digits) =
                (value.wrapping_mul(10).wrapping_add(digit), digits.saturating_add(1));
            end = start + offset + c.len_utf8();
        }
        let whole = digits <= 9 && scripts.count_ones() == 1;
        let behind = if whole { self.grouped(end) } else { end };
        let kind =
            if whole && behind == end { Kind::Number { value, digits } } else { Kind::Quantity };
        self.push(Span::new(start, behind), kind);
        behind
    }

    /// Where the rest of «2,500» or «1٬250٬000» ends; where there is none, the same byte.
    fn grouped(&self, mut at: usize) -> usize {
        loop {
            let mut chars = self.text[at..].chars();
            let Some(separator @ (',' | '٬' | '٫')) = chars.next() else { return at };
            let group = chars.by_ref().take_while(|&c| digit_value(c).is_some()).take(5);
            let bytes: Vec<usize> = group.map(char::len_utf8).collect();
            if bytes.len() != 3 && (separator != '٫' || bytes.is_empty()) {
                return at;
            }
            at += separator.len_utf8() + bytes.iter().sum::<usize>();
        }
    }
}

/// «لامس» touched, and «الهال» is a market: neither «لأمس» nor «هال».
fn is_of_other_words(written: &str, folded: &str) -> bool {
    match folded {
        _ if folded.ends_with("الهال") => true,
        _ if folded.ends_with("الامس") => false,
        _ => written.ends_with("لامس"),
    }
}

/// The script of a digit, as a set: European, Arabic-Indic, extended.
fn script(digit: char) -> u8 {
    match digit {
        digit if digit.is_ascii() => 1,
        digit if digit < '\u{06F0}' => 2,
        _ => 4,
    }
}

/// The tokens of a text.
#[cfg(test)]
pub(super) fn scan(text: &'static str) -> Row<'static> {
    let read: &'static Text = Box::leak(Box::new(Text::of_lines(text)));
    let mut row = Row::new(text, read);
    row.fill(0..read.words.len());
    row
}

/// How a word was read: its clitics off, its senses found.
struct Sensed {
    senses: &'static [Sense],
    /// Its article and its clitics.
    traits: Traits,
    /// How many letters stand before the word itself; «ال» is part of it.
    skipped: usize,
}

/// What stands behind one of some letters, where at least two letters are left.
#[inline]
fn rest_of(word: &str, letters: Letters) -> Option<&str> {
    word.behind(letters).filter(|rest| rest.len() >= 4)
}

/// Reads a folded word with as few letters taken off as give it a sense.
fn read(word: &str) -> Option<Sensed> {
    if word.len() > LONGEST + 10 {
        return None;
    }
    let plain = |word: &str, clitics: Traits, skipped: usize| {
        let senses = lexicon::senses(word.as_bytes());
        if !senses.is_empty() {
            // «إلى» and «الآن» have no article.
            let is_grammar = senses.iter().all(|sense| matches!(sense, Sense::Grammar(_)));
            let traits = clitics | ARTICLE.when(!is_grammar && word.has_article());
            return Some(Sensed { senses, traits, skipped });
        }
        let senses = lexicon::senses(word.behind_article()?.as_bytes());
        let traits = clitics | ARTICLE;
        (!senses.is_empty()).then_some(Sensed { senses, traits, skipped })
    };
    if let Some(reading) = plain(word, JOINED, 0) {
        return Some(reading);
    }
    let behind_and = rest_of(word, AND | SO);
    let and = WITH_AND.when(behind_and.is_some());
    if let Some(reading) = behind_and.and_then(|rest| plain(rest, and, 1)) {
        return Some(reading);
    }
    let rest = behind_and.unwrap_or(word);
    let inner = rest_of(rest, BY | FOR | LIKE)?;
    let which = WITH_FOR.when(rest.opens_with(FOR)) | WITH_LIKE.when(rest.opens_with(LIKE));
    let clitics = and | WITH_PREPOSITION | which;
    let skipped = 1 + usize::from(behind_and.is_some());
    if let Some(reading) = plain(inner, clitics, skipped) {
        return Some(reading);
    }
    // «للأسبوع»: the second lam stands for the article.
    let bare = rest_of(rest.behind(FOR)?, FOR)?;
    let senses = lexicon::senses(bare.as_bytes());
    let traits = clitics | ARTICLE;
    (!senses.is_empty()).then_some(Sensed { senses, traits, skipped })
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
            assert_eq!(
                (&word[tokens[0].bare..], tokens.has(0, ARTICLE)),
                (bare, article),
                "{word}"
            );
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
            assert_eq!(scan(text).has(0, NUMBER), whole, "{text}");
        }
    }
}
