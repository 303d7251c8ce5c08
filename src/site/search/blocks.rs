//! Where in an article a word stands: one bit for each of six blocks, so that a posting says in one digit what counts
//! more, how often the word is there, and which words stand together.

use super::entry::Entry;
use super::weights::{Sign, Weights};
use super::word::spans;

/// How many blocks an article has.
pub(super) const BLOCKS: usize = 6;

/// The headline.
pub(super) const TITLE: u8 = 1;

/// The names that it is filed under.
pub(super) const NAMES: u8 = 2;

/// The opening; the three thirds of the rest follow.
pub(super) const LEDE: u8 = 4;

/// The thirds of the rest.
pub(super) const PARTS_OF_REST: u8 = LEDE << 1 | LEDE << 2 | LEDE << 3;

/// Into how many parts the rest falls.
const PARTS: usize = 3;

/// The blocks of a text that has only one paragraph.
const QUARTERS: usize = PARTS + 1;

/// A stretch of text and the block that it is in.
pub(super) type Stretch<'t> = (&'t str, u8);

/// The opening and the body of an entry with the block of each stretch.
pub(super) fn body(entry: &Entry) -> Vec<Stretch<'_>> {
    let lede = Some(entry.lede.as_str()).filter(|lede| !lede.is_empty());
    let paragraphs: Vec<&str> =
        lede.into_iter().chain(entry.paragraphs.iter().map(String::as_str)).collect();
    let Some((first, rest)) = paragraphs.split_first() else { return Vec::new() };
    if rest.is_empty() {
        return quarters(first);
    }
    let all: usize = rest.iter().map(|paragraph| paragraph.len()).sum();
    let mut before = 0;
    let place = |paragraph: &&'_ str| {
        // A paragraph lies where its middle does.
        let middle = before + paragraph.len() / 2;
        before += paragraph.len();
        LEDE << (1 + (middle * PARTS / all.max(1)).min(PARTS - 1))
    };
    let places: Vec<u8> = rest.iter().map(place).collect();
    std::iter::once((*first, LEDE)).chain(rest.iter().copied().zip(places)).collect()
}

/// A text in four parts of as many words.
fn quarters(text: &str) -> Vec<Stretch<'_>> {
    let words: Vec<_> = spans(text).collect();
    let start = |part: usize| {
        words.get(words.len() * part / QUARTERS).map_or(text.len(), |span| span.start)
    };
    (0..QUARTERS).map(|part| (&text[start(part)..start(part + 1)], LEDE << part)).collect()
}

/// What the blocks of a word are worth together, for each set of blocks.
pub(super) fn worths(weights: &Weights) -> [f64; 1 << BLOCKS] {
    let signs = [Sign::Title, Sign::Names, Sign::Lede, Sign::Body, Sign::Body, Sign::Body];
    std::array::from_fn(|blocks| {
        let set = signs.iter().enumerate().filter(|(at, _)| blocks >> at & 1 == 1);
        set.map(|(_, sign)| weights.of(*sign)).sum()
    })
}
