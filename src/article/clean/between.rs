//! What speaks for and against a line from the first paragraph on: a sub-heading, an item of a list, or what a page puts between.

use std::sync::LazyLock;

use super::course::{Course, Doubt};
use super::evidence::{Evidence, surety};
use super::looks::{
    self, APART, BULLET, COLON, COMMA, CONTINUES, DATED, FURNITURE, FURTHER, HINTED, LOUD, MENU,
    OPEN, QUOTED, SECTION, STOP, UNENDED,
};
use super::opinions::Opinions;
use super::reason::Reason;
use super::shapes::opens_with_clock;
use super::signed::{FOREIGN, NEAR, looks_like_caption};
use super::signs::{Ground, Keep};
use super::words::{Class, HashedSet, Word, same_words, words};
use crate::arabic::lexicon::{self, SITE_WORD, row};
use crate::document::RemovedKind;

/// How many content words a break of vocabulary is judged by.
const ENOUGH: usize = 15;
/// How many words a line has that is more than a name or a section.
const MANY: usize = 4;

/// What speaks for and against a line, and whether it opens another matter.
#[derive(Default)]
pub(super) struct Read {
    pub(super) opinions: Opinions,
    /// Whether it is the headline of another matter, under which no article text is looked for.
    pub(super) opens: bool,
    /// Whether an editor should hear of it if it is kept.
    pub(super) doubted: bool,
}

impl From<Opinions> for Read {
    fn from(opinions: Opinions) -> Self {
        Self { opinions, ..Self::default() }
    }
}

impl Course<'_, '_> {
    /// Reads the line at `index`, which stands at or behind the first paragraph.
    pub(super) fn read(&mut self, index: usize) -> Read {
        let numbered = self.is_heading_of_text(index);
        if let Some(evidence) = self.decisive(index).filter(|_| !numbered) {
            return Opinions::of(evidence, self.ground(index)).into();
        }
        let mut opinions = Opinions::default();
        if numbered {
            opinions.keep(Keep::Numbered);
        } else if self.is_prose(index) {
            self.paragraph(index, &mut opinions);
        } else if index <= self.end && self.signed.is(index, FURTHER) {
            opinions.keep(Keep::Listed);
        } else if self.repeats_title(index) {
            opinions.cut(Reason::TitleAgain);
        } else if let Some(next) = self.next_prose(index + 1) {
            return self.between(index, next, opinions);
        } else if index <= self.end {
            opinions.keep(Keep::Line);
            opinions.cut_if(looks_like_caption(self.signed.line(index)), Reason::CaptionBrackets);
            self.stray(index, &mut opinions);
        } else {
            self.foot(index, &mut opinions);
        }
        opinions.into()
    }

    /// On what ground a line stands: it has to be surer furniture between paragraphs than behind the last.
    fn ground(&self, index: usize) -> Ground {
        let kind = self.signed.evidence(index).map(|found| found.kind);
        let menu = kind == Some(RemovedKind::Navigation) && !self.signed.is_dated(index);
        match (index > self.end, menu) {
            (true, _) => Ground::Edge,
            (false, true) => Ground::Menu,
            (false, false) => Ground::Text,
        }
    }

    /// Evidence that is enough where the line stands.
    pub(super) fn decisive(&self, index: usize) -> Option<Evidence> {
        let least = match self.ground(index) {
            Ground::Edge => surety::EVEN,
            Ground::Text => surety::STRONG,
            Ground::Menu => surety::MENU,
        };
        self.signed.evidence_of(index, least)
    }

    /// A paragraph: kept, unless it speaks of the site or is a teaser.
    fn paragraph(&mut self, index: usize, opinions: &mut Opinions) {
        /// How many words of the article are enough to miss them in a paragraph.
        const MISSED: usize = 40;
        opinions.keep(Keep::Prose);
        opinions.cut_if(self.speaks_of_site(index), Reason::OfSite);
        let teaser = self.core.len() >= ENOUGH && self.signed.is_teaser(index, &self.core);
        opinions.cut_if(teaser, Reason::HeadlineAndLede);
        // A change of words alone is no change of matter: an article may turn to another side of its own.
        let share = self.share(index);
        let strange = share.known == 0 && share.of >= ENOUGH;
        if strange && self.core.len() >= MISSED && !self.signed.continues(index) {
            self.doubts.push(Doubt::KeptParagraph(index));
        }
    }

