//! Names in quotation marks that stand in a row are of one kind: «هانيويل» و«ستيلر إنرجي» و«شيفرون».

use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::knowledge::EntityKind;

/// How many words lie between two names in marks that «و» joins: a mark, «و», a mark.
const BETWEEN: usize = 3;

/// Makes the people of a row of names in marks bodies where more of them are bodies.
pub(super) fn one_kind(readings: &Readings<'_>, found: &mut [Named]) {
    let mut from = 0;
    while from < found.len() {
        let row = from + row(readings, &found[from..]);
        let names = &mut found[from..row];
        let count = |kind| names.iter().filter(|name| name.kind == kind).count();
        let (bodies, people) = (count(EntityKind::Organization), count(EntityKind::Person));
        if bodies > people {
            let guessed =
                |name: &&mut Named| name.kind == EntityKind::Person && name.why == Why::Weighed;
            names.iter_mut().filter(guessed).for_each(|name| name.kind = EntityKind::Organization);
        }
        from = row;
    }
}

/// How many names from the first on stand in one row, each in marks.
fn row(readings: &Readings<'_>, names: &[Named]) -> usize {
    let joined = names.windows(2).take_while(|pair| {
        let (behind, next) = (pair[0].last + 1, pair[1].first);
        next == behind + BETWEEN
            && readings.words.is_quotation_mark(behind)
            && readings.words.at(behind + 1) == "و"
            && readings.words.is_quotation_mark(behind + 2)
    });
    joined.count() + 1
}
