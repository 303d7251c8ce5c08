//! What an article, a name or a setting holds stays text: in every page, read as browsers read it.
//!
//! Every payload of the table goes into every field that a person or a page can fill, and the site is read by an HTML5
//! parser. Escaping alone has to hold; the policy of the pages is a second wall.

use dom_query::Document;
use rayon::prelude::*;
use sijill::site::output::Output;

use super::{Dossier, size};
use crate::site::build;

/// A line of a table, with what it spells: `\n`, `\r` and `\u{…}`.
pub(super) fn spelled(text: &str) -> String {
    let mut made = text.replace("\\r", "\r").replace("\\n", "\n");
    while let Some((before, rest)) = made.split_once("\\u{") {
        let (code, behind) = rest.split_once('}').unwrap();
        let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        made = format!("{before}{c}{behind}");
    }
    made
}

/// Every way out with everything that may come behind it.
pub(super) fn payloads() -> Vec<String> {
    let table = include_str!("../../data/payloads.txt");
    let (outs, ins) = table
        .split_once("-- out --\n")
        .and_then(|(_, rest)| rest.split_once("-- in --\n"))
        .unwrap();
    outs.lines()
        .flat_map(|out| ins.lines().map(move |piece| (out, piece)))
        .map(|(out, piece)| format!("خبر{}{}", spelled(out), spelled(piece)))
        .collect()
}

/// A text as YAML, whatever it holds.
fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A dossier that has the payloads everywhere; the number says which goes where.
pub(super) fn dossier(payloads: &[String]) -> Dossier {
    let at = |n: usize| yaml(&payloads[n % payloads.len()]);
    let mut files: Vec<(String, String)> = Vec::new();
    let mut people = String::from("people:\n");
    let mut rest =
        [String::from("outlets:\n"), String::from("topics:\n"), String::from("events:\n")];
    for n in 0..payloads.len() {
        let front = format!(
            "---\ntitle: {}\nsubtitle: {}\ndate: 2021-04-{:02}\nsource: {{outlet: {}, author: {}, url: {}, archived: {}, original: {}}}\nslug: {}\nextra: {{note: {}}}\n---\n\n",
            at(n),
            at(n + 1),
            n % 28 + 1,
            at(n + 2),
            at(n + 3),
            at(n + 4),
            at(n + 5),
            at(n + 6),
            yaml(&format!("{n}{}", payloads[(n + 7) % payloads.len()])),
            at(n + 8)
        );
        let body = format!(
            "قال [سليم {n}](person:p{n}) إن العمل يبدأ.\n\n{}\n\nوأضاف «{}».\n",
            payloads[n],
            payloads[(n + 9) % payloads.len()]
        );
        files.push((format!("content/articles/m{n}.md"), front + &body));
        if n % 3 == 0 {
            files.push((
                format!("content/articles/t{n}.txt"),
                format!(
                    "{}\n\nقال الوزير {n} إن العمل يبدأ في المدينة، وإن السكان ينتظرونه.\n\n{}\n",
                    payloads[n],
                    payloads[(n + 1) % payloads.len()]
                ),
            ));
            let page = format!(
                "<html><head><title>{0}</title><meta property=\"og:title\" content=\"{0}\"></head><body><article><h1>عنوان {n}</h1><p>قال الوزير {n} إن العمل يبدأ في المدينة، وإن السكان ينتظرونه.</p><p>{0}</p><img src=\"{0}\" alt=\"{0}\"></article></body></html>",
                payloads[n]
            );
            files.push((format!("content/articles/h{n}.html"), page));
            rest[0].push_str(&format!(
                "  - {{id: o{n}, name: {}, description: {}}}\n",
                at(n + 3),
                at(n + 4)
            ));
            rest[1].push_str(&format!(
                "  - {{id: t{n}, name: {}, description: {}, cues: [العمل]}}\n",
                at(n),
                at(n + 1)
            ));
            rest[2].push_str(&format!(
                "  - {{id: e{n}, name: {}, date: 2021-05-{:02}, status: held, summary: {}, outcome: {}}}\n",
                at(n),
                n % 28 + 1,
                at(n + 1),
                at(n + 2)
            ));
        }
        people.push_str(&format!(
            "  - {{id: p{n}, name: {}, latin: {}, description: {}, aliases: [سليم الوادي {n}], roles: [{{title: {}}}]}}\n",
            yaml(&format!("سليم {n} {}", payloads[n])),
            at(n + 1),
            at(n + 2),
            at(n + 5)
        ));
    }
    files.push((
        "content/site.yaml".to_owned(),
        format!(
            "title: {}\ndescription: {}\nrights: {}\neditor: {}\nbase_url: https://example.org\n",
            at(0),
            at(1),
            at(2),
            at(3)
        ),
    ));
    files.push((
        "content/pages/about.md".to_owned(),
        format!(
            "---\ntitle: {}\n---\n\n{}\n",
            at(4),
            payloads.iter().take(40).cloned().collect::<Vec<_>>().join("\n\n")
        ),
    ));
    files.push(("content/knowledge/people.yaml".to_owned(), people));
    files.push(("content/knowledge/rest.yaml".to_owned(), rest.concat()));
    Dossier::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// The same, with what a knowledge base refuses left out: control characters.
pub(super) fn dossier_without_controls(payloads: &[String]) -> Dossier {
    let plain: Vec<String> =
        payloads.iter().map(|text| text.replace(sijill::diagnostics::is_control, "")).collect();
    dossier(&plain)
}

/// Where our own scripts lie.
const OURS: [&str; 3] = ["/.sijill/", "static/", "search/"];

/// What is on a page and should not be.
fn wrong(path: &str, html: &str) -> Vec<String> {
    let document = Document::from(html);
    let mut found = Vec::new();
    for node in document.select("*").nodes() {
        let name = node.node_name().unwrap_or_default().to_string();
        let forbidden = [
            "iframe",
            "object",
            "embed",
            "base",
            "frame",
            "applet",
            "math",
            "foreignobject",
            "mglyph",
        ];
        if forbidden.contains(&name.as_str()) {
            found.push(format!("{path}: <{name}>"));
        }
        if name == "meta"
            && node.attr("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
            && !html.contains("نُقلت")
        {
            found.push(format!("{path}: a refresh"));
        }
        if name == "script" {
            let source = node.attr("src").unwrap_or_default().to_string();
            let is_data = node.attr("type").is_some_and(|kind| &*kind == "application/ld+json");
            let is_ours = OURS.iter().any(|ours| source.contains(ours)) && !source.contains("://");
            if is_data && serde_json::from_str::<serde_json::Value>(&node.text()).is_err() {
                found.push(format!("{path}: JSON-LD that is none"));
            } else if !is_data && !is_ours {
                found.push(format!("{path}: <script src={source:?}>{}", node.text()));
            }
        }
        for attribute in node.attrs() {
            let key = attribute.name.local.to_string().to_ascii_lowercase();
            let value: String =
                attribute.value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let is_address =
                ["href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset"]
                    .contains(&key.as_str());
            let scheme = value
                .split_once(':')
                .map(|(scheme, _)| scheme.to_ascii_lowercase())
                .filter(|scheme| !scheme.contains(['/', '#', '?']));
            let is_safe = scheme
                .as_deref()
                .is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme));
            if key.starts_with("on") || key == "style" || key == "srcdoc" || is_address && !is_safe
            {
                found.push(format!("{path}: <{name} {key}={value:?}>"));
            }
        }
    }
    let odd = html.chars().find(|&c| sijill::diagnostics::is_control(c));
    found.extend(odd.map(|c| format!("{path}: the character {c:?}")));
    found
}

