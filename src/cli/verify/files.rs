//! The folder and the site have the same files.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::difference::{difference, of_error};
use crate::diagnostics::Diagnostic;
use crate::site::output::Output;
use crate::site::publish::{MARKER, MARKER_TEXT};

/// How many files the site has, where the folder has just these.
pub(super) fn check(output: &Output, dir: &Path) -> Result<usize, Diagnostic> {
    let paths: BTreeSet<&str> = output.paths().collect();
    for entry in WalkDir::new(dir).sort_by_file_name().min_depth(1) {
        let entry = entry.map_err(|error| {
            difference(
                &dir.display().to_string(),
                format!("the folder cannot be read: {error}"),
                "build again",
            )
        })?;
        let below = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let path = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        if entry.file_type().is_dir() {
            // What lies in a folder is asked for itself; where nothing does, nothing else tells of the folder.
            let is_empty =
                std::fs::read_dir(entry.path()).is_ok_and(|mut inside| inside.next().is_none());
            if is_empty {
                return Err(difference(
                    &path,
                    "this folder is not one of the site's",
                    "remove it: no build makes a folder that holds nothing",
                ));
            }
            continue;
        }
        if !entry.file_type().is_file() {
            return Err(difference(
                &path,
                "this is a link or a device, which no build makes",
                "build again",
            ));
        }
        if path != MARKER && !paths.contains(path.as_str()) {
            return Err(difference(
                &path,
                "this file is not one of the site's",
                "build again, which removes it",
            ));
        }
    }
    let all: Vec<&str> = paths.iter().copied().collect();
    compare(dir, MARKER, MARKER_TEXT.as_bytes())?;
    let wrong = all.par_iter().find_map_first(|path| one(output, dir, path).err());
    wrong.map_or(Ok(paths.len()), Err)
}

fn one(output: &Output, dir: &Path, path: &str) -> Result<(), Diagnostic> {
    compare(dir, path, &output.get(path).unwrap_or_else(|| Ok(Vec::new())).map_err(of_error)?)
}

fn compare(dir: &Path, path: &str, made: &[u8]) -> Result<(), Diagnostic> {
    let there = std::fs::read(dir.join(path)).map_err(|error| {
        difference(path, format!("this page of the site is not there: {error}"), "build again")
    })?;
    if there == made {
        return Ok(());
    }
    let at =
        there.iter().zip(made).position(|(a, b)| a != b).unwrap_or(there.len().min(made.len()));
    Err(difference(
        path,
        format!("the file is not what content/ gives: it differs from byte {at} on"),
        "build again; if it still differs, something changes it",
    ))
}
