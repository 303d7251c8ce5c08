//! Where a folder and its sources differ.

use crate::diagnostics::{Diagnostic, Error};

/// A difference, named by where it stands.
pub(super) fn difference(path: &str, message: impl Into<String>, help: &str) -> Diagnostic {
    Diagnostic::error("differs", message).help(help).in_file(path)
}

/// A failure to make a page is a difference too.
pub(super) fn of_error(error: Error) -> Diagnostic {
    error
        .diagnostics()
        .into_iter()
        .next()
        .unwrap_or_else(|| Diagnostic::error("differs", "a page cannot be made"))
}
