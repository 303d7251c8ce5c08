//! One request → one answer.

use std::sync::{PoisonError, RwLock};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response};

use super::Preview;
use super::reload::{self, Clients};
use crate::site::output::Output;

/// Answers one request; whoever hangs up before the end is let go.
pub(super) fn answer(request: Request, preview: &RwLock<Preview>, clients: &Clients) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        drop(request.respond(Response::from_string("405").with_status_code(405)));
        return;
    }
    let url = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
    match url.as_str() {
        reload::EVENTS => return clients.join(request),
        reload::SCRIPT => return send(request, 200, "text/javascript; charset=utf-8", reload::SOURCE.as_bytes().to_vec()),
        _ => {}
    }
    let (status, kind, bytes) = match &*preview.read().unwrap_or_else(PoisonError::into_inner) {
        Preview::Site(output) => page(output, &url),
        Preview::Failed(words) => (500, HTML, failure(words)),
    };
    send(request, status, kind, bytes);
}

const HTML: &str = "text/html; charset=utf-8";

/// The page of a path; the site's own 404 page where there is none.
fn page(output: &Output, url: &str) -> (u16, &'static str, Vec<u8>) {
    let path = percent_decode_str(url.trim_start_matches('/')).decode_utf8_lossy();
    let index = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into_owned() };
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
    let base = html.split_once("static/site.css\"").and_then(|(before, _)| before.rsplit('"').next());
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

fn send(request: Request, status: u16, kind: &str, bytes: Vec<u8>) {
    let headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    drop(request.respond(response));
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
