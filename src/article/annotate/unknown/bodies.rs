//! Bodies: a head with what belongs to it («حزب العمال الكردستاني», «اتحاد صناعة السيارات»),
//! a head with «ال» and its adjectives («البنك الآسيوي للتنمية»), a ministry by its field («الخارجية الروسية»).

use super::asked::{ANY, Asked, none_of, one_of};
use super::form::{DEFINITE, GLUED, LETTERS, OUTLANDISH};
use super::named::{Named, organization_named as named};
use super::reading::Readings;
use super::why::Why;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    BEFORE_FIELD, BODY_ADJECTIVE, BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, CLOSED_HEAD, COMMON,
    COUNTRY, DEFINITE_HEAD, DETERMINER, FAMILY, FIELD, FOR_WHOM, GIVEN, JOINING_HEAD, Kinds,
    MOVING, NAMED_APART, NATION, NOT_OF_FIELD, ORG, ORG_HEAD, OTHER_BODY, OWN_ARTICLE, PLACE,
    RARE_FAMILY, RELATIVE, RULER, SENTENCE_GOES_ON, SPEECH, TITLE, WEAK_HEAD, WEEKDAY_NAME, is,
};
use crate::weigh::Traits;

/// What «و» joins to no field of a body: another body, an office, what goes on with the sentence.
const NOT_JOINED: Kinds =
    Kinds::of(&[ORG, TITLE, SENTENCE_GOES_ON, WEEKDAY_NAME, RELATIVE, OWN_ARTICLE, OTHER_BODY]);
/// What is named by itself: «العراق», «الأونروا».
const NAMES: Kinds = Kinds::of(&[COUNTRY, PLACE, ORG]);
/// Whoever has a body, or for whom it works: «للوزير», «للعراق».
const OWNERS: Kinds = Kinds::of(&[NAMES, TITLE]);
/// «العراق» and its like without «ال»: «لبنان».
const BARE_PLACE: Asked = one_of(Kinds::of(&[COUNTRY, PLACE])).without(DEFINITE);
/// «العمال»
const WHOLE_DEFINITE: Asked = ANY.with(DEFINITE).without(GLUED);
/// An everyday noun without «ال»: «تنمية», «صناعة».
const NOUN: Asked = one_of(COMMON)
    .but(Kinds::of(&[SPEECH, COUNTRY, PLACE, TITLE, GIVEN]))
    .without(Traits::of(&[GLUED, DEFINITE]))
    .with(LETTERS);
/// What may stand right behind a head: «مؤسسة مانديلا», «شركة موتورولا».
const FIRST_NAMES: [Asked; 2] =
    [one_of(Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, ORG_HEAD])).but(COMMON), ANY.with(OUTLANDISH)];
/// The longest name behind a head, in words.
const LONGEST: usize = 6;

/// «حزب العمال الكردستاني», «اتحاد صناعة السيارات»: a head with what belongs to it.
pub(super) fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let of_head = readings.bare_kinds(at);
    if !of_head.any(BROAD_HEAD | BODY_HEAD) {
        return None;
    }
    // «وكالة فرانس برس»: the agency has a name of its own.
    if of_head.any(NAMED_APART) && is_body(readings, at + 1) {
        return None;
    }
    let first = complement(readings, at);
    let mut last = first;
    while last - at < LONGEST
        && let Some(next) = belongs(readings, at, last + 1)
    {
        last = next;
    }
    if last == at {
        return None;
    }
    let last = purpose(readings, at, last);
    let is_no_name = is_weak(readings, at, last) || is_thin(readings, at, last);
    (!is_no_name).then(|| named(readings, at, last, Why::BodyHead))
}

/// «فرانس برس»: a body that a list has.
fn is_body(readings: &Readings<'_>, at: usize) -> bool {
    readings.is(at, ORG) || readings.phrase(at).is_some_and(|(_, kinds)| kinds.any(ORG))
}

/// «حركة القمر», «مجلس إدارة»: a head with a weak complement is no name.
fn is_weak(readings: &Readings<'_>, at: usize, last: usize) -> bool {
    if last > at + 1 {
        return false;
    }
    let is_noun = readings.bare_kinds(at).any(WEAK_HEAD) && readings.is(last, COMMON);
    is_noun || readings.bare(at) == "حركه" && readings.words.is(last, MOVING)
}

/// «مركز دراسات الإسلام», but neither «مركز الشرطة» nor «قوات روسية».
fn is_thin(readings: &Readings<'_>, at: usize, last: usize) -> bool {
    if !readings.bare_kinds(at).any(BROAD_HEAD) {
        return false;
    }
    match last - at {
        2 => readings.is(last, NATION) && readings.bare(at) != "قوات",
        words => words < 2,
    }
}

