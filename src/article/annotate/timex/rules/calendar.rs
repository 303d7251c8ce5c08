//! Days, months and years by their names and numbers.

use super::super::lexicon::{Shift, Unit};
use super::super::phrase::{
    Read, day_number, decimal, digits, month as month_phrase, month_name, spelled_year, words,
    year_after, year_number, year_with_word,
};
use super::super::scan::{Kind, Row};
use super::super::time::{Counted, Step, Time, Year};
use super::super::traits::{
    AFTER, AND, ANY, ARTICLE, BACKSLASH, BEFORE, BEFORE_CHRIST, BETWEEN, BY, CHRISTIAN_MARK, CLOSE,
    COLON, COMMAS, COUNTED, CURRENCY, DAY, DOT, DURING, EN_DASH, EXCLAMATION, FOUR_DIGITS, GLUED,
    GUILLEMET_END, HIJRI_MARK, HYPHEN, IN, JOINED, LINE_END, LOOSE, MARK, MEANS, MONTH_UNIT,
    MOVEMENT, NUMBER, NUMBER_NOUN, OF, OPEN, ORDINAL, PERCENT, PLAIN_DAY, PLUS, Pattern, QUANTITY,
    SINCE, SLASH, STRAIGHT_QUOTE, THIS, TO, Traits, UNDERSCORE, UNIT, UNTIL, WEEK, WITH_AND,
    WITH_FOR, WITH_PREPOSITION, WORD, YEAR_NOUN, YEARLY, YEARS,
};
use super::found::{Found, part_of_name};
use super::period::period;
use super::weekdays;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Moment, Precision};

/// What may stand before a month or a year.
const IN_OR_AROUND: Traits = Traits::of(&[IN, SINCE, DURING, BY, UNTIL]);

/// «الأربعاء 7 أبريل 2021», «السابع من نيسان», «27th, January 2024», «الثلاثاء التاسع عشر من هذا الشهر».
pub(super) fn day(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), weekdays::corresponding(t, next)),
        None => (None, t.skip(i, PLAIN_DAY)),
    };
    let is_name = weekday.is_none() && part_of_name(t, i);
    if t.after(i, NUMBER_NOUN) {
        return None;
    }
    // «يوم بـ5» is none.
    let is_apart = t.reads(i, &[PLAIN_DAY, WITH_PREPOSITION.alone()]);
    let (day, next) = day_number(t, at).or_else(|| spelled_day(t, at)).filter(|_| !is_apart)?;
    // «الجمعة الثانية من أيار»
    let is_other = match weekday {
        Some(_) => false,
        None => is_feminine(t, at, next),
    };
    if is_other || decimal(t, at, next) {
        return None;
    }
    of_month(t, next, day, weekday)
        .or_else(|| of_told_month(t, i, next, day))
        .or_else(|| without_month(t, at, next, day, weekday))
        .filter(|(time, _)| !is_name || has_year(time))
}

/// «والثانية الشهر الماضي», «الجلسة الثانية من أيار»: a day is masculine, and what is not is another thing of which there are several.
fn is_feminine(t: &Row<'_>, at: usize, next: usize) -> bool {
    let is_ordinal = t.reads(at, &[ORDINAL.alone()]).then(|| t.letters(at));
    match is_ordinal.filter(|_| next == at + 1).unwrap_or_default() {
        first if first.ends_with("غره") => false,
        letters => ["اولي", "ه"].iter().any(|ending| letters.ends_with(ending)),
    }
}

/// «ثورة ديسمبر 2018», «ثورة 14 تموز 1958»: with its year the day behind a name is a day.
fn has_year(time: &Time) -> bool {
    matches!(time.year(), Some(Year::Given(year)) if year < i32::MAX)
}

/// «تُنشر الشهر المقبل، وتُعرض في 18 منه»: a day of the month that was spoken of.
fn of_told_month(t: &Row<'_>, i: usize, next: usize, day: u32) -> Found {
    const LEADING: Pattern =
        Traits::of(&[IN, UNTIL, TO, SINCE, AFTER, BEFORE, DAY]).without(ARTICLE);
    let led = t.led(i, LEADING, PLAIN_DAY);
    let of_it = t.letters(next) == "منه" && day <= 31;
    (led && of_it).then(|| {
        let of = Box::new(Time::Unit { unit: Unit::Month, step: Step::Told(0) });
        (Time::Nth { what: Counted::Day, nth: day as i32, of }, next + 1)
    })
}

