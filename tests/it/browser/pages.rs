//! How pages are read: by keyboard, without scripts, on paper, in the dark, on a phone.

use serde_json::{Value, json};

use super::driver::Tab;
use super::{Folder, axe};

/// What the page is asked: [`tests/browser/page.js`](../../browser/page.js).
const EYES: &str = include_str!("../../browser/page.js");

fn faults(tab: &mut Tab<'_>, question: &str) -> Vec<Value> {
    tab.value(&format!("{EYES}; {question}")).as_array().cloned().unwrap_or_default()
}

/// The skip link comes first and leads to the text; the focus can be seen and follows the order of the page.
pub(super) fn keyboard(tab: &mut Tab<'_>, folder: &Folder) {
    for page in
        [folder.largest("articles/"), "index.html", "timeline/index.html", "search/index.html"]
    {
        tab.go(&folder.address(page));
        tab.press("Tab");
        assert_eq!(tab.text("document.activeElement.className"), "skip-link", "{page}");
        let box_of_it = "(() => { const box = document.activeElement.getBoundingClientRect(); return box.width > 10 && box.top >= 0 && box.right <= innerWidth; })()";
        assert_eq!(
            tab.value(box_of_it),
            true,
            "{page}: the skip link is shown when it has the focus"
        );
        tab.press("Enter");
        tab.until("document.activeElement.id === 'main'");
        // On from the text: what has the focus lies in it, is seen, and looks otherwise than without.
        tab.value(&format!("{EYES}; window.steps = followFocus(); 0"));
        for _ in 0..25 {
            tab.press("Tab");
        }
        let wrong = tab.value("steps.wrong");
        assert_eq!(wrong, json!([]), "{page}");
        assert!(tab.value("steps.count").as_u64() > Some(3), "{page}: {}", tab.value("steps"));
        assert_eq!(
            tab.value("steps.first"),
            true,
            "{page}: after the skip link the first stop lies in the text"
        );
    }
}

/// All paragraphs are there and shown; the search page says that it needs scripts and leads to the indexes.
pub(super) fn without_script(tab: &mut Tab<'_>, folder: &Folder) {
    let article = folder.largest("articles/");
    let text = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')";
    tab.go(&folder.address(article));
    let shown = tab.text(text);
    tab.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    tab.go(&folder.address(article));
    let without = tab.text(text);
    let told = tab.value("[...document.querySelectorAll('main [id^=p] p')].map((p) => [p.innerText, p.offsetHeight > 0])");
    let told = told.as_array().unwrap();
    assert!(told.len() > 2 && told.iter().all(|paragraph| paragraph[1] == true), "{told:?}");
    for paragraph in told {
        let words = paragraph[0].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(without.contains(&words) && shown.contains(&words), "{words}");
    }
    tab.go(&folder.address("search/index.html"));
    assert_eq!(tab.value("document.querySelector('noscript') !== null && document.querySelector('noscript').innerText.length > 10"), true);
    assert!(tab.value("document.querySelectorAll('main ul a').length").as_u64() >= Some(5));
    tab.call("Emulation.setScriptExecutionDisabled", json!({"value": false}));
}

/// Navigation is gone, the text is there, and the browser makes a PDF of it.
pub(super) fn print(tab: &mut Tab<'_>, folder: &Folder) {
    for page in [folder.largest("articles/"), "dossier/index.html"] {
        tab.medium("print", "light");
        tab.go(&folder.address(page));
        let gone = "[...document.querySelectorAll('.bar, .crumbs, .skip-link, form, .pager')].filter((part) => part.offsetHeight > 0).map((part) => part.className)";
        assert_eq!(tab.value(gone), json!([]), "{page}");
        assert_eq!(
            tab.value("document.querySelector('main').innerText.length > 400"),
            true,
            "{page}"
        );
        assert_eq!(faults(tab, "faint()"), Vec::<Value>::new(), "{page} on paper");
        tab.medium("", "light");
        let paper = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
        let pdf = tab.call("Page.printToPDF", paper);
        let pdf = pdf["data"].as_str().unwrap();
        // «%PDF-» in base 64.
        assert!(pdf.starts_with("JVBERi0") && pdf.len() > 20_000, "{page}: {} letters", pdf.len());
    }
}

