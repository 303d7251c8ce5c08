//! One request, with bounds on its size, its time and on who asks.
//!
//! A preview has drafts in it. So only this machine may ask, and by a name that no other site can take for itself:
//! a page elsewhere that lets its own name point to 127.0.0.1 sends that name as `Host`.
//!
//! Only the review panel is sent anything: by a page of this very preview, as its `Origin` and its token show.

use std::io::{self, Read};
use std::net::{IpAddr, TcpStream};
use std::time::{Duration, Instant};

/// The most bytes of a head; browsers send under 2 KB.
const MAX_HEAD: usize = 16 * 1024;

/// The most header lines.
const MAX_HEADERS: usize = 64;

/// The most bytes that the panel sends: a decision with its words.
const MAX_BODY: usize = 64 * 1024;

/// Where the panel sends what was decided.
pub(super) const PANEL: &str = "/.sijill/review/";

/// How long a request may take, however slowly it drips.
const MAX_TIME: Duration = Duration::from_secs(5);

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// This machine alone.
    ThisMachine,
    /// Whoever reaches the address, by an address of figures: a name could be another site's.
    Network,
}

/// A request that may be answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Whether the answer is wanted without its body.
    pub(super) head_only: bool,
    /// The path, as it was sent, without the query.
    pub(super) path: String,
    /// What the panel sends.
    pub(super) sent: Option<Sent>,
}

/// What the panel sends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sent {
    /// The token of the page that it stands in.
    pub(super) token: String,
    /// The bytes.
    pub(super) body: Vec<u8>,
}

/// Why there is no request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Nobody is there any more.
    Gone,
    /// The status to answer with.
    Status(u16),
}

/// Reads the head of the request that a connection brings.
pub(super) fn read(mut from: &TcpStream, door: Door) -> Result<Request, Refusal> {
    let until = Instant::now() + MAX_TIME;
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Refusal::Status(408));
        }
        // A time of nothing would mean no bound at all, which was excluded above.
        drop(from.set_read_timeout(Some(left)));
        match from.read(&mut buffer) {
            Ok(0) => return Err(Refusal::Gone),
            Ok(length) => head.extend_from_slice(&buffer[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error)
                if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
            {
                continue;
            }
            Err(_) => return Err(Refusal::Gone),
        }
        match parse(&head, door) {
            Err(status) => return Err(Refusal::Status(status)),
            Ok(Some((request, length))) if head.len() >= length => return Ok(request),
            Ok(Some(_)) => {}
            Ok(None) if head.len() > MAX_HEAD => return Err(Refusal::Status(431)),
            Ok(None) => {}
        }
    }
}

/// What a head asks for, and how long the whole request is; nothing where the head is not complete, the status of the
/// answer where it is refused. The body is what has come of it so far.
fn parse(head: &[u8], door: Door) -> Result<Option<(Request, usize)>, u16> {
    let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let head_length = match parsed.parse(head) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(431),
        Err(_) => return Err(400),
    };
    let values = |name: &str| -> Vec<&str> {
        let named = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        // What is no text is no value that is known here, and is refused as one.
        named.map(|header| std::str::from_utf8(header.value).unwrap_or("\u{FFFD}").trim()).collect()
    };
    let is_to_panel = parsed.path.is_some_and(|path| path.starts_with(PANEL));
    let (head_only, is_sent) = match parsed.method {
        Some("GET") => (false, false),
        Some("HEAD") => (true, false),
        Some("POST") if is_to_panel && door == Door::ThisMachine => (false, true),
        _ => return Err(405),
    };
    let body_length = match (is_sent, &values("content-length")[..]) {
        (_, []) | (false, ["0"]) => 0,
        (true, [length]) => {
            length.parse().ok().filter(|&length| length <= MAX_BODY).ok_or(413_u16)?
        }
        _ => return Err(413),
    };
    if !values("transfer-encoding").is_empty() {
        return Err(413);
    }
    let host = match values("host")[..] {
        [host] if is_allowed(host, door) => host,
        [_] => return Err(421),
        _ => return Err(400),
    };
    let origins = values("origin");
    let from_here =
        |origin: &&str| origin.strip_prefix("http://").is_some_and(|host| is_allowed(host, door));
    // A script or picture that another site's page asks for; a link that a person follows is a navigation.
    let is_embedded = values("sec-fetch-site").contains(&"cross-site")
        && !values("sec-fetch-mode").contains(&"navigate");
    if !origins.iter().all(from_here) || is_embedded {
        return Err(403);
    }
    // What changes files comes from a page of this very preview, and in a form that no plain form of a page can send.
    let is_of_this_preview =
        matches!(origins[..], [origin] if origin.strip_prefix("http://") == Some(host));
    let is_json =
        matches!(values("content-type")[..], [kind] if kind.starts_with("application/json"));
    if is_sent && !(is_of_this_preview && is_json) {
        return Err(403);
    }
    let token = values("x-sijill-token").first().copied().unwrap_or_default().to_owned();
    let length = head_length + body_length;
    let body = head[head_length..head.len().min(length)].to_vec();
    let sent = is_sent.then_some(Sent { token, body });
    let target = parsed.path.filter(|path| path.starts_with('/')).ok_or(400_u16)?;
    let path = target.split(['?', '#']).next().unwrap_or("/").to_owned();
    Ok(Some((Request { head_only, path, sent }, length)))
}

