//! The guide in `docs/`: it is a dossier that Sijill builds, and what it says to type works.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::cargo_bin;

/// Words behind `sh` at the head of a block that is not run here, and why.
const ELSEWHERE: [(&str, &str); 4] = [
    ("network", "sends something to another machine"),
    ("server", "stays until somebody stops it"),
    ("cluster", "wants a program of another house, and machines beside this one"),
    ("generator", "is another program, which makes the folder"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// README and the guide, by their paths from the root; a page that is a link is the file that it leads to.
fn documents() -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::from([PathBuf::from("README.md")]);
    for folder in ["docs", "docs/content/pages"] {
        let files = fs::read_dir(root().join(folder)).unwrap().map(|file| file.unwrap());
        let own = files.filter(|file| file.file_type().unwrap().is_file());
        let markdown = own.map(|file| Path::new(folder).join(file.file_name()));
        found.extend(markdown.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    found
}

/// The fenced blocks of a text: the words at the head, and the code.
fn blocks(text: &str) -> Vec<(String, String)> {
    let (mut found, mut open): (Vec<(String, String)>, bool) = (Vec::new(), false);
    for line in text.lines() {
        match (line.strip_prefix("```"), open) {
            (Some(head), false) => {
                found.push((head.to_owned(), String::new()));
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let (_, code) = found.last_mut().unwrap();
                code.push_str(line);
                code.push('\n');
            }
            (None, false) => {}
        }
    }
    assert!(!open, "a block stays open");
    found
}

/// The commands of a document, block by block; the block that continuous integration runs whole is left to it.
fn commands(document: &str) -> String {
    let (before, behind) = match document.split_once("<!-- test block -->") {
        Some((before, rest)) => (before, rest.split_once("<!-- end of test block -->").unwrap().1),
        None => (document, ""),
    };
    let mut script = String::new();
    for (head, code) in blocks(before).into_iter().chain(blocks(behind)) {
        let mut words = head.split_whitespace();
        if words.next() != Some("sh") {
            continue;
        }
        match words.next() {
            None => script.push_str(&code),
            Some(word) => {
                let known = ELSEWHERE.iter().any(|(mark, _)| *mark == word);
                assert!(known, "`sh {word}` is none of {ELSEWHERE:?}");
            }
        }
    }
    script
}

/// What lies on the reader's machine: five copied texts, a saved page, and the folder in which he works.
fn machine(name: &Path) -> (tempfile::TempDir, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let (copied, saved, work) =
        (room.path().join("copied"), room.path().join("saved"), room.path().join("work"));
    for folder in [&copied, &saved, &work] {
        fs::create_dir_all(folder).unwrap();
    }
    let articles = root().join("content/articles");
    let texts = ["third-round", "first-round", "second-round", "april-talks", "hmc-launch"];
    for (name, text) in ["one", "two", "three", "four", "five"].into_iter().zip(texts) {
        let from = articles.join(text).with_extension("txt");
        fs::copy(from, copied.join(name).with_extension("txt")).unwrap();
    }
    fs::copy(articles.join("biden-sudani.html"), saved.join("page.html")).unwrap();
    // Of a clone README and the guide to decisions speak, of a folder of HTML the guide to search.
    if ["README.md", "docs/how-it-decides.md"].iter().any(|path| Path::new(path) == name) {
        let mut copy = Command::new("cp");
        copy.arg("-R").arg(root().join("content")).arg(&work);
        assert!(copy.status().unwrap().success());
    }
    if name == Path::new("docs/search.md") {
        fs::create_dir(work.join("public")).unwrap();
        let page =
            "<!doctype html><title>الميناء</title><main><p>وصلت السفينة إلى الميناء.</p></main>";
        fs::write(work.join("public/index.html"), page).unwrap();
    }
    (room, work)
}

#[cfg(unix)]
#[test]
fn every_command_of_readme_and_guide_runs() {
    let binary = cargo_bin("sijill");
    let path = std::env::join_paths(
        std::iter::once(binary.parent().unwrap().to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    // Whoever has a clone says `cargo run --`; it is this very binary.
    let cargo = "cargo() { [ \"$1 $2\" = 'run --' ] || return 9; shift 2; sijill \"$@\"; }\n";
    let mut run = 0;
    for name in documents() {
        let script = commands(&read(&root().join(&name)));
        if script.is_empty() {
            continue;
        }
        run += script.lines().filter(|line| line.contains("sijill ")).count();
        let (room, work) = machine(&name);
        let made = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &format!("{cargo}{script}")])
            .current_dir(&work)
            .env("HOME", room.path())
            .env("PATH", &path)
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}: {}\n{script}\n{}\n{}",
            name.display(),
            made.status,
            String::from_utf8_lossy(&made.stdout),
            String::from_utf8_lossy(&made.stderr)
        );
    }
    assert!(run >= 50, "only {run} commands were found");
}

#[test]
fn commands_stand_in_blocks_that_are_run() {
    for name in documents() {
        let text = read(&root().join(&name));
        let indented = text.lines().find(|line| line.starts_with("    sijill "));
        assert_eq!(indented, None, "{}: give it a block", name.display());
    }
}

#[test]
fn the_guide_is_a_dossier_in_two_languages() {
    let room = tempfile::tempdir().unwrap();
    let (docs, out) = (root().join("docs"), room.path().join("site"));
    let sijill = |words: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("sijill").unwrap();
        command.args(words).arg("--root").arg(&docs).assert().success();
    };
    sijill(&["check", "--strict"]);
    sijill(&["build", "--strict", "--out", out.to_str().unwrap()]);
    sijill(&["verify", "--out", out.to_str().unwrap()]);
    let home = read(&out.join("index.html"));
    let mut pages = 0;
    for file in fs::read_dir(docs.join("content/pages")).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let slug = name.strip_suffix(".md").unwrap();
        pages += 1;
        assert!(
            home.contains(&format!("pages/{slug}/index.html\"")),
            "{name} is not on the home page"
        );
        let html = read(&out.join("pages").join(slug).join("index.html"));
        assert!(!html.contains("&lt;!--"), "{name} shows a comment");
        let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        assert!(!main.contains(".md\""), "{name} leads to a file that is no page");
        let english = !slug.starts_with("ar-");
        assert_eq!(main.contains("lang=\"en\" dir=\"ltr\""), english, "{name}");
        // Each Arabic page has its English side, and leads to it.
        if !english {
            let other = read(&file.path());
            let side = other.split_once("[In English").unwrap().1.split_once("](").unwrap().1;
            let side = side.split_once(')').unwrap().0;
            assert!(docs.join("content/pages").join(side).exists(), "{name}: {side}");
        }
    }
    assert!(pages >= 20, "{pages}");
}

