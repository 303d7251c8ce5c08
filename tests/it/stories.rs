//! Whole stories, each a folder of `tests/stories`: a raw text, and what every room of the house makes of it.
//!
//! `SIJILL_ACCEPT=1 cargo test --test it stories` writes what was made; read it in the diff like code.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

use super::site::{build, main_of, page};

/// How many stories there are at least.
const STORIES: usize = 25;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories")
}

/// The names of the stories, in order.
fn stories() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A dossier of all stories, with the knowledge base that they share.
fn dossier(stories: &[String]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let content = room.path().join("content");
    for part in ["articles", "knowledge"] {
        fs::create_dir_all(content.join(part)).unwrap();
    }
    fs::copy(folder().join("site.yaml"), content.join("site.yaml")).unwrap();
    fs::copy(folder().join("knowledge.yaml"), content.join("knowledge/knowledge.yaml")).unwrap();
    for name in stories {
        fs::copy(folder().join(name).join("raw.txt"), content.join(format!("articles/{name}.txt"))).unwrap();
    }
    room
}

/// What a command says of the dossier: findings, then the answer.
fn said(root: &Path, words: &[&str]) -> String {
    let done = Command::cargo_bin("sijill").unwrap().current_dir(root).args(words).assert().success();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    text(&done.get_output().stderr) + &text(&done.get_output().stdout)
}

/// The part of `check --cuts` that is about an article.
fn cuts_of<'a>(cuts: &'a str, name: &str) -> &'a str {
    let parts = cuts.split("--- content/articles/").skip(1);
    parts.into_iter().find(|part| part.starts_with(&format!("{name}.txt "))).unwrap_or("nothing was cut\n")
}

#[test]
fn stories_pass_every_room_as_they_did() {
    let accept = std::env::var_os("SIJILL_ACCEPT").is_some();
    let names = stories();
    assert!(names.len() >= STORIES, "only {} stories", names.len());
    let room = dossier(&names);
    let root = room.path();
    let output = build(root);
    let cuts = said(root, &["check", "--cuts=whole"]);
    let mut wrong = Vec::new();
    for name in &names {
        let article = format!("content/articles/{name}.txt");
        said(root, &["annotate", "--write", &article]);
        let clean = root.join(format!("content/articles/{name}.md"));
        let explained = said(root, &["annotate", "--explain", &article]);
        let made = [
            ("clean.md", fs::read_to_string(clean).unwrap()),
            ("annotated.md", page(&output, &format!("articles/{name}/index.md"))),
            ("page.html", main_of(&page(&output, &format!("articles/{name}/index.html")))),
            ("findings.txt", format!("{explained}\n{}", cuts_of(&cuts, name))),
        ];
        for (file, made) in made {
            let path = folder().join(name).join(file);
            if accept {
                fs::write(&path, made).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != made {
                wrong.push(format!("{name}/{file} would be\n{made}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n(SIJILL_ACCEPT=1 takes what was made; read it in the diff)", wrong.join("\n"));
}
