//! The page of an event: who said what, side by side.

use std::collections::BTreeMap;

use super::context::{ClaimView, EventView, LinkGroup, LinkView};
use super::frame::Head;
use super::text::language;
use super::text::shorten;
use super::views::Views;
use super::{json_ld, words};
use crate::document::MentionKind;
use crate::knowledge::EntityKind;
use crate::site::model::{ArticleNo, AttestedAt, EventPage};
use crate::span::Span;

impl Views<'_> {
    /// The head of the page of an event.
    pub(super) fn event_head(&self, at: usize) -> Head {
        let page = &self.site.whole().timeline.events[at];
        let Some(event) = self.site.event(&page.id) else { return Head::default() };
        let date = self.words.date(&event.date).text;
        let description = match &event.summary {
            Some(summary) => format!("{date}: {summary}"),
            None => format!("{date}: {}", event.name),
        };
        Head {
            title: event.name.clone(),
            kind: "حدث",
            description,
            crumbs: vec![("التسلسل الزمني".to_owned(), "timeline/index.html".to_owned())],
            og_type: "article",
            json_ld: vec![json_ld::event(self, page, true)],
            ..Head::default()
        }
    }

    /// The page of an event.
    pub(super) fn event_view(&self, at: usize) -> Option<EventView> {
        let page = &self.site.whole().timeline.events[at];
        let event = self.site.event(&page.id)?;
        let events = &self.site.whole().timeline.events;
        let link = |page: &EventPage| self.event_link(&page.id);
        let mut articles: Vec<ArticleNo> =
            page.attestations.iter().map(|found| found.article).collect();
        articles.dedup();
        let mut item = self.event_item(page);
        item.sources = event.sources.iter().map(|source| self.source(source)).collect();
        let claims: Vec<ClaimView> =
            page.attestations.iter().map(|found| self.claim(page, found)).collect();
        let days = page.attestations.iter().map(|found| self.article(found.article).day());
        Some(EventView {
            sums: self.sums(claims.iter().map(|claim| claim.claim.clone()).zip(days)),
            editor_title: if claims.is_empty() {
                "لم يرد في المواد"
            } else {
                "ما يضيفه المحرّر"
            }
            .to_owned(),
            item,
            outcome: event.outcome.clone().unwrap_or_default(),
            claims,
            figures: self.figures_of(page),
            articles: articles.iter().take(60).map(|&no| self.article_item(no)).collect(),
            side: self.event_side(page, &articles),
            prev: events[..at].iter().rfind(|page| !page.told).map(link),
            next: events[at + 1..].iter().find(|page| !page.told).map(link),
        })
    }

    /// One attestation as a claim: what it says, in whose words.
    fn claim(&self, page: &EventPage, found: &AttestedAt) -> ClaimView {
        let article = self.article(found.article);
        let status =
            self.site.event(&page.id).map_or("", |event| words::status(event, found.status));
        let claimed = found.claimed.as_ref().map(|date| self.words.date(date).text);
        let claim = match claimed {
            Some(date) => format!("{status}، {date}"),
            None => status.to_owned(),
        };
        ClaimView {
            claim,
            lang: language(article.document.front_matter.lang.as_deref()).0,
            words: shorten(found.span.cut(&article.document.plain.text), 420),
            date: self.words.date_or_none(article.date()),
            who: self.who(found.article, found.span),
            link: self.paragraph_link(found.article, found.paragraph),
            article: article.title.clone(),
        }
    }

    /// Whoever is quoted in a sentence, else the outlet.
    pub(super) fn who(&self, no: ArticleNo, sentence: Span) -> LinkView {
        let article = self.article(no);
        let quotes = &article.document.findings.quotes;
        let quoted = quotes
            .iter()
            .position(|quote| sentence.overlaps(quote.span))
            .and_then(|number| self.speaker_link(article, number));
        quoted.unwrap_or_else(|| self.outlet_link(article))
    }

    fn event_side(&self, page: &EventPage, articles: &[ArticleNo]) -> Vec<LinkGroup> {
        let Some(event) = self.site.event(&page.id) else { return Vec::new() };
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for found in &page.attestations {
            let article = self.article(found.article);
            for mention in article.mentions() {
                if let (MentionKind::Entity(EntityKind::Person), Some(id)) =
                    (mention.kind, &mention.id)
                    && article.document.plain.paragraph_at(mention.span.start) == found.paragraph
                {
                    *named.entry(id).or_default() += 1;
                }
            }
        }
        let mut groups = Vec::new();
        let mut add = |title: &str, links: Vec<LinkView>| {
            if !links.is_empty() {
                groups.push(LinkGroup { title: title.to_owned(), links });
            }
        };
        add("الأطراف", event.parties.iter().map(|id| self.entity_link(id)).collect());
        add("الأماكن", event.places.iter().map(|id| self.entity_link(id)).collect());
        add("أسماء مصاحبة", self.counted_links(named, None, 8));
        let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
        for &no in articles {
            for id in &self.article(no).topics {
                *topics.entry(id).or_default() += 1;
            }
        }
        let topics = topics.keys().filter_map(|id| self.site.topics().get(*id));
        add(
            "الموضوعات",
            topics
                .map(|topic| self.link(&topic.name, &format!("topics/{}/index.html", topic.id)))
                .collect(),
        );
        groups
    }
}
