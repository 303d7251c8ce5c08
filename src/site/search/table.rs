//! How a word is folded and read, as data: the browser's copy of the language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::shards::{self, Swap};
use crate::arabic::fold::fold_table;
use crate::arabic::stem;

/// The table by which the browser folds and reads words.
pub(super) fn table() -> Value {
    let swap = Swap::new();
    let fold = fold_runs();
    let words = stem::lexicon().tables().map(|table| lexicon(&table, &swap));
    let affixes = stem::affix_tables();
    json!({
        "swap": shards::swapped(), "fold": fold, "words": words,
        "beforeNoun": affixes.before_noun, "beforePresent": affixes.before_present, "afterNoun": affixes.after_noun,
        "afterPast": affixes.after_past, "afterPresent": affixes.after_present, "article": affixes.article,
        "endings": affixes.endings, "familyBefore": affixes.family_before, "familyAfter": affixes.family_after,
    })
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
