//! `annotate --jsonl`: a line in, a line out, in the same order, in constant memory.

use std::io::{self, BufRead, Read as _, Write};

use chrono::NaiveDate;
use rayon::prelude::*;
use serde_json::Value;

use super::args::Stage;
use super::terminal::{Failure, Terminal};
use crate::article::{self, annotate, clean, read};
use crate::diagnostics::{Diagnostic, Error, guarded};
use crate::document::{InputKind, Plain, json, kept};
use crate::knowledge::Knowledge;
use crate::site::search;

/// How many lines are in memory at once, in lines and in bytes.
const BATCH_LINES: usize = 512;
const BATCH_BYTES: usize = 8 * 1024 * 1024;

/// The most bytes of a line: those of the longest article, each letter of it spelled as an escape.
const MAX_LINE: usize = 4 * read::MAX_BYTES;

/// Runs the filter from standard input to the terminal's output.
pub(super) fn filter(
    stage: Option<Stage>,
    knowledge: &Knowledge,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let desk = Desk { knowledge };
    let record = |line: &Line| match line {
        Line::Whole(line) => desk.guarded(stage, line),
        Line::TooLong => {
            let (code, message) = too_large();
            Record::failed(Value::Null, code, &message)
        }
    };
    let failed = run(io::stdin().lock(), &mut *terminal.out, MAX_LINE, record)?;
    if failed {
        terminal.has_failed();
    }
    Ok(())
}

/// A line of the input.
enum Line {
    Whole(Vec<u8>),
    /// No more of it is kept than was needed to see that.
    TooLong,
}

impl Line {
    /// The next line; nothing at the end.
    fn next(lines: &mut impl BufRead, most: usize) -> io::Result<Option<Self>> {
        let mut line = Vec::new();
        lines.take(most as u64 + 1).read_until(b'\n', &mut line)?;
        if line.len() > most && !line.ends_with(b"\n") {
            lines.skip_until(b'\n')?;
            return Ok(Some(Self::TooLong));
        }
        Ok((!line.is_empty()).then_some(Self::Whole(line)))
    }

    /// How many bytes of it are in memory.
    fn length(&self) -> usize {
        match self {
            Self::Whole(line) => line.len(),
            Self::TooLong => 0,
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Whole(line) if line.trim_ascii().is_empty())
    }
}

/// What is said of a line, or of the text in it, that no article is as long as.
fn too_large() -> (&'static str, String) {
    let most = read::MAX_BYTES / 1024 / 1024;
    ("too-large", format!("this is larger than {most} MiB, which no article is"))
}

/// Whether any line failed; a line of more than `most` bytes is not read.
fn run(
    mut lines: impl BufRead,
    out: &mut dyn Write,
    most: usize,
    record: impl Fn(&Line) -> Record + Sync,
) -> io::Result<bool> {
    let mut failed = false;
    let mut batch: Vec<Line> = Vec::new();
    loop {
        batch.clear();
        let mut bytes = 0;
        while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
            let Some(line) = Line::next(&mut lines, most)? else { break };
            bytes += line.length();
            if !line.is_blank() {
                batch.push(line);
            }
        }
        if batch.is_empty() {
            return Ok(failed);
        }
        let records: Vec<Record> = batch.par_iter().map(&record).collect();
        for record in records {
            failed |= record.failed;
            writeln!(out, "{}", record.json)?;
        }
    }
}

/// One line of the output.
struct Record {
    json: String,
    failed: bool,
}

impl Record {
    fn failed(id: Value, code: &str, message: &str) -> Self {
        Self { json: json::error(id, code, message), failed: true }
    }
}

/// The knowledge base that a line is annotated with.
struct Desk<'k> {
    knowledge: &'k Knowledge,
}

