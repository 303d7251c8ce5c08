//! Where the lines around the article stand, and what of their days is believed there.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::asked::{
    Asked, CONTENT, FUNCTION, LATIN, NUMBER, are, holds, of_length, one_of, stands,
};
use super::day_labels::{self, Labelled};
use super::days::{self, Believed, LineDay, Place};
use super::labelled::{Fate, Labelled as Sorting};
use super::words::{Class, Word};
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::printed::MOON;
use crate::arabic::lexicon::{AGO, COMMENT_WORD, DAY_AGO, IN_OR_OF, MINUTES, OF_ISSUE};
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
    /// Whether several days stand bare above the headline, as those of other headlines do.
    many_above: bool,
    /// Whether several lines between headline and text have each a day and words of their own: a list of other articles.
    many_under: bool,
    /// Whether the page holds the minutes of a meeting, the day of which is theirs.
    is_minutes: bool,
    /// The day that a page sets between the first paragraph and the second.
    set_in: Option<usize>,
}

/// How many lines stand at most between a day and the headline below it.
const NEAR: usize = 5;
/// How many lines stand at most between the text and a day behind it.
const NEAR_END: usize = 6;
/// How many words the line of an issue has.
const WORDS_OF_ISSUE: usize = 12;
/// How many words beside the day of a caption name a place and an agency.
const WORDS_OF_CAPTION: usize = 5;
/// How many words beside its day a line of the head may have.
const WORDS_BESIDE: usize = 7;

impl Places {
    pub(super) fn of(sorting: &Sorting<'_, '_>) -> Self {
        let kept = |fate: &Fate| *fate == Fate::Keep;
        let count = sorting.fates.len();
        let title = sorting.fates.iter().position(|fate| *fate == Fate::Title);
        let first = sorting.fates.iter().position(kept);
        let last = sorting.fates.iter().rposition(kept);
        let head = title.or(first).unwrap_or(0);
        let behind = last.map_or(0, |last| last + 1);
        let end = end_of_message(sorting, behind);
        let foot = (behind..end).find(|&index| begins_foot(sorting, index)).unwrap_or(count);
        let is_stamp = |index: &usize| {
            sorting.block(*index).stamp.is_some_and(|(kind, _)| kind == RemovedKind::Date)
        };
        let stamp = (0..count.min(head + 1)).rev().find(is_stamp);
        let menu = menu_line(sorting, head);
        let many_behind = bare_days(sorting, behind..foot.min(behind + NEAR_END + 1)).len() > 1;
        // A list of other news has several above; the article has one, however often it is told.
        let near = head.saturating_sub(NEAR).max(menu.map_or(0, |menu| menu + 1));
        let many_above = bare_days(sorting, near..head).len() > 1;
        let many_under = named_days(sorting, head + 1..first.unwrap_or(head)) > 1;
        let is_minutes =
            (0..first.unwrap_or(head)).any(|index| holds(sorting.words(index), one_of(MINUTES)));
        Self {
            head,
            first,
            last,
            menu,
            foot,
            stamp,
            many_behind,
            many_above,
            many_under,
            is_minutes,
            set_in: set_in(sorting, first),
        }
    }

    /// The days of a line; in minutes «تاريخ الجلسة» is their own day.
    fn days_of(&self, span: Span, text: &str, words: &[Word]) -> Vec<LineDay> {
        let mut found = days::of_line(span, text, words);
        if self.is_minutes {
            let labels = found.iter_mut().filter_map(|day| day.labelled.as_mut());
            labels.for_each(|labelled| labelled.label = labelled.label.in_minutes());
        }
        found
    }

    fn place(&self, sorting: &Sorting<'_, '_>, index: usize) -> Place {
        if index < self.head {
            return match self.head - index {
                _ if self.menu.is_some_and(|menu| menu >= index) => Place::Top,
                ..=NEAR if !self.opens_page(sorting, index) => Place::AboveHeadline,
                _ => Place::Top,
            };
        }
        if self.set_in == Some(index) || self.first.is_none_or(|first| index < first) {
            return Place::UnderHeadline;
        }
        let behind = self.last.map(|last| last + 1..self.foot.min(last + 1 + NEAR_END));
        match behind.filter(|_| !self.many_behind) {
            Some(behind) if behind.contains(&index) => Place::BehindText,
            _ => Place::Elsewhere,
        }
    }

