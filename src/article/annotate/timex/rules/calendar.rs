//! Days, months and years by their names and numbers.

use super::super::lexicon::{Sense, Shift, Unit, Word};
use super::super::phrase::{
    Read, after, comma, day_number, decimal, digits, is, joined, month as month_phrase, month_name,
    sense, spelled_year, words, year_after, year_number, year_with_word,
};
use super::super::scan::{Kind, Row};
use super::super::time::{Counted, Step, Time, Year};
use super::found::{Found, part_of_name};
use super::period::period;
use super::weekdays;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Moment, Precision};

/// «الأربعاء 7 أبريل 2021», «السابع من نيسان», «27th, January 2024», «الثلاثاء التاسع عشر من هذا الشهر».
pub(super) fn day(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        None => (None, i + usize::from(is_plain_day(t, i))),
    };
    if (weekday.is_none() && part_of_name(t, i)) || after(t, i, &[Word::NumberNoun]) {
        return None;
    }
    let (day, next) = day_number(t, at)
        .or_else(|| spelled_day(t, at))
        .filter(|_| at == i || t[at].clitics.preposition.is_none() || weekday.is_some())?;
    if decimal(t, at, next) {
        return None;
    }
    of_month(t, next, day, weekday)
        .or_else(|| of_told_month(t, i, next, day))
        .or_else(|| without_month(t, at, next, day, weekday))
}

/// «تُنشر الشهر المقبل، وتُعرض في 18 منه»: a day of the month that was spoken of.
fn of_told_month(t: &Row<'_>, i: usize, next: usize, day: u32) -> Found {
    const LEADING: [Word; 6] =
        [Word::In, Word::Until, Word::To, Word::Since, Word::After, Word::Before];
    let led = is_plain_day(t, i) || after(t, i, &LEADING) || i > 0 && is_plain_day(t, i - 1);
    let of_it = t[next].kind == Kind::Word && t.letters(next) == "منه";
    (led && of_it && day <= 31).then(|| {
        let of = Box::new(Time::Unit { unit: Unit::Month, step: Step::Told(0) });
        (Time::Nth { what: Counted::Day, nth: day as i32, of }, next + 1)
    })
}

/// «واحد وعشرين مايو»: a number in words right before a month that is nothing else.
fn spelled_day(t: &Row<'_>, i: usize) -> Read<u32> {
    let (day, next) = words(t, i).filter(|&(day, _)| (1..=31).contains(&day))?;
    month_name(t, next).filter(|&((_, sure), _)| sure && joined(t, next)).map(|_| (day, next))
}

fn of_month(t: &Row<'_>, next: usize, day: u32, weekday: Option<u32>) -> Found {
    let marks = t.get(next).is_some_and(|tok| tok.is_mark(&[',', '،', '-', '.', '–', '/']));
    let at = next + usize::from(marks || is(t, next, Word::Of));
    if let Some(((month, _), end)) = month_phrase(t, at).filter(|_| joined(t, at)) {
        let dot = end
            + usize::from(
                t.get(end).is_some_and(|tok| tok.glued && tok.is_mark(&['.', '-']))
                    && digits(t, end + 1).is_some(),
            );
        let (year, end) =
            year_after(t, dot).or_else(|| impossible_year(t, end)).unwrap_or((Year::Open, end));
        if let Some(weekday) =
            weekday.filter(|_| day <= 5 && !matches!(t[next - 1].kind, Kind::Number { .. }))
        {
            return Some((Time::DayOrNth { day, month, year, weekday }, end));
        }
        return Some((Time::Day { day, month, year, weekday }, end));
    }
    if marks || (at == next && !is(t, at, Word::This) && !t.get(at).is_some_and(|tok| tok.article))
    {
        return None;
    }
    let (of, end) = period(t, at)?;
    let is_month = matches!(of, Time::Unit { unit: Unit::Month, .. });
    is_month.then(|| (Time::Nth { what: Counted::Day, nth: day as i32, of: Box::new(of) }, end))
}

/// «7 نيسان 20215», «3 آذار 0»: a figure that stands for a year and is none leaves the day without a value.
fn impossible_year(t: &Row<'_>, i: usize) -> Read<Year> {
    let Kind::Number { value, digits } = t[i].kind else { return None };
    let alone = matches!(t[i + 1].kind, Kind::Mark(c) if !matches!(c, '%' | '٪'));
    (joined(t, i) && (value == 0 || digits > 4 && alone)).then_some((Year::Given(i32::MAX), i + 1))
}

