//! What stands inside a paragraph and is not of it: a dateline before the lede,
//! headlines of other news run into a sentence, furniture behind the last full stop.

use super::asked::{BINDING, NUMBER, are, holds, of_length, one_of, stands};
use super::blocks::{Block, Ending};
use super::dateline::opening_mark;
use super::evidence::surety;
use super::furniture::evidence;
use super::lexicon::{FAMILIES, Role, phrases_at};
use super::reason::Reason;
use super::shape::{continues, ends_sentence};
use super::words::{Class, HashedMap, Word};
use crate::arabic::lexicon::{AGE_OF_DAYS, AGE_UNIT, SINCE_ONLY};
use crate::document::RemovedKind;
use crate::span::Span;

/// A piece inside a paragraph that is cut, and why.
pub(super) struct Inner {
    pub(super) span: Span,
    pub(super) kind: RemovedKind,
    pub(super) reason: Reason,
}

/// How many words a headline run into a sentence has.
const TEASER: std::ops::RangeInclusive<usize> = 3..=18;

/// Headlines of other news run into a paragraph, each with its «منذ 40 دقيقة».
///
/// Where such a headline begins nothing marks but its words: they stand nowhere
/// else in the article. `uses` counts the stems of the whole article.
pub(super) fn teasers(
    block: &Block,
    words: &[Word],
    text: &str,
    uses: &HashedMap<u32, u32>,
) -> Vec<Inner> {
    let mut found: Vec<Inner> = Vec::new();
    let mut from = 0;
    for index in 0..words.len() {
        if !words[index].is(SINCE_ONLY) {
            continue;
        }
        let Some(len) = span_of_time(&words[index + 1..]) else { continue };
        let end = index + 1 + len;
        let (is_counted, next) = (len > 1, words.get(end));
        // «منذ يوم الثلاثاء», «منذ ساعات الصباح»: a time of the sentence itself.
        let goes_on = |next: &Word| match next.class {
            Class::Number => true,
            _ => text[next.start as usize..].starts_with("ال"),
        };
        if !is_counted && next.is_some_and(goes_on) {
            continue;
        }
        // «المفقود منذ يومين في البحر» is said in any sentence, «منذ 40 دقيقة» on pages.
        let is_of_page = is_counted && !words[end - 1].is(AGE_OF_DAYS);
        let behind =
            words.get(end).map_or("", |next| &text[words[end - 1].end()..next.start as usize]);
        // In a sentence of the article a mark or the end follows, or the sentence simply goes on with its own words.
        match (next, &found[..]) {
            (None, []) => continue,
            _ if behind.contains(['.', '،', '؛', ':', '؟', ')']) => continue,
            _ => {}
        }
        let start = teaser_start(&words[from..index], text, uses, is_of_page);
        let Some(start) = start.map(|at| from + at) else { continue };
        let to = words.get(end).map_or(block.span.end, |next| {
            opening_mark(text, words[end - 1].end(), next.start as usize)
        });
        found.push(Inner {
            span: Span::new(words[start].start as usize, to),
            kind: RemovedKind::Related,
            reason: Reason::HeadlineInside,
        });
        from = end;
    }
    found
}

/// Whether any of the words can end such a headline.
pub(super) fn may_tease(words: &[Word]) -> bool {
    holds(words, one_of(SINCE_ONLY))
}

/// «40 دقيقة», «ساعتين», «3 أيام»: how many words.
fn span_of_time(words: &[Word]) -> Option<usize> {
    match words {
        words if stands(words, 0, &[NUMBER, one_of(AGE_UNIT)]) => Some(2),
        words if stands(words, 0, &[one_of(AGE_UNIT)]) => Some(1),
        _ => None,
    }
}

/// What the words of a headline that was run into a sentence weigh, in tenths of a strange word.
mod weight {
    /// A content word that stands nowhere else in the article.
    pub(super) const STRANGE: i32 = 10;
    /// A word of the article.
    pub(super) const OWN: i32 = -15;
    /// A headline begins behind no particle: what follows one belongs to it.
    pub(super) const BOUND: i32 = -7;
    /// A headline seldom begins with a verb of the present, and a noun such as «تأجيل» looks like one.
    pub(super) const PRESENT: i32 = -6;
    /// «وإن اللجنة ستمهد»: a verb of the future is what the sentence before still lacks.
    pub(super) const FUTURE: i32 = -25;
    /// What a headline weighs at least.
    pub(super) const LEAST: i32 = 15;
    /// What one of its words weighs at least, on the average of three.
    pub(super) const OF_THREE: i32 = 10;
}

