//! The days that the lines of a page print around the article, each with what it is and where it stands.
//!
//! A line that says what its day is («نُشر في …») is believed wherever it stands outside of other stories. A bare day
//! is believed at the article: between headline and text, right above the headline, right behind the text. A day
//! above the menu is the clock of whoever saved the page.

use super::asked::{CONTENT, FUNCTION, NUMBER, UNBOUND, are, holds, of_length};
use super::day_labels::{self, Label, Labelled};
use super::words::{Class, Word, words};
use crate::arabic::calendar::printed::{PrintedDay, printed_days};
use crate::arabic::chars::digit_value;
use crate::arabic::lexicon::UP_TO;
use crate::document::{Clue, ClueKind};
use crate::span::Span;

/// Where a line stands, as seen from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Above the headline, with the menu or much else between.
    Top,
    /// Right above the headline.
    AboveHeadline,
    /// Between headline and text.
    UnderHeadline,
    /// Among the paragraphs, or further down than its end.
    Elsewhere,
    /// Right behind the text.
    BehindText,
}

/// A day of a line, with the words that say what it is.
pub(super) struct LineDay {
    pub(super) day: PrintedDay,
    pub(super) labelled: Option<Labelled>,
    /// From its label on, where that stands before it.
    pub(super) whole: Span,
    /// Whether bars part it from the rest of its line: «روزنامة المدينة | آخر الأخبار | 09-04-2024 20:18».
    pub(super) barred: bool,
}

/// The marks that part the names, days and counters of one line; two strokes are one.
pub(super) fn bars(gap: &str) -> bool {
    gap.contains(['|', '•', '·', '»']) || gap.contains("\u{0640}\u{0640}")
}

/// The days of a line, the first byte of which is byte `span.start` of `text`.
pub(super) fn of_line(span: Span, text: &str, line_words: &[Word]) -> Vec<LineDay> {
    let days = printed_days(span.cut(text));
    let mut found: Vec<LineDay> = Vec::with_capacity(days.len());
    let mut from = 0;
    for (place, day) in days.iter().enumerate() {
        let (start, end) = (span.start + day.span.start, span.start + day.span.end);
        let first = line_words.partition_point(|word| word.end() <= start);
        // Two days may share a word: «14:14/09/2021».
        let segment = behind_bar(line_words.get(from..first).unwrap_or_default(), start, text);
        let behind = line_words.partition_point(|word| (word.start as usize) < end);
        let last = place + 1 == days.len();
        let before = day_labels::before(segment);
        let labelled =
            before.or_else(|| if last { day_labels::behind(&line_words[behind..]) } else { None });
        let opens = before.map_or(start, |labelled| {
            segment[segment.len() - labelled.words.min(segment.len())..]
                .first()
                .map_or(start, |word| word.start as usize)
        });
        let whole = Span::new(opens.min(start), end);
        let next = line_words.get(behind).map_or(span.end, |word| word.start as usize);
        let previous = line_words[..first]
            .iter()
            .rev()
            .find(|word| word.end() <= whole.start)
            .map(|word| word.end());
        let bar_before = previous.is_none_or(|previous| bars(&text[previous..whole.start]));
        let bar_behind = behind == line_words.len() || bars(&text[end..next]);
        let barred = match (bar_before, bar_behind) {
            (true, true) => line_words.len() > behind - first,
            _ => false,
        };
        let day = PrintedDay { span: Span::new(start, end), ..day.clone() };
        // «من 25 سبتمبر 2016 إلى 30 منه» is a run of days, and the article's is neither.
        match (segment, found.last_mut()) {
            ([until], Some(first_day)) if until.is(UP_TO) => first_day.labelled = labelled,
            _ => {}
        }
        found.push(LineDay { day, labelled, whole, barred });
        from = behind;
    }
    found
}

/// The words behind the last bar before a day: «الرئيسية | نشر في 3 مايو».
fn behind_bar<'w>(line_words: &'w [Word], day: usize, text: &str) -> &'w [Word] {
    let end = |place: usize| line_words.get(place + 1).map_or(day, |next| next.start as usize);
    let barred = |place: &usize| text.get(line_words[*place].end()..end(*place)).is_some_and(bars);
    let bar = (0..line_words.len()).rev().find(barred);
    &line_words[bar.map_or(0, |bar| bar + 1)..]
}

/// A line of more days than this is a calendar or an archive, and none of them is believed to be the article's.
pub(super) const MOST_DAYS: usize = 64;

