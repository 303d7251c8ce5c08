//! `rename` and `merge`: what is written where, what stays, and what is refused.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const PEOPLE: &str = "\
# الناس
people:
  - id: rami # الوزير
    name: رامي السعدون
    aliases: [السعدون]
  - {id: rami-s, name: رامي عبد الله السعدون}
  - id: huda
    name: هدى الناصري
";
const EVENTS: &str = "\
events:
  - id: dam-opening
    name: افتتاح السد
    date: 2022-03-04
    status: held
    parties: [huda, rami] # الحضور
    cues:
      - {all: [افتتح, السد]}
topics:
  - id: dams
    name: السدود
    entities: {rami: 2}
    cues: [سد]
";
const FIRST: &str = "---
title: افتتاح السد
date: 2022-03-04
topics: [dams] # بيد المحرر
---

افتتح [رامي السعدون](person:rami) السد، وقال: [«](quote:rami)السد يكفي المدينة».
";
const REVIEW: &str = "decisions:\n  - {text: السعدون, paragraph: 1, is: person, id: rami}\n";

fn folder() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let second =
        "افتتاح الجسر\n\nقال السعدون إن الجسر يفتتح بعد شهر، وإن المدينة تنتظره منذ عام.\n";
    let page =
        "---\ntitle: عن الملف\n---\n\nانظر [المادة](../articles/first/) و[الوزير](person:rami).\n";
    for (name, text) in [
        ("site.yaml", "title: سدود الوادي\n"),
        ("knowledge/people.yaml", PEOPLE),
        ("knowledge/events.yaml", EVENTS),
        ("articles/first.md", FIRST),
        ("articles/second.txt", second),
        ("review/second.yaml", REVIEW),
        ("pages/about.md", page),
    ] {
        let path = room.path().join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    room
}

fn text(root: &Path, name: &str) -> String {
    fs::read_to_string(root.join("content").join(name)).unwrap()
}

/// All files of `content/` in one text.
fn all(root: &Path) -> String {
    let entries = walkdir::WalkDir::new(root.join("content")).sort_by_file_name().into_iter();
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|file| {
            format!("{}\n{}", file.path().display(), fs::read_to_string(file.path()).unwrap())
        })
        .collect()
}

/// Runs a command that ends well; what it said.
fn run(root: &Path, words: &[&str]) -> String {
    let done =
        Command::cargo_bin("sijill").unwrap().args(words).current_dir(root).assert().success();
    let output = done.get_output();
    [output.stdout.as_slice(), &output.stderr].map(String::from_utf8_lossy).concat()
}

/// Runs a command that is refused; nothing is changed.
fn refused(root: &Path, words: &[&str], said: &str) {
    let before = all(root);
    let done = Command::cargo_bin("sijill").unwrap().args(words).current_dir(root).assert().code(1);
    let error = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert!(error.contains(said), "{words:?}: {error}");
    assert_eq!(before, all(root), "{words:?}");
}

fn leads_to(root: &Path, from: &str, to: &str) {
    let page = fs::read_to_string(root.join("public").join(from)).unwrap();
    assert!(page.contains(&format!("content=\"0; url={to}\"")), "{page}");
}

#[test]
fn an_id_changes_wherever_it_stands() {
    let room = folder();
    let root = room.path();
    let before = all(root);
    let shown = run(root, &["rename", "rami", "rami-saadoun"]);
    assert!(shown.contains("+ \u{2068}  - id: rami-saadoun # الوزير\u{2069}"), "{shown}");
    assert!(shown.contains("`--write`"), "{shown}");
    assert_eq!(before, all(root));

    run(root, &["rename", "rami", "rami-saadoun", "--write"]);
    let people = PEOPLE
        .replace("id: rami #", "id: rami-saadoun #")
        .replace("    name: رامي السعدون\n", "    name: رامي السعدون\n    formerly: [rami]\n");
    assert_eq!(text(root, "knowledge/people.yaml"), people);
    let events = EVENTS.replace("rami]", "rami-saadoun]").replace("rami:", "rami-saadoun:");
    assert_eq!(text(root, "knowledge/events.yaml"), events);
    let first = FIRST.replace(":rami)", ":rami-saadoun)");
    assert_eq!(text(root, "articles/first.md"), first);
    assert_eq!(text(root, "review/second.yaml"), REVIEW.replace("id: rami", "id: rami-saadoun"));
    assert!(text(root, "pages/about.md").contains("(person:rami-saadoun)"));
    run(root, &["build"]);
    leads_to(root, "people/rami/index.html", "../../people/rami-saadoun/index.html");
}

#[test]
fn topics_and_events_change_too() {
    let room = folder();
    let root = room.path();
    run(root, &["rename", "dams", "dams-and-rivers", "--write"]);
    assert!(text(root, "articles/first.md").contains("topics: [dams-and-rivers] # بيد المحرر"));
    run(root, &["rename", "event:dam-opening", "opening", "--write"]);
    assert!(text(root, "knowledge/events.yaml").contains("formerly: [dam-opening]"));
    run(root, &["build"]);
    leads_to(root, "topics/dams/index.html", "../../topics/dams-and-rivers/index.html");
    leads_to(root, "events/dam-opening/index.html", "../../events/opening/index.html");
}