/// «واحد وعشرين مايو»: a number in words right before a month that is nothing else.
fn spelled_day(t: &Row<'_>, i: usize) -> Read<u32> {
    let (day, next) = words(t, i).filter(|&(day, _)| (1..=31).contains(&day))?;
    let is_month = month_name(t, next).is_some_and(|((_, sure), _)| sure);
    (is_month && t.has(next, JOINED)).then_some((day, next))
}

fn of_month(t: &Row<'_>, next: usize, day: u32, weekday: Option<u32>) -> Found {
    /// «7/أبريل», «7، أبريل»
    const PARTING: Traits = Traits::of(&[COMMAS, HYPHEN, DOT, EN_DASH, SLASH]);
    let at = t.skip(next, PARTING | OF);
    let Some(((month, _), end)) = month_phrase(t, at).filter(|_| t.has(at, JOINED)) else {
        return of_period(t, next, at, day);
    };
    // «7 أبريل.2021»
    let is_dotted = t.reads(end, &[Traits::of(&[DOT, HYPHEN]).with(GLUED), NUMBER.alone()]);
    let year = year_after(t, end + usize::from(is_dotted)).or_else(|| impossible_year(t, end));
    let (year, end) = year.unwrap_or((Year::Open, end));
    // «الجمعة الثانية من أيار»
    let is_nth = day <= 5 && !t.has(next - 1, NUMBER);
    let time = match weekday.filter(|_| is_nth) {
        Some(weekday) => Time::DayOrNth { day, month, year, weekday },
        None => Time::Day { day, month, year, weekday },
    };
    Some((time, end))
}

/// «السابع من هذا الشهر», «السابع الشهر الجاري»: behind a day, with or without «من».
fn of_period(t: &Row<'_>, next: usize, at: usize, day: u32) -> Found {
    let leads = if at > next { t.has(next, OF) } else { t.has(at, THIS | ARTICLE) };
    let (of, end) = period(t, at).filter(|_| leads)?;
    let is_month = matches!(of, Time::Unit { unit: Unit::Month, .. });
    is_month.then(|| (Time::Nth { what: Counted::Day, nth: day as i32, of: Box::new(of) }, end))
}

/// «7 نيسان 20215», «3 آذار 0»: a figure that stands for a year and is none leaves the day without a value.
fn impossible_year(t: &Row<'_>, i: usize) -> Read<Year> {
    let Kind::Number { value, digits } = t[i].kind else { return None };
    let is_none = match (value, digits) {
        (0, _) => true,
        (_, 5..) => t.has(i + 1, MARK.without(PERCENT)),
        _ => false,
    };
    is_none.then_some((Year::Given(i32::MAX), i + 1)).filter(|_| t.has(i, JOINED))
}

/// «الجمعة 22», «يوم 15»: the month is the one from which the text speaks.
fn without_month(t: &Row<'_>, at: usize, next: usize, day: u32, weekday: Option<u32>) -> Found {
    /// What may be glued to a day at its end.
    const CLOSING: Traits =
        Traits::of(&[DOT, COMMAS, EXCLAMATION, CLOSE, STRAIGHT_QUOTE, GUILLEMET_END, COLON]);
    /// «دولارًا», «22/4», «22ب»
    const GOES_ON: [Pattern; 2] = [COUNTED.alone(), GLUED.without(CLOSING)];
    if day > 31 || t.is_one(next, &GOES_ON) {
        return None;
    }
    let ends = t.has(next, MARK | MEANS | ARTICLE);
    let clear = match weekday {
        Some(_) if t.has(at, NUMBER) => ends,
        Some(_) => t.has(at, ARTICLE) && day > 5,
        None if t.follows(at + 1, &[PLAIN_DAY, NUMBER.alone()]) && ends => true,
        None => after_movement(t, at, next),
    };
    clear.then_some((Time::DayOfMonth { day, weekday }, next))
}

/// «سيصل في 15.», «عاد في الحادي والعشرين»: at the end of a sentence after a verb of coming and going.
fn after_movement(t: &Row<'_>, at: usize, next: usize) -> bool {
    /// How many tokens back the verb stands at most.
    const NEAR: usize = 5;
    /// «عاد للحادي والعشرين»
    const LED: [Pattern; 2] = [MOVEMENT.alone(), WITH_FOR.alone()];
    if !t.has(next, DOT | EXCLAMATION | LINE_END) {
        return false;
    }
    let prepared = t.after(at, IN | TO | UNTIL);
    let moves = || (at.saturating_sub(NEAR)..at - 1).any(|verb| t.has(verb, MOVEMENT));
    t.follows(at + 1, &LED) || prepared && moves()
}

