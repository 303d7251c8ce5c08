//! Where a command prints, and how: for people or for machines, briefly or at length.

use std::io::{self, Write};
use std::path::PathBuf;

use super::args::{Arguments, Common, Lang};
use super::count::Noun;
use super::home;
use crate::diagnostics::{self, Detail, Diagnostic, Error, Language, Severity};

/// What the place that a run prints to can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Colors, by the escapes that terminals know.
    pub colors: bool,
    /// A line that counts while somebody waits, on the error stream of the process.
    pub progress: bool,
    /// Whether somebody is there who can be asked.
    pub asks: bool,
    /// The language of the environment.
    pub language: Language,
    /// Whether the process ends with the command: then nothing that it holds need be given back piece by piece.
    pub ends: bool,
}

impl Manner {
    /// The manner of this process: colors and counting where its error stream is a terminal, colors only where
    /// `NO_COLOR` does not forbid them.
    pub fn of_process() -> Self {
        use std::io::IsTerminal as _;
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_terminal = io::stderr().is_terminal();
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self {
            colors: is_terminal && !is_dumb && !is_set("NO_COLOR"),
            progress: is_terminal && !is_dumb,
            asks: is_terminal && io::stdin().is_terminal(),
            language: language_of(|name| std::env::var(name).ok()),
            ends: true,
        }
    }
}

/// The language that the environment asks for, as POSIX orders its variables.
fn language_of(value: impl Fn(&str) -> Option<String>) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let asked = names.into_iter().filter_map(value).find(|value| !value.is_empty());
    match asked {
        Some(asked) if asked.split(['_', '.', '@']).next() == Some("ar") => Language::Arabic,
        _ => Language::English,
    }
}

/// What ends a command before its end.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
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
pub(super) struct Report {
    /// How many errors, warnings and notes.
    counts: [usize; 3],
    lines: String,
    json: String,
}

impl Report {
    /// The findings, told as this terminal tells them, for people and for machines.
    pub(super) fn of(findings: &[Diagnostic], terminal: &Terminal<'_>) -> Self {
        let json = diagnostics::json_lines(findings);
        Self { lines: lines(findings, terminal), json, counts: counts(findings) }
    }
}

/// How many errors, warnings and notes.
fn counts(findings: &[Diagnostic]) -> [usize; 3] {
    let count = |severity| findings.iter().filter(|found| found.severity == severity).count();
    [Severity::Error, Severity::Warning, Severity::Note].map(count)
}

/// The findings for people.
fn lines(findings: &[Diagnostic], terminal: &Terminal<'_>) -> String {
    let told: Vec<Diagnostic> = findings
        .iter()
        .filter(|found| !terminal.common.quiet || found.severity > Severity::Note)
        .cloned()
        .collect();
    let detail = if terminal.common.verbose { Detail::Every } else { Detail::Together };
    diagnostics::lines(&told, detail, terminal.language)
}

/// Where a command prints, and what it has reported.
pub(super) struct Terminal<'w> {
    pub(super) common: Common,
    /// Whether a machine reads along.
    pub(super) json: bool,
    pub(super) manner: Manner,
    pub(super) language: Language,
    pub(super) out: &'w mut dyn Write,
    pub(super) err: &'w mut dyn Write,
    strict: bool,
    /// How many errors, warnings and notes were reported.
    counts: [usize; 3],
}

impl<'w> Terminal<'w> {
    pub(super) fn new(
        arguments: &Arguments,
        manner: Manner,
        out: &'w mut dyn Write,
        err: &'w mut dyn Write,
    ) -> Self {
        let (json, strict) = (arguments.command.is_for_machines(), arguments.command.is_strict());
        let common = arguments.common.clone();
        let language = match common.lang {
            Some(Lang::Ar) => Language::Arabic,
            Some(Lang::En) => Language::English,
            None => manner.language,
        };
        Self { common, json, manner, language, out, err, strict, counts: [0; 3] }
    }

