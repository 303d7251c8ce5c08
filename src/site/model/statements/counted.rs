//! Times that were counted from the day of the article, and stand under the day of an entry.
//!
//! «ثم نقلته في شباط الماضي» means another February under a day of the year before: there the year stands instead. «الشهر المقبل»
//! and «اليوم» have no words that would be right everywhere: their clause stays in the article, and where they stand in the
//! main clause, so does the sentence.

use chrono::{Datelike, NaiveDate};

use super::sentence::Reader;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::hijri::hijri_month_from_name;
use crate::arabic::calendar::months::month_from_name;
use crate::arabic::lexicon::{
    COMING, DEICTIC, DEICTIC_UNIT, LEANING, LOOSE_END, THAT, WEEKDAY_NAME,
};
use crate::arabic::reading::Text;
use crate::document::TimeExpression;

/// A week and a month, in days.
const WEEK: i64 = 7;
const MONTH: i64 = 31;

/// The words of a time, by their places.
pub(super) type Words = std::ops::RangeInclusive<usize>;

/// The words of a time.
pub(super) fn words_of(read: &Text, date: &TimeExpression) -> Words {
    read.index_at(date.span.start)..=read.index_at(date.span.end - 1)
}

/// Whether a time names its month: «شباط الماضي», «5 تشرين الثاني المقبل».
pub(super) fn names_month(read: &Text, text: &str, words: &Words) -> bool {
    let names = |at: usize, behind: usize| {
        let start = read.words[at].span().start;
        let name = &text[start..read.words[behind].span().end];
        month_from_name(name).is_some() || hijri_month_from_name(name).is_some()
    };
    let last = *words.end();
    words.clone().any(|at| names(at, at) || at < last && names(at, at + 1))
}

/// Whether a word only says from which day a time counts: «الماضي», «المقبل».
pub(super) fn points(read: &Text, at: usize) -> bool {
    read.kinds(at).any(DEICTIC | COMING)
}

/// Whether a time says another thing under the day of an entry than it did in its article, of this day.
pub(super) fn misleads(
    read: &Text,
    text: &str,
    date: &TimeExpression,
    entry: &Edtf,
    own: Option<NaiveDate>,
) -> bool {
    let words = words_of(read, date);
    let any = |kinds| words.clone().any(|at| read.kinds(at).any(kinds));
    let counts = any(DEICTIC | DEICTIC_UNIT | COMING) && !any(LEANING);
    if !date.relative || date.value == *entry || !counts || names_month(read, text, &words) {
        return false;
    }
    let (Some(own), Some(day), (Some(from), Some(to))) =
        (own, entry.first_day(), date.value.days())
    else {
        return true;
    };
    if any(WEEKDAY_NAME) {
        return any(COMING) && !(1..=WEEK).contains(&(from - day).num_days());
    }
    // «نهاية العام» is a month by its value.
    let of_year = words.clone().any(|at| matches!(read.letters(at), "العام" | "السنه"));
    let days = (to - from).num_days();
    let is_same = match () {
        () if of_year => own.year() == day.year(),
        () if days <= 1 => entry.single_day() == Some(own),
        () if days <= WEEK => (own - day).num_days().abs() <= 1,
        () if days <= MONTH => (own.year(), own.month()) == (day.year(), day.month()),
        () => own.year() == day.year(),
    };
    !is_same
}

impl Reader<'_> {
    /// The comma behind which a clause of its own begins that holds a time: «، ثم نقلته في شباط», «، على أن تصل غدا».
    pub(super) fn clause_of(&self, date: &TimeExpression, from: usize) -> Option<usize> {
        let at = self.read.index_at(date.span.start);
        let first = self.sentence.words.0.max(self.read.index_at(from));
        let opens = |&comma: &usize| {
            let next = comma + 1;
            self.read.letters(comma) == "،"
                && (self.joins_deed(next)
                    || self.is_clause_apart(next)
                    || self.is_on_condition(next)
                    || self.read.letters(next) == "ثم")
        };
        let comma = (first..at).rev().find(opens)?;
        let cut = self.read.words[comma].span().start;
        (!self.is_quoted(cut)).then_some(cut)
    }

    /// «على أن»
    fn is_on_condition(&self, at: usize) -> bool {
        self.read.kinds(at).any(LOOSE_END) && self.read.kinds(at + 1).any(THAT)
    }
}
