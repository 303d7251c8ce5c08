//! Places: listed ones, and those that a head introduces («مدينة تشوانتشو», «مطار دمشق»).

use super::super::lexicon::*;
use super::Named;
use super::heads::{BEFORE_PLACES, COMPASS, INSIDE};
use super::reading::Readings;
use crate::arabic::word_list::WordList;
use crate::knowledge::EntityKind;

/// Heads behind which any word with «ال» is the name, folded: «ميدان التحرير».
static OPEN: WordList = WordList::of(&["مسجد", "جامع", "ميدان", "ساحه", "جسر", "ملعب", "استاد"]);

/// Listed places that are everyday words too, folded: only «في» and its like make places of them.
static IN_DOUBT: WordList = WordList::of(&[
    "صور",
    "القاءم",
    "نجد",
    "الصعيد",
    "مالي",
    "حديثه",
    "الجليل",
    "العماره",
    "وجده",
    "عدن",
    "الرباط",
    "القمر",
    "النيل",
    "الهرم",
    "الاحمدي",
    "العيون",
    "كابل",
]);

/// Heads of events, whose names hold a place without speaking of it, folded: «قمة تونس», «أولمبياد أثينا».
static EVENTS: WordList = WordList::of(&[
    "بطوله",
    "كاس",
    "امم",
    "ابطال",
    "دوري",
    "مونديال",
    "اولمبياد",
    "معرض",
    "مهرجان",
    "مءتمر",
    "اتفاق",
    "اتفاقيه",
    "اتفاقات",
    "اتفاقيات",
    "معاهده",
    "وثيقه",
    "بروتوكول",
    "قمه",
    "حرب",
    "ملتقي",
    "رالي",
    "جاءزه",
    "ماراثون",
    "دوره",
    "سباق",
    "اعلان",
    "نهاءيات",
    "سوق",
    "بورصه",
    "منتدي",
    "مناظرات",
]);

/// Prepositions and heads that speak for a place, folded.
static CUES: WordList = WordList::of(&[
    "في",
    "من",
    "الي",
    "ب",
    "نحو",
    "قرب",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "وسط",
    "عبر",
    "داخل",
    "خارج",
    "العاصمه",
    "بين",
    "مدينه",
    "جنوبي",
]);

/// A place that begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Named> {
    province(readings, at).or_else(|| headed(readings, at)).or_else(|| listed(readings, at)).or_else(|| introduced(readings, at))
}

fn named(readings: &Readings<'_>, first: usize, last: usize, reason: &'static str) -> Named {
    Named { kind: EntityKind::Place, first, skipped: readings.skipped(first), last, reason }
}

/// A well-known place of several words, which may begin as a person's name does: «خان يونس».
pub(super) fn known(readings: &Readings<'_>, at: usize) -> Option<Named> {
    readings.phrase(at).filter(|(_, kinds)| kinds & PLACE != 0 && kinds & (GIVEN | FAMILY | ORG) == 0)?;
    listed(readings, at)
}

/// «شمال كردفان»: a compass point that the head before it makes part of the name.
fn province(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let compass = COMPASS.contains(readings.words.at(at));
    let headed = compass && matches!(readings.words.before(at), "ولايه" | "محافظه" | "اقليم" | "مقاطعه" | "دوله");
    (headed && readings.goes_on(at, at + 1) && readings.is(at + 1, COUNTRY | PLACE | RARE_PLACE))
        .then(|| named(readings, at, at + 1, "مكان معروف"))
}

fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds & (PLACE | COUNTRY | RARE_PLACE) != 0
    {
        let rare = kinds & (PLACE | COUNTRY) == 0;
        if is_of_event(readings, at) {
            return None;
        }
        return (!rare || is_cued(readings, at) || readings.skipped(at) > 0).then(|| named(readings, at, last, "مكان معروف"));
    }
    let kinds = readings.kinds(at);
    if kinds & NAMES_OF_PLACES == 0 {
        return None;
    }
    if is_of_event(readings, at) || IN_DOUBT.contains(readings.bare(at)) && !is_within(readings, at) {
        return None;
    }
    if kinds & (COUNTRY | PLACE) != 0 {
        // «العين», «القمر»: a common word is a place only behind a head.
        let ambiguous =
            kinds & (COMMON | GIVEN | FAMILY | TITLE) != 0 && !is_headed(readings, at) || kinds & COUNTRY == 0 && kinds & NATION != 0;
        return (!ambiguous).then(|| named(readings, at, at, "مكان معروف"));
    }
    let rare = kinds & RARE_PLACE != 0 && kinds & (GIVEN | FAMILY | COMMON | TITLE | NATION | ORG_HEAD) == 0;
    (rare && (is_cued(readings, at) || is_headed(readings, at))).then(|| named(readings, at, at, "مدينة في القوائم العامة، بقرينة"))
}

