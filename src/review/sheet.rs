//! What the panel shows beside a page: what was found, why, and whose word it is.

use serde::Serialize;

use super::At;
use super::article::is_persons;
use crate::document::review::{Place, opening_mark};
use crate::document::{Annotation, Author, Document, Mention, MentionKind, Speaker};
use crate::site::model::{Article, OutletOf, Site};
use crate::span::{LineIndex, Span};

/// How many words of a quotation name its place.
const QUOTED_WORDS: usize = 6;
/// How many letters of a cut are shown.
const CUT_CHARS: usize = 160;
/// From how many words on a cut of another story's kind is worth a second look.
const LONG_CUT: usize = 40;

/// What the panel shows beside an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// The article's slug.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// Its file.
    pub path: String,
    /// Whether its decisions stand in the text itself.
    pub is_markdown: bool,
    /// When it was published.
    pub date: Field,
    /// Who published it.
    pub outlet: Field,
    /// The ids of its topics.
    pub topics: Vec<String>,
    /// draft, published or withdrawn.
    pub status: &'static str,
    /// Everything found, in the order of the text, then what was cut.
    pub items: Vec<Item>,
}

/// A value of the whole article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The value; empty where none is known.
    pub value: String,
    /// How it is known.
    pub basis: String,
    /// Why, a line for each reason.
    pub why: Vec<String>,
    /// How doubtful it is; 0 where nothing is left to review.
    pub doubt: u8,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// name, day, speech, plain or cut.
    pub what: &'static str,
    /// Where it stands.
    pub at: At,
    /// person, organization, place, event; the kind of a cut.
    pub kind: String,
    /// The id of the entry or the speaker.
    pub id: Option<String>,
    /// The entry's name, the value of a day, the speaker.
    pub value: String,
    /// Why it is here.
    pub why: String,
    /// Whether a person said so.
    pub is_decided: bool,
    /// How doubtful it is; 0 where nothing is left to review.
    pub doubt: u8,
    /// First and last line of a cut in the raw file.
    pub lines: Option<(usize, usize)>,
}

/// What attests an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventSheet {
    /// Its id.
    pub event: String,
    /// Its name.
    pub name: String,
    /// Each paragraph that speaks of it.
    pub attested: Vec<Attested>,
}

/// A paragraph that speaks of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attested {
    /// The article's slug and headline.
    pub article: (String, String),
    /// The paragraph, from 1.
    pub paragraph: usize,
    /// The sentence.
    pub sentence: String,
    /// Why it is taken to speak of it.
    pub why: String,
}

/// What can be chosen: entries, topics, outlets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choices {
    /// Kind, id and name of everything that can be named.
    pub entries: Vec<(&'static str, String, String)>,
    /// Id and name.
    pub topics: Vec<(String, String)>,
    /// Id and name.
    pub outlets: Vec<(String, String)>,
}

/// How doubtful each kind of finding is, most first; what the knowledge base or a person says is not doubtful.
pub(super) mod doubt {
    pub(crate) const NO_DATE: u8 = 90;
    pub(crate) const INFERRED_DATE: u8 = 60;
    pub(crate) const UNKNOWN_NAME: u8 = 50;
    pub(crate) const NO_SPEAKER: u8 = 45;
    pub(crate) const RELATIVE_DAY: u8 = 40;
    pub(crate) const LONG_CUT: u8 = 35;
    pub(crate) const NO_OUTLET: u8 = 30;
    pub(crate) const NAMED_SPEAKER: u8 = 20;
}

/// What can be chosen in the panel.
pub fn choices(site: &Site) -> Choices {
    let knowledge = &site.knowledge;
    // What the site lists of itself has no file that could take in another name.
    let listed = knowledge.entities.keys().filter_map(|id| site.listed(id));
    let entities =
        listed.map(|entity| (entity.kind.name(), entity.id.clone(), entity.name.clone()));
    let listed = knowledge.events.keys().filter_map(|id| site.listed_event(id));
    let events = listed.map(|event| ("event", event.id.clone(), event.name.clone()));
    Choices {
        entries: entities.chain(events).collect(),
        topics: knowledge.topics.values().map(|one| (one.id.clone(), one.name.clone())).collect(),
        outlets: knowledge.outlets.values().map(|one| (one.id.clone(), one.name.clone())).collect(),
    }
}

/// What attests an event.
pub fn event_sheet(site: &Site, id: &str) -> Option<EventSheet> {
    let page = site.event(id)?;
    let name = site.knowledge.events.get(id)?.name.clone();
    let mut attested = Vec::new();
    for article in page.articles().into_iter().filter_map(|no| site.articles.get(no)) {
        let plain = &article.document.plain;
        for found in article.document.findings.events.iter().filter(|found| found.event == id) {
            attested.push(Attested {
                article: (article.slug.clone(), article.title.clone()),
                paragraph: found.paragraph + 1,
                sentence: found.span.cut(&plain.text).to_owned(),
                why: found.reason.clone(),
            });
        }
    }
    Some(EventSheet { event: id.to_owned(), name, attested })
}

