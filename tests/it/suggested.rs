//! What `suggest` lists over the raw texts of `tests/articles` and over the dossier, against what a person judged.
//!
//! `tests/data/suggest/NAME.txt` has a line for each suggestion, as [`line`] writes it, with two signs before it: whether
//! it is a name of this kind with these variants and roles, and whether its id is one that the world would write. What
//! nobody has judged counts as wrong, so that a list that is not read any more fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use crate::articles::{self, articles, files};

/// Of a hundred suggestions, as many must be right: names, and what else is found by the same rules.
const RIGHT: usize = 90;
/// The same of outlets in articles that were kept aside: their heads name the services of a page above the headline too.
const RIGHT_KEPT: usize = 80;

/// «person sami-al-gharib | سامي الغريب، الغريب | وزير الري»
fn line(suggestion: &Value) -> String {
    let texts = |name: &str| -> Vec<&str> {
        suggestion[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let text = |name: &str| suggestion[name].as_str().unwrap_or_default();
    let names = [vec![text("name")], texts("variants")].concat().join("، ");
    let alias = if suggestion["alias"] == true { "alias-of " } else { "" };
    let roles = texts("roles").join("؛ ");
    format!("{alias}{} {} | {names} | {roles}", text("kind"), text("id")).trim_end().to_owned()
}

/// «outlet sahifat-al-marfa | صحيفة المرفأ | marfa.example»; of a figure, what is claimed stands behind its name.
fn other_line(suggestion: &Value) -> String {
    let texts = |name: &str| -> String {
        let texts = suggestion[name].as_array().into_iter().flatten().filter_map(Value::as_str);
        texts.collect::<Vec<_>>().join("؛ ")
    };
    let text = |name: &str| suggestion[name].as_str().unwrap_or_default();
    let last = match text("kind") {
        "outlet" => texts("found_by"),
        "figure" => texts("claims"),
        _ => String::new(),
    };
    format!("{} {} | {} | {last}", text("kind"), text("id"), text("name")).trim_end().to_owned()
}

/// The lines of what `suggest` lists in a folder: of its names, or of what else it lists.
fn suggested(root: &Path, names: bool) -> Vec<String> {
    let run = Command::cargo_bin("sijill")
        .unwrap()
        .args(["suggest", "--format", "json"])
        .current_dir(root)
        .assert()
        .success();
    let output = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let is_name = |record: &Value| {
        ["person", "organization", "place"].iter().any(|kind| record["kind"] == *kind)
    };
    let records = output.lines().map(|record| serde_json::from_str(record).unwrap());
    let records = records.filter(|record| is_name(record) == names);
    records.map(|record| if names { line(&record) } else { other_line(&record) }).collect()
}

/// The raw texts of folders of `tests/articles`, as a dossier of which nobody has written any YAML.
fn folder(halves: &[&str]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let content = room.path().join("content/articles");
    fs::create_dir_all(&content).unwrap();
    fs::write(room.path().join("content/site.yaml"), "title: أخبار\n").unwrap();
    for case in halves.iter().flat_map(|half| articles(half)) {
        fs::write(content.join(format!("{}.txt", case.name)), case.raw).unwrap();
    }
    room
}

/// Fails where too much of a list is wrong, or has not been judged.
fn hold(name: &str, made: &[String], least: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/suggest")
        .join(name)
        .with_extension("txt");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let judged: BTreeMap<&str, &str> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(signs, line)| (line, signs))
        .collect();
    if std::env::var_os("SIJILL_ACCEPT").is_some() {
        let signs = |line: &String| judged.get(line.as_str()).copied().unwrap_or("??");
        let lines: String = made.iter().map(|line| format!("{} {line}\n", signs(line))).collect();
        let head: String = text
            .lines()
            .filter(|line| line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, head + &lines).unwrap();
    }
    let sign = |line: &String, at: usize| {
        judged.get(line.as_str()).and_then(|signs| signs.chars().nth(at)) == Some('+')
    };
    for (at, what) in ["names", "ids"].into_iter().enumerate() {
        let wrong: Vec<&String> = made.iter().filter(|line| !sign(line, at)).collect();
        let right = made.len() - wrong.len();
        assert!(
            right * 100 >= least * made.len(),
            "{name}, {what}: only {right} of {} are right; judge what is new in {}:\n{}",
            made.len(),
            path.display(),
            wrong.iter().map(|line| format!("{line}\n")).collect::<String>()
        );
    }
}

#[test]
fn suggestions_of_articles_that_were_read_are_right() {
    let room = folder(&["tuned", "tuned-two"]);
    hold("read", &suggested(room.path(), true), RIGHT);
    hold("read-others", &suggested(room.path(), false), RIGHT);
}

#[test]
fn suggestions_of_articles_that_were_kept_aside_are_right() {
    let room = folder(&["held-out", "held-out-two"]);
    hold("kept", &suggested(room.path(), true), RIGHT);
    hold("kept-others", &suggested(room.path(), false), RIGHT_KEPT);
}

/// Small folders about one thing each, in which numbers are claimed: one was read, one written with it and kept aside.
#[test]
fn topics_and_figures_of_small_folders_are_right() {
    for name in ["flour", "locusts"] {
        let room = tempfile::tempdir().unwrap();
        let content = room.path().join("content/articles");
        fs::create_dir_all(&content).unwrap();
        for path in files(&articles::folder("data/suggest").join(name)) {
            fs::copy(&path, content.join(path.file_name().unwrap())).unwrap();
        }
        hold(&format!("{name}-others"), &suggested(room.path(), false), RIGHT);
    }
}

#[test]
fn suggestions_of_the_dossier_are_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    hold("dossier", &suggested(root, true), RIGHT);
    hold("dossier-others", &suggested(root, false), RIGHT);
}
