//! The stretch of an article that answers best, and why: the same steps as in `static/search.js`.

use super::find::{Found, look_up};
use super::index::Index;
use super::query::{Query, parse};
use super::terms::{Word, spans, word};
use crate::span::Span;

/// How long an excerpt is, and how much of it stands before the first word that was found.
const WORDS: usize = 32;
const WORDS_BEFORE: usize = 6;

/// At how many words of a line an excerpt may begin.
const MOST_STARTS: usize = 64;

/// How many reasons are given.
const MOST_REASONS: usize = 4;

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words as the source spells them.
    pub text: String,
    /// Whether they are a word that was asked for.
    pub marked: bool,
}

/// How a word of an article answers a word of the query, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Of one family, or spelled nearly so.
    Family,
    /// A form of it.
    Stem,
    /// The word itself.
    Form,
}

/// A query that is ready to be looked for in texts.
pub struct Reader<'i> {
    index: &'i Index,
    query: Query,
    found: Vec<Found>,
}

/// A word of a line that answers: its place among the words, and how it answers each word of the query.
struct Mark {
    at: usize,
    answers: Vec<Option<Likeness>>,
}

/// A stretch of a line, from one of its words on.
struct Stretch<'t> {
    worth: i64,
    line: &'t str,
    places: Vec<Span>,
    marks: Vec<usize>,
    from: usize,
}

impl<'i> Reader<'i> {
    /// Looks the words of a query up.
    pub fn new(index: &'i Index, query: &str) -> Self {
        let query = parse(query);
        let found = query.words.iter().map(|asked| look_up(index, asked)).collect();
        Self { index, query, found }
    }

    /// How a word answers each word of the query.
    fn answers(&self, word: &Word) -> Vec<Option<Likeness>> {
        let answer = |(asked, found): (&Word, &Found)| {
            if word.function != asked.function {
                return None;
            }
            let pairs = word.readings.iter().flat_map(|mine| asked.readings.iter().map(move |theirs| (mine, theirs)));
            let alike = pairs.filter_map(|(mine, theirs)| match () {
                () if mine.bare == theirs.bare => Some(Likeness::Form),
                () if mine.stem == theirs.stem => Some(Likeness::Stem),
                () if mine.family == theirs.family => Some(Likeness::Family),
                () => None,
            });
            let near = || {
                let near = |bare: &str| found.near.iter().any(|&(at, _)| self.index.forms[at].reading.bare == bare);
                word.readings.iter().any(|mine| near(&mine.bare)).then_some(Likeness::Family)
            };
            alike.max().or_else(near)
        };
        self.query.words.iter().zip(&self.found).map(answer).collect()
    }

    /// The stretch of an article that answers best, in pieces.
    pub fn excerpt(&self, entry: usize) -> Vec<Piece> {
        let text = self.index.docs.get(entry).map_or("", |doc| doc.text.as_str());
        let mut best: Option<Stretch<'_>> = None;
        for line in text.split('\n') {
            let places: Vec<Span> = spans(line).collect();
            let marks: Vec<Mark> = places
                .iter()
                .enumerate()
                .filter_map(|(at, span)| Some(Mark { at, answers: self.answers(&word(*span, span.cut(line))?) }))
                .filter(|mark| mark.answers.iter().any(Option::is_some))
                .collect();
            for from in marks.iter().take(MOST_STARTS) {
                let worth = self.worth(&marks, from.at);
                if best.as_ref().is_none_or(|best| worth > best.worth) {
                    let marks = marks.iter().map(|mark| mark.at).collect();
                    best = Some(Stretch { worth, line, places: places.clone(), marks, from: from.at });
                }
            }
        }
        match best {
            Some(best) => cut(best.line, &best.places, &best.marks, best.from),
            None => {
                let line = text.split('\n').find(|line| !line.trim().is_empty()).unwrap_or_default();
                cut(line, &spans(line).collect::<Vec<_>>(), &[], 0)
            }
        }
    }

    /// What the stretch from a word on is worth: how well each word of the query is answered, then how often, in tenths.
    fn worth(&self, marks: &[Mark], from: usize) -> i64 {
        let inside = || marks.iter().filter(|mark| (from..from + WORDS - WORDS_BEFORE).contains(&mark.at));
        let points = |likeness: Option<Likeness>| likeness.map_or(0, |likeness| likeness as i64 + 1);
        let each = (0..self.query.words.len()).map(|at| inside().map(|mark| points(mark.answers[at])).max().unwrap_or(0));
        each.sum::<i64>() * 10 + inside().count().min(9) as i64
    }

    /// The words of an article and its headline by which it was found, the surest first, each spelling once.
    pub fn reasons(&self, entry: usize) -> Vec<(Likeness, String)> {
        let Some(doc) = self.index.docs.get(entry) else { return Vec::new() };
        let text = format!("{}\n{}", doc.title, doc.text);
        let mut seen = std::collections::BTreeSet::new();
        let mut reasons = Vec::new();
        for span in spans(&text) {
            let Some(read) = word(span, span.cut(&text)) else { continue };
            let best = self.answers(&read).into_iter().flatten().max();
            if let Some(best) = best.filter(|_| !seen.contains(&read.folded)) {
                seen.insert(read.folded);
                reasons.push((best, span.cut(&text).to_owned()));
            }
        }
        reasons.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        reasons.truncate(MOST_REASONS);
        reasons
    }
}

/// A line from a little before a word on, with points where something is left out.
fn cut(line: &str, places: &[Span], marks: &[usize], from: usize) -> Vec<Piece> {
    let from = from.saturating_sub(WORDS_BEFORE);
    let to = places.len().min(from + WORDS);
    let (Some(first), Some(last)) = (places.get(from), to.checked_sub(1).and_then(|last| places.get(last))) else { return Vec::new() };
    let mut pieces = Vec::new();
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut at = if from > 0 { first.start } else { 0 };
    push(if from > 0 { "… " } else { "" }, false);
    for mark in marks.iter().filter(|mark| (from..to).contains(mark)) {
        push(&line[at..places[*mark].start], false);
        push(places[*mark].cut(line), true);
        at = places[*mark].end;
    }
    let end = if to < places.len() { last.end } else { line.len() };
    push(&line[at..end], false);
    push(if to < places.len() { " …" } else { "" }, false);
    pieces
}
