//! Throughput of cleaning on one core: `cargo bench --bench clean`.
//!
//! Two inputs: the labelled articles of `tests/articles/` over and over, as a
//! folder of articles is cleaned, and one file of 20 MB. The time is that of the
//! processor, so that a busy machine gives the same figures.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::hint::black_box;
use std::path::Path;

use sijill::article::clean::clean;
use sijill::article::read::{RawArticle, from_text};
use sijill::document::InputKind;
use sijill::knowledge::Knowledge;

const BYTES: usize = 20_000_000;

fn main() {
    let knowledge = Knowledge::default();
    let articles = articles();
    let one: usize = articles.iter().map(|raw| raw.text.len()).sum();
    let rounds = BYTES / one + 1;
    report("articles", one * rounds, || {
        for raw in std::iter::repeat_n(&articles, rounds).flatten() {
            black_box(clean(black_box(raw), &knowledge));
        }
    });
    let long = raw(&long(&articles));
    report("one file", long.text.len(), || {
        black_box(clean(black_box(&long), &knowledge));
    });
}

fn raw(text: &str) -> RawArticle {
    from_text("bench", text, InputKind::Text).expect("no front matter stands here").value
}

/// The raw texts of the labelled articles; `tests/articles/README.md` explains the labels.
fn articles() -> Vec<RawArticle> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> = ["held-out", "tuned"]
        .iter()
        .flat_map(|half| std::fs::read_dir(root.join(half)).expect("the folder of cases"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let text = |path: &Path| {
        let labelled = std::fs::read_to_string(path).expect("a case is UTF-8");
        let lines = labelled.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| bare(line).replace(['⟦', '⟧'], "") + "\n").collect::<String>()
    };
    paths.iter().map(|path| raw(&text(path))).collect()
}

/// A line without its label: «C[share] طباعة» is «طباعة».
fn bare(line: &str) -> &str {
    let rest = line.get(1..).unwrap_or_default();
    let rest =
        rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(rest, |(_, rest)| rest);
    rest.strip_prefix(' ').unwrap_or(rest)
}

/// One file of many paragraphs, each with a number of its own, so that none repeats another to the letter.
fn long(articles: &[RawArticle]) -> String {
    let paragraphs: Vec<&str> =
        articles.iter().flat_map(|raw| raw.text.lines()).filter(|line| line.len() > 150).collect();
    let mut made = String::with_capacity(BYTES + 4000);
    for (number, paragraph) in paragraphs.iter().cycle().enumerate() {
        let words: Vec<&str> = paragraph.split(' ').collect();
        let turn = number * 7 % words.len();
        made.push_str(&format!(
            "{} {number} {}\n",
            words[turn..].join(" "),
            words[..turn].join(" ")
        ));
        if made.len() >= BYTES {
            return made;
        }
    }
    made
}

/// Runs once to warm the tables, then prints megabytes a second of processor time.
fn report(name: &str, bytes: usize, mut run: impl FnMut()) {
    run();
    let before = user_seconds();
    run();
    let seconds = user_seconds() - before;
    println!("clean, {name:<9} {:>7.1} MB/s", bytes as f64 / 1e6 / seconds);
}

/// Processor time of this program so far, in seconds.
fn user_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> =
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    fields.get(11).and_then(|ticks| ticks.parse::<f64>().ok()).map_or(0.0, |ticks| ticks / 100.0)
}
