//! Throughput of the Arabic room on one core: `cargo bench --bench arabic`.
//!
//! The text is made up: 20 MB of sentences from a small vocabulary, in the
//! proportions of news (a tanwin in forty words, a number in twenty, a stroke or
//! a no-break space now and then).
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::hint::black_box;
use std::time::Instant;

use sijill::arabic::bidi::isolated_runs;
use sijill::arabic::clitics::readings;
use sijill::arabic::fold::{fold, folded};
use sijill::arabic::normalize::normalize;
use sijill::arabic::tokenize::{TokenKind, sentences, tokens};

const BYTES: usize = 20_000_000;

const WORDS: [&str; 40] = [
    "أعلنت",
    "المدينة",
    "الحكومة",
    "وقال",
    "مدير",
    "الميناء",
    "إن",
    "السفن",
    "التي",
    "وصلت",
    "أمس",
    "تحمل",
    "مواد",
    "غذائية",
    "للأسواق",
    "المحلية",
    "وأضاف",
    "خلال",
    "مؤتمر",
    "صحفي",
    "بأن",
    "العمل",
    "مستمر",
    "على",
    "توسيع",
    "الأرصفة",
    "والطرق",
    "المؤدية",
    "إليها",
    "في",
    "إطار",
    "خطة",
    "أوسع",
    "لتطوير",
    "القطاع",
    "بالتعاون",
    "مع",
    "شركات",
    "هندسية",
    "كبرى",
];

fn main() {
    let text = news(BYTES);
    let megabytes = text.len() as f64 / 1e6;
    println!("{megabytes:.1} MB of text, best of 5");
    report("normalize", megabytes, || normalize(&text).text.len());
    report("fold", megabytes, || fold(&text).text.len());
    report("folded", megabytes, || folded(&text).len());
    report("tokens", megabytes, || tokens(&text).count());
    report("sentences", megabytes, || sentences(&text).len());
    report("isolated_runs", megabytes, || isolated_runs(&text).len());
    report("tokens + readings", megabytes, || {
        tokens(&text)
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| readings(token.span.cut(&text)).len())
            .sum()
    });
    report("copying, for comparison", megabytes, || black_box(text.clone()).len());
}

/// Runs a function five times and prints its best rate.
fn report(name: &str, megabytes: f64, mut run: impl FnMut() -> usize) {
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name:>24}  {:>8.0} MB/s", megabytes / best);
}

/// Made-up news of about so many bytes, always the same.
fn news(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let mut state = 20_240_607_u64;
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    while text.len() < bytes {
        match next(40) {
            0 => text.push_str("أيضاً"),
            1 | 2 => text.push_str(&(next(4000) + 1).to_string()),
            3 => text.push_str("مُحمَّد"),
            4 => text.push_str("«المركز»"),
            _ => text.push_str(WORDS[next(40) as usize]),
        }
        match next(120) {
            0 => text.push_str(".\n"),
            1..=4 => text.push_str(". "),
            5..=9 => text.push_str("، "),
            10 => text.push('\u{00A0}'),
            11 => text.push_str("ـ "),
            12 => text.push_str(", "),
            _ => text.push(' '),
        }
    }
    text
}
