//! Search: what must be found together, and the browser's copy of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde_json::json;
use sijill::arabic::stem::lexicon;
use sijill::site::search::{
    Entry, Hit, Index, Piece, Reader, Side, Subject, SubjectKind, script, search, standalone_page,
    terms,
};

use super::browser::driver::Browser;

const QUERIES: &str = include_str!("../corpus/search-queries.txt");

/// The dossier's own articles, a line a paragraph, filed under made-up subjects.
fn entries() -> Vec<Entry> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/articles");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|found| found.unwrap().path()).collect();
    paths.sort();
    // Some are in older encodings, which are not this room's.
    paths.retain(|path| fs::read_to_string(path).is_ok());
    let entry = |(at, path): (usize, &std::path::PathBuf)| {
        let text = fs::read_to_string(path).unwrap();
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let title = lines.next().unwrap_or_default().to_owned();
        let year = 2020 + i32::try_from(at % 3).unwrap();
        let topic = if text.contains("انسحاب") { "troop-withdrawal" } else { "dialogue" };
        let mut subjects = vec![(SubjectKind::Topic, topic.to_owned())];
        if text.contains("فؤاد حسين") {
            subjects.push((SubjectKind::Person, "fuad-hussein".to_owned()));
        }
        Entry {
            path: format!("articles/{}/index.html", path.file_stem().unwrap().to_string_lossy()),
            title,
            paragraphs: lines.map(str::to_owned).collect(),
            date: format!("{year}-{:02}-07", at % 12 + 1),
            year: Some(year),
            subjects,
            ..Entry::default()
        }
    };
    paths.iter().enumerate().map(entry).collect()
}

fn subjects() -> Vec<Subject> {
    let subject = |kind, id: &str, name: &str, aliases: &[&str], date: &str| Subject {
        kind,
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        path: format!("subjects/{id}/index.html"),
        date: date.to_owned(),
        ..Subject::default()
    };
    vec![
        subject(SubjectKind::Person, "fuad-hussein", "فؤاد حسين", &["Fuad Hussein"], ""),
        subject(SubjectKind::Place, "iraq", "العراق", &["جمهورية العراق"], ""),
        subject(
            SubjectKind::Event,
            "round-3",
            "الجولة الثالثة من الحوار الاستراتيجي",
            &[],
            "2021-04-07",
        ),
        subject(SubjectKind::Topic, "troop-withdrawal", "انسحاب القوات", &[], ""),
        subject(SubjectKind::Topic, "dialogue", "الحوار الاستراتيجي", &[], ""),
    ]
}

fn queries() -> Vec<String> {
    let lines = QUERIES
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(str::to_owned);
    lines
        .chain(["ا".repeat(10_000), "ب ".repeat(5_000), "\u{64B}".repeat(300), String::new()])
        .collect()
}

/// What is compared of an answer; of the first hit also its excerpt and the reasons.
fn told(index: &Index, query: &str) -> serde_json::Value {
    let found = search(index, query);
    // The browser rounds scores when they are made.
    let score = |hit: &Hit| ((hit.score * 1e6).round() / 1e6 * 1e4).round() as i64;
    let hits: Vec<(usize, i64)> = found.hits.iter().map(|hit| (hit.entry, score(hit))).collect();
    let subjects: Vec<&str> = found.subjects.iter().map(|(_, id, _, _)| id.as_str()).collect();
    let facets: Vec<(&str, usize)> =
        found.facets.iter().map(|facet| (facet.id.as_str(), facet.count)).collect();
    let mut told = vec![
        json!(hits),
        json!(subjects),
        json!(found.further.iter().map(|hit| hit.entry).collect::<Vec<_>>()),
        json!(found.partial),
        json!(found.suggestions),
        json!(facets),
        json!(found.unknown_fields),
        json!(found.only_function),
        json!(found.too_short),
        json!(found.broken),
    ];
    if let Some(first) = found.hits.first() {
        let reader = Reader::new(index, query);
        // In the browser every second piece is a mark.
        let mark = |piece: Piece| {
            if piece.marked { format!("\u{1}{}\u{1}", piece.text) } else { piece.text }
        };
        let pieces: String = reader.excerpt(first.entry).into_iter().map(mark).collect();
        let reasons = reader
            .reasons(first.entry)
            .into_iter()
            .map(|(likeness, word)| json!([likeness as u8 + 1, word]));
        let title = first.title.split_whitespace().collect::<Vec<_>>().join(" ");
        told.extend([json!(pieces), reasons.collect(), json!(first.path), json!(title)]);
    }
    told.into()
}

