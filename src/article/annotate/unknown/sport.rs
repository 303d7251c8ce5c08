//! Clubs and teams, which bear the names of their cities and countries.

use super::super::lexicon::*;
use super::reading::Readings;
use super::{Named, organization_named as named};
use crate::arabic::word_list::WordList;

/// Whether a match is spoken of near a word, so that the name of a city is that of its club.
pub(super) fn is_club(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    static SPORT: WordList = WordList::of(&[
        "المجموعه",
        "مباراه",
        "المباراه",
        "مباريات",
        "فريق",
        "الفريق",
        "نادي",
        "النادي",
        "الدوري",
        "دوري",
        "كاس",
        "هدف",
        "هدفا",
        "الهدف",
        "لاعب",
        "مدرب",
        "مهاجم",
        "حارس",
        "ملعب",
        "الشوط",
        "فاز",
        "الفوز",
        "تعادل",
    ]);
    // «في برشلونة» is the city all the same.
    let before = readings.words.before(at);
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if matches!(before, "في" | "الي" | "مدينه" | "من" | "قرب") || onto.ends_with('ب') {
        return false;
    }
    (at.saturating_sub(NEAR)..at + NEAR).any(|index| readings.words.same_paragraph(at, index) && SPORT.contains(readings.bare(index)))
}

/// Clubs whose names are everyday words, where a match is spoken of («هدفا العربي», «مباراة الوحدة والشباب»), folded.
static CLUBS: WordList = WordList::of(&[
    "الاهلي",
    "الهلال",
    "النصر",
    "الشباب",
    "الاتحاد",
    "العين",
    "الوحده",
    "السد",
    "الريان",
    "الوداد",
    "الرجاء",
    "القادسيه",
    "العربي",
    "الوصل",
    "الجزيره",
    "الشرطه",
    "الخور",
]);

/// Whether a club with an everyday name is meant: a match is near, and no noun stands before that the word could describe.
pub(super) fn is_club_in_doubt(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    static SURE: WordList = WordList::of(&[
        "مباراه",
        "المباراه",
        "مباريات",
        "الدوري",
        "دوري",
        "مرمي",
        "مدرب",
        "لاعب",
        "لاعبي",
        "هدفي",
        "هدفا",
        "الشوط",
        "فوز",
        "الفوز",
        "فاز",
        "تعادل",
        "هزم",
        "النادي",
        "للفريق",
        "الفريق",
        "نجم",
    ]);
    let before = readings.words.before(at);
    let described = before.starts_with("ال") && !matches!(before, "النادي" | "الفريق");
    CLUBS.contains(readings.bare(at))
        && !described
        && (at.saturating_sub(NEAR)..at + NEAR)
            .any(|index| index != at && readings.words.same_paragraph(at, index) && SURE.contains(readings.bare(index)))
}

/// Words behind which the name of a country is that of its team, folded.
static OF_A_TEAM: WordList = WordList::of(&[
    "منتخبي",
    "منتخبا",
    "منتخبات",
    "لاعبي",
    "لاعبو",
    "لاعب",
    "مدرب",
    "حارس",
    "مهاجم",
    "مدافع",
    "مرمي",
    "شباك",
    "صفوف",
    "مباراه",
    "مباراتي",
    "نادي",
    "فريق",
    "دفاع",
    "هجوم",
    "قاءد",
]);

/// Words between which and an opponent only a preposition stands, folded.
static MATCH: WordList = WordList::of(&[
    "فاز",
    "فازت",
    "فوز",
    "الفوز",
    "فوزه",
    "فوزها",
    "للفوز",
    "بالفوز",
    "بفوزه",
    "بفوزها",
    "تغلب",
    "تغلبت",
    "تغلبه",
    "ليتغلب",
    "خسر",
    "خسرت",
    "خساره",
    "خسارته",
    "خسارتها",
    "بخسارتها",
    "بخسارته",
    "الخساره",
    "تعادل",
    "تعادلت",
    "التعادل",
    "تعادله",
    "مباراه",
    "المباراه",
    "مباراته",
    "مباراتها",
    "مباريات",
    "لقاء",
    "لقاءه",
    "المواجهه",
    "انتصار",
    "انتصاره",
    "هزيمه",
    "الهزيمه",
]);

/// «منتخبي فرنسا وإيطاليا», «فوزه على المغرب», «خسرت كينيا»: a country that plays; «تغلب على كايزر»: a club that nobody has listed.
pub(super) fn team(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let (last, country) = match readings.phrase(at).filter(|(_, kinds)| kinds & COUNTRY != 0) {
        Some((last, _)) => (last, true),
        None => (at, readings.is(at, COUNTRY) && !readings.is(at, COMMON | GIVEN)),
    };
    if country {
        return plays(readings, at).then(|| named(readings, at, last, "بلد في سياق مباراة"));
    }
    // «صفوف مانشستر»
    if readings.is(at, PLACE)
        && readings.skipped(at) == 0
        && matches!(readings.words.before(at), "صفوف" | "لاعب" | "لاعبي" | "حارس" | "مهاجم" | "مدافع" | "مرمي" | "شباك" | "فريق")
    {
        return Some(named(readings, at, readings.phrase(at).map_or(at, |(last, _)| last), "اسم فريق في سياق مباراة"));
    }
    if !readings.is_foreign(at) || readings.skipped(at) > 0 || !(is_opponent(readings, at) || is_managed(readings, at)) {
        return None;
    }
    let mut last = at;
    while last - at < 2 && readings.goes_on(at, last + 1) && readings.is_foreign(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, "اسم فريق في سياق مباراة"))
}

/// Whether the country at a word plays, or the one before it with which it is joined.
fn plays(readings: &Readings<'_>, at: usize) -> bool {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if onto == "و" {
        let before = |back: usize| at.checked_sub(back).filter(|&index| readings.words.same_paragraph(index, at));
        return before(1).is_some_and(|index| readings.is(index, COUNTRY) && plays(readings, index))
            || before(2).is_some_and(|index| {
                readings.phrase(index).is_some_and(|(last, kinds)| last + 1 == at && kinds & COUNTRY != 0) && plays(readings, index)
            });
    }
    if !onto.is_empty() {
        return false;
    }
    let before = readings.words.before(at);
    OF_A_TEAM.contains(before) || matches!(before, "فازت" | "خسرت" | "تغلبت" | "تعادلت" | "تاهلت" | "هزمت") || is_opponent(readings, at)
}

/// «تغلب على …», «مباراته مع …», «مباراة الأهلي أمام …»
fn is_opponent(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    matches!(readings.words.before(at), "علي" | "امام" | "مع" | "ضد")
        && (at.saturating_sub(NEAR)..at - 1).any(|index| readings.words.same_paragraph(index, at) && MATCH.contains(readings.bare(index)))
}

/// «مدرب فينورد», «حارس بنفيكا»
fn is_managed(readings: &Readings<'_>, at: usize) -> bool {
    matches!(readings.words.before(at), "مدرب" | "حارس" | "مهاجم" | "مدافع" | "لاعب" | "نجم" | "لاعبي" | "فريق")
}
