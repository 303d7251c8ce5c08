//! The commands, as somebody at a terminal or a pipe meets them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use walkdir::WalkDir;

fn sijill() -> Command {
    Command::cargo_bin("sijill").unwrap()
}

/// The dossier in this repository.
fn dossier() -> &'static str {
    env!("CARGO_MANIFEST_DIR")
}

/// Every file below a folder with its bytes.
fn files(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file());
    entries
        .map(|entry| {
            (entry.path().strip_prefix(root).unwrap().to_owned(), fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn two_builds_are_equal_byte_for_byte_and_the_second_changes_nothing() {
    let room = tempfile::tempdir().unwrap();
    let (first, second) = (room.path().join("first"), room.path().join("second"));
    for out in [&first, &second] {
        sijill().args(["build", "--root", dossier(), "--out"]).arg(out).assert().success();
    }
    let built = files(&first);
    assert!(built.len() > 100, "only {} files", built.len());
    assert!(built == files(&second), "two builds differ");
    let again =
        sijill().args(["build", "--root", dossier(), "--out"]).arg(&first).assert().success();
    let said = String::from_utf8(again.get_output().stdout.clone()).unwrap();
    assert!(said.contains(" 0 changed"), "{said}");
    assert!(built == files(&first));
    let left: Vec<_> =
        fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "something was left beside the site: {left:?}");
}

#[test]
fn a_build_with_nothing_to_do_does_nothing_and_says_the_same() {
    let room = tempfile::tempdir().unwrap();
    let (root, site) = (room.path().join("root"), room.path().join("root/public"));
    sijill().arg("init").arg(&root).args(["--title", "ملف السدود"]).assert().success();
    let article = root.join("content/articles/sadd.txt");
    fs::write(&article, "افتتاح سد جديد في الشمال\n\nافتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن.\n")
        .unwrap();
    let build = || {
        let built = sijill().current_dir(&root).arg("build").assert().success();
        let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (words(&built.get_output().stdout), words(&built.get_output().stderr))
    };
    let (_, first) = build();
    assert!(first.contains("no-date"), "{first}");
    let home = || fs::metadata(site.join("index.html")).unwrap();
    let before = fs::metadata(&site).unwrap().modified().unwrap();
    let (said, second) = build();
    assert!(said.contains(" 0 changed"), "{said}");
    assert_eq!(first, second);
    assert_eq!(
        fs::metadata(&site).unwrap().modified().unwrap(),
        before,
        "the folder was exchanged"
    );

    // Whatever is read or was made calls for a build.
    fs::write(root.join("content/site.yaml"), "title: ملف الأنهار\nbase_url: https://example.org\n")
        .unwrap();
    assert!(!build().0.contains(" 0 changed"));
    let whole = home().len();
    fs::write(site.join("index.html"), "x").unwrap();
    assert!(build().0.contains(" 1 changed"));
    assert_eq!(home().len(), whole);
    fs::write(site.join("foreign.html"), "x").unwrap();
    build();
    assert!(!site.join("foreign.html").exists());
    fs::write(root.join(".sijill/last-build.json"), "{").unwrap();
    assert!(build().0.contains(" 0 changed"));
}

fn filter(words: &[&str], input: &str) -> (Vec<Value>, i32) {
    let made = sijill()
        .args(["annotate", "--jsonl", "--root", dossier()])
        .args(words)
        .write_stdin(input)
        .output()
        .unwrap();
    let lines = String::from_utf8(made.stdout).unwrap();
    (
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        made.status.code().unwrap(),
    )
}

#[test]
fn the_filter_keeps_text_order_and_ids() {
    let input = "{\"id\": \"أ\", \"text\": \"زار 😀 وزير الخارجية  بغداد.\\nثم عاد.\", \"date\": \"2024-04-08\"}\n{\"id\": 7, \"text\": \"\"}\n";
    let (records, code) = filter(&[], input);
    assert_eq!(code, 0);
    assert_eq!((&records[0]["id"], &records[1]["id"]), (&Value::from("أ"), &Value::from(7)));
    let text = records[0]["text"].as_str().unwrap();
    assert_eq!(text, "زار 😀 وزير الخارجية  بغداد.\nثم عاد.");
    assert!(records[0]["title"].is_null());
    let chars: Vec<char> = text.chars().collect();
    let mentions = records[0]["mentions"].as_array().unwrap();
    assert!(mentions.iter().any(|mention| mention["id"] == "baghdad"), "{mentions:?}");
    for mention in mentions {
        let span =
            mention["start"].as_u64().unwrap() as usize..mention["end"].as_u64().unwrap() as usize;
        assert_eq!(mention["text"].as_str().unwrap(), chars[span].iter().collect::<String>());
    }
}

#[test]
fn a_bad_line_costs_itself_only() {
    let (records, code) = filter(
        &[],
        "{\"id\": 1, \"text\": \"نص\"}\nليس JSON\n{\"id\": 3}\n{\"id\": 4, \"text\": \"نص\", \"date\": \"2021-04-31\"}\n{\"id\": 5, \"text\": \"نص\"}\n",
    );
    assert_eq!(code, 1);
    let codes: Vec<_> =
        records.iter().map(|record| record["error"]["code"].as_str().unwrap_or("")).collect();
    assert_eq!(codes, ["", "json", "text", "date", ""]);
    assert_eq!(records[2]["id"], 3);
}

#[test]
fn the_stages_print_their_records() {
    let (records, code) = filter(
        &["--stage", "clean"],
        "{\"id\": 1, \"lines\": [\"عنوان الخبر\", \"\", \"نص الخبر الأول وفيه جملة كاملة عن زيارة الوفد إلى المدينة.\"]}\n",
    );
    assert_eq!(code, 0);
    let keys: Vec<&String> = records[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "title", "date", "text", "removed"]);
    let (records, _) = filter(&["--stage", "terms"], "{\"id\": 1, \"text\": \"والعراق\"}\n");
    assert!(!records[0]["terms"].as_array().unwrap().is_empty());
}

#[test]
fn a_folder_that_is_written_ends_with_a_count() {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("articles");
    fs::create_dir_all(&articles).unwrap();
    for name in ["third-round", "april-talks", "first-round"] {
        let from = Path::new(dossier()).join("content/articles").join(name).with_extension("txt");
        fs::copy(from, articles.join(name).with_extension("txt")).unwrap();
    }
    let write = || {
        let words = ["annotate", "--write", "--lang", "en", "--root", dossier()];
        let made = sijill().args(words).arg(&articles).output().unwrap();
        String::from_utf8(made.stdout).unwrap().lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(write(), "3 written, 0 left");
    // The second time the Markdown is written as it is, and stands in the way of the raw texts.
    assert_eq!(write(), "3 written, 3 left");
    fs::write(articles.join("april-talks.md"), "# مادة\n\nنص.\n").unwrap();
    fs::remove_file(articles.join("first-round.md")).unwrap();
    let only = articles.join("first-round.txt");
    let words = ["annotate", "--write", "--lang", "en", "--root", dossier()];
    let both = [only, articles.join("april-talks.txt")];
    let made = sijill().args(words).args(both).output().unwrap();
    let told = String::from_utf8(made.stdout).unwrap();
    assert!(told.ends_with("1 written, 1 left\n"), "{told}");
}

#[test]
fn written_markdown_is_the_article_from_then_on() {
    let room = tempfile::tempdir().unwrap();
    let raw = room.path().join("content/articles/round.txt");
    fs::create_dir_all(raw.parent().unwrap()).unwrap();
    fs::copy(Path::new(dossier()).join("content/articles/third-round.txt"), &raw).unwrap();
    sijill().args(["annotate", "--write", "--root", dossier()]).arg(&raw).assert().success();
    let written = fs::read_to_string(raw.with_extension("md")).unwrap();
    assert!(written.starts_with("---\ntitle: "), "{written}");
    assert!(
        written.contains("original: round.txt")
            && written.contains("sha256: ")
            && !written.contains("](place:"),
        "{written}"
    );
    let again =
        sijill().args(["annotate", "--write", "--root", dossier()]).arg(&raw).assert().code(1);
    assert!(String::from_utf8_lossy(&again.get_output().stderr).contains("error[exists]"));
    // Annotating the Markdown that was written finds the same as annotating the raw text.
    let marks = |path: &Path| {
        let made = sijill().args(["annotate", "--root", dossier()]).arg(path).output().unwrap();
        let text = String::from_utf8(made.stdout).unwrap();
        text.split("\n---\n").nth(1).unwrap().to_owned()
    };
    assert_eq!(marks(&raw), marks(&raw.with_extension("md")));
    let mut changed = fs::OpenOptions::new().append(true).open(&raw).unwrap();
    changed.write_all("سطر جديد".as_bytes()).unwrap();
    let checked = sijill().args(["check", "--root"]).arg(room.path()).output().unwrap();
    assert!(
        String::from_utf8_lossy(&checked.stderr).contains("warning[original-changed]"),
        "{checked:?}"
    );
}

#[test]
fn annotating_twice_changes_nothing() {
    let room = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(Path::new(dossier()).join("content/articles")).unwrap() {
        let path = entry.unwrap().path();
        let once =
            sijill().args(["annotate", "--root", dossier()]).arg(&path).output().unwrap().stdout;
        let file = room.path().join("once.md");
        fs::write(&file, &once).unwrap();
        let twice =
            sijill().args(["annotate", "--root", dossier()]).arg(&file).output().unwrap().stdout;
        assert!(
            once == twice,
            "{}:\n{}\n{}",
            path.display(),
            String::from_utf8_lossy(&once),
            String::from_utf8_lossy(&twice)
        );
    }
}

#[test]
fn wrong_usage_is_told_from_wrong_content() {
    sijill().arg("annotate").assert().code(2);
    sijill().args(["build", "--nowhere"]).assert().code(2);
    sijill().args(["annotate", "--root", dossier(), "no-such-file.txt"]).assert().code(1);
    for command in ["build", "serve", "check", "annotate", "suggest", "search", "new", "init"] {
        sijill().args([command, "--help"]).assert().success();
    }
}

/// A wrong call, and what is said of it in English and in Arabic.
const WRONG: &[(&str, &str, &str)] = &[
    ("bild", "unrecognized subcommand 'bild'", "لا أمر اسمه `bild`"),
    ("bild", "'build'", "أقصدت `build`؟"),
    ("build --strct", "'--strict'", "أقصدت `--strict`؟"),
    ("build extra", "unexpected argument 'extra'", "`extra` كلمة زائدة"),
    ("check --format xml", "[possible values: text, json]", "القيم الممكنة: text، json"),
    (
        "serve --port x",
        "invalid value 'x' for '--port <PORT>'",
        "القيمة `x` لا تصلح لـ`--port <PORT>`",
    ),
    ("serve --port", "a value is required for '--port <PORT>'", "يحتاج `--port <PORT>` إلى قيمة"),
    ("rename", "required arguments were not provided", "ينقص: <OLD>، <NEW>"),
    ("merge a", "<INTO>", "ينقص: <INTO>"),
    ("rename a", "<NEW>", "ينقص: <NEW>"),
    ("add", "<FILE>...", "ينقص: <FILE>..."),
    ("search", "<QUERY>...", "ينقص: <QUERY>..."),
    ("join", "<PART>...", "ينقص: <PART>..."),
    ("index", "<DIR>", "ينقص: <DIR>"),
    ("init", "<DIR>", "ينقص: <DIR>"),
    ("new", "<SLUG|TITLE>", "ينقص: <SLUG|TITLE>"),
    ("template --port 1", "unexpected argument '--port'", "لا خيار اسمه `--port`"),
    ("suggest --at-least many", "invalid value 'many'", "القيمة `many` لا تصلح"),
    ("verify public", "unexpected argument 'public'", "`public` كلمة زائدة"),
    ("completions csh", "invalid value 'csh'", "القيمة `csh` لا تصلح"),
    ("annotate --jsonl --write", "cannot be used with", "لا يجتمع `--jsonl` و`--write"),
];

#[test]
fn a_wrong_call_is_told_in_both_languages() {
    for &(call, english, arabic) in WRONG {
        for (lang, expected) in [("en", english), ("ar", arabic)] {
            let words = call.split(' ').chain(["--lang", lang]);
            let run = sijill().args(words).assert().code(2);
            let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
            assert!(said.contains(expected), "{call} --lang {lang}: {said}");
        }
    }
    let of_environment = sijill().env("LC_ALL", "ar_IQ.UTF-8").arg("bild").assert().code(2);
    of_environment.stderr(predicates::str::contains("لا أمر اسمه `bild`"));
}

#[test]
fn suggestions_are_written_where_they_belong() {
    let room = tempfile::tempdir().unwrap();
    let dir = room.path();
    let knowledge = dir.join("content/knowledge");
    fs::create_dir_all(&knowledge).unwrap();
    fs::create_dir_all(dir.join("content/articles")).unwrap();
    let text = "افتتاح المستشفى\n\nقال وزير الصحة سامي الغريب إن المستشفى افتتح. وحضرت الطبيبة هدى المنجوري.\n";
    fs::write(dir.join("content/articles/a.txt"), text).unwrap();
    let people = "# الأشخاص\npeople:\n  - {id: naji-salem, name: ناجي سالم} # هو\n";
    fs::write(knowledge.join("people.yaml"), people).unwrap();
    let suggest = |words: &[&str], code: i32| {
        let run = sijill().arg("suggest").args(words).arg("--root").arg(dir).assert().code(code);
        String::from_utf8_lossy(&run.get_output().stdout).into_owned()
    };
    suggest(&["--accept", "nobody-at-all"], 1);
    assert_eq!(fs::read_to_string(knowledge.join("people.yaml")).unwrap(), people);
    suggest(&["--not-a-name", "هدى المنجوري"], 0);
    assert!(!suggest(&[], 0).contains("المنجوري"));
    suggest(&["--accept", "sami-al-gharib"], 0);
    let written = fs::read_to_string(knowledge.join("people.yaml")).unwrap();
    assert!(written.starts_with(people), "{written}");
    assert!(written.contains("id: sami-al-gharib") && written.contains("وزير الصحة"), "{written}");
    assert!(!suggest(&[], 0).contains("الغريب"));
    sijill().args(["check", "--root"]).arg(dir).assert().success();
}

#[test]
fn a_new_dossier_builds() {
    let room = tempfile::tempdir().unwrap();
    let dir = room.path().join("ملف");
    sijill().args(["init", "--title", "ملف: المياه"]).arg(&dir).assert().success();
    sijill()
        .args(["new", "first-article", "--title", "أول مادة", "--root"])
        .arg(&dir)
        .assert()
        .success();
    sijill().args(["build", "--root"]).arg(&dir).assert().success();
    // It is a draft until somebody says otherwise.
    let page = dir.join("public/articles/first-article/index.html");
    assert!(!page.is_file());
    let shown = sijill().args(["build", "--drafts", "--root"]).arg(&dir).assert().success();
    shown.stdout(predicates::str::contains("(2 drafts)"));
    assert!(page.is_file());
    assert!(fs::read_to_string(dir.join("public/index.html")).unwrap().contains("ملف: المياه"));
    sijill().arg("init").arg(&dir).assert().code(1);
}

#[test]
fn a_folder_of_html_is_indexed_and_what_others_made_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    put(
        "port/index.html",
        "<title>ا</title><nav>القائمة</nav><main><h1>الميناء</h1><p>وصلت السفينة.</p><time datetime=2024-05-01>أمس</time></main>",
    );
    put("hidden.html", "<meta name=robots content=noindex><p>سرّ</p>");
    let index = || sijill().arg("index").arg(folder.path()).assert();
    index().success().stdout(predicates::str::contains("1 page indexed"));
    for file in ["index.html", "search.js", "search.css", "text/0.js"] {
        assert!(folder.path().join("search").join(file).is_file(), "{file}");
    }
    let script = fs::read_to_string(folder.path().join("search/search.js")).unwrap();
    assert!(script.contains("port/index.html") && !script.contains("hidden.html"));
    // Again: its own page is no page of the site.
    index().success().stdout(predicates::str::contains("1 page indexed"));
    fs::write(folder.path().join("search/text/0.js"), "// theirs").unwrap();
    index().failure().stderr(predicates::str::contains("--into find"));
    assert_eq!(fs::read_to_string(folder.path().join("search/text/0.js")).unwrap(), "// theirs");
}
