//! What is said of each person, organization and place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::{Article, ArticleNo};
use crate::arabic::spelling::one_spelling;
use crate::document::{Mention, MentionKind};
use crate::knowledge::{Entity, EntityKind, Id, Knowledge};
use crate::span::Span;

/// A person, an organization or a place, and all that is said of it.
#[derive(Clone, Debug, Default)]
pub struct EntityPage {
    /// Its id in the knowledge base.
    pub id: Id,
    /// Whether no one has listed it, so that its page is made of the articles alone.
    pub unlisted: bool,
    /// How often it is named.
    pub mentions: usize,
    /// The sentences that name it, in order of time and text.
    pub sentences: Vec<SentenceAt>,
    /// The articles that name it.
    pub articles: Vec<ArticleNo>,
    /// What it is quoted with.
    pub quotes: Vec<QuoteAt>,
    /// Who is named in the same paragraphs, and in how many articles; most often first.
    pub together: Vec<(Id, usize)>,
    /// Offices as articles print them, in order of their first article.
    pub printed_roles: Vec<PrintedRole>,
    /// Spellings under which articles name it, most frequent first.
    pub spellings: Vec<(String, usize)>,
    /// Events in which it took part or that happened there, in order of time.
    pub events: Vec<Id>,
    /// Mentions by month of publication.
    pub by_month: BTreeMap<(i32, u32), usize>,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceAt {
    /// The article.
    pub article: ArticleNo,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence, in the plain text.
    pub span: Span,
    /// The names in it that are meant, in the plain text.
    pub names: Vec<Span>,
}

/// A quotation of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteAt {
    /// The article.
    pub article: ArticleNo,
    /// Its number among the quotes found there.
    pub quote: usize,
}

/// An office as articles print it beside a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedRole {
    /// The office, as it is first printed.
    pub title: String,
    /// Where it is first printed.
    pub first: SentenceAt,
    /// The last article that prints it.
    pub last: ArticleNo,
    /// How many articles print it.
    pub articles: usize,
}

/// How many that appear together with one are shown.
const TOGETHER: usize = 12;

/// Gathers the pages of all entities that an article or an event names.
pub(super) fn collect(articles: &[Article], knowledge: &Knowledge) -> BTreeMap<Id, EntityPage> {
    let mut pages: BTreeMap<Id, EntityPage> = BTreeMap::new();
    let mut together: BTreeMap<(Id, Id), (usize, ArticleNo, usize)> = BTreeMap::new();
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        add_mentions(&mut pages, no, article, knowledge);
        add_company(&mut together, no, article, knowledge);
        add_quotes(&mut pages, no, article, knowledge);
        add_roles(&mut pages, no, article);
    }
    add_events(&mut pages, knowledge);
    for ((one, other), (paragraphs, _, count)) in together {
        for (id, with) in [(&one, &other), (&other, &one)] {
            if let Some(page) = pages.get_mut(id) {
                page.together.push((with.clone(), count * 1000 + paragraphs.min(999)));
            }
        }
    }
    for (id, page) in &mut pages {
        page.id.clone_from(id);
        page.together.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        page.together.truncate(TOGETHER);
        page.together.iter_mut().for_each(|(_, weight)| *weight /= 1000);
        page.spellings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
    pages
}

/// The entity that a mention names, where the knowledge base has it.
fn entity_of<'a>(mention: &'a Mention, knowledge: &Knowledge) -> Option<&'a Id> {
    let of_entity = matches!(mention.kind, MentionKind::Entity(_));
    mention.id.as_ref().filter(|id| of_entity && knowledge.entities.contains_key(*id))
}

fn add_mentions(
    pages: &mut BTreeMap<Id, EntityPage>,
    no: ArticleNo,
    article: &Article,
    knowledge: &Knowledge,
) {
    let text = &article.document.plain.text;
    let month = article.day().map(|day| (day.year(), day.month()));
    for mention in article.mentions() {
        let Some(id) = entity_of(mention, knowledge) else { continue };
        let page = pages.entry(id.clone()).or_default();
        page.mentions += 1;
        if page.articles.last() != Some(&no) {
            page.articles.push(no);
        }
        if let Some(month) = month {
            *page.by_month.entry(month).or_default() += 1;
        }
        let surface = spelling(text, mention.span, knowledge.entities.get(id));
        match page.spellings.iter_mut().find(|(spelling, _)| *spelling == surface) {
            Some((_, count)) => *count += 1,
            None => page.spellings.push((surface.into_owned(), 1)),
        }
        let span = article.sentence_at(mention.span.start);
        match page.sentences.last_mut().filter(|last| last.article == no && last.span == span) {
            Some(last) => last.names.push(mention.span),
            None => {
                let paragraph = article.document.plain.paragraph_at(mention.span.start);
                page.sentences.push(SentenceAt {
                    article: no,
                    paragraph,
                    span,
                    names: vec![mention.span],
                });
            }
        }
    }
}

