//! The words of the interface: counted nouns, ordinals, statuses, digits. Templates get them ready.

use crate::config::{Config, Digits, MonthNames};
use crate::document::{DateBasis, RemovedKind};
use crate::knowledge::{EntityKind, Event, Series, Status};

/// How generated text is written on this site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(super) digits: Digits,
    pub(super) months: MonthNames,
    pub(super) hijri: bool,
}

/// A noun that is counted: singular, dual, plural, accusative singular, and «one».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    one: &'static str,
    dual: &'static str,
    few: &'static str,
    many: &'static str,
    other: &'static str,
}

macro_rules! noun {
    ($name:ident, $one:literal, $dual:literal, $few:literal, $many:literal, $other:literal) => {
        pub(crate) const $name: Noun = Noun { one: $one, dual: $dual, few: $few, many: $many, other: $other };
    };
}

noun!(ARTICLE, "مادة واحدة", "مادتان", "مواد", "مادة", "مادة");
noun!(EVENT, "حدث واحد", "حدثان", "أحداث", "حدثًا", "حدث");
noun!(SPOT, "موضع واحد", "موضعان", "مواضع", "موضعًا", "موضع");
noun!(WORD, "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة");
noun!(TIMES, "مرة واحدة", "مرتان", "مرات", "مرة", "مرة");
noun!(PIECE, "مقطع واحد", "مقطعان", "مقاطع", "مقطعًا", "مقطع");
noun!(PERSON, "شخص واحد", "شخصان", "أشخاص", "شخصًا", "شخص");
noun!(BODY, "جهة واحدة", "جهتان", "جهات", "جهة", "جهة");
noun!(PLACE, "مكان واحد", "مكانان", "أماكن", "مكانًا", "مكان");
noun!(TOPIC, "موضوع واحد", "موضوعان", "موضوعات", "موضوعًا", "موضوع");
noun!(SOURCE, "مصدر واحد", "مصدران", "مصادر", "مصدرًا", "مصدر");
noun!(QUOTE, "اقتباس واحد", "اقتباسان", "اقتباسات", "اقتباسًا", "اقتباس");
noun!(OUTLET, "وسيلة إعلام واحدة", "وسيلتا إعلام", "وسائل إعلام", "وسيلة إعلام", "وسيلة إعلام");
noun!(NAME, "اسم واحد", "اسمان", "أسماء", "اسمًا", "اسم");

impl Words {
    /// As the settings want it.
    pub(crate) fn of(config: &Config) -> Self {
        Self { digits: config.digits, months: config.months, hijri: config.hijri }
    }

