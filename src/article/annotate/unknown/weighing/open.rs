//! Which parts in a name a word can have at all, whatever the signs say.

use super::super::asked::{ANY, Asked, one_of};
use super::super::bodies::is_behind_nation;
use super::super::form::{GLUED, IS_NUMBER, WITH_ARTICLE};
use super::super::pattern::is_plural;
use super::super::sport;
use super::lead;
use super::seen::{Class, Seen, is_relation};
use super::signs::Signs;
use super::tag::{Part, Tag};
use crate::arabic::lexicon::{
    BODY_ADJECTIVE, BODY_HEAD, BODY_IN_DOUBT, BROAD_DEFINITE_HEAD, CLUB, COMMON, COMPASS, COUNTRY,
    DEFINITE_HEAD, FAMILY, FIELD, FORMER, GIVEN, IDENTITY, JOIN, Kinds, NATION, NEAR_BODY, ORG,
    ORG_HEAD, OUTLET_HEAD, OUTSIDE_HEAD, PLACE, PLACE_HEAD, RARE_FAMILY, RARE_PLACE,
    SEVERAL_BODIES, SHORT_JOIN, Sound, TITLE, TITLE_OR_NAME, TRADE_NAME, UNIT,
};
use crate::knowledge::EntityKind;
use crate::weigh::Labels;

/// What can be a name of a person, though it is a verb too.
pub(super) const PEOPLE: Kinds =
    Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, TITLE_OR_NAME, TRADE_NAME]);
/// What joined with «و» is another place.
const PLACES: Kinds = Kinds::of(&[COUNTRY, PLACE, RARE_PLACE, COMPASS]);
/// What a name of a body begins with, however everyday the word is.
const BODIES: Kinds = Kinds::of(&[
    ORG,
    ORG_HEAD,
    BODY_HEAD,
    DEFINITE_HEAD,
    BROAD_DEFINITE_HEAD,
    FIELD,
    CLUB,
    COUNTRY,
    PLACE,
]);
/// What is an everyday word more often than a body: «الوحدات».
const DOUBTFUL: Kinds = Kinds::of(&[BODY_IN_DOUBT, CLUB]);
/// Behind these a body stands whose name may be any word.
const BEFORE_BODIES: Kinds = Kinds::of(&[OUTSIDE_HEAD, NEAR_BODY, OUTLET_HEAD, ORG_HEAD]);
/// What joined with «و» is another name.
const APART: Kinds = Kinds::of(&[COUNTRY, PLACE, ORG, ORG_HEAD, TITLE, GIVEN]);

