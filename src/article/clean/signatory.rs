//! Who signs a paper at its foot: «عن الهيئة الإدارية», «أمين السر», «رفيق حداد».

use std::ops::{Range, RangeInclusive};

use super::asked::{FUNCTION, holds, one_of};
use super::evidence::surety;
use super::looks::{OPEN, PARTED};
use super::signed::Signed;
use super::words::Word;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, Kinds, PAGE_PART, STAFF, TITLE};

/// The lines behind block `end` in which somebody signs: whom for, his office, his name.
pub(super) fn signatory(signed: &Signed<'_>, end: usize) -> Range<usize> {
    /// How many lines stand between the text and whoever signs at most: the place and the day.
    const BETWEEN: usize = 2;
    let behind = end + 1;
    let between = (behind..signed.len()).take(BETWEEN).take_while(|&index| signed.is_dated(index));
    let from = behind + between.count();
    let office = from + usize::from(is_for_body(signed, from));
    let name = Some(office + 1).filter(|_| is_office(signed, office));
    name.filter(|&name| is_name(signed, name)).map_or(from..from, |name| from..name + 1)
}

/// «عن الهيئة الإدارية»
fn is_for_body(signed: &Signed<'_>, index: usize) -> bool {
    let Some([lead, body, ..]) = short(signed, index, 2..=6) else { return false };
    let lead = folded(lead.span().cut(signed.text()));
    lead == "عن" && body.span().cut(signed.text()).has_article()
}

/// «الأمين العام», «المتحدث الرسمي»; whoever leads a newsroom stands at the foot of its pages.
fn is_office(signed: &Signed<'_>, index: usize) -> bool {
    const OF_PAGE: Kinds = Kinds::of(&[STAFF, PAGE_PART]);
    let office = short(signed, index, 1..=6).filter(|words| !holds(words, one_of(OF_PAGE)));
    let Some([first, rest @ ..]) = office else { return false };
    let first = folded(first.span().cut(signed.text()));
    let mut forms = [first.as_str(), first.without_article()].into_iter();
    forms.any(|form| lexicon::is(form, TITLE)) && !holds(rest, FUNCTION)
}

/// «د. سهى حداد»
fn is_name(signed: &Signed<'_>, index: usize) -> bool {
    // «د.» is a letter.
    let is_letter = |word: &&Word| word.span().cut(signed.text()).chars().count() == 1;
    let words = short(signed, index, 2..=5).filter(|words| !holds(words, one_of(PAGE_PART)));
    words.is_some_and(|words| {
        let mut bound = words.iter().filter(|word| FUNCTION.fits(word));
        bound.all(|word| is_letter(&word))
    })
}

/// The words of a short line that nothing speaks against.
fn short<'t>(
    signed: &Signed<'t>,
    index: usize,
    words: RangeInclusive<usize>,
) -> Option<&'t [Word]> {
    let found = Some(index).filter(|&index| signed.has(index, OPEN.without(PARTED), words));
    found.filter(|&index| signed.furniture(index) < surety::EVEN).map(|index| signed.words(index))
}
