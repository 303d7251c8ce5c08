//! How a word is folded and read, as data: the browser's copy of the language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::code::{DIGITS, SWAPPED, Swap};
use super::phrase::JOINED;
use super::say;
use crate::arabic::fold::fold_table;
use crate::arabic::stem::{self, Name, Tables};

/// The table by which the browser folds and reads words, and what it says.
pub(super) fn table() -> Value {
    let swap = Swap::new();
    let words = stem::lexicon().tables().map(|table| lexicon(&table, &swap));
    let tables = stem::tables();
    let before: Vec<Value> = tables
        .before
        .iter()
        .map(|row| json!([row.letters, row.kept / 2, row.classes, row.rest, u8::from(row.short)]))
        .collect();
    let after: Vec<Value> = tables
        .after
        .iter()
        .map(|row| {
            let meem = row.meem.map_or(0, |meem| if meem { 1 } else { 2 });
            json!([
                row.letters,
                row.class,
                row.table as u8,
                row.add,
                row.worth,
                row.least.0,
                row.least.1,
                u8::from(row.nisba),
                meem
            ])
        })
        .collect();
    json!({
        "swap": SWAPPED, "digits": DIGITS, "fold": fold_of(), "words": words, "names": names(Name::Other, &swap), "foreign": names(Name::Foreign, &swap), "places": names(Name::Place, &swap),
        "spelled": tables.spelled, "strong": tables.strong, "long": tables.long,
        "before": before, "after": after, "rules": rules(&tables), "say": say::sentences(),
    })
}

/// What the rules of a language without a lexicon find, and what then stands there, as regular expressions: those of one
/// name are followed one after the other.
fn rules(tables: &Tables) -> Value {
    let rule = |from: &str, to: &str| json!([from, to]);
    let start = |letters: &[&str]| format!("^(?:{})(?=...)", letters.join("|"));
    let end = |letters: &[&str]| format!("^(.{{3,}}?)(?:{})$", letters.join("|"));
    let noun: Vec<(&str, usize)> =
        tables.endings.iter().copied().filter(|(ending, _)| *ending != "ت").collect();
    let patterns: Vec<String> =
        tables.patterns.iter().map(|pattern| pattern.replace(['ف', 'ع', 'ل'], "[^اهء]")).collect();
    let letter = |&(from, to): &(char, char)| json!([from, to]);
    let silent = |&(before, next): &(char, char)| rule(&format!("{before}(?={next})"), "");
    let alike: Vec<Value> = tables.alike.iter().map(letter).collect();
    let heard = tables.silent.iter().map(silent).chain(tables.heard.iter().map(letter));
    let heard: Vec<Value> = alike.iter().cloned().chain(heard).collect();
    let strong = [rule("(?!^)[اويءه]", ""), rule(r"(.)\1+", "$1")];
    let [bones, letters] = [&heard, &alike].map(|of| [&of[..], &strong].concat());
    json!({
        "token": [rule(&token(), "")],
        "invisible": [rule(INVISIBLE, "")],
        "part": [rule(PART, "")],
        "joined": [rule(&format!("^(?:{})$", JOINED.join("|")), "")],
        "article": [rule(&start(tables.article), "")],
        "clitics": [rule("^و(?=...)", ""), rule("^س(?=[يتن]...)", "")],
        "noun": [rule(&endings(&noun), "$1$2")],
        // «يستجوب» is of «استجوب», «يقتسم» of «اقتسم», «يفاوض» of «فاوض».
        "unknown": [
            rule(&endings(tables.endings), "$1$2"), rule("^[يتن]ست(?=..)", "است"), rule("^ي(?=(?:.ت|ن[^ا])..$)", "ا"),
            rule("^ي(?=...)", ""),
        ],
        "nisba": [rule("^(...+)[هاي]$", "$1"), rule("$", "ي")],
        "place": [rule(&end(tables.place_after), "$1")],
        "pattern": [rule(&format!("^(?:{})$", patterns.join("|")), "")],
        "root": [
            rule(&end(tables.root_after), "$1"), rule("^ا(?=نت)", ""), rule(&format!("(?!^نت){}", start(tables.root_before)), ""),
            rule("(?!^)(?:[اوي]|ء$)", "-"), rule("-+", "-"),
        ],

        "likeEnding": [rule(&format!("[{}]$", tables.like_endings.iter().collect::<String>()), "")],
        "bones": bones,
        "letters": letters,
    })
}

/// Characters that nobody sees.
const INVISIBLE: &str =
    r"[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u00AD\u180E]";

/// A part of a query: left out, a field, then a quotation or what stands up to the next space.
const PART: &str = r#"([-−–](?=\S))?(?:(\p{Alphabetic}{1,24}):(?=[^\s/]))?(?:«([^»]*)»?|"([^"]*)"?|[“”„]([^”“]*)[”“]?|(\S+))"#;

/// A word or a number, as [`tokens`](crate::arabic::tokenize::tokens) parts a text. Groups of three and one fraction belong
/// to a number: «2,500», «3.5», «1,5»; what follows a number that has ended at a mark is no number with marks itself.
fn token() -> String {
    const LETTER: &str = r"[\p{Alphabetic}\p{N}\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u0300-\u036F\u200C\u200D]";
    [
        "(?<=#[,.٫٬،])#+",
        r"#{1,3}([,٬،])#{3}(?!#)(?:\1#{3}(?!#))*(?:([.٫])#+(?!#|\2#))?",
        "#+,#{1,2}(?!#|,#)",
        r"#+(?:([.٫])#+(?!#|\3#))?",
        &format!("(?:(?!#){LETTER})+"),
    ]
    .join("|")
    .replace('#', "[0-9\u{660}-\u{669}\u{6F0}-\u{6F9}]")
}

/// Finds the longest of some endings that leaves enough letters, and what it leaves.
fn endings(endings: &[(&str, usize)]) -> String {
    let of = |least: usize| {
        endings
            .iter()
            .filter(|(_, other)| *other == least)
            .map(|(ending, _)| *ending)
            .collect::<Vec<_>>()
            .join("|")
    };
    format!("^(?:(.{{4,}}?)(?:{})|(.{{3,}}?)(?:{}))$", of(4), of(3))
}

/// The stems of names of one kind.
fn names(kind: Name, swap: &Swap) -> String {
    let names: Vec<String> = stem::names()
        .iter()
        .filter(|(_, other)| **other == kind)
        .map(|(name, _)| swap.text(name))
        .collect();
    names.join(" ")
}

/// What folding changes: to each outcome the characters that become it.
fn fold_of() -> BTreeMap<String, String> {
    let mut characters: BTreeMap<String, String> = BTreeMap::new();
    for (from, to) in fold_table() {
        characters.entry(to).or_default().push(from);
    }
    characters
}

/// A table of the lexicon: a line a word, with its other forms; a word that is no form of itself is marked.
fn lexicon(table: &BTreeMap<&str, &str>, swap: &Swap) -> String {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (form, word) in table {
        words.entry(word).or_default().push(form);
    }
    let line = |(word, forms): (&str, Vec<&str>)| {
        let mark = if forms.contains(&word) { "" } else { "-" };
        let others: String =
            forms.iter().filter(|form| **form != word).map(|form| format!(" {form}")).collect();
        swap.text(&format!("{mark}{word}{others}"))
    };
    words.into_iter().map(line).collect::<Vec<_>>().join("\n")
}
