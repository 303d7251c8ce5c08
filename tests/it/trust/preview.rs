//! The preview answers on, whatever its clients do.

#![cfg(unix)]

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{Dossier, size};

pub(super) struct Preview {
    pub(super) child: Child,
    address: String,
    pub(super) dossier: Dossier,
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Preview {
    /// Starts one that may hold so many descriptors.
    fn start(descriptors: usize) -> Self {
        Self::of(Dossier::small(), descriptors)
    }

    /// The same of this dossier.
    pub(super) fn of(dossier: Dossier, descriptors: usize) -> Self {
        let mut child = std::process::Command::new("sh")
            .args([
                "-c",
                &format!("ulimit -n {descriptors}; exec \"$0\" serve --port 4300 --root \"$1\""),
            ])
            .arg(env!("CARGO_BIN_EXE_sijill"))
            .arg(dossier.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line
            .split_once("http://")
            .and_then(|(_, rest)| rest.split_once('/'))
            .unwrap()
            .0
            .to_owned();
        let made = Self { child, address, dossier };
        made.answers();
        made
    }

    pub(super) fn connect(&self) -> TcpStream {
        let until = Instant::now() + PATIENCE;
        loop {
            match TcpStream::connect(&self.address) {
                Ok(stream) => return stream,
                Err(error) => assert!(Instant::now() < until, "{error}"),
            }
        }
    }

    /// Sends bytes; the whole of the answer.
    pub(super) fn ask(&self, bytes: &[u8]) -> io::Result<String> {
        let mut stream = self.connect();
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(bytes)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    pub(super) fn status(&self, bytes: &[u8]) -> String {
        let answer = self
            .ask(bytes)
            .unwrap_or_else(|error| panic!("{error} on {}", String::from_utf8_lossy(bytes)));
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// The home page comes, and soon.
    pub(super) fn answers(&self) {
        let begun = Instant::now();
        let answer = self.ask(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("</html>\n"), "{answer}");
        assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    }

    pub(super) fn listener(&self) -> TcpStream {
        let mut stream = self.connect();
        stream.write_all(b"GET /.sijill/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        stream
    }

    pub(super) fn descriptors(&self) -> Option<usize> {
        Some(std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).ok()?.count())
    }
}

/// Far more than an answer takes, since other tests run beside this one.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn no_request_ends_it() {
    let preview = Preview::start(1024);
    for length in
        ["99999999999", "8000000000", "9223372036854775807", "18446744073709551615", "-1", "x"]
    {
        for method in ["GET", "POST"] {
            let status = preview.status(
                format!(
                    "{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\nabc"
                )
                .as_bytes(),
            );
            assert!(
                ["400", "405", "413"].contains(&status.as_str()),
                "{method} {length}: {status}"
            );
        }
    }
    let head = [b"GET / HTTP/1.1\r\nHost: localhost\r\na: ".to_vec(), vec![b'x'; 1 << 20]].concat();
    // It may hang up while we still send, but nobody gets a page for a head without end.
    if let Ok(answer) = preview.ask(&head) {
        assert!(answer.is_empty() || answer.contains(" 431 "), "{answer}");
    }
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n", "421"),
        ("GET /articles/jalsa/index.md HTTP/1.1\r\nHost: attacker.example:4300\r\n\r\n", "421"),
        (
            "GET /search/search.js HTTP/1.1\r\nHost: localhost\r\nOrigin: https://attacker.example\r\n\r\n",
            "403",
        ),
        ("GET / HTTP/1.1\r\n\r\n", "400"),
        ("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n", "405"),
        ("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "404"),
        ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "404"),
        ("GET /%00%ff\\..\\x HTTP/1.1\r\nHost: localhost\r\n\r\n", "404"),
        ("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:4300\r\n\r\n", "200"),
        ("\u{16}\u{3}\u{1} GET\r\n\r\n", "400"),
    ] {
        assert_eq!(preview.status(request.as_bytes()), status, "{request:?}");
    }
    preview.answers();
}

#[test]
fn pages_that_were_closed_are_forgotten_and_others_make_room() {
    let preview = Preview::start(200);
    let before = preview.descriptors();
    for _ in 0..size(300, 10_000) {
        let mut stream = preview.listener();
        let mut head = [0; 32];
        stream.read_exact(&mut head).unwrap();
    }
    std::thread::sleep(Duration::from_millis(300));
    if let (Some(before), Some(after)) = (before, preview.descriptors()) {
        assert!(after <= before + 8, "{before} descriptors before, {after} after");
    }
    // More than the system gives: listeners that stay, clients that never ask.
    let listeners: Vec<TcpStream> = (0..size(250, 1000)).map(|_| preview.listener()).collect();
    preview.answers();
    let silent: Vec<TcpStream> = (0..size(250, 1000)).map(|_| preview.connect()).collect();
    preview.answers();
    drop((listeners, silent));
    preview.answers();
}

#[test]
fn who_does_not_read_holds_up_nobody_and_a_change_reaches_who_listens() {
    let preview = Preview::start(1024);
    let greedy: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(&b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(400)).unwrap();
            stream
        })
        .collect();
    preview.answers();
    let mut listener = preview.listener();
    listener.set_read_timeout(Some(PATIENCE)).unwrap();
    // The head of the answer is there before the listener is counted as one; a moment more, and it is.
    std::thread::sleep(Duration::from_millis(300));
    preview.dossier.write(
        "content/articles/jadid.txt",
        "افتتاح مدرسة\n\nافتتحت المدرسة أبوابها أمس، وقال مديرها إن الدروس تبدأ غدًا.\n".as_bytes(),
    );
    let mut told = String::new();
    let mut buffer = [0; 1024];
    while !told.contains("event: reload") {
        let length = listener.read(&mut buffer).expect("the page is told");
        assert!(length > 0, "the stream ended: {told}");
        told.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    assert_eq!(preview.status(b"GET /articles/jadid/ HTTP/1.1\r\nHost: localhost\r\n\r\n"), "200");
    drop(greedy);
}
