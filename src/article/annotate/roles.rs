//! Offices as printed before or behind a name: «وزير الخارجية العراقي فؤاد حسين».

use crate::arabic::lexicon::{
    ADDRESS, ENVOY, NATION, OFFICE_BREAK, PEER, RELATIVE, SPEECH, THAT, TITLE, identity, kinds,
};
use chrono::NaiveDate;

use super::words::Words;
use crate::document::{Mention, MentionKind, Plain, RolePrinted};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// The longest office, in words.
const LONGEST: usize = 9;

/// The offices beside persons, in the order of the text.
pub(super) fn roles(
    words: &Words<'_>,
    mentions: &[Mention],
    day: Option<NaiveDate>,
) -> Vec<RolePrinted> {
    let mut found = Vec::new();
    for mention in
        mentions.iter().filter(|mention| mention.kind == MentionKind::Entity(EntityKind::Person))
    {
        let first = words.index_at(mention.span.start);
        let last = words.index_at(mention.span.end.saturating_sub(1));
        let place = before(words, first).or_else(|| behind(words, last));
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

/// The office printed right before a name, for names that no entry has.
pub(super) fn printed_before(plain: &Plain, name: Span) -> Option<String> {
    /// Enough for the longest office.
    const REACH: usize = 200;
    let line = plain.text[..name.start].rfind('\n').map_or(0, |at| at + 1);
    let from = plain.text[line..name.start]
        .char_indices()
        .rev()
        .map(|(at, _)| line + at)
        .find(|at| name.start - at >= REACH)
        .unwrap_or(line);
    let near = Plain::of_text(&plain.text[from..name.end]);
    let words = Words::of(&near);
    let (from, skipped, to) = before(&words, words.index_at(name.start - from))?;
    Some(words.span(from, skipped, to).cut(&near.text).to_owned())
}

/// The office that ends right before a word: its first word, the bytes of a proclitic there, its last word.
fn before(words: &Words<'_>, name: usize) -> Option<(usize, usize, usize)> {
    let mut last = name.checked_sub(1)?;
    // «وزير الخارجية، فلان», «وزير الخارجية "فلان"», «وزير الخارجية السيد فلان»
    while last > 0
        && words.same_paragraph(last, name)
        && (words.at(last) == "،" || words.is_quotation_mark(last) || words.is(last, ADDRESS))
    {
        last -= 1;
    }
    let mut start = None;
    for index in (last.saturating_sub(LONGEST - 1)..=last).rev() {
        // «مبعوث الأمم المتحدة إلى ليبيا»: who is sent is sent somewhere.
        let sent = words.at(index) == "الي"
            && (index.saturating_sub(4)..index).any(|sender| words.is(sender, ENVOY));
        if !words.same_paragraph(index, name)
            || !words.is_letters(index)
            || is_break(words.at(index)) && !sent
        {
            break;
        }
        if let Some(skipped) = title(words.at(index)) {
            // «الناطق باسم رئيس الحكومة فلان»: the office behind «باسم» is the one of the name.
            start = Some((index, skipped));
        }
        if words.at(index) == "باسم" && start.is_some() {
            break;
        }
    }
    let (from, skipped) = start?;
    // «الوزير فلان», «نظيره العراقي فلان»: a form of address, and no office.
    let alone = from == last
        && (words.at(from).starts_with("ال") || words.is(from, ADDRESS) || skipped > 0);
    let beside = words.is(from, PEER);
    (!alone && !beside).then_some((from, skipped, last))
}

/// «فلان، المتحدث باسم الوزارة، …»
fn behind(words: &Words<'_>, name: usize) -> Option<(usize, usize, usize)> {
    let mut from = name + 1;
    while words.is_quotation_mark(from) {
        from += 1;
    }
    let first = from + 1;
    if words.at(from) != "،" || !words.same_paragraph(name, first) || !words.kinds(first).any(TITLE)
    {
        return None;
    }
    let last = (first..first + LONGEST)
        .take_while(|&index| {
            words.same_paragraph(name, index)
                && words.is_letters(index)
                && !is_break(words.at(index))
        })
        .last()?;
    let closed = matches!(words.at(last + 1), "،" | "." | ":" | "ان" | "انه" | "")
        || words.is_quotation_mark(last + 1);
    (closed && last > first).then_some((first, 0, last))
}

/// Whether a folded word opens an office: the bytes of a proclitic before it.
fn title(word: &str) -> Option<usize> {
    if kinds(word).any(TITLE) {
        return Some(0);
    }
    ["و", "ل", "ب"]
        .iter()
        .find(|clitic| {
            word.strip_prefix(*clitic)
                .is_some_and(|rest| rest.chars().count() > 3 && kinds(rest).any(TITLE))
        })
        .map(|clitic| clitic.len())
}

/// Words that cannot stand inside an office.
fn is_break(word: &str) -> bool {
    let of_word = kinds(word);
    of_word.any(OFFICE_BREAK | THAT | RELATIVE)
        || (of_word.any(SPEECH) && !of_word.any(TITLE | NATION))
        || word
            .strip_prefix('و')
            .is_some_and(|rest| kinds(rest).any(SPEECH) && identity(word).is_empty())
}
