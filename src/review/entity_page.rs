//! What the panel shows beside the page of a person, a body or a place: each of its names, article by article.

use std::collections::BTreeSet;

use serde::Serialize;

use super::sheet::{Item, name_item};
use crate::entity::Id;
use crate::site::model::{Article, Site};

/// How many articles are shown of an entity that stands in many.
const ARTICLES: usize = 60;

/// What the panel shows beside the page of an entity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntitySheet {
    /// Its id.
    pub id: Id,
    /// person, organization or place.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whether an editor has listed it.
    pub is_listed: bool,
    /// Its spellings in each article.
    pub articles: Vec<OfArticle>,
}

/// The names of an entity in one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfArticle {
    /// The article's slug.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// What its files are at this moment.
    pub version: String,
    /// Each spelling once, where it first stands.
    pub items: Vec<Item>,
}

/// What the panel shows beside the page of an entity; `version` tells what the files of an article are.
pub fn entity_sheet(
    site: &Site,
    folder: &str,
    id: &str,
    version: impl Fn(&Article) -> String,
) -> Option<EntitySheet> {
    let entity = site.knowledge.entities.get(id).filter(|entity| entity.kind.folder() == folder)?;
    let of_article = |(_, article): (usize, &Article)| {
        let mut seen = BTreeSet::new();
        let mentions =
            article.mentions().iter().filter(|mention| mention.id.as_deref() == Some(id));
        let first = mentions.filter(|mention| {
            seen.insert(mention.span.cut(&article.document.plain.text).to_owned())
        });
        let items: Vec<Item> = first.map(|mention| name_item(site, article, mention)).collect();
        (!items.is_empty()).then(|| OfArticle {
            article: article.slug.clone(),
            title: article.title.clone(),
            version: version(article),
            items,
        })
    };
    Some(EntitySheet {
        id: entity.id.clone(),
        kind: entity.kind.name(),
        name: entity.name.clone(),
        aliases: entity.aliases.clone(),
        is_listed: site.listed(id).is_some(),
        articles: site.shown().filter_map(of_article).take(ARTICLES).collect(),
    })
}
