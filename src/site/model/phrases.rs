//! What articles speak of again and again, in their own words: a first index of topics until an editor gives some.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::again::Again;
use super::phrase::{CLITICS, Phrases};
use super::{Article, ArticleNo};
use crate::arabic::clitics::{BY, FOR, Onto};
use crate::span::Span;

/// A phrase that several articles have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPhrase {
    /// The phrase, as articles print it most often: «مصانع الإسمنت».
    pub text: String,
    /// The articles that have it, in order.
    pub articles: Vec<ArticleNo>,
}

/// How many phrases are kept.
const KEPT: usize = 24;
/// How many articles a phrase must be in; of a small folder two.
const LEAST: usize = 3;
/// The largest folder that is small.
const SMALL: usize = 6;

/// An article, and what may be a phrase in it.
type Read<'a> = (&'a Article, &'a Phrases);

/// What was seen of a phrase.
#[derive(Default)]
struct Seen {
    surfaces: BTreeMap<String, usize>,
    articles: BTreeSet<ArticleNo>,
    /// Whether something shows that its first word is a noun.
    is_noun: bool,
    /// Whether it stood without anything written onto it.
    is_plain: bool,
    /// How often it was a part of something longer: «قائد العمليات المشتركة», «الحوار الأمني المشترك».
    of_longer: usize,
    /// The adjectives behind it: «الاستراتيجي» of «اتفاقية الإطار».
    behind: BTreeMap<String, usize>,
    /// How often it stood at all.
    count: usize,
}

impl Seen {
    /// Whether it is mostly a part of something longer.
    fn is_of_longer(&self) -> bool {
        self.of_longer * 2 > self.count
    }

    /// The phrase as it stands most often, with the word that is nearly always behind it.
    fn text(&self) -> String {
        let text = commonest(&self.surfaces);
        match self.behind.iter().max_by_key(|(_, count)| **count) {
            Some((word, count)) if count * 4 >= self.count * 3 && agrees(&text, word) => {
                format!("{text} {word}")
            }
            _ => text,
        }
    }
}

/// Where a phrase stands, by a digest of its words: most phrases stand in one article only, and are never spelled out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    digest: u64,
    article: ArticleNo,
    /// Its number among the phrases of that article.
    phrase: u32,
    /// The place of what is written onto it, in [`CLITICS`].
    clitic: u8,
}

/// The phrases that most articles have, those of most articles first. Each article stands with what may be one in it.
pub(super) fn collect(articles: &[Article], phrases: &[&Phrases]) -> Vec<KeyPhrase> {
    let articles: Vec<Read<'_>> = articles.iter().zip(phrases.iter().copied()).collect();
    let articles = &articles;
    let count = articles.iter().filter(|(article, _)| !article.withdrawn()).count();
    let least = if count <= SMALL { 2 } else { LEAST };
    let shown = articles.par_iter().enumerate().filter(|(_, (article, _))| !article.withdrawn());
    let mut places: Vec<Place> = shown.flat_map_iter(|(no, read)| places(no, read)).collect();
    let again = Again::among(places.iter().map(|place| place.digest), places.len());
    places.retain(|place| again.may_have(place.digest));
    places.par_sort_unstable();
    let mut waiting: BTreeMap<usize, Vec<&[Place]>> = BTreeMap::new();
    for same in places.chunk_by(|a, b| a.digest == b.digest) {
        let count = same.chunk_by(|a, b| a.article == b.article).count();
        waiting.entry(count).or_default().push(same);
    }
    // Those of most articles first: of the many others, each in a few articles, nothing need be known.
    let mut kept: Vec<KeyPhrase> = Vec::new();
    let mut seen: BTreeMap<usize, Vec<(String, Seen)>> = BTreeMap::new();
    while let Some((_, groups)) = waiting.pop_last().filter(|(count, _)| *count >= least) {
        let read: Vec<_> = groups.into_par_iter().map(|same| of_digest(same, articles)).collect();
        for (text, phrase) in read.into_iter().flatten() {
            // Where two have one digest, each is in fewer articles.
            seen.entry(phrase.articles.len()).or_default().push((text, phrase));
        }
        let next = waiting.last_key_value().map_or(0, |(next, _)| *next).max(least - 1);
        for (_, found) in seen.split_off(&(next + 1)).into_iter().rev() {
            keep(found, &mut kept);
        }
        if kept.len() == KEPT {
            break;
        }
    }
    kept
}

