//! Articles put into the furniture of forty kinds of page, as a mix of whole pages; `tests/furniture/README.md` has the format.

use sijill::document::InputKind;

use super::articles::mixtures;
use super::clean::measure;

/// How many articles each page holds in turn.
const EACH: usize = 8;

#[test]
fn the_tuned_half_of_the_pages() {
    measure("furniture/tuned", mixtures("tuned", EACH).into_iter().map(|case| (case, InputKind::Text)), 0.97, 0.98);
}

#[test]
fn the_held_out_half_of_the_pages() {
    measure("furniture/held-out", mixtures("held-out", EACH).into_iter().map(|case| (case, InputKind::Text)), 0.95, 0.95);
}
