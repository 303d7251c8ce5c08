//! The stretch of an article that answers best, and why: the same steps as in `static/search.js`.

use super::index::Index;
use super::query::{Query, parse};
use super::word::{Likeness, SearchWord, spans, word};
use crate::span::Span;

/// How long an excerpt is, and how much of it stands before the first word that was found.
pub(super) const WORDS: usize = 32;
pub(super) const WORDS_BEFORE: usize = 6;

/// At how many words of a line an excerpt may begin.
pub(super) const MOST_STARTS: usize = 64;

/// How many reasons are given.
pub(super) const MOST_REASONS: usize = 4;

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words as the source spells them.
    pub text: String,
    /// Whether they are a word that was asked for.
    pub marked: bool,
}

/// A query that is ready to be looked for in texts.
pub struct Reader<'i> {
    index: &'i Index,
    query: Query,
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
        Self { index, query: parse(index, query) }
    }

    /// How a word answers each word of the query.
    fn answers(&self, word: SearchWord) -> Vec<Option<Likeness>> {
        let word = word.among(&self.index.names);
        let answer = |asked: &SearchWord| {
            let alike = word.readings.iter().filter_map(|met| asked.answered_by(met)).max();
            alike.filter(|_| word.function == asked.function)
        };
        self.query.words.iter().map(answer).collect()
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
                .filter_map(|(at, span)| {
                    Some(Mark { at, answers: self.answers(word(*span, span.cut(line))?) })
                })
                .filter(|mark| mark.answers.iter().any(Option::is_some))
                .collect();
            for from in marks.iter().take(MOST_STARTS) {
                let worth = self.worth(&marks, from.at);
                if best.as_ref().is_none_or(|best| worth > best.worth) {
                    let marks = marks.iter().map(|mark| mark.at).collect();
                    best =
                        Some(Stretch { worth, line, places: places.clone(), marks, from: from.at });
                }
            }
        }
        match best {
            Some(best) => cut(best.line, &best.places, &best.marks, best.from),
            None => {
                let line =
                    text.split('\n').find(|line| !line.trim().is_empty()).unwrap_or_default();
                cut(line, &spans(line).collect::<Vec<_>>(), &[], 0)
            }
        }
    }

    /// What the stretch from a word on is worth: how well each word of the query is answered, then how often, in tenths.
    fn worth(&self, marks: &[Mark], from: usize) -> i64 {
        let inside =
            || marks.iter().filter(|mark| (from..from + WORDS - WORDS_BEFORE).contains(&mark.at));
        let points =
            |likeness: Option<Likeness>| likeness.map_or(0, |likeness| likeness as i64 + 1);
        let each = (0..self.query.words.len())
            .map(|at| inside().map(|mark| points(mark.answers[at])).max().unwrap_or(0));
        each.sum::<i64>() * 10 + inside().count().min(9) as i64
    }

    /// The words by which an article answers those of the query that do not stand in it themselves, the surest first,
    /// each spelling once: «كتب» for «كتاب». Nothing where the reader's own words are there.
    pub fn reasons(&self, entry: usize) -> Vec<(Likeness, String)> {
        let Some(doc) = self.index.docs.get(entry) else { return Vec::new() };
        let text = format!("{}\n{}", doc.title, doc.text);
        let mut best: Vec<Option<(Likeness, String)>> = vec![None; self.query.words.len()];
        for span in spans(&text) {
            let Some(read) = word(span, span.cut(&text)) else { continue };
            for (best, answer) in best.iter_mut().zip(self.answers(read)) {
                if let Some(how) =
                    answer.filter(|how| best.as_ref().is_none_or(|(least, _)| how > least))
                {
                    *best = Some((how, span.cut(&text).to_owned()));
                }
            }
        }
        let mut reasons: Vec<(Likeness, String)> =
            best.into_iter().flatten().filter(|(how, _)| *how < Likeness::Form).collect();
        reasons.sort_by_key(|(how, _)| std::cmp::Reverse(*how));
        reasons.dedup_by(|later, first| later.1 == first.1);
        reasons.truncate(MOST_REASONS);
        reasons
    }
}

/// A line from a little before a word on, with points where something is left out.
fn cut(line: &str, places: &[Span], marks: &[usize], from: usize) -> Vec<Piece> {
    let from = from.saturating_sub(WORDS_BEFORE);
    let to = places.len().min(from + WORDS);
    let (Some(first), Some(last)) =
        (places.get(from), to.checked_sub(1).and_then(|last| places.get(last)))
    else {
        return Vec::new();
    };
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