    /// The first line of all is the clock of the page where more than the article's own lines stand between it and the headline.
    fn opens_page(&self, sorting: &Sorting<'_, '_>, index: usize) -> bool {
        let of_article = |at: usize| {
            matches!(
                sorting.fates[at],
                Fate::Cut(
                    RemovedKind::Byline
                        | RemovedKind::Date
                        | RemovedKind::Counter
                        | RemovedKind::Share
                        | RemovedKind::Tools,
                    _
                )
            )
        };
        match index {
            0 if is_all_day(sorting, index) => !(index + 1..self.head).all(of_article),
            _ => false,
        }
    }

    /// The day of the headline's own line; nothing where that is one of a list, each line of which has its day.
    pub(super) fn day_of_headline(&self, sorting: &Sorting<'_, '_>, index: usize) -> Option<Clue> {
        if self.many_under {
            return None;
        }
        days::of_headline(sorting.block(index).span, sorting.text, sorting.words(index))
    }

    /// Adds the days of a line that is no part of the article.
    pub(super) fn day_clues(
        &self,
        sorting: &Sorting<'_, '_>,
        index: usize,
        kind: RemovedKind,
        clues: &mut Vec<Clue>,
    ) {
        let (words, span, text) = (sorting.words(index), sorting.block(index).span, sorting.text);
        let place = self.place(sorting, index);
        if place == Place::UnderHeadline {
            clues.extend(age(words, span, text));
        }
        // The day in an address is read with the address.
        if span.cut(text).contains("://") {
            return;
        }
        let found = self.days_of(span, text, words);
        let over_lines = match found.iter().find(|day| day.day.day().is_some()) {
            Some(_) => None,
            None => self.over_lines(sorting, index, place),
        };
        if let Some(clue) = over_lines {
            clues.push(clue);
            return;
        }
        let Some(first) = found.first() else { return };
        let stamp = |day: &LineDay| Clue {
            kind: ClueKind::Published,
            text: day.day.span.cut(text).to_owned(),
            span: day.day.span,
        };
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
        // A phone's line of state has neither.
        // «السبت 12 مايو 2018 – العدد 2781» is the paper of that day, wherever its head stands.
        let place = match place {
            Place::Top if is_issue_head(words, &found) => Place::AboveHeadline,
            place => place,
        };
        let place = match (place, self.many_above) {
            (Place::AboveHeadline, false) if has_own_words(words, &found) => Place::UnderHeadline,
            (place, _) => place,
        };
        if is_ticker(&found, words) || names_other_day(sorting, index, place, &found) {
            return;
        }
        let is_listed = match place {
            Place::AboveHeadline => self.many_above,
            Place::UnderHeadline => self.many_under,
            _ => false,
        };
        if is_listed && !days::is_all_day(&found, words) {
            return;
        }
        let of_issue = match first.day.wider {
            _ if holds(words, one_of(OF_ISSUE)) => true,
            Some(Edtf::Date(_)) if self.is_beside(index) => days::is_all_day(&found, words),
            _ => false,
        };
        let believed =
            Believed { is_bare: is_believed(sorting, index, kind, place, &found), of_issue };
        clues.extend(days::clues(&found, place, believed, label_above(sorting, index), text));
    }
}

impl Places {
    /// Whether a line stands right above the text or right under the headline.
    fn is_beside(&self, index: usize) -> bool {
        index + 1 == self.first.unwrap_or(0) || index.checked_sub(1) == Some(self.head)
    }

