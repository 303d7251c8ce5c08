//! The knowledge base of one site: who, where and what it knows by id.
//!
//! 1. [`parse`](Knowledge::parse) reads the YAML files of `content/knowledge/`
//!    ([`load`]), with a diagnostic for each entry that cannot stand, and joins
//!    entries that are [`same`];
//! 2. [`Knowledge`] answers by id;
//! 3. [`Gazetteer`] is all names and aliases, [`Cues`] all cue words, compiled to
//!    [`patterns`] when first asked for.
//!
//! A file holds any of the lists `people`, `organizations`, `places`, `outlets`,
//! `topics`, `series`, `events`, `figures`, and `ignore`, the texts that are no names; which file an entry stands in
//! does not matter, but what is written by the program goes where [`IGNORE_FILE`] says.

mod common;
mod cues;
mod gazetteer;
mod load;
mod outlets;
mod patterns;
mod same;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use crate::arabic::calendar::Edtf;
use crate::arabic::fold::folded;
use crate::diagnostics::Diagnostic;

pub use crate::entity::{EntityKind, Id, Status};
pub use cues::{CompiledCue, CueHit, Cues, Phrase, WeightedCue};
pub use gazetteer::{Gazetteer, Hit, Name, Number, Strength, Target, Traits};
pub use outlets::OutletNames;

/// The file of `content/knowledge/` in which what is no name is written down.
pub const IGNORE_FILE: &str = "ignore.yaml";

/// All that a site knows by id. The maps are sorted by id, so whatever walks
/// them comes out in the same order at every build.
#[derive(Clone, Default)]
pub struct Knowledge {
    /// People, organizations and places; an id is used once among all three.
    pub entities: BTreeMap<Id, Entity>,
    /// Newspapers, sites and channels from which articles come.
    pub outlets: BTreeMap<Id, Outlet>,
    /// The taxonomy of topics.
    pub topics: BTreeMap<Id, Topic>,
    /// Talks that belong together.
    pub series: BTreeMap<Id, Series>,
    /// What happened, or was announced.
    pub events: BTreeMap<Id, Event>,
    /// Numbers to look for in the articles.
    pub figures: BTreeMap<Id, FigureCue>,
    /// Texts that a person found to be no names, folded, for good: what no entry has is not looked for in them.
    pub ignored: BTreeSet<String>,
    /// What its editor should know of it, such as a name that two entries share.
    pub doubts: Vec<Diagnostic>,
    /// The compiled names; made when first asked for, so the maps must stand by then.
    gazetteer: OnceLock<Arc<Gazetteer>>,
    /// The compiled cues; made when first asked for.
    cues: OnceLock<Arc<Cues>>,
    /// The names of outlets; made when first asked for.
    outlet_names: OnceLock<Arc<OutletNames>>,
}

impl Knowledge {
    /// All names and aliases, compiled once.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let knowledge = Knowledge::parse([("places.yaml", "places:\n  - {id: iraq, name: العراق}\n")]).unwrap();
    /// assert_eq!(knowledge.gazetteer().lookup("العِراق").len(), 1);
    /// ```
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(|| Arc::new(Gazetteer::of(self)))
    }

    /// The names and addresses of all outlets.
    pub fn outlet_names(&self) -> &OutletNames {
        self.outlet_names.get_or_init(|| Arc::new(OutletNames::of(self)))
    }

    /// Whether a person found that a text is no name, whatever its vowels, marks and spaces.
    ///
    /// ```
    /// use sijill::knowledge::Knowledge;
    /// let knowledge = Knowledge::parse([("ignore.yaml", "ignore:\n  - فإن غاية\n")]).unwrap();
    /// assert!(knowledge.ignored("فإنّ  غاية") && !knowledge.ignored("غاية"));
    /// ```
    pub fn ignored(&self, text: &str) -> bool {
        !self.ignored.is_empty() && self.ignored.contains(&compared(text))
    }

    /// The cues of topics, series and events, compiled once.
    pub fn cues(&self) -> &Cues {
        self.cues.get_or_init(|| Arc::new(Cues::of(self)))
    }
}

impl PartialEq for Knowledge {
    /// Compares what the files say.
    fn eq(&self, other: &Self) -> bool {
        let same = self.entities == other.entities
            && self.outlets == other.outlets
            && self.topics == other.topics;
        same && self.series == other.series
            && self.events == other.events
            && self.ignored == other.ignored
            && self.figures == other.figures
    }
}

impl std::fmt::Debug for Knowledge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Knowledge")
            .field("entities", &self.entities)
            .field("outlets", &self.outlets)
            .field("topics", &self.topics)
            .field("series", &self.series)
            .field("events", &self.events)
            .field("figures", &self.figures)
            .field("ignored", &self.ignored)
            .finish_non_exhaustive()
    }
}

/// A text as those that are no names are compared: folded, one space between words.
fn compared(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

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
    #[serde(default, deserialize_with = "load::optional_edtf")]
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
    #[serde(default, deserialize_with = "load::weighted")]
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
    #[serde(deserialize_with = "load::edtf")]
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
    #[serde(deserialize_with = "load::edtf_list")]
    pub dates: Vec<Edtf>,
    /// Publication dates between which the cue holds, as an EDTF interval.
    #[serde(deserialize_with = "load::optional_edtf")]
    pub published: Option<Edtf>,
    /// The status that such a sentence gives the event, where it is not told by its verb.
    pub status: Option<Status>,
}

/// Another day of an event.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlsoDated {
    /// The other date.
    #[serde(deserialize_with = "load::edtf")]
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
    #[serde(default, deserialize_with = "load::optional_edtf")]
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
    #[serde(default, deserialize_with = "load::optional_edtf")]
    pub date: Option<Edtf>,
}
