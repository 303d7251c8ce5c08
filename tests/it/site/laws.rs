//! What holds for every site.

use std::collections::{BTreeMap, BTreeSet};

use sijill::site::output::Output;

use super::hand_made::{KNOWLEDGE, config, document, dossier, output};
use super::page;

/// The values of an attribute, in order.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start)
        .filter_map(|(at, _)| html[at + start.len()..].split('"').next())
        .collect()
}

/// The path that a link leads to from a page, with its fragment.
fn resolve(page: &str, link: &str) -> (String, String) {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{link} leaves the site from {page}"),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    let path = if path.is_empty() { page.to_owned() } else { parts.join("/") };
    let path = percent_encoding::percent_decode_str(&path).decode_utf8().unwrap().into_owned();
    (path, fragment.to_owned())
}

/// Every link of a site leads to one of its pages, and to a fragment that is there.
pub(super) fn links_lead_somewhere(output: &Output) {
    let pages: BTreeMap<&str, String> = output
        .paths()
        .filter(|path| path.ends_with(".html"))
        .map(|path| (path, page(output, path)))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, html)| (*path, values(html, "id").into_iter().collect()))
        .collect();
    for (path, html) in &pages {
        assert_eq!(ids[path].len(), values(html, "id").len(), "an id stands twice on {path}");
        assert!(
            !html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick="),
            "{path} has inline styles or scripts"
        );
        // The 404 page is shown at any address, so its links begin at the path of the base URL.
        let base = values(html, "href")
            .into_iter()
            .find_map(|link| link.strip_suffix("static/site.css"))
            .filter(|_| *path == "404.html");
        for link in values(html, "href").into_iter().chain(values(html, "src")) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let from_base = base.filter(|_| !link.starts_with('#'));
            let link = from_base.map_or(link, |base| {
                link.strip_prefix(base).unwrap_or_else(|| panic!("{link} is not under {base}"))
            });
            let (target, fragment) = resolve(path, link);
            assert!(output.contains(&target), "{path}: {link} leads nowhere");
            if !fragment.is_empty() {
                assert!(
                    ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment.as_str())),
                    "{path}: {link} has no fragment"
                );
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_page() {
    links_lead_somewhere(&dossier());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (dossier(), dossier());
    assert!(one.paths().eq(other.paths()));
    for path in one.paths() {
        assert_eq!(one.get(path).unwrap().unwrap(), other.get(path).unwrap().unwrap(), "{path}");
    }
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let text = |n: usize| {
        format!(
            "---\ntitle: مادة {n}\ndate: 2021-0{}\n---\n\nفي [البصرة](place:basra) اليوم.\n",
            n % 3 + 1
        )
    };
    let mut documents: Vec<_> =
        (0..7).map(|n| document(&format!("content/articles/a{n}.md"), &text(n))).collect();
    let one = output(documents.clone(), KNOWLEDGE, &config());
    documents.reverse();
    let other = output(documents, KNOWLEDGE, &config());
    for path in one.paths() {
        assert_eq!(one.get(path).unwrap().unwrap(), other.get(path).unwrap().unwrap(), "{path}");
    }
}

#[test]
fn long_lists_are_cut_into_pages() {
    let text = |n: usize| {
        format!(
            "---\ntitle: مادة رقم {n} عن أعمال الميناء الجديد في الجنوب\ndate: 2021-04-07\ntopics: [ports]\nsource: {{outlet: minaa}}\n---\n\nفي [البصرة](place:basra) اليوم أرصفة جديدة تنتظر سفنًا كثيرة من بلاد بعيدة، وفي الميناء عمال لا يعرفون متى تصل.\n"
        )
    };
    let documents: Vec<_> =
        (0..400).map(|n| document(&format!("content/articles/a{n}.md"), &text(n))).collect();
    let output = output(documents, KNOWLEDGE, &config());
    assert!(
        output.contains("articles/page/2/index.html")
            && output.contains("topics/ports/page/2/index.html")
    );
    assert!(
        output.contains("places/basra/page/2/index.html")
            && output.contains("outlets/minaa/page/2/index.html")
    );
    for path in
        output.paths().filter(|path| path.ends_with(".html") && *path != "dossier/index.html")
    {
        let size = page(&output, path).len();
        assert!(size <= 120_000, "{path} has {size} bytes");
    }
    links_lead_somewhere(&output);
}
