//! Addresses that others have noted: what becomes of a page whose name, id or file changes.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// A folder of raw articles, as somebody has it who wrote no YAML.
fn folder() -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    write(room.path(), "site.yaml", "title: سدود الوادي\n");
    let first = "---\ntitle: افتتاح السد\ndate: 2022-03-04\n---\n\nافتتح وزير الري رامي السعدون السد الجديد في مدينة بغداد.\n";
    let second = "---\ntitle: زيارة السد\ndate: 2022-03-09\n---\n\nوقال وزير الري رامي السعدون إن السد يكفي مدينة بغداد.\n";
    write(room.path(), "articles/first.md", first);
    write(room.path(), "articles/second.md", second);
    room
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join("content").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Builds, and returns what was said.
fn build(root: &Path) -> String {
    let built =
        Command::cargo_bin("sijill").unwrap().arg("build").current_dir(root).assert().success();
    let output = built.get_output();
    [output.stdout.as_slice(), &output.stderr].map(String::from_utf8_lossy).concat()
}

fn leads_to(root: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(root.join("public").join(from)).unwrap();
    assert!(text.contains(&format!("content=\"0; url={to}\"")), "{text}");
}

/// An Arabic id in an address.
const RAMI: &str = "people/رامي-السعدون/index.html";

#[test]
fn a_name_keeps_its_address_when_somebody_lists_it() {
    let room = folder();
    let said = build(room.path());
    assert!(said.contains("2 names have a page and no entry yet: `sijill suggest`"), "{said}");
    assert!(room.path().join("public").join(RAMI).is_file());
    write(room.path(), "knowledge/people.yaml", "people:\n  - {id: rami, name: رامي السعدون}\n");
    let said = build(room.path());
    assert!(!said.contains("gone-page"), "{said}");
    assert!(said.contains("1 name has a page and no entry yet"), "{said}");
    leads_to(room.path(), RAMI, "../../people/rami/index.html");
}

#[test]
fn a_page_that_goes_is_told_once_with_the_line_that_keeps_it() {
    let room = folder();
    let people = |text: &str| write(room.path(), "knowledge/people.yaml", text);
    people("people:\n  - {id: rami, name: رامي السعدون}\n");
    build(room.path());
    people("people:\n  - {id: rami-saadoun, name: رامي السعدون}\n");
    fs::rename(
        room.path().join("content/articles/second.md"),
        room.path().join("content/articles/visit.md"),
    )
    .unwrap();
    let said = build(room.path());
    assert!(
        said.contains("people/rami/index.html") && said.contains("`formerly: [rami]`"),
        "{said}"
    );
    assert!(said.contains("`aliases: [articles/second/]`"), "{said}");
    assert!(!build(room.path()).contains("gone-page"));
}

#[test]
fn former_ids_and_joined_ones_lead_to_the_page_that_stays() {
    let room = folder();
    write(
        room.path(),
        "knowledge/people.yaml",
        "people:\n  - {id: rami, name: رامي السعدون, formerly: [rami-s, organizations/rami]}\n  - {id: rami-2, name: السعدون الكبير, same_as: [rami]}\n",
    );
    let said = build(room.path());
    leads_to(room.path(), "people/rami-s/index.html", "../../people/rami/index.html");
    leads_to(room.path(), "organizations/rami/index.html", "../../people/rami/index.html");
    leads_to(room.path(), "people/rami-2/index.html", "../../people/rami/index.html");
    assert!(!said.contains("error["), "{said}");
}
