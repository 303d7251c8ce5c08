//! What a name in an article shows before its link is followed: who that is, and how much the dossier has of it.

use std::collections::BTreeSet;

use super::context::PreviewView;
use super::text::shorten;
use super::views::{Linked, Views};
use super::words;
use crate::document::MentionKind;
use crate::site::model::Article;

/// Characters of a sentence that fit into a preview.
const SHOWN: usize = 150;

impl Views<'_> {
    /// The previews of the names that an article's page links to, each once.
    pub(super) fn previews(&self, article: &Article) -> Vec<PreviewView> {
        let document = &article.document;
        let shown = |start: usize| article.shows(document.plain.paragraph_at(start));
        let mentions = article.mentions().iter().filter(|mention| shown(mention.span.start));
        let named: BTreeSet<(MentionKind, &str)> =
            mentions.filter_map(|mention| Some((mention.kind, mention.id.as_deref()?))).collect();
        named
            .into_iter()
            .filter_map(|(kind, id)| match kind {
                MentionKind::Event => self.event_preview(id),
                MentionKind::Entity(_) => self.entity_preview(id, article),
            })
            .collect()
    }

    fn event_preview(&self, id: &str) -> Option<PreviewView> {
        let event = self.site.event(id)?;
        Some(PreviewView {
            url: self.here.to(&Self::event_path(id)),
            kind: "حدث".to_owned(),
            name: event.name.clone(),
            text: shorten(event.summary.as_deref().unwrap_or_default(), SHOWN),
            date: Some(self.words.date_with_weekday(&event.date)),
            facts: vec![words::status(event, event.status).to_owned()],
        })
    }

    fn entity_preview(&self, id: &str, article: &Article) -> Option<PreviewView> {
        let Linked { entity, url, .. } = self.linked(id)?;
        let facts = self.site.facts(id)?;
        // The office of that day says more of a person in the news than what the editor says of a whole life.
        let text = self.office(id, article.date()).or_else(|| self.what(facts, entity));
        let text = text.unwrap_or_default();
        Some(PreviewView {
            url: url.to_string(),
            kind: words::kind_of_one(entity.kind).to_owned(),
            name: entity.name.clone(),
            text: shorten(&text, SHOWN),
            date: None,
            facts: self.entity_facts(facts),
        })
    }
}
