//! Names that grammar shows beyond doubt, whatever the weights say: «المختار ولد أجاي», «محافظتي المخواة وقلوة».
//!
//! Each rule asks for two signs that seldom stand together by chance; what it finds is given to the weighing as settled, so that
//! the names around it are weighed beside it.

use super::cue::{Cue, cue};
use super::pattern::fits;
use super::reading::Readings;
use crate::arabic::calendar::months::month_from_name;
use crate::arabic::lexicon::{
    AIMED_HEAD, BODY_ADJECTIVE, BODY_HEAD, BROAD_DEFINITE_HEAD, COMMON, COUNTRY, FAMILY, FOR_WHOM,
    FOREIGN, GEOGRAPHIC, GIVEN, JOIN, Kinds, LASTING_AIM, LOOSE_END, NAME_TOO, NATION, ORG,
    ORG_HEAD, PHRASE_END, PLACE, PLACE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE, RARE_FAMILY, RARE_PLACE,
    SAYING, SEVERAL_PLACES, SPEECH, TITLE, TITLE_OR_NAME, UNIT, WEEKDAY_NAME, is, kinds,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::knowledge::EntityKind;

/// Words of which it is certain what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Certain {
    /// The first word.
    pub(super) first: usize,
    /// The last word.
    pub(super) last: usize,
    /// What they name; nothing where they name nothing.
    pub(super) kind: Option<EntityKind>,
    /// Whether the name may begin before and go on behind: «كارلوس ألبرتو باريرا», «سعاد بركات الحلبي».
    pub(super) is_open: bool,
    /// Whether the name stands behind a «و» that the reading of the word does not see.
    pub(super) is_behind: bool,
}

/// Words that can be in a person's name.
const NAMES: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY]);
/// Words that are no part of a name.
const NO_NAME: Kinds = Kinds::of(&[
    SPEECH,
    SAYING,
    COUNTRY,
    PLACE,
    NATION,
    ORG,
    ORG_HEAD,
    PLACE_HEAD,
    UNIT,
    PHRASE_END,
    LOOSE_END,
    WEEKDAY_NAME,
]);

/// What is certain in an article, in the order of the text, none inside another.
pub(super) fn spans(readings: &Readings<'_>) -> Vec<Certain> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < readings.words.list.len() {
        let before = found.len();
        if !readings.taken(at) && readings.words.is_letters(at) {
            read(readings, at, &mut found);
        }
        let is_free = |span: &Certain| (span.first..=span.last).all(|index| !readings.taken(index));
        if !found[before..].iter().all(is_free) {
            found.truncate(before);
        }
        at = found[before..].last().map_or(at, |span| span.last) + 1;
    }
    found
}

fn read(readings: &Readings<'_>, at: usize, found: &mut Vec<Certain>) {
    let person = |last: usize| Certain {
        first: at,
        last,
        kind: Some(EntityKind::Person),
        is_open: true,
        is_behind: false,
    };
    let of_word = readings.kinds(at);
    if let Some(last) = day_of_month(readings, at) {
        found.push(Certain { first: at, last, kind: None, is_open: false, is_behind: false });
    } else if let Some(last) = lineage(readings, at) {
        found.push(person(last));
    } else if of_word.any(GIVEN) && given_and_family(readings, at)
        || given_with_article(readings, at)
    {
        found.push(person(at + 1));
    } else if let Some(last) = aimed_body(readings, at) {
        let kind = Some(EntityKind::Organization);
        found.push(Certain { first: at, last, kind, is_open: true, is_behind: false });
    } else if let Some(last) = geographic(readings, at) {
        let kind = Some(EntityKind::Place);
        found.push(Certain { first: at, last, kind, is_open: true, is_behind: false });
    } else {
        paired(readings, at, found);
    }
}

