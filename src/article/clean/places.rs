//! Where the lines around the article stand, and what of their days is believed there.

use std::collections::BTreeSet;

use super::day_labels::{self, Labelled};
use super::days::{self, LineDay, Place};
use super::sorting::{Fate, Sorting};
use super::word_set::WordSet;
use super::words::{Class, Word};
use crate::document::{Clue, ClueKind, RemovedKind};
use crate::span::Span;

/// The lines with which the article begins and ends, and those that part it from the rest of its page.
pub(super) struct Places {
    head: usize,
    first: Option<usize>,
    last: Option<usize>,
    /// The last line above the headline that is of a menu, a search box or other news.
    menu: Option<usize>,
    /// The first line behind the text that begins something else.
    foot: usize,
    /// The stamp of the message that holds the article.
    stamp: Option<usize>,
    /// Whether several days stand bare behind the text, as those of readers' comments do.
    many_behind: bool,
}

/// How many lines stand at most between a day and the headline below it.
const NEAR: usize = 5;
/// How many lines stand at most between the text and a day behind it.
const NEAR_END: usize = 6;
/// How many words beside its day a line of the head may have.
const WORDS_BESIDE: usize = 7;

impl Places {
    pub(super) fn of(sorting: &Sorting<'_>) -> Self {
        let kept = |fate: &Option<Fate>| *fate == Some(Fate::Keep);
        let count = sorting.fates.len();
        let title = sorting.fates.iter().position(|fate| *fate == Some(Fate::Title));
        let first = sorting.fates.iter().position(kept);
        let last = sorting.fates.iter().rposition(kept);
        let head = title.or(first).unwrap_or(0);
        let behind = last.map_or(0, |last| last + 1);
        let foot = (behind..count).find(|&index| begins_foot(sorting, index)).unwrap_or(count);
        let is_stamp = |index: &usize| sorting.block(*index).stamp.is_some_and(|(kind, _)| kind == RemovedKind::Date);
        let stamp = (0..count.min(head + 1)).rev().find(is_stamp);
        let dated = (behind..foot).filter(|&index| sorting.evidence[index].is_some_and(|evidence| evidence.dated));
        let many_behind = dated.take(2).count() > 1;
        Self { head, first, last, menu: menu_line(sorting, head), foot, stamp, many_behind }
    }

    fn place(&self, sorting: &Sorting<'_>, index: usize) -> Place {
        if index < self.head {
            let near = self.head - index <= NEAR && self.menu.is_none_or(|menu| menu < index);
            return if near && !self.opens_page(sorting, index) { Place::AboveHeadline } else { Place::Top };
        }
        if self.first.is_none_or(|first| index < first) {
            return Place::UnderHeadline;
        }
        match self.last {
            Some(last) if index > last && index < self.foot && index - last <= NEAR_END && !self.many_behind => Place::BehindText,
            _ => Place::Elsewhere,
        }
    }

    /// The first line of all is the clock of the page where more than the article's own lines stand between it and the headline.
    fn opens_page(&self, sorting: &Sorting<'_>, index: usize) -> bool {
        let of_article = |at: usize| {
            matches!(
                sorting.fates[at],
                Some(Fate::Cut(
                    RemovedKind::Byline | RemovedKind::Date | RemovedKind::Counter | RemovedKind::Share | RemovedKind::Tools,
                    _
                ))
            )
        };
        let bare = days::is_all_day(&days::of_line(sorting.block(index).span, sorting.text, sorting.words(index)), sorting.words(index));
        index == 0 && bare && !(index + 1..self.head).all(of_article)
    }

    /// Adds the days of a line that is no part of the article.
    pub(super) fn day_clues(&self, sorting: &Sorting<'_>, index: usize, kind: RemovedKind, clues: &mut Vec<Clue>) {
        let (words, span, text) = (sorting.words(index), sorting.block(index).span, sorting.text);
        let place = self.place(sorting, index);
        if place == Place::UnderHeadline {
            clues.extend(age(words, span, text));
        }
        // The day in an address is read with the address.
        if span.cut(text).contains("://") {
            return;
        }
        let found = days::of_line(span, text, words);
        let Some(first) = found.first() else { return };
        let stamp = |day: &LineDay| Clue { kind: ClueKind::Published, text: day.day.span.cut(text).to_owned(), span: day.day.span };
        if let Some((RemovedKind::Date, _)) = sorting.block(index).stamp {
            if self.stamp == Some(index) {
                clues.push(stamp(first));
            }
            return;
        }
        if index < self.head && is_message_head(first, span, text) {
            clues.push(stamp(first));
            return;
        }
        // «نزار العويني – الأحد 10 يونيو 2018» names the writer of what follows, also above its headline.
        // So does «أخبار محلية | 14 سبتمبر 2021»: a clock stands alone.
        let signed = place == Place::AboveHeadline && !days::is_all_day(&found, words);
        let place = if signed { Place::UnderHeadline } else { place };
        if is_ticker(&found, words) {
            return;
        }
        let bare = is_believed(sorting, index, kind, place, &found);
        clues.extend(days::clues(&found, place, bare, label_above(sorting, index), text));
    }
}

