//! Parts of months and years, and what is counted in them.

use super::super::lexicon::{Part, Sense, Shift, Unit, Word};
use super::super::phrase::{Read, after, day_number, is, joined, number, ordinal, sense, shift};
use super::super::scan::Row;
use super::super::time::{Counted, Step, Time};
use super::found::{Found, at_weekday};
use super::period::period;

/// «بداية الشهر الجاري», «منتصف أكتوبر», «أواخر عام 2020»
pub(super) fn part(t: &Row<'_>, i: usize) -> Found {
    let part = sense(t, i, |s| if let Sense::Part(part) = s { Some(part) } else { None })?;
    if t[i].article {
        return None;
    }
    let at = i + 1 + usize::from(is(t, i + 1, Word::Of) || is(t, i + 1, Word::In));
    let (of, end) = period(t, at).filter(|_| joined(t, at))?;
    let whole_day = matches!(of, Time::Unit { unit: Unit::Day, .. });
    // «في وقت لاحق من هذا العام», but not «العام السابق 2020».
    let later = matches!(part, Part::Later | Part::Earlier);
    if later
        && (at == i + 1 && !is(t, at, Word::This)
            || !matches!(of, Time::Unit { step: Step::From(0), .. }))
    {
        return None;
    }
    // «نهاية الأسبوع», «نهاية هذا الأسبوع» are weekends.
    let weekend = part == Part::End && matches!(of, Time::Unit { unit: Unit::Week, .. });
    // «أول 2020» and «أول مايو» are no parts; «أول الشهر» and «آخر تموز» are.
    let is_sense = |wanted: fn(Sense) -> bool| sense(t, i, |s| wanted(s).then_some(())).is_some();
    let last_of_month = is_sense(|s| s == Sense::Last) && matches!(of, Time::Month { .. });
    let ordinal = is_sense(|s| matches!(s, Sense::Ordinal(_) | Sense::Last));
    let clear = !ordinal || last_of_month || matches!(of, Time::Unit { .. });
    (!whole_day && !weekend && clear).then(|| (Time::Part { part, of: Box::new(of) }, end))
}

/// «الربع الأول من عام 2016», «النصف الثاني من العام الجاري», «الثلث الأخير من 2020»
pub(super) fn fraction(t: &Row<'_>, i: usize) -> Found {
    let parts = sense(t, i, |s| if let Sense::Fraction(n) = s { Some(n) } else { None })
        .filter(|_| t[i].article)?;
    let (nth, next) = nth_word(t, i + 1)?;
    let nth = if nth == -1 { parts } else { nth as u32 };
    if nth == 0 || nth > parts {
        return None;
    }
    let at = next + usize::from(after(t, next + 1, &[Word::Of, Word::In]));
    let (of, end) = period(t, at)?;
    let code = match parts {
        4 => 32 + nth,
        3 => 36 + nth,
        _ => 39 + nth,
    };
    let year = matches!(of, Time::Fixed(_) | Time::Unit { unit: Unit::Year, .. });
    let month = matches!(of, Time::Month { .. } | Time::Unit { unit: Unit::Month, .. });
    if parts == 3 && month {
        let part = [Part::Begin, Part::Middle, Part::End][nth as usize - 1];
        return Some((Time::Part { part, of: Box::new(of) }, end));
    }
    let half_month = parts == 2 && month;
    (year || half_month).then(|| (Time::Fraction { code, of: Box::new(of) }, end))
}

/// «الأول», «الأخير» (-1)
fn nth_word(t: &Row<'_>, i: usize) -> Read<i32> {
    if sense(t, i, |s| (s == Sense::Last).then_some(())).is_some() {
        return Some((-1, i + 1));
    }
    ordinal(t, i).map(|(n, next)| (n as i32, next))
}