/// The nouns without «ال» between a head and the definite one that closes the annexation («هيئة تنمية الصادرات»): the last of them.
fn complement(readings: &Readings<'_>, at: usize) -> usize {
    if readings.bare_is(at, CLOSED_HEAD) {
        return at;
    }
    let noun = |index: usize| {
        let stands = readings.words.same_paragraph(at, index) && readings.fits(index, NOUN);
        stands && !is_no_complement(readings.words.at(index))
    };
    let mut last = at;
    while last - at < 2 && noun(last + 1) {
        last += 1;
    }
    let is_definite = readings.words.at(last + 1).starts_with("ال");
    // What belongs to the head stands in its paragraph.
    let closed = is_definite && belongs(readings, at, last + 1).is_some();
    if closed { last } else { at }
}

/// «إدارة», «هذه», «من»: a noun that closes no annexation.
fn is_no_complement(word: &str) -> bool {
    word.chars().count() < 3 || word == "اداره" || is(word, DETERMINER)
}

/// «المنظمة العالمية للملكية الفكرية»: what a body is for, with «لـ».
fn purpose(readings: &Readings<'_>, at: usize, last: usize) -> usize {
    let next = last + 1;
    if !readings.words.same_paragraph(at, next) || !is_aim(readings, next) {
        return last;
    }
    let is_adjective = |index: &usize| {
        let stands = readings.words.same_paragraph(at, *index) && is_definite(readings, *index);
        stands && readings.words.at(*index).ends_with(['ه', 'ي'])
    };
    next + (next + 1..=next + 2).take_while(is_adjective).count()
}

/// «للملكية», but neither «للوزير», «للعراق» nor «للأمم المتحدة».
fn is_aim(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    if !word.has_for_the() || word.chars().count() < 5 || is(word, FOR_WHOM) {
        return false;
    }
    readings.fits(at, none_of(OWNERS)) && readings.phrase(at).is_none()
}

/// Whether a word with «ال» can go on with a name.
fn is_definite(readings: &Readings<'_>, at: usize) -> bool {
    const ENDS: Kinds = Kinds::of(&[SENTENCE_GOES_ON, WEEKDAY_NAME, RELATIVE, OWN_ARTICLE]);
    if !readings.fits(at, WHOLE_DEFINITE) || readings.bare_kinds(at).any(ENDS) {
        return false;
    }
    !readings.is(at, TITLE | SPEECH) || readings.words.at(at) == "العالم"
}

/// The end of what goes on with the name that a head opened, if the word at `at` does.
fn belongs(readings: &Readings<'_>, head: usize, at: usize) -> Option<usize> {
    let first = at == head + 1;
    if !readings.words.same_paragraph(head, at) || !readings.words.is_letters(at) {
        return None;
    }
    let word = readings.words.at(at);
    // «مجلس الإدارة»
    if first && word.trim_start_matches("ال").starts_with("ادار") {
        return None;
    }
    if let Some(rest) = word.strip_prefix('و').filter(|rest| rest.has_article()) {
        return is_joined(readings, head, at, rest).then_some(at);
    }
    if readings.has_shape(at, GLUED) || is_behind_nation(readings, head, at) {
        return None;
    }
    if let Some(last) = listed_part(readings, head, at) {
        return Some(last);
    }
    // «جامعة الملك سعود»
    if first && is(word, RULER) && readings.is(at + 1, GIVEN) {
        return Some(super::extent::extend(readings, at + 1, at + 1));
    }
    let is_name = first && readings.fits_one(at, &FIRST_NAMES);
    (is_name || goes_on(readings, head, at)).then_some(at)
}

/// «وزارة التربية والتعليم», but not «حزب العمال والحكومة»; `rest` is the word without its «و».
fn is_joined(readings: &Readings<'_>, head: usize, at: usize, rest: &str) -> bool {
    const OTHER: Kinds = Kinds::of(&[OWNERS, ORG_HEAD]);
    let may_join = at >= head + 2 && readings.bare_is(head, JOINING_HEAD);
    let is_other = || readings.is(at, OTHER) || is(rest, NOT_JOINED);
    may_join && !is_other()
}

/// «جامعة خان يونس», «حزب كوردستان»: the last word of a listed name behind a head.
fn listed_part(readings: &Readings<'_>, head: usize, at: usize) -> Option<usize> {
    let (last, kinds) = readings.phrase(at)?;
    let may_be_person = at == head + 1 && kinds.any(GIVEN);
    let is_name = may_be_person || one_of(NAMES).but(GIVEN).has_kinds(kinds);
    (is_name && !is_closed(readings, head, at)).then_some(last)
}

/// A place or another body closes the name but for an adjective of its own: «منتخب إيطاليا العملاق».
fn is_closed(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    at > head + 1 && readings.fits(at - 1, BARE_PLACE)
}

