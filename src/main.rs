//! The program: everything is in the library.

use std::io::Write as _;

fn main() -> std::process::ExitCode {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut err = std::io::stderr().lock();
    let code = sijill::cli::run(std::env::args_os(), &mut out, &mut err);
    // A pipe that was closed at the other end is no failure of ours.
    drop(out.flush());
    std::process::ExitCode::from(code)
}
