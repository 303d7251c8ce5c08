//! The commands: what the program does when it is called.
//!
//! [`run`] reads the words of the command line, calls one file of this folder
//! and turns what comes back into an exit code: 0 done, 1 the content has
//! errors, 2 wrong usage. Only this room reads the clock and prints.

mod add;
mod annotate;
mod args;
mod build;
mod count;
mod cuts;
mod filter;
mod future;
mod gone;
mod help;
mod home;
mod index;
mod inside;
mod join;
mod new;
mod pictures;
mod progress;
mod rename;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod suggest;
mod template;
mod terminal;
mod unchanged;
mod verify;
mod wing;
mod wrong;

use std::ffi::OsString;
use std::io::Write;

use clap::Parser as _;

use crate::diagnostics::{self, Error, Language};
use args::{Arguments, Command};
pub use terminal::Manner;
use terminal::{Failure, Terminal};

/// Runs one command and returns the program's exit code, as for a reader that is no terminal.
///
/// Nothing but `out` and `err` is written to, so it can be called twice in one test.
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    run_as(words, out, err, Manner::default())
}

/// The same for a terminal that shows colors, or counts what is done while it waits.
pub fn run_as(
    words: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    manner: Manner,
) -> u8 {
    let words: Vec<OsString> = words.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let language = wrong::language(&words, manner.language);
            let arabic = (language == Language::Arabic).then(|| wrong::in_arabic(&error)).flatten();
            if let Some(lines) = arabic {
                drop(write!(err, "{lines}"));
                return 2;
            }
            let to: &mut dyn Write = if error.use_stderr() { err } else { out };
            let rendered = error.render();
            // Nobody listens any more where this fails.
            drop(match manner.colors {
                true => write!(to, "{}", rendered.ansi()),
                false => write!(to, "{rendered}"),
            });
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    let mut terminal = Terminal::new(&arguments, manner, out, err);
    let done = diagnostics::guarded(|| command(&arguments.command, &mut terminal));
    terminal.close(done.unwrap_or_else(|fault| Err(Error::from(fault).into())))
}

fn command(command: &Command, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    match command {
        Command::Build(words) => build::build(words, terminal),
        Command::Join(words) => join::join(words, terminal),
        #[cfg(feature = "serve")]
        Command::Serve(words) => serve::serve(words, terminal),
        Command::Check(words) => build::check(words, terminal),
        Command::Verify(words) => verify::verify(words, terminal),
        Command::Annotate(words) => annotate::annotate(words, terminal),
        Command::Suggest(words) => suggest::suggest(words, terminal),
        Command::Rename(words) => rename::rename(words, terminal),
        Command::Merge(words) => rename::merge(words, terminal),
        Command::Search(words) => search::search(words, terminal),
        Command::Index(words) => index::index(words, terminal),
        Command::Add(words) => add::add(words, terminal),
        Command::New(words) => new::new(words, terminal),
        Command::Init(words) => new::init(words, terminal),
        Command::Template(words) => template::template(words, terminal),
        Command::Completions(words) => help::completions(words, terminal),
        Command::Man => help::manual(terminal),
    }
}