#[test]
fn every_query_has_an_answer_and_the_index_is_stable() {
    let index = Index::new(&entries(), &subjects());
    assert_eq!(index.files(), Index::new(&entries(), &subjects()).files());
    for query in queries() {
        let found = search(&index, &query);
        assert!(found.hits.len() <= index.len(), "{query}");
    }
    let top = search(&index, "والعراق");
    assert_eq!(top.subjects.first().map(|subject| subject.1.as_str()), Some("iraq"));
    assert!(!search(&index, "الامريكيه").hits.is_empty());
    assert!(search(&index, "ب").too_short);
    assert!(search(&index, "-العراق").hits.is_empty());
}

#[test]
fn a_phrase_names_the_word_at_which_it_fails() {
    let entry = |text: &str| Entry { paragraphs: vec![text.to_owned()], ..Entry::default() };
    let index = Index::new(
        &[
            entry("رست السفينة في الميناء"),
            entry("غادرت السفينة الميناء ليلًا"),
            entry("أمطر الجبل ليلًا"),
        ],
        &[],
    );
    let broken = |query: &str| search(&index, query).broken;
    assert_eq!(broken("\"السفينة الميناء\""), None);
    // The words stand in one article, and not one after the other.
    assert_eq!(broken("\"رست الميناء\"").as_deref(), Some("الميناء"));
    // Each word stands somewhere; no article has both.
    assert_eq!(broken("\"السفينة في الجبل\"").as_deref(), Some("الجبل"));
    assert_eq!(broken("\"السفينة زرقاء\"").as_deref(), Some("زرقاء"));
    // It is not the phrase that fails.
    assert_eq!(broken("\"السفينة الميناء\" زرقاء"), None);
}

/// A hundred thousand words: those of the lexicon with what can be written onto them, and the dossier's.
fn many_words() -> Vec<String> {
    const BEFORE: [&str; 9] = ["", "ال", "و", "وال", "بال", "لل", "ب", "س", "ف"];
    const AFTER: [&str; 9] = ["", "ه", "ها", "ات", "ين", "ية", "تهم", "وا", "ً"];
    let mut words: Vec<String> = entries()
        .iter()
        .flat_map(|entry| entry.paragraphs.clone())
        .flat_map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    for table in lexicon().tables() {
        for form in table.keys() {
            words.extend(BEFORE.iter().flat_map(|before| {
                AFTER.iter().map(move |after| format!("{before}{form}{after}"))
            }));
        }
    }
    words.sort();
    words.dedup();
    let step = (words.len() / 100_000).max(1);
    words.into_iter().step_by(step).take(100_000).collect()
}