/// «25 ماي القادم»: behind a number a month, whatever else it may be.
fn day_of_month(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let number = at.checked_sub(1)?;
    let is_number = words.at(number).ends_with(|last: char| last.is_ascii_digit());
    let is_month =
        is_number && words.same_paragraph(number, at) && month_from_name(words.at(at)).is_some();
    // «قوى 14 آذار» is a body; «25 ماي القادم» is a day.
    let is_described = words.same_paragraph(at, at + 1)
        && words.at(at + 1).starts_with("ال")
        && !readings.words.is(at + 1, NO_NAME | TITLE);
    (is_month && is_described).then_some(at + 1)
}

/// «بيجل ولد هميد», «المختار ولد أجاي»: what is joined by «ولد» is a Mauritanian's name, where no verb can be meant.
fn lineage(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let (join, own) = (at + 1, at + 2);
    if words.at(join) != "ولد" || !readings.goes_on(at, own) {
        return None;
    }
    let (father, of_word) = (words.kinds(own), readings.kinds(at));
    let written = words.written(own);
    let is_listed = father.any(NAMES | NAME_TOO);
    let is_other = father.any(NO_NAME | NATION | COMMON) && !is_listed
        || written.ends_with(['ا', 'ة'])
        || words.at(own).starts_with("ال")
        || !is_listed && words.at(own).starts_with(['ب', 'ل', 'ك', 'و']);
    let bare = words.at(at).strip_prefix("ال").map_or(Kinds::NONE, kinds);
    let is_named = of_word.any(NAMES) && !of_word.any(SPEECH)
        || bare.any(GIVEN)
        || of_word.is_empty() && !words.at(at).starts_with("ال") && !is_verb(words.at(at));
    (is_named && !is_other).then_some(own)
}

/// «سعاد بركات», «جمانة صقر»: a given name that is nothing else, and behind it a word that is a family's name too.
fn given_and_family(readings: &Readings<'_>, at: usize) -> bool {
    let (given, next) = (readings.kinds(at) | readings.words.kinds(at), at + 1);
    let lead = &readings.words.at(at)[..readings.skipped(at)];
    let is_of_place = readings.phrase(at).is_some_and(|(_, kinds)| kinds.any(PLACE | COUNTRY))
        || at > 0 && readings.is(at - 1, PLACE_HEAD | ORG_HEAD);
    if given.any(NO_NAME | TITLE | JOIN)
        || !matches!(lead, "" | "و")
        || is_of_place
        || !readings.goes_on(at, next)
        || matches!(readings.words.after(next), "الله" | "الدين")
    {
        return false;
    }
    let (family, word) = (readings.words.kinds(next), readings.words.at(next));
    let is_title = family.any(TITLE) && !family.any(TITLE_OR_NAME);
    if !family.any(NAMES | NAME_TOO)
        || family.any(NO_NAME | JOIN)
        || is_title
        || word.starts_with("ال")
    {
        return false;
    }
    // «سعاد», «كمال»: a given name that is a word too needs a family name that is none, or a title.
    let is_titled = cue(readings, at) == Cue::Titled;
    let is_sure = !given.any(COMMON) || given.any(NAME_TOO) && (!family.any(COMMON) || is_titled);
    // «نجم المنتخب», «دوري أبطال أوروبا»: a noun with what belongs to it.
    let is_annexed = readings.goes_on(at, next + 1) && {
        let behind = readings.words.at(next + 1);
        behind.starts_with("ال")
            || readings.is(next + 1, COMMON) && !is_verb(behind)
            || behind.ends_with("ات")
    };
    let is_plain =
        !family.any(COMMON) || !is_verb(word) && !word.ends_with('ا') && (!is_annexed || is_titled);
    is_sure && is_plain
}

