//! What is told while somebody waits: how much is done, how fast, and how long it will take.
//!
//! Only a terminal is told, only from two seconds on, on one line that is gone at the end.

use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::terminal::Manner;
use super::wing::Wing;
use crate::site::load;
use crate::site::output::Output;

/// How long nothing is told.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(250);

/// Reads a dossier, counting its articles.
pub(super) fn reading<T>(root: &Path, manner: Manner, work: impl FnOnce(&Wing) -> T) -> T {
    let wing = Wing::default();
    let total = if manner.progress { load::count(root) } else { 0 };
    during(manner, "articles read", total, &|| wing.count(), || work(&wing))
}

/// Makes the pages of a site, counting them.
pub(super) fn writing<T>(output: &Output, manner: Manner, work: impl FnOnce() -> T) -> T {
    // To count them all what is made together has to be made.
    let total = if manner.progress { output.len() } else { 0 };
    during(manner, "files made", total, &|| output.asked(), work)
}

/// Does some work and tells how far it is.
fn during<T>(
    manner: Manner,
    what: &str,
    total: usize,
    done: &(dyn Fn() -> usize + Sync),
    work: impl FnOnce() -> T,
) -> T {
    if !manner.progress {
        return work();
    }
    let (ends, ended) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let begun = Instant::now();
            let mut is_shown = false;
            while ended.recv_timeout(PACE) == Err(RecvTimeoutError::Timeout) {
                if begun.elapsed() >= PATIENCE {
                    is_shown = true;
                    show(&line(what, done(), total, begun.elapsed()));
                }
            }
            if is_shown {
                show("");
            }
        });
        // Given up at the end of the work, also where it panics.
        let _ends = ends;
        work()
    })
}

/// Writes one line over the last one.
fn show(line: &str) {
    // Whoever does not see it only waits.
    drop(write!(std::io::stderr(), "\r\u{1b}[K{line}"));
}

/// «1234 of 10000 articles read, 410 a second, 21 s left»
fn line(what: &str, done: usize, total: usize, since: Duration) -> String {
    let rate = done as f64 / since.as_secs_f64().max(0.001);
    let left = match total.saturating_sub(done) {
        0 => String::new(),
        left if rate > 0.0 => format!(", {:.0} s left", (left as f64 / rate).ceil()),
        _ => String::new(),
    };
    format!("{done} of {total} {what}, {rate:.0} a second{left}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_much_how_fast_and_how_long() {
        let told = line("articles read", 400, 1000, Duration::from_secs(4));
        assert_eq!(told, "400 of 1000 articles read, 100 a second, 6 s left");
        let told = line("articles read", 0, 10, Duration::from_secs(3));
        assert_eq!(told, "0 of 10 articles read, 0 a second");
    }
}
