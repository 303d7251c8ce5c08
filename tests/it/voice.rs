//! What the program says: to somebody who called it rightly, wrongly, from afar, at length or briefly.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use assert_cmd::Command;

fn sijill() -> Command {
    let mut command = Command::cargo_bin("sijill").unwrap();
    // Whoever runs the tests may speak another language.
    command.env("LC_ALL", "C");
    command
}

/// A dossier of these articles, each with its text.
fn dossier(articles: &[(&str, &str)]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("content/articles");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in articles {
        fs::write(folder.join(name), text).unwrap();
    }
    room
}

/// An article without a day.
fn undated(place: &str) -> String {
    format!(
        "افتتاح مكتبة في {place}\n\nتضم المكتبة العامة في {place} قاعتين للقراءة وركنًا للأطفال، وتفتح أبوابها كل صباح.\n"
    )
}

/// Exit code, output and error stream of a call in a folder.
fn call(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let made = sijill().current_dir(folder).args(words).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (made.status.code().unwrap_or(-1), text(made.stdout), text(made.stderr))
}

#[test]
fn wrong_calls_have_their_code_and_their_words() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let empty = tempfile::tempdir().unwrap();
    // Where it is called, the words, the exit code, and what the error stream must hold.
    let table: &[(&Path, &[&str], i32, &str)] = &[
        (room.path(), &["bild"], 2, "build"),
        (room.path(), &["build", "--nowhere"], 2, "--nowhere"),
        (room.path(), &["build", "--format", "markdown"], 2, "possible values: text, json"),
        (room.path(), &["annotate", "--format", "text", "a.txt"], 2, "markdown, jsonl, json"),
        (room.path(), &["init", "--strict", "x"], 2, "--strict"),
        (room.path(), &["build", "-q", "-v"], 2, "cannot be used with"),
        (room.path(), &["annotate"], 2, "PATH"),
        (room.path(), &["annotate", "no-such-file.txt"], 1, "no-such-file.txt"),
        (room.path(), &["annotate", "-", "--write"], 2, "standard input"),
        (room.path(), &["template", "artcle.html"], 2, "`article.html` was meant?"),
        (room.path(), &["completions", "cmd"], 2, "bash"),
        (room.path(), &["new", "a/b"], 2, "cannot be a file's name"),
        (room.path(), &["build", "--root", "nowhere"], 1, "missing-folder"),
        (room.path(), &["init", "."], 1, "exists"),
        (room.path(), &["rename", "a"], 2, "NEW"),
        (room.path(), &["rename", "nobody", "somebody"], 1, "unknown-id"),
        (room.path(), &["rename", "a", "page"], 1, "bad-slug"),
        (room.path(), &["rename", "a", "a"], 1, "exists"),
        (room.path(), &["merge", "a", "b"], 1, "unknown-id"),
        (empty.path(), &["rename", "a", "b"], 1, "missing-folder"),
        (empty.path(), &["merge", "a", "b"], 1, "missing-folder"),
        (empty.path(), &["build"], 1, "missing-folder"),
        (empty.path(), &["check"], 1, "missing-folder"),
        (empty.path(), &["suggest"], 1, "missing-folder"),
        (empty.path(), &["search", "السلط"], 1, "missing-folder"),
        (empty.path(), &["new", "first"], 1, "missing-folder"),
        (empty.path(), &["verify"], 1, "no-site"),
    ];
    for (folder, words, code, said) in table {
        let (was, _, err) = call(folder, words);
        assert_eq!(was, *code, "{words:?}: {err}");
        assert!(err.contains(said), "{words:?}: {err}");
    }
}

#[test]
fn a_build_ends_with_one_line_that_counts_what_a_person_wants() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let (code, out, err) = call(room.path(), &["build"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out.lines().count(), 1, "{out}");
    for said in ["1 article, ", " pages; ", " changed; 0 errors, 1 warning; ", " s → "] {
        assert!(out.contains(said), "{said}: {out}");
    }
    let (_, again, _) = call(room.path(), &["build"]);
    assert!(again.contains("; 0 changed; 0 errors, 1 warning; "), "{again}");
    assert_eq!(again.split(';').next(), out.split(';').next());
    let (code, out, err) = call(room.path(), &["build", "-q"]);
    assert_eq!((code, &*out), (0, ""));
    assert!(err.contains("no-date") && !err.contains("note["), "{err}");
}

#[test]
fn strictness_says_that_it_refused() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let (code, out, err) = call(room.path(), &["build", "--strict"]);
    assert_eq!((code, &*out), (1, ""));
    assert!(err.ends_with("not built: 0 errors, 1 warning, and --strict takes none\n"), "{err}");
    assert!(!room.path().join("public").exists());
    let (code, out, _) = call(room.path(), &["check", "--strict"]);
    assert_eq!((code, &*out), (1, "1 article: 0 errors, 1 warning (no-date 1)\n"));
}

#[test]
fn what_many_files_share_is_told_once_and_each_hint_once() {
    let places = ["السلط", "مادبا", "جرش", "عجلون", "الكرك", "معان"];
    let texts: Vec<(String, String)> = places
        .iter()
        .zip('a'..)
        .map(|(place, name)| (format!("{name}.txt"), undated(place)))
        .collect();
    let articles: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let room = dossier(&articles);
    let (_, _, brief) = call(room.path(), &["check"]);
    assert_eq!(brief.matches("no-date").count(), 1, "{brief}");
    assert!(brief.contains("the same in 5 more: content/articles/b.txt, "), "{brief}");
    let (_, _, long) = call(room.path(), &["check", "-v"]);
    assert_eq!(long.matches("no-date").count(), 6, "{long}");
    assert_eq!(long.matches("give `date:`").count(), 1, "{long}");
}