    /// «16 مايو» over «2017», «12», «مارس», «2019»: a day that a page sets in a box, or that was broken over lines.
    fn over_lines(&self, sorting: &Sorting<'_, '_>, index: usize, place: Place) -> Option<Clue> {
        /// How many lines the box has.
        const LINES: usize = 3;
        /// How many words a line of it has; the first may have the label.
        const WORDS: usize = 3;
        let bound = match place {
            Place::UnderHeadline => self.first.unwrap_or(index),
            Place::AboveHeadline => self.head,
            _ => return None,
        };
        let small = |at: usize| sorting.words(at).len() <= WORDS;
        let labelled = day_labels::before(sorting.words(index)).is_some();
        if !labelled && !small(index) {
            return None;
        }
        if !holds(sorting.words(index), NUMBER) {
            // «سبتمبر» over «25» over «2016»; «SEP» over «10» is the bar of a web archive.
            let below = Some(index + 1).filter(|&below| below < bound)?;
            let is_day = holds(sorting.words(below), NUMBER);
            if !is_day || holds(sorting.words(index), LATIN) {
                return None;
            }
        }
        (index + 1..bound.min(index + LINES)).take_while(|&at| small(at)).find_map(|at| {
            let span = Span::new(sorting.block(index).span.start, sorting.block(at).span.end);
            let words: Vec<Word> =
                (index..=at).flat_map(|line| sorting.words(line)).copied().collect();
            let day = days::of_line(span, sorting.text, &words)
                .into_iter()
                .find(|day| day.day.day().is_some())?;
            let reaches = day.day.span.end > sorting.block(at).span.start;
            let kind = match day.labelled.or(label_above(sorting, index)) {
                Some(labelled) => labelled.label.own_clue()?,
                None => ClueKind::ArticleDay,
            };
            let text =
                day.day.span.cut(sorting.text).split_whitespace().collect::<Vec<_>>().join(" ");
            reaches.then_some(Clue { kind, text, span: day.day.span })
        })
    }
}

/// «الأربعاء 12 آذار 2025» behind the first paragraph, where the page sets its day into the text: the only line among the
/// paragraphs that is a day and nothing else.
fn set_in(sorting: &Sorting<'_, '_>, first: Option<usize>) -> Option<usize> {
    let first = first?;
    let last = sorting.fates.iter().rposition(|fate| *fate == Fate::Keep)?;
    let is_day = |&index: &usize| sorting.is_around(index) && is_all_day(sorting, index);
    let mut days = (first + 1..last).filter(is_day);
    let only = days.next().filter(|_| days.next().is_none())?;
    let is_cut = |index: usize| sorting.is_cut(index);
    (first + 1..only).all(is_cut).then_some(only)
}

/// The different days that some lines print without a label; one day told in both calendars is one.
fn bare_days(sorting: &Sorting<'_, '_>, lines: Range<usize>) -> BTreeSet<NaiveDate> {
    let dated = lines.filter(|&index| sorting.words(index).len() <= SHORT);
    let found = dated.flat_map(|index| {
        days::of_line(sorting.block(index).span, sorting.text, sorting.words(index))
    });
    let found = found
        .filter(|day| day.labelled.is_none())
        .filter_map(|day| Some((day.day.day()?, day.day.hijri)));
    let (moon, sun): (Vec<_>, Vec<_>) = found.partition(|(_, hijri)| *hijri);
    let is_told =
        |day: NaiveDate| sun.iter().any(|(other, _)| (*other - day).num_days().abs() <= MOON);
    let moon = moon.iter().filter(|(day, _)| !is_told(*day));
    sun.iter().chain(moon).map(|(day, _)| *day).collect()
}

/// Whether a line is nothing but days and their labels.
fn is_all_day(sorting: &Sorting<'_, '_>, index: usize) -> bool {
    let words = sorting.words(index);
    days::is_all_day(&days::of_line(sorting.block(index).span, sorting.text, words), words)
}

/// How many words a line has at most that is asked for its bare days.
const SHORT: usize = 30;

/// Whether a line names the number of an issue: «العدد : 2781», «السنة السادسة، العدد 12، سبتمبر 2016».
fn is_of_issue(words: &[Word]) -> bool {
    (0..words.len()).any(|at| stands(words, at, &[one_of(OF_ISSUE), NUMBER]))
}

/// Whether a line names an issue beside its one day.
fn is_issue_head(words: &[Word], found: &[LineDay]) -> bool {
    let [LineDay { labelled: None, day, .. }] = found else { return false };
    day.day().is_some_and(|_| is_of_issue(words))
}

/// «قناة الساحل, [10.01.2024 18:44]»: the head of a message that was copied alone.
fn is_message_head(day: &LineDay, span: Span, text: &str) -> bool {
    let before = text[span.start..day.day.span.start].trim_end();
    let "]" = text[day.day.span.end..span.end].trim() else { return false };
    day.day.clock && before.ends_with('[')
}

/// Whether a line has a day before each of its headlines.
fn is_ticker(found: &[LineDay], words: &[Word]) -> bool {
    let unlabelled =
        found.iter().filter(|day| day.labelled.is_none()).filter_map(|day| day.day.day());
    match unlabelled.collect::<BTreeSet<_>>().len() {
        0 | 1 => false,
        _ => has_own_words(words, found),
    }
}

