//! How the front matter is spelled in YAML.

use super::FrontMatter;
use crate::diagnostics::{Diagnostic, Warned};

pub(super) fn parse(yaml: &str) -> Result<Warned<FrontMatter>, Diagnostic> {
    Ok(Warned::clean(FrontMatter { written: Some(yaml.to_owned()), ..FrontMatter::default() }))
}

pub(super) fn write(front_matter: &FrontMatter) -> String {
    front_matter.written.clone().unwrap_or_default()
}
