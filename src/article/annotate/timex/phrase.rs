//! The small phrases of which dates are made: numbers, ordinals, months, years, marks of direction.
//!
//! Each function reads at token `i` and returns what it read and the token after it.

use super::lexicon::{Sense, Shift, Unit};
use super::scan::{Kind, Row};
use super::time::Year;
use super::traits::{
    AFTER, AND, ARABIC_COMMA, ARTICLE, BACKSLASH, BEFORE, CHRISTIAN_MARK, CLOSE, COLON, COMMA,
    COMMAS, COUNTED, DECIMAL, DOT, EN_DASH, FOUR_DIGITS, GLUED, HIJRI_MARK, HYPHEN, IN, JOINED,
    LOOSE, MEANS, MONTH_UNIT, NUMBER, OF, OPEN, PERCENT, PLUS, Pattern, QUANTITY, SAME, SLASH, TEN,
    THAT, THIS, THREE_DIGITS, TO, TWO_DIGITS, Traits, WHICH, WITH_AND, WITH_LIKE, WITH_PREPOSITION,
    WORD, YEAR,
};

pub(super) type Read<T> = Option<(T, usize)>;

/// The sense that `pick` finds at token `i`.
#[inline]
pub(super) fn sense<T>(t: &Row<'_>, i: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
    t[i].sense(pick)
}

/// A unit of time, and how many of it the word says: «يومين».
pub(super) fn unit(t: &Row<'_>, i: usize) -> Option<(Unit, u32)> {
    sense(t, i, |s| if let Sense::Unit(unit, count) = s { Some((unit, count)) } else { None })
}

/// One word of a number: «ثلاثة».
pub(super) fn cardinal(t: &Row<'_>, i: usize) -> Option<u32> {
    sense(t, i, |s| if let Sense::Cardinal(n) = s { Some(n) } else { None })
}

/// A number in digits.
#[inline]
pub(super) fn digits(t: &Row<'_>, i: usize) -> Read<u32> {
    match t[i].kind {
        Kind::Number { value, .. } => Some((value, i + 1)),
        _ => None,
    }
}

/// A number in words: «ثلاثة», «ألفين وثمانية عشر», «ألف وتسعمائة وسبعين».
pub(super) fn words(t: &Row<'_>, i: usize) -> Read<u32> {
    let mut total = cardinal(t, i)?;
    let (mut least, mut next) = (total, i + 1);
    loop {
        let is_teen = (1..10).contains(&least);
        if is_teen && t.has(next, TEN.with(JOINED)) {
            (total, least, next) = (total + 10, 10, next + 1);
            continue;
        }
        let at = t.skip(next, AND);
        let linked = at > next || t.has(next, WITH_AND.without(WITH_PREPOSITION));
        (total, least) = match (cardinal(t, at), linked) {
            (Some(n), true) if is_added(least, n) => (total + n, n.min(least)),
            (Some(100), false) if (3..10).contains(&least) => (total - least + least * 100, 100),
            _ => return Some((total, next)),
        };
        next = at + 1;
    }
}

/// Whether behind a number «و» and such a one go on: «مئة وخمسة», «خمسة وعشرين».
fn is_added(least: u32, n: u32) -> bool {
    match n {
        0 => false,
        20..100 if least < 10 => true,
        n => n < least,
    }
}

/// A number in digits or words.
pub(super) fn number(t: &Row<'_>, i: usize) -> Read<u32> {
    digits(t, i).or_else(|| words(t, i))
}

/// A place in a row: «الثالث», «الحادي والعشرين», «العشرين», «التاسع عشر».
pub(super) fn ordinal(t: &Row<'_>, i: usize) -> Read<u32> {
    let tens = |i: usize, pattern: Traits| {
        cardinal(t, i).filter(|n| (20..=90).contains(n)).filter(|_| t.has(i, pattern))
    };
    let first = sense(t, i, |s| if let Sense::Ordinal(n) = s { Some(n) } else { None });
    let Some(first) = first else { return tens(i, ARTICLE).map(|tens| (tens, i + 1)) };
    if t.has(i + 1, TEN.with(JOINED).without(ARTICLE)) {
        return Some((first + 10, i + 2));
    }
    match tens(i + 1, WITH_AND) {
        Some(tens) => Some((first + tens, i + 2)),
        None => Some((first, i + 1)),
    }
}

