//! Stretches that are none of the article: where they end, and what stands in them.
//!
//! A heading («اقرأ أيضًا») or a headline of another matter opens one. It lasts until the article comes back.

use super::asked::{CONTENT, holds};
use super::course::{Course, Doubt};
use super::evidence::{Evidence, surety};
use super::looks::{CONTINUES, HINTED, OPEN, Pattern, SENTENCE};
use super::opinions::Opinions;
use super::reason::Reason;
use super::signed::{FOREIGN, NEAR, OWN};
use super::vocabulary::{Share, Vocabulary};
use crate::arabic::lexicon::BOX_ENDS;
use crate::document::RemovedKind;

/// How many words the lede under a headline of other news has at most.
const TEASER: usize = 45;
/// A heading of other news with more words than this is one of those news itself.
const LABEL: usize = 3;
/// From so many words on the text of a stretch is a story.
const STORY: usize = 60;

/// Something under which no article text is looked for, until it comes back.
pub(super) struct Region {
    kind: RemovedKind,
    reason: Reason,
    /// The words of its own running text.
    foreign: Vocabulary,
    /// The last headline seen in it.
    headline: Option<usize>,
    /// Where it began.
    start: usize,
    /// Whether a heading announced it.
    pub(super) announced: bool,
    /// How many words of running text it has.
    words: usize,
    /// Whether a line has said that it ends here.
    closed: bool,
    /// Whether the source or the rights stood right before it, with which an article ends.
    after_end: bool,
}

impl Region {
    /// What the heading at `start` opens.
    pub(super) fn announced(heading: Evidence, start: usize, after_end: bool) -> Self {
        Self::opened(heading.kind, heading.reason, start, true, after_end)
    }

    /// What the headline of another matter at `start` opens.
    pub(super) fn found(reason: Reason, start: usize, after_end: bool) -> Self {
        Self::opened(reason.kind(), reason, start, false, after_end)
    }

    fn opened(
        kind: RemovedKind,
        reason: Reason,
        start: usize,
        announced: bool,
        after_end: bool,
    ) -> Self {
        Self {
            kind,
            reason,
            foreign: Vocabulary::default(),
            headline: None,
            start,
            announced,
            words: 0,
            closed: false,
            after_end,
        }
    }

    /// The same stretch under a heading of its own.
    fn under_heading(self, kind: RemovedKind, reason: Reason, start: usize) -> Self {
        Self {
            words: self.words,
            foreign: self.foreign,
            ..Self::opened(kind, reason, start, true, false)
        }
    }

    /// Whether the article goes on at `index`.
    pub(super) fn is_over(&self, course: &Course<'_, '_>, index: usize) -> bool {
        let signed = course.signed;
        // In a saved page a box of other news ends where its element does.
        if signed.is_vouched(index) && !signed.is_vouched(self.start) {
            return true;
        }
        if self.closed {
            return !signed.is_furniture(index);
        }
        if !course.is_prose(index) || signed.block(index).bullet {
            return self.is_fresh() && goes_on(course, index);
        }
        let own = course.share(index);
        if matches!(self.kind, RemovedKind::Comments | RemovedKind::Copyright) {
            return is_spoken_of(own) && signed.continues(index);
        }
        match (self.words, self.announced) {
            (1.., _) => {
                self.ends_teaser(course, index)
                    || self.is_foreign_to(own, self.foreign.share(signed.words(index)))
            }
            (0, true) => self.is_article(course, index, own),
            (0, false) => false,
        }
    }

    /// Whether a heading opened it behind a sentence of the article.
    fn is_amid(&self) -> bool {
        self.announced && !self.after_end
    }

    /// The same, where no text followed yet.
    fn is_fresh(&self) -> bool {
        self.is_amid() && self.words == 0
    }

    /// Whether a paragraph has many words of the article and few of the stretch.
    fn is_foreign_to(&self, own: Share, foreign: Share) -> bool {
        /// How many content words tell.
        const TELLING: usize = 8;
        /// How much more of it is of the article than of the stretch: by 1.6.
        const MORE: (usize, usize) = (16, 10);
        let own = own.telling(TELLING).filter(|own| own.reaches(NEAR));
        own.is_some_and(|own| own.percent() * MORE.1 > foreign.percent() * MORE.0)
    }

