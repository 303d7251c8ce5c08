//! Outlets that no word betrays, by where their name stands twice: at the end of the headline and in a line around the article
//! («… | المرصد الجهوي»), at the head of the page and where it signs («ميناء الريف», «ميناء الريف – متابعة»), over the messages of
//! a channel that was copied from a telephone.

use super::beside::is_writer;
use super::called::{LONGEST, is_place, name_of, segments, words_of};
use super::labelled::{Fate, Labelled};
use super::words::Class;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::ISSUE_PART;
use crate::document::RemovedKind;

/// What parts a headline from the name of its page.
const BARS: [&str; 6] = [" | ", " - ", " – ", " — ", " • ", " :: "];

/// How many words a headline has at least without the name behind it.
const HEADLINE: usize = 3;

/// The names that stand twice, each as it is written.
pub(super) fn names(labelled: &Labelled<'_, '_>) -> impl Iterator<Item = String> {
    let found = [of_title(labelled), of_head(labelled), of_channel(labelled), of_paper(labelled)];
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
    (words(headline) >= HEADLINE && (1..=LONGEST).contains(&words(tail)))
        .then_some((headline, tail))
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
    let is_whole = title > 0 && (2..=LONGEST).contains(&words.len()) && !is_place(head);
    let is_bare = || words.iter().all(|word| matches!(word.class, Class::Content | Class::Latin));
    let signs = |index: usize| {
        let mut parts = segments(line(labelled, index));
        parts.next().is_some_and(is_named) && parts.next().is_some()
    };
    let mut below = (title + 1..labelled.fates.len()).filter(|&index| is_around(labelled, index));
    (is_whole && is_bare() && below.any(signs)).then_some(head)
}

/// The line over the messages of a channel, each of which has its hour under it.
fn of_channel<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    let is_hour = |index: usize| {
        let kind = labelled.block(index).stamp.map(|(kind, _)| kind);
        kind == Some(RemovedKind::Date) && labelled.words(index).iter().all(is_figure)
    };
    let last = labelled.fates.len().checked_sub(1)?;
    let name = line(labelled, 0);
    let words = words_of(name);
    let fits = (2..=LONGEST).contains(&words.len()) && !is_writer(name, &words);
    (is_hour(last) && labelled.is_cut(0) && fits).then_some(name)
}

/// «النهضة» over «السنة الثالثة - العدد 412»: what opens the page above the number of its issue.
fn of_paper<'t>(labelled: &Labelled<'_, 't>) -> Option<&'t str> {
    /// How many words such a name has at most, and how many lines its head.
    const NAME: usize = 3;
    const LINES: usize = 4;
    let title = labelled.fates.iter().position(|fate| *fate == Fate::Title)?;
    let (name, words) = (line(labelled, 0), labelled.words(0));
    let is_bare = words.iter().all(|word| matches!(word.class, Class::Content | Class::Latin));
    let is_issue = |index: usize| {
        let mut pairs = labelled.words(index).windows(2);
        let is_numbered = pairs.any(|pair| pair[0].is(ISSUE_PART) && is_figure(&pair[1]));
        is_numbered && labelled.is_cut(index)
    };
    let fits = (1..=NAME).contains(&words.len()) && is_bare;
    (fits && (1..title.min(LINES)).any(is_issue)).then_some(name)
}

fn is_figure(word: &super::words::Word) -> bool {
    word.class == Class::Number
}

/// Whether a line stands around the article and is none of other news.
fn is_around(labelled: &Labelled<'_, '_>, index: usize) -> bool {
    labelled.is_cut(index) && !labelled.letter.has(index)
}

fn line<'t>(labelled: &Labelled<'_, 't>, index: usize) -> &'t str {
    labelled.block(index).span.cut(labelled.text).trim()
}
