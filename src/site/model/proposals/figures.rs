//! Numbers that articles claim and no figure of the knowledge base looks for: «22 مليار متر مكعب», «2500 جندي».
//!
//! A noun is worth an entry where several articles print numbers of it that differ, and what they count is one thing: their
//! sentences share a word besides («الخزان»), or so much of the folder counts the noun that the folder is about it. What a
//! measure counts («متر مكعب», «دولار») may be anything: there the word is always needed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{NumberIn, numbers_in};
use super::super::{Article, ArticleNo, Site};
use super::proposal::{Lacking, Proposal, commonest, sentence};
use crate::arabic::clitics::{BY, FOR, Onto, readings};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    ACCORDING, COUNTING, COUNTRY, DOCUMENT, GIVEN, Kinds, NATION, NUMBERED, PART_OF_TIME, PLACE,
    SAYING, SPEECH, THAT, TITLE, UNIT, WEEKDAY_NAME, kinds,
};
use crate::arabic::plural::CountedNoun;
use crate::arabic::plural::nouns::{CALENDAR_YEAR, DAY, HOUR, MINUTE, MONTH, TIME, WEEK, YEAR};
use crate::arabic::reading::{Sentence, Text};
use crate::arabic::stem::lexicon;
use crate::arabic::tokenize::TokenKind;
use crate::document::{Mention, MentionKind};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// Smaller numbers count what happened, not what there is: «ثلاثة اجتماعات».
const LEAST: f64 = 11.0;
/// In how many articles the numbers of a noun stand.
const ARTICLES: usize = 2;
/// Of how many articles one counts a noun that the folder is about.
const ONE_OF: usize = 5;
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
    let bare = noun.strip_suffix('ا').filter(|bare| bare.chars().count() > 1);
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
            if is_date || number.value < LEAST || is_name(read, sentence, &number) {
                continue;
            }
            found.extend(counted(no, article, read, sentence, &number));
        }
    }
    found
}

/// Whether a number tells a case, a decree or a flat from others: «القضية رقم 1873», «المادة 88».
fn is_name(read: &Text, sentence: &Sentence, number: &NumberIn) -> bool {
    let before = number.from.checked_sub(1).filter(|&at| at >= sentence.words.0);
    before.is_some_and(|at| forms(read.letters(at)).any(NUMBERED))
}

/// What a word can be, also behind «و», «بـ» and their like.
fn forms(word: &str) -> Kinds {
    readings(word).iter().fold(kinds(word), |all, reading| all | kinds(reading.rest))
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
        && word.chars().count() > 1
        && !["ال", "بال"].iter().any(|start| word.starts_with(start))
        && !lexicon().is_function(word)
        && !is_behind_preposition(word)
}

/// «لسنة», «بجائزة»: what a preposition is written onto is not counted.
fn is_behind_preposition(word: &str) -> bool {
    let rest = word.behind(BY | FOR).filter(|rest| rest.chars().count() > 2);
    let is_own = !kinds(word).is_empty() || lexicon().is_listed(word);
    let is_known =
        |rest: &str| !kinds(rest).is_empty() || lexicon().is_listed(rest) || is_counting_time(rest);
    !is_own && rest.is_some_and(is_known)
}

fn proposal(site: &Site, places: &[Place]) -> Option<Proposal> {
    let all: Vec<&Place> = places.iter().collect();
    if !are_worth(&all) {
        return None;
    }
    let shared = shared_words(site, places);
    let is_subject = articles_of(&all).len() * ONE_OF >= site.shown().count();
    let is_measure = places[0].is_measure;
    let (beside, places) = match shared {
        Some((words, of_words)) => (Some(words), of_words),
        None if is_subject && !is_measure => (None, all),
        None => return None,
    };
    let mut spellings: BTreeMap<String, usize> = BTreeMap::new();
    places.iter().for_each(|place| *spellings.entry(place.noun.clone()).or_default() += 1);
    let first = places[0];
    // «متر مكعب»: what stands behind the noun everywhere belongs to it.
    let is_joined = !first.next.is_empty() && places.iter().all(|place| place.next == first.next);
    let noun = nominative(&commonest(&spellings)).to_owned();
    let name = if is_joined { format!("{noun} {}", first.next) } else { noun };
    // Where others are counted too, the entry looks for those beside these words only.
    let beside = beside.filter(|_| is_measure || !is_subject);
    let name = match &beside {
        Some(words) => format!("{name}: {words}"),
        None => name,
    };
    Some(Proposal {
        lacking: Lacking::Figure,
        name,
        found_by: spellings.into_keys().collect(),
        beside,
        count: places.len(),
        articles: articles_of(&places).into_iter().collect(),
        sentence: sentence(&site.articles[first.article], first.sentence),
        claims: places.iter().map(|place| claim(site, place, is_joined)).collect(),
    })
}

fn articles_of(places: &[&Place]) -> BTreeSet<ArticleNo> {
    places.iter().map(|place| place.article).collect()
}

