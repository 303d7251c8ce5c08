//! One request → one answer.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;

use super::connections::{Connection, Stage};
use super::reply::{Answer, HTML, PLAIN, SCRIPT, media_type};
use super::request::{self, Refusal, Request};
use super::shared::{Preview, Shared};
use super::{failure, reload};
use crate::serve::reply::STYLE;
use crate::site::output::Output;

/// How long a client may take for the whole of an answer.
const MAX_TIME: Duration = Duration::from_secs(60);

/// How long it may take for one piece of it.
const MAX_PIECE_TIME: Duration = Duration::from_secs(10);

/// How many bytes are handed over at a time.
const PIECE: usize = 64 * 1024;

/// How long what a refused client still sends is read, so that it gets to read the answer.
const MAX_LINGER: Duration = Duration::from_millis(500);

/// Answers the one request of a connection; whoever hangs up before the end is let go.
pub(super) fn answer(connection: &Connection, shared: &Arc<Shared>) -> io::Result<()> {
    let stream = &*connection.stream;
    let request = match request::read(stream, shared.door) {
        Ok(request) => request,
        Err(Refusal::Gone) => return Ok(()),
        Err(Refusal::Status(status)) => return refuse(stream, status),
    };
    if request.path == reload::EVENTS && !request.head_only {
        return reload::listen(connection);
    }
    connection.turn(Stage::Answered);
    let (head_only, site) = (request.head_only, Arc::clone(shared));
    match shared.makers.make(move || made(&request, &site)) {
        Some((status, kind, bytes)) => send(stream, status, kind, &bytes, head_only),
        None => Ok(()),
    }
}

/// What a request gets: status, media type and bytes.
fn made(request: &Request, shared: &Shared) -> Answer {
    if request.path == reload::SCRIPT {
        return (200, SCRIPT, reload::SOURCE.as_bytes().to_vec());
    }
    if request.path == failure::STYLE {
        return (200, STYLE, failure::STYLE_SOURCE.as_bytes().to_vec());
    }
    let preview = shared.preview.read().unwrap_or_else(PoisonError::into_inner);
    match &shared.panel {
        Some(panel) => {
            let site = match &*preview {
                Preview::Site(_, site) => Some(site),
                Preview::Failed(_) => None,
            };
            if let Some(answer) = panel.answer(request, site.map(AsRef::as_ref)) {
                return answer;
            }
        }
        None if request.sent.is_some() => return (405, PLAIN, b"405".to_vec()),
        None => {}
    }
    let (status, kind, bytes) = match &*preview {
        Preview::Site(output, _) => page(output, &request.path),
        Preview::Failed(findings) => (500, HTML, failure::page(findings)),
    };
    if kind != HTML {
        return (status, kind, bytes);
    }
    let page = reload::with_script(bytes);
    (status, kind, shared.panel.iter().fold(page, |page, panel| panel.beside(page)))
}

/// Says no, and reads what the client is still sending, since a connection that is closed over unread bytes takes the
/// answer with it.
fn refuse(mut stream: &TcpStream, status: u16) -> io::Result<()> {
    send(stream, status, "text/plain; charset=utf-8", status.to_string().as_bytes(), false)?;
    stream.shutdown(Shutdown::Write)?;
    let until = Instant::now() + MAX_LINGER;
    let mut buffer = [0; 4096];
    while let Some(left) =
        until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())
    {
        stream.set_read_timeout(Some(left))?;
        if stream.read(&mut buffer)? == 0 {
            break;
        }
    }
    Ok(())
}

/// The page of a path; the site's own 404 page where there is none.
fn page(output: &Output, url: &str) -> Answer {
    let path = percent_decode_str(url.trim_start_matches('/')).decode_utf8_lossy();
    let index = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.into_owned()
    };
    for candidate in [index.clone(), format!("{index}/index.html")] {
        match output.get(&candidate) {
            Some(Ok(bytes)) => {
                let kind = media_type(&candidate);
                return (200, kind, bytes);
            }
            Some(Err(error)) => return (500, HTML, failure::page(&error.diagnostics())),
            None => {}
        }
    }
    match output.get("404.html") {
        Some(Ok(bytes)) => (404, HTML, at_the_root(bytes)),
        _ => (404, PLAIN, b"404".to_vec()),
    }
}

/// The 404 page as it has to be here: its links start at the path of the base URL, and the preview stands at the root.
fn at_the_root(bytes: Vec<u8>) -> Vec<u8> {
    let html = String::from_utf8_lossy(&bytes);
    let base =
        html.split_once("static/site.css\"").and_then(|(before, _)| before.rsplit('"').next());
    match base.filter(|base| base.len() > 1) {
        Some(base) => html.replace(&format!("\"{base}"), "\"/").into_bytes(),
        None => bytes,
    }
}

fn send(
    mut stream: &TcpStream,
    status: u16,
    kind: &str,
    bytes: &[u8],
    head_only: bool,
) -> io::Result<()> {
    let reason = match status {
        200 => "OK",
        404 => "Not Found",
        409 => "Conflict",
        500 => "Internal Server Error",
        _ => "Refused",
    };
    let allow = if status == 405 { "Allow: GET, HEAD\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{allow}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    let until = Instant::now() + MAX_TIME;
    stream.set_write_timeout(Some(MAX_PIECE_TIME))?;
    stream.write_all(head.as_bytes())?;
    for piece in bytes.chunks(PIECE).filter(|_| !head_only) {
        if Instant::now() > until {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.write_all(piece)?;
    }
    Ok(())
}
