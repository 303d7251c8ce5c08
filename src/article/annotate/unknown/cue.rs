//! What before a name says that a person follows: a title, a verb of saying, an adjective of a nation.

use super::asked::{ANY, Asked, one_of};
use super::form::{DEFINITE, GLUED};
use super::reading::Readings;
use super::why::Why;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    CALLED, COMMON, COUNTRY, DIRECT_TITLE, Kinds, NATION, ORG_HEAD, OWN_ARTICLE, RANK_PART,
    RELATIVE, SPEECH, TITLE, TITLE_ADJECTIVE,
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

/// How many words stand between a title and the name at most.
const COMPLEMENTS: usize = 5;

/// What stands before a word.
pub(super) fn cue(readings: &Readings<'_>, at: usize) -> Cue {
    let onto = &readings.words.at(at)[..readings.skipped(at)];
    if !onto.is_empty() && !onto.ends_with(['ل', 'ب', 'ك']) {
        return Cue::None;
    }
    let words = readings.words;
    let is_mark = |index: usize| words.is_quotation_mark(index) || readings.bare(index) == "/";
    let before = (0..at).rev().take_while(|&index| words.same_paragraph(index, at));
    for (complements, index) in before.filter(|&index| !is_mark(index)).enumerate() {
        let shown = match complements {
            0 => right_before(readings, index, at),
            _ => some_words_before(readings, index),
        };
        if let Some(cue) = shown {
            return cue;
        }
        if complements == COMPLEMENTS || !is_complement(readings, index) {
            break;
        }
    }
    if readings.kinds_before(at).any(NATION) { Cue::Near } else { Cue::None }
}

/// What the word right before a name shows: «الوزير», «مدرب», «يدعى», «قال».
fn right_before(readings: &Readings<'_>, index: usize, at: usize) -> Option<Cue> {
    let kinds = readings.kinds(index);
    let is_definite = readings.bare(index).has_article();
    let is_saying = kinds.any(SPEECH);
    // «رأس»: what is a verb and a noun too is no title without «ال».
    let is_deed = is_saying && kinds.any(COMMON) && !is_definite;
    if kinds.any(TITLE) && !is_deed {
        let is_titled = is_definite || is_direct(readings, index);
        return Some(if is_titled { Cue::Titled } else { Cue::Office });
    }
    if readings.bare_kinds(index).any(CALLED) {
        return Some(Cue::Titled);
    }
    (is_saying && !readings.has_shape(at, GLUED)).then_some(Cue::Said)
}

/// What a word shows with its complements behind it: «وزير الخارجية», «وزير إسرائيلي», «رجل الأعمال».
fn some_words_before(readings: &Readings<'_>, index: usize) -> Option<Cue> {
    let word = readings.bare(index);
    if readings.is(index, TITLE) {
        let is_near = !word.has_article() && is_bare_adjective(readings, index + 1);
        let is_titled = !is_near || is_direct(readings, index);
        return Some(if is_titled { Cue::Titled } else { Cue::Near });
    }
    let is_man = matches!(word, "رجل" | "سيده")
        && matches!(readings.words.at(index + 1), "الاعمال" | "الدين");
    is_man.then_some(Cue::Titled)
}

/// «السيد», «نجلها»: a title that always stands before a name, or that somebody has.
fn is_direct(readings: &Readings<'_>, at: usize) -> bool {
    readings.bare_kinds(at).any(DIRECT_TITLE) || is_possessed(readings.bare(at))
}

/// Whether a word may stand between a title and the name: «الفرنسي», «الأول», «الخارجية», «مصر».
fn is_complement(readings: &Readings<'_>, at: usize) -> bool {
    const OWNERS: [Asked; 2] =
        [one_of(NATION), one_of(Kinds::of(&[COUNTRY, ORG_HEAD])).without(GLUED)];
    const WHOLE: Asked = ANY.with(DEFINITE).without(GLUED);
    let of_word = readings.bare_kinds(at);
    if readings.fits_one(at, &OWNERS) || of_word.any(TITLE_ADJECTIVE | RANK_PART) {
        return true;
    }
    readings.fits(at, WHOLE) && !of_word.any(RELATIVE | OWN_ARTICLE)
}

/// «زميله», «نجلها»: one's own.
fn is_possessed(word: &str) -> bool {
    ["ها", "هم", "ه", "يه"].iter().any(|ending| word.ends_with(ending))
}

/// «وزير إسرائيلي»: an adjective of a nation without «ال».
fn is_bare_adjective(readings: &Readings<'_>, at: usize) -> bool {
    readings.is(at, NATION) && !readings.bare(at).starts_with("ال")
}
