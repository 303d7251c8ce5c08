//! `annotate`: articles in, annotated Markdown or records out.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::json;

use super::args::{Annotate, Cuts, Stage};
use super::terminal::{Failure, Terminal};
use super::wing::guarded_articles;
use super::{cuts, filter, pictures};
use crate::article::read;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::review::Reviews;
use crate::document::{
    self, Author, DateBasis, Document, FigureOrder, InputKind, Order, headline_as_written, json,
    parse,
};
use crate::site::load::{self, Orders, shown};
use crate::site::publish::file;

/// How many articles are in memory at once.
const BATCH: usize = 256;

/// Runs the command.
pub(super) fn annotate(words: &Annotate, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let lines = words.stage == Some(Stage::Lines);
    match (lines, words.jsonl) {
        (true, true) => {
            let why = "`--stage lines` is of files: name them, without --jsonl";
            return Err(Failure::Usage(why.to_owned()));
        }
        (false, false) if words.stage.is_some() => {
            let why = "`--stage clean`, `terms` and `document` belong to --jsonl";
            return Err(Failure::Usage(why.to_owned()));
        }
        _ => {}
    }
    let root = terminal.root();
    let (config, knowledge) = (load::config(&root)?, load::knowledge(&root)?);
    if words.jsonl {
        return filter::filter(words.stage, &knowledge, terminal);
    }
    let input;
    let paths = if is_input(words) {
        input = standard_input(words)?;
        vec![input.path().to_owned()]
    } else {
        articles(&words.paths)?
    };
    let read = |path: &Path, order: Order| {
        guarded_articles(path, order, &Reviews::default(), &knowledge, &config)
    };
    let mut done = Done::default();
    let mut orders = Orders::default();
    // From the first article on whose days are open, all wait for what the others show.
    let mut waiting: Vec<(&PathBuf, Option<Made>)> = Vec::new();
    for batch in paths.chunks(BATCH) {
        let documents: Vec<(&PathBuf, Made)> =
            batch.par_iter().map(|path| (path, read(path, Order::DayFirst))).collect();
        for (path, made) in
            documents.iter().filter_map(|(path, made)| Some((path, made.as_ref().ok()?)))
        {
            made.value.iter().for_each(|document| orders.add(path, document, &knowledge));
        }
        for (path, made) in documents {
            let is_open = made
                .as_ref()
                .is_ok_and(|made| made.value.iter().any(|document| document.order.is_open));
            if !is_open && waiting.is_empty() {
                finish(path, made, &mut done, words, terminal)?;
            } else {
                waiting.push((path, (waiting.len() < BATCH).then_some(made)));
            }
        }
    }
    let mut waiting = waiting.into_iter().peekable();
    while waiting.peek().is_some() {
        let batch: Vec<(&PathBuf, Option<Made>)> = waiting.by_ref().take(BATCH).collect();
        let settled = |(path, made): (&PathBuf, Option<Made>)| -> Made {
            let mut made = made.unwrap_or_else(|| read(path, Order::DayFirst))?;
            let known: Vec<Order> = made
                .value
                .iter()
                .filter_map(|document| orders.for_article(path, document, &knowledge))
                .collect();
            if known.contains(&Order::MonthFirst) {
                return read(path, Order::MonthFirst);
            }
            if known.contains(&Order::DayFirst) {
                made.diagnostics.retain(|found| found.code != FigureOrder::OPEN);
            }
            Ok(made)
        };
        let made: Vec<(&PathBuf, Made)> =
            batch.into_par_iter().map(|(path, made)| (path, settled((path, made)))).collect();
        for (path, made) in made {
            finish(path, made, &mut done, words, terminal)?;
        }
    }
    if words.write && done.written + done.left > 1 {
        terminal.close_with(&format!("{} written, {} left", done.written, done.left))?;
    }
    Ok(())
}