    /// Digits of a text that the program made, in the site's numeral system.
    pub(crate) fn digits(self, text: &str) -> String {
        match self.digits {
            Digits::Latn => text.to_owned(),
            Digits::Arab => text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x0660 + d)).unwrap_or(c)).collect(),
        }
    }

    /// A whole number with its separators.
    pub(crate) fn number(self, n: usize) -> String {
        let plain = n.to_string();
        if plain.len() < 4 {
            return self.digits(&plain);
        }
        let separator = if self.digits == Digits::Arab { '٬' } else { ',' };
        let mut made = String::new();
        for (at, c) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at).is_multiple_of(3) {
                made.push(separator);
            }
            made.push(c);
        }
        self.digits(&made)
    }

    /// A year: no separators.
    pub(crate) fn year(self, year: i32) -> String {
        self.digits(&year.to_string())
    }

    /// A number with its counted noun: «لا مواد، مادة واحدة، مادتان، 3 مواد، 11 مادة».
    pub(crate) fn counted(self, n: usize, noun: Noun) -> String {
        match (n, n % 100) {
            (0, _) => format!("لا {}", noun.few),
            (1, _) => noun.one.to_owned(),
            (2, _) => noun.dual.to_owned(),
            (_, 3..=10) => format!("{} {}", self.number(n), noun.few),
            (_, 11..=99) => format!("{} {}", self.number(n), noun.many),
            _ => format!("{} {}", self.number(n), noun.other),
        }
    }

    /// The same after a preposition or as an object: «في مادتين، مرتين».
    pub(crate) fn counted_oblique(self, n: usize, noun: Noun) -> String {
        if n == 2 { oblique_dual(noun.dual) } else { self.counted(n, noun) }
    }

    /// Hundredths: «30%», «٣٠٪».
    pub(crate) fn percent(self, percent: usize) -> String {
        let sign = if self.digits == Digits::Arab { '٪' } else { '%' };
        format!("{}{sign}", self.number(percent))
    }

    /// A series and which one of it, in words: «الحوار الاستراتيجي: الجولة الثالثة».
    pub(crate) fn series(self, series: &Series, event: &Event) -> String {
        match self.round(series, event) {
            Some(round) => format!("{}: {round}", series.name),
            None => series.name.clone(),
        }
    }

    /// Which one of its series, in words.
    pub(crate) fn round(self, series: &Series, event: &Event) -> Option<String> {
        let ordinal = event.ordinal?;
        let unit = event.ordinal_label.clone().or_else(|| series.unit.as_deref().map(definite))?;
        Some(format!("{unit} {}", self.ordinal(ordinal, is_feminine(&unit))))
    }

    /// An ordinal with its article, by the gender of the noun.
    pub(crate) fn ordinal(self, n: u32, feminine: bool) -> String {
        let at = n as usize;
        let word = if feminine { FEMININE.get(at) } else { MASCULINE.get(at) };
        match word.filter(|word| !word.is_empty()) {
            Some(word) => (*word).to_owned(),
            None => format!("رقم {}", self.number(at)),
        }
    }
}

/// «مرتان» → «مرتين», «وسيلتا إعلام» → «وسيلتي إعلام».
fn oblique_dual(dual: &str) -> String {
    match dual.split_once(' ') {
        Some((head, rest)) => format!("{}ي {rest}", head.trim_end_matches('ا')),
        None => dual.strip_suffix("ان").map_or_else(|| dual.to_owned(), |stem| format!("{stem}ين")),
    }
}

fn definite(unit: &str) -> String {
    if unit.starts_with("ال") { unit.to_owned() } else { format!("ال{unit}") }
}

fn is_feminine(unit: &str) -> bool {
    unit.split_whitespace().next().is_some_and(|word| word.ends_with('ة'))
}

const FEMININE: [&str; 21] = [
    "",
    "الأولى",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة",
    "الثالثة عشرة",
    "الرابعة عشرة",
    "الخامسة عشرة",
    "السادسة عشرة",
    "السابعة عشرة",
    "الثامنة عشرة",
    "التاسعة عشرة",
    "العشرون",
];

const MASCULINE: [&str; 21] = [
    "",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
    "الحادي عشر",
    "الثاني عشر",
    "الثالث عشر",
    "الرابع عشر",
    "الخامس عشر",
    "السادس عشر",
    "السابع عشر",
    "الثامن عشر",
    "التاسع عشر",
    "العشرون",
];

/// The first words of names of events that «انعقد» fits; all else «وقع».
const MEETINGS: [&str; 14] = [
    "جولة",
    "اجتماع",
    "اجتماعات",
    "محادثات",
    "مباحثات",
    "مفاوضات",
    "جلسة",
    "جلسات",
    "لقاء",
    "حوار",
    "مؤتمر",
    "قمة",
    "دورة",
    "ندوة",
];

/// The status of an event in words.
pub(crate) fn status(event: &Event, status: Status) -> &'static str {
    match status {
        Status::Held if is_meeting(event) => "انعقد",
        Status::Held => "وقع",
        Status::Announced => "أُعلن عنه",
        Status::Reported => "وفق تقارير",
        Status::Disputed => "مختلَف فيه",
        Status::Postponed => "أُرجئ",
        Status::Cancelled => "أُلغي",
    }
}

