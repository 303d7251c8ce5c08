//! People: given and family names, and strange words that a title or a verb of saying betrays.

use super::asked::{ANY, Asked, at_most, none_of, one_of};
use super::cue::{Cue, cue};
use super::extent::{extend, is_sure};
use super::form::{DEFINITE, GLUED, LETTERS, MET_SOMETIMES, NAMELIKE, OUTLANDISH, STRANGE};
use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FAMILY, FIRST_JOIN, FOREIGN, FOREIGN_JOIN, GIVEN, ISLAMIC_MONTH_NAME, Kinds,
    NATION, OF_A_LEADER, OF_PLACE, ORG, ORG_HEAD, PLACE, PLACE_HEAD, PLAIN_GIVEN, RARE_FAMILY,
    RARE_PLACE, SPEECH, Sound, THAT, TITLE, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;
use crate::weigh::Traits;

/// What a name of a person can be besides: «ربيع», «بغداد», «لبنان».
const OR_OTHER: Kinds = Kinds::of(&[COMMON, PLACE, COUNTRY]);
/// What lists of people have.
const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]);

/// A name that begins with a listed one.
pub(super) fn listed(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    let start = start(readings, at).filter(|_| !tells_whose(readings, at))?;
    let (last, cue, kinds) = (extend(readings, at, start.last), cue(readings, at), start.kinds);
    let opening = Opening { readings, at, kinds, last, before };
    // «شهر رمضان», «من رجب».
    let is_month = last == at && readings.bare_is(at, ISLAMIC_MONTH_NAME);
    if is_month && cue != Cue::Titled || !opening.is_sure(cue) {
        return None;
    }
    // The name found last stays as it is.
    let forename = forename(readings, at)
        .filter(|&first| kinds.any(FAMILY) && before.is_none_or(|name| name.last < first));
    let first = forename.unwrap_or(at);
    Some(Named {
        kind: EntityKind::Person,
        first,
        skipped: readings.skipped(first),
        last,
        why: cue.why(),
    })
}

/// A listed name and what goes on with it.
struct Opening<'r, 'w> {
    readings: &'r Readings<'w>,
    at: usize,
    kinds: Kinds,
    last: usize,
    /// The name found last.
    before: Option<&'r Named>,
}

impl Opening<'_, '_> {
    /// Whether what stands before it is enough for it.
    fn is_sure(&self, cue: Cue) -> bool {
        if self.last > self.at {
            return cue >= self.row_needs();
        }
        // «المصري»: alone it is a family name beside a verb of saying only.
        if self.kinds.any(FAMILY) && self.kinds.any(NATION) {
            return cue == Cue::Said;
        }
        self.word_needs().is_some_and(|needed| cue >= needed)
    }

    /// The weakest cue that is enough for a name of several words.
    fn row_needs(&self) -> Cue {
        let is_last = |asked| self.readings.fits(self.last, asked);
        let is_other = self.kinds.any(OR_OTHER);
        if self.kinds.any(GIVEN) {
            // «ربيع الحسن»
            let is_free = !is_other || is_last(one_of(GIVEN | FAMILY).but(COMMON));
            return if is_free { Cue::None } else { Cue::Said };
        }
        if self.kinds.any(FAMILY) {
            return if is_other { Cue::Near } else { Cue::None };
        }
        // A rare name is held by the family name behind it.
        if is_last(one_of(FAMILY).but(COMMON | PLACE)) {
            return Cue::None;
        }
        let is_name = is_last(one_of(NAMES)) || is_last(ANY.with(OUTLANDISH));
        if is_name { Cue::Near } else { Cue::Titled }
    }

    /// The weakest cue that is enough for one word; nothing where none is.
    fn word_needs(&self) -> Option<Cue> {
        /// «الرفاعي», but not «المصري», «الأهلي».
        const FAMILY_ONLY: Asked = none_of(Kinds::of(&[OR_OTHER, ORG, NATION]));
        if self.kinds.any(FAMILY) {
            let is_only = FAMILY_ONLY.has_kinds(self.kinds);
            let is_free = is_only && !is_shadowed(self.readings, self.at);
            return Some(if is_free { Cue::None } else { Cue::Said });
        }
        if self.kinds.any(GIVEN) {
            return Some(match self.is_plain_given() {
                true => Cue::None,
                false if self.kinds.any(OR_OTHER) => Cue::Titled,
                false => Cue::Said,
            });
        }
        if self.kinds.any(COMMON) {
            return None;
        }
        let is_joined = is_joined(self.readings, self.at, self.before);
        Some(if is_joined { Cue::None } else { Cue::Titled })
    }

