//! The commands: what the program does when it is called.
//!
//! [`run`] reads the words of the command line, calls one file of this folder
//! and turns what comes back into an exit code: 0 done, 1 the content has
//! errors, 2 wrong usage. Only this room reads the clock and prints.

mod annotate;
mod args;
mod build;
mod cuts;
mod files;
mod filter;
mod future;
mod index;
mod inside;
mod new;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod suggest;
mod unchanged;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::Parser as _;

use std::path::Path;

use crate::article;
use crate::article::read;
use crate::config::Config;
use crate::diagnostics::{self, Diagnostic, Error, Severity, Warned};
use crate::document::{Document, Order, Origin};
use crate::knowledge::Knowledge;
use crate::site::load;
use args::{Arguments, Command, Common, Format};

/// Runs one command and returns the program's exit code.
///
/// Nothing but `out` and `err` is written to, so it can be called twice in one test.
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let to: &mut dyn Write = if error.use_stderr() { err } else { out };
            // Nobody listens any more where this fails.
            drop(write!(to, "{}", error.render()));
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    let mut terminal = Terminal { common: arguments.common, out, err, worst: None };
    let done = diagnostics::guarded(|| command(&arguments.command, &mut terminal));
    terminal.close(done.unwrap_or_else(|fault| Err(Error::from(fault).into())))
}

fn command(command: &Command, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    match command {
        Command::Build(words) => build::build(words, terminal),
        #[cfg(feature = "serve")]
        Command::Serve(words) => serve::serve(words, terminal),
        Command::Check(words) => build::check(words, terminal),
        Command::Verify(words) => verify::verify(words, terminal),
        Command::Annotate(words) => annotate::annotate(words, terminal),
        Command::Suggest(words) => suggest::suggest(words, terminal),
        Command::Search(words) => search::search(words, terminal),
        Command::Index(words) => index::index(words, terminal),
        Command::New(words) => new::new(words, terminal),
        Command::Init(words) => new::init(words, terminal),
    }
}

/// The wing of one article, handed to the wing of the site.
struct Wing;

impl load::Reader for Wing {
    fn article(
        &self,
        path: &Path,
        order: Order,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Document>, Error> {
        guarded_article(path, order, knowledge, config)
    }

    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error> {
        Ok(diagnostics::guarded(|| read::read(path, config))??.value.into_origin())
    }
}

/// One article; a fault of the program in it is an error of its file, and the others go on.
fn guarded_article(
    path: &Path,
    order: Order,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Document>, Error> {
    diagnostics::guarded(|| article::article_in(path, order, knowledge, config))?
}

/// What ends a command before its end.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The world or the content.
    #[error(transparent)]
    Content(#[from] Error),
    /// Output that nobody takes.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// Words that make no sense together.
    #[error("{0}")]
    Usage(String),
}

/// Findings as they are printed, for people and for machines.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
struct Report {
    worst: Option<Severity>,
    lines: String,
    json: String,
}

impl Report {
    fn of(findings: &[Diagnostic]) -> Self {
        let worst = findings.iter().map(|found| found.severity).max();
        Self { worst, lines: diagnostics::lines(findings), json: diagnostics::json_lines(findings) }
    }
}

/// Where a command prints, and the worst that it has reported.
struct Terminal<'w> {
    common: Common,
    out: &'w mut dyn Write,
    err: &'w mut dyn Write,
    worst: Option<Severity>,
}

impl Terminal<'_> {
    /// Prints findings: as lines on the error stream, as JSON on the output.
    fn report(&mut self, findings: &[Diagnostic]) -> io::Result<()> {
        self.print(&Report::of(findings))
    }

    fn print(&mut self, report: &Report) -> io::Result<()> {
        self.worst = self.worst.max(report.worst);
        if report.worst.is_none() {
            return Ok(());
        }
        if self.common.format == Some(Format::Json) {
            write!(self.out, "{}", report.json)
        } else {
            writeln!(self.err, "{}", report.lines)
        }
    }

    /// Says what the command has done, unless a machine reads along.
    fn say(&mut self, words: &str) -> io::Result<()> {
        if self.common.format == Some(Format::Json) {
            Ok(())
        } else {
            writeln!(self.out, "{}", diagnostics::printable(words))
        }
    }

    /// Whether what was reported is enough to fail.
    fn failed(&self) -> bool {
        let limit = if self.common.strict { Severity::Warning } else { Severity::Error };
        self.worst >= Some(limit)
    }

    /// Turns the end of a command into the program's exit code.
    fn close(mut self, done: Result<(), Failure>) -> u8 {
        let reported = match done {
            Ok(()) => Ok(()),
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Err(Failure::Output(error)) => self.report(&[Diagnostic::error(
                "output",
                format!("the output cannot be written: {error}"),
            )]),
            Err(Failure::Content(error)) => self.report(&error.diagnostics()),
            Err(Failure::Usage(words)) => {
                drop(writeln!(self.err, "error: {words}"));
                return 2;
            }
        };
        u8::from(reported.is_err() || self.failed())
    }
}
