//! `annotate --jsonl`: a line in, a line out, in the same order, in constant memory.

use std::io::{self, BufRead, Write};

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

/// Runs the filter from standard input to the terminal's output.
pub(super) fn filter(
    stage: Option<Stage>,
    knowledge: &Knowledge,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let desk = Desk { knowledge };
    let failed = run(io::stdin().lock(), &mut *terminal.out, |line| desk.guarded(stage, line))?;
    if failed {
        terminal.has_failed();
    }
    Ok(())
}

/// Whether any line failed.
fn run(
    mut lines: impl BufRead,
    out: &mut dyn Write,
    record: impl Fn(&[u8]) -> Record + Sync,
) -> io::Result<bool> {
    let mut failed = false;
    let mut batch: Vec<Vec<u8>> = Vec::new();
    loop {
        batch.clear();
        let mut bytes = 0;
        while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            bytes += lines.read_until(b'\n', &mut line)?;
            if line.is_empty() {
                break;
            }
            if !line.trim_ascii().is_empty() {
                batch.push(line);
            }
        }
        if batch.is_empty() {
            return Ok(failed);
        }
        let records: Vec<Record> = batch.par_iter().map(|line| record(line)).collect();
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