impl Signs<'_> {
    /// The parts that a word can have.
    pub(super) fn possible(&self, at: usize) -> Labels<Tag> {
        let is_closed = self.readings.taken(at) || self.readings.is_written_onto(at);
        if is_closed || self.is_counted(at) {
            return Labels::only(Tag::NONE);
        }
        let mark = !self.readings.words.is_letters(at);
        let cut = !mark && self.readings.skipped(at) == 0 && lead(self.readings, at).is_some();
        let mut labels = Labels::only(Tag::NONE);
        for (kind, _) in Tag::of_kinds() {
            let part = |part: Part| Labels::only(Tag::new(kind, part));
            if !mark && self.opens(at, kind) {
                labels = labels.or(part(Part::Begins));
                if cut {
                    labels = labels.or(part(Part::Behind));
                }
            }
            if self.goes_on(at, kind) {
                labels = labels.or(part(Part::Inside));
            }
        }
        // «للعراق»: what is nothing but a country, and is found as one, is somebody's name in any sentence.
        if self.is_settled(at) || self.is_proposed(at) && is_only_country(&self.seen[at]) {
            labels = labels.without(Tag::NONE);
        }
        labels
    }

    /// «5150 ميغاواط», «مئة ريال»: a unit behind its number.
    fn is_counted(&self, at: usize) -> bool {
        const OF_NUMBER: Asked = one_of(UNIT).without(GLUED);
        if !OF_NUMBER.fits(self.seen[at].kinds, self.readings.shape(at)) {
            return false;
        }
        let before = at.checked_sub(1).filter(|&before| self.beside_each_other(at, before));
        before.is_some_and(|before| {
            self.seen[before].class == Class::Number || self.readings.has_shape(before, IS_NUMBER)
        })
    }

    /// Whether a name of a kind can begin with a word: with any that is no grammar, for what is listed or headed is a sign and no gate.
    fn opens(&self, at: usize, kind: EntityKind) -> bool {
        if kind == EntityKind::Person && self.is_no_person(at) {
            return false;
        }
        if self.is_proposed(at) || self.opens_phrase(at) {
            return true;
        }
        let here = &self.seen[at];
        let grammar =
            matches!(here.class, Class::Grammar | Class::That | Class::Which | Class::Edge);
        if grammar && !here.kinds.any(IDENTITY) {
            return false;
        }
        // «داكار وضواحيها»: what somebody has is no place or body by a name of its own.
        if kind != EntityKind::Person && self.is_of_hers(at) {
            return false;
        }
        let before = self.beside(at, -1);
        match kind {
            EntityKind::Person => self.opens_person(at),
            EntityKind::Organization => {
                is_before_body(before)
                    || sport::is_near(self.readings, at)
                    || !here.kinds.any(DOUBTFUL) && (here.kinds.any(BODIES) || !is_met(here))
            }
            EntityKind::Place => true,
        }
    }

    /// «ضواحيها»: a word that no list of names has, with the pronoun of many or of her.
    fn is_of_hers(&self, at: usize) -> bool {
        let bare = self.readings.bare(at);
        let is_owned = ["ها", "هم", "هما"].iter().any(|ending| bare.ends_with(ending));
        is_owned && self.seen[at].kinds.only(IDENTITY).without(COMMON).is_empty()
    }

    /// «بحيرة لا يملكها»: a particle that is a join before a strange word alone.
    fn is_particle(&self, at: usize) -> bool {
        let is_short = self.readings.words.is(at, SHORT_JOIN);
        is_short && self.beside(at, 1).sound < Sound::FOREIGN
    }

    /// What the deed of a body was done to, right behind the name that its nation («الأمن العام الأردنية المواطنين») or another
    /// adjective closes («سلطة الطيران المدني الرحلات»): behind an adjective no noun goes on with what it belongs to.
    fn is_object(&self, at: usize) -> bool {
        if at < 2 {
            return false;
        }
        let is_noun = self.readings.has_article(at) && !self.is_adjective(at);
        if is_noun && self.beside_each_other(at, at - 2) && sport::is_team(self.readings, at - 2) {
            return true;
        }
        if !is_plural(self.readings.words.at(at)) {
            return false;
        }
        let stands = || self.beside_each_other(at, at - 1) && self.readings.has_article(at);
        is_behind_nation(self.readings, at - 2, at) || stands() && self.is_adjective(at - 1)
    }

    /// «المدني», «العامة», «الأردني»: an adjective with «ال», by a list or by its shape.
    fn is_adjective(&self, at: usize) -> bool {
        const WHOLE: Asked = ANY.with(WITH_ARTICLE).without(GLUED);
        if !self.readings.fits(at, WHOLE) {
            return false;
        }
        let word = self.readings.words.at(at);
        let is_relation = word.chars().count() > 5 && is_relation(word);
        is_relation || self.seen[at].kinds.any(BODY_ADJECTIVE | NATION)
    }

    /// Whether a name of a kind can go on with a word.
    fn goes_on(&self, at: usize, kind: EntityKind) -> bool {
        let seen = &self.seen[at];
        let onto = &self.readings.words.at(at)[..self.readings.skipped(at)];
        let joined = onto.starts_with(['و', 'ف', 'ك']);
        let parted = match kind {
            EntityKind::Person => return self.person_goes_on(at),
            EntityKind::Organization => {
                let is_another = seen.kinds.any(APART) || self.readings.bare_is(at, SEVERAL_BODIES);
                // «ونعت نقابة الفنانين الراحلة»
                let is_former = self.readings.words.is(at, FORMER) && self.readings.has_article(at);
                let another = joined && is_another;
                [is_former, another, is_located(onto, seen), self.is_object(at)].contains(&true)
            }
            EntityKind::Place => {
                is_located(onto, seen) || joined && seen.kinds.any(PLACES | PLACE_HEAD)
            }
        };
        match seen.class {
            _ if parted => false,
            Class::Comma
            | Class::Stop
            | Class::Colon
            | Class::Bracket
            | Class::Edge
            | Class::That
            | Class::Which => false,
            Class::Saying | Class::Verb => seen.kinds.any(PEOPLE),
            Class::Grammar if kind == EntityKind::Place => {
                seen.kinds.any(JOIN) && !self.is_particle(at)
            }
            _ => true,
        }
    }
}

/// A country that is no person, body or other place too.
fn is_only_country(seen: &Seen) -> bool {
    let named = seen.kinds.only(IDENTITY);
    named.any(COUNTRY) && named.without(COUNTRY | PLACE).is_empty()
}

/// An everyday word without «ال» that no list of people has.
pub(super) fn is_everyday(seen: &Seen) -> bool {
    matches!(seen.class, Class::Everyday | Class::CommonBare | Class::Verb | Class::Saying)
        && !seen.kinds.any(PEOPLE | JOIN | NATION)
}

/// An everyday word, with «ال» or without.
fn is_met(seen: &Seen) -> bool {
    is_everyday(seen) || matches!(seen.class, Class::EverydayDefinite | Class::CommonDefinite)
}

/// Behind these a body stands whose name may be any word: «صحيفة الراية», «شركة الأفق».
fn is_before_body(before: &Seen) -> bool {
    before.kinds.any(BEFORE_BODIES) || before.class == Class::Quote
}

/// «ببيروت», «لمصر»: a place with a preposition is no part of the name before it.
fn is_located(onto: &str, seen: &Seen) -> bool {
    onto.ends_with(['ب', 'ك']) && seen.kinds.any(COUNTRY | PLACE | RARE_PLACE)
}
