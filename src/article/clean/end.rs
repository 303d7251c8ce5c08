//! Where the article ends: behind the last block that is worth more than the furniture before it costs.
//!
//! Single lines in the foot of a page tell little, and a teaser looks like a paragraph. But the foot has
//! little running text among many lines, and what there is neither goes on from a sentence nor shares the article's words.

use super::asked::{NUMBER, are, of_length, one_of, stands};
use super::blocks::Ending;
use super::looks::{
    ANY, BULLET, COLON, DATED, FURNITURE, FURTHER, HEADLINE, HEADS, HINTED, NUMBERED, PROSE,
    Pattern, QUOTED, SENTENCE, STAMP,
};
use super::signed::{FOREIGN, NEAR, Signed};
use super::vocabulary::{Share, Vocabulary};
use super::words::{HashedMap, Word, key_of};
use crate::arabic::lexicon::{ENDED, ENDED_PIECE};
use crate::document::RemovedKind;

/// How many words tell what an article is about; of more nothing would be strange.
const ENOUGH: usize = 4000;
/// What part of a hundred of a sentence's words has to be of the article, where readers speak of it.
const SPOKEN: usize = 40;

/// What paragraphs are worth and lines of furniture cost, in quarters of a word.
mod worth {
    /// A word.
    pub(super) const WORD: usize = 4;
    /// One paragraph at most.
    pub(super) const PARAGRAPH: usize = 40 * WORD;
    /// Furniture between two pieces of an article at most: as much as one short paragraph is worth.
    pub(super) const DEAREST: usize = 12 * WORD;
    /// Paragraphs of strange words at most together, a quarter each, where furniture stands before them.
    pub(super) const STRANGE: usize = 10 * WORD;
    /// Paragraphs of strange words together at least to be a text.
    pub(super) const TEXT: usize = 25 * WORD;
    /// A line of furniture.
    pub(super) const FURNITURE: usize = 3 * WORD;
    /// A line that may be furniture, or the headline of something else.
    pub(super) const LINE: usize = 3 * WORD / 2;
    /// A day, a stamp, a button that stands beside each piece of an article in pieces.
    pub(super) const AGAIN: usize = WORD / 2;
}

/// What stands behind the last block that is sure.
#[derive(Default)]
struct Since {
    cost: usize,
    own: usize,
    strange: usize,
    /// The worth of the strange paragraphs that stand together, and how many these are.
    together: (usize, usize),
    /// Whether some of the cost is that of furniture which is known as such.
    furniture: bool,
    /// Whether the readers have the word.
    comments: bool,
    /// Whether a paragraph began another matter, from which others go on; and the words of that matter.
    other: bool,
    foreign: Vocabulary,
    /// Whether a colon or an opening mark has begun a list or a quotation of short lines.
    listing: bool,
}

impl Since {
    /// Nothing, behind a block that ends so.
    fn behind(ending: Ending) -> Self {
        Self { listing: ending == Ending::Colon, ..Self::default() }
    }

    /// Whether the article goes on up to here.
    fn pays(&self) -> bool {
        let strange = match (self.other, self.furniture) {
            (true, _) => 0,
            (false, true) => (self.strange / 4).min(worth::STRANGE),
            (false, false) => self.strange,
        };
        self.is_text() || self.own + strange > self.cost.min(worth::DEAREST)
    }

    /// A teaser stands alone among buttons; paragraphs that stand together are a text.
    fn is_text(&self) -> bool {
        matches!((self.other, self.together), (false, (worth::TEXT.., 2..)))
    }

    /// Takes in a strange paragraph or sentence that stands with others.
    fn join(&mut self, worth: usize) {
        self.together = (self.together.0 + worth, self.together.1 + 1);
    }

    /// Whether a paragraph is of the article by its words; behind another story's lede they have to be more than that story's.
    fn is_own(&self, share: Share, goes_on: bool, words: &[Word]) -> bool {
        let known = share.known;
        if !self.other {
            return match (known, self.cost) {
                _ if goes_on => true,
                (2.., _) | (_, 0) => share.reaches(FOREIGN),
                _ => false,
            };
        }
        match self.foreign.share(words).known {
            0 if goes_on => known > 0,
            foreign => known > (foreign * 2).max(1),
        }
    }
}

