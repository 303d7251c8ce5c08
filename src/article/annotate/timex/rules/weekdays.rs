//! Weekdays, with and without marks of direction.

use super::super::lexicon::{Sense, Shift, Unit};
use super::super::phrase::{far_shift, ordinal, sense};
use super::super::scan::Row;
use super::super::time::{Counted, Step, Time};
use super::super::traits::{
    ANY, ARABIC_COMMA, ARTICLE, COLON, COMMAS, CORRESPONDING, DAY, DOT, FALLING, IN, IN_IT, JOINED,
    LINE_END, NAME_TAIL, OF, OPEN, PLAIN_DAY, Pattern, TEN, THIS, TO, WEEKDAY,
};
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
    /// «الأحد عشر», «الجمعة العظيمة»
    const OTHER: [Pattern; 2] = [TEN.with(JOINED), NAME_TAIL.with(ARTICLE)];
    let this = t.has(i, THIS);
    let mut at = t.skip(i, THIS);
    let (mut beside, mut named) = (None, false);
    if let Some((days, next)) = far_day(t, at) {
        (beside, at) = (Some(days), next);
    } else {
        if t.has(at, DAY) {
            (named, beside) = (true, t.has(at, ARTICLE).then_some(0));
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
        at = t.skip(t.skip(at, COMMAS | OPEN), PLAIN_DAY);
    }
    let weekday = at_weekday(t, at, named)?;
    let plain = if at == i { !part_of_name(t, i) } else { t.has(at, JOINED) };
    let other = OTHER.iter().any(|&tail| t.has(at + 1, tail));
    (plain && !other).then_some((Head { weekday, beside, this }, at + 1))
}

/// Skips what may stand between a weekday and its day: a comma, «الموافق», «المصادف لـ», «الواقع فيه», «في».
pub(super) fn corresponding(t: &Row<'_>, next: usize) -> usize {
    let at = t.skip(next, COMMAS);
    if t.has(at, CORRESPONDING) {
        return t.skip(t.skip(at + 1, COLON), TO);
    }
    // «الثلاثاء الواقع فيه 1 نيسان»
    if t.has(at, FALLING) {
        return t.skip(at + 1, IN | IN_IT);
    }
    t.skip(at, OPEN | IN)
}

/// «الخميس الماضي», «أمس الأربعاء», «يوم الجمعة»
pub(super) fn weekday(t: &Row<'_>, i: usize) -> Found {
    let (head, next) = head(t, i)?;
    if is_every(t, i, next) {
        return None;
    }
    // «الخميس أول أمس», «الاثنين بعد غد»
    let may_follow = head.beside.is_none() && t.has(next, JOINED);
    if let Some((days, end)) = far_day(t, next).filter(|_| may_follow) {
        let time = Time::Weekday { weekday: head.weekday, shift: None, beside: Some(days) };
        return Some((time, end));
    }
    let (mark, next) = match far_shift(t, next) {
        Some((mark, next)) => (Some(mark), next),
        // «هذا اليوم الاثنين» is the day of the text.
        None => (head.beside.is_none().then_some(Shift::Current).filter(|_| head.this), next),
    };
    let nth = ordinal(t, next).filter(|_| mark.is_none() && t.has(next, ARTICLE.with(JOINED)));
    if let Some((nth @ ..=5, end)) = nth {
        let of = Box::new(Time::Unit { unit: Unit::Month, step: Step::From(0) });
        let time = Time::Nth { what: Counted::Weekday(head.weekday), nth: nth as i32, of };
        return t.has(end, DOT | ARABIC_COMMA | LINE_END).then_some((time, end));
    }
    Some((Time::Weekday { weekday: head.weekday, shift: mark, beside: head.beside }, next))
}

/// «أيام الجمعة», «أيام السبت والثلاثاء», «كل يوم جمعة»: every such day. Three days in a row are those to come or the last ones, and
/// so are those that a mark tells: «أيام الجمعة والسبت والأحد», «أيام الأربعاء والخميس الماضيين».
fn is_every(t: &Row<'_>, i: usize, next: usize) -> bool {
    /// How many days in a row are no habit.
    const ROW: usize = 3;
    /// How many tokens of such a list are read to each side.
    const REACH: usize = 16;
    const NAMED: Pattern = WEEKDAY.with(ARTICLE);
    let is_listed = |at: usize| t.is_one(at, &[NAMED, COMMAS.alone()]);
    let first =
        (i.saturating_sub(REACH)..i).rev().take_while(|&at| is_listed(at)).last().unwrap_or(i);
    match first.checked_sub(1).map_or("", |lead| t.letters(lead)) {
        "كل" => return true,
        "ايام" | "وايام" if t.has(first, NAMED) => {}
        _ => return false,
    }
    let end = (next..next + REACH).find(|&at| !is_listed(at)).unwrap_or(next + REACH);
    let days: Vec<u32> = (first..end).filter_map(|at| at_weekday(t, at, false)).collect();
    let follows = |pair: &[u32]| (pair[0] + 1) % 7 == pair[1];
    let is_row = days.len() >= ROW && days.windows(2).all(follows);
    !is_row && far_shift(t, end).is_none()
}

/// «الأحد من الأسبوع الماضي», «الأسبوع المقبل يوم الجمعة»
pub(super) fn of_week(t: &Row<'_>, i: usize) -> Found {
    let is_week = |time: &Time| matches!(time, Time::Unit { unit: Unit::Week, .. });
    let in_week =
        |weekday, of| Time::Nth { what: Counted::Weekday(weekday), nth: 0, of: Box::new(of) };
    if let Some((of, next)) = relative::unit(t, i).filter(|(time, _)| is_week(time)) {
        let at = t.skip(next, COMMAS);
        let (head, end) = head(t, at).filter(|_| t.has(at, JOINED))?;
        return head.beside.is_none().then(|| (in_week(head.weekday, of), end));
    }
    // «ثلاثاء الأسبوع الماضي»: the weekday leans on the week and has no article of its own.
    let day = sense(t, i, |s| if let Sense::Weekday { day, .. } = s { Some(day) } else { None });
    let day = day.filter(|_| t.reads(i, &[ANY.without(ARTICLE), JOINED.alone()]));
    if let Some(day) = day
        && let Some((of, end)) = relative::unit(t, i + 1).filter(|(time, _)| is_week(time))
    {
        return Some((in_week(day, of), end));
    }
    let (head, next) = head(t, i)?;
    let at = t.skip(next, OF | IN);
    let (of, end) = relative::unit(t, at).filter(|(time, _)| is_week(time))?;
    Some((in_week(head.weekday, of), end))
}
