//! What single lines are in view of the others: running heads, notes on the writer, numbers of parts, a table of contents.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::asked::{Asked, NUMBER, of_length, one_of, stands};
use super::blocks::{Blocks, Ending};
use super::evidence::{Evidence, surety};
use super::lines::{Lines, Mark};
use super::reason::Reason;
use super::shapes::heading_marks;
use super::words::{HashedMap, Word, key_of, same_words};
use crate::arabic::lexicon::{BY_MOMENT, COVERAGE, KEPT_UP, MOMENT, WRITER_DOES, WRITES};
use crate::arabic::numbers::digits::whole_number;

/// The running heads of pages: a short line that stands again with other figures.
pub(super) fn running_heads(lines: &Lines<'_>) -> Vec<Mark> {
    /// How many words a page has at least; what stands closer together is a list.
    const PAGE: usize = 40;
    let mut seen: HashedMap<(usize, u64), usize> = HashedMap::default();
    let mut heads = BTreeMap::new();
    for index in 0..lines.len() {
        let Some(key) = running_head(lines, index) else { continue };
        let Some(first) = seen.insert(key, index) else { continue };
        // A headline told twice has the same figures; the number of a page goes on.
        let same = same_words(lines.words(first), lines.words(index));
        let between = lines.block(index).words.start - lines.block(first).words.end;
        if (!same || has_number_of_page(lines, index)) && between >= PAGE {
            heads.extend([first, index].map(|again| (again, running_mark(lines, again))));
        }
    }
    heads.into_values().collect()
}

/// Whether the number of a page stands alone beside a line.
fn has_number_of_page(lines: &Lines<'_>, index: usize) -> bool {
    let beside = [index.checked_sub(1), Some(index + 1).filter(|&next| next < lines.len())];
    let is_number = |at: usize| matches!(lines.words(at), [only] if NUMBER.fits(only));
    beside.into_iter().flatten().any(is_number)
}

fn running_mark(lines: &Lines<'_>, index: usize) -> Mark {
    let known =
        lines.evidence(index).map(|evidence| Evidence { weight: surety::CERTAIN, ..evidence });
    Mark { index, evidence: known.or(Some(Evidence::dated(Reason::RunningHead))), prose: false }
}

/// What a line that may be a running head is but for its figures.
fn running_head(lines: &Lines<'_>, index: usize) -> Option<(usize, u64)> {
    const WORDS: RangeInclusive<usize> = 3..=14;
    let block = lines.block(index);
    let (Ending::Open, None) = (block.ending, block.stamp) else { return None };
    let words = of_length(lines.words(index), WORDS)?;
    let named = words.iter().filter(|word| !NUMBER.fits(word));
    (2..words.len()).contains(&named.clone().count()).then(|| (words.len(), key_of(named)))
}

/// Who wrote the article, told in a paragraph before it or behind it.
pub(super) fn bios(lines: &Lines<'_>) -> Vec<Mark> {
    /// How many lines before the text may name its writer, and how many words such a line has.
    const HEAD: usize = 12;
    const NAME: RangeInclusive<usize> = 2..=5;
    /// How many words of text stand above a note at its foot.
    const TEXT: usize = 40;
    /// How sure such a note is.
    const SURE: u8 = 90;
    let prose: Vec<usize> = (0..lines.len()).filter(|&index| lines.is_prose(index)).collect();
    let (Some(&first), Some(&last)) = (prose.first(), prose.last()) else { return Vec::new() };
    let names: Vec<(u64, u64)> = (first.saturating_sub(HEAD)..first)
        .map(|index| lines.words(index))
        .filter(|words| NAME.contains(&words.len()))
        .flat_map(|words| words.windows(2).map(|pair| (pair[0].hash, pair[1].hash)))
        .collect();
    let above: usize =
        prose.iter().filter(|&&index| index < last).map(|&index| lines.words(index).len()).sum();
    let may_be = |&index: &usize| match index.cmp(&last) {
        _ if index == first => true,
        Ordering::Greater => true,
        Ordering::Equal => above > TEXT,
        Ordering::Less => above > TEXT && !lines.is_prose(index),
    };
    let note = Evidence { weight: SURE, ..Evidence::certain(Reason::AboutWriter) };
    let notes =
        (first..lines.len()).filter(may_be).filter(|&index| is_bio(lines.words(index), &names));
    notes.map(|index| Mark { index, evidence: Some(note), prose: false }).collect()
}

/// «كاتب وباحث في …», or the name of the byline with such a word behind it.
fn is_bio(words: &[Word], names: &[(u64, u64)]) -> bool {
    const WORDS: RangeInclusive<usize> = 4..=60;
    /// How many words stand between a profession and a second one, and between a name and its profession.
    const NEAR: usize = 6;
    const BESIDE: usize = 3;
    let words = of_length(words, WORDS).unwrap_or_default();
    let [first, second, rest @ ..] = words else { return false };
    let mut behind = words[1..].iter().take(NEAR);
    match first.is(WRITES) {
        true if behind.any(|word| word.is(WRITES | WRITER_DOES)) => true,
        _ if names.contains(&(first.hash, second.hash)) => {
            rest.iter().take(BESIDE).any(|word| word.is(WRITES))
        }
        _ => false,
    }
}

