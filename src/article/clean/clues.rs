//! What the cut lines say about date, author and source.

use std::sync::LazyLock;

use super::furniture::Evidence;
use super::lexicon::{FAMILIES, Role, phrases_at};
use super::word_set::WordSet;
use super::words::{Class, Word, word_hash, words};
use crate::document::{Clue, ClueKind, RemovedKind};
use crate::span::Span;

/// The clues of one cut line.
pub(super) fn of_line(kind: RemovedKind, evidence: Option<&Evidence>, span: Span, text: &str, found: &mut Vec<Clue>) {
    match kind {
        RemovedKind::Byline => labelled(ClueKind::Byline, RemovedKind::Byline, span, text, found),
        RemovedKind::Source if span.cut(text).contains("://") => address(span, text, found),
        RemovedKind::Source => labelled(ClueKind::Outlet, RemovedKind::Source, span, text, found),
        _ => {}
    }
    if kind == RemovedKind::Date || evidence.is_some_and(|evidence| evidence.dated) {
        dates(span, text, found);
    }
}

/// The address in a line, which may hold a day.
fn address(span: Span, text: &str, found: &mut Vec<Clue>) {
    let line = span.cut(text);
    let Some(at) = line.find("://") else { return };
    let start = line[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let length = line[start..].find(char::is_whitespace).unwrap_or(line.len() - start);
    push(ClueKind::Address, Span::new(span.start + start, span.start + start + length), text, found);
}

/// What stands behind the label of a line, or all of it where it has none.
fn labelled(kind: ClueKind, family: RemovedKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    let mut line_words = Vec::new();
    words(span.cut(text), span.start, &mut line_words);
    let label =
        phrases_at(&line_words).find(|hit| hit.role != Role::Anywhere && FAMILIES[hit.family].kind == family).map_or(0, |hit| hit.len);
    let Some(first) = line_words.get(label) else { return };
    let behind = if label == 0 { span } else { Span::new(first.start as usize, span.end) };
    push(kind, behind, text, found);
}

/// A line may hold several dates, each behind its own label: it is parted at the labels and at bars.
fn dates(span: Span, text: &str, found: &mut Vec<Clue>) {
    let mut line_words: Vec<Word> = Vec::new();
    words(span.cut(text), span.start, &mut line_words);
    let mut kind = ClueKind::PageDate;
    let mut start: Option<usize> = None;
    let mut index = 0;
    let mut end = span.start;
    while index < line_words.len() {
        let barred = index > 0 && text[line_words[index - 1].end()..line_words[index].start as usize].contains(['|', '•', '·']);
        let label = label(&line_words[index..]);
        if (barred || label.is_some())
            && let Some(from) = start.take()
        {
            date(kind, Span::new(from, end), text, found);
        }
        if barred {
            kind = ClueKind::PageDate;
        }
        match label {
            Some((labelled, len)) => {
                kind = labelled;
                index += len;
            }
            None => {
                start.get_or_insert(line_words[index].start as usize);
                index += 1;
            }
        }
        end = line_words[index.min(line_words.len()) - 1].end();
    }
    if let Some(from) = start {
        let close = if text[end..span.end].chars().all(|c| !c.is_alphanumeric()) { end } else { span.end };
        date(kind, Span::new(from, close), text, found);
    }
}

fn label(words: &[Word]) -> Option<(ClueKind, usize)> {
    const LABELS: [(&str, ClueKind); 44] = [
        ("تاريخ النشر", ClueKind::Published),
        ("تاريخ الإضافة", ClueKind::Published),
        ("تاريخ التحديث", ClueKind::Updated),
        ("آخر تحديث", ClueKind::Updated),
        ("التحديث الأخير", ClueKind::Updated),
        ("تم التحديث في", ClueKind::Updated),
        ("تم التحديث", ClueKind::Updated),
        ("حدث في", ClueKind::Updated),
        ("حدث", ClueKind::Updated),
        ("حدثت", ClueKind::Updated),
        ("last updated", ClueKind::Updated),
        ("updated", ClueKind::Updated),
        ("تحديث", ClueKind::Updated),
        ("تم النشر في", ClueKind::Published),
        ("تم النشر", ClueKind::Published),
        ("نشر في", ClueKind::Published),
        ("نشر بتاريخ", ClueKind::Published),
        ("نشر يوم", ClueKind::Published),
        ("أضيف بتاريخ", ClueKind::Published),
        ("أضيف في", ClueKind::Published),
        ("نشر", ClueKind::Published),
        ("نشرت في", ClueKind::Published),
        ("نشرت", ClueKind::Published),
        ("تم نشره في", ClueKind::Published),
        ("تم النشر بتاريخ", ClueKind::Published),
        ("تم النشر يوم", ClueKind::Published),
        ("وقت النشر", ClueKind::Published),
        ("تاريخ الخبر", ClueKind::Published),
        ("تاريخ المقال", ClueKind::Published),
        ("حرر في", ClueKind::Published),
        ("حرر بتاريخ", ClueKind::Published),
        ("حرر يوم", ClueKind::Published),
        ("كتب في", ClueKind::Published),
        ("كتب بتاريخ", ClueKind::Published),
        ("أدرج في", ClueKind::Published),
        ("أدرج بتاريخ", ClueKind::Published),
        ("بتاريخ", ClueKind::Published),
        ("آخر تعديل", ClueKind::Updated),
        ("عدل في", ClueKind::Updated),
        ("تعديل", ClueKind::Updated),
        ("محدث", ClueKind::Updated),
        ("published on", ClueKind::Published),
        ("published", ClueKind::Published),
        ("posted on", ClueKind::Published),
    ];
    static HASHES: LazyLock<Vec<(Vec<u64>, ClueKind)>> =
        LazyLock::new(|| LABELS.iter().map(|(label, kind)| (label.split(' ').map(word_hash).collect(), *kind)).collect());
    HASHES.iter().find_map(|(hashes, kind)| {
        (words.len() >= hashes.len() && hashes.iter().zip(words).all(|(hash, word)| *hash == word.hash)).then_some((*kind, hashes.len()))
    })
}

static SINCE: WordSet = WordSet::of("منذ");

/// A date has a number; «منذ 3 ساعات» is none.
fn date(kind: ClueKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    let mut inside = Vec::new();
    words(span.cut(text), span.start, &mut inside);
    let numbers = inside.iter().filter(|word| word.class == Class::Number).count();
    let named = inside.iter().any(|word| phrases_at(&[*word]).any(|hit| FAMILIES[hit.family].kind == RemovedKind::Date));
    let parted = span.cut(text).contains(['/', '-', '.', ':']);
    if !inside.iter().any(|word| SINCE.has(word)) && (numbers >= 2 && parted || numbers >= 1 && named) {
        push(kind, span, text, found);
    }
}

fn push(kind: ClueKind, span: Span, text: &str, found: &mut Vec<Clue>) {
    let words = span.cut(text);
    let lead = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '-' | '–' | '—' | '/' | '•' | ',' | '،'));
    if !words.is_empty() {
        found.push(Clue { kind, text: words.to_owned(), span: Span::new(span.start + lead, span.end) });
    }
}
