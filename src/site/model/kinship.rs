//! Which articles belong together: the same wire text, or the same people, events and topics.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::again::Again;
use super::article::{Article, SharedText};
use super::number::ArticleNo;
use super::print::Print;
use crate::diagnostics::Diagnostic;

/// From how many hundredths on two articles share text.
const LEAST_SHARED: usize = 30;
/// From how many hundredths on an editor should look at both.
pub const NEAR: u32 = 60;
/// How many related articles one has at most.
const RELATED: usize = 5;
/// A feature that more articles have than this only links those near each other in time.
const COMMON: usize = 48;

/// Fills in `shared` and `related` of every article, and tells the editor which ones print the same text.
pub(super) fn relate(
    articles: &mut [Article],
    shared: Vec<Vec<SharedText>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    diagnostics.extend(near_duplicates(articles, &shared));
    let related = related(articles);
    for (no, (shared, related)) in shared.into_iter().zip(related).enumerate() {
        articles[no].related = related
            .into_iter()
            .filter(|other| shared.iter().all(|text| text.article != *other))
            .take(RELATED)
            .collect();
        articles[no].shared = shared;
    }
}

/// One warning for each two articles of which most of the shorter one stands in the other.
fn near_duplicates(articles: &[Article], shared: &[Vec<SharedText>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (no, shared) in shared.iter().enumerate() {
        let path = |no: ArticleNo| articles[no].document.origin.path.as_str();
        // Each pair is told once, at the file whose name comes later.
        for text in
            shared.iter().filter(|text| text.percent >= NEAR && path(text.article) < path(no))
        {
            let message = format!(
                "{} % of the shorter text stands in {} too",
                text.percent,
                path(text.article)
            );
            let help = "wire copy that both printed may stay; a copy of one article is deleted, or withdrawn with `status: withdrawn`";
            found.push(Diagnostic::warning("near-duplicate", message).help(help).in_file(path(no)));
        }
    }
    found.sort();
    found
}

/// The prints of all articles that are shown; that of a withdrawn one is empty.
pub(super) fn prints(articles: &mut [Article]) -> Vec<Print> {
    let print = |article: &mut Article| {
        let print = std::mem::take(&mut article.sheet.print);
        if article.withdrawn() { Print::default() } else { print }
    };
    articles.iter_mut().map(print).collect()
}

/// Articles with many shingles in common, found by sorting once all shingles that may be in two.
pub(super) fn shared_text(prints: &[Print]) -> Vec<Vec<SharedText>> {
    let mut shingles: Vec<(u64, ArticleNo)> = Vec::new();
    let all = prints.iter().flat_map(|print| print.runs()).copied();
    let again = Again::among(all, prints.iter().map(|print| print.runs().len()).sum());
    let sizes: Vec<usize> = prints.iter().map(|print| print.runs().len()).collect();
    for (no, print) in prints.iter().enumerate() {
        shingles
            .extend(print.runs().iter().filter(|run| again.may_have(**run)).map(|&run| (run, no)));
    }
    shingles.par_sort_unstable();
    let mut pairs: Vec<(ArticleNo, ArticleNo)> = Vec::new();
    // A phrase that many articles have is a formula of the language, no copy.
    for group in
        shingles.chunk_by(|a, b| a.0 == b.0).filter(|group| (2..=24).contains(&group.len()))
    {
        for (at, &(_, first)) in group.iter().enumerate() {
            for &(_, second) in &group[at + 1..] {
                pairs.push((first, second));
            }
        }
    }
    let mut found = vec![Vec::new(); prints.len()];
    pairs.sort_unstable();
    for common in pairs.chunk_by(|a, b| a == b) {
        let (first, second) = common[0];
        let percent = 100 * common.len() / sizes[first].min(sizes[second]).max(1);
        if percent >= LEAST_SHARED {
            let percent = u32::try_from(percent.min(100)).unwrap_or(100);
            found[first].push(SharedText { article: second, percent });
            found[second].push(SharedText { article: first, percent });
        }
    }
    for list in &mut found {
        list.sort_by_key(|text| (std::cmp::Reverse(text.percent), text.article));
    }
    found
}

/// Articles that have rare things in common, nearest first.
fn related(articles: &[Article]) -> Vec<Vec<ArticleNo>> {
    let mut holders: BTreeMap<(u8, &str), Vec<ArticleNo>> = BTreeMap::new();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        for feature in features(article) {
            let list = holders.entry(feature).or_default();
            if list.last() != Some(&no) {
                list.push(no);
            }
        }
    }
    let shown = articles.len().max(2) as f64;
    let nearest = |scores: &mut Scores, no: ArticleNo| {
        if articles[no].withdrawn() {
            return Vec::new();
        }
        for feature in features(&articles[no]) {
            let Some(list) = holders.get(&feature) else { continue };
            let rarity = (shown / list.len() as f64).ln().max(0.05);
            let weight = rarity * if feature.0 == 0 { 3.0 } else { 1.0 };
            let reach = if list.len() > COMMON { COMMON / 4 } else { list.len() };
            let at = list.partition_point(|&other| other < no);
            let (from, to) = (at.saturating_sub(reach), list.len().min(at + 1 + reach));
            let others = list[from..at].iter().chain(&list[at + 1..to]);
            others.for_each(|&other| scores.add(other, weight));
        }
        let mut list = scores.taken();
        list.retain(|(_, score)| *score >= 1.0);
        list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        list.into_iter().take(2 * RELATED).map(|(no, _)| no).collect()
    };
    let begin = || Scores { of: vec![0.0; articles.len()], met: Vec::new() };
    (0..articles.len()).into_par_iter().map_init(begin, nearest).collect()
}

/// How near one article is to each other.
struct Scores {
    of: Vec<f64>,
    /// Those to which it is near at all.
    met: Vec<ArticleNo>,
}

impl Scores {
    fn add(&mut self, other: ArticleNo, weight: f64) {
        if self.of[other] == 0.0 {
            self.met.push(other);
        }
        self.of[other] += weight;
    }

    /// All scores, which begin anew.
    fn taken(&mut self) -> Vec<(ArticleNo, f64)> {
        let of = &mut self.of;
        self.met.drain(..).map(|other| (other, std::mem::take(&mut of[other]))).collect()
    }
}

/// Events (0), entities (1) and topics (2) of an article.
fn features(article: &Article) -> Vec<(u8, &str)> {
    let findings = &article.document.findings;
    let events = findings.events.iter().map(|attestation| (0, attestation.event.as_str()));
    let entities = article.mentions().iter();
    let entities = entities.filter_map(|mention| Some((1, mention.id.as_deref()?)));
    let topics = article.topics.iter().map(|topic| (2, topic.as_str()));
    let mut found: Vec<(u8, &str)> = events.chain(entities).chain(topics).collect();
    found.sort_unstable();
    found.dedup();
    found
}