    fn repeats_title(&self, index: usize) -> bool {
        const WORDS: usize = 3;
        let words = self.signed.words(index);
        let is_title = |title| same_words(self.signed.words(title), words);
        words.len() >= WORDS && self.title.is_some_and(is_title)
    }

    /// A short line between paragraphs.
    fn between(&mut self, index: usize, next: usize, mut opinions: Opinions) -> Read {
        /// How many words a caption has at most.
        const CAPTION: usize = 20;
        let line = self.signed.line(index);
        opinions.keep(Keep::Line);
        let caption = self.signed.has(index, OPEN, ..=CAPTION) && looks_like_caption(line);
        opinions.cut_if(caption, Reason::CaptionBrackets);
        let timed = || opens_with_clock(line) || self.signed.has_relative_time(index);
        opinions.cut_if(self.signed.has(index, OPEN, MANY..) && timed(), Reason::HeadlineAndHour);
        opinions.cut_if(self.is_page_head(index), Reason::PageHead);
        opinions.cut_if(self.signed.is_pull_quote(index), Reason::PullQuote);
        if self.listed(index) {
            opinions.keep(Keep::Listed);
            return opinions.into();
        }
        self.stray(index, &mut opinions);
        if opinions.has_cuts() {
            return opinions.into();
        }
        let foreign = self.heads_foreign(index, next);
        let opens = foreign && self.is_story(index, next);
        if foreign && !opens {
            self.doubts.push(Doubt::KeptParagraph(next));
        }
        opinions.cut_if(opens, Reason::OtherStory);
        opinions.cut_if(!opens && self.is_injected(index, next), Reason::HeadlineBetween);
        if let Some(hint) = self.hinted_list(index) {
            opinions.weigh(Evidence { weight: surety::STRONG, ..hint }, Ground::Text);
        }
        Read { opinions, opens, doubted: self.is_doubted(index) }
    }

    /// Whether some sign speaks against a line.
    fn is_doubted(&self, index: usize) -> bool {
        /// How many words a headline has at least.
        const HEADLINE: usize = 6;
        let headline = self.signed.has(index, looks::HEADLINE, HEADLINE..);
        self.signed.is(index, HINTED) || headline && self.share(index).known == 0
    }

    /// Whether a headline has nothing of the article, nor have the paragraphs under it.
    fn heads_foreign(&self, index: usize, next: usize) -> bool {
        /// How many words of the article are enough to miss them.
        const MISSED: usize = 25;
        /// How many paragraphs tell.
        const RANGE: usize = 3;
        let told = self.core.len() >= MISSED && self.signed.is_headline(index);
        let strange = told && self.share(index).is_below(NEAR);
        if !strange || self.signed.continues(next) {
            return false;
        }
        let below = self.core.share(&self.following_words(next, RANGE));
        below.of >= ENOUGH && below.is_below(FOREIGN)
    }

    /// A sub-heading is short, and the section under it need not repeat it; a story's lede repeats its headline.
    fn is_story(&self, index: usize, next: usize) -> bool {
        const WORDS: usize = 5;
        let headline = self.signed.has(index, looks::ANY, WORDS..) && !self.is_of_text(index);
        headline && self.signed.takes_up(index, next)
    }

    /// A bullet, a quotation, a question among others, the heading of an entry: what no headline of other news looks like.
    fn is_of_text(&self, index: usize) -> bool {
        self.signed.is(index, BULLET | QUOTED) || self.asks(index) || self.is_entry(index)
    }

    /// A list of topics that its label only hints at, right above the heading of other news.
    fn hinted_list(&self, index: usize) -> Option<Evidence> {
        let names = self.signed.words(index).iter().all(|word| word.class != Class::Function);
        self.signed
            .evidence_of(index, surety::HINT)
            .filter(|_| names && self.signed.heads(index + 1))
    }

