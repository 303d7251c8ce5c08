//! `index`: search for a folder of HTML that any generator has made.

mod folder;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::args::Index as Words;
use super::count::Noun;
use super::terminal::{Failure, Terminal};
use crate::diagnostics::{Diagnostic, Error};
use crate::site::search::{self, Entry, Index};
use folder::{Growing, is_half};

/// The file by which a folder is known for one that this command has made.
const MARK: &str = "text/0.js";

/// How that file begins.
const BEGINS: &[u8] = b"sijillSearch";

/// Characters of a path that mean something else in an address.
const IN_ADDRESSES: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'?');

/// Runs the command.
pub(super) fn index(words: &Words, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let name = Path::new(&words.into);
    if name.components().count() != 1 || name.file_name().is_none() {
        return Err(Failure::Usage(format!(
            "`{}` is no name of a folder: --into takes one name, such as `search`",
            words.into
        )));
    }
    let into = words.dir.join(name);
    may_be_replaced(&into)?;
    let files = pages(&words.dir, &into)?;
    let read: Vec<Option<Entry>> =
        files.par_iter().map(|file| entry(&words.dir, file)).collect::<Result<_, Error>>()?;
    let mut entries: Vec<Entry> = read.into_iter().flatten().collect();
    if entries.is_empty() {
        let found = Diagnostic::error("no-pages", "no page of HTML with text in it");
        return Err(Error::Content(vec![
            found
                .help("name the folder that your generator writes, such as `public`")
                .in_file(words.dir.display().to_string()),
        ])
        .into());
    }
    // The newest first; pages without a day in the order of their paths.
    entries.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.path.cmp(&b.path)));
    let index = Index::new(&entries, &[]);
    write(&index, &into)?;
    let page = into.join("index.html");
    let pages = terminal.count(entries.len(), Noun::Page);
    terminal.say(&format!("{pages} indexed; open {}", page.display()))?;
    Ok(())
}

/// Refuses a folder that holds something else.
fn may_be_replaced(into: &Path) -> Result<(), Error> {
    let ours = fs::read(into.join(MARK)).is_ok_and(|bytes| bytes.starts_with(BEGINS));
    // A link that leads nowhere is somebody's too.
    if !into.exists() && !into.is_symlink() || ours {
        return Ok(());
    }
    let found = Diagnostic::error(
        "folder-taken",
        "the folder is there already, and no search index of ours",
    );
    Err(Error::Content(vec![
        found.help("name another one: `--into find`").in_file(into.display().to_string()),
    ]))
}

/// All pages under a folder but those of the index, sorted.
fn pages(dir: &Path, into: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let is_page = |path: &Path| {
        path.extension()
            .and_then(OsStr::to_str)
            .is_some_and(|end| matches!(end, "html" | "htm" | "xhtml"))
    };
    let is_of_site =
        |entry: &DirEntry| entry.path() != into && !is_half(&entry.file_name().to_string_lossy());
    for entry in WalkDir::new(dir).sort_by_file_name().into_iter().filter_entry(is_of_site) {
        let entry = entry.map_err(|error| Error::file(dir, "listing the folder", error.into()))?;
        if entry.file_type().is_file() && is_page(entry.path()) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn entry(dir: &Path, file: &Path) -> Result<Option<Entry>, Error> {
    let bytes = fs::read(file).map_err(|source| Error::file(file, "reading a page", source))?;
    let path = file.strip_prefix(dir).unwrap_or(file);
    let path: Vec<String> = path
        .components()
        .map(|part| {
            utf8_percent_encode(&part.as_os_str().to_string_lossy(), IN_ADDRESSES).to_string()
        })
        .collect();
    // Most pages are sound; those that are not are read as far as they are.
    let html = String::from_utf8(bytes)
        .unwrap_or_else(|odd| String::from_utf8_lossy(odd.as_bytes()).into_owned());
    Ok(Entry::of_html(&path.join("/"), &html))
}

/// Writes the index, the script and the page beside each other, and puts the folder in its place at the end.
fn write(index: &Index, into: &Path) -> Result<(), Error> {
    let mut growing = Growing::beside(into)?;
    let files = index.files();
    let script = files.get("search/search.js").map(|bytes| String::from_utf8_lossy(bytes));
    for (path, text) in search::standalone_page(&script.unwrap_or_default()) {
        growing.put(path, text.as_bytes())?;
    }
    for (path, bytes) in files {
        growing.put(path.strip_prefix("search/").unwrap_or(&path), &bytes)?;
    }
    growing.exchange()
}
