//! What articles speak of again and again, in their own words: a first index of topics until an editor gives some.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash as _, Hasher as _};

use rayon::prelude::*;

use super::again::Again;
use super::{Article, ArticleNo};
use crate::arabic::lexicon::{
    COUNTRY, GIVEN, LOOSE_END, MONTH_OF_TWO, NATION, PART_OF_TIME, RELATIVE, SAYING,
    SENTENCE_GOES_ON, SPEECH, THAT, TITLE, WEEKDAY_NAME,
};
use crate::arabic::quick_hash::WordHasher;
use crate::arabic::reading::Text;
use crate::arabic::stem::lexicon;
use crate::arabic::tokenize::TokenKind;
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
/// The shortest word of a phrase, in letters: «عن», «بدء» say little.
const LETTERS: usize = 4;

/// What was seen of a phrase.
#[derive(Default)]
struct Seen {
    surfaces: BTreeMap<String, usize>,
    articles: BTreeSet<ArticleNo>,
    /// Whether something shows that its first word is a noun.
    is_noun: bool,
    /// Whether it stood without anything written onto it.
    is_plain: bool,
}

/// Where a phrase stands, by a digest of its words: most phrases stand in one article only, and are never spelled out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    digest: u64,
    article: ArticleNo,
    /// The number of its first word.
    word: u32,
    /// The place of what is written onto it, in [`CLITICS`].
    clitic: u8,
}

/// The phrases that most articles have, those of most articles first.
pub(super) fn collect(articles: &[Article]) -> Vec<KeyPhrase> {
    let count = articles.iter().filter(|article| !article.withdrawn()).count();
    let least = if count <= SMALL { 2 } else { LEAST };
    let shown = articles.par_iter().enumerate().filter(|(_, article)| !article.withdrawn());
    let mut places: Vec<Place> = shown.flat_map_iter(|(no, article)| places(no, article)).collect();
    let again = Again::among(places.iter().map(|place| place.digest), places.len());
    places.retain(|place| again.may_have(place.digest));
    places.par_sort_unstable();
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for same in places.chunk_by(|a, b| a.digest == b.digest) {
        if same.chunk_by(|a, b| a.article == b.article).count() >= least {
            same.iter().for_each(|place| add(&mut seen, *place, &articles[place.article]));
        }
    }
    seen.retain(|_, seen| seen.articles.len() >= least && seen.is_noun && seen.is_plain);
    let mut found: Vec<(String, Seen)> = seen.into_iter().collect();
    found.sort_by(|(a, x), (b, y)| {
        let times = |seen: &Seen| seen.surfaces.values().sum::<usize>();
        let key = |seen: &Seen| (seen.articles.len(), times(seen));
        key(y).cmp(&key(x)).then_with(|| a.cmp(b))
    });
    let mut kept: Vec<KeyPhrase> = Vec::new();
    for (_, seen) in found {
        let text = commonest(&seen.surfaces);
        // «مصنع الإسمنت» and «والإسمنت»: a phrase that shares its last word with one before it says the same again.
        let last = text.rsplit(' ').next().unwrap_or_default();
        let told = |phrase: &KeyPhrase| phrase.text.split(' ').any(|word| word == last);
        if kept.len() < KEPT && !kept.iter().any(told) {
            kept.push(KeyPhrase { text, articles: seen.articles.into_iter().collect() });
        }
    }
    kept
}

fn commonest(surfaces: &BTreeMap<String, usize>) -> String {
    let most = surfaces.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse(*text)));
    most.map(|(text, _)| text.clone()).unwrap_or_default()
}

/// The phrases of one article: a noun and what it is joined to with «ال».
fn places(no: ArticleNo, article: &Article) -> Vec<Place> {
    let read = article.document.plain.reading();
    let names: Vec<Span> = article.mentions().iter().map(|mention| mention.span).collect();
    let mut found = Vec::new();
    for sentence in &read.sentences {
        for at in sentence.words.0..sentence.words.1.saturating_sub(1) {
            if !is_phrase(read, at) {
                continue;
            }
            let span = Span::new(read.words[at].span().start, read.words[at + 1].span().end);
            let after = names.partition_point(|name| name.end <= span.start);
            if names.get(after).is_some_and(|name| name.overlaps(span)) {
                continue;
            }
            let (first, second) = (read.letters(at), read.letters(at + 1));
            found.extend(clitics(first).map(|(clitic, written)| Place {
                digest: digest(&first[written.len()..], second),
                article: no,
                // In range: a text has fewer words than bytes.
                word: at as u32,
                clitic,
            }));
        }
    }
    found
}

fn digest(first: &str, second: &str) -> u64 {
    let mut digest = WordHasher::default();
    (first, second).hash(&mut digest);
    digest.finish()
}

/// Adds one place of a phrase to what was seen of it.
fn add(seen: &mut BTreeMap<String, Seen>, place: Place, article: &Article) {
    let (plain, at) = (&article.document.plain, place.word as usize);
    let read = plain.reading();
    let clitic = CLITICS[usize::from(place.clitic)];
    let bare = &read.letters(at)[clitic.len()..];
    let seen = seen.entry(format!("{bare} {}", read.letters(at + 1))).or_default();
    seen.articles.insert(place.article);
    let sentence = read.sentences.partition_point(|sentence| sentence.words.1 <= at);
    let is_first = read.sentences.get(sentence).is_none_or(|sentence| sentence.words.0 == at);
    let governed = !is_first && read.kinds(at - 1).any(LOOSE_END);
    let of_noun = governed || clitic.starts_with(['ب', 'ل']);
    seen.is_noun |= of_noun || bare.starts_with("ال");
    if clitic.is_empty() {
        let span = Span::new(read.words[at].span().start, read.words[at + 1].span().end);
        seen.is_plain = true;
        *seen.surfaces.entry(span.cut(&plain.text).to_owned()).or_default() += 1;
    }
}

/// What may be written onto a word, nothing first.
const CLITICS: [&str; 5] = ["", "و", "ب", "ل", "وب"];

/// What may be written onto a word that begins so, each with its place among all.
fn clitics(word: &str) -> impl Iterator<Item = (u8, &'static str)> {
    let letters = word.chars().count();
    let long = move |clitic: &str| letters >= LETTERS + clitic.chars().count();
    (0..).zip(CLITICS).filter(move |(_, clitic)| word.starts_with(clitic) && long(clitic))
}

/// Whether two words make a phrase that says what an article is about.
fn is_phrase(read: &Text, at: usize) -> bool {
    let is_word = |index: usize| {
        let word = read.letters(index);
        let long = word.chars().count() >= LETTERS;
        long && read.words[index].kind != TokenKind::Mark && !lexicon().is_function(word)
    };
    let second = read.letters(at + 1);
    let joined = second.starts_with("ال") && second.chars().count() > LETTERS;
    // «الأسبوع الماضي», «الرئيس السابق», «قال الوزير» are everybody's words.
    let of_people = SAYING | SPEECH | TITLE | GIVEN | NATION | COUNTRY;
    let of_time = PART_OF_TIME | WEEKDAY_NAME | MONTH_OF_TWO;
    let idle = of_people | of_time | THAT | RELATIVE | SENTENCE_GOES_ON;
    // What is read off a word goes before what has to be looked up.
    let is_idle = |index: usize| read.kinds(index).any(idle);
    joined && !is_idle(at) && !is_idle(at + 1) && is_word(at) && is_word(at + 1)
}
