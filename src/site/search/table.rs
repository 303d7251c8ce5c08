//! How a word is folded and read, as data: the browser's copy of the language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::say;
use super::shards::{self, Swap};
use crate::arabic::fold::fold_table;
use crate::arabic::stem::{self, Name};

/// The table by which the browser folds and reads words, and what it says.
pub(super) fn table() -> Value {
    let swap = Swap::new();
    let words = stem::lexicon().tables().map(|table| lexicon(&table, &swap));
    let tables = stem::tables();
    let before: Vec<Value> =
        tables.before.iter().map(|row| json!([row.letters, row.kept / 2, row.classes, row.rest, u8::from(row.short)])).collect();
    let after: Vec<Value> = tables
        .after
        .iter()
        .map(|row| {
            let meem = row.meem.map_or(0, |meem| if meem { 1 } else { 2 });
            json!([row.letters, row.class, row.table as u8, row.add, row.worth, row.least.0, row.least.1, u8::from(row.nisba), meem])
        })
        .collect();
    json!({
        "swap": shards::swapped(), "fold": fold_runs(), "words": words, "names": names(Name::Other, &swap), "places": names(Name::Place, &swap),
        "before": before, "after": after, "article": tables.article, "endings": tables.endings, "rootBefore": tables.root_before,
        "rootAfter": tables.root_after, "placeAfter": tables.place_after, "patterns": tables.patterns, "alike": tables.alike,
        "say": say::sentences(),
    })
}

/// The stems of names of one kind.
fn names(kind: Name, swap: &Swap) -> String {
    let names: Vec<String> = stem::names().iter().filter(|(_, other)| **other == kind).map(|(name, _)| swap.text(name)).collect();
    names.join(" ")
}

/// What folding changes: to each outcome the runs of characters that become it, first and last.
fn fold_runs() -> BTreeMap<String, String> {
    let mut runs: BTreeMap<String, Vec<(char, char)>> = BTreeMap::new();
    for (from, to) in fold_table() {
        let known = runs.entry(to).or_default();
        match known.last_mut().filter(|run| run.1 as u32 + 1 == from as u32) {
            Some(run) => run.1 = from,
            None => known.push((from, from)),
        }
    }
    runs.into_iter().map(|(to, runs)| (to, runs.into_iter().flat_map(|(first, last)| [first, last]).collect())).collect()
}

/// A table of the lexicon: first the words that have no form but themselves, each without what it shares with the one
/// before it, and before it how many letters those are; then, a line each, the words with their other forms.
fn lexicon(table: &BTreeMap<&str, &str>, swap: &Swap) -> String {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (form, word) in table {
        words.entry(word).or_default().push(form);
    }
    let (mut alone, mut lines, mut last) = (String::new(), Vec::new(), "");
    for (word, forms) in words {
        if forms == [word] {
            let shared = shards::shared(last, word);
            alone.push(char::from_digit(shared.chars().count().min(9) as u32, 10).unwrap_or('0'));
            let kept: usize = word.chars().take(9).take(shared.chars().count()).map(char::len_utf8).sum();
            alone += &swap.text(&word[kept..]);
            last = word;
            continue;
        }
        // A word that is no form of itself is marked.
        let mark = if forms.contains(&word) { "" } else { "-" };
        let others: String = forms.iter().filter(|form| **form != word).map(|form| format!(" {}", swap.text(form))).collect();
        lines.push(format!("{mark}{}{others}", swap.text(word)));
    }
    format!("{alone}\n{}", lines.join("\n"))
}
