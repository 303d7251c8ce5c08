//! Every field of every file for machines, each with a hostile value of its own: other people's readers read it back.
//!
//! JSON is the measure of the others, since its writer is not ours; what stands in it is held against what was written
//! into the dossier.

use std::collections::{BTreeMap, BTreeSet};

use biblatex::ChunksExt as _;
use quick_xml::events::Event;
use serde_json::Value;
use sijill::site::output::Output;

use super::{Dossier, size};
use crate::site::build;

/// What formats take for something of their own; each has Arabic letters before it, so that no feed adds a word.
const HOSTILE: [&str; 17] = [
    "a } b { c",
    "=1+1",
    "\"،\",\"=HYPERLINK(1)\"",
    "؛;,\\n\\N:\"",
    "^~_%$#&\\ -- '' ``",
    "سطر\r\nER  - \r\nTY  - BOOK",
    "سطر\nBEGIN:VEVENT\nUID:x",
    "]]></title><x>&amp;&#1;&x;",
    "<!-- --> <?xml?> <script>",
    "\u{2028}فصل\u{2029}فصل\u{85}فصل",
    "  مسافات \t كثيرة  ",
    "\u{202E}قلب\u{202C}\u{200F}",
    "\u{FEFF}علامة",
    "🏛️ \u{1EE00} \u{10FFFD}",
    "\\u0000 %00 %0A",
    "},\n@online{x,\n title={y}",
    "'; DROP TABLE x; --",
];

/// A value of a field: a different one for each place and round.
struct Values(usize);

impl Values {
    fn at(&self, place: usize) -> String {
        format!("خبر{place} {}", HOSTILE[(place + self.0) % HOSTILE.len()])
    }

    fn yaml(&self, place: usize) -> String {
        serde_json::to_string(&self.at(place)).unwrap()
    }
}

/// How many articles and events there are.
const ENTRIES: usize = 6;

fn dossier(values: &Values) -> Dossier {
    let v = |place| values.yaml(place);
    let mut files = vec![(
        "content/site.yaml".to_owned(),
        format!(
            "title: {}\ndescription: {}\neditor: {}\nrights: {}\nlang: ar-JO\nbase_url: \"https://example.org/a&b_c~d\"\n",
            v(1),
            v(2),
            v(3),
            v(4)
        ),
    )];
    let mut events = format!("series:\n  - {{id: s, name: {}}}\nevents:\n", v(5));
    for n in 0..ENTRIES {
        let at = 10 + 20 * n;
        files.push((
            format!("content/articles/a{n}.md"),
            format!(
                "---\ntitle: {}\ndate: 2021-04-{:02}\nlang: {}\ntopics: [t]\nsource: {{outlet: {}, author: {}, url: \"https://e.org/{n}?a=1&b={{}}'#%7D\"}}\n---\n\nقال الوزير رقم {n} إن العمل يبدأ.\n",
                v(at),
                n + 1,
                ["ar", "en-GB"][n % 2],
                v(at + 1),
                v(at + 2)
            ),
        ));
        let series = ["", ", series: s, ordinal: 2"][n % 2];
        events.push_str(&format!(
            "  - {{id: e{n}, name: {}, date: 2021-05-{:02}, status: held, summary: {}, outcome: {}, place: {}{series}, sources: [{{name: {}, url: \"https://e.org/{n}\"}}]}}\n",
            v(at + 3), n + 1, v(at + 4), v(at + 5), v(at + 6), v(at + 7)
        ));
    }
    files.push(("content/knowledge/events.yaml".to_owned(), events));
    files.push((
        "content/knowledge/topics.yaml".to_owned(),
        format!("topics:\n  - {{id: t, name: {}, cues: [العمل]}}\n", v(6)),
    ));
    Dossier::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn text(output: &Output, path: &str) -> String {
    String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).unwrap()).unwrap()
}

