//! How well each article answers: its words by how surely and how rarely they stand where, and whether they meet.
//!
//! A sum of signs with learnt [`Weights`]; every article is scored at once from the postings, no text is read.

use super::blocks::{self, BLOCKS, TITLE};
use super::index::{AVERAGE, Index};
use super::look_up::Found;
use super::subjects::Period;
use super::weights::{Sign, Weights};
use super::word::Likeness;

/// The levels of likeness, each with all that is surer: the very word, a form or spelling of it, its kin.
const LEVELS: [(Likeness, Sign); 3] =
    [(Likeness::Form, Sign::Form), (Likeness::Spelling, Sign::Near), (Likeness::Kin, Sign::Kin)];

/// Which of [`LEVELS`] is near enough to be what the reader asked for.
const NEAR: usize = 1;

/// Which of [`LEVELS`] is a word of the same root at least.
const KIN: usize = 2;

/// What one word of the query meets in one article: the blocks in which each level of likeness stands.
type Blocks = [u8; LEVELS.len()];

/// What one word of a query meets.
#[derive(Clone, Debug)]
pub(super) struct Meetings {
    /// By article.
    blocks: Vec<Blocks>,
    /// How rare each level is.
    rarity: [f64; LEVELS.len()],
    /// Which articles are of the period that the word names.
    dated: Vec<bool>,
    /// Whether it only asks.
    light: bool,
}

/// How an article answers a query.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Score {
    /// The sum of all signs.
    pub(super) worth: f64,
    /// How many words of the query it has, kin among them.
    pub(super) met: usize,
    /// How many it has without their kin.
    pub(super) near: usize,
    /// How much of the query it has without kin, by rarity, from 0 to 1.
    pub(super) share: f64,
    /// Whether all words of the query stand in one stretch of it, or in its names.
    pub(super) together: bool,
}

impl Meetings {
    /// Gathers the postings of the forms that answer a word.
    pub(super) fn of(index: &Index, found: &Found, period: Option<&Period>, light: bool) -> Self {
        let count = index.docs.len();
        let mut blocks = vec![Blocks::default(); count];
        for &(at, how) in &found.forms {
            for &(doc, stands) in &index.forms[at].postings {
                for (level, (least, _)) in LEVELS.iter().enumerate() {
                    if how >= *least {
                        blocks[doc as usize][level] |= stands;
                    }
                }
            }
        }
        let rarity = std::array::from_fn(|level| {
            let met = blocks.iter().filter(|blocks| blocks[level] != 0).count() as f64;
            (1.0 + (count as f64 - met + 0.5) / (met + 0.5)).ln()
        });
        let dated = index
            .docs
            .iter()
            .map(|doc| period.is_some_and(|period| doc.date.starts_with(&period.edtf)))
            .collect();
        Self { blocks, rarity, dated, light }
    }

    /// Whether an article has the word or its kin, or is of its period.
    pub(super) fn any(&self, doc: usize) -> bool {
        self.blocks[doc][KIN] != 0 || self.dated[doc]
    }

    /// Whether the word or a form of it stands in an article.
    pub(super) fn stands(&self, doc: usize) -> bool {
        self.blocks[doc][NEAR] != 0
    }

    /// The same for some articles alone, as rare as among all.
    pub(super) fn among(&self, docs: &[usize]) -> Self {
        let blocks = docs.iter().map(|&doc| self.blocks[doc]).collect();
        let dated = docs.iter().map(|&doc| self.dated[doc]).collect();
        Self { blocks, dated, ..*self }
    }

    /// How rare a level is, less for a word that only asks.
    fn weight(&self, level: usize, weights: &Weights) -> f64 {
        self.rarity[level] * if self.light { weights.of(Sign::Light) } else { 1.0 }
    }

    /// Whether an article has the word without its kin, or is of its period.
    fn near(&self, doc: usize) -> bool {
        self.blocks[doc][NEAR] != 0 || self.dated[doc]
    }
}

/// Scores articles of these lengths, all that the words have been gathered for.
pub(super) fn scores(lengths: &[u8], weights: &Weights, words: &[Meetings]) -> Vec<Score> {
    let worths = blocks::worths(weights);
    let all: f64 = words.iter().map(|word| word.weight(NEAR, weights)).sum();
    lengths
        .iter()
        .enumerate()
        .map(|(doc, &length)| score(weights, &worths, words, (doc, length), all))
        .collect()
}

fn score(
    weights: &Weights,
    worths: &[f64; 1 << BLOCKS],
    words: &[Meetings],
    (doc, length): (usize, u8),
    all: f64,
) -> Score {
    let mut score = Score::default();
    let long = 1.0 - weights.of(Sign::Length)
        + weights.of(Sign::Length) * f64::from(length) / f64::from(AVERAGE);
    let (mut covered, mut together, mut shared) = (0.0, [0.0; BLOCKS], u8::MAX);
    for word in words {
        let blocks = word.blocks[doc];
        for (level, (_, sign)) in LEVELS.iter().enumerate() {
            let worth = worths[usize::from(blocks[level])] / long;
            score.worth += weights.of(*sign) * word.weight(level, weights) * worth
                / (weights.of(Sign::Saturation) + worth);
        }
        for (block, together) in together.iter_mut().enumerate() {
            if blocks[NEAR] >> block & 1 == 1 {
                *together += word.weight(NEAR, weights);
            }
        }
        // What it is filed under, and its day, hold for all of it.
        let everywhere = word.dated[doc] || blocks[NEAR] & blocks::NAMES != 0;
        shared &= if everywhere { u8::MAX } else { blocks[NEAR] };
        if word.dated[doc] {
            score.worth += weights.of(Sign::Dated);
        }
        let near = word.near(doc);
        score.met += usize::from(near || blocks[KIN] != 0);
        score.near += usize::from(near);
        covered += if near { word.weight(NEAR, weights) } else { 0.0 };
    }
    score.together = shared != 0;
    // The names are no stretch of text.
    let passage = together
        .iter()
        .enumerate()
        .filter(|(block, _)| *block != 1)
        .map(|(_, sum)| *sum)
        .fold(0.0, f64::max);
    let heading = together[usize::from(TITLE) - 1];
    score.share = if all > 0.0 { covered / all } else { 0.0 };
    let cover = weights.of(Sign::Cover);
    score.worth =
        (score.worth + weights.of(Sign::Passage) * passage + weights.of(Sign::Heading) * heading)
            * (1.0 - cover + cover * score.share);
    score
}

/// Scores that differ by less than a rounding are the same.
pub(super) fn rank(score: f64) -> i64 {
    const STEPS: f64 = 1e6;
    (score * STEPS).round() as i64
}
