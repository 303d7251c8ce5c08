//! Feasts that have a day in every year.

use super::super::lexicon::Sense;
use super::super::phrase::{sense, year_after};
use super::super::scan::Row;
use super::super::time::{Feast, Time, Year};
use super::super::traits::{
    AFTER, ARTICLE, BEFORE, CHRISTIAN_MARK, DURING, FEAST_HEAD, HIJRI_MARK, IN, JOINED, LINE_END,
    NEW_YEAR_HEAD, Pattern, RAMADAN_TAIL, SINCE, Traits, UNTIL, YEAR,
};
use super::found::Found;

/// «عيد الفطر», «رأس السنة الهجرية», «عاشوراء»
pub(super) fn feast(t: &Row<'_>, i: usize) -> Found {
    const NEW_YEAR: [Pattern; 2] = [NEW_YEAR_HEAD.alone(), YEAR.with(ARTICLE)];
    /// What may stand before a feast of no year.
    const LEADING: Traits = Traits::of(&[IN, BEFORE, AFTER, UNTIL, DURING, SINCE, LINE_END]);
    let (feast, next) = if t.reads(i, &NEW_YEAR) {
        let islamic = t.has(i + 2, HIJRI_MARK);
        let feast = if islamic { Feast::Islamic(1, 1) } else { Feast::Gregorian(1, 1) };
        (feast, t.skip(i + 2, HIJRI_MARK | CHRISTIAN_MARK))
    } else {
        let at = t.skip(i, FEAST_HEAD);
        let feast = sense(t, at, |s| if let Sense::Feast(n) = s { Some(n) } else { None });
        (day_of(feast.filter(|_| t.has(at, JOINED))?, at > i)?, at + 1)
    };
    let next = t.skip(next, RAMADAN_TAIL);
    let (year, end) = year_after(t, next).unwrap_or((Year::Open, next));
    let placed = i == 0 || year != Year::Open || t.after(i, LEADING);
    placed.then_some((Time::Feast { feast, year }, end))
}

fn day_of(feast: u32, with_head: bool) -> Option<Feast> {
    Some(match (feast, with_head) {
        (1, true) => Feast::Islamic(12, 10),
        (2, true) => Feast::Islamic(10, 1),
        (3, true) => Feast::Easter(0),
        (4, _) | (5, true) => Feast::Gregorian(12, 25),
        (6, _) => Feast::Islamic(1, 10),
        (7, true) => Feast::Gregorian(2, 14),
        (8, true) => Feast::Gregorian(5, 1),
        _ => return None,
    })
}
