//! The small phrases of which dates are made: numbers, ordinals, months, years, marks of direction.
//!
//! Each function reads at token `i` and returns what it read and the token after it.

use super::lexicon::{Sense, Shift, Unit, Word};
use super::scan::{Kind, Row};
use super::time::Year;

pub(super) type Read<T> = Option<(T, usize)>;

/// The sense that `pick` finds at token `i`.
#[inline]
pub(super) fn sense<T>(t: &Row<'_>, i: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
    t.get(i)?.sense(pick)
}

/// Whether the word stands at token `i`.
#[inline]
pub(super) fn is(t: &Row<'_>, i: usize, word: Word) -> bool {
    t.get(i).is_some_and(|token| token.is(word))
}

/// Whether one of the words stands right before token `i`.
#[inline]
pub(super) fn after(t: &Row<'_>, i: usize, words: &[Word]) -> bool {
    i > 0 && words.iter().any(|&word| is(t, i - 1, word))
}

/// Whether token `i` has no clitic that would part it from the word before.
#[inline]
pub(super) fn joined(t: &Row<'_>, i: usize) -> bool {
    t.get(i).is_some_and(|token| !token.clitics.and && token.clitics.preposition.is_none())
}

/// Skips a comma.
#[inline]
pub(super) fn comma(t: &Row<'_>, i: usize) -> usize {
    i + usize::from(t.get(i).is_some_and(|token| token.is_mark(&[',', '،'])))
}

/// A number in digits.
#[inline]
pub(super) fn digits(t: &Row<'_>, i: usize) -> Read<u32> {
    match t.get(i)?.kind {
        Kind::Number { value, .. } => Some((value, i + 1)),
        _ => None,
    }
}

/// A number in words: «ثلاثة», «ألفين وثمانية عشر», «ألف وتسعمائة وسبعين».
pub(super) fn words(t: &Row<'_>, i: usize) -> Read<u32> {
    let cardinal =
        |i: usize| sense(t, i, |s| if let Sense::Cardinal(n) = s { Some(n) } else { None });
    let mut total = cardinal(i)?;
    let (mut least, mut next) = (total, i + 1);
    loop {
        if least < 10 && least > 0 && cardinal(next) == Some(10) && joined(t, next) {
            (total, least, next) = (total + 10, 10, next + 1);
            continue;
        }
        let (at, linked) = if is(t, next, Word::And)
            && t.get(next).is_some_and(|tok| tok.senses.len() == 1)
        {
            (next + 1, true)
        } else {
            (
                next,
                t.get(next).is_some_and(|tok| tok.clitics.and && tok.clitics.preposition.is_none()),
            )
        };
        match cardinal(at) {
            Some(n) if linked && n > 0 && (n < least || (least < 10 && (20..100).contains(&n))) => {
                (total, least, next) = (total + n, n.min(least), at + 1);
            }
            Some(100) if !linked && (3..10).contains(&least) => {
                (total, least, next) = (total - least + least * 100, 100, at + 1)
            }
            _ => return Some((total, next)),
        }
    }
}

/// A number in digits or words.
pub(super) fn number(t: &Row<'_>, i: usize) -> Read<u32> {
    digits(t, i).or_else(|| words(t, i))
}

/// A place in a row: «الثالث», «الحادي والعشرين», «العشرين», «التاسع عشر».
pub(super) fn ordinal(t: &Row<'_>, i: usize) -> Read<u32> {
    let cardinal =
        |i: usize| sense(t, i, |s| if let Sense::Cardinal(n) = s { Some(n) } else { None });
    let Some(first) = sense(t, i, |s| if let Sense::Ordinal(n) = s { Some(n) } else { None })
    else {
        let tens = cardinal(i).filter(|n| (20..=90).contains(n) && t[i].article)?;
        return Some((tens, i + 1));
    };
    if cardinal(i + 1) == Some(10) && joined(t, i + 1) && !t[i + 1].article {
        return Some((first + 10, i + 2));
    }
    if let Some(tens) = cardinal(i + 1).filter(|n| (20..=90).contains(n) && t[i + 1].clitics.and) {
        return Some((first + tens, i + 2));
    }
    Some((first, i + 1))
}

/// A day of a month: a number in digits or an ordinal, 1 to 31 (and a little more, so that «32 نيسان» is seen).
pub(super) fn day_number(t: &Row<'_>, i: usize) -> Read<u32> {
    if let Some((day, next)) = digits(t, i) {
        let is_short = matches!(t[i].kind, Kind::Number { digits: 1..=2, .. });
        // «27th»
        let suffix = t
            .get(next)
            .is_some_and(|tok| tok.kind == Kind::Word && tok.glued && tok.span.len() == 2);
        return (is_short && day > 0)
            .then_some((day, next + usize::from(suffix && t[next].senses.is_empty())));
    }
    ordinal(t, i).filter(|&(day, _)| day <= 31 && t[i].clitics.preposition != Some('ك'))
}