/// «الجمعة 22», «يوم 15»: the month is the one from which the text speaks.
fn without_month(t: &Row<'_>, at: usize, next: usize, day: u32, weekday: Option<u32>) -> Found {
    if day > 31
        || is(t, next, Word::Counted)
        || t.get(next).is_some_and(|tok| {
            tok.glued && !tok.is_mark(&['.', '،', ',', '!', '؟', ')', '"', '»', ':'])
        })
    {
        return None;
    }
    let numeric = matches!(t[at].kind, Kind::Number { .. });
    let ends = t.get(next).is_none_or(|tok| {
        matches!(tok.kind, Kind::Mark(_)) || !tok.senses.is_empty() || tok.article
    });
    let clear = match weekday {
        Some(_) => (numeric && ends) || (!numeric && t[at].article && day > 5),
        None => numeric && at > 0 && is_plain_day(t, at - 1) && ends || after_movement(t, at, next),
    };
    clear.then_some((Time::DayOfMonth { day, weekday }, next))
}

/// «سيصل في 15.», «عاد في الحادي والعشرين»: at the end of a sentence after a verb of coming and going.
fn after_movement(t: &Row<'_>, at: usize, next: usize) -> bool {
    let ends = t[next].is_mark(&['.', '!', '؟', '\n']);
    let prepared = at > 1
        && after(t, at, &[Word::In, Word::To, Word::Until])
        && (at.saturating_sub(5)..at - 1).any(|verb| is(t, verb, Word::Movement));
    let clitic =
        at > 0 && t[at].clitics.preposition == Some('ل') && after(t, at, &[Word::Movement]);
    ends && (prepared || clitic)
}

/// «يوم» before a day's number.
pub(super) fn is_plain_day(t: &Row<'_>, i: usize) -> bool {
    sense(t, i, |s| (s == Sense::Unit(Unit::Day, 1)).then_some(())).is_some() && !t[i].article
}

/// «أسبوع 16 سبتمبر»
pub(super) fn week_of(t: &Row<'_>, i: usize) -> Found {
    sense(t, i, |s| (s == Sense::Unit(Unit::Week, 1)).then_some(()))
        .filter(|()| !t[i].article && joined(t, i + 1))?;
    let (time, end) = day(t, i + 1)?;
    matches!(time, Time::Day { .. }).then(|| (Time::WeekOf(Box::new(time)), end))
}

/// «2016, 16 نوفمبر»
pub(super) fn year_first(t: &Row<'_>, i: usize) -> Found {
    let (year, next) = bare_year(t, i).and_then(|_| year_number(t, i, 1900))?;
    let at = next + usize::from(t[next].is_mark(&[',', '،', '/', '-']));
    let (time, end) =
        day(t, at).or_else(|| month_day(t, at)).filter(|_| at > next && joined(t, at))?;
    match time {
        Time::Day { year: Year::Open, .. } => Some((time.with_year(Year::Given(year)), end)),
        _ => None,
    }
}

/// «يناير 12, 2016», «January 27, 2024», «يوليو 13»
pub(super) fn month_day(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), comma(t, next)),
        None => (None, i),
    };
    if part_of_name(t, at) {
        return None;
    }
    let ((month, _), next) = month_name(t, at)?;
    let mark = |at: usize| at + usize::from(t[at].is_mark(&['/', '-', '.']));
    let (day, next) = day_number(t, mark(next)).filter(|_| joined(t, mark(next)))?;
    if let Some((year, end)) =
        year_after(t, mark(next)).filter(|(year, _)| matches!(year, Year::Given(_)))
    {
        return Some((Time::Day { day, month, year, weekday }, end));
    }
    let ends = t.get(next).is_none_or(|tok| matches!(tok.kind, Kind::Mark(_)));
    let latin = t[at].span.len() > 2
        && t[at].bare == t[at].span.start
        && !t[at].article
        && weekday.is_some();
    ((ends || latin) && !decimal(t, next - 1, next))
        .then_some((Time::Day { day, month, year: Year::Open, weekday }, next))
}

/// «نيسان الماضي», «شهر تموز/يوليو», «في يونيو»
pub(super) fn month(t: &Row<'_>, i: usize) -> Found {
    if part_of_name(t, i) {
        return None;
    }
    // «هذا سبتمبر»
    if is(t, i, Word::This) {
        let ((month, sure), next) = month_name(t, i + 1)?;
        return (sure && joined(t, i + 1))
            .then_some((Time::Month { month, year: Year::Shifted(Shift::Current) }, next));
    }
    let ((number, sure), next) = month_phrase(t, i)?;
    if let Some((year, end)) = year_after(t, next) {
        return Some((Time::Month { month: number, year }, end));
    }
    let time = Time::Month { month: number, year: Year::Open };
    if t[i].kind == Kind::Word && t[i].span.len() <= 3 && t[i].bare == t[i].span.start && !sure {
        return None;
    }
    let unnamed = sense(t, i, |s| (s == Sense::Unit(Unit::Month, 1)).then_some(())).is_some()
        && month_name(t, i + 1).is_none();
    if unnamed && !t[i].article && !matches!(t[i + 1].kind, Kind::Number { .. }) {
        return Some((time, next));
    }
    let prepared = after(
        t,
        i,
        &[Word::In, Word::Since, Word::During, Word::By, Word::Until, Word::To, Word::Between],
    ) || t[i].clitics.preposition == Some('ل')
        || (t[i].clitics.and && i > 0 && month_name(t, i - 1).is_some());
    (sure || prepared).then_some((time, next))
}

