//! What the search page says: sentences and counted nouns for the browser, which holds no Arabic of its own.

use serde_json::{Value, json};

use super::entry::SubjectKind;
use super::start::place_of;

/// The kinds of subjects by the names of their fields; the last is none that a query has.
const KINDS: [(SubjectKind, &str); 9] = [
    (SubjectKind::Person, "شخص"),
    (SubjectKind::Organization, "جهة"),
    (SubjectKind::Place, "مكان"),
    (SubjectKind::Event, "حدث"),
    (SubjectKind::Topic, "موضوع"),
    (SubjectKind::Outlet, "وسيلة"),
    (SubjectKind::Author, "كاتب"),
    (SubjectKind::Year, "سنة"),
    (SubjectKind::Page, "صفحة"),
];

/// The name of a field of the query language.
pub(super) fn field(kind: SubjectKind) -> &'static str {
    KINDS.iter().find(|(one, _)| *one == kind).map_or("", |(_, field)| field)
}

/// The facets, in the order in which they are shown.
const FACETS: [(SubjectKind, &str); 7] = [
    (SubjectKind::Topic, "الموضوعات"),
    (SubjectKind::Year, "السنوات"),
    (SubjectKind::Outlet, "الوسائل"),
    (SubjectKind::Author, "الكتّاب"),
    (SubjectKind::Person, "الأشخاص"),
    (SubjectKind::Organization, "الجهات"),
    (SubjectKind::Place, "الأماكن"),
];

/// The sentences by name; `{}` stands for what is put in.
pub(super) fn sentences() -> Value {
    let fields = KINDS.map(|(_, field)| field);
    let fields = &fields[..fields.len() - 1];
    json!({
        // By plural category.
        "article": {"zero": "لا مواد", "one": "مادة واحدة", "two": "مادتان", "few": "{} مواد", "many": "{} مادة", "other": "{} مادة"},
        // By the number of a kind.
        "field": SubjectKind::ALL.map(field),
        "fields": fields.join("، "),
        "facets": FACETS.map(|(kind, title)| (place_of(kind), title)),
        // By how a word answers.
        "how": ["من جذرها", "باسم قريب في اللفظ", "برسم آخر", "بصيغة أخرى"],
        "empty": "اكتب كلمة تُطلب.",
        "short": "اكتب حرفين على الأقل.",
        "function": "هذه كلمات تربط الجملة ولا يُبحث بها وحدها؛ أضف كلمة أخرى.",
        "partial": "لا مادة فيها الكلمات كلها؛ فيها بعضها: {}",
        "kin": "كلمات من جذرها: {}",
        "sound": "أسماء قريبة في اللفظ: {}",
        "less": "نتائج أبعد: {}",
        "only_kin": "لا مادة فيها الكلمة نفسها؛ كلمات من جذرها: {}",
        "only_sound": "لا مادة فيها الاسم بهذا الرسم؛ أسماء قريبة منه في اللفظ: {}",
        "none": "لا توجد نتائج. بُحث عن الكلمة نفسها وصيغها ورسومها وما كان من جذرها.",
        "noneFiltered": "لا توجد نتائج ضمن ما صُفّي.",
        "noneBroken": "لا توجد نتائج. العبارة لا ترد كما هي، وتنقطع عند «{}».",
        "noneYet": "لم ترد العبارة في ما قُرئ إلى الآن.",
        "unread": "بُحث عن العبارة في أقرب المواد إليها؛ وبقي بلا بحث: {}",
        "readOn": "تابع البحث",
        "mean": "هل تقصد «{}»؟",
        "noField": "لا حقل باسم «{}»؛ الحقول: {}",
        "loose": "ابحث بالكلمات متفرقة",
        "unfiltered": "ابحث بلا تصفية",
        "page": "{} من {}",
    })
}
