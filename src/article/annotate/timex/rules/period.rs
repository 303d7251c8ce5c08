//! A stretch in which something is counted or of which something is a part.

use super::super::lexicon::{Sense, Unit};
use super::super::phrase::{self, sense};
use super::super::scan::Row;
use super::super::time::{Step, Time, Year};
use super::super::traits::ARTICLE;
use super::found::Found;
use super::{relative, seasons};

/// A stretch in which something is counted or of which something is a part: «العام الماضي», «عام 2008», «شهر تموز».
pub(super) fn period(t: &Row<'_>, i: usize) -> Found {
    if let Some((time, next)) = relative::unit(t, i) {
        return Some((time, next));
    }
    if let Some((year, next)) =
        phrase::year_with_word(t, i).or_else(|| phrase::year_number(t, i, 1800))
    {
        return Some((Time::Fixed(crate::arabic::calendar::Edtf::year(year)), next));
    }
    if let Some(((month, _), next)) = phrase::month(t, i) {
        let (year, next) = phrase::year_after(t, next).unwrap_or((Year::Open, next));
        return Some((Time::Month { month, year }, next));
    }
    if let Some(found) = seasons::season(t, i).or_else(|| seasons::decade(t, i)) {
        return Some(found);
    }
    let (unit, definite) = sense(t, i, |s| match s {
        Sense::Own(unit) => Some((unit, true)),
        Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), 1) => {
            Some((unit, t.has(i, ARTICLE)))
        }
        _ => None,
    })?;
    let is_of_calendar = unit != Unit::Year || !relative::is_other_year(t, i + 1);
    (definite && is_of_calendar).then_some((Time::Unit { unit, step: Step::From(0) }, i + 1))
}