/// «أسبوع 16 سبتمبر»
pub(super) fn week_of(t: &Row<'_>, i: usize) -> Found {
    if !t.reads(i, &[WEEK.without(ARTICLE), JOINED.alone()]) {
        return None;
    }
    let (time, end) = day(t, i + 1)?;
    matches!(time, Time::Day { .. }).then(|| (Time::WeekOf(Box::new(time)), end))
}

/// «2016, 16 نوفمبر»
pub(super) fn year_first(t: &Row<'_>, i: usize) -> Found {
    let (year, next) = bare_year(t, i).and_then(|_| year_number(t, i, 1900))?;
    let at = t.skip(next, Traits::of(&[COMMAS, SLASH, HYPHEN]));
    if at == next || !t.has(at, JOINED) {
        return None;
    }
    let (time, end) = day(t, at).or_else(|| month_day(t, at))?;
    match time {
        Time::Day { year: Year::Open, .. } => Some((time.with_year(Year::Given(year)), end)),
        _ => None,
    }
}

/// «يناير 12, 2016», «January 27, 2024», «يوليو 13»
pub(super) fn month_day(t: &Row<'_>, i: usize) -> Found {
    let (weekday, at) = match weekdays::head(t, i) {
        Some((head, next)) => (Some(head.weekday), t.skip(next, COMMAS)),
        None => (None, i),
    };
    if part_of_name(t, at) {
        return None;
    }
    let parted = |at: usize| t.skip(at, Traits::of(&[SLASH, HYPHEN, DOT]));
    let ((month, _), next) = month_name(t, at)?;
    let figure = parted(next);
    let (day, next) = day_number(t, figure).filter(|_| t.has(figure, JOINED))?;
    if let Some((year @ Year::Given(_), end)) = year_after(t, parted(next)) {
        return Some((Time::Day { day, month, year, weekday }, end));
    }
    let latin = weekday.is_some() && is_bare_name(t, at);
    let ends = latin || t.has(next, MARK);
    (ends && !decimal(t, next - 1, next))
        .then_some((Time::Day { day, month, year: Year::Open, weekday }, next))
}

/// A name of more than one letter, with nothing written onto it.
fn is_bare_name(t: &Row<'_>, at: usize) -> bool {
    let tok = &t[at];
    tok.is_bare() && tok.span.len() > 2 && !t.has(at, ARTICLE)
}

/// «نيسان الماضي», «شهر تموز/يوليو», «في يونيو»
pub(super) fn month(t: &Row<'_>, i: usize) -> Found {
    named_month(t, i).filter(|(time, _)| has_year(time) || !part_of_name(t, i))
}

fn named_month(t: &Row<'_>, i: usize) -> Found {
    // «هذا سبتمبر»
    if t.reads(i, &[THIS.alone(), JOINED.alone()]) {
        let ((month, sure), next) = month_name(t, i + 1)?;
        let year = Year::Shifted(Shift::Current);
        return sure.then_some((Time::Month { month, year }, next));
    }
    let ((number, sure), next) = month_phrase(t, i)?;
    if let Some((year, end)) = year_after(t, next) {
        return Some((Time::Month { month: number, year }, end));
    }
    let time = Time::Month { month: number, year: Year::Open };
    // «أي», «مي»: as short as a word of grammar.
    let is_short = t[i].span.len() <= 3 && t[i].is_bare();
    // «شهر ثلاثة»
    const UNNAMED: [Pattern; 2] = [MONTH_UNIT.without(ARTICLE), JOINED.without(NUMBER)];
    let before = || i.checked_sub(1).and_then(|i| month_name(t, i));
    let is_month = match () {
        () if sure => true,
        () if is_short => false,
        () if t.led(i, IN_OR_AROUND | TO | BETWEEN, WITH_FOR) => true,
        () if t.reads(i, &UNNAMED) => month_name(t, i + 1).is_none(),
        () => t.has(i, WITH_AND) && before().is_some(),
    };
    is_month.then_some((time, next))
}

