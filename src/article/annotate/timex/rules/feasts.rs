//! Feasts that have a day in every year.

use super::super::lexicon::{Sense, Unit, Word};
use super::super::phrase::{after, is, joined, sense, year_after};
use super::super::scan::{Kind, Row};
use super::super::time::{Feast, Time, Year};
use super::found::Found;

/// «عيد الفطر», «رأس السنة الهجرية», «عاشوراء»
pub(super) fn feast(t: &Row<'_>, i: usize) -> Found {
    let feast = |i: usize| sense(t, i, |s| if let Sense::Feast(n) = s { Some(n) } else { None });
    let (feast, next) = if is(t, i, Word::NewYearHead) {
        let year = sense(t, i + 1, |s| (s == Sense::Unit(Unit::Year, 1)).then_some(())).is_some()
            && t[i + 1].article;
        if !year {
            return None;
        }
        let islamic = is(t, i + 2, Word::HijriMark);
        let marked = islamic || is(t, i + 2, Word::ChristianMark);
        (
            if islamic { Feast::Islamic(1, 1) } else { Feast::Gregorian(1, 1) },
            i + 2 + usize::from(marked),
        )
    } else {
        let head = usize::from(is(t, i, Word::FeastHead));
        (day_of(feast(i + head).filter(|_| joined(t, i + head))?, head > 0)?, i + head + 1)
    };
    let next = next + usize::from(is(t, next, Word::RamadanTail));
    let (year, end) = year_after(t, next).unwrap_or((Year::Open, next));
    let placed = year != Year::Open
        || i == 0
        || t[i - 1].kind == Kind::Mark('\n')
        || after(
            t,
            i,
            &[Word::In, Word::Before, Word::After, Word::Until, Word::During, Word::Since],
        );
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
