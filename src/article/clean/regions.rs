//! Stretches that are none of the article: where they end, and what stands in them.
//!
//! A heading («اقرأ أيضًا») or a headline of another matter opens one. It lasts until the article comes back.

use super::blocks::Ending;
use super::shape::continues;
use super::sorting::{Doubt, FOREIGN, Fate, Sorting};
use super::vocabulary::{Share, Vocabulary};
use super::word_set::WordSet;
use super::words::{Class, Word};
use crate::document::RemovedKind;

/// From this share on, a paragraph under the headline of other news is the article again.
const OWN: f32 = 0.25;
/// From this share on, a paragraph takes up the headline above it.
const ECHO: f32 = 0.3;
/// How many words the lede under a headline of other news has at most.
const TEASER: usize = 45;
/// How many words of a story repeat its headline.
const LEDE: usize = 24;
/// A heading of other news with more words than this is one of those news itself.
const LABEL: usize = 3;

/// Words by which a box of other news says that it ends.
static END: WordSet = WordSet::of("نهاية انتهت end");

/// Something under which no article text is looked for, until it comes back.
pub(super) struct Region {
    pub(super) kind: RemovedKind,
    pub(super) reason: &'static str,
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
    pub(super) after_end: bool,
}

impl Region {
    pub(super) fn announced(kind: RemovedKind, reason: &'static str, start: usize) -> Self {
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

    pub(super) fn found(reason: &'static str, start: usize) -> Self {
        Self { announced: false, ..Self::announced(RemovedKind::Related, reason, start) }
    }
}

impl Sorting<'_> {
    /// Whether the article goes on at `index`, after what `region` opened.
    pub(super) fn comes_back(&self, region: &Region, index: usize) -> bool {
        // In a saved page a box of other news ends where its element does.
        if self.vouched[index] && !self.vouched[region.start] {
            return true;
        }
        if region.closed {
            return self.evidence[index].is_none_or(|evidence| evidence.weight < 0.75);
        }
        let words = self.words(index);
        if !self.prose[index] || self.block(index).bullet {
            // «وأضاف: …»: a short sentence goes on too.
            let sentence = matches!(self.block(index).ending, Ending::Stop | Ending::Colon) && words.len() >= 4;
            let furniture = self.evidence[index].is_some_and(|evidence| evidence.weight >= 0.45);
            return region.announced && region.words == 0 && !region.after_end && sentence && !furniture && continues(words, self.text);
        }
        let own = self.core.share(words);
        let ratio = own.ratio();
        if matches!(region.kind, RemovedKind::Comments | RemovedKind::Copyright) {
            return ratio >= 0.4 && own.of >= 10 && continues(words, self.text);
        }
        if region.words > 0 {
            let foreign = region.foreign.share(words);
            // Behind a teaser of one paragraph a sentence that goes on may go on from the article or from the teaser:
            // what follows up to the end has more words of the one or of the other.
            let teaser = region.announced && region.words <= TEASER && !region.after_end && continues(words, self.text);
            let goes_on = teaser && {
                let following = self.following_words(index, 6);
                let (own, other) = (self.core.share(&following), region.foreign.share(&following));
                own.known >= 2 && own.known > other.known * 2
            };
            return goes_on || own.of >= 8 && ratio >= 0.34 && ratio > foreign.ratio() * 1.6;
        }
        if !region.announced {
            return false;
        }
        // A sentence that goes on has one before it, and none stands here but the article's.
        let Some(headline) = region.headline.filter(|_| !continues(words, self.text)) else { return true };
        if self.takes_up(headline, index) {
            return false;
        }
        !region.after_end && (index <= self.end || ratio >= OWN || ratio >= FOREIGN && self.following(index) >= OWN)
    }

    /// Whether the paragraph at `index` takes up a headline above it: a story's lede repeats its headline.
    pub(super) fn takes_up(&self, headline: usize, index: usize) -> bool {
        let words = self.words(index);
        let echo = echo(self.words(headline), &words[..words.len().min(LEDE)]);
        echo.known >= 2 && echo.ratio() >= ECHO
    }

    /// Whether a paragraph is a headline of another matter with its lede run together: its first words come again right behind them.
    pub(super) fn is_teaser(&self, index: usize, about: &Vocabulary) -> bool {
        /// The longest headline, in words.
        const HEADLINE: usize = 16;
        let words = self.words(index);
        if words.len() < 12 || continues(words, self.text) {
            return false;
        }
        // Where each word of the headline comes again.
        let near = &words[..words.len().min(HEADLINE + LEDE)];
        let again = |at: usize| {
            let word = &near[at];
            let next = || near[at + 1..].iter().position(|other| other.class == Class::Content && other.stem == word.stem);
            (word.class == Class::Content).then(|| next().map(|behind| at + 1 + behind))
        };
        let heads: Vec<Option<Option<usize>>> = (0..near.len().min(HEADLINE)).map(again).collect();
        let run_together = |len: usize| {
            let content = heads[..len.min(heads.len())].iter().flatten();
            let (known, of) = content.fold((0, 0), |(known, of), next| {
                (known + usize::from(next.is_some_and(|next| (len..len + LEDE).contains(&next))), of + 1)
            });
            known >= 3 && known * 5 >= of * 3
        };
        (5..=HEADLINE).any(run_together) && about.share(words).ratio() < OWN
    }

    /// How much of the paragraph right after `index` is of the article.
    fn following(&self, index: usize) -> f32 {
        match self.prose.get(index + 1) {
            Some(true) => self.core.share(self.words(index + 1)).ratio(),
            _ => 0.0,
        }
    }

    pub(super) fn under(&mut self, region: &mut Region, index: usize) -> Fate {
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
                edge && END.has(word)
            })
    }

    pub(super) fn take_in(&mut self, region: &mut Region, index: usize) {
        let words = self.words(index);
        if self.prose[index] {
            region.foreign.add(words);
            let told = region.words >= 60;
            region.words += words.len();
            if !region.announced && region.words >= 60 && !told {
                self.doubts.push(Doubt::SecondArticle(region.start));
            }
        } else if words.iter().any(|word| word.class == Class::Content)
            && (index > region.start || words.len() > LABEL)
            && self.evidence[index].is_none_or(|evidence| evidence.weight < 0.75 || evidence.kind == RemovedKind::Related)
        {
            region.headline = Some(index);
        }
    }
}

/// How many of the content words of a headline are among some words.
fn echo(headline: &[Word], said: &[Word]) -> Share {
    fn content(words: &[Word]) -> impl Iterator<Item = u32> {
        words.iter().filter(|word| word.class == Class::Content).map(|word| word.stem)
    }
    let mut share = Share::default();
    for stem in content(headline) {
        share.of += 1;
        share.known += usize::from(content(said).any(|other| other == stem));
    }
    share
}
