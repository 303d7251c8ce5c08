//! Agreement decides: what the page states and the text does not contradict, then what the text gives alone.

use chrono::{Datelike, Days, NaiveDate};

use super::super::timex::Candidate;
use super::Dating;
use super::claims::{Claim, LEDE};
use super::clues::PageDay;
use super::offices::Offices;
use super::spoken::Spoken;
use crate::arabic::calendar::Edtf;
use crate::diagnostics::Diagnostic;
use crate::document::{ClueKind, DateBasis, DateEvidence, Draft, Plain};

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
    let agreed = agree(claims);
    let mut dating = Dating { month_first: page.iter().any(|day| day.month_first), ..Dating::default() };
    let agrees = |day: NaiveDate| confirmed(day, plain, candidates, spoken, agreed.as_ref()).is_some();
    let front = &draft.front_matter;
    if let Some(date) = front.date.as_ref().filter(|_| front.date_basis != Some(DateBasis::Inferred)) {
        dating.published = Some((date.clone(), front.date_basis.unwrap_or(DateBasis::Editor), front.date_evidence.clone()));
    } else if let Some(stated) = stated(page, agreed.as_ref()) {
        state(&mut dating, stated, "تاريخ النشر المذكور في الصفحة", agreed.as_ref(), &agrees);
    } else if let Some(day) = of_kind(page, ClueKind::Dateline) {
        by_dateline(&mut dating, day, agreed.as_ref(), offices, &agrees);
    }
    if dating.published.is_none() {
        by_today(&mut dating, plain, candidates, page, agreed.as_ref(), offices);
        by_page_and_text(&mut dating, page, plain, candidates, spoken, agreed.as_ref());
    }
    dating.captured = front.captured.clone().or(dating.captured);
    dating.reference = dating.published.as_ref().and_then(|(value, ..)| reference(value));
    dating.content = content(agreed.as_ref(), spoken, dating.reference);
    dating.diagnostics.extend(super::super::timex::doubts(plain, candidates));
    dating
}

/// What the claims that do not exclude each other say together.
struct Agreed<'c> {
    first: NaiveDate,
    last: NaiveDate,
    claims: Vec<&'c Claim>,
}

/// Takes the claims from the newest event on; older events that do not fit are background.
fn agree(claims: &[Claim]) -> Option<Agreed<'_>> {
    let (newest, rest) = claims.split_first()?;
    let mut agreed = Agreed { first: newest.first, last: newest.last, claims: vec![newest] };
    let narrow = |agreed: &mut Agreed<'_>, first: NaiveDate, last: NaiveDate| {
        let (first, last) = (agreed.first.max(first), agreed.last.min(last));
        if first <= last {
            (agreed.first, agreed.last) = (first, last);
        }
        first <= last
    };
    for claim in rest {
        if narrow(&mut agreed, claim.first, claim.last) {
            agreed.claims.push(claim);
        }
    }
    for claim in agreed.claims.clone() {
        narrow(&mut agreed, claim.likely.0, claim.likely.1);
    }
    Some(agreed)
}

impl Agreed<'_> {
    fn holds(&self, day: NaiveDate) -> bool {
        // A page may be dated a day after its text.
        let hard_last = self.claims.iter().map(|claim| claim.last).min().unwrap_or(self.last);
        let hard_first = self.claims.iter().map(|claim| claim.first).max().unwrap_or(self.first);
        hard_first <= day && hard_last.checked_add_days(Days::new(1)).is_some_and(|last| day <= last)
    }

    fn value(&self) -> Edtf {
        Edtf::between(self.first, self.last)
    }

    fn evidence(&self) -> Vec<DateEvidence> {
        let mut found: Vec<DateEvidence> = Vec::new();
        for claim in &self.claims {
            if !found.contains(&claim.evidence) && found.len() < 4 {
                found.push(claim.evidence.clone());
            }
        }
        found
    }
}

fn of_kind(page: &[PageDay], kind: ClueKind) -> Option<&PageDay> {
    page.iter().find(|day| day.kind == kind)
}

