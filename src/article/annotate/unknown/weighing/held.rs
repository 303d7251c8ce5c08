//! What holds of a name, whatever the weights say.

use super::super::reading::Readings;
use crate::arabic::lexicon::{MADE_WORK, NAMED_THING, ORG_HEAD, PLACE_HEAD, RULER};

/// Whether a name that begins with the word at `first` is that of a thing: «العاصفة دانيال», «دوري روشن», «السفينة مادلين», «مقياس ريختر».
pub(super) fn is_of_thing(readings: &Readings<'_>, first: usize) -> bool {
    let is_thing = |before: usize| readings.bare_is(before, NAMED_THING);
    // «رواية "رادوبيس"», «فيلم «ريبيكا»»: in marks stands the title of the work, and without them who made it.
    let is_title = |mark: usize| {
        let work = readings.before(mark).filter(|_| readings.words.is_quotation_mark(mark));
        work.is_some_and(|work| readings.bare_is(work, MADE_WORK))
    };
    first.checked_sub(1).is_some_and(|before| is_thing(before) || is_title(before))
}

/// Whether a name that begins with the word at `first` belongs to what is called by a ruler's: «مستشفى الشيخ زايد», «شارع الملك فيصل».
pub(super) fn is_of_house(readings: &Readings<'_>, first: usize) -> bool {
    let Some(ruler) = first.checked_sub(1).filter(|&at| readings.bare_is(at, RULER)) else {
        return false;
    };
    let is_annexed = |at: usize| !readings.words.at(at).starts_with("ال");
    let head = readings.before(ruler).filter(|&head| is_annexed(head));
    head.is_some_and(|head| readings.is(head, PLACE_HEAD | ORG_HEAD))
}
