//! What a site costs, stage by stage, at several sizes: `cargo bench --bench site -- 100 1000 10000` (the default).
//!
//! The articles are those of `tests/bench/peers/articles.py`, raw; it needs Python 3. All cores work. The last column is
//! the most memory that the process held until then, where the system tells it, so sizes are best given rising.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use sijill::article;
use sijill::config::Config;
use sijill::diagnostics::{Error, Warned};
use sijill::document::review::Reviews;
use sijill::document::{Document, Order, Origin};
use sijill::knowledge::Knowledge;
use sijill::site::{load, publish, render, search};
use sijill::site::{render::Templates, site_of};

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![100, 1_000, 10_000] } else { sizes };
    println!("| articles | stage | s | ms an article | MB |\n|---|---|---|---|---|");
    for size in sizes {
        let room = tempfile::tempdir().expect("a folder");
        write_articles(size, room.path());
        stages(size, room.path());
    }
}

/// Writes a dossier of so many raw articles.
fn write_articles(size: usize, root: &Path) {
    let made = root.join("made");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/peers/articles.py");
    let mut python = Command::new("python3");
    python.arg(script).args(["-n", &size.to_string(), "--forms", "raw", "--out"]).arg(&made);
    let done = python.output().expect("Python 3");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::create_dir(root.join("content")).expect("a folder");
    std::fs::rename(made.join("raw"), root.join("content/articles")).expect("the articles");
}

fn stages(size: usize, root: &Path) {
    let mut last = Instant::now();
    let mut told = |stage: &str| {
        let seconds = last.elapsed().as_secs_f64();
        let each = 1000.0 * seconds / size as f64;
        println!("| {size} | {stage} | {seconds:.2} | {each:.2} | {} |", megabytes());
        last = Instant::now();
    };
    let content = load::load(root, &Wing).expect("the articles are sound").value;
    told("read, clean, annotate");
    let site = Arc::new(site_of(content).value);
    told("join");
    black_box(search::Index::of_site(&site).files());
    told("index");
    let templates = Arc::new(Templates::load(None).expect("the theme is sound"));
    let output = render::pages(&site, &templates).expect("no two pages have one path");
    told("plan pages");
    publish::publish(&output, &root.join("public")).expect("the folder can be written");
    told("render, write");
}

/// The most memory that this process has held, as Linux tells it.
fn megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map_or_else(String::new, |kilobytes| (kilobytes / 1000).to_string())
}

/// The wing of one article.
struct Wing;

impl load::Reader for Wing {
    fn articles(
        &self,
        path: &Path,
        order: Order,
        reviews: &Reviews,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        article::articles_reviewed(path, order, reviews, knowledge, config)
    }

    fn asked(&self, document: &Document, knowledge: &Knowledge) -> [u8; 32] {
        article::annotate::asked(document, knowledge)
    }

    fn original(&self, _: &Path, _: &Config) -> Result<Origin, Error> {
        Ok(Origin::default())
    }
}
