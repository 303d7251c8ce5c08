//! Two bodies that «و» joins and that were read as one: «هيئة السوق المالية | والهيئة العامة للمنافسة».

use super::super::named::{Named, organization_named};
use super::super::reading::Readings;
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{AIMED_HEAD, BODY_ADJECTIVE, BODY_QUALITY, NATION, is};
use crate::knowledge::EntityKind;

/// Parts such bodies, and keeps the order of the text.
pub(super) fn mend(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let mut parts = Vec::new();
    for name in found.iter_mut().filter(|name| name.kind == EntityKind::Organization) {
        let second = (name.first + 2..=name.last).rev().find(|&at| opens(readings, at));
        if let Some(at) = second {
            let mut other = organization_named(readings, at, name.last, name.why);
            other.skipped = other.skipped.max('و'.len_utf8());
            parts.push(other);
            name.last = at - 1;
        }
    }
    if !parts.is_empty() {
        found.extend(parts);
        found.sort_by_key(|name| (name.first, name.last));
    }
}

/// «والهيئة العامة», «والمنظمة الدولية»: a head with «ال» behind «و», and an adjective of its own.
fn opens(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    let Some(head) = words.at(at).behind(AND).filter(|head| head.has_article()) else {
        return false;
    };
    let next = at + 1;
    let is_adjective = words.is(next, BODY_ADJECTIVE | BODY_QUALITY | NATION);
    let agrees = head.ends_with('ه') == words.at(next).ends_with('ه');
    is(head, AIMED_HEAD) && is_adjective && agrees && readings.goes_on(at, next)
}
