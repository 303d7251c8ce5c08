//! How to cite an article: on its page, in its meta tags, and as files of the whole dossier.

use serde_json::{Map, Value, json};

use super::context::{CitationView, MetaView};
use super::fields::{bibtex, line};
use super::json_ld::iso;
use super::link::{permalink, safe_address};
use super::seen::Cited;
use super::views::Views;
use crate::document::DateBasis;
use crate::site::model::{Article, OutletOf};

/// The citation of an article around its title, up to its address.
pub(super) fn around(views: &Views<'_>, article: &Article) -> CitationView {
    let author = article
        .document
        .front_matter
        .source
        .author
        .as_deref()
        .filter(|author| !author.trim().is_empty());
    let author = author.map_or_else(String::new, |author| format!("{author}. "));
    let outlet = match article.outlet {
        OutletOf::Unknown => String::new(),
        _ => format!("{}، ", views.outlet_name(&article.outlet)),
    };
    let date = match article.date() {
        Some(date)
            if article.document.front_matter.date_basis.is_some_and(DateBasis::is_of_page) =>
        {
            views.words.date(date).text
        }
        // What was inferred or given by the editor stands in brackets, as catalogues write it.
        Some(date) => format!("[{}]", views.words.date(date).text),
        None => "د.ت".to_owned(),
    };
    CitationView {
        before: author,
        after: format!(". {outlet}{date}. في: {}.", views.site.config().title),
    }
}

/// The meta tags that reference managers read.
pub(super) fn meta(views: &Views<'_>, article: &Article) -> Vec<MetaView> {
    if article.withdrawn() {
        return Vec::new();
    }
    let front = &article.document.front_matter;
    let language = front.lang.as_deref().unwrap_or("ar");
    let mut made = Vec::new();
    let mut add = |name: &str, content: &str| {
        made.push(MetaView { name: name.to_owned(), content: content.to_owned() })
    };
    add("citation_title", &article.title);
    add("citation_language", language);
    if let Some(date) = article.date().and_then(iso) {
        add("citation_publication_date", &date.replace('-', "/"));
        add("DC.date", &date);
    }
    if let Some(author) = front.source.author.as_deref().filter(|author| !author.trim().is_empty())
    {
        add("citation_author", author);
        add("DC.creator", author);
    }
    if article.outlet != OutletOf::Unknown {
        add("citation_journal_title", &views.outlet_name(&article.outlet));
        add("DC.publisher", &views.outlet_name(&article.outlet));
    }
    if let Some(address) = permalink(&views.site.config().base_url, &article.path()) {
        add("citation_public_url", &address);
    }
    add("DC.title", &article.title);
    add("DC.language", language);
    if let Some(url) = front.source.url.as_deref().and_then(safe_address) {
        add("DC.source", url);
    }
    made
}

/// One reference, before it is spelled in a format.
struct Reference {
    key: String,
    title: String,
    author: Option<String>,
    outlet: Option<String>,
    date: Option<String>,
    language: String,
    url: Option<String>,
    archived: Option<String>,
}

fn references(views: &Views<'_>) -> Vec<Reference> {
    let mut keys: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let reference = |(no, article): (usize, Cited<'_>)| {
        let slug = article.slug();
        let ascii: String =
            slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let mut key =
            if ascii.trim_matches('-').is_empty() { format!("article-{}", no + 1) } else { ascii };
        let seen = keys.entry(key.clone()).or_default();
        *seen += 1;
        if *seen > 1 {
            key = format!("{key}-{no}");
        }
        Reference {
            key,
            title: line(article.title()),
            author: article.author().map(line).filter(|author| !author.is_empty()),
            outlet: (*article.outlet() != OutletOf::Unknown)
                .then(|| line(&views.outlet_name(article.outlet()))),
            date: article.date().and_then(|date| {
                iso(date).or_else(|| Some(date.first_day()?.to_string()[..4].to_owned()))
            }),
            language: article.lang().map_or_else(|| "ar".to_owned(), line),
            url: permalink(&views.site.config().base_url, &article.path()),
            archived: article.url().and_then(safe_address).map(str::to_owned),
        }
    };
    views.site.citations().map(reference).collect()
}

/// BibLaTeX.
pub(super) fn biblatex(views: &Views<'_>) -> String {
    let mut made = String::new();
    for reference in references(views) {
        // `@online` must have an address.
        let kind = if reference.url.is_some() { "online" } else { "misc" };
        made.push_str(&format!("@{kind}{{{},\n", reference.key));
        let mut field =
            |name: &str, value: &str| made.push_str(&format!("  {name} = {{{value}}},\n"));
        field("title", &bibtex(&reference.title));
        if let Some(author) = &reference.author {
            // A name in braces is not taken apart at its spaces and at «and».
            field("author", &format!("{{{}}}", bibtex(author)));
        }
        if let Some(outlet) = &reference.outlet {
            field("organization", &bibtex(outlet));
        }
        if let Some(date) = &reference.date {
            field("date", date);
        }
        if let Some(source) = &reference.archived {
            field("note", &bibtex(&format!("الأصل: {source}")));
        }
        field("langid", if reference.language.starts_with("ar") { "arabic" } else { "english" });
        if let Some(url) = &reference.url {
            made.push_str(&format!("  url = {{{url}}},\n"));
        }
        made.push_str("}\n\n");
    }
    made
}

/// RIS.
pub(super) fn ris(views: &Views<'_>) -> String {
    let mut made = String::new();
    for reference in references(views) {
        let mut field =
            |tag: &str, value: &str| made.push_str(&format!("{tag}  - {}\r\n", line(value)));
        field("TY", "NEWS");
        field("TI", &reference.title);
        if let Some(author) = &reference.author {
            field("AU", author);
        }
        if let Some(outlet) = &reference.outlet {
            field("T2", outlet);
        }
        if let Some(date) = &reference.date {
            field("PY", &date[..4]);
            let mut parts = date.split('-');
            let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
            field(
                "DA",
                &format!("{}/{}/{}/", part(parts.next()), part(parts.next()), part(parts.next())),
            );
        }
        field("LA", &reference.language);
        if let Some(url) = &reference.url {
            field("UR", url);
        }
        if let Some(source) = &reference.archived {
            field("L2", source);
        }
        field("ER", "");
    }
    made
}

/// CSL-JSON.
pub(super) fn csl(views: &Views<'_>) -> String {
    let date_parts = |date: &str| json!({"date-parts": [date.split('-').filter_map(|part| part.parse::<i32>().ok()).collect::<Vec<_>>()]});
    let item = |reference: Reference| {
        let mut object: Map<String, Value> = Map::new();
        object.insert("id".to_owned(), json!(reference.key));
        object.insert("type".to_owned(), json!("article-newspaper"));
        object.insert("title".to_owned(), json!(reference.title));
        if let Some(author) = reference.author {
            object.insert("author".to_owned(), json!([{"literal": author}]));
        }
        if let Some(outlet) = reference.outlet {
            object.insert("container-title".to_owned(), json!(outlet));
        }
        if let Some(date) = reference.date {
            object.insert("issued".to_owned(), date_parts(&date));
        }
        object.insert("language".to_owned(), json!(reference.language));
        if let Some(url) = reference.url {
            object.insert("URL".to_owned(), json!(url));
        }
        Value::Object(object)
    };
    let items: Vec<Value> = references(views).into_iter().map(item).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}
