//! The threads that make pages.
//!
//! A hundred pages that are asked for at once are made a few at a time, and by threads that stay: what one page has given back the
//! allocator gives to the next. They are no workers of `rayon`: one that waits for the shards of the search index would take up the
//! next request meanwhile, and that would wait for the same shards.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};

type Job = Box<dyn FnOnce() + Send>;

/// So many threads, to which pages are given to make.
#[derive(Debug)]
pub(super) struct Makers {
    jobs: Sender<Job>,
}

impl Makers {
    /// So many; they end when this is dropped.
    pub(super) fn new(count: usize) -> io::Result<Self> {
        let (jobs, given) = mpsc::channel();
        let given = Arc::new(Mutex::new(given));
        for number in 0..count {
            let given = Arc::clone(&given);
            let name = format!("page-{number}");
            std::thread::Builder::new().name(name).spawn(move || work(&given))?;
        }
        Ok(Self { jobs })
    }

    /// Has something made; nothing where making it ended in a panic.
    pub(super) fn make<T: Send + 'static>(
        &self,
        make: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let (give, made) = mpsc::sync_channel(1);
        // Whoever waited has gone where nobody takes it.
        let job = move || drop(give.send(make()));
        self.jobs.send(Box::new(job)).ok()?;
        made.recv().ok()
    }
}

/// Takes one job after the other.
fn work(given: &Mutex<Receiver<Job>>) {
    loop {
        let next = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        // A page that panics ends its own answer, and not who made it.
        drop(catch_unwind(AssertUnwindSafe(job)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_are_made_than_there_are_makers_and_a_panic_ends_only_its_own() {
        let makers = Arc::new(Makers::new(2).unwrap());
        assert_eq!(makers.make(|| -> usize { panic!("a page that fails") }), None);
        let asked: Vec<_> = (0..20_usize)
            .map(|number| {
                let makers = Arc::clone(&makers);
                std::thread::spawn(move || makers.make(move || number))
            })
            .collect();
        let made: Vec<Option<usize>> =
            asked.into_iter().map(|asked| asked.join().unwrap()).collect();
        assert_eq!(made, (0..20).map(Some).collect::<Vec<_>>());
    }

    /// What is made once, by all cores, for whoever asks first: nobody who asks meanwhile waits for himself.
    #[test]
    fn what_all_wait_for_is_made_once() {
        use rayon::prelude::*;
        use std::sync::OnceLock;
        static SUM: OnceLock<u64> = OnceLock::new();
        let makers = Arc::new(Makers::new(4).unwrap());
        let asked: Vec<_> = (0..16)
            .map(|_| {
                let makers = Arc::clone(&makers);
                std::thread::spawn(move || {
                    makers.make(|| {
                        *SUM.get_or_init(|| (0..200_000_u64).into_par_iter().map(|n| n % 7).sum())
                    })
                })
            })
            .collect();
        let made: Vec<Option<u64>> = asked.into_iter().map(|asked| asked.join().unwrap()).collect();
        let first = made[0];
        assert!(first.is_some() && made.iter().all(|made| *made == first), "{made:?}");
    }
}
