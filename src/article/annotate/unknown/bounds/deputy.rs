//! «وكيل وزارة الخارجية | الأقدم», «وكيلة وزارة الثقافة | لشؤون المتاحف»: what a deputy is, and for what, is no part of his
//! ministry's name.

use super::super::named::Named;
use super::super::reading::Readings;
use crate::arabic::lexicon::{DEPUTY, OF_DEPUTY};
use crate::knowledge::EntityKind;

/// Ends the names of ministries where what is the deputy's begins.
pub(super) fn mend(readings: &Readings<'_>, found: &mut [Named]) {
    for name in found.iter_mut().filter(|name| name.kind == EntityKind::Organization) {
        let title = name.first.checked_sub(1).filter(|&title| is_deputy(readings, title));
        let beyond = (name.first + 2..=name.last).find(|&at| is_of_deputy(readings, at));
        if let (Some(_), Some(at)) = (title, beyond) {
            name.last = at - 1;
        }
    }
}

fn is_deputy(readings: &Readings<'_>, title: usize) -> bool {
    readings.bare_is(title, DEPUTY) && readings.words.same_paragraph(title, title + 1)
}

/// «الأقدم», «للشؤون»
fn is_of_deputy(readings: &Readings<'_>, at: usize) -> bool {
    readings.words.is(at, OF_DEPUTY) || readings.words.at(at).ends_with("لشءون")
}
