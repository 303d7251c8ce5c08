//! Feeds of additions and corrections, the sitemap, and what hosts and robots read.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::context::{FeedEntry, FeedView};
use super::days::{Days, changed};
use super::fields::line;
use super::link::{encode, permalink};
use super::text::{arabic_first, shorten};
use super::views::Views;
use crate::site::model::Article;

/// How many entries a feed has.
const ENTRIES: usize = 50;

/// Whether the dossier has feeds: each entry must say when it was changed, and no day is made up.
pub(super) fn are_there(views: &Views<'_>) -> bool {
    views.plan.days.any().is_some()
}

/// The host of an address, for `tag:` URIs and the calendar; none where the site has no address.
pub(super) fn host(base_url: &str) -> Option<&str> {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    let name = match host.strip_prefix('[').and_then(|address| address.split_once(']')) {
        Some((address, _)) => address,
        None => host.split(':').next().unwrap_or(""),
    };
    Some(name).filter(|name| !name.is_empty())
}

/// A UUID (version 8, RFC 9562) for what has no address: the same for one dossier and path at every build, so that
/// readers of feeds and calendars know it again. `urn:uuid:` is the one registered name that needs no host.
pub(super) fn uuid(dossier: &str, path: &str) -> String {
    let digest: [u8; 32] =
        Sha256::new().chain_update(dossier).chain_update([0]).chain_update(path).finalize().into();
    let mut hex: Vec<char> = digest[..16]
        .iter()
        .flat_map(|byte| format!("{byte:02x}").chars().collect::<Vec<_>>())
        .collect();
    // Version and variant.
    hex[12] = '8';
    hex[16] = ['8', '9', 'a', 'b'][usize::from(digest[8] >> 6)];
    let groups =
        [0..8, 8..12, 12..16, 16..20, 20..32].map(|group| hex[group].iter().collect::<String>());
    groups.join("-")
}

fn at_midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// When an article was last changed, as far as anything says; not before it was published.
fn updated(article: &Article, days: Days) -> Option<NaiveDate> {
    let own = article.day();
    changed(article).or(days.given).or(own).or(days.newest).max(own)
}

/// `feed` of `feed.xml`, which is `feed.json` too; nothing where the dossier has no day.
///
/// Without an address of the site its links are relative, as Atom allows, and it has no link to itself.
pub(super) fn feed(views: &Views<'_>) -> Option<FeedView> {
    let config = &views.site.config();
    let base = config.base_url.as_str();
    let days = views.plan.days;
    let newest = days.any()?;
    let id = |path: &str| match host(base) {
        Some(host) => format!("tag:{host},2020:{}", encode(path)),
        None => format!("urn:uuid:{}", uuid(&config.title, path)),
    };
    let address = |path: &str| permalink(base, path).unwrap_or_else(|| encode(path));
    let mut shown: Vec<(NaiveDate, usize, &Article)> = views
        .site
        .whole()
        .shown()
        .map(|(no, article)| (updated(article, days).unwrap_or(newest), no, article))
        .collect();
    // Articles stand in order of their days, so of those that were changed together the newest comes first.
    shown.sort_by_key(|&(updated, no, article)| std::cmp::Reverse((updated, article.day(), no)));
    shown.truncate(ENTRIES);
    let changed = shown.first().map_or(newest, |&(updated, ..)| updated);
    let entry = |(updated, no, article): (NaiveDate, usize, &Article)| {
        let item = views.article_item(no);
        let topics = article
            .topics
            .iter()
            .filter_map(|id| views.site.topics().get(id))
            .map(|topic| line(&topic.name));
        FeedEntry {
            id: id(&format!("articles/{}", article.slug)),
            title: arabic_first(&line(&article.title), "مادة"),
            address: address(&article.path()),
            published: article.day().map_or_else(String::new, at_midnight),
            updated: at_midnight(updated),
            summary: arabic_first(
                &shorten(
                    &line(&format!("{}، {}. {}", item.outlet, item.date.text, item.text)),
                    400,
                ),
                "مادة",
            ),
            topics: topics.collect(),
        }
    };
    Some(FeedView {
        id: id("dossier"),
        title: arabic_first(&line(&config.title), "ملف"),
        description: line(&views.lede()),
        lang: config.lang.clone(),
        home: address("index.html"),
        address: permalink(base, "feed.xml").unwrap_or_default(),
        updated: at_midnight(changed),
        author: line(if config.editor.is_empty() { &config.title } else { &config.editor }),
        rights: line(&config.rights),
        entries: shown.into_iter().map(entry).collect(),
    })
}

/// `feed.json`: JSON Feed 1.1, which has no relative addresses: where the site has none, its entries have none.
pub(super) fn json_feed(views: &Views<'_>) -> Option<String> {
    let feed = feed(views)?;
    let base = views.site.config().base_url.as_str();
    let is_absolute = !base.is_empty();
    let item = |entry: FeedEntry| {
        let mut made: Map<String, Value> = Map::new();
        let mut add = |key: &str, value: Value| made.insert(key.to_owned(), value);
        add("id", json!(entry.id));
        if is_absolute {
            add("url", json!(entry.address));
        }
        add("title", json!(entry.title));
        add("content_text", json!(entry.summary));
        if !entry.published.is_empty() {
            add("date_published", json!(entry.published));
        }
        add("date_modified", json!(entry.updated));
        add("tags", json!(entry.topics));
        add("language", json!(feed.lang));
        Value::Object(made)
    };
    let items: Vec<Value> = feed.entries.into_iter().map(item).collect();
    let mut whole: Map<String, Value> = Map::new();
    let mut add = |key: &str, value: Value| whole.insert(key.to_owned(), value);
    add("version", json!("https://jsonfeed.org/version/1.1"));
    add("title", json!(feed.title));
    if let Some(address) = permalink(base, "feed.json") {
        add("home_page_url", json!(feed.home));
        add("feed_url", json!(address));
    }
    add("description", json!(feed.description));
    add("language", json!(feed.lang));
    add("authors", json!([{"name": feed.author}]));
    add("items", json!(items));
    Some(serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n")
}

/// Crawlers that gather text for language models, by the names that their makers give for `robots.txt`.
const AI_CRAWLERS: [&str; 14] = [
    "AI2Bot",
    "Amazonbot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Diffbot",
    "FacebookBot",
    "GPTBot",
    "Google-Extended",
    "Meta-ExternalAgent",
    "PerplexityBot",
    "anthropic-ai",
    "cohere-ai",
];

/// `robots.txt`: all are welcome but those whom the settings ask to stay out.
pub(super) fn robots(views: &Views<'_>) -> String {
    let config = &views.site.config();
    if config.noindex {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let refused: String = AI_CRAWLERS.iter().map(|name| format!("User-agent: {name}\n")).collect();
    let refused = if config.no_ai { format!("{refused}Disallow: /\n\n") } else { String::new() };
    let sitemap = permalink(&config.base_url, "sitemap.xml")
        .map_or_else(String::new, |address| format!("\nSitemap: {}\n", line(&address)));
    format!("{refused}User-agent: *\nAllow: /\n{sitemap}")
}

/// The policy of every page; the same stands in a meta tag.
pub(super) const POLICY: &str = "default-src 'self'";

/// `_headers`, as the static hosts that know such a file read it.
pub(super) fn headers() -> String {
    format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer-when-downgrade\n\n/static/fonts/*\n  Cache-Control: public, max-age=31536000, immutable\n\n/*.md\n  Content-Type: text/markdown; charset=utf-8\n"
    )
}
