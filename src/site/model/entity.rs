//! What is said of each person, organization and place.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;

use super::{Article, ArticleNo};
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::quick_hash::WordMap;
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

/// The pages while they are gathered, by the number of their ids: numbers stand in the order of ids.
struct Pages<'k> {
    entities: Vec<&'k Entity>,
    numbers: WordMap<&'k str, u32>,
    pages: Vec<Option<EntityPage>>,
    /// Who is named in one paragraph with whom, the lower number first.
    together: WordMap<u64, Company>,
    /// The place of each office among those of its page, by its words in one spelling.
    roles: WordMap<(u32, String), usize>,
}

/// In how many paragraphs and articles two are named together.
#[derive(Clone, Copy)]
struct Company {
    paragraphs: usize,
    last: ArticleNo,
    articles: usize,
}

/// Gathers the pages of all entities that an article or an event names.
pub(super) fn collect(articles: &[Article], knowledge: &Knowledge) -> BTreeMap<Id, EntityPage> {
    let mut pages = Pages::of(knowledge);
    for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn()) {
        let named = pages.named(article);
        pages.add_mentions(no, article, &named);
        pages.add_company(no, article, &named);
        pages.add_quotes(no, article);
        pages.add_roles(no, article);
    }
    pages.add_events(knowledge);
    pages.closed()
}

impl<'k> Pages<'k> {
    fn of(knowledge: &'k Knowledge) -> Self {
        let entities: Vec<&Entity> = knowledge.entities.values().collect();
        let numbers = (0..).zip(knowledge.entities.keys());
        Self {
            numbers: numbers.map(|(number, id)| (id.as_str(), number)).collect(),
            pages: vec![None; entities.len()],
            entities,
            together: WordMap::default(),
            roles: WordMap::default(),
        }
    }

    fn number(&self, id: &str) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// The page of a number, begun where there is none yet.
    fn page(&mut self, number: u32) -> &mut EntityPage {
        let (entity, page) = (self.entities[number as usize], &mut self.pages[number as usize]);
        page.get_or_insert_with(|| EntityPage { id: entity.id.clone(), ..EntityPage::default() })
    }

