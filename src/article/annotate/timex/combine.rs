//! Tokens → candidates: the rules are tried at each token, ranges and lists are put together.

use super::candidate::Candidate;
use super::direction::{Leaning, names_deed};
use super::lexicon::{Shift, Unit};
use super::phrase::{Read, day_number, month, month_name, year_after};
use super::rules::{self, Matched, calendar_year};
use super::scan::Row;
use super::time::{Counted, Time, Year};
use super::traits::{
    AND, ATTACK, BETWEEN, CARDINAL, CLOSE, COMMAS, DASHES, GLUED, IN, JOINED, LED_OPENERS, MEANS,
    NUMBER, OF, OPEN, OPENERS, ORDINAL, Pattern, SEVERAL, SINCE, SLASH, TATWEEL, TO, Traits, UNTIL,
    WITH_AND,
};
use crate::span::Span;

/// Adds the candidates of one line, in order, none overlapping another.
pub(super) fn candidates(text: &str, t: &Row<'_>, found: &mut Vec<Candidate>) {
    let before = found.len();
    let mut i = 0;
    while i < t.len() {
        if !may_start(t, i) {
            i += 1;
            continue;
        }
        let from = found.len();
        let here = rules::longest(t, i);
        if let Some(end) = day_list(text, t, i, found) {
            i = end;
        } else if let Some((time, start, end)) = range(t, i, here.as_ref()) {
            found.push(candidate(text, t, start, end, time, "range"));
            i = end;
        } else if let Some((time, end, rule)) = here {
            if !comes_again(t, i, &time) {
                found.push(candidate(text, t, i, end, time, rule));
            }
            i = end;
        } else {
            i += 1;
        }
        link(text, &mut found[before..], from - before);
    }
}

/// «كل يوم 5 من الشهر», «كل 7 أيار»: a day of each month or year is none of them.
fn comes_again(t: &Row<'_>, i: usize, time: &Time) -> bool {
    let is_each = i.checked_sub(1).is_some_and(|before| t.letters(before) == "كل");
    let is_day = match time {
        Time::Day { year, .. } => *year == Year::Open,
        Time::Nth { what, .. } => matches!(what, Counted::Day),
        _ => false,
    };
    is_each && is_day
}

/// Whether an expression can begin at the token; most words are passed over here.
fn may_start(t: &Row<'_>, i: usize) -> bool {
    const LED: [Pattern; 2] = [LED_OPENERS.alone(), Traits::of(&[MEANS, NUMBER]).alone()];
    t.has(i, OPENERS) || t.reads(i, &LED)
}

fn candidate(
    text: &str,
    t: &Row<'_>,
    i: usize,
    end: usize,
    time: Time,
    rule: &'static str,
) -> Candidate {
    // «منذ 30 دقيقة» keeps its preposition, which gives it its meaning; so does «قبل».
    let span = Span::new(t[i].bare, t[in_pairs(t, i, end) - 1].span.end);
    let time = match time {
        Time::Day { day, month, year: Year::Open, weekday } if t.after(i, ATTACK) => {
            Time::Day { day, month, year: renowned(day, month), weekday }
        }
        // «منذ الخميس», written on a Thursday, is a week ago: who means the day itself says «منذ اليوم».
        Time::Weekday { weekday, shift: None, beside: None } if t.after(i, SINCE) => {
            Time::Weekday { weekday, shift: Some(Shift::Past), beside: None }
        }
        time => time,
    };
    let may_lean = match time {
        Time::Day { weekday: Some(_), .. } => true,
        ref time => time.is_relative(),
    };
    let leaning = if may_lean { Leaning::read(text, t, i, end, &time) } else { Leaning::none() };
    Candidate {
        span,
        time,
        leaning,
        rule,
        names_deed: names_deed(t, i),
        is_end: t.after(i, UNTIL),
        linked: false,
    }
}

/// The year of a day whose attacks the world knows by it alone.
fn renowned(day: u32, month: u32) -> Year {
    match (day, month) {
        (11, 9) => Year::Renowned(2001),
        (7, 10) => Year::Renowned(2023),
        _ => Year::Open,
    }
}

/// The end of an expression that takes no bracket without its other half: «بعد غد (الثلاثاء)», but «بعد غد» of
/// «بعد غد (الثلاثاء، إن صحا الجو)».
fn in_pairs(t: &Row<'_>, i: usize, end: usize) -> usize {
    let opens = |at: &usize| t.has(*at, OPEN);
    let Some(open) = (i + 1..end).rev().find(opens) else { return end };
    let closes = |at: usize| t.has(at, CLOSE);
    match (open + 1..end).any(closes) {
        true => end,
        false if closes(end) => end + 1,
        false => open,
    }
}

