//! What the last build saw and made, so that a build of the same input into the same folder has nothing to do.
//!
//! It is kept in `.sijill/last-build.json` under the root: a digest of every file that a build reads, of this
//! program and of its settings, a digest of the folder that came out, and what was reported. Only a build without
//! errors is kept. Where the file is missing, damaged or cannot be written, a build does all its work, as the first did.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use chrono::{Datelike as _, NaiveDate};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use super::terminal::Report;

use super::inside::SOURCES;
use crate::site;
use crate::site::load::{self, Cache, Memory};
use crate::site::publish::{Kept, own};

/// A SHA-256.
pub(super) type Digest = [u8; 32];

const FILE: &str = "last-build.json";

/// A finished build.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct LastBuild {
    /// Digest of what it read.
    input: Digest,
    /// Digest of the folder that it made.
    output: Digest,
    /// What it made.
    pub(super) made: Made,
    /// What it reported.
    pub(super) report: Report,
    /// The first day, counted from the year 1, on which that report is no longer true; it warns of days to come.
    #[serde(default)]
    until: Option<i32>,
}

impl LastBuild {
    /// The last build, if it read what `input` digests and its folder is as it left it.
    pub(super) fn still_good(
        root: &Path,
        dir: &Path,
        input: Digest,
        today: NaiveDate,
    ) -> Option<Self> {
        let text = own::read(&own::folder(root), FILE).ok()?;
        let last: Self = serde_json::from_slice(&text).ok()?;
        let is_true = last.until.is_none_or(|until| today.num_days_from_ce() < until);
        (is_true && last.input == input && output_digest(dir).ok()? == last.output).then_some(last)
    }

    /// Keeps a build; one that cannot be kept is done again the next time, and that is all.
    pub(super) fn keep(
        root: &Path,
        dir: &Path,
        stamps: Option<Vec<(String, u64, u128)>>,
        input: Digest,
        made: Made,
        report: Report,
        until: Option<i32>,
    ) {
        let kept = || -> io::Result<()> {
            let output = match stamps {
                Some(stamps) => written_digest(stamps),
                None => output_digest(dir)?,
            };
            let last = Self { input, output, made, report, until };
            own::replace(&own::folder(root), FILE, &serde_json::to_vec(&last)?)
        };
        drop(kept());
    }
}

/// A digest of all that decides what a build makes: the files, their names, the program and its settings.
///
/// # Errors
///
/// A file cannot be read; the build itself will say which.
pub(super) fn input_digest(root: &Path, dir: &Path, settings: &str) -> io::Result<Digest> {
    let mut all = Sha256::new();
    let program = program()?;
    // The folder need not be there yet.
    let out = std::path::absolute(dir)?;
    all.update(format!("{program} {settings} {}\n", out.display()));
    add_files(&mut all, &sources(root)?, |path| path)?;
    Ok(all.finalize().into())
}

