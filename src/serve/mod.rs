//! Preview on this machine: the site is answered from memory, rendered page by page as it is asked for.
//!
//! 1. [`Preview`] holds the last good site, or the failure of the last build ([`answer`]);
//! 2. [`request`] reads what a client asks for, within bounds; [`connections`] keeps them few, [`makers`] make the pages;
//! 3. [`watch`] calls for a rebuild when a file under the root changes;
//! 4. [`reload`] tells the open pages that there is something new;
//! 5. [`panel`] takes what is decided in the review panel beside a page, which [`crate::review`] writes into the files.
//!
//! A connection has a thread, one request and one answer: a client that does not read holds up itself, and no other.
//!
//! Nothing in the builder knows that it is being served: the scripts of the preview are put into the page here.

mod answer;
mod connections;
mod failure;
mod makers;
mod panel;
mod reload;
mod reply;
mod request;
mod shared;
mod watch;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use crate::diagnostics::{Diagnostic, Error, guarded};
use crate::site::model::Site;
use crate::site::output::Output;
use answer::answer;
use connections::Connections;
use makers::Makers;
use panel::Panel;
pub use panel::Proposals;
pub use request::Door;
use shared::{Preview, Shared};

/// How many ports are tried after the first.
const PORTS: u16 = 20;

/// How many pages are made at a time.
const MAKERS: usize = 4;

/// How long nobody is let in after the system refused a connection.
const BREATH: Duration = Duration::from_millis(10);

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// The pages.
    pub output: Output,
    /// What they show.
    pub site: Arc<Site>,
    /// What its editor should know.
    pub findings: Vec<Diagnostic>,
}

/// What is told of a build.
#[derive(Debug)]
pub struct Rebuilt<'b> {
    /// The files that called for it; none at the start.
    pub changed: &'b [String],
    /// How many pages there are; nothing where it failed.
    pub pages: Option<usize>,
    /// What was found.
    pub findings: &'b [Diagnostic],
    /// How long it took.
    pub took: Duration,
}

/// A server that is bound and not yet answering.
#[derive(Debug)]
pub struct Serving {
    listener: TcpListener,
    /// Where the site can be opened.
    pub address: SocketAddr,
    /// Who may come in.
    pub door: Door,
}

/// Binds the first free port of an address from `first` on. At any address but loopback the review panel is off.
///
/// # Errors
///
/// None of the ports is free.
pub fn bind(address: IpAddr, first: u16) -> Result<Serving, Error> {
    let door = if address.is_loopback() { Door::ThisMachine } else { Door::Network };
    let mut last = None;
    for port in first..=first.saturating_add(PORTS) {
        match TcpListener::bind((address, port)) {
            Ok(listener) => {
                let address = listener.local_addr().unwrap_or_else(|_| (address, port).into());
                return Ok(Serving { listener, address, door });
            }
            Err(error) => last = Some(error),
        }
    }
    let source = last.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    let shown = SocketAddr::from((address, first)).to_string();
    Err(Error::file(Path::new(&shown), "no free port from here on", source))
}

impl Serving {
    /// Builds, answers, and builds again whenever something under `root` changes; ends only with the program.
    ///
    /// `ignored` are folders that the build itself writes. `proposals` are for the panel. `told` hears of every build.
    ///
    /// # Errors
    ///
    /// The folder cannot be watched.
    pub fn run(
        self,
        root: &Path,
        ignored: &[PathBuf],
        proposals: Proposals,
        build: &mut dyn FnMut() -> Result<Built, Error>,
        told: &mut dyn FnMut(Rebuilt<'_>),
    ) -> Result<(), Error> {
        let mut watch = watch::Watch::of(root, ignored)?;
        let panel = match self.door {
            Door::ThisMachine => Some(Panel::new(root, proposals)),
            Door::Network => None,
        };
        let fails = |source| Error::file(root, "starting the preview", source);
        let makers = Makers::new(MAKERS).map_err(fails)?;
        let shared = Arc::new(Shared {
            preview: RwLock::new(attempt(&[], build, told)),
            panel,
            door: self.door,
            makers,
        });
        let connections = Arc::new(Connections::default());
        let (inside, open) = (Arc::clone(&shared), Arc::clone(&connections));
        let listener = self.listener;
        let doorman = std::thread::Builder::new().spawn(move || accept(&listener, &inside, &open));
        doorman.map_err(fails)?;
        loop {
            let mut changed = watch.next()?;
            // A decision that is just being written changes two files; they make one build.
            if shared.panel.as_ref().is_some_and(Panel::was_writing) {
                changed.extend(watch.rest());
                changed.sort_unstable();
                changed.dedup();
            }
            let next = attempt(&changed, build, told);
            let before = {
                // A panic while rendering must not end the preview.
                let mut shown = shared.preview.write().unwrap_or_else(PoisonError::into_inner);
                std::mem::replace(&mut *shown, next)
            };
            connections.tell(reload::RELOAD);
            // Thousands of articles and pages are given back while the new ones are read already.
            drop(before);
        }
    }
}

/// One build, good or bad, and what is told of it.
fn attempt(
    changed: &[String],
    build: &mut dyn FnMut() -> Result<Built, Error>,
    told: &mut dyn FnMut(Rebuilt<'_>),
) -> Preview {
    let begun = Instant::now();
    // A fault of the program in one build must not end the preview.
    let built = guarded(build).unwrap_or_else(|fault| Err(fault.into()));
    let took = begun.elapsed();
    match built {
        Ok(Built { output, site, findings }) => {
            let pages = Some(output.page_count());
            told(Rebuilt { changed, pages, findings: &findings, took });
            Preview::Site(output, site)
        }
        Err(error) => {
            let findings = error.diagnostics();
            told(Rebuilt { changed, pages: None, findings: &findings, took });
            Preview::Failed(findings)
        }
    }
}

/// Lets everybody in, for ever.
fn accept(listener: &TcpListener, shared: &Arc<Shared>, connections: &Arc<Connections>) {
    loop {
        let Ok((stream, _)) = listener.accept() else {
            // No descriptor is left, mostly: whoever waits longest gives one back.
            connections.make_room();
            std::thread::sleep(BREATH);
            continue;
        };
        let connection = connections.enter(stream);
        let shared = Arc::clone(shared);
        // Whoever hangs up is let go; where there is no thread left, that is the client that came last.
        drop(std::thread::Builder::new().spawn(move || answer(&connection, &shared)));
    }
}
