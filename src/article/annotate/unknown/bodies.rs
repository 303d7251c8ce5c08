//! Bodies: a head with what belongs to it («حزب العمال الكردستاني», «اتحاد صناعة السيارات»),
//! a head with «ال» and its adjectives («البنك الآسيوي للتنمية»), a ministry by its field («الخارجية الروسية»).

use super::named::{Named, organization_named as named};
use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{
    BEFORE_FIELD, BODY_ADJECTIVE, BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, CLOSED_HEAD, COMMON,
    COUNTRY, DEFINITE_HEAD, DETERMINER, FAMILY, FIELD, FOR_WHOM, GIVEN, JOINING_HEAD, Kinds,
    MOVING, NAMED_APART, NATION, NOT_OF_FIELD, ORG, ORG_HEAD, OTHER_BODY, OWN_ARTICLE, PLACE,
    RARE_FAMILY, RELATIVE, RULER, SENTENCE_GOES_ON, SPEECH, TITLE, WEAK_HEAD, WEEKDAY_NAME, is,
    kinds,
};

/// What «و» joins to no field of a body: another body, an office, what goes on with the sentence.
const NOT_JOINED: Kinds =
    Kinds::of(&[ORG, TITLE, SENTENCE_GOES_ON, WEEKDAY_NAME, RELATIVE, OWN_ARTICLE, OTHER_BODY]);
/// The longest name behind a head, in words.
const LONGEST: usize = 6;

/// «حزب العمال الكردستاني», «اتحاد صناعة السيارات»: a head with what belongs to it.
pub(super) fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let head = readings.bare(at);
    let broad = is(head, BROAD_HEAD);
    if !broad && !is(head, BODY_HEAD) {
        return None;
    }
    // «وكالة فرانس برس»: the agency has a name of its own.
    if is(head, NAMED_APART)
        && (readings.is(at + 1, ORG)
            || readings.phrase(at + 1).is_some_and(|(_, kinds)| kinds.any(ORG)))
    {
        return None;
    }
    let first = complement(readings, at);
    let mut last = first;
    while last - at < LONGEST
        && let Some(next) = belongs(readings, at, last + 1)
    {
        last = next;
    }
    if last > at {
        last = purpose(readings, at, last);
    }
    // «حركة القمر», «مجلس إدارة»: a head with a weak complement is no name.
    let weak = last == at + 1 && readings.is(last, COMMON) && is(head, WEAK_HEAD);
    let weak = weak || head == "حركه" && last == at + 1 && readings.words.is(last, MOVING);
    // «مركز دراسات الإسلام», but neither «مركز الشرطة» nor «قوات روسية».
    let thin =
        broad && (last < at + 2 || last == at + 2 && readings.is(last, NATION) && head != "قوات");
    (last > at && !weak && !thin).then(|| named(readings, at, last, Why::BodyHead))
}