/// What tells the content, and the version that reads it, from every other, on whatever machine they are.
///
/// # Errors
///
/// A file cannot be read.
pub(super) fn state(root: &Path, from: Option<&Path>, drafts: bool) -> io::Result<String> {
    let mut all = Sha256::new();
    let (version, day) = (env!("SIJILL_VERSION"), source_date());
    all.update(format!("{version} {day:?} {drafts}\n"));
    add_files(&mut all, &sources(root)?, |path| path.strip_prefix(root).unwrap_or(path))?;
    all.update([0]);
    if let Some(dir) = from {
        let records =
            load::record_files(dir).map_err(|error| io::Error::other(error.to_string()))?;
        add_files(&mut all, &records, |path| path.strip_prefix(dir).unwrap_or(path))?;
    }
    Ok(all.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Adds the names, as they are to be known, and the bytes of files.
fn add_files(all: &mut Sha256, files: &[PathBuf], name: impl Fn(&Path) -> &Path) -> io::Result<()> {
    let digests: io::Result<Vec<Digest>> = files.par_iter().map(|path| file_digest(path)).collect();
    for (path, digest) in files.iter().zip(digests?) {
        all.update(name(path).as_os_str().as_encoded_bytes());
        all.update([0]);
        all.update(digest);
    }
    Ok(())
}

/// The files that a build reads, in order.
fn sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in SOURCES.map(|folder| root.join(folder)) {
        for entry in WalkDir::new(&folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter(|_| folder.is_dir())
        {
            let entry = entry?;
            // A pipe or a device has no end; no build reads one.
            if entry.file_type().is_file() {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

/// What tells this program from an older or newer one.
pub(super) fn program() -> io::Result<String> {
    let program = fs::metadata(std::env::current_exe()?)?;
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{version} {} {}", program.len(), nanoseconds(&program)))
}

/// What earlier builds of a dossier annotated; nothing is kept where it is not known which program this is.
pub(super) fn memory(root: &Path) -> Memory {
    program()
        .map_or_else(|_| Memory::default(), |program| Memory::kept_in(Cache::of(root, &program)))
}

/// What the last build left of the site that it made; nothing where it is not known which program this is.
pub(super) fn kept_site(root: &Path) -> Option<Kept> {
    program().ok().map(|program| Kept::of(root, &program))
}

/// What the last build found out; nothing where it is not known which program this is.
pub(super) fn kept(root: &Path) -> Option<site::Kept> {
    program().ok().map(|program| site::Kept::of(root, &program))
}

/// A digest of the names, lengths and times of all files of a folder: their bytes are not read. The folders in it are
/// walked side by side: of 10,000 articles each has one.
fn output_digest(dir: &Path) -> io::Result<Digest> {
    let mut inside = fs::read_dir(dir)?.collect::<io::Result<Vec<_>>>()?;
    inside.sort_unstable_by_key(fs::DirEntry::file_name);
    let digest = |entry: &fs::DirEntry| -> io::Result<Digest> {
        if entry.file_type()?.is_dir() {
            return output_digest(&entry.path());
        }
        let found = entry.metadata()?;
        Ok(stamp_digest(found.len(), nanoseconds(&found)))
    };
    let digests: Vec<Digest> = inside.par_iter().map(digest).collect::<io::Result<_>>()?;
    let names: Vec<_> = inside.iter().map(fs::DirEntry::file_name).collect();
    Ok(folder_digest(names.iter().map(|name| name.as_encoded_bytes()).zip(digests)))
}

/// The same of a folder whose files have just been written, by their paths, lengths and times.
fn written_digest(mut files: Vec<(String, u64, u128)>) -> Digest {
    files.sort_unstable_by(|(a, ..), (b, ..)| a.split('/').cmp(b.split('/')));
    let files: Vec<(&str, Digest)> = files
        .iter()
        .map(|(path, length, time)| (path.as_str(), stamp_digest(*length, *time)))
        .collect();
    written_below(&files, 0)
}

/// The digest of a folder whose name, with those above it, takes so many bytes of the paths of what lies in it.
fn written_below(files: &[(&str, Digest)], above: usize) -> Digest {
    let name = |path: &'_ str| path[above..].split('/').next().map_or(0, str::len);
    let same = |(a, _): &(&str, Digest), (b, _): &(&str, Digest)| {
        a[above..][..name(a)] == b[above..][..name(b)]
    };
    let inside = files.chunk_by(same).map(|inside| {
        let (path, digest) = inside[0];
        let behind = above + name(path);
        let is_file = behind == path.len();
        let digest = if is_file { digest } else { written_below(inside, behind + 1) };
        (&path.as_bytes()[above..behind], digest)
    });
    folder_digest(inside)
}

fn stamp_digest(length: u64, time: u128) -> Digest {
    Sha256::digest(format!("{length} {time}")).into()
}

/// A digest of what lies in a folder, by name.
fn folder_digest<'n>(inside: impl Iterator<Item = (&'n [u8], Digest)>) -> Digest {
    let mut all = Sha256::new();
    for (name, digest) in inside {
        all.update(name);
        all.update([0]);
        all.update(digest);
    }
    all.finalize().into()
}

fn file_digest(path: &Path) -> io::Result<Digest> {
    let mut digest = Sha256::new();
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(digest.finalize().into()),
            read => digest.update(&buffer[..read]),
        }
    }
}

/// When a file was changed, as far as the system says.
fn nanoseconds(found: &fs::Metadata) -> u128 {
    found
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_nanos())
}

/// What a build has made, for its closing line.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) articles: usize,
    pub(super) events: usize,
    pub(super) pages: usize,
    /// Articles that are shown though they are drafts.
    pub(super) drafts: usize,
    /// Names that have a page though nobody has listed them.
    #[serde(default)]
    pub(super) unlisted: usize,
}

/// The day that `SOURCE_DATE_EPOCH` names, for feeds of content that has no dates of its own.
pub(super) fn source_date() -> Option<NaiveDate> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    chrono::DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_has_the_digest_of_what_is_there() {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = ["a/index.html", "a-b/index.html", "a/x/1.js", "a.txt", "جسر/index.html", "z"];
        let written = paths.map(|path| {
            let file = dir.path().join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(&file, path).expect("written");
            let found = fs::metadata(&file).expect("there");
            (path.to_owned(), found.len(), nanoseconds(&found))
        });
        let there = output_digest(dir.path()).expect("there");
        assert_eq!(written_digest(written.to_vec()), there);
        assert_ne!(written_digest(written[1..].to_vec()), there);
    }
}
