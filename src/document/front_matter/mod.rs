//! The YAML block at a document's head.

mod fields;
mod places;
mod yaml;

use crate::diagnostics::{Diagnostic, Warned};

pub use fields::{
    CleanRule, DateBasis, DateEvidence, Display, FrontMatter, NO_DATE, PublicationStatus, Removed,
    RemovedKind, Source,
};
pub use places::KeyLines;
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

    /// Whether a person says that the day of publication cannot be known: then none is looked for.
    ///
    /// ```
    /// use sijill::document::FrontMatter;
    /// let read = FrontMatter::parse("title: خبر\ndate: none\n").unwrap().value;
    /// assert!(read.is_undated() && !FrontMatter::default().is_undated());
    /// let mut found = FrontMatter { title: Some("خبر".to_owned()), ..FrontMatter::default() };
    /// found.set_undated();
    /// assert_eq!(found.to_yaml(), "title: خبر\ndate: none\n");
    /// ```
    pub fn is_undated(&self) -> bool {
        self.date.is_none() && self.date_basis == Some(DateBasis::Editor)
    }

    /// Writes down that a person says so.
    pub fn set_undated(&mut self) {
        (self.date, self.date_basis) = (None, Some(DateBasis::Editor));
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
