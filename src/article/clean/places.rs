//! Where the lines around the article stand, and what of their days is believed there.

use super::day_labels::{self, Labelled};
use super::days::{self, Place};
use super::sorting::{Fate, Sorting};
use crate::document::{Clue, ClueKind, RemovedKind};

/// The lines with which the article begins and ends.
pub(super) struct Places {
    title: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// The last line above the headline with the menu of the page, or with anything else that parts the article from the page's head.
    menu: Option<usize>,
    /// The first line behind the text that begins something else.
    foot: usize,
    /// The stamp of the message that holds the article.
    stamp: Option<usize>,
}

/// How many lines stand at most between a day and the headline below it.
const NEAR: usize = 5;
/// How many lines stand at most between the text and a day behind it.
const NEAR_END: usize = 6;
/// How many words beside its day a line may have that is no line of dates.
const WORDS_BESIDE: usize = 7;

impl Places {
    pub(super) fn of(sorting: &Sorting<'_>) -> Self {
        let kept = |fate: &Option<Fate>| *fate == Some(Fate::Keep);
        let title = sorting.fates.iter().position(|fate| *fate == Some(Fate::Title));
        let first = sorting.fates.iter().position(kept);
        let last = sorting.fates.iter().rposition(kept);
        let head = title.or(first).unwrap_or(0);
        let menu = menu_line(sorting, head);
        let behind = last.map_or(0, |last| last + 1);
        let foot = (behind..sorting.fates.len()).find(|&index| begins_foot(sorting, index)).unwrap_or(sorting.fates.len());
        let stamp = (0..=head.min(sorting.fates.len().saturating_sub(1)))
            .rev()
            .find(|&index| sorting.block(index).stamp.is_some_and(|(kind, _)| kind == RemovedKind::Date));
        Self { title, first, last, menu, foot, stamp }
    }

    fn place(&self, index: usize) -> Place {
        let head = self.title.or(self.first).unwrap_or(usize::MAX);
        let first = self.first.unwrap_or(usize::MAX);
        if index < head {
            let near = head - index <= NEAR && self.menu.is_none_or(|menu| menu < index);
            return if near { Place::AboveHeadline } else { Place::Top };
        }
        if index < first {
            return Place::UnderHeadline;
        }
        match self.last {
            Some(last) if index > last && index < self.foot && index - last <= NEAR_END => Place::BehindText,
            _ => Place::Elsewhere,
        }
    }

    /// Adds the days of a line that is no part of the article.
    pub(super) fn day_clues(&self, sorting: &Sorting<'_>, index: usize, kind: RemovedKind, clues: &mut Vec<Clue>) {
        let words = sorting.words(index);
        let found = days::of_line(sorting.block(index).span, sorting.text, words);
        if found.is_empty() {
            return;
        }
        if let Some((RemovedKind::Date, _)) = sorting.block(index).stamp {
            if self.stamp == Some(index) {
                let stamp = found.iter().take(1).map(|day| (day.day.span, day.day.span.cut(sorting.text).to_owned()));
                clues.extend(stamp.map(|(span, text)| Clue { kind: ClueKind::Published, text, span }));
            }
            return;
        }
        let beside = words.iter().filter(|word| !found.iter().any(|day| day.whole.contains(word.span()))).count();
        let of_page = match kind {
            RemovedKind::Date
            | RemovedKind::Byline
            | RemovedKind::Source
            | RemovedKind::Counter
            | RemovedKind::Share
            | RemovedKind::Tools => true,
            RemovedKind::Navigation | RemovedKind::Other | RemovedKind::Search => beside <= WORDS_BESIDE,
            _ => false,
        };
        clues.extend(days::clues(&found, self.place(index), of_page, label_above(sorting, index), sorting.text));
    }
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
    (0..head).rev().find(|&index| is_menu(index) && (crowded(index) || index > 0 && is_menu(index - 1)))
}

/// Whether other news, readers' words or the page's own foot begin at a line.
fn begins_foot(sorting: &Sorting<'_>, index: usize) -> bool {
    sorting.in_region[index]
        || matches!(
            sorting.fates[index],
            Some(Fate::Cut(
                RemovedKind::Related | RemovedKind::Comments | RemovedKind::Copyright | RemovedKind::Newsletter | RemovedKind::Cookie,
                _
            ))
        )
}
