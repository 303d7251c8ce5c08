//! What stands before a word and is none of its letters; what no list knows.

use super::super::words::Words;
use super::agreement::{has_pronoun, tells_him};
use super::noun::{SAYS, SAYS_ON};
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    ACCORDING, ASKED_BESIDE, CHIEF, Kinds, OUTLET_HEAD, SPEAKER, SPELLED, STEM, THAT, WORK_TITLE,
    is, kinds,
};

/// Whether a folded word is a verb of saying, with «و» or «ف» before it too.
pub(super) fn is_saying(word: &str) -> bool {
    let says = |verb: &str| is(verb, SAYS) || tells_him(verb).is_some();
    says(word) || word.behind(AND | SO).is_some_and(says)
}

/// «فإن»: goes on with what somebody says.
pub(super) fn is_then_that(word: &str) -> bool {
    word.behind(SO).is_some_and(|rest| is(rest, THAT))
}

/// What a proclitic stands before, where a word has one for certain: «لوكالة», «بالقول»; not «بوزيان».
pub(super) fn clitic<'a>(words: &Words<'a>, index: usize) -> Option<&'a str> {
    let word = words.at(index);
    if let Some(rest) = word.behind_for_the() {
        return (rest.chars().count() > 2).then_some(rest);
    }
    let rest = word.behind(BY | FOR)?;
    let is_outlet = is(rest, OUTLET_HEAD);
    let is_whole = !listed_nowhere(words.kinds(index)) && !is_outlet;
    let is_known = has_article(rest) || !kinds(rest).without(ASKED_BESIDE).is_empty();
    (!is_whole && is_known && rest.chars().count() > 2).then_some(rest)
}

/// Whether a word has «ال», after a proclitic too; «إلياس» has none.
pub(super) fn is_definite(words: &Words<'_>, index: usize) -> bool {
    let written = words.written(index).without_all(AND | SO);
    has_article(words.at(index)) && !written.starts_with(['إ', 'أ', 'آ'])
}

/// Whether an office begins at a word that is an adjective elsewhere: «كبير المفاوضين», «وكبيرة مستشاريه».
pub(super) fn is_chief(words: &Words<'_>, index: usize) -> bool {
    let next = words.written(index + 1);
    let is_own = has_pronoun(next) && next.trim_end_matches(['ه', 'ا', 'م']).ends_with('ي');
    let are_several = words.at(index + 1).ends_with("ين") && is_definite(words, index + 1);
    is(words.at(index).without(AND), CHIEF) && (are_several || is_own)
}

/// Whether a folded word has «ال», after a proclitic too.
pub(super) fn has_article(word: &str) -> bool {
    let word = word.behind(AND).filter(|rest| rest.has_article()).unwrap_or(word);
    let begins = ["ال", "لل", "بال"].iter().any(|article| word.starts_with(article));
    begins && word.chars().count() > 3
}

/// Whether no list says what a word is.
pub(super) fn listed_nowhere(of_word: Kinds) -> bool {
    of_word.without(STEM | SPELLED | ASKED_BESIDE).is_empty()
}

/// A folded word without its proclitic conjunction or preposition.
pub(super) fn bare(word: &str) -> &str {
    let is_whole =
        is(word, SPEAKER) || is(word, SAYS_ON) || is(word, ACCORDING) || is(word, WORK_TITLE);
    match word.behind(AND | SO | BY | FOR) {
        Some(rest) if rest.chars().count() > 2 && !is_whole => rest,
        _ => word,
    }
}

pub(super) fn article_off(word: &str) -> &str {
    word.without_article()
}