/// «ثالث ثلاثاء من أيلول», «الأسبوع الأخير من العام», «أول يوم جمعة من يوليو»
pub(super) fn nth(t: &Row<'_>, i: usize) -> Found {
    let (what, nth, next) = match nth_word(t, i) {
        Some((nth, next)) if !t[i].article => {
            let (what, next) = counted(t, next, true)?;
            (what, nth, next)
        }
        _ => {
            let (what, next) = counted(t, i, false)?;
            let (nth, next) = nth_word(t, next)
                .filter(|_| t[i].article && t.get(next).is_some_and(|tok| tok.article))?;
            (what, nth, next)
        }
    };
    let preposition = is(t, next, Word::Of) || is(t, next, Word::In);
    let at = next + usize::from(preposition);
    // «الأسبوع الثالث العام المقبل»
    let marked = |of: &Time| matches!(of, Time::Unit { step: Step::From(-1 | 1), .. });
    let (of, end) = period(t, at).filter(|(of, _)| {
        preposition || marked(of) || t.get(at).is_some_and(|tok| tok.clitics.preposition.is_some())
    })?;
    let fits = match of {
        Time::Unit { unit, .. } => {
            matches!(unit, Unit::Month | Unit::Year) || unit == Unit::Week && what != Counted::Week
        }
        Time::Fixed(_) | Time::Month { .. } => true,
        _ => false,
    };
    fits.then(|| (Time::Nth { what, nth, of: Box::new(of) }, end))
}

/// «في 30 الجاري», «حتى 5 المقبل»: the month is not said.
pub(super) fn day_of_marked(t: &Row<'_>, i: usize) -> Found {
    let led = after(t, i, &[Word::In, Word::Before, Word::Until, Word::Of, Word::To, Word::Since])
        || i > 0 && sense(t, i - 1, |s| (s == Sense::Unit(Unit::Day, 1)).then_some(())).is_some();
    let (day, next) = day_number(t, i).filter(|&(day, _)| led && day <= 31)?;
    let at = next + usize::from(is(t, next, Word::Of));
    // «في 24 الماضية» counts hours.
    let of_month = t.get(at).is_some_and(|tok| tok.article) && !t.letters(at).ends_with('ه');
    let (mark, end) = shift(t, at).filter(|_| of_month)?;
    let step = match mark {
        Shift::Past => Step::From(-1),
        Shift::Current => Step::From(0),
        Shift::Next => Step::From(1),
        _ => return None,
    };
    let of = Box::new(Time::Unit { unit: Unit::Month, step });
    Some((Time::Nth { what: Counted::Day, nth: day as i32, of }, end))
}

/// «الأشهر الثلاثة الأولى من 2016», «أول ثلاثة أشهر من العام الجاري»
pub(super) fn first_units(t: &Row<'_>, i: usize) -> Found {
    let units = |i: usize| {
        sense(t, i, |s| {
            if let Sense::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), _) = s {
                Some(unit)
            } else {
                None
            }
        })
    };
    let end_word = |i: usize| match nth_word(t, i) {
        Some((-1, next)) => Some((true, next)),
        Some((1, next)) => Some((false, next)),
        _ => None,
    };
    let (last, count, unit, next) =
        if let Some((last, next)) = end_word(i).filter(|_| !t[i].article) {
            let (count, at) = number(t, next).filter(|_| joined(t, next))?;
            (last, count, units(at)?, at + 1)
        } else {
            let unit = units(i).filter(|_| t[i].article)?;
            let (count, next) = number(t, i + 1)?;
            let (last, next) = end_word(next).filter(|_| t[next].article)?;
            (last, count, unit, next)
        };
    let (of, end) =
        period(t, next + 1).filter(|_| is(t, next, Word::Of) || is(t, next, Word::In))?;
    (1..=100).contains(&count).then(|| (Time::Ends { unit, count, last, of: Box::new(of) }, end))
}

/// What is counted: «يوم», «أسبوع», «يوم جمعة», «ثلاثاء».
fn counted(t: &Row<'_>, i: usize, bare: bool) -> Read<Counted> {
    if !joined(t, i) && bare {
        return None;
    }
    let unit = sense(t, i, |s| if let Sense::Unit(unit, 1) = s { Some(unit) } else { None });
    match unit {
        Some(Unit::Week) => Some((Counted::Week, i + 1)),
        Some(Unit::Day) => match at_weekday(t, i + 1, true) {
            Some(weekday) => Some((Counted::Weekday(weekday), i + 2)),
            None => Some((Counted::Day, i + 1)),
        },
        _ => at_weekday(t, i, bare).map(|weekday| (Counted::Weekday(weekday), i + 1)),
    }
}
