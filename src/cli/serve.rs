//! `serve`: a preview that follows the files.

use super::args::Serve;
use super::{Failure, Terminal, build, inside};
use crate::serve;
use crate::site::load::Memory;

/// Serves the site until the program is stopped.
pub(super) fn serve(words: &Serve, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    // A root without content is told at the terminal; a broken article is shown as a page.
    if !root.join("content").is_dir() {
        build::site_of(&root)?;
    }
    let serving = serve::bind(words.port)?;
    terminal.say(&format!(
        "http://{}/ shows {}; stop with Ctrl+C",
        serving.address,
        root.display()
    ))?;
    terminal.out.flush()?;
    let ignored = [root.join("public")];
    let content = root.clone();
    let mut memory = Memory::default();
    let build = move || {
        inside::check(&content)?;
        build::site_again(&content, &mut memory).map(|made| made.value)
    };
    serving.run(&root, &ignored, build, |_| {})?;
    Ok(())
}