/// Counts who is named in one paragraph with whom: paragraphs, the last article, articles.
fn add_company(
    together: &mut BTreeMap<(Id, Id), (usize, ArticleNo, usize)>,
    no: ArticleNo,
    article: &Article,
    knowledge: &Knowledge,
) {
    let mut by_paragraph: BTreeMap<usize, BTreeSet<&Id>> = BTreeMap::new();
    for mention in article.mentions() {
        if let Some(id) = entity_of(mention, knowledge) {
            by_paragraph
                .entry(article.document.plain.paragraph_at(mention.span.start))
                .or_default()
                .insert(id);
        }
    }
    for company in by_paragraph.values() {
        // A list of forty names says nothing about who belongs with whom.
        let company: Vec<&&Id> = company.iter().take(30).collect();
        for (at, one) in company.iter().enumerate() {
            for other in &company[at + 1..] {
                let count = together.entry(((**one).clone(), (**other).clone())).or_insert((
                    0,
                    usize::MAX,
                    0,
                ));
                count.0 += 1;
                if count.1 != no {
                    count.1 = no;
                    count.2 += 1;
                }
            }
        }
    }
}

fn add_quotes(
    pages: &mut BTreeMap<Id, EntityPage>,
    no: ArticleNo,
    article: &Article,
    knowledge: &Knowledge,
) {
    for number in 0..article.document.findings.quotes.len() {
        if let Some(id) = article.speaker(number).filter(|id| knowledge.entities.contains_key(*id))
        {
            pages
                .entry(id.clone())
                .or_default()
                .quotes
                .push(QuoteAt { article: no, quote: number });
        }
    }
}

fn add_roles(pages: &mut BTreeMap<Id, EntityPage>, no: ArticleNo, article: &Article) {
    let plain = &article.document.plain;
    for role in &article.document.findings.roles {
        let named = || article.mentions().iter().find(|mention| mention.span == role.name);
        let Some(id) = role.entity.as_ref().or_else(|| named()?.id.as_ref()) else { continue };
        let Some(page) = pages.get_mut(id) else { continue };
        // What names a person is no office: «الرئيس فلان ورئيس الوزراء» is read across two people.
        let person = MentionKind::Entity(EntityKind::Person);
        if article
            .document
            .findings
            .mentions
            .iter()
            .any(|mention| mention.kind == person && mention.span.overlaps(role.span))
        {
            continue;
        }
        let title = role.span.cut(&plain.text);
        match page.printed_roles.iter_mut().find(|known| same_words(&known.title, title)) {
            Some(known) if known.last == no => {}
            Some(known) => (known.last, known.articles) = (no, known.articles + 1),
            None => {
                let span = article.sentence_at(role.span.start);
                let first = SentenceAt {
                    article: no,
                    paragraph: plain.paragraph_at(span.start),
                    span,
                    names: vec![role.span],
                };
                page.printed_roles.push(PrintedRole {
                    title: title.to_owned(),
                    first,
                    last: no,
                    articles: 1,
                });
            }
        }
    }
}

/// Whether two offices are one in two spellings: «الأميركي» and «الأمريكي».
fn same_words(one: &str, other: &str) -> bool {
    one == other
        || one.split_whitespace().map(one_spelling).eq(other.split_whitespace().map(one_spelling))
}

/// A name as it would stand without what is written onto it: of «للكاظمي» the mention is «لكاظمي», the name «الكاظمي».
fn spelling<'t>(text: &'t str, name: Span, entity: Option<&Entity>) -> Cow<'t, str> {
    let surface = name.cut(text);
    match surface.strip_prefix('ل') {
        Some(rest)
            if text[..name.start].ends_with('ل')
                && entity.is_some_and(|entity| !entity.name.starts_with(surface)) =>
        {
            Cow::Owned(format!("ال{rest}"))
        }
        _ => Cow::Borrowed(surface),
    }
}

fn add_events(pages: &mut BTreeMap<Id, EntityPage>, knowledge: &Knowledge) {
    let mut events: Vec<_> = knowledge.events.values().collect();
    events
        .sort_by(|a, b| a.date.first_day().cmp(&b.date.first_day()).then_with(|| a.id.cmp(&b.id)));
    for event in events {
        for id in event.parties.iter().chain(&event.places) {
            if knowledge.entities.contains_key(id) {
                let page = pages.entry(id.clone()).or_default();
                if page.events.last() != Some(&event.id) {
                    page.events.push(event.id.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_what_is_written_onto_it() {
        let knowledge = Knowledge::parse([(
            "k.yaml",
            "places:\n  - {id: lebanon, name: لبنان}\n  - {id: levant, name: الشام}\n",
        )]);
        let knowledge = knowledge.expect("it is well-formed");
        let said = |text: &'static str, part: &str, id: &str| {
            let span = Span::of(text, part).expect("the part is in the text");
            spelling(text, span, knowledge.entities.get(id)).into_owned()
        };
        assert_eq!(said("سفر للشام", "لشام", "levant"), "الشام");
        assert_eq!(said("سفر للبنان", "لبنان", "lebanon"), "لبنان");
        assert_eq!(said("في الشام", "الشام", "levant"), "الشام");
    }

    #[test]
    fn an_office_in_two_spellings_is_one() {
        assert!(
            same_words("الرئيس الأميركي", "الرئيس الأمريكي")
                && !same_words("الرئيس", "الرئيس الأميركي")
        );
    }
}
