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
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
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
        fs::copy(folder().join(name).join("raw.txt"), content.join(format!("articles/{name}.txt")))
            .unwrap();
    }
    room
}

/// What a command says of the dossier: findings, then the answer.
fn said(root: &Path, words: &[&str]) -> String {
    let done =
        Command::cargo_bin("sijill").unwrap().current_dir(root).args(words).assert().success();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    text(&done.get_output().stderr) + &text(&done.get_output().stdout)
}

/// The part of `check --cuts` that is about an article, without the sum over all that stands below the last one.
fn cuts_of(cuts: &str, name: &str) -> String {
    let mut parts = cuts.split("--- content/articles/").skip(1);
    let part =
        parts.find(|part| part.starts_with(&format!("{name}.txt "))).unwrap_or("nothing was cut");
    // Lines that were kept are in the article's text, and the heads of pieces have the numbers.
    let line = |(number, line): (usize, &str)| match line.strip_prefix("- ") {
        Some(cut) => cut.split_once(' ').map(|(_, text)| format!("- {text}\n")),
        None => (number == 0 || line.starts_with("@@ ")).then(|| format!("{line}\n")),
    };
    part.lines().enumerate().filter_map(line).collect()
}

/// The article's own part of its page: what stands below it speaks of the other stories.
fn article_of(main: &str) -> String {
    main.split_inclusive('\n').take_while(|line| *line != "</article>\n").collect()
}

#[test]
fn stories_pass_every_room_as_they_did() {
    let accept = std::env::var_os("SIJILL_ACCEPT").is_some();
    let names = stories();
    assert!(names.len() >= STORIES, "only {} stories", names.len());
    let room = dossier(&names);
    let root = room.path();
    let output = build(root);
    let cuts = said(root, &["check", "--cuts=whole", "--lang", "ar"]);
    let mut wrong = Vec::new();
    for name in &names {
        let article = format!("content/articles/{name}.txt");
        said(root, &["annotate", "--write", &article]);
        let clean = root.join(format!("content/articles/{name}.md"));
        let explained = said(root, &["annotate", "--explain", &article]);
        let made = [
            ("clean.md", fs::read_to_string(clean).unwrap()),
            ("annotated.md", page(&output, &format!("articles/{name}/index.md"))),
            (
                "page.html",
                article_of(&main_of(&page(&output, &format!("articles/{name}/index.html")))),
            ),
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
    assert!(
        wrong.is_empty(),
        "{}\n(SIJILL_ACCEPT=1 takes what was made; read it in the diff)",
        wrong.join("\n")
    );
}

/// What `docs/how-it-decides.md` shows of a story is what the program says of it.
#[test]
fn the_guide_to_decisions_shows_what_is_so() {
    let guide = include_str!("../../docs/how-it-decides.md");
    let story = folder().join("wire-round-announced");
    let told = fs::read_to_string(story.join("findings.txt")).unwrap()
        + &fs::read_to_string(story.join("raw.txt")).unwrap();
    let told: String = told.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    let shown = guide
        .split("```text\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .flat_map(str::lines);
    let gone: Vec<&str> = shown.clone().filter(|line| !told.contains(*line)).collect();
    assert!(shown.count() >= 10 && gone.is_empty(), "not what is said of the story: {gone:#?}");
    let weights =
        [include_str!("../../weights/lines.txt"), include_str!("../../weights/direction.txt")]
            .concat();
    let named = guide
        .split("```weights\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .flat_map(str::lines);
    let gone: Vec<&str> =
        named.clone().filter(|line| !weights.lines().any(|weight| weight == *line)).collect();
    assert!(named.count() >= 4 && gone.is_empty(), "no longer among the weights: {gone:#?}");
}