/// What has been done so far.
#[derive(Default)]
struct Done {
    /// Whether an article was printed already.
    several: bool,
    /// Files that were written.
    written: usize,
    /// Articles that were left, as their file is there already.
    left: usize,
}

/// What standard input is called.
const INPUT: &str = "-";

fn is_input(words: &Annotate) -> bool {
    words.paths.iter().any(|path| path.as_os_str() == INPUT)
}

/// Standard input as a file, which readers of articles need; it is gone when this is dropped.
fn standard_input(words: &Annotate) -> Result<tempfile::NamedTempFile, Failure> {
    if words.paths.len() > 1 || words.write {
        let why = "`-` is standard input alone: give no other path, and no --write";
        return Err(Failure::Usage(why.to_owned()));
    }
    let mut text = Vec::new();
    // One byte more than an article may have tells its reader that there is more.
    std::io::stdin().lock().take(read::MAX_BYTES as u64 + 1).read_to_end(&mut text)?;
    let is_page = text.trim_ascii_start().starts_with(b"<");
    let mut file = tempfile::Builder::new()
        .prefix("standard-input-")
        .suffix(if is_page { ".html" } else { ".txt" })
        .tempfile()?;
    file.write_all(&text)?;
    Ok(file)
}

/// The articles of a file as they were read, or why they were not.
type Made = Result<Warned<Vec<Document>>, Error>;

/// Reports, and writes or prints.
fn finish(
    path: &Path,
    made: Made,
    done: &mut Done,
    words: &Annotate,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let (documents, findings) = match made {
        Ok(made) => (made.value, made.diagnostics),
        Err(error) => (Vec::new(), error.diagnostics()),
    };
    let findings: Vec<Diagnostic> = findings
        .into_iter()
        .map(|found| match is_input(words) {
            true => Diagnostic { path: Some(INPUT.to_owned()), ..found },
            false => found.in_file(shown(path)),
        })
        .collect();
    terminal.report(&findings)?;
    let is_parted = documents.len() > 1;
    let path = if is_input(words) { Path::new(INPUT) } else { path };
    for mut document in documents {
        if is_input(words) {
            // The file of a moment has no name that anybody knows.
            document.origin.path = INPUT.to_owned();
            document.front_matter.source.original = None;
        }
        if words.stage == Some(Stage::Lines) {
            let lines = cuts::of_document(&document).lines(Cuts::Whole, terminal.language);
            write!(terminal.out, "{lines}")?;
        } else if words.write {
            // One of several is written under its slug, and stands for it from then on.
            let slug = document.front_matter.slug.as_deref().filter(|_| is_parted);
            let to = match slug {
                Some(slug) => path.with_file_name(format!("{slug}.md")),
                None => path.with_extension("md"),
            };
            let wrote = write_beside(path, &to, document, words, terminal)?;
            *(if wrote { &mut done.written } else { &mut done.left }) += 1;
        } else {
            print(path, &document, words, done.several, terminal)?;
        }
        done.several = true;
    }
    Ok(())
}

/// The articles that the words name; a folder stands for all that lie below it.
fn articles(words: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for path in words {
        is_file_name(path)?;
        if path.is_dir() {
            paths.extend(load::articles_below(path)?);
        } else {
            paths.push(path.clone());
        }
    }
    Ok(paths)
}

/// Refuses the address of a page, which no command fetches.
pub(super) fn is_file_name(path: &Path) -> Result<(), Error> {
    let name = path.to_string_lossy();
    if !["http://", "https://"].iter().any(|scheme| name.starts_with(scheme)) {
        return Ok(());
    }
    let found = Diagnostic::error("address", "this is an address, and nothing is fetched");
    let help = "save the page in a browser, and name the file";
    Err(Error::Content(vec![found.help(help).in_file(name.into_owned())]))
}

