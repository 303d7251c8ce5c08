//! Why an expression has its value, in words for the reader.

use super::super::Reason;
use super::direction::{Direction, Tense};
use super::lexicon::Shift;
use super::time::{Step, Time, Year};

/// The reason in a few words; `of_page` where it counts from the day of publication.
pub(super) fn reason(time: &Time, direction: &Direction, of_page: bool) -> String {
    let counted = if of_page { Reason::CountedFromText } else { Reason::CountedFromSpeech };
    let words = match time {
        Time::Fixed(_)
        | Time::Day { year: Year::Given(_), .. }
        | Time::Month { year: Year::Given(_), .. } => Reason::WrittenOut,
        Time::Numeric { year: Some(_), .. } => Reason::Figures,
        Time::Weekday { shift: Some(shift), .. } => marked_day(*shift),
        Time::Weekday { beside: Some(0), .. } if of_page => Reason::DayOfText,
        Time::Weekday { beside: Some(0), .. } => Reason::DayOfSpeech,
        Time::Weekday { beside: Some(_), .. } | Time::RelativeDay(_) => counted,
        Time::Weekday { .. } => return weighed(direction, &DAY),
        Time::Day { year: Year::Shifted(shift), .. }
        | Time::Month { year: Year::Shifted(shift), .. } => marked_month(*shift),
        Time::Unit { step: Step::Told(_) | Step::Away(_), .. } => Reason::CountedFromTold,
        Time::Unit { step: Step::Same, .. } => Reason::ToldBefore,
        Time::Day { year: Year::Told(_), .. } | Time::Month { year: Year::Told(_), .. } => {
            Reason::YearTold
        }
        Time::Day { year: Year::Renowned(_), .. } => Reason::RenownedDay,
        Time::Day { .. }
        | Time::DayOrNth { .. }
        | Time::Month { .. }
        | Time::Season { .. }
        | Time::Feast { .. }
        | Time::Numeric { .. } => {
            return weighed(direction, &YEAR);
        }
        Time::Hijri { .. } => Reason::IslamicCalendar,
        Time::Part { of, .. }
        | Time::Fraction { of, .. }
        | Time::Nth { of, .. }
        | Time::WeekOf(of)
        | Time::Ends { of, .. }
        | Time::About(of) => {
            return reason(of, direction, of_page);
        }
        Time::Range(_, to) => return reason(to, direction, of_page),
        Time::OnThisDay { of_told: true, .. } => Reason::CountedFromTold,
        Time::OnThisDay { .. } => Reason::OnThisDay,
        Time::DayOfMonth { .. }
        | Time::Unit { .. }
        | Time::Stretch { .. }
        | Time::Offset { .. } => counted,
    };
    words.text().to_owned()
}

/// What a direction comes to: back, the same day, ahead, and where no sign speaks.
struct Outcomes {
    past: Reason,
    present: Reason,
    future: Reason,
    silent: Reason,
}

const DAY: Outcomes = Outcomes {
    past: Reason::LastDay,
    present: Reason::SameWeekday,
    future: Reason::NextDay,
    silent: Reason::NearestDay,
};

const YEAR: Outcomes = Outcomes {
    past: Reason::LastYear,
    present: Reason::NextYear,
    future: Reason::NextYear,
    silent: Reason::NearestYear,
};

/// «قبله فعل ماضٍ: آخر يوم بهذا الاسم قبل النشر»
fn weighed(direction: &Direction, outcomes: &Outcomes) -> String {
    let outcome = match direction.tense {
        Tense::Past => outcomes.past,
        Tense::Present => outcomes.present,
        Tense::Future => outcomes.future,
        Tense::Unknown => outcomes.silent,
    };
    if direction.reason.is_empty() {
        outcome.text().to_owned()
    } else {
        format!("{} ({})", outcome.text(), direction.reason)
    }
}

fn marked_day(shift: Shift) -> Reason {
    match shift {
        Shift::Past => Reason::LastDay,
        Shift::BeforeLast => Reason::DayBeforeLast,
        Shift::AfterNext => Reason::DayAfterNext,
        Shift::Next | Shift::Following => Reason::NextDay,
        Shift::Current => Reason::DayOfWeek,
    }
}

fn marked_month(shift: Shift) -> Reason {
    match shift {
        Shift::Past => Reason::LastMonth,
        Shift::BeforeLast => Reason::MonthBeforeLast,
        Shift::AfterNext => Reason::MonthAfterNext,
        Shift::Next | Shift::Following => Reason::NextMonth,
        Shift::Current => Reason::MonthOfYear,
    }
}
