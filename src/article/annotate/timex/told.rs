//! What a text has told of days so far: from where «ذلك اليوم», «العام التالي», «الشهر نفسه» count.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::direction::Tense;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Moment, Qualifier};
use crate::document::TimeExpression;

/// An expression that has its value.
pub(super) struct Resolved {
    pub(super) expression: TimeExpression,
    /// The tense of its clause.
    pub(super) tense: Tense,
    /// Whether what has happened is called by it, so that the sentence itself tells of another time.
    pub(super) names_deed: bool,
}

/// How many values are remembered: who goes back farther says the year again.
const REMEMBERED: usize = 6;

/// What a text has told of days so far.
#[derive(Default)]
pub(super) struct Told {
    /// The last values, the latest first.
    values: VecDeque<Edtf>,
    /// The day from which «ذلك اليوم» and «اليوم نفسه» count.
    pub(super) day: Option<NaiveDate>,
    /// The last day that is one for certain, and where its sentence begins.
    last: Option<NaiveDate>,
    sentence: usize,
    /// The last such day of which the story itself tells, and not only what stands in its background.
    story: Option<NaiveDate>,
}

impl Told {
    /// Goes on to an expression in the sentence that begins at a byte.
    ///
    /// «تطرق إلى الهجوم الذي وقع ليل السبت. وفي اليوم نفسه اجتمعت اللجنة»: a new sentence goes back to the day of the story.
    pub(super) fn enter(&mut self, sentence: usize, same_day: bool) {
        let new = sentence > self.sentence;
        self.day = if same_day && new && self.last.is_some() {
            self.story.or(self.last)
        } else {
            self.last
        };
        self.sentence = sentence;
    }

    pub(super) fn tell(&mut self, value: &Edtf, is_background: bool) {
        // «قبل أسبوع» is no day to come back to, and not a new time either; «في عام 1949» is one, and has no day.
        let certain = matches!(value, Edtf::Date(Moment { qualifier: Qualifier::Certain, .. }));
        if certain {
            self.last = value.single_day();
            self.day = self.last;
            // «بحلول عام 2030» leaves the story where it is.
            self.story = self.last.filter(|_| !is_background).or(self.story);
        }
        self.values.truncate(REMEMBERED - 1);
        self.values.push_front(value.clone());
    }

    /// The last value.
    pub(super) fn latest(&self) -> Option<&Edtf> {
        self.values.front()
    }

    /// The value that comes of the latest of what was told from which it can be counted: what has happened lies before the day
    /// of the text, what is to come behind it.
    pub(super) fn counted(
        &self,
        tense: Tense,
        is_same: bool,
        reference: Option<NaiveDate>,
        value: impl Fn(Option<&Edtf>) -> Option<Edtf>,
    ) -> Option<Edtf> {
        let fits = |value: &Edtf| match (tense, reference) {
            (Tense::Past, Some(reference)) => value.first_day().is_none_or(|day| day <= reference),
            (Tense::Future, Some(reference)) => {
                value.days().1.is_none_or(|after| after > reference)
            }
            _ => true,
        };
        let found = self.values.iter().find_map(|told| value(Some(told)).filter(fits));
        // «العام التالي» of what has happened is not ahead; «منه», «نفسه» are those of the last, whatever the verb seems to be.
        if tense == Tense::Past && !is_same && self.latest().is_some() {
            return found;
        }
        found.or_else(|| value(self.latest()))
    }
}