/// Where the headline before «منذ» begins: where most of its words are strange to the article and fewest are its own.
///
/// Where the time is not for certain `of_page`, a short article, in which most words stand once, tells nothing, and what stands
/// behind a particle is what that one asks for: «عثرت على جثة البحار المفقود منذ يومين».
fn teaser_start(
    before: &[Word],
    text: &str,
    uses: &HashedMap<u32, u32>,
    of_page: bool,
) -> Option<usize> {
    /// How many words an article has that tell what is strange to it.
    const TELLING: u32 = 150;
    if !of_page && uses.values().sum::<u32>() < TELLING {
        return None;
    }
    let mut best: Option<(usize, i32)> = None;
    let mut score = 0;
    for start in (before.len().saturating_sub(*TEASER.end())..before.len()).rev() {
        let word = &before[start];
        let len = before.len() - start;
        if before
            .get(start + 1)
            .is_some_and(|next| ends_headline(&text[word.end()..next.start as usize], len))
        {
            break;
        }
        score += strangeness(word, uses);
        let bound = start.checked_sub(1).is_some_and(|last| before[last].class == Class::Function);
        let here = score + if bound { weight::BOUND } else { 0 } + opening_verb(word, text);
        let begins = match word.class {
            Class::Function => false,
            _ => of_page || !bound,
        };
        let fits = begins && TEASER.contains(&len);
        if fits && best.is_none_or(|(_, highest)| here > highest) {
            best = Some((start, here));
        }
    }
    let least = |start: usize| (before.len() - start) as i32 * weight::OF_THREE;
    let enough = best.filter(|&(_, score)| score >= weight::LEAST);
    enough.filter(|&(start, score)| score * 3 >= least(start)).map(|(start, _)| start)
}

/// Whether a gap parts a headline of so many words from what stands before it.
fn ends_headline(gap: &str, len: usize) -> bool {
    ends_sentence(gap) || gap.contains('،') && len > *TEASER.start()
}

fn strangeness(word: &Word, uses: &HashedMap<u32, u32>) -> i32 {
    let own = uses.get(&word.stem).is_some_and(|&uses| uses > 1);
    match word.class {
        Class::Function => 0,
        _ if own => weight::OWN,
        Class::Common => 0,
        _ => weight::STRANGE,
    }
}

/// What a headline loses that would begin with this word.
fn opening_verb(word: &Word, text: &str) -> i32 {
    /// How many letters a verb of the future has at least: «سيعود».
    const FUTURE: usize = 5;
    let surface = word.span().cut(text);
    let long = Some(surface).filter(|surface| surface.chars().count() >= FUTURE);
    let future = ["سي", "ست", "سن"]
        .iter()
        .find(|prefix| long.is_some_and(|surface| surface.starts_with(*prefix)));
    match (future, word.class) {
        (Some(_), Class::Content) => weight::FUTURE,
        (Some(_), _) => weight::PRESENT,
        (None, _) if surface.starts_with(['ي', 'ت']) => weight::PRESENT,
        (None, _) => 0,
    }
}

/// Furniture behind the last full stop of a paragraph: «… في المدينة. المصدر: وكالات».
pub(super) fn trailing(block: &Block, words: &[Word], text: &str) -> Option<Inner> {
    /// How many words such furniture has at most.
    const LONGEST: usize = 10;
    /// How many words stand before it at least.
    const SENTENCE: usize = 8;
    let first = words[words.len().saturating_sub(LONGEST + 1)..].first()?.start as usize;
    let end = block.span.start + block.span.cut(text).trim_end().len();
    let (at, mark) = text
        .get(first..end)?
        .char_indices()
        .rev()
        .filter(|&(at, _)| first + at + 2 < end)
        .find(|&(_, c)| matches!(c, '.' | '؟' | '!'))?;
    let from = first + at + mark.len_utf8();
    let rest = words.partition_point(|word| (word.start as usize) < from);
    let tail = of_length(&words[rest..], 1..=LONGEST).filter(|tail| !are(tail, NUMBER))?;
    of_length(&words[..rest], SENTENCE..)?;
    let span = Span::new(from, block.span.end);
    let piece = Block {
        span,
        words: 0..tail.len(),
        ending: Ending::Open,
        bullet: false,
        partings: 0,
        ..block.clone()
    };
    let found = evidence(&piece, tail, text, false)
        .filter(|found| found.weight >= surety::SURE)
        .filter(|found| !matches!(found.kind, RemovedKind::Navigation | RemovedKind::Date))?;
    Some(Inner { span, kind: found.kind, reason: found.reason })
}

