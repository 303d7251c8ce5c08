//! `check`: what an editor is told of cuts and of copies.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const STORY: &str = "بدأت البلدية ترميم السوق المسقوف في المدينة القديمة، وقالت إن العمل يستغرق عامين ويجري في ثلاث مراحل حتى لا تغلق الدكاكين أبوابها.\n\
وأوضح المهندس المشرف أن السقف الخشبي سيفك لوحًا لوحًا ويعالج ضد الرطوبة، ثم يعاد إلى مكانه بعد تدعيم الجدران بالحجر المحلي.\n\
وأضاف أن التجار سيعملون خلال المرحلة الأولى في خيام نصبت في الساحة المجاورة.\n";

fn dossier(articles: &[(&str, String)]) -> (tempfile::TempDir, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let root = room.path().join("root");
    Command::cargo_bin("sijill").unwrap().arg("init").arg(&root).assert().success();
    for (name, text) in articles {
        fs::write(root.join("content/articles").join(name), text).unwrap();
    }
    (room, root)
}

fn check(root: &Path, words: &[&str]) -> (String, String) {
    let done = Command::cargo_bin("sijill")
        .unwrap()
        .arg("check")
        .args(words)
        .arg("--root")
        .arg(root)
        .assert()
        .success();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&done.get_output().stdout), text(&done.get_output().stderr))
}

#[test]
fn copies_of_one_story_are_told_with_both_files_and_the_share() {
    let (_room, root) = dossier(&[
        ("first.txt", format!("ترميم السوق المسقوف يبدأ\n{STORY}")),
        ("second.txt", format!("البلدية ترمم السوق القديم\n{STORY}ويزور السوق في الأعياد آلاف من أهل القرى المحيطة بالمدينة.\n")),
        (
            "other.txt",
            "افتتاح مكتبة عامة\nافتتحت الجامعة مكتبة عامة تفتح أبوابها للطلبة والأهالي حتى منتصف الليل طوال أيام الأسبوع.\n".to_owned(),
        ),
    ]);
    let (_, told) = check(&root, &[]);
    let copies: Vec<&str> = told.lines().filter(|line| line.contains("near-duplicate")).collect();
    assert_eq!(copies.len(), 1, "{told}");
    assert!(
        copies[0].contains("second.txt")
            && copies[0].contains("100 %")
            && copies[0].contains("first.txt"),
        "{told}"
    );
}

#[test]
fn cuts_are_shown_as_a_diff() {
    let raw = format!(
        "الرئيسية | أخبار | رياضة\nترميم السوق المسقوف يبدأ\n{STORY}شارك على فيسبوك\nتويتر\nواتساب\n"
    );
    let (_room, root) = dossier(&[("market.txt", raw)]);
    let (said, _) = check(&root, &[]);
    assert!(
        said.contains("cut from 1 of the articles: 2 pieces, 8 words; `check --cuts` shows them"),
        "{said}"
    );
    let (short, _) = check(&root, &["--cuts"]);
    assert!(
        short.contains("market.txt (2 cuts, 8 words;")
            && short.contains("@@ 1 @@ navigation, ")
            && short.contains("@@ 6-8 @@ share, "),
        "{short}"
    );
    assert!(short.contains("- \u{2068}شارك على فيسبوك (+2)\u{2069}"), "{short}");
    let (whole, _) = check(&root, &["--cuts=whole"]);
    assert!(whole.contains("- 8 \u{2068}واتساب\u{2069}\n"), "{whole}");
    let (json, _) = check(&root, &["--cuts", "--format", "json"]);
    let cut: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(
        cut.iter().any(|cut| cut["kind"] == "share"
            && cut["code"] == "share"
            && cut["line"] == 6
            && cut["last_line"] == 8),
        "{json}"
    );
}

