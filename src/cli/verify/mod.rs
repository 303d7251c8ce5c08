//! `verify`: proves that a built site is what `content/` gives, and nothing else.
//!
//! 1. [`articles`]: what was kept and what was cut of each raw text are the whole of it, and its file is the one whose
//!    hash is told;
//! 2. [`files`]: every file of the folder is one of the site's, byte for byte, and none is missing;
//! 3. [`pages`]: the published Markdown says what the page says;
//! 4. [`links`]: every link between the pages leads to a file, and to a fragment that is there.
//!
//! The first difference ends it.

mod articles;
mod difference;
mod files;
mod links;
mod pages;

use super::args::Verify;
use super::terminal::{Failure, Terminal};
use super::wing::Wing;
use super::{build, inside};
use crate::diagnostics::{Diagnostic, Error};
use crate::site::load;

/// Runs the command.
pub(super) fn verify(words: &Verify, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    let dir = inside::target(&root, words.out.as_deref())?.dir().to_owned();
    inside::check(&root)?;
    if !dir.is_dir() {
        let found = Diagnostic::error("no-site", "there is no built site")
            .help("build it with `sijill build`, or name its folder with --out");
        return Err(Error::from(found.in_file(load::shown(&dir))).into());
    }
    let content = load::load(&root, &Wing::default())?;
    let documents = content.value.documents.clone();
    let config = content.value.config.clone();
    let output = build::output_of(content, &root)?.value;
    let counted = || -> Result<_, Diagnostic> {
        let articles = articles::check(&documents, &config)?;
        let files = files::check(&output, &dir)?;
        pages::check(&documents, &output)?;
        Ok((articles, files, links::check(&output)?))
    };
    match counted() {
        Ok((articles, files, links)) => {
            terminal.say(&format!("whole articles: {articles}; files of the site: {files}; links that lead somewhere: {links}"))?;
            Ok(())
        }
        Err(found) => Err(Error::from(found).into()),
    }
}
