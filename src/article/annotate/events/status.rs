//! How far a sentence says that an event is settled.

use super::super::words::Words;
use crate::arabic::calendar::Edtf;
use crate::knowledge::{Event, Status};

/// Words that say so, folded, with and without «ال».
const POSTPONED: [&str; 9] = ["تاجيل", "تاجل", "تاجلت", "اجلت", "اجل", "ارجاء", "ارجءت", "ارجء", "موءجل"];
const CANCELLED: [&str; 5] = ["الغاء", "الغيت", "الغي", "الغت", "ملغاه"];
const PLANNED: [&str; 13] =
    ["المقرر", "المقرره", "المزمع", "المزمعه", "المرتقب", "المرتقبه", "المقبله", "القادمه", "المنتظر", "المتوقع", "يعتزم", "تعتزم", "سوف"];
const REPORTED: [&str; 4] = ["تقارير", "مصادر", "مصدر", "وكالات"];
const DENIED: [&str; 5] = ["نفي", "نفت", "ينفي", "تنفي", "انكر"];

/// How the sentence has the event; what lies in the past of the article has been held.
pub(super) fn status(words: &Words<'_>, (from, to): (usize, usize), event: &Event, published: Option<&Edtf>) -> Status {
    if !matches!(event.status, Status::Held | Status::Announced) {
        return event.status;
    }
    let past = match (event.date.days().1, published.and_then(Edtf::first_day)) {
        (Some(end), Some(published)) => end <= published,
        _ => false,
    };
    let says = |list: &[&str]| {
        (from..to).any(|index| {
            let word = words.at(index);
            let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
            list.iter().any(|cue| [word, bare].iter().any(|word| word == cue || word.strip_prefix("ال") == Some(*cue)))
        })
    };
    let future = || says(&PLANNED) || (from..to).any(|index| is_future(words.at(index)));
    match () {
        () if says(&DENIED) && !past => Status::Disputed,
        () if says(&POSTPONED) && !past => Status::Postponed,
        () if says(&CANCELLED) && !past => Status::Cancelled,
        () if !past && future() => Status::Announced,
        () if says(&REPORTED) && !past => Status::Reported,
        () => event.status,
    }
}

/// «ستنعقد», «وسيجري»: the sin of the future before an imperfect verb.
fn is_future(word: &str) -> bool {
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    word.strip_prefix('س').is_some_and(|verb| verb.starts_with(['ي', 'ت', 'ن']) && verb.chars().count() >= 4)
}
