//! What a query finds: the same steps, in the same order, as in `static/search/`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::entry::SubjectKind;
use super::index::Index;
use super::look_up::{Found, look_up};
use super::phrase::{MOST_READ, SAME_END, with_phrases};
use super::query::{MOST_NEEDED, MOST_WORDS, Query, parse};
use super::rank::{Meetings, Score, rank, scores};
use super::subjects::{self, Period};
use super::word::Likeness;
use super::{excerpt, suggest};

/// How few articles are too few, so that those with words of the same root are offered below them.
const FEW: usize = 3;

/// How much of a question an article must have, by the rarity of the words, and how much of the best score.
const SHARE: f64 = 0.45;
const CUT: f64 = 0.55;

/// The limits as the browser takes them.
pub(super) fn limits() -> Value {
    json!({
        "needed": MOST_NEEDED, "few": FEW, "share": SHARE, "cut": CUT, "read": MOST_READ, "words": MOST_WORDS,
        "excerpt": excerpt::WORDS, "before": excerpt::WORDS_BEFORE, "starts": excerpt::MOST_STARTS, "reasons": excerpt::MOST_REASONS,
        "end": SAME_END,
    })
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Pages whose name was asked, the likeliest first: kind, id, name, path.
    pub subjects: Vec<(SubjectKind, String, String, String)>,
    /// Articles with what was asked, the best first.
    pub hits: Vec<Hit>,
    /// Articles further off, for whoever has not found: see [`Further`].
    pub further: Vec<Hit>,
    /// What makes those further off.
    pub why_further: Further,
    /// Whether no article has all the words, so that these have some of them.
    pub partial: bool,
    /// Words that stand nowhere, each with the nearest that does.
    pub suggestions: Vec<(String, String)>,
    /// The word at which a phrase fails that stands nowhere.
    pub broken: Option<String>,
    /// How many hits are filed under what, the most first within a kind.
    pub facets: Vec<Facet>,
    /// Fields that are none.
    pub unknown_fields: Vec<String>,
    /// Whether only words were asked that hold a sentence together.
    pub only_function: bool,
    /// Whether only single letters were asked.
    pub too_short: bool,
}

/// What puts articles below those that answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Further {
    /// They have words of the same root instead of a word that was asked for: «كاتب» for «كتابة».
    #[default]
    Kin,
    /// They have names that sound like one that was asked for: «غورباتشوف» for «جورباتشوف».
    Sound,
    /// They have less of a question.
    Less,
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
///
/// ```
/// use sijill::site::search::{Entry, Index, search};
/// let entry = |text: &str| Entry { paragraphs: vec![text.to_owned()], ..Entry::default() };
/// let index = Index::new(&[entry("وصل السوداني إلى بغداد"), entry("خلاف يسود على السيادة")], &[]);
/// let found = search(&index, "للسوداني");
/// assert_eq!(found.hits.iter().map(|hit| hit.entry).collect::<Vec<_>>(), [0]);
/// assert!(found.further.is_empty());
/// ```
pub fn search(index: &Index, query: &str) -> Results {
    let query = parse(index, query);
    let period = Period::of(&query.words);
    let found: Vec<Found> = query.words.iter().map(|asked| look_up(index, asked)).collect();
    let words: Vec<Meetings> = found
        .iter()
        .enumerate()
        .map(|(at, found)| {
            let period = period.as_ref().filter(|period| period.words.contains(&at));
            Meetings::of(index, found, period, query.light[at])
        })
        .collect();
    let scores = scores(&index.lengths(), &index.weights, &words);
    let chosen = choose(index, &query, &scores);
    let (hits, broken) = with_phrases(index, &query, chosen.hits, &words);
    let partial = chosen.partial && !hits.is_empty();
    let missing = query.words.iter().zip(&found).filter(|(_, found)| !found.near());
    let suggestions = missing
        .filter_map(|(asked, found)| {
            Some((asked.folded.clone(), suggest::suggestion(index, asked, found)?))
        })
        .collect();
    let further =
        if query.phrases.is_empty() || query.question { chosen.further } else { Vec::new() };
    let told =
        |docs: &[usize]| docs.iter().map(|&doc| hit(index, doc, scores[doc].worth)).collect();
    Results {
        subjects: subjects::named(index, &query, period.as_ref()),
        facets: facets(index, &hits),
        further: if hits.len() < FEW || chosen.why_further == Further::Less {
            told(&further)
        } else {
            Vec::new()
        },
        why_further: match chosen.why_further {
            Further::Kin if found.iter().any(Found::sounds) => Further::Sound,
            why => why,
        },
        hits: told(&hits),
        partial,
        suggestions,
        broken,
        unknown_fields: query.unknown,
        only_function: query.only_function,
        too_short: query.too_short,
    }
}

