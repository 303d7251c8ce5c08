//! What belongs to a name and was left out of it.

use super::super::asked::{Asked, at_most, none_of, one_of};
use super::super::certain::is_behind_office;
use super::super::cue::{Cue, cue};
use super::super::form::{
    DEFINITE, FEMININE, FITS_PATTERN, GLUED, IS_VERB, MET_SOMETIMES, REST_MET,
};
use super::super::named::Named;
use super::super::reading::Readings;
use super::super::why::Why;
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{
    ADDRESS, BY_TRADE, COMMON, CONTRASTED, FAMILY, FOREIGN, FORMER, GIVEN, GIVEN_WITH_ARTICLE,
    HOUSE, JOIN, Kinds, LOOSE_END, NAME_TOO, NATION, OFFICE_BREAK, ORG_HEAD, PHRASE_END, PLACE,
    PLACE_ADJECTIVE, PLACE_INSIDE, RANK_PART, RARE_FAMILY, SAYING, SPEECH, STYLE_BEHIND, TAKEN_IN,
    THAT, TITLE, TITLE_ADJECTIVE, TITLE_OR_NAME, WEEKDAY_NAME, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;
use crate::weigh::Traits;

/// Takes in what belongs to the names, and adds those of two strange words behind an office.
pub(super) fn mend(readings: &Readings<'_>, found: &mut Vec<Named>) {
    found.sort_by_key(|name| (name.first, name.last));
    join(readings, found);
    found.iter_mut().filter(|name| is_headed(readings, name)).for_each(|name| {
        name.first -= 1;
        name.skipped = readings.skipped(name.first);
    });
    let starts: Vec<usize> = found.iter().map(|name| name.first).collect();
    for (place, name) in found.iter_mut().enumerate() {
        let limit = starts.get(place + 1).copied().unwrap_or(usize::MAX);
        let longer = match name.kind {
            EntityKind::Person => styled(readings, name)
                .or_else(|| joined(readings, name))
                .or_else(|| surname(readings, name))
                .or_else(|| parted(readings, name)),
            EntityKind::Place => described(readings, name),
            EntityKind::Organization => adjective(readings, name),
        };
        name.last = longer.filter(|&last| last < limit).unwrap_or(name.last);
    }
    given_in_row(readings, found);
    found.iter_mut().filter(|name| is_given_before(readings, name)).for_each(|name| {
        name.first -= 1;
    });
    let held = held(readings, found);
    found.extend(held);
}

/// «عبد الأمير» and «رشيد يار الله», «محمد الأمين» and «ود الزبير»: one man.
fn join(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let words = readings.words;
    let is_person = |name: &Named| name.kind == EntityKind::Person;
    let mut at = 0;
    while at + 1 < found.len() {
        let (one, other) = (found[at], found[at + 1]);
        let are_people = is_person(&one) && is_person(&other) && other.skipped == 0;
        let is_beside = one.last + 1 == other.first && words.same_paragraph(one.last, other.first);
        let is_son = words.at(other.first) == "ود" && other.first < other.last;
        let is_behind_son = one.last + 2 == other.first && words.at(one.last + 1) == "ود";
        let is_one = is_beside && (is_slave(readings, &one) || is_son) || is_behind_son;
        if are_people && is_one {
            found[at].last = other.last;
            found.remove(at + 1);
        } else {
            at += 1;
        }
    }
}

/// «عبد الأمير»
fn is_slave(readings: &Readings<'_>, name: &Named) -> bool {
    name.last == name.first + 1 && readings.bare(name.first) == "عبد"
}

/// «مرفأ | صور»: whether the head of a place was left out.
fn is_headed(readings: &Readings<'_>, name: &Named) -> bool {
    let head = name.first.checked_sub(1).filter(|_| name.skipped == 0);
    let is_head = |head: usize| {
        readings.bare_is(head, TAKEN_IN) && readings.words.same_paragraph(head, name.last)
    };
    name.kind == EntityKind::Place && head.is_some_and(is_head)
}

/// «وكيل وزارة المالية الصادق | عمر الطيب»: whether a given name with «ال» was left out behind an office.
fn is_given_before(readings: &Readings<'_>, name: &Named) -> bool {
    let is_person = name.kind == EntityKind::Person && name.skipped == 0;
    let given = name.first.checked_sub(1).filter(|_| is_person);
    let is_given = |given: usize| {
        let is_beside = readings.words.same_paragraph(given, name.first);
        // «اللواء بات رايدر»: between an address and a foreign family name nothing but a given name stands.
        if name.first == name.last && is_between(readings, given, name.first) {
            return is_beside;
        }
        // «سيد أحمد ولد أبيه»: without «ال» a title opens a given name of two words.
        if readings.words.is(given, TITLE_OR_NAME) {
            return is_beside && readings.is(name.first, GIVEN);
        }
        let is_name = readings.words.is(given, GIVEN_WITH_ARTICLE)
            && readings.fits(given, none_of(Kinds::of(&[NATION, TITLE, TITLE_ADJECTIVE])));
        // «وزير الصيد والاقتصاد البحري المختار | أحمد بوسيف», but «البحار الناجي منصف بن عمار»
        let is_trade = given > 0 && readings.words.is(given - 1, BY_TRADE | TITLE);
        let is_held = is_behind_office(readings, given) && !is_trade;
        let is_titled = cue(readings, given) == Cue::Titled || is_held;
        is_beside && is_name && is_titled
    };
    given.is_some_and(is_given)
}

/// «بات» of «اللواء بات رايدر»
fn is_between(readings: &Readings<'_>, at: usize, family: usize) -> bool {
    const ANY_WORD: Asked = none_of(Kinds::of(&[
        TITLE,
        TITLE_ADJECTIVE,
        RANK_PART,
        PHRASE_END,
        LOOSE_END,
        NATION,
        OFFICE_BREAK,
        SAYING,
    ]))
    .without(GLUED)
    .without(DEFINITE);
    let words = readings.words;
    let address = readings.before(at).filter(|&address| words.is(address, ADDRESS));
    const FAMILY_ALONE: Asked = one_of(FOREIGN).but(Kinds::of(&[COMMON, GIVEN]));
    let is_foreign = readings.fits(family, FAMILY_ALONE);
    !([address.is_some(), is_foreign, readings.fits(at, ANY_WORD)].contains(&false))
}

/// «الطيب الصديقي وثريا | جبران»: a given name, «و» before it, between the name of one and the family name of the next.
fn given_in_row(readings: &Readings<'_>, found: &mut [Named]) {
    let words = readings.words;
    for place in 1..found.len() {
        let (one, other) = (found[place - 1], found[place]);
        let given = one.last + 1;
        let is_given = words.at(given).behind(AND).is_some_and(|rest| is(rest, GIVEN | NAME_TOO));
        let are_people = [one, other].iter().all(|name| name.kind == EntityKind::Person);
        let is_row = given + 1 == other.first && other.skipped == 0 && one.first < one.last;
        let stands = words.same_paragraph(one.last, other.first);
        if ![is_given, are_people, is_row, stands].contains(&false) {
            (found[place].first, found[place].skipped) = (given, 'و'.len_utf8());
        }
    }
}

/// «حميد أيت أوبلا»: whether a name ends with a word that joins the next to it.
fn joined(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    let next = name.last + 1;
    let is_house = readings.words.is(name.last, HOUSE) && name.first < name.last;
    (is_house && readings.goes_on(name.last, next)).then_some(next)
}

/// «عصمت بك», «خورشيد باشا»
fn styled(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    let next = name.last + 1;
    if !readings.words.is(next, STYLE_BEHIND) || !readings.goes_on(name.last, next) {
        return None;
    }
    // «يوسف بك كرم»
    let family = next + 1;
    let is_family = readings.follows(next, one_of(Kinds::of(&[GIVEN, FAMILY])));
    Some(if is_family { family } else { next })
}

/// «عبد الكريم تلمات في», «كيشان راو من»: a strange word between a given name that a title or a verb of saying stands before and what
/// goes on with the sentence.
fn surname(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    let next = name.last + 1;
    let is_slave = is_slave(readings, name);
    let is_given = name.first == name.last && readings.is(name.first, GIVEN | FOREIGN);
    let is_one = is_slave || is_given;
    if !is_one || !readings.goes_on(name.last, next) || cue(readings, name.first) < Cue::Said {
        return None;
    }
    // «عبد الكريم تلمات»: what God's slave is called by may look like a noun.
    // «عبد الكبير الركاكنة،»: with «ال» it is a house where nothing else can stand.
    const HOUSE: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY, FAMILY]))
        .with(DEFINITE)
        .without(Traits::of(&[GLUED, MET_SOMETIMES]));
    let is_closed_house = readings.fits(next, HOUSE) && closes(readings, next);
    let is_unmet = is_closed_house || is_unmet(readings, next);
    let is_open = is_strange(readings, next) || is_slave && is_unmet;
    (is_open && ends(readings, next)).then_some(next)
}

