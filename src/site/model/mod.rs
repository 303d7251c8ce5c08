//! Documents → [`Site`]: everything that needs all articles together, and no HTML.
//!
//! 1. [`article`] gives each document its slug, title, outlet and topics, and puts them in order of time;
//!    what its text says of it by itself stands on its [`sheet`];
//! 2. [`kinship`] finds articles that share wire text, and those that speak of the same things;
//! 3. [`joined`] looks in each article for the names that others tell, or takes what the build before has found;
//!    [`unlisted`] finds the names that no one has listed and that get a page all the same;
//!    [`entity`] gathers what is said of each person, organization and place; [`terms`] the topics and outlets;
//! 4. [`statements`] finds what articles tell of a day; [`timeline`] merges what they attest by event;
//! 5. [`redirects`] leads from old paths to new ones; [`doubts`] tells the editor what is missing or unknown;
//! 6. [`figures`] lines up the numbers that sources claim; [`phrases`] finds what articles speak of again and again;
//!    [`letters`] sorts names for an index.

mod again;
mod article;
mod doubts;
mod eights;
mod entity;
mod figures;
mod joined;
mod kinship;
mod letters;
mod number;
mod page;
mod phrase;
mod phrases;
mod print;
mod proposals;
mod redirects;
mod sheet;
mod site;
mod statements;
mod terms;
mod timeline;
mod unlisted;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::Document;
use crate::knowledge::{Id, Knowledge};
use crate::site::kept::Kept;
use joined::Joined;

pub use article::{Article, OutletOf, SharedText, WordCount};
pub use entity::{EntityPage, PrintedRole, QuoteAt, SentenceAt};
pub use figures::{ClaimedBy, FigureAt, FigureRow, FigureTable};
pub use kinship::NEAR;
pub use letters::{Letter, letter_index, sort_by_name};
pub use number::ArticleNo;
pub use page::FreePage;
pub use phrases::KeyPhrase;
pub use print::Print;
pub use proposals::{Lacking, Proposal, proposals};

pub use site::{Redirect, Site};
pub use terms::{OutletPage, TopicPage};
pub use timeline::{AttestedAt, ClaimAt, EventPage, Gap, Side, Timeline};

/// Joins documents into a site. It never fails: what cannot be shown is left out, with a diagnostic.
pub fn assemble<D: Into<Arc<Document>>>(
    documents: Vec<D>,
    knowledge: &Knowledge,
    config: &Config,
) -> Warned<Site> {
    let documents = documents.into_iter().map(Into::into).collect();
    assemble_again(documents, knowledge, config, None)
}

/// The same with what the build before has left, and leaving the same for the next one.
pub(crate) fn assemble_again(
    documents: Vec<Arc<Document>>,
    knowledge: &Knowledge,
    config: &Config,
    kept: Option<&Kept>,
) -> Warned<Site> {
    let mut diagnostics = doubts::doubts(&documents, knowledge);
    let mut articles = article::collect(documents, knowledge, &mut diagnostics);
    let mut joined = Joined::of(&articles, kept);
    let prints = kinship::prints(&mut articles);
    let (unlisted, shared) = rayon::join(
        || unlisted::list(&mut articles, joined.names(), knowledge),
        || kinship::shared_text(&prints),
    );
    drop(prints);
    let ids: BTreeSet<Id> = unlisted.iter().map(|entry| entry.id.clone()).collect();
    let mut with_unlisted = knowledge.clone();
    with_unlisted.entities.extend(unlisted.into_iter().map(|entry| (entry.id.clone(), entry)));
    kinship::relate(&mut articles, shared, &mut diagnostics);
    let redirects = redirects::collect(&articles, &mut diagnostics);
    let told = joined.told(&articles);
    joined.keep(kept);
    let told = statements::collect(&articles, told, &with_unlisted);
    with_unlisted
        .events
        .extend(told.iter().map(|told| (told.event.id.clone(), told.event.clone())));
    let knowledge = &with_unlisted;
    let phrases = || match knowledge.topics.is_empty() {
        true => {
            let read: Vec<_> = articles.iter().map(|article| &article.sheet.phrases).collect();
            phrases::collect(&articles, &read)
        }
        false => Vec::new(),
    };
    let listed = || {
        let timeline = timeline::build(&articles, knowledge, config, &told);
        (timeline, terms::topics(&articles, knowledge), phrases())
    };
    let (mut entities, (timeline, topics, phrases)) =
        rayon::join(|| entity::collect(&articles, knowledge), listed);
    articles.par_iter_mut().for_each(|article| article.sheet.close());
    for (id, page) in &mut entities {
        page.unlisted = ids.contains(id);
    }
    let mut site = Site {
        config: config.clone(),
        entities,
        topics,
        outlets: terms::outlets(&articles, knowledge),
        figures: figures::collect(&articles, knowledge),
        phrases,
        knowledge: with_unlisted,
        pages: Vec::new(),
        timeline,
        redirects,
        articles,
    };
    let mut redirects = std::mem::take(&mut site.redirects);
    redirects::of_entries(&site, &mut redirects);
    site.redirects = redirects;
    Warned { value: site, diagnostics }
}
