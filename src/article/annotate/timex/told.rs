//! What a text has told of days so far: from where «ذلك اليوم», «العام التالي», «الشهر نفسه» count.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::Candidate;
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
pub(super) struct Told<'c> {
    /// The last values, the latest first.
    values: VecDeque<Edtf>,
    /// The day from which «ذلك اليوم» and «اليوم نفسه» count.
    pub(super) day: Option<NaiveDate>,
    /// The last day that is one for certain, and where its sentence begins.
    last: Option<NaiveDate>,
    sentence: usize,
    /// Such days and what tells of them, but for those that are known to stand only in the background of the story.
    days: Vec<(NaiveDate, &'c Candidate)>,
}

impl<'c> Told<'c> {
    /// Goes on to an expression in the sentence that begins at a byte.
    ///
    /// «تطرق إلى الهجوم الذي وقع ليل السبت. وفي اليوم نفسه اجتمعت اللجنة»: a new sentence goes back to the day of the story.
    pub(super) fn enter(
        &mut self,
        sentence: usize,
        same_day: bool,
        is_background: impl Fn(&Candidate) -> bool,
    ) {
        let new = sentence > self.sentence;
        self.day = self.last;
        if same_day && new && self.last.is_some() {
            // Few sentences ask, so that nothing is read of the days of the others.
            while self.days.pop_if(|(_, candidate)| is_background(candidate)).is_some() {}
            self.day = self.days.last().map(|&(day, _)| day).or(self.last);
        }
        self.sentence = sentence;
    }

    /// Goes back from «ذلك اليوم» over what was told of the day of the text itself; nothing has happened on a day behind it.
    pub(super) fn back_over(&mut self, today: Option<NaiveDate>, tense: Tense) {
        let is_ahead = |day: NaiveDate| today.is_some_and(|today| day > today);
        let may_be = |&day: &NaiveDate| tense != Tense::Past || !is_ahead(day);
        let mut days = self.days.iter().rev().map(|&(day, _)| day).filter(may_be);
        let before = self.day.filter(may_be);
        self.day = days.find(|&day| Some(day) != today).or(before);
    }

    pub(super) fn tell(&mut self, value: &Edtf, candidate: &'c Candidate) {
        // «قبل أسبوع» is no day to come back to, and not a new time either; «في عام 1949» is one, and has no day.
        let certain = matches!(value, Edtf::Date(Moment { qualifier: Qualifier::Certain, .. }));
        if certain {
            self.last = value.single_day();
            self.day = self.last;
            // «بحلول عام 2030» leaves the story where it is.
            self.days.extend(self.last.map(|day| (day, candidate)));
        }
        self.values.truncate(REMEMBERED - 1);
        self.values.push_front(value.clone());
    }

    /// Forgets all of it: a day was told that nobody can place, and what counts from a day may count from that.
    pub(super) fn lose(&mut self) {
        *self = Self { sentence: self.sentence, ..Self::default() };
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
        // «في 24 ديسمبر وفي 27 منه»: of the last that has such a day, whatever the verb seems to be.
        if is_same {
            return self.values.iter().find_map(|told| value(Some(told))).or_else(|| value(None));
        }
        let found = self.values.iter().find_map(|told| value(Some(told)).filter(fits));
        // «العام التالي» of what has happened is not ahead.
        if tense == Tense::Past && self.latest().is_some() {
            return found;
        }
        found.or_else(|| value(self.latest()))
    }
}
