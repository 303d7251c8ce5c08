//! What annotation finds in one article: spans of its plain text.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::arabic::calendar::Edtf;
use crate::entity::{EntityKind, Id, Status};
use crate::span::Span;

/// All that was found in one article, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Names.
    pub mentions: Vec<Mention>,
    /// Time expressions that have a place in the calendar.
    pub dates: Vec<TimeExpression>,
    /// Direct speech.
    pub quotes: Vec<Quote>,
    /// Topics, best first.
    pub topics: Vec<TopicScore>,
    /// Events that the article speaks of.
    pub events: Vec<Attestation>,
    /// Offices as printed before or after a name.
    pub roles: Vec<RolePrinted>,
    /// Where the article contradicts the knowledge base.
    pub conflicts: Vec<Conflict>,
    /// What the article speaks of, where its first sentences say so.
    pub about: Option<About>,
}

/// When that was of which an article speaks: «تاريخ الوقائع».
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The day, or the few days.
    pub value: Edtf,
    /// The words of the lead that name it («أمس الخميس»); absent where an event of the lead gives it.
    pub span: Option<Span>,
    /// The paragraph of those words, or of the event, from 0.
    pub paragraph: usize,
    /// Whether the words had to be counted from the day of publication.
    pub is_relative: bool,
    /// The event that gives it.
    pub event: Option<Id>,
}

/// A span that names something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name, without clitics, with its «ال».
    pub span: Span,
    /// What it names.
    pub kind: MentionKind,
    /// The entity or event, where the knowledge base has it.
    pub id: Option<Id>,
    /// Why: the rule or alias that found it, for `annotate --explain`.
    pub reason: String,
}

impl Mention {
    /// Whether it names a person.
    pub fn is_person(&self) -> bool {
        self.kind == MentionKind::Entity(EntityKind::Person)
    }
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MentionKind {
    /// A person, an organization or a place.
    Entity(EntityKind),
    /// An event of the knowledge base.
    Event,
}

impl MentionKind {
    /// Its scheme in annotated Markdown and its name in records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entity(kind) => kind.name(),
            Self::Event => "event",
        }
    }
}

/// A time expression and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The expression.
    pub span: Span,
    /// Its value.
    pub value: Edtf,
    /// Why it has this value, in words a reader understands.
    pub reason: String,
    /// Whether it took an anchor to resolve («الخميس», «أمس») and so is worth showing beside its words.
    pub relative: bool,
}

/// Direct speech, from opening to closing mark without the marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words inside the marks.
    pub span: Span,
    /// Who speaks.
    pub speaker: Speaker,
    /// The words that name the speaker, as printed.
    pub speaker_span: Option<Span>,
    /// The paragraph in which it begins.
    pub paragraph: usize,
}

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    /// Somebody with an entry.
    Entity(Id),
    /// Somebody without, in the text's words: «مسؤول في البنتاغون».
    Text(String),
    /// The text does not say.
    #[default]
    Unknown,
}

/// A topic and how strongly the text speaks for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicScore {
    /// The topic.
    pub id: Id,
    /// Its score; at or above the topic's threshold the article belongs to it.
    #[serde(with = "super::kept::exact")]
    pub score: f64,
}

/// A paragraph that speaks of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// The event.
    pub event: Id,
    /// How the article has it.
    pub status: Status,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The sentence that speaks of it.
    pub span: Span,
    /// When the sentence says that it was or will be, where it says so.
    pub claimed: Option<Edtf>,
    /// Why, for `annotate --explain`.
    pub reason: String,
}

/// A date of the article that contradicts the event's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The event.
    pub event: Id,
    /// What the article says.
    pub claimed: Edtf,
    /// What the knowledge base has.
    pub known: Edtf,
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The expression that says so.
    pub span: Span,
}

/// An office as printed beside a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolePrinted {
    /// Whose; nothing where the knowledge base has not the name.
    pub entity: Option<Id>,
    /// The name beside it.
    pub name: Span,
    /// The words of the office.
    pub span: Span,
    /// The day from which the article speaks, if known.
    #[serde(with = "super::kept::day")]
    pub day: Option<NaiveDate>,
}

impl RolePrinted {
    /// The words of the office on one line, as one calls it: what somebody was made, right behind his name, without the ending that
    /// the verb asks for.
    ///
    /// ```
    /// use sijill::document::RolePrinted;
    /// use sijill::span::Span;
    /// let of = |text: &str, name: &str, office: &str| {
    ///     let span = |part: &str| { let at = text.find(part).unwrap(); Span::new(at, at + part.len()) };
    ///     RolePrinted { entity: None, name: span(name), span: span(office), day: None }.title(text)
    /// };
    /// let text = "أقرّ المجلس تعيين سامي الحربي مديرًا عامًّا للمستشفى";
    /// assert_eq!(of(text, "سامي الحربي", "مديرًا عامًّا للمستشفى"), "مدير عام للمستشفى");
    /// assert_eq!(of("قال سامي الحربي، مدير المشفى", "سامي الحربي", "مدير المشفى"), "مدير المشفى");
    /// ```
    pub fn title(&self, text: &str) -> String {
        let words = self.span.cut(text).split_whitespace();
        let is_right_behind = self.span.start >= self.name.end
            && text[self.name.end..self.span.start].trim().is_empty();
        let mut is_ended = is_right_behind;
        let mut title: Vec<&str> = Vec::new();
        for word in words {
            let bare = word.trim_end_matches(TANWIN);
            let own = bare.strip_suffix('ا').map_or(bare, |stem| stem.trim_end_matches(TANWIN));
            // The first word without such an ending ends the row: «مديرا عاما للمستشفى».
            is_ended &= own.len() < word.len() || title.is_empty();
            title.push(if is_ended { own } else { word });
        }
        title.join(" ")
    }
}

/// The marks of an ending «ـًا», in any order with a doubling.
const TANWIN: [char; 2] = ['\u{64B}', '\u{651}'];
