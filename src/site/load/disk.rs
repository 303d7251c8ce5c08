//! What lies in a folder, and the text of a file; how files are named.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostics::{Diagnostic, Error};

/// The files below a folder that have one of these endings, by name; none where
/// there is no such folder. Hidden files are left out.
///
/// # Errors
///
/// A folder cannot be listed.
pub fn files_below(dir: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let mut files = entries_below(dir)?;
    files.retain(|path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
        endings.contains(&ending.to_ascii_lowercase().as_str())
    });
    Ok(files)
}

/// All files below a folder but the hidden ones, by name; none where there is no such folder.
pub(super) fn entries_below(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    if !dir.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in
        WalkDir::new(dir).sort_by_file_name().follow_links(true).into_iter().filter_entry(visible)
    {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(dir).to_owned();
            Error::file(&path, "listing the folder", error.into())
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// A file's path as the user would name it: `content/site.yaml`, not `./content/site.yaml`.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// The finding of what has the name of a file and no end.
pub(crate) fn special(path: &Path) -> Diagnostic {
    let message = "this is a pipe, a socket or a device, and no file";
    let found = Diagnostic::error("special-file", message);
    found.help("remove it, or put a file in its place").in_file(shown(path))
}

/// Refuses a folder that is no dossier.
///
/// # Errors
///
/// There is no such folder, or no `content/` in it.
pub(crate) fn require_content(root: &Path) -> Result<(), Error> {
    let missing = |path: &Path, message: &str, help: &str| {
        Err(Error::from(
            Diagnostic::error("missing-folder", message).help(help).in_file(shown(path)),
        ))
    };
    if !root.is_dir() {
        return missing(
            root,
            "the folder named by --root is not there",
            "name the folder that holds content/, or start one with `sijill init DIR`",
        );
    }
    let content = root.join("content");
    if !content.is_dir() {
        return missing(
            &content,
            "there is no folder content/",
            "name the folder that holds it with --root, or start one with `sijill init DIR`",
        );
    }
    Ok(())
}

pub(super) fn read_text(path: &Path, action: &'static str) -> Result<String, Error> {
    if std::fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Err(special(path).into());
    }
    let bytes = std::fs::read(path).map_err(|source| Error::file(path, action, source))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()])
            .into_owned();
        let line = valid.matches('\n').count() + 1;
        let column = valid.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Diagnostic::error("encoding", "the file is not UTF-8")
            .help("save it as UTF-8")
            .at(line, column)
            .in_file(shown(path))
            .into()
    })
}
