//! To whom a page belongs, where a message has to say it.

use std::fmt;

use crate::diagnostics::Diagnostic;

/// What a page shows: a source file, perhaps with the line that asks for the page, or a part of the site in words.
///
/// ```
/// use sijill::site::output::Owner;
/// assert_eq!(Owner::file("content/articles/a.md").at(4).to_string(), "content/articles/a.md");
/// assert_eq!(Owner::from("the home page").to_string(), "the home page");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    words: String,
    is_file: bool,
    line: Option<usize>,
}

impl Owner {
    /// A source file, as the user would name it.
    pub fn file(path: impl Into<String>) -> Self {
        Self { words: path.into(), is_file: true, line: None }
    }

    /// The line of it, from 1.
    pub fn at(self, line: impl Into<Option<usize>>) -> Self {
        Self { line: line.into(), ..self }
    }

    /// Whether it is a source file.
    pub(super) fn is_file(&self) -> bool {
        self.is_file
    }

    /// A finding with this place, as far as there is one.
    pub(super) fn place(&self, found: Diagnostic) -> Diagnostic {
        let found = if self.is_file { found.in_file(&self.words) } else { found };
        match self.line {
            Some(line) => found.at(line, 1),
            None => found,
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<&str> for Owner {
    fn from(words: &str) -> Self {
        Self { words: words.to_owned(), is_file: false, line: None }
    }
}

impl From<String> for Owner {
    fn from(words: String) -> Self {
        Self { words, is_file: false, line: None }
    }
}
