//! Outlets that no word betrays, by where their name stands twice: at the end of the headline and in a line around the article
//! («… | المرصد الجهوي»), at the head of the page and where it signs («ميناء الريف», «ميناء الريف – متابعة»), over the messages of
//! a channel that was copied from a telephone.

use super::asked::{NAMING, NUMBER, are, of_length, one_of, stands};
use super::called::{LONGEST, is_place, is_writer, name_of, segments, words_of};
use super::labelled::{Fate, Labelled};
use super::spoken_to::{plain, speaks_to};
use super::words::Word;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::ISSUE_PART;
use crate::document::RemovedKind;

/// What parts a headline from the name of its page.
const BARS: [&str; 6] = [" | ", " - ", " – ", " — ", " • ", " :: "];

/// How many words a headline has at least without the name behind it.
const HEADLINE: usize = 3;

/// The names that stand twice, each as it is written.
pub(super) fn names(labelled: &Labelled<'_, '_>) -> impl Iterator<Item = String> {
    let found = [
        of_title(labelled),
        of_head(labelled),
        of_channel(labelled),
        of_paper(labelled),
        of_text(labelled),
    ];
    found.into_iter().flatten().filter_map(|name| name_of(name, false))
}

/// A headline without the outlet that its page writes behind it.
pub(super) fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    match parted(title) {
        Some((headline, tail)) if folded(tail) == folded(outlet) => headline,
        _ => title,
    }
}

/// «توقف أشغال الطريق للمرة الثالثة», «المرصد الجهوي»
fn parted(title: &str) -> Option<(&str, &str)> {
    let at = BARS.iter().filter_map(|bar| Some((title.rfind(bar)?, bar.len()))).max()?;
    let (headline, tail) = (title[..at.0].trim(), title[at.0 + at.1..].trim());
    let words = |text: &str| text.split_whitespace().count();
    match (words(headline), words(tail)) {
        (HEADLINE.., 1..=LONGEST) => Some((headline, tail)),
        _ => None,
    }
}

/// What stands behind the headline, where another line around the article begins with it.
fn of_title<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    let title = labelled.fates.iter().position(|fate| *fate == Fate::Title)?;
    let (_, tail) = parted(line(labelled, title))?;
    let name = folded(tail);
    let mut around = (0..labelled.fates.len()).filter(|&index| is_around(labelled, index));
    let begins = |index: usize| {
        let other = folded(line(labelled, index));
        other.strip_prefix(&name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    around.any(begins).then_some(tail)
}

/// What opens the page, where a line below the headline begins with it and says more.
fn of_head<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    let title = labelled.fates.iter().position(|fate| *fate == Fate::Title)?;
    let head = line(labelled, 0);
    let words = words_of(head);
    let is_named = |part: &str| folded(part) == folded(head);
    let name = of_length(&words, 2..=LONGEST).filter(|words| are(words, NAMING));
    if title == 0 || name.is_none() || is_place(head) {
        return None;
    }
    let signs = |index: usize| {
        let mut parts = segments(line(labelled, index));
        parts.next().filter(|part| is_named(part)).and(parts.next()).is_some()
    };
    let mut below = (title + 1..labelled.fates.len()).filter(|&index| is_around(labelled, index));
    below.any(signs).then_some(head)
}

/// The line over the messages of a channel, each of which has its hour under it.
fn of_channel<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    let is_hour = |index: usize| {
        let kind = labelled.block(index).stamp.map(|(kind, _)| kind);
        kind == Some(RemovedKind::Date) && are(labelled.words(index), NUMBER)
    };
    let last = labelled.fates.len().checked_sub(1)?;
    let name = line(labelled, 0);
    let words = words_of(name);
    of_length(&words, 2..=LONGEST).filter(|words| !is_writer(name, words))?;
    (is_hour(last) && labelled.is_cut(0)).then_some(name)
}

/// «النهضة» over «السنة الثالثة - العدد 412»: what opens the page above the number of its issue.
fn of_paper<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    /// How many words such a name has at most, and how many lines its head.
    const NAME: usize = 3;
    const LINES: usize = 4;
    let title = labelled.fates.iter().position(|fate| *fate == Fate::Title)?;
    let name = line(labelled, 0);
    of_length(labelled.words(0), 1..=NAME).filter(|words| are(words, NAMING))?;
    let is_issue = |words: &[Word]| {
        (0..words.len()).any(|at| stands(words, at, &[one_of(ISSUE_PART), NUMBER]))
    };
    let mut head = (1..title.min(LINES)).filter(|&index| labelled.is_cut(index));
    head.any(|index| is_issue(labelled.words(index))).then_some(name)
}

/// «راديو الضفة» over a text in which somebody speaks «لراديو الضفة», or from which «اطلع «راديو الضفة» على»: the line above the
/// headline to which the text itself says something.
fn of_text<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    /// How many lines the head of a page has, and how many words such a name.
    const LINES: usize = 6;
    const NAME: std::ops::RangeInclusive<usize> = 2..=4;
    let text = labelled.fates.iter().position(|fate| matches!(fate, Fate::Keep))?;
    let is_name = |name: &&str| {
        let words = words_of(name);
        of_length(&words, NAME).is_some_and(|words| are(words, NAMING)) && !is_place(name)
    };
    let head = (0..text.min(LINES)).filter(|&index| is_around(labelled, index));
    // «عنب الجزيرة، 23 تشرين الأول 2025», «عين الفرات | صحافة مستقلة»: what a line opens with, too.
    let opening = |index: usize| {
        let line = line(labelled, index);
        line.split(['|', '،']).next().unwrap_or(line).trim()
    };
    let mut names = head.map(opening).filter(is_name).peekable();
    // Of few articles a line may be a name, so that the text of the others is not folded.
    names.peek()?;
    let is_kept = |&index: &usize| matches!(labelled.fates[index], Fate::Keep);
    let kept = (text..labelled.fates.len()).filter(is_kept);
    let kept: Vec<String> = kept.map(|index| plain(line(labelled, index))).collect();
    let is_told = |name: &&str| {
        let name = plain(name);
        kept.iter().any(|text| speaks_to(text, &name))
    };
    names.find(is_told)
}

/// Whether a line stands around the article and is none of other news.
fn is_around(labelled: &Labelled<'_, '_>, index: usize) -> bool {
    labelled.is_cut(index) && !labelled.letter.has(index)
}

fn line<'t>(labelled: &Labelled<'_, 't>, index: usize) -> &'t str {
    labelled.block(index).span.cut(labelled.text).trim()
}
