//! Why an expression has its value, in words for the reader.

use super::lexicon::Shift;
use super::tense::Tense;
use super::time::{Step, Time, Year};
use crate::arabic::calendar::Edtf;

/// The reason in a few words.
pub(super) fn reason(time: &Time, tense: Tense, value: &Edtf) -> String {
    let _ = value;
    let words = match time {
        Time::Fixed(_) | Time::Day { year: Year::Given(_), .. } | Time::Month { year: Year::Given(_), .. } => "مذكور بتمامه",
        Time::Numeric { .. } => "تاريخ بالأرقام",
        Time::Weekday { shift: Some(shift), .. } => marked_day(*shift),
        Time::Weekday { beside: Some(0), .. } => "يوم النشر",
        Time::Weekday { beside: Some(_), .. } | Time::RelativeDay(_) => "محسوب من يوم النشر",
        Time::Weekday { .. } => match tense {
            Tense::Past => "فعل ماضٍ: آخر يوم بهذا الاسم قبل النشر",
            Tense::Present | Tense::Future => "فعل مستقبل: أول يوم بهذا الاسم بعد النشر",
            Tense::Unknown => "بلا فعل: أقرب يوم بهذا الاسم من النشر",
        },
        Time::Day { year: Year::Shifted(shift), .. } | Time::Month { year: Year::Shifted(shift), .. } => marked_month(*shift),
        Time::Unit { step: Step::Told(_), .. } => "محسوب من آخر تاريخ ذُكر",
        Time::Day { .. } | Time::DayOrNth { .. } | Time::Month { .. } | Time::Season { .. } | Time::Feast { .. } => match tense {
            Tense::Past => "بلا سنة، والفعل ماضٍ: الأخير قبل النشر",
            Tense::Present | Tense::Future => "بلا سنة، والفعل مستقبل: الأول بعد النشر",
            Tense::Unknown => "بلا سنة: الأقرب من النشر",
        },
        Time::Hijri { .. } => "تقويم أم القرى",
        Time::Part { of, .. }
        | Time::Fraction { of, .. }
        | Time::Nth { of, .. }
        | Time::WeekOf(of)
        | Time::Ends { of, .. }
        | Time::About(of) => {
            return reason(of, tense, value);
        }
        Time::Range(_, to) => return reason(to, tense, value),
        Time::DayOfMonth { .. } | Time::Unit { .. } | Time::Stretch { .. } | Time::Offset { .. } => "محسوب من يوم النشر",
    };
    words.to_owned()
}

fn marked_day(shift: Shift) -> &'static str {
    match shift {
        Shift::Past => "آخر يوم بهذا الاسم قبل النشر",
        Shift::Next | Shift::Following => "أول يوم بهذا الاسم بعد النشر",
        Shift::Current => "من أسبوع النشر",
    }
}

fn marked_month(shift: Shift) -> &'static str {
    match shift {
        Shift::Past => "الأخير قبل النشر",
        Shift::Next | Shift::Following => "الأول بعد النشر",
        Shift::Current => "من سنة النشر",
    }
}
