//! The files for machines of a hostile dossier, read by other people's readers: the very values come back, and no more
//! records than there are.

use std::collections::BTreeSet;

use biblatex::ChunksExt as _;
use serde_json::Value;
use sijill::site::output::Output;

use super::{Dossier, payloads, size};
use crate::site::build;

fn text(output: &Output, path: &str) -> String {
    String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).unwrap()).unwrap()
}

fn json(output: &Output, path: &str) -> Value {
    serde_json::from_str(&text(output, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn hostile() -> Output {
    let all = payloads::payloads();
    let mut some: Vec<String> = all.into_iter().step_by(size(29, 1)).collect();
    some.extend(
        [
            "a } b { c",
            "\u{7}جرس",
            "=1+1",
            "\r=cmd|x",
            "  =1+1",
            "x\u{1}\u{FFFE}y",
            "^~_%$#&\\",
            "سطر\r\nER  - \r\nTY  - BOOK",
            "أ\rBEGIN:VEVENT\rUID:x",
            "ن؛ص, و;ل\\ن",
        ]
        .map(str::to_owned),
    );
    let dossier: Dossier = payloads::dossier_without_controls(&some);
    build(&dossier.root())
}

/// A title on one line, as every one of these files has it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_reader_reads_the_values_back() {
    let output = hostile();
    let csl = json(&output, "bibliography.json");
    let titles: Vec<String> = csl
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect();
    assert!(titles.len() > 20);
    assert!(
        titles.iter().any(|title| title == "a } b { c")
            && titles.iter().any(|title| title == "^~_%$#&\\"),
        "{titles:?}"
    );

    let written = text(&output, "bibliography.bib");
    let bib = biblatex::Bibliography::parse(&written).unwrap_or_else(|error| panic!("{error:?}"));
    let keys: BTreeSet<&str> =
        csl.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(bib.iter().map(|entry| entry.key.as_str()).collect::<BTreeSet<_>>(), keys);
    for (item, title) in csl.as_array().unwrap().iter().zip(&titles) {
        let entry = bib.get(item["id"].as_str().unwrap()).unwrap();
        assert_eq!(&entry.fields["title"].format_verbatim(), title);
    }

    // RIS: a line is a tag and a value, and a record ends once.
    let written = text(&output, "bibliography.ris");
    let lines: Vec<&str> = written
        .split(['\r', '\n', '\u{2028}', '\u{2029}', '\u{85}'])
        .filter(|line| !line.is_empty())
        .collect();
    let tag = |line: &str| {
        line.get(..6)
            .filter(|tag| {
                tag.ends_with("  - ")
                    && tag[..2].bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            })
            .map(|tag| tag[..2].to_owned())
    };
    assert!(
        lines.iter().all(|line| tag(line).is_some()),
        "{:?}",
        lines.iter().find(|line| tag(line).is_none())
    );
    let of = |wanted: &str| {
        lines
            .iter()
            .filter(|line| tag(line).as_deref() == Some(wanted))
            .map(|line| line[6..].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!((of("TY").len(), of("ER").len()), (titles.len(), titles.len()));
    assert_eq!(of("TI"), titles);

    // Atom and the sitemap: well-formed, an entry for each.
    for (path, element) in [("feed.xml", "entry"), ("sitemap.xml", "url")] {
        let written = text(&output, path);
        let mut reader = quick_xml::Reader::from_str(&written);
        reader.config_mut().check_end_names = true;
        let mut count = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
                quick_xml::events::Event::Start(start) if start.name().as_ref() == element => {
                    count += 1
                }
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(count, written.matches(&format!("<{element}>")).count());
        assert!(count > 20, "{path}: {count}");
        assert!(!written.contains(sijill::diagnostics::is_control), "{path}");
    }
    let feed = json(&output, "feed.json");
    assert_eq!(
        feed["items"].as_array().unwrap().len(),
        text(&output, "feed.xml").matches("<entry>").count()
    );

    // The timeline: JSON is the measure of CSV and of the calendar.
    let timeline = json(&output, "timeline.json");
    let events = timeline["events"].as_array().unwrap();
    let written = text(&output, "timeline.csv");
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<csv::StringRecord> =
        reader.records().map(|row| row.unwrap_or_else(|error| panic!("{error}"))).collect();
    assert_eq!(rows.len(), events.len());
    for (row, event) in rows.iter().zip(events) {
        let name = event["name"].as_str().unwrap();
        assert_eq!(&row[0], event["id"].as_str().unwrap());
        assert!(
            &row[2] == name || row[2].strip_prefix('\'') == Some(name),
            "{:?} for {name:?}",
            &row[2]
        );
        for cell in row.iter() {
            assert!(!cell.trim_start().starts_with(['=', '+', '@']), "{cell}");
        }
    }
    let written = text(&output, "timeline.ics");
    assert!(
        written.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])),
        "a line is too long or not ended"
    );
    let unfolded = icalendar::parser::unfold(&written);
    let calendar =
        icalendar::parser::read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(calendar.components.len(), events.len());
    for (component, event) in calendar.components.iter().zip(events) {
        let summary = component.find_prop("SUMMARY").unwrap().val.to_string();
        assert_eq!(one_line(&summary), one_line(event["name"].as_str().unwrap()));
    }

    let robots = text(&output, "robots.txt");
    assert!(robotstxt::DefaultMatcher::default().one_agent_allowed_by_robots(
        &robots,
        "any",
        "https://example.org/articles/"
    ));
    assert_eq!(
        robots.lines().filter(|line| line.to_ascii_lowercase().starts_with("disallow")).count(),
        0
    );
}

/// Settings and front matter that would write lines of their own are refused or left out.
#[test]
fn addresses_and_tags_are_no_lines() {
    let article = (
        "content/articles/a.md",
        "---\ntitle: خبر\nlang: \"ar\\r\\nER  - \\r\\nTY  - BOOK\"\nsource: {url: \"https://e.org\\nUR  - x\"}\n---\n\nقال الوزير إن العمل يبدأ.\n",
    );
    let dossier = Dossier::of([article, ("content/site.yaml", "base_url: https://example.org")]);
    let (code, printed) = super::run(&dossier.root(), &["check"]);
    assert!(
        code == 0 && printed.contains("content/articles/a.md:3:7: warning[bad-value]"),
        "{printed}"
    );
    let ris = text(&build(&dossier.root()), "bibliography.ris");
    assert_eq!((ris.matches("TY  - ").count(), ris.matches("UR  - ").count()), (1, 1), "{ris}");
    for setting in [
        "base_url: \"https://e.org\\nDisallow: /x\"",
        "base_url: example.org",
        "lang: \"ar\\nx\"",
        "title: \"x\\u0007\"",
    ] {
        let dossier = Dossier::of([article, ("content/site.yaml", setting)]);
        let (code, printed) = super::run(&dossier.root(), &["check"]);
        assert!(code == 1 && printed.contains("content/site.yaml:1:"), "{setting}: {printed}");
    }
}
