//! Bodies that are called after somebody, and cells that are bodies.

use super::super::reading::Readings;
use super::kin::whole;
use super::part::{is_everyday, is_family, is_relation, is_sure_name, may_close};
use super::span::{NO_NAME, Reach};
use crate::arabic::lexicon::{
    CALLED_AFTER, CELL_FOR, CELL_HEAD, COUNTRY, FAMILY, PHRASE_END, PLACE, TITLE,
};

/// «مؤسسة عبد الحميد شومان», «مركز سلمى الخطيب للأبحاث»: a head, the whole name, and what it is for.
pub(super) fn called_after(readings: &Readings<'_>, at: usize) -> Option<(usize, Reach)> {
    if !readings.bare_is(at, CALLED_AFTER) || readings.has_article(at) {
        return None;
    }
    let last = somebody(readings, at + 1)?;
    let aim = last + 1;
    let word = readings.words.after(last);
    let is_whom = readings.is(aim, TITLE | COUNTRY | PLACE);
    let is_aim = word.starts_with("لل") && word.chars().count() > 4 && !is_whom;
    Some(if is_aim { (aim, Reach::Nowhere) } else { (last, Reach::Behind) })
}

/// The last word of the name of a person that begins at a word: «سمير قصير», «عبد الحميد شومان», «الآغا خان».
fn somebody(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    if !readings.goes_on(at - 1, at) {
        return None;
    }
    let is_slave = words.at(at) == "عبد" && words.after(at).starts_with("ال");
    let given = if is_slave { at + 1 } else { at };
    let family = given + 1;
    if !readings.goes_on(at, family) {
        return None;
    }
    let is_given = is_slave || is_sure_name(readings, at) && !readings.is(at, PLACE | COUNTRY);
    // «الآغا خان»: a word with «ال» that is no everyday one, before a family name without it.
    let is_ruler = words.at(at).starts_with("ال")
        && !is_everyday(readings, at)
        && !words.is(at, NO_NAME | TITLE)
        && readings.is(family, FAMILY);
    let is_whole = || is_family(readings, family) || is_closed(readings, family);
    (is_given && is_whole() || is_ruler).then(|| whole(readings, family))
}

/// «مستشفى سمير قصير قبل الظهر», «ملعب ميلود هدفي بوهران»: where a preposition stands behind, any word closes a name.
pub(super) fn is_closed(readings: &Readings<'_>, family: usize) -> bool {
    let behind = family + 1;
    let is_within = || readings.words.at(behind).starts_with('ب') && readings.skipped(behind) > 0;
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