    /// «إبراهيم»: a given name that is nothing else and no part of another name.
    fn is_plain_given(&self) -> bool {
        const OTHER: Kinds = Kinds::of(&[OR_OTHER, RARE_PLACE, TITLE, SPEECH, ORG]);
        let (readings, at) = (self.readings, self.at);
        if self.kinds.any(OTHER) || !is_long(readings, at) || is_shadowed(readings, at) {
            return false;
        }
        readings.bare_is(at, PLAIN_GIVEN) || !super::pattern::fits(readings.bare(at))
    }
}

/// «ديدييه دروغبا», «ديرك نوفيتسكي»: a strange word that sounds foreign, right before a family name.
fn forename(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const UNMET: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY, RARE_PLACE]))
        .without(Traits::of(&[DEFINITE, MET_SOMETIMES]));
    let first = readings.before(at).filter(|&first| readings.goes_on(at, first))?;
    if readings.has_shape(at, GLUED) || !readings.fits(first, UNMET) {
        return None;
    }
    let word = readings.words.at(first);
    let is_grammar = || word.starts_with('و') || is_verb(word);
    (readings.sound(first) >= Sound::FOREIGN && !is_grammar()).then_some(first)
}

/// «كانافارو وإيمرسون»: a name joined with «و» to one right before.
fn is_joined(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> bool {
    &readings.words.at(at)[..readings.skipped(at)] == "و" && is_behind_person(at, before)
}

/// Whether the name found last is a person's and ends right before a word.
fn is_behind_person(at: usize, before: Option<&Named>) -> bool {
    before.is_some_and(|name| name.last + 1 == at && name.kind == EntityKind::Person)
}

/// A strange word that a cue makes a name; `before` is the name found last.
pub(super) fn cued(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    /// «تشوانتشو», «ورقلة», but not «الورقة».
    const UNKNOWN: [Asked; 2] =
        [ANY.with(STRANGE), one_of(RARE_PLACE).but(Kinds::of(&[COMMON, GIVEN]))];
    /// «ببرقية»: what something is written onto may be a name where a list has the rest.
    const INFLECTED: Asked = none_of(RARE_PLACE).with(GLUED);
    if readings.fits(at, INFLECTED) {
        return None;
    }
    let framed = is_framed(readings, at);
    if !framed && !readings.fits_one(at, &UNKNOWN) {
        return None;
    }
    if let Some(joined) = joined(readings, at, before) {
        return Some(joined);
    }
    let cue = cue(readings, at);
    let mut last = extend(readings, at, at);
    if last == at && cue == Cue::Titled && is_second_of_titled(readings, at + 1) {
        last = at + 1;
    }
    let is_held = framed && cue == Cue::Said;
    let sure = is_held || stranger_is_sure(readings, at, last, cue);
    let adjoining = before.is_some_and(|name| {
        name.last + 1 == at && name.kind != EntityKind::Person && cue == Cue::None
    });
    (sure && !adjoining).then_some(Named {
        kind: EntityKind::Person,
        first: at,
        skipped: readings.skipped(at),
        last,
        why: cue.why(),
    })
}

/// «النجم ديدييه ديشان»: behind a title the second word need not look foreign.
fn is_second_of_titled(readings: &Readings<'_>, second: usize) -> bool {
    const SECOND: Asked = ANY.with(NAMELIKE).without(DEFINITE);
    readings.follows(second - 1, SECOND)
}

/// Whether a strange word and what goes on with it are a name behind such a cue.
fn stranger_is_sure(readings: &Readings<'_>, at: usize, last: usize, cue: Cue) -> bool {
    /// What a name that nothing introduces is made of: «ديرك نوفيتسكي».
    const PARTS: [Asked; 2] = [ANY.with(OUTLANDISH), one_of(Kinds::of(&[GIVEN, FAMILY]))];
    /// How many words such a name has at most.
    const LONGEST: usize = 4;
    let (several, foreign) = (last > at, readings.is_foreign(at));
    let is_longer_than = |letters| readings.words.at(at).chars().count() > letters;
    match cue {
        Cue::Titled if several || foreign => true,
        Cue::Titled => is_longer_than(3) && readings.kinds_before(at).any(TITLE | NATION),
        _ if !foreign => false,
        Cue::Office => several,
        Cue::Said => several || readings.is_very_foreign(at),
        Cue::Near if several => true,
        Cue::Near => is_longer_than(4) && readings.kinds_before(at).any(NATION),
        Cue::None if several => {
            let mut rest = at + 1..=last;
            last - at < LONGEST && rest.all(|index| readings.fits_one(index, &PARTS))
        }
        Cue::None => readings.is_very_foreign(at) && !is_after_preposition(readings, at),
    }
}

/// «وموساوي» right behind a name: the «و» joins, what is left is a name too.
fn joined(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    const WHOLE: Asked = ANY.with(OUTLANDISH).without(GLUED);
    let rest = readings.words.at(at).strip_prefix('و')?;
    if !is_behind_person(at, before) || !readings.fits(at, WHOLE) {
        return None;
    }
    let is_built = rest.chars().count() < 4 || super::pattern::fits(rest);
    (!is_built).then(|| Named {
        kind: EntityKind::Person,
        first: at,
        skipped: "و".len(),
        last: extend(readings, at, at),
        why: Why::Joined,
    })
}

/// «وأوضح هيرين أن»: a word between a verb of saying and what is said.
fn is_framed(readings: &Readings<'_>, at: usize) -> bool {
    let said = readings.kinds_before(at).any(SPEECH);
    if !said || !readings.may_be_name(at) || readings.words.after(at).is_empty() {
        return false;
    }
    let that = |index: usize| readings.words.is(index, THAT) || readings.words.at(index) == ":";
    let next = at + 1;
    let through = matches!(readings.words.at(next), "الي" | "علي")
        && readings.words.same_paragraph(next, next + 1);
    that(next) || readings.words.is_quotation_mark(next) || through && that(next + 1)
}

/// «السوداني ياسر عباس»: an adjective of a nation before a given name says whose the person is, and opens no name.
pub(super) fn tells_whose(readings: &Readings<'_>, at: usize) -> bool {
    const OF_NATION: Asked = one_of(NATION).but(GIVEN);
    let next = at + 1;
    if !readings.fits(at, OF_NATION) || !readings.goes_on(at, next) {
        return false;
    }
    let is_named = || readings.is(next, GIVEN) && readings.is(next + 1, NAMES);
    readings.bare_with_article(at).has_article() && (is_sure(readings, next) || is_named())
}

/// How a name begins.
struct Start {
    last: usize,
    kinds: Kinds,
}

fn start(readings: &Readings<'_>, at: usize) -> Option<Start> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds.any(NAMES)
    {
        let joined = readings.bare_is(at, FIRST_JOIN);
        return Some(Start { last, kinds: if joined { kinds | GIVEN } else { kinds } });
    }
    let (next, goes_on) = (at + 1, readings.goes_on(at, at + 1));
    // «أبو علاء», «بن علي», «عبد المعين»: a join and a word behind it open a name too.
    if goes_on && readings.bare_is(at, FIRST_JOIN) && may_be_joined(readings, at, next) {
        const NAMED: [Asked; 3] = [one_of(NAMES), ANY.with(DEFINITE), ANY.with(STRANGE)];
        let named = is_father(readings, at) || readings.fits_one(next, &NAMED);
        return named.then_some(Start { last: next, kinds: GIVEN });
    }
    // «فان نيستلروي», «فون شتراوس»
    if goes_on && readings.is_foreign(next) && readings.bare_is(at, FOREIGN_JOIN) {
        return Some(Start { last: next, kinds: GIVEN });
    }
    let kinds = readings.kinds(at);
    // «معاوية بن», «مايد بن»: whoever has a father named has a name.
    const SON: Asked = none_of(Kinds::of(&[COMMON, SPEECH, TITLE])).with(LETTERS);
    if matches!(readings.words.after(at), "بن" | "بنت") && readings.fits(at, SON) {
        return Some(Start { last: at, kinds: kinds.without(COUNTRY | PLACE) | GIVEN });
    }
    kinds.any(NAMES).then_some(Start { last: at, kinds })
}

/// «أبو»
fn is_father(readings: &Readings<'_>, at: usize) -> bool {
    readings.bare(at) == "ابو"
}

/// Whether a join may have a word behind it: no everyday one, but «أبو الخير» has.
fn may_be_joined(readings: &Readings<'_>, join: usize, at: usize) -> bool {
    !readings.is(at, COMMON) || is_father(readings, join) && !readings.is(at, SPEECH)
}

/// «في كالديرون» is rather a place.
fn is_after_preposition(readings: &Readings<'_>, at: usize) -> bool {
    is(readings.words.before(at), OF_PLACE)
        || readings.is(at.wrapping_sub(1), PLACE_HEAD | ORG_HEAD)
}

/// Whether a single listed name more likely is part of the name of a place or an organization.
fn is_shadowed(readings: &Readings<'_>, at: usize) -> bool {
    const HEAD: Asked = one_of(Kinds::of(&[PLACE_HEAD, ORG_HEAD])).but(TITLE);
    // «حكومة السنيورة», «مكتب أولمرت»
    HEAD.has_kinds(readings.kinds_before(at)) && !readings.bare_is(at - 1, OF_A_LEADER)
}

fn is_long(readings: &Readings<'_>, at: usize) -> bool {
    readings.bare(at).chars().count() > 3
}
