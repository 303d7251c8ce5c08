//! Seasons, decades, centuries.

use super::super::lexicon::{Sense, Shift, Unit};
use super::super::phrase::{
    Read, digits, far_shift, ordinal, sense, unit_shift, year_number, year_with_word,
};
use super::super::scan::Row;
use super::super::time::{Step, Time, Year};
use super::super::traits::{
    AGE, ARTICLE, CENTURY, DECADE, IN, JOINED, MARK, OF, Pattern, SEASON, SINCE, THIS, Traits,
};
use super::found::Found;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Moment, Precision};

/// «صيف 2021», «الصيف الماضي», «خريف هذا العام», «هذا الصيف»
pub(super) fn season(t: &Row<'_>, i: usize) -> Found {
    let season = |s| if let Sense::Season(code) = s { Some(code) } else { None };
    if t.reads(i, &[THIS.alone(), SEASON.with(ARTICLE)]) {
        let code = sense(t, i + 1, season)?;
        return Some((Time::Season { code, year: Year::Shifted(Shift::Current) }, i + 2));
    }
    let code = sense(t, i, season)?;
    let next = i + 1;
    let at = t.skip(next, OF);
    if t.has(i, ARTICLE) {
        let (mark, end) = far_shift(t, next)?;
        return Some((Time::Season { code, year: Year::Shifted(mark) }, end));
    }
    let figure = || year_number(t, at, 1800).filter(|_| t.has(at, JOINED));
    if let Some((year, end)) = year_with_word(t, at).or_else(figure) {
        return Some((Time::Fixed(Edtf::Date(Moment::certain(Precision::Part(year, code)))), end));
    }
    let (mark, end) = unit_shift(t, at, Unit::Year)?;
    let steps = match mark {
        Shift::Past => -1,
        Shift::Next => 1,
        Shift::Current => 0,
        Shift::BeforeLast => -2,
        Shift::AfterNext => 2,
        Shift::Following => return None,
    };
    Some((
        Time::Fraction {
            code,
            of: Box::new(Time::Unit { unit: Unit::Year, step: Step::From(steps) }),
        },
        end,
    ))
}

/// «السبعينيات», «ثمانينات القرن الماضي», «القرن التاسع عشر»
pub(super) fn decade(t: &Row<'_>, i: usize) -> Found {
    let fixed = |value, end| Some((Time::Fixed(Edtf::Date(Moment::certain(value))), end));
    if let Some((century, end)) = century(t, i) {
        return fixed(Precision::Century(century), end);
    }
    let tens =
        sense(t, i, |s| if let Sense::DecadeOf(tens) = s { Some(tens as i32) } else { None })?;
    let next = i + 1;
    let at = t.skip(next, OF);
    // «العشرات» are tens, and «عشرات القرن الماضي» years.
    let is_count = tens == 10 && !t.has(at, ARTICLE);
    if is_count || t.has(at, AGE) {
        return None;
    }
    if let Some((century, end)) = century(t, at) {
        return fixed(Precision::Decade(century * 10 + tens / 10), end);
    }
    if let Some((mark, end)) = unit_shift(t, at, Unit::Century) {
        let century = match mark {
            Shift::Past => 19,
            Shift::Current => 20,
            _ => return None,
        };
        return fixed(Precision::Decade(century * 10 + tens / 10), end);
    }
    // «في سبعينيات», with nothing behind it.
    const ALONE: [Pattern; 3] = [Traits::of(&[IN, SINCE]).alone(), DECADE.alone(), MARK.alone()];
    let stands = t.has(i, ARTICLE) || t.follows(i + 2, &ALONE);
    (stands && tens > 10).then(|| fixed(Precision::Decade(190 + tens / 10), next))?
}

/// «القرن العشرين»: its first two digits.
fn century(t: &Row<'_>, i: usize) -> Read<i32> {
    if !t.has(i, CENTURY.with(ARTICLE)) {
        return None;
    }
    let (nth, end) = ordinal(t, i + 1).or_else(|| digits(t, i + 1))?;
    (10..=22).contains(&nth).then_some((nth as i32 - 1, end))
}
