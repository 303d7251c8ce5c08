//! What before a name says that a person follows: a title, a verb of saying, an adjective of a nation.

use super::super::lexicon::*;
use super::reading::Readings;
use crate::arabic::word_list::WordList;

/// Adjectives between a title and a name that say nothing else, folded.
static BETWEEN: WordList = WordList::of(&[
    "السابق",
    "السابقه",
    "الاسبق",
    "الحالي",
    "الحاليه",
    "الراحل",
    "الراحله",
    "الجديد",
    "الجديده",
    "العام",
    "العامه",
    "الاول",
    "الاولي",
    "الاعلي",
    "الثاني",
    "الدولي",
    "الدوليه",
    "المنتخب",
    "المخلوع",
    "التنفيذي",
    "الفني",
    "الوطني",
    "الشاب",
    "المساعد",
    "الخاص",
    "المصاب",
    "الشهير",
    "الكبير",
    "المعروف",
    "الاسلامي",
    "السياسي",
    "الاعلامي",
    "الاميركي",
    "اليهودي",
]);

/// What stands before a name, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    None,
    /// An adjective of a nation, or a title some words away.
    Near,
    /// An office without «ال» right before, which rather holds over a place or a club («مدرب إشبيلية») than introduces a name.
    Office,
    /// A verb of saying or doing right before or behind.
    Said,
    /// A title, with nothing but its complements between.
    Titled,
}

impl Cue {
    pub(super) const fn reason(self) -> &'static str {
        match self {
            Self::None => "أسماء أعلام متتالية",
            Self::Office => "أسماء أعلام بعد منصب",
            Self::Near => "اسم بعد نسبة إلى بلد",
            Self::Said => "اسم مع فعل قول",
            Self::Titled => "اسم بعد منصب أو لقب",
        }
    }
}

/// What stands before a word.
pub(super) fn cue(readings: &Readings<'_>, at: usize) -> Cue {
    if readings.skipped(at) > 0 && !readings.words.at(at)[..readings.skipped(at)].ends_with(['ل', 'ب', 'ك']) {
        return Cue::None;
    }
    let mut before = at;
    let mut complements = 0;
    while let Some(index) = before.checked_sub(1).filter(|&index| readings.words.same_paragraph(index, at)) {
        before = index;
        let kinds = readings.kinds(index);
        let word = readings.bare(index);
        if readings.words.is_quotation_mark(index) || word == "/" {
            continue;
        }
        if kinds & TITLE != 0 && !(complements == 0 && kinds & SPEECH != 0 && kinds & COMMON != 0 && !word.starts_with("ال")) {
            let definite = word.starts_with("ال") || complements > 0 && !is_bare_adjective(readings, index + 1);
            return match () {
                () if definite || DIRECT.contains(word) || is_possessed(word) => Cue::Titled,
                () if complements > 0 => Cue::Near,
                () => Cue::Office,
            };
        }
        if complements > 0 && matches!(word, "رجل" | "سيده") && matches!(readings.words.at(index + 1), "الاعمال" | "الدين")
        {
            return Cue::Titled;
        }
        if complements == 0 && CALLED.contains(word) {
            return Cue::Titled;
        }
        if complements == 0 && kinds & SPEECH != 0 && readings.skipped(at) == 0 {
            return Cue::Said;
        }
        let complement = kinds & NATION != 0
            || BETWEEN.contains(word)
            || (word.starts_with("ال") && readings.skipped(index) == 0 && !matches!(word, "الذي" | "التي" | "الي" | "الا" | "الان"))
            || kinds & (COUNTRY | ORG_HEAD) != 0 && readings.skipped(index) == 0;
        complements += 1;
        if !complement || complements > 5 {
            break;
        }
    }
    if at > 0 && readings.is(at - 1, NATION) && readings.words.same_paragraph(at - 1, at) { Cue::Near } else { Cue::None }
}

/// Titles and kin that stand right before a name without «ال», folded.
static DIRECT: WordList = WordList::of(&[
    "دكتور",
    "دكتوره",
    "بروفسور",
    "بروفيسور",
    "جنرال",
    "كولونيل",
    "ميجور",
    "كابتن",
    "مارشال",
    "اميرال",
    "ادميرال",
    "بابا",
    "ملا",
    "حاج",
    "مستر",
    "مسيو",
    "سنيور",
    "سناتور",
    "سيناتور",
    "ليدي",
    "كوتش",
    "شيخ",
    "سيد",
    "سيده",
    "اللورد",
    "السير",
    "نجل",
    "والد",
    "والده",
    "زوج",
    "زوجه",
    "شقيق",
    "ابنه",
    "حفيد",
    "كريمه",
    "صديق",
    "قديس",
    "شهيد",
    "رهينه",
    "مواطنه",
    "زميله",
    "ايه الله",
    "حجه الاسلام",
    "صديقه",
]);

/// Words that say that a name follows, folded.
static CALLED: WordList = WordList::of(&["اسمه", "اسمها", "يدعي", "تدعي", "المدعو", "المدعوه", "الملقب", "المكني"]);

/// «زميله», «نجلها»: one's own.
fn is_possessed(word: &str) -> bool {
    ["ها", "هم", "ه", "يه"].iter().any(|ending| word.ends_with(ending))
}

/// «وزير إسرائيلي»: an adjective of a nation without «ال».
fn is_bare_adjective(readings: &Readings<'_>, at: usize) -> bool {
    readings.is(at, NATION) && !readings.bare(at).starts_with("ال")
}
