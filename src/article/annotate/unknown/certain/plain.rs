//! Words that stand where names do and are none: «الحاجز الترابي», «نهر موسمي», «كأس الخليج», «من الفجر إلى المغرب», «فأوفيت».

use super::super::asked::{ANY, Asked, at_most, none_of, one_of};
use super::super::form::{DEFINITE, GLUED, IS_NUMBER, LETTERS};
use super::super::reading::Readings;
use super::part::is_relation;
use super::span::NAMES;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    ADDRESS, BODY_HEAD, BROAD_HEAD, CLUB, COMMON, COUNTRY, CUP, DECLARED, FAMILY, FOREIGN,
    GEOGRAPHIC, GIVEN, HOUR_OF_PRAYER, HOUR_TOO, JOIN, Kinds, LOOSE_END, NATION, OPEN_PLACE, ORG,
    ORG_HEAD, PHRASE_END, PLACE, PLACE_INSIDE, PLACE_OUTSIDE, RANK_PART, RARE_FAMILY, RARE_PLACE,
    SPEECH, TENTH_YEAR, THING, TITLE, is,
};

/// How many words around an hour of prayer another one stands at most.
const HOURS: usize = 6;
/// A word of relation or a verb has more letters.
const LONG: usize = 3;

/// A rule of one word.
type Rule = fn(&Readings<'_>, usize) -> bool;
const RULES: [Rule; 10] = [
    is_adjective,
    is_of_rank,
    is_hour,
    is_declared,
    is_mine,
    is_upon,
    is_for_many,
    is_age,
    is_addressed,
    is_field_of_play,
];

/// The last of the words from one on that are no part of a name.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let is_alone = RULES.iter().any(|rule| rule(readings, at));
    let row = is_alone.then_some(at).or_else(|| of_cup(readings, at));
    row.or_else(|| undefined_place(readings, at))
}

/// «الحاجز الترابي»: behind a thing with «ال» a family name of relation is its adjective.
fn is_adjective(readings: &Readings<'_>, at: usize) -> bool {
    const FAMILY_ALONE: Asked =
        one_of(Kinds::of(&[FAMILY, RARE_FAMILY])).with(DEFINITE).without(GLUED);
    if !readings.fits(at, FAMILY_ALONE) || readings.follows(at, one_of(NAMES).but(COMMON)) {
        return false;
    }
    let is_thing = |noun: &usize| {
        let bare = readings.bare_with_article(*noun);
        bare.strip_prefix("ال").is_some_and(|noun| is(noun, THING))
    };
    let noun = readings.before(at).filter(is_thing);
    noun.is_some_and(|_| is_relation(readings.words.at(at)))
}

/// «سيدي القاضي»: whoever is spoken to.
fn is_addressed(readings: &Readings<'_>, at: usize) -> bool {
    const TITLED: Asked = one_of(TITLE).with(DEFINITE);
    readings.words.at(at) == "سيدي" && readings.follows(at, TITLED)
}

/// «الكرة في ملعب البنك», «القرار في ملعب الحكومة»: whose turn it is.
fn is_field_of_play(readings: &Readings<'_>, at: usize) -> bool {
    /// The ball is not far before.
    const REACH: usize = 4;
    const BODY: Kinds = Kinds::of(&[ORG_HEAD, BODY_HEAD, BROAD_HEAD]);
    let words = readings.words;
    let is_field = words.at(at) == "ملعب" && words.before(at) == "في";
    let has_ball = || (at.saturating_sub(REACH)..at).any(|ball| words.at(ball).ends_with("الكره"));
    let is_of_body = words.after(at).behind_article().is_some_and(|body| is(body, BODY));
    is_field && (is_of_body || has_ball())
}

/// «نهر موسمي», «ملعب صعب»: a kind of place and its adjective, both without «ال».
fn undefined_place(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const HEADS: Kinds = Kinds::of(&[PLACE_INSIDE, PLACE_OUTSIDE, GEOGRAPHIC, OPEN_PLACE]);
    /// «موسمي», but not «دجلة», «صالح».
    const BARE: Asked = none_of(Kinds::of(&[
        GIVEN, FAMILY, COUNTRY, PLACE, RARE_PLACE, ORG, CLUB, LOOSE_END, PHRASE_END, SPEECH,
    ]))
    .with(LETTERS)
    .without(DEFINITE);
    /// «صعب»
    const EVERYDAY: Asked = one_of(COMMON);
    const OWNER: Asked = ANY.with(DEFINITE);
    let adjective = at + 1;
    let is_head = |head: &usize| readings.bare_is(*head, HEADS) && readings.phrase(*head).is_none();
    let head = Some(at).filter(is_head).filter(|&head| readings.follows(head, BARE))?;
    // «حي باب الحديد»: what belongs to something is no adjective.
    if readings.has_shape(head, DEFINITE) || readings.follows(adjective, OWNER) {
        return None;
    }
    let word = readings.words.at(adjective);
    let is_relation = || word.strip_suffix('ه').unwrap_or(word).ends_with('ي');
    let is_long = word.chars().count() > LONG;
    let is_adjective = readings.fits(adjective, EVERYDAY) || is_long && is_relation();
    // «حي بنات»: what belongs to it agrees with nothing.
    let agrees = readings.bare(head).ends_with('ه') == word.ends_with('ه');
    is_adjective.then_some(adjective).filter(|_| agrees)
}

