//! One of the parts in which several machines make a site, and how they are known to belong together.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use super::marker::MARKER;
use crate::diagnostics::{Diagnostic, Error};
use crate::site::output::Output;

/// Which part of which site a folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// How many parts there are.
    pub of: usize,
    /// What tells the site, and the state of its content, from every other: words without line breaks.
    pub input: String,
}

impl Part {
    /// What its marker says: which part it is, and the digest of each of its files, which lie in a folder already.
    pub(super) fn text(&self, paths: &[&str], dir: &Path) -> io::Result<String> {
        let Self { number, of, input } = self;
        let mut text = format!(
            "A part of a site, made by `sijill build --shard`.\nshard {number}/{of}\ninput {input}\n"
        );
        let line = |path: &&str| -> io::Result<String> {
            Ok(format!("file {} {path}\n", digest(&fs::read(dir.join(path))?)))
        };
        text.extend(paths.par_iter().map(line).collect::<io::Result<Vec<_>>>()?);
        Ok(text)
    }

    /// The part that a folder holds, and what its marker says of its files.
    fn of_folder(dir: &Path) -> Option<(Self, Files)> {
        let text = fs::read_to_string(dir.join(MARKER)).ok()?;
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
        let (number, of) = line("shard ")?.split_once('/')?;
        let part = Self {
            number: number.parse().ok()?,
            of: of.parse().ok()?,
            input: line("input ")?.to_owned(),
        };
        let files = text.lines().filter_map(|line| line.strip_prefix("file ")?.split_once(' '));
        let files = files.map(|(digest, path)| (path.to_owned(), digest.to_owned())).collect();
        (1..=part.of).contains(&part.number).then_some((part, files))
    }
}

/// The digest of each file of a part, by path.
type Files = BTreeMap<String, String>;

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn refused(at: &Path, message: &str, help: &str) -> Error {
    Error::from(Diagnostic::error("parts", message).help(help).in_file(at.display().to_string()))
}

/// The site whose parts lie in these folders.
///
/// # Errors
///
/// A folder holds no part, parts are of unlike sites, or one is there twice or not at all.
pub fn joined(dirs: &[PathBuf]) -> Result<Output, Error> {
    let mut parts: Vec<(Part, &PathBuf)> = Vec::new();
    let mut files_of = Vec::new();
    for dir in dirs {
        let (part, files) = Part::of_folder(dir).ok_or_else(|| {
            refused(
                dir,
                "this folder holds no part of a site",
                "name the folders that `sijill build --shard` made",
            )
        })?;
        if let Some((first, _)) = parts.first()
            && (first.of, &first.input) != (part.of, &part.input)
        {
            return Err(refused(
                dir,
                "this part is of another site than the first, or of another state of it",
                "make all parts of the same content, by the same program",
            ));
        }
        if let Some((_, other)) = parts.iter().find(|(known, _)| known.number == part.number) {
            let message = format!("this is the same part as {}", other.display());
            return Err(refused(dir, &message, "name each part once"));
        }
        parts.push((part, dir));
        files_of.push(files);
    }
    let of = parts.first().map_or(0, |(part, _)| part.of);
    if let Some(number) =
        (1..=of).find(|number| parts.iter().all(|(part, _)| part.number != *number))
    {
        let dir = dirs.first().map_or(Path::new(""), PathBuf::as_path);
        let message =
            format!("the site has {of} parts, and part {number} is not among these folders");
        return Err(refused(dir, &message, "name the folders of all parts"));
    }
    let mut output = Output::default();
    for ((_, dir), files) in parts.iter().zip(files_of) {
        add(&mut output, dir, files)?;
    }
    Ok(output)
}

/// What helps where a part is not what was made.
const AGAIN: &str = "copy the part again, or make it again";

/// Adds the files of a part, which are read when they are asked for; each must be there, as it was made, and no other.
fn add(output: &mut Output, dir: &Path, mut files: Files) -> Result<(), Error> {
    for entry in WalkDir::new(dir).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::file(dir, "listing the part", error.into()))?;
        let below = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        if entry.file_type().is_dir() || below == Path::new(MARKER) {
            continue;
        }
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        let path = names.join("/");
        let file = entry.path().to_owned();
        let Some(made) = files.remove(&path).filter(|_| entry.file_type().is_file()) else {
            return Err(refused(&file, "this is not one of the files of its part", AGAIN));
        };
        output.add(path, file.display().to_string(), move || {
            let bytes =
                fs::read(&file).map_err(|source| Error::file(&file, "reading a part", source))?;
            if digest(&bytes) != made {
                return Err(refused(&file, "the file is not as it was made", AGAIN));
            }
            Ok(bytes)
        })?;
    }
    match files.keys().next() {
        Some(path) => Err(refused(&dir.join(path), "this file of the part is not there", AGAIN)),
        None => Ok(()),
    }
}
