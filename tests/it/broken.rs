//! Sites that must fail: the whole message is compared, and the site that was there must stay as it was.
//!
//! `SIJILL_ACCEPT=1 cargo test broken` writes the messages anew, to be read in the diff.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else if entry.file_name() != "message.txt" {
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Runs the program; gives back its exit code and what it printed, with the case's folder named ROOT.
fn run(root: &Path, words: &[&str]) -> (u8, String) {
    let words = ["sijill"]
        .iter()
        .chain(words)
        .map(OsString::from)
        .chain([OsString::from("--root"), root.into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = sijill::cli::run(words, &mut out, &mut err);
    let printed = String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap();
    (code, printed.replace(&*root.to_string_lossy(), "ROOT"))
}

#[test]
fn every_broken_site_fails_with_its_message_and_leaves_the_old_one() {
    let accept = std::env::var_os("SIJILL_ACCEPT").is_some();
    let mut wrong = Vec::new();
    let mut count = 0;
    let mut dirs: Vec<PathBuf> = fs::read_dir(cases())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    dirs.sort();
    for case in dirs {
        count += 1;
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let root = tempfile::tempdir().unwrap();
        copy(&case, root.path());
        let public = root.path().join("public");
        if !public.exists() {
            fs::create_dir(&public).unwrap();
            fs::write(public.join(".sijill"), "made by a build").unwrap();
            fs::write(public.join("index.html"), "the old site").unwrap();
        }
        let before = snapshot(root.path());
        let (code, printed) = run(root.path(), &["build"]);
        let file = case.join("message.txt");
        if accept {
            fs::write(&file, &printed).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if code != 1 {
            wrong.push(format!("{name}: exit code {code}, not 1"));
        }
        if printed != expected {
            wrong.push(format!("{name}: printed\n{printed}\ninstead of\n{expected}"));
        }
        if snapshot(root.path()) != before {
            wrong.push(format!("{name}: the folder has changed"));
        }
    }
    assert!(count >= 10, "only {count} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Every file below a folder with its bytes.
fn snapshot(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn a_root_that_is_not_there_is_named() {
    let root = tempfile::tempdir().unwrap();
    let (code, printed) = run(&root.path().join("nowhere"), &["build"]);
    assert_eq!(code, 1);
    assert!(printed.starts_with("ROOT: error[missing-folder]"), "{printed}");
}