/// Marks neighbours that are joined by «و» alone: «في يونيو وأغسطس».
fn link(text: &str, found: &mut [Candidate], from: usize) {
    /// How many bytes stand between them at most.
    const NEAR: usize = 12;
    if from == 0 || from >= found.len() {
        return;
    }
    let between = &text[found[from - 1].span.end..found[from].span.start];
    let bare = between.trim();
    let listed = match bare.trim_start_matches('،').trim_start() {
        "" | "و" => true,
        _ => matches!(bare, "و يوم" | "ثم" | "أو"),
    };
    let is_near = listed && between.len() < NEAR;
    if !is_near || !same_kind(&found[from - 1].time, &found[from].time) {
        return;
    }
    let later = found[from].time.year();
    let earlier = std::mem::replace(&mut found[from - 1].time, Time::RelativeDay(0));
    found[from - 1].time = match later {
        Some(year @ (Year::Given(_) | Year::Shifted(_))) => earlier.with_year(year),
        _ => earlier,
    };
    // «الأربعاء والخميس الماضيين»
    let (before, after) = found.split_at_mut(from);
    if let (
        Some(Candidate { time: Time::Weekday { shift: earlier @ None, .. }, .. }),
        Some(Candidate { time: Time::Weekday { shift, .. }, .. }),
    ) = (before.last_mut(), after.first())
    {
        *earlier = *shift;
    }
    found[from - 1].linked = true;
}

fn same_kind(a: &Time, b: &Time) -> bool {
    matches!(
        (a, b),
        (Time::Month { .. }, Time::Month { .. })
            | (Time::Day { .. }, Time::Day { .. })
            | (Time::Weekday { beside: None, .. }, Time::Weekday { beside: None, .. })
    )
}

/// «7 و8 أبريل», «الثالث والرابع من أيار»: each number is a day of the month at the end.
fn day_list(text: &str, t: &Row<'_>, i: usize, found: &mut Vec<Candidate>) -> Option<usize> {
    /// How many days a list has at most before its last.
    const MOST: usize = 12;
    if !t.has(i, NUMBER | ORDINAL | CARDINAL) {
        return None;
    }
    let mut days = Vec::new();
    let mut at = i;
    let (time, end) = loop {
        let (day, next) = day_number(t, at).filter(|&(day, _)| day <= 31)?;
        let of = t.skip(next, OF);
        if let Some(((month, _), behind)) = month(t, of).filter(|_| t.has(of, JOINED)) {
            let (year, end) = year_after(t, behind).unwrap_or((Year::Open, behind));
            break (Time::Day { day, month, year, weekday: None }, end);
        }
        days.push((day, at, next));
        // «7 و8», «7، 8», «7، و 8»
        at = skip_and(t, t.skip(next, COMMAS));
        let linked = at > next || t.has(next, WITH_AND);
        if !linked || days.len() > MOST {
            return None;
        }
    };
    if days.is_empty() {
        return None;
    }
    let Time::Day { month, year, .. } = time else { return None };
    for (day, start, next) in days {
        found.push(candidate(
            text,
            t,
            start,
            next,
            Time::Day { day, month, year, weekday: None },
            "list of days",
        ));
    }
    found.push(candidate(text, t, at, end, time, "list of days"));
    Some(end)
}

/// Skips «و» that stands by itself.
fn skip_and(t: &Row<'_>, i: usize) -> usize {
    let is_one_letter = t[i].span.len() == "و".len();
    i + usize::from(is_one_letter && t.has(i, AND))
}

/// «من 4 إلى 22 يناير», «بين الأربعاء والجمعة», «13–15 تموز», «2020-2024»: meaning, first token, end;
/// `here` is what the rules found at its token.
fn range(t: &Row<'_>, i: usize, here: Option<&Matched>) -> Option<(Time, usize, usize)> {
    let between = t.has(i, BETWEEN);
    let opened = t.skip(i, BETWEEN | OF);
    // «بين عامي 2020 و2024»
    let start = if between { t.skip(opened, SEVERAL) } else { opened };
    if let Some((time, end)) = in_week(t, start) {
        return Some((time, start, end));
    }
    if let Some((time, end)) = month_first(t, start) {
        return Some((time, start, end));
    }
    let here = if start == i { here.cloned() } else { rules::longest(t, start) };
    if let Some((from, next)) = side(t, start, here)
        && let Some(at) = connector(t, next, between, &from)
        && let Some((to, end)) = side(t, at, rules::longest(t, at))
    {
        let (from, to) = matched(from, to)?;
        return Some((Time::Range(Box::new(from), Box::new(to)), start, end));
    }
    // «13 إلى 15 تموز»: the first has only its number.
    let (day, next) = day_number(t, start).filter(|&(day, _)| day <= 31)?;
    let at = connector(t, next, between, &Time::DayOfMonth { day, weekday: None })?;
    let (to, end) = side(t, at, rules::longest(t, at))?;
    let from = match &to {
        Time::Day { month, year, .. } => {
            Time::Day { day, month: *month, year: *year, weekday: None }
        }
        Time::Nth { what: Counted::Day, of, .. } => {
            Time::Nth { what: Counted::Day, nth: day as i32, of: of.clone() }
        }
        _ => return None,
    };
    Some((Time::Range(Box::new(from), Box::new(to)), start, end))
}

