//! Where the article ends: behind the last block that is worth more than the furniture before it costs.
//!
//! Single lines in the foot of a page tell little, and a teaser looks like a paragraph. But the foot has
//! little running text among many lines, and what there is neither goes on from a sentence nor shares the article's words.

use super::blocks::Ending;
use super::shape::{continues, is_headline};
use super::sorting::{FOREIGN, Sorting};
use super::vocabulary::{Share, Vocabulary};
use super::words::{HashedMap, Word, key_of};
use crate::document::RemovedKind;

/// How many words tell what an article is about; of more nothing would be strange.
const ENOUGH: usize = 4000;
/// What furniture between two pieces of an article costs at most, in words: as much as one short paragraph is worth.
const DEAREST: f32 = 12.0;
/// What paragraphs of strange words are worth at most together, a quarter each, where furniture stands before them.
const STRANGE: f32 = 10.0;
/// How many words paragraphs of strange words have together at least to be a text.
const TEXT: f32 = 25.0;
/// How much of a sentence's words has to be of the article, where readers speak of it.
const SPOKEN: f32 = 0.4;
/// What one paragraph is worth at most.
const PARAGRAPH: f32 = 40.0;

/// What stands behind the last block that is sure.
#[derive(Default)]
struct Since {
    cost: f32,
    own: f32,
    strange: f32,
    /// The words of the strange paragraphs that stand together, and how many these are.
    together: (f32, usize),
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
    /// Whether the article goes on up to here.
    fn pays(&self) -> bool {
        let strange = if self.other {
            0.0
        } else if self.furniture {
            (self.strange / 4.0).min(STRANGE)
        } else {
            self.strange
        };
        // A teaser stands alone among buttons; paragraphs that stand together are a text.
        let text = self.together.1 >= 2 && self.together.0 >= TEXT && !self.other;
        text || self.own + strange > self.cost.min(DEAREST)
    }
}

/// The last block of the article whose running text begins at `start`.
pub(super) fn end(sorting: &Sorting<'_>, start: usize) -> usize {
    let mut about = sorting.core.clone();
    about.add(sorting.words(start));
    let counts = short_lines(sorting);
    let (mut last, mut since) = (start, Since::default());
    for index in start + 1..sorting.prose.len() {
        // A paragraph right behind a paragraph needs no weighing.
        if sorting.prose[index] && last + 1 == index && !since.comments {
            last = index;
            since.listing = sorting.block(index).ending == Ending::Colon;
            if about.len() < ENOUGH {
                about.add(sorting.words(index));
            }
            continue;
        }
        // Buttons beside each piece of an article in pieces.
        let again = short_line(sorting, index).is_some_and(|key| counts[&key] >= 3);
        let is_text = weigh(sorting, index, &about, again, &mut since);
        if is_text && since.pays() {
            for block in last + 1..=index {
                if sorting.prose[block] && about.len() < ENOUGH {
                    about.add(sorting.words(block));
                }
            }
            (last, since) = (index, Since { listing: sorting.block(index).ending == Ending::Colon, ..Since::default() });
        }
    }
    last
}

/// The headline of a whole other article behind the end, which nothing announces.
pub(super) fn second_article(sorting: &Sorting<'_>) -> Option<usize> {
    /// How many words are more than a teaser.
    const WHOLE: usize = 60;
    let behind = sorting.end + 1..sorting.prose.len();
    let announces = |index: usize| sorting.evidence[index].is_some_and(|evidence| evidence.heads);
    let told = |headline: usize| {
        let text = (headline + 1..sorting.prose.len()).take_while(|&index| sorting.prose[index]);
        text.map(|index| sorting.words(index).len()).sum::<usize>() >= WHOLE
    };
    let mut unannounced = behind.take_while(|&index| !announces(index));
    unannounced.find(|&index| is_other_headline(sorting, index, &sorting.core) && told(index))
}