impl Desk<'_> {
    /// As [`record`](Self::record); a fault of the program in one line is that line's error.
    fn guarded(&self, stage: Option<Stage>, line: &[u8]) -> Record {
        guarded(|| self.record(stage, line)).unwrap_or_else(|fault| {
            let id = serde_json::from_slice::<Value>(line)
                .ok()
                .and_then(|input| input.get("id").cloned());
            Record::failed(id.unwrap_or(Value::Null), fault.code, &fault.message)
        })
    }

    /// Turns one line of input into one line of output.
    fn record(&self, stage: Option<Stage>, line: &[u8]) -> Record {
        let input: Value = match serde_json::from_slice(line) {
            Ok(input) => input,
            Err(error) => {
                return Record::failed(
                    Value::Null,
                    "json",
                    &format!("the line is no JSON: {error}"),
                );
            }
        };
        let id = input.get("id").cloned().unwrap_or(Value::Null);
        let reference = match input
            .get("date")
            .and_then(Value::as_str)
            .map(|day| day.get(..10).unwrap_or(day).parse::<NaiveDate>())
        {
            None => None,
            Some(Ok(day)) => Some(day),
            Some(Err(_)) => {
                return Record::failed(id, "date", "`date` is no day such as 2021-04-07");
            }
        };
        let Some((kind, text)) = text_of(&input) else {
            return Record::failed(
                id,
                "text",
                "the line has no `text` that is a string, and no `lines` that are strings",
            );
        };
        if text.len() > read::MAX_BYTES {
            let (code, message) = too_large();
            return Record::failed(id, code, &message);
        }
        let raw = input.get("raw").and_then(Value::as_bool).unwrap_or(false);
        let made = match stage {
            Some(Stage::Terms) => Ok(terms(
                id.clone(),
                &text,
                input.get("query").and_then(Value::as_bool).unwrap_or(false),
            )),
            Some(Stage::Clean) => self.cleaned(id.clone(), kind, &text, reference),
            Some(Stage::Document) => self.document(&id, kind, &text),
            // Lines are of files, which `annotate` has seen to.
            None | Some(Stage::Lines) if raw || kind == InputKind::Html => {
                self.whole(id.clone(), kind, &text, reference)
            }
            None | Some(Stage::Lines) => {
                let plain = Plain::of_text(&text);
                let found = annotate::annotate_plain(&plain, reference, self.knowledge);
                Ok(json::plain(id.clone(), &plain, reference, &found.value))
            }
        };
        match made {
            Ok(json) => Record { json, failed: false },
            Err((code, message)) => Record::failed(id, code, &message),
        }
    }

    /// Cleans and annotates.
    fn whole(
        &self,
        id: Value,
        kind: InputKind,
        text: &str,
        reference: Option<NaiveDate>,
    ) -> Result<String, (&'static str, String)> {
        let draft = self.draft(kind, text, reference)?;
        let document = annotate::annotate(draft, self.knowledge).value;
        Ok(json::document(("id", id), &document))
    }

    /// Makes of a text what a build makes of a file; the id is its name.
    fn document(
        &self,
        id: &Value,
        kind: InputKind,
        text: &str,
    ) -> Result<String, (&'static str, String)> {
        let name = id.as_str().ok_or_else(|| {
            ("id", "a whole article has an `id`, which stands for the name of its file".to_owned())
        })?;
        // The text stands for its file: the record says of it what a build says of the file.
        let made = read::from_text(name, text, kind).and_then(|mut raw| {
            raw.value.sha256 = read::digest(text.as_bytes());
            article::article_of(raw, self.knowledge)
        });
        let mut made = made.map_err(first_of)?;
        name.clone_into(&mut made.value.origin.path);
        let named = |found: Diagnostic| found.in_file(name);
        made.diagnostics = made.diagnostics.into_iter().map(named).collect();
        let record = kept::to_record(id, made).map(|record| record.to_string());
        record.ok_or_else(|| ("record", "no record can hold it".to_owned()))
    }

    /// Cleans, and looks for the day of publication only.
    fn cleaned(
        &self,
        id: Value,
        kind: InputKind,
        text: &str,
        reference: Option<NaiveDate>,
    ) -> Result<String, (&'static str, String)> {
        let draft = self.draft(kind, text, reference)?;
        Ok(json::draft(id, &draft, &annotate::date(&draft, self.knowledge)))
    }

    fn draft(
        &self,
        kind: InputKind,
        text: &str,
        reference: Option<NaiveDate>,
    ) -> Result<crate::document::Draft, (&'static str, String)> {
        let raw = read::from_text("-", text, kind).map_err(first_of)?;
        let mut draft = raw.and_then(|raw| clean::clean(&raw, self.knowledge)).value;
        if let Some(day) = reference {
            draft.front_matter.date.get_or_insert(crate::arabic::calendar::Edtf::day(day));
        }
        Ok(draft)
    }
}

/// The code and the words of the first finding behind a failure.
fn first_of(error: Error) -> (&'static str, String) {
    let found = error.diagnostics();
    found.first().map_or(("read", String::new()), |first| (first.code, first.message.clone()))
}

/// The text of a line: `text`, `html`, or `lines` put together.
fn text_of(input: &Value) -> Option<(InputKind, String)> {
    if let Some(html) = input.get("html").and_then(Value::as_str) {
        return Some((InputKind::Html, html.to_owned()));
    }
    if let Some(text) = input.get("text").and_then(Value::as_str) {
        return Some((InputKind::Text, text.to_owned()));
    }
    let lines = input.get("lines")?.as_array()?;
    let lines: Option<Vec<&str>> = lines.iter().map(Value::as_str).collect();
    Some((InputKind::Text, lines?.join("\n")))
}

/// The record of `--stage terms`.
fn terms(id: Value, text: &str, query: bool) -> String {
    let side = if query { search::Side::Query } else { search::Side::Index };
    let terms: Vec<String> = search::terms(text, side).into_iter().map(|term| term.text).collect();
    serde_json::json!({"id": id, "terms": terms}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_is_told_of_and_the_next_is_read() {
        /// The most bytes of a line here.
        const MOST: usize = 10;
        let seen = |text: &str| {
            let mut out = Vec::new();
            let record = |line: &Line| Record {
                json: match line {
                    Line::Whole(line) => String::from_utf8_lossy(line.trim_ascii()).into_owned(),
                    Line::TooLong => "too long".to_owned(),
                },
                failed: false,
            };
            run(text.as_bytes(), &mut out, MOST, record).expect("memory does not fail");
            String::from_utf8(out).expect("it is text")
        };
        assert_eq!(seen("a\n\n0123456789\n01234567890\nb"), "a\n0123456789\ntoo long\nb\n");
        assert_eq!(seen("0123456789"), "0123456789\n");
        assert_eq!(seen("01234567890"), "too long\n");
        assert_eq!(seen(""), "");
    }
}
