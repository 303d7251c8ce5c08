//! The payloads in a real browser, with the policy of the pages and without it: nothing of them runs.

use std::fs;

use rayon::prelude::*;
use serde_json::json;
use sijill::site::output::Output;

use super::payloads::{dossier, payloads};
use super::{measured, size};
use crate::browser::driver::{Browser, Tab};
use crate::site::build;

/// Uses a page as a hasty reader does: points at everything, opens what opens, follows what is no address of the web.
const USE: &str = "(() => {
  for (const e of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'focusin', 'toggle', 'error', 'load', 'animationend', 'pointerdown'])
      e.dispatchEvent(new Event(kind, { bubbles: kind !== 'toggle' }));
    if (e.localName === 'details') e.open = true;
    if (e.localName === 'a' && !/^(https?|mailto|file):/.test(e.href)) e.click();
    if (e.localName === 'form' && !/^(https?|file):/.test(e.action)) e.submit();
  }
  return new Promise(done => setTimeout(() => done([typeof window.ran, location.href]), 0));
})()";

/// The pages of a site in a folder, as they are or without their policy.
fn written(output: &Output, with_policy: bool) -> (tempfile::TempDir, Vec<String>) {
    let dir = tempfile::tempdir().unwrap();
    let paths: Vec<&str> = output.paths().filter(|path| !path.ends_with(".png")).collect();
    let pages = paths.par_iter().filter_map(|path| {
        let mut bytes = output.get(path).unwrap().unwrap();
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let is_page = path.ends_with(".html");
        if is_page && !with_policy {
            let html = String::from_utf8(bytes).unwrap();
            let (before, rest) = html
                .split_once("<meta http-equiv=\"Content-Security-Policy\"")
                .unwrap_or((&html, ">"));
            bytes = [before, rest.split_once('>').unwrap().1].concat().into_bytes();
        }
        let moves = String::from_utf8_lossy(&bytes).contains("http-equiv=\"refresh\"");
        fs::write(file, bytes).unwrap();
        (is_page && !moves).then(|| (*path).to_owned())
    });
    let pages = pages.collect();
    (dir, pages)
}

/// What ran, left the folder or asked another place on a page.
fn wrong(tab: &mut Tab<'_>, address: &str) -> Option<String> {
    tab.forget();
    tab.go(address);
    let told = tab.value(USE);
    if told != json!(["undefined", address]) {
        return Some(format!("{address}: {told}"));
    }
    let elsewhere = tab
        .requests()
        .into_iter()
        .find(|asked| !asked.starts_with("file:") && !asked.starts_with("data:"));
    elsewhere.map(|asked| format!("{address}: asked {asked}"))
}

#[test]
fn no_payload_runs_in_a_browser() {
    let Some(mut browser) = Browser::start_or_skip("payloads") else { return };
    let some: Vec<String> = payloads().into_iter().step_by(size(65, 1)).collect();
    let dossier = dossier(&some);
    let output = build(&dossier.root());
    for with_policy in [true, false] {
        let (dir, pages) = written(&output, with_policy);
        assert!(pages.len() > some.len(), "only {} pages", pages.len());
        let mut found = Vec::new();
        for pages in pages.chunks(200) {
            let mut tab = browser.tab();
            found.extend(pages.iter().filter_map(|path| {
                wrong(&mut tab, &format!("file://{}/{}", dir.path().display(), encoded(path)))
            }));
        }
        measured(&format!(
            "browser: {} payloads, {} pages, policy: {with_policy}; {} ran",
            some.len(),
            pages.len(),
            found.len()
        ));
        assert!(
            found.is_empty(),
            "{} of {} pages:\n{}",
            found.len(),
            pages.len(),
            found[..found.len().min(10)].join("\n")
        );
    }
}

/// A path as an address has it.
fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// The test sees what runs.
#[test]
fn a_script_that_runs_is_seen() {
    let Some(mut browser) = Browser::start_or_skip("a script") else { return };
    let dir = tempfile::tempdir().unwrap();
    let mut tab = browser.tab();
    for (name, html) in [
        ("script", "<script>window.ran=1</script>"),
        ("handler", "<p onmouseover='window.ran=1'>"),
        ("image", "<img src=x onerror='window.ran=1'>"),
        ("link", "<a href='javascript:void(window.ran=1)'>x</a>"),
        ("frame", "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>"),
        ("details", "<details open ontoggle='window.ran=1'>"),
    ] {
        let file = dir.path().join(format!("{name}.html"));
        fs::write(&file, format!("<!doctype html><meta charset=utf-8>{html}")).unwrap();
        assert!(wrong(&mut tab, &format!("file://{}", file.display())).is_some(), "{name}");
    }
    let file = dir.path().join("plain.html");
    fs::write(&file, "<!doctype html><meta charset=utf-8><p>نص</p>").unwrap();
    assert_eq!(wrong(&mut tab, &format!("file://{}", file.display())), None);
}
