//! What of all that could be a name is one: signs of each word weigh over the sentence, and the best set of names wins.
//!
//! 1. the rules of [`super`] propose names, each with its reason; they are signs like others;
//! 2. [`seen`] says of each word what it can be, [`signs`] what speaks for and against its part in a name;
//! 3. [`tag`] has the parts: where a name begins, with or without a proclitic, where it goes on, what is none;
//! 4. weights learnt from sentences of our own ([`learn`]) decide by the best row of parts.

mod held;
pub mod learn;
mod open;
mod people;
mod seen;
mod signs;
mod tag;

use std::ops::Range;
use std::sync::LazyLock;

use super::certain::{self, Certain, Reach};
use super::named::Named;
use super::proposals::proposals;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{COUNTRY, FAMILY, GIVEN, Kinds, ORG, PLACE, identity};
use crate::knowledge::EntityKind;
use crate::weigh::{Labels, Sign, Weights};
use signs::{SHEET, Signs};
use tag::{Part, Tag};

static WEIGHTS: LazyLock<Weights<Tag>> = LazyLock::new(|| {
    let table = Weights::parse(&SHEET, include_str!("../../../../../weights/names.txt"));
    debug_assert!(table.is_ok(), "{table:?}");
    table.unwrap_or_else(|_| Weights::zero(SHEET.len()))
});

/// The names of an article by the weights of the repository, in the order of the text.
pub(super) fn names(readings: &Readings<'_>) -> Vec<Named> {
    by(&WEIGHTS, readings)
}

/// The names of an article by these weights.
fn by(weights: &Weights<Tag>, readings: &Readings<'_>) -> Vec<Named> {
    let proposed = proposals(readings);
    let signs = Signs::of(readings, &proposed);
    let certain = certain::spans(readings);
    let mut found = Vec::new();
    for (first, end) in rows(readings) {
        let mut possible = possible(&signs, first, end);
        settle(&certain, first, &mut possible);
        let mut tags = vec![Tag::NONE; possible.len()];
        for stretch in stretches(&possible) {
            let may = &possible[stretch.clone()];
            let from = first + stretch.start;
            let signs = |at: usize, found: &mut Vec<Sign>| {
                if is_open(may[at]) {
                    signs.read(from + at, found);
                }
            };
            let row = weights.viterbi_of(may.len(), signs, |at| may[at]);
            tags[stretch].copy_from_slice(&row);
        }
        read(readings, first, &tags, &proposed, &mut found);
    }
    found
}

/// Whether a word can be part of a name.
fn is_open(may: Labels<Tag>) -> bool {
    may.meets(Labels::all().without(Tag::NONE))
}

