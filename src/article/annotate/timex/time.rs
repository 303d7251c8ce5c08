//! What a time expression means before anything is known about the day from which it speaks.

use super::lexicon::{Part, Shift, Unit};
use crate::arabic::calendar::Edtf;

/// The meaning of an expression; what it leaves open is filled in when it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// A value that needs nothing: «7 أبريل 2021», «عام 2008».
    Fixed(Edtf),
    /// A day of a named month; impossible days are told apart when resolved.
    Day { day: u32, month: u32, year: Year, weekday: Option<u32> },
    /// «الثلاثاء الثالث من أيلول»: the third of the month if it is a Tuesday, else its third Tuesday.
    DayOrNth { day: u32, month: u32, year: Year, weekday: u32 },
    /// «3/4/2021», in either order.
    Numeric { first: u32, second: u32, year: Option<i32>, weekday: Option<u32> },
    /// «يوم 15», «الجمعة 22»
    DayOfMonth { day: u32, weekday: Option<u32> },
    /// A month by its name.
    Month { month: u32, year: Year },
    /// A weekday, and «أمس», «اليوم», «غدًا» beside it as days from today.
    Weekday { weekday: u32, shift: Option<Shift>, beside: Option<i32> },
    /// «أمس»
    RelativeDay(i32),
    /// «الأسبوع الماضي», «هذا العام»
    Unit { unit: Unit, step: Step },
    /// «هذا اليوم من عام 2018», «هذا الشهر من العام الماضي»: the day or month of the text in another year; `of_told` where it is
    /// that of which was told («اليوم نفسه من سنة 2010»).
    OnThisDay { unit: Unit, year: Year, of_told: bool },
    /// «الأيام الثلاثة الماضية»
    Stretch { unit: Unit, count: u32, past: bool },
    /// «قبل ثلاثة أيام»; «ثلاثة أيام من الآن» looks where its verb looks.
    Offset { parts: Vec<(Unit, u32)>, past: Option<bool> },
    /// «بداية الشهر الجاري»
    Part { part: Part, of: Box<Time> },
    /// «أسبوع 16 سبتمبر»: the week in which the day stands.
    WeekOf(Box<Time>),
    /// A quarter, third or half of a year by its EDTF code.
    Fraction { code: u32, of: Box<Time> },
    /// «ثالث ثلاثاء من أيلول», «الأسبوع الأخير من العام»; -1 is the last, 0 the only one.
    Nth { what: Counted, nth: i32, of: Box<Time> },
    /// «الأشهر الثلاثة الأولى من 2016»
    Ends { unit: Unit, count: u32, last: bool, of: Box<Time> },
    /// «صيف 2021»
    Season { code: u32, year: Year },
    /// An Islamic date, as far as it is given; «رجب المقبل» says which of the years.
    Hijri {
        day: Option<u32>,
        month: Option<u32>,
        year: Option<i32>,
        shift: Option<Shift>,
        weekday: Option<u32>,
    },
    /// A feast, by its number in the table of feasts.
    Feast { feast: Feast, year: Year },
    /// «قبل بضعة أيام»: no more precise than that.
    About(Box<Time>),
    /// From one to the other, both counted in.
    Range(Box<Time>, Box<Time>),
}

/// Which year a month or day is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// It is written.
    Given(i32),
    /// «يونيو الماضي»
    Shifted(Shift),
    /// «يونيو من العام الماضي»: so many years from the one in which the text is written.
    From(i32),
    /// «أبريل نفسه», «مارس من العام التالي»: so many years from the one that was spoken of.
    Told(i32),
    /// «هجمات 11 سبتمبر»: the year of the day that is known by this name, in every text that is not older.
    Renowned(i32),
    /// Nothing is said; tense decides.
    Open,
}

/// How a unit is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// So many from the one in which the text is written.
    From(i32),
    /// So many from the one that was spoken of («العام التالي», «ذلك اليوم»).
    Told(i32),
    /// The one of which the story tells («اليوم نفسه»), which may be another than the last that was named.
    Same,
    /// The nearest one in the direction of its clause: «تساقطت الثلوج نهاية الأسبوع».
    Near,
    /// So many behind or before the one that was told: «بعد ذلك بثلاثة أيام».
    Away(i32),
    /// The one that begins nearest: «مطلع السنة الجديدة», in December as in January.
    New,
}

/// What is counted inside a longer stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// One weekday.
    Weekday(u32),
}

