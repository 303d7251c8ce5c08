//! The dates that the head and foot of a page give.

use chrono::{NaiveDate, Weekday};

use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::printed::{PrintedDay, printed_days};
use crate::arabic::numbers::digits::whole_number;
use crate::document::{Clue, ClueKind, Order, Plain, chronology};
use crate::span::Span;

/// A date of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageDay {
    pub(super) kind: ClueKind,
    /// Its words.
    pub(super) text: String,
    /// The days it can mean, the likeliest first: two where day and month can be exchanged.
    pub(super) readings: Vec<NaiveDate>,
    /// Whether it can only be read with the month first: 1/25/2024.
    pub(super) month_first: bool,
    /// Whether it can only be read with the day first: 25/1/2024.
    pub(super) day_first: bool,
    /// Whether other pages of the same source have shown that its first figure is the month.
    pub(super) by_others: bool,
    /// Day and month of a dateline without a year, for the year to be found.
    pub(super) without_year: Option<(u32, u32)>,
    /// The weekday printed beside it.
    pub(super) weekday: Option<Weekday>,
    /// The month of a magazine, the week of a paper.
    pub(super) wider: Option<Edtf>,
    /// The weekday printed beside it where the calendar has another.
    pub(super) other_weekday: Option<Weekday>,
    /// Whether it is told in the Hijri calendar alone.
    pub(super) hijri: bool,
}

impl PageDay {
    fn of(kind: ClueKind, text: &str) -> Self {
        Self {
            kind,
            text: text.to_owned(),
            readings: Vec::new(),
            month_first: false,
            day_first: false,
            by_others: false,
            without_year: None,
            weekday: None,
            wider: None,
            other_weekday: None,
            hijri: false,
        }
    }

    /// Whether day and month can be exchanged, and nothing on the page decides.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.readings.len() > 1
    }
}

/// Reads the clues that hold a date; `order` is that of figures of which the page itself shows nothing.
pub(super) fn read(clues: &[Clue], order: Order) -> Vec<PageDay> {
    let mut page: Vec<PageDay> = clues.iter().filter_map(page_day).collect();
    let on_page = page.iter().any(|day| day.month_first);
    if on_page || order == Order::MonthFirst {
        for day in page.iter_mut().filter(|day| day.is_ambiguous()) {
            day.readings.reverse();
            day.by_others = !on_page;
        }
    }
    page
}

/// The days of a page without that with which an entry of its chronology opens, where later entries follow: «1 آب 2004: تعيين
/// حاكم للمصرف» is of the page's story. `times` are all times of the text.
pub(super) fn without_entries(page: Vec<PageDay>, plain: &Plain, times: &[Span]) -> Vec<PageDay> {
    let entries = chronology::entries(plain, times);
    let opening = |entry: &chronology::Entry| {
        printed_days(times[entry.time].cut(&plain.text)).first().and_then(PrintedDay::day)
    };
    let days: Vec<NaiveDate> = entries.iter().filter_map(opening).collect();
    let Some(&latest) = days.iter().max() else { return page };
    let is_of_entry = |day: &PageDay| {
        let opens = |reading: &NaiveDate| days.contains(reading) && *reading < latest;
        day.kind == ClueKind::ArticleDay && day.readings.iter().any(opens)
    };
    page.into_iter().filter(|day| !is_of_entry(day)).collect()
}

fn page_day(clue: &Clue) -> Option<PageDay> {
    match clue.kind {
        ClueKind::Outlet | ClueKind::Sender | ClueKind::Byline | ClueKind::Age => None,
        ClueKind::Address => Some(PageDay {
            readings: vec![in_address(&clue.text)?],
            ..PageDay::of(clue.kind, &clue.text)
        }),
        ClueKind::Rights => Some(PageDay {
            wider: Some(Edtf::year(i32::try_from(whole_number(&clue.text)?).ok()?)),
            ..PageDay::of(clue.kind, &clue.text)
        }),
        _ => printed(clue).or_else(|| figures_of_dateline(clue)),
    }
}

/// The day that the words of a clue print; the first with a year, if one has it.
fn printed(clue: &Clue) -> Option<PageDay> {
    let days = printed_days(&clue.text);
    // The first second of computers' time is what a database gives where it has no day.
    let is_day = |day: &&PrintedDay| day.day().is_some_and(|day| day != NaiveDate::default());
    let full = days.iter().find(is_day);
    let day =
        full.or_else(|| days.iter().find(|day| day.without_year.is_some() || day.wider.is_some()))?;
    Some(PageDay {
        readings: day.readings.clone(),
        month_first: day.month_first,
        day_first: day.day_first,
        without_year: day.without_year,
        weekday: day.weekday,
        wider: day.wider.clone(),
        other_weekday: day.other_weekday,
        hijri: day.hijri,
        ..PageDay::of(clue.kind, day.span.cut(&clue.text))
    })
}

/// «المرسى - 28 - 3 (الوكالة) --»: day and month of a dateline in figures.
fn figures_of_dateline(clue: &Clue) -> Option<PageDay> {
    let digits = |part: &str| {
        part.chars()
            .filter_map(crate::arabic::chars::digit_value)
            .fold(0_u32, |sum, digit| sum.wrapping_mul(10).wrapping_add(digit))
    };
    let figures: Vec<u32> = clue
        .text
        .split(|c: char| crate::arabic::chars::digit_value(c).is_none())
        .filter(|part| !part.is_empty() && part.len() < 12)
        .map(digits)
        .collect();
    match figures.as_slice() {
        &[day @ 1..=31, month @ 1..=12] if clue.kind == ClueKind::Dateline => {
            Some(PageDay { without_year: Some((day, month)), ..PageDay::of(clue.kind, &clue.text) })
        }
        _ => None,
    }
}

/// The day in an address: `/2021/04/07/`, `2021-04-07`, `20210407`.
fn in_address(address: &str) -> Option<NaiveDate> {
    let figures: Vec<&str> = address.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|year| (1995..=2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let parted = figures
        .windows(3)
        .filter(|parts| parts[0].len() == 4 && parts[1].len() <= 2 && parts[2].len() <= 2);
    let joined = figures.iter().filter(|figure| figure.len() == 8);
    parted.filter_map(|parts| day(parts[0], parts[1], parts[2])).next().or_else(|| {
        joined.filter_map(|figure| day(&figure[..4], &figure[4..6], &figure[6..])).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn check(kind: ClueKind, text: &str, expected: &[&str]) {
        let found = page_day(&Clue { kind, text: text.to_owned(), span: Span::default() });
        let days: Vec<String> =
            found.iter().flat_map(|found| &found.readings).map(NaiveDate::to_string).collect();
        assert_eq!(days, expected, "{text}");
    }

    #[test]
    fn reads_the_dates_of_pages() {
        check(ClueKind::Published, "12th, March 2023 GMT", &["2023-03-12"]);
        check(ClueKind::ArticleDay, "2/19/2022", &["2022-02-19"]);
        check(ClueKind::Clock, "3/4/2022", &["2022-04-03", "2022-03-04"]);
        check(ClueKind::ArticleDay, "الأحد ، ١٣ فبراير ٢٠٢٢ الساعة ٠٩:١٥", &["2022-02-13"]);
        check(ClueKind::Address, "https://example.org/news/2022/02/13/story.html", &["2022-02-13"]);
        check(ClueKind::MetadataPublished, "2022-02-13T10:30:00+03:00", &["2022-02-13"]);
        check(ClueKind::Dateline, "المرسى - 28 - 3 (الوكالة) --", &[]);
        check(ClueKind::Outlet, "وكالة 13 فبراير 2022", &[]);
    }
}
