//! What speaks for and against one line, and what it is by their weight.

use super::evidence::Evidence;
use super::label::Place;
use super::reason::Reason;
use super::signs::{self, Ground, Keep};
use crate::document::RemovedKind;
use crate::weigh::{Labels, Sign};

/// The signs of one line, and the cuts among them.
#[derive(Default)]
pub(super) struct Opinions {
    signs: Vec<Sign>,
    cuts: Vec<(Sign, RemovedKind, Reason)>,
}

/// A line with its place, and why it is cut where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) place: Place,
    pub(super) cut: Option<(RemovedKind, Reason)>,
}

impl Opinions {
    /// Of a line that is what its evidence says.
    pub(super) fn of(evidence: Evidence, ground: Ground) -> Self {
        let mut opinions = Self::default();
        opinions.weigh(evidence, ground);
        opinions
    }

    /// It is as much furniture as its evidence says, on a ground of the page.
    pub(super) fn weigh(&mut self, evidence: Evidence, ground: Ground) {
        self.signs.push(signs::furniture(evidence.weight, ground));
        self.cut_as(evidence.kind, evidence.reason);
    }

    /// Whether something speaks against it.
    pub(super) fn has_cuts(&self) -> bool {
        !self.cuts.is_empty()
    }

    /// It is none of the article, for a reason.
    pub(super) fn cut(&mut self, reason: Reason) {
        self.cut_as(reason.kind(), reason);
    }

    /// The same, where an element or a heading says what kind it is.
    pub(super) fn cut_as(&mut self, kind: RemovedKind, reason: Reason) {
        let sign = signs::cut(reason);
        self.signs.push(sign);
        self.cuts.push((sign, kind, reason));
    }

    /// It is none of the article, if that is so.
    pub(super) fn cut_if(&mut self, is_so: bool, reason: Reason) {
        if is_so {
            self.cut(reason);
        }
    }

    /// It is of the article.
    pub(super) fn keep(&mut self, keep: Keep) {
        self.signs.push(signs::keep(keep));
    }

    /// What the line is among the places that are open to it.
    pub(super) fn decide(&self, open: Labels<Place>) -> Line {
        let place = signs::weights().argmax(&self.signs, open).label;
        Line { place, cut: self.why(place) }
    }

    /// Why it is cut at a place: by the heaviest sign, of equals the first.
    pub(super) fn why(&self, place: Place) -> Option<(RemovedKind, Reason)> {
        let weight = |(sign, ..): &&(Sign, RemovedKind, Reason)| signs::weights().of(*sign, place);
        let heaviest = self.cuts.iter().rev().max_by_key(weight);
        heaviest.filter(|_| !place.is_kept()).map(|&(_, kind, reason)| (kind, reason))
    }

    pub(super) fn signs(&self) -> &[Sign] {
        &self.signs
    }
}
