//! Every block is sorted: article, headline, or cut as what and why.
//!
//! Nothing is decided by one sign alone. Where the running text begins and ends
//! is read from the shapes of the blocks; what stands between, before and after
//! from the lexicon, from headings under which other things follow, and from
//! whether its words and names are those of the article.

use super::blocks::{Block, Blocks, Ending};
use super::end::{end, second_article};
use super::furniture::{Evidence, evidence};
use super::head::{looks_like_caption, sort_head};
use super::lexicon::{FAMILIES, phrases_at};
use super::regions::Region;
use super::shape::{continues, is_prose};
use super::strays::{keep_part_numbers, mark_bios, mark_running_heads, numbered_headings};
use super::vocabulary::Vocabulary;
use super::word_set::WordSet;
use super::words::{Class, Word, same_words};
use crate::document::RemovedKind;

/// Below this share of known words, something new has begun where a headline stands before it.
pub(super) const FOREIGN: f32 = 0.13;
/// How many content words a break of vocabulary is judged by.
pub(super) const ENOUGH: usize = 15;

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
    pub(super) list_open: bool,
    /// The last block of the article.
    pub(super) end: usize,
    /// Whether the page promises news as they come in.
    pub(super) live: bool,
    /// Whether a line is one of the headings that number the parts of the text: «1. مقدمة», «2. النتائج».
    pub(super) numbered: Vec<bool>,
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
            numbered: Vec::new(),
            outlets,
        };
        mark_running_heads(&mut sorting);
        mark_bios(&mut sorting);
        keep_part_numbers(&mut sorting);
        sorting.recount();
        sorting.numbered = numbered_headings(&sorting);
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
        tail.iter().any(|word| AGO.has(word))
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
        self.doubts.extend(second_article(self).map(Doubt::SecondArticle));
        let behind = &mut self.prose[self.end + 1..];
        if behind.contains(&true) {
            behind.fill(false);
            self.recount();
        }
        self.sort_text(start);
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
        if self.numbered[index] && index <= self.end {
            return (Fate::Keep, None);
        }
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
        if self.core.len() >= ENOUGH && self.is_teaser(index, &self.core) {
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
    pub(super) fn rest(&self, index: usize, count: usize) -> super::vocabulary::Share {
        self.core.share(&self.following_words(index, count))
    }

    /// The words of the next `count` paragraphs from `index` on.
    pub(super) fn following_words(&self, index: usize, count: usize) -> Vec<Word> {
        let nexts = std::iter::successors(self.next_prose(index), |&next| self.next_prose(next + 1));
        nexts.take(count).flat_map(|next| self.words(next)).copied().collect()
    }

    fn repeats_title(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() >= 3 && self.title.is_some_and(|title| same_words(self.words(title), words))
    }

    /// What a line that is cut anyway is by signs too weak to cut it by: «بقلم زاهر النقاش» is no menu.
    pub(super) fn by_weak_evidence(&self, index: usize) -> Option<Fate> {
        /// From which weight on the words of a kind say more than the place of the line.
        const TELLING: f32 = 0.33;
        let told = |evidence: &Evidence| {
            // Names of months and sections are words of the news too.
            let common = matches!(evidence.kind, RemovedKind::Date | RemovedKind::Navigation | RemovedKind::Related);
            evidence.weight >= TELLING && !common && !evidence.dated
        };
        self.evidence[index].filter(told).map(|evidence| Fate::Cut(evidence.kind, evidence.reason))
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
        if let Some(fate) = self.by_weak_evidence(index) {
            return fate;
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

static AGO: WordSet = WordSet::of("منذ قبل");
static COVERAGE: WordSet = WordSet::of("تغطية");
static KEPT_UP: WordSet = WordSet::of("مباشرة حية مستمرة متواصلة");
static MOMENT: WordSet = WordSet::of("لحظة");
static BY_MOMENT: WordSet = WordSet::of("بلحظة");

/// Whether a short line of the head says that news are told as they come in («تغطية مباشرة», «لحظة بلحظة»).
fn is_live(blocks: &Blocks) -> bool {
    /// How many lines a head has, and how many words such a line.
    const HEAD: usize = 60;
    const SHORT: usize = 20;
    let said = |pair: &[Word]| COVERAGE.has(&pair[0]) && KEPT_UP.has(&pair[1]) || MOMENT.has(&pair[0]) && BY_MOMENT.has(&pair[1]);
    let head = blocks.blocks.iter().take(HEAD).filter(|block| block.len() <= SHORT);
    head.flat_map(|block| blocks.words[block.words.clone()].windows(2)).any(said)
}
