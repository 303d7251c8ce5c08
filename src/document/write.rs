//! [`Document`] → a file's text.

use super::Document;

/// Spells a document as annotated Markdown.
pub fn write(document: &Document) -> String {
    document.text.markdown.clone()
}
