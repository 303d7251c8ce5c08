//! The knowledge base of one site: who, where and what it knows by id.
//!
//! 1. [`parse`](Knowledge::parse) reads the YAML files of `content/knowledge/`
//!    ([`load`]), with a diagnostic for each entry that cannot stand, and joins
//!    entries that are [`same`];
//! 2. [`Knowledge`] answers by id;
//! 3. [`Gazetteer`] is all names and aliases, [`Cues`] all cue words, compiled to
//!    [`patterns`] when first asked for;
//! 4. [`basis`] tells by digests whether an article would be annotated as before.
//!
//! A file holds any of the lists `people`, `organizations`, `places`, `outlets`,
//! `topics`, `series`, `events`, `figures`, and `ignore`, the texts that are no names; which file an entry stands in
//! does not matter, but what is written by the program goes where [`IGNORE_FILE`] says.

mod basis;
mod common;
mod cues;
mod entries;
mod findings;
mod gazetteer;
mod load;
mod outlets;
mod patterns;
mod same;
mod values;
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::arabic::fold::folded;
use crate::diagnostics::Diagnostic;

pub use crate::entity::{EntityKind, Id, Status};
pub use cues::{CompiledCue, CueHit, Cues, Phrase, WeightedCue};
pub use entries::{
    AlsoDated, Entity, Event, EventCue, EventSource, Figure, FigureCue, Outlet, Role, Series, Topic,
};
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
    /// The texts that are no names, by their last words; made when first asked for.
    ignored_by_last: OnceLock<Arc<BTreeMap<String, Vec<String>>>>,
    /// A digest of each entity; made when first asked for.
    digests: OnceLock<Arc<BTreeMap<Id, [u8; 32]>>>,
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
        self.gazetteer.get_or_init(|| Arc::new(Gazetteer::of(&self.entities, &self.events)))
    }

    /// The names and addresses of all outlets.
    pub fn outlet_names(&self) -> &OutletNames {
        self.outlet_names.get_or_init(|| Arc::new(OutletNames::of(&self.outlets)))
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
        self.cues.get_or_init(|| Arc::new(Cues::of(&self.topics, &self.series, &self.events)))
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
