//! Every block is sorted: article, headline, or cut as what and why.
//!
//! Nothing is decided by one sign alone. Where the running text begins and ends
//! is read from the shapes of the blocks; what stands between, before and after
//! from the lexicon, from headings under which other things follow, and from
//! whether its words and names are those of the article.

use super::blocks::{Block, Blocks, Ending};
use super::furniture::{Evidence, evidence, opens_with_clock};
use super::head::{looks_like_caption, sort_head};
use super::lexicon::{FAMILIES, phrases_at};
use super::shape::{continues, is_headline, is_prose};
use super::strays::{mark_bios, mark_running_heads};
use super::vocabulary::Vocabulary;
use super::words::{Class, Word, word_hash};
use crate::document::RemovedKind;

/// Below this share of known words, something new has begun where a headline stands before it.
const FOREIGN: f32 = 0.13;
/// Below this one, also where none does.
const WHOLLY_FOREIGN: f32 = 0.05;
/// From this share on, a paragraph under a heading of other news is the article again.
pub(super) const OWN: f32 = 0.25;

/// How many content words a break of vocabulary is judged by, where no heading announces it.
const ENOUGH: usize = 15;
/// A heading of other news with more words than this is one of those news itself.
const LABEL: usize = 3;

/// What becomes of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is of the article.
    Keep,
    /// It is the headline.
    Title,
    /// It is the line under the headline.
    Subtitle,
    /// It is none of the article.
    Cut(RemovedKind, &'static str),
}

/// Why a line was kept or a break was seen, for the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// A line that looks like furniture stands in the article.
    KeptLine(usize),
    /// A paragraph shares few words with what stands before it.
    KeptParagraph(usize),
    /// A second article seems to begin here.
    SecondArticle(usize),
}

/// The blocks while they are sorted.
pub(super) struct Sorting<'t> {
    pub(super) text: &'t str,
    pub(super) blocks: &'t Blocks,
    pub(super) evidence: Vec<Option<Evidence>>,
    pub(super) prose: Vec<bool>,
    pub(super) fates: Vec<Option<Fate>>,
    /// The words of what is sure to be the article so far.
    pub(super) core: Vocabulary,
    /// The words of all running text.
    pub(super) core_and_prose: Vocabulary,
    pub(super) words_of_prose: usize,
    pub(super) given_title: Option<&'t str>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) title: Option<usize>,
    /// Whether the block stands under something that is none of the article.
    pub(super) in_region: Vec<bool>,
    /// For each block the next one, itself included, that is running text.
    next_prose: Vec<Option<usize>>,
    /// The last block that was kept, and the last that was cut.
    pub(super) last: (Option<usize>, Option<usize>),
    /// Whether the mark-up of a saved page vouches for the line.
    pub(super) vouched: Vec<bool>,
    /// Whether a kept paragraph ended with a colon and short lines have followed since.
    list_open: bool,
    outlets: &'t [Vec<u64>],
}

/// Something under which no article text is looked for, until it comes back.
struct Region {
    kind: RemovedKind,
    reason: &'static str,
    /// The words of its own running text.
    foreign: Vocabulary,
    /// The last headline seen in it.
    headline: Option<usize>,
    /// Where it began.
    start: usize,
    /// Whether a heading announced it.
    announced: bool,
    /// How many words of running text it has.
    words: usize,
    /// Whether a line has said that it ends here.
    closed: bool,
    /// Whether the source or the rights stood right before it, with which an article ends.
    after_end: bool,
}

