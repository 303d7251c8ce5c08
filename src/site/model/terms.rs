//! The topics and the outlets of the dossier.

use std::collections::BTreeMap;

use super::{Article, ArticleNo, OutletOf, SentenceAt};
use crate::arabic::fold::folded;
use crate::document::MentionKind;
use crate::knowledge::{Id, Knowledge, Topic};

/// A topic and its articles.
#[derive(Clone, Debug, Default)]
pub struct TopicPage {
    /// Its id in the knowledge base.
    pub id: Id,
    /// Its articles in order of time, each with the sentence that speaks for it most.
    pub articles: Vec<(ArticleNo, Option<SentenceAt>)>,
    /// Whom its articles name most, and how often.
    pub named: Vec<(Id, usize)>,
}

/// An outlet and its articles.
#[derive(Clone, Debug, Default)]
pub struct OutletPage {
    /// Its id in the knowledge base.
    pub id: Id,
    /// Its articles in order of time.
    pub articles: Vec<ArticleNo>,
    /// Whom its articles name most, and how often.
    pub named: Vec<(Id, usize)>,
}

/// How many of those named most are kept.
const NAMED: usize = 12;

/// The pages of all topics.
pub(super) fn topics(articles: &[Article], knowledge: &Knowledge) -> BTreeMap<Id, TopicPage> {
    let empty = |id: &Id| (id.clone(), TopicPage { id: id.clone(), ..TopicPage::default() });
    let mut pages: BTreeMap<Id, TopicPage> = knowledge.topics.keys().map(empty).collect();
    let cues: BTreeMap<&Id, Vec<(String, f64)>> =
        knowledge.topics.iter().map(|(id, topic)| (id, folded_cues(topic))).collect();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        if article.topics.is_empty() {
            continue;
        }
        let read = article.document.plain.reading();
        let sentences: Vec<&str> =
            read.sentences.iter().map(|sentence| read.folded(sentence.words)).collect();
        for id in &article.topics {
            if let Some(page) = pages.get_mut(id) {
                let key = cues.get(id).and_then(|cues| key_sentence(no, article, &sentences, cues));
                page.articles.push((no, key));
            }
        }
    }
    for page in pages.values_mut() {
        page.named = named_most(articles, page.articles.iter().map(|(no, _)| *no), knowledge);
    }
    pages
}

/// The entities that some articles name most.
fn named_most(
    articles: &[Article],
    of: impl Iterator<Item = ArticleNo>,
    knowledge: &Knowledge,
) -> Vec<(Id, usize)> {
    let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
    for mention in of.flat_map(|no| articles[no].mentions()) {
        if let (MentionKind::Entity(_), Some(id)) = (mention.kind, &mention.id) {
            *counts.entry(id).or_default() += 1;
        }
    }
    let mut most: Vec<(&Id, usize)> =
        counts.into_iter().filter(|(id, _)| knowledge.entities.contains_key(*id)).collect();
    most.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    most.into_iter().take(NAMED).map(|(id, n)| (id.clone(), n)).collect()
}

fn folded_cues(topic: &Topic) -> Vec<(String, f64)> {
    topic
        .cues
        .iter()
        .map(|(cue, weight)| (folded(cue), *weight))
        .filter(|(cue, _)| !cue.is_empty())
        .collect()
}

/// The sentence with the heaviest cues; the first of several.
fn key_sentence(
    no: ArticleNo,
    article: &Article,
    sentences: &[&str],
    cues: &[(String, f64)],
) -> Option<SentenceAt> {
    let weigh = |sentence: &str| {
        cues.iter()
            .filter(|(cue, _)| sentence.contains(cue.as_str()))
            .map(|(_, weight)| weight)
            .sum::<f64>()
    };
    let mut best: Option<(usize, f64)> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let weight = weigh(sentence);
        if weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((at, weight));
        }
    }
    let span = article.document.plain.reading().sentences[best?.0].span;
    Some(SentenceAt {
        article: no,
        paragraph: article.document.plain.paragraph_at(span.start),
        span,
        names: Vec::new(),
    })
}

/// The pages of all outlets.
pub(super) fn outlets(articles: &[Article], knowledge: &Knowledge) -> BTreeMap<Id, OutletPage> {
    let empty = |id: &Id| (id.clone(), OutletPage { id: id.clone(), ..OutletPage::default() });
    let mut pages: BTreeMap<Id, OutletPage> = knowledge.outlets.keys().map(empty).collect();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        if let OutletOf::Known(id) = &article.outlet
            && let Some(page) = pages.get_mut(id)
        {
            page.articles.push(no);
        }
    }
    for page in pages.values_mut() {
        page.named = named_most(articles, page.articles.iter().copied(), knowledge);
    }
    pages
}
