//! Dates in figures, in all orders.

use super::super::scan::{Kind, Row};
use super::super::time::{Time, Year};
use super::super::traits::{
    AND, ANY, ARABIC_COMMA, CHRISTIAN_MARK, CLOSE, COLON, COMMA, COMMAS, COUNTED, DAY, DOT,
    EN_DASH, FOUR_DIGITS, GLUED, GUILLEMET_END, HIJRI_MARK, HYPHEN, IN, LESS, LINE_END, LOOSE,
    MARK, MOVEMENT, NUMBER, NUMBER_NOUN, ON_DATE, PERCENT, PLUS, Pattern, QUANTITY, SINCE, SLASH,
    STRAIGHT_QUOTE, TWO_DIGITS, Traits, UNIT, UNTIL, WORD,
};
use super::found::Found;
use super::weekdays;

/// «2021/4/7», «7-4-2021», «4/7/2021», «2021-04-07T10:30Z», «يوم 22/4»
pub(super) fn date(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        None => (None, i),
    };
    if is_of_another(t, at) {
        return None;
    }
    spaced(t, at, weekday).or_else(|| glued(t, at, weekday, led(t, i)))
}

/// Figures with marks glued between them.
fn glued(t: &Row<'_>, at: usize, weekday: Option<u32>, led: bool) -> Found {
    let ((first, first_digits), separator) = part(t, at)?;
    let twice = part(t, at + 2).filter(|&(_, again)| again == separator);
    if let Some(((second, _), _)) = twice
        && let Some((third, third_digits)) = figure(t, at + 4)
    {
        // «12/02/1445هـ»
        let end = t.skip(clock(t, at + 5), HIJRI_MARK | CHRISTIAN_MARK);
        if end == at + 5 && continues(t, end) {
            return None;
        }
        let figures =
            Figures { first: (first, first_digits), second, third: (third, third_digits) };
        return Some((figures.day(separator, weekday, led)?, end));
    }
    let (second, _) = figure(t, at + 2).filter(|&(_, digits)| digits <= 2)?;
    let next = at + 3;
    let (1..=31, 1..=31) = (first, second) else { return None };
    if !t.has(at + 1, SLASH | HYPHEN) || continues(t, next) {
        return None;
    }
    // «08/12, 2015»: month first.
    let behind_comma = figure(t, next + 1).filter(|_| t.reads(next, &BEHIND_COMMA));
    if let Some((year @ 1900..=2100, _)) = behind_comma.filter(|_| first <= 12) {
        let year = Year::Given(year as i32);
        return Some((Time::Day { day: second, month: first, year, weekday }, next + 2));
    }
    let can_be = first.min(second) <= 12 && !counted(t, next);
    let cued = weekday.is_some() || led;
    (cued && can_be).then_some((Time::Numeric { first, second, year: None, weekday }, next))
}

/// «، 2015»
const BEHIND_COMMA: [Pattern; 2] = [COMMAS.alone(), FOUR_DIGITS.alone()];

/// «26 / 5 / 1447هـ», «17 / 11 / 2025م»: spaces round the slashes, and a year of four figures that leaves no doubt.
fn spaced(t: &Row<'_>, i: usize, weekday: Option<u32>) -> Found {
    const SHAPE: [Pattern; 6] = [
        TWO_DIGITS.alone(),
        SLASH.alone(),
        NUMBER.alone(),
        SLASH.alone(),
        FOUR_DIGITS.alone(),
        Traits::of(&[GLUED, LOOSE, LINE_END]).without(SLASH),
    ];
    /// «26 / 5», «26 /5», «26/ 5»
    const SPACED: [&[Pattern]; 2] = [&[LOOSE.alone()], &[ANY, LOOSE.alone()]];
    let shaped = t.reads(i, &SHAPE).then(|| figure(t, i))?;
    let (first, _) = shaped.filter(|_| t.reads_one(i + 1, &SPACED))?;
    let (second, _) = figure(t, i + 2)?;
    let (year, _) = figure(t, i + 4)?;
    let figures = Figures { first: (first, 2), second, third: (year, 4) };
    Some((figures.day('/', weekday, true)?, t.skip(i + 5, HIJRI_MARK | CHRISTIAN_MARK)))
}

/// Whether a word before the figures says that a day follows.
fn led(t: &Row<'_>, i: usize) -> bool {
    t.after(i, Traits::of(&[DAY, IN, UNTIL, SINCE, ON_DATE, MOVEMENT]))
}

fn counted(t: &Row<'_>, i: usize) -> bool {
    t.has(i, COUNTED | PERCENT | UNIT)
}

/// Years that are of the Hijra in an article of our time.
const HIJRI_YEARS: std::ops::RangeInclusive<u32> = 1300..=1500;

/// Three figures with marks between them; of the first and the last how many digits they have.
struct Figures {
    first: (u32, u8),
    second: u32,
    third: (u32, u8),
}

