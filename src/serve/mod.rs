//! Preview on this machine: the site is answered from memory, rendered page by page as it is asked for.
//!
//! 1. [`Preview`] holds the last good site, or the failure of the last build ([`answer`]);
//! 2. [`request`] reads what a client of this machine asks for, within bounds; [`connections`] keeps them few;
//! 3. [`watch`] calls for a rebuild when a file under the root changes;
//! 4. [`reload`] tells the open pages that there is something new.
//!
//! A connection has a thread, one request and one answer: a client that does not read holds up itself, and no other.
//!
//! Nothing in the builder knows that it is being served: the script that reloads
//! a page is put into the page here.

mod answer;
mod connections;
mod reload;
mod request;
mod turns;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::Duration;

use crate::diagnostics::{Error, guarded};
use crate::site::output::Output;
use answer::answer;
use connections::Connections;
use turns::Turns;

/// How many ports are tried after the first.
const PORTS: u16 = 20;

/// How many pages are made at a time.
const MAKERS: usize = 4;

/// How long nobody is let in after the system refused a connection.
const BREATH: Duration = Duration::from_millis(10);

/// What is being served: the last build, good or bad.
pub(crate) enum Preview {
    /// The site.
    Site(Output),
    /// Why there is none, in words.
    Failed(String),
}

/// A server that is bound to loopback and not yet answering.
pub struct Serving {
    listener: TcpListener,
    /// Where the site can be opened.
    pub address: SocketAddr,
}

/// Binds the first free port from `first` on, on loopback only.
///
/// # Errors
///
/// None of the ports is free.
pub fn bind(first: u16) -> Result<Serving, Error> {
    let mut last = None;
    for port in first..=first.saturating_add(PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                let address =
                    listener.local_addr().unwrap_or_else(|_| (Ipv4Addr::LOCALHOST, port).into());
                return Ok(Serving { listener, address });
            }
            Err(error) => last = Some(error),
        }
    }
    let source = last.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into());
    Err(Error::file(Path::new(&format!("127.0.0.1:{first}")), "no free port from here on", source))
}

impl Serving {
    /// Builds, answers, and builds again whenever something under `root` changes; ends only with the program.
    ///
    /// `ignored` are folders that the build itself writes. `rebuilt` hears of every build.
    ///
    /// # Errors
    ///
    /// The folder cannot be watched.
    pub fn run(
        self,
        root: &Path,
        ignored: &[PathBuf],
        mut build: impl FnMut() -> Result<Output, Error> + Send + 'static,
        rebuilt: impl Fn(Result<(), &str>) + Send + 'static,
    ) -> Result<(), Error> {
        // A fault of the program in one build must not end the preview.
        let mut attempt =
            move || match guarded(&mut build).unwrap_or_else(|fault| Err(fault.into())) {
                Ok(output) => {
                    rebuilt(Ok(()));
                    Preview::Site(output)
                }
                Err(error) => {
                    let words = error.to_string();
                    rebuilt(Err(&words));
                    Preview::Failed(words)
                }
            };
        let preview = Arc::new(RwLock::new(attempt()));
        let connections = Arc::new(Connections::default());
        let (shown, told) = (Arc::clone(&preview), Arc::clone(&connections));
        let _watching = watch::watch(root, ignored, move || {
            let next = attempt();
            // A panic while rendering must not end the preview.
            *shown.write().unwrap_or_else(std::sync::PoisonError::into_inner) = next;
            told.tell(reload::RELOAD);
        })?;
        accept(&self.listener, &preview, &connections);
        Ok(())
    }
}

/// Lets everybody in, for ever.
fn accept(listener: &TcpListener, preview: &Arc<RwLock<Preview>>, connections: &Arc<Connections>) {
    let turns = Arc::new(Turns::new(MAKERS));
    loop {
        let Ok((stream, _)) = listener.accept() else {
            // No descriptor is left, mostly: whoever waits longest gives one back.
            connections.make_room();
            std::thread::sleep(BREATH);
            continue;
        };
        let connection = connections.enter(stream);
        let (preview, turns) = (Arc::clone(preview), Arc::clone(&turns));
        // Whoever hangs up is let go; where there is no thread left, that is the client that came last.
        drop(std::thread::Builder::new().spawn(move || answer(&connection, &preview, &turns)));
    }
}
