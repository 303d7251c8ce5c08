//! What lies under the root and is no plain file of it: links that lead out, pipes, devices.
//!
//! Whoever builds other people's changes must not publish the files of the machine, and a pipe never ends. Links that
//! stay under the root are followed, as are all paths that are named on the command line.

use std::path::Path;

use walkdir::WalkDir;

use crate::diagnostics::{Diagnostic, Error};
use crate::site::load::{self, shown};
use crate::site::publish::Target;

/// The folders under the root that a build reads.
pub(super) const SOURCES: [&str; 3] = ["content", "templates", "static"];

/// Refuses what would lead out of the root or never end.
pub(super) fn check(root: &Path) -> Result<(), Error> {
    // A root that is not there is told of by whoever reads it.
    let Ok(whole) = root.canonicalize() else { return Ok(()) };
    let root = root.strip_prefix(".").unwrap_or(root);
    let mut found = Vec::new();
    for folder in SOURCES.map(|folder| root.join(folder)) {
        // A folder that cannot be listed is told of by whoever reads it, too.
        let entries = WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok);
        found.extend(entries.filter_map(|entry| wrong(&entry, &whole)));
    }
    if found.is_empty() { Ok(()) } else { Err(Error::Content(found)) }
}

fn wrong(entry: &walkdir::DirEntry, whole: &Path) -> Option<Diagnostic> {
    let special = || load::special(entry.path());
    let found = if entry.path_is_symlink() {
        match entry.path().canonicalize() {
            Err(_) => Diagnostic::error("dangling-link", "this link leads nowhere")
                .help("remove it, or restore what it leads to"),
            Ok(to) if !to.starts_with(whole) => {
                let found = Diagnostic::error(
                    "link-outside",
                    format!("this link leads out of the dossier, to {}", to.display()),
                );
                found.help(
                    "put a copy in its place: what lies elsewhere on this machine is not published",
                )
            }
            Ok(to) if to.is_file() || to.is_dir() => return None,
            Ok(_) => special(),
        }
    } else if entry.file_type().is_file() || entry.file_type().is_dir() {
        return None;
    } else {
        special()
    };
    Some(found.in_file(shown(entry.path())))
}

/// The folder that a site goes to: the one that is named, else `public/` under the root. A link that leads out of the
/// root must be named: in a stranger's dossier it may lead to another site.
pub(super) fn target(root: &Path, named: Option<&Path>) -> Result<Target, Error> {
    if let Some(named) = named {
        return Target::of(named);
    }
    let dir = root.join("public");
    let target = Target::of(&dir)?;
    let is_inside = root.canonicalize().is_ok_and(|root| target.dir().starts_with(root));
    if !dir.is_symlink() || is_inside {
        return Ok(target);
    }
    let message = format!("this link leads out of the dossier, to {}", target.dir().display());
    let found = Diagnostic::error("link-outside", message);
    Err(found.help("name it with --out, if the site belongs there").in_file(shown(&dir)).into())
}

/// Refuses an output folder among the sources, whose pages the next build would read as articles.
pub(super) fn is_no_source(root: &Path, out: &Path) -> Result<(), Error> {
    let Ok(root) = root.canonicalize() else { return Ok(()) };
    let inside = SOURCES.iter().find(|folder| {
        root.join(folder).canonicalize().is_ok_and(|source| out.starts_with(source))
    });
    match inside {
        None => Ok(()),
        Some(folder) => {
            let message =
                format!("the output folder lies in {folder}/, which the next build would read");
            let found =
                Diagnostic::error("bad-output", message).help("name another folder with --out");
            Err(found.in_file(out.display().to_string()).into())
        }
    }
}
