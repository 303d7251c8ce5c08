//! Throughput of the annotator on one core, step by step: `cargo bench --bench annotate`.
//!
//! The text is the sentences of the site's own articles in ever new order, with made names
//! among them; the knowledge base is the site's own and 10,000 made aliases.
#![expect(clippy::print_stdout, reason = "a benchmark reports to the terminal")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use sijill::article::annotate::{annotate_watched, timex};
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

const BYTES: usize = 8_000_000;
const ALIASES: usize = 10_000;
const SENTENCES: usize = 18;
const RUNS: usize = 5;
/// The steps that find names, and settle which of them stand where two meet.
const NAMES: [&str; 3] = ["known names", "unknown names", "overlap"];

fn main() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut dice = Dice(20_240_607);
    let names: Vec<String> = (0..ALIASES).map(|_| name(&mut dice)).collect();
    let knowledge = knowledge(&content, &names);
    let articles = articles(&sentences(&content), &names, &mut dice);
    let megabytes = articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6;
    println!(
        "{megabytes:.1} MB in {} articles, {ALIASES} made aliases, best of {RUNS}",
        articles.len()
    );
    let day = NaiveDate::from_ymd_opt(2021, 4, 8);
    // Lists and patterns are compiled when first asked for.
    black_box(annotate_watched(&articles[0], day, &knowledge, &mut |_| {}));

    let mut best: BTreeMap<usize, (&str, Duration)> = BTreeMap::new();
    let mut whole = Duration::MAX;
    for _ in 0..RUNS {
        let mut steps: Vec<(&str, Duration)> = Vec::new();
        let from = Instant::now();
        for article in &articles {
            let (mut at, mut last) = (0, Instant::now());
            let found = annotate_watched(article, day, &knowledge, &mut |step| {
                let now = Instant::now();
                if at == steps.len() {
                    steps.push((step, Duration::ZERO));
                }
                steps[at].1 += now - last;
                (at, last) = (at + 1, now);
            });
            black_box(found);
        }
        whole = whole.min(from.elapsed());
        for (at, &(step, spent)) in steps.iter().enumerate() {
            let known = best.entry(at).or_insert((step, spent));
            known.1 = known.1.min(spent);
        }
    }
    for (step, spent) in best.values() {
        report(step, megabytes, *spent);
    }
    let names = best.values().filter(|(step, _)| NAMES.contains(step));
    report("names alone", megabytes, names.map(|(_, spent)| *spent).sum());
    report("all of annotate", megabytes, whole);
    let alone = (0..RUNS).map(|_| {
        let from = Instant::now();
        for article in &articles {
            black_box(timex::time_expressions(article, day));
        }
        from.elapsed()
    });
    report("time expressions alone", megabytes, alone.min().unwrap_or_default());
}

fn report(step: &str, megabytes: f64, spent: Duration) {
    let seconds = spent.as_secs_f64();
    println!(
        "{step:>24}  {:>8.0} MB/s  {:>6.1} ns a byte",
        megabytes / seconds,
        seconds * 1e3 / megabytes
    );
}

/// Numbers that look thrown, and are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// A name of two or three words that nobody bears.
fn name(dice: &mut Dice) -> String {
    const SYLLABLES: [&str; 24] = [
        "سا", "مير", "را", "نو", "كا", "لي", "دا", "وي", "شا", "رو", "تا", "ني", "غا", "زي", "بو",
        "ها", "مو", "جي", "فا", "سو", "لا", "حي", "قا", "ري",
    ];
    let words = 2 + dice.below(2);
    let word = |dice: &mut Dice| -> String {
        (0..2 + dice.below(2)).map(|_| SYLLABLES[dice.below(SYLLABLES.len())]).collect()
    };
    let words: Vec<String> = (0..words).map(|_| word(dice)).collect();
    words.join(" ")
}

/// The site's own knowledge base, and a person for each made name.
fn knowledge(content: &Path, names: &[String]) -> Knowledge {
    let mut files = Vec::new();
    for path in files_of(&content.join("knowledge")) {
        files.extend(std::fs::read_to_string(&path).map(|text| (path.display().to_string(), text)));
    }
    let people: String = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!("  - {{id: made-{at}, name: {name}}}\n"))
        .collect();
    files.push(("made.yaml".to_owned(), format!("people:\n{people}")));
    Knowledge::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
        .expect("the site's own knowledge base stands")
}

fn files_of(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is part of the project")
        .flatten()
        .map(|file| file.path())
        .collect();
    found.sort();
    found
}

/// The sentences of the articles that are plain text in UTF-8.
fn sentences(content: &Path) -> Vec<String> {
    let texts = files_of(&content.join("articles"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"));
    let texts: Vec<String> = texts.filter_map(|path| std::fs::read_to_string(path).ok()).collect();
    let found = texts.iter().flat_map(|text| {
        sijill::arabic::tokenize::sentences(text)
            .into_iter()
            .map(|span| span.cut(text).trim().to_owned())
    });
    found.filter(|sentence| sentence.len() > 60).collect()
}

/// Articles of some sentences each, four in a paragraph, with a made name in every third sentence.
fn articles(sentences: &[String], names: &[String], dice: &mut Dice) -> Vec<Plain> {
    let mut found = Vec::new();
    let mut bytes = 0;
    while bytes < BYTES {
        let mut text = String::new();
        for number in 0..SENTENCES {
            text.push_str(&sentences[dice.below(sentences.len())].replace('\n', " "));
            if dice.below(3) == 0 {
                text.push_str(&format!(" وقال {} ذلك.", names[dice.below(names.len())]));
            }
            text.push_str(if number % 4 == 3 { "\n" } else { " " });
        }
        bytes += text.len();
        found.push(Plain::of_text(&text));
    }
    found
}
