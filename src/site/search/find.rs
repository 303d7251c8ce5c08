//! What a query finds: the same steps, in the same order, as in `static/search.js`.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::SubjectKind;
use super::index::{Form, Index, SATURATION, weight};
use super::query::{Query, parse};
use super::subjects::{self, Period};
use super::suggest;
use super::terms::{Word, spans, trigrams, word};

/// How much a hit counts by how it was found: the very form, the stem, the family, nearly the spelling.
const FORM: f64 = 0.5;
const STEM: f64 = 1.0;
const FAMILY: f64 = 0.6;
const NEAR: f64 = 0.8;

/// How alike two words must be to be taken for two spellings of one.
pub(super) const ALIKE: f64 = 0.4;

/// How alike they must be for one to be offered for the other.
const ALIKE_ENOUGH: f64 = 0.5;

/// How much of a score hangs on how many of the words an article has.
const COVER: f64 = 0.3;

/// Up to how many words an article must have all of them, where they are no question; a longer query tells a story.
const MOST_NEEDED: usize = 3;

/// What a date that was asked for adds.
const DATED: f64 = 4.0;

/// How many articles are read to find a phrase.
const MOST_READ: usize = 400;

/// The weights as the browser takes them.
pub(super) fn weights() -> [f64; 10] {
    [FORM, STEM, FAMILY, NEAR, ALIKE, DATED, MOST_NEEDED as f64, MOST_READ as f64, ALIKE_ENOUGH, COVER]
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Subjects whose name was asked, the likeliest first: kind, id, name, path.
    pub subjects: Vec<(SubjectKind, String, String, String)>,
    /// Articles, the best first.
    pub hits: Vec<Hit>,
    /// Whether no article has all the words, so that these have some of them.
    pub partial: bool,
    /// Words that stand nowhere, each with the nearest that does.
    pub suggestions: Vec<(String, String)>,
    /// How many hits are filed under what, the most first within a kind.
    pub facets: Vec<Facet>,
    /// Fields that are none.
    pub unknown_fields: Vec<String>,
    /// Whether only words were asked that hold a sentence together.
    pub only_function: bool,
}

/// An article that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its place among the entries.
    pub entry: usize,
    /// How well it answers.
    pub score: f64,
    /// Its page from the site's root.
    pub path: String,
    /// Its headline.
    pub title: String,
    /// Its date as EDTF.
    pub date: String,
}

/// What hits are filed under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// What it is.
    pub kind: SubjectKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many hits.
    pub count: usize,
}

/// Looks for a query; any text has an answer.
pub fn search(index: &Index, query: &str) -> Results {
    let query = parse(query);
    let period = Period::of(&query.words);
    let mut scores = vec![0.0; index.docs.len()];
    let mut matched = vec![0_usize; index.docs.len()];
    let mut suggestions = Vec::new();
    for (at, asked) in query.words.iter().enumerate() {
        let found = look_up(index, asked);
        if !found.known
            && let Some(better) = suggestion(index, asked, &found)
        {
            suggestions.push((asked.folded.clone(), better));
        }
        let mut here = score(index, &found);
        if let Some(period) = period.as_ref().filter(|period| period.words.contains(&at)) {
            for (doc, score) in here.iter_mut().enumerate() {
                if index.docs[doc].date.starts_with(&period.edtf) {
                    *score += DATED;
                }
            }
        }
        for (doc, &score) in here.iter().enumerate() {
            scores[doc] += score;
            matched[doc] += usize::from(score > 0.0);
        }
    }
    let allowed = allowed(index, &query);
    let wanted = query.words.len();
    for (score, &matched) in scores.iter_mut().zip(&matched) {
        *score *= 1.0 - COVER + COVER * matched as f64 / wanted.max(1) as f64;
    }
    let any = wanted > 0 || !query.filters.is_empty();
    let enough = if query.question || wanted > MOST_NEEDED { 1 } else { wanted };
    let mut docs: Vec<usize> = (0..index.docs.len()).filter(|&doc| any && allowed[doc] && matched[doc] >= enough).collect();
    let partial = docs.is_empty() && wanted > 1 && query.phrases.is_empty();
    if partial {
        docs = (0..index.docs.len()).filter(|&doc| allowed[doc] && matched[doc] > 0).collect();
    }
    docs.sort_by(|&a, &b| rank(scores[b]).cmp(&rank(scores[a])).then(a.cmp(&b)));
    docs = with_phrases(index, &query, docs);
    let hits = docs.iter().map(|&doc| hit(index, doc, scores[doc])).collect();
    let partial = partial && !docs.is_empty();
    Results {
        subjects: subjects::named(index, &query, period.as_ref()),
        facets: facets(index, &docs),
        hits,
        partial,
        suggestions,
        unknown_fields: query.unknown,
        only_function: query.only_function,
    }
}

