//! The entries of a knowledge base.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::values;
use crate::arabic::calendar::Edtf;
use crate::entity::{EntityKind, Id, Status};

/// A person, an organization or a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Stable ASCII id.
    pub id: Id,
    /// What it is.
    pub kind: EntityKind,
    /// The name by which its page is headed.
    pub name: String,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// Other full names; each alone is enough to name it.
    pub aliases: Vec<String>,
    /// Names that hold only after a full name stood in the same article («حسين»).
    pub short: Vec<String>,
    /// Words beside a name that speak for this entity where several share it.
    pub cues: Vec<String>,
    /// Words that, right before or after an alias, mean something else («الجيش» before «السوداني»).
    pub not_after: Vec<String>,
    /// As above, after the alias.
    pub not_before: Vec<String>,
    /// Offices over time.
    pub roles: Vec<Role>,
    /// One sentence of the editor's about it.
    pub description: Option<String>,
    /// Addresses of the same thing elsewhere (Wikidata, an official page); in a file also ids of
    /// entries that are the same thing, whose names this reading has joined.
    pub same_as: Vec<String>,
    /// The entity that this one is a part of (a ministry of a government).
    pub part_of: Option<Id>,
    /// Ids of earlier days, whose addresses lead here: `formerly: [old-id]`; an address of another folder with it:
    /// `organizations/old-id`.
    pub formerly: Vec<String>,
}

/// An office and when it was held.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The office, in words.
    pub title: String,
    /// When it was held (EDTF), if known.
    #[serde(default, deserialize_with = "values::optional_edtf")]
    pub held: Option<Edtf>,
    /// Where that is known from, in words.
    #[serde(default)]
    pub source: Option<String>,
}

/// A newspaper, site or channel from which articles come.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// Stable ASCII id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The name in Latin letters.
    #[serde(default)]
    pub latin: Option<String>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Hosts of its addresses (`kitabat.com`), by which an article's address gives its outlet.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Where it is based.
    #[serde(default)]
    pub country: Option<String>,
    /// One sentence of the editor's about it.
    #[serde(default)]
    pub description: Option<String>,
    /// Ids of earlier days, whose addresses lead here.
    #[serde(default)]
    pub formerly: Vec<String>,
}

/// A topic and the words that betray it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable ASCII id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// One sentence about it.
    #[serde(default)]
    pub description: Option<String>,
    /// Words and phrases that speak for it, each with its weight (1 where none is given).
    #[serde(default, deserialize_with = "values::weighted")]
    pub cues: Vec<(String, f64)>,
    /// Entities whose names speak for it, each with its weight.
    #[serde(default)]
    pub entities: BTreeMap<Id, f64>,
    /// Entities of which the article has to name one («انسحاب» of a carmaker is no withdrawal of troops).
    #[serde(default)]
    pub requires: Vec<Id>,
    /// Score from which an article belongs to it, instead of the default.
    #[serde(default)]
    pub threshold: Option<f64>,
    /// Ids of earlier days, whose addresses lead here.
    #[serde(default)]
    pub formerly: Vec<String>,
}

/// Talks that belong together.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Stable ASCII id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Other names under which texts speak of it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What one of its events is called: جولة, اجتماع.
    #[serde(default)]
    pub unit: Option<String>,
    /// One sentence about it.
    #[serde(default)]
    pub description: Option<String>,
}

