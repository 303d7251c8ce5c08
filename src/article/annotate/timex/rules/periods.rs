//! Parts of months and years, and what is counted in them.

use super::super::lexicon::{Part, Sense, Shift, Unit};
use super::super::phrase::{Read, day_number, number, ordinal, sense, shift, unit as unit_of};
use super::super::scan::Row;
use super::super::time::{Counted, Step, Time, Year};
use super::super::traits::{
    ARTICLE, BEFORE, DAY, IN, JOINED, LAST, OF, ORDINAL, SINCE, THIS, TO, Traits, UNTIL,
    WITH_PREPOSITION,
};
use super::found::{Found, at_weekday};
use super::hijri;
use super::period::period;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{self, EARNINGS};

/// «بداية الشهر الجاري», «منتصف أكتوبر», «أواخر عام 2020»
pub(super) fn part(t: &Row<'_>, i: usize) -> Found {
    let part = sense(t, i, |s| if let Sense::Part(part) = s { Some(part) } else { None })?;
    if t.has(i, ARTICLE) {
        return None;
    }
    let at = t.skip(i + 1, OF | IN);
    // «بداية من شهر جوان» says from when on.
    let behind = if part == Part::Begin { t.skip(i + 1, IN) } else { at };
    let of_moon = || hijri::date(t, behind).filter(|(time, _)| time.is_month_of_moon());
    let (of, end) = period(t, behind).or_else(of_moon).filter(|_| t.has(behind, JOINED))?;
    let fits = match of {
        Time::Unit { unit: Unit::Day, .. } => false,
        // «نهاية الأسبوع», «نهاية هذا الأسبوع» are weekends.
        Time::Unit { unit: Unit::Week, .. } => part != Part::End,
        Time::Unit { .. } => true,
        // «أول 2020» and «أول مايو» are no parts; «أول الشهر» and «آخر تموز» are.
        Time::Month { .. } => !t.has(i, ORDINAL.without(LAST)),
        _ => !t.has(i, ORDINAL | LAST),
    };
    // «في وقت لاحق من هذا العام», but not «العام السابق 2020».
    let later = matches!(part, Part::Later | Part::Earlier);
    let is_current = matches!(of, Time::Unit { step: Step::From(0), .. });
    let points = at > i + 1 || t.has(at, THIS);
    let stands = !later || points && is_current;
    (fits && stands).then(|| (Time::Part { part, of: Box::new(of) }, end))
}

/// «الربع الأول من عام 2016», «النصف الثاني من العام الجاري», «الثلث الأخير من 2020»
pub(super) fn fraction(t: &Row<'_>, i: usize) -> Found {
    let parts = sense(t, i, |s| if let Sense::Fraction(n) = s { Some(n) } else { None })
        .filter(|_| t.has(i, ARTICLE))?;
    let (nth, next) = nth_word(t, i + 1)?;
    let nth = if nth == -1 { parts } else { nth as u32 };
    if !(1..=parts).contains(&nth) {
        return None;
    }
    let at = t.skip(next, OF | IN);
    let code = match parts {
        4 => 32 + nth,
        3 => 36 + nth,
        _ => 39 + nth,
    };
    let Some((of, end)) = period(t, at) else {
        return match parts {
            3 => None,
            _ if !is_of_business(t, i, next) => None,
            _ => Some((Time::Season { code, year: Year::Open }, next)),
        };
    };
    let year = matches!(of, Time::Fixed(_) | Time::Unit { unit: Unit::Year, .. });
    let month = matches!(of, Time::Month { .. } | Time::Unit { unit: Unit::Month, .. });
    let of = Box::new(of);
    match parts {
        3 if month => {
            let part = [Part::Begin, Part::Middle, Part::End][nth as usize - 1];
            Some((Time::Part { part, of }, end))
        }
        2 if month => Some((Time::Fraction { code, of }, end)),
        _ => year.then_some((Time::Fraction { code, of }, end)),
    }
}

/// «أرباح الربع الرابع»: of which year is not said; «الفصل الأول» is a chapter, and «الربع الأخير من المباراة» is of a game.
fn is_of_business(t: &Row<'_>, i: usize, next: usize) -> bool {
    // «الثلاثي الأول» may be three players.
    let bare = t.letters(i).without_article();
    if t.has(next, OF) || bare.ends_with("فصل") || bare.starts_with("ثلاثي") {
        return false;
    }
    let speaks_of_money =
        |at| lexicon::is(t.letters(at).without_all(AND | SO | BY | FOR), EARNINGS);
    (0..t.len()).any(speaks_of_money)
}

