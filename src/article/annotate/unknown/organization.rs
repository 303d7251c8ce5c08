//! Organizations: listed ones, and those that a head opens («حزب العمال», «بنك مصر»).

use super::super::lexicon::*;
use super::Named;
use super::reading::Readings;
use crate::knowledge::EntityKind;

/// Heads that belong to the name whatever follows, folded.
const STRONG: [&str; 26] = [
    "وزاره",
    "حزب",
    "حركه",
    "جبهه",
    "منظمه",
    "جامعه",
    "بنك",
    "مصرف",
    "مءسسه",
    "جمعيه",
    "اتحاد",
    "رابطه",
    "نقابه",
    "هيءه",
    "منتخب",
    "مجلس",
    "كتاءب",
    "سرايا",
    "معهد",
    "كليه",
    "مفوضيه",
    "محكمه",
    "صندوق",
    "تنظيم",
    "بعثه",
    "جماعه",
];

/// Heads with «ال» that an adjective makes into a name, folded.
const DEFINITE: [&str; 11] =
    ["المجلس", "الاتحاد", "البنك", "المنتخب", "الحزب", "المنظمه", "الهيءه", "الجمعيه", "الجامعه", "المحكمه", "السلطه"];

/// Heads behind which only the name itself is marked, folded.
const OUTSIDE: [&str; 15] =
    ["صحيفه", "جريده", "مجله", "قناه", "شركه", "فريق", "نادي", "مجموعه", "موقع", "شبكه", "محطه", "اذاعه", "تلفزيون", "لصحيفه", "بصحيفه"];

/// Adjectives that make an organization of a head with «ال», folded.
const ADJECTIVES: [&str; 40] = [
    "الوطني",
    "الوطنيه",
    "الدولي",
    "الدوليه",
    "العالمي",
    "العالميه",
    "الاعلي",
    "العليا",
    "المركزي",
    "المركزيه",
    "التشريعي",
    "الاسلامي",
    "الاسلاميه",
    "العسكري",
    "الاوروبي",
    "الاوربي",
    "الافريقي",
    "الاسيوي",
    "الاقتصادي",
    "الديمقراطي",
    "الديمقراطيه",
    "الجمهوري",
    "الاشتراكي",
    "الشيوعي",
    "الاتحادي",
    "الاتحاديه",
    "الثوري",
    "الانتقالي",
    "الانتقاليه",
    "الخيريه",
    "الاهليه",
    "الملكي",
    "الملكيه",
    "الجناءيه",
    "الدستوريه",
    "الحاكم",
    "العام",
    "العامه",
    "الاستشاري",
    "التنفيذي",
];

/// The longest name behind a head, in words.
const LONGEST: usize = 5;

/// An organization that begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Named> {
    listed(readings, at).or_else(|| headed(readings, at)).or_else(|| definite(readings, at)).or_else(|| introduced(readings, at))
}

fn named(readings: &Readings<'_>, first: usize, last: usize, reason: &'static str) -> Named {
    Named { kind: EntityKind::Organization, first, skipped: readings.skipped(first), last, reason }
}

/// A listed name; one that can mean something else needs a head before it.
fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds & ORG != 0
    {
        if kinds & PLACE != 0 && !is_introduced(readings, at) {
            return None;
        }
        // «مجلس الأمن الدولي», «مجلس النواب اللبناني»: a listed body with an adjective that is no nation's.
        return Some(named(readings, at, last, "جهة معروفة"));
    }
    let kinds = readings.kinds(at);
    if kinds & ORG == 0 {
        return None;
    }
    let ambiguous = kinds & (COMMON | PLACE | COUNTRY | GIVEN | FAMILY | RARE_PLACE | NATION) != 0 || IN_DOUBT.contains(&readings.bare(at));
    let club = kinds & PLACE != 0 && kinds & COUNTRY == 0 && is_sport(readings, at);
    (!ambiguous || club || is_introduced(readings, at)).then(|| named(readings, at, at, "جهة معروفة"))
}

/// Whether a match is spoken of near a word, so that the name of a city is that of its club.
fn is_sport(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    const SPORT: [&str; 22] = [
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
    ];
    // «في برشلونة» is the city all the same.
    let before = readings.words.before(at);
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if matches!(before, "في" | "الي" | "مدينه" | "من" | "قرب") || onto.ends_with('ب') {
        return false;
    }
    (at.saturating_sub(NEAR)..at + NEAR).any(|index| readings.words.same_paragraph(at, index) && SPORT.contains(&readings.bare(index)))
}

/// Listed names that are everyday words too, folded.
const IN_DOUBT: [&str; 42] = [
    "الحياه",
    "الاخبار",
    "الجمهوريه",
    "السفير",
    "النهار",
    "المستقبل",
    "الراي",
    "الخليج",
    "البيان",
    "الوطن",
    "البعث",
    "تشرين",
    "الاتحاد",
    "الهلال",
    "النصر",
    "الشباب",
    "العين",
    "الوصل",
    "الوحده",
    "السد",
    "العربي",
    "الرجاء",
    "الشرطه",
    "القاعده",
    "فتح",
    "وفا",
    "واس",
    "مينا",
    "تايم",
    "شل",
    "ابل",
    "العربيه",
    "الاهلي",
    "الجزيره",
    "القادسيه",
    "الوداد",
    "سانا",
    "كفايه",
    "ديل",
    "كانون",
    "فورد",
    "الريان",
];

