//! Live reload by server-sent events.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use tiny_http::Request;

/// Where a page listens.
pub(super) const EVENTS: &str = "/.sijill/events";
/// Where its script is; an external one, since pages allow no other.
pub(super) const SCRIPT: &str = "/.sijill/reload.js";
/// The script.
pub(super) const SOURCE: &str = "new EventSource('/.sijill/events').addEventListener('reload', () => location.reload());\n";

/// Puts the script into a page, at the end of its head.
pub(super) fn with_script(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page) else { return Vec::new() };
    let tag = format!("<script src=\"{SCRIPT}\" defer></script>");
    match text.find("</head>") {
        Some(at) => [&text[..at], &tag, &text[at..]].concat().into_bytes(),
        None => (text + &tag).into_bytes(),
    }
}

/// The pages that listen.
#[derive(Default)]
pub(super) struct Clients {
    open: Mutex<Vec<Box<dyn Write + Send>>>,
}

impl Clients {
    /// Lets a page listen.
    pub(super) fn join(&self, request: Request) {
        let mut to = request.into_writer();
        // Chunked coding, which the server would choose, holds events back in browsers.
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        if to.write_all(head).and_then(|()| to.flush()).is_ok() {
            self.open.lock().unwrap_or_else(PoisonError::into_inner).push(to);
        }
    }

    /// Tells every page that listens, and forgets those that are gone.
    pub(super) fn reload(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain_mut(|to| to.write_all(b"event: reload\ndata: \n\n").and_then(|()| to.flush()).is_ok());
    }
}