/// The date that the page gives as that of publication. Metadata against which page and text speak together is
/// the trace of a move from one system to another.
fn stated<'p>(page: &'p [PageDay], agreed: Option<&Agreed<'_>>) -> Option<&'p PageDay> {
    let day = |kind| page.iter().find(|day| day.kind == kind && !day.readings.is_empty());
    let holds = |day: &PageDay| day.readings.iter().any(|&reading| agreed.is_some_and(|agreed| agreed.holds(reading)));
    let metadata = day(ClueKind::MetadataPublished).filter(|metadata| {
        let shown = page.iter().any(|shown| shown.kind == ClueKind::PageDate && holds(shown));
        holds(metadata) || !shown
    });
    day(ClueKind::Published).or(metadata)
}

/// The reading on which the text agrees, else the first.
fn reading(day: &PageDay, agrees: &dyn Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    day.readings.iter().copied().find(|&reading| agrees(reading)).or_else(|| day.readings.first().copied())
}

fn state(dating: &mut Dating, stated: &PageDay, reason: &str, agreed: Option<&Agreed<'_>>, agrees: &dyn Fn(NaiveDate) -> bool) {
    let Some(day) = reading(stated, agrees) else { return };
    let mut evidence = vec![DateEvidence { text: stated.text.clone(), value: Edtf::day(day), reason: reason.to_owned() }];
    if let Some(agreed) = agreed {
        if agreed.holds(day) {
            evidence.extend(agreed.evidence());
        } else {
            let told = agreed.claims.first().map_or_else(String::new, |claim| claim.evidence.text.clone());
            let message = format!("the page states {day} («{}»), but «{told}» speaks for {}", stated.text, agreed.value());
            dating
                .diagnostics
                .push(Diagnostic::warning("date-conflict", message).help("give `date:` in the front matter if the page is wrong"));
        }
    }
    if stated.ambiguous && !agrees(day) {
        let message = format!("«{}» can be read with the day or the month first; the day was taken first", stated.text);
        dating.diagnostics.push(Diagnostic::note("date-order", message).help("give `date:` in the front matter"));
    }
    dating.published = Some((Edtf::day(day), DateBasis::Stated, evidence));
}

/// «بغداد – 7 نيسان»: a day with its year, or one for which the text or the offices of its people give the year.
fn by_dateline(
    dating: &mut Dating,
    dateline: &PageDay,
    agreed: Option<&Agreed<'_>>,
    offices: &Offices,
    agrees: &dyn Fn(NaiveDate) -> bool,
) {
    if !dateline.readings.is_empty() {
        return state(dating, dateline, "سطر المكان والتاريخ في أول النص", agreed, agrees);
    }
    let Some((day, month)) = dateline.without_year else { return };
    let found = match agreed {
        Some(agreed) => NaiveDate::from_ymd_opt(agreed.first.year(), month, day)
            .filter(|&day| agreed.holds(day))
            .map(|day| (day, "سطر المكان والتاريخ في أول النص، والسنة من الوقائع", agreed.evidence())),
        None => only_year(|year| NaiveDate::from_ymd_opt(year, month, day), |day| offices.allow(day) == Some(true))
            .map(|day| (day, "سطر المكان والتاريخ في أول النص، والسنة من مناصب من يذكرهم", Vec::new())),
    };
    if let Some((day, reason, more)) = found {
        let mut evidence = vec![DateEvidence { text: dateline.text.clone(), value: Edtf::day(day), reason: reason.to_owned() }];
        evidence.extend(more);
        dating.published = Some((Edtf::day(day), DateBasis::Inferred, evidence));
    }
}

/// The day in the one year that fits; nothing where none or several do.
fn only_year(day_in: impl Fn(i32) -> Option<NaiveDate>, fits: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    let mut days = (1995..2101).filter_map(day_in).filter(|&day| fits(day));
    days.next().filter(|_| days.next().is_none())
}

