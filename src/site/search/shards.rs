//! The index as files: classic scripts that call `sijillSearch`, so that they load from a folder too.
//!
//! - `search/search.js`: the script of the page ([`script`](mod@super::script)), how a word is folded and read
//!   ([`table`](super::table)); days, subjects, and which shard holds which words ([`start`](super::start));
//! - `search/filed.js`: which articles are filed under which subjects, for facets and filters; in the first file where
//!   it is short;
//! - `search/words/N.js`: a run of families with their stems, forms and postings;
//! - `search/text/N.js`: pages, headlines and texts of a few articles, for results, excerpts and phrases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;
use serde_json::Value;

use super::code::{Swap, digit, number, rising};
use super::form::Form;
use super::index::{Doc, Index};
use super::often::{Letters, taken};
use super::script::script;
use super::start::{self, Later};
use super::table;
use super::word::ROOT;

/// The files of a search index: path from the site's root → bytes.
pub type SearchIndex = BTreeMap<String, Vec<u8>>;

/// How many bytes of text a shard of texts holds before the next article begins another.
const TEXT_BYTES: usize = 9_000;

/// Up to how many bytes the subjects of articles stand in the first file.
const FEW_BYTES: usize = 4_000;

impl Index {
    /// The files of the index; the same index gives the same bytes.
    pub fn files(&self) -> SearchIndex {
        let swap = Swap::new();
        let taken =
            taken(self.docs.iter().flat_map(|doc| [doc.title.as_str(), doc.text.as_str()]), &swap);
        let letters = Letters::new(&self.often, &taken);
        let firsts = self.text_shards();
        let path = self.shared_path();
        let later =
            Later { taken: &taken, texts: rising(firsts.iter().map(|&first| first as u32)), path };
        let mut start = start::start(self, &later, &swap);
        let filed = Value::from(self.filed());
        let mut files = SearchIndex::new();
        if filed.to_string().len() <= FEW_BYTES {
            start["filed"] = filed;
        } else {
            files.insert("search/filed.js".to_owned(), call("filed", &[filed]).into_bytes());
        }
        // The page begins with this call.
        let head = script() + &call("start", &[table::table(), start]);
        files.insert("search/search.js".to_owned(), head.into_bytes());
        let words = |number: usize| {
            let to = self.cuts.get(number + 1).copied().unwrap_or(self.forms.len());
            let forms = &self.forms[self.cuts[number]..to];
            let script = call("words", &[number.into(), shard(forms, &swap).into()]);
            (format!("search/words/{number}.js"), script.into_bytes())
        };
        files.par_extend((0..self.cuts.len()).into_par_iter().map(words));
        let text = |number: usize| {
            let to = firsts.get(number + 1).copied().unwrap_or(self.docs.len());
            let packed = |doc: &Doc| {
                let middle = &doc.path[path.0.len()..doc.path.len() - path.1.len()];
                let title = doc.title.split_whitespace().collect::<Vec<_>>().join(" ");
                [middle.to_owned(), letters.packed(&format!("{title}\n{}", doc.text), &swap)].into()
            };
            let docs: Vec<Value> = self.docs[firsts[number]..to].iter().map(packed).collect();
            (
                format!("search/text/{number}.js"),
                call("text", &[number.into(), docs.into()]).into_bytes(),
            )
        };
        files.par_extend((0..firsts.len()).into_par_iter().map(text));
        files
    }

    /// The first article of each shard of texts.
    fn text_shards(&self) -> Vec<usize> {
        let mut firsts = Vec::new();
        let mut bytes = usize::MAX;
        for (at, doc) in self.docs.iter().enumerate() {
            if bytes >= TEXT_BYTES {
                firsts.push(at);
                bytes = 0;
            }
            bytes += doc.text.len();
        }
        firsts
    }

    /// What the paths of all articles begin and end with.
    fn shared_path(&self) -> (&str, &str) {
        let mut paths = self.docs.iter().map(|doc| doc.path.as_str());
        let Some(first) = paths.next() else { return ("", "") };
        let before = paths.clone().fold(first, |common, path| shared(common, path));
        let after = paths
            .fold(&first[before.len()..], |common, path| shared_end(common, &path[before.len()..]));
        (before, after)
    }

    /// For each subject the articles that are filed under it.
    fn filed(&self) -> String {
        let mut under = vec![Vec::new(); self.subjects.len()];
        for (number, doc) in (0_u32..).zip(&self.docs) {
            for &at in &doc.subjects {
                under[at].push(number);
            }
        }
        under.into_iter().map(|docs| rising(docs.into_iter())).collect::<Vec<_>>().join(" ")
    }
}

/// A call of the script.
fn call(name: &str, values: &[Value]) -> String {
    let mut script = format!("sijillSearch.{name}(");
    for (at, value) in values.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(script, "{}{value}", if at > 0 { "," } else { "" });
    }
    script + ");\n"
}

/// The forms of a shard, a word each; what repeats the word before is left out.
fn shard(forms: &[Form], swap: &Swap) -> String {
    let mut text = String::new();
    let (mut key, mut stem) = ("", "");
    for form in forms {
        let reading = &form.reading;
        if !text.is_empty() {
            text.push(' ');
        }
        let new_key = reading.key != key;
        let new_stem = new_key || reading.stem != stem;
        (key, stem) = (&reading.key, &reading.stem);
        // Key, stem, form as it is spelled, postings: nothing for what the word before has, `=` for the key, nothing for the stem.
        let said_key = if new_key { swap.text(key) } else { String::new() };
        let said_stem = match (new_stem, stem == key || Some(stem) == key.strip_prefix(ROOT)) {
            (false, _) => String::new(),
            (true, true) => "=".to_owned(),
            (true, false) => swap.text(stem),
        };
        let said_bare = if form.shown() == stem { String::new() } else { swap.text(form.shown()) };
        let _ = write!(text, "{said_key}|{said_stem}|{said_bare}|");
        postings(&form.postings, &mut text);
    }
    text
}

fn postings(postings: &[(u32, u8)], text: &mut String) {
    let mut next = 0;
    for &(doc, blocks) in postings {
        number((doc - next) as usize, text);
        text.push(digit(usize::from(blocks)));
        next = doc + 1;
    }
}

/// The beginning that two texts share.
fn shared<'t>(a: &'t str, b: &str) -> &'t str {
    let end = a
        .char_indices()
        .zip(b.chars())
        .find(|((_, a), b)| a != b)
        .map_or(a.len().min(b.len()), |((at, _), _)| at);
    &a[..end]
}

/// The end that two texts share.
fn shared_end<'t>(a: &'t str, b: &str) -> &'t str {
    let same = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum::<usize>();
    &a[a.len() - same..]
}