/// «اللواء الصادق محمد | الأزرق، », «أما عوض الكريم | بابكر فامتنع»: what stands between a name and the mark or the «ف» that parts it from
/// its sentence.
fn parted(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    // «بشرى العلوي التصنيف،»: what is no family's name is what was done to.
    const HOUSE: Asked = one_of(Kinds::of(&[FAMILY, RARE_FAMILY]))
        .but(Kinds::of(&[NATION, TITLE, TITLE_ADJECTIVE, WEEKDAY_NAME, FORMER, PLACE]))
        .with(DEFINITE);
    const OWN: Asked = one_of(Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]));
    let next = name.last + 1;
    let before = readings.before(name.first)?;
    if readings.words.is(before, CONTRASTED) {
        let verb = readings.words.at(next + 1).behind(SO);
        return verb.filter(|verb| is_verb(verb)).and(readings.fits(next, OWN).then_some(next));
    }
    let is_parted = readings.follows(name.last, HOUSE) && readings.words.at(next + 1) == "،";
    (is_parted && cue(readings, name.first) == Cue::Titled).then_some(next)
}

/// Whether a comma, a colon or a stop stands behind a word.
fn closes(readings: &Readings<'_>, at: usize) -> bool {
    matches!(readings.words.at(at + 1), "" | "،" | ":" | "." | "(")
}

