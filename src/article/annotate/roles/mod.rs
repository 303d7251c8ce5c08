//! Offices as printed before or behind a name: «وزير الخارجية العراقي فؤاد حسين».
//!
//! 1. [`phrase`] says which words can open an office, stand in it and part it from a name;
//! 2. [`before`] reads the office that ends right before a name: the nearest, with what governs it;
//! 3. [`own`] says whether it is one man's, and his.

mod before;
mod own;
mod phrase;

use chrono::NaiveDate;

use super::words::Words;
use crate::arabic::lexicon::NO_OFFICE;
use crate::document::{Mention, Plain, RolePrinted};
use crate::span::Span;
use before::LONGEST;
pub(super) use before::beginning;
use own::is_of_one;
use phrase::{WHO, is_break};

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
            .or_else(|| behind(words, last).filter(|&(.., to)| to < until));
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

/// The office printed right before a name and behind a byte of the text, for names that no entry has.
pub(super) fn printed_before(plain: &Plain, since: usize, name: Span) -> Option<String> {
    /// Enough for the longest office.
    const REACH: usize = 200;
    // Only so much is looked at: names are asked one by one, and a line can hold them all.
    let reach = plain.text.floor_char_boundary(name.start.saturating_sub(REACH));
    let line = plain.text[reach..name.start].rfind('\n').map_or(reach, |at| reach + at + 1);
    let from = line.max(since);
    let near = Plain::of_text(&plain.text[from..name.end]);
    let words = Words::of(&near);
    let first = words.index_at(name.start - from);
    let (from, skipped, to) = before::office(&words, 0..first)?;
    Some(words.span(from, skipped, to).cut(&near.text).to_owned())
}

/// «فلان، المتحدث باسم الوزارة، …»
fn behind(words: &Words<'_>, name: usize) -> Option<(usize, usize, usize)> {
    let mut from = name + 1;
    while words.is_quotation_mark(from) {
        from += 1;
    }
    let first = from + 1;
    let is_who = words.is(first, WHO) && !words.is(first, NO_OFFICE);
    if words.at(from) != "،" || !words.same_paragraph(name, first) || !is_who {
        return None;
    }
    let last = (first..first + LONGEST)
        .take_while(|&index| {
            words.same_paragraph(name, index) && words.is_letters(index) && !is_break(words, index)
        })
        .last()?;
    let closed = matches!(words.at(last + 1), "،" | "." | ":" | "ان" | "انه" | "")
        || words.is_quotation_mark(last + 1);
    (closed && last > first && is_of_one(words, (first, last))).then_some((first, 0, last))
}
