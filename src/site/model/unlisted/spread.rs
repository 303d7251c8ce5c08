//! A name that one article tells is looked for in the others: «خلفان الغيثي، رئيس الجمعية» says who «الغيثي» is, and
//! «ولاية صحم» what «في صحم» is.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::gather::{Headed, Key, has_given, headed, is_part, kind_of};
use super::openings::{Number, Pattern, Patterns, Words, mark_of, stretch};
use super::tells::{own_names, words_in};
use crate::arabic::clitics::Onto;
use crate::arabic::clitics::readings;
use crate::arabic::lexicon::{
    ACCORDING, BODY_ADJECTIVE, COUNTRY, FAMILY, GIVEN, NATION, PLACE, RARE_PLACE, SAYING, SPEECH,
    THAT, kinds,
};
use crate::arabic::quick_hash::WordMap;
use crate::arabic::reading::Text;
use crate::arabic::spelling::respelled;
use crate::arabic::stem::lexicon;
use crate::document::{Mention, MentionKind};
use crate::knowledge::EntityKind;
use crate::site::model::Article;
use crate::span::Span;

/// The shortest family name or place that is looked for alone, in letters.
const LETTERS: usize = 3;

/// A SHA-256.
type Digest = [u8; 32];

/// The names of one article, and those of them that have no entry as they would head a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Found {
    pub(super) names: Vec<Mention>,
    pub(super) headed: Vec<Headed>,
}

/// The names that are looked for in every article.
pub(in super::super) struct LookedFor {
    patterns: Patterns,
    /// A digest of the names that begin with a word, by the mark of that word.
    digests: WordMap<u32, Digest>,
}

impl LookedFor {
    /// The names that articles tell.
    pub(in super::super) fn of(articles: &[Article]) -> Self {
        let lists = patterns(articles);
        let mut sums: BTreeMap<u32, Sha256> = BTreeMap::new();
        for (first, list) in &lists {
            let sum = sums.entry(mark_of(first)).or_default();
            for (words, kind) in list {
                sum.update(format!("{} {}\n", kind.name(), words.join(" ")));
            }
        }
        let digests = sums.into_iter().map(|(mark, sum)| (mark, sum.finalize().into()));
        Self { digests: digests.collect(), patterns: lists.into_iter().collect() }
    }

    /// A digest of the names that may stand in an article, as far as the names of others say.
    pub(in super::super) fn digest(&self, article: &Article) -> Digest {
        let mut all = Sha256::new();
        for mark in &article.sheet.firsts {
            if let Some(digest) = self.digests.get(mark) {
                all.update(digest);
            }
        }
        all.finalize().into()
    }

    /// The names of some articles: their own made whole, and those that others tell.
    pub(in super::super) fn found(&self, articles: &[Article], some: &[usize]) -> Vec<Found> {
        let some = some.par_iter().with_min_len(stretch(some.len()));
        let begin = || Words::of(&self.patterns);
        some.map_init(begin, |words, &no| self.found_in(&articles[no], words)).collect()
    }

    fn found_in(&self, article: &Article, words: &mut Words<'_>) -> Found {
        let plain = &article.document.plain;
        let read = plain.reading();
        let mut names = own_names(&article.document);
        if article.withdrawn() {
            return Found { names, headed: Vec::new() };
        }
        let numbers: Vec<Number> =
            (0..read.words.len()).map(|at| words.number(read.letters(at))).collect();
        let openings = |at: usize| words.openings(numbers[at]);
        let found = (0..numbers.len()).filter_map(|at| match_at(read, at, openings(at)));
        add(&mut names, found.collect());
        let families = family_names(read, &names, &numbers, words);
        add(&mut names, families);
        Found { headed: headed(plain, &names), names }
    }
}

/// Puts found names among those that are there: a longer one replaces a part of it that no entry has.
///
/// Both stand in the order of the text and names do not overlap, so that what is in the way of a new one was kept last.
fn add(names: &mut Vec<Mention>, found: Vec<Mention>) {
    let mut kept = Vec::with_capacity(names.len() + found.len());
    let mut there = std::mem::take(names).into_iter().peekable();
    for new in found {
        while let Some(old) = there.next_if(|old| old.span.start < new.span.end) {
            kept.push(old);
        }
        let before = kept.iter().rposition(|old: &Mention| !old.span.overlaps(new.span));
        let first = before.map_or(0, |at| at + 1);
        let stays = |old: &Mention| old.id.is_some() || old.span.len() >= new.span.len();
        if !kept[first..].iter().any(stays) {
            kept.truncate(first);
            kept.push(new);
        }
    }
    kept.extend(there);
    *names = kept;
}

/// What is looked for by its first word, longest first.
fn patterns(articles: &[Article]) -> BTreeMap<String, Vec<Pattern>> {
    let mut seen: BTreeMap<&Pattern, usize> = BTreeMap::new();
    for pattern in articles.iter().flat_map(|article| &article.sheet.patterns) {
        *seen.entry(pattern).or_default() += 1;
    }
    let mut patterns: BTreeMap<String, Vec<Pattern>> = BTreeMap::new();
    let short = short_names(&seen);
    let seen = seen.into_iter().map(|(pattern, count)| (pattern.clone(), count));
    for ((words, kind), count) in seen.chain(short) {
        if is_sure(&words, kind, count)
            && let Some(first) = words.first()
        {
            let list = patterns.entry(first.clone()).or_default();
            // Behind those that are as long.
            let at = list.partition_point(|(known, _)| known.len() >= words.len());
            list.insert(at, (words, kind));
        }
    }
    patterns
}