/// Nothing sticks out of a phone, all text can be told from its ground, links within a page lead somewhere.
pub(super) fn every_kind(tab: &mut Tab<'_>, folder: &Folder) {
    for page in folder.kinds() {
        tab.medium("", "light");
        tab.width(360);
        tab.go(&folder.address(page));
        let light = tab.text("getComputedStyle(document.body).backgroundColor");
        assert_eq!(faults(tab, "outside()"), Vec::<Value>::new(), "{page} at 360 px");
        assert_eq!(faults(tab, "faint()"), Vec::<Value>::new(), "{page} in the light");
        assert_eq!(faults(tab, "lost()"), Vec::<Value>::new(), "{page}: links without a target");
        tab.width(320);
        assert_eq!(faults(tab, "outside()"), Vec::<Value>::new(), "{page} at 320 px");
        tab.width(1280);
        assert_eq!(faults(tab, "outside()"), Vec::<Value>::new(), "{page} at 1280 px");
        tab.medium("", "dark");
        assert_ne!(
            tab.text("getComputedStyle(document.body).backgroundColor"),
            light,
            "{page}: the dark changes nothing"
        );
        assert_eq!(faults(tab, "faint()"), Vec::<Value>::new(), "{page} in the dark");
    }
}

/// The policy of the pages holds, and nothing is fetched from elsewhere.
pub(super) fn quiet(tab: &mut Tab<'_>, folder: &Folder) {
    for page in folder.kinds() {
        tab.go(&folder.address(page));
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
    let home = folder.address("");
    let elsewhere: Vec<String> =
        tab.requests().into_iter().filter(|address| !address.starts_with(&home)).collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

/// The preview of a name comes with the focus, is tied to its link, and goes with Escape, which leaves the focus where it was.
pub(super) fn previews(tab: &mut Tab<'_>, folder: &Folder) {
    tab.go(&folder.address(folder.largest("articles/")));
    // The focus comes by keyboard: from the text to its first name.
    tab.value("document.getElementById('main').focus(); 0");
    for _ in 0..40 {
        tab.press("Tab");
        if tab.value("!!document.getElementById('preview')") == true {
            break;
        }
    }
    assert_eq!(
        tab.value("document.activeElement.matches('a.mention')"),
        true,
        "a name has a preview"
    );
    assert_eq!(tab.text("document.activeElement.getAttribute('aria-describedby')"), "preview");
    assert_eq!(tab.text("document.getElementById('preview').getAttribute('role')"), "tooltip");
    assert!(tab.text("document.getElementById('preview').innerText").trim().len() > 10);
    assert_eq!(faults(tab, "outside()"), Vec::<Value>::new(), "the preview stays in the window");
    assert_eq!(faults(tab, "faint()"), Vec::<Value>::new(), "the preview can be read");
    let name = tab.text("document.activeElement.href");
    tab.press("Escape");
    assert_eq!(tab.value("document.getElementById('preview')"), Value::Null);
    assert_eq!(tab.text("document.activeElement.href"), name);
    assert_eq!(tab.value("document.activeElement.getAttribute('aria-describedby')"), Value::Null);
    // With the pointer it comes too, and goes when the pointer leaves.
    let place = tab.value("(() => { const link = document.activeElement; link.scrollIntoView({ block: 'center' }); link.blur(); const box = link.getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2]; })()");
    tab.call(
        "Input.dispatchMouseEvent",
        json!({"type": "mouseMoved", "x": place[0], "y": place[1]}),
    );
    tab.until("document.getElementById('preview')");
    tab.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": 1, "y": 1}));
    tab.until("!document.getElementById('preview')");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// The citation is copied as it stands, and that it was is said.
pub(super) fn copying(tab: &mut Tab<'_>, folder: &Folder) {
    tab.go(&folder.address(folder.largest("articles/")));
    assert_eq!(tab.value("document.querySelector('[data-copy]').hidden"), false);
    tab.value("document.querySelector('[data-copy]').focus(); 0");
    tab.press("Enter");
    tab.until(
        "document.getElementById(document.querySelector('[data-copy]').dataset.says).textContent",
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// axe-core finds nothing, on a phone and on a desk; nor in the dark.
pub(super) fn axe(tab: &mut Tab<'_>, folder: &Folder) {
    if !axe::is_there_or_skip("the pages") {
        return;
    }
    let mut found = Vec::new();
    for page in folder.kinds() {
        tab.width(360);
        tab.medium("", "light");
        tab.go(&folder.address(page));
        let mut all = vec![("360 px", axe::findings(tab))];
        tab.medium("", "dark");
        all.push(("360 px in the dark", axe::color_findings(tab)));
        tab.width(1280);
        all.push(("1280 px in the dark", axe::findings(tab)));
        for (room, of_page) in all {
            found.extend(of_page.iter().map(|one| format!("{page} at {room}: {one}")));
        }
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