impl Figures {
    /// The day that they are.
    fn day(&self, separator: char, weekday: Option<u32>, led: bool) -> Option<Time> {
        let (second, (third, third_digits)) = (self.second, self.third);
        if let ((year @ 1000..=2199, 4), (1..=31, 0..=2)) = (self.first, self.third) {
            // A year first has the month behind it, unless that cannot be.
            let swapped = second > 12 && third <= 12;
            let (month, day) = if swapped { (third, second) } else { (second, third) };
            let year = year as i32;
            let time = match HIJRI_YEARS.contains(&self.first.0) {
                true => {
                    let (day, month, year) = (Some(day), Some(month), Some(year));
                    Time::Hijri { day, month, year, shift: None, weekday }
                }
                false => Time::Day { day, month, year: Year::Given(year), weekday },
            };
            return (1..=12).contains(&month).then_some(time);
        }
        let (first @ 1..=31, 0..=2) = self.first else { return None };
        if !(1..=31).contains(&second) {
            return None;
        }
        // «5/2/21» is a day where a slash or a word says so.
        let is_cued = led || weekday.is_some() || separator == '/';
        let year = match third_digits {
            4 if HIJRI_YEARS.contains(&third) => {
                let (day, month, year) = (Some(first), Some(second), i32::try_from(third).ok());
                return Some(Time::Hijri { day, month, year, shift: None, weekday });
            }
            4 if (1000..=2199).contains(&third) => third as i32,
            2 if is_cued => 2000 + third as i32 - if third > 50 { 100 } else { 0 },
            _ => return None,
        };
        Some(Time::Numeric { first, second, year: Some(year), weekday })
    }
}

/// «2015/3», «3/2015»
pub(super) fn month(t: &Row<'_>, i: usize) -> Found {
    if is_of_another(t, i) {
        return None;
    }
    let ((first, digits), separator) = part(t, i)?;
    let (second, second_digits) = figure(t, i + 2)?;
    let parted = match separator {
        '/' => true,
        // «في 3-2015»
        '-' => led(t, i),
        _ => false,
    };
    if !parted || is_other(t, i + 3) {
        return None;
    }
    let (year, month) = match (digits, second_digits) {
        (4, 4) => return None,
        (4, _) => (first, second),
        (_, 4) => (second, first),
        _ => return None,
    };
    let (1900..=2100, 1..=12) = (year, month) else { return None };
    Some((Time::Month { month, year: Year::Given(year as i32) }, i + 3))
}

/// A figure and the separator glued behind it.
fn part(t: &Row<'_>, i: usize) -> Option<((u32, u8), char)> {
    let figure = figure(t, i)?;
    let Kind::Mark(mark @ ('/' | '-' | '.' | '–' | '\\')) = t[i + 1].kind else { return None };
    t.reads(i + 1, &[GLUED.alone(), GLUED.alone()]).then_some((figure, mark))
}

fn figure(t: &Row<'_>, i: usize) -> Option<(u32, u8)> {
    match t[i].kind {
        Kind::Number { value, digits } => Some((value, digits)),
        _ => None,
    }
}

/// Whether more figures are glued before: «0770-12-12-2020».
fn inside_longer(t: &Row<'_>, i: usize) -> bool {
    const SEPARATOR: Pattern = Traits::of(&[SLASH, HYPHEN, DOT, EN_DASH, PLUS]).with(GLUED);
    t.follows(i + 1, &[ANY.without(MARK), SEPARATOR, GLUED.alone()])
}

/// Whether figures are the end of longer ones, or the number of something: «القرار 12/2020».
fn is_of_another(t: &Row<'_>, i: usize) -> bool {
    t.after(i, NUMBER_NOUN) || inside_longer(t, i)
}

/// Whether what stands behind figures makes them others, or counts by them: «3/2015 مترًا».
fn is_other(t: &Row<'_>, next: usize) -> bool {
    continues(t, next) || counted(t, next)
}

/// Whether more figures or letters are glued behind.
fn continues(t: &Row<'_>, i: usize) -> bool {
    const FIGURES: [Pattern; 2] =
        [Traits::of(&[SLASH, HYPHEN, DOT, EN_DASH, COLON]).with(GLUED), GLUED.without(MARK)];
    /// «12/5/2020ب»
    const LETTERS: Pattern =
        Traits::of(&[WORD, QUANTITY]).with(GLUED).without(Traits::of(&[CHRISTIAN_MARK, AND]));
    match t[i].span.len() {
        _ if t.reads(i, &FIGURES) => true,
        0..=2 => false,
        _ => t.has(i, LETTERS),
    }
}

/// Skips an ISO clock time behind a date: «T10:30:00Z», «10:30».
fn clock(t: &Row<'_>, i: usize) -> usize {
    /// What closes what the clock stands in.
    const CLOSING: Traits =
        Traits::of(&[STRAIGHT_QUOTE, GUILLEMET_END, CLOSE, ARABIC_COMMA, COMMA, LESS]);
    let is_one_letter = t[i].span.len() == 1;
    if !is_one_letter || !t.reads(i, &[WORD.with(GLUED), NUMBER.alone()]) {
        return i;
    }
    let goes_on = |at: &usize| t.has(*at, GLUED.without(CLOSING));
    i + 2 + (i + 2..t.len()).take_while(goes_on).count()
}