/// Scores that differ by less than a rounding are the same.
fn rank(score: f64) -> i64 {
    (score * 1e6).round() as i64
}

fn hit(index: &Index, doc: usize, score: f64) -> Hit {
    let found = &index.docs[doc];
    Hit { entry: doc, score, path: found.path.clone(), title: found.title.clone(), date: found.date.clone() }
}

/// The forms that a word leads to.
#[derive(Default)]
pub(super) struct Found {
    form: Vec<usize>,
    stem: Vec<usize>,
    family: Vec<usize>,
    /// Forms spelled nearly so, with how nearly.
    pub(super) near: Vec<(usize, f64)>,
    /// Whether the word itself or one of its kin is in the vocabulary.
    known: bool,
}

/// Finds a word's forms, kin and near spellings in the shards where its readings belong.
pub(super) fn look_up(index: &Index, asked: &Word) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for reading in &asked.readings {
        let shard = shard_of(index, &reading.family, asked.function);
        for at in shard {
            let form = &index.forms[at];
            if form.function != asked.function || !seen.insert(at) {
                continue;
            }
            let same = |part: fn(&Form) -> &str, other: &dyn Fn(&super::terms::Reading) -> String| {
                asked.readings.iter().any(|reading| part(form) == other(reading))
            };
            if same(|form| &form.reading.family, &|reading| reading.family.clone()) {
                found.family.push(at);
                if same(|form| &form.reading.stem, &|reading| reading.stem.clone()) {
                    found.stem.push(at);
                    if same(|form| &form.reading.bare, &|reading| reading.bare.clone()) {
                        found.form.push(at);
                    }
                }
            } else if !asked.function {
                let alike = asked.readings.iter().map(|reading| alike(&reading.bare, &form.reading.bare)).fold(0.0, f64::max);
                if alike >= ALIKE {
                    found.near.push((at, alike));
                }
            }
        }
    }
    found.known = !found.family.is_empty();
    found
}

/// The places of the shard in which a family stands.
fn shard_of(index: &Index, family: &str, function: bool) -> std::ops::Range<usize> {
    let begins = |&at: &usize| {
        let form = &index.forms[at];
        (!form.function, form.reading.family.as_str()) <= (!function, family)
    };
    let number = index.cuts.partition_point(begins).max(1);
    let from = index.cuts.get(number - 1).copied().unwrap_or(0);
    from..index.cuts.get(number).copied().unwrap_or(index.forms.len())
}

/// How alike two words are: the share of the runs of three letters that both have.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    let (of_a, of_b): (BTreeSet<&str>, BTreeSet<&str>) = (trigrams(a).collect(), trigrams(b).collect());
    let both = of_a.intersection(&of_b).count();
    2.0 * both as f64 / (of_a.len() + of_b.len()) as f64
}

/// A word that stands somewhere, for one that does not.
fn suggestion(index: &Index, asked: &Word, found: &Found) -> Option<String> {
    let near = found.near.iter().filter(|near| near.1 >= ALIKE_ENOUGH);
    let near = near.max_by(|a, b| nearness(index, a).total_cmp(&nearness(index, b)));
    near.map(|near| index.forms[near.0].shown().to_owned()).or_else(|| suggest::nearest(index, &asked.folded))
}

