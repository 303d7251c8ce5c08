//! Organizations: listed ones, and names behind a head that stays outside («صحيفة لوموند»).

use super::asked::{ANY, Asked, none_of, one_of};
use super::bodies::{self, is_nation_of};
use super::form::{DEFINITE, GLUED, OUTLANDISH, STRANGE};
use super::heads::introduces_bodies;
use super::named::{Named, organization_named as named};
use super::reading::Readings;
use super::sport;
use super::why::Why;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    BODY_IN_DOUBT, COMMON, COUNTRY, FAMILY, GENERIC_BODY, GIVEN, INTERVIEW, Kinds, NATION, ORG,
    ORG_HEAD, OUTLET_HEAD, OUTSIDE_HEAD, OVER_A_BODY, PLACE, RARE_PLACE, SPEECH, TITLE, is,
};

/// An organization that begins at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let body = || {
        bodies::headed(readings, at)
            .or_else(|| bodies::definite(readings, at))
            .or_else(|| bodies::elliptic(readings, at))
    };
    listed(readings, at)
        .or_else(body)
        .or_else(|| sport::team(readings, at))
        .or_else(|| introduced(readings, at))
}

/// A listed name; one that can mean something else needs a head before it.
fn listed(readings: &Readings<'_>, at: usize) -> Option<Named> {
    if let Some((last, kinds)) = readings.phrase(at)
        && kinds.any(ORG)
    {
        let may_be_place = kinds.any(PLACE) && !is_quoted(readings, at, last);
        if may_be_place && !is_introduced(readings, at) {
            return None;
        }
        return Some(named(readings, at, with_nation(readings, at, last), Why::Body));
    }
    if !readings.is(at, ORG) {
        return None;
    }
    let is_meant =
        !is_ambiguous(readings, at) || is_shown(readings, at) || is_introduced(readings, at);
    is_meant.then(|| named(readings, at, with_nation(readings, at, at), Why::Body))
}

/// «الشرق الأوسط» between quotation marks is the newspaper.
fn is_quoted(readings: &Readings<'_>, first: usize, last: usize) -> bool {
    let is_mark = |at: usize| readings.words.is_quotation_mark(at);
    is_mark(last + 1) && first.checked_sub(1).is_some_and(is_mark)
}

/// «الوحدة», «النصر»: what has a name of a body and can be something else.
fn is_ambiguous(readings: &Readings<'_>, at: usize) -> bool {
    const OTHER: Kinds = Kinds::of(&[COMMON, PLACE, COUNTRY, GIVEN, FAMILY, RARE_PLACE, NATION]);
    let is_other = readings.is(at, OTHER) && readings.bare(at) != "البرلمان";
    is_other || readings.bare_is(at, BODY_IN_DOUBT)
}

/// Whether what stands around a word shows the body: a match, the brackets of a credit, what was told to it.
fn is_shown(readings: &Readings<'_>, at: usize) -> bool {
    const CITY: Asked = one_of(PLACE).but(COUNTRY);
    let is_club = readings.fits(at, CITY) && sport::is_club(readings, at);
    let is_outlet = is_club || is_credit(readings, at) || is_told(readings, at);
    is_outlet || sport::is_club_in_doubt(readings, at)
}

/// «(الفرنسية)», «(الجزيرة - أرشيف)»: whose picture or report it is.
fn is_credit(readings: &Readings<'_>, at: usize) -> bool {
    let opened = at > 0 && readings.words.at(at - 1) == "(" && readings.skipped(at) == 0;
    opened && matches!(readings.words.after(at), ")" | "-" | "–")
}

/// «قال للجزيرة»: an outlet to which something is told.
fn is_told(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    if !readings.words.at(at).has_for_the() || !readings.has_shape(at, GLUED) {
        return false;
    }
    let says = |index: usize| {
        let is_saying = readings.is(index, SPEECH) || readings.bare_is(index, INTERVIEW);
        is_saying && readings.words.same_paragraph(index, at)
    };
    readings.kinds_with_article(at).any(BODY_IN_DOUBT) && (at.saturating_sub(NEAR)..at).any(says)
}

/// Parliaments and courts are told apart by their nation: «مجلس النواب اللبناني».
fn with_nation(readings: &Readings<'_>, first: usize, last: usize) -> usize {
    let generic =
        readings.bare_is(last, GENERIC_BODY) && !is(readings.words.before(first), OVER_A_BODY);
    if generic && is_nation_of(readings, first, last + 1) { last + 1 } else { last }
}

/// Whether a head that introduces organizations stands before the name, over a quotation mark.
fn is_introduced(readings: &Readings<'_>, at: usize) -> bool {
    /// «صحيفة "«الراية»": two marks of two kinds are the most that print has; a row of a thousand is looked through once.
    const MOST_MARKS: usize = 2;
    let marks = (at.saturating_sub(MOST_MARKS)..at)
        .rev()
        .take_while(|&index| readings.words.is_quotation_mark(index))
        .count();
    let before = at.saturating_sub(marks + 1);
    before < at && (readings.is(before, ORG_HEAD) || introduces_bodies(readings.bare(before)))
}

/// «صحيفة لوموند», «شركة موتورولا»: a name behind a head that stays outside.
fn introduced(readings: &Readings<'_>, at: usize) -> Option<Named> {
    let before = at.checked_sub(1)?;
    if readings.has_shape(at, GLUED) || !is_introduced(readings, at) {
        return None;
    }
    let is_in_marks = readings.words.is_quotation_mark(before);
    let head = readings.bare(before.saturating_sub(usize::from(is_in_marks)));
    if let Some(last) = outlet(readings, head, at) {
        return Some(named(readings, at, last, Why::BehindBodyHead));
    }
    // «شركة "محجوب"»: in marks the name need not look foreign.
    let is_name = readings.has_shape(at, if is_in_marks { STRANGE } else { OUTLANDISH });
    if !is_name || !is(head, OUTSIDE_HEAD) {
        return None;
    }
    let last = readings.row(at, 3, ANY.with(OUTLANDISH));
    Some(named(readings, at, last, Why::BehindBodyHead))
}

/// «صحيفة الراية», «مجلة الدراسات الجغرافية»: an outlet whose name has «ال».
fn outlet(readings: &Readings<'_>, head: &str, at: usize) -> Option<usize> {
    const NAME: Asked = none_of(Kinds::of(&[NATION, TITLE, COUNTRY])).with(DEFINITE);
    const ADJECTIVE: Asked = none_of(NATION).with(DEFINITE).without(GLUED);
    let word = readings.words.at(at);
    if !readings.fits(at, NAME) || word.chars().count() < 5 || !is(head, OUTLET_HEAD) {
        return None;
    }
    let is_described = word.ends_with("ات")
        && readings.words.after(at).ends_with("يه")
        && readings.fits(at + 1, ADJECTIVE);
    Some(if is_described { at + 1 } else { at })
}