/// A word that no list has and that is built as neither verbs nor everyday words are.
fn is_strange(readings: &Readings<'_>, at: usize) -> bool {
    const INFLECTED: [&str; 7] = ["ا", "ته", "ها", "هم", "ين", "ان", "ات"];
    let word = readings.words.at(at);
    let is_built = readings.has_shape(at, FITS_PATTERN)
        || INFLECTED.iter().any(|ending| word.ends_with(ending));
    !is_built && is_unmet(readings, at)
}

/// A word that no list has, that is no verb and that is met in no running texts.
fn is_unmet(readings: &Readings<'_>, at: usize) -> bool {
    const GRAMMAR: Traits =
        Traits::of(&[IS_VERB, MET_SOMETIMES, REST_MET, GLUED, FEMININE, DEFINITE]);
    const UNLISTED: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY])).without(GRAMMAR);
    let word = readings.words.at(at);
    let is_bare = !word.starts_with('و') && word.chars().count() > 2;
    is_bare && readings.fits(at, UNLISTED) && !readings.words.is(at, COMMON | SPEECH)
}

/// «مطار الأمير محمد | الدولي»
fn described(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    const ADJECTIVE: Asked = one_of(PLACE_ADJECTIVE).but(Kinds::of(&[TITLE, SAYING]));
    let next = name.last + 1;
    let is_built = readings.bare_is(name.first, PLACE_INSIDE) && name.first < name.last;
    let is_described = is_built && ADJECTIVE.has_kinds(readings.words.kinds(next));
    (is_described && readings.goes_on(name.last, next)).then_some(next)
}

