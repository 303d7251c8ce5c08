//! The words of an entry: those of the article, without what has no sense under the day of the entry.
//!
//! «أمس الثلاثاء» is «الثلاثاء» there, «، أمس،» nothing, «صباح اليوم» «صباحًا»; the number of a point («1- أوفد», «ثالثًا: أخطرت») and «يذكر
//! أن» joined the sentence to others; and a clause behind the deed that speaks of a day of its own («، فيما أعلن اليوم») stays in the article.

use chrono::Datelike;

use super::counted::{misleads, names_month, points, words_of};
use super::sentence::{Reader, within};
use crate::arabic::calendar::Edtf;
use crate::arabic::chars::digit_value;
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{
    BEFORE_OR_AFTER, DAY_PART, DEICTIC, DEICTIC_UNIT, Kinds, LEANING, LOOSE_END, OTHER_CLAUSE,
    PART_OF_TIME, POINT, kinds,
};
use crate::arabic::reading::Text;
use crate::document::TimeExpression;
use crate::site::model::Article;
use crate::span::Span;

/// Words of the text that others stand for, which may be none.
struct Edit {
    span: Span,
    words: String,
}

/// What the timeline prints of a sentence of an article that happened on this day; nothing where it would say what the article does not.
pub(super) fn of(article: &Article, span: Span, day: &Edtf) -> Option<String> {
    let plain = &article.document.plain;
    let read = plain.reading();
    let dates = within(&article.document.findings.dates, span, |date| date.span);
    let at = read.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let reader = read.sentences.get(at).map(|sentence| Reader {
        read,
        text: &plain.text,
        names: article.mentions(),
        sentence,
    });
    let whole = reader.as_ref().filter(|reader| reader.sentence.span.end == span.end);
    let start = whole.map_or(span.start, |reader| reader.behind_opening(span.start));
    let end = whole.and_then(|reader| reader.before_other_day(start, dates, day));
    let end = end.unwrap_or(span.end);
    let holds = |date: &&TimeExpression| date.span.start >= start && date.span.end <= end;
    let is_wrong = |date: &&TimeExpression| misleads(read, &plain.text, date, day, article.day());
    let end = match dates.iter().filter(holds).find(is_wrong) {
        Some(date) => whole?.clause_of(date, start)?,
        None => end,
    };
    let said = Span::new(start, end);
    let stays = dates.iter().filter(|date| date.span.start >= start && date.span.end <= said.end);
    let edits = stays.filter_map(|date| edit(read, &plain.text, date, day));
    let mut words = applied(said, &plain.text, edits);
    if end < span.end {
        words.push('.');
    }
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text of a span with its edits, which stand in its order.
fn applied(span: Span, text: &str, edits: impl Iterator<Item = Edit>) -> String {
    let mut made = String::new();
    let mut from = span.start;
    // «وفي اليوم التالي»: what is left out may begin before the span, with its «و».
    for edit in edits.filter(|edit| edit.span.end > span.start) {
        made.push_str(text.get(from..edit.span.start.max(from)).unwrap_or_default());
        made.push_str(&edit.words);
        from = edit.span.end.min(span.end);
    }
    made.push_str(&text[from..span.end]);
    made
}

/// How a time is written that was counted from the day of the article.
fn edit(read: &Text, text: &str, date: &TimeExpression, day: &Edtf) -> Option<Edit> {
    date.value.first_day().filter(|_| date.relative)?;
    let words = words_of(read, date);
    if names_month(read, text, &words) {
        return of_month(read, text, date, day);
    }
    let (first, last) = words.into_inner();
    if date.value == *day && (first..=last).any(|at| read.kinds(at).any(DEICTIC_UNIT)) {
        return stretch_left_out(read, first, last);
    }
    date.value.single_day()?;
    if read.words[first].span().start != date.span.start
        || (first..=last).any(|at| read.kinds(at).any(DEICTIC_UNIT))
        || !(first..=last).any(|at| read.kinds(at).any(DEICTIC))
    {
        return None;
    }
    if (first..=last).any(|at| read.kinds(at).any(LEANING)) {
        return lead_left_out(read, first, last);
    }
    let stays = |&at: &usize| read.letters(at) != "،" && !is_deictic(read, at, last);
    let kept: Vec<&str> =
        (first..=last).filter(stays).map(|at| read.words[at].span().cut(text)).collect();
    let is_part = |at: usize| read.kinds(at).any(PART_OF_TIME);
    if (first..=last).filter(stays).any(|at| !is_part(at)) {
        return Some(Edit { span: with_comma(read, first, last), words: kept.join(" ") });
    }
    let before = first.checked_sub(1).filter(|_| date.value == *day)?;
    if read.kinds(before).any(DAY_PART) {
        let span = Span::new(read.words[before].span().start, date.span.end);
        return Some(Edit { span, words: part_alone(read, text, before) });
    }
    left_out(read, first, last)
}

/// «شباط الماضي»: the month without the word that counts, and with its year where that is not the entry's.
fn of_month(read: &Text, text: &str, date: &TimeExpression, day: &Edtf) -> Option<Edit> {
    let mut words = words_of(read, date);
    words.clone().any(|at| points(read, at)).then_some(())?;
    let (first, last) = (*words.start(), *words.end());
    let is_whole = read.words[first].span().start == date.span.start;
    let year = date.value.first_day()?.year();
    let is_own = day.first_day().is_some_and(|day| day.year() == year);
    let kept = words.by_ref().filter(|&at| !points(read, at));
    let mut kept: Vec<String> = kept.map(|at| read.words[at].span().cut(text).to_owned()).collect();
    kept.extend((!is_own).then(|| year.to_string()));
    is_whole.then(|| Edit { span: with_comma(read, first, last), words: kept.join(" ") })
}

/// «في الشهر الماضي», under that month.
fn stretch_left_out(read: &Text, first: usize, last: usize) -> Option<Edit> {
    let before = first.checked_sub(1)?;
    let opens = matches!(read.letters(before), "في" | "خلال");
    let span = Span::new(read.words[before].span().start, read.words[last].span().end);
    opens.then(|| Edit { span, words: String::new() })
}

/// A time with the comma behind it where that only closed what stood in it: «ظهر أمس، الأربعاء، القافلة».
fn with_comma(read: &Text, first: usize, last: usize) -> Span {
    let is_comma = |at: usize| read.words.get(at).is_some() && read.letters(at) == "،";
    let closes = (first..last).any(is_comma) && is_comma(last + 1);
    let is_aside = first.checked_sub(1).is_some_and(is_comma);
    let end = if closes && !is_aside { last + 1 } else { last };
    Span::new(read.words[first].span().start, read.words[end].span().end)
}

/// «أمس», «الماضي», and what belongs to it: «أول من أمس», «أمس الأول».
fn is_deictic(read: &Text, at: usize, last: usize) -> bool {
    let is = |at: usize| read.kinds(at).any(DEICTIC);
    let opens = matches!(read.letters(at), "اول" | "من")
        && (at + 1..=last.min(at + 2)).any(|at| read.letters(at) == "امس");
    let ends = read.letters(at) == "الاول" && at > 0 && read.letters(at - 1) == "امس";
    is(at) || opens || ends
}

/// A part of a day that is not told: «مساءً», «بعد الظهر».
fn part_alone(read: &Text, text: &str, part: usize) -> String {
    let word = read.words[part].span().cut(text);
    let is_bound = part
        .checked_sub(1)
        .is_some_and(|at| read.kinds(at).any(BEFORE_OR_AFTER | LOOSE_END | PART_OF_TIME));
    let bare = word.trim_end_matches('ة');
    match bare.chars().last() {
        _ if is_bound => format!("ال{word}"),
        Some('ء') => format!("{bare}ً"),
        Some('ى') | None => word.to_owned(),
        Some(_) => format!("{bare}ًا"),
    }
}

/// A time without which the sentence goes on, with the commas about it; nothing where a word before needs it: «في ساعة من أمس».
fn left_out(read: &Text, first: usize, last: usize) -> Option<Edit> {
    let is_comma = |at: usize| read.words.get(at).is_some() && read.letters(at) == "،";
    let before = first.checked_sub(1)?;
    let leans = Kinds::of(&[LOOSE_END, BEFORE_OR_AFTER, PART_OF_TIME]);
    if read.kinds(before).any(leans) {
        return None;
    }
    let is_aside = is_comma(before) && is_comma(last + 1);
    let opens = read.words[before].span();
    let start = if is_aside { opens.start } else { opens.end };
    let end = read.words[if is_aside { last + 1 } else { last }].span().end;
    Some(Edit { span: Span::new(start, end), words: String::new() })
}

/// «وفي اليوم التالي أعلن»: a time that counts from the sentence before, where it opens its own; elsewhere it stays.
fn lead_left_out(read: &Text, first: usize, last: usize) -> Option<Edit> {
    let opens = read.sentences.partition_point(|sentence| sentence.words.1 <= first);
    let opens = read.sentences.get(opens)?.words.0;
    let is_loose = |at: usize| kinds(read.letters(at).without(AND)).any(LOOSE_END);
    let is_lead = first == opens || first == opens + 1 && is_loose(opens);
    let behind = read.words.get(last + 1)?;
    let end = if read.letters(last + 1) == "،" { behind.span().end } else { behind.span().start };
    let span = Span::new(read.words[opens].span().start, end);
    is_lead.then(|| Edit { span, words: String::new() })
}

impl Reader<'_> {
    /// Where the sentence begins behind the number of its point and behind «يذكر أن».
    fn behind_opening(&self, start: usize) -> usize {
        let said = &self.text[start..self.sentence.span.end];
        let figures = said.trim_start_matches(|c: char| digit_value(c).is_some());
        let numbered = figures.trim_start_matches(['-', '–', '.', ')', '/', 'ـ']);
        let is_numbered = figures.len() < said.len()
            && numbered.len() < figures.len()
            && numbered.starts_with(char::is_whitespace);
        let rest = if is_numbered { numbered.trim_start() } else { said };
        let at = self.read.index_at(self.sentence.span.end - rest.len());
        let is_point = self.read.kinds(at).any(POINT) && self.read.letters(at + 1) == ":";
        let at = if is_point { at + 2 } else { at };
        let at = self.behind_recalled(at).unwrap_or(at);
        self.read.words.get(at).map_or(start, |word| word.span().start.max(start))
    }

    /// Where a clause behind the deed begins that speaks of another day, told as of the day of the article.
    fn before_other_day(
        &self,
        start: usize,
        dates: &[TimeExpression],
        day: &Edtf,
    ) -> Option<usize> {
        let counts = |at: usize| self.read.kinds(at).any(DEICTIC | DEICTIC_UNIT);
        let own = dates.iter().find(|date| date.value == *day && date.span.start >= start)?;
        let from = self.read.index_at(own.span.end);
        let opens = |&at: &usize| self.read.letters(at) == "،" && self.is_clause_apart(at + 1);
        let comma = (from..self.sentence.words.1).find(opens)?;
        let cut = self.read.words[comma].span().start;
        let is_other = |date: &&TimeExpression| {
            let words = self.read.index_at(date.span.start)..=self.read.index_at(date.span.end - 1);
            date.span.start > cut && date.value != *day && words.into_iter().any(counts)
        };
        let is_whole = !self.is_quoted(cut);
        dates.iter().any(|date| is_other(&date)).then_some(cut).filter(|_| is_whole)
    }

    /// «فيما أعلن», «بينما يواجه»
    pub(super) fn is_clause_apart(&self, at: usize) -> bool {
        self.is_word(at) && self.read.kinds(at).any(OTHER_CLAUSE) && self.opens_other_clause(at)
    }
}
