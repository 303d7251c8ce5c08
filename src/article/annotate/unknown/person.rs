//! People: given and family names, and strange words that a title or a verb of saying betrays.

use super::cue::{Cue, cue};
use super::extent::{extend, is_sure};
use super::form::MET_SOMETIMES;
use super::named::Named;
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{
    COMMON, COUNTRY, FAMILY, FIRST_JOIN, FOREIGN, FOREIGN_JOIN, GIVEN, ISLAMIC_MONTH_NAME, Kinds,
    NATION, OF_A_LEADER, OF_PLACE, ORG, ORG_HEAD, PLACE, PLACE_HEAD, PLAIN_GIVEN, RARE_FAMILY,
    RARE_PLACE, SPEECH, Sound, THAT, TITLE, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// A name that begins with a listed one.
pub(super) fn listed(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    let start = start(readings, at).filter(|_| !tells_whose(readings, at))?;
    let last = extend(readings, at, start.last);
    let cue = cue(readings, at);
    let kinds = start.kinds;
    let several = last > at;
    // «شهر رمضان», «من رجب».
    if !several && readings.bare_is(at, ISLAMIC_MONTH_NAME) && cue != Cue::Titled {
        return None;
    }
    let sure = match () {
        () if several && kinds.any(GIVEN) => {
            !kinds.any(COMMON | PLACE | COUNTRY)
                || cue >= Cue::Said
                || (readings.is(last, GIVEN | FAMILY) && !readings.is(last, COMMON))
        }
        () if several && !kinds.any(FAMILY) => {
            readings.is(last, FAMILY) && !readings.is(last, COMMON | PLACE)
                || (readings.is(last, GIVEN | FAMILY | RARE_FAMILY) || readings.is_foreign(last))
                    && cue > Cue::None
                || cue == Cue::Titled
        }
        () if several => !kinds.any(COMMON | PLACE | COUNTRY) || cue > Cue::None,
        () if kinds.any(FAMILY) => {
            (!kinds.any(COMMON | PLACE | COUNTRY | ORG | NATION) && !is_shadowed(readings, at))
                || cue >= Cue::Said && (!kinds.any(NATION) || cue == Cue::Said)
        }
        () if kinds.any(GIVEN) => {
            cue >= Cue::Said && (!kinds.any(COMMON | COUNTRY | PLACE) || cue == Cue::Titled)
                || (!kinds.any(COMMON | COUNTRY | PLACE | RARE_PLACE | TITLE | SPEECH | ORG)
                    && is_long(readings, at)
                    && !is_shadowed(readings, at)
                    && (readings.bare_is(at, PLAIN_GIVEN)
                        || !super::pattern::fits(readings.bare(at))))
        }
        () => !kinds.any(COMMON) && (cue == Cue::Titled || is_joined(readings, at, before)),
    };
    // The name found last stays as it is.
    let forename = forename(readings, at)
        .filter(|&first| kinds.any(FAMILY) && before.is_none_or(|name| name.last < first));
    let first = forename.unwrap_or(at);
    sure.then_some(Named {
        kind: EntityKind::Person,
        first,
        skipped: readings.skipped(first),
        last,
        why: cue.why(),
    })
}

/// «ديدييه دروغبا», «ديرك نوفيتسكي»: a strange word that sounds foreign, right before a family name.
fn forename(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let first = readings.before(at).filter(|&first| readings.goes_on(at, first))?;
    let word = readings.words.at(first);
    let is_listed =
        || !readings.kinds(first).without(FOREIGN | RARE_FAMILY | RARE_PLACE).is_empty();
    let is_grammar = ["ال", "و"].iter().any(|start| word.starts_with(start)) || is_verb(word);
    if readings.skipped(at) > 0 || is_grammar || readings.has_shape(first, MET_SOMETIMES) {
        return None;
    }
    (readings.sound(first) >= Sound::FOREIGN && !is_listed()).then_some(first)
}

/// «كانافارو وإيمرسون»: a name joined with «و» to one right before.
fn is_joined(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> bool {
    before.is_some_and(|name| name.last + 1 == at && name.kind == EntityKind::Person)
        && &readings.words.at(at)[..readings.skipped(at)] == "و"
}

/// A strange word that a cue makes a name; `before` is the name found last.
pub(super) fn cued(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    let framed = is_framed(readings, at);
    let strange = framed
        || readings.is_strange(at)
        || (readings.kinds(at).any(RARE_PLACE) && !readings.kinds(at).any(COMMON | GIVEN));
    if !strange || readings.skipped(at) > 0 && !readings.is(at, RARE_PLACE) {
        return None;
    }
    if readings.skipped(at) == 0
        && let Some(joined) = joined(readings, at, before)
    {
        return Some(joined);
    }
    let cue = cue(readings, at);
    let mut last = extend(readings, at, at);
    // «النجم ديدييه ديشان»: behind a title the second word need not look foreign.
    if last == at
        && cue == Cue::Titled
        && readings.goes_on(at, at + 1)
        && readings.may_be_name(at + 1)
        && !readings.words.at(at + 1).starts_with("ال")
    {
        last = at + 1;
    }
    let foreign = readings.is_foreign(at);
    let sure = match cue {
        Cue::Titled => {
            foreign
                || last > at
                || readings.words.at(at).chars().count() > 3 && is_right_behind_title(readings, at)
        }
        Cue::Said => framed || foreign && (last > at || readings.is_very_foreign(at)),
        Cue::Office => last > at && foreign,
        Cue::Near => {
            foreign && last > at
                || foreign
                    && readings.words.at(at).chars().count() > 4
                    && is_right_behind_nation(readings, at)
        }
        Cue::None if last == at => {
            readings.is_very_foreign(at) && !is_after_preposition(readings, at)
        }
        Cue::None => {
            foreign
                && (at + 1..=last)
                    .all(|index| readings.is_foreign(index) || readings.is(index, GIVEN | FAMILY))
                && (last - at) < 4
        }
    };
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

/// «وموساوي» right behind a name: the «و» joins, what is left is a name too.
fn joined(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    let rest = readings.words.at(at).strip_prefix('و')?;
    let follows = before.is_some_and(|name| name.last + 1 == at && name.kind == EntityKind::Person);
    (follows && rest.chars().count() >= 4 && !super::pattern::fits(rest) && readings.is_foreign(at))
        .then(|| Named {
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
    let next = at + 1;
    let named = || {
        is_sure(readings, next)
            || readings.is(next, GIVEN) && readings.is(next + 1, GIVEN | FAMILY | RARE_FAMILY)
    };
    readings.is(at, NATION)
        && !readings.is(at, GIVEN)
        && readings.bare_with_article(at).starts_with("ال")
        && readings.goes_on(at, next)
        && named()
}

/// How a name begins.
struct Start {
    last: usize,
    kinds: Kinds,
}

fn start(readings: &Readings<'_>, at: usize) -> Option<Start> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds.any(GIVEN | FAMILY | RARE_FAMILY)
    {
        let joined = readings.bare_is(at, FIRST_JOIN);
        return Some(Start { last, kinds: if joined { kinds | GIVEN } else { kinds } });
    }
    let word = readings.bare(at);
    // «أبو علاء», «بن علي», «عبد المعين»: a join and a word behind it open a name too.
    if readings.bare_is(at, FIRST_JOIN)
        && readings.goes_on(at, at + 1)
        && (word == "ابو" && !readings.is(at + 1, SPEECH) || !readings.is(at + 1, COMMON))
    {
        let next = at + 1;
        let named = readings.is(next, GIVEN | FAMILY | RARE_FAMILY)
            || readings.words.at(next).starts_with("ال")
            || readings.is_strange(next)
            || word == "ابو";
        return named.then_some(Start { last: next, kinds: GIVEN });
    }
    // «فان نيستلروي», «فون شتراوس»
    if readings.bare_is(at, FOREIGN_JOIN)
        && readings.goes_on(at, at + 1)
        && readings.is_foreign(at + 1)
    {
        return Some(Start { last: at + 1, kinds: GIVEN });
    }
    let kinds = readings.kinds(at);
    // «معاوية بن», «مايد بن»: whoever has a father named has a name.
    let fathered = matches!(readings.words.after(at), "بن" | "بنت")
        && readings.words.is_letters(at)
        && !kinds.any(COMMON | SPEECH | TITLE);
    if fathered {
        return Some(Start { last: at, kinds: kinds.without(COUNTRY | PLACE) | GIVEN });
    }
    (kinds.any(GIVEN | FAMILY | RARE_FAMILY)).then_some(Start { last: at, kinds })
}

/// «في كالديرون» is rather a place.
fn is_after_preposition(readings: &Readings<'_>, at: usize) -> bool {
    is(readings.words.before(at), OF_PLACE)
        || readings.is(at.wrapping_sub(1), PLACE_HEAD | ORG_HEAD)
}

fn is_right_behind_title(readings: &Readings<'_>, at: usize) -> bool {
    readings.kinds_before(at).any(TITLE | NATION)
}

fn is_right_behind_nation(readings: &Readings<'_>, at: usize) -> bool {
    readings.kinds_before(at).any(NATION)
}

/// Whether a single listed name more likely is part of the name of a place or an organization.
fn is_shadowed(readings: &Readings<'_>, at: usize) -> bool {
    // «حكومة السنيورة», «مكتب أولمرت»
    let before = readings.kinds_before(at);
    before.any(PLACE_HEAD | ORG_HEAD)
        && !before.any(TITLE)
        && !readings.bare_is(at - 1, OF_A_LEADER)
}

fn is_long(readings: &Readings<'_>, at: usize) -> bool {
    readings.bare(at).chars().count() > 3
}
