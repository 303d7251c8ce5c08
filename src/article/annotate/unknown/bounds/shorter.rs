//! What a name runs on into, and is no part of it.

use super::super::asked::{Asked, at_most, none_of, one_of};
use super::super::cue::{Cue, cue};
use super::super::form::{GLUED, IS_NUMBER, MET_SOMETIMES, REST_MET_OFTEN, WITH_ARTICLE};
use super::super::named::Named;
use super::super::pattern::{is_pattern, is_plural};
use super::super::reading::Readings;
use super::super::why::Why;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    CALLED, COMMON, COUNTRY, DEED_NOUN, FAMILY, FOREIGN, FORMER, GIVEN, GIVEN_WITH_ARTICLE,
    GOING_ON, GOING_ON_BESIDE, HANGS_ON, JOIN, Kinds, LAID_ON, LOOSE_END, Met, NAME_TOO, NATION,
    OPEN_JOIN, ORG, PHRASE_END, PLACE, PLACE_HEAD, RARE_FAMILY, SAYING, SPEECH, STATE_BODY, STEM,
    THAT, TITLE, TITLE_ADJECTIVE, TRADE, is, met,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// «الاستقالة», «الجزيري»: a word with «ال» that is no adjective of a nation and no title.
const NOUN: Asked = none_of(Kinds::of(&[NATION, TITLE])).with(WITH_ARTICLE);

/// Words that can be in a person's name.
const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, NAME_TOO, JOIN]);

/// Cuts off what is no part of a name; what then stays of the cut that is a name of its own is found too.
pub(super) fn mend(readings: &Readings<'_>, found: &mut Vec<Named>) {
    let mut apart = Vec::new();
    for name in found.iter_mut() {
        match name.kind {
            EntityKind::Person => person(readings, name, &mut apart),
            EntityKind::Place => place(readings, name),
            EntityKind::Organization => body(readings, name, &mut apart),
        }
    }
    found.retain(|name| name.first <= name.last && !is_word(readings, name));
    found.extend(apart);
}

/// «فوزي الزياني | لموزاييك», «جعفر حسان | قبول الاستقالة»
fn person(readings: &Readings<'_>, name: &mut Named, apart: &mut Vec<Named>) {
    if name.first < name.last && is_deed_before(readings, name.first) {
        (name.first, name.skipped) = (name.first + 1, 0);
    }
    if name.first < name.last && is_before_son(readings, name.first) {
        (name.first, name.skipped) = (name.first + 1, 0);
    }
    let ends =
        |last| [is_by_the, is_called, is_beside, is_state].iter().any(|it| it(readings, last));
    if name.first < name.last && ends(name.last) {
        name.last -= 1;
    }
    if name.last < name.first + 2 {
        return;
    }
    if is_told_to(readings, name) {
        let kind = EntityKind::Organization;
        let (first, last) = (name.last, name.last);
        apart.push(Named { kind, first, skipped: 'ل'.len_utf8(), last, why: Why::Weighed });
        name.last -= 1;
    } else if [is_deed, is_by_deed, is_office].iter().any(|it| it(readings, name.last)) {
        name.last -= 1;
    }
}

/// «الأسبق | بن مسعود», «عن | بن مسعود»: what is no given name before a son.
fn is_before_son(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    // «علي بن راشد»: the name folds as the preposition does.
    let is_given = words.is(at, GIVEN) && !words.written(at).ends_with('ى');
    let is_no_name = words.is(at, TITLE_ADJECTIVE | LOOSE_END | FORMER);
    ![words.is(at + 1, OPEN_JOIN), is_no_name, !is_given].contains(&false)
}

/// «كمال بوشريط | المكنى»
fn is_called(readings: &Readings<'_>, at: usize) -> bool {
    readings.words.is(at, CALLED)
}

/// «زيد الشامي | بالكف»: what «بـ» and «ال» are written onto, and no name.
fn is_by_the(readings: &Readings<'_>, at: usize) -> bool {
    let Some(rest) = readings.words.at(at).behind(BY) else { return false };
    let is_noun = rest.behind_article().is_some_and(|noun| !is(noun, NAMES));
    // «بالارابي»: what no text has is no noun.
    let is_met = met(rest) >= Met::Sometimes;
    let is_name = readings.may_be(at, NAMES | FOREIGN) || is(rest, NAMES);
    ![is_noun, is_met, !is_name].contains(&false)
}