/// «قناة الساحل, [10.01.2024 18:44]»: the head of a message that was copied alone.
fn is_message_head(day: &LineDay, span: Span, text: &str) -> bool {
    let before = text[span.start..day.day.span.start].trim_end();
    let behind = text[day.day.span.end..span.end].trim();
    day.day.clock && before.ends_with('[') && behind == "]"
}

/// Whether a line has a day before each of its headlines.
fn is_ticker(found: &[LineDay], words: &[Word]) -> bool {
    let unlabelled = found.iter().filter(|day| day.labelled.is_none()).filter_map(|day| day.day.day());
    let several = unlabelled.collect::<BTreeSet<_>>().len() > 1;
    several && words.iter().any(|word| word.class == Class::Content && !found.iter().any(|day| day.whole.contains(word.span())))
}

/// Whether the bare days of a line can be the article's, by what the line is.
fn is_believed(sorting: &Sorting<'_>, index: usize, kind: RemovedKind, place: Place, found: &[LineDay]) -> bool {
    let words = sorting.words(index);
    let is_beside = |word: &&Word| !found.iter().any(|day| day.whole.contains(word.span()));
    let beside = words.iter().filter(is_beside).count();
    // «الموعد: 3 مايو 2019» tells what its day is, in words that no list has.
    let colon = found.first().is_some_and(|day| sorting.text[sorting.block(index).span.start..day.whole.start].trim_end().ends_with(':'));
    if place == Place::BehindText && colon {
        return false;
    }
    match kind {
        RemovedKind::Date | RemovedKind::Byline | RemovedKind::Source | RemovedKind::Counter | RemovedKind::Share | RemovedKind::Tools => {
            true
        }
        RemovedKind::Navigation | RemovedKind::Other | RemovedKind::Search => beside <= WORDS_BESIDE,
        // A line of the head that only has no word of the text: «حماة-وكالة الشام 27-6-2010».
        RemovedKind::Related => {
            let announced = sorting.evidence[index].is_some_and(|evidence| evidence.kind == RemovedKind::Related);
            let tells = words.iter().filter(is_beside).any(|word| word.class == Class::Function && !IN.has(word));
            place == Place::UnderHeadline && !announced && !tells && beside <= WORDS_BESIDE
        }
        _ => false,
    }
}

static IN: WordSet = WordSet::of("في من");
static SINCE: WordSet = WordSet::of("منذ قبل");

/// «منذ ساعتين», «قبل 3 أيام» and nothing else: how old the article is by the page's clock.
fn age(words: &[Word], span: Span, text: &str) -> Option<Clue> {
    /// «منذ 3 ساعات و20 دقيقة»
    const LONGEST: usize = 6;
    let opens = words.first().is_some_and(|word| SINCE.has(word)) && words.len() <= LONGEST;
    opens.then(|| Clue { kind: ClueKind::Age, text: span.cut(text).trim().to_owned(), span })
}

/// The label that the line above is and nothing else.
fn label_above(sorting: &Sorting<'_>, index: usize) -> Option<Labelled> {
    let above = index.checked_sub(1)?;
    let whole = day_labels::whole(sorting.words(above))?;
    (sorting.fates[above] != Some(Fate::Keep)).then_some(whole)
}

/// The last line above the headline that is of a menu, a search box or other news.
fn menu_line(sorting: &Sorting<'_>, head: usize) -> Option<usize> {
    let is_menu = |index: usize| {
        matches!(
            sorting.fates[index],
            Some(Fate::Cut(
                RemovedKind::Navigation | RemovedKind::Search | RemovedKind::Related | RemovedKind::Newsletter | RemovedKind::Advertisement,
                _
            ))
        )
    };
    let crowded =
        |index: usize| sorting.block(index).partings >= 2 || matches!(sorting.fates[index], Some(Fate::Cut(RemovedKind::Search, _)));
    // One name of a section stands above many a headline; two such lines, or one of many names, are a menu.
    let dated = |index: usize| sorting.evidence[index].is_some_and(|evidence| evidence.dated);
    (0..head).rev().find(|&index| is_menu(index) && !dated(index) && (crowded(index) || index > 0 && is_menu(index - 1)))
}

static COMMENTS: WordSet = WordSet::of("تعليق تعليقات التعليقات ردود الردود comments");

/// Whether other news, readers' words or the page's own foot begin at a line.
fn begins_foot(sorting: &Sorting<'_>, index: usize) -> bool {
    let known = sorting.evidence[index].is_some_and(|evidence| {
        matches!(
            evidence.kind,
            RemovedKind::Related | RemovedKind::Comments | RemovedKind::Copyright | RemovedKind::Newsletter | RemovedKind::Cookie
        )
    });
    let readers = sorting.words(index).len() <= 4 && sorting.words(index).iter().any(|word| COMMENTS.has(word));
    sorting.in_region[index] || known || readers
}
