//! Tells the program its version, and a release the commit that it was made from.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    // A build for every day is not made anew because something was committed.
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = is_release.then(commit).flatten();
    let commit = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=SIJILL_VERSION={version}{commit}");
}

/// The commit of this checkout; nothing where it is none, as in a package.
fn commit() -> Option<String> {
    println!("cargo::rerun-if-changed=.git/HEAD");
    // A commit on the same branch leaves `HEAD` as it was, and is written down here.
    println!("cargo::rerun-if-changed=.git/logs/HEAD");
    let said = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(said.stdout).ok()?.trim().to_owned();
    (said.status.success() && !commit.is_empty()).then_some(commit)
}
