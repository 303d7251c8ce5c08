//! The open connections: who waits longest without a word makes room for the next.
//!
//! A page that is closed, a client that never asks and one that never reads all cost a thread and a descriptor. When
//! there are too many of them, or the system gives no more, the oldest that is not being answered is closed.

use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The most connections at a time.
const MOST: usize = 400;

/// How long a connection may take to ask before it is one of those that never do.
const GRACE: Duration = Duration::from_secs(1);

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It has not asked yet.
    Asking,
    /// It listens for changes; a browser joins again by itself.
    Listening,
    /// It is given a page.
    Answered,
}

/// All of them, oldest first.
#[derive(Debug, Default)]
pub(super) struct Connections {
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    streams: BTreeMap<u64, Entry>,
}

#[derive(Debug)]
struct Entry {
    stage: Stage,
    since: Instant,
    stream: Arc<TcpStream>,
}

impl Entry {
    /// Who makes room before whom: those that never ask, then listeners, and whoever is being answered last.
    fn rank(&self) -> u8 {
        match self.stage {
            Stage::Asking if self.since.elapsed() > GRACE => 0,
            Stage::Listening => 1,
            Stage::Asking => 2,
            Stage::Answered => 3,
        }
    }
}

impl Connections {
    /// Takes one in, for as long as what comes back is kept.
    pub(super) fn enter(self: &Arc<Self>, stream: TcpStream) -> Connection {
        if self.count() >= MOST {
            self.make_room();
        }
        let stream = Arc::new(stream);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let number = open.next;
        open.next += 1;
        open.streams.insert(
            number,
            Entry { stage: Stage::Asking, since: Instant::now(), stream: Arc::clone(&stream) },
        );
        Connection { number, stream, all: Arc::clone(self) }
    }

    /// Closes the oldest that is not being answered, or the oldest of all.
    pub(super) fn make_room(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = open
            .streams
            .iter()
            .min_by_key(|(number, entry)| (entry.rank(), **number))
            .map(|(number, _)| *number);
        if let Some(entry) = oldest.and_then(|number| open.streams.remove(&number)) {
            // Its thread wakes up, finds nobody there and ends.
            drop(entry.stream.shutdown(Shutdown::Both));
        }
    }

    /// Gives every listener these bytes; one that does not take them at once is closed.
    pub(super) fn tell(&self, bytes: &[u8]) {
        use std::io::Write as _;
        let listening: Vec<Arc<TcpStream>> = {
            let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
            open.streams
                .values()
                .filter(|entry| entry.stage == Stage::Listening)
                .map(|entry| Arc::clone(&entry.stream))
                .collect()
        };
        for stream in listening {
            if (&*stream).write_all(bytes).is_err() {
                drop(stream.shutdown(Shutdown::Both));
            }
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).streams.len()
    }
}

/// One of them; it leaves, and its descriptor is given back, when this is dropped.
#[derive(Debug)]
pub(super) struct Connection {
    number: u64,
    pub(super) stream: Arc<TcpStream>,
    all: Arc<Connections>,
}

impl Connection {
    /// Says what it is doing from now on.
    pub(super) fn turn(&self, stage: Stage) {
        let mut open = self.all.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = open.streams.get_mut(&self.number) {
            entry.stage = stage;
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.all.open.lock().unwrap_or_else(PoisonError::into_inner).streams.remove(&self.number);
    }
}
