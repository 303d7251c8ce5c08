//! People whom their sentence shows: by an office before them, a verb of saying, two commas around them.

use super::super::asked::{Asked, at_most, none_of, one_of};
use super::super::form::{DEFINITE, GLUED, IS_VERB, MET_SOMETIMES, REST_MET_OFTEN};
use super::super::reading::Readings;
use super::kin;
use super::part::{
    hangs_on, is_bare_name, is_everyday, is_family, is_given, is_relation, is_sure_name,
    is_unlisted_name, may_be_strange, may_close, may_follow,
};
use super::side::{
    closed, is_behind_office, is_behind_saying, is_comma, is_that, opens_what_is_said,
};
use super::span::{Certain, NAMES, Reach};
use crate::arabic::clitics::{AND, BY, Onto};
use crate::arabic::lexicon::{
    ADDRESS, BODY_ADJECTIVE, BODY_HEAD, BYSTANDER, COMMON, CONTRASTED, COUNTRY, FAMILY, FOREIGN,
    GIVEN, GIVEN_WITH_ARTICLE, HONORIFIC, JOIN, Kinds, LOOSE_END, NAME_END, NAME_TOO,
    NAMING_OFFICE, NATION, ORG_HEAD, PHRASE_END, PLACE, PLACE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE,
    RARE_FAMILY, RULER, SPEECH, Sound, THAT, THEN, TITLE, TITLE_ADJECTIVE, TITLE_OR_NAME, TRADE,
    WHOSE_SOUL, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;
use crate::weigh::Traits;

/// The name that begins at a word, if its frame shows one.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Certain> {
    if is_in_place_name(readings, at) {
        return None;
    }
    if let Some(last) = appointed(readings, at) {
        return Some(Certain::name(at, last, EntityKind::Person, Reach::Nowhere));
    }
    let last = kin::read(readings, at)
        .or_else(|| of_soul(readings, at))
        .or_else(|| said(readings, at))
        .or_else(|| said_by_a_stranger(readings, at))
        .or_else(|| between_commas(readings, at))
        .or_else(|| in_office(readings, at))
        .or_else(|| in_trade(readings, at))
        .or_else(|| strange_in_office(readings, at));
    let person = |last| {
        let last = closed_by_a_stranger(readings, at, kin::whole(readings, last));
        Certain::name(at, last, EntityKind::Person, reach(readings, at))
    };
    last.map(person).or_else(|| joined(readings, at))
}

/// «الأمين العام نور الدين غوالي عن», «المدير عبد الكريم يلس إن»: behind an office and a given name of two words, a word that no list
/// has and that a particle or a mark parts from the sentence is the family name; so are two of which the second never stands alone.
fn closed_by_a_stranger(readings: &Readings<'_>, at: usize, last: usize) -> usize {
    let (words, next) = (readings.words, last + 1);
    let is_of_two = last == at + 1 && words.at(last).starts_with("ال");
    if !is_of_two || !readings.goes_on(last, next) || words.at(next).starts_with("ال") {
        return last;
    }
    if hangs_on(readings, next) && may_close(readings, next) {
        return next + 1;
    }
    let behind = next + 1;
    let is_parted = !words.same_paragraph(next, behind)
        || !words.is_letters(behind)
        || words.is(behind, PHRASE_END | LOOSE_END | THAT);
    let is_strange = || is_unlisted_name(readings, next) && is_behind_office(readings, at);
    if is_parted && is_strange() { next } else { last }
}

