//! Where the running text begins.

use super::blocks::Ending;
use super::shape::{continues, is_headline};
use super::sorting::{FOREIGN, Sorting};
use super::vocabulary::Vocabulary;
use crate::document::RemovedKind;

impl Sorting<'_> {
    /// Where the running text begins: at the first prose, unless that is about something else than all the rest.
    pub(super) fn start(&self) -> Option<usize> {
        let prose: Vec<usize> = (0..self.prose.len()).filter(|&index| self.prose[index]).collect();
        let mut first = 0;
        while let (Some(&this), Some(&next)) = (prose.get(first), prose.get(first + 1)) {
            // The headline of the article stands behind what is none of it, and the text below takes it up.
            let titled = (this + 1..next).any(|index| {
                let line = self.words(index);
                self.evidence[index].is_none()
                    && line.len() >= 4
                    && is_headline(self.block(index), line, self.text)
                    && self.takes_up(index, next)
            });
            let mut rest = Vocabulary::default();
            for &index in prose[first + 1..].iter().take(12) {
                rest.add(self.words(index));
            }
            let share = rest.share(self.words(this));
            let enough = prose.len() - first > 3 && share.of >= 8 && !continues(self.words(next), self.text);
            if self.live || !(titled && enough && share.ratio() < FOREIGN) {
                break;
            }
            first += 1;
        }
        let start = *prose.get(first)?;
        Some(self.without_headline(start, prose.get(first + 1).copied()))
    }

    /// A long headline ends like a sentence; the text then begins with the next prose.
    fn without_headline(&self, start: usize, next: Option<usize>) -> usize {
        let Some(next) = next else { return start };
        let block = self.block(start);
        let len = block.len();
        let before = (0..start).any(|index| self.evidence[index].is_none_or(|e| e.weight < 0.5) && self.words(index).len() >= 4);
        let short = len <= 18 && self.words(next).len() >= len * 3 / 2;
        let taken_up = len <= 28 && block.ending == Ending::Open && self.takes_up(start, next);
        let opens = block.ending != Ending::Stop && !continues(self.words(start), self.text);
        if opens && (!before && short || taken_up) || self.is_standfirst(start, next) { next } else { start }
    }

    /// One sentence right under the headline, parted from the text by the writer, the day or the buttons of the page.
    pub(super) fn is_standfirst(&self, index: usize, next: usize) -> bool {
        use RemovedKind::{Byline, Counter, Date, Share, Tools};
        let line = self.block(index).span.cut(self.text).trim_end();
        let stops = line.matches(['.', '؟', '!']).count();
        let headline = |above: usize| {
            self.evidence[above].is_none()
                && !self.prose[above]
                && self.words(above).len() >= 4
                && matches!(self.block(above).ending, Ending::Open | Ending::Loud)
        };
        let parts = |between: usize| {
            self.evidence[between]
                .is_some_and(|evidence| evidence.weight >= 0.75 && matches!(evidence.kind, Byline | Date | Share | Tools | Counter))
        };
        !self.live
            && self.block(index).len() <= 35
            && stops <= 1
            && index > 0
            && headline(index - 1)
            && (index + 1..next).filter(|&at| parts(at)).count() >= 2
    }
}
