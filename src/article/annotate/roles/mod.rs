//! Offices as printed before or behind a name: «وزير الخارجية العراقي فؤاد حسين».
//!
//! 1. [`phrase`] says which words can open an office, stand in it and part it from a name;
//! 2. [`before`] reads the office that ends right before a name: the nearest, with what governs it;
//! 3. [`beside`] reads the one right behind a name without a comma, [`given`] the one for which somebody is named there;
//! 4. [`own`] says whether it is one man's, and his.

mod before;
mod beside;
mod given;
mod own;
mod phrase;

use chrono::NaiveDate;

use super::words::Words;
use crate::arabic::lexicon::{ACTING, BLOOD, NO_OFFICE};
use crate::document::{Mention, RolePrinted};
use before::LONGEST;
pub(super) use before::beginning;
use own::is_of_one;
use phrase::{WHO, closing_mark, is_break};

/// The offices beside persons, in the order of the text.
pub(super) fn roles(
    words: &Words<'_>,
    mentions: &[Mention],
    day: Option<NaiveDate>,
) -> Vec<RolePrinted> {
    let mut found = Vec::new();
    // «قائد الطائرة ليث الخصاونة ومساعدته دانا غنما»: no office goes over whoever is named before.
    let mut since = 0;
    let is_person = |mention: &&Mention| mention.is_person();
    let mut people = mentions.iter().filter(is_person).peekable();
    while let Some(mention) = people.next() {
        // «محامي بن عثمان، الأستاذ فتحي العيوني،»: what stands behind names another.
        let until = people.peek().map_or(words.list.len(), |next| words.index_at(next.span.start));
        let first = words.index_at(mention.span.start);
        let last = words.index_at(mention.span.end.saturating_sub(1));
        let place = before::office(words, since..first)
            .or_else(|| behind(words, last).filter(|&(.., to)| to < until))
            .or_else(|| beside::office(words, first, last).filter(|&(.., to)| to < until))
            .or_else(|| given::office(words, first, last).filter(|&(.., to)| to < until));
        since = last + 1;
        if let Some((from, skipped, to)) = place {
            found.push(RolePrinted {
                entity: mention.id.clone(),
                name: mention.span,
                span: words.span(from, skipped, to),
                day,
            });
        }
    }
    found
}

/// The last word of an office that begins at one; a name in marks may stand in it.
fn end(words: &Words<'_>, first: usize) -> usize {
    let mut last = first;
    let mut at = first + 1;
    while at < first + LONGEST && words.same_paragraph(first, at) {
        match closing_mark(words, at) {
            Some(close) => at = close,
            None if !words.is_letters(at) || is_break(words, at) => break,
            None => {}
        }
        last = at;
        at += 1;
    }
    last
}

/// «فلان، المتحدث باسم الوزارة، …»
fn behind(words: &Words<'_>, name: usize) -> Option<(usize, usize, usize)> {
    let mut from = name + 1;
    while words.is_quotation_mark(from) {
        from += 1;
    }
    let first = from + 1;
    // «فلان، عم الضحايا»: whose kin he is; «فلان، خطيب المسجد»: what he does.
    let is_none = words.is(first, NO_OFFICE) || words.is(first, BLOOD);
    // «فلان، القائم بأعمال المحافظ،»
    let is_acting = words.is(first + 1, ACTING);
    let is_who = (words.is(first, WHO) || is_acting) && !is_none;
    if words.at(from) != "،" || !words.same_paragraph(name, first) || !is_who {
        return None;
    }
    let last = end(words, first);
    let closed = matches!(words.at(last + 1), "،" | "." | ":" | "ان" | "انه" | "")
        || words.is_quotation_mark(last + 1);
    (closed && last > first && is_of_one(words, (first, last))).then_some((first, 0, last))
}
