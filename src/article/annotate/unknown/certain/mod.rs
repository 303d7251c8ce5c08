//! Names that grammar shows beyond doubt, whatever the weights say: «المختار ولد أجاي», «محافظتي المخواة وقلوة».
//!
//! Each rule asks for two signs that seldom stand together by chance; what it finds is given to the weighing as settled, so that
//! the names around it are weighed beside it.
//!
//! - [`person`]: names that show themselves, by a join or as two names that are nothing else;
//! - [`kin`]: names by a father or a son, and slaves of God;
//! - [`framed`]: names that their sentence shows, by an office, a verb of saying or two commas; [`side`] has what stands beside
//!   them, [`part`] what they can be made of;
//! - [`east`]: names of Korea, China and Vietnam, by their syllables; [`regnal`]: kings and popes, by their number;
//! - [`body`]: bodies by what they are for, [`extent`] where their names end; [`after`] by whom they are called after;
//! - [`rows`]: bodies in a row, and clubs against each other;
//! - [`called`]: what the noun before it says of a name;
//! - [`plain`]: words that stand where names do and are none;
//! - [`listed`]: districts and bodies whose names mean nothing else;
//! - [`place`]: places by the kind of country, by whom they are called after, or in a pair.

mod after;
mod body;
mod called;
mod east;
mod extent;
mod framed;
mod kin;
mod listed;
mod part;
mod person;
mod place;
mod plain;
mod regnal;
mod rows;
mod side;
mod span;

use super::reading::{Readings, is_in_the_name_of};
use crate::arabic::calendar::months::month_from_name;
use crate::arabic::lexicon::TITLE;
use crate::knowledge::EntityKind;
pub(super) use listed::lead;
pub(super) use side::is_behind_office;
use span::NO_NAME;
pub(super) use span::{Certain, Reach};

/// What is certain in an article, in the order of the text, none inside another.
pub(super) fn spans(readings: &Readings<'_>) -> Vec<Certain> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < readings.words.list.len() {
        let before = found.len();
        if !readings.taken(at) && readings.words.is_letters(at) {
            read(readings, at, &mut found);
        }
        let is_free = |span: &Certain| (span.first..=span.last).all(|index| !readings.taken(index));
        if !found[before..].iter().all(is_free) {
            found.truncate(before);
        }
        at = found[before..].last().map_or(at, |span| span.last) + 1;
    }
    found
}

fn read(readings: &Readings<'_>, at: usize, found: &mut Vec<Certain>) {
    use EntityKind::{Organization, Person, Place};
    let name = |last, kind, reach| Certain::name(at, last, kind, reach);
    let certain = day_of_month(readings, at)
        .map(|last| Certain::nothing(at, last))
        .or_else(|| part::opens_next_phrase(readings, at).then_some(Certain::nothing(at, at)))
        .or_else(|| part::is_accusative_noun(readings, at).then_some(Certain::nothing(at, at)))
        .or_else(|| is_in_the_name_of(readings.words, at).then_some(Certain::nothing(at, at)))
        .or_else(|| framed::is_trade(readings, at).then_some(Certain::nothing(at, at)))
        .or_else(|| place::cape(readings, at))
        .or_else(|| place::is_none(readings, at).then_some(Certain::nothing(at, at)))
        .or_else(|| plain::read(readings, at).map(|last| Certain::nothing(at, last)))
        .or_else(|| place::of_spring(readings, at).map(|last| name(last, Place, Reach::Nowhere)))
        .or_else(|| place::built_at(readings, at).map(|last| name(last, Place, Reach::Nowhere)))
        .or_else(|| called::is_my_kin(readings, at).then_some(Certain::nothing(at, at)))
        .or_else(|| called::byname(readings, at).map(|last| Certain::nothing(at, last)))
        .or_else(|| called::in_marks(readings, at))
        .or_else(|| {
            after::called_after(readings, at).map(|(last, reach)| name(last, Organization, reach))
        })
        .or_else(|| listed::read(readings, at))
        .or_else(|| after::cell(readings, at).map(|last| name(last, Organization, Reach::Nowhere)))
        .or_else(|| east::read(readings, at).map(|last| name(last, Person, Reach::Nowhere)))
        .or_else(|| regnal::read(readings, at).map(|last| name(last, Person, Reach::Both)))
        .or_else(|| person::read(readings, at).map(|last| name(last, Person, Reach::Both)))
        .or_else(|| called::of_hadhramaut(readings, at).map(|last| name(last, Person, Reach::Both)))
        .or_else(|| called::foreign(readings, at).map(|last| name(last, Person, Reach::Behind)))
        .or_else(|| called::of_my_kin(readings, at).map(|last| name(last, Person, Reach::Nowhere)))
        .or_else(|| called::seat(readings, at).map(|last| name(last, Place, Reach::Nowhere)))
        .or_else(|| framed::read(readings, at))
        .or_else(|| {
            body::ministry(readings, at).map(|last| name(last, Organization, Reach::Nowhere))
        })
        .or_else(|| extent::read(readings, at).map(|last| name(last, Organization, Reach::Nowhere)))
        .or_else(|| body::aimed(readings, at).map(|last| name(last, Organization, Reach::Both)))
        .or_else(|| {
            place::of_settlement(readings, at).map(|last| name(last, Place, Reach::Nowhere))
        })
        .or_else(|| place::called_after(readings, at).map(|last| name(last, Place, Reach::Behind)))
        .or_else(|| place::geographic(readings, at).map(|last| name(last, Place, Reach::Both)));
    match certain {
        Some(certain) => found.extend(without_next_phrase(readings, certain)),
        None => {
            place::paired(readings, at, found);
            rows::read(readings, at, found);
        }
    }
}

/// A person without the word behind him that opens the next phrase; nothing where one word stays.
fn without_next_phrase(readings: &Readings<'_>, certain: Certain) -> Option<Certain> {
    let is_person = certain.kind == Some(EntityKind::Person);
    if !is_person || !part::opens_next_phrase(readings, certain.last) {
        return Some(certain);
    }
    let last = certain.last - 1;
    (last > certain.first).then_some(Certain { last, ..certain })
}

/// «25 ماي القادم»: behind a number a month, whatever else it may be.
fn day_of_month(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let words = readings.words;
    let number = at.checked_sub(1)?;
    let is_number = words.at(number).ends_with(|last: char| last.is_ascii_digit());
    let is_month =
        is_number && words.same_paragraph(number, at) && month_from_name(words.at(at)).is_some();
    // «قوى 14 آذار» is a body; «25 ماي القادم» is a day.
    let is_described = words.same_paragraph(at, at + 1)
        && words.at(at + 1).starts_with("ال")
        && !readings.words.is(at + 1, NO_NAME | TITLE);
    (is_month && is_described).then_some(at + 1)
}
