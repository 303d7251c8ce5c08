//! One request → one answer.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;

use super::Preview;
use super::connections::{Connection, Stage};
use super::reload;
use super::request::{self, Refusal, Request};
use super::turns::Turns;
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
pub(super) fn answer(
    connection: &Connection,
    preview: &RwLock<Preview>,
    turns: &Turns,
) -> io::Result<()> {
    let stream = &*connection.stream;
    let request = match request::read(stream) {
        Ok(request) => request,
        Err(Refusal::Gone) => return Ok(()),
        Err(Refusal::Status(status)) => return refuse(stream, status),
    };
    if request.path == reload::EVENTS && !request.head_only {
        return reload::listen(connection);
    }
    connection.turn(Stage::Answered);
    let (status, kind, bytes) = {
        // A hundred pages that are asked for at once are made a few at a time.
        let _turn = turns.take();
        made(&request, preview)
    };
    send(stream, status, kind, &bytes, request.head_only)
}

/// What a request gets: status, media type and bytes.
fn made(request: &Request, preview: &RwLock<Preview>) -> (u16, &'static str, Vec<u8>) {
    if request.path == reload::SCRIPT {
        return (200, "text/javascript; charset=utf-8", reload::SOURCE.as_bytes().to_vec());
    }
    match &*preview.read().unwrap_or_else(PoisonError::into_inner) {
        Preview::Site(output) => page(output, &request.path),
        Preview::Failed(words) => (500, HTML, failure(words)),
    }
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

const HTML: &str = "text/html; charset=utf-8";

/// The page of a path; the site's own 404 page where there is none.
fn page(output: &Output, url: &str) -> (u16, &'static str, Vec<u8>) {
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
                return (200, kind, if kind == HTML { reload::with_script(bytes) } else { bytes });
            }
            Some(Err(error)) => return (500, HTML, failure(&error.to_string())),
            None => {}
        }
    }
    match output.get("404.html") {
        Some(Ok(bytes)) => (404, HTML, reload::with_script(at_the_root(bytes))),
        _ => (404, HTML, failure("404")),
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

/// A build's failure as a page that reloads itself when the next build is good.
fn failure(words: &str) -> Vec<u8> {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    let page = format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>تعذّر البناء</title></head>\
         <body><h1>تعذّر البناء</h1><pre dir=\"ltr\">{words}</pre></body></html>"
    );
    reload::with_script(page.into_bytes())
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

/// The media type of a file by its ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" | "txt" | "bib" | "ris" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
