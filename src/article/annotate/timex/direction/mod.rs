//! In which direction an expression without a mark looks: «الخميس» is the last one or the coming one, «في نيسان» this year's or the last.
//!
//! 1. [`forms`] says what a word by itself is as a verb, [`clause`] what it is in its sentence;
//! 2. [`signs`] notes what the sentence shows: verbs before and after, particles, commas, quotation marks, how far back the day lies;
//! 3. weights learnt from sentences of our own (`tests/corpus/train/direction`, by [`learn`]) decide, and the heaviest signs say why.

mod clause;
mod forms;
pub mod learn;
mod signs;

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::lexicon::Shift;
use super::scan::Row;
use super::time::{Time, Year};
use crate::weigh::{Choice, Label, Labels, Sign, Weights};
use signs::{Placed, SHEET};

/// Where a clause places what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// It has happened.
    Past,
    /// It happens, or is about to; the day itself may be meant.
    Present,
    /// It is still to come.
    Future,
    /// Nothing tells.
    Unknown,
}

/// Whether a word, folded, is a verb, or the relative pronoun before one, as far as its letters tell.
pub(in crate::article::annotate) fn is_verb(word: &str) -> bool {
    use forms::Form;
    let met = forms::Met::of(word);
    let verb = |form| {
        matches!(
            form,
            Form::Perfect
                | Form::Imperfect
                | Form::Future
                | Form::FutureOrName
                | Form::Announce
                | Form::Which
                | Form::Clause
                | Form::Was
        )
    };
    !met.noun && met.form.or(met.with_object).is_some_and(verb)
}

/// Whether a word, folded, opens a clause of its own: «أن», «الذي», «إذا».
pub(super) fn opens_clause(word: &str) -> bool {
    use forms::Form;
    matches!(forms::Met::of(word).form, Some(Form::Clause | Form::Which | Form::If))
}

/// Which of the days with one name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The last one before the day of the text.
    Last,
    /// The day of the text itself.
    Same,
    /// The first one after it.
    Coming,
}

impl Label for Side {
    const ALL: &'static [Self] = &[Self::Last, Self::Same, Self::Coming];

    fn index(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        ["last", "same", "coming"][self.index()]
    }
}

static WEIGHTS: LazyLock<Weights<Side>> = LazyLock::new(|| {
    let table = Weights::parse(&SHEET, include_str!("../../../../../weights/direction.txt"));
    debug_assert!(table.is_ok(), "{table:?}");
    table.unwrap_or_else(|_| Weights::zero(SHEET.len()))
});

/// What the sentence of an expression shows of its direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaning {
    signs: Box<[Sign]>,
    placed: Placed,
    /// The tense that the expression itself has: «أمس», «الخميس الماضي».
    given: Option<Tense>,
    /// Why that is so, in Arabic, where the expression itself does not show it.
    why: &'static str,
}

/// A direction, and what spoke for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Direction {
    /// Where to look.
    pub(super) tense: Tense,
    /// What the heaviest sign says of it, in Arabic; empty where nothing that can be said weighed.
    pub(super) reason: String,
}

impl Direction {
    /// That of a time behind another that is to come.
    pub(super) fn ahead() -> Self {
        Self { tense: Tense::Future, reason: "بعد موعد مقبل في جملته".to_owned() }
    }
}

impl Leaning {
    /// That of an expression which needs no direction.
    pub(super) fn none() -> Self {
        Self { signs: Box::default(), placed: Placed::Other, given: Some(Tense::Unknown), why: "" }
    }

    /// Reads the sentence of tokens `start..end`, whose meaning is `time`.
    pub(super) fn read(text: &str, t: &Row<'_>, start: usize, end: usize, time: &Time) -> Self {
        if let given @ Some(_) = given(time) {
            return Self { given, ..Self::none() };
        }
        let placed = placed(time);
        let signs = signs::signs(text, t, start, end, placed);
        if signs.is_empty() {
            return Self::none();
        }
        let is_of_year = matches!(placed, Placed::Day | Placed::Month);
        // «زلزال 6 شباط» has happened, and what goes on «منذ أواخر شباط» has begun.
        let why = match () {
            () if !is_of_year => "",
            () if names_deed(t, start) => signs::DEED,
            () if signs::is_since(t, start) => signs::SINCE_WHEN,
            () if signs::is_when_done(t, end) => signs::WHEN_DONE,
            () => "",
        };
        Self { signs, placed, given: (!why.is_empty()).then_some(Tense::Past), why }
    }

    /// Whether the verb before stands in the present, and nothing else tells for certain.
    pub(super) fn follows_present(&self) -> bool {
        self.given.is_none() && self.signs.contains(&signs::present())
    }

    /// Whether the verb before is one of announcing: «أكدت الوزيرة صباح الاثنين».
    pub(super) fn follows_announcement(&self) -> bool {
        self.signs.contains(&signs::announced())
    }

