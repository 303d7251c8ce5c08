//! What stands beside a day and belongs to it: the weekday, the clock with its zone, the same day in the other calendar.

use chrono::Weekday;

use super::forms::{self, Form};
use super::pieces::{Piece, weekday};
use crate::arabic::lexicon::{
    AT_CLOCK, CLOCK_LEAD, DAY_HALF, ERA, SAME_DAY, ZONE_LEAD, ZONE_PLACE, is,
};

/// How many pieces stand at most between a day and what belongs to it.
const GAP: usize = 3;

fn is_between(piece: &Piece) -> bool {
    piece.mark().is_some_and(|mark| {
        matches!(
            mark,
            ',' | '،' | '-' | '–' | '—' | ':' | '/' | '.' | '|' | '(' | ')' | '•' | '·' | 'ـ'
        )
    })
}

/// The first piece of the weekday before piece `at`, and the weekday; `at` where none stands there.
pub(super) fn weekday_before(pieces: &[Piece], free: usize, at: usize) -> (usize, Option<Weekday>) {
    let mut place = at;
    while place > free && at - place < GAP && joins_weekday(&pieces[place - 1]) {
        place -= 1;
    }
    let Some(found) = place
        .checked_sub(1)
        .filter(|&place| place >= free)
        .and_then(|place| pieces[place].word())
        .and_then(weekday)
    else {
        return (at, None);
    };
    let named = place
        .checked_sub(2)
        .filter(|&place| place >= free)
        .is_some_and(|place| pieces[place].word() == Some("يوم"));
    (place - 1 - usize::from(named), Some(found))
}

/// «الثلاثاء، 14 سبتمبر», «mardi le 14 septembre».
fn joins_weekday(piece: &Piece) -> bool {
    is_between(piece)
        || piece.word().is_some_and(|word| matches!(word, "le" | "the" | "الموافق" | "بتاريخ"))
}

/// The piece behind the weekday that follows a day: «14 سبتمبر 2021 - الثلاثاء».
pub(super) fn weekday_behind(pieces: &[Piece], end: usize) -> (usize, Option<Weekday>) {
    let mut place = end;
    while place - end < GAP && pieces.get(place).is_some_and(is_between) {
        place += 1;
    }
    let place = place + usize::from(pieces.get(place).and_then(Piece::word) == Some("يوم"));
    match pieces.get(place).and_then(Piece::word).and_then(weekday) {
        Some(found) => {
            let closed = pieces.get(place + 1).and_then(Piece::mark) == Some(')') && place > end;
            (place + 1 + usize::from(closed), Some(found))
        }
        None => (end, None),
    }
}

/// The same day in the other calendar behind a day: «هـ الموافق 14 سبتمبر 2021».
pub(super) fn other_calendar(pieces: &[Piece], end: usize, form: &Form) -> Option<(usize, Form)> {
    /// «هـ) الموافق لـ (»
    const CONNECTORS: usize = 5;
    let mut place = end;
    while place - end < CONNECTORS && pieces.get(place).is_some_and(connects) {
        place += 1;
    }
    let found = forms::at(pieces, place).filter(|(_, other)| other.hijri != form.hijri);
    let own = |word: &str| is(word, ERA);
    match found {
        Some((next, other)) => {
            let era = pieces.get(next).and_then(Piece::word).is_some_and(own);
            Some((next + usize::from(era), other))
        }
        // Its own «هـ» or «م» is taken in.
        None if pieces
            .get(end)
            .and_then(Piece::word)
            .is_some_and(|word| own(word) && word != "م" || word == "م" && !pieces[end].spaced) =>
        {
            Some((end + 1, Form { hijri: !form.hijri, ..Form::default() }))
        }
        None => None,
    }
}

fn connects(piece: &Piece) -> bool {
    let word = piece.word().is_some_and(|word| is(word, ERA | SAME_DAY));
    word || is_between(piece) || piece.mark() == Some('=')
}

/// The first piece of a clock before piece `at`: «13:45 - 14 سبتمبر 2021»; a zone may stand between.
pub(super) fn clock_before(pieces: &[Piece], free: usize, at: usize) -> (usize, bool) {
    /// «(الساعة 01:45:10 مساء بتوقيت مكة المكرمة) - »
    const LONGEST: usize = 14;
    let first = at.saturating_sub(LONGEST).max(free);
    let reaches = |start: &usize| {
        clock(pieces, *start).is_some_and(|end| {
            end <= at && pieces[end..at].iter().all(is_between) && at - end <= GAP
        })
    };
    let Some(start) = (first..at).find(reaches) else { return (at, false) };
    let opened = start > free && pieces[start - 1].mark() == Some('(');
    (start - usize::from(opened), true)
}

/// The piece behind a clock that follows a day: «14 سبتمبر 2021 الساعة 13:45 بتوقيت غرينتش».
pub(super) fn clock_behind(pieces: &[Piece], end: usize) -> (usize, bool) {
    let mut place = end;
    while place - end < GAP && pieces.get(place).is_some_and(joins_clock) {
        place += 1;
    }
    match clock(pieces, place) {
        Some(next) => {
            let closed = pieces[end..place].iter().any(|piece| piece.mark() == Some('('))
                && pieces.get(next).and_then(Piece::mark) == Some(')');
            (next + usize::from(closed), true)
        }
        None => zone(pieces, end).map_or((end, false), |next| (next, true)),
    }
}