/// Whether a line tells something beside its days.
fn has_own_words(words: &[Word], found: &[LineDay]) -> bool {
    let mut content = words.iter().filter(|word| CONTENT.fits(word));
    content.any(|word| !found.iter().any(|day| day.whole.contains(word.span())))
}

/// How many different days some lines print that have no label and tell something beside.
fn named_days(sorting: &Sorting<'_, '_>, lines: Range<usize>) -> usize {
    let dated = lines.filter(|&index| sorting.words(index).len() <= SHORT);
    let found = dated.filter_map(|index| {
        let found = days::of_line(sorting.block(index).span, sorting.text, sorting.words(index));
        let only = found.first().filter(|day| day.labelled.is_none())?.day.day()?;
        has_own_words(sorting.words(index), &found).then_some(only)
    });
    found.collect::<BTreeSet<_>>().len()
}

/// Whether the bare days of a line can be the article's, by what the line is.
fn is_believed(
    sorting: &Sorting<'_, '_>,
    index: usize,
    kind: RemovedKind,
    place: Place,
    found: &[LineDay],
) -> bool {
    let words = sorting.words(index);
    if found.len() > days::MOST_DAYS {
        return false;
    }
    let is_beside = |word: &&Word| !found.iter().any(|day| day.whole.contains(word.span()));
    let beside = words.iter().filter(is_beside).count();
    // «الموعد: 3 مايو 2019» tells what its day is, in words that no list has.
    if names_other_day(sorting, index, place, found) {
        return false;
    }
    match found {
        [only] if only.barred => return true,
        [_] if of_length(words, ..=WORDS_OF_ISSUE).is_some_and(is_of_issue) => return true,
        _ => {}
    }
    const BINDS: Asked = FUNCTION.without(IN_OR_OF);
    let tells = || words.iter().filter(is_beside).any(|word| BINDS.fits(word));
    let announced = sorting.signed.evidence(index).map(|evidence| evidence.kind);
    match (kind, place) {
        (
            RemovedKind::Date
            | RemovedKind::Byline
            | RemovedKind::Source
            | RemovedKind::Counter
            | RemovedKind::Share
            | RemovedKind::Tools,
            _,
        ) => true,
        (RemovedKind::Navigation | RemovedKind::Other | RemovedKind::Search, _) => {
            beside <= WORDS_BESIDE
        }
        // «ود مدني في 23-10-2005 (نيل برس)» ends as captions do; what tells what a picture shows has more words.
        (RemovedKind::Caption | RemovedKind::Related, _) if tells() => false,
        (RemovedKind::Caption, Place::UnderHeadline) => beside <= WORDS_OF_CAPTION,
        (RemovedKind::Related, _) if announced == Some(RemovedKind::Related) => false,
        // A line of the head that only has no word of the text: «حماة-وكالة الشام 27-6-2010».
        (RemovedKind::Related, Place::UnderHeadline | Place::BehindText) => beside <= WORDS_BESIDE,
        _ => false,
    }
}

/// «الموعد: 3 مايو 2019», «آخر موعد لبيع المستندات: 5/10/2016»: words that no list has tell what the day is.
///
/// «الدار البيضاء في: 22 نونبر 2022» signs a text, and one word before a colon may be the place.
fn names_other_day(
    sorting: &Sorting<'_, '_>,
    index: usize,
    place: Place,
    found: &[LineDay],
) -> bool {
    let Some(first) = found.first().filter(|day| day.labelled.is_none()) else { return false };
    let span = Span::new(sorting.block(index).span.start, first.whole.start);
    let before = span.cut(sorting.text).trim_end();
    let words = sorting.words(index).iter().take_while(|word| word.end() <= span.end);
    let signs = before.trim_end_matches([':', ' ']).ends_with("في");
    let other = words.clone().any(day_labels::names_other_day);
    let byline =
        matches!(sorting.fates[index], Fate::Cut(RemovedKind::Byline | RemovedKind::Source, _));
    // «الناظور: 27 غشت 2017»: a place of which the article speaks.
    // «PM:02:14:14/09/2021»
    let mut words = words.filter(|word| !matches!(word.class, Class::Number | Class::Latin));
    let Some(first) = words.next().filter(|_| before.ends_with(':') && !signs) else {
        return false;
    };
    let is_of_text = || sorting.core.share(std::slice::from_ref(first)).known > 0;
    match words.next() {
        _ if other => true,
        None if is_of_text() => false,
        _ if place == Place::BehindText => true,
        None => false,
        Some(_) => !byline,
    }
}

