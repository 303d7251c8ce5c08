//! People: given and family names, and strange words that a title or a verb of saying betrays.

use super::super::lexicon::*;
use super::Named;
use super::reading::Readings;
use crate::knowledge::EntityKind;

/// Words inside a name that need another behind them, folded.
const JOINS: [&str; 28] = [
    "بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "ال", "عبد", "دي", "دو", "دا", "دوس", "لا", "لو", "فان", "فون", "دير", "ديل", "ماك",
    "سان", "او", "بو", "ولد", "دل", "تير", "بني", "الله",
];

/// The longest name, in words.
const LONGEST: usize = 6;

/// Adjectives between a title and a name that say nothing else, folded.
const BETWEEN: [&str; 34] = [
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
];

/// A name that begins with a listed one.
pub(super) fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let start = start(readings, at)?;
    let last = extend(readings, at, start.last);
    let cue = cue(readings, at);
    let kinds = start.kinds;
    let several = last > at;
    // «شهر رمضان», «من رجب».
    if !several && matches!(readings.bare(at), "رمضان" | "شعبان" | "رجب" | "صفر") && cue != Cue::Titled {
        return None;
    }
    let sure = match () {
        () if several && kinds & GIVEN != 0 => {
            kinds & (COMMON | PLACE | COUNTRY) == 0
                || cue == Cue::Titled
                || (readings.is(last, GIVEN | FAMILY) && !readings.is(last, COMMON))
        }
        () if several && kinds & FAMILY == 0 => readings.is(last, GIVEN | FAMILY | RARE_FAMILY) && cue > Cue::None || cue == Cue::Titled,
        () if several => kinds & (COMMON | PLACE | COUNTRY) == 0 || cue > Cue::None,
        () if kinds & FAMILY != 0 => {
            (kinds & (COMMON | PLACE | COUNTRY | ORG | NATION) == 0 && !is_shadowed(readings, at)) || cue >= Cue::Said
        }
        () if kinds & GIVEN != 0 => {
            cue >= Cue::Said && (kinds & (COMMON | COUNTRY | PLACE) == 0 || cue == Cue::Titled)
                || (kinds & (COMMON | COUNTRY | PLACE | RARE_PLACE | TITLE | SPEECH | ORG) == 0
                    && is_long(readings, at)
                    && !is_shadowed(readings, at)
                    && !super::pattern::fits(readings.bare(at)))
        }
        () => cue == Cue::Titled && kinds & COMMON == 0,
    };
    sure.then_some(Named { kind: EntityKind::Person, first: at, skipped: readings.skipped(at), last, reason: cue.reason() })
}

/// A strange word that a cue makes a name; `before` is the name found last.
pub(super) fn cued(readings: &Readings<'_>, at: usize, before: Option<&Named>) -> Option<Named> {
    let strange = readings.is_strange(at) || (readings.kinds(at) & RARE_PLACE != 0 && readings.kinds(at) & (COMMON | GIVEN) == 0);
    if !strange || readings.skipped(at) > 0 && !readings.is(at, RARE_PLACE) {
        return None;
    }
    let cue = cue(readings, at);
    let last = extend(readings, at, at);
    let foreign = readings.is_foreign(at);
    let sure = match cue {
        Cue::Titled => foreign || last > at || readings.words.at(at).chars().count() > 3 && is_right_behind_title(readings, at),
        Cue::Said => foreign && (last > at || !ends_as_grammar(readings.words.at(at))),
        Cue::Near => foreign && last > at || foreign && readings.words.at(at).chars().count() > 4 && is_right_behind_nation(readings, at),
        Cue::None if last == at => readings.is_very_foreign(at) && !is_after_preposition(readings, at),
        Cue::None => {
            foreign && (at + 1..=last).all(|index| readings.is_foreign(index) || readings.is(index, GIVEN | FAMILY)) && (last - at) < 4
        }
    };
    let adjoining = before.is_some_and(|name| name.last + 1 == at && name.kind != EntityKind::Person && cue == Cue::None);
    (sure && !adjoining).then_some(Named { kind: EntityKind::Person, first: at, skipped: readings.skipped(at), last, reason: cue.reason() })
}

/// How a name begins.
struct Start {
    last: usize,
    kinds: Kinds,
}

