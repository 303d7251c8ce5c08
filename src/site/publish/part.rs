//! One of the parts in which several machines make a site, and how they are known to belong together.

use std::fs;
use std::path::{Path, PathBuf};

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
    /// What its marker says.
    pub(super) fn text(&self) -> String {
        let Self { number, of, input } = self;
        format!(
            "A part of a site, made by `sijill build --shard`.\nshard {number}/{of}\ninput {input}\n"
        )
    }

    /// The part that a folder holds.
    fn of_folder(dir: &Path) -> Option<Self> {
        let text = fs::read_to_string(dir.join(MARKER)).ok()?;
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
        let (number, of) = line("shard ")?.split_once('/')?;
        Some(Self {
            number: number.parse().ok()?,
            of: of.parse().ok()?,
            input: line("input ")?.to_owned(),
        })
    }
}

/// The site whose parts lie in these folders.
///
/// # Errors
///
/// A folder holds no part, parts are of unlike sites, or one is there twice or not at all.
pub fn joined(dirs: &[PathBuf]) -> Result<Output, Error> {
    let refused = |dir: &Path, message: &str, help: &str| {
        Error::from(
            Diagnostic::error("parts", message).help(help).in_file(dir.display().to_string()),
        )
    };
    let mut parts: Vec<(Part, &PathBuf)> = Vec::new();
    for dir in dirs {
        let part = Part::of_folder(dir).ok_or_else(|| {
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
    for (_, dir) in parts {
        add(&mut output, dir)?;
    }
    Ok(output)
}

/// Adds the files of a part, which are read when they are asked for.
fn add(output: &mut Output, dir: &Path) -> Result<(), Error> {
    for entry in WalkDir::new(dir).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::file(dir, "listing the part", error.into()))?;
        let below = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        if !entry.file_type().is_file() || below == Path::new(MARKER) {
            continue;
        }
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        let file = entry.path().to_owned();
        output.add(names.join("/"), file.display().to_string(), move || {
            fs::read(&file).map_err(|source| Error::file(&file, "reading a part", source))
        })?;
    }
    Ok(())
}
