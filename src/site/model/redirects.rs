//! Old paths and where they lead.

use std::collections::BTreeMap;

use super::Article;
use crate::arabic::file_name::flaw;
use crate::arabic::normalize::normalize;
use crate::diagnostics::Diagnostic;

/// An old path's new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redirect {
    /// The path that it leads to, from the site's root.
    pub to: String,
    /// The article's file, as the user would name it.
    pub source: String,
    /// The line of it that asks for the redirect, where it is known.
    pub line: Option<usize>,
}

/// The aliases of all articles, by their paths.
pub(super) fn collect(
    articles: &[Article],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Redirect> {
    let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
    for article in articles {
        let document = &article.document;
        for alias in &document.front_matter.aliases {
            let line = document.front_matter.line_of("aliases", alias);
            let place = |found: Diagnostic| match line {
                Some(line) => found.at(line, 1).in_file(&document.origin.path),
                None => found.in_file(&document.origin.path),
            };
            let path = match path_of(alias) {
                Ok(path) => path,
                Err(why) => {
                    let found = Diagnostic::error(
                        "bad-alias",
                        format!("the alias `{}` {why}", alias.escape_debug()),
                    );
                    diagnostics.push(place(
                        found.help("write it from the site's root: `old/path/` or `old/path.html`"),
                    ));
                    continue;
                }
            };
            let redirect =
                Redirect { to: article.path(), source: document.origin.path.clone(), line };
            if let Some(other) = redirects.get(&path) {
                let found = Diagnostic::warning(
                    "alias-taken",
                    format!("the alias `{alias}` leads to `{}` already", other.to),
                );
                diagnostics.push(place(found.help("remove it from one of the two articles")));
                continue;
            }
            redirects.insert(path, redirect);
        }
    }
    redirects
}

/// The path of the page that stands for an alias, or what is wrong with it.
fn path_of(alias: &str) -> Result<String, String> {
    let path = alias.trim_matches(' ').trim_start_matches('/');
    let path = normalize(path).text;
    let (folder, last) = path
        .trim_end_matches('/')
        .rsplit_once('/')
        .map_or(("", path.trim_end_matches('/')), |(folder, last)| (folder, last));
    for part in alias.trim_matches(' ').trim_matches('/').split('/') {
        if let Some(why) = flaw(part) {
            return Err(format!("is no path inside the site: `{}` {why}", part.escape_debug()));
        }
        if part.starts_with('.') {
            return Err("has a hidden part".to_owned());
        }
        if part.contains(['#', '%']) {
            return Err("has a character that an address takes for something else".to_owned());
        }
    }
    let has_ending = last.to_ascii_lowercase().ends_with(".html");
    if has_ending && !last.ends_with(".html") {
        return Err("ends in `.html` with capitals, which hosts do not know".to_owned());
    }
    let page = if has_ending && !path.ends_with('/') {
        last.to_owned()
    } else {
        format!("{last}/index.html")
    };
    Ok(if folder.is_empty() { page } else { format!("{folder}/{page}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_a_page_or_a_folder() {
        for (alias, path) in [
            ("/old/path/", "old/path/index.html"),
            ("old.html", "old.html"),
            ("قديم", "قديم/index.html"),
            ("a/b.html", "a/b.html"),
            ("feed.xml", "feed.xml/index.html"),
        ] {
            assert_eq!(path_of(alias).as_deref(), Ok(path));
        }
    }

    #[test]
    fn what_is_no_path_everywhere_is_refused() {
        let long = "م".repeat(200);
        for alias in [
            "",
            "/",
            "..",
            "a/../b",
            "a//b",
            "a\nb",
            "a\\b",
            "a\u{0}",
            ".git/hooks/x.html",
            "C:/x",
            "con/nul",
            "a?b#c",
            "x.HTML",
            "a/b.",
            &long,
        ] {
            assert!(path_of(alias).is_err(), "{alias:?}");
        }
    }
}
