//! Articles put into the furniture of forty kinds of page, as a mix of whole pages; `tests/furniture/README.md` has the format.

use sijill::document::InputKind;

use super::articles::mixtures;
use super::clean::{Least, measure};
use super::scores::Score;

/// How many articles each page holds in turn.
const EACH: usize = 8;

pub(crate) fn scores() -> Vec<Score> {
    let half = |set: &str, half: &str, least: &Least| {
        measure(set, mixtures(half, EACH).into_iter().map(|case| (case, InputKind::Text)), least)
    };
    vec![
        half("pages, tuned", "tuned", &Least { f1: 0.97, recall: 0.98, headlines: 0.95 }),
        half("pages, held out", "held-out", &Least { f1: 0.95, recall: 0.95, headlines: 0.95 }),
    ]
}
