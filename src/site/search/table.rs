//! How a word is folded and read, as data: the browser's copy of the language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::code::{DIGITS, SWAPPED, Swap};
use super::often::PARTING;
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
        "swap": SWAPPED, "digits": DIGITS, "fold": fold_of(), "words": words, "sets": {
            "names": names(Name::Other, &swap), "foreign": names(Name::Foreign, &swap), "places": names(Name::Place, &swap),
            "verbs": swap.text(&tables.verbs.iter().map(String::as_str).collect::<Vec<_>>().join(" ")),
        },
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
    let after_waw: Vec<String> = tables
        .after_waw
        .iter()
        .map(|end| end.chars().map(String::from).collect::<Vec<_>>().join("ا"))
        .collect();
    let one_letter: Vec<Value> = tables
        .only_weak
        .iter()
        .map(|(letter, mark)| rule(&format!("^([^اويء])ا?{letter}[اويء]*$"), &format!("$1{mark}")))
        .collect();
    let [bones, letters] = [&heard, &alike].map(|of| [&of[..], &strong].concat());
    json!({
        "token": [rule(&token(), "")],
        "invisible": [rule(INVISIBLE, "")],
        "part": [rule(PART, "")],
        "joined": [rule(&format!("^(?:{})$", JOINED.join("|")), "")],
        // «وفي» is «في», «بهذا» is «هذا».
        "prefixed": [rule("^(?:[وف](?=..)|[بلك](?=...))", "")],
        // What folding leaves of a hamza above a letter.
        "hamza": [rule("[وي]\u{654}", "ء"), rule("\u{654}", "")],
        // A number as all write it: no mark between groups of three, a point before its fraction.
        "number": [rule("[,٬،](?=[0-9]{3}(?![0-9]))(?<=^[0-9].*)", ""), rule("[,٬،٫](?<=^[0-9].*)", ".")],
        // The space after a word that is one letter in texts.
        "packed": [rule(&format!("\0(?=[{}]|$)", in_class(PARTING)), ""), rule("\0", " ")],
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
            // «اتصال» is from وصل.
            rule(&format!("^ات(?={})(.)ا(.)(?:يه|ي)?$", after_waw.join("|")), "و$1$2"),
            rule(&end(tables.root_after), "$1"), rule("^ا(?=نت)", ""),
            rule(&format!("(?!^نت|^ت.ا.$){}", start(tables.root_before)), ""),
            one_letter[0], one_letter[1],
            rule("(?!^)(?:[اوي]|ء$)", "-"), rule("-+", "-"),
            // Three strong letters are enough; of fewer the places of the weak ones are kept.
            rule("^(?=(?:-*[^-]){3})", "#"), rule("-(?<=^#.*)", ""), rule("^#(.)ت(?=..)|^#", "$1"),
        ],
        "likeEnding": [rule(&format!("[{}]$", tables.like_endings.iter().collect::<String>()), "")],
        "bones": bones,
        "letters": letters,
    })
}

/// Characters as a class of a regular expression has them.
fn in_class(characters: &str) -> String {
    let escaped = |c: char| if "\\]^-[".contains(c) { vec!['\\', c] } else { vec![c] };
    characters.chars().flat_map(escaped).collect()
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

/// What folding changes: the characters of each outcome, and the outcome.
fn fold_of() -> Vec<(String, String)> {
    let mut characters: BTreeMap<String, String> = BTreeMap::new();
    for (from, to) in fold_table() {
        characters.entry(to).or_default().push(from);
    }
    characters.into_iter().map(|(to, from)| (from, to)).collect()
}

/// A table of the lexicon: a line a word, with its forms; the word itself is left empty among them.
fn lexicon(table: &BTreeMap<&str, &str>, swap: &Swap) -> String {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (form, word) in table {
        words.entry(word).or_default().push(form);
    }
    let line = |(word, forms): (&str, Vec<&str>)| {
        let shown = |form: &&str| if *form == word { " ".to_owned() } else { format!(" {form}") };
        swap.text(&format!("{word}{}", forms.iter().map(shown).collect::<String>()))
    };
    words.into_iter().map(line).collect::<Vec<_>>().join("\n")
}
