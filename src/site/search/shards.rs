//! The index as files: classic scripts that call `sijillSearch`, so that they load from a folder too.
//!
//! - `search/start.js`: how a word is folded and read ([`table`](super::table)); headlines, dates, subjects, and which
//!   shard holds which words;
//! - `search/filed/N.js`: which articles are filed under which subjects of a group of kinds, for facets and filters;
//! - `search/words/N.js`: a run of families with their stems, forms and postings;
//! - `search/text/N.js`: the text of a few articles, for excerpts and phrases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::entry::{FIELDS, SubjectKind};
use super::index::{AVERAGE, Form, Index};
use super::query::{ASKING, LIGHT};
use super::weights::SIGNS;
use super::word::ROOT;
use super::{find, phrase, subjects, table};

/// The files of a search index: path from the site's root → bytes.
pub type SearchIndex = BTreeMap<String, Vec<u8>>;

/// How many bytes of postings a shard of words holds before the next key begins another.
const SHARD_BYTES: usize = 6_000;

/// How many articles share a shard of text: more where there are few, since they say things in the same words.
fn text_docs(docs: usize) -> usize {
    if docs <= 200 { 12 } else { 4 }
}

/// Kinds of subjects by which articles are filed together: those of few, and those of many.
const GROUPS: [&[SubjectKind]; 2] = [
    &[SubjectKind::Topic, SubjectKind::Outlet, SubjectKind::Year, SubjectKind::Page],
    &[SubjectKind::Person, SubjectKind::Organization, SubjectKind::Place, SubjectKind::Event],
];

/// Up to how many bytes the groups stand in the start file.
const FEW_BYTES: usize = 4_000;

/// Letters of texts that change places with Latin ones, which take half the bytes.
const SWAPPED: [(&str, &str); 1] = [("اأإآىيبتثجحخدذرزسشصضطظعغفقكلمنهوةؤئء،ًٌٍَُِّْ«»؛؟ـ", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")];

/// The digits of postings: the first half ends a number, the second half says that more follows.
const HALF: usize = 45;

/// Where each shard of words begins, as places in the vocabulary.
pub(super) fn cuts(forms: &[Form]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut bytes = usize::MAX;
    for (at, form) in forms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| forms.get(before));
        let new_key = before.is_none_or(|before| before.reading.key != form.reading.key);
        let new_class = before.is_none_or(|before| before.function != form.function);
        if new_class || (bytes >= SHARD_BYTES && new_key) {
            cuts.push(at);
            bytes = 0;
        }
        // A posting takes a little over two bytes.
        bytes += 16 + form.postings.len() * 9 / 4;
    }
    cuts
}

impl Index {
    /// The files of the index; the same index gives the same bytes.
    pub fn files(&self) -> SearchIndex {
        let swap = Swap::new();
        let mut start = call("table", &[table::table()]) + &call("start", &[self.start(&swap)]);
        let filed = GROUPS.iter().enumerate().map(|(number, kinds)| call("filed", &[number.into(), self.filed(kinds).into()]));
        let mut filed: Vec<String> = filed.collect();
        if filed.iter().map(String::len).sum::<usize>() <= FEW_BYTES {
            start.extend(filed.drain(..));
        }
        let mut files = SearchIndex::new();
        let mut add = |path: String, script: String| files.insert(path, script.into_bytes());
        add("search/start.js".to_owned(), start);
        for (number, script) in filed.into_iter().enumerate() {
            add(format!("search/filed/{number}.js"), script);
        }
        for (number, &from) in self.cuts.iter().enumerate() {
            let to = self.cuts.get(number + 1).copied().unwrap_or(self.forms.len());
            add(format!("search/words/{number}.js"), call("words", &[number.into(), shard(&self.forms[from..to], &swap).into()]));
        }
        for (number, docs) in self.docs.chunks(text_docs(self.docs.len())).enumerate() {
            let texts: Vec<Value> = docs.iter().map(|doc| swap.text(&doc.text).into()).collect();
            add(format!("search/text/{number}.js"), call("text", &[number.into(), texts.into()]));
        }
        files
    }

    /// For each subject of these kinds the articles that are filed under it.
    fn filed(&self, kinds: &[SubjectKind]) -> String {
        let mut under = vec![Vec::new(); self.subjects.len()];
        for (number, doc) in (0_u32..).zip(&self.docs) {
            for &at in &doc.subjects {
                under[at].push(number);
            }
        }
        let lists = self.subjects.iter().zip(under).filter(|(subject, _)| kinds.contains(&subject.kind));
        lists.map(|(_, docs)| rising(docs.into_iter())).collect::<Vec<_>>().join(" ")
    }