#[test]
fn every_line_has_the_number_that_a_rule_takes() {
    let raw = format!(
        "---\nlang: ar\n---\nالرئيسية | أخبار | رياضة\nترميم السوق المسقوف يبدأ\n\n{STORY}شارك على فيسبوك\n"
    );
    let (_room, root) = dossier(&[("market.txt", raw.clone())]);
    let (whole, _) = check(&root, &["--cuts=whole"]);
    assert!(whole.contains("# 2 \u{2068}lang: ar\u{2069}\n"), "{whole}");
    assert!(whole.contains("- 4 \u{2068}الرئيسية | أخبار | رياضة\u{2069}\n"), "{whole}");
    assert!(
        whole.contains("= 5 \u{2068}ترميم السوق المسقوف يبدأ\u{2069}\n  7 \u{2068}بدأت"),
        "{whole}"
    );
    assert!(whole.contains("- 10 \u{2068}شارك على فيسبوك\u{2069}\n"), "{whole}");

    // Of a page the lines are those of its text, behind the front matter.
    let page = format!(
        "---\nlang: ar\n---\n<html><body>\n\n\n<h1>ترميم السوق المسقوف يبدأ</h1>{}</body></html>\n",
        STORY.lines().map(|line| format!("<p>{line}</p>")).collect::<String>()
    );
    let path = root.join("content/articles/page.html");
    let lines = |text: &str| {
        fs::write(&path, text).unwrap();
        let mut command = Command::cargo_bin("sijill").unwrap();
        let done = command
            .args(["annotate", "--stage", "lines", "--root"])
            .arg(&root)
            .arg(&path)
            .assert()
            .success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    let before = lines(&page);
    let line = before.lines().find(|line| line.contains("وأوضح المهندس")).unwrap();
    let number = line.strip_prefix("  ").unwrap().split(' ').next().unwrap();
    let number: usize = number.parse().unwrap();
    // The rule is a line of front matter more.
    let ruled =
        page.replacen("lang: ar\n", &format!("lang: ar\nclean: [{{cut: {}}}]\n", number + 1), 1);
    let after = lines(&ruled);
    let cut: Vec<&str> = after.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(cut.len(), 1, "{after}");
    assert!(cut[0].contains("وأوضح المهندس"), "{after}");

    let mut command = Command::cargo_bin("sijill").unwrap();
    command.args(["annotate", "--stage", "clean"]).arg(&path).assert().code(2);
    let mut command = Command::cargo_bin("sijill").unwrap();
    command.args(["annotate", "--stage", "lines", "--jsonl"]).assert().code(2);
}

#[test]
fn a_rule_about_lines_that_are_not_there_is_told() {
    let head = "---\nlang: ar\nclean:\n  - {cut: 99}\n  - {keep: 5-6}\n  - {cut: 40-44}\n  - {cut: 10-200}\n---\n";
    let (_room, root) =
        dossier(&[("market.txt", format!("{head}ترميم السوق المسقوف يبدأ\n{STORY}"))]);
    let (_, told) = check(&root, &[]);
    let outside: Vec<&str> = told.lines().filter(|line| line.contains("clean-outside")).collect();
    assert_eq!(outside.len(), 3, "{told}");
    assert!(told.contains("`cut: 10-200` goes beyond the end: the text has 12 lines"), "{told}");
    assert!(told.contains("`cut: 99` names no line: the text has 12 lines"), "{told}");
    assert!(told.contains("market.txt:4:1: warning[clean-outside]"), "{told}");
    assert!(told.contains("market.txt:6:1: warning[clean-outside]"), "{told}");
}

/// The line of a page is none of its file: the finding says what prints it.
#[test]
fn a_doubt_about_a_page_names_the_lines_of_its_text() {
    let headline = "ترميم السوق المسقوف يبدأ";
    let last = "وقال المهندس إن السوق يضم 140 دكانًا، وإن سقفه الخشبي من القرن التاسع عشر، ولم يرمم منذ بناء الساحة المجاورة.";
    let lines: Vec<&str> = STORY.lines().chain(["أرقام رئيسية", last]).collect();
    let paragraphs: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    let page = format!(
        "<html><head><meta charset=utf-8></head><body><h1>{headline}</h1>{paragraphs}</body></html>"
    );
    let text = format!("{headline}\n{}\n", lines.join("\n"));
    let (_room, root) = dossier(&[("market.html", page), ("copy.txt", text)]);
    let (_, told) = check(&root, &["-v"]);
    let doubt = |file: &str| {
        let from = told.find(file).unwrap_or_else(|| panic!("{file}: {told}"));
        told[from..].lines().take(2).collect::<Vec<_>>().join(" ")
    };
    let page = doubt("market.html: warning[kept-in-doubt]");
    assert!(page.contains("`clean: [{cut: 8}]` between two lines `---`"), "{page}");
    assert!(page.contains("`sijill annotate --stage lines FILE` prints every line"), "{page}");
    let copy = doubt("copy.txt:5:1: warning[kept-in-doubt]");
    assert!(copy.contains("`clean: [{cut: 8}]`") && !copy.contains("--stage lines"), "{copy}");
    // Taken at its word, the remedy cuts that line and no other; so it does where there is front matter already.
    for file in ["market.html", "copy.txt"] {
        let path = root.join("content/articles").join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("---\nclean: [{{cut: 8}}]\n---\n{text}")).unwrap();
        let (_, told) = check(&root, &["-v"]);
        assert!(!told.contains(&format!("{file}: warning[kept-in-doubt]")), "{told}");
        let (cuts, _) = check(&root, &["--cuts"]);
        assert!(cuts.contains("@@ 8 @@ editor") && cuts.contains("أرقام رئيسية"), "{cuts}");
        fs::write(&path, format!("---\ndate: 2021-04-07\n---\n{text}")).unwrap();
        let (_, told) = check(&root, &["-v"]);
        assert!(told.contains("`clean: [{cut: 9}]` in the front matter"), "{told}");
        fs::write(&path, text).unwrap();
    }
}

