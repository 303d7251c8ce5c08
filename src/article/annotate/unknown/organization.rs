//! Organizations: listed ones, and names behind a head that stays outside («صحيفة لوموند»).

use super::bodies::{self, is_nation_of};
use super::heads::introduces_bodies;
use super::named::{Named, organization_named as named};
use super::reading::Readings;
use super::sport;
use super::why::Why;
use crate::arabic::lexicon::{
    BODY_IN_DOUBT, COMMON, COUNTRY, FAMILY, GENERIC_BODY, GIVEN, INTERVIEW, NATION, ORG, ORG_HEAD,
    OUTLET_HEAD, OUTSIDE_HEAD, OVER_A_BODY, PLACE, RARE_PLACE, SPEECH, TITLE, is,
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
        // «الشرق الأوسط» between quotation marks is the newspaper.
        let quoted = at > 0
            && readings.words.is_quotation_mark(at - 1)
            && readings.words.is_quotation_mark(last + 1);
        if kinds.any(PLACE) && !quoted && !is_introduced(readings, at) {
            return None;
        }
        return Some(named(readings, at, with_nation(readings, at, last), Why::Body));
    }
    let kinds = readings.kinds(at);
    if !kinds.any(ORG) {
        return None;
    }
    let ambiguous = readings.bare(at) != "البرلمان"
        && kinds.any(COMMON | PLACE | COUNTRY | GIVEN | FAMILY | RARE_PLACE | NATION)
        || readings.bare_is(at, BODY_IN_DOUBT);
    let club = kinds.any(PLACE) && !kinds.any(COUNTRY) && sport::is_club(readings, at);
    let credit =
        is_credit(readings, at) || is_told(readings, at) || sport::is_club_in_doubt(readings, at);
    (!ambiguous || club || credit || is_introduced(readings, at))
        .then(|| named(readings, at, with_nation(readings, at, at), Why::Body))
}

/// «(الفرنسية)», «(الجزيرة - أرشيف)»: whose picture or report it is.
fn is_credit(readings: &Readings<'_>, at: usize) -> bool {
    let opened = at > 0 && readings.words.at(at - 1) == "(" && readings.skipped(at) == 0;
    opened && matches!(readings.words.after(at), ")" | "-" | "–")
}

/// «قال للجزيرة»: an outlet to which something is told.
fn is_told(readings: &Readings<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let to = readings.words.at(at).starts_with("لل") && readings.skipped(at) > 0;
    let says = |index: usize| readings.is(index, SPEECH) || readings.bare_is(index, INTERVIEW);
    to && is(&readings.bare_with_article(at), BODY_IN_DOUBT)
        && (at.saturating_sub(NEAR)..at)
            .any(|index| readings.words.same_paragraph(index, at) && says(index))
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
    if at == 0 || readings.skipped(at) > 0 || !is_introduced(readings, at) {
        return None;
    }
    let head = readings.bare(if readings.words.is_quotation_mark(at - 1) {
        at.saturating_sub(2)
    } else {
        at - 1
    });
    if let Some(last) = outlet(readings, head, at) {
        return Some(named(readings, at, last, Why::BehindBodyHead));
    }
    if !is(head, OUTSIDE_HEAD)
        || !(readings.is_foreign(at)
            || (readings.words.is_quotation_mark(at - 1) && readings.is_strange(at)))
    {
        return None;
    }
    let mut last = at;
    while last - at < 3 && readings.goes_on(at, last + 1) && readings.is_foreign(last + 1) {
        last += 1;
    }
    Some(named(readings, at, last, Why::BehindBodyHead))
}

/// «صحيفة الراية», «مجلة الدراسات الجغرافية»: an outlet whose name has «ال».
fn outlet(readings: &Readings<'_>, head: &str, at: usize) -> Option<usize> {
    let headed = is(head, OUTLET_HEAD);
    let word = readings.words.at(at);
    if !headed
        || !word.starts_with("ال")
        || word.chars().count() < 5
        || readings.is(at, NATION | TITLE | COUNTRY)
    {
        return None;
    }
    let adjective = |index: usize| {
        let word = readings.words.at(index);
        readings.words.same_paragraph(at, index)
            && word.starts_with("ال")
            && readings.skipped(index) == 0
            && word.ends_with("يه")
            && !readings.is(index, NATION)
    };
    Some(if word.ends_with("ات") && adjective(at + 1) { at + 1 } else { at })
}
