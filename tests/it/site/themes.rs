//! What docs/themes.md says holds, and its lists are those of the code: `SIJILL_ACCEPT=1` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sijill::knowledge::Knowledge;
use sijill::site::model::assemble;
use sijill::site::output::Output;
use sijill::site::render::{Statics, Templates, pages};

use super::hand_made::{KNOWLEDGE, config, document};
use super::page;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder by name.
fn files(folder: &str) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.map(|name| (name.clone(), read(&format!("{folder}/{name}")))).collect()
}

/// The text between the marks of a list.
fn between<'d>(doc: &'d str, list: &str) -> &'d str {
    let (open, close) = (format!("<!-- {list} -->\n"), format!("<!-- end of {list} -->"));
    let (_, after) = doc.split_once(&open).unwrap_or_else(|| panic!("no {open}"));
    after.split_once(&close).unwrap_or_else(|| panic!("no {close}")).0
}

/// Custom properties that a theme may set, with their values in light mode.
fn tokens() -> String {
    let css = read("static/site.css");
    let (_, root) = css.split_once(":root {").unwrap();
    let mut made = String::from("| token | value | for |\n|---|---|---|\n");
    for line in root
        .split_once("\n}")
        .unwrap()
        .0
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("--"))
    {
        let (declaration, comment) = line.split_once("/*").unwrap_or((line, ""));
        let (name, value) = declaration.trim().trim_end_matches(';').split_once(':').unwrap();
        writeln!(
            made,
            "| `{name}` | `{}` | {} |",
            value.trim(),
            comment.trim_end_matches("*/").trim()
        )
        .unwrap();
    }
    made
}

/// The blocks of every template.
fn blocks() -> String {
    let mut made = String::from("| template | blocks |\n|---|---|\n");
    for (name, text) in files("templates") {
        let blocks: Vec<String> = text
            .match_indices("{% block ")
            .filter_map(|(at, open)| text[at + open.len()..].split(' ').next())
            .map(|name| format!("`{name}`"))
            .collect();
        if !blocks.is_empty() {
            writeln!(made, "| `{name}` | {} |", blocks.join(", ")).unwrap();
        }
    }
    made
}

/// Every view with its fields, as the code of `context` has them.
fn context() -> String {
    let mut made = String::new();
    for text in files("src/site/render/context").values() {
        let mut about = String::new();
        for line in text.lines() {
            let line = line.trim();
            if let Some(words) = line.strip_prefix("///") {
                about = format!("{about} {}", words.trim()).trim().to_owned();
            } else if let Some(rest) = line.strip_prefix("pub struct ") {
                let name = rest.trim_end_matches(['{', ' ']);
                write!(
                    made,
                    "\n### {name}\n\n{}\n\n| field | type | |\n|---|---|---|\n",
                    std::mem::take(&mut about)
                )
                .unwrap();
            } else if let Some(field) = line
                .strip_prefix("pub ")
                .filter(|field| field.ends_with(',') && field.contains(": "))
            {
                let (name, kind) = field.trim_end_matches(',').split_once(": ").unwrap();
                writeln!(
                    made,
                    "| `{name}` | `{kind}` | {} |",
                    std::mem::take(&mut about).replace('|', "\\|")
                )
                .unwrap();
            } else if !line.starts_with("#[") {
                about.clear();
            }
        }
    }
    made + "\n"
}

#[test]
fn the_lists_of_the_guide_are_those_of_the_code() {
    let doc = read("docs/themes.md");
    let mut made = doc.clone();
    for (list, text) in [("tokens", tokens()), ("blocks", blocks()), ("context", context())] {
        assert!(text.lines().count() > 10, "{list} is empty");
        made = made.replacen(
            &format!("<!-- {list} -->\n{}", between(&doc, list)),
            &format!("<!-- {list} -->\n{text}"),
            1,
        );
    }
    if std::env::var_os("SIJILL_ACCEPT").is_some() {
        std::fs::write(root().join("docs/themes.md"), &made).unwrap();
    } else {
        assert!(
            made == doc,
            "docs/themes.md is not what the code says: run the tests with SIJILL_ACCEPT=1"
        );
    }
}

/// The code blocks of the guide, by the path that stands in their first line.
fn examples(doc: &str) -> Vec<(String, String)> {
    let fences = doc.split("\n```").skip(1).step_by(2);
    let file = |fence: &str| {
        let (_, code) = fence.split_once('\n')?;
        let path = code.lines().next()?.trim_matches(['{', '}', '#', '/', '*', ' ']);
        Some((path.to_owned(), code.to_owned()))
    };
    fences.filter_map(file).collect()
}

#[test]
fn the_examples_of_the_guide_work() {
    let folder = tempfile::tempdir().unwrap();
    let examples = examples(&read("docs/themes.md"));
    assert_eq!(
        examples.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["static/theme.css", "templates/base.html", "templates/article.html"]
    );
    for (path, code) in &examples {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, code).unwrap();
    }
    let html = |theme: Option<&Path>| {
        let knowledge = Knowledge::parse([("k.yaml", KNOWLEDGE)]).unwrap();
        let documents = vec![document(
            "content/articles/a.md",
            "---\ntitle: مادة أولى\n---\n\nنص في [البصرة](place:basra).\n",
        )];
        let site = Arc::new(assemble(documents, &knowledge, &config()).value);
        let mut output = pages(&site, &Arc::new(Templates::load(theme).unwrap())).unwrap();
        let files = sijill::site::search::Index::of_site(&site).files();
        output.add_together("search", "the search index", move || files.clone()).unwrap();
        Statics::load(theme).unwrap().add_to(&mut output).unwrap();
        super::laws::links_lead_somewhere(&output);
        output
    };
    let article = |output: &Output| page(output, "articles/a/index.html");
    let themed = html(Some(folder.path()));
    // The recipe reaches every page, those too that bring a style of their own.
    let pages: Vec<String> =
        themed.paths().filter(|path| path.ends_with(".html")).map(str::to_owned).collect();
    assert!(pages.iter().any(|path| path == "search/index.html"), "{pages:?}");
    for path in pages {
        assert!(page(&themed, &path).contains("static/theme.css\""), "{path} is not in the theme");
    }
    let (own, default) = (article(&themed), article(&html(None)));
    assert!(
        own.contains("href=\"../../static/theme.css\"") && own.contains("أرشيف الجريدة"),
        "{own}"
    );
    // Nothing else has changed.
    let without = own
        .replace("<link rel=\"stylesheet\" href=\"../../static/theme.css\">", "")
        .replace("<p class=\"quiet\">أرشيف الجريدة</p>", "");
    assert_eq!(without, default);
}
