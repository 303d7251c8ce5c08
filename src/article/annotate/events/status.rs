//! How far a sentence says that an event is settled.

use super::super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::knowledge::{Event, Status};

/// What a word says of an event, as a set.
type Says = u8;

const POSTPONED: Says = 1;
const CANCELLED: Says = 1 << 1;
const PLANNED: Says = 1 << 2;
const REPORTED: Says = 1 << 3;
const DENIED: Says = 1 << 4;

/// Words that say so, folded, without «ال».
fn listed(word: &str) -> Says {
    match word {
        "تاجيل" | "تاجل" | "تاجلت" | "اجلت" | "اجل" | "ارجاء" | "ارجءت" | "ارجء" | "موءجل" => {
            POSTPONED
        }
        "الغاء" | "الغيت" | "الغي" | "الغت" | "ملغاه" => CANCELLED,
        "المقرر" | "المقرره" | "المزمع" | "المزمعه" | "المرتقب" | "المرتقبه" | "المقبله" | "القادمه" | "المنتظر" | "المتوقع" => {
            PLANNED
        }
        "يعتزم" | "تعتزم" | "سوف" => PLANNED,
        "تقارير" | "مصادر" | "مصدر" | "وكالات" => REPORTED,
        "نفي" | "نفت" | "ينفي" | "تنفي" | "انكر" => DENIED,
        _ => 0,
    }
}

/// What a folded word says, with or without a clitic.
fn says(word: &str) -> Says {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
    let planned = if is_future(word) { PLANNED } else { 0 };
    [word, bare].into_iter().fold(planned, |said, word| said | listed(word) | word.strip_prefix("ال").map_or(0, listed))
}

/// How the sentence has the event; what lies in the past of the article has been held.
pub(super) fn status(words: &Words<'_>, (from, to): (usize, usize), event: &Event, published: Option<&Edtf>) -> Status {
    if !matches!(event.status, Status::Held | Status::Announced) {
        return event.status;
    }
    let past = match (event.date.days().1, published.and_then(Edtf::first_day)) {
        (Some(end), Some(published)) => end <= published,
        _ => false,
    };
    let said = if past { 0 } else { (from..to).fold(0, |said, index| said | says(words.at(index))) };
    match () {
        () if said & DENIED != 0 => Status::Disputed,
        () if said & POSTPONED != 0 => Status::Postponed,
        () if said & CANCELLED != 0 => Status::Cancelled,
        () if said & PLANNED != 0 => Status::Announced,
        () if said & REPORTED != 0 => Status::Reported,
        () => event.status,
    }
}

/// «ستنعقد», «وسيجري»: the sin of the future before an imperfect verb.
fn is_future(word: &str) -> bool {
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    word.strip_prefix('س').is_some_and(|verb| verb.starts_with(['ي', 'ت', 'ن']) && verb.chars().count() >= 4)
}
