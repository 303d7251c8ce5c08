//! Which parts in a name a word can have at all, whatever the signs say.

use super::super::bodies::is_behind_nation;
use super::super::person::tells_whose;
use super::super::sport;
use super::lead;
use super::seen::{Class, Seen};
use super::signs::Signs;
use super::tag::{Part, Tag};
use crate::arabic::lexicon::{
    CLUB, COMPASS, COUNTRY, FAMILY, FIELD, GIVEN, JOIN, Kinds, NATION, NEAR_BODY, ORG, ORG_HEAD,
    OUTLET_HEAD, OUTSIDE_HEAD, PLACE, PLACE_HEAD, RARE_FAMILY, RARE_PLACE, TITLE, TITLE_OR_NAME,
    TRADE_NAME, UNIT,
};
use crate::arabic::numbers::parse::leading_number;
use crate::knowledge::EntityKind;
use crate::weigh::Labels;

/// What a name of a person begins with, among what the lists have.
const PEOPLE: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, TITLE_OR_NAME, TRADE_NAME]);
/// What a name of a place begins with.
const PLACES: Kinds = Kinds::of(&[COUNTRY, PLACE, RARE_PLACE, COMPASS]);
/// What a name of a body begins with.
const BODIES: Kinds = Kinds::of(&[ORG, ORG_HEAD, FIELD, CLUB, COUNTRY, PLACE]);
/// What joined with «و» is another name.
const APART: Kinds = Kinds::of(&[COUNTRY, PLACE, ORG, ORG_HEAD, TITLE, GIVEN]);
/// Behind these a body stands whose name may be any word.
const BEFORE_BODIES: Kinds = Kinds::of(&[OUTSIDE_HEAD, NEAR_BODY, OUTLET_HEAD, ORG_HEAD]);

impl Signs<'_> {
    /// The parts that a word can have.
    pub(super) fn possible(&self, at: usize) -> Labels<Tag> {
        if self.readings.taken(at) || self.is_counted(at) {
            return Labels::only(Tag::NONE);
        }
        let mark = !self.readings.words.is_letters(at);
        let cut = !mark && self.readings.skipped(at) == 0 && lead(self.readings, at).is_some();
        let mut labels = Labels::all();
        for tag in Tag::names() {
            let open = match tag.part() {
                Some((kind, Part::Inside)) => self.goes_on(at, kind),
                Some((kind, Part::Behind)) => cut && self.opens(at, kind),
                Some((kind, Part::Begins)) => !mark && self.opens(at, kind),
                None => true,
            };
            if !open {
                labels = labels.without(tag);
            }
        }
        labels
    }

    /// «5150 ميغاواط», «مئة ريال»: a unit behind its number.
    fn is_counted(&self, at: usize) -> bool {
        let numbered = || {
            let before = at.checked_sub(1).filter(|&before| self.beside_each_other(at, before));
            before.is_some_and(|before| {
                self.seen[before].class == Class::Number
                    || leading_number(&[self.readings.words.at(before)]).is_some()
            })
        };
        self.seen[at].kinds.any(UNIT) && self.readings.skipped(at) == 0 && numbered()
    }

    /// Whether a name of a kind can begin with a word.
    fn opens(&self, at: usize, kind: EntityKind) -> bool {
        if kind == EntityKind::Person && tells_whose(self.readings, at) {
            return false;
        }
        if self.is_proposed(at) || self.opens_phrase(at) {
            return true;
        }
        let (here, before) = (&self.seen[at], self.beside(at, -1));
        match kind {
            EntityKind::Person => opens_person(here, before),
            EntityKind::Organization => {
                here.kinds.any(BODIES)
                    || here.head.is_some()
                    || is_unlisted(here) && self.may_be_body(at)
                    || (before.kinds.any(BEFORE_BODIES) || before.class == Class::Quote)
                        && is_noun(here)
            }
            EntityKind::Place => {
                here.kinds.any(PLACES | PLACE_HEAD)
                    || is_unlisted(here)
                    || before.kinds.any(PLACE_HEAD) && is_noun(here)
            }
        }
    }

    /// Whether an unlisted word stands where bodies stand: behind a head, between marks, near a match.
    fn may_be_body(&self, at: usize) -> bool {
        let (before, after) = (self.beside(at, -1), self.beside(at, 1));
        let marked = |class: Class| {
            matches!(class, Class::Quote | Class::Bracket | Class::Dash | Class::Latin)
        };
        before.kinds.any(BEFORE_BODIES)
            || marked(before.class)
            || marked(after.class)
            || self.seen[at].class == Class::Latin
            || self.is_inside_proposal(at)
            || sport::is_near(self.readings, at)
    }

    /// «الأمن العام الأردنية المواطنين»: people behind a body that its nation closes.
    fn is_object(&self, at: usize) -> bool {
        let word = self.readings.words.at(at);
        let people = ["ين", "ون", "ات"].iter().any(|ending| word.ends_with(ending));
        people && at > 1 && is_behind_nation(self.readings, at - 2, at)
    }

    /// Whether a name of a kind can go on with a word.
    fn goes_on(&self, at: usize, kind: EntityKind) -> bool {
        let seen = &self.seen[at];
        let onto = &self.readings.words.at(at)[..self.readings.skipped(at)];
        let joined = onto.starts_with(['و', 'ف', 'ك']);
        let parted = match kind {
            EntityKind::Person => joined,
            EntityKind::Organization => {
                joined && seen.kinds.any(APART) || is_located(onto, seen) || self.is_object(at)
            }
            EntityKind::Place => {
                is_located(onto, seen) || joined && seen.kinds.any(PLACES | PLACE_HEAD)
            }
        };
        if parted {
            return false;
        }
        match seen.class {
            Class::Comma
            | Class::Stop
            | Class::Colon
            | Class::Edge
            | Class::That
            | Class::Which => seen.class == Class::Stop && kind == EntityKind::Person,
            Class::Saying | Class::Verb => seen.kinds.any(PEOPLE),
            Class::Grammar => kind == EntityKind::Organization || seen.kinds.any(JOIN),
            Class::Bracket => false,
            _ => true,
        }
    }
}

/// «ببيروت», «لمصر»: a place with a preposition is no part of the name before it.
fn is_located(onto: &str, seen: &Seen) -> bool {
    onto.ends_with(['ب', 'ك']) && seen.kinds.any(COUNTRY | PLACE | RARE_PLACE)
}

fn opens_person(here: &Seen, before: &Seen) -> bool {
    match here.class {
        Class::Grammar | Class::That | Class::Which | Class::Edge => false,
        Class::Saying | Class::Verb => here.kinds.any(GIVEN | FAMILY),
        Class::CommonDefinite | Class::Definite | Class::DefiniteRelation | Class::National => {
            before.kinds.any(TITLE | NATION) || before.class == Class::Saying
        }
        Class::CommonBare | Class::Other => {
            before.kinds.any(TITLE | NATION)
                || matches!(before.class, Class::Saying | Class::Verb | Class::Comma | Class::Quote)
        }
        _ => here.kinds.any(PEOPLE | JOIN) || is_unlisted(here),
    }
}

/// A word of which nothing is known but that it may be a name.
fn is_unlisted(seen: &Seen) -> bool {
    matches!(
        seen.class,
        Class::LooksForeign
            | Class::Strange
            | Class::PerhapsName
            | Class::ForeignName
            | Class::RareName
            | Class::RareCity
            | Class::Latin
    )
}

fn is_noun(seen: &Seen) -> bool {
    !matches!(
        seen.class,
        Class::Grammar | Class::That | Class::Which | Class::Saying | Class::Verb | Class::Edge
    )
}
