//! Bodies: a head with what belongs to it («حزب العمال الكردستاني», «اتحاد صناعة السيارات»),
//! a head with «ال» and its adjectives («البنك الآسيوي للتنمية»), a ministry by its field («الخارجية الروسية»).

use super::super::lexicon::*;
use super::heads::{BROAD, BROAD_DEFINITE, DEFINITE, FIELDS, STRONG};
use super::reading::Readings;
use super::{Named, organization_named as named};
use crate::arabic::word_list::WordList;

/// Adjectives that make an organization of a head with «ال», folded.
static ADJECTIVES: WordList = WordList::of(&[
    "الجويه",
    "الاولمبيه",
    "الاولمبي",
    "التجاري",
    "القومي",
    "القوميه",
    "الجهوي",
    "الهاشمي",
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
]);

/// The longest name behind a head, in words.
const LONGEST: usize = 6;

/// What moves, so that its «حركة» is no movement of people, folded.
static MOVING: WordList = WordList::of(&[
    "المرور",
    "الطيران",
    "السير",
    "السفن",
    "البيع",
    "الشراء",
    "التجاره",
    "الارض",
    "القمر",
    "السوق",
    "الاسعار",
    "الملاحه",
    "النقل",
    "الاسهم",
    "القطارات",
    "التاريخ",
    "الاموال",
]);

/// Bodies that the sentence joins to a name rather than the name itself, folded.
static OTHER_BODIES: WordList =
    WordList::of(&["الحكومه", "البرلمان", "الجيش", "المعارضه", "الشرطه", "القوات", "الاحزاب", "النقابات", "السلطات", "الدوله"]);

/// «حزب العمال الكردستاني», «اتحاد صناعة السيارات»: a head with what belongs to it.
pub(super) fn headed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let head = readings.bare(at);
    let broad = BROAD.contains(head);
    if !broad && !STRONG.contains(head) {
        return None;
    }
    // «وكالة فرانس برس»: the agency has a name of its own.
    if matches!(head, "وكاله" | "تلفزيون" | "كتله")
        && (readings.is(at + 1, ORG) || readings.phrase(at + 1).is_some_and(|(_, kinds)| kinds & ORG != 0))
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
    let weak = last == at + 1
        && readings.is(last, COMMON)
        && matches!(
            head,
            "جماعه"
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
                | "وكاله"
                | "كتله"
                | "متحف"
                | "مستشفي"
                | "بورصه"
                | "تيار"
                | "برلمان"
                | "تلفزيون"
        );
    let weak = weak || head == "حركه" && last == at + 1 && MOVING.contains(readings.words.at(last));
    // «مركز دراسات الإسلام», but neither «مركز الشرطة» nor «قوات روسية».
    let thin = broad && (last < at + 2 || last == at + 2 && readings.is(last, NATION) && head != "قوات");
    (last > at && !weak && !thin).then(|| named(readings, at, last, "رأس اسم جهة وما أضيف إليه"))
}

/// The nouns without «ال» between a head and the definite one that closes the annexation («هيئة تنمية الصادرات»): the last of them.
fn complement(readings: &Readings<'_>, at: usize) -> usize {
    static CLOSED: WordList = WordList::of(&["حزب", "حركه", "وزاره", "منتخب", "جماعه", "كتاءب", "سرايا", "تنظيم"]);
    if CLOSED.contains(readings.bare(at)) {
        return at;
    }
    let noun = |index: usize| {
        let word = readings.words.at(index);
        readings.words.same_paragraph(at, index)
            && readings.words.is_letters(index)
            && readings.skipped(index) == 0
            && !word.starts_with("ال")
            && readings.is(index, COMMON)
            && !readings.is(index, SPEECH | COUNTRY | PLACE | TITLE | GIVEN)
            && word.chars().count() > 2
            && !matches!(word, "اداره" | "تلك" | "هذه" | "ذلك" | "جميع" | "بعض" | "كافه")
    };
    let mut last = at;
    while last - at < 2 && noun(last + 1) {
        last += 1;
    }
    let closed = last > at
        && readings.words.same_paragraph(at, last + 1)
        && readings.words.at(last + 1).starts_with("ال")
        && belongs(readings, at, last + 1).is_some();
    if closed { last } else { at }
}

/// «المنظمة العالمية للملكية الفكرية»: what a body is for, with «لـ».
fn purpose(readings: &Readings<'_>, at: usize, last: usize) -> usize {
    static FOR_WHOM: WordList = WordList::of(&["للصحفيين", "للصحافيين", "للصحافه", "للجزيره", "للمره", "للعام", "للتو", "للوكاله"]);
    let next = last + 1;
    let word = readings.words.at(next);
    let stands = readings.words.same_paragraph(at, next) && word.starts_with("لل") && word.chars().count() > 4 && !FOR_WHOM.contains(word);
    if !stands || readings.phrase(next).is_some() || readings.is(next, TITLE | COUNTRY | PLACE | ORG) {
        return last;
    }
    let mut end = next;
    while end - next < 2
        && readings.words.same_paragraph(at, end + 1)
        && is_definite(readings, end + 1)
        && readings.words.at(end + 1).ends_with(['ه', 'ي'])
    {
        end += 1;
    }
    end
}