/// Adds what a block is worth or costs; whether it is text with which an article can end.
fn weigh(sorting: &Sorting<'_>, index: usize, about: &Vocabulary, again: bool, since: &mut Since) -> bool {
    let (block, words) = (sorting.block(index), sorting.words(index));
    let evidence = sorting.evidence[index];
    let furniture = evidence.map_or(0.0, |evidence| evidence.weight);
    let goes_on = continues(words, sorting.text);
    let worth = (words.len() as f32).min(PARAGRAPH);
    let share = about.share(words);
    since.comments |= evidence.is_some_and(|evidence| evidence.kind == RemovedKind::Comments && evidence.heads && furniture >= 0.75);
    if since.comments && !(goes_on && share.ratio() >= SPOKEN) {
        return false;
    }
    if !sorting.prose[index] {
        let heading = sorting.prose.get(index + 1).is_some_and(|&next| next) && words.len() <= 8;
        let sentence = matches!(block.ending, Ending::Stop | Ending::Colon) && words.len() >= 4 && furniture < 0.45;
        if sentence && is_own(share, goes_on, words, since) {
            // No teaser and no button begins with «و».
            since.own += if goes_on { worth.max(DEAREST + 1.0) } else { worth };
            since.listing |= block.ending == Ending::Colon;
            return true;
        }
        if sentence && !since.other {
            since.together = (since.together.0 + worth, since.together.1 + 1);
        }
        since.furniture |= furniture >= 0.75;
        let headline = !since.listing && is_other_headline(sorting, index, about);
        // Paragraphs each under a headline of its own are no text.
        if furniture >= 0.75 || headline {
            since.together = (0.0, 0);
        }
        since.cost += match () {
            () if again || block.stamp.is_some() || evidence.is_some_and(|evidence| evidence.dated && furniture >= 0.75) => 0.5,
            () if furniture >= 0.75 => 3.0,
            () if furniture >= 0.45 || headline => 1.5,
            () if heading || sentence || block.bullet || since.listing => 0.0,
            () => 1.5,
        };
        return sentence;
    }
    since.listing = block.ending == Ending::Colon;
    let comments = evidence.is_some_and(|evidence| evidence.kind == RemovedKind::Comments && evidence.weight >= 0.45);
    let lede = (index.saturating_sub(2)..index).any(|above| is_other_headline(sorting, above, about) && sorting.takes_up(above, index));
    // Behind furniture what stands right under a strange headline is its lede, in whatever words.
    let under_headline = since.furniture && share.ratio() < FOREIGN && !goes_on && is_other_headline(sorting, index - 1, about);
    let lede = lede || under_headline;
    if lede || comments || sorting.is_teaser(index, about) {
        since.other = true;
        since.foreign.add(words);
    } else if is_own(share, goes_on, words, since) {
        since.own += worth;
    } else {
        if since.other {
            since.foreign.add(words);
        }
        since.strange += worth;
        since.together = (since.together.0 + worth, since.together.1 + 1);
    }
    true
}

/// Whether a paragraph is of the article by its words; behind another story's lede they have to be more than that story's.
fn is_own(share: Share, goes_on: bool, words: &[Word], since: &Since) -> bool {
    if !since.other {
        return goes_on || share.ratio() >= FOREIGN && (share.known >= 2 || since.cost == 0.0);
    }
    let foreign = since.foreign.share(words).known;
    share.known >= 2 && share.known > foreign * 2 || goes_on && foreign == 0 && share.known >= 1
}

/// Whether a line is the headline of another matter.
fn is_other_headline(sorting: &Sorting<'_>, index: usize, about: &Vocabulary) -> bool {
    let words = sorting.words(index);
    !sorting.prose[index]
        && !sorting.live
        && !sorting.is_quoted(index)
        && words.len() >= 5
        && is_headline(sorting.block(index), words, sorting.text)
        && about.share(words).ratio() < 0.34
}

/// How often each short line stands, by its words.
fn short_lines(sorting: &Sorting<'_>) -> HashedMap<u64, u32> {
    let mut counts = HashedMap::default();
    for key in (0..sorting.prose.len()).filter_map(|index| short_line(sorting, index)) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// What stands for the words of a short line.
fn short_line(sorting: &Sorting<'_>, index: usize) -> Option<u64> {
    const SHORT: usize = 6;
    let words = sorting.words(index);
    (1..=SHORT).contains(&words.len()).then(|| key_of(words.iter()))
}
