//! Offices as printed before or behind a name: «وزير الخارجية العراقي فؤاد حسين».

use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    ADDRESS, BROAD_DEFINITE_HEAD, COMMON, ENVOY, NAME_END, NATION, OFFICE_BREAK, ORG_HEAD, PEER,
    RANK_PART, RELATIVE, SAYING, SPEECH, THAT, TITLE, TITLE_ADJECTIVE, TITLE_AS_ADJECTIVE,
    identity, is, kinds,
};
use chrono::NaiveDate;
use std::ops::Range;

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
    // «قائد الطائرة ليث الخصاونة ومساعدته دانا غنما»: no office goes over whoever is named before.
    let mut since = 0;
    for mention in
        mentions.iter().filter(|mention| mention.kind == MentionKind::Entity(EntityKind::Person))
    {
        let first = words.index_at(mention.span.start);
        let last = words.index_at(mention.span.end.saturating_sub(1));
        let place = before(words, since..first, Extent::Whole).or_else(|| behind(words, last));
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
    let (from, skipped, to) = before(&words, 0..first, Extent::Nearest)?;
    Some(words.span(from, skipped, to).cut(&near.text).to_owned())
}

/// How much of what stands before a name is taken for the office.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All: «المتحدث باسم الحكومة وزير الإعلام فلان».
    Whole,
    /// The one office that stands nearest, for an entry that nobody has read yet.
    Nearest,
}

/// The office that ends right before a word and begins no earlier than another: its first word, the bytes of a proclitic there, its
/// last word.
fn before(
    words: &Words<'_>,
    Range { start: since, end: name }: Range<usize>,
    extent: Extent,
) -> Option<(usize, usize, usize)> {
    let mut last = name.checked_sub(1).filter(|&last| last >= since)?;
    // «وزير الخارجية، فلان», «وزير الخارجية "فلان"», «وزير الخارجية السيد فلان», «رئيس الأركان الفريق أول ركن فلان»
    let nearest = extent == Extent::Nearest;
    let between = |at: usize| is_between(words, at) || is_second_title(words, at);
    while last > since && words.same_paragraph(last, name) && between(last) {
        last -= 1;
    }
    let is_apart = last + 1 < name;
    let mut start = None;
    for index in (since.max(last.saturating_sub(LONGEST - 1))..=last).rev() {
        // «مبعوث الأمم المتحدة إلى ليبيا»: who is sent is sent somewhere.
        let sent = words.at(index) == "الي"
            && (index.saturating_sub(4)..index).any(|sender| words.is(sender, ENVOY));
        if !words.same_paragraph(index, name)
            || !words.is_letters(index)
            || is_break(words.at(index)) && !sent
        {
            break;
        }
        if let Some(skipped) = title(words.at(index))
            && !is_adjective(words, index)
        {
            start = Some((index, skipped));
            if nearest && skipped == 0 && is_another_office(words, index) {
                break;
            }
        }
        if words.at(index) == "باسم" {
            // «المتحدث باسم القائد العام اللواء فلان» is a spokesman; of «الناطق باسم رئيس الحكومة فلان» nothing says whose the name is.
            let is_open = start.is_some() && !is_apart;
            let speaks = index > 0 && title(words.at(index - 1)).is_some();
            if is_open || !speaks {
                return None;
            }
        }
    }
    let (from, skipped) = start?;
    // «الوزير فلان», «نظيره العراقي فلان»: a form of address, and no office; «طالب فلان»: a verb.
    let alone = from == last
        && (words.at(from).has_article()
            || words.is(from, ADDRESS | SAYING)
            || words.is(from, SPEECH) && !words.at(from).ends_with('ه')
            || skipped > 0);
    // «الوزير ونظيره الأميركي فلان»: the office is the other's.
    let is_peer = |at: usize| {
        let word = words.at(at);
        is(word, PEER) || word.behind(AND).is_some_and(|rest| is(rest, PEER))
    };
    let beside = (from..=last).any(is_peer);
    let is_own = !alone && !beside && !is_subject(words, from) && is_of_one(words, (from, last));
    is_own.then_some((from, skipped, last))
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
    (closed && last > first && is_of_one(words, (first, last))).then_some((first, 0, last))
}

/// Whether a word may stand between an office and a name: a comma, a mark, a form of address or a rank.
fn is_between(words: &Words<'_>, at: usize) -> bool {
    let is_rank_part = words.is(at, RANK_PART)
        && (at.saturating_sub(2)..at).any(|before| words.is(before, ADDRESS));
    words.at(at) == "،" || words.is_quotation_mark(at) || words.is(at, ADDRESS) || is_rank_part
}

/// «الناطق باسم المحكمة القاضي فلان»: a title with «ال» behind an office that is closed.
fn is_second_title(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    words.at(at).has_article()
        && before.has_article()
        && !kinds(before).any(TITLE)
        && words.is(at, TITLE)
        && !words.is(at, TITLE_ADJECTIVE | TITLE_AS_ADJECTIVE | NATION)
}

/// «المكتب الإعلامي لرئيس الوزراء»: behind a noun with «ال» that is no title, a title with «ال» is its adjective.
fn is_adjective(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    let is_noun = before.has_article() && !kinds(before).any(TITLE | NATION | TITLE_ADJECTIVE);
    is_noun
        && words.at(at).has_article()
        && kinds(before).any(ORG_HEAD | COMMON | BROAD_DEFINITE_HEAD)
}

/// Whether an office begins behind another that is closed: in «التقى رئيس أركان الجيش العراقي رئيس هيئة الأركان» two men meet,
/// in «المتحدث باسم الحكومة وزير الإعلام فلان» one has two offices, of which the nearer is told.
fn is_another_office(words: &Words<'_>, at: usize) -> bool {
    let before = words.before(at);
    let is_closed = before.has_article() && kinds(before).without(ADDRESS | TITLE) == kinds(before);
    is_closed && !words.at(at).has_article() && !words.is(at, NATION | TITLE_ADJECTIVE)
}

/// «ربط الوزير الدعوة بكذا»: what follows a title with «ال» and does not agree with it is no part of the office.
fn is_subject(words: &Words<'_>, first: usize) -> bool {
    let (title, next) = (words.written(first), words.written(first + 1));
    title.has_article() && next.has_article() && next.ends_with('ة') && !title.ends_with('ة')
}

/// Whether an office is one man's and says whose: not «المتحدث باسمه», «وزير خارجيته», «وزيرا الخارجية».
fn is_of_one(words: &Words<'_>, (first, last): (usize, usize)) -> bool {
    let has_pronoun = (first..=last).any(|index| {
        let written = words.written(index);
        if words.at(index).has_article() {
            return false;
        }
        let bare = ["ه", "ها", "هم"].iter().find_map(|pronoun| written.strip_suffix(pronoun));
        bare.is_some_and(|bare| {
            let noun = folded(bare);
            let feminine = noun.strip_suffix('ت').map(|stem| format!("{stem}ه"));
            let is_noun =
                !kinds(&noun).is_empty() || feminine.is_some_and(|noun| !kinds(&noun).is_empty());
            is_noun && !words.is(index, NAME_END)
        })
    });
    let word = words.at(first);
    let single = word.strip_suffix(['ا', 'ي']);
    let is_dual =
        single.is_some_and(|single| kinds(single).any(TITLE)) && words.after(first).has_article();
    !has_pronoun && !is_dual
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
        || word.behind(AND).is_some_and(|rest| kinds(rest).any(SPEECH) && identity(word).is_empty())
}
