//! Each block by itself: what speaks for furniture in it, and whether it is running text.

use super::blocks::{Block, Blocks};
use super::evidence::{Evidence, surety};
use super::furniture::evidence;
use super::shape::is_prose;
use super::words::{Class, Word};

/// The blocks of a page, each read alone.
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    pub(super) blocks: &'t Blocks,
    evidence: Vec<Option<Evidence>>,
    prose: Vec<bool>,
}

/// What a wider view says of one block.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) index: usize,
    pub(super) evidence: Option<Evidence>,
    pub(super) prose: bool,
}

impl<'t> Lines<'t> {
    /// Reads each block of a text.
    pub(super) fn of(text: &'t str, blocks: &'t Blocks) -> Self {
        let foreign = is_foreign(blocks);
        let words = |index: usize| blocks.words_of(index);
        let evidence: Vec<Option<Evidence>> = blocks
            .blocks
            .iter()
            .enumerate()
            .map(|(index, block)| evidence(block, words(index), text, foreign))
            .collect();
        let is_text = |(index, block): (usize, &Block)| {
            let furniture =
                evidence[index].is_some_and(|evidence| evidence.weight >= surety::LIKELY);
            !furniture && is_prose(block, words(index), text, foreign)
        };
        let prose = blocks.blocks.iter().enumerate().map(is_text).collect();
        Self { text, blocks, evidence, prose }
    }

    /// The same blocks as a wider view sees them; the marks stand in the order of the blocks, of two on one block the last holds.
    pub(super) fn seen_with(self, marks: &[Mark]) -> Self {
        if marks.is_empty() {
            return self;
        }
        let mark = |index: usize| {
            marks[..marks.partition_point(|mark| mark.index <= index)]
                .last()
                .filter(|mark| mark.index == index)
        };
        let evidence = self
            .evidence
            .iter()
            .enumerate()
            .map(|(index, own)| mark(index).map_or(*own, |mark| mark.evidence))
            .collect();
        let prose = self
            .prose
            .iter()
            .enumerate()
            .map(|(index, own)| mark(index).map_or(*own, |mark| mark.prose))
            .collect();
        Self { evidence, prose, ..self }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.prose.len()
    }

    pub(super) fn block(&self, index: usize) -> &'t Block {
        &self.blocks.blocks[index]
    }

    pub(super) fn words(&self, index: usize) -> &'t [Word] {
        self.blocks.words_of(index)
    }

    /// The text of a block.
    pub(super) fn line(&self, index: usize) -> &'t str {
        self.block(index).span.cut(self.text)
    }

    /// Whether a block is running text; there is none behind the last.
    pub(super) fn is_prose(&self, index: usize) -> bool {
        self.prose.get(index).is_some_and(|&prose| prose)
    }

    /// «هل تُرجمت؟»
    pub(super) fn is_question(&self, index: usize) -> bool {
        self.line(index).trim_end().ends_with(['؟', '?'])
    }

    /// What speaks for a block being furniture.
    pub(super) fn evidence(&self, index: usize) -> Option<Evidence> {
        self.evidence.get(index).copied().flatten()
    }

    /// What does so at least with some certainty.
    pub(super) fn evidence_of(&self, index: usize, least: u8) -> Option<Evidence> {
        self.evidence(index).filter(|evidence| evidence.weight >= least)
    }

    /// How surely a block is furniture, of a hundred.
    pub(super) fn furniture(&self, index: usize) -> u8 {
        self.evidence(index).map_or(0, |evidence| evidence.weight)
    }

    /// Whether a block is furniture wherever it stands.
    pub(super) fn is_furniture(&self, index: usize) -> bool {
        self.furniture(index) >= surety::STRONG
    }
}

/// Whether the text is of foreign letters, in whatever surroundings it stands: most words of its long lines are.
fn is_foreign(blocks: &Blocks) -> bool {
    /// From how many words on a line is more than a button or a name.
    const LONG: usize = 12;
    /// How many words tell.
    const TELLING: usize = 5000;
    let long = blocks
        .blocks
        .iter()
        .filter(|block| block.len() >= LONG)
        .flat_map(|block| &blocks.words[block.words.clone()]);
    let (latin, all) = long.take(TELLING).fold((0, 0), |(latin, all), word| {
        (latin + usize::from(word.class == Class::Latin), all + 1)
    });
    latin * 2 > all
}
