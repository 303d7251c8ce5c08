//! The index as files: classic scripts that call `sijillSearch`, so that they load from a folder too.
//!
//! - `search/search.js`: the script of the page ([`script`](mod@super::script)), how a word is folded and read
//!   ([`table`](super::table)); days, subjects, and which shard holds which words ([`start`](super::start));
//! - `search/filed.js`: which articles are filed under which subjects, for facets and filters; in the first file where
//!   it is short;
//! - `search/words/N.js`: a run of families with their stems, forms and postings;
//! - `search/text/N.js`: pages, headlines and texts of a few articles, for results, excerpts and phrases.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::code::{Swap, digit, number, rising};
use super::form::Form;
use super::index::{Doc, Index};
use super::often::{Letters, taken};
use super::script::script;
use super::start::{self, Later};
use super::table;
use super::word::ROOT;
use crate::site::output::{Key, Late};

/// The files of a search index: path from the site's root → bytes.
pub type SearchIndex = BTreeMap<String, Vec<u8>>;

/// How many bytes of text a shard of texts holds before the next article begins another.
const TEXT_BYTES: usize = 9_000;

/// Up to how many bytes the subjects of articles stand in the first file.
const FEW_BYTES: usize = 4_000;

impl Index {
    /// The files of the index; the same index gives the same bytes.
    pub fn files(&self) -> SearchIndex {
        let (mut files, texts) = self.files_but_texts();
        let texts = texts.of(self);
        files.par_extend(
            (0..texts.firsts.len()).into_par_iter().map(|at| (text_path(at), texts.shard(at))),
        );
        files
    }

    /// The same, of which texts that have not changed need not be made.
    pub(crate) fn late_files(self) -> BTreeMap<String, Late> {
        let index = Arc::new(self);
        let (files, texts) = index.files_but_texts();
        let texts = Arc::new(texts.of(index));
        let late = |at: usize| {
            let shared = Arc::clone(&texts);
            (text_path(at), Late::Keyed(texts.key(at), Arc::new(move || shared.shard(at))))
        };
        let files = files.into_iter().map(|(path, bytes)| (path, bytes.into()));
        files.chain((0..texts.firsts.len()).map(late)).collect()
    }

    fn files_but_texts(&self) -> (SearchIndex, Texts<()>) {
        let swap = Swap::new();
        let taken =
            taken(self.docs.iter().flat_map(|doc| [doc.title.as_str(), doc.text.as_str()]), &swap);
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
        let letters = Letters::new(&self.often, &taken);
        let path = (path.0.len(), path.1.len());
        (files, Texts { index: (), letters, swap, path, firsts })
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

/// The shards of texts.
struct Texts<I> {
    index: I,
    letters: Letters,
    swap: Swap,
    /// How much all paths share at their beginning and at their end.
    path: (usize, usize),
    /// The first article of each shard.
    firsts: Vec<usize>,
}

impl Texts<()> {
    fn of<I: Borrow<Index>>(self, index: I) -> Texts<I> {
        let Self { letters, swap, path, firsts, index: () } = self;
        Texts { index, letters, swap, path, firsts }
    }
}

impl<I: Borrow<Index>> Texts<I> {
    fn docs(&self, number: usize) -> &[Doc] {
        let docs = &self.index.borrow().docs;
        let to = self.firsts.get(number + 1).copied().unwrap_or(docs.len());
        &docs[self.firsts[number]..to]
    }

    /// What of its path only that article has.
    fn middle<'d>(&self, doc: &'d Doc) -> &'d str {
        &doc.path[self.path.0..doc.path.len() - self.path.1]
    }

    fn shard(&self, number: usize) -> Vec<u8> {
        let packed = |doc: &Doc| {
            let title = doc.title.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = self.letters.packed(&format!("{title}\n{}", doc.text), &self.swap);
            [self.middle(doc).to_owned(), text].into()
        };
        let docs: Vec<Value> = self.docs(number).iter().map(packed).collect();
        call("text", &[number.into(), docs.into()]).into_bytes()
    }

    /// A digest of all that decides a shard.
    fn key(&self, number: usize) -> Key {
        let mut all = Sha256::new();
        all.update(self.letters.digest());
        all.update((number as u64).to_le_bytes());
        for doc in self.docs(number) {
            all.update(doc.digest);
            let middle = self.middle(doc);
            all.update((middle.len() as u64).to_le_bytes());
            all.update(middle);
        }
        all.finalize().into()
    }
}

fn text_path(number: usize) -> String {
    format!("search/text/{number}.js")
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
