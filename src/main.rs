//! The program: everything is in the library.

use std::io::Write as _;

use sijill::cli::{self, Manner};

/// A site of ten thousand articles asks for memory some hundred million times, in pieces of a word or a line; the allocator of the
/// system takes longer for each the more there are.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    // Not locked: what counts while somebody waits writes there too.
    let mut err = std::io::stderr();
    let code = cli::run_as(std::env::args_os(), &mut out, &mut err, Manner::of_process());
    // A pipe that was closed at the other end is no failure of ours.
    drop(out.flush());
    std::process::ExitCode::from(code)
}