/// «تعيين خلفان البادي مديرا»: all that stands between the noun of an appointment and the office, which is told in the accusative.
fn appointed(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const BARE: Asked = none_of(Kinds::of(&[
        TITLE, BYSTANDER, PHRASE_END, LOOSE_END, SPEECH, NATION, ORG_HEAD, PLACE_HEAD,
    ]))
    .without(GLUED);
    const LATER: Asked = none_of(Kinds::of(&[TITLE, PHRASE_END, LOOSE_END, SPEECH])).without(GLUED);
    /// No name has more words.
    const WORDS: usize = 4;
    let words = readings.words;
    let is_title =
        |title: &usize| words.is(*title, ADDRESS | HONORIFIC) || is_trade(readings, *title);
    let before = readings.before(at)?;
    let naming = if is_title(&before) { readings.before(before)? } else { before };
    if !is(words.at(naming).without(AND | BY), NAMING_OFFICE) || !readings.fits(at, BARE) {
        return None;
    }
    let is_office = |office: usize| {
        let written = words.written(office);
        let bare = words.at(office).strip_suffix('ا').filter(|bare| is(bare, TITLE));
        let is_hers = written.ends_with('ة') && words.is(office, TITLE);
        !words.at(office).has_article() && (bare.is_some() || is_hers)
    };
    let office = (at + 2..=at + WORDS).find(|&office| is_office(office))?;
    // «تعيين معلم جديد مديرا»: neither a number nor an adjective.
    let is_name =
        (at + 1..office).all(|part| readings.fits(part, LATER) && readings.goes_on(at, part));
    let last = office - 1;
    let is_house = readings.has_article(last) || readings.is(last, NAMES);
    (is_name && is_house && !readings.has_article(at)).then_some(last)
}

/// «إلى روح الطيب الصديقي»: a given name with «ال», and a family name.
fn of_soul(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const HOUSE: Asked = none_of(Kinds::of(&[NATION, TITLE, COMMON])).with(DEFINITE);
    let is_soul = |soul: &usize| readings.words.is(*soul, WHOSE_SOUL);
    readings.before(at).filter(is_soul)?;
    let is_given = readings.words.is(at, GIVEN_WITH_ARTICLE);
    (is_given && readings.follows(at, HOUSE)).then_some(at + 1)
}

/// «أحمد علي عبد الله»: behind another name the name may have begun before.
fn reach(readings: &Readings<'_>, at: usize) -> Reach {
    let is_name = |index: usize| {
        readings.is(index, NAMES | JOIN) || readings.words.is(index, NAME_TOO | NAME_END)
    };
    if at.checked_sub(1).is_some_and(is_name) { Reach::Both } else { Reach::Behind }
}

/// «جامع عمرو بن العاص», «مستشفى الملك فيصل»: a name inside that of a place or body.
fn is_in_place_name(readings: &Readings<'_>, at: usize) -> bool {
    const HEADS: Kinds = Kinds::of(&[PLACE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE, ORG_HEAD, BODY_HEAD]);
    let is_head = |distance: usize| {
        at.checked_sub(distance).is_some_and(|index| {
            readings.words.same_paragraph(index, at) && readings.bare_is(index, HEADS)
        })
    };
    is_head(1) || is_head(2) && readings.words.is(at - 1, RULER)
}

/// «قالت حكيمة المرزوقي، التي …», «وتابع غريب السوداني أن»: between a verb of saying and what is said or told of the speaker.
fn said(readings: &Readings<'_>, at: usize) -> Option<usize> {
    // «أما سمر حلاق، المدرسة المتقاعدة، فترى»
    let topic = readings.before(at).filter(|&before| readings.words.is(before, CONTRASTED));
    let is_shown = topic.is_some() || is_behind_saying(readings, at);
    let last = match topic {
        Some(_) => closed(readings, at, |index| is_comma(readings, index)),
        None => closed(readings, at, |index| opens_what_is_said(readings, index)),
    };
    let last = last.filter(|_| is_shown && is_given(readings, at))?;
    // «كرر بوش القول إن»: behind a name that is nothing else an everyday word goes on with the sentence.
    let is_alone = !readings.words.is(at, COMMON) && is_everyday(readings, at + 1);
    let is_whole = || !is_alone && (at + 1..=last).all(|index| may_follow(readings, index));
    (is_called_by_trade(readings, at, last) || is_whole()).then_some(last)
}

/// «سمر حلاق، »: a trade without «ال» behind a given name is the family's, where nothing goes on with it.
fn is_called_by_trade(readings: &Readings<'_>, at: usize, last: usize) -> bool {
    const TRADES: Asked =
        one_of(Kinds::of(&[TITLE, BYSTANDER])).without(Traits::of(&[DEFINITE, GLUED]));
    last == at + 1 && is_sure_name(readings, at) && readings.fits(last, TRADES)
}