/// The stretches of a row in which there is something to be weighed, each with the word before and the word behind it.
///
/// Most words are part of no name, whatever speaks for it. What is certain parts a row: what stands before it says nothing
/// of what stands behind.
fn stretches(possible: &[Labels<Tag>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = possible[at..].iter().position(|&may| is_open(may)) {
        let open = at + open;
        let rest = possible[open..].iter().position(|&may| !is_open(may));
        at = rest.map_or(possible.len(), |len| open + len);
        found.push(open.saturating_sub(1)..possible.len().min(at + 1));
    }
    found
}

/// The parts that each word of a row can be. A name goes on only where one of its kind can have begun.
fn possible(signs: &Signs<'_>, first: usize, end: usize) -> Vec<Labels<Tag>> {
    let mut before = Labels::only(Tag::NONE);
    (first..end)
        .map(|at| {
            let mut may = signs.possible(at);
            for (kind, parts) in Tag::of_kinds() {
                if !before.meets(parts) {
                    may = may.without(Tag::new(kind, Part::Inside));
                }
            }
            before = may;
            may
        })
        .collect()
}

/// Leaves to words of which it is certain what they are no other part.
fn settle(certain: &[Certain], first: usize, possible: &mut [Labels<Tag>]) {
    let from = certain.partition_point(|span| span.first < first);
    let end = first + possible.len();
    for span in certain[from..].iter().take_while(|span| span.last < end) {
        for at in span.first..=span.last {
            let part = match (at == span.first, span.is_behind) {
                (true, true) => Part::Behind,
                (true, false) => Part::Begins,
                (false, _) => Part::Inside,
            };
            let tag = span.kind.map_or(Tag::NONE, |kind| Tag::new(kind, part));
            let mut may = Labels::only(tag);
            if let Some(kind) = span.kind.filter(|_| span.reach == Reach::Both && at == span.first)
            {
                let inside = Labels::only(Tag::new(kind, Part::Inside));
                may = if possible[at - first].meets(inside) { may.or(inside) } else { may };
            }
            possible[at - first] = may;
        }
        if span.reach != Reach::Nowhere {
            continue;
        }
        // It ends there, so the next word begins anew.
        if let (Some(kind), Some(next)) = (span.kind, possible.get_mut(span.last + 1 - first)) {
            *next = next.without(Tag::new(kind, Part::Inside));
        }
    }
}

/// The paragraphs, each by its first word and the word behind its last: no name goes over their ends.
fn rows(readings: &Readings<'_>) -> Vec<(usize, usize)> {
    let count = readings.words.list.len();
    let mut rows = Vec::new();
    let mut first = 0;
    for at in 1..=count {
        if at == count || !readings.words.same_paragraph(first, at) {
            rows.push((first, at));
            first = at;
        }
    }
    rows.retain(|(first, end)| first < end);
    rows
}

/// The bytes of the first proclitic that a word may have where its reading sees none: «ولافروف»; others than «و» come off
/// an unlisted word only where a well-known name stays («فلاديسلاف» is no «لاديسلاف»).
fn lead(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let word = readings.words.at(at);
    let first = word.chars().next().filter(|first| matches!(first, 'و' | 'ف' | 'ب' | 'ل' | 'ك'))?;
    let rest = &word[first.len_utf8()..];
    let stands = || readings.kinds(at).is_empty() && identity(rest).any(KNOWN);
    (word.chars().count() > 3 && (first == 'و' || stands())).then_some(first.len_utf8())
}

/// What is well known by itself.
const KNOWN: Kinds = Kinds::of(&[GIVEN, FAMILY, COUNTRY, PLACE, ORG]);

/// The longest name, in words.
const LONGEST: usize = 12;

/// The names that a row of parts has.
fn read(
    readings: &Readings<'_>,
    from: usize,
    tags: &[Tag],
    proposed: &[Named],
    found: &mut Vec<Named>,
) {
    let mut at = 0;
    while at < tags.len() {
        let Some((kind, part)) = tags[at].part() else {
            at += 1;
            continue;
        };
        let mut last = at;
        while tags.get(last + 1).is_some_and(|tag| tag.part() == Some((kind, Part::Inside))) {
            last += 1;
        }
        let mut next = last + 1;
        // A mark ends no name.
        while last > at && !readings.words.is_letters(from + last) {
            last -= 1;
        }
        // «مدينة الملك عبد الله»: a slave of God is one name.
        let is_slave = readings.words.at(from + last) == "عبد";
        if is_slave && readings.words.after(from + last).starts_with("ال") {
            last += 1;
            next = next.max(last + 1);
        }
        let first = from + at;
        let skipped = match part {
            Part::Behind => {
                certain::lead(readings, first).or_else(|| lead(readings, first)).unwrap_or(0)
            }
            _ => readings.skipped(first),
        };
        let (last, kind) = (from + last, kind);
        let same = |name: &&Named| name.first == first && name.last == last && name.kind == kind;
        let near = proposed.partition_point(|name| name.first < first);
        at = next;
        let is_of_other = match kind {
            EntityKind::Person => {
                held::is_of_thing(readings, first) || held::is_of_house(readings, first)
            }
            EntityKind::Place if readings.is(first, COUNTRY | PLACE) => false,
            EntityKind::Place => held::is_of_thing(readings, first),
            EntityKind::Organization => false,
        };
        // A row of «بن بن بن …» is no name.
        if is_of_other || last - first >= LONGEST {
            continue;
        }
        let why = proposed.get(near).filter(same).map_or(Why::Weighed, |name| name.why);
        found.push(Named { kind, first, skipped, last, why });
    }
}