/// A day of a month: a number in digits or an ordinal, 1 to 31 (and a little more, so that «32 نيسان» is seen).
pub(super) fn day_number(t: &Row<'_>, i: usize) -> Read<u32> {
    let Some((day, next)) = digits(t, i) else {
        return ordinal(t, i).filter(|&(day, _)| day <= 31).filter(|_| !t.has(i, WITH_LIKE));
    };
    if day == 0 || !t.has(i, TWO_DIGITS) {
        return None;
    }
    // «27th»
    let suffix = t.has(next, WORD.with(GLUED).without(MEANS)) && t[next].span.len() == 2;
    Some((day, next + usize::from(suffix)))
}

/// The name of a month: the month, whether its name is nothing else, and the token after it.
///
/// Pairs of two families are read as one: «أبريل نيسان», «تموز/يوليو», «يوليو (تموز)».
pub(super) fn month_name(t: &Row<'_>, i: usize) -> Read<(u32, bool)> {
    /// What parts the two.
    const BETWEEN: Traits = Traits::of(&[SLASH, OPEN, HYPHEN, BACKSLASH, EN_DASH, ARABIC_COMMA]);
    let ((month, sure), next) = one_month(t, i)?;
    let twin = |at: usize| {
        let (_, end) = one_month(t, at).filter(|&((other, _), _)| other == month)?;
        t.has(at, JOINED).then_some(end)
    };
    if let Some(end) = twin(next) {
        return Some(((month, true), end));
    }
    let Some(end) = twin(next + 1).filter(|_| t.has(next, BETWEEN)) else {
        return Some(((month, sure), next));
    };
    let end = if t.has(next, OPEN) { t.skip(end, CLOSE) } else { end };
    Some(((month, true), end))
}

