//! Live reload by server-sent events.

use std::io::{self, Read as _, Write as _};
use std::time::Duration;

use super::connections::{Connection, Stage};

/// Where a page listens.
pub(super) const EVENTS: &str = "/.sijill/events";
/// Where its script is; an external one, since pages allow no other.
pub(super) const SCRIPT: &str = "/.sijill/reload.js";
/// The script.
pub(super) const SOURCE: &str =
    "new EventSource('/.sijill/events').addEventListener('reload', () => location.reload());\n";
/// What tells a page to load itself again.
pub(super) const RELOAD: &[u8] = b"event: reload\ndata: \n\n";

/// How often a silent listener is given a comment, which a dead one does not take.
const PULSE: Duration = Duration::from_secs(5);

/// How long a listener may take to accept the few bytes of an event.
const MAX_WRITE: Duration = Duration::from_millis(200);

/// Puts the script into a page, at the end of its head.
pub(super) fn with_script(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page) else { return Vec::new() };
    let tag = format!("<script src=\"{SCRIPT}\" defer></script>");
    match text.find("</head>") {
        Some(at) => [&text[..at], &tag, &text[at..]].concat().into_bytes(),
        None => (text + &tag).into_bytes(),
    }
}

/// Keeps a page that listens until it is closed, which is noticed at once.
pub(super) fn listen(connection: &Connection) -> io::Result<()> {
    let mut stream = &*connection.stream;
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
        Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n";
    stream.set_write_timeout(Some(MAX_WRITE))?;
    stream.set_read_timeout(Some(PULSE))?;
    stream.write_all(head)?;
    connection.turn(Stage::Listening);
    let mut buffer = [0; 256];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return Ok(()),
            // A listener has nothing more to say; what it says is not kept.
            Ok(_) => {}
            Err(error)
                if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
            {
                stream.write_all(b":\n\n")?
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
