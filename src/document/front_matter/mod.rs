//! The YAML block at a document's head.

mod fields;
mod yaml;

use crate::diagnostics::{Diagnostic, Warned};

pub use fields::{
    CleanRule, DateBasis, DateEvidence, Display, FrontMatter, PublicationStatus, Removed,
    RemovedKind, Source,
};
pub use yaml::scalar;

impl FrontMatter {
    /// Reads the lines between the `---`. Values that make no sense are left out, with a warning.
    ///
    /// # Errors
    ///
    /// A diagnostic where the text is no YAML mapping; its line counts from the first line of `yaml`.
    pub fn parse(yaml: &str) -> Result<Warned<Self>, Diagnostic> {
        yaml::parse(yaml)
    }

    /// Writes the lines between the `---`, without them.
    ///
    /// What a person wrote stands as it was written, comments and order
    /// included; keys that were found are added below in a fixed order.
    pub fn to_yaml(&self) -> String {
        yaml::write(self)
    }

    /// The line of the file, from 1, on which a value of a key stands, or the key; nothing where no person wrote the key.
    ///
    /// ```
    /// use sijill::document::parse;
    /// let draft = parse("---\ntitle: خبر\naliases:\n  - old/\n  - older/\n---\nنص").unwrap().value;
    /// assert_eq!(draft.front_matter.line_of("aliases", "older/"), Some(5));
    /// assert_eq!(draft.front_matter.line_of("slug", "x"), None);
    /// ```
    pub fn line_of(&self, key: &str, value: &str) -> Option<usize> {
        let written = self.written.as_deref()?;
        let first = written.lines().position(|line| yaml::key_of(line) == Some(key))?;
        let below = written.lines().skip(first).position(|line| line.contains(value)).unwrap_or(0);
        // Lines count from 1, and the front matter begins on the second.
        Some(first + below + 2)
    }

    /// All values in a fixed order, for comparing.
    fn fields(&self) -> impl PartialEq + '_ {
        (
            (
                &self.title,
                &self.subtitle,
                &self.date,
                &self.date_basis,
                &self.date_evidence,
                &self.captured,
            ),
            (
                &self.source,
                &self.lang,
                &self.slug,
                &self.aliases,
                &self.topics,
                &self.clean,
                &self.removed,
            ),
            (&self.status, &self.display, &self.added, &self.updated, &self.extra),
        )
    }
}
