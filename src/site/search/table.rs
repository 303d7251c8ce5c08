//! How a word is folded and read, as data: the browser's copy of the language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::shards::{self, Swap};
use crate::arabic::fold::fold_table;
use crate::arabic::stem;

/// The table by which the browser folds and reads words.
pub(super) fn table() -> Value {
    let swap = Swap::new();
    let mut fold: BTreeMap<String, String> = BTreeMap::new();
    for (from, to) in fold_table() {
        fold.entry(to).or_default().push(from);
    }
    let words = stem::lexicon().tables().map(|table| lexicon(&table, &swap));
    let affixes = stem::affix_tables();
    json!({
        "swap": shards::swapped(), "fold": fold, "words": words,
        "beforeNoun": affixes.before_noun, "beforePresent": affixes.before_present, "afterNoun": affixes.after_noun,
        "afterPast": affixes.after_past, "afterPresent": affixes.after_present, "article": affixes.article,
        "endings": affixes.endings, "familyBefore": affixes.family_before, "familyAfter": affixes.family_after,
    })
}

/// A table of the lexicon: each word with its forms, itself left out where it is the first of them.
fn lexicon(table: &BTreeMap<&str, &str>, swap: &Swap) -> String {
    let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (form, word) in table {
        words.entry(word).or_default().push(form);
    }
    let line = |(word, forms): (&&str, &Vec<&str>)| {
        // A word that is no form of itself is marked.
        let mark = if forms.contains(word) { "" } else { "-" };
        let others: String = forms.iter().filter(|form| *form != word).map(|form| format!(" {}", swap.text(form))).collect();
        format!("{mark}{}{others}", swap.text(word))
    };
    words.iter().map(line).collect::<Vec<_>>().join("\n")
}