/// «مطار دمشق الدولي»
fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if !INSIDE.contains(readings.bare(at)) {
        return None;
    }
    let next = at + 1;
    if !readings.goes_on(at, next) {
        return None;
    }
    let phrase = readings.phrase(next).filter(|(_, kinds)| kinds & (PLACE | COUNTRY | GIVEN) != 0);
    let mut last = match phrase {
        Some((last, _)) => last,
        None if readings.is(next, GIVEN) => super::extent::extend(readings, next, next),
        None if readings.is(next, COUNTRY | PLACE | RARE_PLACE) || readings.is_foreign(next) => next,
        None if OPEN.contains(readings.bare(at)) && readings.words.at(next).starts_with("ال") && !readings.is(next, TITLE) => next,
        None if !matches!(readings.bare(at), "قاعده" | "برج" | "جسر" | "قصر" | "ساحه")
            && readings.may_be_name(next)
            && !readings.words.at(next).starts_with("ال") =>
        {
            next
        }
        None => return None,
    };
    let runs_on =
        |index: usize| readings.goes_on(at, index) && readings.is_foreign(index) && !readings.words.at(index).starts_with(['و', 'ل']);
    while last - at < 3 && readings.is_foreign(last) && runs_on(last + 1) {
        last += 1;
    }
    let adjective = |index: usize| {
        readings.words.same_paragraph(at, index)
            && matches!(readings.words.at(index), "الدولي" | "الاسلاميه" | "الشعبيه" | "الديمقراطيه" | "العربيه" | "الدوليه")
    };
    while adjective(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, "رأس اسم مكان وما أضيف إليه"))
}

/// «مدينة تشوانتشو», «بلدة عيتا الشعب»: the name behind a head that stays outside.
fn introduced(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let before = at.checked_sub(1)?;
    let head = readings.bare(before);
    if !BEFORE_PLACES.contains(head)
        || !readings.words.same_paragraph(before, at)
        || readings.skipped(at) > 0 && !readings.is(at, NAMES_OF_PLACES)
    {
        return None;
    }
    let kinds = readings.kinds(at);
    let word = readings.words.at(at);
    let name = readings.is_strange(at)
        || kinds & (RARE_PLACE | GIVEN | RARE_FAMILY) != 0 && kinds & COMMON == 0
        || (kinds == 0 && word.starts_with("ال") && word.chars().count() > 4 && !word.ends_with("ات"))
        || matches!(head, "حي" | "شارع" | "مخيم" | "بلده" | "قريه")
            && word.starts_with("ال")
            && kinds & (TITLE | NATION) == 0
            && (kinds & COMMON == 0 || matches!(head, "حي" | "شارع" | "مخيم"));
    if !name {
        return None;
    }
    let mut last = at;
    while last - at < 2
        && readings.goes_on(at, last + 1)
        && (readings.is_foreign(last + 1)
            || (readings.kinds(last + 1) == 0
                && readings.words.at(last + 1).starts_with("ال")
                && readings.words.at(last + 1).chars().count() > 4
                && last == at))
    {
        last += 1;
    }
    Some(named(readings, at, last, "اسم بعد رأس مكان"))
}

const NAMES_OF_PLACES: Kinds = COUNTRY | PLACE | RARE_PLACE;

/// Whether a preposition of place stands before the word, or is written onto it.
fn is_cued(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    onto.ends_with('ب') || CUES.contains(readings.words.before(at)) || onto.ends_with('و') && at > 0 && readings.is(at - 1, COUNTRY | PLACE)
}

fn is_headed(readings: &Readings<'_>, at: usize) -> bool {
    at > 0 && readings.is(at - 1, PLACE_HEAD)
}

/// Whether the name of the place only tells an event apart.
fn is_of_event(readings: &Readings<'_>, at: usize) -> bool {
    readings.skipped(at) == 0 && at > 0 && readings.words.same_paragraph(at - 1, at) && EVENTS.contains(readings.bare(at - 1))
}

/// Whether «في», «إلى» or the head of a place stands before the word.
fn is_within(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    is_headed(readings, at)
        || matches!(readings.words.before(at), "في" | "الي" | "جنوب" | "شمال" | "شرق" | "غرب" | "مياه" | "نهر")
        || onto.ends_with('و') && at > 0 && readings.is(at - 1, COUNTRY | PLACE)
}