/// Whether a line is nothing but days and their labels.
pub(super) fn is_all_day(found: &[LineDay], line_words: &[Word]) -> bool {
    let spans = found.iter().flat_map(|day| [day.whole, day.day.span]);
    let is_of_day = |word: &Word| match word.class {
        // «12», beside a day that is spelled otherwise.
        Class::Number if word.len <= 3 => true,
        _ => {
            day_labels::is_label_word(word) || spans.clone().any(|span| span.contains(word.span()))
        }
    };
    match found.len() {
        1..=MOST_DAYS => line_words.iter().all(is_of_day),
        _ => false,
    }
}

/// What of a line's bare days is believed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Believed {
    /// Whether a bare day can be the article's, by what the line is.
    pub(super) is_bare: bool,
    /// Whether the line is that of an issue: «العدد 212 – تشرين الثاني 2014».
    pub(super) of_issue: bool,
}

impl Believed {
    /// A day that stands in the text itself.
    pub(super) const IN_TEXT: Self = Self { is_bare: true, of_issue: false };
}

/// The clues of the days of one line; `labelled_above` is the label that the line before is and nothing else.
pub(super) fn clues(
    found: &[LineDay],
    place: Place,
    believed: Believed,
    labelled_above: Option<Labelled>,
    text: &str,
) -> Vec<Clue> {
    let Believed { is_bare, of_issue } = believed;
    let kind = |day: &LineDay| match day.labelled.or(labelled_above) {
        Some(Labelled { label: Label::Site, .. })
            if matches!(place, Place::BehindText | Place::Elsewhere) =>
        {
            None
        }
        Some(labelled) => labelled.label.clue(),
        None => match place {
            Place::Top => Some(ClueKind::Clock),
            Place::AboveHeadline if is_bare => Some(ClueKind::HeadDay),
            Place::UnderHeadline | Place::BehindText if is_bare => Some(ClueKind::ArticleDay),
            _ => None,
        },
    };
    // «المؤتمر الثالث، 8-10 مايو 2017»: a run of days, or a month, is that of an issue where the line is nothing else.
    let is_issue = |day: &LineDay| match (&day.day.wider, day.labelled) {
        (None, _) | (_, Some(_)) => true,
        (Some(_), None) => of_issue,
    };
    let clue = |day: &LineDay| {
        Some(Clue { kind: kind(day)?, text: day.day.span.cut(text).to_owned(), span: day.day.span })
    };
    found.iter().filter(|day| is_issue(day)).filter_map(clue).collect()
}

/// The day of a headline's line that is no word of the headline: «تندوف، 4 أفريل 2017: …», «… [28.09.2020]»,
/// «24/12/2020 - …».
pub(super) fn of_headline(span: Span, text: &str, line_words: &[Word]) -> Option<Clue> {
    /// How many words name the place before the day.
    const PLACE: usize = 3;
    let found = of_line(span, text, line_words);
    let [only] = found.as_slice() else { return None };
    let day = only.day.span;
    only.day.day()?;
    let (before, behind) = (&text[span.start..day.start], &text[day.end..span.end]);
    let names = line_words.iter().take_while(|word| word.end() <= day.start).count();
    let placed = of_length(&line_words[..names], 1..=PLACE);
    let placed = placed.is_some_and(|names| are(names, CONTENT));
    let (lead, rest) = (before.trim_end(), behind.trim_start());
    let is_today = only.labelled.is_some_and(|labelled| labelled.label == Label::Seen);
    let is_apart = match rest.trim_end() {
        // «أسعار العملات اليوم الاثنين 13-1-2020»
        _ if is_today => true,
        "]" | ")" => before.ends_with(['[', '(']),
        // «… | الضفاف نيوز - 25 سبتمبر 2016»: the title of a saved tab.
        "" if !before.contains('|') => false,
        "" => lead.ends_with(['-', '–', '—', '|']),
        // «24/12/2020 - مدرسة في جنين …»
        rest if !lead.contains(char::is_alphanumeric) => {
            rest.starts_with(['-', '–', '—', '|', ':'])
        }
        rest if placed => {
            lead.ends_with(['،', ',', '-', '–']) && rest.starts_with([':', '-', '–', '/'])
        }
        _ => false,
    };
    is_apart.then(|| Clue { kind: ClueKind::ArticleDay, text: day.cut(text).to_owned(), span: day })
}