fn json(output: &Output, path: &str) -> Value {
    serde_json::from_str(&text(output, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What every one of these formats can hold of a text on one line.
fn line(text: &str) -> String {
    let is_space = |c: char| c.is_whitespace() || c == '\u{85}';
    text.split(is_space).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

fn of<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// The elements of a file of XML that hold no other element, each with its path, its attributes and its text.
fn leaves(written: &str) -> Vec<(String, BTreeMap<String, String>, String)> {
    let mut reader = quick_xml::Reader::from_str(written);
    reader.config_mut().expand_empty_elements = true;
    let (mut open, mut found) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {written}")) {
            Event::Start(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
                    (attribute.key.as_ref().to_owned(), value.unwrap().into_owned())
                });
                let attributes = attributes.collect::<BTreeMap<String, String>>();
                open.push((start.name().as_ref().to_owned(), attributes, String::new()));
            }
            Event::Text(words) => {
                if let Some((.., text)) = open.last_mut() {
                    text.push_str(&words.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                if let Some((.., text)) = open.last_mut() {
                    text.push(character(&name.into_inner()));
                }
            }
            Event::End(_) => {
                let path: Vec<String> = open.iter().map(|(name, ..)| name.clone()).collect();
                let (_, attributes, text) = open.pop().unwrap();
                found.push((path.join("/"), attributes, text));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The character that an entity stands for.
fn character(name: &str) -> char {
    let number = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        },
        None => quick_xml::escape::resolve_predefined_entity(name)
            .and_then(|text| text.chars().next())
            .map(u32::from),
    };
    number.and_then(char::from_u32).unwrap_or_else(|| panic!("the entity {name}"))
}

/// Atom says what the feed of JSON says, which says what was written into the dossier.
fn feeds(output: &Output, values: &Values) {
    let feed = json(output, "feed.json");
    assert_eq!(of(&feed, "title"), line(&values.at(1)));
    assert_eq!(of(&feed, "description"), line(&values.at(2)));
    assert_eq!(of(&feed["authors"][0], "name"), line(&values.at(3)));
    let atom = leaves(&text(output, "feed.xml"));
    let texts = |path: &str| -> Vec<&str> {
        let named = atom.iter().filter(|(found, ..)| found == path);
        named.map(|(.., text)| text.as_str()).collect()
    };
    let attributes = |path: &str, key: &str| -> Vec<&str> {
        let named = atom.iter().filter(|(found, ..)| found == path);
        named.filter_map(|(_, attributes, _)| Some(attributes.get(key)?.as_str())).collect()
    };
    assert_eq!(texts("feed/title"), [of(&feed, "title")]);
    assert_eq!(texts("feed/subtitle"), [of(&feed, "description")]);
    assert_eq!(texts("feed/author/name"), [of(&feed["authors"][0], "name")]);
    assert_eq!(texts("feed/rights"), [line(&values.at(4))]);
    assert_eq!(attributes("feed", "xml:lang"), [of(&feed, "language")]);
    let links = ["https://example.org/a&b_c~d/feed.xml", of(&feed, "home_page_url")];
    assert_eq!(attributes("feed/link", "href"), links);
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), ENTRIES);
    for (path, key) in [
        ("feed/entry/id", "id"),
        ("feed/entry/title", "title"),
        ("feed/entry/published", "date_published"),
        ("feed/entry/updated", "date_modified"),
        ("feed/entry/summary", "content_text"),
    ] {
        assert_eq!(texts(path), items.iter().map(|item| of(item, key)).collect::<Vec<_>>());
    }
    let urls: Vec<&str> = items.iter().map(|item| of(item, "url")).collect();
    assert_eq!(attributes("feed/entry/link", "href"), urls);
    let tags: Vec<&str> = items
        .iter()
        .flat_map(|item| item["tags"].as_array().unwrap())
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(attributes("feed/entry/category", "term"), tags);
    assert_eq!(tags, vec![line(&values.at(6)); ENTRIES]);
    // The newest comes first.
    for (n, item) in items.iter().rev().enumerate() {
        assert_eq!(of(item, "title"), line(&values.at(10 + 20 * n)));
        assert!(of(item, "content_text").contains(&line(&values.at(11 + 20 * n))), "the outlet");
    }
}

/// RIS, BibLaTeX and CSL name the same things.
fn bibliographies(output: &Output, values: &Values) {
    let csl = json(output, "bibliography.json");
    let csl = csl.as_array().unwrap();
    let written = text(output, "bibliography.bib");
    let bib = biblatex::Bibliography::parse(&written).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!((csl.len(), bib.len()), (ENTRIES, ENTRIES));
    let ris = text(output, "bibliography.ris");
    let records: Vec<Vec<(&str, &str)>> = ris
        .split("ER  - \r\n")
        .filter(|record| !record.is_empty())
        .map(|record| {
            record.split_terminator("\r\n").map(|line| (&line[..2], &line[6..])).collect()
        })
        .collect();
    assert_eq!(records.len(), ENTRIES);
    for (n, (item, record)) in csl.iter().zip(&records).enumerate() {
        let at = 10 + 20 * n;
        let (title, outlet, author) =
            (line(&values.at(at)), line(&values.at(at + 1)), line(&values.at(at + 2)));
        let (day, source) = (n + 1, format!("https://e.org/{n}?a=1&b={{}}'#%7D"));
        assert_eq!(of(item, "title"), title);
        assert_eq!(of(item, "container-title"), outlet);
        assert_eq!(of(&item["author"][0], "literal"), author);
        assert_eq!(of(item, "language"), ["ar", "en-GB"][n % 2]);
        assert_eq!(of(item, "URL"), format!("https://example.org/a&b_c~d/articles/a{n}/"));
        assert_eq!(item["issued"]["date-parts"][0], serde_json::json!([2021, 4, day]));
        let expected = [
            ("TY", "NEWS"),
            ("TI", &title),
            ("AU", &author),
            ("T2", &outlet),
            ("PY", "2021"),
            ("DA", &format!("2021/04/{day:02}/")),
            ("LA", of(item, "language")),
            ("UR", of(item, "URL")),
            ("L2", &source),
        ];
        assert_eq!(record, &expected);
        let entry = bib.get(of(item, "id")).unwrap();
        let field = |name: &str| entry.fields[name].format_verbatim();
        for (name, expected) in [
            ("title", &*title),
            ("author", &author),
            ("organization", &outlet),
            ("date", &format!("2021-04-{day:02}")),
            ("url", of(item, "URL")),
            ("langid", ["arabic", "english"][n % 2]),
            ("note", &format!("الأصل: {source}")),
        ] {
            assert_eq!(field(name), expected, "{name} of {n} in {written}");
        }
        assert_eq!(entry.fields.len(), 7);
    }
}

/// The timeline as JSON, CSV and a calendar.
fn timelines(output: &Output, values: &Values) {
    let timeline = json(output, "timeline.json");
    assert_eq!(line(of(&timeline, "title")), line(&values.at(1)));
    let all = timeline["events"].as_array().unwrap();
    let events: Vec<&Value> = all.iter().filter(|event| event["kind"] == "event").collect();
    assert_eq!(events.len(), ENTRIES);
    for (n, event) in events.iter().enumerate() {
        let at = 10 + 20 * n;
        for (key, place) in
            [("name", at + 3), ("summary", at + 4), ("outcome", at + 5), ("place", at + 6)]
        {
            assert_eq!(line(of(event, key)), line(&values.at(place)), "{key} of {n}");
        }
        let source = &event["sources"][0];
        assert_eq!(line(of(source, "name")), line(&values.at(at + 7)));
        assert_eq!(of(source, "url"), format!("https://e.org/{n}"));
        assert_eq!(line(of(event, "round")).contains(&line(&values.at(5))), n % 2 == 1);
    }
    let written = text(output, "timeline.csv");
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), all.len());
    for (row, event) in rows.iter().zip(all) {
        let count = event["attestations"].as_array().unwrap().len().to_string();
        let expected = [
            of(event, "id"),
            of(event, "date"),
            of(event, "name"),
            of(event, "round"),
            of(event, "place"),
            of(event, "status"),
            event["summary"].as_str().unwrap_or(&row[6]),
            if event["editor"] == true { "1" } else { "0" },
            &count,
            of(event, "url"),
            of(event, "kind"),
        ];
        for (cell, expected) in row.iter().zip(expected) {
            assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), expected);
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    let written = text(output, "timeline.ics");
    let unfolded = icalendar::parser::unfold(&written);
    let calendar =
        icalendar::parser::read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}"));
    let of_calendar = |name: &str| {
        let found = calendar.properties.iter().find(|property| property.name == name);
        found.unwrap_or_else(|| panic!("no {name}")).val.to_string()
    };
    assert_eq!(line(&of_calendar("X-WR-CALNAME")), line(&values.at(1)));
    assert_eq!(calendar.components.len(), all.len());
    for (component, event) in calendar.components.iter().zip(all) {
        let field = |name: &str| component.find_prop(name).map(|found| line(found.val.as_ref()));
        let written = |key: &str| event[key].as_str().map(line).filter(|text| !text.is_empty());
        assert_eq!(field("SUMMARY"), written("name"));
        assert_eq!(field("LOCATION"), written("place"));
        assert_eq!(field("URL"), written("url"));
        assert_eq!(field("UID"), Some(format!("{}@example.org", of(event, "id"))));
        assert_eq!(field("DTSTART"), Some(of(event, "from").replace('-', "")));
        if event["kind"] == "event" {
            assert_eq!(field("DESCRIPTION"), written("summary"));
            assert_eq!(field("CATEGORIES"), None);
        }
    }
}

