//! What before a name says that a person follows: a title, a verb of saying, an adjective of a nation.

use super::reading::Readings;
use super::why::Why;
use crate::arabic::lexicon::{
    CALLED, COMMON, COUNTRY, DIRECT_TITLE, NATION, ORG_HEAD, OWN_ARTICLE, RELATIVE, SPEECH, TITLE,
    TITLE_ADJECTIVE,
};

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
    pub(super) const fn why(self) -> Why {
        match self {
            Self::None => Why::Row,
            Self::Office => Why::Office,
            Self::Near => Why::Nation,
            Self::Said => Why::Said,
            Self::Titled => Why::Titled,
        }
    }
}

/// What stands before a word.
pub(super) fn cue(readings: &Readings<'_>, at: usize) -> Cue {
    if readings.skipped(at) > 0
        && !readings.words.at(at)[..readings.skipped(at)].ends_with(['ل', 'ب', 'ك'])
    {
        return Cue::None;
    }
    let mut before = at;
    let mut complements = 0;
    while let Some(index) =
        before.checked_sub(1).filter(|&index| readings.words.same_paragraph(index, at))
    {
        before = index;
        let kinds = readings.kinds(index);
        let word = readings.bare(index);
        let of_word = readings.bare_kinds(index);
        if readings.words.is_quotation_mark(index) || word == "/" {
            continue;
        }
        if kinds.any(TITLE)
            && !(complements == 0
                && kinds.any(SPEECH)
                && kinds.any(COMMON)
                && !word.starts_with("ال"))
        {
            let definite = word.starts_with("ال")
                || complements > 0 && !is_bare_adjective(readings, index + 1);
            return match () {
                () if definite || of_word.any(DIRECT_TITLE) || is_possessed(word) => Cue::Titled,
                () if complements > 0 => Cue::Near,
                () => Cue::Office,
            };
        }
        if complements > 0
            && matches!(word, "رجل" | "سيده")
            && matches!(readings.words.at(index + 1), "الاعمال" | "الدين")
        {
            return Cue::Titled;
        }
        if complements == 0 && of_word.any(CALLED) {
            return Cue::Titled;
        }
        if complements == 0 && kinds.any(SPEECH) && readings.skipped(at) == 0 {
            return Cue::Said;
        }
        let complement = kinds.any(NATION)
            || of_word.any(TITLE_ADJECTIVE)
            || (word.starts_with("ال")
                && readings.skipped(index) == 0
                && !of_word.any(RELATIVE | OWN_ARTICLE))
            || kinds.any(COUNTRY | ORG_HEAD) && readings.skipped(index) == 0;
        complements += 1;
        if !complement || complements > 5 {
            break;
        }
    }
    if readings.kinds_before(at).any(NATION) { Cue::Near } else { Cue::None }
}

/// «زميله», «نجلها»: one's own.
fn is_possessed(word: &str) -> bool {
    ["ها", "هم", "ه", "يه"].iter().any(|ending| word.ends_with(ending))
}

/// «وزير إسرائيلي»: an adjective of a nation without «ال».
fn is_bare_adjective(readings: &Readings<'_>, at: usize) -> bool {
    readings.is(at, NATION) && !readings.bare(at).starts_with("ال")
}