/// The word with which «اقرأ أيضا: …» begins inside a paragraph.
pub(super) fn run_in_label(block: &Block, words: &[Word], text: &str) -> Option<usize> {
    let gap = |index: usize| &text[words[index - 1].end()..words[index].start as usize];
    let is_parted = |index: usize, len: usize| {
        let behind = &text[words[index + len - 1].end()..block.span.end];
        behind.trim_start().starts_with([':', '|', '»', '-', '–'])
    };
    let is_label = |index: usize| {
        let opens = phrases_at(&words[index..]).filter(|hit| hit.role == Role::Opens);
        let mut related = opens.filter(|hit| FAMILIES[hit.family].kind == RemovedKind::Related);
        related.any(|hit| hit.len >= 2 && is_parted(index, hit.len))
    };
    let apart = (6..words.len()).filter(|&index| gap(index).len() > 1);
    let mut apart = apart.filter(|&index| gap(index).contains(['.', '؟', '!', '(', ')', '»', '"']));
    apart.find(|&index| is_label(index))
}

/// «اقرأ أيضا: …» from a word of a paragraph on, up to where the article goes on.
///
/// `uses` counts the stems of the whole article: where no mark stands, the headline
/// ends where the words become those of the article again.
pub(super) fn run_in_link(
    block: &Block,
    words: &[Word],
    text: &str,
    index: usize,
    uses: &HashedMap<u32, u32>,
) -> Inner {
    let gap = |at: usize| {
        &text[words[at - 1].end()..words.get(at).map_or(block.span.end, |word| word.start as usize)]
    };
    let bracketed = gap(index).contains('(') && !gap(index).contains(')');
    let latest = words.len().min(index + LINK);
    let closed =
        (index + 3..=latest).find(|&at| gap(at).contains(if bracketed { ')' } else { '.' }));
    let end = match closed {
        Some(at) if bracketed => {
            let behind = words[at - 1].end() + gap(at).find(')').map_or(0, |close| close + 1);
            let start = words[index - 1].end() + gap(index).find('(').unwrap_or(0);
            return link(Span::new(start, behind));
        }
        Some(at) => turning(words, text, index, at, uses),
        None => turning(words, text, index, latest, uses),
    };
    link(Span::new(
        words[index].start as usize,
        words.get(end).map_or(block.span.end, |next| {
            opening_mark(text, words[end - 1].end(), next.start as usize)
        }),
    ))
}

/// How many words a link inside a paragraph has at most, its headline mostly, its label mostly.
const LINK: usize = 28;
const USUAL: usize = 9;
const LABEL: usize = 2;

fn link(span: Span) -> Inner {
    Inner { span, kind: RemovedKind::Related, reason: Reason::LinkInside }
}

/// What words weigh where a headline ends inside a paragraph, in tenths of a word of the article.
mod turn {
    /// A word of the article.
    pub(super) const OWN: i32 = 10;
    /// A word that stands nowhere else.
    pub(super) const STRANGE: i32 = -4;
    /// A headline has about nine words; the more it would have to differ, the surer the words must be.
    pub(super) const UNUSUAL: i32 = -3;
    /// A sentence that goes on: «وأضاف …».
    pub(super) const CONTINUES: i32 = 30;
    /// What a turn weighs at least more than none.
    pub(super) const LEAST: i32 = 15;
}

/// Where, up to `stop`, the words turn from those of a strange headline to those of the article.
fn turning(
    words: &[Word],
    text: &str,
    index: usize,
    stop: usize,
    uses: &HashedMap<u32, u32>,
) -> usize {
    /// How many words a label and its headline have at least, and the sentence behind them.
    const SHORTEST: usize = 5;
    const REST: usize = 3;
    let own = |word: &Word| match word.class {
        Class::Content if uses.get(&word.stem).is_some_and(|&uses| uses > 1) => turn::OWN,
        Class::Content => turn::STRANGE,
        _ => 0,
    };
    let usual = |end: usize| turn::UNUSUAL * (end - index).abs_diff(USUAL + LABEL) as i32;
    let goes_on = |next: usize| BINDING.fits(&words[next]) && continues(&words[next..], text);
    let (mut best, mut gain, mut most) = (stop, 0, usual(stop) + turn::LEAST);
    for next in (index + SHORTEST..stop).rev() {
        gain += own(&words[next]);
        let score = gain + usual(next) + if goes_on(next) { turn::CONTINUES } else { 0 };
        if stop - next >= REST && score > most {
            (best, most) = (next, score);
        }
    }
    best
}