/// «سالم الحجري | والي نزوى», «كريم نعمان | أمين سر النقابة»: a title and over what.
fn is_office(readings: &Readings<'_>, at: usize) -> bool {
    /// «سر» of «أمين سر النقابة»
    const NOUN_BEFORE: Asked =
        none_of(Kinds::of(&[NAMES, SPEECH, PHRASE_END, LOOSE_END, TITLE, SAYING, NATION]));
    const OVER: Asked = none_of(Kinds::of(&[NATION, TITLE, GIVEN, FAMILY])).with(WITH_ARTICLE);
    /// «نزوى», «النقابة»
    const PLACED: Asked = one_of(Kinds::of(&[PLACE, COUNTRY]));
    let is_of_noun = readings.follows(at, NOUN_BEFORE) && readings.has_article(at + 2);
    let is_over = [OVER, PLACED].iter().any(|&over| readings.follows(at, over));
    let is_title = readings.words.is(at, TITLE) && !readings.has_article(at);
    is_title && [is_over, is_of_noun].contains(&true)
}

/// «اختير | راؤول», «بروز | راؤول»: a verb, or a noun of doing, before a name that needs none.
fn is_deed_before(readings: &Readings<'_>, at: usize) -> bool {
    const NAMED: Asked = one_of(Kinds::of(&[GIVEN, FAMILY, FOREIGN])).but(COMMON).without(GLUED);
    let words = readings.words;
    if readings.may_be(at, NAMES | FOREIGN) || !readings.fits(at + 1, NAMED) {
        return false;
    }
    let is_met = readings.has_shape(at, MET_SOMETIMES) || words.is(at, SPEECH);
    is_met && is_verb(words.at(at)) || words.is(at, DEED_NOUN)
}

/// «رونالدو | لقطعتين», «رونالدو | اختير»: behind a name what is written onto a word of the language, or a verb.
fn is_beside(readings: &Readings<'_>, at: usize) -> bool {
    if readings.may_be(at, NAMES | FOREIGN) {
        return false;
    }
    let word = readings.words.at(at);
    let is_onto = word.opens_with(FOR | BY) && readings.has_shape(at, REST_MET_OFTEN);
    is_onto || readings.has_shape(at, MET_SOMETIMES) && is_verb(word)
}

/// «نواف الفقير مبتسما», «منير بشير بألا»: how somebody does what he does, or what he is told.
fn is_state(readings: &Readings<'_>, at: usize) -> bool {
    const STATE: Asked = none_of(Kinds::of(&[NAMES, FOREIGN]));
    let words = readings.words;
    let that = words.at(at).behind(BY).filter(|_| words.written(at).starts_with("بأ"));
    let state = words.at(at).strip_suffix('ا').filter(|state| state.starts_with('م'));
    let own = words.at(at).strip_suffix('ه').filter(|_| readings.is_written_with(at, 'ه'));
    match (that, state) {
        // «عاصم جهاد تأكيده أن»: a noun of doing and its pronoun.
        _ if own.is_some_and(is_noun_of_doing) => true,
        // «بألا»
        (Some(that), _) => is(that, THAT),
        // «ريان بوعزة تنويها خاصا»
        _ if words.at(at).strip_suffix('ا').is_some_and(is_noun_of_doing) => {
            STATE.has_kinds(readings.kinds(at) | words.kinds(at))
        }
        (_, Some(state)) if STATE.has_kinds(readings.kinds(at) | words.kinds(at)) => {
            is_pattern(state)
        }
        _ => words.is(at, GOING_ON | GOING_ON_BESIDE),
    }
}

/// «قال فوزي الزياني لموزاييك»: behind a verb of saying and a name of two words a strange word with «لـ» is to whom it is said.
fn is_told_to(readings: &Readings<'_>, name: &Named) -> bool {
    let (words, last) = (readings.words, name.last);
    let says = name.first.checked_sub(1).is_some_and(|verb| {
        words.same_paragraph(verb, last) && is(words.at(verb).without(AND | SO), SAYING)
    });
    let Some(rest) = words.at(last).behind(FOR) else { return false };
    // «لافروف», «ليبرمان»: a vowel behind the lam is of the name.
    let is_consonant = !rest.starts_with(['ا', 'و', 'ي']) && rest.chars().count() > 3;
    says && is_consonant && at_most(FOREIGN).has_kinds(words.kinds(last))
}

