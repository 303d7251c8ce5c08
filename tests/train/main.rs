//! Learns the tables of `weights/` from the sentences of `tests/corpus/train/`, and says how well what was learnt carries over.
//!
//! `cargo run --example train -- direction` writes `weights/direction.txt`, `-- names` `weights/names.txt`, the same bytes every time. Further arguments are files
//! of sentences on which the weights that stand there are tried; nothing is learnt from them. `--misses` prints what went wrong,
//! `--across` what comes of each newsroom or kind of news by weights learnt from the others.
#![allow(clippy::print_stdout, reason = "this is a program, and it prints a table")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use sijill::article::annotate::timex::direction::learn;
use sijill::article::annotate::unknown::weighing::learn as learn_names;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    match args.next().as_deref() {
        Some("direction") => direction(root, &args.collect::<Vec<_>>()),
        Some("names") => names(root, &args.collect::<Vec<_>>()),
        _ => Err("which weights? `cargo run --example train -- direction` or `-- names`".into()),
    }
}

fn direction(root: &Path, args: &[String]) -> Result<(), Box<dyn Error>> {
    let (flags, files): (Vec<&String>, Vec<&String>) =
        args.iter().partition(|arg| arg.starts_with("--"));
    let misses = flags.iter().any(|flag| *flag == "--misses");
    if !files.is_empty() {
        for file in files {
            print(&learn::score(file, &learn::examples(&fs::read_to_string(file)?)), misses);
        }
        return Ok(());
    }
    let examples = learn::examples(&corpus(&root.join("tests/corpus/train/direction"))?);
    if flags.iter().any(|flag| *flag == "--across") {
        println!("each newsroom by weights learnt from the others:");
        let mut all = learn::Score { name: "all".to_owned(), ..learn::Score::default() };
        for house in learn::across_houses(&examples) {
            print(&house, misses);
            (all.right, all.of) = (all.right + house.right, all.of + house.of);
        }
        print(&all, false);
    }
    let file = root.join("weights/direction.txt");
    fs::write(&file, learn::table(&examples))?;
    println!("{} written; `cargo test` compares it", file.display());
    Ok(())
}

/// The files of a folder, in the order of their names.
fn corpus(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort_unstable();
    Ok(files.iter().map(fs::read_to_string).collect::<Result<_, _>>()?)
}

fn print(score: &learn::Score, misses: bool) {
    let share = 100.0 * score.right as f64 / score.of.max(1) as f64;
    println!("{:14} {:4} of {:4}  {share:5.1} %", score.name, score.right, score.of);
    score.misses.iter().filter(|_| misses).for_each(|miss| println!("    {miss}"));
}

fn names(root: &Path, args: &[String]) -> Result<(), Box<dyn Error>> {
    let (flags, files): (Vec<&String>, Vec<&String>) =
        args.iter().partition(|arg| arg.starts_with("--"));
    let flag = |name: &str| flags.iter().any(|flag| *flag == name);
    let misses = flag("--misses");
    if !files.is_empty() {
        for file in files {
            let examples = learn_names::examples(&fs::read_to_string(file)?);
            print_names(&learn_names::score(file, &examples), misses);
        }
        return Ok(());
    }
    let read = |name: &str| fs::read_to_string(root.join("tests/corpus").join(name));
    let corpus: Vec<String> =
        learn_names::SENTENCES.iter().map(|name| read(name)).collect::<Result<_, _>>()?;
    let examples = learn_names::examples(&corpus.concat());
    if flag("--across") {
        println!("each kind of news by weights learnt from the others:");
        let mut all = learn_names::Score { name: "all".to_owned(), ..Default::default() };
        for kind in learn_names::across_kinds(&examples) {
            print_names(&kind, misses);
            all.add(&kind);
        }
        print_names(&all, false);
    }
    let file = root.join("weights/names.txt");
    fs::write(&file, learn_names::table(&examples))?;
    println!(
        "{} written from {} sentences; `cargo test` compares it",
        file.display(),
        examples.len()
    );
    Ok(())
}

fn print_names(score: &learn_names::Score, misses: bool) {
    println!(
        "{:24} {:5} right of {:5} marked, {:5} found  F1 {:5.1} %",
        score.name,
        score.right,
        score.wanted,
        score.found,
        100.0 * score.f1()
    );
    score.misses.iter().filter(|_| misses).for_each(|miss| println!("    {miss}"));
}