/// The day of a short line at the edge of the text that was kept with it: a label, or a few names, and a day.
pub(super) fn of_short_line(span: Span, text: &str, line_words: &[Word]) -> Option<Clue> {
    /// How many words such a line has.
    const WORDS: usize = 12;
    let line_words = of_length(line_words, ..=WORDS).filter(|words| holds(words, NUMBER))?;
    let found = of_line(span, text, line_words);
    let [only] = found.as_slice() else { return None };
    only.day.day()?;
    let mut beside = line_words.iter().filter(|word| !only.whole.contains(word.span()));
    let mut edges = line_words.first().into_iter().chain(line_words.last());
    let at_edge = edges.any(|word| only.whole.contains(word.span()));
    let kind = match only.labelled {
        Some(labelled) => labelled.label.own_clue()?,
        None if !at_edge => return None,
        None => beside.all(|word| UNBOUND.fits(word)).then_some(ClueKind::ArticleDay)?,
    };
    Some(Clue { kind, text: only.day.span.cut(text).to_owned(), span: only.day.span })
}

/// How far into a paragraph a day that is glued to it may reach.
const GLUED: usize = 240;

/// «تم النشر في: 17 فبراير 2026, 12:34 مساءً رأس وزير …»: a labelled day, or a day with its clock, that opens a paragraph.
///
/// Gives what is to be cut and the day; a paragraph that begins with the day of which it tells has neither label nor clock.
pub(super) fn glued(span: Span, text: &str) -> Option<(Span, LineDay)> {
    let head = Span::new(span.start, text.floor_char_boundary(span.start + GLUED).min(span.end));
    let mut line_words = Vec::new();
    words(head.cut(text), head.start, &mut line_words);
    let first = of_line(head, text, &line_words).into_iter().next()?;
    let opens = text[span.start..first.whole.start].chars().all(|c| !c.is_alphanumeric());
    let said = first.labelled.is_some_and(|labelled| labelled.label.own_clue().is_some());
    // «5 مايو 2018أعلنت»: only a stamp is glued to a word.
    let glued = text[first.whole.end..].starts_with(char::is_alphabetic);
    // «كتب في 3 مايو 2021 رسالة …» is a sentence: a stamp has its clock or a mark behind it.
    let rest = text[first.whole.end..span.end].trim_start();
    let is_timed = first.day.clock || glued;
    let is_stamp = match first.labelled {
        _ if !opens => false,
        None => is_timed && first.day.day().is_some(),
        Some(_) if !said => false,
        Some(_) => is_timed || rest.starts_with(['-', '–', '—', '|', ':', '/', '*', '•']),
    };
    let marks = text[first.whole.end..span.end].find(|c: char| match c {
        '«' | '"' | '“' | '(' => true,
        c => c.is_alphanumeric(),
    })?;
    is_stamp.then(|| (Span::new(span.start, first.whole.end + marks), first))
}

/// «… الموسم المقبل. (وأج، 10/07/2025)»: the day with which an agency signs, behind the last sentence.
pub(super) fn signed(span: Span, text: &str) -> Option<(Span, LineDay)> {
    /// How many bytes such a signature has at most.
    const LONGEST: usize = 120;
    /// How many words stand beside its day.
    const WORDS: usize = 5;
    let end = span.start + span.cut(text).trim_end().len();
    let from = text.ceil_char_boundary(end.saturating_sub(LONGEST).max(span.start));
    let tail = &text[from..end];
    let at = tail
        .char_indices()
        .rev()
        .skip(1)
        .find(|&(_, c)| matches!(c, '.' | '؟' | '!' | '»' | '"' | '('))
        .filter(|&(at, c)| match c {
            '(' => true,
            // «14.09.2021» has stops of its own.
            _ => !tail[at + c.len_utf8()..].starts_with(|next| digit_value(next).is_some()),
        });
    let (at, mark) = at?;
    let start = from + at + if mark == '(' { 0 } else { mark.len_utf8() };
    let before = text[span.start..start].trim_end();
    if mark == '(' && !before.ends_with(['.', '؟', '!', '»', '"']) {
        return None;
    }
    let piece = Span::new(start, end);
    let mut piece_words = Vec::new();
    words(piece.cut(text), piece.start, &mut piece_words);
    let day = of_line(piece, text, &piece_words)
        .into_iter()
        .next()
        .filter(|day| day.day.day().is_some())?;
    let mut beside = piece_words.iter().filter(|word| !day.whole.contains(word.span()));
    let is_reported = match beside.clone().count() {
        ..=WORDS => beside.any(|word| FUNCTION.fits(word)),
        _ => true,
    };
    (!is_reported && start > span.start).then_some((Span::new(start, span.end), day))
}
