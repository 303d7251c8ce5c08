//! What the rules propose.

use super::named::Named;
use super::reading::Readings;
use super::{organization, person, place};

/// The names that the rules propose, in the order of the text, none inside another.
pub(super) fn proposals(readings: &Readings<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < readings.words.list.len() {
        // What the knowledge base has stays whole: «تنظيم داعش» is no new name.
        let free = |name: &Named| !(name.first..=name.last).any(|index| readings.taken(index));
        let name = if readings.may_open(at) {
            read(readings, at, found.last()).filter(free)
        } else {
            None
        };
        at = match name {
            Some(name) => {
                found.push(name);
                name.last + 1
            }
            None => at + 1,
        };
    }
    found
}

/// The name that begins at a word, if one does.
fn read(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    organization::read(readings, at)
        .or_else(|| place::known(readings, at))
        .or_else(|| person::listed(readings, at, before))
        .or_else(|| place::read(readings, at))
        .or_else(|| person::cued(readings, at, before))
}
