//! `join`: the parts of a site in, the site out.

use std::time::Instant;

use super::args::Join;
use super::count::Noun;
use super::terminal::{Failure, Terminal};
use super::{build, inside};
use crate::diagnostics::Language;
use crate::site::publish;

/// Puts parts together.
pub(super) fn join(words: &Join, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let begun = Instant::now();
    let root = terminal.root();
    let target = inside::target(&root, words.out.as_deref())?;
    inside::is_no_source(&root, target.dir())?;
    let output = publish::joined(&words.parts)?;
    let held = build::hold(target, terminal)?;
    let published = held.publish(&output)?;
    let pages = output.page_count();
    let (pages, dir) = (terminal.count(pages, Noun::Page), held.dir().display());
    let seconds = begun.elapsed().as_secs_f64();
    let line = match terminal.language {
        Language::English => {
            format!("{pages}, {} changed; {seconds:.1} s → {dir}", published.changed)
        }
        Language::Arabic => format!("{pages}، تغيّر {}؛ {seconds:.1} ث ← {dir}", published.changed),
    };
    terminal.close_with(&line)?;
    Ok(())
}
