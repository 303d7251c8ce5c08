//! The search page: typing, keys, addresses, facets, bad queries.

use serde_json::{Value, json};

use super::driver::Tab;
use super::{Folder, host};

const PAGE: &str = "search/index.html";

/// Goes to the page and waits for the answer of a query in its address.
fn ask(tab: &mut Tab<'_>, home: &str, query: &str) {
    let query = percent_encoding::utf8_percent_encode(query, percent_encoding::NON_ALPHANUMERIC);
    tab.go(&format!("{home}{PAGE}?q={query}"));
    tab.until("document.getElementById('search-status').textContent");
}

fn status(tab: &mut Tab<'_>) -> String {
    tab.text("document.getElementById('search-status').textContent")
}

/// How many articles are listed.
const HITS: &str = "document.querySelectorAll('#search-hits > li').length";

/// Puts the focus into the field and types; waits until the status says something new.
fn type_in_field(tab: &mut Tab<'_>, text: &str) {
    tab.value("document.getElementById('q').focus(); document.getElementById('search-status').textContent = ''; 0");
    tab.type_in(text);
    tab.until("document.getElementById('search-status').textContent");
}

/// Results stand there before the word is finished; excerpts mark whole words in the source's spelling.
pub(super) fn while_typing(tab: &mut Tab<'_>, folder: &Folder) {
    tab.go(&folder.address(PAGE));
    type_in_field(tab, "الحوا");
    tab.until(&format!("{HITS} > 1"));
    assert!(status(tab).contains("مادة") || status(tab).contains("مواد"), "{}", status(tab));
    tab.type_in("ر");
    tab.until("document.querySelectorAll('#search-hits mark').length > 0");
    let marked = tab.value(
        "[...document.querySelectorAll('#search-hits mark')].map((mark) => mark.textContent)",
    );
    for word in marked.as_array().unwrap() {
        assert!(word.as_str().unwrap().contains("حوا"), "{marked}");
    }
    let between = "[...document.querySelectorAll('#search-hits mark')].every((mark) => !/[\\u0621-\\u064A]$/.test(mark.previousSibling?.data ?? '') && !/^[\\u0621-\\u064A]/.test(mark.nextSibling?.data ?? ''))";
    assert_eq!(tab.value(between), true, "marks are whole words");
    assert_eq!(
        tab.value("document.querySelectorAll('.hit__why').length"),
        0,
        "the reader's own words need no reason"
    );
    // The state is said to those who do not see it.
    assert_eq!(
        tab.value("document.getElementById('search-status').getAttribute('role')"),
        json!("status")
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Arrows go through the list, Enter takes, Escape closes; the field says which one is meant.
pub(super) fn by_keyboard(tab: &mut Tab<'_>, folder: &Folder) {
    tab.go(&folder.address(PAGE));
    type_in_field(tab, "العر");
    tab.until("!document.getElementById('search-options').hidden");
    let field = |tab: &mut Tab<'_>, name: &str| {
        tab.value(&format!("document.getElementById('q').getAttribute('{name}')"))
    };
    assert_eq!(field(tab, "role"), "combobox");
    assert_eq!(field(tab, "aria-expanded"), "true");
    assert_eq!(field(tab, "aria-activedescendant"), Value::Null);
    tab.press("ArrowDown");
    assert_eq!(field(tab, "aria-activedescendant"), "search-option-0");
    assert_eq!(
        tab.value("document.getElementById('search-option-0').getAttribute('aria-selected')"),
        json!("true")
    );
    tab.press("ArrowDown");
    assert_eq!(field(tab, "aria-activedescendant"), "search-option-1");
    tab.press("ArrowUp");
    tab.press("ArrowUp");
    assert_eq!(field(tab, "aria-activedescendant"), Value::Null, "above the first is the field");
    tab.press("Escape");
    assert_eq!(field(tab, "aria-expanded"), "false");
    assert_eq!(
        tab.text("document.getElementById('q').value"),
        "العر",
        "Escape leaves what was typed"
    );
    // A name opens its page.
    tab.go(&folder.address(PAGE));
    type_in_field(tab, "البنتا");
    tab.until("!document.getElementById('search-options').hidden");
    tab.press("ArrowDown");
    let kind = tab.text("document.querySelector('#search-option-0 .quiet')?.textContent ?? ''");
    assert_eq!(kind, "جهة");
    tab.press("Enter");
    tab.until("location.pathname.includes('/organizations/')");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// A stroke goes to the field, few steps lead to the first result, arrows walk on from there.
pub(super) fn steps(tab: &mut Tab<'_>, folder: &Folder) {
    ask(tab, &folder.address(""), "العراق");
    tab.until("document.querySelector('#search-hits a')");
    tab.value("document.activeElement.blur(); 0");
    tab.call("Input.dispatchKeyEvent", json!({"type": "keyDown", "key": "/", "code": "Slash", "text": "/", "windowsVirtualKeyCode": 191}));
    tab.call(
        "Input.dispatchKeyEvent",
        json!({"type": "keyUp", "key": "/", "code": "Slash", "windowsVirtualKeyCode": 191}),
    );
    tab.until("document.activeElement.id === 'q'");
    assert_eq!(
        tab.text("document.getElementById('q').value"),
        "العراق",
        "the stroke is no letter of the query"
    );
    let mut steps = 0;
    while tab.value("document.activeElement.matches('#search-hits a')") != true {
        tab.press("Tab");
        steps += 1;
        assert!(steps <= 12, "{}", tab.text("document.activeElement.outerHTML.slice(0, 200)"));
    }
    let place = "[...document.querySelectorAll('.hit a')].indexOf(document.activeElement)";
    assert_eq!(tab.value(place), json!(0));
    tab.press("ArrowDown");
    assert_eq!(tab.value(place), json!(1));
    tab.press("ArrowUp");
    tab.press("ArrowUp");
    tab.until("document.activeElement.matches('.best a') || document.activeElement.id === 'q'");
    // Results stand before the facets in the order of the page, and their count is said once.
    let before = "document.getElementById('search-hits').compareDocumentPosition(document.getElementById('search-facets')) & 4";
    assert_eq!(tab.value(before), json!(4));
    assert_eq!(
        tab.value("document.querySelectorAll('[role=status], [aria-live]').length"),
        json!(1)
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// What is of the same root stands below and says so; a phrase says where it fails.
pub(super) fn further(tab: &mut Tab<'_>, folder: &Folder) {
    ask(tab, &folder.address(""), "\"الحوار الاستراتيجي الزراعي\"");
    assert!(status(tab).contains("«الزراعي»"), "{}", status(tab));
    ask(tab, &folder.address(""), "ب");
    assert!(status(tab).contains("حرفين"), "{}", status(tab));
    ask(tab, &folder.address(""), "متى تنتهي مهمة التحالف؟");
    tab.until("!document.querySelector('#search-further').hidden");
    assert_eq!(tab.value("document.querySelector('#search-further').open"), json!(false));
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Each query that was sent is a step back; order and page stand in the address too.
pub(super) fn history(tab: &mut Tab<'_>, folder: &Folder) {
    ask(tab, &folder.address(""), "العراق");
    let first = status(tab);
    let dates = "[...document.querySelectorAll('#search-hits time')].map((time) => time.dateTime).filter(Boolean)";
    tab.value("document.getElementById('q').value = 'انسحاب القوات'; document.getElementById('search-form').requestSubmit(); 0");
    tab.until(&format!(
        "document.getElementById('search-status').textContent !== {}",
        json!(first)
    ));
    assert!(tab.text("decodeURIComponent(location.search)").contains("انسحاب"));
    tab.value("history.back(); 0");
    tab.until(&format!(
        "document.getElementById('search-status').textContent === {}",
        json!(first)
    ));
    assert_eq!(tab.text("document.getElementById('q').value"), "العراق");
    for (order, falling) in [("new", true), ("old", false)] {
        let choose = "const order = document.getElementById('search-order'); order.value = ORDER; order.dispatchEvent(new Event('change')); 0";
        tab.value(&format!("{{{}}}", choose.replace("ORDER", &json!(order).to_string())));
        tab.until(&format!("location.search.includes('order={order}')"));
        let sorted = if falling {
            "a[at - 1].slice(0, 10) >= date"
        } else {
            "a[at - 1].slice(0, 10) <= date"
        };
        // Further ones come as the end of the list comes into sight.
        let more = "(scrollTo(0, document.body.scrollHeight), true)";
        tab.until(&format!(
            "{more} && {dates}.length > 3 && {dates}.every((date, at, a) => !at || {sorted})"
        ));
    }
    tab.until("document.querySelector('#search-pages a[rel=next]')");
    tab.value("document.querySelector('#search-pages a[rel=next]').click(); 0");
    tab.until(
        "location.search.includes('page=2') && document.getElementById('search-hits').start === 11",
    );
    let address = tab_address(tab);
    tab.go(&address);
    tab.until("document.getElementById('search-hits').start === 11");
    assert_eq!(
        tab.text("document.getElementById('search-order').value"),
        "old",
        "the address alone gives the same page"
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

fn tab_address(tab: &mut Tab<'_>) -> String {
    tab.text("location.href")
}

/// A box narrows the results to as many as it promised; the name that was asked for stands on top.
pub(super) fn facets(tab: &mut Tab<'_>, folder: &Folder) {
    ask(tab, &folder.address(""), "العراق");
    assert!(
        tab.text("document.querySelector('.best').textContent").contains("العراق"),
        "the place stands on top"
    );
    tab.value("document.getElementById('search-facets').open = true; 0");
    tab.until("document.querySelectorAll('#search-facets input').length > 3");
    let legends = tab.value("[...document.querySelectorAll('#search-facets legend')].map((legend) => legend.textContent)");
    for title in ["الموضوعات", "السنوات", "الأشخاص"] {
        assert!(legends.as_array().unwrap().contains(&json!(title)), "{legends}");
    }
    let promised = tab.text("document.querySelector('#search-facets .count').textContent");
    tab.value("document.querySelector('#search-facets input').focus(); 0");
    tab.call("Input.dispatchKeyEvent", json!({"type": "keyDown", "key": " ", "code": "Space", "text": " ", "windowsVirtualKeyCode": 32}));
    tab.call(
        "Input.dispatchKeyEvent",
        json!({"type": "keyUp", "key": " ", "code": "Space", "windowsVirtualKeyCode": 32}),
    );
    tab.until("document.activeElement.matches('#search-facets input:checked')");
    let number = status(tab).split(' ').next().unwrap().to_owned();
    assert_eq!(number, promised, "{}", status(tab));
    tab.value("document.activeElement.click(); 0");
    tab.until("document.activeElement.matches('#search-facets input:not(:checked)') && document.getElementById('q').value === 'العراق'");
    // A round and a month are understood.
    ask(tab, &folder.address(""), "الجولة الثالثة");
    assert!(tab.text("document.querySelector('.best').textContent").contains("الثالثة"));
    ask(tab, &folder.address(""), "أبريل 2021");
    assert!(
        tab.text("document.querySelector('#search-hits time').textContent").contains("أبريل 2021")
    );
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// What was tried is said, and the nearest spelling offered, as it is written in the articles.
pub(super) fn nothing_found(tab: &mut Tab<'_>, folder: &Folder) {
    ask(tab, &folder.address(""), "ززززز");
    assert!(status(tab).contains("بُحث عن"), "{}", status(tab));
    ask(tab, &folder.address(""), "شخص:حسين ززززز");
    assert!(status(tab).contains("صُفّي"), "{}", status(tab));
    assert!(tab.text("document.getElementById('search-above').textContent").contains("بلا تصفية"));
    ask(tab, &folder.address(""), "الاستراتيجبي");
    tab.until("document.querySelector('#search-above .hint a')");
    let offered = tab.text("document.querySelector('#search-above .hint a').textContent");
    assert!(offered.contains("استراتيجي"), "{offered}");
    tab.value("document.querySelector('#search-above .hint a').click(); 0");
    tab.until(&format!("{HITS} > 0 && !document.querySelector('#search-above .hint')"));
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Whatever is typed, there is an answer or a hint, and no exception.
pub(super) fn bad_queries(tab: &mut Tab<'_>, folder: &Folder) {
    tab.go(&folder.address(PAGE));
    let queries = [
        "من في على",
        "\u{64B}\u{64C}\u{651}",
        "«",
        "\"",
        "-",
        "--",
        "حقل:شيء",
        "<script>alert(1)</script>",
        "موضوع:",
        "-العراق",
        "http://x.y",
        "«من في»",
        "constructor:__proto__ toString",
        "سنة:9999",
        "\"الحوار $& 2,500\"",
        "👩\u{200D}👧",
        "\u{202E}",
    ];
    let mut queries: Vec<String> = queries.into_iter().map(str::to_owned).collect();
    queries.extend([
        "ب".repeat(10_000),
        "ا ب ".repeat(2_500),
        "%".repeat(400),
        "«العراق» -«العراق»".to_owned(),
    ]);
    for query in queries {
        let send = "document.getElementById('search-status').textContent = ''; document.getElementById('q').value = QUERY; document.getElementById('search-form').requestSubmit(); 0";
        tab.value(&send.replace("QUERY", &json!(query).to_string()));
        tab.until("document.getElementById('search-status').textContent");
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
    assert_eq!(tab.value("document.querySelectorAll('#search-results script').length"), 0);
}

/// Whatever has a page is offered by its name, its office, what it counts or a question about it.
pub(super) fn cards(tab: &mut Tab<'_>, folder: &Folder) {
    let offered = [
        ("عدد القوات", "figures/"),
        ("عدد القوات الأميركية", "figures/"),
        ("سنابل", "outlets/"),
        ("وزير الخارجية الأميركي", "people/"),
        ("الجولة الثالثة", "events/"),
        ("متى تنتهي مهمة التحالف؟", "events/"),
        ("التسلسل الزمني", "timeline/"),
        ("عن الملف", "pages/"),
        ("سجل الحذف", "cleaning/"),
    ];
    for (query, page) in offered {
        ask(tab, &folder.address(""), query);
        let cards = tab
            .value("[...document.querySelectorAll('.best a')].map((a) => a.getAttribute('href'))");
        let found =
            cards.as_array().unwrap().iter().any(|card| card.as_str().unwrap().contains(page));
        assert!(found, "«{query}»: {cards}");
    }
    tab.value("document.querySelector('.best a').click(); 0");
    tab.until("location.pathname.includes('/cleaning/')");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// A shard that is missing or broken: the page says that the index could not be loaded, and goes on.
pub(super) fn broken_shards(tab: &mut Tab<'_>, folder: &Folder) {
    let copy = tempfile::tempdir().unwrap();
    let copied = std::process::Command::new("cp")
        .arg("-r")
        .arg(folder.path())
        .arg(copy.path().join("site"))
        .status();
    assert!(copied.unwrap().success());
    let index = copy.path().join("site/search");
    let home = format!("file://{}/site/", copy.path().display());
    for kind in ["text", "words"] {
        // Nothing, half of it, a host's page for what is not there, then no file at all.
        for left in [Some(""), Some("sijillSearch.words(0,\""), Some("<!doctype html>"), None] {
            for shard in std::fs::read_dir(index.join(kind)).unwrap() {
                let shard = shard.unwrap().path();
                match left {
                    Some(left) => std::fs::write(shard, left).unwrap(),
                    None => std::fs::remove_file(shard).unwrap(),
                }
            }
            ask(tab, &home, "العراق");
            tab.until("document.getElementById('search-status').textContent.includes('تعذّر')");
        }
    }
    let thrown =
        tab.complaints().into_iter().filter(|complaint| !complaint.contains("ERR_FILE_NOT_FOUND"));
    assert_eq!(thrown.collect::<Vec<_>>(), Vec::<String>::new());
}

/// The first answer is small and takes few requests, on a phone and in a wide window.
#[expect(clippy::print_stderr, reason = "the figures are for whoever runs the tests")]
pub(super) fn first_answer(tab: &mut Tab<'_>, folder: &Folder) {
    const MOST_BYTES: usize = 70_000;
    const MOST_REQUESTS: usize = 6;
    let home = host::serve(folder.path());
    tab.call("Network.setCacheDisabled", json!({"cacheDisabled": true}));
    for (pixels, query) in
        [(360, "انسحاب القوات"), (1280, "انسحاب القوات"), (360, "السوداني"), (1280, "الحشد الشعبي")]
    {
        // The page before must not load more as the window grows.
        tab.go("about:blank");
        tab.width(pixels);
        tab.forget();
        ask(tab, &home, query);
        tab.until("document.querySelector('#search-hits mark')");
        // The end of the list is out of sight, or nothing more comes.
        std::thread::sleep(std::time::Duration::from_millis(800));
        let asked: Vec<String> = tab
            .requests()
            .into_iter()
            .filter(|address| address.contains("/search/") && !address.contains(".html"))
            .collect();
        let bytes: usize = asked
            .iter()
            .map(|address| packed(&folder.path().join(address.strip_prefix(&home).unwrap())))
            .sum();
        eprintln!("«{query}» at {pixels}: {} requests, {bytes} bytes", asked.len());
        assert!(asked.len() <= MOST_REQUESTS && bytes <= MOST_BYTES, "{bytes} bytes: {asked:#?}");
    }
    tab.call("Network.setCacheDisabled", json!({"cacheDisabled": false}));
    tab.width(1280);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// How many bytes a file has as a host sends it.
fn packed(file: &std::path::Path) -> usize {
    let packed = std::process::Command::new("gzip").args(["-9", "-c"]).arg(file).output().unwrap();
    assert!(packed.status.success() && !packed.stdout.is_empty(), "{}", file.display());
    packed.stdout.len()
}

/// The same from a host where the dossier stands below a path; few requests, none elsewhere.
pub(super) fn below_a_path(tab: &mut Tab<'_>, folder: &Folder) {
    let home = host::serve(folder.path());
    tab.width(360);
    tab.go(&format!("{home}{PAGE}"));
    tab.value("window.name = ''; 0");
    tab.forget();
    type_in_field(tab, "انسحاب");
    tab.until("document.querySelector('#search-hits mark')");
    let asked: Vec<String> =
        tab.requests().into_iter().filter(|address| !address.contains("/static/")).collect();
    assert!(asked.len() <= 6, "{asked:#?}");
    assert!(asked.iter().all(|address| address.starts_with(&home)), "{asked:#?}");
    tab.value("document.querySelector('#search-hits a').click(); 0");
    tab.until("document.querySelector('article')");
    assert!(tab_address(tab).starts_with(&format!("{home}articles/")));
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
