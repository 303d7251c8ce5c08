//! The office that ends right before a name: the nearest, with what it belongs to.
//!
//! In «وصل رئيس الوزراء برفقة وزير الخارجية فلان» and «نعى رئيس الجامعة أستاذ التاريخ فلان» two men are spoken of, and the nearer
//! office is the one of whoever is named; in «مدير مكتب رئيس الوزراء فلان» the nearer one only says whose office he directs.

use std::ops::Range;

use super::own::{is_his, is_own};
use super::phrase::{
    Office, is_annexing, is_between, is_break, is_definite_adjective, is_second_title,
    opening_mark, title,
};
use crate::arabic::clitics::{AND, BY, Onto};
use crate::arabic::lexicon::{ACTING, CARRYING, COMPLEMENT, STANDS_FOR, is};
use crate::article::annotate::words::Words;

/// The longest office, in words.
pub(super) const LONGEST: usize = 9;

/// The office that ends right before a word and begins no earlier than another: its first word, the bytes of a proclitic there, its
/// last word.
pub(super) fn office(words: &Words<'_>, place: Range<usize>) -> Option<(usize, usize, usize)> {
    let (office, skipped) = told(words, place)?;
    is_own(words, &office).then_some((office.first, skipped, office.last))
}

/// With what word all that is said of somebody before his name begins, an office or a title, and the bytes of a proclitic there.
pub(in super::super) fn beginning(
    words: &Words<'_>,
    place: Range<usize>,
) -> Option<(usize, usize)> {
    let (office, skipped) = told(words, place)?;
    is_his(words, &office).then_some((office.first, skipped))
}

/// What is told before a word, whosever it is.
fn told(
    words: &Words<'_>,
    Range { start: since, end: name }: Range<usize>,
) -> Option<(Office, usize)> {
    let mut last = name.checked_sub(1).filter(|&last| last >= since)?;
    // «وزير الخارجية، فلان», «وزير الخارجية "فلان"», «وزير الخارجية السيد فلان», «رئيس الأركان الفريق أول ركن فلان»
    let mut is_behind_title = false;
    while last > since && words.same_paragraph(last, name) {
        if !is_between(words, last) {
            if !is_second_title(words, last) {
                break;
            }
            // Behind a comma it is nobody else's.
            is_behind_title |= words.before(last) != "،";
        }
        last -= 1;
    }
    // «وكيل الدفاع عن فلان»: he is spoken for.
    if words.at(last) == "عن" {
        return None;
    }
    let since = since.max(last.saturating_sub(LONGEST - 1));
    // «صاحب شركة «نور» فلان»: the mark behind belongs to the office.
    if opening_mark(words, last + 1).is_some_and(|open| open > since) {
        last += 1;
    }
    let reach = reach(words, since..last, name)?;
    let found = (reach..=last).rev().find_map(|at| Some((at, title(words, at)?)))?;
    let is_apart = last + 1 < name;
    let (first, skipped) = governing(words, reach, found, is_apart)?;
    Some((Office { first, last, is_behind_title, name }, skipped))
}

/// How far back an office may reach that ends at a word: to what cannot stand in it. A name in marks can.
fn reach(
    words: &Words<'_>,
    Range { start: since, end: last }: Range<usize>,
    name: usize,
) -> Option<usize> {
    let mut found = None;
    let mut at = last;
    loop {
        if let Some(open) = opening_mark(words, at).filter(|&open| open > since) {
            at = open;
        } else if !words.is_letters(at) || is_break(words, at) {
            return found;
        } else {
            found = Some(at);
        }
        if at == since || !words.same_paragraph(at - 1, name) {
            return found;
        }
        at -= 1;
    }
}

