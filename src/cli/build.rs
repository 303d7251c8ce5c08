//! `build` and `check`: content/ in, the site or a report out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Build;
use super::{Failure, Terminal, Wing};
use crate::diagnostics::{Diagnostic, Error, Severity, Warned};
use crate::site::output::Output;
use crate::site::{self, Options, load, publish};

/// Builds the site into a folder.
pub(super) fn build(words: &Build, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.common.root.clone();
    let dir = words.out.clone().unwrap_or_else(|| root.join("public"));
    let made = site_of(&root)?;
    terminal.report(&made.diagnostics)?;
    if terminal.failed() {
        return Ok(());
    }
    let published = publish::publish(&made.value, &dir)?;
    let index = dir.join("index.html");
    let index = index.canonicalize().unwrap_or(index);
    terminal.say(&format!("{} files, {} changed: open {}", published.files, published.changed, index.display()))?;
    Ok(())
}

/// Does everything that `build` does, except writing the site.
pub(super) fn check(terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.common.root.clone();
    let made = site_of(&root)?;
    terminal.report(&made.diagnostics)?;
    let failed: Vec<Diagnostic> = made.value.check().err().map(Error::diagnostics).unwrap_or_default();
    terminal.report(&failed)?;
    let count = |severity| made.diagnostics.iter().chain(&failed).filter(|found| found.severity == severity).count();
    terminal.say(&format!("{} files: {} errors, {} warnings", made.value.len(), count(Severity::Error), count(Severity::Warning)))?;
    Ok(())
}

/// Everything between `content/` and the pages.
pub(super) fn site_of(root: &Path) -> Result<Warned<Output>, Error> {
    let content = load::load(root, &Wing)?;
    let options = Options { updated: source_date(), theme: Some(root.to_owned()) };
    content.try_and_then(|content| site::output_of(content, &options))
}

/// The day that `SOURCE_DATE_EPOCH` names, for feeds of content that has no dates of its own.
fn source_date() -> Option<chrono::NaiveDate> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    chrono::DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}
