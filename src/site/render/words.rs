//! The words of the interface: counted nouns, ordinals, statuses, digits. Templates get them ready.

use crate::arabic::calendar::MonthStyle;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{ISSUED_TEXT, LABEL_PREPOSITION, MEETING, is};
use crate::arabic::numbers::ordinal::ordinal;
use crate::arabic::numbers::{Case, Digits, Gender};
use crate::arabic::plural::{CountedNoun, counted};
use crate::config::Config;
use crate::document::{DateBasis, RemovedKind};
use crate::knowledge::{EntityKind, Event, Series, Status};

pub(super) use crate::arabic::plural::nouns::{
    ARTICLE, EVENT, PERSON, PLACE_IN_TEXT as SPOT, REPORT, TOPIC, WORD,
};
use crate::arabic::plural::nouns::{ORGANIZATION as BODY, PLACE};

/// How generated text is written on this site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(super) style: MonthStyle,
    pub(super) hijri: bool,
}

impl Words {
    /// As the settings want it.
    pub(crate) fn of(config: &Config) -> Self {
        Self { style: config.month_style(), hijri: config.hijri }
    }

    /// Digits of a text that the program made, in the site's numeral system.
    pub(crate) fn digits(self, text: &str) -> String {
        self.style.digits.of(text)
    }

    /// The setting that chose the digits: `latn` or `arab`.
    pub(crate) fn digits_name(self) -> &'static str {
        if self.style.digits == Digits::ArabicIndic { "arab" } else { "latn" }
    }

    /// The twelve names of the months, joined by «،».
    pub(crate) fn months(self) -> String {
        (1..=12).map(|month| self.style.names.name(month)).collect::<Vec<_>>().join("،")
    }

    /// A whole number with its separators.
    pub(crate) fn number(self, n: usize) -> String {
        self.style.digits.grouped(n as u64)
    }

    /// A year: no separators.
    pub(crate) fn year(self, year: i32) -> String {
        self.digits(&year.to_string())
    }

    /// A number with its counted noun: «لا مواد، مادة واحدة، مادتان، 3 مواد، 11 مادة».
    pub(crate) fn counted(self, n: usize, noun: CountedNoun) -> String {
        counted(n as u64, &noun, Case::Nominative, self.style.digits)
    }

    /// The same after a preposition or as an object: «في مادتين، مرتين».
    pub(crate) fn counted_oblique(self, n: usize, noun: CountedNoun) -> String {
        counted(n as u64, &noun, Case::Oblique, self.style.digits)
    }

    /// Hundredths: «30%», «٣٠٪».
    pub(crate) fn percent(self, percent: usize) -> String {
        let sign = if self.style.digits == Digits::ArabicIndic { '٪' } else { '%' };
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
        let number = event.ordinal?;
        let label = event.ordinal_label.as_deref().or(series.unit.as_deref())?;
        let gender = if is_feminine(label) { Gender::Feminine } else { Gender::Masculine };
        let nth = ordinal(number, gender, Case::Nominative)
            .unwrap_or_else(|| format!("رقم {}", self.number(number as usize)));
        let (unit, rest) = unit_of(label);
        Some(
            [unit, nth, rest]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }
}

fn definite(unit: &str) -> String {
    if unit.has_article() { unit.to_owned() } else { format!("ال{unit}") }
}

/// What is counted with its adjectives, definite, and what stands behind the ordinal: «الجلسة الفنية» of «جلسة فنية»,
/// «الاجتماع» and «على مستوى القادة» of «اجتماع على مستوى القادة».
fn unit_of(label: &str) -> (String, String) {
    let words: Vec<&str> = label.split_whitespace().collect();
    let preposition =
        words.iter().position(|word| is(&folded(word), LABEL_PREPOSITION)).unwrap_or(words.len());
    let (unit, rest) = words.split_at(preposition);
    (unit.iter().map(|word| definite(word)).collect::<Vec<_>>().join(" "), rest.join(" "))
}

fn is_feminine(unit: &str) -> bool {
    unit.split_whitespace().next().is_some_and(|word| word.ends_with('ة'))
}

/// The status of an event in words.
pub(crate) fn status(event: &Event, status: Status) -> &'static str {
    match status {
        Status::Held if is_meeting(event) => "انعقد",
        Status::Held if is_statement(event) => "صدر",
        Status::Held => "وقع",
        Status::Announced => "أُعلن عنه",
        Status::Reported => "وفق تقارير",
        Status::Disputed => "مختلَف فيه",
        Status::Postponed => "أُرجئ",
        Status::Cancelled => "أُلغي",
    }
}

fn is_meeting(event: &Event) -> bool {
    event.ordinal.is_some() || is(&first_word(event), MEETING)
}

fn is_statement(event: &Event) -> bool {
    is(&first_word(event), ISSUED_TEXT)
}

/// The first word of an event's name, folded, without «ال».
fn first_word(event: &Event) -> String {
    let first = folded(event.name.split_whitespace().next().unwrap_or_default());
    first.without_article().to_owned()
}

/// How a date is known, in words.
pub(crate) fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "مذكور في الصفحة",
        DateBasis::Page => "مطبوع عند المادة",
        DateBasis::Inferred => "مستنتَج",
        DateBasis::Editor => "من المحرّر",
    }
}

/// The English name of a basis, for class names.
pub(crate) fn basis_name(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Page => "page",
        DateBasis::Inferred => "inferred",
        DateBasis::Editor => "editor",
    }
}

/// The heading of an index of entities, and how one is counted.
pub(crate) fn kind(kind: EntityKind) -> (&'static str, CountedNoun) {
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
    use crate::arabic::plural::nouns::TIME;

    #[test]
    fn six_plural_forms() {
        let words = Words::of(&Config::default());
        let said: Vec<String> =
            [0, 1, 2, 3, 11, 100, 103].map(|n| words.counted(n, ARTICLE)).into();
        assert_eq!(
            said,
            ["لا مواد", "مادة واحدة", "مادتان", "3 مواد", "11 مادة", "100 مادة", "103 مواد"]
        );
        assert_eq!(words.counted_oblique(2, TIME), "مرتين");
    }

    #[test]
    fn digits_follow_the_settings() {
        let words = Words::of(&Config { digits: Digits::ArabicIndic, ..Config::default() });
        assert_eq!(words.number(12_345), "١٢٬٣٤٥");
        assert_eq!(words.percent(30), "٣٠٪");
    }

    #[test]
    fn rounds_are_in_words() {
        assert!(is_feminine("الجلسة الفنية") && !is_feminine("الاجتماع"));
        assert_eq!(definite("جولة"), "الجولة");
        assert_eq!(unit_of("جلسة فنية"), ("الجلسة الفنية".to_owned(), String::new()));
        assert_eq!(
            unit_of("اجتماع على مستوى القادة"),
            ("الاجتماع".to_owned(), "على مستوى القادة".to_owned())
        );
    }
}
