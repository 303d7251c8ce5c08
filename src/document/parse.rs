//! A file's text → [`Draft`].

use super::{Draft, MarkedText};
use crate::diagnostics::{Diagnostic, Warned};

/// Reads annotated Markdown, by hand or by [`write()`](super::write()).
///
/// # Errors
///
/// A diagnostic with line and column where the front matter is no YAML.
pub fn parse(text: &str) -> Result<Warned<Draft>, Diagnostic> {
    Ok(Warned::clean(Draft { text: MarkedText::from_plain(text), ..Draft::default() }))
}