/// What the panel shows beside an article.
pub fn sheet(site: &Site, article: &Article) -> Sheet {
    let document = &*article.document;
    let path = document.origin.path.clone();
    let mut items = names(site, article);
    items.extend(days(document));
    items.extend(speeches(site, document));
    items.extend(decided(document));
    items.sort_by_key(|item| (item.at.paragraph, item.doubt == 0));
    items.extend(cuts(document));
    Sheet {
        article: article.slug.clone(),
        title: article.title.clone(),
        is_markdown: crate::site::load::is_markdown(std::path::Path::new(&path)),
        path,
        date: date(document),
        outlet: outlet(site, article),
        topics: article.topics.clone(),
        status: document.front_matter.status.name(),
        items,
    }
}

fn date(document: &Document) -> Field {
    use crate::document::DateBasis::{Editor, Inferred, Page, Stated};
    let front = &document.front_matter;
    let (basis, doubt) = match front.date_basis {
        Some(Stated) => ("مذكور في الصفحة", 0),
        Some(Page) => ("مطبوع عند المادة", 0),
        Some(Inferred) => ("مستنتَج", doubt::INFERRED_DATE),
        Some(Editor) if front.date.is_none() => ("قال المحرّر إن تاريخها لا يُعرف", 0),
        Some(Editor) => ("من المحرّر", 0),
        None => ("لا تاريخ", doubt::NO_DATE),
    };
    let why = |one: &crate::document::DateEvidence| {
        format!("«{}»: {} ({})", one.text, one.value, one.reason)
    };
    Field {
        value: front.date.as_ref().map(ToString::to_string).unwrap_or_default(),
        basis: basis.to_owned(),
        why: front.date_evidence.iter().map(why).collect(),
        doubt,
    }
}

fn outlet(site: &Site, article: &Article) -> Field {
    let (value, basis, doubt) = match &article.outlet {
        OutletOf::Known(id) => {
            let name = site.knowledge.outlets.get(id).map_or(id, |outlet| &outlet.name);
            (name.clone(), "من قاعدة المعرفة", 0)
        }
        OutletOf::Named(name) => (name.clone(), "بالاسم وحده", 0),
        OutletOf::Unknown => (String::new(), "غير معروف", doubt::NO_OUTLET),
    };
    Field { value, basis: basis.to_owned(), why: Vec::new(), doubt }
}

fn names(site: &Site, article: &Article) -> Vec<Item> {
    let mentions = article.document.findings.mentions.iter();
    mentions.map(|mention| name_item(site, article, mention)).collect()
}

/// A name of an article; the id of what no editor has listed is none.
pub(super) fn name_item(site: &Site, article: &Article, mention: &Mention) -> Item {
    let document = &*article.document;
    let id = mention.id.as_deref();
    let named = match mention.kind {
        MentionKind::Event => id.and_then(|id| site.listed_event(id)).map(|event| &event.name),
        MentionKind::Entity(_) => id.and_then(|id| site.listed(id)).map(|entity| &entity.name),
    };
    let is_decided = is_persons(document, mention.span);
    let is_settled = is_decided || named.is_some();
    Item {
        what: "name",
        at: Place::of(&document.plain, mention.span).into(),
        kind: mention.kind.name().to_owned(),
        value: named.cloned().unwrap_or_default(),
        id: named.and(mention.id.clone()),
        why: mention.reason.clone(),
        is_decided,
        doubt: if is_settled { 0 } else { doubt::UNKNOWN_NAME },
        lines: None,
    }
}

fn days(document: &Document) -> Vec<Item> {
    let item = |date: &crate::document::TimeExpression| {
        let is_decided = is_persons(document, date.span);
        let is_settled = is_decided || !date.relative;
        Item {
            what: "day",
            at: Place::of(&document.plain, date.span).into(),
            kind: "date".to_owned(),
            id: None,
            value: date.value.to_string(),
            why: date.reason.clone(),
            is_decided,
            doubt: if is_settled { 0 } else { doubt::RELATIVE_DAY },
            lines: None,
        }
    };
    document.findings.dates.iter().map(item).collect()
}

