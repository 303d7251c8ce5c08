//! Numbers that articles claim and no figure of the knowledge base looks for: «22 مليار متر مكعب», «2500 جندي».
//!
//! A noun is worth an entry where several articles print numbers of it that differ. What is counted by a measure («متر مكعب»,
//! «دولار») may be anything: such an entry also needs a word that all its sentences have («الخزان»), else it is none.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{NumberIn, numbers_in};
use super::super::{Article, ArticleNo, Site};
use super::proposal::{Lacking, Proposal, commonest, sentence};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    COUNTRY, GIVEN, Kinds, NATION, PART_OF_TIME, PLACE, SAYING, SPEECH, TITLE, UNIT, WEEKDAY_NAME,
    kinds,
};
use crate::arabic::plural::CountedNoun;
use crate::arabic::plural::nouns::{CALENDAR_YEAR, DAY, HOUR, MINUTE, MONTH, TIME, WEEK, YEAR};
use crate::arabic::reading::{Sentence, Text};
use crate::arabic::stem::lexicon;
use crate::arabic::tokenize::TokenKind;
use crate::document::MentionKind;
use crate::knowledge::EntityKind;
use crate::span::Span;

/// Smaller numbers count what happened, not what there is: «ثلاثة اجتماعات».
const LEAST: f64 = 11.0;
/// In how many articles the numbers of a noun stand.
const ARTICLES: usize = 2;
/// How many figures are worth a look.
const SHOWN: usize = 10;

/// A number and the noun behind it.
struct Place {
    article: ArticleNo,
    /// The number with its noun.
    span: Span,
    /// The sentence.
    sentence: Span,
    value: f64,
    /// The noun as it is printed.
    noun: String,
    /// The word behind the noun, folded: «مكعب».
    next: String,
    /// Whether the noun is a measure.
    is_measure: bool,
}

/// The figures that are worth an entry.
pub(super) fn figures(site: &Site) -> Vec<Proposal> {
    let known: BTreeSet<String> = site
        .knowledge
        .figures
        .values()
        .flat_map(|cue| &cue.counted)
        .map(|noun| without_ending(&folded(noun.trim())))
        .collect();
    let mut nouns: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (no, article) in site.shown() {
        for place in places(no, article) {
            let noun = without_ending(&folded(&place.noun));
            if !known.contains(&noun) {
                nouns.entry(noun).or_default().push(place);
            }
        }
    }
    let mut found: Vec<Proposal> =
        nouns.into_values().filter_map(|places| proposal(site, &places)).collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.articles.len(), one.count)));
    found.truncate(SHOWN);
    found
}

/// «جنديا» is «جندي».
fn without_ending(noun: &str) -> String {
    let bare = noun.strip_suffix('ا').filter(|bare| bare.chars().count() > 2);
    bare.unwrap_or(noun).to_owned()
}

/// The numbers of an article that count something.
fn places(no: ArticleNo, article: &Article) -> Vec<Place> {
    let (document, read) = (&article.document, article.document.plain.reading());
    let mut found = Vec::new();
    for sentence in &read.sentences {
        for number in numbers_in(read, &document.plain.text, sentence) {
            let own = read.span(number.from, 0, number.to - 1);
            let is_date = document.findings.dates.iter().any(|date| date.span.overlaps(own));
            if is_date || number.value < LEAST {
                continue;
            }
            found.extend(counted(no, article, read, sentence, &number));
        }
    }
    found
}

fn counted(
    no: ArticleNo,
    article: &Article,
    read: &Text,
    sentence: &Sentence,
    number: &NumberIn,
) -> Option<Place> {
    /// What no number of it is worth an entry: time, nations, people, what is said.
    const OTHER: Kinds = Kinds::of(&[
        PART_OF_TIME,
        WEEKDAY_NAME,
        NATION,
        COUNTRY,
        PLACE,
        GIVEN,
        TITLE,
        SAYING,
        SPEECH,
    ]);
    let at = number.to;
    if at >= sentence.words.1
        || !is_noun(read, at)
        || kinds_of(read, at).any(OTHER)
        || is_of_time(read, at)
    {
        return None;
    }
    let text = &article.document.plain.text;
    let next = if at + 1 < sentence.words.1 && is_noun(read, at + 1) {
        without_ending(read.letters(at + 1))
    } else {
        String::new()
    };
    Some(Place {
        article: no,
        span: Span::new(read.words[number.from].span().start, read.words[at].span().end),
        sentence: sentence.span,
        value: number.value,
        noun: read.words[at].span().cut(text).to_owned(),
        next,
        is_measure: read.kinds(at).any(UNIT),
    })
}

/// Whether a word may be a noun that is counted, or its adjective: a word without «ال», and none that binds a sentence.
fn is_noun(read: &Text, at: usize) -> bool {
    let word = read.letters(at);
    read.words[at].kind == TokenKind::Word
        && word.chars().count() > 2
        && !word.starts_with("ال")
        && !lexicon().is_function(word)
}

