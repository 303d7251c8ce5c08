//! An answer, and what kind of bytes it has.

/// Status, media type and bytes.
pub(super) type Answer = (u16, &'static str, Vec<u8>);

pub(super) const HTML: &str = "text/html; charset=utf-8";

pub(super) const PLAIN: &str = "text/plain; charset=utf-8";

pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";

pub(super) const STYLE: &str = "text/css; charset=utf-8";

pub(super) const JSON: &str = "application/json; charset=utf-8";

/// The media type of a file by its ending.
pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => HTML,
        "css" => STYLE,
        "js" => SCRIPT,
        "json" => JSON,
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" | "txt" | "bib" | "ris" => PLAIN,
        _ => "application/octet-stream",
    }
}
