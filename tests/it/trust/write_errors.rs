//! Writes that fail, wherever in a build and for whatever reason: the old site stays byte for byte, nothing stays beside
//! it, and the message is one.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{Dossier, measured, names, printed, say, size, snapshot};

/// A small disk, as long as this is kept; nothing where none can be mounted.
struct Disk(PathBuf);

const DISK_BYTES: usize = 16 << 20;

impl Disk {
    fn at(dir: &Path) -> Option<Self> {
        fs::create_dir(dir).unwrap();
        let size = format!("size={DISK_BYTES}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(dir)
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(dir.to_owned()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(&self.0).status());
    }
}

/// Runs a build under a limit of the shell's; a file that would grow too long fails instead of ending the process.
fn build(dossier: &Dossier, out: &Path, limit: &str) -> Output {
    // What is kept of the last build must not make this one end before it begins.
    drop(fs::remove_dir_all(dossier.root().join(".sijill")));
    let words = format!("trap '' XFSZ; {limit}; exec \"$0\" build --root \"$1\" --out \"$2\"");
    Command::new("sh")
        .args(["-c", &words, env!("CARGO_BIN_EXE_sijill")])
        .arg(dossier.root())
        .arg(out)
        .output()
        .unwrap()
}

fn dossier(words: &str) -> Dossier {
    let text = |n: usize| super::ARTICLE.replace("الجسر", &format!("{words} رقم {n}"));
    let files: Vec<(String, String)> =
        (0..6).map(|n| (format!("content/articles/a{n}.txt"), text(n))).collect();
    Dossier::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The bytes that a disk needs for them, which counts in pages of 4 KB.
fn on_disk(files: &[&Vec<u8>]) -> usize {
    files.iter().map(|bytes| bytes.len().next_multiple_of(4096)).sum()
}

#[test]
fn a_write_that_fails_leaves_the_old_site_whole() {
    let (one, other) = (dossier("الجسر"), dossier("السد"));
    let room = tempfile::tempdir().unwrap();
    let disk = Disk::at(&room.path().join("disk"));
    if disk.is_none() {
        say("skipped: no small disk could be mounted");
    }
    let plain = room.path().join("plain");
    fs::create_dir(&plain).unwrap();
    let site = |dossier: &Dossier| {
        let done = build(dossier, &plain.join("public"), "true");
        assert!(done.status.success(), "{}", printed(&done));
        snapshot(&plain.join("public"))
    };
    let (new, old) = (site(&other), site(&one));
    // Pages that have not changed are linked and not written.
    let written: Vec<&Vec<u8>> = new
        .iter()
        .filter(|(path, bytes)| old.get(*path) != Some(*bytes))
        .map(|(_, bytes)| bytes)
        .collect();
    let longest = written.iter().map(|bytes| bytes.len()).max().unwrap();
    let rounds = size(6, 120);
    let mut failures = BTreeMap::new();
    for round in 0..rounds {
        // The kinds of failure in turn, each from its first possible moment to its last.
        let share = |most: usize| most * (round / 3) / (rounds / 3).max(1);
        let (kind, folder, limit) = match (round % 3, &disk) {
            (0, Some(disk)) => ("full disk", disk.0.clone(), "true".to_owned()),
            (1, _) => ("descriptors", plain.clone(), format!("ulimit -n {}", 4 + share(2))),
            // The shell counts in blocks of 512 bytes.
            _ => ("file too long", plain.clone(), format!("ulimit -f {}", share(longest / 512))),
        };
        let out = folder.join("public");
        if kind == "full disk" {
            drop(fs::remove_file(folder.join("filler")));
            assert!(build(&one, &out, "true").status.success());
            let filler =
                DISK_BYTES - on_disk(&old.values().collect::<Vec<_>>()) - share(on_disk(&written));
            // The last pages of it may not be there: that is as full as a disk can be.
            drop(fs::write(folder.join("filler"), vec![0; filler]));
        }
        let done = build(&other, &out, &limit);
        drop(fs::remove_file(folder.join("filler")));
        let is_whole = snapshot(&out) == if done.status.success() { &new } else { &old }.clone();
        assert!(is_whole, "round {round}, {kind}, {limit}: {:?} {}", done.status, printed(&done));
        // A folder is removed through descriptors of it; where there are none, the next build removes it.
        if kind == "descriptors" {
            assert!(build(&one, &out, "true").status.success());
        }
        assert_eq!(
            names(&folder),
            ["public"],
            "round {round}, {kind}, {limit}: {}",
            printed(&done)
        );
        if !done.status.success() {
            assert_eq!(
                done.status.code(),
                Some(1),
                "round {round}, {kind}, {limit}: {}",
                printed(&done)
            );
            assert!(
                printed(&done).contains("error["),
                "round {round}, {kind}, {limit}: {}",
                printed(&done)
            );
            *failures.entry(kind).or_insert(0) += 1;
        } else if kind == "file too long" {
            assert!(build(&one, &out, "true").status.success());
        }
    }
    measured(&format!(
        "write errors: {failures:?} of {rounds} builds; 0 sites torn, 0 folders left"
    ));
    let failed: usize = failures.values().sum();
    assert!(failed * 6 >= rounds * 5, "only {failures:?} of {rounds} builds failed");
}
