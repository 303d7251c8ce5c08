//! The office that somebody is given or holds, as the verb before his name says: «انتخاب فلان رئيسا لبلدية المرج», «وعمل فلان مستشارا للوزير».

use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    ADDRESS, COMPLEMENT, GIVEN_OFFICE, HONORIFIC, NAMING_OFFICE, OFFICE_BREAK, TITLE, WORKS_AS, is,
};
use crate::article::annotate::words::Words;

use super::before::LONGEST;
use super::phrase::is_break;

/// The first and last word of the office behind a name, which begins and ends at two words.
pub(super) fn office(
    words: &Words<'_>,
    first: usize,
    last: usize,
) -> Option<(usize, usize, usize)> {
    let from = last + 1;
    let is_near = words.same_paragraph(last, from) && words.is_letters(from);
    if !is_near || !is_accusative_title(words, from) || !is_given(words, first) {
        return None;
    }
    let is_inside = |&at: &usize| {
        words.same_paragraph(from, at)
            && words.is_letters(at)
            && (!is_break(words, at) || words.is(at, COMPLEMENT) && words.at(at) == "لدي")
    };
    let to = (from..from + LONGEST).take_while(is_inside).last()?;
    let to = (from..=to).take_while(|&at| at == from || goes_on(words, at)).last()?;
    // «انتخب فلان رئيسا»: of what?
    (to > from).then_some((from, 0, to))
}

/// «رئيسا», «ناطقًا», «رئيسةً», where an office is without «ال».
fn is_accusative_title(words: &Words<'_>, at: usize) -> bool {
    let (word, written) = (words.at(at), words.written(at));
    let bare = word.strip_suffix('ا').filter(|bare| is(bare, TITLE));
    let is_hers = word.ends_with('ه') && is(word, TITLE) && written.ends_with(['\u{64B}', 'ة']);
    (bare.is_some() || is_hers) && !word.has_article()
}

/// Whether a word goes on with such an office: «عاما», «لبلدية», «المرج», «باسم», «لدى».
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let word = words.at(at);
    let is_for = word.opens_with(FOR) || word.has_for_the() || word.has_article();
    let is_in = words.is(at, COMPLEMENT) && !words.is(at, OFFICE_BREAK) || word.starts_with("باسم");
    let is_behind = words.at(at - 1).opens_with(FOR) || words.at(at - 1).starts_with("باسم");
    let is_behind_in = words.is(at - 1, COMPLEMENT);
    let is_adjective = word.ends_with('ا') && !word.opens_with(AND | BY);
    is_for || is_in || is_behind || is_behind_in || is_adjective
}

/// Whether somebody is named for an office before a word, or works: «تعيين الدكتور», «كلف المجلس», «اختير», «عمل».
fn is_given(words: &Words<'_>, name: usize) -> bool {
    /// So many words may stand between a verb and whom its subject names for an office.
    const REACH: usize = 5;
    let is_title = |at: &usize| words.is(*at, TITLE | HONORIFIC | ADDRESS);
    let near = (0..name).rev().take_while(|&at| words.same_paragraph(at, name));
    let Some(before) = near.clone().find(|at| !is_title(at)) else { return false };
    let bare = words.at(before).without(AND | BY);
    if is(bare, NAMING_OFFICE) || is(bare, WORKS_AS) {
        return true;
    }
    // «كلف المجلس فلانا»: whoever names another stands between; «عين فلان مديرا» says not who names whom.
    let is_subject =
        |at: &usize| words.at(*at).has_article() || !is(words.at(*at).without(AND), GIVEN_OFFICE);
    let between = near.skip(name - 1 - before).take(REACH).take_while(is_subject).count();
    let verb = (before + 1).checked_sub(between + 1);
    between > 0
        && words.at(before).has_article()
        && verb.is_some_and(|at| {
            words.same_paragraph(at, name) && is(words.at(at).without(AND), GIVEN_OFFICE)
        })
}