/// Articles that answer, the best first.
struct Chosen {
    hits: Vec<usize>,
    further: Vec<usize>,
    why_further: Further,
    partial: bool,
}

/// Which articles answer a query.
fn choose(index: &Index, query: &Query, scores: &[Score]) -> Chosen {
    let allowed = allowed(index, query);
    let wanted = query.words.len();
    let sorted = |means: &dyn Fn(&Score) -> bool| {
        ranked((0..scores.len()).filter(|&doc| allowed[doc] && means(&scores[doc])), scores)
    };
    let mut chosen =
        Chosen { hits: Vec::new(), further: Vec::new(), why_further: Further::Kin, partial: false };
    if wanted == 0 {
        chosen.hits = if query.filters.is_empty() { Vec::new() } else { sorted(&|_| true) };
        return chosen;
    }
    let strict = query.needs_all();
    if strict {
        let all = sorted(&|score| score.near == wanted);
        let together: Vec<usize> =
            all.iter().copied().filter(|&doc| scores[doc].together).collect();
        // «وزير الدفاع العراقي» is not where a minister is, elsewhere defence, elsewhere Iraq; phrases tell by themselves.
        if query.phrases.is_empty() && together.len() >= FEW {
            chosen.further = all.into_iter().filter(|&doc| !scores[doc].together).collect();
            chosen.why_further = Further::Less;
            chosen.hits = together;
        } else {
            chosen.hits = all;
            chosen.further = sorted(&|score| score.met == wanted && score.near < wanted);
        }
    }
    let nothing = chosen.hits.is_empty() && chosen.further.is_empty();
    if !strict || (nothing && wanted > 1 && query.phrases.is_empty()) {
        chosen.partial = strict;
        chosen.why_further = Further::Less;
        let mut docs = sorted(&|score| score.met > 0);
        let best = docs.first().map_or(0.0, |&doc| scores[doc].worth);
        let good = |doc: &usize| {
            rank(scores[*doc].share) >= rank(SHARE) && rank(scores[*doc].worth) >= rank(best * CUT)
        };
        // A few are shown even where none is good.
        chosen.hits = docs.iter().copied().filter(good).collect();
        docs.retain(|doc| !good(doc));
        chosen.further = docs;
        let missing = FEW.saturating_sub(chosen.hits.len()).min(chosen.further.len());
        chosen.hits.extend(chosen.further.drain(..missing));
    }
    chosen
}

/// Articles, the best first; of equals the first.
fn ranked(docs: impl Iterator<Item = usize>, scores: &[Score]) -> Vec<usize> {
    let mut docs: Vec<usize> = docs.collect();
    docs.sort_by(|&a, &b| rank(scores[b].worth).cmp(&rank(scores[a].worth)).then(a.cmp(&b)));
    docs
}

/// All articles that have any word of a query, the best first.
pub(super) fn chosen_by_rank(scores: &[Score]) -> Vec<usize> {
    ranked((0..scores.len()).filter(|&doc| scores[doc].met > 0), scores)
}

fn hit(index: &Index, doc: usize, score: f64) -> Hit {
    let found = &index.docs[doc];
    Hit {
        entry: doc,
        score,
        path: found.path.clone(),
        title: found.title.clone(),
        date: found.date.clone(),
    }
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
        for (at, _) in
            look_up(index, word).forms.into_iter().filter(|(_, how)| *how >= Likeness::Spelling)
        {
            for &(doc, _) in &index.forms[at].postings {
                allowed[doc as usize] = false;
            }
        }
    }
    allowed
}

/// How many articles are filed under what.
fn facets(index: &Index, docs: &[usize]) -> Vec<Facet> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &at in docs.iter().flat_map(|&doc| &index.docs[doc].subjects) {
        *counts.entry(at).or_default() += 1;
    }
    let mut facets: Vec<(usize, usize)> = counts.into_iter().collect();
    facets.sort_by(|a, b| {
        (index.subjects[a.0].kind, b.1, a.0).cmp(&(index.subjects[b.0].kind, a.1, b.0))
    });
    let facet = |(at, count): (usize, usize)| {
        let subject = &index.subjects[at];
        Facet { kind: subject.kind, id: subject.id.clone(), name: subject.name.clone(), count }
    };
    facets.into_iter().map(facet).collect()
}