    /// What the browser has to know before it looks for words.
    fn start(&self, swap: &Swap) -> Value {
        let common = |paths: Vec<&str>| -> (String, String) {
            let Some((first, rest)) = paths.split_first() else { return Default::default() };
            let before = rest.iter().fold(*first, |common, path| shared(common, path));
            let after = rest.iter().fold(&first[before.len()..], |common, path| shared_end(common, &path[before.len()..]));
            (before.to_owned(), after.to_owned())
        };
        let (before, after) = common(self.docs.iter().map(|doc| doc.path.as_str()).collect());
        let paths: Vec<&str> = self.docs.iter().map(|doc| &doc.path[before.len()..doc.path.len() - after.len()]).collect();
        let titles: Vec<String> = self.docs.iter().map(|doc| swap.text(&doc.title)).collect();
        let subjects: Vec<Value> = self
            .subjects
            .iter()
            .map(|subject| {
                let kind = place_of(subject.kind);
                let aliases: Vec<String> = subject.found_by().skip(1).map(|alias| swap.text(alias)).collect();
                // A path that follows from the id is left out, so is what is empty at the end.
                let path = if subject.path == subject.kind.path(&subject.id) { Value::from(1) } else { subject.path.as_str().into() };
                let mut row = vec![kind.into(), subject.id.as_str().into(), swap.text(&subject.name).into(), path];
                if !aliases.is_empty() || !subject.date.is_empty() {
                    row.extend([aliases.join("\n").into(), subject.date.as_str().into()]);
                }
                Value::from(row)
            })
            .collect();
        let cuts: Vec<String> = self.cuts.iter().map(|&at| swap.text(&self.forms[at].reading.key)).collect();
        let function = self.cuts.iter().filter(|&&at| self.forms[at].function).count();
        let lengths: String = self.docs.iter().map(|doc| digit(usize::from(doc.length))).collect();
        let names: Vec<String> = self.names.iter().map(|name| swap.text(name)).collect();
        let weights: Vec<Value> = SIGNS.iter().map(|(sign, name)| json!([name, self.weights.of(*sign)])).collect();
        json!({
            "before": before, "after": after, "paths": paths.join("\n"), "titles": titles, "dates": dates(self.docs.iter().map(|doc| doc.date.as_str())),
            "lengths": lengths, "average": AVERAGE, "names": names.join(" "),
            "subjects": subjects, "cuts": cuts.join(" "), "function": function, "textDocs": text_docs(self.docs.len()),
            "groups": GROUPS.map(|kinds| kinds.iter().map(|&kind| place_of(kind)).collect::<Vec<_>>()),
            "months": subjects::MONTHS, "asking": ASKING, "light": LIGHT.as_slice(), "cards": subjects::limits(), "limits": find::limits(), "mostRead": phrase::MOST_READ,
            "weights": weights, "kinds": SubjectKind::ALL.map(SubjectKind::name), "folders": SubjectKind::ALL.map(SubjectKind::folder),
            "fields": FIELDS.map(|(field, kind)| (field, place_of(kind))),
        })
    }
}

/// A call of the script.
fn call(name: &str, values: &[Value]) -> String {
    let mut script = format!("sijillSearch({}", Value::from(name));
    for value in values {
        // Writing to a string cannot fail.
        let _ = write!(script, ",{value}");
    }
    script + ");\n"
}

/// The number of a kind.
fn place_of(kind: SubjectKind) -> usize {
    SubjectKind::ALL.iter().position(|&other| other == kind).unwrap_or_default()
}

/// Dates, a word each: a day as the days since the one before it, twice as many and one less where it is earlier;
/// anything else as it is, after a stroke.
fn dates<'d>(dates: impl Iterator<Item = &'d str>) -> String {
    let mut last = NaiveDate::default();
    let mut words = Vec::new();
    for date in dates {
        let mut word = String::new();
        match NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().filter(|day| day.to_string() == date) {
            Some(day) => {
                let days = (day - last).num_days();
                let steps = if days < 0 { -2 * days - 1 } else { 2 * days };
                number(usize::try_from(steps).unwrap_or_default(), &mut word);
                last = day;
            }
            None => word = format!("|{date}"),
        }
        words.push(word);
    }
    words.join(" ")
}

/// The letters that change places, there and back: for each character below U+0700 the other one.
pub(super) struct Swap(Vec<char>);

impl Swap {
    pub(super) fn new() -> Self {
        let mut other: Vec<char> = ('\0'..'\u{700}').collect();
        for (arabic, latin) in SWAPPED {
            for (a, b) in arabic.chars().zip(latin.chars()) {
                other[a as usize] = b;
                other[b as usize] = a;
            }
        }
        Self(other)
    }

    /// The text with its letters exchanged; twice gives the text again.
    pub(super) fn text(&self, text: &str) -> String {
        let mut swapped = String::with_capacity(text.len());
        swapped.extend(text.chars().map(|c| self.0.get(c as usize).copied().unwrap_or(c)));
        swapped
    }
}

/// The letters that change places, as the browser takes them.
pub(super) fn swapped() -> Value {
    json!(SWAPPED)
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

/// The digits of numbers, none of which needs an escape in a script or parts the words of a shard.
fn digit(value: usize) -> char {
    const DIGITS: &[u8; 90] = b"!#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}~";
    DIGITS.get(value).map_or('!', |&digit| digit as char)
}

fn postings(postings: &[(u32, u8)], text: &mut String) {
    let mut next = 0;
    for &(doc, blocks) in postings {
        number((doc - next) as usize, text);
        text.push(digit(usize::from(blocks)));
        next = doc + 1;
    }
}

/// A number, its lowest digit last.
fn number(value: usize, text: &mut String) {
    if value >= HALF {
        more(value / HALF - 1, text);
    }
    text.push(digit(value % HALF));
}

fn more(value: usize, text: &mut String) {
    if value >= HALF {
        more(value / HALF - 1, text);
    }
    text.push(digit(HALF + value % HALF));
}

/// Rising numbers as the gaps between them.
fn rising(numbers: impl Iterator<Item = u32>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for value in numbers {
        number((value - next) as usize, &mut text);
        next = value + 1;
    }
    text
}

/// The beginning that two texts share.
pub(super) fn shared<'t>(a: &'t str, b: &str) -> &'t str {
    let end = a.char_indices().zip(b.chars()).find(|((_, a), b)| a != b).map_or(a.len().min(b.len()), |((at, _), _)| at);
    &a[..end]
}

/// The end that two texts share.
fn shared_end<'t>(a: &'t str, b: &str) -> &'t str {
    let same = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    &a[a.len() - same..]
}