/// «قالت فالنتينا قسيسية إن»: a word that no list has and that sounds foreign, and what no list has behind it.
fn said_by_a_stranger(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const RARE: Kinds = Kinds::of(&[FOREIGN, RARE_FAMILY, FAMILY, GIVEN]);
    let is_unlisted = |index: usize| {
        readings.kinds(index).without(RARE).is_empty() && !is_everyday(readings, index)
    };
    let sounds = readings.sound(at) >= Sound::FOREIGN && readings.skipped(at) == 0;
    if !sounds || !is_unlisted(at) || !is_behind_saying(readings, at) {
        return None;
    }
    let last = closed(readings, at, |index| is_that(readings, index))?;
    let is_name = |index: usize| is_unlisted(index) || is_feminine_name(readings, index);
    (at + 1..=last).all(is_name).then_some(last)
}

/// «قسيسية»: an everyday ending on a word that is met nowhere.
fn is_feminine_name(readings: &Readings<'_>, at: usize) -> bool {
    let is_met = readings.has_shape(at, MET_SOMETIMES | REST_MET_OFTEN);
    readings.words.kinds(at).is_empty() && !is_met && !readings.has_article(at)
}

/// «مدير التعليم بالولاية، إخلاص النور، فإن»: between two commas behind an office.
fn between_commas(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|&index| is_comma(readings, index))?;
    if is_doubtful(readings, at) && is_behind_office(readings, before_then(readings, comma)) {
        return Some(at + 1);
    }
    // «منسقة الإغاثة، كليمنتين مبونغو، عن قلقها»
    let follows = match (is_given(readings, at), is_unmet(readings, at)) {
        (true, _) => may_follow,
        (false, true) => is_unmet,
        (false, false) => return None,
    };
    let last = closed(readings, at, |index| is_comma(readings, index))?;
    let is_whole = (at + 1..=last).all(|index| follows(readings, index));
    (is_whole && is_behind_office(readings, comma)).then_some(last).filter(|&last| last > at)
}

/// «، باسم الكعبي،», «، حاكم الزاملي،»: between two commas a given name that is a word too, and a family name of relation.
fn is_doubtful(readings: &Readings<'_>, at: usize) -> bool {
    let (words, family) = (readings.words, at + 1);
    const HOUSE: Asked = one_of(Kinds::of(&[FAMILY, RARE_FAMILY])).with(DEFINITE);
    let is_listed = readings.fits(family, HOUSE) || is_relation(words.at(family));
    let is_house = is_listed && !words.is(family, NATION);
    let last = closed(readings, at, |index| is_comma(readings, index));
    ![words.is(at, NAME_TOO), is_house, last == Some(family)].contains(&false)
}

/// «قاطعه النائب المستقل سجاد سالم قائلا»: two given names that are words too, neither with «ال», which no adjective behind a title with
/// «ال» is without; behind a verb or a preposition they tell nothing of him.
fn are_doubtful(readings: &Readings<'_>, at: usize) -> bool {
    const DOUBTFUL: Asked = one_of(NAME_TOO).but(PHRASE_END);
    let words = readings.words;
    let title = before_adjective(readings, at).checked_sub(1);
    let stands = title.filter(|&title| readings.fits(title, TITLED));
    let before = stands.and_then(|title| readings.before(title));
    let is_behind = before
        .is_some_and(|before| is_verb(words.at(before)) || words.is(before, LOOSE_END | SPEECH));
    let are = [at, at + 1].into_iter().all(|word| DOUBTFUL.has_kinds(words.kinds(word)));
    let have_article = (at..=at + 2).any(|word| readings.has_article(word));
    ![are, is_behind, !have_article, readings.goes_on(at, at + 1)].contains(&false)
}

/// Where a title ends before its adjective: «النائب | المستقل».
fn before_adjective(readings: &Readings<'_>, at: usize) -> usize {
    const ADJECTIVE: Asked = none_of(TITLE).with(DEFINITE);
    let is_second = |title| readings.fits(title, TITLED);
    let adjective = readings.before(at).filter(|&adjective| readings.fits(adjective, ADJECTIVE));
    let adjective =
        adjective.filter(|&adjective| readings.before(adjective).is_some_and(is_second));
    adjective.unwrap_or(at)
}

/// «المدير المفوض للشركة آنذاك، باسم»: where an office ends before a word that says when it was held.
fn before_then(readings: &Readings<'_>, comma: usize) -> usize {
    readings.before(comma).filter(|&then| readings.words.is(then, THEN)).unwrap_or(comma)
}