/// Numbers that stand alone and count the parts of a text from one on, each before a paragraph, are of the text.
pub(super) fn part_numbers(lines: &Lines<'_>) -> Vec<Mark> {
    /// How many parts there are at least.
    const PARTS: usize = 3;
    /// How many bytes such a number has.
    const FIGURES: usize = 4;
    let number = |index: usize| {
        let [word] = lines.words(index) else { return None };
        let figures = Some(word).filter(|word| NUMBER.fits(word))?.span().cut(lines.text);
        Some(figures).filter(|figures| figures.len() <= FIGURES).and_then(whole_number)
    };
    let heads_text = |index: usize| {
        let below = Some(index + 1).filter(|&below| below < lines.len());
        below.is_some_and(|at| lines.is_prose(at) || lines.block(at).ending == Ending::Stop)
    };
    let parts = counted(lines.len(), |index| number(index).filter(|_| heads_text(index)));
    let parts = if parts.len() >= PARTS { parts } else { Vec::new() };
    parts
        .into_iter()
        .map(|index| Mark { index, evidence: None, prose: lines.is_prose(index) })
        .collect()
}

/// The lines that number the parts of the text from one on: «1. مقدمة», «2. النتائج», each with a paragraph under it.
pub(super) fn numbered_headings(lines: &Lines<'_>) -> Vec<bool> {
    /// How many parts there are at least.
    const PARTS: usize = 2;
    /// How many words such a heading has, its number included.
    const WORDS: RangeInclusive<usize> = 2..=10;
    /// How many words a short paragraph under it has.
    const SHORT: usize = 6;
    let heads_text = |index: usize| {
        let below = Some(index + 1).filter(|&below| below < lines.len());
        below.is_some_and(|at| match lines.block(at).ending {
            _ if lines.is_prose(at) => true,
            Ending::Stop => lines.words(at).len() >= SHORT,
            _ => false,
        })
    };
    let number = |index: usize| {
        let block = lines.block(index);
        let words = of_length(lines.words(index), WORDS).filter(|_| block.bullet)?;
        let (Ending::Loud | Ending::Colon | Ending::Open) = block.ending else { return None };
        let first = words.first().filter(|first| NUMBER.fits(first))?;
        let heading = Some(first).filter(|_| heads_text(index))?;
        whole_number(heading.span().cut(lines.text))
    };
    let parts = counted(lines.len(), number);
    let parts = if parts.len() >= PARTS { parts } else { Vec::new() };
    let mut ahead = parts.into_iter().peekable();
    // «## خلفية»: a text that was written as Markdown.
    let hashed = |index: usize| {
        let line = lines.block(index).span.cut(lines.text);
        index > 0 && heading_marks(line).is_some_and(|marks| marks > 1) && lines.is_prose(index + 1)
    };
    (0..lines.len()).map(|index| ahead.next_if_eq(&index).is_some() || hashed(index)).collect()
}

/// The blocks whose numbers count from one on.
fn counted(blocks: usize, number: impl Fn(usize) -> Option<u64>) -> Vec<usize> {
    let mut parts = Vec::new();
    for index in 0..blocks {
        if number(index) == Some(parts.len() as u64 + 1) {
            parts.push(index);
        }
    }
    parts
}

/// A table of contents: lines above the text that come again, in their order, as its sub-headings.
pub(super) fn contents(lines: &Lines<'_>) -> Vec<Mark> {
    /// How many entries it has at least.
    const ENTRIES: usize = 3;
    /// How far from the beginning of the text its entries and their headings are looked for.
    const FURTHEST: usize = 300;
    let Some(start) = (0..lines.len()).find(|&index| lines.is_prose(index)) else {
        return Vec::new();
    };
    let end = lines.len().min(start + FURTHEST);
    let headings = (start + 1..end).filter(|&at| lines.is_prose(at + 1));
    let headings: Vec<usize> = headings.filter(|&at| !lines.is_prose(at)).collect();
    let mut below = headings.as_slice();
    let mut entries = Vec::new();
    for index in start.saturating_sub(FURTHEST)..start {
        let words = lines.words(index);
        if words.is_empty() {
            continue;
        }
        let same = |&at: &usize| same_words(words, lines.words(at));
        if let Some(place) = below.iter().position(same) {
            below = &below[place + 1..];
            entries.push(index);
        }
    }
    let entries = if entries.len() >= ENTRIES { entries } else { Vec::new() };
    let evidence = Some(Evidence::certain(Reason::Contents));
    entries
        .into_iter()
        .map(|index| Mark { index, evidence, prose: lines.is_prose(index) })
        .collect()
}

/// Whether a short line of the head says that news are told as they come in («تغطية مباشرة», «لحظة بلحظة»).
pub(super) fn live(blocks: &Blocks) -> bool {
    /// How many lines a head has, and how many words such a line.
    const HEAD: usize = 60;
    const SHORT: usize = 20;
    const LIVE: [[Asked; 2]; 2] =
        [[one_of(COVERAGE), one_of(KEPT_UP)], [one_of(MOMENT), one_of(BY_MOMENT)]];
    let head = blocks.blocks.iter().take(HEAD).filter(|block| block.len() <= SHORT);
    let mut pairs = head.flat_map(|block| blocks.words[block.words.clone()].windows(2));
    pairs.any(|pair| LIVE.iter().any(|asked| stands(pair, 0, asked)))
}
