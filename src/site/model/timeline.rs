//! Events in order of time, with what articles attest of them. Entries merge by event, never by date alone.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Article, ArticleNo};
use crate::arabic::calendar::Edtf;
use crate::config::Config;
use crate::knowledge::{Event, Id, Knowledge, Status};
use crate::span::Span;

/// All events in order of time.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// Every event of the knowledge base, oldest first.
    pub events: Vec<EventPage>,
    /// First and last year shown; nothing where there are no events.
    pub years: Option<(i32, i32)>,
    /// Stretches without an article, oldest first.
    pub gaps: Vec<Gap>,
}

/// One event and what articles say of it.
#[derive(Clone, Debug)]
pub struct EventPage {
    /// Its id in the knowledge base.
    pub id: Id,
    /// The paragraphs that attest it, in order of time and text; one for each paragraph.
    pub attestations: Vec<AttestedAt>,
    /// Dates that contradict the event's.
    pub claims: Vec<ClaimAt>,
    /// Whether no article attests it, so that it is the editor's fact.
    pub editor: bool,
}

/// A paragraph that attests an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestedAt {
    /// The article.
    pub article: ArticleNo,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence that speaks of it, in the plain text.
    pub span: Span,
    /// How the article has it.
    pub status: Status,
    /// When the sentence says that it was, where it says so.
    pub claimed: Option<Edtf>,
}

/// A date of an article that contradicts the event's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimAt {
    /// The article.
    pub article: ArticleNo,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence, in the plain text.
    pub span: Span,
    /// What it says.
    pub claimed: Edtf,
}

/// A stretch without an article, both days with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last day before it.
    pub from: NaiveDate,
    /// The first day after it.
    pub to: NaiveDate,
}

/// A stretch without coverage is worth stating from this many days on.
const GAP_DAYS: i64 = 150;

/// Merges what the articles attest by event.
pub(super) fn build(articles: &[Article], knowledge: &Knowledge, config: &Config) -> Timeline {
    let mut attested: BTreeMap<&str, Vec<AttestedAt>> = BTreeMap::new();
    let mut claims: BTreeMap<&str, Vec<ClaimAt>> = BTreeMap::new();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        for found in &article.document.findings.events {
            let Some(event) = knowledge.events.get(&found.event) else { continue };
            let list = attested.entry(&event.id).or_default();
            if list.iter().rev().take_while(|known| known.article == no).all(|known| known.paragraph != found.paragraph) {
                let (status, claimed) = (found.status, found.claimed.clone());
                list.push(AttestedAt { article: no, paragraph: found.paragraph, span: found.span, status, claimed });
            }
            if let Some(claimed) = found.claimed.as_ref().filter(|claimed| contradicts(claimed, event)) {
                add_claim(
                    claims.entry(&event.id).or_default(),
                    ClaimAt { article: no, paragraph: found.paragraph, span: found.span, claimed: claimed.clone() },
                );
            }
        }
        for conflict in &article.document.findings.conflicts {
            let Some(event) = knowledge.events.get(&conflict.event) else { continue };
            let span = article.sentence_at(conflict.span.start);
            add_claim(
                claims.entry(&event.id).or_default(),
                ClaimAt { article: no, paragraph: conflict.paragraph, span, claimed: conflict.claimed.clone() },
            );
        }
    }
    let mut events: Vec<&Event> = knowledge.events.values().collect();
    events.sort_by(|a, b| {
        let key = |event: &Event| (event.date.first_day(), event.date.days().1, event.ordinal.unwrap_or(0));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let page = |event: &Event| {
        let attestations = attested.remove(event.id.as_str()).unwrap_or_default();
        let claims = claims.remove(event.id.as_str()).unwrap_or_default();
        EventPage { id: event.id.clone(), editor: event.editor || attestations.is_empty(), attestations, claims }
    };
    let pages: Vec<EventPage> = events.iter().copied().map(page).collect();
    let years = years(&events, config);
    let gaps = years.map_or_else(Vec::new, |years| gaps(articles, years));
    Timeline { events: pages, years, gaps }
}

/// Whether a date is no way to say when an event was, by any of its counts.
fn contradicts(claimed: &Edtf, event: &Event) -> bool {
    !claimed.meets(&event.date) && event.also_dated.iter().all(|other| !claimed.meets(&other.date))
}

fn add_claim(claims: &mut Vec<ClaimAt>, claim: ClaimAt) {
    if !claims.iter().any(|known| known.article == claim.article && known.paragraph == claim.paragraph) {
        claims.push(claim);
    }
}

fn years(events: &[&Event], config: &Config) -> Option<(i32, i32)> {
    let mut years = events.iter().filter_map(|event| event.date.first_day()).map(|day| day.year());
    let first = years.next();
    config.years.or_else(|| first.map(|first| years.fold((first, first), |(a, b), year| (a.min(year), b.max(year)))))
}

fn gaps(articles: &[Article], (first, last): (i32, i32)) -> Vec<Gap> {
    let shown = |day: &NaiveDate| (first..=last).contains(&day.year());
    let mut days: Vec<NaiveDate> = articles.iter().filter(|article| !article.withdrawn()).filter_map(Article::day).filter(shown).collect();
    days.sort_unstable();
    let far = |pair: &[NaiveDate]| (pair[1] - pair[0]).num_days() >= GAP_DAYS;
    days.windows(2).filter(|pair| far(pair)).map(|pair| Gap { from: pair[0], to: pair[1] }).collect()
}