/// Keeps of the phrases that so many articles have those that are one, and say what those before have not said.
fn keep(mut found: Vec<(String, Seen)>, kept: &mut Vec<KeyPhrase>) {
    found.retain(|(_, seen)| seen.is_noun && seen.is_plain && !seen.is_of_longer());
    found.sort_by_cached_key(|(text, seen)| {
        (std::cmp::Reverse(seen.surfaces.values().sum::<usize>()), text.clone())
    });
    for (_, seen) in found {
        let text = seen.text();
        // «مصنع الإسمنت» and «والإسمنت»: a phrase that shares its last word with one before it says the same again.
        let last = text.rsplit(' ').next().unwrap_or_default();
        let told = |phrase: &KeyPhrase| phrase.text.split(' ').any(|word| word == last);
        if kept.len() < KEPT && !kept.iter().any(told) {
            kept.push(KeyPhrase { text, articles: seen.articles.into_iter().collect() });
        }
    }
}

fn commonest(surfaces: &BTreeMap<String, usize>) -> String {
    let most = surfaces.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse(*text)));
    most.map(|(text, _)| text.clone()).unwrap_or_default()
}

/// The phrases of one article that are no part of a name.
fn places(no: ArticleNo, &(article, phrases): &Read<'_>) -> Vec<Place> {
    let names: Vec<Span> = article.mentions().iter().map(|mention| mention.span).collect();
    let mut found = Vec::with_capacity(phrases.all.len());
    for (number, phrase) in phrases.all.iter().enumerate() {
        let after = names.partition_point(|name| name.end <= phrase.span.start);
        if names.get(after).is_some_and(|name| name.overlaps(phrase.span)) {
            continue;
        }
        found.extend(phrases.digests(number).iter().map(|&(digest, clitic)| Place {
            digest,
            article: no,
            // In range: a text has fewer words than bytes.
            phrase: number as u32,
            clitic,
        }));
    }
    found
}

/// What was seen of the phrases of one digest: nearly always there is one.
fn of_digest(places: &[Place], articles: &[Read<'_>]) -> Vec<(String, Seen)> {
    let mut found: Vec<(&str, &str, Seen)> = Vec::new();
    for &place in places {
        let read = articles[place.article];
        let (first, second) = read.1.words(place.phrase as usize);
        let bare = &first[CLITICS[usize::from(place.clitic)].len()..];
        let known = found.iter().position(|(one, other, _)| (*one, *other) == (bare, second));
        let known = known.unwrap_or(found.len());
        if known == found.len() {
            found.push((bare, second, Seen::default()));
        }
        add(&mut found[known].2, place, bare, read);
    }
    found.into_iter().map(|(bare, second, seen)| (format!("{bare} {second}"), seen)).collect()
}

/// Adds one place of a phrase whose first word is this one to what was seen of it.
fn add(seen: &mut Seen, place: Place, bare: &str, (article, phrases): Read<'_>) {
    let text = &article.document.plain.text;
    let phrase = &phrases.all[place.phrase as usize];
    let clitic = CLITICS[usize::from(place.clitic)];
    seen.articles.insert(place.article);
    seen.count += 1;
    let is_adjective = bare.has_article() && clitic.is_empty() && phrase.behind_joined;
    seen.of_longer += usize::from(phrase.of_title || is_adjective);
    if let Some(behind) = phrase.behind {
        *seen.behind.entry(behind.cut(text).to_owned()).or_default() += 1;
    }
    let of_noun = phrase.governed || clitic.opens_with(BY | FOR);
    seen.is_noun |= of_noun || bare.has_article();
    if clitic.is_empty() {
        seen.is_plain = true;
        *seen.surfaces.entry(phrase.span.cut(text).to_owned()).or_default() += 1;
    }
}

/// Whether an adjective can belong to a word of a phrase: «العراقية» to none of «الإعلام الأمني».
fn agrees(phrase: &str, adjective: &str) -> bool {
    let is_feminine = |word: &str| word.ends_with(['ة', 'ت']);
    phrase.split(' ').any(|word| is_feminine(word) == is_feminine(adjective))
}
