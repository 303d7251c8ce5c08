//! The page of an event: who said what, side by side.

use std::collections::BTreeMap;

use super::context::{ClaimView, EventView, FigureView, LinkGroup, LinkView};
use super::frame::Head;
use super::json_ld;
use super::text::shorten;
use super::views::Views;
use super::words;
use crate::document::MentionKind;
use crate::knowledge::{EntityKind, Figure};
use crate::site::model::{ArticleNo, AttestedAt, EventPage, FigureRow};

impl Views<'_> {
    /// The head of the page of an event.
    pub(super) fn event_head(&self, at: usize) -> Head {
        let page = &self.site.timeline.events[at];
        let Some(event) = self.site.knowledge.events.get(&page.id) else { return Head::default() };
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
        let page = &self.site.timeline.events[at];
        let event = self.site.knowledge.events.get(&page.id)?;
        let neighbour = |at: Option<usize>| at.and_then(|at| self.site.timeline.events.get(at)).map(|page| self.event_link(&page.id));
        let mut articles: Vec<ArticleNo> = page.attestations.iter().map(|found| found.article).collect();
        articles.dedup();
        let mut item = self.event_item(page);
        item.sources = event.sources.iter().map(|source| self.source(source)).collect();
        Some(EventView {
            item,
            outcome: event.outcome.clone().unwrap_or_default(),
            claims: page.attestations.iter().map(|found| self.claim(page, found)).collect(),
            figures: event.figures.iter().map(|figure| self.figure_of(figure, page)).collect(),
            articles: articles.iter().take(60).map(|&no| self.article_item(no)).collect(),
            side: self.event_side(page, &articles),
            prev: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        })
    }

    /// One attestation as a claim: what it says, in whose words.
    fn claim(&self, page: &EventPage, found: &AttestedAt) -> ClaimView {
        let article = self.article(found.article);
        let status = self.site.knowledge.events.get(&page.id).map_or("", |event| words::status(event, found.status));
        let claimed = found.claimed.as_ref().map(|date| self.words.date(date).text);
        let claim = match claimed {
            Some(date) => format!("{status}، {date}"),
            None => status.to_owned(),
        };
        ClaimView {
            claim,
            lang: super::article::language(article.document.front_matter.lang.as_deref()).0,
            words: shorten(found.span.cut(&article.document.plain.text), 420),
            date: self.words.date_or_none(article.date()),
            who: self.who(found),
            link: self.paragraph_link(found.article, found.paragraph),
            article: article.title.clone(),
        }
    }

    /// Whoever is quoted in the sentence, else the outlet.
    fn who(&self, found: &AttestedAt) -> LinkView {
        let article = self.article(found.article);
        let quotes = &article.document.findings.quotes;
        let quoted = quotes.iter().find(|quote| found.span.overlaps(quote.span)).and_then(|quote| self.speaker_link(&quote.speaker));
        quoted.unwrap_or_else(|| self.outlet_link(article))
    }

    fn figure_of(&self, figure: &Figure, page: &EventPage) -> FigureView {
        let date = figure.date.clone().or_else(|| self.site.knowledge.events.get(&page.id).map(|event| event.date.clone()));
        FigureView {
            subject: figure.subject.clone(),
            date: self.words.date_or_none(date.as_ref()),
            value: self.figure_value(figure.value),
            source: figure.source.clone(),
            event: self.event_link(&page.id),
        }
    }

    /// A row of the tables of figures.
    pub(super) fn figure_row(&self, subject: &str, row: &FigureRow) -> FigureView {
        FigureView {
            subject: subject.to_owned(),
            date: self.words.date(&row.date),
            value: self.figure_value(row.value),
            source: row.source.clone(),
            event: self.event_link(&row.event),
        }
    }

    /// A number as a source gives it: whole where it is whole.
    fn figure_value(&self, value: f64) -> String {
        if value >= 0.0 && value.fract() == 0.0 && value < 1e15 {
            self.words.number(value as usize)
        } else {
            self.words.digits(&value.to_string())
        }
    }

    fn event_side(&self, page: &EventPage, articles: &[ArticleNo]) -> Vec<LinkGroup> {
        let Some(event) = self.site.knowledge.events.get(&page.id) else { return Vec::new() };
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for found in &page.attestations {
            let article = self.article(found.article);
            for mention in &article.document.findings.mentions {
                if let (MentionKind::Entity(EntityKind::Person), Some(id)) = (mention.kind, &mention.id)
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
        add("من ذُكر معه", self.counted_links(named, None, 8));
        let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
        for &no in articles {
            for id in &self.article(no).topics {
                *topics.entry(id).or_default() += 1;
            }
        }
        let topics = topics.keys().filter_map(|id| self.site.knowledge.topics.get(*id));
        add("الموضوعات", topics.map(|topic| self.link(&topic.name, &format!("topics/{}/index.html", topic.id))).collect());
        groups
    }
}