/// «عام 2008», «منذ 2014», «غزو 2003», «1442 هـ»
pub(super) fn year(t: &Row<'_>, i: usize) -> Found {
    let fixed = |year: i32, next: usize| {
        let value = Edtf::Date(Moment::certain(Precision::Year(year)));
        // A year that has no place in the calendar of EDTF's four digits gives nothing.
        (!t.has(next, BEFORE_CHRIST)).then_some((Time::Fixed(value), next))
    };
    if let Some((year, next)) = year_with_word(t, i) {
        return fixed(year, next);
    }
    // «في ألف وتسعمئة وستة وخمسين»
    if t.follows(i + 1, &[Traits::of(&[IN, SINCE, BY, UNTIL]).alone(), WORD.alone()]) {
        let (year, next) = spelled_year(t, i)?;
        return (!counts(t, next, true)).then(|| fixed(year, next))?;
    }
    let (value, next) = digits(t, i).filter(|_| t.has(i, FOUR_DIGITS))?;
    let is_other = hyphenated(t, i) || t.has(next, HIJRI_MARK) || decimal(t, i, next);
    if is_other || !(1900..=2100).contains(&value) {
        return None;
    }
    if t.has(next, CHRISTIAN_MARK.with(GLUED)) {
        return fixed(value as i32, next + 1);
    }
    // «(2014)»
    let in_brackets = t.follows(next + 1, &[OPEN.alone(), NUMBER.alone(), CLOSE.alone()]);
    (in_brackets || is_led_as_year(t, i, value)).then(|| fixed(value as i32, next))?
}

/// Whether what stands before a figure of four digits says that it is a year, and it counts nothing.
fn is_led_as_year(t: &Row<'_>, i: usize, value: u32) -> bool {
    const BEFORE_YEAR: Traits = Traits::of(&[IN_OR_AROUND, BEFORE, AFTER, YEARS]);
    const EVENT: Pattern = YEAR_NOUN.without(NUMBER_NOUN);
    let linked = t.after(i, OF | TO | BETWEEN) && (1950..=2050).contains(&value);
    let led = linked || t.follows_one(i, &[&[BEFORE_YEAR.alone()], &[EVENT]]);
    (led || is_listed_year(t, i)) && !counts(t, i + 1, linked)
}

/// «عامي 2019 و2020»
fn is_listed_year(t: &Row<'_>, i: usize) -> bool {
    const LED: Pattern = Traits::of(&[YEARLY, IN, AND, BETWEEN]).alone();
    const BY_COMMA: [Pattern; 4] = [LED, FOUR_DIGITS.alone(), COMMAS.alone(), NUMBER.alone()];
    const BY_AND: [Pattern; 4] = [LED, FOUR_DIGITS.alone(), AND.alone(), NUMBER.with(GLUED)];
    let listed = i.checked_sub(2).filter(|_| t.follows_one(i + 1, &[&BY_COMMA, &BY_AND]));
    let earlier = listed.and_then(|i| digits(t, i));
    earlier.is_some_and(|(value, _)| (1900..=2100).contains(&value))
}

/// Whether the word after the number is what it counts: «في 2000 مدرسة».
fn counts(t: &Row<'_>, next: usize, strict: bool) -> bool {
    /// «2000 شخص», «2000 يوم», «2000%»
    const SURELY: [Pattern; 3] =
        [COUNTED.alone(), UNIT.without(ARTICLE), Traits::of(&[PERCENT, CURRENCY, PLUS]).alone()];
    /// «2000 مدرسة»: whatever no list has.
    const PERHAPS: Pattern = LOOSE.with(WORD).with(JOINED).without(Traits::of(&[ARTICLE, MEANS]));
    t.is_one(next, &SURELY) || strict && t.has(next, PERHAPS)
}

/// Whether the number stands in a row of numbers and hyphens: a phone number, a range read elsewhere.
fn hyphenated(t: &Row<'_>, i: usize) -> bool {
    const DASH: Pattern = Traits::of(&[HYPHEN, EN_DASH, SLASH, BACKSLASH, UNDERSCORE]).with(GLUED);
    const FIGURE: Pattern = Traits::of(&[NUMBER, QUANTITY, WORD]).with(GLUED);
    t.reads(i + 1, &[DASH, FIGURE]) || t.follows(i + 1, &[ANY, DASH, GLUED.alone()])
}

/// «2014», as an end of a range.
pub(in super::super) fn bare_year(t: &Row<'_>, i: usize) -> Found {
    let (year, next) = year_number(t, i, 1900).filter(|_| t.has(i, NUMBER))?;
    let is_year = year <= 2100 && !t.has(next, COUNTED);
    is_year.then(|| (Time::Fixed(Edtf::year(year)), next))
}