    /// The dossier's folder: the one that was named, else the nearest one that this folder lies in.
    pub(super) fn root(&self) -> PathBuf {
        self.common.root.clone().unwrap_or_else(home::root)
    }

    /// Prints findings: as lines on the error stream, as JSON on the output.
    pub(super) fn report(&mut self, findings: &[Diagnostic]) -> io::Result<()> {
        // Only what is printed is spelled out.
        let (lines, json) = if self.json {
            (String::new(), diagnostics::json_lines(findings))
        } else {
            (lines(findings, self), String::new())
        };
        self.print(&Report { counts: counts(findings), lines, json })
    }

    pub(super) fn print(&mut self, report: &Report) -> io::Result<()> {
        for (all, more) in self.counts.iter_mut().zip(report.counts) {
            *all += more;
        }
        if self.json {
            write!(self.out, "{}", report.json)
        } else if report.lines.is_empty() {
            Ok(())
        } else if self.manner.colors {
            writeln!(self.err, "{}", diagnostics::colored(&report.lines))
        } else {
            writeln!(self.err, "{}", report.lines)
        }
    }

    /// Says what the command has done, unless a machine reads along.
    pub(super) fn say(&mut self, words: &str) -> io::Result<()> {
        let words = self.language.say(words);
        if self.json { Ok(()) } else { writeln!(self.out, "{}", diagnostics::printable(&words)) }
    }

    /// The same, unless only what is wrong is asked for.
    pub(super) fn close_with(&mut self, words: &str) -> io::Result<()> {
        if self.common.quiet { Ok(()) } else { self.say(words) }
    }

    /// «2 errors, 1 warning»; notes are not counted.
    pub(super) fn counted(&self) -> String {
        let [errors, warnings, _] = self.counts;
        format!(
            "{}{}{}",
            self.count(errors, Noun::Error),
            self.comma(),
            self.count(warnings, Noun::Warning)
        )
    }

    /// Notes an error that was told elsewhere.
    pub(super) fn has_failed(&mut self) {
        self.counts[0] += 1;
    }

    /// A number with its noun, in the language of the messages.
    pub(super) fn count(&self, number: usize, noun: Noun) -> String {
        noun.counted(number, self.language)
    }

    /// What stands between two of them.
    pub(super) fn comma(&self) -> &'static str {
        match self.language {
            Language::English => ", ",
            Language::Arabic => "، ",
        }
    }

    /// Whether what was reported is enough to fail.
    pub(super) fn failed(&self) -> bool {
        let [errors, warnings, _] = self.counts;
        errors > 0 || self.strict && warnings > 0
    }

    /// Whether it is `--strict` alone that makes it fail.
    pub(super) fn failed_for_strictness(&self) -> bool {
        self.failed() && self.counts[0] == 0
    }

    /// Turns the end of a command into the program's exit code.
    pub(super) fn close(mut self, done: Result<(), Failure>) -> u8 {
        let reported = match done {
            Ok(()) => Ok(()),
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Err(Failure::Output(error)) => self.report(&[Diagnostic::error(
                "output",
                format!("the output cannot be written: {error}"),
            )]),
            Err(Failure::Content(error)) => self.report(&error.diagnostics()),
            Err(Failure::Usage(words)) => {
                let name = Severity::Error.said(self.language);
                drop(writeln!(self.err, "{name}: {}", self.language.say(&words)));
                return 2;
            }
        };
        u8::from(reported.is_err() || self.failed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_the_language() {
        let of = |set: &[(&str, &str)]| {
            language_of(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("LANG", "ar_IQ.UTF-8")]), Language::Arabic);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "ar_IQ.UTF-8")]), Language::English);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "ar")]), Language::Arabic);
        assert_eq!(of(&[("LANG", "arn_CL")]), Language::English);
        assert_eq!(of(&[]), Language::English);
    }
}
