//! The start: what the browser has to know before it looks for words.

use serde_json::{Value, json};

use super::code::{Swap, digit};
use super::entry::{FIELDS, SubjectKind};
use super::index::{AVERAGE, Index};
use super::weights::SIGNS;
use super::{blocks, find, subjects};
use crate::arabic::lexicon::{Kinds, LIGHT, MONTH_STEM, QUESTION, row};

/// What of the files that are loaded later the start names.
pub(super) struct Later<'l> {
    /// Letters that stand for no word.
    pub(super) taken: &'l str,
    /// The first article of each shard of texts.
    pub(super) texts: String,
    /// What all paths begin and end with.
    pub(super) path: (&'l str, &'l str),
}

/// The start of an index.
pub(super) fn start(index: &Index, later: &Later<'_>, swap: &Swap) -> Value {
    let joined =
        |words: &mut dyn Iterator<Item = &str>| swap.text(&words.collect::<Vec<_>>().join(" "));
    let subjects: Vec<Value> = index
        .subjects
        .iter()
        .map(|subject| {
            let aliases: Vec<&String> = subject.found_by().skip(1).collect();
            json!({
                "kind": place_of(subject.kind), "id": subject.id, "name": subject.name, "path": subject.path,
                "aliases": aliases, "date": subject.date,
            })
        })
        .collect();
    let dates: Vec<&str> = index.docs.iter().map(|doc| doc.date.as_str()).collect();
    let lengths: String = index.docs.iter().map(|doc| digit(usize::from(doc.length))).collect();
    let weights: serde_json::Map<String, Value> = SIGNS
        .iter()
        .map(|(sign, name)| ((*name).to_owned(), index.weights.of(*sign).into()))
        .collect();
    // The shards in order have their first keys, the gathered ones all of them.
    let in_order =
        index.cuts.iter().take(index.few.function).chain(index.cuts.iter().skip(index.few.rest));
    let mut gathered = vec![String::new(); index.few.rest - index.few.function];
    for (key, number) in &index.few.gathered {
        let keys = &mut gathered[number - index.few.function];
        *keys += if keys.is_empty() { "" } else { " " };
        *keys += key;
    }
    let answering =
        SubjectKind::ALL.into_iter().filter(|kind| kind.answers_questions()).map(place_of);
    json!({
        "before": later.path.0, "after": later.path.1, "texts": later.texts, "taken": later.taken,
        "often": joined(&mut index.often.iter().map(String::as_str)), "dates": dates.join(" "), "lengths": lengths,
        "days": index.days, "average": AVERAGE, "worths": blocks::worths(&index.weights).to_vec(), "names": joined(&mut index.names.iter().map(String::as_str)), "subjects": subjects,
        "cuts": joined(&mut in_order.map(|&at| index.forms[at].reading.key.as_str())),
        "function": index.few.function, "rest": index.few.rest, "gathered": swap.text(&gathered.join("\n")),
        "months": words(MONTH_STEM), "asking": words(QUESTION), "light": words(LIGHT), "cards": subjects::limits(),
        "answering": answering.collect::<Vec<_>>(), "limits": find::limits(), "weights": weights,
        "fields": FIELDS.map(|(field, kind)| (field, place_of(kind))),
    })
}

/// The number of a kind.
pub(super) fn place_of(kind: SubjectKind) -> usize {
    SubjectKind::ALL.iter().position(|&other| other == kind).unwrap_or_default()
}

/// The words of a list that the script of the page has too, folded.
fn words(kind: Kinds) -> Vec<&'static str> {
    row(kind).iter().map(|entry| entry.folded.as_str()).collect()
}