/// «نور الدين بوعكاز | بتصنيف الموقع»: a noun of doing behind «بـ».
fn is_by_deed(readings: &Readings<'_>, at: usize) -> bool {
    let Some(noun) = readings.words.at(at).behind(BY) else { return false };
    !readings.may_be(at, NAMES) && is_noun_of_doing(noun)
}

/// «تصنيف», «اعتداء», but not «أحرار»
fn is_noun_of_doing(noun: &str) -> bool {
    let is_long = noun.starts_with('ا') && noun.chars().count() > 5;
    (is_long || noun.starts_with('ت')) && is_pattern(noun)
}

/// «قبول» of «قبول الاستقالة»: a noun of doing that the next word, with «ال», belongs to.
fn is_deed(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    // «قبول» is some family's name too.
    let is_deed = words.is(at, DEED_NOUN);
    let is_name = readings.is(at, if is_deed { GIVEN | FAMILY } else { NAMES });
    // «علي بن أبي طالب الخليفة»: behind a join any word is a name.
    let is_joined = words.is(at - 1, JOIN) || words.is(at, PHRASE_END);
    if is_name || is_joined || readings.has_article(at) || !annexes(readings, at) {
        return false;
    }
    let is_noun = is_deed || readings.is(at, COMMON | STEM);
    is_noun || readings.has_shape(at, MET_SOMETIMES) || is_pattern(words.at(at))
}

/// «قبول» of «قبول الاستقالة»: whether a word stands before a noun with «ال» to which it belongs.
fn annexes(readings: &Readings<'_>, at: usize) -> bool {
    readings.follows(at, NOUN) && !readings.words.is(at + 1, PHRASE_END)
}

/// «بحيرة ناصر | مطمئن»: behind a name a bare adjective tells of the place.
fn place(readings: &Readings<'_>, name: &mut Named) {
    const NAMED: Kinds = Kinds::of(&[NAMES, PLACE, COUNTRY]);
    let (words, last) = (readings.words, name.last);
    if name.last < name.first + 2 || !readings.bare_is(name.first, PLACE_HEAD) {
        return;
    }
    let is_name = readings.is(last, NAMED) || words.is(last, NAMES);
    if is_name || !readings.is(last - 1, NAMED) || readings.has_article(last) {
        return;
    }
    if words.is(last, COMMON) || is_pattern(words.at(last)) {
        name.last -= 1;
    }
}

fn body(readings: &Readings<'_>, name: &mut Named, apart: &mut Vec<Named>) {
    behind_verb(readings, name);
    if let Some(affairs) = served_for(readings, name) {
        name.last = affairs - 1;
    }
    // «جماعة الحوثي | المسؤولية»
    name.last -= usize::from(readings.words.is(name.last, LAID_ON)).min(name.last - name.first);
    if let Some(object) = (name.first + 2..=name.last).find(|&at| is_object(readings, at)) {
        name.last = object - 1;
    }
    if let Some(person) = held_by(readings, name) {
        name.last = person.first - 1;
        apart.push(person);
        // «لجنة التحكيم» alone is any.
        let most = name.first + usize::from(!readings.bare_is(name.first, STATE_BODY));
        if name.last <= most {
            name.last = name.first;
            name.first += 1;
        }
    }
}

/// «وكيل وزارة الصحة | للشؤون المالية»: for what somebody serves in a ministry, told behind it.
fn served_for(readings: &Readings<'_>, name: &Named) -> Option<usize> {
    let is_office = |title: &usize| readings.bare_is(*title, TITLE);
    let title = name.first.checked_sub(1).filter(is_office)?;
    let is_ministry = readings.bare(name.first) == "وزاره";
    let stands = readings.words.same_paragraph(title, name.first) && is_ministry;
    let affairs = (name.first + 2..=name.last).find(|&at| {
        readings.words.at(at).ends_with("لشءون") && readings.words.at(at).opens_with(FOR)
    });
    affairs.filter(|_| stands)
}

/// «مجموعة ضمت | الوكرة»: what stands before a verb is no part of the body.
fn behind_verb(readings: &Readings<'_>, name: &mut Named) {
    let words = readings.words;
    let is_deed = |&at: &usize| {
        let is_name = words.is(at, NAMES | COUNTRY | PLACE | ORG);
        let is_past = words.written(at).ends_with('ت') && readings.has_shape(at, MET_SOMETIMES);
        is_past && !is_name && readings.is(at - 1, COMMON) && is_verb(words.at(at))
    };
    if let Some(verb) = (name.first + 1..name.last).find(is_deed) {
        (name.first, name.skipped) = (verb + 1, readings.skipped(verb + 1));
    }
}

