//! The dossier that somebody stands in.

use std::path::{Path, PathBuf};

/// The nearest folder, from this one upwards, that is a dossier; this one where none is.
///
/// It is told relative to where the program was called (`../..`), so that messages name files as the user would.
pub(super) fn root() -> PathBuf {
    let here = PathBuf::from(".");
    let Ok(absolute) = std::env::current_dir() else { return here };
    let mut told = PathBuf::new();
    for folder in absolute.ancestors() {
        let is_here = told.as_os_str().is_empty();
        if is_dossier(folder) || is_here && folder.join("content").is_dir() {
            return if is_here { here } else { told };
        }
        told.push("..");
    }
    here
}

/// Whether a folder holds a dossier: another program's `content/` has neither of these.
fn is_dossier(folder: &Path) -> bool {
    let content = folder.join("content");
    content.join("site.yaml").is_file() || content.join("articles").is_dir()
}
