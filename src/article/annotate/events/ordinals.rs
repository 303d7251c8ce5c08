//! «الجولة الثالثة», «ثالث جولة», «الجولتين الأولى والثانية».

use super::super::words::Words;
use crate::arabic::fold::folded;
use crate::arabic::word_list::WordList;

/// Ordinals up to twelve, folded: masculine, feminine.
const ORDINALS: [(&str, &str); 12] = [
    ("اول", "اولي"),
    ("ثاني", "ثانيه"),
    ("ثالث", "ثالثه"),
    ("رابع", "رابعه"),
    ("خامس", "خامسه"),
    ("سادس", "سادسه"),
    ("سابع", "سابعه"),
    ("ثامن", "ثامنه"),
    ("تاسع", "تاسعه"),
    ("عاشر", "عاشره"),
    ("حادي", "حاديه"),
    ("ثاني عشر", "ثانيه عشره"),
];

/// What all forms of a unit begin with, folded: «جول» of «جولة».
pub(in super::super) fn stem(unit: &str) -> String {
    folded(unit).trim_end_matches('ه').to_owned()
}

/// Every ordinal that counts the unit of this [`stem`] in these words, with its first and last word.
pub(in super::super) fn ordinals(words: &Words<'_>, (from, to): (usize, usize), stem: &str) -> Vec<(u32, (usize, usize))> {
    let mut found = Vec::new();
    for index in from..to {
        if !is_unit(words.at(index), stem) {
            continue;
        }
        if let Some(ordinal) = index.checked_sub(1).filter(|&before| before >= from).and_then(|before| before_unit(words.at(before))) {
            found.push((ordinal, (index - 1, index)));
        }
        let mut next = index + 1;
        while let Some(ordinal) = (next < to).then(|| behind_unit(words.at(next))).flatten() {
            found.push((ordinal, (index, next)));
            next += 1;
        }
    }
    found
}

/// Whether the words go on about talks that were named before.
pub(super) fn speaks_of_talks(words: &Words<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).any(|index| OF_TALKS.contains(bare(words.at(index))))
}

/// Words by which a sentence goes on about talks that were named before, folded, without «ال».
static OF_TALKS: WordList = WordList::of(&["محادثات", "مباحثات", "مفاوضات", "حوار", "جوله", "جولات", "جلسه", "جلستان", "اجتماعات"]);

/// A folded word without conjunction, preposition and article.
fn bare(word: &str) -> &str {
    let stripped = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
    stripped.strip_prefix("ال").or_else(|| stripped.strip_prefix("لل")).unwrap_or(word.strip_prefix("ال").unwrap_or(word))
}

fn is_unit(word: &str, stem: &str) -> bool {
    let rest = |word: &str| {
        word.strip_prefix(stem).map(|rest| matches!(rest, "" | "ه" | "ات" | "تين" | "تان" | "ين" | "ان" | "ته" | "تها" | "اته" | "اتها"))
    };
    rest(bare(word)).or_else(|| rest(word)).unwrap_or(false)
}

/// «ثالث» before «جولة».
fn before_unit(word: &str) -> Option<u32> {
    let word = word.strip_prefix(['و', 'ب', 'ف', 'ل', 'ك']).unwrap_or(word);
    ORDINALS.iter().position(|(masculine, _)| *masculine == word).map(|at| at as u32 + 1)
}

/// «الثالثة» behind «الجولة», or «والرابعة» behind that.
fn behind_unit(word: &str) -> Option<u32> {
    let word = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")).unwrap_or(word);
    let bare = word.strip_prefix("ال").unwrap_or(word);
    ORDINALS
        .iter()
        .position(|(masculine, feminine)| *feminine == bare || (*masculine == bare && word.starts_with("ال")))
        .map(|at| at as u32 + 1)
}