/// «منذ ساعتين», «نُشر اليوم قبل 3 ساعات», «سمير العودي • قبل 3 أيام»: how old the article is by the page's clock.
fn age(words: &[Word], span: Span, text: &str) -> Option<Clue> {
    /// «منذ 3 ساعات و20 دقيقة»
    const LONGEST: usize = 6;
    /// How many names or words of a label stand before it.
    const BEFORE: usize = 4;
    let since = words.iter().position(|word| word.is(AGO));
    let days_ago = || {
        let (last, before) = words.split_last()?;
        let labelled = day_labels::before(before).filter(|_| last.is(DAY_AGO))?;
        labelled.label.own_clue().filter(|_| labelled.words == before.len())?;
        Some(before.len())
    };
    let at = since.or_else(days_ago)?;
    let (before, rest) = words.split_at(at);
    let is_of_label = |word: &Word| day_labels::is_label_word(word) || word.is(DAY_AGO);
    let parted = || {
        days::bars(
            &text[before.last().map_or(span.start, |word| word.end())..rest[0].start as usize],
        )
    };
    let opens = match (before.len(), rest.len()) {
        (..=BEFORE, ..=LONGEST) if before.iter().all(is_of_label) => true,
        (..=BEFORE, ..=LONGEST) if are(before, CONTENT) => parted(),
        _ => false,
    };
    opens.then(|| Clue {
        kind: ClueKind::Age,
        text: text[rest[0].start as usize..span.end].trim().to_owned(),
        span,
    })
}

/// The label that the line above is and nothing else.
fn label_above(sorting: &Sorting<'_, '_>, index: usize) -> Option<Labelled> {
    let above = index.checked_sub(1)?;
    let whole = day_labels::whole(sorting.words(above))?;
    (sorting.fates[above] != Fate::Keep).then_some(whole)
}

/// The last line above the headline that is of a menu, a search box or other news.
fn menu_line(sorting: &Sorting<'_, '_>, head: usize) -> Option<usize> {
    let is_menu = |index: usize| {
        matches!(
            sorting.fates[index],
            Fate::Cut(
                RemovedKind::Navigation
                    | RemovedKind::Search
                    | RemovedKind::Related
                    | RemovedKind::Newsletter
                    | RemovedKind::Advertisement,
                _
            )
        )
    };
    let crowded = |index: usize| match sorting.fates[index] {
        Fate::Cut(RemovedKind::Search, _) => true,
        _ => sorting.block(index).partings >= 2,
    };
    // One name of a section stands above many a headline; two such lines, or one of many names, are a menu.
    let dated =
        |index: usize| sorting.signed.evidence(index).is_some_and(|evidence| evidence.dated);
    let mut names = (0..head).rev().filter(|&index| is_menu(index)).filter(|&index| !dated(index));
    names.find(|&index| crowded(index) || index.checked_sub(1).is_some_and(is_menu))
}

/// From where on nothing stands behind the text but how to follow the channel, its address and the day of the message.
fn end_of_message(sorting: &Sorting<'_, '_>, behind: usize) -> usize {
    let is_of_message = |index: usize| {
        let words = sorting.words(index);
        let kind = sorting.signed.evidence(index).map(|evidence| evidence.kind);
        match kind {
            _ if words.is_empty() => true,
            Some(RemovedKind::Newsletter | RemovedKind::Source | RemovedKind::Share) => true,
            _ => is_all_day(sorting, index),
        }
    };
    let others = (behind..sorting.fates.len()).rev().find(|&index| !is_of_message(index));
    others.map_or(behind, |other| other + 1)
}

/// Whether other news, readers' words or the page's own foot begin at a line.
fn begins_foot(sorting: &Sorting<'_, '_>, index: usize) -> bool {
    use RemovedKind::{Comments, Cookie, Copyright, Newsletter, Related};
    /// How many words a line has that gives readers the word.
    const READERS: usize = 4;
    match sorting.signed.evidence(index).map(|evidence| evidence.kind) {
        _ if sorting.in_region[index] => true,
        Some(Related | Comments | Copyright | Newsletter | Cookie) => true,
        _ => of_length(sorting.words(index), ..=READERS)
            .is_some_and(|words| holds(words, one_of(COMMENT_WORD))),
    }
}