#[test]
fn authors_and_printed_outlets_are_found_and_what_is_withdrawn_is_not() {
    let root = tempfile::tempdir().unwrap();
    let articles = root.path().join("content/articles");
    fs::create_dir_all(&articles).unwrap();
    fs::write(root.path().join("content/site.yaml"), "title: سجل الميناء\n").unwrap();
    let write = |name: &str, head: &str, text: &str| {
        fs::write(
            articles.join(name),
            format!("---\ntitle: وصول السفينة\ndate: 2024-03-05\n{head}---\n\n{text}\n"),
        )
        .unwrap();
    };
    write(
        "arrival.md",
        "source: {author: لمياء الصفدي, outlet: صحيفة الرصيف}\n",
        "رست السفينة في الميناء صباح اليوم بعد رحلة طويلة.",
    );
    write("denial.md", "status: withdrawn\n", "نفت الإدارة رسو الناقلة في الميناء.");
    let index = Index::of_site(&super::site::model(root.path()));
    let found = |query: &str| {
        search(&index, query).hits.into_iter().map(|hit| hit.path).collect::<Vec<_>>()
    };
    for query in ["لمياء الصفدي", "الرصيف", "سفن"] {
        assert_eq!(found(query), ["articles/arrival/index.html"], "{query}");
    }
    assert_eq!(found("الناقلة"), [""; 0]);
    // Neither has a page: its card leads to its articles.
    let cards = |query: &str| search(&index, query).subjects;
    let leads = |query: &str| cards(query).into_iter().map(|(_, _, _, path)| path).next().unwrap();
    for (asked, filter) in
        [("لمياء الصفدي", "كاتب:«لمياء الصفدي»"), ("صحيفة الرصيف", "وسيلة:«صحيفة الرصيف»")]
    {
        let path = leads(asked);
        let query = path.strip_prefix("search/index.html?q=").unwrap();
        let query = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
        assert_eq!(query, filter);
        assert_eq!(found(&query), ["articles/arrival/index.html"], "{query}");
    }
    // Withdrawn articles have no card of their author either, and what is printed keeps the kin of its words.
    assert_eq!(cards("التسلسل الزمني").len(), 1);
    assert_eq!(found("author:الصفدي"), ["articles/arrival/index.html"]);
}

#[test]
fn the_script_of_the_browser_stays_small() {
    // Code, without its comments; each line can be read in a diff.
    const MOST_LINES: usize = 747;
    const MOST_BYTES: usize = 16_000;
    const WIDTH: usize = 100;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/search");
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let wide = text.lines().find(|line| line.chars().count() > WIDTH);
        assert_eq!(wide, None, "{}", path.display());
    }
    let script = script();
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), &script).unwrap();
    let packed = std::process::Command::new("gzip")
        .args(["-9", "-c"])
        .arg(file.path())
        .output()
        .unwrap()
        .stdout
        .len();
    let lines = script.lines().count();
    eprintln!("{lines} lines, {packed} bytes");
    assert!(lines <= MOST_LINES && packed <= MOST_BYTES, "{lines} lines, {packed} bytes");
}

/// Writes an index and the page that asks it, with whatever else it loads; gives the address.
fn page_of(folder: &Path, index: &Index, more: &str) -> String {
    let files = index.files();
    for (path, bytes) in &files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let script = String::from_utf8_lossy(&files["search/search.js"]);
    let [(_, page), _] = standalone_page(&script);
    let more = format!("<p id=out></p>{more}</body>");
    fs::write(folder.join("search/index.html"), page.replace("</body>", &more)).unwrap();
    format!("file://{}/search/index.html", folder.display())
}

