//! Feeds of additions and corrections, the sitemap, and what hosts and robots read.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::Options;
use super::context::{FeedEntry, FeedView};
use super::fields::line;
use super::link::permalink;
use super::text::{arabic_first, shorten};
use super::views::Views;
use crate::site::model::Article;

/// How many entries a feed has.
const ENTRIES: usize = 50;

/// Without any date in content or settings, time begins here; the clock is never read.
const NO_DATE: &str = "1970-01-01T00:00:00Z";

/// The host of an address, for `tag:` URIs and the calendar.
pub(super) fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    let name = match host.strip_prefix('[').and_then(|address| address.split_once(']')) {
        Some((address, _)) => address,
        None => host.split(':').next().unwrap_or(""),
    };
    if name.is_empty() { "example.org" } else { name }
}

fn at_midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// The date of whatever has none of its own.
pub(super) fn fallback(views: &Views<'_>, options: &Options) -> String {
    let given = || views.as_of().and_then(|date| date.first_day());
    options.updated.or_else(given).map_or_else(|| NO_DATE.to_owned(), at_midnight)
}

/// When the dossier took or last changed an article.
fn changed(article: &Article) -> Option<NaiveDate> {
    let front = &article.document.front_matter;
    front.updated.as_ref().or(front.added.as_ref()).and_then(|date| date.first_day())
}

/// `feed` of `feed.xml`, which is `feed.json` too.
pub(super) fn feed(views: &Views<'_>, options: &Options) -> FeedView {
    let config = &views.site.config;
    let fallback = fallback(views, options);
    let tag = |rest: &str| format!("tag:{},2020:{rest}", host(&config.base_url));
    let mut entries: Vec<FeedEntry> = views
        .site
        .shown()
        .rev()
        .map(|(no, article)| {
            let item = views.article_item(no);
            let topics = article.topics.iter().filter_map(|id| views.site.knowledge.topics.get(id)).map(|topic| line(&topic.name));
            FeedEntry {
                id: tag(&format!("articles/{}", super::link::encode(&article.slug))),
                title: arabic_first(&line(&article.title), "مادة"),
                address: permalink(&config.base_url, &article.path()),
                updated: changed(article).map_or_else(|| fallback.clone(), at_midnight),
                summary: arabic_first(&shorten(&line(&format!("{}، {}. {}", item.outlet, item.date.text, item.text)), 400), "مادة"),
                topics: topics.collect(),
            }
        })
        .collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated));
    entries.truncate(ENTRIES);
    FeedView {
        id: tag("dossier"),
        title: arabic_first(&line(&config.title), "ملف"),
        description: line(&views.lede()),
        lang: config.lang.clone(),
        home: permalink(&config.base_url, "index.html"),
        address: permalink(&config.base_url, "feed.xml"),
        updated: entries.iter().map(|entry| entry.updated.clone()).max().unwrap_or(fallback),
        author: line(if config.editor.is_empty() { &config.title } else { &config.editor }),
        rights: line(&config.rights),
        entries,
    }
}

/// `feed.json`: JSON Feed 1.1.
pub(super) fn json_feed(views: &Views<'_>, options: &Options) -> String {
    let feed = feed(views, options);
    let item = |entry: FeedEntry| {
        json!({
            "id": entry.id, "url": entry.address, "title": entry.title, "content_text": entry.summary,
            "date_modified": entry.updated, "tags": entry.topics, "language": feed.lang,
        })
    };
    let address = permalink(&views.site.config.base_url, "feed.json");
    let items: Vec<Value> = feed.entries.into_iter().map(item).collect();
    let whole = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": feed.title, "home_page_url": feed.home, "feed_url": address,
        "description": feed.description, "language": feed.lang, "authors": [{"name": feed.author}], "items": items,
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
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
    let config = &views.site.config;
    if config.noindex {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let refused: String = AI_CRAWLERS.iter().map(|name| format!("User-agent: {name}\n")).collect();
    let refused = if config.no_ai { format!("{refused}Disallow: /\n\n") } else { String::new() };
    format!("{refused}User-agent: *\nAllow: /\n\nSitemap: {}\n", line(&permalink(&config.base_url, "sitemap.xml")))
}

/// The policy of every page; the same stands in a meta tag.
pub(super) const POLICY: &str = "default-src 'self'";

/// `_headers`, as the static hosts that know such a file read it.
pub(super) fn headers() -> String {
    format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer-when-downgrade\n\n/static/fonts/*\n  Cache-Control: public, max-age=31536000, immutable\n\n/*.md\n  Content-Type: text/markdown; charset=utf-8\n"
    )
}