/// «سلطة إقليم البترا التنموي | السياحي»: behind an adjective of relation another one, of no nation.
fn adjective(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    const ANOTHER: Asked =
        none_of(Kinds::of(&[NATION, TITLE, TITLE_ADJECTIVE, FAMILY, GIVEN])).with(DEFINITE);
    let next = name.last + 1;
    let ending = |at: usize| {
        let word =
            readings.words.at(at).behind_article().filter(|bare| bare.chars().count() > 4)?;
        ["ي", "يه"].into_iter().find(|ending| word.ends_with(ending))
    };
    let own = ending(name.last).filter(|_| name.last > name.first + 1)?;
    let is_another = ending(next) == Some(own) && readings.follows(name.last, ANOTHER);
    is_another.then_some(next)
}

/// «محافظ المصرف المركزي الصديق الكبير إن», «المتحدث فيشال براتاب إن»: who holds an office, right before what he says.
fn held(readings: &Readings<'_>, found: &[Named]) -> Vec<Named> {
    let words = readings.words;
    let is_free = |at: usize| {
        let after = found.partition_point(|name| name.last < at);
        found.get(after).is_none_or(|name| name.first > at) && !readings.taken(at)
    };
    let holds = |first: &usize| {
        let (first, last) = (*first, *first + 1);
        let is_row = !readings.has_shape(first, GLUED) && readings.goes_on(first, last);
        is_row && ends(readings, last) && is_named(readings, first) && (first..=last).all(is_free)
    };
    let two = |first: usize| Named {
        kind: EntityKind::Person,
        first,
        skipped: 0,
        last: first + 1,
        why: Why::Titled,
    };
    (1..words.list.len().saturating_sub(1)).filter(holds).map(two).collect()
}

/// «لوصيف»: a family name without «ال», and nothing else.
fn is_house(readings: &Readings<'_>, at: usize) -> bool {
    const HOUSE: Asked = one_of(Kinds::of(&[FAMILY, RARE_FAMILY, GIVEN]))
        .but(Kinds::of(&[COMMON, SPEECH, TITLE, PHRASE_END]))
        .without(GLUED);
    readings.fits(at, HOUSE)
}

/// «الأمين العام السابق للوزارة»: an office in a body of which no more is told, right before a word.
fn serves(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    let Some(body) = readings.before(at) else { return false };
    let is_body = words.at(body).behind_for_the().is_some_and(|rest| is(rest, ORG_HEAD));
    let is_adjective =
        |&at: &usize| words.is(at, TITLE_ADJECTIVE) && words.same_paragraph(at, body);
    let adjectives = (0..body).rev().take_while(is_adjective).count();
    let title = body.checked_sub(adjectives + 1);
    is_body && title.is_some_and(|title| readings.bare_is(title, TITLE))
}

/// Whether speech, a mark or another phrase stands behind a word: «إن», «،», «إلى أن», «عن».
fn ends(readings: &Readings<'_>, last: usize) -> bool {
    closes(readings, last) || readings.words.is(last + 1, THAT | PHRASE_END | OFFICE_BREAK)
}

/// Whether a word and the next can only be the name of whoever holds the office before them.
fn is_named(readings: &Readings<'_>, first: usize) -> bool {
    let (words, family) = (readings.words, first + 1);
    if words.is(first, GIVEN_WITH_ARTICLE) && !readings.is(first, NATION) {
        const FREE: Asked = none_of(Kinds::of(&[NATION, TITLE, TITLE_ADJECTIVE, COMMON, JOIN]));
        let is_big = matches!(words.at(family), "الكبير" | "الصغير");
        let is_family = readings.has_article(family) && (is_big || readings.fits(family, FREE));
        let is_titled = [cue(readings, first) == Cue::Titled, serves(readings, first)];
        let is_house = [is_family, is_house(readings, family)];
        return is_house.contains(&true) && is_titled.contains(&true);
    }
    let title = first - 1;
    let is_office = readings.bare_is(title, TITLE) && readings.has_article(title);
    let verb = title.checked_sub(1).map(|verb| words.at(verb).without(AND | SO));
    let is_said = is_office && verb.is_some_and(|verb| is(verb, SAYING));
    is_said && (first..=family).all(|index| is_strange(readings, index))
}
