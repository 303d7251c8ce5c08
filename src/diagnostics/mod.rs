//! Findings about the text, and failures of the world.
//!
//! A [`Diagnostic`] is collected and reported; the core never stops for one.
//! An [`Error`] is what ends a command: a file that cannot be read, a template
//! that is wrong, content that cannot be built.

mod finding;
mod guard;
mod language;
mod nearest;
mod report;
pub(crate) mod yaml;

use std::path::{Path, PathBuf};

pub use finding::{Diagnostic, Severity};
pub use guard::guarded;
pub use language::Language;
pub(crate) use nearest::nearest;
pub use report::{Detail, colored, json_lines, lines, printable};
pub use yaml::is_control;

/// A value and what was noticed while it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warned<T> {
    /// The value, complete in itself.
    pub value: T,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A value with nothing to say about it.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Makes another value of this one and keeps the findings.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: change(self.value), diagnostics: self.diagnostics }
    }

    /// Makes the next value of this one and keeps the findings of both.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Warned<U>) -> Warned<U> {
        let mut made = next(self.value);
        let mut diagnostics = self.diagnostics;
        diagnostics.append(&mut made.diagnostics);
        Warned { value: made.value, diagnostics }
    }
}

/// A failure that ends a command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder that could not be read, written or exchanged.
    #[error("{}: {action}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What was being done, as a sentence without its subject.
        action: &'static str,
        /// Why it failed.
        source: std::io::Error,
    },
    /// Content that cannot be built; each finding says where and why.
    #[error("{}", lines(.0, Detail::Every, Language::English))]
    Content(Vec<Diagnostic>),
    /// A template that is wrong; the text names file, line and column.
    #[error("{0}")]
    Template(String),
}

impl Error {
    /// A failure at a file.
    pub fn file(path: &Path, action: &'static str, source: std::io::Error) -> Self {
        Self::File { path: path.to_owned(), action, source }
    }

    /// The findings behind it, made up where the failure carries none of its own.
    pub fn diagnostics(self) -> Vec<Diagnostic> {
        match self {
            Self::File { path, action, source } => {
                vec![
                    Diagnostic::error("file", format!("{action}: {source}"))
                        .in_file(path.display().to_string()),
                ]
            }
            Self::Content(diagnostics) => diagnostics,
            Self::Template(text) => {
                let found = Diagnostic::error("template", text.trim_start_matches("error: "));
                vec![match template_place(&text) {
                    Some((path, line, column)) => found.at(line, column).in_file(path),
                    None => found,
                }]
            }
        }
    }
}

/// The place that the template engine writes into its report: `--> article.html:1:16`.
fn template_place(report: &str) -> Option<(String, usize, usize)> {
    let place = report.split("--> ").nth(1)?.lines().next()?.trim();
    let mut parts = place.rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((format!("templates/{}", parts.next()?), line, column))
}

/// The message of a YAML parser without the place at its end, which stands at the head of the line already.
pub(crate) fn without_place(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Content(vec![diagnostic])
    }
}