/// The nouns without «ال» between a head and the definite one that closes the annexation («هيئة تنمية الصادرات»): the last of them.
fn complement(readings: &Readings<'_>, at: usize) -> usize {
    if readings.bare_is(at, CLOSED_HEAD) {
        return at;
    }
    let noun = |index: usize| {
        let word = readings.words.at(index);
        if !readings.words.same_paragraph(at, index) || !readings.words.is_letters(index) {
            return false;
        }
        let is_whole = readings.skipped(index) == 0 && word.chars().count() > 2;
        let is_other = readings.is(index, SPEECH | COUNTRY | PLACE | TITLE | GIVEN)
            || is(word, DETERMINER)
            || word.starts_with("ال")
            || word == "اداره";
        is_whole && !is_other && readings.is(index, COMMON)
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

/// «المنظمة العالمية للملكية الفكرية»: what a body is for, with «لـ».
fn purpose(readings: &Readings<'_>, at: usize, last: usize) -> usize {
    let next = last + 1;
    let word = readings.words.at(next);
    if !readings.words.same_paragraph(at, next) {
        return last;
    }
    let is_aim = word.starts_with("لل") && word.chars().count() > 4;
    let is_name = || readings.phrase(next).is_some();
    if !is_aim
        || is(word, FOR_WHOM)
        || readings.is(next, TITLE | COUNTRY | PLACE | ORG)
        || is_name()
    {
        return last;
    }
    let is_adjective = |index: &usize| {
        let stands = readings.words.same_paragraph(at, *index) && is_definite(readings, *index);
        stands && readings.words.at(*index).ends_with(['ه', 'ي'])
    };
    next + (next + 1..=next + 2).take_while(is_adjective).count()
}

/// Whether a word with «ال» can go on with a name.
fn is_definite(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("ال")
        && readings.skipped(at) == 0
        && (!readings.is(at, TITLE | SPEECH) || word == "العالم")
        && !is(word, SENTENCE_GOES_ON | WEEKDAY_NAME | RELATIVE | OWN_ARTICLE)
}

/// The end of what goes on with the name that a head opened, if the word at `at` does.
fn belongs(readings: &Readings<'_>, head: usize, at: usize) -> Option<usize> {
    if !readings.words.same_paragraph(head, at) || !readings.words.is_letters(at) {
        return None;
    }
    let word = readings.words.at(at);
    let kinds = readings.kinds(at);
    if at == head + 1 && word.trim_start_matches("ال").starts_with("ادار") {
        return None;
    }
    if let Some(rest) = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")) {
        // «وزارة التربية والتعليم», but not «حزب العمال والحكومة».
        let is_other = kinds.any(COUNTRY | PLACE | ORG | TITLE | ORG_HEAD) || is(rest, NOT_JOINED);
        let may_join = at >= head + 2 && readings.bare_is(head, JOINING_HEAD);
        return (may_join && !is_other).then_some(at);
    }
    if readings.skipped(at) > 0 || is_behind_nation(readings, head, at) {
        return None;
    }
    // A place or another body closes the name but for an adjective of its own: «منتخب إيطاليا العملاق».
    let closed = at > head + 1
        && readings.is(at - 1, COUNTRY | PLACE)
        && !readings.words.at(at - 1).starts_with("ال");
    let first = at == head + 1;
    if let Some((last, kinds)) =
        readings.phrase(at).filter(|(_, kinds)| kinds.any(COUNTRY | PLACE | ORG | GIVEN))
        && !closed
        && (first || !kinds.any(GIVEN))
    {
        return Some(last);
    }
    // «جامعة الملك سعود»
    if first && is(word, RULER) && readings.is(at + 1, GIVEN) {
        return Some(super::extent::extend(readings, at + 1, at + 1));
    }
    let proper = kinds.any(COUNTRY | PLACE | ORG) && !closed;
    let named = first && kinds.any(GIVEN | FAMILY | RARE_FAMILY | ORG_HEAD) && !kinds.any(COMMON);
    let adjective = is(word, BODY_ADJECTIVE) || kinds.any(NATION);
    // «حزب العمال الكردستاني», but «معهد إيفو» and its nation.
    let foreign =
        at > head + 1 && kinds.any(NATION) && !readings.words.at(at - 1).starts_with("ال");
    (is_definite(readings, at) && !foreign && (!closed || adjective)
        || proper
        || named
        || (first && readings.is_foreign(at)))
    .then_some(at)
}

/// «الأمن العام الأردنية المواطنين»: the adjective of its nation closes a body, and only one that agrees with it goes on.
pub(super) fn is_behind_nation(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before > head) else { return false };
    let (nation, word) = (readings.words.at(before), readings.words.at(at));
    let female = nation.ends_with('ه');
    // «اتحاد المغاربة المقيمين»: people of a nation are no adjective of the body.
    let closes = is_nation_of(readings, head, before)
        && (female || nation.ends_with('ي'))
        && word.starts_with("ال");
    let agrees = female == readings.is_written_with(at, 'ة')
        && (word.ends_with(['ي', 'ه']) || is(word, BODY_ADJECTIVE))
        || readings.is(at, NATION);
    closes && !agrees
}

/// Whether an adjective of a nation stands at a word, behind a name.
pub(super) fn is_nation_of(readings: &Readings<'_>, first: usize, at: usize) -> bool {
    readings.words.same_paragraph(first, at)
        && readings.is(at, NATION)
        && readings.skipped(at) == 0
        && readings.words.at(at).starts_with("ال")
}

/// «الخارجية الروسية», «الدفاع الأميركية»: a ministry by its field; its adjective is a woman's, as a ministry's is.
pub(super) fn elliptic(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if !readings.bare_is(at, FIELD) || !is_nation_of(readings, at, at + 1) {
        return None;
    }
    let before = readings.words.before(at);
    // «السياسة الخارجية», «وزيرة الداخلية», «شؤون الدفاع»: behind a noun it is that noun's.
    let noun = before.starts_with("ال")
        || before.ends_with('ه')
        || before.ends_with("ون")
        || readings.kinds_before(at).any(TITLE | NATION);
    let free = before.is_empty() || is(before, BEFORE_FIELD) || !noun && !is(before, NOT_OF_FIELD);
    (free && readings.words.at(at + 1).ends_with('ه'))
        .then(|| named(readings, at, at + 1, Why::Field))
}

/// «الاتحاد الأوروبي», «البنك الدولي».
pub(super) fn definite(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let word = readings.bare(at);
    // «للاتحاد الأوروبي»: the second lam stands for the article.
    let behind_lam = word
        .strip_prefix('ل')
        .filter(|_| readings.skipped(at) > 0)
        .map(|rest| kinds(&format!("ال{rest}")));
    let of_head = kinds(word) | behind_lam.unwrap_or_default();
    let broad = of_head.any(BROAD_DEFINITE_HEAD);
    let head = broad || of_head.any(DEFINITE_HEAD);
    let adjective = |index: usize| {
        let is_of_nation =
            || readings.is(index, NATION) && readings.words.at(index).starts_with("ال");
        let stands = readings.words.same_paragraph(at, index);
        stands && (readings.words.is(index, BODY_ADJECTIVE) || is_of_nation())
    };
    if !head
        || !adjective(at + 1)
        || readings.words.at(at) == "المنظمه" && readings.words.at(at + 1) == "الدوليه"
    {
        return None;
    }
    let mut last = at + 1;
    let joined = |index: usize| {
        readings.words.same_paragraph(at, index)
            && readings
                .words
                .at(index)
                .strip_prefix('و')
                .is_some_and(|rest| is(rest, BODY_ADJECTIVE) || rest == "الاجتماعي")
    };
    while last - at < 4 && (adjective(last + 1) || joined(last + 1)) {
        last += 1;
    }
    let last = purpose(readings, at, last);
    (!broad || last > at + 1).then(|| named(readings, at, last, Why::Definite))
}