fn proposal(site: &Site, places: &[Place]) -> Option<Proposal> {
    let articles: BTreeSet<ArticleNo> = places.iter().map(|place| place.article).collect();
    let differ = places.iter().any(|place| place.value != places[0].value);
    if articles.len() < ARTICLES || !differ {
        return None;
    }
    let mut spellings: BTreeMap<String, usize> = BTreeMap::new();
    places.iter().for_each(|place| *spellings.entry(place.noun.clone()).or_default() += 1);
    let first = &places[0];
    let beside = shared_words(site, places);
    if first.is_measure && beside.is_none() {
        return None;
    }
    // «متر مكعب»: what stands behind the noun everywhere belongs to it.
    let is_joined = !first.next.is_empty() && places.iter().all(|place| place.next == first.next);
    let noun = commonest(&spellings);
    let name = if is_joined { format!("{noun} {}", first.next) } else { noun };
    let name = match &beside {
        Some(word) if first.is_measure => format!("{name}: {word}"),
        _ => name,
    };
    Some(Proposal {
        lacking: Lacking::Figure,
        name,
        found_by: spellings.into_keys().collect(),
        beside: beside.filter(|_| first.is_measure),
        count: places.len(),
        articles: articles.into_iter().collect(),
        sentence: sentence(&site.articles[first.article], first.sentence),
        claims: places.iter().map(|place| claim(site, place, is_joined)).collect(),
    })
}

/// «22 مليار متر مكعب (آبي أحمد)»
fn claim(site: &Site, place: &Place, is_joined: bool) -> String {
    let article = &site.articles[place.article];
    let number = sentence(article, place.span);
    let number = if is_joined { format!("{number} {}", place.next) } else { number };
    let speaker = article.mentions().iter().find(|mention| {
        let is_someone = matches!(
            mention.kind,
            MentionKind::Entity(EntityKind::Person | EntityKind::Organization)
        );
        is_someone && place.sentence.contains(mention.span) && mention.span.end <= place.span.start
    });
    match speaker {
        Some(speaker) => format!("{number} ({})", sentence(article, speaker.span)),
        None => number,
    }
}

/// «المد الملحي», «خزان»: words in a row that the sentences of all places have beside number and noun.
fn shared_words(site: &Site, places: &[Place]) -> Option<String> {
    /// How many words in a row say what is counted, at most.
    const WORDS: usize = 3;
    let (first, rest) = places.split_first()?;
    let others: Vec<String> = rest.iter().map(|place| padded(site, place)).collect();
    let (read, text) = reading(site, first);
    let (start, behind) = words_of(read, first.sentence);
    let runs = (start..behind).flat_map(|from| {
        let is_run = move |&len: &usize| {
            from + len <= behind && (from..from + len).all(|at| is_telling(read, at, first))
        };
        (1..=WORDS).filter(is_run).map(move |len| (from, from + len))
    });
    let is_shared = |run: &(usize, usize)| {
        let wanted = format!(" {} ", read.folded(*run));
        others.iter().all(|other| other.contains(&wanted))
    };
    let number = (read.index_at(first.span.start), read.index_at(first.span.end));
    let far =
        |run: &(usize, usize)| run.0.saturating_sub(number.1) + number.0.saturating_sub(run.1);
    // What stands nearest to the number says best what it counts; of what is as near the longest.
    let shared =
        runs.filter(is_shared).min_by_key(|run| (far(run), std::cmp::Reverse(run.1 - run.0)))?;
    Some(read.span(shared.0, 0, shared.1 - 1).cut(text).to_owned())
}

fn reading<'s>(site: &'s Site, place: &Place) -> (&'s Text, &'s str) {
    let plain = &site.articles[place.article].document.plain;
    (plain.reading(), &plain.text)
}

/// The words of a sentence: the first, and the one behind the last.
fn words_of(read: &Text, sentence: Span) -> (usize, usize) {
    (read.index_at(sentence.start), read.index_at(sentence.end).min(read.words.len()))
}

/// The telling words of a place's sentence, folded, a space between them and at both ends, another where words are left out.
fn padded(site: &Site, place: &Place) -> String {
    let (read, _) = reading(site, place);
    let (start, behind) = words_of(read, place.sentence);
    let word = |at: usize| if is_telling(read, at, place) { read.letters(at) } else { "" };
    let words: Vec<&str> = (start..behind).map(word).collect();
    format!(" {} ", words.join(" "))
}

/// Nouns by which time is counted, or what comes again: «14 شهرًا», «ثلاث مرات».
const OF_TIME: [CountedNoun; 8] = [TIME, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, CALENDAR_YEAR];

fn is_of_time(read: &Text, at: usize) -> bool {
    let word = read.letters(at);
    let is_form = |form: &str| folded(form) == word;
    OF_TIME
        .iter()
        .any(|noun| [noun.singular, noun.plural, noun.accusative].into_iter().any(is_form))
}

/// Whether a word may say what is counted.
fn is_telling(read: &Text, at: usize, place: &Place) -> bool {
    /// The shortest such word, in letters.
    const LETTERS: usize = 4;
    let word = read.letters(at);
    let own = read.words[at].span();
    let is_of_number = place.span.contains(own) || word == place.next;
    read.words[at].kind == TokenKind::Word
        && !is_of_number
        && word.chars().count() >= LETTERS
        && !lexicon().is_function(word)
        && !kinds_of(read, at).any(SAYING | SPEECH | TITLE | UNIT | NATION | PART_OF_TIME)
        && !is_of_time(read, at)
}

/// What a word can be, «شهرًا» as «شهر» too.
fn kinds_of(read: &Text, at: usize) -> Kinds {
    read.kinds(at) | kinds(&without_ending(read.letters(at)))
}