/// Files that are copied into a repository as they stand are what their hosts can read.
#[test]
fn the_files_for_three_hosts_are_well_formed() {
    let page = read(&root().join("docs/content/pages/ar-hosting.md"));
    let mut names = Vec::new();
    for (head, code) in
        blocks(&page).into_iter().filter(|(head, _)| head == "yaml" || head == "toml")
    {
        let name = code.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap();
        if head == "yaml" {
            let value: serde_yaml::Value = serde_yaml::from_str(&code).unwrap();
            let jobs = value.as_mapping().unwrap();
            assert!(["jobs", "pages"].iter().any(|key| jobs.contains_key(*key)), "{name}");
        } else {
            // A table, then keys with values in quotation marks.
            let lines =
                code.lines().filter(|line| !line.starts_with(['#', '[']) && !line.is_empty());
            for line in lines {
                let (key, value) = line.trim().split_once(" = ").unwrap();
                let is_key = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                let inner = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
                assert!(
                    is_key && inner.is_some_and(|inner| !inner.contains('"')),
                    "{name}: {line}"
                );
            }
            assert!(code.contains("\n[build]\n"), "{name}");
        }
        for command in ["sijill build --strict", "sijill verify"] {
            assert!(code.contains(command), "{name}: {command}");
        }
        names.push(name.to_owned());
    }
    assert_eq!(names, [".github/workflows/site.yml", ".gitlab-ci.yml", "netlify.toml"]);
}