fn speeches(site: &Site, document: &Document) -> Vec<Item> {
    let plain = &document.plain;
    let item = |quote: &crate::document::Quote| {
        let (id, value, doubt) = match &quote.speaker {
            Speaker::Entity(id) => {
                let name = site.knowledge.entities.get(id).map_or(id, |entity| &entity.name);
                (Some(id.clone()), name.clone(), 0)
            }
            Speaker::Text(text) => (None, text.clone(), doubt::NAMED_SPEAKER),
            Speaker::Unknown => (None, String::new(), doubt::NO_SPEAKER),
        };
        let is_decided = is_decided_speech(document, quote.span);
        let why = match quote.speaker_span {
            Some(span) => format!("سُمّي عند القول: «{}»", span.cut(&plain.text)),
            None if is_decided => "علامة المحرّر".to_owned(),
            None => "لم يُسمَّ عند القول".to_owned(),
        };
        Item {
            what: "speech",
            at: Place::of(plain, opening_words(plain, quote.span)).into(),
            kind: "speech".to_owned(),
            id,
            value,
            why,
            is_decided,
            doubt: if is_decided { 0 } else { doubt },
            lines: None,
        }
    };
    document.findings.quotes.iter().map(item).collect()
}

/// The first words of a quotation.
fn opening_words(plain: &crate::document::Plain, quote: Span) -> Span {
    let words = quote.cut(&plain.text);
    let first_line = words.split('\n').next().unwrap_or(words);
    let end =
        first_line.match_indices(' ').nth(QUOTED_WORDS - 1).map_or(first_line.len(), |(at, _)| at);
    Span::new(quote.start, quote.start + end)
}

fn is_decided_speech(document: &Document, quote: Span) -> bool {
    let mark = opening_mark(&document.plain.text, quote.start)
        .and_then(|mark| document.plain.to_markdown(mark, &document.text.markdown));
    mark.is_some_and(|span| {
        let here =
            |mark: &crate::document::Mark| mark.by == Author::Person && mark.span.overlaps(span);
        document.text.marks.iter().any(here)
    })
}

/// What a person said is nothing, or is a day: it can be taken back.
fn decided(document: &Document) -> Vec<Item> {
    let plain = &document.plain;
    let marks = document.text.marks.iter().filter(|mark| mark.by == Author::Person);
    let item = |mark: &crate::document::Mark| {
        let span = plain.from_markdown(mark.span)?;
        let (what, value) = match &mark.annotation {
            Annotation::Plain => ("plain", String::new()),
            Annotation::Date(value) => ("day", value.to_string()),
            _ => return None,
        };
        let is_mark = span.cut(&plain.text).chars().count() == 1;
        let words = if is_mark { opening_words(plain, after_mark(plain, span)) } else { span };
        let kind = match what {
            "day" => "date",
            _ if is_mark => "no-speech",
            _ => "plain",
        };
        Some(Item {
            what,
            at: Place::of(plain, words).into(),
            kind: kind.to_owned(),
            id: None,
            value,
            why: "علامة المحرّر".to_owned(),
            is_decided: true,
            doubt: 0,
            lines: None,
        })
    };
    marks.filter_map(item).collect()
}

/// The rest of the paragraph after a quotation mark.
fn after_mark(plain: &crate::document::Plain, mark: Span) -> Span {
    let paragraph = plain.paragraphs.get(plain.paragraph_at(mark.start));
    let end = paragraph.map_or(mark.end, |paragraph| paragraph.span.end);
    let skipped = plain.text[mark.end..end].len() - plain.text[mark.end..end].trim_start().len();
    Span::new(mark.end + skipped, end)
}

fn cuts(document: &Document) -> Vec<Item> {
    use crate::document::RemovedKind::{FrontMatter, Headline, Other, Related, Whitespace};
    let raw = &document.origin.raw;
    let lines = LineIndex::new(raw);
    let is_shown = |kind| !matches!(kind, FrontMatter | Headline | Whitespace);
    let removed = document.front_matter.removed.iter();
    removed
        .filter(|cut| is_shown(cut.kind) && cut.span.end <= raw.len())
        .map(|cut| {
            let text = cut.span.cut(raw);
            let start = cut.span.start + text.len() - text.trim_start().len();
            let end = cut.span.start + text.trim_end().len();
            let first = lines.line_column(raw, start).0;
            let last = lines.line_column(raw, end.max(start)).0;
            let is_story = matches!(cut.kind, Related | Other) && cut.words >= LONG_CUT;
            Item {
                what: "cut",
                at: At { text: text.trim().chars().take(CUT_CHARS).collect(), ..At::default() },
                kind: cut.kind.name().to_owned(),
                id: None,
                value: cut.words.to_string(),
                why: cut.reason.clone(),
                is_decided: cut.kind == crate::document::RemovedKind::Editor,
                doubt: if is_story { doubt::LONG_CUT } else { 0 },
                lines: Some((first, last)),
            }
        })
        .collect()
}
