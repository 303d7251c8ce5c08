//! `template`: a file of the default theme, for whoever has the program alone.

use super::args::Template;
use super::terminal::{Failure, Terminal};
use crate::site::render::Templates;

/// Prints a template, or the names of all.
pub(super) fn template(words: &Template, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let Some(name) = &words.name else {
        for name in Templates::names() {
            writeln!(terminal.out, "{name}")?;
        }
        return Ok(());
    };
    match Templates::source(name) {
        Some(text) => terminal.out.write_all(text.as_bytes())?,
        None => {
            let near = Templates::nearest(name).map(|near| format!("; `{near}` was meant?"));
            let near = near.unwrap_or_else(|| "; `sijill template` lists them".to_owned());
            return Err(Failure::Usage(format!("the theme has no template `{name}`{near}")));
        }
    }
    Ok(())
}
