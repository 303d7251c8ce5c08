//! Annotated articles that come as records, which `annotate --jsonl --stage document` prints on whatever machines.
//!
//! Every `*.jsonl` below the folder is read, and every `part-…`, as engines for many machines name what they write. A
//! record has all that a build makes of an article, but for what other articles of its source show of the order of its
//! figures, and for decisions of `content/review/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::disk::{entries_below, shown};
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::Document;
use crate::document::kept::{BadRecord, from_record};

/// How many bad lines are told of one by one.
const TOLD: usize = 100;

/// The articles of all records below a folder, by path.
///
/// # Errors
///
/// There is no such folder, a file cannot be read, or a line is no record, or that of an article that could not be
/// annotated; then every such line, up to a hundred, is in the error.
pub fn records(dir: &Path) -> Result<Warned<Vec<Arc<Document>>>, Error> {
    if !dir.is_dir() {
        let found = Diagnostic::error("missing-folder", "there is no folder of records here");
        let help = "name the folder with what `sijill annotate --jsonl --stage document` printed";
        return Err(found.help(help).in_file(shown(dir)).into());
    }
    let mut files = record_files(dir)?;
    let mut documents = Vec::new();
    let (mut diagnostics, mut wrong, mut more) = (Vec::new(), Vec::new(), 0);
    for file in files.drain(..) {
        let bytes =
            fs::read(&file).map_err(|source| Error::file(&file, "reading the records", source))?;
        let lines: Vec<(usize, &[u8])> = (1..)
            .zip(bytes.split(|&byte| byte == b'\n'))
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .collect();
        let read: Vec<_> =
            lines.into_par_iter().map(|(number, line)| (number, from_record(line))).collect();
        for (number, record) in read {
            match record {
                Ok(mut made) => {
                    documents.append(&mut made.value);
                    diagnostics.append(&mut made.diagnostics);
                }
                Err(_) if wrong.len() >= TOLD => more += 1,
                Err(bad) => wrong.push(told(&bad).at(number, 1).in_file(shown(&file))),
            }
        }
    }
    if more > 0 {
        let found = Diagnostic::error("record", format!("{more} more lines are no good records"));
        wrong.push(found.help("mend the first ones and look again").in_file(shown(dir)));
    }
    if !wrong.is_empty() {
        return Err(Error::Content(wrong));
    }
    documents.sort_by(|a, b| a.origin.path.cmp(&b.origin.path));
    Ok(Warned { value: documents, diagnostics })
}

/// The files that hold records.
pub(crate) fn record_files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let is_of_records = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(".jsonl") || name.starts_with("part-") && !name.ends_with(".crc")
    };
    Ok(entries_below(dir)?.into_iter().filter(is_of_records).collect())
}

fn told(bad: &BadRecord) -> Diagnostic {
    let again = "annotate its articles again with this program";
    match bad {
        BadRecord::Other => {
            Diagnostic::error("record", "this line is no record of a whole article")
                .help("records for a build are those of `sijill annotate --jsonl --stage document`")
        }
        BadRecord::Version(by) => {
            Diagnostic::error("record", format!("this record was written by {by}")).help(again)
        }
        BadRecord::Damaged => {
            Diagnostic::error("record", "this record is not as it was written").help(again)
        }
        BadRecord::Failed(id, why) => {
            let message = format!("the article `{id}` could not be annotated: {why}");
            Diagnostic::error("record", message)
                .help("mend or remove the article, and annotate it again")
        }
    }
}
