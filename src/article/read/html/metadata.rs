//! What the head of a page says about itself: evidence, never more.

use dom_query::Document;
use serde_json::Value;

use crate::document::{Clue, ClueKind};
use crate::span::Span;

/// The evidence of a page's head, and the title that it gives.
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) clues: Vec<Clue>,
}

const PUBLISHED: [&str; 12] = [
    "article:published_time",
    "og:published_time",
    "datePublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "article.published",
    "DC.date.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "cXenseParse:recs:publishtime",
];
const MODIFIED: [&str; 6] = [
    "article:modified_time",
    "og:updated_time",
    "dateModified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
];

/// Reads JSON-LD, Open Graph, the usual `<meta>` names, `<time>` and the address.
pub(super) fn metadata(document: &Document, html: &str) -> Metadata {
    let mut found = Metadata { title: None, clues: Vec::new() };
    for script in document.select("script[type='application/ld+json']").iter() {
        if let Ok(value) = serde_json::from_str::<Value>(script.text().trim()) {
            json_ld(&value, &mut found, 0);
        }
    }
    let mut social = None;
    for meta in document.select("meta").iter() {
        let name =
            meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"));
        let (Some(name), Some(content)) = (name, meta.attr("content")) else { continue };
        let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(&name));
        if is(&PUBLISHED) {
            found.clue(ClueKind::MetadataPublished, &content);
        } else if is(&MODIFIED) {
            found.clue(ClueKind::MetadataModified, &content);
        } else if is(&["og:title", "twitter:title"]) {
            social = social.or_else(|| filled(&content));
        } else if is(&["og:site_name", "application-name"]) {
            found.clue(ClueKind::Outlet, &content);
        } else if is(&["author", "article:author", "dc.creator"]) && !content.starts_with("http") {
            found.clue(ClueKind::Byline, &content);
        } else if is(&["og:url"]) {
            found.clue(ClueKind::Address, &content);
        }
    }
    for link in document.select("link[rel='canonical']").iter() {
        if let Some(href) = link.attr("href") {
            found.clue(ClueKind::Address, &href);
        }
    }
    if let Some(address) = saved_from(html) {
        found.clue(ClueKind::Address, address);
    }
    times(document, &mut found);
    let headings: Vec<String> =
        document.select("h1").iter().filter_map(|heading| filled(&heading.text())).collect();
    let site =
        found.clues.iter().find(|clue| clue.kind == ClueKind::Outlet).map(|clue| clue.text.clone());
    // A short heading that stands alone may be the site's name.
    let alone = (headings.len() == 1).then(|| headings[0].clone());
    let site =
        site.or_else(|| alone.clone().filter(|heading| heading.split_whitespace().count() < 4));
    let alone = alone.filter(|heading| site.as_ref() != Some(heading));
    let page = document.select("title").iter().next().and_then(|title| filled(&title.text()));
    let title = found.title.take().or(social).map(|title| without_site(&title, site.as_deref()));
    // A heading that the head repeats is the headline as printed.
    let repeats = |heading: &str| {
        title.as_ref().is_some_and(|title| {
            heading.contains(title.as_str())
                || title.contains(heading) && heading.len() * 2 > title.len()
        })
    };
    let printed = headings.iter().find(|heading| repeats(heading));
    found.title = printed
        .cloned()
        .or(title)
        .or(alone)
        .or_else(|| page.map(|page| without_site(&page, site.as_deref())));
    found
}

/// `<!-- saved from url=(0042)https://… -->`, which browsers write over a page that they save.
fn saved_from(html: &str) -> Option<&str> {
    /// It stands in the first lines.
    const HEAD: usize = 2048;
    let head = html.get(..html.floor_char_boundary(HEAD))?;
    let (_, behind) = head.split_once("saved from url=(")?;
    let (_, address) = behind.split_once(')')?;
    let address = address.split_whitespace().next()?.trim_end_matches("-->");
    (address.starts_with("http") && address.len() > "https://".len()).then_some(address)
}

/// `<time>` elements with a machine-readable day; one of a comment or of another story is weighed by whoever reads the clues.
fn times(document: &Document, found: &mut Metadata) {
    for time in document
        .select("article time, .entry-meta time, .post-meta time, header time, [itemprop='datePublished'], [itemprop='dateModified']")
        .iter()
        .take(6)
    {
        let Some(value) = time.attr("datetime").or_else(|| time.attr("content")) else { continue };
        let class = time.attr("class").unwrap_or_default();
        let property = time.attr("itemprop").unwrap_or_default();
        let changed = class.contains("updated") && !class.contains("published") || &*property == "dateModified";
        found.clue(if changed { ClueKind::MetadataModified } else { ClueKind::MetadataPublished }, &value);
    }
}

impl Metadata {
    fn clue(&mut self, kind: ClueKind, text: &str) {
        if let Some(text) = filled(text)
            && !self.clues.iter().any(|clue| clue.kind == kind && clue.text == text)
        {
            self.clues.push(Clue { kind, text, span: Span::default() });
        }
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The article among the objects of a JSON-LD block, wherever it is nested.
fn json_ld(value: &Value, found: &mut Metadata, depth: usize) {
    match value {
        Value::Array(values) if depth < 8 => {
            values.iter().for_each(|value| json_ld(value, found, depth + 1))
        }
        Value::Object(object) if depth < 8 => {
            if let Some(graph) = object.get("@graph") {
                json_ld(graph, found, depth + 1);
            }
            let kinds = object.get("@type").map(|kind| kind.to_string()).unwrap_or_default();
            let article =
                ["Article", "BlogPosting", "Report"].iter().any(|kind| kinds.contains(kind));
            let text = |name: &str| object.get(name).and_then(Value::as_str).and_then(filled);
            if article {
                found.title = found.title.take().or_else(|| text("headline"));
                for (name, kind) in [
                    ("datePublished", ClueKind::MetadataPublished),
                    ("dateCreated", ClueKind::MetadataPublished),
                    ("dateModified", ClueKind::MetadataModified),
                    ("url", ClueKind::Address),
                ] {
                    if let Some(text) = text(name) {
                        found.clue(kind, &text);
                    }
                }
                for (name, kind) in [("author", ClueKind::Byline), ("publisher", ClueKind::Outlet)]
                {
                    if let Some(text) = object.get(name).and_then(name_of) {
                        found.clue(kind, &text);
                    }
                }
            } else if kinds.contains("WebPage") {
                object
                    .get("mainEntity")
                    .into_iter()
                    .for_each(|main| json_ld(main, found, depth + 1));
            }
        }
        _ => {}
    }
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => filled(name),
        Value::Array(values) => values.first().and_then(name_of),
        Value::Object(object) => object.get("name").and_then(name_of),
        _ => None,
    }
}

/// «خبر | الموقع» → «خبر», where what is behind the bar is the site's name or short.
fn without_site(title: &str, site: Option<&str>) -> String {
    for bar in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((head, tail)) = title.rsplit_once(bar) {
            let named = site.is_some_and(|site| tail.trim() == site);
            let short =
                tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 4;
            if named
                || short && bar == " | "
                || short && site.is_none() && head.split_whitespace().count() >= 5
            {
                return head.trim().to_owned();
            }
        }
    }
    let behind = site
        .and_then(|site| title.strip_prefix(site))
        .map(|rest| rest.trim_start_matches([' ', ':', '|', '-', '–', '—', '»']));
    behind.filter(|rest| rest.split_whitespace().count() >= 3).unwrap_or(title).to_owned()
}
