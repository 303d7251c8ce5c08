//! The panel in a real browser: by keyboard alone, on a phone, and what it says to whoever listens.

use serde_json::{Value, json};

use super::room::{MARKDOWN, PEOPLE, Room, TEXT, snapshot};
use crate::browser::axe;
use crate::browser::driver::{Browser, Tab};

/// What a page is asked about its looks.
const EYES: &str = include_str!("../../browser/page.js");
const ALT: u8 = 1;

/// A page with its panel open, as Alt+R opens it.
fn opened(tab: &mut Tab<'_>, room: &Room, page: &str) {
    tab.go(&format!("http://{}{page}", room.address));
    // As in a new window, in which nothing was open.
    tab.value("sessionStorage.clear()");
    tab.go(&format!("http://{}{page}", room.address));
    tab.until(
        "document.querySelector('.rv-opener')?.isConnected && document.querySelector('.rv-item')",
    );
    tab.press_with("r", ALT);
    tab.until("!document.getElementById('rv').hidden && document.getElementById('rv').contains(document.activeElement)");
}

/// Goes down the list to the line with these words, and opens it.
fn reach(tab: &mut Tab<'_>, words: &str) {
    for _ in 0..60 {
        let line =
            "document.activeElement.matches('.rv-item') ? document.activeElement.textContent : ''";
        if tab.text(line).contains(words) {
            tab.press("Enter");
            tab.until("document.activeElement.getAttribute('aria-expanded') === 'true'");
            return;
        }
        tab.press("ArrowDown");
    }
    panic!("no line with «{words}»: {}", tab.text("document.getElementById('rv').innerText"));
}

/// Says yes to the difference that is shown; the words of the difference.
fn agree(tab: &mut Tab<'_>) -> String {
    tab.until("document.querySelector('.rv-plan')?.contains(document.activeElement)");
    let shown = tab.text("document.querySelector('.rv-plan').innerText");
    tab.value("window.before = true");
    tab.press("Enter");
    settled(tab, "تم:");
    shown
}

/// Waits until the page has loaded itself again and says this.
fn settled(tab: &mut Tab<'_>, words: &str) {
    tab.until(&format!(
        "!window.before && document.querySelector('.rv-says')?.textContent.startsWith('{words}')"
    ));
    tab.until("document.getElementById('rv').contains(document.activeElement)");
}

/// Takes the last decision back with one key.
fn undo(tab: &mut Tab<'_>) {
    tab.value("window.before = true");
    tab.press("u");
    settled(tab, "تُراجع عن");
}

fn faults(tab: &mut Tab<'_>, question: &str) -> Vec<Value> {
    tab.value(&format!("{EYES}; {question}")).as_array().cloned().unwrap_or_default()
}