/// The outermost of the titles that govern one, or it itself; nothing where it is that of whom somebody else speaks for.
fn governing(
    words: &Words<'_>,
    reach: usize,
    mut found: (usize, usize),
    is_apart: bool,
) -> Option<(usize, usize)> {
    loop {
        let before = found.0.checked_sub(1).map_or("", |at| words.at(at));
        let next = match before {
            // «المتحدث باسم القائد العام اللواء فلان» is a spokesman; of «الناطق باسم رئيس الحكومة فلان» nothing says whose the name is.
            "باسم" if !is_apart => return None,
            "باسم" => Some(title_at(words, reach, found.0.checked_sub(2)?)?),
            // «نقل النقابي عن مدير الفرع فلان»: the preposition is the verb's.
            "عن" if is_carried(words, found.0) => None,
            // «محامي الدفاع عن رئيس الإقليم»
            "عن" => stands_for(words, reach, found.0.checked_sub(2)?),
            // «القائم بأعمال السفير»
            _ if is(before, ACTING) => {
                return found.0.checked_sub(2).filter(|&head| head >= reach).map(|head| (head, 0));
            }
            _ => governor(words, reach, found),
        };
        match next {
            Some(next) => found = next,
            None => return Some(found),
        }
    }
}

/// Whether a verb by which somebody only carries what another said stands before whom it is about: «نقل النقابي عن المدير».
fn is_carried(words: &Words<'_>, title: usize) -> bool {
    /// Whoever carries it is told in few words.
    const REACH: usize = 5;
    let of = title.saturating_sub(1);
    let mut before = (of.saturating_sub(REACH)..of).rev();
    before.any(|at| words.same_paragraph(at, of) && is(words.at(at).without(AND), CARRYING))
}

/// The title of whoever stands for somebody, which ends at a word: «محامي», «محامي الدفاع».
fn stands_for(words: &Words<'_>, reach: usize, last: usize) -> Option<(usize, usize)> {
    let title = title_at(words, reach, last);
    let is_cause = || words.is(last, STANDS_FOR) && words.at(last).has_article();
    title.or_else(|| title_at(words, reach, last.checked_sub(1).filter(|_| is_cause())?))
}

/// The title that governs one.
fn governor(
    words: &Words<'_>,
    reach: usize,
    (at, skipped): (usize, usize),
) -> Option<(usize, usize)> {
    let before = at.checked_sub(1).filter(|&before| before >= reach)?;
    match &words.at(at)[..skipped] {
        // «المستشار الإعلامي لرئيس الجمهورية», «مستشار لرئيس الوزراء», but not «رئيس الاتحاد لرئيس النادي»
        "ل" => {
            let is_said = |index: &usize| is_definite_adjective(words, *index);
            let told = (reach..=before).rev().take_while(is_said).count();
            let head = before.checked_sub(told)?;
            let found = title_at(words, reach, head)?;
            (told == 0 || words.at(head).has_article()).then_some(found)
        }
        "" => annexed(words, reach, before),
        _ => None,
    }
}

/// «نائب رئيس …», «مدير مكتب رئيس …», «القائم بأعمال السفير», «مدير الإعلام في مكتب رئيس …»
fn annexed(words: &Words<'_>, reach: usize, before: usize) -> Option<(usize, usize)> {
    /// How many nouns belong to each other in a row, and how many words what a title is over has.
    const MOST: usize = 3;
    let mut at = before;
    for _ in 0..MOST {
        if let Some(found) = title_at(words, reach, at) {
            return Some(found).filter(|_| !words.at(at).has_article());
        }
        let prior = at.checked_sub(1).filter(|&prior| prior >= reach)?;
        let is_bound = words.at(at).opens_with(BY) && title_at(words, reach, prior).is_some();
        if is_bound {
            return title_at(words, reach, prior);
        }
        if !is_annexing(words, at) {
            return None;
        }
        if words.is(prior, COMPLEMENT) {
            let over = |index: &usize| words.at(*index).has_article();
            let told = (reach..prior).rev().take(MOST).take_while(over).count();
            let head = prior.checked_sub(told + 1)?;
            return title_at(words, reach, head).filter(|_| told > 0);
        }
        at = prior;
    }
    None
}

/// A title that stands at a word within reach.
fn title_at(words: &Words<'_>, reach: usize, at: usize) -> Option<(usize, usize)> {
    let skipped = (at >= reach).then(|| title(words, at)).flatten()?;
    Some((at, skipped))
}