/// «عام 2008», «منذ 2014», «غزو 2003», «1442 هـ»
pub(super) fn year(t: &Row<'_>, i: usize) -> Found {
    let fixed = |year: i32, next: usize| {
        Some((
            Time::Fixed(before_christ(t, year, next)?),
            next + usize::from(is(t, next, Word::BeforeChrist)),
        ))
    };
    if let Some((year, next)) = year_with_word(t, i) {
        return fixed(year, next);
    }
    // «في ألف وتسعمئة وستة وخمسين»
    if t[i].kind == Kind::Word && after(t, i, &[Word::In, Word::Since, Word::By, Word::Until]) {
        let (year, next) = spelled_year(t, i)?;
        return (!counts(t, next, true)).then(|| fixed(year, next))?;
    }
    let Kind::Number { value, digits: 4 } = t[i].kind else { return None };
    let next = i + 1;
    if !(1900..=2100).contains(&value)
        || decimal(t, i, next)
        || hyphenated(t, i)
        || is(t, next, Word::HijriMark)
    {
        return None;
    }
    if is(t, next, Word::ChristianMark) && t[next].glued {
        return fixed(value as i32, next + 1);
    }
    let prepared = after(
        t,
        i,
        &[Word::In, Word::Since, Word::During, Word::By, Word::Until, Word::Before, Word::After],
    );
    let linked =
        after(t, i, &[Word::Of, Word::To, Word::Between]) && (1950..=2050).contains(&value);
    let event = after(t, i, &[Word::YearNoun]) && !after(t, i, &[Word::NumberNoun]);
    // «عامي 2019 و2020»
    let listed = i > 1
        && (after(t, i, &[Word::And]) && t[i].glued || t[i - 1].is_mark(&['،', ',']))
        && matches!(t[i - 2].kind, Kind::Number { value: 1900..=2100, digits: 4 })
        && t[i.saturating_sub(3)].senses.iter().any(|&s| {
            matches!(
                s,
                Sense::Unit(Unit::Year, _) | Sense::Word(Word::In | Word::And | Word::Between)
            )
        });
    let named = i > 0 && t[i - 1].senses.contains(&Sense::Unit(Unit::Year, 0));
    let prepared = prepared || listed || named;
    let brackets =
        i > 0 && t[i - 1].is_mark(&['(']) && t.get(next).is_some_and(|tok| tok.is_mark(&[')']));
    ((prepared || linked || event) && !counts(t, next, linked) || brackets)
        .then(|| fixed(value as i32, next))?
}

/// Whether the word after the number is what it counts: «في 2000 مدرسة».
fn counts(t: &Row<'_>, next: usize, strict: bool) -> bool {
    let Some(token) = t.get(next).filter(|tok| tok.kind == Kind::Word) else {
        return t.get(next).is_some_and(|tok| tok.is_mark(&['%', '٪', '$', '€', '+']));
    };
    if token.is(Word::Counted) {
        return true;
    }
    let grammar = token.senses.iter().any(|&s| matches!(s, Sense::Word(_) | Sense::Shift(_)));
    let unit = token.senses.iter().any(|&s| matches!(s, Sense::Unit(..))) && !token.article;
    unit || (strict
        && !grammar
        && !token.article
        && !token.clitics.and
        && token.clitics.preposition.is_none()
        && token.senses.is_empty()
        && !token.glued)
}

/// Whether the number stands in a row of numbers and hyphens: a phone number, a range read elsewhere.
fn hyphenated(t: &Row<'_>, i: usize) -> bool {
    let dash = |i: usize| {
        t.get(i).is_some_and(|tok| tok.glued && tok.is_mark(&['-', '–', '/', '\\', '_']))
    };
    let number = |i: usize| {
        t.get(i).is_some_and(|tok| {
            matches!(tok.kind, Kind::Number { .. } | Kind::Quantity | Kind::Word) && tok.glued
        })
    };
    (dash(i + 1) && number(i + 2)) || (i >= 2 && t[i].glued && dash(i - 1))
}

/// A year that has no place in the calendar of EDTF's four digits gives nothing.
fn before_christ(t: &Row<'_>, year: i32, next: usize) -> Option<Edtf> {
    let value = Edtf::Date(Moment::certain(Precision::Year(year)));
    let before =
        is(t, next, Word::BeforeChrist) || (t.get(next).is_some_and(|tok| tok.is_mark(&['ق'])));
    (!before).then_some(value)
}

/// «2014», as an end of a range.
pub(in super::super) fn bare_year(t: &Row<'_>, i: usize) -> Found {
    let (year, next) =
        year_number(t, i, 1900).filter(|_| matches!(t[i].kind, Kind::Number { .. }))?;
    (year <= 2100 && !is(t, next, Word::Counted)).then(|| (Time::Fixed(Edtf::year(year)), next))
}
