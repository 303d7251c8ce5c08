//! Every block is sorted: article, headline, or cut as what and why.
//!
//! Nothing is decided by one sign alone. Where the running text begins and ends
//! is read from the shapes of the blocks; what stands between, before and after
//! from the lexicon, from headings under which other things follow, and from
//! whether its words and names are those of the article.

use super::blocks::{Block, Blocks, Ending};
use super::end::end;
use super::furniture::{Evidence, evidence, opens_with_clock};
use super::head::{looks_like_caption, sort_head};
use super::lexicon::{FAMILIES, phrases_at};
use super::regions::Region;
use super::shape::{continues, is_headline, is_prose};
use super::strays::{keep_part_numbers, mark_bios, mark_running_heads};
use super::vocabulary::Vocabulary;
use super::words::{Class, Word, word_hash};
use crate::document::RemovedKind;

/// Below this share of known words, something new has begun where a headline stands before it.
pub(super) const FOREIGN: f32 = 0.13;
/// How many content words a break of vocabulary is judged by.
const ENOUGH: usize = 15;

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
    /// The last block of the article.
    pub(super) end: usize,
    /// Whether the page promises news as they come in.
    live: bool,
    outlets: &'t [Vec<u64>],
}

impl<'t> Sorting<'t> {
    pub(super) fn new(text: &'t str, blocks: &'t Blocks, given_title: Option<&'t str>, outlets: &'t [Vec<u64>]) -> Self {
        let foreign = is_foreign(blocks);
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
            end: usize::MAX,
            live: is_live(blocks),
            outlets,
        };
        mark_running_heads(&mut sorting);
        mark_bios(&mut sorting);
        keep_part_numbers(&mut sorting);
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
        self.end = end(self, start);
        self.prose[self.end + 1..].fill(false);
        self.recount();
        self.sort_text(start);
    }

    /// Where the running text begins: at the first prose, unless that is about something else than all the rest.
    fn start(&self) -> Option<usize> {
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
            let (fate, opened) = self.in_text(index);
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

    fn in_text(&mut self, index: usize) -> (Fate, Option<Region>) {
        if let Some(evidence) = self.evidence[index].filter(|evidence| evidence.weight >= self.threshold(index)) {
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
            None if index <= self.end => (self.last_lines(index), None),
            None => (self.foot_line(index), None),
            Some(next) => self.between(index, next),
        }
    }

    /// How sure a line's furniture has to be: surer between paragraphs than after the last.
    fn threshold(&self, index: usize) -> f32 {
        let foot = index > self.end;
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
        if self.is_teaser(index, &self.core) {
            return (Fate::Cut(RemovedKind::Related, "عنوان خبر آخر ومطلعه في سطر"), None);
        }
        // A change of words alone is no change of matter: an article may turn to another side of its own.
        let share = self.core.share(self.words(index));
        if self.core.len() >= 40 && share.of >= ENOUGH && share.known == 0 && !continues(self.words(index), self.text) {
            self.doubts.push(Doubt::KeptParagraph(index));
        }
        (Fate::Keep, None)
    }

    /// How much of the next running text, up to `count` paragraphs from `index` on, is of the article.
    fn rest(&self, index: usize, count: usize) -> super::vocabulary::Share {
        self.core.share(&self.following_words(index, count))
    }

    /// The words of the next `count` paragraphs from `index` on.
    pub(super) fn following_words(&self, index: usize, count: usize) -> Vec<Word> {
        let nexts = std::iter::successors(self.next_prose(index), |&next| self.next_prose(next + 1));
        nexts.take(count).flat_map(|next| self.words(next)).copied().collect()
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
    fn is_quoted(&self, index: usize) -> bool {
        self.block(index).span.cut(self.text).starts_with(['«', '"', '“'])
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
        let asked = || (index.saturating_sub(40)..index).any(|before| self.fates[before] == Some(Fate::Keep) && self.is_question(before));
        self.is_question(index) && asked()
    }

    fn is_question(&self, index: usize) -> bool {
        self.block(index).span.cut(self.text).trim_end().ends_with(['؟', '?'])
    }

    fn repeats_title(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() >= 3
            && self.title.is_some_and(|title| {
                self.words(title).len() == words.len() && self.words(title).iter().zip(words).all(|(a, b)| a.hash == b.hash)
            })
    }

    /// A line behind the last paragraph and before the sentence with which the article ends.
    fn last_lines(&self, index: usize) -> Fate {
        if looks_like_caption(self.block(index).span.cut(self.text)) {
            return Fate::Cut(RemovedKind::Caption, "وكالة أو مصوّر بين قوسين");
        }
        self.stray(index).unwrap_or(Fate::Keep)
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
        // The last section of an explainer may be a question and a list.
        let heads_list = joined
            && words.len() <= 8
            && matches!(block.ending, Ending::Loud | Ending::Colon)
            && self.prose.len() > index + 1
            && self.block(index + 1).bullet;
        let item = joined && block.bullet && self.last.0.is_some_and(|last| self.is_question(last));
        let section = joined && self.is_section(index);
        if (joined && sentence || section || heads_list || item || self.listed(index)) && !looks_like_caption(line) {
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
}

/// Whether the text is of foreign letters, in whatever surroundings it stands: most words of its long lines are.
fn is_foreign(blocks: &Blocks) -> bool {
    /// From how many words on a line is more than a button or a name.
    const LONG: usize = 12;
    /// How many words tell.
    const TOLD: usize = 5000;
    let long = blocks.blocks.iter().filter(|block| block.len() >= LONG).flat_map(|block| &blocks.words[block.words.clone()]);
    let (latin, all) = long.take(TOLD).fold((0, 0), |(latin, all), word| (latin + usize::from(word.class == Class::Latin), all + 1));
    latin * 2 > all
}

/// Whether a short line of the head says that news are told as they come in («تغطية مباشرة», «لحظة بلحظة»).
fn is_live(blocks: &Blocks) -> bool {
    /// How many lines a head has, and how many words such a line.
    const HEAD: usize = 60;
    const SHORT: usize = 20;
    let is = |word: &Word, one: &str| word.hash == word_hash(one);
    let said = |pair: &[Word]| {
        let coverage = ["مباشرة", "حية", "مستمرة", "متواصلة"].iter().any(|kind| is(&pair[1], kind));
        is(&pair[0], "تغطية") && coverage || is(&pair[0], "لحظة") && is(&pair[1], "بلحظة")
    };
    let head = blocks.blocks.iter().take(HEAD).filter(|block| block.len() <= SHORT);
    head.flat_map(|block| blocks.words[block.words.clone()].windows(2)).any(said)
}