    /// A headline alone between two paragraphs, or beside furniture, of which no word stands anywhere in the article.
    fn is_injected(&self, index: usize, next: usize) -> bool {
        /// How far from a line its neighbours say what it is.
        const NEAR: usize = 30;
        /// How many of its words say something, and how many where only paragraphs stand beside it.
        const CONTENT: usize = 3;
        const ALONE: usize = 4;
        let words = self.signed.words(index);
        let content = words.iter().filter(|word| word.class == Class::Content).count();
        let headline = content >= CONTENT && self.signed.has(index, UNENDED, MANY..);
        if !headline || self.is_of_text(index) || self.article.share(words).known > 0 {
            return false;
        }
        let first = index.saturating_sub(NEAR);
        let from = (first..index).rev().find(|&before| self.is_prose(before)).unwrap_or(first);
        let next = next.min(index + NEAR);
        let neighbours = (from + 1, next) == (index, index + 1);
        let alone = neighbours && content >= ALONE && self.signed.is(from, STOP);
        alone || (from + 1..next).any(|beside| self.signed.is_furniture(beside))
    }

    /// The heading of an entry that is stamped with its hour, in a text of such entries.
    fn is_entry(&self, index: usize) -> bool {
        /// How far above an entry others stand, and how near to a stamp its text.
        const FAR: usize = 60;
        const BESIDE: usize = 4;
        let stamped = |at: usize| self.signed.is(at, FURNITURE.with(DATED));
        let is_text = |at: usize| self.is_kept(at) && self.is_prose(at);
        let entry = |at: &usize| {
            let (above, below) = (at.saturating_sub(BESIDE)..*at, at + 1..index.min(at + BESIDE));
            stamped(*at) && above.into_iter().any(is_text) && below.into_iter().any(is_text)
        };
        let under_stamp = index.checked_sub(1).is_some_and(stamped);
        let among_entries = || (index.saturating_sub(FAR)..index).any(|at| entry(&at));
        self.signed.live || under_stamp && among_entries()
    }

    /// A question, in a text that has asked before or begins with one: an interview turns from one matter to the next.
    pub(super) fn asks(&self, index: usize) -> bool {
        /// How far above the last question stands.
        const FAR: usize = 40;
        let asked = |before: usize| self.is_kept(before) && self.signed.is_question(before);
        let begins = index == self.first || (index.saturating_sub(FAR)..index).any(asked);
        self.signed.is_question(index) && begins
    }

    /// A button's one word, or a line that speaks to the reader of the page, where the article does neither.
    fn stray(&self, index: usize, opinions: &mut Opinions) {
        /// How many words a line to the reader has at most.
        const TO_READER: usize = 12;
        let words = self.signed.words(index);
        let shaped = self.signed.is(index, UNENDED.without(BULLET | SECTION));
        if !shaped || self.signed.line(index).contains(['«', '"', '“']) {
            return;
        }
        let strange = |word: &Word| self.article.share(std::slice::from_ref(word)).known == 0;
        let alone = matches!(words, [only] if only.class == Class::Content && strange(only));
        opinions.cut_if(alone, Reason::WordAlone);
        let to_reader = words.len() <= TO_READER
            && words.iter().any(|word| word.is(lexicon::TO_READER) && strange(word));
        opinions.cut_if(to_reader, Reason::ToReader);
    }

    /// A running head with the number of the page, in the middle of a sentence.
    fn is_page_head(&self, index: usize) -> bool {
        const WORDS: usize = 8;
        let numbered = || self.signed.words(index).iter().any(|word| word.class == Class::Number);
        let broken = |last: usize| self.is_prose(last) && self.signed.is(last, OPEN | COMMA);
        let shaped = self.signed.blocks().wrapped && self.signed.has(index, APART, ..=WORDS);
        shaped && numbered() && self.last_kept.is_some_and(broken)
    }