/// Whether a word goes on with a name: «العمال», «الكردستاني», «العراق».
fn goes_on(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    let is_closed = is_closed(readings, head, at);
    if readings.is(at, NAMES) && !is_closed {
        return true;
    }
    let is_nation = readings.is(at, NATION);
    // «حزب العمال الكردستاني», but «معهد إيفو» and its nation.
    let is_foreign = || at > head + 1 && !readings.has_shape(at - 1, DEFINITE);
    if is_nation && is_foreign() || !is_definite(readings, at) {
        return false;
    }
    !is_closed || is_nation || readings.bare_kinds(at).any(BODY_ADJECTIVE)
}

/// «الأمن العام الأردنية المواطنين»: the adjective of its nation closes a body, and only one that agrees with it goes on.
pub(super) fn is_behind_nation(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before > head) else { return false };
    let (nation, word) = (readings.words.at(before), readings.words.at(at));
    // «اتحاد المغاربة المقيمين»: people of a nation are no adjective of the body.
    let is_adjective = nation.ends_with(['ه', 'ي']) && word.has_article();
    if !is_adjective || !is_nation_of(readings, head, before) || readings.is(at, NATION) {
        return false;
    }
    let is_of_her = nation.ends_with('ه') == readings.is_written_with(at, 'ة');
    let may_agree = || word.ends_with(['ي', 'ه']) || readings.bare_kinds(at).any(BODY_ADJECTIVE);
    !is_of_her || !may_agree()
}

/// Whether an adjective of a nation stands at a word, behind a name.
pub(super) fn is_nation_of(readings: &Readings<'_>, first: usize, at: usize) -> bool {
    const OF_NATION: Asked = one_of(NATION).with(DEFINITE).without(GLUED);
    readings.fits(at, OF_NATION) && readings.words.same_paragraph(first, at)
}

/// «الخارجية الروسية», «الدفاع الأميركية»: a ministry by its field; its adjective is a woman's, as a ministry's is.
pub(super) fn elliptic(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if !readings.bare_is(at, FIELD) || !is_nation_of(readings, at, at + 1) {
        return None;
    }
    let is_hers = readings.words.at(at + 1).ends_with('ه');
    (is_hers && stands_free(readings, at)).then(|| named(readings, at, at + 1, Why::Field))
}

/// Whether a field is that of no noun before it: «السياسة الخارجية», «وزيرة الداخلية», «شؤون الدفاع».
fn stands_free(readings: &Readings<'_>, at: usize) -> bool {
    let before = readings.words.before(at);
    if before.is_empty() || is(before, BEFORE_FIELD) {
        return true;
    }
    let is_noun = before.has_article() || ["ه", "ون"].iter().any(|end| before.ends_with(end));
    let is_of_noun = is_noun || readings.kinds_before(at).any(TITLE | NATION);
    !is_of_noun && !is(before, NOT_OF_FIELD)
}

/// «الاتحاد الأوروبي», «البنك الدولي».
pub(super) fn definite(readings: &Readings<'_>, at: usize) -> Option<Named> {
    /// The longest name without what it is for, in words behind its head.
    const LONGEST: usize = 4;
    // «للاتحاد الأوروبي»: the second lam stands for the article.
    let of_head = readings.bare_kinds(at) | readings.kinds_with_article(at);
    if !of_head.any(BROAD_DEFINITE_HEAD | DEFINITE_HEAD) || !is_adjective(readings, at, at + 1) {
        return None;
    }
    let words = readings.words;
    if words.at(at) == "المنظمه" && words.at(at + 1) == "الدوليه" {
        return None;
    }
    let goes_on =
        |next: usize| is_adjective(readings, at, next) || is_joined_adjective(readings, at, next);
    let mut last = at + 1;
    while last - at < LONGEST && goes_on(last + 1) {
        last += 1;
    }
    let last = purpose(readings, at, last);
    let is_thin = last == at + 1 && of_head.any(BROAD_DEFINITE_HEAD);
    (!is_thin).then(|| named(readings, at, last, Why::Definite))
}

/// «الأوروبي», «الدولي», «العراقي»
fn is_adjective(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    const OF_NATION: Asked = one_of(NATION).with(DEFINITE);
    let is_listed = readings.words.is(at, BODY_ADJECTIVE);
    (is_listed || readings.fits(at, OF_NATION)) && readings.words.same_paragraph(head, at)
}

/// «الاقتصادي والاجتماعي»
fn is_joined_adjective(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    let rest = readings.words.at(at).strip_prefix('و');
    rest.is_some_and(|rest| is(rest, BODY_ADJECTIVE) || rest == "الاجتماعي")
        && readings.words.same_paragraph(head, at)
}
