//! The article told twice: whole or in part, with small differences, also on one line.
//!
//! Every run of a few words is looked up where it first stood; from a match both
//! places are walked on together, over small differences. Each word is walked
//! over a bounded number of times, so the search takes linear time.

use std::ops::Range;

use super::words::{HashedMap, Word, same_words};

/// Words in a run that is looked up.
const RUN: usize = 5;
/// Words that have to repeat for a passage inside a paragraph to be cut. Shorter
/// ones are quotations told again, or set phrases.
const LONG: usize = 28;
/// Words that have to repeat where a whole block does.
const WHOLE_BLOCK: usize = 8;
/// Words that have to repeat where a whole short block does to the letter, as a quotation set large beside the text.
const PULLED: usize = 5;
/// How many words are the same, at least, for each difference.
const FEWEST: usize = 9;
/// How far apart two walks may step to find each other again.
const STEP: usize = 6;
/// The longest stretch between two repeated passages that is taken for a teaser.
const GAP: usize = 45;

/// A passage that repeats an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    /// Its words, as positions in the list that was searched.
    pub(super) later: Range<usize>,
    /// Where those words first stood.
    pub(super) earlier: Range<usize>,
    /// Whether it is foreign matter between two repeated passages instead.
    pub(super) between: bool,
}

/// Finds what is told twice among the words of the article; `blocks` are the ranges of its blocks in them.
pub(super) fn repeats(words: &[Word], blocks: &[Range<usize>]) -> Vec<Repeat> {
    let mut first: HashedMap<u64, u32> = HashedMap::default();
    first.reserve(words.len().min(1 << 20));
    let mut found: Vec<Repeat> = Vec::new();
    let mut at = 0;
    while at + RUN <= words.len() {
        // A run is entered where it is first looked up; one that overlaps itself is no match.
        let earlier = *first.entry(run(words, at)).or_insert(at as u32);
        if earlier as usize + RUN > at {
            at += 1;
            continue;
        }
        let earlier = earlier as usize;
        let (later_end, earlier_end, same) = walk(words, at, earlier);
        let block =
            blocks[blocks.partition_point(|block| block.end <= at).min(blocks.len() - 1)].clone();
        let reached = at.saturating_sub(1)..later_end + 1;
        let least = match block.len() {
            // Of a whole block four words in five are enough, of a short one all.
            WHOLE_BLOCK.. if is_within(&block, &reached) => (block.len() * 8).div_ceil(10),
            PULLED.. if (at..later_end) == block => block.len(),
            _ => LONG,
        };
        if same >= least.min(LONG) {
            found.push(Repeat {
                later: at..later_end,
                earlier: earlier..earlier_end,
                between: false,
            });
            at = later_end;
        } else {
            at += 1;
        }
    }
    join(found, blocks)
}

/// Whether a range lies in another.
fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn run(words: &[Word], at: usize) -> u64 {
    words[at..at + RUN].iter().fold(0x9e37_79b9_7f4a_7c15, |hash: u64, word| {
        (hash.rotate_left(7) ^ word.hash).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Walks on from two equal runs as far as they say the same; gives both ends and how many words are the same.
fn walk(words: &[Word], later: usize, earlier: usize) -> (usize, usize, usize) {
    let (mut i, mut j) = (later, earlier);
    let (mut same, mut differences) = (0, 0);
    let mut ends = (i, j, 0);
    while i < words.len() && j < later {
        if words[i].hash == words[j].hash {
            (i, j) = (i + 1, j + 1);
            same += 1;
            ends = (i, j, same);
            continue;
        }
        differences += 1;
        // The same text told again differs here and there; two texts on one matter differ all along.
        if differences * FEWEST > same {
            break;
        }
        let Some((di, dj)) = meet(words, i, j, later) else { break };
        (i, j) = (i + di, j + dj);
    }
    ends
}

/// The smallest steps after which three words are equal again.
fn meet(words: &[Word], i: usize, j: usize, later: usize) -> Option<(usize, usize)> {
    (1..=2 * STEP).find_map(|sum| {
        (0..=sum.min(STEP)).find_map(|di| {
            let dj = sum - di;
            let (i, j) = (i + di, j + dj);
            let ahead = words.get(i..i + 3).filter(|_| dj <= STEP)?;
            let back = words[..later].get(j..j + 3)?;
            same_words(ahead, back).then_some((di, dj))
        })
    })
}

/// Takes short matter between two passages that follow each other in both places for a teaser.
fn join(found: Vec<Repeat>, blocks: &[Range<usize>]) -> Vec<Repeat> {
    let mut joined: Vec<Repeat> = Vec::with_capacity(found.len() * 2);
    for next in found {
        if let Some(last) = joined.last() {
            let gap = last.later.end..next.later.start;
            let end = last.earlier.end;
            let follows = (end..=end + 3).contains(&next.earlier.start);
            let block_of = |word: usize| blocks.partition_point(|block| block.end <= word);
            let within = || block_of(gap.end) - block_of(gap.start) <= 3;
            let between = match gap.len() {
                1..=GAP => follows && within(),
                _ => false,
            };
            if between {
                joined.push(Repeat { later: gap, earlier: last.earlier.clone(), between: true });
            }
        }
        joined.push(next);
    }
    joined
}
