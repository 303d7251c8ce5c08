//! Nothing lost, nothing leaked, nothing that falls over: what an attack on each version found must not come back.
//!
//! Each test runs at a size for every day. `SIJILL_TRUST=full cargo test --release --test it trust::` runs them at the
//! sizes of the scoreboard in SECURITY.md.

mod browser;
mod builds;
mod cached;
mod data_files;
mod endless;
#[cfg(feature = "serve")]
mod endurance;
mod environments;
mod faults;
mod fields;
mod files;
mod fuzz;
mod kills;
mod mutations;
mod output;
mod parts;
mod payloads;
#[cfg(feature = "serve")]
mod preview;
mod proof;
mod scale;
mod strangers;
mod write_errors;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The count for every day, or the full one.
fn size(daily: usize, full: usize) -> usize {
    if is_full() { full } else { daily }
}

/// Whether the full sizes are run.
fn is_full() -> bool {
    std::env::var_os("SIJILL_TRUST").is_some_and(|size| size == "full")
}

/// Says something to whoever reads the output of the tests.
pub(crate) fn say(words: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr(), "{words}"));
}

/// Says what the full sizes measured.
fn measured(words: &str) {
    if is_full() {
        say(words);
    }
}

/// The program, to be run as a process of its own.
fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sijill"))
}

/// The program, run as somebody who owns nothing; nothing where one cannot become somebody else.
#[cfg(target_os = "linux")]
fn as_nobody(words: &[&std::ffi::OsStr]) -> Option<Output> {
    let nobody = |words: &[&std::ffi::OsStr]| {
        Command::new("setpriv")
            .args(["--reuid", "65534", "--clear-groups"])
            .arg(env!("CARGO_BIN_EXE_sijill"))
            .args(words)
            .output()
    };
    let can = nobody(&["--version".as_ref()]).is_ok_and(|done| done.status.success());
    can.then(|| nobody(words).unwrap())
}

/// What a run of the program printed, on both streams.
fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Runs a command in a dossier, in this process; its exit code and what it printed.
fn run(root: &Path, words: &[&str]) -> (u8, String) {
    let words = ["sijill"]
        .iter()
        .chain(words)
        .map(std::ffi::OsString::from)
        .chain(["--root".into(), root.into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = sijill::cli::run(words, &mut out, &mut err);
    (code, String::from_utf8_lossy(&out).into_owned() + &String::from_utf8_lossy(&err))
}

/// A dossier of these files, each with its path from the root.
struct Dossier {
    room: tempfile::TempDir,
}

impl Dossier {
    fn of<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let made = Self { room: tempfile::tempdir().unwrap() };
        fs::create_dir_all(made.root().join("content/articles")).unwrap();
        for (path, text) in files {
            made.write(path, text.as_bytes());
        }
        made
    }

    /// One article, and nothing else.
    fn small() -> Self {
        Self::of([("content/articles/jalsa.txt", ARTICLE)])
    }

    fn root(&self) -> PathBuf {
        self.room.path().join("root")
    }

    /// A path beside the root.
    fn beside(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

const ARTICLE: &str = "جلسة جديدة لمجلس البلدية\n\nعقد مجلس البلدية جلسة جديدة في بغداد، وقال رئيسه إن العمل في الجسر يبدأ في الشهر المقبل.\n\nوأضاف أن السكان ينتظرون الجسر منذ سنوات.\n";

/// Every file below a folder, with its bytes.
fn snapshot(dir: &Path) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(dir)
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| !entry.file_type().is_dir());
    entries
        .map(|entry| {
            (
                entry.path().strip_prefix(dir).unwrap().to_owned(),
                fs::read(entry.path()).unwrap_or_default(),
            )
        })
        .collect()
}

/// The names in a folder.
fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