/// «الفاتح قرشي»: a given name with «ال», and a family name without it, which no adjective's noun would have.
fn given_with_article(readings: &Readings<'_>, at: usize) -> bool {
    let (words, next) = (readings.words, at + 1);
    let Some(given) = words.at(at).strip_prefix("ال") else { return false };
    if !kinds(given).any(GIVEN)
        || readings.is(at, TITLE | NATION | COUNTRY | PLACE | ORG)
        || !readings.goes_on(at, next)
        || words.at(next).starts_with("ال")
    {
        return false;
    }
    // «الرجل الطيب»: an adjective of the noun before it.
    let is_adjective = words.before(at).starts_with("ال") && !readings.is(at - 1, TITLE)
        || kinds(given).any(COMMON) && cue(readings, at) != Cue::Titled;
    let (family, word) = (words.kinds(next), words.at(next));
    let is_name = family.any(NAMES)
        && !family.any(COMMON | NO_NAME | TITLE)
        && !word.ends_with("ات")
        && !word.starts_with('و')
        && !is_verb(word);
    let is_strange = readings.kinds(next).without(FOREIGN).is_empty()
        && !family.any(NO_NAME | JOIN)
        && word.chars().count() > 3
        && !word.starts_with(['ل', 'ك', 'و', 'ف'])
        && !word.ends_with('ا')
        && !is_verb(word)
        && (word.starts_with("بو")
            || word.starts_with("بل")
            || cue(readings, at) >= Cue::Said && !fits(word) && !word.starts_with('ب'));
    !is_adjective && (is_name || is_strange)
}

/// «المديرية العامة للدفاع المدني», «الهيئة الوطنية لمكافحة الفساد»: a body and what it is for.
fn aimed_body(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    if !is(&readings.bare_with_article(at), AIMED_HEAD) {
        return None;
    }
    let head = words.at(at);
    let mut last = at;
    while last < at + 2 && is_adjective_of(readings, head, last + 1) {
        last += 1;
    }
    let aim = last + 1;
    if last == at || !words.same_paragraph(at, aim) {
        return None;
    }
    let word = words.at(aim);
    let rest = word.strip_prefix('ل')?;
    if rest.chars().count() < 4 || words.is(aim, FOR_WHOM) {
        return None;
    }
    let last = if rest.starts_with('ل') {
        let of_rest = kinds(&format!("ا{rest}")) | kinds(rest.strip_prefix('ل').unwrap_or(rest));
        let is_whom = readings.is(aim, TITLE | COUNTRY | PLACE | ORG)
            || of_rest.any(ORG_HEAD | TITLE | BODY_HEAD | BROAD_DEFINITE_HEAD)
            || rest.ends_with("ين");
        if is_whom {
            return None;
        }
        aim
    } else {
        // «لمكافحة الفساد»
        let is_closed = words.same_paragraph(aim, aim + 1)
            && words.at(aim + 1).starts_with("ال")
            && !readings.words.is(aim + 1, TITLE | PHRASE_END);
        if !is(rest, LASTING_AIM) || !is_closed {
            return None;
        }
        aim + 1
    };
    let is_adjective = |index: usize| {
        words.same_paragraph(at, index)
            && words.at(index).starts_with("ال")
            && (words.at(index).ends_with('ي') || words.at(index).ends_with("يه"))
            && rest.ends_with('ه') == words.at(index).ends_with('ه')
            && !readings.words.is(index, TITLE | PHRASE_END | ORG | SPEECH)
            || words.same_paragraph(at, index) && words.is(index, BODY_ADJECTIVE)
    };
    Some(if is_adjective(last + 1) { last + 1 } else { last })
}

/// Whether an adjective with «ال» that agrees with a head stands at a word.
fn is_adjective_of(readings: &Readings<'_>, head: &str, at: usize) -> bool {
    let word = readings.words.at(at);
    readings.goes_on(at - 1, at)
        && word.starts_with("ال")
        && head.ends_with('ه') == word.ends_with('ه')
        && readings.words.is(at, BODY_ADJECTIVE)
        && !readings.words.is(at, TITLE | PHRASE_END)
}