/// A word without «ال» that no list has and that is met nowhere.
fn is_unmet(readings: &Readings<'_>, at: usize) -> bool {
    const UNMET: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY, GIVEN, FAMILY]))
        .without(Traits::of(&[GLUED, DEFINITE, IS_VERB, MET_SOMETIMES, REST_MET_OFTEN]));
    readings.fits(at, UNMET) && !readings.words.at(at).starts_with(['و', 'ل'])
}

/// «وزير الداخلية توفيق شرف الدين», «والية الجهة إخلاص الشابي»: a given name behind an office that is complete, and a family name.
fn in_office(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if are_doubtful(readings, at) && is_behind_office(readings, before_adjective(readings, at)) {
        return Some(next);
    }
    let is_shown = readings.goes_on(at, next) && is_pair(readings, at);
    (is_shown && is_behind_office(readings, at)).then_some(next)
}

/// «المزارع حامد الزيتي», «السيد ربيع المجيدي»: a given name behind what somebody is or is addressed by, and a family name of relation.
fn in_trade(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const HOLDER: Asked =
        one_of(Kinds::of(&[GIVEN, NAME_TOO])).without(Traits::of(&[GLUED, DEFINITE]));
    const HOUSE: Asked = none_of(Kinds::of(&[NATION, TITLE, PLACE, ORG_HEAD, BODY_ADJECTIVE]));
    let is_trade = |trade: &usize| {
        let noun = readings.words.at(*trade).behind_article();
        noun.is_some_and(|noun| is(noun, Kinds::of(&[BYSTANDER, TRADE])))
    };
    let is_shown = |before: &usize| is_trade(before) || readings.words.is(*before, ADDRESS);
    let shown = readings.before(at).filter(is_shown)?;
    let is_house = readings.follows(at, HOUSE) && is_relation(readings.words.at(at + 1));
    let is_name = readings.follows(shown, HOLDER) || is_given(readings, at);
    (is_house && is_name).then_some(at + 1)
}

/// Whether two words are a name where an office stands before them.
fn is_pair(readings: &Readings<'_>, at: usize) -> bool {
    if is_title_for_a_name(readings, at) {
        return true;
    }
    if !is_given(readings, at) {
        return false;
    }
    // «والي النيل المكلف قمر الدين فضل المولى»
    if is_definite_name(readings, at) || hangs_on(readings, at) {
        return true;
    }
    if readings.has_shape(at, DEFINITE) {
        return false;
    }
    is_held(readings, at) || is_family(readings, at + 1) && opens_family(readings, at)
}

/// Whether a given name leaves no doubt before a family name: «توفيق», «المهندس نصر», any before «الشابي» or «شرف الدين».
fn opens_family(readings: &Readings<'_>, at: usize) -> bool {
    let next = at + 1;
    let is_house = || readings.has_shape(next, DEFINITE) && is_sure_name(readings, next);
    let is_sure = readings.is(at, GIVEN) || is_sure_name(readings, at) || is_house();
    is_sure || is_addressed(readings, at) || hangs_on(readings, next)
}

/// «وروى الراكب مأمون القيسي», «سعادة سالم المري»: what somebody is or is addressed by, right before his name.
pub(super) fn is_trade(readings: &Readings<'_>, at: usize) -> bool {
    const NAMED: Asked = one_of(NAMES).but(COUNTRY);
    // «المعتصم بن هلال الشكيلي» is a name.
    readings.words.is(at, TRADE | HONORIFIC)
        && readings.follows(at, NAMED)
        && kin::fathered(readings, at).is_none()
}

/// «المقاول سيد زغلول»: a title that is a name too, between a trade with «ال» and a name.
fn is_title_for_a_name(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    let is_behind = readings.before(at).is_some_and(|trade| words.at(trade).starts_with("ال"));
    is_behind && words.is(at, TITLE_OR_NAME) && is_sure_name(readings, at + 1)
}

