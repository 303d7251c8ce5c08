//! Day or month first, decided over the articles of one source; and days of publication that are still to come.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

fn sijill(root: &Path) -> Command {
    let mut command = Command::cargo_bin("sijill").unwrap();
    command.current_dir(root);
    command
}

/// A dossier of articles: file, source (may be empty) and what stands under the headline.
fn dossier(articles: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    for (name, source, stamp) in articles {
        let path = room.path().join("content/articles").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let source = if source.is_empty() {
            String::new()
        } else {
            format!("---\nsource: {{outlet: {source}}}\n---\n")
        };
        let title = format!("افتتاح جسر رقم {} على النهر", name.len());
        let body = "افتتحت بلدية الوادي جسرًا جديدًا على النهر، وقالت إنه يخفف الزحام عن وسط المدينة. ويصل الجسر بين ضفتي المدينة.";
        fs::write(path, format!("{source}{title}\n{stamp}\n\n{body}\n")).unwrap();
    }
    room
}

/// The days that `annotate` gives for files, in their order, and what it reports.
fn days(room: &Path, files: &[&str]) -> (Vec<String>, String) {
    let paths = files.iter().map(|file| format!("content/articles/{file}"));
    let made = sijill(room).args(["annotate", "--format", "jsonl"]).args(paths).output().unwrap();
    let lines = String::from_utf8(made.stdout).unwrap();
    let day = |line: &str| {
        serde_json::from_str::<Value>(line).unwrap()["date"]["edtf"]
            .as_str()
            .unwrap_or("")
            .to_owned()
    };
    (lines.lines().map(day).collect(), String::from_utf8(made.stderr).unwrap())
}

const MONTH_FIRST: &str = "تاريخ النشر: 9/14/2021";
const DAY_FIRST: &str = "تاريخ النشر: 14/9/2021";
const OPEN: &str = "تاريخ النشر: 5/6/2021";

#[test]
fn an_open_day_is_read_as_others_of_its_folder() {
    let room = dossier(&[("a.txt", "", OPEN), ("bb.txt", "", MONTH_FIRST), ("ccc.txt", "", OPEN)]);
    let room = room.path();
    for files in [
        ["a.txt", "bb.txt", "ccc.txt"],
        ["bb.txt", "a.txt", "ccc.txt"],
        ["ccc.txt", "a.txt", "bb.txt"],
    ] {
        let (found, said) = days(room, &files);
        let expected = files.map(|file| if file == "bb.txt" { "2021-09-14" } else { "2021-05-06" });
        assert_eq!(found, expected);
        assert!(!said.contains("date-order"), "{said}");
    }
    let (alone, said) = days(room, &["a.txt"]);
    assert_eq!(alone, ["2021-06-05"]);
    assert!(said.contains("date-order"), "{said}");

    sijill(room).arg("build").assert().success();
    let page = fs::read_to_string(room.join("public/articles/a/index.html")).unwrap();
    assert!(
        page.contains("datetime=\"2021-05-06\"") && page.contains("قُرئ الشهر قبل اليوم"),
        "{page}"
    );
}

#[test]
fn where_others_differ_or_put_the_day_first_it_stays_first() {
    let room =
        dossier(&[("a.txt", "", OPEN), ("bb.txt", "", MONTH_FIRST), ("ccc.txt", "", DAY_FIRST)]);
    let (found, said) = days(room.path(), &["a.txt", "bb.txt", "ccc.txt"]);
    assert_eq!(found, ["2021-06-05", "2021-09-14", "2021-09-14"]);
    assert!(said.contains("a.txt") && said.contains("date-order"), "{said}");

    let room = dossier(&[("a.txt", "", OPEN), ("bb.txt", "", DAY_FIRST)]);
    let (found, said) = days(room.path(), &["a.txt", "bb.txt"]);
    assert_eq!(found, ["2021-06-05", "2021-09-14"]);
    assert!(
        !said.contains("date-order"),
        "nothing is open where others of the source decide: {said}"
    );
    let checked = sijill(room.path()).arg("check").output().unwrap();
    assert!(!String::from_utf8(checked.stderr).unwrap().contains("date-order"));
}

#[test]
fn an_outlet_goes_by_its_own_articles_wherever_they_lie() {
    let room = dossier(&[
        ("a.txt", "جريدة الزورق", OPEN),
        ("bb.txt", "صحيفة الضفة", OPEN),
        ("sub/c.txt", "جريدة الزورق", MONTH_FIRST),
        ("sub/dd.txt", "صحيفة الضفة", DAY_FIRST),
        ("sub/eee.txt", "وكالة السهل", OPEN),
    ]);
    let (found, said) =
        days(room.path(), &["a.txt", "bb.txt", "sub/c.txt", "sub/dd.txt", "sub/eee.txt"]);
    assert_eq!(found, ["2021-05-06", "2021-06-05", "2021-09-14", "2021-09-14", "2021-06-05"]);
    assert_eq!(said.matches("date-order").count(), 1, "{said}");
}

#[test]
fn a_day_to_come_is_told_and_changes_no_page() {
    let room = dossier(&[("a.txt", "", "تاريخ النشر: 3 آذار 2020")]);
    let root = room.path();
    fs::write(
        root.join("content/articles/to-come.md"),
        "---\ntitle: جسر لم يُفتتح بعد\ndate: 2999-03-03\n---\n\nيُفتتح الجسر بعد زمن.\n",
    )
    .unwrap();
    let warned = |command: &str| {
        let made = sijill(root).arg(command).assert().success();
        let said = String::from_utf8(made.get_output().stderr.clone()).unwrap();
        let lines: Vec<&str> = said.lines().filter(|line| line.contains("future-date")).collect();
        assert!(
            matches!(lines.as_slice(), [line] if line.contains("to-come.md") && line.contains("2999-03-03")),
            "{command}: {said}"
        );
    };
    warned("check");
    warned("build");
    // The second build has nothing to do and says the same.
    warned("build");
    sijill(root).args(["check", "--strict"]).assert().failure();
}