/// One end of a range, where the rules found `here`.
fn side(t: &Row<'_>, i: usize, here: Option<Matched>) -> Option<(Time, usize)> {
    if i >= t.len() {
        return None;
    }
    let found = here.map(|(time, end, _)| (time, end));
    // «22 هذا الشهر»
    let of_unit = day_number(t, i).filter(|&(day, _)| day <= 31).and_then(|(day, next)| {
        let (of, end) = rules::this_month(t, t.skip(next, IN))?;
        Some((Time::Nth { what: Counted::Day, nth: day as i32, of: Box::new(of) }, end))
    });
    of_unit.or(found).or_else(|| calendar_year(t, i)).or_else(|| rules::tomorrow(t, i))
}

/// The token after «إلى», «حتى», a dash, or (after «بين») «و».
fn connector(t: &Row<'_>, i: usize, between: bool, from: &Time) -> Option<usize> {
    /// «إلى», « - », «-»
    const ENDS: [Pattern; 3] =
        [Traits::of(&[TO, UNTIL]).alone(), DASHES.alone(), TATWEEL.with(GLUED)];
    let is_year = matches!(from, Time::Fixed(_));
    // «2020/2024»
    let is_slash = is_year && t.has(i, SLASH.with(GLUED));
    if is_slash || ENDS.iter().any(|&end| t.has(i, end)) {
        return Some(i + 1);
    }
    if !between {
        return None;
    }
    let behind = skip_and(t, i);
    (behind > i || t.has(i, WITH_AND)).then_some(behind)
}

/// Both ends as one kind of thing; a year of the second is the first's too.
fn matched(from: Time, to: Time) -> Option<(Time, Time)> {
    let fits = match (&from, &to) {
        (
            Time::Day { .. } | Time::Numeric { .. } | Time::RelativeDay(_),
            Time::Day { .. } | Time::Numeric { .. } | Time::RelativeDay(_),
        ) => true,
        (Time::Weekday { .. } | Time::DayOfMonth { .. }, Time::Weekday { .. })
        | (Time::DayOfMonth { .. }, Time::DayOfMonth { .. }) => true,
        (Time::Month { .. }, Time::Month { .. })
        | (Time::Nth { .. }, Time::Nth { .. })
        | (Time::Part { .. }, Time::Part { .. }) => true,
        (Time::Fixed(a), Time::Fixed(b)) => {
            matches!((a.first_day(), b.first_day()), (Some(a), Some(b)) if a < b)
        }
        (Time::Hijri { .. }, Time::Hijri { .. }) => true,
        _ => false,
    };
    if !fits {
        return None;
    }
    let from = match to.year() {
        Some(year @ Year::Given(_)) => from.with_year(year),
        _ => from,
    };
    Some((from, to))
}

/// «يوليو 13-15», «أغسطس 27 إلى 29»
fn month_first(t: &Row<'_>, i: usize) -> Read<Time> {
    let ((month, _), next) = month_name(t, i)?;
    let (first, at) = day_number(t, next).filter(|_| t.has(next, JOINED))?;
    let (last, end) = day_number(t, at + 1).filter(|_| t.has(at, DASHES | TO | UNTIL))?;
    if !(first + 1..=31).contains(&last) {
        return None;
    }
    let (year, end) = year_after(t, end).unwrap_or((Year::Open, end));
    let day = |day| Box::new(Time::Day { day, month, year, weekday: None });
    Some((Time::Range(day(first), day(last)), end))
}

/// «الأسبوع المقبل بين الأربعاء والجمعة»
fn in_week(t: &Row<'_>, i: usize) -> Read<Time> {
    let (of, next) = rules::this_month(t, i)
        .filter(|(time, _)| matches!(time, Time::Unit { unit: Unit::Week, .. }))?;
    if !t.has(next, OF | BETWEEN) {
        return None;
    }
    let (Time::Range(from, to), _, end) = range(t, next, rules::longest(t, next).as_ref())? else {
        return None;
    };
    let in_week = |time: &Time| match time {
        Time::Weekday { weekday, shift: None, .. } => Some(Box::new(Time::Nth {
            what: Counted::Weekday(*weekday),
            nth: 0,
            of: Box::new(of.clone()),
        })),
        _ => None,
    };
    Some((Time::Range(in_week(&from)?, in_week(&to)?), end))
}
