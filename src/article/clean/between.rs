//! Short lines between paragraphs: sub-headings, items of lists, verse, and what a page puts between.

use super::blocks::Ending;
use super::furniture::opens_with_clock;
use super::head::looks_like_caption;
use super::regions::Region;
use super::shape::{continues, is_headline};
use super::sorting::{Doubt, ENOUGH, FOREIGN, Fate, Sorting};
use super::words::Class;
use crate::document::RemovedKind;

impl Sorting<'_> {
    /// A short line between paragraphs: a sub-heading, an item of a list, or the headline of something else.
    pub(super) fn between(&mut self, index: usize, next: usize) -> (Fate, Option<Region>) {
        let block = self.block(index);
        let words = self.words(index);
        let line = block.span.cut(self.text);
        if looks_like_caption(line) && words.len() <= 20 && block.ending == Ending::Open {
            return (Fate::Cut(RemovedKind::Caption, "وكالة أو مصوّر بين قوسين"), None);
        }
        if (opens_with_clock(line) || self.has_relative_time(index)) && words.len() >= 4 && block.ending == Ending::Open {
            return (Fate::Cut(RemovedKind::Related, "عنوان خبر آخر وبجانبه وقته"), None);
        }
        if self.is_page_head(index) {
            return (Fate::Cut(RemovedKind::Other, "رأس صفحة داخل الفقرة"), None);
        }
        if self.is_pull_quote(index) {
            return (Fate::Cut(RemovedKind::Repetition, "اقتباس مبرز من النص"), None);
        }
        if self.listed(index) {
            return (Fate::Keep, None);
        }
        if let Some(fate) = self.stray(index) {
            return (fate, None);
        }
        let headline = is_headline(block, words, self.text);
        let title = self.core.share(words);
        if headline && self.core.len() >= 25 && title.ratio() < 0.34 && !continues(self.words(next), self.text) {
            let share = self.rest(next, 3);
            let foreign = share.of >= ENOUGH && share.ratio() < FOREIGN;
            // A sub-heading is short, and the section under it need not repeat it; a story's lede repeats its headline.
            let told = words.len() >= 5
                && !block.bullet
                && !self.asks(index)
                && !self.is_quoted(index)
                && !self.is_entry(index)
                && self.takes_up(index, next);
            if foreign && told {
                let reason = "خبر آخر: انقطعت المفردات والأسماء";
                return (Fate::Cut(RemovedKind::Related, reason), Some(Region::found(reason, index)));
            }
            if foreign {
                self.doubts.push(Doubt::KeptParagraph(next));
            }
        }
        if self.is_injected(index, next) {
            return (Fate::Cut(RemovedKind::Related, "عنوان خبر آخر بين فقرتين"), None);
        }
        // A list of topics that its label only hints at, right above the heading of other news.
        if let Some(hint) = self.evidence[index].filter(|evidence| evidence.weight >= 0.45)
            && words.iter().all(|word| word.class != Class::Function)
            && self.evidence.get(index + 1).is_some_and(|next| next.is_some_and(|next| next.heads))
        {
            return (Fate::Cut(hint.kind, hint.reason), None);
        }
        if self.evidence[index].is_some_and(|evidence| evidence.weight >= 0.45) || (headline && words.len() >= 6 && title.known == 0) {
            self.doubts.push(Doubt::KeptLine(index));
        }
        (Fate::Keep, None)
    }

    /// A headline alone between two paragraphs, or beside furniture, of which no word stands anywhere in the article.
    fn is_injected(&self, index: usize, next: usize) -> bool {
        /// How far from a line its neighbours say what it is.
        const NEAR: usize = 30;
        let (block, words) = (self.block(index), self.words(index));
        let content = words.iter().filter(|word| word.class == Class::Content).count();
        let headline = words.len() >= 4 && content >= 3 && matches!(block.ending, Ending::Open | Ending::Loud);
        if !headline
            || block.bullet
            || self.is_quoted(index)
            || self.asks(index)
            || self.is_entry(index)
            || self.core_and_prose.share(words).known > 0
        {
            return false;
        }
        let from = (index.saturating_sub(NEAR)..index).rev().find(|&before| self.prose[before]).unwrap_or(index.saturating_sub(NEAR));
        let next = next.min(index + NEAR);
        let alone = from + 1 == index && next == index + 1 && content >= 4 && self.block(from).ending == Ending::Stop;
        alone || (from + 1..next).any(|beside| self.evidence[beside].is_some_and(|evidence| evidence.weight >= 0.75))
    }

    /// The heading of an entry that is stamped with its hour, in a text of such entries.
    fn is_entry(&self, index: usize) -> bool {
        let stamped = |at: usize| self.evidence[at].is_some_and(|evidence| evidence.dated && evidence.weight >= 0.75);
        let told = |at: usize| self.fates[at] == Some(Fate::Keep) && self.prose[at];
        let entries = (index.saturating_sub(60)..index)
            .filter(|&at| stamped(at) && (at.saturating_sub(4)..at).any(told) && (at + 1..index.min(at + 4)).any(told));
        self.live || index > 0 && stamped(index - 1) && entries.count() >= 1
    }

    /// Whether the line stands between quotation marks.
    pub(super) fn is_quoted(&self, index: usize) -> bool {
        self.block(index).span.cut(self.text).starts_with(['«', '"', '“'])
    }

    /// Whether a line is an item of a list, or of verse, that the article itself opens with a colon.
    pub(super) fn listed(&self, index: usize) -> bool {
        if self.list_open && self.words(index).len() <= 16 && self.last.1 < self.last.0 {
            return true;
        }
        self.block(index).bullet
            && self.last.0.is_some_and(|before| self.block(before).ending == Ending::Colon || self.block(before).bullet)
    }

    /// A question, in a text that has asked before: an interview turns from one matter to the next.
    pub(super) fn asks(&self, index: usize) -> bool {
        let asked = || (index.saturating_sub(40)..index).any(|before| self.fates[before] == Some(Fate::Keep) && self.is_question(before));
        self.is_question(index) && asked()
    }

    pub(super) fn is_question(&self, index: usize) -> bool {
        self.block(index).span.cut(self.text).trim_end().ends_with(['؟', '?'])
    }
}
