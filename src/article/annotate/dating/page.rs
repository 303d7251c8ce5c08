//! The day that the page says of itself is believed, by what it is and where it stands.

use chrono::{NaiveDate, Weekday};

use super::super::Reason;
use super::clues::PageDay;
use super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::months::weekday_name;
use crate::arabic::calendar::printed::MOON;
use crate::diagnostics::Diagnostic;
use crate::document::{ClueKind, DateBasis, DateEvidence, FigureOrder};

/// A day of the page as the day of publication.
pub(super) struct Believed {
    pub(super) day: NaiveDate,
    pub(super) basis: DateBasis,
    pub(super) evidence: Vec<DateEvidence>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What kinds of days are believed, the surest first, and what is said of each.
const KINDS: [(ClueKind, DateBasis, Reason); 10] = [
    (ClueKind::Published, DateBasis::Stated, Reason::Published),
    (ClueKind::MetadataPublished, DateBasis::Stated, Reason::PublishedInData),
    (ClueKind::Dated, DateBasis::Stated, Reason::Dated),
    (ClueKind::ArticleDay, DateBasis::Page, Reason::BesideArticle),
    (ClueKind::Dateline, DateBasis::Page, Reason::Dateline),
    (ClueKind::Stamp, DateBasis::Stated, Reason::Sent),
    (ClueKind::HeadDay, DateBasis::Page, Reason::OverHeadline),
    (ClueKind::Address, DateBasis::Page, Reason::Address),
    (ClueKind::Updated, DateBasis::Stated, Reason::Updated),
    (ClueKind::MetadataModified, DateBasis::Stated, Reason::ModifiedInData),
];

/// All days that the page shows as the article's own, in each way in which they can be read; one above the headline may be
/// a clock and is left out.
pub(super) fn shown_days(page: &[PageDay]) -> Vec<NaiveDate> {
    let is_articles = |day: &&PageDay| {
        day.kind != ClueKind::HeadDay && KINDS.iter().any(|&(kind, ..)| kind == day.kind)
    };
    page.iter().filter(is_articles).flat_map(|day| day.readings.iter().copied()).collect()
}

/// The day that the page shows as the article's, if it shows one.
pub(super) fn believed(page: &[PageDay], words: &Words<'_>) -> Option<Believed> {
    let moved = moved_metadata(page);
    let (shown, basis, reason) = KINDS.iter().find_map(|&(kind, basis, reason)| {
        let fits = |day: &&PageDay| {
            day.kind == kind
                && !day.readings.is_empty()
                && !(moved && kind == ClueKind::MetadataPublished)
        };
        let shown = page
            .iter()
            .filter(fits)
            .find(|day| kind != ClueKind::HeadDay || is_articles(day, page, words))?;
        // «23 ذو الحجة 1437هـ» over «25 أيلول 2016م»: one day, which the calendar of the moon may miss.
        let same = |day: &&PageDay| {
            shown.hijri
                && !day.hijri
                && (day.readings[0] - shown.readings[0]).num_days().abs() <= MOON
        };
        Some((page.iter().filter(fits).find(same).unwrap_or(shown), basis, reason))
    })?;
    let printed = reading(shown, page, words)?;
    let mut evidence = vec![DateEvidence {
        text: shown.text.clone(),
        value: Edtf::day(printed),
        reason: reason.text().to_owned(),
    }];
    let day = by_weekday(shown, printed, words, &mut evidence);
    let mut diagnostics = Vec::new();
    match (words.confirm(day), words.contradiction(day)) {
        (Some(more), _) => evidence.extend(more),
        (None, Some(against)) => {
            diagnostics.push(contradicted(day, shown, &against));
            evidence.push(against);
        }
        (None, None) => {}
    }
    if let Some(weekday) = shown.other_weekday {
        diagnostics.push(wrong_weekday(day, weekday, shown));
        let reason = Reason::OtherWeekday
            .of(&[weekday_name(weekday), weekday_name(chrono::Datelike::weekday(&day))]);
        evidence.push(DateEvidence { text: shown.text.clone(), value: Edtf::day(day), reason });
    }
    if is_open(shown, page, words) {
        if shown.by_others && shown.readings.first() == Some(&day) {
            evidence.push(DateEvidence {
                text: shown.text.clone(),
                value: Edtf::day(day),
                reason: Reason::MonthFirst.text().to_owned(),
            });
        } else {
            let message = format!(
                "«{}» can be read with the day or the month first; {day} was taken",
                shown.text
            );
            diagnostics.push(
                Diagnostic::note(FigureOrder::OPEN, message)
                    .help("give `date:` in the front matter"),
            );
        }
    }
    Some(Believed { day, basis, evidence, diagnostics })
}

/// A day of the moon's calendar as the weekdays of the text have it: where the month began by sight, the calendar is a
/// day off. Any other day stays.
fn by_weekday(
    shown: &PageDay,
    day: NaiveDate,
    words: &Words<'_>,
    evidence: &mut Vec<DateEvidence>,
) -> NaiveDate {
    let Some(written) = words.written_beside(day).filter(|_| shown.hijri) else { return day };
    let moved = written.value.single_day().unwrap_or(day);
    evidence.push(DateEvidence { reason: Reason::MoonByWeekday.text().to_owned(), ..written });
    moved
}

/// The month or week of the issue in which the article stands, where no day is printed.
pub(super) fn issue(page: &[PageDay]) -> Option<(Edtf, DateBasis, Vec<DateEvidence>)> {
    let of_issue = |kind: ClueKind| page.iter().find(|day| day.kind == kind && day.wider.is_some());
    let kinds = [
        (ClueKind::Published, DateBasis::Stated),
        (ClueKind::Dated, DateBasis::Stated),
        (ClueKind::ArticleDay, DateBasis::Page),
        (ClueKind::HeadDay, DateBasis::Page),
    ];
    let (shown, basis) =
        kinds.into_iter().find_map(|(kind, basis)| Some((of_issue(kind)?, basis)))?;
    let value = shown.wider.clone()?;
    let evidence = DateEvidence {
        text: shown.text.clone(),
        value: value.clone(),
        reason: Reason::Issue.text().to_owned(),
    };
    Some((value, basis, vec![evidence]))
}

/// Whether the metadata is the trace of a move from one system to another: the page itself shows an older day.
fn moved_metadata(page: &[PageDay]) -> bool {
    let day_of = |kind: ClueKind| {
        page.iter().find(|day| day.kind == kind).and_then(|day| day.readings.first().copied())
    };
    let Some(metadata) = day_of(ClueKind::MetadataPublished) else { return false };
    let shown = [ClueKind::ArticleDay, ClueKind::HeadDay, ClueKind::Dateline]
        .into_iter()
        .filter_map(day_of);
    shown.into_iter().any(|shown| (metadata - shown).num_days() > 1)
}

/// Whether a day above the headline is the article's: nothing in the text speaks against one of its readings.
fn is_articles(day: &PageDay, page: &[PageDay], words: &Words<'_>) -> bool {
    reading(day, page, words).is_some_and(|reading| words.contradiction(reading).is_none())
}

/// The reading on which text or page agree, then one that nothing contradicts, else the first.
pub(super) fn reading(day: &PageDay, page: &[PageDay], words: &Words<'_>) -> Option<NaiveDate> {
    let agrees = |reading: &NaiveDate| words.confirm(*reading).is_some();
    let on_page = |reading: &NaiveDate| {
        page.iter().any(|other| decides(other, day) && other.readings.first() == Some(reading))
    };
    let stands = |reading: &NaiveDate| words.contradiction(*reading).is_none();
    let readings = || day.readings.iter().copied();
    if let [only] = day.readings.as_slice() {
        return Some(*only);
    }
    let usual = readings().next();
    readings()
        .find(agrees)
        .or_else(|| readings().find(on_page))
        .or_else(|| usual.filter(stands))
        .or_else(|| readings().find(stands))
        .or(usual)
}

/// What the page shows of the order of its figures; `is_open` only where its days date the article.
pub(super) fn order(page: &[PageDay], words: &Words<'_>) -> FigureOrder {
    FigureOrder {
        month_first: page.iter().any(|day| day.month_first),
        day_first: page.iter().any(|day| day.day_first),
        is_open: page.iter().any(|day| is_open(day, page, words)),
    }
}

/// Whether day and month of a day can be exchanged, and neither page nor text decides.
fn is_open(day: &PageDay, page: &[PageDay], words: &Words<'_>) -> bool {
    let agrees = |reading: &NaiveDate| words.confirm(*reading).is_some();
    day.is_ambiguous()
        && !page.iter().any(|other| decides(other, day))
        && !day.readings.iter().any(agrees)
}

/// Whether another day of the page tells how this one is to be read.
fn decides(other: &PageDay, day: &PageDay) -> bool {
    other.readings.len() == 1 && (other.month_first || day.readings.contains(&other.readings[0]))
}

fn contradicted(day: NaiveDate, shown: &PageDay, against: &DateEvidence) -> Diagnostic {
    let message = format!(
        "the page states {day} («{}»), but «{}» speaks for another day",
        shown.text, against.text
    );
    Diagnostic::warning("date-conflict", message)
        .help("give `date:` in the front matter if the page is wrong")
}

fn wrong_weekday(day: NaiveDate, weekday: Weekday, shown: &PageDay) -> Diagnostic {
    let message =
        format!("«{}» names «{}», but {day} is another weekday", shown.text, weekday_name(weekday));
    Diagnostic::warning("date-weekday", message)
        .help("the day in figures was taken; give `date:` in the front matter if it is wrong")
}
