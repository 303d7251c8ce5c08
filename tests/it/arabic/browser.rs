//! Bidi in a real browser: the visual order of mixed lines, read from client rectangles.
//!
//! Needs Chromium; where there is none, the test says so and passes.

use std::path::Path;
use std::process::Command;

use sijill::arabic::bidi::isolated_runs;

/// The lines of the corpus: the text, and its parts in the order of reading.
fn cases() -> Vec<(String, Vec<String>)> {
    let corpus = include_str!("../../corpus/bidi.txt");
    let lines = corpus.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let parts = |line: &str| line.split('|').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    lines.map(|line| (line.replace('|', ""), parts(line))).collect()
}

/// A page with each text in a right-to-left line; `isolate` puts the runs in elements of their own.
fn page(cases: &[(String, Vec<String>)], isolate: bool) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut lines = String::new();
    for (text, parts) in cases {
        let mut shown = String::new();
        let mut at = 0;
        for run in isolated_runs(text).into_iter().filter(|_| isolate) {
            shown += &escape(&text[at..run.span.start]);
            shown += &format!("<bdi dir=\"ltr\">{}</bdi>", escape(run.span.cut(text)));
            at = run.span.end;
        }
        shown += &escape(&text[at..]);
        lines += &format!("<p data-parts=\"{}\">{shown}</p>\n", escape(&serde_json::json!(parts).to_string()));
    }
    let script = include_str!("../../browser/bidi.js");
    format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><style>p{{white-space:nowrap}}</style><body>\n{lines}<script>{script}</script></body></html>"
    )
}

/// What is wrong with each line, empty where nothing is; `None` without a browser.
fn faults(dir: &Path, name: &str, page: &str) -> Option<Vec<String>> {
    let file = dir.join(name);
    std::fs::write(&file, page).expect("the temporary folder takes files");
    let output = ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|browser| {
        let profile = format!("--user-data-dir={}", dir.join("profile").display());
        let options = ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1600,1200", "--dump-dom"];
        Command::new(browser).args(options).arg(profile).arg(&file).output().ok()
    })?;
    let html = String::from_utf8_lossy(&output.stdout).replace("&quot;", "\"");
    let list = html.split_once("data-faults=\"").and_then(|(_, rest)| rest.split_once("]\"")).map(|(list, _)| format!("{list}]"));
    let list = list.unwrap_or_else(|| panic!("the page did not finish: {}", String::from_utf8_lossy(&output.stderr)));
    Some(serde_json::from_str(&list).expect("the script writes JSON"))
}

#[test]
fn mixed_lines_stand_as_a_reader_expects() {
    let cases = cases();
    assert!(cases.len() >= 30);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let Some(found) = faults(dir.path(), "isolated.html", &page(&cases, true)) else {
        eprintln!("skipped: no Chromium to show the lines of tests/corpus/bidi.txt");
        return;
    };
    assert_eq!(found.len(), cases.len());
    let wrong: Vec<_> = cases.iter().zip(&found).filter(|(_, fault)| !fault.is_empty()).map(|((text, _), fault)| (text, fault)).collect();
    assert!(wrong.is_empty(), "{} lines of {}: {wrong:#?}", wrong.len(), cases.len());

    // Without isolation many lines are wrong: the test can see a fault.
    let bare = faults(dir.path(), "bare.html", &page(&cases, false)).expect("the browser was there");
    let faulty = bare.iter().filter(|fault| !fault.is_empty()).count();
    eprintln!("{} lines stand right; left alone, {faulty} of them would not", cases.len());
    assert!(faulty >= 10, "{faulty}");
}
