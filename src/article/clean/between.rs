//! What speaks for and against a line from the first paragraph on: a sub-heading, an item of a list, or what a page puts between.

use std::ops::Range;
use std::sync::LazyLock;

use super::asked::{CONTENT as CONTENT_WORD, FUNCTION, NUMBER, holds};
use super::course::{Course, Doubt};
use super::dateline::opens_with_day;
use super::evidence::{Evidence, surety};
use super::looks::{
    self, APART, BULLET, COLON, COMMA, CONTINUES, DATED, FURNITURE, FURTHER, HINTED, LOUD, MENU,
    OPEN, QUOTED, SECTION, STOP, UNENDED,
};
use super::opinions::Opinions;
use super::reason::Reason;
use super::signed::{FOREIGN, NEAR, looks_like_caption};
use super::signs::{Ground, Keep};
use super::vocabulary::{Share, Vocabulary};
use super::words::{HashedSet, Word, same_words, words};
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

/// What stands under a line between paragraphs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heads {
    /// The article, for all that is known.
    Own,
    /// Paragraphs that have nothing of it.
    Foreign,
    /// Those of another story, of which the line is the headline.
    Story,
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
        match self.signed.evidence(index).map(|found| found.kind) {
            _ if index > self.end => Ground::Edge,
            _ if self.signed.is_dated(index) => Ground::Text,
            Some(RemovedKind::Navigation) => Ground::Menu,
            _ => Ground::Text,
        }
    }

    /// Evidence that is enough where the line stands.
    pub(super) fn decisive(&self, index: usize) -> Option<Evidence> {
        let least = match self.ground(index) {
            Ground::Edge => surety::EVEN,
            Ground::Text => surety::STRONG,
            Ground::Menu => surety::MENU,
        };
        // «عدد الزوار في 2018: 6200», «تاريخ توقيع العقد: 12 حزيران 2023» are facts between others.
        let is_told = |found: &Evidence| match found.kind {
            RemovedKind::Counter => self.is_fact(index),
            RemovedKind::Date if index < self.end => {
                self.signed.tells_other_days(index) || self.is_short_entry(index)
            }
            _ => false,
        };
        self.signed.evidence_of(index, least).filter(|found| !is_told(found))
    }

    /// «15 يناير 2024: عودة المهندسين إلى الموقع.», «منتصف يناير 2024: …»: a short sentence of a chronology. Two of the three, itself and
    /// those beside it, open with their day.
    fn is_short_entry(&self, index: usize) -> bool {
        let signed = self.signed;
        if !signed.is(index, STOP) {
            return false;
        }
        let opens = |&at: &usize| opens_with_day(signed.block(at), signed.words(at), signed.text());
        let near = index.saturating_sub(1)..signed.len().min(index + 2);
        near.filter(opens).count() > 1
    }

    /// A paragraph: kept, unless it speaks of the site or is a teaser.
    fn paragraph(&mut self, index: usize, opinions: &mut Opinions) {
        /// How many words of the article are enough to miss them in a paragraph.
        const MISSED: usize = 40;
        opinions.keep(Keep::Prose);
        opinions.cut_if(self.speaks_of_site(index), Reason::OfSite);
        let teaser = |core| self.signed.is_teaser(index, core);
        let teaser = self.core.telling(ENOUGH).is_some_and(teaser);
        opinions.cut_if(teaser, Reason::HeadlineAndLede);
        // A change of words alone is no change of matter: an article may turn to another side of its own.
        let share = |core: &Vocabulary| core.share(self.signed.words(index)).telling(ENOUGH);
        let share = self.core.telling(MISSED).and_then(share);
        if share.is_some_and(Share::is_strange) && !self.signed.continues(index) {
            self.doubts.push(Doubt::KeptParagraph(index));
        }
    }

    fn repeats_title(&self, index: usize) -> bool {
        const WORDS: usize = 3;
        let title = self.title.map(|title| self.signed.words(title));
        let title = title.filter(|title| title.len() >= WORDS);
        title.is_some_and(|title| same_words(title, self.signed.words(index)))
    }

    /// A short line between paragraphs.
    fn between(&mut self, index: usize, next: usize, mut opinions: Opinions) -> Read {
        /// How many words a caption has at most.
        const CAPTION: usize = 20;
        let line = self.signed.line(index);
        opinions.keep(Keep::Line);
        if self.signed.has(index, OPEN, ..=CAPTION) {
            opinions.cut_if(looks_like_caption(line), Reason::CaptionBrackets);
        }
        if self.signed.has(index, OPEN, MANY..) {
            opinions.cut_if(self.signed.is_timed(index), Reason::HeadlineAndHour);
        }
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
        let heads = self.heads(index, next);
        match heads {
            Heads::Story => opinions.cut(Reason::OtherStory),
            Heads::Foreign => self.doubts.push(Doubt::KeptParagraph(next)),
            Heads::Own => {}
        }
        if heads != Heads::Story {
            opinions.cut_if(self.is_injected(index, next), Reason::HeadlineBetween);
        }
        if let Some(hint) = self.hinted_list(index) {
            opinions.weigh(Evidence { weight: surety::STRONG, ..hint }, Ground::Text);
        }
        Read { opinions, opens: heads == Heads::Story, doubted: self.is_doubted(index) }
    }

    /// Whether some sign speaks against a line.
    fn is_doubted(&self, index: usize) -> bool {
        /// How many words a headline has at least.
        const HEADLINE: usize = 6;
        match self.signed.has(index, looks::HEADLINE, HEADLINE..) {
            true if self.share(index).is_strange() => true,
            _ => self.signed.is(index, HINTED),
        }
    }

    /// What stands under a line.
    fn heads(&self, index: usize, next: usize) -> Heads {
        match self.heads_foreign(index, next) {
            false => Heads::Own,
            true if self.is_story(index, next) => Heads::Story,
            true => Heads::Foreign,
        }
    }

    /// Whether a headline has nothing of the article, nor have the paragraphs under it.
    fn heads_foreign(&self, index: usize, next: usize) -> bool {
        /// How many words of the article are enough to miss them.
        const MISSED: usize = 25;
        /// How many paragraphs tell.
        const RANGE: usize = 3;
        let headline = self.signed.is(index, looks::HEADLINE).then(|| self.signed.words(index));
        let (Some(headline), Some(core)) = (headline, self.core.telling(MISSED)) else {
            return false;
        };
        if self.signed.continues(next) || !core.share(headline).is_below(NEAR) {
            return false;
        }
        let below = core.share(&self.following_words(next, RANGE)).telling(ENOUGH);
        below.is_some_and(|below| below.is_below(FOREIGN))
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
        let names = !holds(self.signed.words(index), FUNCTION);
        let hint = self.signed.evidence_of(index, surety::HINT);
        hint.filter(|_| names && self.signed.heads(index + 1))
    }

    /// A headline alone between two paragraphs, or beside furniture, of which no word stands anywhere in the article.
    fn is_injected(&self, index: usize, next: usize) -> bool {
        /// How far from a line its neighbours say what it is.
        const NEAR: usize = 30;
        /// How many of its words say something, and how many where only paragraphs stand beside it.
        const CONTENT: usize = 3;
        const ALONE: usize = 4;
        let words = self.signed.words(index);
        let content = words.iter().filter(|word| CONTENT_WORD.fits(word)).count();
        let headline = content >= CONTENT && self.signed.has(index, UNENDED, MANY..);
        if !headline || self.is_of_text(index) || !self.article.share(words).is_strange() {
            return false;
        }
        let first = index.saturating_sub(NEAR);
        let from = (first..index).rev().find(|&before| self.is_prose(before)).unwrap_or(first);
        let next = next.min(index + NEAR);
        let furniture = (from + 1..next).find(|&beside| self.signed.is_furniture(beside));
        match (furniture, content) {
            (Some(_), _) => true,
            (None, ALONE..) if (from + 1, next) == (index, index + 1) => self.signed.is(from, STOP),
            _ => false,
        }
    }

    /// The heading of an entry that is stamped with its hour, in a text of such entries.
    fn is_entry(&self, index: usize) -> bool {
        /// How far above an entry others stand, and how near to a stamp its text.
        const FAR: usize = 60;
        const BESIDE: usize = 4;
        let stamped = |at: &usize| self.signed.is(*at, FURNITURE.with(DATED));
        let has_text = |mut lines: Range<usize>| lines.any(|at| self.is_kept_prose(at));
        if self.signed.live || index.checked_sub(1).filter(stamped).is_none() {
            return self.signed.live;
        }
        let stamps = (index.saturating_sub(FAR)..index).filter(stamped);
        let mut entries = stamps.filter(|&at| has_text(at.saturating_sub(BESIDE)..at));
        entries.any(|at| has_text(at + 1..index.min(at + BESIDE)))
    }

    /// A question, in a text that has asked before or begins with one: an interview turns from one matter to the next.
    pub(super) fn asks(&self, index: usize) -> bool {
        /// How far above the last question stands.
        const FAR: usize = 40;
        if !self.signed.is_question(index) || index == self.first {
            return self.signed.is_question(index);
        }
        let mut before = (index.saturating_sub(FAR)..index).filter(|&at| self.is_kept(at));
        before.any(|before| self.signed.is_question(before))
    }

    /// A button's one word, or a line that speaks to the reader of the page, where the article does neither.
    fn stray(&self, index: usize, opinions: &mut Opinions) {
        /// How many words a line to the reader has at most.
        const TO_READER: usize = 12;
        let words = self.signed.words(index);
        let shaped = self.signed.is(index, UNENDED.without(BULLET | SECTION));
        if !shaped || quotes(self.signed.line(index)) {
            return;
        }
        let strange = |word: &&Word| self.article.share(std::slice::from_ref(*word)).is_strange();
        if let [only] = words {
            let alone = Some(only).filter(|only| CONTENT_WORD.fits(only)).filter(strange);
            opinions.cut_if(alone.is_some(), Reason::WordAlone);
        }
        if words.len() <= TO_READER {
            let mut to_reader = words.iter().filter(|word| word.is(lexicon::TO_READER));
            opinions.cut_if(to_reader.any(|word| strange(&word)), Reason::ToReader);
        }
    }

    /// A running head with the number of the page, in the middle of a sentence.
    fn is_page_head(&self, index: usize) -> bool {
        const WORDS: usize = 8;
        let wrapped = self.last_kept.filter(|_| self.signed.blocks().wrapped);
        let Some(last) = wrapped.filter(|&last| self.is_prose(last)) else { return false };
        let shaped = self.signed.is(last, OPEN | COMMA) && self.signed.has(index, APART, ..=WORDS);
        shaped && holds(self.signed.words(index), NUMBER)
    }

    /// A paragraph at the foot by which a site speaks of itself: of comments, subscribers, rights, opinions of writers.
    fn speaks_of_site(&self, index: usize) -> bool {
        /// How many words of the article are enough to miss them.
        const MISSED: usize = 20;
        /// How many words of sites it has at least; one in so many of its content words.
        const SPOKEN: usize = 3;
        const OF: usize = 4;
        let next = self.next_prose(index + 1);
        let far = next.and_then(|next| self.next_prose(next + 1));
        let (None, Some(core)) = (far, self.core.telling(MISSED)) else { return false };
        // «وستُنقل اللقى إلى المتحف بعد تسجيلها، أما الموقع فسيُفتح أمام الزوار»: what goes on from a paragraph is of it.
        let above = self.last_kept.filter(|last| last + 1 == index);
        let goes_on = above.is_some_and(|_| self.signed.continues(index));
        if goes_on || quotes(self.signed.line(index)) {
            return false;
        }
        let words = self.signed.words(index);
        let spoken = words.iter().filter(|word| SITE_WORDS.contains(&word.stem)).count();
        let content = words.iter().filter(|word| CONTENT_WORD.fits(word)).count();
        spoken >= SPOKEN.max(content.div_ceil(OF)) && core.share(words).is_below(FOREIGN)
    }

    /// A short line after the last paragraph.
    fn foot(&self, index: usize, opinions: &mut Opinions) {
        /// What part of a hundred of a sentence's words is of the article, of how many.
        const HALF: usize = 50;
        const CONTENT: usize = 3;
        let (words, line) = (self.signed.words(index), self.signed.line(index));
        let sentence = !self.is_over(index) && self.is_sentence(index);
        let share = self.share(index);
        if let Some(keep) = self.kept_in_foot(index, sentence) {
            opinions.keep(keep);
        }
        let own = share.telling(CONTENT).is_some_and(|own| own.reaches(HALF));
        opinions.cut_if(self.signatory.contains(&index), Reason::Signatory);
        if own && sentence {
            opinions.keep(Keep::OwnSentence);
        }
        opinions.cut_if(looks_like_caption(line), Reason::Desk);
        if let Some(weak) = weak_evidence(self.signed.evidence(index)) {
            opinions.cut_as(weak.kind, weak.reason);
        }
        if words.len() >= MANY {
            opinions.cut_if(share.is_below(HALF), Reason::StrangeBehind);
        }
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
            _ if self.ends_bullets(index) => None,
            _ => self.listed(index).then_some(Keep::Listed),
        }
    }

    /// «مركز الإنذار المبكر» behind «• رياح تصل إلى 65 عقدة»: where items have marks, a line without one is none.
    fn ends_bullets(&self, index: usize) -> bool {
        let is_item = |last: usize| self.signed.is(last, BULLET);
        self.last_kept.is_some_and(is_item) && !is_item(index)
    }

    /// The last section of an explainer may be a question and a list.
    fn is_question_or_answer(&self, index: usize) -> bool {
        /// How many words such a question has at most.
        const QUESTION: usize = 8;
        let asks = self.signed.has(index, LOUD | COLON, ..=QUESTION);
        match (self.signed.is(index, BULLET), self.last_kept) {
            _ if asks && self.signed.is(index + 1, BULLET) => true,
            (true, Some(last)) => self.signed.is_question(last),
            _ => false,
        }
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

/// Whether somebody's words stand in a line.
fn quotes(line: &str) -> bool {
    line.contains(['«', '"', '“'])
}

/// What a line that is cut anyway is by signs too weak to cut it by: «بقلم زاهر النقاش» is no menu.
pub(super) fn weak_evidence(evidence: Option<Evidence>) -> Option<Evidence> {
    // Names of months and sections are words of the news too.
    const COMMON: [RemovedKind; 3] =
        [RemovedKind::Date, RemovedKind::Navigation, RemovedKind::Related];
    let own = evidence.filter(|found| !found.dated && !COMMON.contains(&found.kind));
    own.filter(|own| own.weight >= surety::TELLING)
}

/// Words of a site that speaks of itself, by their stems.
static SITE_WORDS: LazyLock<HashedSet<u32>> = LazyLock::new(|| {
    let mut found = Vec::new();
    row(SITE_WORD).iter().for_each(|entry| words(entry.written, 0, &mut found));
    found.iter().map(|word| word.stem).collect()
});
