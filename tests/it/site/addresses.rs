//! What a site says of its own address, and of the days of its feeds.

use std::collections::BTreeSet;

use sijill::config::Config;
use sijill::document::Document;
use sijill::site::output::Output;

use super::hand_made::{KNOWLEDGE, config, document, output};
use super::page;

/// Two articles with a day of their own, one of a month, one without any.
fn articles() -> Vec<Document> {
    let article = |name: &str, front: &str| {
        document(
            &format!("content/articles/{name}.md"),
            &format!("---\ntitle: خبر عن {name}\n{front}---\n\nخبر قصير عن الميناء.\n"),
        )
    };
    vec![
        article("day", "date: 2020-03-03\n"),
        article("month", "date: 2021-05\n"),
        article("added", "date: 2019-01-02\nadded: 2022-07-08\n"),
        article("undated", ""),
    ]
}

fn homeless() -> Config {
    Config { base_url: String::new(), ..config() }
}

/// The texts of an element of XML, in order; the file must be well-formed as far as its tags go.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let (mut open, mut found): (Vec<(&str, usize)>, Vec<String>) = (Vec::new(), Vec::new());
    for (at, _) in xml.match_indices('<') {
        let end = at + xml[at..].find('>').expect("a tag ends");
        let tag = &xml[at + 1..end];
        if let Some(closed) = tag.strip_prefix('/') {
            let (opened, from) = open.pop().expect("a tag is opened before it is closed");
            assert_eq!(opened, closed, "{xml}");
            if closed == name {
                found.push(xml[from..at].to_owned());
            }
        } else if !tag.starts_with('?') && !tag.ends_with('/') {
            open.push((tag.split_whitespace().next().unwrap_or_default(), end + 1));
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    found
}

/// Every host that a file names.
fn hosts(text: &str) -> BTreeSet<&str> {
    text.match_indices("://")
        .filter_map(|(at, _)| {
            text[at + 3..].split(['/', '"', '<', ' ', '\n', '\\', '}', ')', '#']).next()
        })
        .collect()
}

#[test]
fn a_site_without_an_address_names_none() {
    let documents = super::bad_content::odd_documents();
    let output = output(documents.into_iter().chain(articles()).collect(), KNOWLEDGE, &homeless());
    // Names of formats, which nobody asks for, and the sources' own addresses.
    let allowed = BTreeSet::from([
        "schema.org",
        "www.w3.org",
        "jsonfeed.org",
        "minaa.example",
        "validator.schema.org",
    ]);
    let mut read = 0;
    for path in output.paths().filter(|path| !path.starts_with("static/")) {
        let Ok(text) = String::from_utf8(output.get(path).unwrap().unwrap()) else { continue };
        let others: Vec<&str> = hosts(&text).difference(&allowed).copied().collect();
        assert!(others.is_empty(), "{path} names {others:?}");
        assert!(
            !text.contains("example.org")
                && !text.contains("rel=\"canonical\"")
                && !text.contains("og:url"),
            "{path}"
        );
        read += 1;
    }
    assert!(read > 40, "only {read} files were read");
    assert!(
        !output.contains("sitemap.xml") && output.paths().all(|path| !path.starts_with("cards/"))
    );
    assert_eq!(page(&output, "robots.txt"), "User-agent: *\nAllow: /\n");
    super::laws::links_lead_somewhere(&output);

    let lost = page(&output, "404.html");
    assert!(
        lost.contains("href=\"/static/site.css\"")
            && lost.contains("action=\"/search/index.html\""),
        "{lost}"
    );
    let ics = page(&output, "timeline.ics");
    assert!(ics.contains("\r\nUID:") && !ics.contains('@') && !ics.contains("\r\nURL:"), "{ics}");
    let bib = page(&output, "bibliography.bib");
    assert!(bib.contains("@misc{") && !bib.contains("@online{") && !bib.contains("url"), "{bib}");
    assert!(!page(&output, "bibliography.ris").contains("\nUR  -"));
    assert!(!page(&output, "bibliography.json").contains("\"URL\""));
}

#[test]
fn feeds_without_an_address_have_lasting_ids_and_relative_links() {
    let made = || output(articles(), KNOWLEDGE, &homeless());
    let xml = page(&made(), "feed.xml");
    assert_eq!(xml, page(&made(), "feed.xml"));
    let ids = elements(&xml, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 5, "{ids:?}");
    for id in &ids {
        let uuid = id.strip_prefix("urn:uuid:").unwrap_or_else(|| panic!("{id}"));
        let groups: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12], "{uuid}");
        assert!(
            uuid.chars().all(|c| c == '-' || c.is_ascii_hexdigit()) && uuid.as_bytes()[14] == b'8',
            "{uuid}"
        );
        assert!(matches!(uuid.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{uuid}");
    }
    assert!(
        !xml.contains("rel=\"self\"") && xml.contains("href=\"articles/day/index.html\""),
        "{xml}"
    );
    let other = Config { title: "ملف آخر".to_owned(), ..homeless() };
    assert_ne!(ids, elements(&page(&output(articles(), KNOWLEDGE, &other), "feed.xml"), "id"));

    let json: serde_json::Value = serde_json::from_str(&page(&made(), "feed.json")).unwrap();
    let json_ids: Vec<&str> =
        json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(json_ids, ids[1..]);
    assert!(json.get("feed_url").is_none() && json["items"][0].get("url").is_none());
}

/// Slug, `published` and `updated` of each entry, and `updated` of the feed, which is as its entries say.
fn entries(output: &Output) -> Vec<(String, String, String)> {
    let xml = page(output, "feed.xml");
    let day = |entry: &str, name: &str| {
        elements(entry, name).first().map_or(String::new(), |time| time[..10].to_owned())
    };
    let found: Vec<(String, String, String)> = elements(&xml, "entry")
        .iter()
        .map(|entry| {
            (
                elements(entry, "id")[0].rsplit('/').next().unwrap().to_owned(),
                day(entry, "published"),
                day(entry, "updated"),
            )
        })
        .collect();
    let head = xml.split("<entry>").next().unwrap().to_owned() + "</feed>";
    assert_eq!(
        Some(day(&head, "updated")),
        found.iter().map(|(_, _, updated)| updated.clone()).max()
    );
    assert!(!xml.contains("1970"));
    let json: serde_json::Value = serde_json::from_str(&page(output, "feed.json")).unwrap();
    let same = json["items"].as_array().unwrap().iter().map(|item| {
        let text = |key: &str| item.get(key).and_then(serde_json::Value::as_str).unwrap_or("");
        let day = |key: &str| text(key).get(..10).unwrap_or("").to_owned();
        (
            text("id").rsplit('/').next().unwrap().to_owned(),
            day("date_published"),
            day("date_modified"),
        )
    });
    assert_eq!(same.collect::<Vec<_>>(), found);
    found
}

fn days(entries: &[(String, String, String)]) -> Vec<(&str, &str, &str)> {
    entries
        .iter()
        .map(|(slug, published, updated)| (slug.as_str(), published.as_str(), updated.as_str()))
        .collect()
}

#[test]
fn an_entry_has_its_own_day() {
    let found = entries(&output(articles(), KNOWLEDGE, &config()));
    assert_eq!(
        days(&found),
        [
            ("added", "2019-01-02", "2022-07-08"),
            // Nothing says when this one came: not before the newest day of the dossier.
            ("undated", "", "2022-07-08"),
            ("month", "2021-05-01", "2021-05-01"),
            ("day", "2020-03-03", "2020-03-03"),
        ]
    );
    // The settings' day stands for what has no other; nothing is changed before it is published.
    let settings = Config { updated: Some("2021-01-01".to_owned()), ..config() };
    let found = entries(&output(articles(), KNOWLEDGE, &settings));
    assert_eq!(
        days(&found),
        [
            ("added", "2019-01-02", "2022-07-08"),
            ("month", "2021-05-01", "2021-05-01"),
            ("day", "2020-03-03", "2021-01-01"),
            ("undated", "", "2021-01-01"),
        ]
    );
}

#[test]
fn a_dossier_without_any_day_has_no_feeds() {
    let undated = || {
        vec![document(
            "content/articles/a.md",
            "---\ntitle: خبر بلا يوم\n---\n\nخبر قصير عن الميناء.\n",
        )]
    };
    let output = output(undated(), KNOWLEDGE, &config());
    assert!(!output.contains("feed.xml") && !output.contains("feed.json"));
    for path in output.paths().filter(|path| path.ends_with(".html")) {
        assert!(!page(&output, path).contains("feed."), "{path}");
    }
    // The events of the knowledge base still make a calendar, each stamped with its own day.
    let ics = page(&output, "timeline.ics");
    assert!(ics.contains("DTSTAMP:20210407T000000Z") && !ics.contains("1970"), "{ics}");
    super::laws::links_lead_somewhere(&output);
}
