//! The nouns that the generated sentences count.

use super::CountedNoun;
use super::Gender::{Feminine, Masculine};

/// A text of the dossier: «مادة».
///
/// ```
/// use sijill::arabic::plural::nouns::ARTICLE;
/// assert_eq!((ARTICLE.singular, ARTICLE.plural), ("مادة", "مواد"));
/// ```
pub const ARTICLE: CountedNoun = CountedNoun {
    singular: "مادة",
    dual_nominative: "مادتان",
    dual_oblique: "مادتين",
    plural: "مواد",
    accusative: "مادة",
    gender: Feminine,
    none: "لا مواد",
};

/// What an editor notes beside a paragraph: «ملاحظة».
///
/// ```
/// use sijill::arabic::numbers::{Case, Digits};
/// use sijill::arabic::plural::{counted, nouns::NOTE};
/// assert_eq!(counted(2, &NOTE, Case::Nominative, Digits::European), "ملاحظتان");
/// ```
pub const NOTE: CountedNoun = CountedNoun {
    singular: "ملاحظة",
    dual_nominative: "ملاحظتان",
    dual_oblique: "ملاحظتين",
    plural: "ملاحظات",
    accusative: "ملاحظة",
    gender: Feminine,
    none: "لا ملاحظات",
};

/// A signed piece: «مقال».
///
/// ```
/// use sijill::arabic::plural::nouns::OPINION;
/// assert_eq!((OPINION.singular, OPINION.plural), ("مقال", "مقالات"));
/// ```
pub const OPINION: CountedNoun = CountedNoun {
    singular: "مقال",
    dual_nominative: "مقالان",
    dual_oblique: "مقالين",
    plural: "مقالات",
    accusative: "مقالًا",
    gender: Masculine,
    none: "لا مقالات",
};

/// A place in a text: «موضع».
///
/// ```
/// use sijill::arabic::plural::nouns::PLACE_IN_TEXT;
/// assert_eq!((PLACE_IN_TEXT.singular, PLACE_IN_TEXT.plural), ("موضع", "مواضع"));
/// ```
pub const PLACE_IN_TEXT: CountedNoun = CountedNoun {
    singular: "موضع",
    dual_nominative: "موضعان",
    dual_oblique: "موضعين",
    plural: "مواضع",
    accusative: "موضعًا",
    gender: Masculine,
    none: "لا مواضع",
};

/// «حدث».
///
/// ```
/// use sijill::arabic::plural::nouns::EVENT;
/// assert_eq!((EVENT.singular, EVENT.plural), ("حدث", "أحداث"));
/// ```
pub const EVENT: CountedNoun = CountedNoun {
    singular: "حدث",
    dual_nominative: "حدثان",
    dual_oblique: "حدثين",
    plural: "أحداث",
    accusative: "حدثًا",
    gender: Masculine,
    none: "لا أحداث",
};

/// «خبر مؤرَّخ».
///
/// ```
/// use sijill::arabic::plural::nouns::REPORT;
/// assert_eq!((REPORT.singular, REPORT.plural), ("خبر مؤرَّخ", "أخبار مؤرَّخة"));
/// ```
pub const REPORT: CountedNoun = CountedNoun {
    singular: "خبر مؤرَّخ",
    dual_nominative: "خبران مؤرَّخان",
    dual_oblique: "خبرين مؤرَّخين",
    plural: "أخبار مؤرَّخة",
    accusative: "خبرًا مؤرَّخًا",
    gender: Masculine,
    none: "لا أخبار مؤرَّخة",
};

/// «شخص».
///
/// ```
/// use sijill::arabic::plural::nouns::PERSON;
/// assert_eq!((PERSON.singular, PERSON.plural), ("شخص", "أشخاص"));
/// ```
pub const PERSON: CountedNoun = CountedNoun {
    singular: "شخص",
    dual_nominative: "شخصان",
    dual_oblique: "شخصين",
    plural: "أشخاص",
    accusative: "شخصًا",
    gender: Masculine,
    none: "لا أشخاص",
};

/// «جهة».
///
/// ```
/// use sijill::arabic::plural::nouns::ORGANIZATION;
/// assert_eq!((ORGANIZATION.singular, ORGANIZATION.plural), ("جهة", "جهات"));
/// ```
pub const ORGANIZATION: CountedNoun = CountedNoun {
    singular: "جهة",
    dual_nominative: "جهتان",
    dual_oblique: "جهتين",
    plural: "جهات",
    accusative: "جهة",
    gender: Feminine,
    none: "لا جهات",
};

/// «مكان».
///
/// ```
/// use sijill::arabic::plural::nouns::PLACE;
/// assert_eq!((PLACE.singular, PLACE.plural), ("مكان", "أماكن"));
/// ```
pub const PLACE: CountedNoun = CountedNoun {
    singular: "مكان",
    dual_nominative: "مكانان",
    dual_oblique: "مكانين",
    plural: "أماكن",
    accusative: "مكانًا",
    gender: Masculine,
    none: "لا أماكن",
};