/// «عضو لجنة التحكيم الهادي الجزيري»: a given name with «ال» and a family name with it.
fn is_definite_name(readings: &Readings<'_>, at: usize) -> bool {
    const OTHER: Kinds = Kinds::of(&[TITLE, NATION, ORG_HEAD, PLACE]);
    let (words, next) = (readings.words, at + 1);
    let is_given = words.at(at).behind_article().is_some_and(|bare| is(bare, GIVEN));
    let is_house = is_relation(words.at(next)) && !words.is(next, OTHER | BODY_ADJECTIVE);
    is_given && is_house && !words.is(at, OTHER)
}

/// «سفير الاتحاد في نواكشوط غويليم جونس», «المخرجة تيريزا ملحم»: two words without «ال» that no list has, or one and a name, behind
/// an office: what else could stand there has «ال» or is a verb.
fn strange_in_office(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let (first, second) = (is_bare_name(readings, at), is_bare_name(readings, next));
    let is_listed = || is_sure_name(readings, next);
    let is_pair = match (first, second) {
        (true, true) => true,
        // «فيدانت باتيل», «هيرفيه ماغرو»
        (true, false) => is_listed() || may_be_strange(readings, next),
        (false, true) => may_be_strange(readings, at) || is_before_foreign(readings, at),
        (false, false) => may_be_strange(readings, at) && may_be_strange(readings, next),
    };
    let is_pair = is_pair || is_of_the_west(readings, at);
    (is_pair && readings.goes_on(at, next) && is_behind_office(readings, at)).then_some(next)
}

/// «بوسلهام الضعيف، »: a name of the Maghreb that no list has, and a word with «ال» that closes the phrase.
fn is_of_the_west(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY])).without(GLUED);
    let (words, next) = (readings.words, at + 1);
    let word = words.at(at);
    // «بوابة المخزن»
    let is_open = word.chars().count() > 4 && !is_everyday(readings, at);
    let is_maghrebi = word.starts_with("بو") && is_open;
    let closes = matches!(words.at(next + 1), "،" | "." | ":" | "") || is_that(readings, next + 1);
    let is_name = [is_maghrebi, readings.fits(at, UNLISTED), readings.has_article(next), closes];
    !is_name.contains(&false)
}

/// «الألمانية أنكه هوفمان»: a word that is met nowhere, before a foreign family name.
fn is_before_foreign(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(Kinds::of(&[FOREIGN, RARE_FAMILY]));
    readings.fits(at, UNLISTED) && is_unmet(readings, at) && readings.is(at + 1, FOREIGN)
}

/// «النائب»
const TITLED: Asked = one_of(TITLE).but(TITLE_ADJECTIVE).with(DEFINITE);

/// «المهندس نصر عبدالله», «المحامي ربيع سلامة»: behind a form of address or a title with «ال» any listed name opens one that a given
/// name goes on.
fn is_addressed(readings: &Readings<'_>, at: usize) -> bool {
    let is_title = |title: usize| readings.words.is(title, ADDRESS) || readings.fits(title, TITLED);
    // «النائب المستقل سجاد حيدر»
    let is_behind = readings.before(before_adjective(readings, at)).is_some_and(is_title);
    is_behind && is_sure_name(readings, at + 1)
}

/// «المتحدث باسم الجماعة يحيى سريع إن»: between an office and what is said any word closes a name.
fn is_held(readings: &Readings<'_>, at: usize) -> bool {
    let last = closed(readings, at, |index| opens_what_is_said(readings, index));
    last == Some(at + 1) && readings.is(at, GIVEN) && may_close(readings, at + 1)
}

/// «وعلي القرني»: another name of a row, its «و» seen by no list.
fn joined(readings: &Readings<'_>, at: usize) -> Option<Certain> {
    let words = readings.words;
    let rest = words.at(at).strip_prefix('و')?;
    // «وعلي» is «وعلى» where letters are not told apart, unless a name stands before it.
    let is_ali = rest == "علي" && readings.kinds_before(at).any(NAMES);
    let is_given = || is(rest, GIVEN) && !words.is(at, NAMES | COMMON | SPEECH);
    if words.written(at).ends_with('ى') || !is_ali && !is_given() {
        return None;
    }
    let is_named = readings.goes_on(at, at + 1) && is_family(readings, at + 1);
    let is_behind = readings.skipped(at) == 0;
    is_named.then(|| Certain {
        is_behind,
        ..Certain::name(at, at + 1, EntityKind::Person, Reach::Behind)
    })
}
