//! What the cut lines say about author and source; of their days speaks [`days`](super::days).

use super::lexicon::{FAMILIES, Role, phrases_at};
use super::signers::signer_at;
use super::words::words;
use crate::arabic::numbers::digits::whole_number;
use crate::document::{Clue, ClueKind, RemovedKind};
use crate::span::Span;

/// The clues of a kind that the page gives in its metadata.
pub(super) fn stated(clues: &[Clue], kind: ClueKind) -> impl Iterator<Item = &Clue> {
    clues.iter().filter(move |clue| clue.kind == kind).filter(|clue| clue.span.is_empty())
}

/// The years in which a page can have been saved.
const YEARS: std::ops::Range<u64> = 1995..2100;

/// The clues of one cut line.
pub(super) fn of_line(kind: RemovedKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    match kind {
        RemovedKind::Copyright => rights(span, text, found),
        _ if span.cut(text).contains('©') => rights(span, text, found),
        _ => {}
    }
    match kind {
        RemovedKind::Byline => labelled(ClueKind::Byline, RemovedKind::Byline, span, text, found),
        RemovedKind::Source if span.cut(text).contains("://") => address(span, text, found),
        RemovedKind::Source => labelled(ClueKind::Outlet, RemovedKind::Source, span, text, found),
        _ => {}
    }
}

/// The address in a line, which may hold a day.
fn address(span: Span, text: &str, found: &mut Vec<Clue>) {
    let line = span.cut(text);
    let Some(at) = line.find("://") else { return };
    let start = line[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let length = line[start..].find(char::is_whitespace).unwrap_or(line.len() - start);
    push(
        ClueKind::Address,
        Span::new(span.start + start, span.start + start + length),
        text,
        found,
    );
}

/// «© 2022», «حقوق النشر 2011 - 2023»: the last year of a line of rights.
fn rights(span: Span, text: &str, found: &mut Vec<Clue>) {
    /// How many figures a year has.
    const YEAR: usize = 4;
    let line = span.cut(text);
    let is_year = |word: &&str| {
        let written = Some(word).filter(|word| word.chars().count() == YEAR);
        written.and_then(|word| whole_number(word)).is_some_and(|year| YEARS.contains(&year))
    };
    let mut words = line.split(|c: char| !c.is_alphanumeric());
    if let Some(year) = words.rfind(is_year) {
        let at = span.start + line.rfind(year).unwrap_or_default();
        push(ClueKind::Rights, Span::new(at, at + year.len()), text, found);
    }
}

/// What stands behind the label of a line, or all of it where it has none.
fn labelled(kind: ClueKind, family: RemovedKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    let mut line_words = Vec::new();
    words(span.cut(text), span.start, &mut line_words);
    // «وام / ع س»: an agency is no label of what stands behind it.
    let label = phrases_at(&line_words)
        .filter(|_| signer_at(&line_words).is_none())
        .filter(|hit| FAMILIES[hit.family].kind == family)
        .find(|hit| hit.role != Role::Anywhere)
        .map_or(0, |hit| hit.len);
    let Some(first) = line_words.get(label) else { return };
    let behind = if label == 0 { span } else { Span::new(first.start as usize, span.end) };
    push(kind, behind, text, found);
}

fn push(kind: ClueKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    let words = span.cut(text);
    let lead = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let words = words.trim_matches(|c: char| match c {
        ':' | '|' | '-' | '–' | '—' | '/' | '•' | ',' | '،' => true,
        c => c.is_whitespace(),
    });
    if !words.is_empty() {
        found.push(Clue {
            kind,
            text: words.to_owned(),
            span: Span::new(span.start + lead, span.end),
        });
    }
}