fn start(readings: &Readings<'_>, at: usize) -> Option<Start> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds & (GIVEN | FAMILY | RARE_FAMILY) != 0
    {
        return Some(Start { last, kinds });
    }
    let word = readings.bare(at);
    // «أبو علاء», «بن علي», «عبد المعين»: a join and a word behind it open a name too.
    if matches!(word, "ابو" | "ابي" | "ابا" | "عبد" | "ابن" | "بن") && readings.goes_on(at, at + 1) && !readings.is(at + 1, COMMON & !GIVEN)
    {
        let next = at + 1;
        let named =
            readings.is(next, GIVEN | FAMILY | RARE_FAMILY) || readings.words.at(next).starts_with("ال") || readings.is_strange(next);
        return named.then_some(Start { last: next, kinds: GIVEN });
    }
    let kinds = readings.kinds(at);
    (kinds & (GIVEN | FAMILY | RARE_FAMILY) != 0).then_some(Start { last: at, kinds })
}

/// The last word of the name that begins at `first` and is sure up to `last`.
pub(super) fn extend(readings: &Readings<'_>, first: usize, mut last: usize) -> usize {
    let arabic = readings.is(first, GIVEN);
    let mut surnames = 0;
    while last - first + 1 < LONGEST {
        let next = last + 1;
        if !readings.goes_on(first, next) {
            break;
        }
        let word = readings.words.at(next);
        let joined = JOINS.contains(&word) && readings.goes_on(first, next + 1) && is_joined(readings, next + 1, word);
        if joined {
            last = next + 1;
        } else if matches!(word, "الله" | "الدين" | "الرحمن" | "الاسلام") || (surnames == 0 && goes_on(readings, first, last, next))
        {
            last = next;
        } else if is_surname(readings, next, arabic) && surnames < 2 && (last == first || !is_participle(readings.words.at(next))) {
            surnames += 1;
            last = next;
        } else {
            break;
        }
    }
    last
}

/// Whether a word without «ال» goes on with the name that stands from `first` to `last`.
fn goes_on(readings: &Readings<'_>, first: usize, last: usize, at: usize) -> bool {
    is_part(readings, at) && (readings.kinds(at) != 0 || goes_on_strangely(readings, first, last, at))
}

/// Whether a strange word goes on with a name: right behind the given name, or with the look of a foreign name.
fn goes_on_strangely(readings: &Readings<'_>, first: usize, last: usize, at: usize) -> bool {
    let word = readings.words.at(at);
    let foreign = readings.is_foreign(at) && !ends_as_grammar(word) && !word.starts_with("لي");
    let given = readings.is(first, GIVEN | RARE_FAMILY) || readings.kinds(first) == 0;
    foreign && given || (last == first && readings.is(first, GIVEN) && !word.starts_with(['ي', 'ل', 'ب', 'س', 'ت']))
}

/// «الحائز», «المحترف»: a participle that goes on with the sentence.
fn is_participle(word: &str) -> bool {
    let stem: Vec<char> = word.chars().skip(2).collect();
    let ends = stem.last() == Some(&'ي');
    !ends && (stem.first() == Some(&'م') || stem.get(1) == Some(&'ا') && stem.len() >= 4)
}

/// Whether a word can stand behind «بن», «أبو», «دي» inside a name.
fn is_joined(readings: &Readings<'_>, at: usize, join: &str) -> bool {
    let kinds = readings.kinds(at);
    match join {
        "لا" | "او" | "ام" | "ال" if kinds & (COMMON | TITLE) != 0 => false,
        "لا" | "او" | "ام" => readings.is_strange(at) && readings.words.at(at).chars().count() > 3,
        "عبد" => readings.words.at(at).starts_with("ال") || kinds & GIVEN != 0,
        _ => {
            kinds & (GIVEN | FAMILY | RARE_FAMILY) != 0
                || kinds & (COMMON | SPEECH) == 0
                || (kinds & SPEECH == 0 && readings.words.at(at).starts_with("ال"))
        }
    }
}

/// Whether a word without «ال» can go on with a name.
fn is_part(readings: &Readings<'_>, at: usize) -> bool {
    let kinds = readings.kinds(at);
    // «عز الدين», «نصر الله»
    if kinds & FAMILY != 0
        || (matches!(readings.words.after(at), "الدين" | "الله")
            && kinds & SPEECH == 0
            && !readings.words.at(at).starts_with("ال")
            && readings.words.at(at) != "رسول")
    {
        return true;
    }
    if kinds & GIVEN != 0 {
        return kinds & (COMMON | COUNTRY) == 0 || readings.is(at + 1, GIVEN | FAMILY) && readings.is(at - 1, GIVEN);
    }
    if kinds & RARE_FAMILY != 0 {
        return kinds & (COMMON | TITLE | SPEECH) == 0;
    }
    let word = readings.words.at(at);
    let free = !word.starts_with('و') || word.chars().count() < 5;
    // Names built from roots («محفوظ», «مكتوم») are told from verbs by their first letter.
    let built = kinds == 0
        && readings.is(at - 1, GIVEN)
        && readings.skipped(at - 1) == 0
        && word.starts_with('م')
        && word.chars().count() == 5
        && word.chars().nth(3) == Some('و');
    !word.starts_with("ال") && free && (built || readings.is_strange(at) || (kinds & RARE_PLACE != 0 && kinds & !RARE_PLACE == 0))
}