/// «اليوم الثلاثاء 9 نيسان»: the text itself names the day of its writing, and the year is the one in which
/// the weekday fits the page, the events or the offices.
fn by_today(
    dating: &mut Dating,
    plain: &Plain,
    candidates: &[Candidate],
    page: &[PageDay],
    agreed: Option<&Agreed<'_>>,
    offices: &Offices,
) {
    let lede = candidates.iter().take_while(|candidate| plain.paragraph_at(candidate.span.start) < 2);
    let Some((span, (weekday, day, month))) =
        lede.filter_map(|candidate| Some((candidate.span, candidate.today_without_year(&plain.text)?))).next()
    else {
        return;
    };
    let is_weekday = |day: NaiveDate| day.weekday().num_days_from_monday() == weekday;
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day).filter(|&day| is_weekday(day));
    let on_page = |day: NaiveDate| page.iter().any(|shown| shown.readings.contains(&day));
    let near_event =
        |day: NaiveDate| agreed.is_some_and(|agreed| agreed.claims.iter().any(|claim| (day - claim.day).num_days().abs() <= 6));
    let found = only_year(in_year, on_page)
        .or_else(|| only_year(in_year, near_event))
        .or_else(|| only_year(in_year, |day| offices.allow(day) == Some(true)));
    let Some(found) = found.filter(|&found| offices.allow(found) != Some(false)) else { return };
    let reason = "النص يسمّي يومه، والسنة ما وافق اسمَ اليوم".to_owned();
    let evidence = DateEvidence { text: span.cut(&plain.text).to_owned(), value: Edtf::day(found), reason };
    dating.published = Some((Edtf::day(found), DateBasis::Inferred, vec![evidence]));
}

