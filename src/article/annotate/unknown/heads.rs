//! Heads and joins: the words that open a name by a rule, and those behind which one stands.

use crate::arabic::word_list::WordList;

/// Whether a word without its proclitics opens a name, though no list of names has it;
/// `behind_lam` is what follows a second lam that stands for the article.
pub(super) fn opens(bare: &str, behind_lam: Option<&str>) -> bool {
    let definite = |word: &str| DEFINITE.contains(word) || BROAD_DEFINITE.contains(word);
    let body = STRONG.contains(bare) || BROAD.contains(bare) || FIELDS.contains(bare) || definite(bare);
    let place = INSIDE.contains(bare) || COMPASS.contains(bare);
    let person = JOINS.contains(bare) || FOREIGN_JOINS.contains(bare);
    body || place || person || behind_lam.is_some_and(|rest| definite(&format!("ال{rest}")))
}

/// Whether names stand behind a word without its proclitics.
pub(super) fn introduces(bare: &str) -> bool {
    introduces_bodies(bare) || BEFORE_PLACES.contains(bare)
}

/// Whether organizations stand behind a word without its proclitics.
pub(super) fn introduces_bodies(bare: &str) -> bool {
    BEFORE_BODIES.contains(bare) || matches!(bare, "الصحيفه" | "القناه" | "الشركه" | "الفريق" | "النادي" | "حركه" | "تنظيم")
}

/// Heads that belong to the name whatever follows, folded.
pub(super) static STRONG: WordList = WordList::of(&[
    "برلمان",
    "وكاله",
    "كتله",
    "متحف",
    "مستشفي",
    "اكاديميه",
    "بورصه",
    "تيار",
    "تلفزيون",
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
]);

/// Heads with «ال» that an adjective makes into a name, folded.
pub(super) static DEFINITE: WordList = WordList::of(&[
    "المعهد",
    "المتحف",
    "الديوان",
    "الجبهه",
    "المجلس",
    "الاتحاد",
    "البنك",
    "المنتخب",
    "الحزب",
    "المنظمه",
    "الهيءه",
    "الجمعيه",
    "الجامعه",
    "المحكمه",
    "السلطه",
]);

/// Heads of bodies that are everyday words too: only a longer complement makes a name of them, folded.
pub(super) static BROAD: WordList =
    WordList::of(&["لجنه", "مركز", "دار", "مكتب", "قوات", "غرفه", "داءره", "سلطه", "مديريه", "شركه", "امانه", "جهاز", "مجموعه"]);

/// Heads with «ال» that only two complements make into a name, folded.
pub(super) static BROAD_DEFINITE: WordList =
    WordList::of(&["المءسسه", "المركز", "المكتب", "اللجنه", "الشركه", "القوات", "الخطوط", "المجموعه", "الوكاله", "الكليه"]);

/// Fields by which ministries are called, folded.
pub(super) static FIELDS: WordList = WordList::of(&["الخارجيه", "الداخليه", "الدفاع"]);

/// Heads behind which only the name itself is marked, folded.
pub(super) static BEFORE_BODIES: WordList = WordList::of(&[
    "صحيفه",
    "جريده",
    "مجله",
    "قناه",
    "شركه",
    "فريق",
    "نادي",
    "مجموعه",
    "موقع",
    "شبكه",
    "محطه",
    "اذاعه",
    "تلفزيون",
    "لصحيفه",
    "بصحيفه",
]);

/// Heads that are part of the name, folded.
pub(super) static INSIDE: WordList = WordList::of(&[
    "مطار",
    "استاد",
    "ستاد",
    "ملعب",
    "مسجد",
    "بحر",
    "وادي",
    "قصر",
    "ميدان",
    "نهر",
    "قطاع",
    "خليج",
    "مضيق",
    "بحيره",
    "جبل",
    "جبال",
    "جمهوريه",
    "ميناء",
    "معبر",
    "جامع",
    "ضريح",
    "قاعده",
    "برج",
    "جسر",
    "ساحه",
]);

/// Heads behind which only the name itself is marked, folded.
pub(super) static BEFORE_PLACES: WordList = WordList::of(&[
    "منطقه",
    "حي",
    "شارع",
    "ثغر",
    "سكان",
    "مدينه",
    "محافظه",
    "ولايه",
    "بلده",
    "قريه",
    "اقليم",
    "مقاطعه",
    "ناحيه",
    "قضاء",
    "مخيم",
    "جزيره",
    "ضاحيه",
    "بلدتي",
    "قريتي",
    "مدينتي",
    "مرفا",
    "منتجع",
]);

/// The points of the compass, folded.
pub(super) static COMPASS: WordList = WordList::of(&["شمال", "جنوب", "شرق", "غرب", "وسط"]);

/// Words that open a name together with the one behind, folded: «أبو علاء», «عبد المعين», «فان نيستلروي».
pub(super) static JOINS: WordList = WordList::of(&["ابو", "ابي", "ابا", "عبد", "ابن", "بن"]);

/// Joins of names of other languages, folded.
pub(super) static FOREIGN_JOINS: WordList = WordList::of(&["فان", "فون"]);
