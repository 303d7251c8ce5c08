//! A finding: how bad it is, what was found, where, and what to do about it.

use super::language::Language;

/// How bad a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Severity {
    /// Worth knowing; never fails.
    Note,
    /// Probably wrong; fails under `--strict`.
    Warning,
    /// The site cannot be built like this.
    Error,
}

impl Severity {
    /// Its name in messages and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Its name for people who read this language.
    pub const fn said(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::English, _) => self.name(),
            (Language::Arabic, Self::Note) => "ملاحظة",
            (Language::Arabic, Self::Warning) => "تحذير",
            (Language::Arabic, Self::Error) => "خطأ",
        }
    }
}

/// One finding: where, what, and what to do about it.
///
/// ```
/// use sijill::diagnostics::Diagnostic;
/// let found = Diagnostic::warning("unknown-id", "no entity `iraqq`, marked on «العراق»")
///     .help("the nearest known id is `iraq`")
///     .at(12, 4)
///     .in_file("content/articles/a.md");
/// assert_eq!(found.place(), "content/articles/a.md:12:4");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, as the user would name it; absent where the text came from no file.
    pub path: Option<String>,
    /// Line and column, both from 1, columns in characters.
    pub position: Option<(usize, usize)>,
    /// How bad it is.
    pub severity: Severity,
    /// A stable name in ASCII, such as `no-date`.
    pub code: &'static str,
    /// What was found, naming the thing.
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding of the given severity, without a place.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: None, position: None, severity, code, message: message.into(), help: None }
    }

    /// Something that stops the build.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// Something that is probably wrong.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// Something worth knowing.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message)
    }

    /// Adds the remedy.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds line and column, both from 1.
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.position = Some((line, column));
        self
    }

    /// Adds the file, unless one is already named.
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path.get_or_insert(path.into());
        self
    }

    /// `path:line:column`, as far as known.
    pub fn place(&self) -> String {
        let path = self.path.as_deref().unwrap_or("-");
        match self.position {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path.to_owned(),
        }
    }
}