/// «موضوع».
///
/// ```
/// use sijill::arabic::plural::nouns::TOPIC;
/// assert_eq!((TOPIC.singular, TOPIC.plural), ("موضوع", "موضوعات"));
/// ```
pub const TOPIC: CountedNoun = CountedNoun {
    singular: "موضوع",
    dual_nominative: "موضوعان",
    dual_oblique: "موضوعين",
    plural: "موضوعات",
    accusative: "موضوعًا",
    gender: Masculine,
    none: "لا موضوعات",
};

/// How often: «مرة».
///
/// ```
/// use sijill::arabic::plural::nouns::TIME;
/// assert_eq!((TIME.singular, TIME.plural), ("مرة", "مرات"));
/// ```
pub const TIME: CountedNoun = CountedNoun {
    singular: "مرة",
    dual_nominative: "مرتان",
    dual_oblique: "مرتين",
    plural: "مرات",
    accusative: "مرة",
    gender: Feminine,
    none: "لا مرات",
};

/// «جولة».
///
/// ```
/// use sijill::arabic::plural::nouns::ROUND;
/// assert_eq!((ROUND.singular, ROUND.plural), ("جولة", "جولات"));
/// ```
pub const ROUND: CountedNoun = CountedNoun {
    singular: "جولة",
    dual_nominative: "جولتان",
    dual_oblique: "جولتين",
    plural: "جولات",
    accusative: "جولة",
    gender: Feminine,
    none: "لا جولات",
};

/// «اجتماع».
///
/// ```
/// use sijill::arabic::plural::nouns::MEETING;
/// assert_eq!((MEETING.singular, MEETING.plural), ("اجتماع", "اجتماعات"));
/// ```
pub const MEETING: CountedNoun = CountedNoun {
    singular: "اجتماع",
    dual_nominative: "اجتماعان",
    dual_oblique: "اجتماعين",
    plural: "اجتماعات",
    accusative: "اجتماعًا",
    gender: Masculine,
    none: "لا اجتماعات",
};

/// «كلمة».
///
/// ```
/// use sijill::arabic::plural::nouns::WORD;
/// assert_eq!((WORD.singular, WORD.plural), ("كلمة", "كلمات"));
/// ```
pub const WORD: CountedNoun = CountedNoun {
    singular: "كلمة",
    dual_nominative: "كلمتان",
    dual_oblique: "كلمتين",
    plural: "كلمات",
    accusative: "كلمة",
    gender: Feminine,
    none: "لا كلمات",
};

/// «نتيجة».
///
/// ```
/// use sijill::arabic::plural::nouns::RESULT;
/// assert_eq!((RESULT.singular, RESULT.plural), ("نتيجة", "نتائج"));
/// ```
pub const RESULT: CountedNoun = CountedNoun {
    singular: "نتيجة",
    dual_nominative: "نتيجتان",
    dual_oblique: "نتيجتين",
    plural: "نتائج",
    accusative: "نتيجة",
    gender: Feminine,
    none: "لا نتائج",
};

/// «مصدر».
///
/// ```
/// use sijill::arabic::plural::nouns::SOURCE;
/// assert_eq!((SOURCE.singular, SOURCE.plural), ("مصدر", "مصادر"));
/// ```
pub const SOURCE: CountedNoun = CountedNoun {
    singular: "مصدر",
    dual_nominative: "مصدران",
    dual_oblique: "مصدرين",
    plural: "مصادر",
    accusative: "مصدرًا",
    gender: Masculine,
    none: "لا مصادر",
};

/// «فقرة».
///
/// ```
/// use sijill::arabic::plural::nouns::PARAGRAPH;
/// assert_eq!((PARAGRAPH.singular, PARAGRAPH.plural), ("فقرة", "فقرات"));
/// ```
pub const PARAGRAPH: CountedNoun = CountedNoun {
    singular: "فقرة",
    dual_nominative: "فقرتان",
    dual_oblique: "فقرتين",
    plural: "فقرات",
    accusative: "فقرة",
    gender: Feminine,
    none: "لا فقرات",
};

/// «صفحة».
///
/// ```
/// use sijill::arabic::plural::nouns::PAGE;
/// assert_eq!((PAGE.singular, PAGE.plural), ("صفحة", "صفحات"));
/// ```
pub const PAGE: CountedNoun = CountedNoun {
    singular: "صفحة",
    dual_nominative: "صفحتان",
    dual_oblique: "صفحتين",
    plural: "صفحات",
    accusative: "صفحة",
    gender: Feminine,
    none: "لا صفحات",
};

