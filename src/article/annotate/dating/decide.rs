//! What the page says of its own day is believed; where it says nothing, agreement between its words and all else decides.

use chrono::{Datelike, NaiveDate};

use super::super::Reason;
use super::agreement::agree;
use super::claims::Claim;
use super::clues::PageDay;
use super::offices::Offices;
use super::spoken::Spoken;
use super::words::Words;
use super::{age, page};
use crate::arabic::calendar::Edtf;
use crate::diagnostics::Diagnostic;
use crate::document::{ClueKind, DateBasis, DateEvidence, Draft, Plain};

use super::super::timex::{Candidate, doubts};
use crate::document::FigureOrder;

/// Weighs all evidence.
pub(super) fn decide(
    draft: &Draft,
    plain: &Plain,
    candidates: &[Candidate],
    page: &[PageDay],
    spoken: &[Spoken<'_>],
    claims: &[Claim],
    offices: &Offices,
) -> Dating {
    let shown = page::shown_days(page);
    let open: Vec<&Claim> = claims.iter().filter(|claim| claim.is_open_to(&shown)).collect();
    let agreed = agree(&open);
    let words = Words { plain, candidates, spoken, agreed: agreed.as_ref() };
    let month_first = page.iter().any(|day| day.month_first || day.by_others);
    let mut dating = Dating { month_first, order: page::order(page, &words), ..Dating::default() };
    let front = &draft.front_matter;
    let written = front.date.as_ref().filter(|_| front.date_basis != Some(DateBasis::Inferred));
    if let Some(date) = written {
        dating.published = Some((
            date.clone(),
            front.date_basis.unwrap_or(DateBasis::Editor),
            front.date_evidence.clone(),
        ));
    } else if front.is_undated() {
        // A person has looked, and knows none.
    } else if let Some(believed) = page::believed(page, &words) {
        dating.published = Some((Edtf::day(believed.day), believed.basis, believed.evidence));
        dating.diagnostics = believed.diagnostics;
    } else if let Some(issue) = page::issue(page) {
        dating.published = Some(issue);
    } else {
        infer(&mut dating, draft, page, &words, offices);
    }
    dating.captured =
        front.captured.clone().or(captured(page, &words, &dating.published).map(Edtf::day));
    dating.reference = dating.published.as_ref().and_then(|(value, ..)| reference(value));
    speak_from_its_own_day(&mut dating, &words);
    dating.diagnostics.extend(doubts(plain, candidates));
    dating
}

/// Where the page shows no day at the article: the words that only one day, or a few, fit.
fn infer(
    dating: &mut Dating,
    draft: &Draft,
    page: &[PageDay],
    words: &Words<'_>,
    offices: &Offices,
) {
    let found = by_dateline(page, words, offices)
        .or_else(|| by_today(page, words, offices))
        .or_else(|| by_age(draft, page, words))
        .or_else(|| by_clock(page, words))
        .or_else(|| {
            words
                .agreed
                .is_none()
                .then(|| words.today_in_full())?
                .map(|today| (today.value.clone(), vec![today]))
        })
        .or_else(|| {
            let lede = words.agreed.is_none().then(|| words.announced_in_lede())??;
            Some((lede.value.clone(), vec![lede]))
        });
    // «اليوم الاثنين» is the text's own word: no inference stands against it.
    let found = found.filter(|(value, _)| {
        value.single_day().is_none_or(|day| words.other_weekday(day).is_none())
    });
    if let Some((value, evidence)) = found {
        dating.published = Some((value, DateBasis::Inferred, evidence));
        return;
    }
    let Some(agreed) = words.agreed else { return };
    /// A week of doubt is no date.
    const DOUBT: i64 = 6;
    if (agreed.last - agreed.first).num_days() < DOUBT {
        dating.published = Some((agreed.value(), DateBasis::Inferred, agreed.evidence()));
    }
    if let Some(clock) = captured(page, words, &None) {
        let message =
            format!("the page's clock says {clock}, but its text speaks for {}", agreed.value());
        dating.diagnostics.push(Diagnostic::note("capture-date", message));
    }
}

/// When the page was saved: a clock away from the article, or a day above the headline that the text contradicts.
fn captured(
    page: &[PageDay],
    words: &Words<'_>,
    published: &Option<(Edtf, DateBasis, Vec<DateEvidence>)>,
) -> Option<NaiveDate> {
    // The clock that dates the article is told there already.
    let dates = |clock: &PageDay| {
        published
            .iter()
            .any(|(_, _, evidence)| evidence.iter().any(|found| found.text == clock.text))
    };
    let clocks = page
        .iter()
        .filter(|day| matches!(day.kind, ClueKind::Clock | ClueKind::HeadDay) && !dates(day));
    // A day right above the headline is a clock only where it is another day.
    let other =
        |day: &NaiveDate| !published.iter().any(|(value, ..)| value.single_day() == Some(*day));
    let day = |clock: &PageDay| {
        page::reading(clock, page, words).filter(|day| clock.kind == ClueKind::Clock || other(day))
    };
    clocks.filter_map(day).next()
}

/// «بغداد – 7 نيسان»: the text, the clock of the page or the offices of its people give the year.
fn by_dateline(
    page: &[PageDay],
    words: &Words<'_>,
    offices: &Offices,
) -> Option<(Edtf, Vec<DateEvidence>)> {
    let agreed = words.agreed;
    let kinds = [
        ClueKind::Published,
        ClueKind::Dated,
        ClueKind::ArticleDay,
        ClueKind::Dateline,
        ClueKind::HeadDay,
    ];
    let line = page.iter().find(|day| kinds.contains(&day.kind) && day.without_year.is_some())?;
    let (day, month) = line.without_year?;
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let by_events = || {
        let agreed = agreed?;
        let found = in_year(agreed.first.year()).filter(|&day| agreed.holds(day))?;
        Some((found, Reason::DatelineAndEvents, agreed.evidence()))
    };
    let by_clock = || {
        /// How long after its day an article is read at most, where no weekday tells its year.
        const READ: i64 = 31;
        let is_weekday =
            |day: &NaiveDate| line.weekday.is_some_and(|weekday| day.weekday() == weekday);
        let fits = |clock: NaiveDate, day: &NaiveDate| match line.weekday {
            Some(_) => is_weekday(day) && *day <= clock,
            None => (-1..=READ).contains(&(clock - *day).num_days()),
        };
        let in_years = |clock: NaiveDate| {
            let oldest = if line.weekday.is_some() { LONGEST_KEPT } else { 1 };
            (clock.year() - oldest..=clock.year())
                .rev()
                .filter_map(in_year)
                .find(|day| fits(clock, day))
        };
        let found = clocks(page).find_map(in_years)?;
        Some((found, Reason::DatelineAndPage, Vec::new()))
    };
    let by_offices = || {
        let found = only_year(in_year, |day| offices.allow(day) == Some(true))?;
        Some((found, Reason::DatelineAndOffices, Vec::new()))
    };
    let by_weekday = || {
        let (found, more) = by_weekday(page, words, line, in_year)?;
        Some((found, Reason::DatelineAndPage, more))
    };
    let (found, reason, more) = match agreed {
        Some(_) => by_events()?,
        None => by_clock().or_else(by_offices).or_else(by_weekday)?,
    };
    let mut evidence = vec![DateEvidence {
        text: line.text.clone(),
        value: Edtf::day(found),
        reason: reason.text().to_owned(),
    }];
    evidence.extend(more);
    Some((Edtf::day(found), evidence))
}

/// The dateline in the year of the rights at the foot, or in that of a whole day of which the text tells some weeks before, where its
/// weekday («اليوم الثلاثاء») falls on it: one year in six has the same, so that neither decides alone.
fn by_weekday(
    page: &[PageDay],
    words: &Words<'_>,
    line: &PageDay,
    in_year: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<(NaiveDate, Vec<DateEvidence>)> {
    /// How many days before the article such a day lies at most.
    const NEAR: i64 = 120;
    let fits = |day: NaiveDate| match line.weekday {
        Some(weekday) => (day.weekday() == weekday).then(Vec::new),
        None => words.weekday_of(day).map(|evidence| vec![evidence]),
    };
    let of_rights = page.iter().filter(|day| day.kind == ClueKind::Rights).filter_map(|rights| {
        let year = rights.wider.as_ref()?.first_day()?.year();
        Some((in_year(year)?, rights.text.clone(), Edtf::year(year)))
    });
    let of_days = words.candidates.iter().filter_map(|candidate| {
        let told = candidate.written_day()?;
        let day = [told.year(), told.year() + 1]
            .into_iter()
            .filter_map(&in_year)
            .find(|&day| (0..=NEAR).contains(&(day - told).num_days()))?;
        Some((day, candidate.span.cut(&words.plain.text).to_owned(), Edtf::day(told)))
    });
    let (day, text, value, mut more) = of_rights
        .chain(of_days)
        .find_map(|(day, text, value)| Some((day, text, value, fits(day)?)))?;
    let reason = Reason::DatelineAndPage.text().to_owned();
    more.push(DateEvidence { text, value, reason });
    Some((day, more))
}

fn clocks(page: &[PageDay]) -> impl Iterator<Item = NaiveDate> {
    page.iter()
        .filter(|day| matches!(day.kind, ClueKind::Clock | ClueKind::HeadDay))
        .flat_map(|day| day.readings.iter().copied())
}

/// The day in the one year that fits; nothing where none or several do.
fn only_year(
    day_in: impl Fn(i32) -> Option<NaiveDate>,
    fits: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let mut days = (1995..2101).filter_map(day_in).filter(|&day| fits(day));
    days.next().filter(|_| days.next().is_none())
}

/// «اليوم الثلاثاء 9 نيسان»: the text itself names the day of its writing, and the year is the one in which
/// the weekday fits the page, the events or the offices; or the last before the page was saved.
fn by_today(
    page: &[PageDay],
    words: &Words<'_>,
    offices: &Offices,
) -> Option<(Edtf, Vec<DateEvidence>)> {
    let lede = words
        .candidates
        .iter()
        .take_while(|candidate| words.plain.paragraph_at(candidate.span.start) < 2);
    let (span, (weekday, day, month)) = lede
        .filter_map(|candidate| {
            Some((candidate.span, candidate.today_without_year(&words.plain.text)?))
        })
        .next()?;
    let is_weekday = |day: NaiveDate| day.weekday().num_days_from_monday() == weekday;
    let in_year =
        |year: i32| NaiveDate::from_ymd_opt(year, month, day).filter(|&day| is_weekday(day));
    let on_page = |day: NaiveDate| page.iter().any(|shown| shown.readings.contains(&day));
    let near_event = |day: NaiveDate| {
        words.agreed.is_some_and(|agreed| {
            agreed.claims.iter().any(|claim| (day - claim.day).num_days().abs() <= 6)
        })
    };
    let before_clock = || {
        let clock = clocks(page).max()?;
        (clock.year() - LONGEST_KEPT..=clock.year())
            .rev()
            .filter_map(in_year)
            .find(|&day| day <= clock)
    };
    let found = only_year(in_year, on_page)
        .or_else(|| only_year(in_year, near_event))
        .or_else(|| only_year(in_year, |day| offices.allow(day) == Some(true)))
        .or_else(before_clock)?;
    let found = Some(found).filter(|&found| offices.allow(found) != Some(false))?;
    let reason = Reason::NamesDay.text().to_owned();
    let evidence = DateEvidence {
        text: span.cut(&words.plain.text).to_owned(),
        value: Edtf::day(found),
        reason,
    };
    Some((Edtf::day(found), vec![evidence]))
}

/// «منذ ساعتين» under the headline, and the page's clock above.
fn by_age(draft: &Draft, page: &[PageDay], words: &Words<'_>) -> Option<(Edtf, Vec<DateEvidence>)> {
    let clue = draft.clues.iter().find(|clue| clue.kind == ClueKind::Age)?;
    let days = age::days(&clue.text)?;
    let clock = page.iter().find(|day| matches!(day.kind, ClueKind::Clock | ClueKind::HeadDay))?;
    let day =
        page::reading(clock, page, words)?.checked_sub_signed(chrono::TimeDelta::days(days))?;
    let reason = Reason::Age.of(&[&clock.text]);
    words.contradiction(day).is_none().then(|| {
        (
            Edtf::day(day),
            vec![DateEvidence { text: clue.text.clone(), value: Edtf::day(day), reason }],
        )
    })
}

/// How many years after its day an article may be saved; a weekday falls on the same date again after five or six.
const LONGEST_KEPT: i32 = 4;

/// A clock away from the article dates it only where the text names its own day and both agree.
fn by_clock(page: &[PageDay], words: &Words<'_>) -> Option<(Edtf, Vec<DateEvidence>)> {
    let clock = page.iter().filter(|day| matches!(day.kind, ClueKind::Clock | ClueKind::HeadDay));
    clock.flat_map(|shown| shown.readings.iter().map(move |&reading| (shown, reading))).find_map(
        |(shown, reading)| {
            let mut evidence = words.confirm(reading)?;
            let reason = Reason::HeadAgrees.text().to_owned();
            evidence.insert(
                0,
                DateEvidence { text: shown.text.clone(), value: Edtf::day(reading), reason },
            );
            Some((Edtf::day(reading), evidence))
        },
    )
}

/// A page of Friday whose text says «اليوم الخميس»: its «أمس» and «غدًا» count from Thursday.
fn speak_from_its_own_day(dating: &mut Dating, words: &Words<'_>) {
    let Some((value, basis, evidence)) = &mut dating.published else { return };
    let Some(written) = value.single_day().and_then(|day| words.written_beside(day)) else {
        return;
    };
    dating.reference = written.value.single_day();
    if *basis != DateBasis::Editor {
        evidence.push(written);
    }
}

/// The best single day of a publication date; a month or a year is too long to count days from.
fn reference(value: &Edtf) -> Option<NaiveDate> {
    let (Some(from), Some(to)) = value.days() else { return None };
    ((to - from).num_days() <= 31).then_some(from)
}

/// The dates of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dating {
    /// When it was published, how that is known, and why; absent where the evidence does not decide.
    pub published: Option<(Edtf, DateBasis, Vec<DateEvidence>)>,
    /// When the page was saved: a clock of the page with which the text does not agree.
    pub captured: Option<Edtf>,
    /// The day from which its «أمس» and «الخميس» count; the first, where publication is an interval.
    pub reference: Option<NaiveDate>,
    /// Whether its figures have the month first, as the page's own date or others of its source show.
    pub month_first: bool,
    /// What the page itself shows of the order of day and month.
    pub order: FigureOrder,
    /// Contradictions between the pieces of evidence.
    pub diagnostics: Vec<Diagnostic>,
}
