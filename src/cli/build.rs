//! `build` and `check`: content/ in, the site or a report out.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{Build, Check};
use super::unchanged::{self, LastBuild};
use super::{Failure, Report, Terminal, Wing, cuts, future, inside};
use crate::diagnostics::{Diagnostic, Error, Severity, Warned};
use crate::site::load::{self, Content};
use crate::site::output::Output;
use crate::site::publish::{self, Published, Target};
use crate::site::{self, Options};

/// Builds the site into a folder.
pub(super) fn build(words: &Build, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.common.root.clone();
    let target = Target::of(&words.out.clone().unwrap_or_else(|| root.join("public")))?;
    inside::is_no_source(&root, target.dir())?;
    inside::check(&root)?;
    let dir = target.dir().to_owned();
    // What cannot be read now is told by the build itself.
    let input = unchanged::input_digest(&root, &dir, &format!("{:?}", source_date())).ok();
    let today = future::today();
    if let Some(last) = input.and_then(|input| LastBuild::still_good(&root, &dir, input, today)) {
        terminal.print(&last.report)?;
        return if terminal.failed() {
            Ok(())
        } else {
            done(&Published { files: last.files, ..Published::default() }, &dir, terminal)
        };
    }
    let content = load::load(&root, &Wing)?;
    let future = future::of(&content.value.documents, today);
    let mut made = output_of(content, &root)?;
    made.diagnostics.extend(future.found);
    let report = Report::of(&made.diagnostics);
    terminal.print(&report)?;
    if terminal.failed() {
        return Ok(());
    }
    // A link may have come in while the files were read.
    inside::check(&root)?;
    let held = target.lock(publish::PATIENCE, |owner| {
        // Whoever does not hear it only waits in silence.
        drop(writeln!(
            terminal.err,
            "waiting for another build, {owner}, which writes into {}",
            dir.display()
        ));
    })?;
    let published = held.publish(&made.value)?;
    if let Some(input) = input {
        // Before the lock is given up, so that what is kept speaks of the folder that was made here.
        LastBuild::keep(&root, &dir, input, published.files, report, future.until);
    }
    drop(held);
    let left = |path: &PathBuf| {
        let found = Diagnostic::warning(
            "leftover",
            "the folder of an earlier build could not be removed; it may be somebody else's",
        );
        found.help("remove it by hand").in_file(path.display().to_string())
    };
    terminal.report(&published.leftovers.iter().map(left).collect::<Vec<_>>())?;
    done(&published, &dir, terminal)
}

fn done(published: &Published, dir: &Path, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let index = dir.join("index.html");
    let index = index.canonicalize().unwrap_or(index);
    terminal.say(&format!(
        "{} files, {} changed; open {}",
        published.files,
        published.changed,
        index.display()
    ))?;
    Ok(())
}

/// Does everything that `build` does, except writing the site.
pub(super) fn check(words: &Check, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.common.root.clone();
    inside::check(&root)?;
    let content = load::load(&root, &Wing)?;
    let cuts = cuts::of(&content.value.documents);
    let future = future::of(&content.value.documents, future::today());
    let Warned { value: output, mut diagnostics } = output_of(content, &root)?;
    let paths: Vec<&str> = output.paths().collect();
    let failed: Vec<Error> = paths.par_iter().filter_map(|path| output.get(path)?.err()).collect();
    diagnostics.extend(future.found);
    diagnostics.extend(failed.into_iter().flat_map(Error::diagnostics));
    diagnostics.dedup();
    terminal.report(&diagnostics)?;
    cuts::print(&cuts, words.cuts, terminal)?;
    let count = |severity| {
        diagnostics.iter().filter(|found: &&Diagnostic| found.severity == severity).count()
    };
    terminal.say(&format!(
        "{} files: {} errors, {} warnings",
        output.len(),
        count(Severity::Error),
        count(Severity::Warning)
    ))?;
    Ok(())
}

/// Everything between `content/` and the pages.
#[cfg(feature = "serve")]
pub(super) fn site_of(root: &Path) -> Result<Warned<Output>, Error> {
    site_again(root, &mut load::Memory::default())
}

/// The same after an earlier build, which reads again only what has changed.
#[cfg(feature = "serve")]
pub(super) fn site_again(root: &Path, memory: &mut load::Memory) -> Result<Warned<Output>, Error> {
    output_of(load::load_again(root, &Wing, memory)?, root)
}

pub(super) fn output_of(content: Warned<Content>, root: &Path) -> Result<Warned<Output>, Error> {
    let options = Options { updated: source_date(), theme: Some(root.to_owned()) };
    let mut made = site::output_of(content.value, &options)?;
    let mut diagnostics = content.diagnostics;
    diagnostics.append(&mut made.diagnostics);
    Ok(Warned { value: made.value, diagnostics })
}

/// The day that `SOURCE_DATE_EPOCH` names, for feeds of content that has no dates of its own.
fn source_date() -> Option<chrono::NaiveDate> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    chrono::DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}
