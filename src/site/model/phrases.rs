//! What articles speak of again and again, in their own words: a first index of topics until an editor gives some.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash as _, Hasher as _};

use rayon::prelude::*;

use super::again::Again;
use super::{Article, ArticleNo};
use crate::arabic::clitics::{BY, FOR, Onto};
use crate::arabic::lexicon::{
    COMPASS, COUNTRY, GIVEN, LOOSE_END, MONTH_OF_TWO, NATION, PART_OF_TIME, PLACE_HEAD, RELATIVE,
    SAYING, SENTENCE_GOES_ON, SPEECH, STATEMENT, THAT, TITLE, WEEKDAY_NAME, is,
};
use crate::arabic::numbers::parse::leading_ordinal;
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
            seen.extend(of_digest(same, articles));
        }
    }
    seen.retain(|_, seen| {
        let is_phrase = seen.is_noun && seen.is_plain && !seen.is_of_longer();
        seen.articles.len() >= least && is_phrase
    });
    let mut found: Vec<(String, Seen)> = seen.into_iter().collect();
    found.sort_by(|(a, x), (b, y)| {
        let times = |seen: &Seen| seen.surfaces.values().sum::<usize>();
        let key = |seen: &Seen| (seen.articles.len(), times(seen));
        key(y).cmp(&key(x)).then_with(|| a.cmp(b))
    });
    let mut kept: Vec<KeyPhrase> = Vec::new();
    for (_, seen) in found {
        let text = seen.text();
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

/// What was seen of the phrases of one digest: nearly always there is one.
fn of_digest(places: &[Place], articles: &[Article]) -> Vec<(String, Seen)> {
    let mut found: Vec<(&str, &str, Seen)> = Vec::new();
    for &place in places {
        let article = &articles[place.article];
        let (read, at) = (article.document.plain.reading(), place.word as usize);
        let bare = &read.letters(at)[CLITICS[usize::from(place.clitic)].len()..];
        let second = read.letters(at + 1);
        let known = found.iter().position(|(one, other, _)| (*one, *other) == (bare, second));
        let known = known.unwrap_or(found.len());
        if known == found.len() {
            found.push((bare, second, Seen::default()));
        }
        add(&mut found[known].2, place, article);
    }
    found.into_iter().map(|(bare, second, seen)| (format!("{bare} {second}"), seen)).collect()
}

/// Adds one place of a phrase to what was seen of it.
fn add(seen: &mut Seen, place: Place, article: &Article) {
    let (plain, at) = (&article.document.plain, place.word as usize);
    let read = plain.reading();
    let clitic = CLITICS[usize::from(place.clitic)];
    let bare = &read.letters(at)[clitic.len()..];
    seen.articles.insert(place.article);
    let sentence = read.sentences.partition_point(|sentence| sentence.words.1 <= at);
    let is_first = read.sentences.get(sentence).is_none_or(|sentence| sentence.words.0 == at);
    let governed = !is_first && read.kinds(at - 1).any(LOOSE_END);
    seen.count += 1;
    let is_adjective = || bare.has_article() && clitic.is_empty() && is_joined(read, at - 1);
    let is_of_longer = !is_first && (read.kinds(at - 1).any(TITLE) || is_adjective());
    seen.of_longer += usize::from(is_of_longer);
    let ends = read.sentences.get(sentence).map_or(read.words.len(), |sentence| sentence.words.1);
    let behind = at + 2;
    if behind < ends && read.words[behind].kind == TokenKind::Word && is_joined(read, behind) {
        let word = read.words[behind].span().cut(&plain.text);
        *seen.behind.entry(word.to_owned()).or_default() += 1;
    }
    let of_noun = governed || clitic.opens_with(BY | FOR);
    seen.is_noun |= of_noun || bare.has_article();
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
    // «الأسبوع الماضي», «الرئيس السابق», «قال الوزير» are everybody's words.
    let of_people = SAYING | SPEECH | TITLE | GIVEN | NATION | COUNTRY;
    let of_time = PART_OF_TIME | WEEKDAY_NAME | MONTH_OF_TWO;
    let idle = of_people | of_time | THAT | RELATIVE | SENTENCE_GOES_ON;
    // What is read off a word goes before what has to be looked up.
    let is_idle = |index: usize| read.kinds(index).any(idle);
    let is_telling = |index: usize| !is_idle(index) && is_word(index);
    is_joined(read, at + 1) && is_telling(at) && is_telling(at + 1) && !is_no_subject(read, at)
}

/// Whether an adjective can belong to a word of a phrase: «العراقية» to none of «الإعلام الأمني».
fn agrees(phrase: &str, adjective: &str) -> bool {
    let is_feminine = |word: &str| word.ends_with(['ة', 'ت']);
    phrase.split(' ').any(|word| is_feminine(word) == is_feminine(adjective))
}

/// Whether a word has «ال» and is long enough to say something.
fn is_joined(read: &Text, at: usize) -> bool {
    let word = read.letters(at);
    word.has_article() && word.chars().count() > LETTERS
}

/// «الجولة الثالثة» is one of many, «البيان المشترك» a text, «الضاحية الشرقية» a place: none is what articles are about.
fn is_no_subject(read: &Text, at: usize) -> bool {
    let without_article = |index: usize| {
        let word = read.letters(index);
        word.without_article()
    };
    let (head, adjective) = (without_article(at), without_article(at + 1));
    let side = ["يه", "ي"].iter().find_map(|ending| adjective.strip_suffix(ending));
    let is_place = is(head, PLACE_HEAD) && side.is_some_and(|side| is(side, COMPASS));
    let is_numbered = leading_ordinal(&[read.letters(at + 1)]).is_some();
    is(head, STATEMENT) || is_numbered || is_place
}
