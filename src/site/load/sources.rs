//! The texts from which settings and knowledge base are made.

use std::path::Path;

use super::disk::{files_below, read_text, shown};
use crate::config::Config;
use crate::diagnostics::Error;
use crate::knowledge::Knowledge;

/// The file of `content/knowledge/` that `suggest` writes and nothing reads.
pub const SUGGESTED: &str = "suggested.yaml";

/// The texts of the settings and of the knowledge base, each with its path.
pub(super) struct Sources {
    pub(super) settings: Option<(String, String)>,
    pub(super) knowledge: Vec<(String, String)>,
}

impl Sources {
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        let path = root.join("content/site.yaml");
        let settings = if path.exists() {
            Some((shown(&path), read_text(&path, "reading the settings")?))
        } else {
            None
        };
        let mut knowledge = Vec::new();
        for path in files_below(&root.join("content/knowledge"), &["yaml", "yml"])? {
            // Suggestions are no entries until a person moves them.
            if path.file_name().is_none_or(|name| name != SUGGESTED) {
                knowledge.push((shown(&path), read_text(&path, "reading the knowledge base")?));
            }
        }
        Ok(Self { settings, knowledge })
    }

    pub(super) fn config(&self) -> Result<Config, Error> {
        let Some((path, text)) = &self.settings else { return Ok(Config::default()) };
        Ok(Config::parse(text).map_err(|found| found.in_file(path))?)
    }

    pub(super) fn knowledge(&self) -> Result<Knowledge, Error> {
        Knowledge::parse(self.knowledge.iter().map(|(path, text)| (path.as_str(), text.as_str())))
            .map_err(Error::Content)
    }
}
