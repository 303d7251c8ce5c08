//! A name that stood in full lets its family name stand alone in the same article.

use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{COMMON, COUNTRY, NATION, ORG, PLACE, TITLE};
use crate::arabic::quick_hash::WordMap;
use crate::knowledge::EntityKind;

/// Adds the places where the last word of a found name comes again.
pub(super) fn add(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let mut family: WordMap<&str, ()> = WordMap::default();
    for name in found.iter() {
        let word = readings.bare(name.last);
        let plain = !readings.kinds(name.last).any(COMMON | COUNTRY | PLACE | NATION | TITLE | ORG);
        if word.chars().count() > 3 && plain && name.kind == EntityKind::Person {
            family.insert(word, ());
        }
    }
    if family.is_empty() {
        return;
    }
    let mut again = Vec::new();
    let mut next = 0;
    for at in 0..readings.words.list.len() {
        while found.get(next).is_some_and(|name| name.last < at) {
            next += 1;
        }
        if found.get(next).is_some_and(|name| name.first <= at) || readings.taken(at) {
            continue;
        }
        let word = readings.words.at(at);
        let skipped = [0, "و".len()].into_iter().find(|&skipped| {
            word.get(..skipped).is_some_and(|lead| matches!(lead, "" | "و" | "ل" | "ب" | "ف"))
                && word.get(skipped..).is_some_and(|rest| family.contains_key(rest))
        });
        if let Some(skipped) = skipped {
            again.push(Named {
                kind: EntityKind::Person,
                first: at,
                skipped,
                last: at,
                why: Why::Again,
            });
        }
    }
    found.extend(again);
    found.sort_by_key(|name| (name.first, name.last));
}
