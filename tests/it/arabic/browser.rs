//! Bidi in a real browser: the visual order of mixed lines, read from client rectangles.
//!
//! Needs Chromium; where there is none, the test says so and passes.

use std::path::Path;

use sijill::arabic::bidi::isolated_runs;

use crate::browser::driver::{Browser, Tab};

/// The lines of the corpus: the text, and its parts in the order of reading.
fn cases() -> Vec<(String, Vec<String>)> {
    let corpus = include_str!("../../corpus/bidi.txt");
    let lines = corpus.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let parts = |line: &str| {
        line.split('|').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    lines.map(|line| (line.replace('|', ""), parts(line))).collect()
}

/// A page with each text in a right-to-left line; `isolate` puts the runs in elements of their own.
fn page(cases: &[(String, Vec<String>)], isolate: bool) -> String {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
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
        lines += &format!(
            "<p data-parts=\"{}\">{shown}</p>\n",
            escape(&serde_json::json!(parts).to_string())
        );
    }
    let script = include_str!("../../browser/bidi.js");
    format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><style>p{{white-space:nowrap}}</style><body>\n{lines}<script>{script}</script></body></html>"
    )
}

/// What is wrong with each line, empty where nothing is.
fn faults(tab: &mut Tab<'_>, dir: &Path, name: &str, page: &str) -> Vec<String> {
    let file = dir.join(name);
    std::fs::write(&file, page).expect("the temporary folder takes files");
    tab.go(&format!("file://{}", file.display()));
    serde_json::from_str(&tab.text("document.body.dataset.faults")).expect("the script writes JSON")
}

#[test]
fn mixed_lines_stand_as_a_reader_expects() {
    let cases = cases();
    assert!(cases.len() >= 30);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let Some(mut browser) = Browser::start_or_skip("the Arabic of its own engine") else { return };
    let mut tab = browser.tab();
    tab.width(1600);
    let found = faults(&mut tab, dir.path(), "isolated.html", &page(&cases, true));
    assert_eq!(found.len(), cases.len());
    let wrong: Vec<_> = cases
        .iter()
        .zip(&found)
        .filter(|(_, fault)| !fault.is_empty())
        .map(|((text, _), fault)| (text, fault))
        .collect();
    assert!(wrong.is_empty(), "{} lines of {}: {wrong:#?}", wrong.len(), cases.len());

    // Without isolation many lines are wrong: the test can see a fault.
    let bare = faults(&mut tab, dir.path(), "bare.html", &page(&cases, false));
    let faulty = bare.iter().filter(|fault| !fault.is_empty()).count();
    eprintln!("{} lines stand right; left alone, {faulty} of them would not", cases.len());
    assert!(faulty >= 10, "{faulty}");
}