/// «سعيد المعولي» for «سعيد بن ناصر المعولي», where no other full name begins and ends so.
fn short_names(seen: &BTreeMap<&Pattern, usize>) -> Vec<(Pattern, usize)> {
    let mut by_ends: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (words, _) in seen.keys().filter(|(_, kind)| *kind == EntityKind::Person) {
        let key = Key { kind: EntityKind::Person, words: words.clone() };
        if key.units() > 2 {
            let ends = key.first_unit().iter().chain(key.last_unit()).cloned().collect();
            *by_ends.entry(ends).or_default() += 1;
        }
    }
    let alone = by_ends.into_iter().filter(|(_, count)| *count == 1);
    alone
        .map(|(words, count)| ((words, EntityKind::Person), count))
        .filter(|(pattern, _)| !seen.contains_key(pattern))
        .collect()
}

/// Whether a name found somewhere is one wherever its words stand.
fn is_sure(words: &[String], kind: EntityKind, count: usize) -> bool {
    /// A body found twice by itself ends where it was found to end.
    const BODY: usize = 2;
    let whole = Key { kind, words: words.to_vec() }.units() > 1;
    match kind {
        EntityKind::Person => whole && (count >= BODY || has_given(words)),
        EntityKind::Organization => whole && count >= BODY,
        EntityKind::Place => whole && count >= BODY || words.iter().all(|word| is_strange(word)),
    }
}

/// Whether nothing but a place is known under a word.
fn is_strange(word: &str) -> bool {
    let bare = word.without_article();
    // «الزيتون», «السبعين» are places with a head only: «تل الزيتون».
    let is_else = |word: &str| {
        let of_word = kinds(word).without(PLACE | RARE_PLACE | COUNTRY);
        !of_word.is_empty() || lexicon().is_listed(word)
    };
    word.chars().count() >= LETTERS && !is_else(word) && !is_else(bare)
}

/// The longest of the names that may begin at a word.
fn match_at(read: &Text, at: usize, openings: &[(usize, &[Pattern])]) -> Option<Mention> {
    for &(skipped, list) in openings {
        let goes_on = |(words, _): &&Pattern| {
            let rest = words[1..].iter().enumerate();
            rest.clone().all(|(n, word)| respelled(read.letters(at + 1 + n)) == word.as_str())
        };
        if let Some((words, kind)) = list.iter().find(goes_on) {
            let last = at + words.len() - 1;
            let found = mention(read.span(at, skipped, last), *kind);
            let one_line = read.same_paragraph(at, last);
            return Some(found).filter(|found| one_line && !is_part(read, found));
        }
    }
    None
}

fn mention(span: Span, kind: EntityKind) -> Mention {
    Mention { span, kind: MentionKind::Entity(kind), id: None, reason: String::new() }
}

/// Family names alone behind the full name, where a verb or «إن» says that somebody is meant: «وقال ولد الزين».
fn family_names(
    read: &Text,
    names: &[Mention],
    numbers: &[Number],
    known: &mut Words<'_>,
) -> Vec<Mention> {
    // The last part of each full name by its first word, and where the name first ends.
    let mut families: WordMap<Number, Vec<(Vec<String>, usize)>> = WordMap::default();
    for name in names.iter().filter(|name| kind_of(name) == Some(EntityKind::Person)) {
        let words: Vec<String> = words_in(read, name.span).collect();
        let key = Key { kind: EntityKind::Person, words: words.clone() };
        let last = key.last_unit();
        if key.units() > 1 && name.id.is_none() && is_family(last) {
            let list = families.entry(known.number(&last[0])).or_default();
            if list.iter().all(|(known, _)| known != last) {
                list.push((last.to_vec(), name.span.end));
            }
        }
    }
    let mut found = Vec::new();
    if families.is_empty() {
        return found;
    }
    for (at, &number) in numbers.iter().enumerate().skip(1) {
        let list = families.get(&known.one_spelling(number));
        for (words, from) in list.into_iter().flatten() {
            let last = at + words.len() - 1;
            let same = words
                .iter()
                .enumerate()
                .all(|(n, word)| respelled(read.letters(at + n)) == word.as_str());
            if !same || read.words[at].span().start < *from || !read.same_paragraph(at - 1, last) {
                continue;
            }
            // «وأضاف الغيثي»
            let says = SAYING | SPEECH | ACCORDING | THAT;
            let before = readings(read.letters(at - 1));
            let meant = before.iter().any(|reading| kinds(reading.rest).any(says));
            let alone = !read.kinds(last + 1).any(GIVEN | FAMILY);
            if meant && alone {
                found.push(mention(read.span(at, 0, last), EntityKind::Person));
            }
        }
    }
    found
}

/// Whether a family name is nothing else besides.
fn is_family(words: &[String]) -> bool {
    let [only] = words else { return !words.is_empty() };
    only.chars().count() >= LETTERS && !kinds(only).any(NATION | BODY_ADJECTIVE)
}
