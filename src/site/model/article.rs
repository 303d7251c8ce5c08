//! One article of the dossier: slug, title, outlet, topics, and its place in time.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::number::ArticleNo;
use super::sheet::Sheet;
use super::unlisted::{Firsts, stretch};
use crate::arabic::calendar::Edtf;
use crate::arabic::file_name::flaw;
use crate::arabic::slug::slug;
use crate::diagnostics::Diagnostic;
use crate::document::{Display, Document, Mention, PublicationStatus, Source, Speaker};
use crate::knowledge::{Id, Knowledge, OutletNames};
use crate::span::Span;

/// Slugs that are folders of the list of articles.
const RESERVED: [&str; 2] = ["page", "year"];

/// One article of the dossier.
#[derive(Clone, Debug)]
pub struct Article {
    /// The last part of its path; used once.
    pub slug: String,
    /// Its headline, never empty.
    pub title: String,
    /// Text, marks and findings.
    pub document: Arc<Document>,
    /// Who published it.
    pub outlet: OutletOf,
    /// Its topics, best first; all are in the knowledge base.
    pub topics: Vec<Id>,
    /// How long it is, and how much was cut.
    pub words: WordCount,
    /// Articles that print the same text, most of it first.
    pub shared: Vec<SharedText>,
    /// Articles that speak of the same things, nearest first.
    pub related: Vec<ArticleNo>,
    /// The article shown before it, and after it.
    pub neighbours: (Option<ArticleNo>, Option<ArticleNo>),
    /// All that it names, in order, where a name that no one has listed is among it; else the findings say it.
    pub names: Option<Vec<Mention>>,
    /// Its quotations whose speaker has a name that no one has listed, by their number.
    pub unlisted_speakers: BTreeMap<usize, Id>,
    /// What its text says to whoever needs all articles together.
    pub(crate) sheet: Sheet,
}

/// Words of an article's body, and words that were cut; white space, the headline and the front matter count as neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordCount {
    /// Those of the body.
    pub kept: usize,
    /// Those that were cut.
    pub cut: usize,
}

impl WordCount {
    fn of(document: &Document, sheet: &Sheet) -> Self {
        let removed =
            document.front_matter.removed.iter().filter(|removed| removed.kind.is_counted());
        Self { kept: sheet.words, cut: removed.map(|removed| removed.words).sum() }
    }
}

/// Who published an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutletOf {
    /// An outlet of the knowledge base.
    Known(Id),
    /// One that has only a name.
    Named(String),
    /// The article does not say.
    #[default]
    Unknown,
}

impl Article {
    /// Its path from the site's root.
    pub fn path(&self) -> String {
        format!("articles/{}/index.html", self.slug)
    }

    /// When it was published, as far as known.
    pub fn date(&self) -> Option<&Edtf> {
        self.document.front_matter.date.as_ref()
    }

    /// The first day on which it can have been published.
    pub fn day(&self) -> Option<NaiveDate> {
        self.date().and_then(Edtf::first_day)
    }

    /// Whether it was taken back.
    pub fn withdrawn(&self) -> bool {
        self.document.front_matter.status == PublicationStatus::Withdrawn
    }

    /// Its mentions in order, each with the id under which the site has what it names.
    pub fn mentions(&self) -> &[Mention] {
        self.names.as_deref().unwrap_or(&self.document.findings.mentions)
    }

    /// The speaker of a quotation, where the site has an entry of that name.
    pub fn speaker(&self, quote: usize) -> Option<&Id> {
        match &self.document.findings.quotes.get(quote)?.speaker {
            Speaker::Entity(id) => Some(id),
            Speaker::Text(_) | Speaker::Unknown => self.unlisted_speakers.get(&quote),
        }
    }

    /// The sentence in which a byte of the plain text stands.
    pub fn sentence_at(&self, byte: usize) -> Span {
        let sentences = &self.sheet.sentences;
        let after = sentences.partition_point(|sentence| sentence.start <= byte);
        let found =
            after.checked_sub(1).map(|at| sentences[at]).filter(|sentence| byte < sentence.end);
        found.unwrap_or_else(|| {
            let plain = &self.document.plain;
            plain
                .paragraphs
                .get(plain.paragraph_at(byte))
                .map_or(Span::default(), |paragraph| paragraph.span)
        })
    }

    /// The first paragraph of running text, for lists and descriptions.
    pub fn lede(&self) -> &str {
        let plain = &self.document.plain;
        self.lede_paragraph()
            .and_then(|at| plain.paragraphs.get(at))
            .map_or("", |paragraph| paragraph.span.cut(&plain.text))
    }

    /// The number of that paragraph, from 0.
    pub fn lede_paragraph(&self) -> Option<usize> {
        use crate::document::ParagraphKind::{Item, Text};
        let paragraphs = &self.document.plain.paragraphs;
        let first = paragraphs.iter().position(|paragraph| {
            matches!(paragraph.kind, Text | Item) && paragraph.span.len() > 40
        });
        first.or(if paragraphs.is_empty() { None } else { Some(0) })
    }

    /// Whether its whole text may be shown.
    pub fn is_full(&self) -> bool {
        !self.withdrawn() && self.document.front_matter.display == Display::Full
    }

    /// Whether its page shows that paragraph.
    pub fn shows(&self, paragraph: usize) -> bool {
        match self.document.front_matter.display {
            _ if self.withdrawn() => false,
            Display::Full => paragraph < self.document.plain.paragraphs.len(),
            Display::Excerpt => self.lede_paragraph() == Some(paragraph),
            Display::Link => false,
        }
    }

