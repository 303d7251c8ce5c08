//! An hour of readers, editors, slow clients and clients that speak no HTTP: the preview answers on, and its memory
//! does not grow.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::preview::Preview;
use super::{Dossier, measured, size};

/// How many times memory is looked at.
const LOOKS: usize = 20;

/// What memory may grow by between the first half and the second: an allocator's own changes of mind.
const TOLERANCE_KB: usize = 4096;

/// How many clients of each patient kind stay at a time.
const STAYING: usize = 30;

const ODD: [&[u8]; 12] = [
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nabc",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET /%ff%00/../.. HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: attacker.example\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/1.1\nHost: localhost\n\n",
    b"\r\n\r\n\r\n",
    b"GET http://[::1/ HTTP/1.1\r\nHost: [::1\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-0,-1\r\nExpect: 100-continue\r\n\r\n",
    b"\x00",
];

#[derive(Default)]
struct Counts {
    views: AtomicUsize,
    odd: AtomicUsize,
    slow: AtomicUsize,
    deaf: AtomicUsize,
    listeners: AtomicUsize,
    edits: AtomicUsize,
    slowest_ms: AtomicUsize,
}

/// Kilobytes of memory that a process holds.
fn memory(process: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Does something again and again, with a pause, until all is over.
fn repeat(over: &AtomicBool, pause: Duration, mut what: impl FnMut(usize)) {
    let mut round = 0;
    while !over.load(Ordering::Relaxed) {
        what(round);
        round += 1;
        std::thread::sleep(pause);
    }
}

fn add(count: &AtomicUsize) {
    count.fetch_add(1, Ordering::Relaxed);
}

/// Keeps the newest so many of what is opened.
fn keep(open: &mut Vec<TcpStream>, stream: TcpStream) {
    if open.len() >= STAYING {
        open.remove(0);
    }
    open.push(stream);
}

#[test]
fn it_answers_on_and_its_memory_stays_flat() {
    let seconds = std::env::var("SIJILL_PREVIEW_SECONDS").ok();
    let full = seconds.and_then(|seconds| seconds.parse().ok()).unwrap_or(3600);
    let length = Duration::from_secs(size(5, full) as u64);
    let articles: Vec<(String, String)> = (0..12)
        .map(|n| {
            (
                format!("content/articles/a{n}.txt"),
                super::ARTICLE.replace("الجسر", &format!("الجسر رقم {n}")),
            )
        })
        .collect();
    let dossier = Dossier::of(articles.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let preview = Preview::of(dossier, 256);
    let paths: Vec<String> = [
        "/",
        "/timeline/",
        "/static/site.css",
        "/articles/",
        "/search/search.js",
        "/.sijill/reload.js",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain((0..12).map(|n| format!("/articles/a{n}/")))
    .collect();
    let (over, counts) = (AtomicBool::new(false), Counts::default());
    let mut looks: Vec<usize> = Vec::new();
    let mut most_descriptors = 0;
    std::thread::scope(|scope| {
        let (over, counts, preview, paths) = (&over, &counts, &preview, &paths);
        // Whatever fails, the others must hear that it is over.
        let end = End(over);
        scope.spawn(move || {
            let _end = End(over);
            repeat(over, Duration::from_millis(20), |round| {
                let path = &paths[round % paths.len()];
                let begun = Instant::now();
                let answer = preview
                    .ask(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes());
                let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
                assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
                counts.slowest_ms.fetch_max(
                    usize::try_from(begun.elapsed().as_millis()).unwrap(),
                    Ordering::Relaxed,
                );
                add(&counts.views);
            });
        });
        scope.spawn(move || {
            let _end = End(over);
            repeat(over, Duration::from_millis(50), |round| {
                let mut stream = preview.connect();
                // Some hang up in the middle of their words.
                let words = ODD[round % ODD.len()];
                let said = if round % 3 == 0 { &words[..words.len() / 2] } else { words };
                drop(stream.write_all(said));
                drop(stream.set_read_timeout(Some(Duration::from_millis(20))));
                drop(stream.read(&mut [0; 512]));
                if round % 2 == 0 {
                    drop(stream.shutdown(Shutdown::Both));
                }
                add(&counts.odd);
            });
        });
        scope.spawn(move || {
            let _end = End(over);
            let mut dripping: Vec<TcpStream> = Vec::new();
            repeat(over, Duration::from_millis(100), |_| {
                for mut stream in &dripping {
                    drop(stream.write_all(b"x"));
                }
                let mut stream = preview.connect();
                drop(stream.write_all(b"GET /"));
                keep(&mut dripping, stream);
                add(&counts.slow);
            });
        });
        scope.spawn(move || {
            let _end = End(over);
            let mut deaf: Vec<TcpStream> = Vec::new();
            repeat(over, Duration::from_millis(200), |_| {
                let mut stream = preview.connect();
                drop(stream.write_all(&b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100)));
                keep(&mut deaf, stream);
                add(&counts.deaf);
            });
        });
        scope.spawn(move || {
            let _end = End(over);
            let mut listening: Vec<TcpStream> = Vec::new();
            repeat(over, Duration::from_millis(150), |_| {
                keep(&mut listening, preview.listener());
                add(&counts.listeners);
            });
        });
        scope.spawn(move || {
            let _end = End(over);
            // More often where there is little time.
            let pause = (length / 100).min(Duration::from_secs(10));
            repeat(over, pause, |round| {
                let text =
                    super::ARTICLE.replace("منذ سنوات", &format!("منذ {} سنوات", 3 + round % 7));
                // An article that is half saved would be shown as the failure that it is.
                preview.dossier.write("half.txt", text.as_bytes());
                let root = preview.dossier.root();
                fs::rename(root.join("half.txt"), root.join("content/articles/changing.txt"))
                    .unwrap();
                add(&counts.edits);
            });
        });
        let mut most = 0;
        for _ in 0..LOOKS {
            std::thread::sleep(length / u32::try_from(LOOKS).unwrap());
            if over.load(Ordering::Relaxed) {
                break;
            }
            looks.push(memory(preview.child.id()));
            most = most.max(preview.descriptors().unwrap_or(0));
        }
        most_descriptors = most;
        drop(end);
    });
    preview.answers();
    let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
    measured(&format!(
        "preview: {length:?}; {} views (slowest {} ms), {} odd requests, {} slow clients, {} that do not read, {} listeners, {} edits; at most {most_descriptors} descriptors; memory in KB {looks:?}",
        of(&counts.views),
        of(&counts.slowest_ms),
        of(&counts.odd),
        of(&counts.slow),
        of(&counts.deaf),
        of(&counts.listeners),
        of(&counts.edits)
    ));
    assert_eq!(looks.len(), LOOKS, "a client failed");
    assert!(most_descriptors <= 256);
    // The first tenth is the warming up.
    let most = |looks: &[usize]| looks.iter().copied().max().unwrap();
    let (first, second) = (most(&looks[LOOKS / 10..LOOKS / 2]), most(&looks[LOOKS / 2..]));
    let is_flat = second <= first + first / 10 + TOLERANCE_KB;
    assert!(is_flat, "{first} KB at most in the first half, {second} KB in the second: {looks:?}");
}

/// Says that all is over, also when whoever holds it fails.
struct End<'o>(&'o AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