/// A clock of the page stands only if the text agrees; else the text decides, if it can.
fn by_page_and_text(
    dating: &mut Dating,
    page: &[PageDay],
    plain: &Plain,
    candidates: &[Candidate],
    spoken: &[Spoken<'_>],
    agreed: Option<&Agreed<'_>>,
) {
    let shown = [ClueKind::PageDate, ClueKind::Address, ClueKind::MetadataPublished, ClueKind::Updated]
        .into_iter()
        .flat_map(|kind| page.iter().filter(move |day| day.kind == kind));
    for day in shown {
        let confirmed = |reading| {
            confirmed(reading, plain, candidates, spoken, agreed).or_else(|| agreed.is_none().then(|| by_day_and_month(page, reading))?)
        };
        let agreement = day.readings.iter().copied().find_map(|reading| Some((reading, confirmed(reading)?)));
        match agreement {
            Some((reading, mut confirmed)) if dating.published.is_none() => {
                let reason = "تاريخ في رأس الصفحة يوافقه النص".to_owned();
                confirmed.insert(0, DateEvidence { text: day.text.clone(), value: Edtf::day(reading), reason });
                dating.published = Some((Edtf::day(reading), DateBasis::Stated, confirmed));
            }
            _ => {
                let published = dating.published.as_ref().and_then(|(value, ..)| value.first_day());
                let far = |clock: &NaiveDate| published.is_none_or(|published| (*clock - published).num_days().abs() > 2);
                let clock =
                    day.readings.first().copied().filter(|_| !matches!(day.kind, ClueKind::Address | ClueKind::Updated)).filter(far);
                dating.captured = dating.captured.take().or(clock.map(Edtf::day));
            }
        }
    }
    if let (None, None, Some(today)) = (&dating.published, agreed, today_in_full(plain, candidates)) {
        dating.published = Some((today.value.clone(), DateBasis::Inferred, vec![today]));
    }
    if let (Some((value, ..)), Some(captured)) = (&dating.published, &dating.captured)
        && let (Some(published), Some(clock)) = (value.first_day(), captured.first_day())
        && (clock - published).num_days().abs() <= 2
    {
        dating.captured = None;
    }
    if let (None, Some(agreed)) = (&dating.published, agreed) {
        let length = (agreed.last - agreed.first).num_days();
        // A week of doubt is no date.
        if length < 6 {
            dating.published = Some((agreed.value(), DateBasis::Inferred, agreed.evidence()));
        }
        if let Some(captured) = &dating.captured {
            let message = format!("the page's clock says {captured}, but its text speaks for {}", agreed.value());
            dating.diagnostics.push(Diagnostic::note("capture-date", message));
        }
    }
}

/// A dateline without a year that has the same day and month.
fn by_day_and_month(page: &[PageDay], day: NaiveDate) -> Option<Vec<DateEvidence>> {
    let dateline =
        page.iter().find(|dateline| dateline.kind == ClueKind::Dateline && dateline.without_year == Some((day.day(), day.month())))?;
    let reason = "سطر المكان والتاريخ في أول النص يوافق تاريخ الصفحة".to_owned();
    Some(vec![DateEvidence { text: dateline.text.clone(), value: Edtf::day(day), reason }])
}

/// «اليوم الثلاثاء 14 أيلول 2021» in the first paragraphs: the text itself says on which day it speaks.
fn today_in_full(plain: &Plain, candidates: &[Candidate]) -> Option<DateEvidence> {
    candidates.iter().find_map(|candidate| {
        let day = candidate.written_day()?;
        let (before, words) = (&plain.text[..candidate.span.start], candidate.span.cut(&plain.text));
        let today = words.starts_with("اليوم") || before.split_whitespace().rev().take(3).any(|word| word == "اليوم");
        let reason = "النص يسمّي يومه بتمامه".to_owned();
        (today && before.matches('\n').count() < 2).then(|| DateEvidence { text: words.to_owned(), value: Edtf::day(day), reason })
    })
}

/// What in the text speaks for a day of the page; nothing where nothing does, or something speaks against it.
fn confirmed(
    day: NaiveDate,
    plain: &Plain,
    candidates: &[Candidate],
    spoken: &[Spoken<'_>],
    agreed: Option<&Agreed<'_>>,
) -> Option<Vec<DateEvidence>> {
    if let Some(agreed) = agreed {
        return agreed.holds(day).then(|| agreed.evidence());
    }
    let near = |from: NaiveDate, days: i64| (0..=days).contains(&(day - from).num_days());
    let news = spoken.iter().filter(|spoken| spoken.number < LEDE).find_map(|spoken| {
        let event_day = spoken.event.date.single_day().filter(|&event_day| near(event_day, 1))?;
        let reason = format!("الخبر عن «{}»", spoken.event.name);
        Some(DateEvidence { text: excerpt(spoken.sentence.cut(&plain.text)), value: Edtf::day(event_day), reason })
    });
    let written = || {
        candidates.iter().find_map(|candidate| {
            let told = candidate.written_day().filter(|&told| near(told, 3))?;
            let reason = "يوم مذكور بتمامه قريب من تاريخ الصفحة".to_owned();
            Some(DateEvidence { text: candidate.span.cut(&plain.text).to_owned(), value: Edtf::day(told), reason })
        })
    };
    let today = || {
        candidates.iter().find_map(|candidate| {
            let (weekday, Some(days)) = candidate.unmarked_weekday()? else { return None };
            let told = day.checked_add_signed(chrono::TimeDelta::days(i64::from(days)))?;
            let reason = "اسم اليوم في النص يوافق تاريخ الصفحة".to_owned();
            let fits = told.weekday().num_days_from_monday() == weekday;
            fits.then(|| DateEvidence { text: candidate.span.cut(&plain.text).to_owned(), value: Edtf::day(told), reason })
        })
    };
    news.or_else(written).or_else(today).map(|evidence| vec![evidence])
}

/// The first words of a sentence.
fn excerpt(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().take(8).collect();
    words.join(" ")
}

/// The day of the event that the article tells: the one that dates it, or one of its lede that is no older than ten days.
fn content(agreed: Option<&Agreed<'_>>, spoken: &[Spoken<'_>], reference: Option<NaiveDate>) -> Option<Edtf> {
    let told = agreed.and_then(|agreed| agreed.claims.first()).map(|claim| Edtf::day(claim.day));
    let fresh =
        |date: &Edtf| matches!((date.first_day(), reference), (Some(day), Some(reference)) if (day - reference).num_days().abs() <= 10);
    told.or_else(|| spoken.iter().filter(|spoken| spoken.number < LEDE).map(|spoken| spoken.event.date.clone()).find(fresh))
}

/// The best single day of a publication date; a month or a year is too long to count days from.
fn reference(value: &Edtf) -> Option<NaiveDate> {
    let (Some(from), Some(to)) = value.days() else { return None };
    ((to - from).num_days() <= 31).then_some(from)
}
