//! The settings and the knowledge base of the dossier under `--root`.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::config::Config;
use crate::diagnostics::Error;
use crate::knowledge::Knowledge;

/// A file's path as the user would name it: `content/site.yaml`, not `./content/site.yaml`.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// The settings; the defaults where there is no `content/site.yaml`.
pub(super) fn config(root: &Path) -> Result<Config, Error> {
    let path = root.join("content/site.yaml");
    if !path.exists() {
        return Ok(Config::default());
    }
    let text = std::fs::read_to_string(&path).map_err(|source| Error::file(&path, "reading the settings", source))?;
    Ok(Config::parse(&text).map_err(|found| found.in_file(shown(&path)))?)
}

/// The knowledge base; empty where there is no `content/knowledge/`.
pub(super) fn knowledge(root: &Path) -> Result<Knowledge, Error> {
    let dir = root.join("content/knowledge");
    if !dir.exists() {
        return Ok(Knowledge::default());
    }
    let mut files = Vec::new();
    for path in files_below(&dir, &["yaml", "yml"])? {
        let text = std::fs::read_to_string(&path).map_err(|source| Error::file(&path, "reading the knowledge base", source))?;
        files.push((shown(&path), text));
    }
    Knowledge::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))).map_err(Error::Content)
}

/// The files below a folder that have one of these endings, by name; hidden ones are left out.
pub(super) fn files_below(dir: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(dir).sort_by_file_name().follow_links(true).into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(dir).to_owned();
            Error::file(&path, "listing the folder", error.into())
        })?;
        let ending = entry.path().extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
        if entry.file_type().is_file() && endings.contains(&ending.as_str()) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