#[test]
fn the_browser_answers_at_once_on_a_slow_phone() {
    // Six times slower than this machine. An answer takes 1 to 15 ms; a machine with other work takes longer.
    const SLOWER: u32 = 6;
    const MOST_MS: f64 = 40.0;
    // A slower machine is played by pauses, so that one answer may fall between two of them.
    const TIMES: u32 = 8;
    let Some(mut browser) = Browser::start_or_skip("how soon search answers") else { return };
    let folder = tempfile::tempdir().unwrap();
    let known: Vec<String> = entries().into_iter().flat_map(|entry| entry.paragraphs).collect();
    let article = |at: usize| Entry {
        path: format!("articles/{at}/index.html"),
        title: known[at % known.len()].split_whitespace().take(8).collect::<Vec<_>>().join(" "),
        paragraphs: (1..6).map(|step| known[(at * 7 + step * 31) % known.len()].clone()).collect(),
        ..Entry::default()
    };
    let index = Index::new(&(0..1_000).map(article).collect::<Vec<_>>(), &[]);
    let address = page_of(folder.path(), &index, "");
    let mut tab = browser.tab();
    tab.go(&address);
    let queries = [
        "العراق",
        "رئيس الوزراء",
        "\"رئيس الوزراء\"",
        "الحكوما",
        "كم جنديًّا أميركيًّا يبقى في العراق بعد أن تنتهي مهمة التحالف في أيلول؟",
    ];
    tab.value("window.ask = async (query, times) => { const { core } = sijillSearch, before = performance.now(); for (let i = 0; i < times; i++) { const found = await core.search(query); for (const doc of found.hits.slice(0, 2)) { const article = await core.articleOf(doc); core.excerpt(article, core.marksOf(found.query, article)); } } return (performance.now() - before) / times; }; 0");
    // Once, so that all is loaded.
    for query in queries {
        tab.value(&format!("ask({}, 1)", json!(query)));
    }
    tab.call("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER}));
    for query in queries {
        let times = tab.value(&format!("(async () => {{ const times = []; for (let i = 0; i < 5; i++) times.push(await ask({}, {TIMES})); return times; }})()", json!(query)));
        let least = times
            .as_array()
            .unwrap()
            .iter()
            .map(|time| time.as_f64().unwrap())
            .fold(f64::INFINITY, f64::min);
        eprintln!("{query}: {least:.1} ms, of {times}");
        assert!(least <= MOST_MS, "{query}: {times}");
    }
}

#[test]
fn a_phrase_says_what_has_not_been_read_and_reads_on() {
    let Some(mut browser) = Browser::start_or_skip("phrases in many articles") else { return };
    let folder = tempfile::tempdir().unwrap();
    // All have both words, the last one the phrase; the browser reads sixty at once.
    let text = |at: usize| {
        if at == 149 { "أعلن قرار الحكومة" } else { "قرار من الحكومة" }
    };
    let article = |at: usize| Entry {
        path: format!("{at}.html"),
        paragraphs: vec![text(at).to_owned()],
        ..Entry::default()
    };
    let index = Index::new(&(0..150).map(article).collect::<Vec<_>>(), &[]);
    let found = search(&index, "\"قرار الحكومة\"").hits;
    assert_eq!(found.iter().map(|hit| hit.entry).collect::<Vec<_>>(), [149]);
    let address = page_of(folder.path(), &index, "");
    let mut tab = browser.tab();
    let query = "%22%D9%82%D8%B1%D8%A7%D8%B1%20%D8%A7%D9%84%D8%AD%D9%83%D9%88%D9%85%D8%A9%22";
    tab.go(&format!("{address}?q={query}"));
    let above = "document.getElementById('search-above').textContent";
    for left in ["90 مادة", "30 مادة"] {
        tab.until(&format!("{above}.includes('{left}')"));
        let status = tab.text("document.getElementById('search-status').textContent");
        assert!(status.contains("لم ترد العبارة"), "{status}");
        tab.value("document.querySelector('#search-above .hint a').click(); 0");
    }
    tab.until("document.querySelectorAll('#search-hits > li').length === 1");
    assert_eq!(tab.text(above), "");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_browser_reads_and_finds_the_same() {
    let Some(mut browser) = Browser::start_or_skip("search") else { return };
    let folder = tempfile::tempdir().unwrap();
    let index = Index::new(&entries(), &subjects());
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(base.join("tests/browser/search.js"), folder.path().join("test.js")).unwrap();
    let read = |word: String| {
        let made: Vec<String> =
            terms(&word, Side::Index).into_iter().map(|term| term.text).collect();
        (word, made.join(" "))
    };
    let words: Vec<(String, String)> = many_words().into_par_iter().map(read).collect();
    assert!(words.len() > 90_000, "{}", words.len());
    let answers: Vec<(String, serde_json::Value)> =
        queries().into_par_iter().map(|query| (query.clone(), told(&index, &query))).collect();
    let mut expected = String::new();
    write!(expected, "expected({});", json!({"words": words, "queries": answers})).unwrap();
    fs::write(folder.path().join("expected.js"), expected).unwrap();
    let more = "<script src=../test.js></script><script src=../expected.js></script>";
    let address = page_of(folder.path(), &index, more);
    let mut tab = browser.tab();
    tab.go(&address);
    tab.until("document.getElementById('out').textContent");
    let out = tab.text("document.getElementById('out').textContent");
    assert!(out.starts_with("same "), "{out}");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