/// A stretch of text, as one that was cut: «مقطع».
///
/// ```
/// use sijill::arabic::plural::nouns::PASSAGE;
/// assert_eq!((PASSAGE.singular, PASSAGE.plural), ("مقطع", "مقاطع"));
/// ```
pub const PASSAGE: CountedNoun = CountedNoun {
    singular: "مقطع",
    dual_nominative: "مقطعان",
    dual_oblique: "مقطعين",
    plural: "مقاطع",
    accusative: "مقطعًا",
    gender: Masculine,
    none: "لا مقاطع",
};

/// «اقتباس».
///
/// ```
/// use sijill::arabic::plural::nouns::QUOTE;
/// assert_eq!((QUOTE.singular, QUOTE.plural), ("اقتباس", "اقتباسات"));
/// ```
pub const QUOTE: CountedNoun = CountedNoun {
    singular: "اقتباس",
    dual_nominative: "اقتباسان",
    dual_oblique: "اقتباسين",
    plural: "اقتباسات",
    accusative: "اقتباسًا",
    gender: Masculine,
    none: "لا اقتباسات",
};

/// «اسم».
///
/// ```
/// use sijill::arabic::plural::nouns::NAME;
/// assert_eq!((NAME.singular, NAME.plural), ("اسم", "أسماء"));
/// ```
pub const NAME: CountedNoun = CountedNoun {
    singular: "اسم",
    dual_nominative: "اسمان",
    dual_oblique: "اسمين",
    plural: "أسماء",
    accusative: "اسمًا",
    gender: Masculine,
    none: "لا أسماء",
};

/// A way to write a name: «صيغة».
///
/// ```
/// use sijill::arabic::plural::nouns::FORM;
/// assert_eq!((FORM.singular, FORM.plural), ("صيغة", "صيغ"));
/// ```
pub const FORM: CountedNoun = CountedNoun {
    singular: "صيغة",
    dual_nominative: "صيغتان",
    dual_oblique: "صيغتين",
    plural: "صيغ",
    accusative: "صيغة",
    gender: Feminine,
    none: "لا صيغ",
};

/// «مسار».
///
/// ```
/// use sijill::arabic::plural::nouns::SERIES;
/// assert_eq!((SERIES.singular, SERIES.plural), ("مسار", "مسارات"));
/// ```
pub const SERIES: CountedNoun = CountedNoun {
    singular: "مسار",
    dual_nominative: "مساران",
    dual_oblique: "مسارين",
    plural: "مسارات",
    accusative: "مسارًا",
    gender: Masculine,
    none: "لا مسارات",
};

/// «وسيلة إعلام».
///
/// ```
/// use sijill::arabic::plural::nouns::OUTLET;
/// assert_eq!((OUTLET.singular, OUTLET.plural), ("وسيلة إعلام", "وسائل إعلام"));
/// ```
pub const OUTLET: CountedNoun = CountedNoun {
    singular: "وسيلة إعلام",
    dual_nominative: "وسيلتا إعلام",
    dual_oblique: "وسيلتي إعلام",
    plural: "وسائل إعلام",
    accusative: "وسيلة إعلام",
    gender: Feminine,
    none: "لا وسائل إعلام",
};

/// «تضارب».
///
/// ```
/// use sijill::arabic::plural::nouns::CONFLICT;
/// assert_eq!((CONFLICT.singular, CONFLICT.plural), ("تضارب", "تضاربات"));
/// ```
pub const CONFLICT: CountedNoun = CountedNoun {
    singular: "تضارب",
    dual_nominative: "تضاربان",
    dual_oblique: "تضاربين",
    plural: "تضاربات",
    accusative: "تضاربًا",
    gender: Masculine,
    none: "لا تضاربات",
};

/// «يوم».
///
/// ```
/// use sijill::arabic::plural::nouns::DAY;
/// assert_eq!((DAY.singular, DAY.plural), ("يوم", "أيام"));
/// ```
pub const DAY: CountedNoun = CountedNoun {
    singular: "يوم",
    dual_nominative: "يومان",
    dual_oblique: "يومين",
    plural: "أيام",
    accusative: "يومًا",
    gender: Masculine,
    none: "لا أيام",
};

/// «أسبوع».
///
/// ```
/// use sijill::arabic::plural::nouns::WEEK;
/// assert_eq!((WEEK.singular, WEEK.plural), ("أسبوع", "أسابيع"));
/// ```
pub const WEEK: CountedNoun = CountedNoun {
    singular: "أسبوع",
    dual_nominative: "أسبوعان",
    dual_oblique: "أسبوعين",
    plural: "أسابيع",
    accusative: "أسبوعًا",
    gender: Masculine,
    none: "لا أسابيع",
};

