//! Bodies that are called after somebody, and cells that are bodies.

use super::super::asked::{Asked, none_of, one_of};
use super::super::form::{DEFINITE, GLUED};
use super::super::reading::Readings;
use super::kin::{fathered, whole};
use super::part::{is_everyday, is_family, is_relation, is_sure_name, may_close};
use super::span::{NO_NAME, Reach};
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    CALLED_AFTER, CELL_FOR, CELL_HEAD, COUNTRY, FAMILY, FATHER_LEAD, GIVEN, GIVEN_WITH_ARTICLE,
    Kinds, PHRASE_END, PLACE, REGNAL, TITLE, is,
};

/// «مؤسسة عبد الحميد شومان», «مركز سلمى الخطيب للأبحاث»: a head, the whole name, and what it is for.
pub(super) fn called_after(readings: &Readings<'_>, at: usize) -> Option<(usize, Reach)> {
    /// «للأبحاث», but not «للوزير».
    const WHAT: Asked = none_of(Kinds::of(&[TITLE, COUNTRY, PLACE]));
    if readings.has_article(at) {
        return behind_adjective(readings, at).map(|last| (last, Reach::Behind));
    }
    if !readings.bare_is(at, CALLED_AFTER) {
        return None;
    }
    let last = somebody(readings, at + 1)?;
    let aim = last + 1;
    let word = readings.words.after(last);
    let is_aim = word.chars().count() > 4 && word.has_for_the() && readings.fits(aim, WHAT);
    Some(if is_aim { (aim, Reach::Nowhere) } else { (last, Reach::Behind) })
}

/// «المستشفى الجهوي الحسين بوزيان», «المركز الثقافي ابن خلدون»: a head with «ال», its adjective, and a name that agrees with neither.
fn behind_adjective(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const ADJECTIVE: Asked = none_of(TITLE).with(DEFINITE);
    const GIVEN_FREE: Asked = one_of(GIVEN).but(COUNTRY).without(GLUED).without(DEFINITE);
    let words = readings.words;
    let head = readings.bare_with_article(at);
    let head = head.strip_prefix("ال").filter(|head| is(head, CALLED_AFTER))?;
    let (adjective, given) = (at + 1, at + 2);
    let word = words.at(adjective);
    let agrees = word.ends_with('ه') == head.ends_with('ه');
    let is_described = readings.follows(at, ADJECTIVE) && readings.goes_on(at, given);
    if !is_described || !agrees || !is_relation(word.strip_suffix('ه').unwrap_or(word)) {
        return None;
    }
    let family = given + 1;
    let is_ruled = || words.is(given, FATHER_LEAD) && !is_everyday(readings, family);
    let is_listed = words.is(given, GIVEN_WITH_ARTICLE) || readings.fits(given, GIVEN_FREE);
    let is_house = || is_family(readings, family) || words.is(family, REGNAL);
    let is_named = || is_listed && readings.goes_on(given, family) && is_house();
    let is_after = (is_ruled() || is_named()) && readings.goes_on(at, family);
    is_after.then(|| whole(readings, family))
}

/// The last word of the name of a person that begins at a word: «سمير قصير», «عبد الحميد شومان», «الآغا خان».
fn somebody(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    if !readings.goes_on(at - 1, at) {
        return None;
    }
    let is_slave = words.at(at) == "عبد" && words.after(at).has_article();
    let family = at + 1 + usize::from(is_slave);
    if !readings.goes_on(at, family) {
        return None;
    }
    let is_given = is_slave || is_sure_name(readings, at) && !readings.is(at, PLACE | COUNTRY);
    let is_whole = || is_family(readings, family) || is_closed(readings, family);
    let is_named = is_given && is_whole() || is_ruler(readings, at, family);
    // «مركز محمد بن راشد للفضاء»
    fathered(readings, at).or_else(|| is_named.then(|| whole(readings, family)))
}

/// «الآغا خان»: a word with «ال» that is no everyday one, before a family name without it.
fn is_ruler(readings: &Readings<'_>, at: usize, family: usize) -> bool {
    if !readings.has_shape(at, DEFINITE) || !readings.is(family, FAMILY) {
        return false;
    }
    !is_everyday(readings, at) && !readings.words.is(at, NO_NAME | TITLE)
}

/// «مستشفى سمير قصير قبل الظهر», «ملعب ميلود هدفي بوهران»: where a preposition stands behind, any word closes a name.
pub(super) fn is_closed(readings: &Readings<'_>, family: usize) -> bool {
    let behind = family + 1;
    let is_within =
        || readings.has_shape(behind, GLUED) && readings.words.at(behind).starts_with('ب');
    may_close(readings, family) && (readings.words.is(behind, PHRASE_END) || is_within())
}

/// «خلية الأزمة», «خلية الإعلام الأمني»: by what it is for; «خلية نائمة» and «خلية الدم» are none.
pub(super) fn cell(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let (words, aim) = (readings.words, at + 1);
    let is_cell = readings.bare_is(at, CELL_HEAD) && readings.goes_on(at, aim);
    if !is_cell || !words.is(aim, CELL_FOR) {
        return None;
    }
    let last = aim + 1;
    let stands = readings.goes_on(at, last) && !words.is(last, TITLE);
    let word = words.at(last);
    let is_adjective = stands && is_relation(word.strip_suffix('ه').unwrap_or(word));
    Some(if is_adjective { last } else { aim })
}
