//! Words and sentences, with their spans.

use super::chars::{digit_value, is_word};
use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word of letters and marks.
    Word,
    /// A number in digits of one script, with its separators.
    Number,
    /// One character that is neither, nor white space.
    Mark,
}

/// A word, a number or a mark, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text in order; white space falls between them.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let first = text[start..].chars().next()?;
        let run = |keep: fn(char) -> bool| start + text[start..].find(|c| !keep(c)).unwrap_or(text.len() - start);
        let (kind, end) = if digit_value(first).is_some() {
            (TokenKind::Number, run(|c| digit_value(c).is_some()))
        } else if is_word(first) {
            (TokenKind::Word, run(|c| is_word(c) && digit_value(c).is_none()))
        } else {
            (TokenKind::Mark, start + first.len_utf8())
        };
        at = end;
        Some(Token { span: Span::new(start, end), kind })
    })
}

/// The sentences of a text in order, without the white space between them; a line break ends one.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let push = |from: usize, to: usize, found: &mut Vec<Span>| {
        let piece = &text[from..to];
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let lead = from + (piece.len() - piece.trim_start().len());
            found.push(Span::new(lead, lead + trimmed.len()));
        }
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let ends = match c {
            '\n' => true,
            '.' | '؟' | '!' | '?' | '…' => chars.peek().is_none_or(|&(_, next)| next.is_whitespace()),
            _ => false,
        };
        if ends {
            push(start, end, &mut found);
            start = end;
        }
    }
    push(start, text.len(), &mut found);
    found
}
