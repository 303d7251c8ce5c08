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
    assert!(whole.contains("- \u{2068}واتساب\u{2069}\n"), "{whole}");
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