/// Words with «ال» with which the sentence goes on, folded.
static STOPS: WordList = WordList::of(&[
    "الذي",
    "التي",
    "الذين",
    "اللذين",
    "اللتين",
    "اللواتي",
    "الي",
    "الا",
    "الان",
    "اليوم",
    "التقي",
    "التقت",
    "التابع",
    "التابعه",
    "الماضي",
    "الماضيه",
    "الجاري",
    "المقبل",
    "المقبله",
    "السابق",
    "السابقه",
    "الحالي",
    "الحاليه",
    "الجديد",
    "الجديده",
    "الحاكم",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
    "المذكور",
    "المذكوره",
]);

/// Whether a word with «ال» can go on with a name.
fn is_definite(readings: &Readings<'_>, at: usize) -> bool {
    let word = readings.words.at(at);
    word.starts_with("ال") && readings.skipped(at) == 0 && (!readings.is(at, TITLE | SPEECH) || word == "العالم") && !STOPS.contains(word)
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
        let joined = at >= head + 2
            && kinds & (COUNTRY | PLACE | ORG | TITLE | ORG_HEAD) == 0
            && LEXICON.kinds(rest) & (ORG | TITLE) == 0
            && !STOPS.contains(rest)
            && matches!(
                readings.bare(head),
                "وزاره"
                    | "معهد"
                    | "صندوق"
                    | "هيءه"
                    | "منظمه"
                    | "مجلس"
                    | "جمعيه"
                    | "كليه"
                    | "مديريه"
                    | "لجنه"
                    | "حركه"
                    | "حزب"
            )
            && !OTHER_BODIES.contains(rest);
        return joined.then_some(at);
    }
    if readings.skipped(at) > 0 {
        return None;
    }
    // A place or another body closes the name but for an adjective of its own: «منتخب إيطاليا العملاق».
    let closed = at > head + 1 && readings.is(at - 1, COUNTRY | PLACE) && !readings.words.at(at - 1).starts_with("ال");
    let first = at == head + 1;
    if let Some((last, kinds)) = readings.phrase(at).filter(|(_, kinds)| kinds & (COUNTRY | PLACE | ORG | GIVEN) != 0)
        && !closed
        && (first || kinds & GIVEN == 0)
    {
        return Some(last);
    }
    // «جامعة الملك سعود»
    if first && matches!(word, "الملك" | "الملكه" | "الامير" | "الشيخ" | "السلطان" | "الامام" | "القاضي") && readings.is(at + 1, GIVEN)
    {
        return Some(super::extent::extend(readings, at + 1, at + 1));
    }
    let proper = kinds & (COUNTRY | PLACE | ORG) != 0 && !closed;
    let named = first && kinds & (GIVEN | FAMILY | RARE_FAMILY | ORG_HEAD) != 0 && kinds & COMMON == 0;
    let adjective = ADJECTIVES.contains(word) || kinds & NATION != 0;
    // «حزب العمال الكردستاني», but «معهد إيفو» and its nation.
    let foreign = at > head + 1 && kinds & NATION != 0 && !readings.words.at(at - 1).starts_with("ال");
    (is_definite(readings, at) && !foreign && (!closed || adjective) || proper || named || (first && readings.is_foreign(at))).then_some(at)
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
    static BEFORE: WordList = WordList::of(&["باسم", "في", "من", "عن", "لدي", "الي", "مع", "ان"]);
    if !FIELDS.contains(readings.bare(at)) || !is_nation_of(readings, at, at + 1) {
        return None;
    }
    let before = readings.words.before(at);
    // «السياسة الخارجية», «وزيرة الداخلية», «شؤون الدفاع»: behind a noun it is that noun's.
    let noun = before.starts_with("ال") || before.ends_with('ه') || before.ends_with("ون") || at > 0 && readings.is(at - 1, TITLE | NATION);
    let free = before.is_empty() || BEFORE.contains(before) || !noun && !matches!(before, "شءون" | "ديون" | "علاقات" | "وزراء" | "خط");
    (free && readings.words.at(at + 1).ends_with('ه')).then(|| named(readings, at, at + 1, "وزارة باسم اختصاصها"))
}

/// «الاتحاد الأوروبي», «البنك الدولي».
pub(super) fn definite(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let word = readings.bare(at);
    let is_one_of = |heads: &WordList| {
        heads.contains(word)
            || word
                .strip_prefix('ل')
                .is_some_and(|rest| readings.skipped(at) > 0 && heads.iter().any(|head| head.strip_prefix("ال") == Some(rest)))
    };
    let broad = is_one_of(&BROAD_DEFINITE);
    let head = broad || is_one_of(&DEFINITE);
    let adjective = |index: usize| {
        readings.words.same_paragraph(at, index)
            && (ADJECTIVES.contains(readings.words.at(index)) || readings.is(index, NATION) && readings.words.at(index).starts_with("ال"))
    };
    if !head || !adjective(at + 1) || readings.words.at(at) == "المنظمه" && readings.words.at(at + 1) == "الدوليه" {
        return None;
    }
    let mut last = at + 1;
    let joined = |index: usize| {
        readings.words.same_paragraph(at, index)
            && readings.words.at(index).strip_prefix('و').is_some_and(|rest| ADJECTIVES.contains(rest) || rest == "الاجتماعي")
    };
    while last - at < 4 && (adjective(last + 1) || joined(last + 1)) {
        last += 1;
    }
    let last = purpose(readings, at, last);
    (!broad || last > at + 1).then(|| named(readings, at, last, "جهة معرّفة بصفتها"))
}
