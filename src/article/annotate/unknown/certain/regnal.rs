//! Kings and popes, who are told apart by their number: «البابا غريغوريوس الثامن», «لويس الرابع عشر».

use super::super::reading::Readings;
use super::part::is_given;
use super::span::NAMES;
use crate::arabic::lexicon::{CROWNED, FOREIGN, REGNAL, Sound};

/// The last word of the name that begins at a word, if its bearer is numbered.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let number = at + 1;
    if !words.is(number, REGNAL) || !readings.goes_on(at, number) || !is_name(readings, at) {
        return None;
    }
    let ten = number + 1;
    if words.at(ten) == "عشر" && readings.goes_on(at, ten) {
        return Some(ten);
    }
    // «زيارة البابا فرنسيس الأولى»: what is numbered there is the visit.
    let title = readings.before(at).filter(|&title| readings.bare_is(title, CROWNED))?;
    let number_of = |index: usize| words.at(index).ends_with(['ه', 'ى']);
    let is_first = words.written(number) == "الأولى";
    let agrees = readings.is_written_with(title, 'ة') == (number_of(number) | is_first);
    agrees.then_some(number)
}

/// Whether a word is listed as a name, or sounds like one.
fn is_name(readings: &Readings<'_>, at: usize) -> bool {
    if readings.skipped(at) > 0 || readings.has_article(at) {
        return false;
    }
    let is_unlisted = readings.kinds(at).without(FOREIGN).is_empty();
    let sounds = readings.sound(at) >= Sound::FOREIGN && is_unlisted;
    sounds || is_given(readings, at) || readings.is(at, NAMES | FOREIGN)
}
