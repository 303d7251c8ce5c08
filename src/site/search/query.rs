//! What is asked: words, phrases, what is left out, filters.

use super::entry::SubjectKind;
use super::index::Index;
use super::word::{SearchWord, words};
use crate::arabic::chars::is_zero_width;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, QUESTION, is};

/// How many words of a query are looked for; the rest is left out.
pub(super) const MOST_WORDS: usize = 24;

/// Up to how many words an article must have all of them, where they are no question; a longer query tells a story.
pub(super) const MOST_NEEDED: usize = 3;

/// A query, read. Any text is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Words to look for; without those that only hold a sentence together unless there are no others.
    pub(super) words: Vec<SearchWord>,
    /// Phrases that must stand in a hit, word by word.
    pub(super) phrases: Vec<Vec<SearchWord>>,
    /// Words that must not stand in it.
    pub(super) without: Vec<SearchWord>,
    /// Phrases that must not stand in it.
    pub(super) without_phrases: Vec<Vec<SearchWord>>,
    /// What a hit must be filed under.
    pub(super) filters: Vec<(SubjectKind, String)>,
    /// Fields that are none.
    pub(super) unknown: Vec<String>,
    /// Whether only words were asked that hold a sentence together.
    pub(super) only_function: bool,
    /// Whether only single letters were asked, which stand everywhere.
    pub(super) too_short: bool,
    /// Which of the words only ask: see [`LIGHT`](lexicon::LIGHT).
    pub(super) light: Vec<bool>,
    /// Whether it is a question: its answer need not have all of its words, nor its quotations as they are.
    pub(super) question: bool,
}

impl Query {
    /// Whether an article must have all of its words.
    pub(super) fn needs_all(&self) -> bool {
        !self.question && self.words.len() <= MOST_NEEDED
    }
}

/// One part of a query as it was typed.
struct Part {
    text: String,
    quoted: bool,
    without: bool,
    field: Option<String>,
}

/// Reads a query.
pub(super) fn parse(index: &Index, text: &str) -> Query {
    let mut query = Query { question: text.trim_end().ends_with(['؟', '?']), ..Query::default() };
    let mut plain = Vec::new();
    for part in parts(text) {
        let kind = part
            .field
            .as_deref()
            .map(|field| (field, SubjectKind::of_field(&folded(field).trim().to_lowercase())));
        if let Some((_, Some(kind))) = kind {
            if !part.text.trim().is_empty() {
                query.filters.push((kind, part.text.trim().to_owned()));
            }
            continue;
        }
        if let Some((field, None)) = kind {
            query.unknown.push(field.to_owned());
        }
        let mut found: Vec<SearchWord> =
            words(&part.text).map(|word| word.among(&index.names)).collect();
        if !part.quoted && found.iter().any(is_letter) {
            found.retain(|word| !is_letter(word));
            query.too_short = true;
        }
        match (part.quoted && found.len() > 1, part.without) {
            (true, false) => {
                plain.extend(found.iter().cloned());
                query.phrases.push(found);
            }
            (true, true) => query.without_phrases.push(found),
            (false, false) if part.quoted => {
                plain.extend(found.iter().cloned());
                query.phrases.extend(Some(found).filter(|found| !found.is_empty()));
            }
            (false, false) => plain.extend(found),
            (false, true) => query.without.extend(found),
        }
    }
    query.too_short &= plain.is_empty();
    query.question |= plain.first().is_some_and(|first: &SearchWord| is(&first.folded, QUESTION));
    query.only_function = !plain.is_empty() && plain.iter().all(|word| word.function);
    let wanted = |word: &SearchWord| query.only_function || !word.function;
    for word in plain.into_iter().filter(wanted) {
        // A word twice is a word once.
        if query.words.len() < MOST_WORDS
            && !query.words.iter().any(|known| known.readings == word.readings)
        {
            query.words.push(word);
        }
    }
    let light = |word: &SearchWord| {
        word.readings.first().is_some_and(|reading| is(&reading.stem, lexicon::LIGHT))
    };
    // Of a question any word may be missing; what only sounds like one says nothing then.
    if query.needs_all() {
        query.words = query.words.into_iter().map(SearchWord::asked).collect();
    }
    query.light = query.words.iter().map(|word| query.question && light(word)).collect();
    query
}

/// Whether a word is a single letter.
fn is_letter(word: &SearchWord) -> bool {
    word.folded.chars().count() == 1 && !word.folded.starts_with(|c: char| c.is_ascii_digit())
}

/// Parts a query at spaces, outside quotes.
fn parts(text: &str) -> Vec<Part> {
    let letters: Vec<char> = text.chars().filter(|&c| !is_zero_width(c)).collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        let without = matches!(letters[at], '-' | '−' | '–')
            && letters.get(at + 1).is_some_and(|next| !next.is_whitespace());
        at += usize::from(without);
        let (field, start) = field(&letters, at);
        at = start;
        let closing = letters.get(at).and_then(|&open| closing(open));
        let (text, quoted) = match closing {
            Some(close) => {
                let end = (at + 1..letters.len()).find(|&end| close.contains(letters[end]));
                let end = end.unwrap_or(letters.len());
                let text: String = letters[at + 1..end].iter().collect();
                at = end + 1;
                (text, true)
            }
            None => {
                let end = (at..letters.len())
                    .find(|&end| letters[end].is_whitespace())
                    .unwrap_or(letters.len());
                let text: String = letters[at..end].iter().collect();
                at = end;
                (text, false)
            }
        };
        parts.push(Part { text, quoted, without, field });
    }
    parts
}

/// The name of a field with its colon, and where its value begins.
fn field(letters: &[char], at: usize) -> (Option<String>, usize) {
    let name = letters[at..].iter().take(24).take_while(|c| c.is_alphabetic()).count();
    let colon = letters.get(at + name) == Some(&':') && name > 0;
    let value =
        letters.get(at + name + 1).is_some_and(|next| !next.is_whitespace() && *next != '/');
    if colon && value {
        (Some(letters[at..at + name].iter().collect()), at + name + 1)
    } else {
        (None, at)
    }
}

/// What closes a quotation that opens so.
fn closing(open: char) -> Option<&'static str> {
    match open {
        '«' => Some("»"),
        '"' => Some("\""),
        '“' | '”' | '„' => Some("”“"),
        _ => None,
    }
}