/// «نقابة المحامين | الاعتداء»: behind the many of whom a body is, a noun of doing with «ال» is what they speak of.
fn is_object(readings: &Readings<'_>, at: usize) -> bool {
    let words = readings.words;
    let Some(noun) = words.at(at).behind_article() else { return false };
    let is_behind_many = readings.has_article(at - 1) && is_plural(words.at(at - 1));
    if !is_behind_many || readings.has_shape(at, GLUED) || noun.ends_with(['ي', 'ه']) {
        return false;
    }
    // «الإضراب»
    let is_marked = words.written(at).starts_with("الإ");
    is_noun_of_doing(noun) || is_marked && is_pattern(noun)
}

/// «عضو لجنة التحكيم | الهادي الجزيري»: behind an office a given name with «ال», and a family name that closes the phrase.
fn held_by(readings: &Readings<'_>, name: &Named) -> Option<Named> {
    let words = readings.words;
    // «الأمين العام السابق لوزارة الفلاحة»
    let is_adjective =
        |&at: &usize| words.is(at, TITLE_ADJECTIVE) && words.same_paragraph(at, name.first);
    let adjectives = (0..name.first).rev().take_while(is_adjective).count();
    let title = name.first.checked_sub(adjectives + 1)?;
    let given = (name.first + 2..=name.last).find(|&at| words.is(at, GIVEN_WITH_ARTICLE))?;
    let family = given + 1;
    let is_titled = readings.bare_is(title, TITLE) && words.same_paragraph(title, family);
    let is_house = [NOUN, HOUSE].iter().any(|&house| readings.follows(given, house));
    (is_titled && is_house).then_some(Named {
        kind: EntityKind::Person,
        first: given,
        skipped: 0,
        last: family,
        why: Why::Titled,
    })
}

/// «لوصيف»: a family name without «ال», and nothing else.
const HOUSE: Asked = one_of(Kinds::of(&[FAMILY, RARE_FAMILY, GIVEN]))
    .but(Kinds::of(&[COMMON, SPEECH, TITLE, PHRASE_END]));

/// «ثمانية عشر ناديا»: what is counted, in the accusative.
fn is_counted(readings: &Readings<'_>, at: usize) -> bool {
    let number = at.checked_sub(1).filter(|&number| readings.words.same_paragraph(number, at));
    // «سبعمائة عون»
    let is_digit =
        |number: usize| readings.words.at(number).starts_with(|first: char| first.is_ascii_digit());
    let number = number.filter(|&number| readings.words.at(at).ends_with('ا') || !is_digit(number));
    let is_number = |number: usize| readings.has_shape(number, IS_NUMBER);
    number.is_some_and(is_number)
}

/// «مسقط رأسه», «خادم الويب»: words of the language, whatever names they are.
fn is_word(readings: &Readings<'_>, name: &Named) -> bool {
    const WHO: Kinds = Kinds::of(&[TRADE, TITLE]);
    let words = readings.words;
    match name.kind {
        EntityKind::Place => {
            readings.bare(name.last) == "مسقط" && words.at(name.last + 1).starts_with("راس")
        }
        EntityKind::Person if name.first == name.last => is_counted(readings, name.first),
        // «أكبر مني»
        EntityKind::Person if words.written(name.last) == "مني" => true,
        // «روى الشاهد الأول»: a verb and who says it.
        EntityKind::Person
            if words.is(name.first + 1, WHO) && readings.bare_is(name.first, SAYING) =>
        {
            true
        }
        EntityKind::Person => {
            let is_weighed = matches!(name.why, Why::Weighed | Why::Row);
            let is_two = is_weighed && name.last == name.first + 1;
            is_two && is_thing(readings, name) && cue(readings, name.first) == Cue::None
        }
        EntityKind::Organization => false,
    }
}

/// «خادم الويب»: an everyday word and what it belongs to.
fn is_thing(readings: &Readings<'_>, name: &Named) -> bool {
    const OWNER: Asked = none_of(NAMES).with(WITH_ARTICLE);
    let (words, first, last) = (readings.words, name.first, name.last);
    let is_annexed = readings.is(first, COMMON) && readings.fits(last, OWNER);
    let is_name = words.is(last, NAMES | HANGS_ON) || readings.bare_is(first, JOIN);
    is_annexed && !is_name && !words.at(last).ends_with('ي')
}