fn print(
    path: &Path,
    document: &Document,
    words: &Annotate,
    several: bool,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if words.explain {
        write!(terminal.out, "{}", explanation(document))?;
        return Ok(());
    }
    if words.is_records() {
        let path = json!(path.display().to_string());
        writeln!(terminal.out, "{}", json::document(("path", path), document))?;
        return Ok(());
    }
    if several {
        writeln!(terminal.out)?;
    }
    write!(terminal.out, "{}", document::write(document))?;
    Ok(())
}

/// One line a finding: where, what, and the rule that found it.
fn explanation(document: &Document) -> String {
    let text = document.plain.text.as_str();
    let mentions = document.findings.mentions.iter().map(|mention| {
        let id = mention.id.as_deref().unwrap_or("-");
        (mention.span, format!("{}\t{id}\t{}", mention.kind.name(), mention.reason))
    });
    let dates = document
        .findings
        .dates
        .iter()
        .map(|date| (date.span, format!("date\t{}\t{}", date.value, date.reason)));
    let events = document
        .findings
        .events
        .iter()
        .map(|event| (event.span, format!("event\t{}\t{}", event.event, event.reason)));
    let mut lines: Vec<_> = mentions.chain(dates).chain(events).collect();
    lines.sort();
    let mut out = String::new();
    for (span, line) in lines {
        out.push_str(&format!("{span}\t\u{2068}{}\u{2069}\t{line}\n", span.cut(text)));
    }
    for evidence in &document.front_matter.date_evidence {
        out.push_str(&format!(
            "published\t\u{2068}{}\u{2069}\t{}\t{}\n",
            evidence.text, evidence.value, evidence.reason
        ));
    }
    out
}

/// Leaves of what was read off the text of a Markdown file nothing in its front matter, and its headline where it stood.
fn as_its_writer_has_it(document: &mut Document) {
    let raw = &document.origin.raw;
    let Ok(own) = parse(raw) else { return };
    let (front, own) = (&mut document.front_matter, own.value.front_matter);
    if own.title.is_none()
        && front.title.take().is_some()
        && let Some(headline) = headline_as_written(raw)
    {
        document.text.put_first(headline);
    }
    if own.date.is_none() {
        (front.date, front.date_basis) = (None, own.date_basis);
        front.date_evidence = own.date_evidence;
    }
    front.source = own.source;
}

/// Writes the Markdown beside the article, without the program's marks unless they are asked for; whether it did.
fn write_beside(
    path: &Path,
    to: &Path,
    mut document: Document,
    words: &Annotate,
    terminal: &mut Terminal<'_>,
) -> Result<bool, Failure> {
    let itself = document.origin.kind == InputKind::Markdown;
    if to.exists() && !itself && !words.force {
        let found = Diagnostic::error("exists", format!("{} is already there", shown(to)));
        terminal.report(&[found
            .help("look at it, then call again with --force")
            .in_file(shown(path))])?;
        return Ok(false);
    }
    if !words.marks {
        document.text.marks.retain(|mark| mark.by == Author::Person);
    }
    if !itself {
        let source = &mut document.front_matter.source;
        source.original = path.file_name().map(|name| name.to_string_lossy().into_owned());
        source.sha256 = Some(document.origin.sha256.clone());
    }
    if document.front_matter.date.is_some() && document.front_matter.date_basis.is_none() {
        document.front_matter.date_basis = Some(DateBasis::Editor);
    }
    if itself {
        as_its_writer_has_it(&mut document);
    }
    // What was found is found anew each time; as a line of the front matter it would be a person's word.
    let front = &mut document.front_matter;
    if front.line_of("topics", "").is_none()
        && (!words.marks || front.topics.as_ref().is_some_and(Vec::is_empty))
    {
        front.topics = None;
    }
    let before = std::fs::read(to).unwrap_or_default();
    let bytes = file::spelled_as(&before, &document::write(&document));
    file::replace(to, &bytes)
        .map_err(|source| Error::file(to, "writing the annotated article", source))?;
    pictures::carry(&document.origin.pictures, to)?;
    terminal.say(&shown(to))?;
    Ok(true)
}
