//! The entries of a chronology as those of the timeline.

use chrono::Datelike;

use crate::arabic::calendar::Edtf;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{PART_OF_TIME, is};
use crate::document::TimeExpression;
use crate::document::chronology::Entry;
use crate::span::Span;

/// When it was and what stands in the timeline; nothing where no year is known.
///
/// «منتصف تشرين الثاني: وفد يزور منبج» was on some day of that month and no visit of ten days: it stands under the month, with the
/// words that say more.
pub(super) fn told(entry: &Entry, date: &TimeExpression, text: &str) -> Option<(Span, Edtf)> {
    if !is_about(date, text) {
        let is_known = matches!(date.value.days(), (Some(_), Some(_)));
        return is_known.then(|| (entry.told, date.value.clone()));
    }
    let with_time = Span::new(date.span.start, entry.told.end);
    Some((with_time, whole_time(&date.value)?))
}

/// The month of which a time is a part, which its words name: «منتصف آذار».
pub(super) fn month_of_part(date: &TimeExpression, text: &str) -> Option<Edtf> {
    let whole = Some(date).filter(|date| is_about(date, text) && date.value.is_certain());
    let whole = whole.and_then(|date| whole_time(&date.value))?;
    let month = whole.first_day().and_then(|day| Edtf::month(day.year(), day.month()));
    month.filter(|month| *month == whole)
}

/// Whether its words only say about when it was: «منتصف 2011», «نحو آذار».
fn is_about(date: &TimeExpression, text: &str) -> bool {
    let first = date.span.cut(text).split_whitespace().next().map(folded);
    let is_part = first.is_some_and(|word| is(&word, PART_OF_TIME));
    date.value.single_day().is_none() && (is_part || !date.value.is_certain())
}

/// The month or the year that holds all of a time; of one month that is only about so, its year.
fn whole_time(value: &Edtf) -> Option<Edtf> {
    let (from, behind) = value.days();
    let (first, last) = (from?, behind?.pred_opt()?);
    let month =
        Edtf::month(first.year(), first.month()).filter(|month| month.meets(&Edtf::day(last)));
    match month.filter(|_| value.is_certain()) {
        Some(month) => Some(month),
        None => (first.year() == last.year()).then(|| Edtf::year(first.year())),
    }
}