#[test]
fn an_article_takes_its_files_with_it() {
    let room = folder();
    let root = room.path();
    run(root, &["rename", "first", "dam", "--write"]);
    let dam = text(root, "articles/dam.md");
    assert!(dam.contains("topics: [dams] # بيد المحرر\n"), "{dam}");
    assert!(text(root, "pages/about.md").contains("(../articles/dam/)"));
    run(root, &["rename", "second", "bridge", "--write"]);
    assert_eq!(text(root, "review/bridge.yaml"), REVIEW);
    assert!(!root.join("content/articles/second.txt").exists());
    run(root, &["build"]);
    leads_to(root, "articles/first/index.html", "../../articles/dam/index.html");
    leads_to(root, "articles/second/index.html", "../../articles/bridge/index.html");
}

#[test]
fn two_entries_become_one() {
    let room = folder();
    let root = room.path();
    run(root, &["merge", "rami", "rami-s", "--write"]);
    let people = text(root, "knowledge/people.yaml");
    assert!(people.contains("  - id: rami # الوزير\n") && people.contains("same_as: [rami-s]"));
    assert!(text(root, "knowledge/events.yaml").contains("parties: [huda, rami-s] # الحضور"));
    assert!(text(root, "articles/first.md").contains("(quote:rami-s)"));
    run(root, &["build"]);
    leads_to(root, "people/rami/index.html", "../../people/rami-s/index.html");
    refused(root, &["merge", "rami-s", "rami-s"], "same");
    refused(root, &["merge", "rami-s", "dams"], "unknown-id");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let room = folder();
    let root = room.path();
    refused(root, &["rename", "rami", "huda", "--write"], "exists");
    refused(root, &["rename", "rami", "ra\"mi", "--write"], "bad-id");
    refused(root, &["rename", "rami", "<b>", "--write"], "bad-id");
    refused(root, &["rename", "ramy", "x", "--write"], "the nearest known id is `rami`");
    refused(root, &["rename", "first", "second", "--write"], "exists");
    refused(root, &["rename", "first", "a/b", "--write"], "bad-slug");
    let people = root.join("content/knowledge/people.yaml");
    let mut mode = fs::metadata(&people).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&people, mode).unwrap();
    refused(root, &["rename", "rami", "rami-saadoun", "--write"], "write-protected");
}

#[test]
fn the_pictures_of_an_article_go_with_it_and_no_other_folder_does() {
    let room = folder();
    let root = room.path();
    let articles = root.join("content/articles");
    for (name, bytes) in [("first_files/dam.png", "x"), ("first-notes/day.txt", "يوم على الجسر")]
    {
        fs::create_dir_all(articles.join(name).parent().unwrap()).unwrap();
        fs::write(articles.join(name), bytes).unwrap();
    }
    run(root, &["rename", "first", "dam", "--write"]);
    assert!(articles.join("dam_files/dam.png").is_file());
    assert!(articles.join("first-notes/day.txt").is_file());
}

#[test]
fn what_was_stopped_between_two_files_is_told_and_finished_by_the_same_call() {
    let room = folder();
    let root = room.path();
    let other = folder();
    run(other.path(), &["rename", "first", "dam", "--write"]);
    // What is written down before the first file is touched; the article alone has its new name already.
    let digest = |name: &str| {
        use sha2::{Digest as _, Sha256};
        let digest = Sha256::digest(fs::read(root.join("content").join(name)).unwrap());
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let write = |path: &str, before: String, now: &str| {
        let after = text(other.path(), now);
        serde_json::json!({"path": format!("content/{path}"), "before": before, "after": after})
    };
    let journal = serde_json::json!({
        "call": ["rename", "first", "dam"],
        "moves": [["content/articles/first.md", "content/articles/dam.md"]],
        "writes": [
            write("pages/about.md", digest("pages/about.md"), "pages/about.md"),
            write("articles/dam.md", digest("articles/first.md"), "articles/dam.md"),
        ],
    });
    fs::rename(root.join("content/articles/first.md"), root.join("content/articles/dam.md"))
        .unwrap();
    fs::create_dir_all(root.join(".sijill")).unwrap();
    fs::write(root.join(".sijill/renaming.json"), journal.to_string()).unwrap();
    refused(root, &["build"], "half-renamed");
    refused(root, &["rename", "rami", "rami-saadoun"], "sijill rename first dam --write");
    run(root, &["rename", "first", "dam", "--write"]);
    for name in ["articles/dam.md", "pages/about.md"] {
        assert_eq!(text(root, name), text(other.path(), name));
    }
    assert!(!root.join(".sijill/renaming.json").exists());
    run(root, &["build"]);
    leads_to(root, "articles/first/index.html", "../../articles/dam/index.html");
}

#[test]
fn one_office_of_two_entries_that_are_joined_stands_once() {
    let room = folder();
    let root = room.path();
    let people = "people:\n  - id: rami\n    name: رامي السعدون\n    roles: [{title: وزير المياه}]\n\
                  \x20 - id: rami-s\n    name: رامي عبد الله السعدون\n    same_as: [rami]\n\
                  \x20   roles: [{title: وزير المياه}, {title: مدير السد, held: 2019}]\n\
                  \x20 - {id: huda, name: هدى الناصري}\n";
    fs::write(root.join("content/knowledge/people.yaml"), people).unwrap();
    run(root, &["build"]);
    let page = fs::read_to_string(root.join("public/people/rami/index.html")).unwrap();
    let offices = page.split_once("<h2>المناصب</h2>").unwrap().1.split_once("</ol>").unwrap().0;
    assert_eq!(offices.matches("<li>").count(), 2, "{offices}");
    assert_eq!(offices.matches("وزير المياه").count(), 1, "{offices}");
}