    /// The tense, where the day of the text is not known.
    pub(super) fn tense(&self) -> Tense {
        self.given.unwrap_or_else(|| decide(&self.signs, Labels::all().without(Side::Same)).0)
    }

    /// The direction as seen from the day of the text: a day that lies one day back is likelier the last than the coming one.
    pub(super) fn seen_from(&self, time: &Time, reference: Option<NaiveDate>) -> Direction {
        if let Some(tense) = self.given {
            return Direction { tense, reason: self.why.to_owned() };
        }
        let (signs, possible) = self.from(time, reference);
        let (tense, choice) = decide(&signs, possible);
        let mut heavy =
            WEIGHTS.explain(&signs, &choice, signs.len()).map(|heavy| SHEET.reason(heavy.sign));
        Direction { tense, reason: heavy.find(|reason| !reason.is_empty()).unwrap_or_default() }
    }

    /// The signs, with how far back it lies; and what it may be.
    fn from(&self, time: &Time, reference: Option<NaiveDate>) -> (Vec<Sign>, Labels<Side>) {
        let mut signs = self.signs.to_vec();
        let gap =
            reference.filter(|_| !signs.is_empty()).and_then(|reference| gap(time, reference));
        let Some(gap) = gap else { return (signs, Labels::all().without(Side::Same)) };
        signs.push(signs::gap(self.placed, gap));
        let same = gap == 0 && self.placed == Placed::Weekday;
        (signs, if same { Labels::all() } else { Labels::all().without(Side::Same) })
    }
}

/// Whether what has happened is called by an expression: «زلزال 6 شباط», «اتفاق 14 تموز 2015».
pub(super) fn names_deed(t: &Row<'_>, start: usize) -> bool {
    signs::is_of_deed(t, start)
}

fn decide(signs: &[Sign], possible: Labels<Side>) -> (Tense, Choice<Side>) {
    let choice = WEIGHTS.argmax(signs, possible);
    let tense = match choice.label {
        _ if choice.margin == 0 => Tense::Unknown,
        Side::Last => Tense::Past,
        Side::Same => Tense::Present,
        Side::Coming => Tense::Future,
    };
    (tense, choice)
}

/// The tense of an expression that says it itself.
fn given(time: &Time) -> Option<Tense> {
    let from_today = |days: i32| match days {
        ..0 => Tense::Past,
        0 => Tense::Present,
        1.. => Tense::Future,
    };
    match *time {
        Time::RelativeDay(days) | Time::Weekday { shift: None, beside: Some(days), .. } => {
            Some(from_today(days))
        }
        Time::Weekday { shift: Some(shift), .. } | Time::Hijri { shift: Some(shift), .. } => {
            Some(match shift {
                Shift::Past | Shift::BeforeLast => Tense::Past,
                Shift::Current => Tense::Present,
                Shift::Next | Shift::AfterNext | Shift::Following => Tense::Future,
            })
        }
        _ => None,
    }
}

/// The day or month that has to be placed: the end of a range, the whole of a part.
fn inner(time: &Time) -> &Time {
    match time {
        Time::Part { of, .. }
        | Time::Fraction { of, .. }
        | Time::Nth { of, .. }
        | Time::Ends { of, .. } => inner(of),
        Time::WeekOf(of) | Time::About(of) | Time::Range(_, of) => inner(of),
        time => time,
    }
}

fn placed(time: &Time) -> Placed {
    match inner(time) {
        Time::Weekday { .. } => Placed::Weekday,
        Time::Day { .. } | Time::DayOrNth { .. } | Time::Numeric { .. } => Placed::Day,
        Time::Month { .. } => Placed::Month,
        _ => Placed::Other,
    }
}

/// Whether nothing beside the expression says its direction, as «الماضي», «أمس» or a year would.
fn is_open(time: &Time) -> bool {
    match inner(time) {
        Time::Weekday { shift, beside, .. } => shift.is_none() && beside.is_none(),
        time => time.year() == Some(Year::Open),
    }
}

/// How far the last one lies back: days for a weekday; for a day or month of the year how soon it comes again, by [`BANDS`].
fn gap(time: &Time, reference: NaiveDate) -> Option<u32> {
    let (this, year) = (reference.ordinal(), 365);
    let soon = |month: u32, day: u32| {
        let first = NaiveDate::from_ymd_opt(reference.year(), month, day)?;
        let days = (first.ordinal() + year - this) % year;
        Some(BANDS.iter().filter(|&&band| days > band).count() as u32)
    };
    match *inner(time) {
        Time::Weekday { weekday, .. } => {
            Some((reference.weekday().num_days_from_monday() + 7 - weekday) % 7)
        }
        Time::Month { month, .. } => soon(month, MIDDLE),
        Time::Day { day, month, .. } | Time::DayOrNth { day, month, .. } => soon(month, day),
        _ => None,
    }
}

/// The coming day is near up to the first, then within four months, half a year; what is left was not long ago, or just now.
const BANDS: [u32; 5] = [45, 120, 210, 300, 340];

/// The day that stands for a month.
const MIDDLE: u32 = 15;
