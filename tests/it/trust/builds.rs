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

/// The files that are checked every day have more, since little is made of them.
const DAILY_FILE: usize = 100_000;

/// What a command printed, and how long it computed on all cores together: the shell tells of its children, whatever
/// else runs on the machine.
fn measure(command: &str, dossier: &Dossier) -> (Output, Duration) {
    drop(std::fs::remove_dir_all(dossier.root().join(".sijill")));
    let done = Command::new("sh")
        .args(["-c", "\"$0\" \"$1\" --root \"$2\" 2>&1; code=$?; times; exit $code"])
        .args([env!("CARGO_BIN_EXE_sijill"), command])
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

/// What texts without end took, and how many of them were refused.
#[derive(Default)]
struct Taken {
    times: Vec<(Duration, String)>,
    refused: usize,
}

impl Taken {
    /// Tries one: it is built, or refused with the name of its file.
    fn add(&mut self, command: &str, dossier: &Dossier, file: &str, name: String) {
        let (done, mut least) = measure(command, dossier);
        let told = printed(&done);
        let is_told = done.status.success() || done.status.code() == Some(1) && told.contains(file);
        assert!(is_told && !told.contains("internal"), "{name}: {:?} {told}", done.status);
        self.refused += usize::from(!done.status.success());
        for _ in 1..AGAIN {
            if least > LIMIT {
                least = least.min(measure(command, dossier).1);
            }
        }
        self.times.push((least, name));
    }

    /// None took too long.
    fn end(mut self, of: &str, bytes: usize) {
        self.times.sort();
        self.times.reverse();
        measured(&format!(
            "{of}: {} texts of {bytes} bytes, {} refused, 0 panics; the slowest: {:?}",
            self.times.len(),
            self.refused,
            &self.times[..10.min(self.times.len())]
        ));
        let slow: Vec<_> = self.times.iter().filter(|(taken, _)| *taken > LIMIT).collect();
        assert!(slow.is_empty(), "{} take longer than {LIMIT:?}: {slow:#?}", slow.len());
    }
}

#[test]
fn a_build_of_a_text_without_end_ends_soon() {
    let bytes = size(20_000, 1_000_000);
    // What differs each time is what lists and indexes are made of; the others are read in `faults.rs` every day.
    let counts = |endless: &Endless| is_full() || endless.differs_each_time();
    let table: Vec<Endless> = Endless::table().into_iter().filter(counts).collect();
    let kinds: &[&str] = if is_full() { &["txt", "html", "md"] } else { &["md"] };
    let mut taken = Taken::default();
    for endless in &table {
        for kind in kinds {
            let dossier = Dossier::of([("content/site.yaml", "title: ملف")]);
            dossier.write(&format!("content/articles/a.{kind}"), endless.text(bytes).as_bytes());
            let name = format!("{kind} of {}", endless.name);
            taken.add("build", &dossier, &format!("a.{kind}"), name);
        }
    }
    taken.end("builds", bytes);
}

/// Letters, pages saved as one file, exports, feeds, and what editors write beside their articles.
#[test]
fn a_file_without_end_is_read_soon() {
    let bytes = size(DAILY_FILE, 1_000_000);
    let command = if is_full() { "build" } else { "check" };
    let mut taken = Taken::default();
    for (path, endless) in Endless::files() {
        let dossier = Dossier::of([("content/site.yaml", "title: ملف")]);
        if !path.starts_with("content/articles") {
            dossier.write("content/articles/a.txt", super::ARTICLE.as_bytes());
        }
        dossier.write(path, endless.alone(bytes).as_bytes());
        taken.add(command, &dossier, path.rsplit('/').next().unwrap_or(path), endless.name);
    }
    taken.end("files", bytes);
}

/// Entries that are each a part of the next, or the same as it.
#[test]
fn a_chain_of_entries_without_end_is_walked_once() {
    let mut taken = Taken::default();
    let bytes = size(DAILY_FILE, 1_000_000);
    for (kind, name, key) in [("places", "مدينة", "part_of"), ("people", "محمد", "same_as")]
    {
        let mut text = format!("{kind}:\n");
        let entries = bytes / 60;
        for number in 0..entries {
            let next = number + 1;
            let next = if key == "same_as" { format!("[a{next}]") } else { format!("a{next}") };
            text += &format!("  - {{id: a{number}, name: {name} كذا{number}, {key}: {next}}}\n");
        }
        text += &format!("  - {{id: a{entries}, name: {name} كذا}}\n");
        let article = super::ARTICLE.replace("رئيسه", &format!("{name} كذا3"));
        let dossier = Dossier::of([
            ("content/site.yaml", "title: ملف"),
            ("content/articles/a.txt", &*article),
            ("content/knowledge/a.yaml", &*text),
        ]);
        taken.add("check", &dossier, "a.yaml", format!("a chain of {key}"));
    }
    assert_eq!(taken.refused, 0);
    taken.end("chains", bytes);
}
