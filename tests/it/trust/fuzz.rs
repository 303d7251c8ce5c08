//! The laws of `tests/fuzz/laws.rs`: on all that was found before, and on mutants of it.
//!
//! `tests/fuzz/run` fuzzes them guided by coverage; where no C++ compiler is there for that, the full size here does it
//! without: `SIJILL_TRUST=full`, so many seconds for each law as `SIJILL_FUZZ_SECONDS` says (95 where it says nothing).

use std::time::{Duration, Instant};

use rayon::prelude::*;
use sijill::diagnostics::guarded;

use super::mutations::{mutant, seeds};
use super::{is_full, measured};

#[path = "../../fuzz/laws.rs"]
mod laws;

/// Mutants of each law at the size for every day.
const DAILY: u64 = 150;

fn broken(name: &str, law: laws::Law, number: Option<u64>, text: &str) -> Option<String> {
    let of = number.map_or_else(
        || format!("seed {:?}…", text.chars().take(40).collect::<String>()),
        |number| format!("mutant {number}"),
    );
    guarded(|| law(text)).err().map(|found| format!("{name}, {of}: {}", found.message))
}

#[test]
fn every_law_holds_for_all_that_was_found() {
    let seeds = seeds();
    let broken: Vec<String> = seeds
        .par_iter()
        .flat_map_iter(|seed| {
            laws::LAWS
                .iter()
                .filter_map(|(name, law)| broken(name, *law, None, seed))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_law_holds_for_mutants() {
    let seeds = seeds();
    let seconds = std::env::var("SIJILL_FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(95);
    let of = |(name, law): &(&str, laws::Law)| -> Vec<String> {
        let (begun, mut number, mut found) = (Instant::now(), 0, Vec::new());
        let goes_on = |number| {
            if is_full() { begun.elapsed() < Duration::from_secs(seconds) } else { number < DAILY }
        };
        while goes_on(number) {
            // Numbers that `mutations.rs` does not come to.
            found.extend(broken(name, *law, Some(number), &mutant(&seeds, number | 1 << 40)));
            number += 1;
        }
        measured(&format!(
            "law {name}: {number} mutants in {:?}, {} broken",
            begun.elapsed(),
            found.len()
        ));
        found
    };
    let found: Vec<String> = if is_full() {
        laws::LAWS.iter().flat_map(of).collect()
    } else {
        laws::LAWS.par_iter().flat_map_iter(of).collect()
    };
    assert!(
        found.is_empty(),
        "{} broken:\n{}",
        found.len(),
        found[..found.len().min(20)].join("\n")
    );
}
