//! The dates that the head and foot of a page give.

use chrono::{Datelike, NaiveDate};

use super::super::timex;
use crate::document::{Clue, ClueKind, Plain};

/// A date of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageDay {
    pub(super) kind: ClueKind,
    /// Its words.
    pub(super) text: String,
    /// The days it can mean: two where day and month can be exchanged.
    pub(super) readings: Vec<NaiveDate>,
    /// Whether the second reading has the month first.
    pub(super) ambiguous: bool,
    /// Whether it can only be read with the month first: 1/25/2024.
    pub(super) month_first: bool,
    /// Day and month of a dateline without a year, for the year to be found.
    pub(super) without_year: Option<(u32, u32)>,
}

/// Reads the clues that hold a date.
pub(super) fn read(clues: &[Clue]) -> Vec<PageDay> {
    clues.iter().filter_map(page_day).collect()
}

fn page_day(clue: &Clue) -> Option<PageDay> {
    if clue.kind == ClueKind::Outlet {
        return None;
    }
    // «وكالة الأنباء | 28/1/2024»: a date beside the author is the page's.
    let kind = if clue.kind == ClueKind::Byline { ClueKind::PageDate } else { clue.kind };
    let found = |words: &str, readings: Vec<NaiveDate>, month_first, without_year| {
        let ambiguous = readings.len() > 1;
        Some(PageDay { kind, text: words.to_owned(), readings, ambiguous, month_first, without_year })
    };
    if clue.kind == ClueKind::Address {
        return found(&clue.text, vec![in_address(&clue.text)?], false, None);
    }
    let plain = Plain::of_text(&clue.text);
    let candidates = timex::recognize(&plain);
    let day = |month_first| {
        let anchor = timex::Anchor { reference: None, month_first };
        timex::resolve(&plain, &candidates, &anchor).iter().find_map(|found| Some((found.value.single_day()?, found.span)))
    };
    match (day(false), day(true)) {
        (Some((a, span)), Some((b, _))) if a != b => found(span.cut(&plain.text), vec![a, b], false, None),
        (Some((day, span)), _) | (None, Some((day, span))) => {
            let words = span.cut(&plain.text);
            found(words, vec![day], month_leads(words, day), None)
        }
        (None, None) if clue.kind == ClueKind::Dateline => {
            let said = candidates.iter().find_map(|candidate| Some((candidate.span.cut(&plain.text), candidate.day_and_month()?)));
            // «المرسى - 28 - 3 (الوكالة) --»
            let (words, day) = said.or_else(|| match figures(&clue.text).as_slice() {
                &[day @ 1..=31, month @ 1..=12] => Some((clue.text.as_str(), (day, month))),
                _ => None,
            })?;
            found(words, Vec::new(), false, Some(day))
        }
        (None, None) => {
            year_apart(&clue.text, &candidates).or_else(|| short_year(&clue.text)).and_then(|day| found(&clue.text, vec![day], false, None))
        }
    }
}

/// «17:30 2021 الثلاثاء 14 أيلول»: the year stands before the rest of the day.
fn year_apart(text: &str, candidates: &[timex::Candidate]) -> Option<NaiveDate> {
    let (day, month) = candidates.iter().find_map(timex::Candidate::day_and_month)?;
    let mut years = figures(text).into_iter().filter(|year| (1995..=2100).contains(year));
    NaiveDate::from_ymd_opt(i32::try_from(years.next()?).ok()?, month, day).filter(|_| years.next().is_none())
}

/// «14.09.21», as messengers write the day: no month can be that high, or day and month are the same.
fn short_year(text: &str) -> Option<NaiveDate> {
    let parts = figures(text);
    let &[first, second, year, ..] = parts.as_slice() else { return None };
    let day = |day, month| NaiveDate::from_ymd_opt(2000 + i32::try_from(year).ok()?, month, day);
    (text.contains(['.', '-']) && (5..=99).contains(&year)).then_some(())?;
    day(first, second).filter(|_| first > 12 || first == second || text.contains('.'))
}

/// The figures of a text as numbers.
fn figures(text: &str) -> Vec<u32> {
    let digits = |part: &str| {
        part.chars().filter_map(crate::arabic::chars::digit_value).fold(0_u32, |sum, digit| sum.wrapping_mul(10).wrapping_add(digit))
    };
    text.split(|c: char| crate::arabic::chars::digit_value(c).is_none())
        .filter(|part| !part.is_empty() && part.len() < 12)
        .map(digits)
        .collect()
}

/// Whether figures have the month first: the first figure is the month, and the day could not be one.
fn month_leads(text: &str, day: NaiveDate) -> bool {
    let mut figures = text.split(|c: char| crate::arabic::chars::digit_value(c).is_none()).filter(|figure| !figure.is_empty());
    let value = |figure: &str| figure.chars().filter_map(crate::arabic::chars::digit_value).fold(0, |sum, digit| sum * 10 + digit);
    let slashed = text.contains('/');
    slashed && day.day() > 12 && figures.next().map(value) == Some(day.month()) && figures.next().map(value) == Some(day.day())
}

/// The day in an address: `/2021/04/07/`, `2021-04-07`, `20210407`.
fn in_address(address: &str) -> Option<NaiveDate> {
    let figures: Vec<&str> = address.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|year| (1995..=2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let parted = figures.windows(3).filter(|parts| parts[0].len() == 4 && parts[1].len() <= 2 && parts[2].len() <= 2);
    let joined = figures.iter().filter(|figure| figure.len() == 8);
    parted
        .filter_map(|parts| day(parts[0], parts[1], parts[2]))
        .next()
        .or_else(|| joined.filter_map(|figure| day(&figure[..4], &figure[4..6], &figure[6..])).next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn check(kind: ClueKind, text: &str, expected: &[&str]) {
        let found = page_day(&Clue { kind, text: text.to_owned(), span: Span::default() });
        let days: Vec<String> = found.iter().flat_map(|found| &found.readings).map(NaiveDate::to_string).collect();
        assert_eq!(days, expected, "{text}");
    }

    #[test]
    fn reads_the_dates_of_pages() {
        check(ClueKind::Published, "12th, March 2023 GMT", &["2023-03-12"]);
        check(ClueKind::PageDate, "2/19/2022", &["2022-02-19"]);
        check(ClueKind::PageDate, "3/4/2022", &["2022-04-03", "2022-03-04"]);
        check(ClueKind::PageDate, "الأحد ، ١٣ فبراير ٢٠٢٢ الساعة ٠٩:١٥", &["2022-02-13"]);
        check(ClueKind::Address, "https://example.org/news/2022/02/13/story.html", &["2022-02-13"]);
        check(ClueKind::MetadataPublished, "2022-02-13T10:30:00+03:00", &["2022-02-13"]);
        check(ClueKind::Byline, "وكالة الساحل | 13 فبراير 2022", &["2022-02-13"]);
        check(ClueKind::Outlet, "وكالة 13 فبراير 2022", &[]);
    }
}