/// What other generators, pages and forms call a key leads to the key; what a broken file would have given is not missing.
#[test]
fn a_key_of_another_house_and_a_broken_file_are_told_once() {
    let room = tempfile::tempdir().unwrap();
    let at = |path: &str| room.path().join(path);
    fs::create_dir_all(at("content/articles")).unwrap();
    fs::create_dir_all(at("content/knowledge")).unwrap();
    let article = "---\ntitle: افتتاح مكتبة في السلط\noutlet: صحيفة المرفأ\npublishDate: 2021-04-07\nالوسوم: [مكتبات]\n---\nتضم المكتبة العامة قاعتين للقراءة وركنًا للأطفال، وتفتح أبوابها كل صباح.\n";
    fs::write(at("content/articles/a.md"), article).unwrap();
    let check = |lang: &str| {
        let mut run = Command::cargo_bin("sijill").unwrap();
        let words = ["check", "-v", "--lang", lang, "--root"];
        let made = run.args(words).arg(room.path()).output().unwrap();
        String::from_utf8(made.stderr).unwrap()
    };
    let english = check("en");
    for form in ["`source: {outlet: …}`", "`date: …`", "`topics: […]`"] {
        assert!(english.contains(&format!("write {form} for it")), "{form}: {english}");
    }
    assert!(check("ar").contains("اكتب بدله `source: {outlet: …}`"));

    fs::write(at("content/knowledge/places.yaml"), "places:\n  - {id: salt, name: [\n").unwrap();
    let events = "events:\n  - {id: opening, name: افتتاح المكتبة, date: 2021-04-07, places: [salt], status: held}\n";
    fs::write(at("content/knowledge/events.yaml"), events).unwrap();
    let said = check("en");
    let errors: Vec<&str> = said.lines().filter(|line| line.contains("error")).collect();
    assert!(matches!(errors[..], [only] if only.contains("places.yaml")), "{said}");
}