/// Every address of the sitemap is that of a page, and no page is left out of it that a reader is led to.
fn sitemap(output: &Output) {
    let found = leaves(&text(output, "sitemap.xml"));
    let base = "https://example.org/a&b_c~d/";
    let mut addresses = BTreeSet::new();
    for (path, attributes, text) in &found {
        match path.as_str() {
            "urlset/url/loc" => {
                let address = text.strip_prefix(base).unwrap_or_else(|| panic!("{text}"));
                let path = percent_encoding::percent_decode_str(address).decode_utf8().unwrap();
                let page = if path.is_empty() || path.ends_with('/') {
                    format!("{path}index.html")
                } else {
                    path.into_owned()
                };
                assert!(output.contains(&page), "{text}");
                assert!(addresses.insert(page), "{text} twice");
            }
            "urlset/url/lastmod" => assert!(text.parse::<chrono::NaiveDate>().is_ok(), "{text}"),
            "urlset/url" => {}
            "urlset" => {
                assert_eq!(attributes["xmlns"], "http://www.sitemaps.org/schemas/sitemap/0.9")
            }
            other => panic!("{other}"),
        }
    }
    for page in
        output.paths().filter(|path| path.starts_with("articles/a") && path.ends_with("index.html"))
    {
        assert!(addresses.contains(page), "{page}");
    }
}

#[test]
fn every_field_is_read_back() {
    for round in 0..size(4, HOSTILE.len()) {
        let values = Values(round * 5 % HOSTILE.len());
        let output = build(&dossier(&values).root());
        feeds(&output, &values);
        bibliographies(&output, &values);
        timelines(&output, &values);
        sitemap(&output);
    }
}