/// Every page of a site, read by an HTML5 parser.
fn all_wrong(output: &Output) -> (usize, Vec<String>) {
    let pages: Vec<&str> = output.paths().filter(|path| path.ends_with(".html")).collect();
    let found = pages.par_iter().flat_map(|path| {
        let bytes = output.get(path).unwrap().unwrap_or_else(|error| panic!("{path}: {error}"));
        wrong(path, &String::from_utf8(bytes).unwrap())
    });
    (pages.len(), found.collect())
}

#[test]
fn every_payload_stays_text() {
    let all = payloads();
    assert!(all.len() >= 300, "only {}", all.len());
    let every = size(13, 1);
    let some: Vec<String> = all.into_iter().step_by(every).collect();
    let dossier = dossier(&some);
    let output = build(&dossier.root());
    let (pages, found) = all_wrong(&output);
    assert!(pages > some.len() * 3, "only {pages} pages");
    assert!(
        found.is_empty(),
        "{} on {pages} pages:\n{}",
        found.len(),
        found[..found.len().min(20)].join("\n")
    );
}

/// The reader of pages sees what it is there to see.
#[test]
fn the_test_can_fail() {
    for html in [
        "<p onclick=x>",
        "<a href=' java\tscript:x'>",
        "<script>x</script>",
        "<iframe>",
        "<p style=x>",
        "<img src=data:x>",
        "<base href=x>",
        "<p>\u{1}",
        "<script type=\"application/ld+json\">{</script>",
    ] {
        assert!(!wrong("x", html).is_empty(), "{html}");
    }
    assert_eq!(
        wrong("x", "<a href=\"../a#b\">نص</a><script src=\"../static/a.js\"></script>"),
        Vec::<String>::new()
    );
}
