//! Names of all articles that no entry has: what is proposed of each, and what is decided of all its places in one go.

use std::cmp::Reverse;
use std::path::Path;

use serde::Serialize;

use super::change::Change;
use super::{Refusal, entries};
use crate::entity::{EntityKind, Id};
use crate::site::model::{ArticleNo, Site};
use crate::span::Span;

/// How many sentences show what a name is.
const SENTENCES: usize = 2;

/// A name that no entry has, as whoever looks through all articles proposes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it names.
    pub kind: EntityKind,
    /// The id that an entry would have; where an entry has the name in another spelling, that one's.
    pub id: Id,
    /// The commonest full spelling.
    pub name: String,
    /// The other spellings, commonest first.
    pub variants: Vec<String>,
    /// Offices printed right before it, commonest first.
    pub roles: Vec<String>,
    /// In how many articles it stands.
    pub articles: usize,
    /// Whether an entry has the name in another spelling.
    pub is_alias: bool,
    /// Where it stands.
    pub places: Vec<(ArticleNo, Span)>,
}

/// What the panel shows of such a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameSheet {
    /// person, organization or place.
    pub kind: &'static str,
    /// The proposed id, or that of the entry which has the name in another spelling.
    pub id: Id,
    /// The commonest full spelling.
    pub name: String,
    /// The other spellings.
    pub variants: Vec<String>,
    /// Offices printed right before it.
    pub roles: Vec<String>,
    /// How often it stands in all articles.
    pub count: usize,
    /// In how many articles.
    pub articles: usize,
    /// The name of the entry which has it in another spelling.
    pub of: Option<String>,
    /// Sentences in which it stands.
    pub sentences: Vec<Said>,
}

/// A sentence with a name, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The article's slug.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// The paragraph, from 1.
    pub paragraph: usize,
    /// The sentence.
    pub text: String,
}

/// What the panel shows of names that no entry has, in their order.
pub fn names(site: &Site, proposed: Vec<Proposed>) -> Vec<NameSheet> {
    let shown = |one: Proposed| NameSheet {
        kind: one.kind.name(),
        of: one.is_alias.then(|| site.listed(&one.id).map(|entry| entry.name.clone())).flatten(),
        sentences: sentences(site, &one.places),
        count: one.places.len(),
        id: one.id,
        name: one.name,
        variants: one.variants,
        roles: one.roles,
        articles: one.articles,
    };
    proposed.into_iter().map(shown).collect()
}

/// The sentences with the longest spellings, of different articles where there are several.
fn sentences(site: &Site, places: &[(ArticleNo, Span)]) -> Vec<Said> {
    let mut order: Vec<&(ArticleNo, Span)> = places.iter().collect();
    order.sort_by_key(|(no, span)| (Reverse(span.len()), *no, span.start));
    let first = order.first().map(|(no, _)| *no);
    let others = order.iter().filter(|(no, _)| Some(*no) != first);
    let same = order.iter().filter(|(no, _)| Some(*no) == first).skip(1);
    let mut found: Vec<Said> = Vec::new();
    for (no, span) in order.first().into_iter().chain(others).chain(same).map(|place| **place) {
        let Some(article) = site.articles.get(no) else { continue };
        let plain = &article.document.plain;
        let text = article.sentence_at(span.start).cut(&plain.text).trim().to_owned();
        if found.len() < SENTENCES && found.iter().all(|said| said.text != text) {
            found.push(Said {
                article: article.slug.clone(),
                title: article.title.clone(),
                paragraph: plain.paragraph_at(span.start) + 1,
                text,
            });
        }
    }
    found
}

/// An entry more, with its other spellings and offices.
pub(super) fn entry(
    root: &Path,
    site: &Site,
    kind: EntityKind,
    new: &entries::New<'_>,
) -> Result<(String, Vec<Change>), Refusal> {
    let change = entries::entry(root, &site.knowledge, kind, new)?;
    Ok((format!("«{}»: مدخل جديد {}", new.name.trim(), new.id), vec![change]))
}

/// These spellings are no names, in no article.
pub(super) fn ignore(root: &Path, texts: &[String]) -> Result<(String, Vec<Change>), Refusal> {
    let title = format!("«{}»: ليس اسمًا", first(texts)?);
    Ok((title, vec![entries::ignore(root, texts)?]))
}

/// These spellings are names of an entry, in all articles.
pub(super) fn join(
    root: &Path,
    site: &Site,
    texts: &[String],
    id: &str,
) -> Result<(String, Vec<Change>), Refusal> {
    let entity = site.listed(id).ok_or_else(|| Refusal::unknown_id(id))?;
    let title = format!("«{}»: {}", first(texts)?, entity.name);
    let is_new = |text: &&String| entity.name != **text && !entity.aliases.contains(text);
    let texts: Vec<String> = texts.iter().filter(is_new).cloned().collect();
    let changes = match texts.as_slice() {
        [] => Vec::new(),
        texts => vec![entries::aliases(root, entity.kind, id, texts)?],
    };
    Ok((title, changes))
}

fn first(texts: &[String]) -> Result<&str, Refusal> {
    let first = texts.first().map(|text| text.trim()).filter(|text| !text.is_empty());
    first.ok_or_else(|| Refusal::new("no-name", "الاسم فارغ."))
}