#[test]
fn the_panel_by_keyboard() {
    let Some(mut browser) = Browser::start_or_skip("the review panel") else { return };
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let mut tab = browser.tab();
    tab.width(1280);
    opened(&mut tab, &room, "/articles/jisr/");
    let left = "document.querySelector('.rv-count').textContent";
    let first = tab.text(left);

    // What is no name.
    reach(&mut tab, "سلمى الناصري");
    tab.press("x");
    let shown = agree(&mut tab);
    assert!(shown.contains("content/review/jisr.yaml") && shown.contains("is: plain"), "{shown}");
    assert!(room.read("review/jisr.yaml").contains("{text: سلمى الناصري, paragraph: 2"));
    // The count goes down.
    tab.until(&format!("{left} !== '{first}'"));
    undo(&mut tab);
    assert_eq!(snapshot(room.dir.path()), before);
    tab.until(&format!("{left} === '{first}'"));

    // Accepted; another kind.
    reach(&mut tab, "جسر الوادي");
    tab.press("a");
    agree(&mut tab);
    assert!(room.read("review/jisr.yaml").contains("is: place"));
    undo(&mut tab);
    reach(&mut tab, "جسر الوادي");
    tab.press("k");
    tab.until("document.activeElement.localName === 'select'");
    tab.value("document.activeElement.value = 'organization'");
    tab.press("Tab");
    tab.press("Enter");
    agree(&mut tab);
    assert!(room.read("review/jisr.yaml").contains("is: organization"));
    undo(&mut tab);

    // Joined with an entry.
    name_for(&mut tab, "سلمى الناصري", "j", "ندى الشامي");
    assert!(
        room.read("knowledge/people.yaml")
            .contains("{id: nada, name: ندى الشامي, aliases: [سلمى الناصري]}")
    );
    undo(&mut tab);
    assert_eq!(room.read("knowledge/people.yaml"), PEOPLE);

    // A new entry, its id proposed and changed.
    make_entry(&mut tab, "هشام القاضي", "mayor");
    assert!(room.read("knowledge/people.yaml").ends_with("  - id: mayor\n    name: هشام القاضي\n"));
    undo(&mut tab);

    // Another day; a letter in a field is a letter.
    reach(&mut tab, "أمس الأربعاء");
    tab.press("d");
    tab.until("document.activeElement.localName === 'input'");
    tab.value("document.activeElement.value = ''");
    tab.type_in("2021-05-11");
    tab.press("Enter");
    agree(&mut tab);
    assert!(room.read("review/jisr.yaml").contains("is: date, value: 2021-05-11"));
    undo(&mut tab);

    // Another speaker.
    name_for(&mut tab, "هذا الجسر يختصر", "s", "ندى الشامي");
    assert!(room.read("review/jisr.yaml").contains("is: speech, speaker: nada"));
    undo(&mut tab);
    assert_eq!(snapshot(room.dir.path()), before);

    // A difference that is refused, and the panel closed: the focus goes back to where it came from.
    reach(&mut tab, "سلمى الناصري");
    tab.press("x");
    tab.until("document.querySelector('.rv-plan')?.contains(document.activeElement)");
    tab.press("Escape");
    tab.until("!document.querySelector('.rv-plan') && document.getElementById('rv').contains(document.activeElement)");
    tab.press("Escape");
    tab.until("document.activeElement.className === 'rv-opener'");
    assert_eq!(snapshot(room.dir.path()), before);
    assert_eq!(room.read("articles/jisr.txt"), TEXT);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// A new entry from an item, with another id than the one that is proposed.
fn make_entry(tab: &mut Tab, item: &str, id: &str) {
    reach(tab, item);
    tab.press("n");
    tab.until("document.querySelector('.rv-form input[name=id]')?.value.length > 3");
    tab.value(&format!("document.querySelector('.rv-form input[name=id]').value = '{id}'"));
    tab.press("Enter");
    agree(tab);
}

/// An item for which a key asks for a name, and the name.
fn name_for(tab: &mut Tab, item: &str, key: &str, name: &str) {
    reach(tab, item);
    tab.press(key);
    tab.until("document.activeElement.localName === 'input'");
    tab.type_in(name);
    tab.press("Enter");
    agree(tab);
}

/// Names of all articles, by keyboard alone, from a page that is no article.
#[test]
fn names_of_all_articles_by_keyboard() {
    let Some(mut browser) = Browser::start_or_skip("the names in the review panel") else { return };
    let room = Room::start();
    let before = snapshot(room.dir.path());
    let mut tab = browser.tab();
    tab.width(1280);
    let home = format!("http://{}/", room.address);
    tab.go(&home);
    tab.until("document.querySelector('.rv-tabs button')");
    tab.press_with("r", ALT);
    tab.until("!document.getElementById('rv').hidden");
    tab.press("3");
    tab.until("document.querySelector('.rv-item')?.textContent.includes('×')");
    let count = "document.querySelector('.rv-tabs [aria-pressed=true]').textContent";
    let first = tab.text(count);

    // Accepted as it is proposed: the list gets shorter, and the next line is open.
    reach(&mut tab, "سلمى الناصري");
    let shown = tab.text(
        "document.querySelector('.rv-item[aria-expanded=true]').nextElementSibling.innerText",
    );
    assert!(
        shown.contains("وشكر المهندسة سلمى الناصري") && shown.contains("وحضرت الجلسة"),
        "{shown}"
    );
    tab.press("a");
    let shown = agree(&mut tab);
    assert!(
        shown.contains("knowledge/people.yaml") && shown.contains("name: سلمى الناصري"),
        "{shown}"
    );
    tab.until(&format!("{count} !== '{first}'"));
    undo(&mut tab);
    assert_eq!(snapshot(room.dir.path()), before);

    // With another id, as another kind, as no name, and as another name of an entry.
    make_entry(&mut tab, "سلمى الناصري", "engineer");
    assert!(
        room.read("knowledge/people.yaml").contains("  - id: engineer\n    name: سلمى الناصري\n")
    );
    undo(&mut tab);
    reach(&mut tab, "سلمى الناصري");
    tab.press("k");
    tab.until("document.activeElement.localName === 'select'");
    tab.value("document.activeElement.value = 'place'");
    tab.press("Tab");
    tab.press("Enter");
    agree(&mut tab);
    assert!(room.read("knowledge/places.yaml").contains("name: سلمى الناصري"));
    undo(&mut tab);
    reach(&mut tab, "سلمى الناصري");
    tab.press("x");
    agree(&mut tab);
    assert!(room.read("knowledge/ignore.yaml").contains("- سلمى الناصري"));
    undo(&mut tab);
    name_for(&mut tab, "سلمى الناصري", "j", "ندى الشامي");
    assert!(room.read("knowledge/people.yaml").contains("aliases: [سلمى الناصري]"));
    undo(&mut tab);
    assert_eq!(snapshot(room.dir.path()), before);

    // On the page of the name itself.
    tab.value("sessionStorage.clear()");
    opened(
        &mut tab,
        &room,
        "/people/%D8%B3%D9%84%D9%85%D9%89-%D8%A7%D9%84%D9%86%D8%A7%D8%B5%D8%B1%D9%8A/",
    );
    let groups = tab.text("document.querySelector('.rv-body').innerText");
    assert!(groups.contains("افتتاح جسر الوادي") && groups.contains("مجلس المدينة"), "{groups}");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_panel_on_markdown_on_a_phone_and_for_listeners() {
    let Some(mut browser) = Browser::start_or_skip("the review panel") else { return };
    let room = Room::start();
    let mut tab = browser.tab();
    // The list of what is left leads to the words.
    tab.width(360);
    opened(&mut tab, &room, "/articles/jisr/");
    tab.value("[...document.querySelectorAll('.rv-tabs button')][1].click()");
    tab.until("document.querySelectorAll('.rv-body ol li').length > 5");
    assert_eq!(tab.text("document.activeElement.getAttribute('aria-pressed')"), "true");
    tab.value("[...document.querySelectorAll('.rv-body ol a')].find((link) => link.textContent.includes('نقابة المهندسين')).click()");
    tab.until("location.pathname === '/articles/majlis/' && document.querySelector('.rv-item[aria-expanded=true]')");
    let open = tab.text("document.querySelector('.rv-item[aria-expanded=true]').textContent");
    assert!(open.contains("نقابة المهندسين"), "{open}");
    tab.press("x");
    agree(&mut tab);
    assert!(room.read("articles/majlis.md").contains("[**نقابة المهندسين**](plain:)"));
    undo(&mut tab);
    assert_eq!(room.read("articles/majlis.md"), MARKDOWN);
    for width in [360, 1280] {
        tab.width(width);
        opened(&mut tab, &room, "/articles/majlis/");
        reach(&mut tab, "نقابة المهندسين");
        tab.press("n");
        tab.until("document.querySelector('.rv-form input[name=id]')?.value.length > 3");
        for question in ["outside()", "faint()", "lost()"] {
            assert_eq!(faults(&mut tab, question), Vec::<Value>::new(), "{question} at {width}");
        }
        let unnamed = "[...document.querySelectorAll('#rv input, #rv select')].filter((field) => !field.labels.length).length";
        assert_eq!(tab.value(unnamed), json!(0));
        let small = "[...document.querySelectorAll('#rv button, #rv select, #rv a')].filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24).map((one) => one.textContent)";
        assert_eq!(tab.value(small), json!([]));
        let named =
            "[...document.querySelectorAll('#rv button')].every((one) => one.textContent.trim())";
        assert_eq!(tab.value(named), json!(true));
    }
    assert_eq!(
        tab.value(
            "['status', 'alert'].every((role) => document.querySelector(`#rv [role=${role}]`))"
        ),
        json!(true)
    );
    assert_eq!(
        tab.value("document.getElementById('rv').getAttribute('aria-labelledby')"),
        json!("rv-title")
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// What axe-core finds on the page with its panel, in each state of it.
#[test]
fn axe_finds_nothing_on_the_panel() {
    if !axe::is_there_or_skip("the review panel") {
        return;
    }
    let Some(mut browser) = Browser::start_or_skip("the review panel with axe") else { return };
    let room = Room::start();
    let mut tab = browser.tab();
    let mut found = Vec::new();
    for (width, scheme) in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")] {
        tab.width(width);
        tab.medium("", scheme);
        let mut look = |tab: &mut Tab<'_>, state: &str| {
            let of_state = axe::findings(tab);
            found.extend(
                of_state.iter().map(|one| format!("{state} at {width} px, {scheme}: {one}")),
            );
        };
        opened(&mut tab, &room, "/articles/jisr/");
        look(&mut tab, "the list of a page");
        reach(&mut tab, "هشام القاضي");
        look(&mut tab, "a line that is open");
        tab.press("n");
        tab.until("document.querySelector('.rv-form input[name=id]')?.value.length > 3");
        look(&mut tab, "a form");
        tab.press("Enter");
        tab.until("document.querySelector('.rv-plan')?.contains(document.activeElement)");
        look(&mut tab, "a difference");
        tab.press("Escape");
        tab.until("!document.querySelector('.rv-plan')");
        tab.value("[...document.querySelectorAll('.rv-tabs button')][1].click()");
        tab.until("document.querySelectorAll('.rv-body ol li').length > 5");
        look(&mut tab, "what is left");
        tab.value("[...document.querySelectorAll('.rv-tabs button')][2].click()");
        tab.until("document.querySelector('.rv-item')?.textContent.includes('×')");
        tab.value("document.querySelector('.rv-item').click()");
        tab.until("document.querySelector('.rv-said')");
        look(&mut tab, "names");
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
