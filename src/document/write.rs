//! [`Document`] → a file's text.

use super::{Document, Draft, FrontMatter, MarkedText};

/// Spells a document as annotated Markdown.
pub fn write(document: &Document) -> String {
    spell(&document.front_matter, &document.text)
}

impl Draft {
    /// Spells the draft as a file, with the marks that a person made.
    pub fn to_markdown(&self) -> String {
        spell(&self.front_matter, &self.text)
    }
}

fn spell(front_matter: &FrontMatter, text: &MarkedText) -> String {
    let yaml = front_matter.to_yaml();
    let body = text.spell();
    if yaml.is_empty() && front_matter.written.is_none() {
        return body;
    }
    let closing = front_matter.closing.as_deref().unwrap_or("---\n\n");
    format!("---\n{yaml}{closing}{body}")
}
