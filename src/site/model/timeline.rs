//! Events in order of time, with what articles attest of them. Entries merge by event, never by date alone.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Where articles contradict the event's date: that date and theirs, each with the articles that state it. Empty where none does.
    pub sides: Vec<Side>,
    /// The articles that state the event's own day, and not only its month or year.
    pub stated: Vec<ArticleNo>,
    /// Whether two articles or more attest an event of which the sources make different things.
    pub is_disputed: bool,
    /// Whether no article attests it, so that it is the editor's fact.
    pub editor: bool,
    /// Whether nobody has listed it, and its name is a sentence of an article.
    pub told: bool,
}

/// A date that articles give an event, and which do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The date.
    pub date: Edtf,
    /// The articles that state it, in order; none where only the knowledge base has it.
    pub articles: Vec<ArticleNo>,
}

impl EventPage {
    /// Whether articles contradict the event or one another: a difference has two sides, so one article that
    /// attests a disputed event shows none.
    pub fn differs(&self) -> bool {
        !self.sides.is_empty() || self.is_disputed
    }

    /// The articles that attest it, each once, in order.
    pub fn articles(&self) -> Vec<ArticleNo> {
        let mut articles: Vec<ArticleNo> =
            self.attestations.iter().map(|found| found.article).collect();
        articles.dedup();
        articles
    }
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

/// Merges what the articles attest by event; `told` is what they tell besides, whose events the knowledge base has by now.
pub(super) fn build(
    articles: &[Article],
    knowledge: &Knowledge,
    config: &Config,
    told: &[Told],
) -> Timeline {
    let mut attested: BTreeMap<&str, Vec<AttestedAt>> = BTreeMap::new();
    attested.extend(told.iter().map(|told| (told.event.id.as_str(), told.at.clone())));
    let is_told: BTreeSet<&str> = attested.keys().copied().collect();
    let mut claims: BTreeMap<&str, Vec<ClaimAt>> = BTreeMap::new();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        for found in &article.document.findings.events {
            let Some(event) = knowledge.events.get(&found.event) else { continue };
            let list = attested.entry(&event.id).or_default();
            if list
                .iter()
                .rev()
                .take_while(|known| known.article == no)
                .all(|known| known.paragraph != found.paragraph)
            {
                let (status, claimed) = (found.status, found.claimed.clone());
                list.push(AttestedAt {
                    article: no,
                    paragraph: found.paragraph,
                    span: found.span,
                    status,
                    claimed,
                });
            }
        }
        for conflict in &article.document.findings.conflicts {
            let Some(event) = knowledge.events.get(&conflict.event) else { continue };
            let span = article.sentence_at(conflict.span.start);
            add_claim(
                claims.entry(&event.id).or_default(),
                ClaimAt {
                    article: no,
                    paragraph: conflict.paragraph,
                    span,
                    claimed: conflict.claimed.clone(),
                },
            );
        }
    }
    let mut events: Vec<&Event> = knowledge.events.values().collect();
    events.sort_by(|a, b| {
        let key = |event: &Event| {
            (event.date.first_day(), event.date.days().1, event.ordinal.unwrap_or(0))
        };
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let page = |event: &Event| {
        let attestations = attested.remove(event.id.as_str()).unwrap_or_default();
        let claims = claims.remove(event.id.as_str()).unwrap_or_default();
        let stated = articles_where(&attestations, |found| states(found, event));
        let sides = sides(event, &claims, &stated);
        let attesting = articles_where(&attestations, |_| true).len();
        let is_disputed = event.status == Status::Disputed && attesting > 1;
        let editor = event.editor || attestations.is_empty();
        let told = is_told.contains(event.id.as_str());
        let id = event.id.clone();
        EventPage { id, attestations, claims, sides, stated, is_disputed, editor, told }
    };
    let pages: Vec<EventPage> = events.iter().copied().map(page).collect();
    let years = years(&events, config);
    let gaps = years.map_or_else(Vec::new, |years| gaps(articles, years));
    Timeline { events: pages, years, gaps }
}

/// The articles of some attestations, each once.
fn articles_where(
    attestations: &[AttestedAt],
    is_meant: impl Fn(&AttestedAt) -> bool,
) -> Vec<ArticleNo> {
    let mut articles: Vec<ArticleNo> =
        attestations.iter().filter(|found| is_meant(found)).map(|found| found.article).collect();
    articles.dedup();
    articles
}

/// Whether a sentence states the event's own day: for an event of some days, one of them.
fn states(found: &AttestedAt, event: &Event) -> bool {
    /// A time of more days is no day that a source could state.
    const LONGEST_DAYS: i64 = 8;
    let Some(claimed) = found.claimed.as_ref().filter(|_| found.status != Status::Announced) else {
        return false;
    };
    let (Some((from, to)), Some((first, behind))) = (whole(claimed), whole(&event.date)) else {
        return false;
    };
    claimed == &event.date
        || first <= from && to <= behind && (behind - first).num_days() <= LONGEST_DAYS
}

/// Both ends of a time that has them.
fn whole(date: &Edtf) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = date.days();
    Some((from?, to?))
}

/// The event's date and each that contradicts it, with who states it.
fn sides(event: &Event, claims: &[ClaimAt], stated: &[ArticleNo]) -> Vec<Side> {
    if claims.is_empty() {
        return Vec::new();
    }
    let mut sides = vec![Side { date: event.date.clone(), articles: stated.to_vec() }];
    for claim in claims {
        match sides.iter_mut().find(|side| side.date == claim.claimed) {
            Some(side) if side.articles.contains(&claim.article) => {}
            Some(side) => side.articles.push(claim.article),
            None => sides.push(Side { date: claim.claimed.clone(), articles: vec![claim.article] }),
        }
    }
    sides
}

fn add_claim(claims: &mut Vec<ClaimAt>, claim: ClaimAt) {
    if !claims.iter().any(|known| known.article == claim.article && known.claimed == claim.claimed)
    {
        claims.push(claim);
    }
}

fn years(events: &[&Event], config: &Config) -> Option<(i32, i32)> {
    let mut years = events.iter().filter_map(|event| event.date.first_day()).map(|day| day.year());
    let first = years.next();
    config.years.or_else(|| {
        first.map(|first| years.fold((first, first), |(a, b), year| (a.min(year), b.max(year))))
    })
}

fn gaps(articles: &[Article], (first, last): (i32, i32)) -> Vec<Gap> {
    let shown = |day: &NaiveDate| (first..=last).contains(&day.year());
    let mut days: Vec<NaiveDate> = articles
        .iter()
        .filter(|article| !article.withdrawn())
        .filter_map(Article::day)
        .filter(shown)
        .collect();
    days.sort_unstable();
    let far = |pair: &[NaiveDate]| (pair[1] - pair[0]).num_days() >= GAP_DAYS;
    days.windows(2)
        .filter(|pair| far(pair))
        .map(|pair| Gap { from: pair[0], to: pair[1] })
        .collect()
}

/// A thing that happened, as articles tell it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The entry of the timeline: its name is the sentence.
    pub(super) event: Event,
    /// The sentences that tell it, the one that speaks for all first.
    pub(super) at: Vec<AttestedAt>,
}