/// The last block of the article whose running text begins at `start`; `core` are the words of its headline.
pub(super) fn end(signed: &Signed<'_>, start: usize, core: &Vocabulary) -> usize {
    let mut about = core.clone();
    about.add(signed.words(start));
    let take_in = |about: &mut Vocabulary, block: usize| {
        if signed.is_prose(block) && about.len() < ENOUGH {
            about.add(signed.words(block));
        }
    };
    let counts = short_lines(signed);
    let (mut last, mut since) = (start, Since::default());
    for index in start + 1..signed.len() {
        if is_end_mark(signed, index) {
            break;
        }
        if last + 1 == index {
            last = match rows_below(signed, index) {
                0 => last,
                rows => index + rows,
            };
        }
        if index <= last {
            continue;
        }
        let ending = signed.block(index).ending;
        // A paragraph right behind a paragraph needs no weighing.
        let follows = last + 1 == index && signed.is_prose(index);
        if follows && !since.comments {
            (last, since.listing) = (index, ending == Ending::Colon);
            take_in(&mut about, index);
            continue;
        }
        // Buttons beside each piece of an article in pieces.
        let again = short_line(signed, index).is_some_and(|key| counts[&key] >= 3);
        let block = Weighed {
            signed,
            index,
            about: &about,
            share: about.share(signed.words(index)),
            again,
        };
        if block.weigh(&mut since) && since.pays() {
            (last + 1..=index).for_each(|block| take_in(&mut about, block));
            (last, since) = (index, Since::behind(ending));
        }
    }
    last
}

/// The headline of a whole other article behind the end, which nothing announces.
pub(super) fn second_article(signed: &Signed<'_>, end: usize, core: &Vocabulary) -> Option<usize> {
    /// How many words are more than a teaser.
    const WHOLE: usize = 60;
    let tells = |headline: usize| {
        let text = (headline + 1..signed.len()).take_while(|&index| signed.is_prose(index));
        text.map(|index| signed.words(index).len()).sum::<usize>() >= WHOLE
    };
    let unannounced = (end + 1..signed.len()).take_while(|&index| !signed.heads(index));
    let mut headlines = unannounced.filter(|&index| is_other_headline(signed, index, core));
    headlines.find(|&index| tells(index))
}

/// A block behind the last that is sure, with what the article is about so far.
struct Weighed<'s, 't> {
    signed: &'s Signed<'t>,
    index: usize,
    about: &'s Vocabulary,
    /// How much of it is of the article.
    share: Share,
    /// Whether the same line stands at several places.
    again: bool,
}

impl Weighed<'_, '_> {
    /// Adds what a block is worth or costs; whether it is text with which an article can end.
    fn weigh(&self, since: &mut Since) -> bool {
        since.comments |= self.is_of_comments(FURNITURE.with(HEADS));
        let spoken = self.goes_on() && self.share.reaches(SPOKEN);
        if since.comments && !spoken {
            return false;
        }
        if self.signed.is(self.index, FURTHER) {
            since.own += self.worth().max(worth::DEAREST + worth::WORD);
            return true;
        }
        if self.signed.is_prose(self.index) { self.paragraph(since) } else { self.line(since) }
    }

    fn goes_on(&self) -> bool {
        self.signed.continues(self.index)
    }

    fn worth(&self) -> usize {
        (self.signed.words(self.index).len() * worth::WORD).min(worth::PARAGRAPH)
    }

    /// Whether a line that looks so speaks of what readers say.
    fn is_of_comments(&self, pattern: impl Into<Pattern>) -> bool {
        let found =
            self.signed.evidence(self.index).filter(|_| self.signed.is(self.index, pattern));
        found.is_some_and(|found| found.kind == RemovedKind::Comments)
    }

    fn paragraph(&self, since: &mut Since) -> bool {
        since.listing = self.signed.is(self.index, COLON);
        let words = self.signed.words(self.index);
        if self.is_other(since) {
            since.other = true;
            since.foreign.add(words);
        } else if since.is_own(self.share, self.goes_on(), words) {
            since.own += self.worth();
        } else {
            if since.other {
                since.foreign.add(words);
            }
            since.strange += self.worth();
            since.join(self.worth());
        }
        true
    }

    /// Whether a paragraph is the lede of another story, a teaser, or of the readers.
    fn is_other(&self, since: &Since) -> bool {
        let comment = self.is_of_comments(HINTED);
        comment || self.is_lede(since) || self.signed.is_teaser(self.index, self.about)
    }

    fn is_lede(&self, since: &Since) -> bool {
        let other = |above: usize| is_other_headline(self.signed, above, self.about);
        let mut above = (self.index.saturating_sub(2)..self.index).filter(|&above| other(above));
        if above.any(|above| self.signed.takes_up(above, self.index)) {
            return true;
        }
        // Behind furniture what stands right under a strange headline is its lede, in whatever words.
        let strange = since.furniture && self.share.is_below(FOREIGN);
        strange && !self.goes_on() && other(self.index - 1)
    }

