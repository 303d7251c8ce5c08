//! A build that is killed, or whose disk is full, leaves the site that was there, or the new one, whole.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::{Dossier, measured, names, printed, program, run, size, snapshot};

fn articles(words: &str, count: usize) -> Vec<(String, String)> {
    let text = |n: usize| {
        format!(
            "{words} رقم {n} في المدينة\n\nقال رئيس المجلس إن {words} رقم {n} يبدأ في الشهر المقبل، وإن السكان ينتظرونه منذ سنوات.\n"
        )
    };
    (0..count).map(|n| (format!("content/articles/a{n}.txt"), text(n))).collect()
}

fn dossier(words: &str, count: usize) -> Dossier {
    let articles = articles(words, count);
    Dossier::of(articles.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn build(dossier: &Dossier, out: &Path) -> std::process::Command {
    let mut command = program();
    command
        .args(["build", "--root"])
        .arg(dossier.root())
        .arg("--out")
        .arg(out)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// The files of a site, without the digest of its build.
fn whole(dossier: &Dossier, room: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = room.join("measure");
    assert!(build(dossier, &out).status().unwrap().success());
    let files = snapshot(&out);
    fs::remove_dir_all(out).unwrap();
    files
}

#[test]
fn a_kill_at_any_moment_leaves_one_whole_site() {
    let (one, other) = (dossier("الجسر", 6), dossier("السد", 6));
    let room = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    let sites = [whole(&one, room.path()), whole(&other, room.path())];
    let mut length = begun.elapsed() / 2;
    let out = room.path().join("public");
    assert!(build(&one, &out).status().unwrap().success());
    let rounds = size(16, 500);
    let mut killed = 0;
    for round in 0..rounds {
        let dossier = [&other, &one][round % 2];
        // What is kept of the last build must not make this one end before it begins.
        drop(fs::remove_dir_all(dossier.root().join(".sijill")));
        let mut child = build(dossier, &out).spawn().unwrap();
        // The end, where folders are exchanged and removed, is hit more often than the reading.
        let share = 0.3 + 0.75 * (round as f64 + 0.5) / rounds as f64;
        std::thread::sleep(Duration::from_secs_f64(length.as_secs_f64() * share));
        let is_at_work = child.try_wait().unwrap().is_none();
        killed += usize::from(is_at_work);
        // What was measured while the machine had other work is too long.
        if !is_at_work && share < 0.9 {
            length = length.mul_f64(0.85);
        }
        drop(child.kill());
        child.wait().unwrap();
        let there = snapshot(&out);
        assert!(
            sites.contains(&there),
            "round {round}: the site is neither the old one nor the new one"
        );
    }
    assert!(killed > rounds / 4, "only {killed} of {rounds} builds were still at work");
    let end = build(&other, &out).output().unwrap();
    assert!(end.status.success(), "{}", printed(&end));
    assert_eq!(names(room.path()), ["public"], "the next build clears what killed ones left");
    assert_eq!(snapshot(&out), sites[1]);
    measured(&format!(
        "kills: {killed} of {rounds} builds killed at work; 0 sites torn, 0 folders left"
    ));
}

/// A build of another dossier was killed before it had published: the site is as the first one left it.
#[test]
fn a_build_with_nothing_to_do_clears_too() {
    let dossier = dossier("الجسر", 2);
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("public");
    assert!(build(&dossier, &out).status().unwrap().success());
    let left = room.path().join(".sijill-public.4711-abcdef");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("index.html"), "نصف").unwrap();
    fs::write(room.path().join(".sijill-public.lock"), "process 4711").unwrap();
    let end = build(&dossier, &out).stdout(Stdio::piped()).output().unwrap();
    assert!(printed(&end).contains("0 changed"), "{}", printed(&end));
    assert_eq!(names(room.path()), ["public"]);
}

#[test]
fn a_kill_while_an_article_is_written_leaves_it_whole() {
    let text = format!(
        "قال الوزير إن العمل يبدأ.\n\n{}",
        "وأضاف أن السكان ينتظرون الجسر.\n\n".repeat(200)
    );
    let files: Vec<(String, String)> =
        (0..30).map(|n| (format!("content/articles/a{n}.md"), format!("{text}{n}\n"))).collect();
    let dossier = Dossier::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let articles = dossier.root().join("content/articles");
    let rounds = size(6, 100);
    for round in 0..rounds {
        let mut child = program()
            .args(["annotate", "--write"])
            .arg(&articles)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(20 + 25 * (round as u64 % 20)));
        drop(child.kill());
        child.wait().unwrap();
        for (n, (path, _)) in files.iter().enumerate() {
            let there = fs::read_to_string(dossier.root().join(path)).unwrap();
            assert!(
                there.contains("قال الوزير إن العمل يبدأ.")
                    && there.trim_end().ends_with(&n.to_string()),
                "{path} in round {round}"
            );
        }
    }
    let (code, printed) =
        run(&dossier.root(), &["annotate", "--write", articles.to_str().unwrap()]);
    assert_eq!(code, 0, "{printed}");
    assert!(names(&articles).iter().all(|name| name.ends_with(".md")), "{:?}", names(&articles));
    measured(&format!("kills: {rounds} of `annotate --write`; 0 articles torn, 0 files left"));
}