/// A feast that has a day in every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// By the Gregorian calendar: month, day.
    Gregorian(u32, u32),
    /// By the Islamic calendar: month, day.
    Islamic(u32, u32),
    /// Western Easter, and days from it.
    Easter(i32),
}

impl Time {
    /// Whether it takes the day of the text, the tense or an earlier date to resolve it.
    pub(super) fn is_relative(&self) -> bool {
        match self {
            Self::Fixed(_) => false,
            Self::Day { year, .. }
            | Self::DayOrNth { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Feast { year, .. } => !matches!(year, Year::Given(_)),
            Self::Numeric { year, .. } => year.is_none(),
            Self::Hijri { year, .. } => year.is_none(),
            Self::Part { of, .. }
            | Self::Fraction { of, .. }
            | Self::Nth { of, .. }
            | Self::WeekOf(of)
            | Self::Ends { of, .. }
            | Self::About(of) => of.is_relative(),
            Self::Range(from, to) => from.is_relative() || to.is_relative(),
            _ => true,
        }
    }

    /// Whether its value is counted in days or weeks from the day of the text: «اليوم», «الأحد», «قبل ثلاثة أيام».
    pub(super) fn counts_days(&self) -> bool {
        match self {
            Self::RelativeDay(_) | Self::Weekday { .. } | Self::DayOfMonth { .. } => true,
            Self::OnThisDay { unit, .. } => *unit == Unit::Day,
            Self::Unit { unit, step: Step::From(_) } | Self::Stretch { unit, .. } => {
                *unit < Unit::Month
            }
            Self::Offset { parts, .. } => parts.iter().any(|&(unit, _)| unit < Unit::Month),
            Self::Nth { of, .. } | Self::About(of) => of.counts_days(),
            Self::Range(from, to) => from.counts_days() || to.counts_days(),
            _ => false,
        }
    }

    /// «شعبان 1444هـ», «محرم الماضي»
    pub(super) fn is_month_of_moon(&self) -> bool {
        matches!(self, Self::Hijri { day: None, month: Some(_), .. })
    }

    /// Whether it is a day or month of no certain year: «في 12 كانون الأول».
    pub(super) fn is_of_open_year(&self) -> bool {
        matches!(self, Self::Day { year: Year::Open, .. } | Self::Month { year: Year::Open, .. })
    }

    /// Whether it counts from what was told: «العام التالي», «الشهر نفسه», «مارس من العام نفسه».
    pub(super) fn counts_from_told(&self) -> bool {
        match self {
            Self::Unit { step, .. } => matches!(step, Step::Told(_) | Step::Away(_) | Step::Same),
            Self::Part { of, .. }
            | Self::Fraction { of, .. }
            | Self::Nth { of, .. }
            | Self::Ends { of, .. }
            | Self::About(of) => of.counts_from_told(),
            _ => matches!(self.year(), Some(Year::Told(_) | Year::Shifted(Shift::Following))),
        }
    }

    /// Whether it is of the very time that was told: «الشهر نفسه», «22 منه».
    pub(super) fn is_same(&self) -> bool {
        match self {
            Self::Unit { step, .. } => matches!(step, Step::Same | Step::Told(0)),
            Self::Part { of, .. } | Self::Nth { of, .. } | Self::Ends { of, .. } => of.is_same(),
            _ => self.year() == Some(Year::Told(0)),
        }
    }

    /// Whether it counts years onward: «بعد سبعة وثلاثين عامًا».
    pub(super) fn leads_on(&self) -> bool {
        matches!(self, Self::Offset { parts, past: Some(false) } if matches!(parts[..], [(Unit::Year, _)]))
    }

    /// Gives an open year to what has none, as «في يونيو وأغسطس 2020» does.
    pub(super) fn with_year(mut self, given: Year) -> Self {
        match &mut self {
            Self::Day { year, .. }
            | Self::DayOrNth { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Feast { year, .. }
                if *year == Year::Open =>
            {
                *year = given;
            }
            Self::Part { of, .. } | Self::Fraction { of, .. } | Self::Nth { of, .. } => {
                let inner = std::mem::replace(&mut **of, Self::RelativeDay(0));
                **of = inner.with_year(given);
            }
            _ => {}
        }
        self
    }

    /// The year it is of, where it says one.
    pub(super) fn year(&self) -> Option<Year> {
        match self {
            Self::Day { year, .. }
            | Self::DayOrNth { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Feast { year, .. } => Some(*year),
            Self::Part { of, .. } | Self::Fraction { of, .. } | Self::Nth { of, .. } => of.year(),
            Self::Range(_, to) => to.year(),
            _ => None,
        }
    }
}
