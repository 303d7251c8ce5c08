//! Pages that have gone since the last build: their addresses stand in other people's notes, and nothing leads from them.

use std::fs;
use std::path::Path;

use crate::diagnostics::Diagnostic;
use crate::site::output::Output;
use crate::site::publish::MARKER;

/// The folders whose pages are about something, each with a page for it right below.
const FOLDERS: [&str; 8] =
    ["articles", "events", "organizations", "outlets", "pages", "people", "places", "topics"];

/// How a redirect page begins to say so; one that is no longer asked for was taken away by hand.
const REDIRECT: &str = "http-equiv=\"refresh\"";

/// A warning for each page of the folder that the site no longer has, with the line that would keep its address.
pub(super) fn pages(dir: &Path, output: &Output) -> Vec<Diagnostic> {
    if !dir.join(MARKER).is_file() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for folder in FOLDERS {
        let inside = fs::read_dir(dir.join(folder)).into_iter().flatten().flatten();
        let names = inside.filter_map(|entry| entry.file_name().into_string().ok());
        let path = |name: &str| format!("{folder}/{name}/index.html");
        // Nearly all are there.
        let mut gone: Vec<String> = names.filter(|name| !output.contains(&path(name))).collect();
        gone.sort_unstable();
        for name in gone {
            let page = dir.join(path(&name));
            if !page.is_file() || is_redirect(&page) {
                continue;
            }
            let message =
                "the page has gone since the last build, and nothing leads from its address";
            let gone = Diagnostic::warning("gone-page", message).help(remedy(folder, &name));
            found.push(gone.in_file(page.display().to_string()));
        }
    }
    found
}

fn is_redirect(page: &Path) -> bool {
    fs::read_to_string(page).is_ok_and(|text| text.contains(REDIRECT))
}

/// The line that would keep an address.
fn remedy(folder: &str, name: &str) -> String {
    match folder {
        "articles" | "pages" => format!(
            "to keep it write `aliases: [{folder}/{name}/]` in the front matter of the article that took its place"
        ),
        _ => format!(
            "to keep it write `formerly: [{name}]` in the entry of content/knowledge/ that took its place"
        ),
    }
}
