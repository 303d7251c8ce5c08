//! Texts without end through the whole of `build`: pages, lists, search and files for machines are made of them, or the
//! article is refused with its name, and neither takes long.

#![cfg(unix)]

use std::process::{Command, Output};
use std::time::Duration;

use super::endless::Endless;
use super::{Dossier, is_full, measured, printed, size};

/// What a build may compute for a megabyte; without any optimization thrice that for 20 KB, which is enough to tell
/// what grows by the square.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 3000 } else { 1000 });

/// How often a build that seems to take too long is tried again; the least time counts.
const AGAIN: usize = 3;

/// What a build printed, and how long it computed on all cores together: the shell tells of its children, whatever
/// else runs on the machine.
fn build(dossier: &Dossier) -> (Output, Duration) {
    drop(std::fs::remove_dir_all(dossier.root().join(".sijill")));
    let done = Command::new("sh")
        .args(["-c", "\"$0\" build --root \"$1\" 2>&1; code=$?; times; exit $code"])
        .arg(env!("CARGO_BIN_EXE_sijill"))
        .arg(dossier.root())
        .output()
        .unwrap();
    let told = printed(&done);
    let last = told.lines().last().unwrap_or_default();
    let taken = last.split_whitespace().map(minutes_and_seconds).sum();
    (done, taken)
}

/// «0m0.120s».
fn minutes_and_seconds(text: &str) -> Duration {
    let (minutes, seconds) = text
        .strip_suffix('s')
        .and_then(|text| text.split_once('m'))
        .unwrap_or_else(|| panic!("{text}"));
    let minutes: f64 = minutes.parse().unwrap();
    Duration::from_secs_f64(minutes * 60.0 + seconds.parse::<f64>().unwrap())
}

#[test]
fn a_build_of_a_text_without_end_ends_soon() {
    let bytes = size(20_000, 1_000_000);
    // What differs each time is what lists and indexes are made of; the others are read in `faults.rs` every day.
    let counts = |endless: &Endless| is_full() || endless.differs_each_time();
    let table: Vec<Endless> = Endless::table().into_iter().filter(counts).collect();
    let kinds: &[&str] = if is_full() { &["txt", "html", "md"] } else { &["md"] };
    let (mut taken, mut refused) = (Vec::new(), 0);
    for endless in &table {
        for kind in kinds {
            let dossier = Dossier::of([("content/site.yaml", "title: ملف")]);
            dossier.write(&format!("content/articles/a.{kind}"), endless.text(bytes).as_bytes());
            let (done, mut least) = build(&dossier);
            let told = printed(&done);
            let name = format!("{kind} of {}", endless.name);
            let is_told = done.status.success()
                || done.status.code() == Some(1) && told.contains(&format!("a.{kind}"));
            assert!(is_told && !told.contains("internal"), "{name}: {:?} {told}", done.status);
            refused += usize::from(!done.status.success());
            for _ in 1..AGAIN {
                if least > LIMIT {
                    least = least.min(build(&dossier).1);
                }
            }
            taken.push((least, name));
        }
    }
    taken.sort();
    taken.reverse();
    measured(&format!(
        "builds: {} texts of {bytes} bytes, {refused} refused, 0 panics; the slowest: {:?}",
        taken.len(),
        &taken[..10.min(taken.len())]
    ));
    let slow: Vec<_> = taken.iter().filter(|(taken, _)| *taken > LIMIT).collect();
    assert!(slow.is_empty(), "{} take longer than {LIMIT:?}: {slow:#?}", slow.len());
}