/// «كأس الخليج العربي», «دوري الأبطال»: a competition is called after what would be a club or a country elsewhere.
fn of_cup(readings: &Readings<'_>, at: usize) -> Option<usize> {
    const LAND: Asked = none_of(Kinds::of(&[COUNTRY, NATION])).with(DEFINITE);
    let cup = readings.before(at).filter(|&cup| readings.bare_is(cup, CUP));
    let called = cup.filter(|_| readings.fits(at, LAND));
    called.map(|_| readings.phrase(at).map_or(at, |(last, _)| last))
}

/// «الفريق أول ركن», «اللواء معاش»: what tells of a rank is no part of the name.
fn is_of_rank(readings: &Readings<'_>, at: usize) -> bool {
    if !readings.words.is(at, RANK_PART) {
        return false;
    }
    let is_rank =
        |before: usize| readings.is(before, TITLE) || readings.words.is(before, RANK_PART);
    readings.before(at).is_some_and(is_rank)
}

/// «من الفجر إلى المغرب»: an hour of prayer that is a country too, with another one near.
fn is_hour(readings: &Readings<'_>, at: usize) -> bool {
    let is = |index: usize, kinds: Kinds| is(readings.bare(index), kinds);
    if !is(at, HOUR_TOO) {
        return false;
    }
    let mut near = (at.saturating_sub(HOURS)..at).chain(at + 1..at + HOURS);
    near.any(|index| is(index, HOUR_OF_PRAYER) && readings.words.same_paragraph(at, index))
}

/// «وأعلن الحداد ثلاثة أيام»: what is declared, and nobody who declares, where a number or an adjective goes on with it.
fn is_declared(readings: &Readings<'_>, at: usize) -> bool {
    const GOES_ON: [Asked; 3] = [
        ANY.with(IS_NUMBER),
        none_of(NAMES).with(DEFINITE).without(GLUED),
        one_of(Kinds::of(&[PHRASE_END, LOOSE_END])),
    ];
    let next = at + 1;
    let is_said = || readings.kinds_before(at).any(SPEECH) || readings.skipped(at) > 0;
    let is_one = readings.bare_is(at, DECLARED) && readings.words.same_paragraph(at, next);
    is_one && is_said() && readings.fits_one(next, &GOES_ON)
}

/// «ادعى على الحمصي»: the preposition folds as the given name «علي» does, which some write so: «النائب على عبد العال».
fn is_upon(readings: &Readings<'_>, at: usize) -> bool {
    const NAMED: Kinds = Kinds::of(&[TITLE, ADDRESS, GIVEN, JOIN]);
    if readings.words.written(at) != "على" {
        return false;
    }
    let held = readings.before(at).filter(|&before| readings.words.is(before, NAMED));
    !(held.is_some() || readings.words.is(at + 1, JOIN))
}

/// «المحامي العام لنيابات الجنوب»: many of what no list has, behind «لـ».
fn is_for_many(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(FOREIGN).without(DEFINITE);
    let many = readings.words.at(at).strip_prefix('ل').filter(|rest| rest.ends_with("ات"));
    // «شركة الخليج للإنشاءات»: what a body is for.
    let many = many.filter(|rest| !rest.starts_with('ل'));
    let long = many.filter(|rest| rest.chars().count() > LONG);
    long.is_some_and(|_| readings.fits(at, UNLISTED))
}

/// «رجل في السبعين من عمره»: how old somebody is.
fn is_age(readings: &Readings<'_>, at: usize) -> bool {
    let within = readings.before(at).filter(|&before| readings.words.at(before) == "في");
    within.is_some_and(|_| readings.words.is(at, TENTH_YEAR))
}

/// «فأوفيت», «فأجابني»: what I did or was done to me, behind «ف».
fn is_mine(readings: &Readings<'_>, at: usize) -> bool {
    const UNLISTED: Asked = at_most(FOREIGN);
    let rest = readings.words.at(at).strip_prefix('ف');
    let rest = rest.filter(|rest| rest.chars().count() > LONG && readings.fits(at, UNLISTED));
    let is_first = rest.is_some_and(|rest| rest.ends_with('ت') || rest.ends_with("ني"));
    // «كتبت فمحوت»
    let follows = || readings.words.before(at).ends_with('ت');
    is_first && (readings.words.written(at).starts_with("فأ") || follows())
}