/// Whether a head that introduces organizations stands before the name, over a quotation mark.
fn is_introduced(readings: &Readings<'_>, at: usize) -> bool {
    let mut before = at;
    while let Some(index) = before.checked_sub(1) {
        before = index;
        if !readings.words.is_quotation_mark(index) {
            break;
        }
    }
    let head = readings.bare(before);
    before < at
        && (OUTSIDE.contains(&head)
            || readings.is(before, ORG_HEAD)
            || matches!(head, "الصحيفه" | "القناه" | "الشركه" | "الفريق" | "النادي" | "حركه" | "تنظيم"))
}

/// «حزب العمال الكردستاني»: a head with what belongs to it.
fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if !STRONG.contains(&readings.bare(at)) {
        return None;
    }
    let mut last = at;
    while last - at < LONGEST {
        let next = last + 1;
        if readings.words.same_paragraph(at, next) && readings.words.is_letters(next) && belongs(readings, at, next) {
            last = next;
        } else {
            break;
        }
    }
    let head = readings.bare(at);
    // «حركة القمر», «مجلس إدارة»: a head with a weak complement is no name.
    let complement = at + 1;
    let weak = last == complement
        && readings.is(complement, COMMON)
        && matches!(
            head,
            "حركه"
                | "جماعه"
                | "هيءه"
                | "بعثه"
                | "محكمه"
                | "صندوق"
                | "تنظيم"
                | "جامعه"
                | "مءسسه"
                | "جمعيه"
                | "معهد"
                | "كليه"
        );
    (last > at && !weak).then(|| named(readings, at, last, "رأس اسم جهة وما أضيف إليه"))
}

/// Whether a word goes on with the name that a head opened.
fn belongs(readings: &Readings<'_>, head: usize, at: usize) -> bool {
    let word = readings.words.at(at);
    let kinds = readings.kinds(at);
    if at == head + 1 && word == "الاداره" {
        return false;
    }
    if let Some(rest) = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")) {
        // «وزارة التربية والتعليم», but not «حزب العمال والحكومة».
        return at >= head + 2
            && kinds & (COUNTRY | PLACE | ORG | TITLE | ORG_HEAD) == 0
            && LEXICON.kinds(rest) & (ORG | TITLE) == 0
            && matches!(readings.bare(head), "وزاره" | "معهد" | "صندوق" | "هيءه" | "منظمه" | "مجلس" | "جمعيه");
    }
    if readings.skipped(at) > 0 {
        return false;
    }
    let definite = word.starts_with("ال")
        && kinds & (TITLE | SPEECH) == 0
        && !matches!(word, "الذي" | "التي" | "الذين" | "الي" | "الا" | "الان" | "اليوم" | "الماضي" | "الجاري" | "المقبل");
    let proper = kinds & (COUNTRY | PLACE | ORG) != 0;
    let first = at == head + 1;
    definite || proper || (first && kinds & (GIVEN | FAMILY | ORG_HEAD) != 0 && kinds & COMMON == 0) || (first && readings.is_foreign(at))
}

/// «الاتحاد الأوروبي», «البنك الدولي».
fn definite(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let word = readings.bare(at);
    let head = DEFINITE.contains(&word)
        || word
            .strip_prefix('ل')
            .is_some_and(|rest| readings.skipped(at) > 0 && DEFINITE.iter().any(|head| head.strip_prefix("ال") == Some(rest)));
    let adjective = |index: usize| {
        readings.words.same_paragraph(at, index)
            && (ADJECTIVES.contains(&readings.words.at(index)) || readings.is(index, NATION) && readings.words.at(index).starts_with("ال"))
    };
    if !head || !adjective(at + 1) {
        return None;
    }
    let mut last = at + 1;
    let joined = |index: usize| {
        readings.words.same_paragraph(at, index)
            && readings.words.at(index).strip_prefix('و').is_some_and(|rest| ADJECTIVES.contains(&rest) || rest == "الاجتماعي")
    };
    while last - at < 4 && (adjective(last + 1) || joined(last + 1)) {
        last += 1;
    }
    Some(named(readings, at, last, "جهة معرّفة بصفتها"))
}

/// «صحيفة لوموند», «شركة موتورولا»: a name behind a head that stays outside.
fn introduced(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if at == 0 || readings.skipped(at) > 0 || !is_introduced(readings, at) {
        return None;
    }
    let head = readings.bare(if readings.words.is_quotation_mark(at - 1) { at.saturating_sub(2) } else { at - 1 });
    if !OUTSIDE.contains(&head) || !(readings.is_foreign(at) || (readings.words.is_quotation_mark(at - 1) && readings.is_strange(at))) {
        return None;
    }
    let mut last = at;
    while last - at < 3 && readings.goes_on(at, last + 1) && readings.is_foreign(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, "اسم بعد رأس جهة"))
}