/// «حوض النيل», «هضبة الأحقاف»: a kind of country, and a name that is no everyday word.
fn geographic(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    if !readings.bare_is(at, GEOGRAPHIC) || !readings.goes_on(at, next) {
        return None;
    }
    let of_word = readings.words.kinds(next);
    let word = readings.words.at(next);
    let is_place = of_word.any(COUNTRY | PLACE | RARE_PLACE);
    let is_other = of_word.any(COMMON | TITLE | NATION | SPEECH | PHRASE_END | UNIT | ORG_HEAD)
        || word.starts_with(['ل', 'ب', 'ت', 'ي']) && !is_place;
    let is_free = readings.kinds(next).without(FOREIGN).is_empty()
        && word.chars().count() > 3
        && !fits(word)
        && !is_verb(word)
        && !word.ends_with('ا')
        && !word.ends_with("ين");
    if !is_place && (is_other || !is_free) {
        return None;
    }
    Some(
        readings
            .phrase(next)
            .filter(|(_, kinds)| kinds.any(PLACE | COUNTRY))
            .map_or(next, |(last, _)| last),
    )
}

/// «محافظتي ذمار وإب», «قرى برعشيت وشقرا وحولا»: behind a head of two or of several each joined word is one of them.
fn paired(readings: &Readings<'_>, at: usize, found: &mut Vec<Certain>) {
    let words = readings.words;
    let word = words.at(at);
    let bare = word.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(word);
    let is_of_two = is_dual(word) || is_dual(bare);
    let is_head = is_of_two || is(word, SEVERAL_PLACES) || is(bare, SEVERAL_PLACES);
    // «قرى تعرضت»: behind a plural a verb may stand, behind what has lost its nun none can.
    let is_first = is_head
        && words.same_paragraph(at, at + 1)
        && is_member(readings, at + 1, 0)
        && (is_of_two || !is_verb(words.at(at + 1)))
        // «موانئ لبنان ومجاله», «مسجدا وصحنا», «مقاطعتا البوسنة والهرسك»
        && !readings.is(at + 1, COUNTRY)
        && !words.at(at + 1).starts_with('و')
        && readings.phrase(at + 1).is_none();
    if !is_first {
        return;
    }
    let mut members = vec![(at + 1, 0)];
    let mut next = at + 2;
    while words.same_paragraph(at, next)
        && words.at(next).starts_with('و')
        && is_member(readings, next, 'و'.len_utf8())
        && !is_verb(words.at(next))
        && members.len() < 8
    {
        members.push((next, 'و'.len_utf8()));
        next += 1;
    }
    if members.len() < 2 {
        return;
    }
    found.push(Certain { first: at, last: at, kind: None, is_open: false, is_behind: false });
    found.extend(members.into_iter().map(|(member, skipped)| Certain {
        first: member,
        last: member,
        kind: Some(EntityKind::Place),
        is_open: false,
        is_behind: skipped > 0 && readings.skipped(member) == 0,
    }));
}

/// «محافظتي», «مطارا»: a head of places in the dual, before what it governs.
fn is_dual(word: &str) -> bool {
    const HEADS: Kinds = Kinds::of(&[PLACE_INSIDE, PLACE_OUTSIDE]);
    let of_her = word.strip_suffix("تي").or_else(|| word.strip_suffix("تا"));
    let of_her = of_her.is_some_and(|stem| is(&format!("{stem}ه"), HEADS));
    of_her || word.strip_suffix(['ي', 'ا']).is_some_and(|stem| is(stem, HEADS))
}

/// Whether a word behind such a head, its «و» off, may name one of them.
fn is_member(readings: &Readings<'_>, at: usize, skipped: usize) -> bool {
    let words = readings.words;
    let word = words.at(at).get(skipped..).unwrap_or_default();
    let of_word = kinds(word);
    let is_place = of_word.any(COUNTRY | PLACE | RARE_PLACE);
    let is_other = of_word
        .any(COMMON | TITLE | NATION | SPEECH | PHRASE_END | LOOSE_END | ORG_HEAD)
        || of_word.any(PLACE_HEAD);
    words.is_letters(at)
        && !readings.taken(at)
        && word.chars().count() > 1 + usize::from(skipped > 0)
        && (is_place || !is_other)
}