    /// Whether the cleaning log has a page of it.
    pub fn has_log(&self) -> bool {
        self.is_full() && self.words.cut > 0 && !self.document.origin.raw.is_empty()
    }
}

/// Gives each document what it needs among others, in order of time.
pub(super) fn collect(
    documents: Vec<Arc<Document>>,
    knowledge: &Knowledge,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Article> {
    let mut documents: Vec<Arc<Document>> = documents
        .into_iter()
        .filter(|document| document.front_matter.status != PublicationStatus::Draft)
        .collect();
    documents.sort_by(|a, b| a.origin.path.cmp(&b.origin.path));
    let outlets = knowledge.outlet_names();
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut articles = Vec::with_capacity(documents.len());
    let sheet = |firsts: &mut Firsts, document: &Arc<Document>| Sheet::of(document, firsts);
    let some = documents.par_iter().with_min_len(stretch(documents.len()));
    let sheets: Vec<Sheet> = some.map_init(Firsts::default, sheet).collect();
    for (document, sheet) in documents.into_iter().zip(sheets) {
        let slug = slug_of(&document);
        // Some file systems take «Page» and «page» for one.
        let key = slug.to_lowercase();
        let why = if RESERVED.contains(&key.as_str()) {
            Some((
                "reserved-slug",
                format!(
                    "`articles/{key}/` holds the lists of articles, so `{slug}` cannot be a slug"
                ),
            ))
        } else if let Some(why) = flaw(&slug) {
            Some(("reserved-slug", format!("`{slug}` cannot be a slug: it {why}")))
        } else {
            let other = taken.get(&key);
            other.map(|other| {
                (
                    "slug-taken",
                    format!(
                        "two articles have the slug `{slug}`: {other} and {}",
                        document.origin.path
                    ),
                )
            })
        };
        if let Some((code, message)) = why {
            let help = if code == "slug-taken" {
                "give one of them another `slug:`"
            } else {
                "give the article another `slug:`"
            };
            let found = Diagnostic::error(code, message).help(help).in_file(&document.origin.path);
            let front = &document.front_matter;
            let line = front.slug.as_deref().and_then(|slug| front.line_of("slug", slug));
            diagnostics.push(if let Some(line) = line { found.at(line, 1) } else { found });
            continue;
        }
        taken.insert(key, document.origin.path.clone());
        articles.push(article(document, sheet, slug, knowledge, outlets));
    }
    articles.sort_by(|a, b| {
        let key = |article: &Article| (article.day().is_none(), article.day());
        key(a).cmp(&key(b)).then_with(|| a.slug.cmp(&b.slug))
    });
    link_neighbours(&mut articles);
    articles
}

fn article(
    document: Arc<Document>,
    sheet: Sheet,
    slug: String,
    knowledge: &Knowledge,
    outlets: &OutletNames,
) -> Article {
    let title =
        document.front_matter.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    Article {
        title: title.map_or_else(|| "مادة بلا عنوان".to_owned(), str::to_owned),
        outlet: outlet(&document.front_matter.source, outlets),
        topics: topics_of(&document, knowledge),
        words: WordCount::of(&document, &sheet),
        shared: Vec::new(),
        related: Vec::new(),
        neighbours: (None, None),
        names: None,
        unlisted_speakers: BTreeMap::new(),
        slug,
        sheet,
        document,
    }
}

fn link_neighbours(articles: &mut [Article]) {
    let shown: Vec<ArticleNo> =
        (0..articles.len()).filter(|&no| !articles[no].withdrawn()).collect();
    for (at, &no) in shown.iter().enumerate() {
        articles[no].neighbours =
            (at.checked_sub(1).map(|before| shown[before]), shown.get(at + 1).copied());
    }
}

fn topics_of(document: &Document, knowledge: &Knowledge) -> Vec<Id> {
    let Some(given) = &document.front_matter.topics else {
        let belongs = |id: &str, score: f64| {
            knowledge
                .topics
                .get(id)
                .is_some_and(|topic| topic.threshold.is_none_or(|least| score >= least))
        };
        return document
            .findings
            .topics
            .iter()
            .filter(|topic| belongs(&topic.id, topic.score))
            .map(|topic| topic.id.clone())
            .collect();
    };
    let mut topics = Vec::new();
    for id in given {
        // An id that no topic has is told of with its line (`super::doubts`).
        if knowledge.topics.contains_key(id) && !topics.contains(id) {
            topics.push(id.clone());
        }
    }
    topics
}

/// `slug:`, else the stem of the file, as a part of a path.
fn slug_of(document: &Document) -> String {
    let file = document.origin.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let wanted = document.front_matter.slug.as_deref().unwrap_or(stem);
    let slug = slug(wanted);
    if slug.is_empty() { "article".to_owned() } else { slug }
}

/// Where an article comes from: as its front matter says, else as its address does.
fn outlet(source: &Source, names: &OutletNames) -> OutletOf {
    if let Some(name) = source.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        return names
            .named(name)
            .map_or_else(|| OutletOf::Named(name.to_owned()), |id| OutletOf::Known(id.clone()));
    }
    let known = source.url.as_deref().and_then(|url| names.at(url));
    known.map_or(OutletOf::Unknown, |id| OutletOf::Known(id.clone()))
}

/// An article that prints the same text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedText {
    /// Which one.
    pub article: ArticleNo,
    /// How much of the shorter of the two stands in the other, in hundredths.
    pub percent: u32,
}