/// How good a word of the vocabulary is as a suggestion.
fn nearness(index: &Index, near: &&(usize, f64)) -> f64 {
    near.1 + index.forms[near.0].postings.len() as f64 * 1e-6
}

/// What each article scores for one word.
fn score(index: &Index, found: &Found) -> Vec<f64> {
    let mut scores = vec![0.0; index.docs.len()];
    let full = |forms: &[usize]| -> Vec<(usize, f64)> { forms.iter().map(|&at| (at, 1.0)).collect() };
    let near: Vec<(usize, f64)> = found.near.iter().map(|&(at, alike)| (at, alike * alike)).collect();
    for (worth, forms) in [(FORM, full(&found.form)), (STEM, full(&found.stem)), (FAMILY, full(&found.family)), (NEAR, near)] {
        let mut weights = vec![0.0; index.docs.len()];
        for (at, share) in forms {
            for &(doc, level) in &index.forms[at].postings {
                weights[doc as usize] += share * weight(level);
            }
        }
        let met = weights.iter().filter(|&&weight| weight > 0.0).count() as f64;
        let rarity = (1.0 + (index.docs.len() as f64 - met + 0.5) / (met + 0.5)).ln();
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += worth * rarity * weight / (SATURATION + weight);
        }
    }
    scores
}

/// Which articles the filters and the words to leave out allow.
fn allowed(index: &Index, query: &Query) -> Vec<bool> {
    let mut allowed = vec![true; index.docs.len()];
    for (kind, value) in &query.filters {
        let under = subjects::filtered(index, *kind, value);
        for (doc, allowed) in allowed.iter_mut().enumerate() {
            *allowed &= index.docs[doc].subjects.iter().any(|at| under.contains(at));
        }
    }
    for word in &query.without {
        for at in look_up(index, word).stem {
            for &(doc, _) in &index.forms[at].postings {
                allowed[doc as usize] = false;
            }
        }
    }
    allowed
}

/// Keeps the articles in which the phrases stand, and none of those to leave out.
fn with_phrases(index: &Index, query: &Query, docs: Vec<usize>) -> Vec<usize> {
    let needed = || query.phrases.iter().filter(|_| !query.question);
    if needed().count() + query.without_phrases.len() == 0 {
        return docs;
    }
    let stands = |doc: usize| {
        let text = format!("{}\n{}", index.docs[doc].title, index.docs[doc].text);
        let read: Vec<Word> = spans(&text).filter_map(|span| word(span, span.cut(&text))).collect();
        needed().all(|phrase| holds(&read, phrase)) && !query.without_phrases.iter().any(|phrase| holds(&read, phrase))
    };
    docs.into_iter().take(MOST_READ).filter(|&doc| stands(doc)).collect()
}

/// Whether a phrase stands in a text, word by word; before its first word clitics may be written.
fn holds(text: &[Word], phrase: &[Word]) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return true };
    let begins = |word: &Word| word.folded == first.folded || (!first.function && bare(word) == bare(first));
    text.windows(phrase.len())
        .any(|words| begins(&words[0]) && words[1..].iter().zip(rest).all(|(word, asked)| word.folded == asked.folded))
}

fn bare(word: &Word) -> Option<&str> {
    word.readings.first().map(|reading| reading.bare.as_str())
}

/// How many articles are filed under what.
fn facets(index: &Index, docs: &[usize]) -> Vec<Facet> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &at in docs.iter().flat_map(|&doc| &index.docs[doc].subjects) {
        *counts.entry(at).or_default() += 1;
    }
    let mut facets: Vec<(usize, usize)> = counts.into_iter().collect();
    facets.sort_by(|a, b| (index.subjects[a.0].kind, b.1, a.0).cmp(&(index.subjects[b.0].kind, a.1, b.0)));
    let facet = |(at, count): (usize, usize)| {
        let subject = &index.subjects[at];
        Facet { kind: subject.kind, id: subject.id.clone(), name: subject.name.clone(), count }
    };
    facets.into_iter().map(facet).collect()
}
