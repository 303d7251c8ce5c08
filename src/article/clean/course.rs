//! The way down a page: what is sure to be the article so far, while line after line is placed.

use std::ops::Range;

use super::blocks::Ending;
use super::end::is_end_mark;
use super::looks::{ANY, BULLET, COLON, OF_DAYS, OPEN, PROSE};
use super::opinions::{Line, Opinions};
use super::signatory::signatory;
use super::signed::Signed;
use super::vocabulary::{Share, Vocabulary};
use super::words::Word;
use crate::document::RemovedKind;
use crate::weigh::Sign;

/// What an editor should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// A line that looks like furniture stands in the article.
    KeptLine(usize),
    /// A paragraph shares few words with what stands before it.
    KeptParagraph(usize),
    /// A second article seems to begin here.
    SecondArticle(usize),
}

/// A line that was placed, with its signs.
pub(super) struct Placed {
    pub(super) line: Line,
    pub(super) opinions: Opinions,
    /// Whether it stands under something that is none of the article.
    pub(super) in_region: bool,
}

/// What is known on the way down.
pub(super) struct Course<'s, 't> {
    pub(super) signed: &'s Signed<'t>,
    /// The last block of the article.
    pub(super) end: usize,
    pub(super) title: Option<usize>,
    /// The first paragraph.
    pub(super) first: usize,
    /// The words of what is sure to be the article so far.
    pub(super) core: Vocabulary,
    /// The words of all running text up to the end.
    pub(super) article: Vocabulary,
    pub(super) placed: Vec<Placed>,
    pub(super) doubts: Vec<Doubt>,
    /// The last block that was kept, and the last that was cut.
    pub(super) last_kept: Option<usize>,
    pub(super) last_cut: Option<usize>,
    /// The lines behind the end in which a paper is signed.
    pub(super) signatory: Range<usize>,
    /// The line that says that the piece is over.
    over: Option<usize>,
    /// Whether a kept paragraph ended with a colon and short lines have followed since.
    list_open: bool,
}

impl<'s, 't> Course<'s, 't> {
    /// At the first paragraph, behind the lines of the head.
    pub(super) fn at(
        signed: &'s Signed<'t>,
        end: usize,
        title: Option<usize>,
        core: Vocabulary,
        head: Vec<Placed>,
    ) -> Self {
        let mut article = Vocabulary::default();
        (0..=end)
            .filter(|&index| signed.is_prose(index))
            .for_each(|index| article.add(signed.words(index)));
        let doubts = Vec::new();
        let first = head.len();
        let over = (end + 1..signed.len()).find(|&index| is_end_mark(signed, index));
        Self {
            signed,
            end,
            title,
            first,
            core,
            article,
            placed: head,
            doubts,
            last_kept: None,
            last_cut: None,
            signatory: signatory(signed, end),
            over,
            list_open: false,
        }
    }

    /// Whether a block is running text of the article; behind its end there is none.
    pub(super) fn is_prose(&self, index: usize) -> bool {
        index <= self.end && self.signed.is_prose(index)
    }

    /// The next running text of the article from `index` on.
    pub(super) fn next_prose(&self, index: usize) -> Option<usize> {
        self.signed.next_prose(index).filter(|&next| next <= self.end)
    }

    /// The words of the next `count` paragraphs from `index` on.
    pub(super) fn following_words(&self, index: usize, count: usize) -> Vec<Word> {
        let nexts =
            std::iter::successors(self.next_prose(index), |&next| self.next_prose(next + 1));
        nexts.take(count).flat_map(|next| self.signed.words(next)).copied().collect()
    }

    /// How much of a block is of the article so far.
    pub(super) fn share(&self, index: usize) -> Share {
        self.core.share(self.signed.words(index))
    }

    /// Whether a block was kept.
    pub(super) fn is_kept(&self, index: usize) -> bool {
        self.placed.get(index).is_some_and(|placed| placed.line.place.is_kept())
    }

    /// Whether a block is running text of the article that was kept.
    pub(super) fn is_kept_prose(&self, index: usize) -> bool {
        self.is_kept(index) && self.is_prose(index)
    }

    /// Whether a line is the numbered heading of a part of the text.
    pub(super) fn is_heading_of_text(&self, index: usize) -> bool {
        // «2023» over the short entry with which a chronology ends.
        let heads_last = || self.is_joined() && self.signed.is(index, OF_DAYS);
        self.signed.is_numbered(index) && (index <= self.end || heads_last())
    }

    /// «عدد الزوار في 2018: 6200» among «المساحة: 43 كيلومترا مربعا» and its like: a fact in a row of facts.
    pub(super) fn is_fact(&self, index: usize) -> bool {
        /// How many words such a line has at most.
        const WORDS: usize = 12;
        let is_row = |at: usize| {
            let parts = self.signed.line(at).split_once(": ");
            let says = parts.is_some_and(|(name, value)| !name.is_empty() && !value.is_empty());
            says && self.signed.has(at, OPEN.without(PROSE), ..=WORDS)
        };
        let beside = [index.checked_sub(1), (index < self.end).then_some(index + 1)];
        index < self.end && is_row(index) && beside.iter().flatten().all(|&at| is_row(at))
    }

    /// Whether a line names the source or the rights, with which an article ends.
    pub(super) fn is_end_note(&self, index: usize) -> bool {
        let cut = self.placed.get(index).and_then(|placed| placed.line.cut);
        cut.is_some_and(|(kind, _)| matches!(kind, RemovedKind::Source | RemovedKind::Copyright))
    }

    /// Whether a line stands behind the one that says that the piece is over: the notes of a release.
    pub(super) fn is_over(&self, index: usize) -> bool {
        self.over.is_some_and(|over| over < index)
    }

    /// Whether nothing was cut since the last paragraph.
    pub(super) fn is_joined(&self) -> bool {
        self.last_cut < self.last_kept
    }

    /// Whether a line is an item of a list, or of verse, that the article itself opens with a colon.
    pub(super) fn listed(&self, index: usize) -> bool {
        /// How many words such a line has at most.
        const VERSE: usize = 16;
        let opened = |before: usize| self.signed.is(before, BULLET | COLON);
        match self.list_open {
            true if self.is_joined() && self.signed.has(index, ANY, ..=VERSE) => true,
            _ if self.signed.is(index, BULLET) => self.last_kept.is_some_and(opened),
            _ => false,
        }
    }

    /// Places the next block.
    pub(super) fn settle(&mut self, line: Line, opinions: Opinions, in_region: bool) {
        let index = self.placed.len();
        if line.place.is_kept() {
            self.core.add(self.signed.words(index));
            self.last_kept = Some(index);
            self.list_open = match self.signed.block(index).ending {
                Ending::Colon => true,
                Ending::Stop => false,
                _ => self.list_open && !self.is_prose(index),
            };
        } else {
            self.last_cut = Some(index);
        }
        self.placed.push(Placed { line, opinions, in_region });
    }
}

impl AsRef<[Sign]> for Placed {
    fn as_ref(&self) -> &[Sign] {
        self.opinions.signs()
    }
}