/// Whether a host, with or without a port, is one by which clients may ask.
fn is_allowed(host: &str, door: Door) -> bool {
    let is_figures = |host: &str| {
        let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok());
        let name = name.map_or(host, |(name, _)| name);
        name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok()
    };
    is_this_machine(host) || (door == Door::Network && is_figures(host))
}

/// Whether a host, with or without a port, is this machine by a name that nobody else can have.
fn is_this_machine(host: &str) -> bool {
    let is_port = |port: &str| port.parse::<u16>().is_ok();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        _ => host,
    };
    let address =
        name.strip_prefix('[').map_or(name, |rest| rest.strip_suffix(']').unwrap_or(name));
    name.eq_ignore_ascii_case("localhost")
        || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(lines: &str) -> u16 {
        parse(format!("{lines}\r\n\r\n").as_bytes(), Door::ThisMachine)
            .map_or_else(|status| status, |request| if request.is_some() { 200 } else { 100 })
    }

    #[test]
    fn only_this_machine_may_ask() {
        for host in
            ["localhost", "localhost:3000", "LOCALHOST:1", "127.0.0.1:3000", "[::1]:3000", "[::1]"]
        {
            assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {host}")), 200, "{host}");
        }
        for host in [
            "attacker.example",
            "attacker.example:3000",
            "localhost.attacker.example",
            "127.0.0.1.nip.io",
            "192.0.2.7",
            "x",
            "",
        ] {
            assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: {host}")), 421, "{host}");
        }
        assert_eq!(status("GET / HTTP/1.1"), 400);
        assert_eq!(status("GET / HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example"), 400);
    }

    #[test]
    fn other_sites_get_nothing_by_script() {
        let with = |line: &str| {
            status(&format!("GET /search/search.js HTTP/1.1\r\nHost: localhost\r\n{line}"))
        };
        assert_eq!(with("Origin: http://localhost:3000"), 200);
        assert_eq!(with("Origin: https://attacker.example"), 403);
        assert_eq!(with("Origin: null"), 403);
        assert_eq!(with("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"), 403);
        assert_eq!(with("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"), 200);
        assert_eq!(with("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: no-cors"), 200);
    }

    #[test]
    fn bodies_methods_and_odd_heads_are_refused() {
        for length in
            ["1", "99999999999", "9223372036854775807", "18446744073709551615", "-1", "abc", "0, 5"]
        {
            assert_eq!(
                status(&format!("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}")),
                413,
                "{length}"
            );
        }
        assert_eq!(status("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked"), 413);
        assert_eq!(status("POST / HTTP/1.1\r\nHost: localhost"), 405);
        assert_eq!(status("GET http://attacker.example/ HTTP/1.1\r\nHost: localhost"), 400);
        assert_eq!(status("GET / HTTP/9.9\r\nHost: localhost"), 400);
        assert_eq!(
            status(&format!("GET / HTTP/1.1\r\nHost: localhost{}", "\r\na: b".repeat(MAX_HEADERS))),
            431
        );
        assert_eq!(parse(b"GET / HTTP/1.1\r\nHost: local", Door::ThisMachine), Ok(None));
    }

    #[test]
    fn the_path_stands_without_its_query() {
        let head = b"HEAD /articles/%D8%A3/?q=1 HTTP/1.1\r\nHost: localhost\r\n\r\n";
        let path = "/articles/%D8%A3/".to_owned();
        assert_eq!(
            parse(head, Door::ThisMachine),
            Ok(Some((Request { head_only: true, path, sent: None }, head.len())))
        );
    }

    #[test]
    fn the_panel_is_sent_something_by_its_own_page_alone() {
        let post = |path: &str, lines: &str| {
            status(&format!(
                "POST {path} HTTP/1.1\r\nHost: localhost:3000\r\nContent-Length: 2\r\n{lines}"
            ))
        };
        let json = "Content-Type: application/json\r\n";
        let own = "Origin: http://localhost:3000";
        assert_eq!(post("/.sijill/review/plan", &format!("{json}{own}")), 200);
        assert_eq!(post("/articles/", &format!("{json}{own}")), 405);
        assert_eq!(post("/.sijill/review/plan", json.trim_end()), 403);
        assert_eq!(post("/.sijill/review/plan", own), 403);
        assert_eq!(
            post("/.sijill/review/plan", &format!("{json}Origin: http://localhost:4000")),
            403
        );
        assert_eq!(
            post("/.sijill/review/plan", &format!("{json}Origin: http://127.0.0.1:3000")),
            403
        );
        assert_eq!(post("/.sijill/review/plan", &format!("{json}Origin: null")), 403);
        assert_eq!(
            post("/.sijill/review/plan", &format!("{json}Origin: https://attacker.example")),
            403
        );
        let long = format!("POST {PANEL}plan HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537");
        assert_eq!(status(&long), 413);
    }

    #[test]
    fn the_network_asks_by_figures_and_sends_nothing() {
        let status = |lines: &str| {
            parse(format!("{lines}\r\n\r\n").as_bytes(), Door::Network)
                .map_or_else(|status| status, |_| 200)
        };
        assert_eq!(status("GET / HTTP/1.1\r\nHost: 192.0.2.7:3000"), 200);
        assert_eq!(status("GET / HTTP/1.1\r\nHost: attacker.example:3000"), 421);
        let post =
            "POST /.sijill/review/undo HTTP/1.1\r\nHost: 192.0.2.7\r\nOrigin: http://192.0.2.7";
        assert_eq!(status(&format!("{post}\r\nContent-Type: application/json")), 405);
    }
}
