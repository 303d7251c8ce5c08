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

use crate::articles::articles;

/// Of a hundred suggestions, as many must be right.
const RIGHT: usize = 90;

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

/// What `suggest` lists in a folder.
fn suggested(root: &Path) -> Vec<String> {
    let run = Command::cargo_bin("sijill")
        .unwrap()
        .args(["suggest", "--format", "json"])
        .current_dir(root)
        .assert()
        .success();
    let output = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    // Outlets, topics and figures are measured in `proposed.rs`.
    let is_name = |record: &Value| {
        ["person", "organization", "place"].iter().any(|kind| record["kind"] == *kind)
    };
    let records = output.lines().map(|record| serde_json::from_str(record).unwrap());
    records.filter(is_name).map(|record| line(&record)).collect()
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
fn hold(name: &str, made: &[String]) {
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
            right * 100 >= RIGHT * made.len(),
            "{name}, {what}: only {right} of {} are right; judge what is new in {}:\n{}",
            made.len(),
            path.display(),
            wrong.iter().map(|line| format!("{line}\n")).collect::<String>()
        );
    }
}

#[test]
fn suggestions_of_articles_that_were_read_are_right() {
    hold("read", &suggested(folder(&["tuned", "tuned-two"]).path()));
}

#[test]
fn suggestions_of_articles_that_were_kept_aside_are_right() {
    hold("kept", &suggested(folder(&["held-out", "held-out-two"]).path()));
}

#[test]
fn suggestions_of_the_dossier_are_right() {
    hold("dossier", &suggested(Path::new(env!("CARGO_MANIFEST_DIR"))));
}