/// Whether several articles print numbers that differ.
fn are_worth(places: &[&Place]) -> bool {
    let differ = places.iter().any(|place| place.value != places[0].value);
    differ && articles_of(places).len() >= ARTICLES
}

/// «صياد» of «صيادًا».
fn nominative(noun: &str) -> &str {
    let bare = ["ًا", "اً"].iter().find_map(|ending| noun.strip_suffix(ending));
    bare.unwrap_or(noun)
}

/// «22 مليار متر مكعب (آبي أحمد)»
fn claim(site: &Site, place: &Place, is_joined: bool) -> String {
    let article = &site.articles[place.article];
    let number = sentence(article, place.span);
    let number = if is_joined { format!("{number} {}", place.next) } else { number };
    match speaker(article, place) {
        Some(speaker) => format!("{number} ({})", sentence(article, speaker)),
        None => number,
    }
}

/// Who says a number: whoever stands behind the last verb of saying before it, or behind «بحسب»; nobody where that is a report,
/// or where somebody is only spoken of.
fn speaker(article: &Article, place: &Place) -> Option<Span> {
    /// Between a verb and the name of who says it: «قال وزير الثروة الزراعية والسمكية والموارد المائية فلان».
    const REACH: usize = 9;
    let read = article.document.plain.reading();
    let (first, number) = (read.index_at(place.sentence.start), read.index_at(place.span.start));
    let says = |&at: &usize| forms(read.letters(at)).any(SAYING | ACCORDING | COUNTING);
    let verb = (first..number).rfind(says)?;
    let end = number.min(verb + 1 + REACH);
    let ends = |&at: &usize| forms(read.letters(at)).any(THAT);
    let end = (verb + 1..end).find(ends).unwrap_or(end);
    let is_of_paper = forms(read.letters(verb + 1)).any(DOCUMENT);
    let said = read.words[verb].span().end;
    let behind = read.words.get(end).map_or(place.span.start, |word| word.span().start);
    let is_someone = |mention: &&Mention| {
        let kind = mention.kind;
        matches!(kind, MentionKind::Entity(EntityKind::Person | EntityKind::Organization))
            && mention.span.start >= said
            && mention.span.end <= behind
    };
    let speaker = article.mentions().iter().find(is_someone).map(|mention| mention.span);
    speaker.filter(|_| !is_of_paper)
}

/// How well words say what is counted: what most sentences have best, of what as many have what is nearest to the number,
/// and of that the longest.
type Fit = (usize, std::cmp::Reverse<usize>, usize);

/// «المد الملحي», «خزان»: words in a row that the sentences of most places have beside number and noun, and these places.
fn shared_words<'p>(site: &Site, places: &'p [Place]) -> Option<(String, Vec<&'p Place>)> {
    /// How many words in a row say what is counted, at most.
    const WORDS: usize = 3;
    /// In the sentences of how many places they are looked for.
    const LOOKED_AT: usize = 20;
    let padded: Vec<String> = places.iter().map(|place| padded(site, place)).collect();
    let mut best: Option<(Fit, String)> = None;
    for place in places.iter().take(LOOKED_AT) {
        let (read, text) = reading(site, place);
        let (start, behind) = words_of(read, place.sentence);
        let number = (read.index_at(place.span.start), read.index_at(place.span.end));
        let runs = (start..behind).flat_map(|from| {
            let is_run = move |&len: &usize| {
                from + len <= behind && (from..from + len).all(|at| is_telling(read, at, place))
            };
            (1..=WORDS).filter(is_run).map(move |len| (from, from + len))
        });
        for run in runs {
            let wanted = format!(" {} ", read.folded(run));
            let count = padded.iter().filter(|other| other.contains(&wanted)).count();
            let far = run.0.saturating_sub(number.1) + number.0.saturating_sub(run.1);
            let key = (count, std::cmp::Reverse(far), run.1 - run.0);
            let is_of_most = count * 2 > places.len();
            if is_of_most
                && is_spoken_of(site, place, run)
                && best.as_ref().is_none_or(|(other, _)| key > *other)
            {
                best = Some((key, read.span(run.0, 0, run.1 - 1).cut(text).to_owned()));
            }
        }
    }
    let (_, words) = best?;
    let wanted = format!(" {} ", folded(&words));
    let has = |other: &&String| other.contains(&wanted);
    let of_words: Vec<&Place> = places
        .iter()
        .zip(&padded)
        .filter(|(_, other)| has(other))
        .map(|(place, _)| place)
        .collect();
    are_worth(&of_words).then_some((words, of_words))
}

/// Whether words are what an article speaks of: two in a row, or one that it has in another sentence too.
fn is_spoken_of(site: &Site, place: &Place, run: (usize, usize)) -> bool {
    let (read, _) = reading(site, place);
    let word = read.letters(run.0);
    let is_again =
        |at: usize| read.letters(at) == word && !place.sentence.contains(read.words[at].span());
    run.1 > run.0 + 1 || (0..read.words.len()).any(is_again)
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
    is_counting_time(read.letters(at))
}

fn is_counting_time(word: &str) -> bool {
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
