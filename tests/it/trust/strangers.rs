//! A dossier of a stranger's: whatever lies in it, the program writes nowhere else, waits for nothing without end, and
//! takes no orders from it.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{ARTICLE, Dossier, program, run, snapshot};

/// Where the program keeps something of its own, below the root.
const OWN_PLACES: [&str; 10] = [
    ".sijill",
    ".sijill/.gitignore",
    ".sijill/last-build.json",
    ".sijill/renaming.json",
    ".sijill/pages",
    ".sijill/site-before",
    ".sijill/articles",
    ".sijill/articles/.gitignore",
    ".sijill-public.lock",
    ".sijill-public.4711-abcdef",
];

/// Makes something at a path below the root.
fn lay(dossier: &Dossier, place: &str, make: impl FnOnce(&Path)) {
    let path = dossier.root().join(place);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    make(&path);
}

/// A folder of somebody's beside the dossier, with a file and another site in it.
fn of_somebody(dossier: &Dossier) -> std::path::PathBuf {
    let theirs = dossier.beside("theirs");
    fs::create_dir_all(theirs.join("site")).unwrap();
    fs::write(theirs.join("notes"), "ملاحظات").unwrap();
    for name in [".sijill", ".gitignore", "index.html", "pages"] {
        fs::write(theirs.join("site").join(name), name).unwrap();
    }
    theirs
}

/// Links of a stranger's lead from where the program keeps its own to files that are none of the dossier's.
#[test]
fn nothing_is_written_through_a_link_in_a_place_of_the_programs_own() {
    for place in OWN_PLACES {
        for to in ["notes", "none", "site"] {
            let dossier = Dossier::small();
            let theirs = of_somebody(&dossier);
            let before = snapshot(&theirs);
            lay(&dossier, place, |path| symlink(theirs.join(to), path).unwrap());
            for command in
                [&["build"][..], &["build"], &["rename", "jalsa", "jisr", "--write"], &["build"]]
            {
                let (code, printed) = run(&dossier.root(), command);
                assert!(code < 2 && !printed.contains("internal"), "{place} → {to}: {printed}");
            }
            assert_eq!(snapshot(&theirs), before, "{place} → {to}");
        }
    }
}

/// The same of pipes, which are never read: a build would wait for ever.
#[test]
fn nothing_waits_for_a_pipe() {
    let settings = [
        &["add", "-"][..],
        &["search", "بغداد"],
        &["annotate", "content/articles"],
        &["annotate", "--jsonl"],
        &["new", "khabar"],
    ];
    let settings = settings.map(|command| ("content/site.yaml", command));
    let own = OWN_PLACES.map(|place| (place, &["build"][..]));
    for (place, command) in own.into_iter().chain(settings) {
        let dossier = Dossier::small();
        lay(&dossier, place, |path| {
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        });
        let mut child = program()
            .args(command)
            .current_dir(dossier.root())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let code = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status.code();
            }
            if begun.elapsed() > Duration::from_secs(60) {
                child.kill().unwrap();
                panic!("{command:?} waits for {place}");
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        assert!(matches!(code, Some(0 | 1)), "{command:?} with {place}: {code:?}");
    }
}

/// A renaming that was begun is finished by the next call: one that a stranger wrote down must not be.
#[test]
fn a_renaming_of_a_strangers_leads_nowhere() {
    for (from, to) in
        [("content/articles/jalsa.txt", "THEIRS/new"), ("THEIRS/notes", "content/articles/a.txt")]
    {
        let dossier = Dossier::small();
        let theirs = of_somebody(&dossier);
        let before = snapshot(&theirs);
        let place = |path: &str| path.replace("THEIRS", theirs.to_str().unwrap());
        let journal = serde_json::json!({"call": ["rename", "jalsa", "jisr"], "moves": [[place(from), place(to)]], "writes": []});
        dossier.write(".sijill/renaming.json", journal.to_string().as_bytes());
        let (code, printed) = run(&dossier.root(), &["rename", "jalsa", "jisr", "--write"]);
        assert!(code == 1 && printed.contains("renaming.json"), "{printed}");
        assert_eq!(snapshot(&theirs), before);
        assert!(dossier.root().join("content/articles/jalsa.txt").is_file());
    }
}

/// What is added to a dossier is added to this one.
#[test]
fn what_is_added_goes_into_the_dossier_alone() {
    let dossier = Dossier::of([]);
    let theirs = of_somebody(&dossier);
    let before = snapshot(&theirs);
    let text = dossier.beside("a.txt");
    fs::write(&text, ARTICLE).unwrap();
    let articles = dossier.root().join("content/articles");
    fs::remove_dir(&articles).unwrap();
    symlink(theirs.join("site"), &articles).unwrap();
    for command in [&["add", text.to_str().unwrap()][..], &["new", "khabar"]] {
        let (code, printed) = run(&dossier.root(), command);
        assert!(code == 1 && printed.contains("error[link-outside]"), "{command:?}: {printed}");
    }
    assert_eq!(snapshot(&theirs), before);
}

/// A link that nobody names is no place for a site, even where another site stands behind it.
#[test]
fn a_link_out_of_the_dossier_is_built_into_only_where_it_is_named() {
    let dossier = Dossier::small();
    let theirs = of_somebody(&dossier);
    let before = snapshot(&theirs);
    let link = dossier.root().join("public");
    symlink(theirs.join("site"), &link).unwrap();
    for command in ["build", "verify"] {
        let (code, printed) = run(&dossier.root(), &[command]);
        let is_told = printed.contains("public: error[link-outside]");
        assert!(code == 1 && is_told, "{command}: {printed}");
    }
    assert_eq!(snapshot(&theirs), before);
    let (code, printed) = run(&dossier.root(), &["build", "--out", link.to_str().unwrap()]);
    assert_eq!(code, 0, "{printed}");
    assert!(link.is_symlink() && theirs.join("site/articles").is_dir());
    fs::remove_file(&link).unwrap();
    fs::create_dir(dossier.root().join("site")).unwrap();
    symlink("site", &link).unwrap();
    assert_eq!(run(&dossier.root(), &["build"]).0, 0);
    assert!(dossier.root().join("site/index.html").is_file());
}
