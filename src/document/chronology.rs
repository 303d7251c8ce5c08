//! Chronologies: «11 يونيو 2025: الوحدة ترفع تقريرا», paragraph upon paragraph, each of which opens with its day.
//!
//! Whoever writes one gives the year once, tells in the present what has happened, and means by «السبت» a day of the entry's
//! week: such a paragraph speaks from its own day, not from that of the page.

use super::{ParagraphKind, Plain};
use crate::span::Span;

/// A paragraph of a chronology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub paragraph: Span,
    /// The time with which it opens, by its place in the list of times.
    pub time: usize,
    /// What happened then, behind the day and its sign.
    pub told: Span,
}

/// How many such paragraphs make a chronology.
pub const LEAST: usize = 3;
/// What parts a day from what happened on it.
const PARTING: [char; 5] = [':', '-', '–', '—', '|'];

/// What is told behind the sign that parts it from its day; nothing where there is no such sign, or hardly a word behind it.
pub fn behind_sign(behind: &str) -> Option<&str> {
    let told = behind.trim_start().strip_prefix(PARTING)?.trim_start();
    told.split_whitespace().nth(1).map(|_| told)
}

/// The entries of a text whose times, in its order, stand at these places; none where it has no chronology.
///
/// ```
/// use sijill::document::{Plain, chronology};
/// use sijill::span::Span;
/// let plain = Plain::of_text("3 آب: سقط الجسر.\n5 آب: أعيد فتح الطريق.\n9 آب: بدأ التحقيق.");
/// let days: Vec<Span> = ["3 آب", "5 آب", "9 آب"]
///     .iter()
///     .filter_map(|day| plain.text.find(day).map(|at| Span::new(at, at + day.len())))
///     .collect();
/// let told: Vec<&str> =
///     chronology::entries(&plain, &days).iter().map(|entry| entry.told.cut(&plain.text)).collect();
/// assert_eq!(told, ["سقط الجسر.", "أعيد فتح الطريق.", "بدأ التحقيق."]);
/// ```
pub fn entries(plain: &Plain, times: &[Span]) -> Vec<Entry> {
    if times.len() < LEAST {
        return Vec::new();
    }
    let mut next = 0;
    let entry = |paragraph: &super::Paragraph| {
        let span = paragraph.span;
        next += times[next..].iter().take_while(|time| time.start < span.start).count();
        let time = times.get(next).filter(|time| time.end <= span.end)?;
        let is_text = matches!(paragraph.kind, ParagraphKind::Text | ParagraphKind::Item);
        let opens = !plain.text[span.start..time.start].contains(char::is_alphanumeric);
        let behind = &plain.text[time.end..span.end];
        let told = behind_sign(behind)?;
        let is_told = is_text && opens;
        let told = Span::new(span.end - told.len(), span.end);
        is_told.then_some(Entry { paragraph: span, time: next, told })
    };
    let found: Vec<Entry> = plain.paragraphs.iter().filter_map(entry).collect();
    if found.len() < LEAST { Vec::new() } else { found }
}