    /// The mentions of an article that name an entity of the knowledge base.
    fn named<'a>(&self, article: &'a Article) -> Vec<(&'a Mention, u32)> {
        let of_entity = |mention: &&Mention| matches!(mention.kind, MentionKind::Entity(_));
        let mentions = article.mentions().iter().filter(of_entity);
        mentions.filter_map(|name| Some((name, self.number(name.id.as_deref()?)?))).collect()
    }

    fn add_mentions(&mut self, no: ArticleNo, article: &Article, named: &[(&Mention, u32)]) {
        let text = &article.document.plain.text;
        let month = article.day().map(|day| (day.year(), day.month()));
        for &(mention, number) in named {
            let surface = spelling(text, mention.span, self.entities[number as usize]);
            let page = self.page(number);
            page.mentions += 1;
            if page.articles.last() != Some(&no) {
                page.articles.push(no);
            }
            if let Some(month) = month {
                *page.by_month.entry(month).or_default() += 1;
            }
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

    /// Counts who is named in one paragraph with whom.
    fn add_company(&mut self, no: ArticleNo, article: &Article, named: &[(&Mention, u32)]) {
        let paragraph = |name: &Mention| article.document.plain.paragraph_at(name.span.start);
        let mut at: Vec<(usize, u32)> =
            named.iter().map(|(name, number)| (paragraph(name), *number)).collect();
        at.sort_unstable();
        at.dedup();
        for company in at.chunk_by(|a, b| a.0 == b.0) {
            // A list of forty names says nothing about who belongs with whom.
            let company = &company[..company.len().min(30)];
            for (at, (_, one)) in company.iter().enumerate() {
                for (_, other) in &company[at + 1..] {
                    let key = u64::from(*one) << 32 | u64::from(*other);
                    let none = Company { paragraphs: 0, last: usize::MAX, articles: 0 };
                    let count = self.together.entry(key).or_insert(none);
                    count.paragraphs += 1;
                    if count.last != no {
                        count.last = no;
                        count.articles += 1;
                    }
                }
            }
        }
    }

    fn add_quotes(&mut self, no: ArticleNo, article: &Article) {
        for quote in 0..article.document.findings.quotes.len() {
            if let Some(number) = article.speaker(quote).and_then(|id| self.number(id)) {
                self.page(number).quotes.push(QuoteAt { article: no, quote });
            }
        }
    }

    fn add_roles(&mut self, no: ArticleNo, article: &Article) {
        let plain = &article.document.plain;
        for role in &article.document.findings.roles {
            let named = || article.mentions().iter().find(|mention| mention.span == role.name);
            let Some(id) = role.entity.as_ref().or_else(|| named()?.id.as_ref()) else { continue };
            let Some(number) = self.number(id) else { continue };
            let Some(page) = &mut self.pages[number as usize] else { continue };
            // What names a person is no office: «الرئيس فلان ورئيس الوزراء» is read across two people.
            let person = MentionKind::Entity(EntityKind::Person);
            let mut people = article.document.findings.mentions.iter();
            if people.any(|name| name.kind == person && name.span.overlaps(role.span)) {
                continue;
            }
            let title = role.title(&plain.text);
            let next = page.printed_roles.len();
            let place = *self.roles.entry((number, in_one_spelling(&title))).or_insert(next);
            match page.printed_roles.get_mut(place) {
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
                    page.printed_roles.push(PrintedRole { title, first, last: no, articles: 1 });
                }
            }
        }
    }

    fn add_events(&mut self, knowledge: &Knowledge) {
        let mut events: Vec<_> = knowledge.events.values().collect();
        events.sort_by(|a, b| {
            a.date.first_day().cmp(&b.date.first_day()).then_with(|| a.id.cmp(&b.id))
        });
        for event in events {
            for id in event.parties.iter().chain(&event.places) {
                if let Some(number) = self.number(id) {
                    let page = self.page(number);
                    if page.events.last() != Some(&event.id) {
                        page.events.push(event.id.clone());
                    }
                }
            }
        }
    }

    /// All pages, with those who are named together most.
    fn closed(mut self) -> BTreeMap<Id, EntityPage> {
        let mut company: Vec<Vec<(usize, u32)>> = vec![Vec::new(); self.pages.len()];
        // Their order is not seen: what is gathered is sorted below.
        std::mem::take(&mut self.together).into_iter().for_each(|(pair, count)| {
            let (one, other) = ((pair >> 32) as u32, pair as u32);
            let weight = count.articles * 1000 + count.paragraphs.min(999);
            company[one as usize].push((weight, other));
            company[other as usize].push((weight, one));
        });
        let entities = &self.entities;
        let closed = |(page, mut company): (Option<EntityPage>, Vec<(usize, u32)>)| {
            let mut page = page?;
            company.sort_unstable_by_key(|&(weight, other)| (Reverse(weight), other));
            let most = company.into_iter().take(TOGETHER);
            let with = |number: u32| entities[number as usize].id.clone();
            page.together = most.map(|(weight, other)| (with(other), weight / 1000)).collect();
            page.spellings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            Some((page.id.clone(), page))
        };
        self.pages.into_iter().zip(company).filter_map(closed).collect()
    }
}

/// An office by its words: «الأميركي» and «الأمريكي» are one in two spellings.
fn in_one_spelling(title: &str) -> String {
    title.split_whitespace().map(one_spelling).collect::<Vec<_>>().join(" ")
}

/// A name as it would stand without what is written onto it: of «للكاظمي» the mention is «لكاظمي», the name «الكاظمي».
fn spelling<'t>(text: &'t str, name: Span, entity: &Entity) -> Cow<'t, str> {
    let surface = name.cut(text);
    match surface.behind(FOR) {
        Some(rest) if text[..name.start].ends_with('ل') && !entity.name.starts_with(surface) => {
            Cow::Owned(format!("ال{rest}"))
        }
        _ => Cow::Borrowed(surface),
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
            spelling(text, span, &knowledge.entities[id]).into_owned()
        };
        assert_eq!(said("سفر للشام", "لشام", "levant"), "الشام");
        assert_eq!(said("سفر للبنان", "لبنان", "lebanon"), "لبنان");
        assert_eq!(said("في الشام", "الشام", "levant"), "الشام");
    }

    #[test]
    fn an_office_in_two_spellings_is_one() {
        assert_eq!(in_one_spelling("الرئيس الأميركي"), in_one_spelling("الرئيس  الأمريكي"));
        assert_ne!(in_one_spelling("الرئيس"), in_one_spelling("الرئيس الأميركي"));
    }
}
