//! Preview on this machine: the site is answered from memory, rendered page by page as it is asked for.
//!
//! 1. [`Preview`] holds the last good site, or the failure of the last build ([`answer`]);
//! 2. [`watch`] calls for a rebuild when a file under the root changes;
//! 3. [`reload`] tells the open pages that there is something new.
//!
//! Nothing in the builder knows that it is being served: the script that reloads
//! a page is put into the page here.

mod answer;
mod reload;
mod watch;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use tiny_http::Server;

use crate::diagnostics::Error;
use crate::site::output::Output;
use answer::answer;
use reload::Clients;

/// How many ports are tried after the first.
const PORTS: u16 = 20;

/// What is being served: the last build, good or bad.
pub(crate) enum Preview {
    /// The site.
    Site(Output),
    /// Why there is none, in words.
    Failed(String),
}

/// A server that is bound to loopback and not yet answering.
pub struct Serving {
    server: Server,
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
        match Server::http((Ipv4Addr::LOCALHOST, port)) {
            Ok(server) => {
                let address = server.server_addr().to_ip().unwrap_or_else(|| (Ipv4Addr::LOCALHOST, port).into());
                return Ok(Serving { server, address });
            }
            Err(error) => last = Some(error),
        }
    }
    let source = std::io::Error::other(last.map_or_else(String::new, |error| error.to_string()));
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
        let mut attempt = move || match build() {
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
        let clients = Arc::new(Clients::default());
        let (shown, told) = (Arc::clone(&preview), Arc::clone(&clients));
        let _watching = watch::watch(root, ignored, move || {
            let next = attempt();
            // A panic while rendering must not end the preview.
            *shown.write().unwrap_or_else(std::sync::PoisonError::into_inner) = next;
            told.reload();
        })?;
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        answer(request, &preview, &clients);
                    }
                });
            }
        });
        Ok(())
    }
}