/// «شهر».
///
/// ```
/// use sijill::arabic::plural::nouns::MONTH;
/// assert_eq!((MONTH.singular, MONTH.plural), ("شهر", "أشهر"));
/// ```
pub const MONTH: CountedNoun = CountedNoun {
    singular: "شهر",
    dual_nominative: "شهران",
    dual_oblique: "شهرين",
    plural: "أشهر",
    accusative: "شهرًا",
    gender: Masculine,
    none: "لا أشهر",
};

/// «سنة».
///
/// ```
/// use sijill::arabic::plural::nouns::YEAR;
/// assert_eq!((YEAR.singular, YEAR.plural), ("سنة", "سنوات"));
/// ```
pub const YEAR: CountedNoun = CountedNoun {
    singular: "سنة",
    dual_nominative: "سنتان",
    dual_oblique: "سنتين",
    plural: "سنوات",
    accusative: "سنة",
    gender: Feminine,
    none: "لا سنوات",
};

/// «عام».
///
/// ```
/// use sijill::arabic::plural::nouns::CALENDAR_YEAR;
/// assert_eq!((CALENDAR_YEAR.singular, CALENDAR_YEAR.plural), ("عام", "أعوام"));
/// ```
pub const CALENDAR_YEAR: CountedNoun = CountedNoun {
    singular: "عام",
    dual_nominative: "عامان",
    dual_oblique: "عامين",
    plural: "أعوام",
    accusative: "عامًا",
    gender: Masculine,
    none: "لا أعوام",
};

/// «ساعة».
///
/// ```
/// use sijill::arabic::plural::nouns::HOUR;
/// assert_eq!((HOUR.singular, HOUR.plural), ("ساعة", "ساعات"));
/// ```
pub const HOUR: CountedNoun = CountedNoun {
    singular: "ساعة",
    dual_nominative: "ساعتان",
    dual_oblique: "ساعتين",
    plural: "ساعات",
    accusative: "ساعة",
    gender: Feminine,
    none: "لا ساعات",
};

/// «دقيقة».
///
/// ```
/// use sijill::arabic::plural::nouns::MINUTE;
/// assert_eq!((MINUTE.singular, MINUTE.plural), ("دقيقة", "دقائق"));
/// ```
pub const MINUTE: CountedNoun = CountedNoun {
    singular: "دقيقة",
    dual_nominative: "دقيقتان",
    dual_oblique: "دقيقتين",
    plural: "دقائق",
    accusative: "دقيقة",
    gender: Feminine,
    none: "لا دقائق",
};

/// What stops a build: «خطأ».
///
/// ```
/// use sijill::arabic::plural::nouns::ERROR;
/// assert_eq!((ERROR.singular, ERROR.plural), ("خطأ", "أخطاء"));
/// ```
pub const ERROR: CountedNoun = CountedNoun {
    singular: "خطأ",
    dual_nominative: "خطآن",
    dual_oblique: "خطأين",
    plural: "أخطاء",
    accusative: "خطأً",
    gender: Masculine,
    none: "لا أخطاء",
};

/// What is probably wrong: «تحذير».
///
/// ```
/// use sijill::arabic::plural::nouns::WARNING;
/// assert_eq!((WARNING.singular, WARNING.plural), ("تحذير", "تحذيرات"));
/// ```
pub const WARNING: CountedNoun = CountedNoun {
    singular: "تحذير",
    dual_nominative: "تحذيران",
    dual_oblique: "تحذيرين",
    plural: "تحذيرات",
    accusative: "تحذيرًا",
    gender: Masculine,
    none: "لا تحذيرات",
};

/// An article that is not published yet: «مسودة».
///
/// ```
/// use sijill::arabic::plural::nouns::DRAFT;
/// assert_eq!((DRAFT.singular, DRAFT.plural), ("مسودة", "مسودات"));
/// ```
pub const DRAFT: CountedNoun = CountedNoun {
    singular: "مسودة",
    dual_nominative: "مسودتان",
    dual_oblique: "مسودتين",
    plural: "مسودات",
    accusative: "مسودة",
    gender: Feminine,
    none: "لا مسودات",
};

/// Every noun of this list, by its singular.
///
/// ```
/// use sijill::arabic::plural::nouns;
/// assert!(nouns::ALL.iter().any(|noun| noun.singular == "مادة"));
/// ```
pub const ALL: [CountedNoun; 34] = [
    ARTICLE,
    OPINION,
    PLACE_IN_TEXT,
    EVENT,
    REPORT,
    PERSON,
    ORGANIZATION,
    PLACE,
    TOPIC,
    TIME,
    ROUND,
    MEETING,
    WORD,
    RESULT,
    SOURCE,
    PARAGRAPH,
    PAGE,
    ERROR,
    WARNING,
    DRAFT,
    PASSAGE,
    QUOTE,
    NAME,
    FORM,
    SERIES,
    OUTLET,
    CONFLICT,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    CALENDAR_YEAR,
    HOUR,
    MINUTE,
];
