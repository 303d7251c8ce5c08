//! Why an expression has its value, in words for the reader.

use super::direction::{Direction, Tense};
use super::lexicon::Shift;
use super::time::{Step, Time, Year};

/// Of what was still to come on a day that the sentence tells.
pub(super) const AFTER_TOLD: &str = "بلا سنة: الأول بعد اليوم المذكور قبله في الجملة";

/// Of «قبل خمسة أيام» beside an event that another, told before it, followed.
pub(super) const BEFORE_TOLD: &str = "محسوب من اليوم المذكور قبله في الجملة";

/// Of a day without its year that is the day of the text: neither before it nor behind.
pub(super) const SAME_DAY: &str = "بلا سنة: يوم النشر نفسه";

/// The reason in a few words.
pub(super) fn reason(time: &Time, direction: &Direction) -> String {
    let words = match time {
        Time::Fixed(_)
        | Time::Day { year: Year::Given(_), .. }
        | Time::Month { year: Year::Given(_), .. } => "مذكور بتمامه",
        Time::Numeric { year: Some(_), .. } => "تاريخ بالأرقام",
        Time::Weekday { shift: Some(shift), .. } => marked_day(*shift),
        Time::Weekday { beside: Some(0), .. } => "يوم النشر",
        Time::Weekday { beside: Some(_), .. } | Time::RelativeDay(_) => "محسوب من يوم النشر",
        Time::Weekday { .. } => return weighed(direction, &DAY),
        Time::Day { year: Year::Shifted(shift), .. }
        | Time::Month { year: Year::Shifted(shift), .. } => marked_month(*shift),
        Time::Unit { step: Step::Told(_), .. } => "محسوب من آخر تاريخ ذُكر",
        Time::Unit { step: Step::Same, .. } => "تاريخ ذُكر قبله",
        Time::Day { year: Year::Told(_), .. } | Time::Month { year: Year::Told(_), .. } => {
            "من السنة المذكورة قبله"
        }
        Time::Day { .. }
        | Time::DayOrNth { .. }
        | Time::Month { .. }
        | Time::Season { .. }
        | Time::Feast { .. }
        | Time::Numeric { .. } => {
            return weighed(direction, &YEAR);
        }
        Time::Hijri { .. } => "تقويم أم القرى",
        Time::Part { of, .. }
        | Time::Fraction { of, .. }
        | Time::Nth { of, .. }
        | Time::WeekOf(of)
        | Time::Ends { of, .. }
        | Time::About(of) => {
            return reason(of, direction);
        }
        Time::Range(_, to) => return reason(to, direction),
        Time::DayOfMonth { .. }
        | Time::Unit { .. }
        | Time::Stretch { .. }
        | Time::Offset { .. } => "محسوب من يوم النشر",
    };
    words.to_owned()
}

/// What a direction comes to: back, the same day, ahead, and where no sign speaks.
struct Outcomes {
    past: &'static str,
    present: &'static str,
    future: &'static str,
    silent: &'static str,
}

const DAY: Outcomes = Outcomes {
    past: "آخر يوم بهذا الاسم قبل النشر",
    present: "يوم النشر نفسه",
    future: "أول يوم بهذا الاسم بعد النشر",
    silent: "أقرب يوم بهذا الاسم من النشر",
};

const YEAR: Outcomes = Outcomes {
    past: "بلا سنة: الأخير قبل النشر",
    present: "بلا سنة: الأول بعد النشر",
    future: "بلا سنة: الأول بعد النشر",
    silent: "بلا سنة: الأقرب من النشر",
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
        outcome.to_owned()
    } else {
        format!("{outcome} ({})", direction.reason)
    }
}

fn marked_day(shift: Shift) -> &'static str {
    match shift {
        Shift::Past => "آخر يوم بهذا الاسم قبل النشر",
        Shift::BeforeLast => "اليوم بهذا الاسم قبل الأخير قبل النشر",
        Shift::AfterNext => "ثاني يوم بهذا الاسم بعد النشر",
        Shift::Next | Shift::Following => "أول يوم بهذا الاسم بعد النشر",
        Shift::Current => "من أسبوع النشر",
    }
}

fn marked_month(shift: Shift) -> &'static str {
    match shift {
        Shift::Past => "الأخير قبل النشر",
        Shift::BeforeLast => "قبل الأخير قبل النشر",
        Shift::AfterNext => "الثاني بعد النشر",
        Shift::Next | Shift::Following => "الأول بعد النشر",
        Shift::Current => "من سنة النشر",
    }
}