fn joins_clock(piece: &Piece) -> bool {
    is_between(piece)
        || piece
            .word()
            .is_some_and(|word| matches!(word, "t" | "at" | "a" | "à" | "on") || is(word, AT_CLOCK))
}

/// A clock at piece `at`, with its zone: «الساعة 1:45 مساءً بتوقيت غرينتش», «13h45», «5 PM».
fn clock(pieces: &[Piece], at: usize) -> Option<usize> {
    let named = pieces.get(at)?.word().is_some_and(|word| word == "a" || is(word, CLOCK_LEAD));
    let at = at + usize::from(named);
    pieces.get(at)?.number_of(1..=2).filter(|&hour| hour <= 24)?;
    let mut next = at + 1;
    let minutes = |place: usize| {
        let mark = pieces.get(place)?;
        let parts = matches!(mark.mark(), Some(':' | '.'))
            || mark.word() == Some("h")
            || mark.mark() == Some('٫');
        let value = pieces.get(place + 1)?.number_of(2..=2).filter(|&minutes| minutes < 60)?;
        (parts && (!mark.spaced || mark.mark() == Some(':')) && !is_day_behind(pieces, place + 1))
            .then_some((value, place + 2))
    };
    let colon = pieces.get(next).is_some_and(|piece| piece.mark() != Some('.'));
    let told = minutes(next);
    if let Some((_, behind)) = told {
        next = behind;
        if let Some((_, behind)) = minutes(next) {
            next = behind;
        }
    }
    let half = half_of_day(pieces, next);
    next = half.unwrap_or(next);
    let is_clock = half.is_some() || told.is_some() && colon;
    let next = zone(pieces, next).unwrap_or(next);
    is_clock.then_some(next)
}

/// «13.45.2021» is a day.
fn is_day_behind(pieces: &[Piece], minutes: usize) -> bool {
    let mark = pieces.get(minutes + 1).and_then(Piece::mark) == Some('.');
    mark && pieces.get(minutes + 2).is_some_and(|piece| piece.number_of(3..=8).is_some())
}

/// The half of the day behind a clock: «ص», «مساءً», «p.m.», «بعد الظهر»; letters of the text may be glued to its end.
fn half_of_day(pieces: &[Piece], at: usize) -> Option<usize> {
    let word = pieces.get(at)?.word()?;
    match word {
        "am" | "pm" => return Some(at + 1),
        _ if is(word, DAY_HALF) => return Some(at + 1),
        "a" | "p" => {
            let rest: Vec<&Piece> = pieces[at + 1..].iter().take(3).collect();
            let dotted =
                |place: usize| rest.get(place).is_some_and(|piece| piece.mark() == Some('.'));
            let letter = rest.get(1).is_some_and(|piece| piece.word() == Some("m"));
            return (dotted(0) && letter).then_some(at + 3 + usize::from(dotted(2)));
        }
        "قبل" | "بعد" => {
            return (pieces.get(at + 1)?.word() == Some("الظهر")).then_some(at + 2);
        }
        _ => {}
    }
    None
}

/// The zone behind a clock: «بتوقيت غرينتش», «GMT+3», «+03:00», «(توقيت مكة)», «ت.غ».
fn zone(pieces: &[Piece], at: usize) -> Option<usize> {
    let opened = pieces.get(at)?.mark() == Some('(');
    let start = at + usize::from(opened);
    let shift = |place: usize| {
        let signed = pieces.get(place)?.mark().is_some_and(|mark| matches!(mark, '+' | '-' | '−'));
        let hours = pieces.get(place + 1)?.number_of(1..=4).is_some() && !pieces[place + 1].spaced;
        let minutes = pieces.get(place + 2).and_then(Piece::mark) == Some(':')
            && pieces.get(place + 3).is_some_and(|piece| piece.number_of(2..=2).is_some());
        (signed && hours).then_some(place + 2 + if minutes { 2 } else { 0 })
    };
    let end = match pieces.get(start)?.word() {
        Some("gmt" | "utc") => shift(start + 1).unwrap_or(start + 1),
        Some("z" | "est" | "edt" | "cet" | "ast" | "ksa" | "تغ") => start + 1,
        Some("ت") if pieces.get(start + 1).and_then(Piece::mark) == Some('.') => start + 3,
        Some(word) if is(word, ZONE_LEAD) => place_name(pieces, start + 1)?,
        None if !opened && !pieces[start].spaced => shift(start)?,
        _ => return None,
    };
    let closed = opened && pieces.get(end).and_then(Piece::mark) == Some(')');
    (end <= pieces.len()).then_some(end + usize::from(closed))
}

/// The place behind «بتوقيت»: one word, and «المكرمة», «المتحدة» or the like behind it.
fn place_name(pieces: &[Piece], at: usize) -> Option<usize> {
    pieces.get(at)?.word()?;
    let more = |place: usize| {
        pieces.get(place).and_then(Piece::word).is_some_and(|word| is(word, ZONE_PLACE))
    };
    Some(at + 1 + usize::from(more(at + 1)))
}
