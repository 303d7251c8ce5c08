//! How old an article is by the page that shows it: «منذ ساعتين», «قبل 3 أيام».

use crate::arabic::fold::folded;
use crate::arabic::lexicon::{MINUTES_AGO, is};
use crate::arabic::numbers::digits::whole_number;
use crate::arabic::numbers::parse::leading_number;

/// After how many hours an article may be of the day before.
const SAME_DAY: u64 = 8;
/// How many days a page counts one by one.
const DAYS: u64 = 31;

/// The age in whole days; nothing where it is told in weeks or months, which pages round.
pub(super) fn days(text: &str) -> Option<i64> {
    let folded = folded(text);
    match folded.trim() {
        "اليوم" => return Some(0),
        "امس" => return Some(1),
        _ => {}
    }
    let words: Vec<&str> = folded.split_whitespace().skip(1).collect();
    let first = *words.first()?;
    let (count, unit) = match whole_number(first) {
        Some(count) => (count, *words.get(1)?),
        None => match leading_number(&words) {
            Some((count, used)) if used < words.len() => (count, words[used]),
            _ => (1, first),
        },
    };
    match unit {
        _ if is(unit, MINUTES_AGO) => Some(0),
        "ساعه" | "ساعات" => (count <= SAME_DAY).then_some(0),
        "ساعتين" => Some(0),
        "يوم" | "ايام" => (count <= DAYS).then(|| i64::try_from(count).ok())?,
        "يومين" => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn ages_in_days() {
        for (text, expected) in [
            ("منذ ساعتين", Some(0)),
            ("منذ 20 دقيقة", Some(0)),
            ("قبل 3 أيام", Some(3)),
            ("منذ يوم", Some(1)),
            ("منذ 23 ساعة", None),
            ("منذ أسبوع", None),
            ("منذ", None),
            ("اليوم", Some(0)),
            ("أمس", Some(1)),
            ("نشر", None),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }
}
