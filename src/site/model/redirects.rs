//! Old paths and where they lead.

use std::collections::{BTreeMap, BTreeSet};

use super::Redirect;
use super::{Article, EntityPage, Site};
use crate::arabic::file_name::flaw;
use crate::arabic::normalize::normalize;
use crate::arabic::slug::slug;
use crate::diagnostics::Diagnostic;
use crate::knowledge::{Entity, EntityKind};

/// How many aliases an article may have.
const MOST: usize = 1000;

/// The aliases of all articles, by their paths.
pub(super) fn collect(
    articles: &[Article],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Redirect> {
    let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
    for article in articles {
        let document = &article.document;
        let aliases = &document.front_matter.aliases;
        let mut lines = document.front_matter.lines_of("aliases");
        if aliases.len() > MOST {
            let found = Diagnostic::error(
                "too-many-aliases",
                format!("the article has {} aliases, each of them a page", aliases.len()),
            );
            let help =
                format!("give at most {MOST}; a server redirects a whole folder by one rule");
            let line = document.front_matter.line_of("aliases", "").unwrap_or(1);
            diagnostics.push(found.help(help).at(line, 1).in_file(&document.origin.path));
        }
        for alias in aliases.iter().take(MOST) {
            let line = lines.as_mut().map(|lines| lines.line(alias));
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
            let redirect = Redirect {
                to: article.path(),
                title: article.title.clone(),
                source: document.origin.path.clone(),
                of_file: true,
                line,
            };
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

/// How many spellings of a name lead to its page.
const SPELLINGS: usize = 6;

/// The old addresses of names, topics, outlets and events: their ids of earlier days, and for names the
/// Arabic slugs under which their pages stood before anybody listed them. What has a page now leads nowhere.
pub(super) fn of_entries(site: &Site, redirects: &mut BTreeMap<String, Redirect>) {
    let known = &site.knowledge;
    let mut pages: BTreeSet<String> = BTreeSet::new();
    let mut wanted: Vec<(String, Redirect)> = Vec::new();
    let mut add = |folder: &str, id: &str, title: &str, old: Vec<String>| {
        let to = page_of(folder, id);
        let redirect = Redirect {
            to: to.clone(),
            title: title.to_owned(),
            source: format!("the entry `{id}`"),
            ..Redirect::default()
        };
        wanted.extend(old.iter().map(|old| (page_of(folder, old), redirect.clone())));
        pages.insert(to.to_lowercase());
    };
    for page in site.entities.values() {
        let Some(entity) = known.entities.get(&page.id) else { continue };
        let old = entity.formerly.iter().cloned().chain(slugs(entity, page)).collect();
        add(entity.kind.folder(), &entity.id, &entity.name, old);
    }
    for topic in known.topics.values() {
        add("topics", &topic.id, &topic.name, topic.formerly.clone());
    }
    for outlet in known.outlets.values() {
        add("outlets", &outlet.id, &outlet.name, outlet.formerly.clone());
    }
    let listed = site.listed_events().filter_map(|page| known.events.get(&page.id));
    for event in listed {
        add("events", &event.id, &event.name, event.formerly.clone());
    }
    let mut taken: BTreeSet<String> = redirects.keys().map(|path| path.to_lowercase()).collect();
    for (from, redirect) in wanted {
        let path = from.to_lowercase();
        if !pages.contains(&path) && taken.insert(path) {
            redirects.insert(from, redirect);
        }
    }
}

/// The page of an id in a folder; an id of another folder is written with it: `organizations/old-id`.
fn page_of(folder: &str, id: &str) -> String {
    if id.contains('/') { format!("{id}/index.html") } else { format!("{folder}/{id}/index.html") }
}

/// The addresses under which a name would stand if nobody had listed it: those of its whole names in the articles.
fn slugs(entity: &Entity, page: &EntityPage) -> impl Iterator<Item = String> {
    let whole = |name: &&String| entity.kind != EntityKind::Person || name.contains(' ');
    let printed = page.spellings.iter().map(|(name, _)| name).filter(whole).take(SPELLINGS);
    let unlisted = entity.aliases.iter().filter(|_| page.unlisted).filter(whole).take(SPELLINGS);
    let names = [&entity.name].into_iter().chain(printed).chain(unlisted);
    let slugs: BTreeSet<String> = names.map(|name| slug(name)).collect();
    let id = entity.id.clone();
    slugs.into_iter().filter(move |slug| *slug != id && slug != "page" && flaw(slug).is_none())
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