/// Whether a word with «ال» can close a name that began with a given one: «الجنيبي», «المعلم», «الثاني».
fn is_surname(readings: &Readings<'_>, at: usize, arabic: bool) -> bool {
    /// Trades and titles that are family names too, and the numbers of kings, folded.
    const TRADES: [&str; 30] = [
        "السيد",
        "الشيخ",
        "المعلم",
        "الحكيم",
        "الخطيب",
        "القاضي",
        "الامير",
        "الحاج",
        "المهندس",
        "الجندي",
        "الشاعر",
        "الصباح",
        "الجميل",
        "الاحمر",
        "الاسود",
        "العالم",
        "الكاتب",
        "الراعي",
        "النجار",
        "الحداد",
        "الخياط",
        "الصباغ",
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
    ];
    let word = readings.words.at(at);
    if !arabic || !word.starts_with("ال") || word.chars().count() < 5 {
        return false;
    }
    let kinds = readings.kinds(at);
    let bare_participle = kinds == 0 && word.starts_with("الم") && !word.ends_with('ي') && is_participle(word);
    kinds & (GIVEN | FAMILY | RARE_FAMILY) != 0
        || (kinds & !(RARE_PLACE | PLACE | NATION) == 0 && !bare_participle)
        || (TRADES.contains(&word) && !readings.is(at + 1, GIVEN))
}

/// What stands before a name, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cue {
    None,
    /// An adjective of a nation, or a title some words away.
    Near,
    /// A verb of saying or doing right before or behind.
    Said,
    /// A title, with nothing but its complements between.
    Titled,
}

impl Cue {
    const fn reason(self) -> &'static str {
        match self {
            Self::None => "أسماء أعلام متتالية",
            Self::Near => "اسم بعد نسبة إلى بلد",
            Self::Said => "اسم مع فعل قول",
            Self::Titled => "اسم بعد منصب أو لقب",
        }
    }
}

fn cue(readings: &Readings<'_>, at: usize) -> Cue {
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
            return Cue::Titled;
        }
        if complements == 0 && kinds & SPEECH != 0 && readings.skipped(at) == 0 {
            return Cue::Said;
        }
        let complement = kinds & NATION != 0
            || BETWEEN.contains(&word)
            || (word.starts_with("ال") && readings.skipped(index) == 0 && !matches!(word, "الذي" | "التي" | "الي" | "الا" | "الان"))
            || kinds & (COUNTRY | ORG_HEAD) != 0 && readings.skipped(index) == 0;
        complements += 1;
        if !complement || complements > 5 {
            break;
        }
    }
    if at > 0 && readings.is(at - 1, NATION) && readings.words.same_paragraph(at - 1, at) { Cue::Near } else { Cue::None }
}

/// Whether a strange word ends as plurals, duals and accusatives do.
fn ends_as_grammar(word: &str) -> bool {
    ["ات", "ين", "ون", "ا", "ه", "ان", "هم", "كم", "نا"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() < 7
}

/// «في كالديرون» is rather a place.
fn is_after_preposition(readings: &Readings<'_>, at: usize) -> bool {
    matches!(readings.words.before(at), "في" | "الي" | "من" | "مدينه" | "قرب" | "شركه")
        || readings.is(at.wrapping_sub(1), PLACE_HEAD | ORG_HEAD)
}

fn is_right_behind_title(readings: &Readings<'_>, at: usize) -> bool {
    at > 0 && readings.is(at - 1, TITLE | NATION)
}

fn is_right_behind_nation(readings: &Readings<'_>, at: usize) -> bool {
    at > 0 && readings.is(at - 1, NATION)
}

/// Whether a single listed name more likely is part of the name of a place or an organization.
fn is_shadowed(readings: &Readings<'_>, at: usize) -> bool {
    at > 0 && readings.words.same_paragraph(at - 1, at) && readings.is(at - 1, PLACE_HEAD | ORG_HEAD) && !readings.is(at - 1, TITLE)
}

fn is_long(readings: &Readings<'_>, at: usize) -> bool {
    readings.bare(at).chars().count() > 3
}
