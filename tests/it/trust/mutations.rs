//! Mutated texts through everything that reads one: a fuzzer that needs no nightly compiler.
//!
//! The seeds are the checked-in corpora (`tests/corpus/fuzz/`, what once broke something) and our own cases. Each
//! mutant is made from a number, so a failure is found again by the number that it is told with.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use sijill::article::{annotate, clean, read};
use sijill::config::Config;
use sijill::diagnostics::guarded;
use sijill::document::{self, FrontMatter, InputKind, parse};
use sijill::knowledge::Knowledge;
use sijill::site::search;

use super::size;

/// A generator of numbers that are the same everywhere (SplitMix64).
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

/// What is put into texts: all that some reader takes for more than letters.
const PIECES: [&str; 60] = [
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{A0}",
    "\u{200F}",
    "\u{200E}",
    "\u{202B}",
    "\u{FEFF}",
    "\u{0}",
    "\u{7}",
    "\u{FFFE}",
    "\u{64B}",
    "ـ",
    "«",
    "»",
    "\"",
    "“",
    "(",
    ")",
    "[",
    "](",
    "](person:",
    "](date:",
    "[«](quote:x)",
    "**",
    "`",
    "```\n",
    "---\n",
    "...\n",
    "title: ",
    "date: ",
    "removed:\n  - {bytes: 3-7, kind: share}",
    "&a ",
    "*a",
    "!!binary ",
    "{",
    "}",
    "\\u0007",
    "<b>",
    "</div>",
    "<script>",
    "<!--",
    "<a href=\"",
    "&#x110000;",
    "]]>",
    "٢٠٢١",
    "99999999999999999999",
    "31/2/2021",
    "7 أبريل",
    "الأربعاء",
    "أمس",
    "قبل 4000000000 سنة",
    "قال الوزير",
    "وقال «",
    "شركة ",
    "اقرأ أيضًا",
    "مشاركة",
    "𞸀",
];

pub(super) fn seeds() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = ["corpus/fuzz", "articles/tuned", "pages", "sites"];
    let mut seeds = Vec::new();
    for entry in folders
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).sort_by_file_name())
    {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            // Long ones cost time and say nothing more.
            seeds.push(text[..text.floor_char_boundary(6000)].to_owned());
        }
    }
    assert!(seeds.len() > 50, "only {} seeds", seeds.len());
    seeds
}

pub(super) fn mutant(seeds: &[String], number: u64) -> String {
    let mut numbers = Numbers(number);
    let mut text: Vec<char> = seeds[numbers.below(seeds.len())].chars().collect();
    for _ in 0..=numbers.below(12) {
        let at = numbers.below(text.len() + 1);
        let end = (at + numbers.below(40)).min(text.len());
        match numbers.below(6) {
            0 => drop(text.drain(at..end)),
            1 => {
                let piece: Vec<char> = PIECES[numbers.below(PIECES.len())].chars().collect();
                text.splice(at..at, piece);
            }
            2 => {
                let piece: Vec<char> = PIECES[numbers.below(PIECES.len())]
                    .repeat(1 + numbers.below(30))
                    .chars()
                    .collect();
                text.splice(at..end, piece);
            }
            3 => {
                let other = &seeds[numbers.below(seeds.len())];
                let part: Vec<char> =
                    other.chars().skip(numbers.below(3000)).take(numbers.below(400)).collect();
                text.splice(at..at, part);
            }
            4 => text.truncate(text.len() - numbers.below(text.len() / 2 + 1)),
            _ => text[at..end].reverse(),
        }
    }
    text.into_iter().collect()
}

/// Everything that reads a text of somebody's.
fn read_as_everything(text: &str, knowledge: &Knowledge, config: &Config) {
    for kind in [InputKind::Text, InputKind::Html, InputKind::Markdown] {
        let Ok(raw) = read::from_bytes("mutant", text.as_bytes(), kind, config) else { continue };
        let draft = match kind {
            InputKind::Markdown => match parse(&raw.value.text) {
                Ok(draft) => draft,
                Err(_) => continue,
            },
            _ => raw.and_then(|raw| clean::clean(&raw, knowledge)),
        };
        let made = draft.and_then(|draft| annotate::annotate(draft, knowledge)).value;
        for mention in &made.findings.mentions {
            assert!(!mention.span.cut(&made.plain.text).is_empty());
        }
        drop(document::write(&made));
        drop(document::json::document(("id", 1.into()), &made));
    }
    drop(FrontMatter::parse(text));
    drop(Config::parse(text));
    drop(Knowledge::parse([("k.yaml", text)]));
    drop(search::terms(text, search::Side::Query));
}

#[test]
fn no_mutant_panics() {
    let seeds = seeds();
    let knowledge = "people:\n  - {id: salim, name: سليم الوادي, short: [الوادي]}\nplaces:\n  - {id: basra, name: البصرة}\ntopics:\n  - {id: water, name: المياه, cues: [سد, نهر]}\nevents:\n  - {id: opening, name: افتتاح السد, date: 2021-04-07, status: held, cues: [{all: [افتتاح, السد]}]}\n";
    let knowledge =
        Knowledge::parse([("k.yaml", knowledge)]).unwrap_or_else(|found| panic!("{found:?}"));
    let config = Config::default();
    let count = u64::try_from(size(400, 100_000)).unwrap();
    let broken: Vec<String> = (0..count)
        .into_par_iter()
        .filter_map(|number| {
            let text = mutant(&seeds, number);
            guarded(|| read_as_everything(&text, &knowledge, &config))
                .err()
                .map(|found| format!("mutant {number}: {}", found.message))
        })
        .collect();
    assert!(
        broken.is_empty(),
        "{} of {count}:\n{}",
        broken.len(),
        broken[..broken.len().min(20)].join("\n")
    );
}

#[test]
fn no_seed_panics() {
    let config = Config::default();
    let broken: Vec<String> = seeds()
        .par_iter()
        .filter_map(|text| {
            guarded(|| read_as_everything(text, &Knowledge::default(), &config)).err().map(
                |found| format!("{}: {}", found.message, &text[..text.floor_char_boundary(60)]),
            )
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