/// What happened, or was announced.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Stable ASCII id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Phrases that name it wherever they stand.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The series it belongs to.
    #[serde(default)]
    pub series: Option<Id>,
    /// Which one of its series.
    #[serde(default)]
    pub ordinal: Option<u32>,
    /// What the ordinal counts, where it is not the series' unit: «الجلسة الفنية».
    #[serde(default)]
    pub ordinal_label: Option<String>,
    /// When (EDTF).
    #[serde(deserialize_with = "values::edtf")]
    pub date: Edtf,
    /// Another day by another clock or count, with the reason in words.
    #[serde(default)]
    pub also_dated: Vec<AlsoDated>,
    /// Ids of the places.
    #[serde(default)]
    pub places: Vec<Id>,
    /// The place in words, as shown.
    #[serde(default)]
    pub place: Option<String>,
    /// How far it is settled.
    pub status: Status,
    /// Ids of the people and organizations that took part.
    #[serde(default)]
    pub parties: Vec<Id>,
    /// One sentence: what happened.
    #[serde(default)]
    pub summary: Option<String>,
    /// One sentence: what came of it.
    #[serde(default)]
    pub outcome: Option<String>,
    /// What an article must say to attest it without naming it; any one of these is enough.
    #[serde(default)]
    pub cues: Vec<EventCue>,
    /// Where it is known from, for the reader.
    #[serde(default)]
    pub sources: Vec<EventSource>,
    /// Whether the fact as a whole is the editor's, and no article's.
    #[serde(default)]
    pub editor: bool,
    /// Numbers that sources claim about it.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Ids of earlier days, whose addresses lead here.
    #[serde(default)]
    pub formerly: Vec<String>,
}

/// What must stand in one sentence for it to speak of an event.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventCue {
    /// Every one of these, compared folded and without clitics; `|` separates words of which one is enough.
    pub all: Vec<String>,
    /// None of these.
    pub none: Vec<String>,
    /// Dates of which one must be spoken of in the sentence, as EDTF; without, no date is needed, but one that contradicts is a conflict.
    #[serde(deserialize_with = "values::edtf_list")]
    pub dates: Vec<Edtf>,
    /// Publication dates between which the cue holds, as an EDTF interval.
    #[serde(deserialize_with = "values::optional_edtf")]
    pub published: Option<Edtf>,
    /// The status that such a sentence gives the event, where it is not told by its verb.
    pub status: Option<Status>,
}

/// Another day of an event.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlsoDated {
    /// The other date.
    #[serde(deserialize_with = "values::edtf")]
    pub date: Edtf,
    /// Who counts so, and why.
    pub reason: String,
    /// Whether it is the same moment by another clock, so that whoever holds it contradicts nobody:
    /// what happens at dawn in Baghdad happens on the evening before in Washington.
    #[serde(default)]
    pub clock: bool,
}

/// An institution and the day of its statement.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventSource {
    /// Who said so: joint statement, ministry, agency.
    pub name: String,
    /// When (EDTF).
    #[serde(default, deserialize_with = "values::optional_edtf")]
    pub date: Option<Edtf>,
    /// Its address, if it has one.
    #[serde(default)]
    pub url: Option<String>,
}

/// A number to look for in the articles: how many there are of something, somewhere.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureCue {
    /// Stable ASCII id.
    pub id: Id,
    /// What is counted, as the table of the claims is headed: «جنود أميركيون في العراق».
    pub name: String,
    /// What readers who look for it may call it: «عدد القوات الأميركية في العراق».
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The nouns of which one must stand behind the number: جندي, جنود.
    pub counted: Vec<String>,
    /// The place for which the number is claimed: the next one named behind it, else the last one before it.
    #[serde(default)]
    pub place: Option<Id>,
    /// What must stand in the sentence; `|` separates words of which one is enough.
    #[serde(default)]
    pub all: Vec<String>,
    /// None of these may stand in the sentence.
    #[serde(default)]
    pub none: Vec<String>,
    /// The least number that is meant; a smaller one counts something else.
    #[serde(default)]
    pub least: Option<u64>,
}

/// A number that a source claims.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What is counted: «جنود أميركيون في العراق».
    pub subject: String,
    /// How many.
    pub value: f64,
    /// Who says so.
    pub source: String,
    /// For when (EDTF), where it is not the event's date.
    #[serde(default, deserialize_with = "values::optional_edtf")]
    pub date: Option<Edtf>,
}