/// The name of a month: the month, whether its name is nothing else, and the token after it.
///
/// Pairs of two families are read as one: «أبريل نيسان», «تموز/يوليو», «يوليو (تموز)».
pub(super) fn month_name(t: &Row<'_>, i: usize) -> Read<(u32, bool)> {
    let ((month, sure), next) = one_month(t, i)?;
    let twin =
        |at: usize| one_month(t, at).filter(|&((other, _), _)| other == month && joined(t, at));
    if let Some((_, end)) = twin(next) {
        return Some(((month, true), end));
    }
    let opens = t.get(next).is_some_and(|tok| tok.is_mark(&['/', '(', '-', '\\', '–', '،']));
    if opens && let Some((_, end)) = twin(next + 1) {
        let closes = t[next].is_mark(&['(']) && t.get(end).is_some_and(|tok| tok.is_mark(&[')']));
        return Some(((month, true), end + usize::from(closes)));
    }
    Some(((month, sure), next))
}

fn one_month(t: &Row<'_>, i: usize) -> Read<(u32, bool)> {
    let token = t.get(i)?;
    token.sense(|sense| match sense {
        Sense::Month { month, sure } if !token.article => Some(((month, sure), i + 1)),
        Sense::MonthPair(first, second) if !token.article => {
            let which = t.get(i + 1).filter(|next| next.article && joined(t, i + 1))?;
            which.sense(|s| match s {
                Sense::Ordinal(1) => Some(((first, true), i + 2)),
                Sense::Ordinal(2) => Some(((second, true), i + 2)),
                _ => None,
            })
        }
        _ => None,
    })
}

/// «شهر نيسان», «نيسان», «شهر 3», «الشهر الثالث», «شهر عشرة»: the month and whether it is surely one.
pub(super) fn month(t: &Row<'_>, i: usize) -> Read<(u32, bool)> {
    let of_unit = sense(t, i, |s| (s == Sense::Unit(Unit::Month, 1)).then_some(()));
    if of_unit.is_none() {
        return month_name(t, i);
    }
    if let Some(((month, _), next)) = month_name(t, i + 1).filter(|_| joined(t, i + 1)) {
        return Some(((month, true), next));
    }
    let (n, next) = if t[i].article {
        ordinal(t, i + 1).filter(|_| t.get(i + 1).is_some_and(|tok| tok.article))?
    } else {
        // «شهر واحد» is a length.
        number(t, i + 1).filter(|&(n, _)| {
            joined(t, i + 1) && (n > 1 || matches!(t[i + 1].kind, Kind::Number { .. }))
        })?
    };
    (1..=12).contains(&n).then_some(((n, true), next))
}

/// A year that says so: «عام 2008», «سنة ألفين وعشرة», «2008م».
pub(super) fn year_with_word(t: &Row<'_>, i: usize) -> Read<i32> {
    sense(t, i, |s| (s == Sense::Unit(Unit::Year, 1)).then_some(()))?;
    let at = i + 1 + usize::from(t.get(i + 1).is_some_and(|tok| tok.is_mark(&['(', ':'])));
    let (year, next) = year_number(t, at, 100)?;
    if t.get(at).is_some_and(|tok| !tok.glued && !joined(t, at)) {
        return None;
    }
    Some((year, next))
}

/// The number of a year, not less than `least`, with «م» behind it if it stands there.
pub(super) fn year_number(t: &Row<'_>, i: usize, least: i32) -> Read<i32> {
    let (value, next) = match t.get(i)?.kind {
        Kind::Number { value, digits } if digits == 4 || (digits == 3 && least < 1000) => {
            (value, i + 1)
        }
        Kind::Number { .. } | Kind::Quantity | Kind::Mark(_) => return None,
        Kind::Word => words(t, i)?,
    };
    let year = value as i32;
    if is(t, next, Word::HijriMark) || decimal(t, i, next) {
        return None;
    }
    (least..=2199)
        .contains(&year)
        .then_some((year, next + usize::from(is(t, next, Word::ChristianMark))))
}

/// A year in words that is more than thousands: «ألف وتسعمئة وستة وخمسين», but not «ألفين».
pub(super) fn spelled_year(t: &Row<'_>, i: usize) -> Read<i32> {
    let (value, next) = words(t, i)?;
    let year =
        i32::try_from(value).ok().filter(|year| (1100..=2099).contains(year) && next > i + 1)?;
    (!is(t, next, Word::HijriMark)).then_some((year, next))
}

/// Whether the number is a piece of a longer one: «2020.5», «10/2020/7».
pub(super) fn decimal(t: &Row<'_>, first: usize, next: usize) -> bool {
    let separator = |i: usize| {
        t.get(i)
            .is_some_and(|tok| tok.glued && tok.is_mark(&['.', ',', '/', ':', '٫', '٪', '%', '+']))
    };
    let number = |i: usize| {
        t.get(i).is_some_and(|tok| matches!(tok.kind, Kind::Number { .. } | Kind::Quantity))
    };
    let percent = t.get(next).is_some_and(|tok| tok.is_mark(&['%', '٪']));
    let after = separator(next) && number(next + 1) && t[next + 1].glued;
    let before = first >= 2 && separator(first - 1) && t[first].glued && number(first - 2);
    percent || after || before
}

