//! The stroke that stretches a word.
//!
//! It is ornament inside a word, but a letter's tail in «1442 هـ» and a hook in «الـ60» and «بـ «الاتفاق»».

use super::super::chars::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::invisible;

/// What is kept of the strokes that begin at `at`, and where they end.
pub(super) fn kept(text: &str, at: usize, made: &str) -> (String, usize) {
    let end = end_of_run(text, at);
    let strokes = || text[at..end].chars().filter(|&c| c == TATWEEL).collect();
    if !made.trim_end_matches(is_tashkeel).ends_with(is_arabic_letter) {
        return (strokes(), end);
    }
    let next = text[end..].chars().next();
    let kept = match next {
        Some(next) if is_joined(next) => false,
        Some(next) if !next.is_whitespace() && !is_stop(next) => true,
        _ => is_hijri_mark(made) || is_clitic(made),
    };
    (if kept { TATWEEL.to_string() } else { String::new() }, end)
}

fn end_of_run(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let strokes = text[end..].len() - text[end..].trim_start_matches(TATWEEL).len();
        match invisible::dropped(text, end + strokes) {
            Some(behind) => end = behind,
            None => return end + strokes,
        }
    }
}

fn is_joined(c: char) -> bool {
    is_arabic_letter(c) || is_tashkeel(c)
}

/// A mark that ends a word, so that the stroke before it hooks nothing on.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | '،' | ';' | '؛' | ':' | '!' | '?' | '؟' | ')' | ']' | '»' | '…')
}

/// Whether the text ends with a lone ه, the mark of a Hijri year.
fn is_hijri_mark(made: &str) -> bool {
    made.strip_suffix('ه').is_some_and(|before| !before.ends_with(is_joined))
}

/// Whether the text ends with a lone ب, ل or ك, or with «ال», which the stroke hooks onto what follows.
fn is_clitic(made: &str) -> bool {
    let Some(before) = made.strip_suffix(['ب', 'ل', 'ك']) else { return false };
    // «وبـ», «فلـ»
    let before = before.strip_suffix(['و', 'ف']).unwrap_or(before);
    made.ends_with("ال") || !before.ends_with(is_joined)
}