fn is_meeting(event: &Event) -> bool {
    let first = event.name.split_whitespace().next().unwrap_or_default();
    event.ordinal.is_some() || MEETINGS.contains(&first.strip_prefix("ال").unwrap_or(first))
}

/// How a date is known, in words.
pub(crate) fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "مذكور في النص",
        DateBasis::Inferred => "مستنتَج",
        DateBasis::Editor => "من المحرّر",
    }
}

/// The English name of a basis, for class names.
pub(crate) fn basis_name(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Inferred => "inferred",
        DateBasis::Editor => "editor",
    }
}

/// The heading of an index of entities, and how one is counted.
pub(crate) fn kind(kind: EntityKind) -> (&'static str, Noun) {
    match kind {
        EntityKind::Person => ("أشخاص", PERSON),
        EntityKind::Organization => ("جهات", BODY),
        EntityKind::Place => ("أماكن", PLACE),
    }
}

/// One entity of a kind: «شخص», «جهة», «مكان».
pub(crate) fn kind_of_one(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "شخص",
        EntityKind::Organization => "جهة",
        EntityKind::Place => "مكان",
    }
}

/// What a cut piece was.
pub(crate) fn removed(kind: RemovedKind) -> &'static str {
    match kind {
        RemovedKind::Navigation => "عناصر التصفّح",
        RemovedKind::Search => "مربع بحث",
        RemovedKind::Share => "أزرار المشاركة",
        RemovedKind::Counter => "عدّاد",
        RemovedKind::Date => "سطر التاريخ",
        RemovedKind::Byline => "سطر الكاتب",
        RemovedKind::Source => "سطر المصدر",
        RemovedKind::Caption => "تعليق صورة",
        RemovedKind::Advertisement => "إعلان",
        RemovedKind::Tags => "وسوم",
        RemovedKind::Related => "خبر آخر",
        RemovedKind::Repetition => "نص مكرّر",
        RemovedKind::Comments => "تعليقات القراء",
        RemovedKind::Newsletter => "اشتراك في النشرة",
        RemovedKind::Cookie => "ملفات الارتباط والخصوصية",
        RemovedKind::Copyright => "حقوق النشر",
        RemovedKind::Tools => "أدوات الصفحة",
        RemovedKind::Headline => "العنوان",
        RemovedKind::FrontMatter => "الترويسة",
        RemovedKind::Whitespace => "مسافات وأسطر فارغة",
        RemovedKind::Editor => "حذفه المحرّر",
        RemovedKind::Other => "غير ذلك",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_plural_forms() {
        let words = Words::of(&Config::default());
        let said: Vec<String> = [0, 1, 2, 3, 11, 100, 103].map(|n| words.counted(n, ARTICLE)).into();
        assert_eq!(said, ["لا مواد", "مادة واحدة", "مادتان", "3 مواد", "11 مادة", "100 مادة", "103 مواد"]);
        assert_eq!(words.counted_oblique(2, TIMES), "مرتين");
        assert_eq!(words.counted_oblique(2, OUTLET), "وسيلتي إعلام");
    }

    #[test]
    fn digits_follow_the_settings() {
        let words = Words::of(&Config { digits: Digits::Arab, ..Config::default() });
        assert_eq!(words.number(12_345), "١٢٬٣٤٥");
        assert_eq!(words.percent(30), "٣٠٪");
    }

    #[test]
    fn rounds_are_in_words() {
        let words = Words::of(&Config::default());
        assert_eq!(words.ordinal(11, is_feminine("الجولة")), "الحادية عشرة");
        assert_eq!(words.ordinal(2, is_feminine("الاجتماع")), "الثاني");
        assert_eq!(words.ordinal(2, is_feminine("الجلسة الفنية")), "الثانية");
    }
}
