//! Entries besides names that a dossier lacks: outlets that pages name, phrases that stand out, numbers that articles claim.
//!
//! 1. outlets: a page names «جريدة المرفأ», and no entry has the name; its hosts are those of the addresses of these pages;
//! 2. topics: the [`phrases`](super::phrases) that most articles have and no topic looks for;
//! 3. [`figures`](self): numbers of one noun that several articles print, each with who says it.
//!
//! They are proposed, never taken: an editor accepts them one by one.

mod figures;
mod proposal;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::phrase::Phrases;
use super::{Article, ArticleNo, OutletOf, Site, phrases};
use proposal::{commonest, sentence};

pub use proposal::{Lacking, Proposal};

use crate::arabic::fold::folded;
use crate::arabic::lexicon::{HAPPENED, SAYING, is};

/// What a site lacks, by kind, those of most articles first.
pub fn proposals(site: &Site) -> Vec<Proposal> {
    let mut found = outlets(site);
    found.extend(topics(site));
    found.extend(figures::figures(site));
    let key = |one: &Proposal| {
        (one.lacking, std::cmp::Reverse((one.articles.len(), one.count)), one.name.clone())
    };
    found.sort_by_key(key);
    found
}

/// The outlets that pages name and no entry has.
fn outlets(site: &Site) -> Vec<Proposal> {
    #[derive(Default)]
    struct Named {
        spellings: BTreeMap<String, usize>,
        hosts: BTreeSet<String>,
        articles: Vec<ArticleNo>,
    }
    let mut named: BTreeMap<String, Named> = BTreeMap::new();
    for (no, article) in site.shown() {
        let OutletOf::Named(names) = &article.outlet else { continue };
        // «(د ب أ، رويترز)»: two have signed, and the host may be of either.
        let several = names.contains('،');
        // «انطلقت»: what happens begins a sentence.
        let is_name = |name: &&str| !name.is_empty() && !is(&folded(name), HAPPENED | SAYING);
        for name in names.split('،').map(str::trim).filter(is_name) {
            let of_name = named.entry(folded(name)).or_default();
            *of_name.spellings.entry(name.to_owned()).or_default() += 1;
            of_name.hosts.extend(host(article).filter(|_| !several));
            of_name.articles.push(no);
        }
    }
    let proposal = |named: Named| Proposal {
        lacking: Lacking::Outlet,
        name: commonest(&named.spellings),
        found_by: named.hosts.into_iter().collect(),
        beside: None,
        count: named.articles.len(),
        articles: named.articles,
        sentence: String::new(),
        claims: Vec::new(),
    };
    named.into_values().map(proposal).collect()
}

/// «marfa.example» of `https://www.marfa.example/news/7`.
fn host(article: &Article) -> Option<String> {
    let address = article.document.front_matter.source.url.as_deref()?;
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?.trim_start_matches("www.");
    host.contains('.').then(|| host.to_ascii_lowercase())
}

/// The phrases that stand out, but for those that a topic has among its cues.
fn topics(site: &Site) -> Vec<Proposal> {
    /// How many are worth a look.
    const SHOWN: usize = 10;
    /// Of how many articles one must have it.
    const ONE_OF: usize = 10;
    let shown = site.shown().count();
    let cues = site.knowledge.topics.values().flat_map(|topic| {
        let cues = topic.cues.iter().map(|(cue, _)| folded(cue));
        cues.chain(std::iter::once(folded(&topic.name))).collect::<Vec<_>>()
    });
    let known: BTreeSet<String> = cues.collect();
    let is_known = |text: &str| {
        let text = folded(text);
        known.iter().any(|cue| text.contains(cue.as_str()) || cue.contains(text.as_str()))
    };
    let read = site.articles.par_iter().map(|article| Phrases::of(&article.document.plain));
    let read: Vec<Phrases> = read.collect();
    let phrases = phrases::collect(&site.articles, &read.iter().collect::<Vec<_>>()).into_iter();
    let is_frequent = |phrase: &phrases::KeyPhrase| phrase.articles.len() * ONE_OF >= shown;
    let lacking = phrases.filter(|phrase| !is_known(&phrase.text)).filter(is_frequent).take(SHOWN);
    let proposal = |phrase: phrases::KeyPhrase| {
        let places = phrase.articles.iter().map(|&no| &site.articles[no].document.plain.text);
        let count = places.map(|text| text.matches(phrase.text.as_str()).count()).sum();
        let shown = phrase.articles.iter().find_map(|&no| {
            let article = &site.articles[no];
            let at = article.document.plain.text.find(phrase.text.as_str())?;
            Some(sentence(article, article.sentence_at(at)))
        });
        Proposal {
            lacking: Lacking::Topic,
            found_by: vec![phrase.text.clone()],
            name: phrase.text,
            beside: None,
            count,
            articles: phrase.articles,
            sentence: shown.unwrap_or_default(),
            claims: Vec::new(),
        }
    };
    lacking.map(proposal).collect()
}
