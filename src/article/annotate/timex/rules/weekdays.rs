//! Weekdays, with and without marks of direction.

use super::super::lexicon::{Sense, Shift, Unit, Word};
use super::super::phrase::{after, comma, far_shift, is, joined, ordinal, sense};
use super::super::scan::Row;
use super::super::time::{Counted, Step, Time};
use super::found::{Found, at_weekday, part_of_name};
use super::relative;

/// A weekday with what stands before it.
pub(super) struct Head {
    pub(super) weekday: u32,
    /// «اليوم», «أمس», «بعد غد» beside it, as days from today.
    pub(super) beside: Option<i32>,
    /// «هذا»
    pub(super) this: bool,
}

/// «أول أمس», «بعد غد» in several words, as days from today.
fn far_day(t: &Row<'_>, i: usize) -> Option<(i32, usize)> {
    match relative::day(t, i)? {
        (Time::RelativeDay(days), next) if days.abs() > 1 => Some((days, next)),
        _ => None,
    }
}

/// «الخميس», «يوم الخميس», «اليوم الخميس», «يوم أمس الأحد», «بعد غد الاثنين», «هذا يوم الجمعة».
pub(super) fn head(t: &Row<'_>, i: usize) -> Option<(Head, usize)> {
    let this = is(t, i, Word::This);
    let mut at = i + usize::from(this);
    let is_day =
        |at: usize| sense(t, at, |s| (s == Sense::Unit(Unit::Day, 1)).then_some(())).is_some();
    let (mut beside, mut named) = (None, false);
    if let Some((days, next)) = far_day(t, at) {
        (beside, at) = (Some(days), next);
    } else {
        if is_day(at) {
            (named, beside) = (true, t[at].article.then_some(0));
            at += 1;
            // «واليوم هو الأربعاء»
            at += usize::from(beside.is_some() && t.letters(at) == "هو");
        }
        let near = |s| if let Sense::RelativeDay(n) = s { Some(n) } else { None };
        if let Some(days) = sense(t, at, near) {
            beside = Some(days);
            at += 1;
        }
    }
    if at > i && !this {
        at = comma(t, at) + usize::from(t.get(at).is_some_and(|tok| tok.is_mark(&['('])));
        at += usize::from(is_day(at) && !t[at].article);
    }
    let weekday = at_weekday(t, at, named)?;
    let plain = at == i || joined(t, at);
    if !plain
        || is(t, at + 1, Word::NameTail) && t[at + 1].article
        || (at == i && part_of_name(t, i))
    {
        return None;
    }
    // «الأحد عشر»
    let eleven = sense(t, at + 1, |s| (s == Sense::Cardinal(10)).then_some(())).is_some()
        && joined(t, at + 1);
    (!eleven).then_some((Head { weekday, beside, this }, at + 1))
}

/// Skips what may stand between a weekday and its day: a comma, «الموافق», «المصادف لـ», «في».
pub(super) fn corresponding(t: &Row<'_>, next: usize) -> usize {
    let at = comma(t, next);
    if is(t, at, Word::Corresponding) {
        let at = at + 1 + usize::from(t.get(at + 1).is_some_and(|tok| tok.is_mark(&[':'])));
        return at + usize::from(is(t, at, Word::To));
    }
    let opens = t.get(at).is_some_and(|tok| tok.is_mark(&['(']) || tok.is(Word::In));
    at + usize::from(opens)
}

/// «الخميس الماضي», «أمس الأربعاء», «يوم الجمعة»
pub(super) fn weekday(t: &Row<'_>, i: usize) -> Found {
    let (head, next) = head(t, i)?;
    // «الخميس أول أمس», «الاثنين بعد غد»
    if let Some((days, end)) = far_day(t, next).filter(|_| head.beside.is_none() && joined(t, next))
    {
        return Some((
            Time::Weekday { weekday: head.weekday, shift: None, beside: Some(days) },
            end,
        ));
    }
    let (mark, next) = match far_shift(t, next) {
        Some((mark, next)) => (Some(mark), next),
        // «هذا اليوم الاثنين» is the day of the text.
        None => (head.beside.is_none().then_some(Shift::Current).filter(|_| head.this), next),
    };
    if let Some((nth, end)) = ordinal(t, next)
        .filter(|&(n, _)| n <= 5 && t[next].article && joined(t, next) && mark.is_none())
    {
        let of = Time::Unit { unit: Unit::Month, step: Step::From(0) };
        let ends = t.get(end).is_none_or(|tok| tok.is_mark(&['.', '،', '\n']));
        return ends.then(|| {
            (
                Time::Nth {
                    what: Counted::Weekday(head.weekday),
                    nth: nth as i32,
                    of: Box::new(of),
                },
                end,
            )
        });
    }
    Some((Time::Weekday { weekday: head.weekday, shift: mark, beside: head.beside }, next))
}

/// «الأحد من الأسبوع الماضي», «الأسبوع المقبل يوم الجمعة»
pub(super) fn of_week(t: &Row<'_>, i: usize) -> Found {
    let is_week = |time: &Time| matches!(time, Time::Unit { unit: Unit::Week, .. });
    let in_week =
        |weekday, of| Time::Nth { what: Counted::Weekday(weekday), nth: 0, of: Box::new(of) };
    if let Some((of, next)) = relative::unit(t, i).filter(|(time, _)| is_week(time)) {
        let at = comma(t, next);
        let (head, end) = head(t, at).filter(|_| joined(t, at))?;
        return head.beside.is_none().then(|| (in_week(head.weekday, of), end));
    }
    // «ثلاثاء الأسبوع الماضي»: the weekday leans on the week and has no article of its own.
    if let Some(day) =
        sense(t, i, |s| if let Sense::Weekday { day, .. } = s { Some(day) } else { None })
            .filter(|_| !t[i].article)
        && let Some((of, end)) =
            relative::unit(t, i + 1).filter(|(time, _)| is_week(time) && joined(t, i + 1))
    {
        return Some((in_week(day, of), end));
    }
    let (head, next) = head(t, i)?;
    let at = next + usize::from(after(t, next + 1, &[Word::Of, Word::In]));
    let (of, end) = relative::unit(t, at).filter(|(time, _)| is_week(time))?;
    Some((in_week(head.weekday, of), end))
}
