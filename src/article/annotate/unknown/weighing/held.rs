//! What holds of a name, whatever the weights say.

use super::super::reading::Readings;
use crate::arabic::lexicon::{NAMED_THING, is};

/// Whether a name that begins with the word at `first` is that of a thing: «العاصفة دانيال», «دوري روشن», «السفينة مادلين», «مقياس ريختر».
pub(super) fn is_of_thing(readings: &Readings<'_>, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|before| {
        is(&readings.words.at(before)[readings.skipped(before)..], NAMED_THING)
    })
}