/// What stands behind a month or day for its year: «2021», «من عام 2021», «، 2021», «الماضي», «من العام الماضي», «نفسه».
pub(super) fn year_after(t: &Row<'_>, i: usize) -> Read<Year> {
    let at = comma(t, i);
    let of = at
        + usize::from(
            t.get(at).is_some_and(|tok| tok.is(Word::Of) || tok.is(Word::In))
                || is(t, at, Word::To),
        );
    if let Some((year, next)) = year_with_word(t, of).filter(|_| !t[of].clitics.and) {
        return Some((Year::Given(year), next));
    }
    // «من ألف وتسعمئة وستة وخمسين»
    if of > at
        && let Some((year, next)) = spelled_year(t, of)
    {
        return Some((Year::Given(year), next));
    }
    if let Some((shift, next)) = unit_shift(t, of, Unit::Year) {
        let years = match shift {
            Shift::Past => Year::From(-1),
            Shift::Next => Year::From(1),
            Shift::Current => Year::From(0),
            Shift::BeforeLast => Year::From(-2),
            Shift::AfterNext => Year::From(2),
            Shift::Following => Year::Told(1),
        };
        return Some((years, next));
    }
    if of > at
        && let Some(next) = same_year(t, of)
    {
        return Some((Year::Told(0), next));
    }
    // «3 تموز/يوليو (1969)»
    if t.get(i).is_some_and(|tok| tok.is_mark(&['(']))
        && t.get(i + 2).is_some_and(|tok| tok.is_mark(&[')']))
        && let Some((year, _)) = year_number(t, i + 1, 1900)
    {
        return Some((Year::Given(year), i + 3));
    }
    let least = if at > i { 1900 } else { 1000 };
    let bare =
        year_number(t, at, least).filter(|&(_, next)| joined(t, at) && !is(t, next, Word::Counted));
    if let Some((year, next)) = bare {
        return Some((Year::Given(year), next));
    }
    if let Some((shift, next)) = far_shift(t, i).filter(|_| joined(t, i)) {
        // «يونيو الماضي 2020»: the figure says it better.
        if let Some((year, next)) = year_number(t, next, 1000) {
            return Some((Year::Given(year), next));
        }
        return Some((Year::Shifted(shift), next));
    }
    if sense(t, i, |s| (s == Sense::Same).then_some(())).is_some() {
        return Some((Year::Told(0), i + 1));
    }
    None
}

/// «آب من العام نفسه», «تموز من ذلك العام»: the year that was told before.
fn same_year(t: &Row<'_>, i: usize) -> Option<usize> {
    let is_year = |i: usize| {
        sense(t, i, |s| (s == Sense::Unit(Unit::Year, 1)).then_some(())).is_some()
            && t[i].article
            && joined(t, i)
    };
    if is(t, i, Word::That) && is_year(i + 1) {
        return Some(i + 2);
    }
    let same = sense(t, i + 1, |s| (s == Sense::Same).then_some(())).is_some();
    (is_year(i) && same && joined(t, i + 1)).then_some(i + 2)
}

/// «الماضي», «المقبل», «الجاري»
pub(super) fn shift(t: &Row<'_>, i: usize) -> Read<Shift> {
    let shift = sense(t, i, |s| if let Sense::Shift(shift) = s { Some(shift) } else { None })?;
    (joined(t, i)).then_some((shift, i + 1))
}

/// «الماضي», «قبل الماضي», «ما بعد المقبل»: the one beside, or the one beyond it.
pub(super) fn far_shift(t: &Row<'_>, i: usize) -> Read<Shift> {
    let at = i + usize::from(is(t, i, Word::Which));
    let beyond = match (is(t, at, Word::Before), is(t, at, Word::After)) {
        (true, _) => (Shift::Past, Shift::BeforeLast),
        (_, true) => (Shift::Next, Shift::AfterNext),
        _ => return shift(t, i),
    };
    let (near, next) = shift(t, at + 1).filter(|_| joined(t, i) && t[at + 1].article)?;
    (near == beyond.0).then_some((beyond.1, next))
}

/// «العام الماضي», «هذه السنة»: the shift of one unit.
pub(super) fn unit_shift(t: &Row<'_>, i: usize, unit: Unit) -> Read<Shift> {
    let is_unit = |i: usize| {
        sense(t, i, |s| (s == Sense::Unit(unit, 1)).then_some(())).is_some() && t[i].article
    };
    if is(t, i, Word::This) && is_unit(i + 1) {
        return Some((Shift::Current, i + 2));
    }
    if !is_unit(i) {
        return None;
    }
    far_shift(t, i + 1)
}
