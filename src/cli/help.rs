//! `completions` and `man`: what a shell and a reader of manuals know of the commands.

use clap::CommandFactory as _;

use super::args::{Arguments, Completions};
use super::terminal::{Failure, Terminal};

/// Prints the completions for a shell.
pub(super) fn completions(words: &Completions, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let mut made = Vec::new();
    clap_complete::generate(words.shell, &mut Arguments::command(), "sijill", &mut made);
    terminal.out.write_all(&made)?;
    Ok(())
}

/// Prints the manual page: the program, and behind it every command with its options.
pub(super) fn manual(terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let mut command = Arguments::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut terminal.out)?;
    for part in command.get_subcommands().filter(|part| part.get_name() != "help") {
        let name = part.get_name().to_uppercase();
        writeln!(terminal.out, ".SH \"SIJILL {name}\"")?;
        let man = clap_mangen::Man::new(part.clone());
        man.render_description_section(&mut terminal.out)?;
        man.render_synopsis_section(&mut terminal.out)?;
        man.render_options_section(&mut terminal.out)?;
    }
    Ok(())
}