    /// Behind a teaser of one paragraph a sentence that goes on may go on from the article or from the teaser:
    /// what follows up to the end has more words of the one or of the other.
    fn ends_teaser(&self, course: &Course<'_, '_>, index: usize) -> bool {
        /// How many paragraphs tell.
        const RANGE: usize = 6;
        let teaser = self.is_amid() && self.words <= TEASER;
        if !teaser || !course.signed.continues(index) {
            return false;
        }
        let following = course.following_words(index, RANGE);
        let (own, other) =
            (course.core.share(&following).known, self.foreign.share(&following).known);
        own > (other * 2).max(1)
    }

    /// Whether the first paragraph under a heading is of the article and no lede of a headline there.
    fn is_article(&self, course: &Course<'_, '_>, index: usize, own: Share) -> bool {
        // A sentence that goes on has one before it, and none stands here but the article's.
        let Some(headline) = self.headline.filter(|_| !course.signed.continues(index)) else {
            return true;
        };
        if self.after_end || course.signed.takes_up(headline, index) {
            return false;
        }
        if index <= course.end || own.reaches(OWN) {
            return true;
        }
        let next_is_own = || course.is_prose(index + 1) && course.share(index + 1).reaches(OWN);
        own.reaches(FOREIGN) && next_is_own()
    }

    /// What a line is under it, and the stretch behind that line.
    pub(super) fn under(self, course: &mut Course<'_, '_>, index: usize) -> (Self, Opinions) {
        /// How many words a keyword has at most.
        const KEYWORD: usize = 6;
        let evidence = course.signed.evidence_of(index, surety::STRONG);
        let heading = evidence.filter(|evidence| evidence.heads);
        let here = match heading {
            Some(heading) => self.under_heading(heading.kind, heading.reason, index),
            None => self,
        };
        let here = here.with(course, index);
        let here = Self { closed: closes(course, index), ..here };
        let here = match here.kind {
            RemovedKind::Tags if course.signed.words(index).len() > KEYWORD => {
                here.under_heading(RemovedKind::Related, Reason::OtherNews, index)
            }
            _ => here,
        };
        let mut opinions = Opinions::default();
        match evidence {
            Some(evidence) => opinions.cut_as(evidence.kind, evidence.reason),
            None => opinions.cut_as(here.kind, here.reason),
        }
        (here, opinions)
    }

    /// The stretch with one more line.
    pub(super) fn with(mut self, course: &mut Course<'_, '_>, index: usize) -> Self {
        let words = course.signed.words(index);
        if course.is_prose(index) {
            self.foreign.add(words);
            let before = self.words;
            self.words += words.len();
            let is_story = before < STORY && self.words >= STORY;
            if is_story && !self.announced {
                course.doubts.push(Doubt::SecondArticle(self.start));
            }
        } else if self.is_headline(course, index) {
            self.headline = Some(index);
        }
        self
    }

    /// Whether a line in it may be the headline of a story.
    fn is_headline(&self, course: &Course<'_, '_>, index: usize) -> bool {
        let words = course.signed.words(index);
        let known = course.signed.evidence_of(index, surety::STRONG).map(|found| found.kind);
        match (known, words.len()) {
            (_, ..=LABEL) if index <= self.start => false,
            (None | Some(RemovedKind::Related), _) => holds(words, CONTENT),
            _ => false,
        }
    }
}

/// «وأضاف: …»: a short sentence goes on too.
fn goes_on(course: &Course<'_, '_>, index: usize) -> bool {
    const WORDS: usize = 4;
    const SPEAKS: Pattern = SENTENCE.with(CONTINUES).without(HINTED);
    course.signed.has(index, SPEAKS, WORDS..)
}

/// Whether a paragraph behind what readers say, or behind the rights, is of the article by most of its words.
fn is_spoken_of(own: Share) -> bool {
    const SPOKEN: usize = 40;
    const TELLING: usize = 10;
    own.telling(TELLING).is_some_and(|own| own.reaches(SPOKEN))
}

/// «نهاية القصص المقترحة», «end of list»: a box of other news says where it ends.
fn closes(course: &Course<'_, '_>, index: usize) -> bool {
    const WORDS: usize = 6;
    let words = course.signed.words(index);
    let mut edges = [words.first(), words.last()].into_iter().flatten();
    course.signed.has(index, OPEN, ..=WORDS) && edges.any(|word| word.is(BOX_ENDS))
}