    /// A paragraph at the foot by which a site speaks of itself: of comments, subscribers, rights, opinions of writers.
    fn speaks_of_site(&self, index: usize) -> bool {
        /// How many words of the article are enough to miss them.
        const MISSED: usize = 20;
        /// How many words of sites it has at least; one in so many of its content words.
        const SPOKEN: usize = 3;
        const OF: usize = 4;
        let far =
            self.next_prose(index + 1).is_some_and(|next| self.next_prose(next + 1).is_some());
        if far || self.core.len() < MISSED || self.signed.line(index).contains(['«', '"', '“']) {
            return false;
        }
        // «وستُنقل اللقى إلى المتحف بعد تسجيلها، أما الموقع فسيُفتح أمام الزوار»: what goes on from a paragraph is of it.
        let above = index.checked_sub(1);
        if above.is_some() && above == self.last_kept && self.signed.continues(index) {
            return false;
        }
        let words = self.signed.words(index);
        let spoken = words.iter().filter(|word| SITE_WORDS.contains(&word.stem)).count();
        let content = words.iter().filter(|word| word.class == Class::Content).count();
        spoken >= SPOKEN.max(content.div_ceil(OF)) && self.share(index).is_below(FOREIGN)
    }

    /// A short line after the last paragraph.
    fn foot(&self, index: usize, opinions: &mut Opinions) {
        /// What part of a hundred of a sentence's words is of the article, of how many.
        const HALF: usize = 50;
        const CONTENT: usize = 3;
        let (words, line) = (self.signed.words(index), self.signed.line(index));
        let sentence = self.is_sentence(index) && !self.is_over(index);
        let share = self.share(index);
        if let Some(keep) = self.kept_in_foot(index, sentence) {
            opinions.keep(keep);
        }
        if sentence && share.of >= CONTENT && share.reaches(HALF) {
            opinions.keep(Keep::OwnSentence);
        }
        opinions.cut_if(looks_like_caption(line), Reason::Desk);
        if let Some(weak) = weak_evidence(self.signed.evidence(index)) {
            opinions.cut_as(weak.kind, weak.reason);
        }
        opinions.cut_if(words.len() >= MANY && share.is_below(HALF), Reason::StrangeBehind);
        opinions.cut(Reason::ShortBehind);
    }

    /// What of the foot goes on from the text.
    fn kept_in_foot(&self, index: usize, sentence: bool) -> Option<Keep> {
        if self.is_over(index) {
            return None;
        }
        match self.is_joined() {
            true if sentence => Some(Keep::Sentence),
            true if self.signed.is_section(index) => Some(Keep::Section),
            true if self.is_question_or_answer(index) => Some(Keep::Listed),
            _ => self.listed(index).then_some(Keep::Listed),
        }
    }

    /// The last section of an explainer may be a question and a list.
    fn is_question_or_answer(&self, index: usize) -> bool {
        /// How many words such a question has at most.
        const QUESTION: usize = 8;
        let asks = self.signed.has(index, LOUD | COLON, ..=QUESTION);
        let answers = || self.last_kept.is_some_and(|last| self.signed.is_question(last));
        asks && self.signed.is(index + 1, BULLET) || self.signed.is(index, BULLET) && answers()
    }

    /// A short sentence of the foot that is no list of names.
    fn is_sentence(&self, index: usize) -> bool {
        const WORDS: usize = 3;
        /// How many words a list of names in one line has at most.
        const LIST: usize = 8;
        match () {
            () if self.signed.is(index, STOP) => self.signed.has(index, STOP, WORDS..),
            () if self.signed.has(index, OPEN.with(MENU), ..=LIST) => false,
            () => self.signed.has(index, CONTINUES, MANY..),
        }
    }
}

/// What a line that is cut anyway is by signs too weak to cut it by: «بقلم زاهر النقاش» is no menu.
pub(super) fn weak_evidence(evidence: Option<Evidence>) -> Option<Evidence> {
    // Names of months and sections are words of the news too.
    const COMMON: [RemovedKind; 3] =
        [RemovedKind::Date, RemovedKind::Navigation, RemovedKind::Related];
    let says = |found: &Evidence| found.weight >= surety::TELLING && !found.dated;
    evidence.filter(|found| says(found) && !COMMON.contains(&found.kind))
}

/// Words of a site that speaks of itself, by their stems.
static SITE_WORDS: LazyLock<HashedSet<u32>> = LazyLock::new(|| {
    let mut found = Vec::new();
    row(SITE_WORD).iter().for_each(|entry| words(entry.written, 0, &mut found));
    found.iter().map(|word| word.stem).collect()
});