#[test]
fn a_dossier_is_found_from_any_folder_inside_it() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let inside = room.path().join("content/articles");
    let (code, out, err) = call(&inside, &["check"]);
    assert_eq!((code, &*out), (0, "1 article: 0 errors, 1 warning (no-date 1)\n"), "{err}");
    assert!(err.starts_with("../../content/articles/a.txt:1:1: "), "{err}");
    assert_eq!(call(&inside, &["build"]).0, 0);
    assert!(room.path().join("public/index.html").is_file());
}

#[test]
fn standard_input_is_annotated() {
    let room = tempfile::tempdir().unwrap();
    let text = "عودة العبّارة إلى ميناء صفاقس\n\nصفاقس – 14 مايو 2019\n\nعادت العبّارة إلى الميناء صباح الثلاثاء بعد إصلاحها، وأكد مدير الميناء أن الرحلات تُستأنف غدًا.\n";
    let made = sijill().current_dir(room.path()).args(["annotate", "-"]).write_stdin(text).assert();
    let said = String::from_utf8(made.success().get_output().stdout.clone()).unwrap();
    assert!(said.contains("title: عودة العبّارة") && said.contains("(date:2019-05-14)"), "{said}");
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0, "it leaves nothing behind");
}

#[test]
fn a_new_article_takes_its_headline_alone() {
    let room = dossier(&[]);
    let (code, out, err) = call(room.path(), &["new", "افتتاح الجسر الجديد"]);
    assert_eq!(code, 0, "{err}");
    let path = room.path().join("content/articles/افتتاح-الجسر-الجديد.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{out}"));
    assert!(
        text.contains("title: افتتاح الجسر الجديد\n") && text.contains("status: draft\n"),
        "{text}"
    );
    let (code, _, err) = call(room.path(), &["new", "افتتاح الجسر الجديد"]);
    assert_eq!(code, 1);
    assert!(err.contains("error[exists]"), "{err}");
}

#[test]
fn the_theme_the_shells_and_the_manual_can_be_printed() {
    let room = tempfile::tempdir().unwrap();
    let (_, names, _) = call(room.path(), &["template"]);
    assert!(names.lines().any(|name| name == "article.html"), "{names}");
    for name in names.lines() {
        let (code, text, err) = call(room.path(), &["template", name]);
        assert!(code == 0 && !text.is_empty(), "{name}: {err}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, text, _) = call(room.path(), &["completions", shell]);
        assert!(code == 0 && text.contains("annotate"), "{shell}");
    }
    let (code, manual, _) = call(room.path(), &["man"]);
    assert!(code == 0 && manual.contains(".SH \"SIJILL BUILD\"") && manual.contains("drafts"));
    let (_, version, _) = call(room.path(), &["--version"]);
    assert!(version.starts_with(concat!("sijill ", env!("CARGO_PKG_VERSION"))), "{version}");
}

#[test]
fn templates_that_do_not_fit_are_told() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let put = |name: &str, text: &str| {
        fs::create_dir_all(room.path().join("templates")).unwrap();
        fs::write(room.path().join("templates").join(name), text).unwrap();
    };
    put("artcle.html", "خبر");
    let (code, _, err) = call(room.path(), &["check"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("templates/artcle.html: warning[unused-template]"), "{err}");
    // An old copy of the shared pieces, from before the theme had all of them.
    let (_, parts, _) = call(room.path(), &["template", "parts.html"]);
    let first = parts.find("endcomponent icon %}").unwrap() + "endcomponent icon %}".len();
    put("parts.html", &parts[..first]);
    let (code, _, err) = call(room.path(), &["build"]);
    assert_eq!(code, 0, "{err}");
    put("article.html", "{% extends \"default/artikel.html\" %}");
    let (code, _, err) = call(room.path(), &["build"]);
    assert_eq!(code, 1);
    assert!(err.contains("templates/article.html:1:12: error[template]"), "{err}");
    assert!(err.contains("`default/article.html` was meant?"), "{err}");
}

#[test]
fn colors_are_for_terminals_alone() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let (_, out, err) = call(room.path(), &["check"]);
    assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'));
    let words = ["sijill", "check", "--root"].map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let manner = sijill::cli::Manner { colors: true, ..Default::default() };
    let words = words.into_iter().chain([room.path().into()]);
    assert_eq!(sijill::cli::run_as(words, &mut out, &mut err, manner), 0);
    let err = String::from_utf8(err).unwrap();
    assert!(err.contains("\u{1b}[1;33mwarning\u{1b}[0m[no-date]"), "{err}");
}

#[test]
fn a_closed_pipe_ends_a_command_without_a_word() {
    let room = dossier(&[("a.txt", &undated("السلط"))]);
    let program = assert_cmd::cargo::cargo_bin("sijill");
    let mut child = std::process::Command::new(program)
        .current_dir(room.path())
        .args(["annotate", "content/articles"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let made = child.wait_with_output().unwrap();
    assert_eq!(made.status.code(), Some(0));
    assert!(!String::from_utf8_lossy(&made.stderr).contains("panicked"));
}