/// «الأول», «الأخير» (-1)
fn nth_word(t: &Row<'_>, i: usize) -> Read<i32> {
    if t.has(i, LAST) {
        return Some((-1, i + 1));
    }
    ordinal(t, i).map(|(n, next)| (n as i32, next))
}

/// «ثالث ثلاثاء من أيلول», «الأسبوع الأخير من العام», «أول يوم جمعة من يوليو»
pub(super) fn nth(t: &Row<'_>, i: usize) -> Found {
    let (what, nth, next) = match nth_word(t, i) {
        Some((nth, next)) if !t.has(i, ARTICLE) => {
            let (what, next) = counted(t, next, true)?;
            (what, nth, next)
        }
        _ => {
            let (what, next) = counted(t, i, false)?;
            let definite = t.has(i, ARTICLE) && t.has(next, ARTICLE);
            let (nth, next) = nth_word(t, next).filter(|_| definite)?;
            (what, nth, next)
        }
    };
    let at = t.skip(next, OF | IN);
    let led = at > next || t.has(at, WITH_PREPOSITION);
    // «الأسبوع الثالث العام المقبل»
    let marked = |of: &Time| matches!(of, Time::Unit { step: Step::From(-1 | 1), .. });
    let (of, end) = period(t, at).filter(|(of, _)| led || marked(of))?;
    let fits = match of {
        Time::Unit { unit: Unit::Week, .. } => what != Counted::Week,
        Time::Unit { unit, .. } => matches!(unit, Unit::Month | Unit::Year),
        Time::Fixed(_) | Time::Month { .. } => true,
        _ => false,
    };
    fits.then(|| (Time::Nth { what, nth, of: Box::new(of) }, end))
}

/// «في 30 الجاري», «حتى 5 المقبل»: the month is not said.
pub(super) fn day_of_marked(t: &Row<'_>, i: usize) -> Found {
    const LEADING: Traits = Traits::of(&[IN, BEFORE, UNTIL, OF, TO, SINCE, DAY]);
    let (day, next) = day_number(t, i).filter(|_| t.after(i, LEADING))?;
    if day > 31 {
        return None;
    }
    let at = t.skip(next, OF);
    // «في 24 الماضية» counts hours.
    let of_month = t.has(at, ARTICLE) && !t.letters(at).ends_with('ه');
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
    let units = |i: usize| match unit_of(t, i)? {
        (unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), _) => Some(unit),
        _ => None,
    };
    let end_word = |i: usize| match nth_word(t, i) {
        Some((-1, next)) => Some((true, next)),
        Some((1, next)) => Some((false, next)),
        _ => None,
    };
    let (last, count, unit, next) =
        if let Some((last, next)) = end_word(i).filter(|_| !t.has(i, ARTICLE)) {
            let (count, at) = number(t, next).filter(|_| t.has(next, JOINED))?;
            (last, count, units(at)?, at + 1)
        } else {
            let unit = units(i).filter(|_| t.has(i, ARTICLE))?;
            let (count, next) = number(t, i + 1)?;
            let (last, next) = end_word(next).filter(|_| t.has(next, ARTICLE))?;
            (last, count, unit, next)
        };
    let (of, end) = period(t, next + 1).filter(|_| t.has(next, OF | IN))?;
    (1..=100).contains(&count).then(|| (Time::Ends { unit, count, last, of: Box::new(of) }, end))
}

/// What is counted: «يوم», «أسبوع», «يوم جمعة», «ثلاثاء».
fn counted(t: &Row<'_>, i: usize, bare: bool) -> Read<Counted> {
    if bare && !t.has(i, JOINED) {
        return None;
    }
    match unit_of(t, i) {
        Some((Unit::Week, 1)) => Some((Counted::Week, i + 1)),
        Some((Unit::Day, 1)) => match at_weekday(t, i + 1, true) {
            Some(weekday) => Some((Counted::Weekday(weekday), i + 2)),
            None => Some((Counted::Day, i + 1)),
        },
        _ => at_weekday(t, i, bare).map(|weekday| (Counted::Weekday(weekday), i + 1)),
    }
}