    fn line(&self, since: &mut Since) -> bool {
        let sentence = self.is_sentence();
        if sentence && since.is_own(self.share, self.goes_on(), self.signed.words(self.index)) {
            // No teaser and no button begins with «و».
            since.own += if self.goes_on() {
                self.worth().max(worth::DEAREST + worth::WORD)
            } else {
                self.worth()
            };
            since.listing |= self.signed.is(self.index, COLON);
            return true;
        }
        if sentence && !since.other {
            since.join(self.worth());
        }
        let furniture = self.signed.is_furniture(self.index);
        since.furniture |= furniture;
        let headline = !since.listing && is_other_headline(self.signed, self.index, self.about);
        // Paragraphs each under a headline of its own are no text.
        if furniture || headline {
            since.together = (0, 0);
        }
        since.cost += self.cost(headline, sentence || since.listing);
        sentence
    }

    /// A short sentence: «وأضاف: …».
    fn is_sentence(&self) -> bool {
        const WORDS: usize = 4;
        self.signed.has(self.index, SENTENCE.without(HINTED), WORDS..)
    }

    /// What a line costs; one of a list or a sentence costs nothing.
    fn cost(&self, headline: bool, free: bool) -> usize {
        /// How many words a sub-heading has at most.
        const HEADING: usize = 8;
        /// A day, or who posted: it stands beside each piece of an article in pieces.
        const BESIDE: [Pattern; 2] = [FURNITURE.with(DATED), STAMP.alone()];
        let is = |pattern: Pattern| self.signed.is(self.index, pattern);
        let heading =
            || self.signed.has(self.index, ANY, ..=HEADING) && self.signed.is_prose(self.index + 1);
        match () {
            () if self.again || BESIDE.into_iter().any(is) => worth::AGAIN,
            () if is(FURNITURE.alone()) => worth::FURNITURE,
            () if headline || is(HINTED.alone()) => worth::LINE,
            () if free || is(BULLET.alone()) || heading() => 0,
            () => worth::LINE,
        }
    }
}

/// «// انتهى //», «- انتهى البيان -»: behind it stand the notes of a release, whatever they tell.
pub(super) fn is_end_mark(signed: &Signed<'_>, index: usize) -> bool {
    match signed.words(index) {
        words @ [_] => stands(words, 0, &[one_of(ENDED)]),
        words @ [_, _] => stands(words, 0, &[one_of(ENDED), one_of(ENDED_PIECE)]),
        _ => false,
    }
}

/// How many lines of a table or a roll stand under the line that announces it: «درجات الحرارة المتوقعة:», «دمشق: 6 - 1»; «وضمت
/// القائمة:», «الدفاع: حسن حمدان، راشد الدوسري».
fn rows_below(signed: &Signed<'_>, index: usize) -> usize {
    /// How many rows a table has at least, and how many words a row has before its figures.
    const ROWS: usize = 2;
    const NAME: std::ops::RangeInclusive<usize> = 1..=4;
    if !signed.is(index, COLON.without(FURNITURE)) {
        return 0;
    }
    let has_figures = |row: usize| {
        let words = signed.words(row);
        let name = words.iter().take_while(|word| !NUMBER.fits(word)).count();
        match words.split_at(name) {
            (_, []) => false,
            (name, figures) => of_length(name, NAME).is_some_and(|_| are(figures, NUMBER)),
        }
    };
    let is_row = |&row: &usize| has_figures(row) || is_of_roll(signed.line(row));
    let below = (index + 1..signed.len()).take_while(|&row| signed.line(row).contains(':'));
    match below.take_while(is_row).take_while(|&row| !signed.is_furniture(row)).count() {
        rows @ ROWS.. => rows,
        _ => 0,
    }
}

/// «الدفاع: حسن حمدان، راشد الدوسري»: short names behind a short heading.
fn is_of_roll(line: &str) -> bool {
    /// How many words heading and name have at most.
    const HEADING: usize = 4;
    const NAME: usize = 5;
    let few = |words: &str, most: usize| (1..=most).contains(&words.split_whitespace().count());
    let Some((heading, names)) = line.split_once(':') else { return false };
    let is_sentence = line.trim_end().ends_with(['.', '؟', '!']);
    let mut names = names.split(['،', ',', '؛']);
    !is_sentence && few(heading, HEADING) && names.all(|name| few(name, NAME))
}

/// Whether a line is the headline of another matter.
fn is_other_headline(signed: &Signed<'_>, index: usize, about: &Vocabulary) -> bool {
    const WORDS: usize = 5;
    let headline = signed.has(index, HEADLINE.without(PROSE | QUOTED | NUMBERED), WORDS..);
    headline && !signed.live && about.share(signed.words(index)).is_below(NEAR)
}

/// How often each short line stands, by its words.
fn short_lines(signed: &Signed<'_>) -> HashedMap<u64, u32> {
    let mut counts = HashedMap::default();
    for key in (0..signed.len()).filter_map(|index| short_line(signed, index)) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// What stands for the words of a short line.
fn short_line(signed: &Signed<'_>, index: usize) -> Option<u64> {
    const SHORT: usize = 6;
    let words = signed.words(index);
    (1..=SHORT).contains(&words.len()).then(|| key_of(words.iter()))
}
