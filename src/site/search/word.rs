//! A word of a text as search reads it.

use std::collections::BTreeSet;

use crate::arabic::fold::folded;
use crate::arabic::stem::{analyze, key, name_keys, same_letters, same_name, sound_alike};
use crate::arabic::tokenize::{TokenKind, tokens};
use crate::span::Span;

/// What begins the key of words that are kin by their root.
pub(super) const ROOT: char = '*';

/// What begins the key of foreign names, which are spelled in several ways.
const SPELLING: char = '+';

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SearchWord {
    /// Where it stands.
    pub(super) span: Span,
    /// The word folded.
    pub(super) folded: String,
    /// Its readings: one, or two where a first letter may be a preposition.
    pub(super) readings: Vec<SearchReading>,
    /// Its keys as a name, for where nothing answers it otherwise; only of words that are asked: see [`SearchWord::asked`].
    pub(super) names: Vec<String>,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
}

/// One way to read a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SearchReading {
    /// What it shares with all that it may be found by; those of one key lie in one shard.
    pub(super) key: String,
    /// Its stem.
    pub(super) stem: String,
    /// The word without its clitics.
    pub(super) bare: String,
}

/// How a word answers a word of the query, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Of one root: «كاتب» for «كتابة».
    Kin,
    /// A foreign name that sounds so, perhaps another one: «جورباتشوف» for «غورباتشوف».
    Sound,
    /// A foreign name spelled otherwise: «بلنكن» for «بلينكن».
    Spelling,
    /// A form of it: «كتب» for «كتاب».
    Stem,
    /// The word itself, whatever is written onto it: «والعراق» for «العراق».
    Form,
}

/// How one reading answers another.
pub(super) fn likeness(asked: &SearchReading, met: &SearchReading) -> Option<Likeness> {
    if asked.bare == met.bare {
        return Some(Likeness::Form);
    }
    if asked.stem == met.stem {
        return Some(Likeness::Stem);
    }
    let shared = asked.key == met.key;
    match asked.key.chars().next() {
        Some(ROOT) if shared => Some(Likeness::Kin),
        Some(SPELLING) if shared => name_likeness(asked, met),
        _ => None,
    }
}

/// How a name answers another that is asked by one key.
fn name_likeness(asked: &SearchReading, met: &SearchReading) -> Option<Likeness> {
    if same_letters(&asked.bare, &met.bare) && same_name(&asked.bare, &met.bare) {
        return Some(Likeness::Spelling);
    }
    let sounds = sound_alike(&asked.bare, &met.bare) || sound_alike(&asked.stem, &met.stem);
    sounds.then_some(Likeness::Sound)
}

impl SearchWord {
    /// How a reading of another word answers this one.
    pub(super) fn answered_by(&self, met: &SearchReading) -> Option<Likeness> {
        let read = self.readings.iter().filter_map(|asked| likeness(asked, met)).max();
        let as_name = || {
            let first = self.readings.first().filter(|_| self.names.contains(&met.key))?;
            name_likeness(first, met)
        };
        read.max(as_name())
    }

    /// The word as one that is asked.
    pub(super) fn asked(mut self) -> Self {
        if let Some(SearchReading { stem, bare, .. }) =
            self.readings.first().filter(|_| !self.function)
        {
            self.names = name_keys(stem, bare);
        }
        self
    }

    /// The word where some names are known that its readings must not be kin of anything by: «ظريف» is a minister.
    pub(super) fn among(mut self, names: &BTreeSet<String>) -> Self {
        self.readings = self.readings.into_iter().map(|reading| reading.among(names)).collect();
        self
    }
}

impl SearchReading {
    /// The reading where some names are known that it must not be kin of anything by.
    pub(super) fn among(mut self, names: &BTreeSet<String>) -> Self {
        if self.key.starts_with(ROOT) && names.contains(&self.stem) {
            self.key.clone_from(&self.stem);
        }
        self
    }
}

/// The words of a text with all that is known of them.
pub(super) fn words(text: &str) -> impl Iterator<Item = SearchWord> + '_ {
    spans(text).filter_map(|span| word(span, span.cut(text)))
}

/// Where the words and numbers of a text stand.
pub(super) fn spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    tokens(text).filter(|token| token.kind != TokenKind::Mark).map(|token| token.span)
}

/// Reads one word; nothing is left of one that is all marks.
pub(super) fn word(span: Span, word: &str) -> Option<SearchWord> {
    let folded = number(folded(word));
    if folded.is_empty() {
        return None;
    }
    let read = analyze(&folded);
    let reading = |stem: &str, bare: &str| SearchReading {
        key: key(stem),
        stem: stem.to_owned(),
        bare: bare.to_owned(),
    };
    let readings = std::iter::once(reading(&read.stem, read.bare))
        .chain(read.other.map(|other| reading(other, other)))
        .collect();
    Some(SearchWord { span, readings, names: Vec::new(), function: read.function, folded })
}

/// A number as all write it: without marks between groups of three digits, a point before its fraction.
fn number(word: String) -> String {
    if !word.starts_with(|c: char| c.is_ascii_digit())
        || word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return word;
    }
    let parts: Vec<&str> = word.split([',', '٬', '،']).collect();
    let grouped = parts
        .iter()
        .skip(1)
        .all(|part| part.split(['.', '٫']).next().is_some_and(|digits| digits.len() == 3));
    parts.join(if grouped { "" } else { "." }).replace('٫', ".")
}