impl<'t> Sorting<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t Blocks, given_title: Option<&'t str>, outlets: &'t [Vec<u64>]) -> Self {
        let latin = blocks.words.iter().take(5000).filter(|word| word.class == Class::Latin).count();
        let foreign = latin * 10 > blocks.words.len().min(5000) * 7;
        let evidence: Vec<Option<Evidence>> =
            (0..blocks.blocks.len()).map(|index| evidence(&blocks.blocks[index], blocks.words_of(index), text, foreign)).collect();
        let prose: Vec<bool> = (0..blocks.blocks.len())
            .map(|index| {
                evidence[index].is_none_or(|evidence| evidence.weight < 0.6)
                    && is_prose(&blocks.blocks[index], blocks.words_of(index), text, foreign)
            })
            .collect();
        let prose_len = prose.len();
        let mut sorting = Self {
            text,
            blocks,
            fates: vec![None; prose.len()],
            evidence,
            prose,
            core: Vocabulary::default(),
            core_and_prose: Vocabulary::default(),
            words_of_prose: 0,
            given_title,
            doubts: Vec::new(),
            title: None,
            in_region: vec![false; prose_len],
            next_prose: Vec::new(),
            last: (None, None),
            vouched: vec![false; prose_len],
            list_open: false,
            outlets,
        };
        mark_running_heads(&mut sorting);
        mark_bios(&mut sorting);
        sorting.recount();
        sorting
    }

    /// Sums up the running text after it was told apart.
    pub(super) fn recount(&mut self) {
        self.core_and_prose = Vocabulary::default();
        self.words_of_prose = 0;
        self.next_prose = vec![None; self.prose.len() + 1];
        for index in (0..self.prose.len()).rev() {
            self.next_prose[index] = if self.prose[index] { Some(index) } else { self.next_prose[index + 1] };
            if self.prose[index] {
                self.core_and_prose.add(self.blocks.words_of(index));
                self.words_of_prose += self.blocks.words_of(index).len();
            }
        }
    }

    pub(super) fn block(&self, index: usize) -> &'t Block {
        &self.blocks.blocks[index]
    }

    pub(super) fn words(&self, index: usize) -> &'t [Word] {
        self.blocks.words_of(index)
    }

    /// Whether a short line names an outlet of the knowledge base.
    pub(super) fn is_outlet(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() <= 6
            && self
                .outlets
                .iter()
                .any(|name| words.windows(name.len()).any(|at| at.iter().zip(name).all(|(word, hash)| word.hash == *hash)))
    }

    /// Whether the line ends with «منذ 3 ساعات», as teasers do.
    pub(super) fn has_relative_time(&self, index: usize) -> bool {
        let words = self.words(index);
        let tail = &words[words.len().saturating_sub(3)..];
        let since = word_hash("منذ");
        let ago = word_hash("قبل");
        tail.iter().any(|word| word.hash == since || word.hash == ago)
            && tail.last().is_some_and(|word| phrases_at(&[*word]).any(|hit| FAMILIES[hit.family].kind == RemovedKind::Date))
    }

    /// Sorts every block.
    pub(super) fn sort(&mut self) {
        let Some(start) = self.start() else {
            self.sort_without_prose();
            return;
        };
        sort_head(self, start);
        self.sort_text(start);
    }

    /// Where the running text begins: at the first prose, unless that is about something else than all the rest.
    fn start(&self) -> Option<usize> {
        let prose: Vec<usize> = (0..self.prose.len()).filter(|&index| self.prose[index]).collect();
        let mut first = 0;
        while let (Some(&this), Some(&next)) = (prose.get(first), prose.get(first + 1)) {
            let titled = (this + 1..next)
                .any(|index| self.evidence[index].is_none() && is_headline(self.block(index), self.words(index), self.text));
            let mut rest = Vocabulary::default();
            for &index in prose[first + 1..].iter().take(12) {
                rest.add(self.words(index));
            }
            let share = rest.share(self.words(this));
            let enough = prose.len() - first > 3 && share.of >= 8 && !continues(self.words(next), self.text);
            if !(titled && enough && share.ratio() < FOREIGN) {
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
        if !before && short && block.ending != Ending::Stop && !continues(self.words(start), self.text) { next } else { start }
    }

    /// A text of short lines only: the first one that is no furniture is the headline, the rest is kept.
    fn sort_without_prose(&mut self) {
        let mut title = None;
        let lines = (0..self.fates.len()).filter(|&index| self.evidence[index].is_none_or(|e| e.weight < 0.75)).count();
        for index in 0..self.fates.len() {
            let fate = match self.evidence[index].filter(|evidence| evidence.weight >= 0.75) {
                Some(evidence) => Fate::Cut(evidence.kind, evidence.reason),
                None if title.is_none() && (lines == 1 || self.block(index).ending != Ending::Stop) && self.words(index).len() >= 3 => {
                    title = Some(index);
                    Fate::Title
                }
                None if title.is_none() && self.words(index).len() < 3 => Fate::Cut(RemovedKind::Navigation, "سطر قصير قبل النص"),
                None => Fate::Keep,
            };
            self.fates[index] = Some(fate);
        }
    }

    /// Sorts everything from the first paragraph on.
    fn sort_text(&mut self, start: usize) {
        let last_prose = (start..self.prose.len()).rev().find(|&index| self.prose[index]).unwrap_or(start);
        let mut region: Option<Region> = None;
        for index in start..self.fates.len() {
            if let Some(open) = &mut region {
                if self.comes_back(open, index) {
                    if !open.announced {
                        self.doubts.push(Doubt::KeptParagraph(index));
                    }
                } else {
                    self.in_region[index] = true;
                    let fate = self.under(open, index);
                    self.settle(index, fate);
                    continue;
                }
            }
            let (fate, opened) = self.in_text(index, last_prose);
            self.settle(index, fate);
            region = opened;
            if let Some(open) = &mut region {
                open.after_end = index
                    .checked_sub(1)
                    .is_some_and(|before| matches!(self.fates[before], Some(Fate::Cut(RemovedKind::Source | RemovedKind::Copyright, _))));
                self.take_in(open, index);
            }
        }
    }

    fn settle(&mut self, index: usize, fate: Fate) {
        self.fates[index] = Some(fate);
        if fate == Fate::Keep {
            self.core.add(self.words(index));
            self.last.0 = Some(index);
            self.list_open = match self.block(index).ending {
                Ending::Colon => true,
                Ending::Stop => false,
                _ => self.list_open && !self.prose[index],
            };
        } else {
            self.last.1 = Some(index);
        }
    }

    /// The next running text from `index` on.
    pub(super) fn next_prose(&self, index: usize) -> Option<usize> {
        self.next_prose.get(index).copied().flatten()
    }

    fn in_text(&mut self, index: usize, last_prose: usize) -> (Fate, Option<Region>) {
        if let Some(evidence) = self.evidence[index].filter(|evidence| evidence.weight >= self.threshold(index, last_prose)) {
            let region = evidence.heads.then(|| Region::announced(evidence.kind, evidence.reason, index));
            return (Fate::Cut(evidence.kind, evidence.reason), region);
        }
        if self.prose[index] {
            return self.in_prose(index);
        }
        if self.repeats_title(index) {
            return (Fate::Cut(RemovedKind::Repetition, "العنوان مكرّر"), None);
        }
        let ahead = self.next_prose(index + 1);
        match ahead {
            None => (self.foot_line(index), None),
            Some(next) => self.between(index, next),
        }
    }

    /// How sure a line's furniture has to be: surer between paragraphs than after the last.
    fn threshold(&self, index: usize, last_prose: usize) -> f32 {
        let foot = index > last_prose;
        let weak = self.evidence[index].is_some_and(|evidence| evidence.kind == RemovedKind::Navigation && !evidence.dated);
        match (foot, weak) {
            (true, _) => 0.5,
            (false, true) => 0.99,
            (false, false) => 0.75,
        }
    }

    /// A paragraph: kept, unless everything from here on is about something else.
    fn in_prose(&mut self, index: usize) -> (Fate, Option<Region>) {
        if self.speaks_of_site(index) {
            return (Fate::Cut(RemovedKind::Other, "كلام الموقع عن نفسه"), None);
        }
        let share = self.core.share(self.words(index));
        let judged = self.core.len() >= 40 && share.of >= 12 && !continues(self.words(index), self.text);
        if judged && share.ratio() < WHOLLY_FOREIGN && self.rest(index, usize::MAX).ratio() < FOREIGN * 0.7 {
            let reason = "خبر آخر: انقطعت المفردات والأسماء";
            return (Fate::Cut(RemovedKind::Related, reason), Some(Region::found(reason, index)));
        }
        if judged && share.ratio() < WHOLLY_FOREIGN {
            self.doubts.push(Doubt::KeptParagraph(index));
        }
        (Fate::Keep, None)
    }

    /// How much of the next running text, up to `count` paragraphs from `index` on, is of the article.
    fn rest(&self, index: usize, count: usize) -> super::vocabulary::Share {
        let mut words: Vec<Word> = Vec::new();
        let nexts = std::iter::successors(self.next_prose(index), |&next| self.next_prose(next + 1));
        for next in nexts.take(count.min(6)) {
            words.extend_from_slice(self.words(next));
        }
        self.core.share(&words)
    }

    /// A short line between paragraphs: a sub-heading, an item of a list, or the headline of something else.
    fn between(&mut self, index: usize, next: usize) -> (Fate, Option<Region>) {
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
        if self.listed(index) {
            return (Fate::Keep, None);
        }
        if let Some(fate) = self.stray(index) {
            return (fate, None);
        }
        let headline = is_headline(block, words, self.text);
        let title = self.core.share(words);
        let judged = headline && self.core.len() >= 30 && !continues(self.words(next), self.text);
        if judged && title.ratio() < 0.34 {
            let share = self.rest(next, 3);
            // A few words too many would be lost where a few too many are kept: a story has more of them.
            if share.of >= ENOUGH && share.ratio() < FOREIGN && !self.asks(index) {
                let reason = "خبر آخر: انقطعت المفردات والأسماء";
                return (Fate::Cut(RemovedKind::Related, reason), Some(Region::found(reason, index)));
            }
            if share.ratio() < FOREIGN * 1.4 {
                self.doubts.push(Doubt::KeptParagraph(next));
            }
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

    /// Whether a line is an item of a list, or of verse, that the article itself opens with a colon.
    fn listed(&self, index: usize) -> bool {
        if self.list_open && self.words(index).len() <= 16 && self.last.1 < self.last.0 {
            return true;
        }
        self.block(index).bullet
            && self.last.0.is_some_and(|before| self.block(before).ending == Ending::Colon || self.block(before).bullet)
    }

    /// A question, in a text that has asked before: an interview turns from one matter to the next.
    fn asks(&self, index: usize) -> bool {
        let question = |index: usize| self.block(index).span.cut(self.text).trim_end().ends_with(['؟', '?']);
        question(index) && (index.saturating_sub(40)..index).any(|before| self.fates[before] == Some(Fate::Keep) && question(before))
    }

    fn repeats_title(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() >= 3
            && self.title.is_some_and(|title| {
                self.words(title).len() == words.len() && self.words(title).iter().zip(words).all(|(a, b)| a.hash == b.hash)
            })
    }

    /// A short line after the last paragraph.
    fn foot_line(&self, index: usize) -> Fate {
        let block = self.block(index);
        let words = self.words(index);
        let line = block.span.cut(self.text);
        // Nothing was cut between the last paragraph and this line.
        let joined = self.last.1 < self.last.0;
        let share = self.core.share(words);
        let listing = block.ending == Ending::Open && block.partings >= 2 && words.len() <= 8;
        let sentence =
            !listing && ((block.ending == Ending::Stop && words.len() >= 3) || (continues(words, self.text) && words.len() >= 4));
        if (joined && sentence || self.listed(index)) && !looks_like_caption(line) {
            return Fate::Keep;
        }
        if sentence && share.of >= 3 && share.ratio() >= 0.5 {
            return Fate::Keep;
        }
        if looks_like_caption(line) {
            return Fate::Cut(RemovedKind::Byline, "سطر التحرير");
        }
        if words.len() >= 4 && share.ratio() < 0.5 {
            return Fate::Cut(RemovedKind::Related, "سطر بعد نهاية النص لا صلة له به");
        }
        Fate::Cut(RemovedKind::Other, "سطر قصير بعد نهاية النص")
    }

    /// Whether the article goes on at `index`, after what `region` opened.
    fn comes_back(&self, region: &Region, index: usize) -> bool {
        // In a saved page a box of other news ends where its element does.
        if self.vouched[index] && !self.vouched[region.start] {
            return true;
        }
        if region.closed {
            return self.evidence[index].is_none_or(|evidence| evidence.weight < 0.75);
        }
        if !self.prose[index] || self.block(index).bullet {
            return false;
        }
        let words = self.words(index);
        let own = self.core.share(words);
        let ratio = own.ratio();
        if matches!(region.kind, RemovedKind::Comments | RemovedKind::Copyright) {
            return ratio >= 0.4 && own.of >= 10 && continues(words, self.text);
        }
        if region.words > 0 {
            let foreign = region.foreign.share(words).ratio();
            return own.of >= 8 && ratio >= 0.34 && ratio > foreign * 1.6;
        }
        if !region.announced {
            return false;
        }
        let echo = region.headline.map_or(0.0, |headline| {
            let mut said = Vocabulary::default();
            said.add(&words[..words.len().min(24)]);
            said.share(self.words(headline)).ratio()
        });
        // A paragraph alone that takes up the headline above it is that story's lede.
        let alone = !self.prose.get(index + 1).is_some_and(|&next| next);
        let limit = if alone { ratio.clamp(0.2, 0.5) } else { 0.5 };
        if echo >= limit && !continues(words, self.text) {
            return false;
        }
        // A lone button («اقرأ المزيد») has no headline of its own behind it, and a story does not begin with «and».
        if region.headline.is_none() && (continues(words, self.text) || ratio >= FOREIGN) {
            return true;
        }
        if continues(words, self.text) {
            return ratio >= 0.06 || self.rest(index, 3).ratio() >= 0.06;
        }
        if region.after_end {
            return false;
        }
        let following = self.following(index);
        ratio >= OWN || (ratio >= FOREIGN && following >= OWN)
    }

    /// How much of the paragraph right after `index` is of the article.
    fn following(&self, index: usize) -> f32 {
        match self.prose.get(index + 1) {
            Some(true) => self.core.share(self.words(index + 1)).ratio(),
            _ => 0.0,
        }
    }

    fn under(&mut self, region: &mut Region, index: usize) -> Fate {
        let evidence = self.evidence[index].filter(|evidence| evidence.weight >= 0.75);
        if let Some(evidence) = evidence.filter(|evidence| evidence.heads) {
            *region = Region {
                words: region.words,
                foreign: std::mem::take(&mut region.foreign),
                ..Region::announced(evidence.kind, evidence.reason, index)
            };
        }
        self.take_in(region, index);
        region.closed = self.closes(index);
        if region.kind == RemovedKind::Tags && self.words(index).len() > 6 {
            *region = Region {
                words: region.words,
                foreign: std::mem::take(&mut region.foreign),
                ..Region::announced(RemovedKind::Related, "عناوين أخبار أخرى", index)
            };
        }
        match evidence {
            Some(evidence) => Fate::Cut(evidence.kind, evidence.reason),
            None => Fate::Cut(region.kind, region.reason),
        }
    }

    /// «نهاية القصص المقترحة», «end of list»: a box of other news says where it ends.
    fn closes(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() <= 6
            && self.block(index).ending == Ending::Open
            && words.iter().enumerate().any(|(at, word)| {
                let edge = at == 0 || at + 1 == words.len();
                edge && [word_hash("نهاية"), word_hash("انتهت"), word_hash("end")].contains(&word.hash)
            })
    }

    fn take_in(&mut self, region: &mut Region, index: usize) {
        let words = self.words(index);
        if self.prose[index] {
            region.foreign.add(words);
            let told = region.words >= 60;
            region.words += words.len();
            if !region.announced && region.words >= 60 && !told {
                self.doubts.push(Doubt::SecondArticle(region.start));
            }
        } else if words.iter().any(|word| word.class == Class::Content) && (index > region.start || words.len() > LABEL) {
            region.headline = Some(index);
        }
    }
}

impl Region {
    fn announced(kind: RemovedKind, reason: &'static str, start: usize) -> Self {
        Self {
            kind,
            reason,
            foreign: Vocabulary::default(),
            headline: None,
            start,
            announced: true,
            words: 0,
            closed: false,
            after_end: false,
        }
    }

    fn found(reason: &'static str, start: usize) -> Self {
        Self { announced: false, ..Self::announced(RemovedKind::Related, reason, start) }
    }
}
