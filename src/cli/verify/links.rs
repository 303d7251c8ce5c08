//! Every link between the pages leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::difference::{difference, of_error};
use crate::diagnostics::Diagnostic;
use crate::site::output::Output;

/// The page that hosts show at any address, whose links begin at the path of the base URL.
const LOST: &str = "404.html";

/// How many links there are, where all lead to a file of the site and to a fragment that is there.
pub(super) fn check(output: &Output) -> Result<usize, Diagnostic> {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links: Vec<(String, String)> = Vec::new();
    for path in output.paths().filter(|path| path.ends_with(".html")) {
        let bytes = output.get(path).unwrap_or_else(|| Ok(Vec::new())).map_err(of_error)?;
        let html = String::from_utf8_lossy(&bytes);
        ids.insert(path.to_owned(), values(&html, "id").map(str::to_owned).collect());
        let base = values(&html, "href")
            .find_map(|link| link.strip_suffix("static/site.css"))
            .filter(|_| path == LOST)
            .unwrap_or("");
        let inside =
            values(&html, "href").chain(values(&html, "src")).filter(|link| !is_outside(link));
        links.extend(
            inside
                .map(|link| (path.to_owned(), link.strip_prefix(base).unwrap_or(link).to_owned())),
        );
    }
    for (page, link) in &links {
        let nowhere = |what: &str| {
            difference(
                page,
                format!("the link `{link}` {what}"),
                "correct the template or the page that has it",
            )
        };
        let Some((target, fragment)) = resolve(page, link) else {
            return Err(nowhere("leaves the site"));
        };
        if !output.contains(&target) {
            return Err(nowhere("leads to no file of the site"));
        }
        if !fragment.is_empty() && !ids.get(&target).is_some_and(|ids| ids.contains(&fragment)) {
            return Err(nowhere("leads to a fragment that its page has not"));
        }
    }
    Ok(links.len())
}

/// The values of an attribute, in order. All pages are written by our own templates or escaped by them, so that a text
/// that speaks of `href="x"` stands behind a `>`.
fn values<'h>(html: &'h str, attribute: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {attribute}=\"");
    let length = start.len();
    let is_in_tag =
        |at: usize| html[..at].rfind(['<', '>']).is_some_and(|mark| html[mark..].starts_with('<'));
    let places: Vec<usize> = html
        .match_indices(&start)
        .filter(|&(at, _)| is_in_tag(at))
        .map(|(at, _)| at + length)
        .collect();
    places.into_iter().filter_map(|at| html[at..].split('"').next())
}

fn is_outside(link: &str) -> bool {
    link.contains("://") || link.starts_with("mailto:") || link.starts_with("data:")
}

/// The path of a link from a page, and its fragment; nothing where it leaves the site.
fn resolve(page: &str, link: &str) -> Option<(String, String)> {
    let link = link.replace("&amp;", "&");
    let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
    let path = path.split('?').next().unwrap_or(path);
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    if path.is_empty() {
        return Some((page.to_owned(), decoded(fragment)));
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    Some((decoded(&parts.join("/")), decoded(fragment)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_a_link_are_none() {
        let html = "<p><a class=\"x\" href=\"a.html\">نص</a> <code>&lt;link href=\"b.css\"&gt;</code> href=\"c\"</p>";
        assert_eq!(values(html, "href").collect::<Vec<_>>(), ["a.html"]);
    }

    #[test]
    fn a_link_is_resolved_as_browsers_do() {
        let to = |path: &str, fragment: &str| Some((path.to_owned(), fragment.to_owned()));
        assert_eq!(
            resolve("articles/a/index.html", "../../topics/index.html"),
            to("topics/index.html", "")
        );
        assert_eq!(resolve("articles/a/index.html", "#p3"), to("articles/a/index.html", "p3"));
        assert_eq!(
            resolve("index.html", "articles/%D8%A3/index.html#p1"),
            to("articles/أ/index.html", "p1")
        );
        assert_eq!(resolve("index.html", "../x"), None);
    }
}