fn one_month(t: &Row<'_>, i: usize) -> Read<(u32, bool)> {
    if t.has(i, ARTICLE) {
        return None;
    }
    t[i].sense(|sense| match sense {
        Sense::Month { month, sure } => Some(((month, sure), i + 1)),
        Sense::MonthPair(first, second) => {
            let which = Some(&t[i + 1]).filter(|next| next.is(ARTICLE.with(JOINED)))?;
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
    let at = t.skip(i, MONTH_UNIT);
    let name = month_name(t, at);
    if at == i {
        return name;
    }
    if let Some(((month, _), next)) = name.filter(|_| t.has(at, JOINED)) {
        return Some(((month, true), next));
    }
    let (n, next) = if t.has(i, ARTICLE) {
        ordinal(t, at).filter(|_| t.has(at, ARTICLE))?
    } else {
        // «شهر واحد» is a length.
        let is_length = |n: u32| n <= 1 && !t.has(at, NUMBER);
        number(t, at).filter(|_| t.has(at, JOINED)).filter(|&(n, _)| !is_length(n))?
    };
    (1..=12).contains(&n).then_some(((n, true), next))
}

/// A year that says so: «عام 2008», «سنة ألفين وعشرة», «2008م».
pub(super) fn year_with_word(t: &Row<'_>, i: usize) -> Read<i32> {
    let word = Some(t.skip(i, YEAR)).filter(|&next| next > i)?;
    let at = t.skip(word, OPEN | COLON);
    let is_parted = t.has(at, LOOSE.without(JOINED));
    year_number(t, at, 100).filter(|_| !is_parted)
}

/// The number of a year, not less than `least`, with «م» behind it if it stands there.
pub(super) fn year_number(t: &Row<'_>, i: usize, least: i32) -> Read<i32> {
    let figures = FOUR_DIGITS | THREE_DIGITS.when(least < 1000);
    let (value, next) = if t.has(i, figures) { digits(t, i)? } else { words(t, i)? };
    let year = value as i32;
    let is_other = t.has(next, HIJRI_MARK) || decimal(t, i, next);
    let fits = !is_other && (least..=2199).contains(&year);
    fits.then_some((year, t.skip(next, CHRISTIAN_MARK)))
}

/// A year in words that is more than thousands: «ألف وتسعمئة وستة وخمسين», but not «ألفين».
pub(super) fn spelled_year(t: &Row<'_>, i: usize) -> Read<i32> {
    let (value, next) = words(t, i).filter(|&(_, next)| next > i + 1)?;
    let year = i32::try_from(value).ok().filter(|year| (1100..=2099).contains(year))?;
    (!t.has(next, HIJRI_MARK)).then_some((year, next))
}

/// Whether the number is a piece of a longer one: «2020.5», «10/2020/7».
pub(super) fn decimal(t: &Row<'_>, first: usize, next: usize) -> bool {
    const FIGURES: Traits = Traits::of(&[NUMBER, QUANTITY]);
    const SEPARATOR: Pattern =
        Traits::of(&[DOT, COMMA, SLASH, COLON, DECIMAL, PERCENT, PLUS]).with(GLUED);
    const BEFORE: [Pattern; 3] = [FIGURES.alone(), SEPARATOR, GLUED.alone()];
    const BEHIND: [Pattern; 2] = [SEPARATOR, FIGURES.with(GLUED)];
    t.has(next, PERCENT) || t.reads(next, &BEHIND) || t.follows(first + 1, &BEFORE)
}

/// What stands behind a month or day for its year: «2021», «من عام 2021», «، 2021», «الماضي», «من العام الماضي», «نفسه».
pub(super) fn year_after(t: &Row<'_>, i: usize) -> Read<Year> {
    let given = |(year, next): (i32, usize)| (Year::Given(year), next);
    let at = t.skip(i, COMMAS);
    let of = t.skip(at, OF | IN | TO);
    if let Some(year) = year_with_word(t, of).filter(|_| !t.has(of, WITH_AND)) {
        return Some(given(year));
    }
    // «من ألف وتسعمئة وستة وخمسين», «من العام نفسه»
    let behind_of = || spelled_year(t, of).map(given).or_else(|| same_year(t, of));
    if let Some(year) = (of > at).then(behind_of).flatten() {
        return Some(year);
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
    // «3 تموز/يوليو (1969)»
    const IN_BRACKETS: [Pattern; 3] =
        [OPEN.alone(), Traits::of(&[NUMBER, WORD]).alone(), CLOSE.alone()];
    let in_brackets = year_number(t, i + 1, 1900).filter(|_| t.reads(i, &IN_BRACKETS));
    if let Some((year, _)) = in_brackets {
        return Some((Year::Given(year), i + 3));
    }
    let least = if at > i { 1900 } else { 1000 };
    let bare = year_number(t, at, least).filter(|_| t.has(at, JOINED));
    if let Some(year) = bare.filter(|&(_, next)| !t.has(next, COUNTED)) {
        return Some(given(year));
    }
    if let Some((shift, next)) = far_shift(t, i).filter(|_| t.has(i, JOINED)) {
        // «يونيو الماضي 2020»: the figure says it better.
        let figure = year_number(t, next, 1000).map(given);
        return Some(figure.unwrap_or((Year::Shifted(shift), next)));
    }
    t.has(i, SAME).then_some((Year::Told(0), i + 1))
}

/// «آب من العام نفسه», «تموز من ذلك العام»: the year that was told before.
fn same_year(t: &Row<'_>, i: usize) -> Read<Year> {
    const THE_YEAR: Pattern = YEAR.with(ARTICLE).with(JOINED);
    let is_told =
        t.reads(i, &[THAT.alone(), THE_YEAR]) || t.reads(i, &[THE_YEAR, SAME.with(JOINED)]);
    is_told.then_some((Year::Told(0), i + 2))
}

/// «الماضي», «المقبل», «الجاري»
pub(super) fn shift(t: &Row<'_>, i: usize) -> Read<Shift> {
    let shift = sense(t, i, |s| if let Sense::Shift(shift) = s { Some(shift) } else { None })?;
    t.has(i, JOINED).then_some((shift, i + 1))
}

/// «الماضي», «قبل الماضي», «ما بعد المقبل»: the one beside, or the one beyond it.
pub(super) fn far_shift(t: &Row<'_>, i: usize) -> Read<Shift> {
    let at = t.skip(i, WHICH);
    let (near, far) = match t[at].traits {
        word if word.any(BEFORE) => (Shift::Past, Shift::BeforeLast),
        word if word.any(AFTER) => (Shift::Next, Shift::AfterNext),
        _ => return shift(t, i),
    };
    let (found, next) = shift(t, at + 1).filter(|_| t.has(i, JOINED))?;
    let is_beyond = found == near && t.has(at + 1, ARTICLE);
    is_beyond.then_some((far, next))
}

/// «العام الماضي», «هذه السنة»: the shift of one unit.
pub(super) fn unit_shift(t: &Row<'_>, i: usize, unit: Unit) -> Read<Shift> {
    let at = t.skip(i, THIS);
    let is_unit = |s| (s == Sense::Unit(unit, 1)).then_some(());
    sense(t, at, is_unit).filter(|()| t.has(at, ARTICLE))?;
    if at > i { Some((Shift::Current, at + 1)) } else { far_shift(t, i + 1) }
}
