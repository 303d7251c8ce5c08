//! Which paths are taken, as the most careless file system sees them: upper and lower case are one, and what is a file
//! is no folder.

use std::collections::BTreeMap;

use super::Owner;
use crate::arabic::file_name::flaw;
use crate::diagnostics::{Diagnostic, Error};

/// What publishing keeps for itself at the root of a site.
const KEPT: &str = ".sijill";

/// The paths of a site, by what they are to every file system.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths {
    taken: BTreeMap<String, Taken>,
}

#[derive(Clone, Debug)]
struct Taken {
    as_what: As,
    owner: Owner,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum As {
    File,
    Folder,
    /// A folder that belongs to one owner alone, but for its `index.html`.
    Reserved,
}

impl Paths {
    /// Takes a path for a file, and those above it for folders.
    pub(super) fn take(&mut self, path: &str, owner: &Owner) -> Result<(), Error> {
        let bad = path.split('/').find_map(|part| Some((part, flaw(part)?)));
        let kept = path.split('/').next().filter(|first| first.eq_ignore_ascii_case(KEPT));
        if let Some((part, why)) = bad.or_else(|| Some((kept?, "is kept for the marks of a build")))
        {
            let found = Diagnostic::error(
                "bad-path",
                format!("{owner} would be written to `{}`: `{}` {why}", shown(path), shown(part)),
            );
            return Err(owner
                .place(found.help("choose another `slug:`, alias or file name"))
                .into());
        }
        let key = path.to_lowercase();
        let mut above = Vec::new();
        for (end, _) in key.match_indices('/') {
            let folder = &key[..end];
            match self.taken.get(folder) {
                Some(taken) if taken.as_what == As::File => {
                    return Err(conflict(path, owner, &taken.owner));
                }
                Some(taken) if taken.as_what == As::Reserved && key[end..] != *"/index.html" => {
                    return Err(conflict(path, owner, &taken.owner));
                }
                Some(_) => {}
                None => above.push(folder.to_owned()),
            }
        }
        if let Some(taken) = self.taken.get(&key) {
            return Err(conflict(path, owner, &taken.owner));
        }
        self.taken.insert(key, Taken { as_what: As::File, owner: owner.clone() });
        self.taken.extend(
            above
                .into_iter()
                .map(|folder| (folder, Taken { as_what: As::Folder, owner: owner.clone() })),
        );
        Ok(())
    }

    /// Takes a whole folder, in which nothing but an `index.html` may stand yet.
    pub(super) fn reserve(&mut self, folder: &str, owner: Owner) -> Result<(), Error> {
        let key = folder.to_lowercase();
        let below = format!("{key}/");
        let mut inside =
            self.taken.range(below.clone()..).take_while(|(path, _)| path.starts_with(&below));
        let other = inside.find(|(path, _)| path[below.len()..] != *"index.html");
        if let Some((path, taken)) = other {
            return Err(conflict(path, &taken.owner, &owner));
        }
        if let Some(taken) = self.taken.get(&key).filter(|taken| taken.as_what != As::Folder) {
            return Err(conflict(folder, &taken.owner, &owner));
        }
        self.taken.insert(key, Taken { as_what: As::Reserved, owner });
        Ok(())
    }
}

/// Two that want one path; the place is that of a source file, the second one if both are.
fn conflict(path: &str, owner: &Owner, other: &Owner) -> Error {
    let found = Diagnostic::error(
        "path-taken",
        format!("`{}` would hold two pages: {other} and {owner}", shown(path)),
    )
    .help("give one of them another `slug:`, or remove the alias");
    let at = if other.is_file() && !owner.is_file() { other } else { owner };
    at.place(found).into()
}

/// A path that may hold anything, on one line.
fn shown(path: &str) -> String {
    let limit = path.floor_char_boundary(200);
    let dots = if limit < path.len() { "…" } else { "" };
    path[..limit]
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect::<Vec<_>>() } else { vec![c] })
        .collect::<String>()
        + dots
}
