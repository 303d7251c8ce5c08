//! What a word is to the words beside it: one class, and the traits of its letters.

use std::borrow::Cow;

use super::super::asked::{Asked, one_of};
use super::super::form::{
    FITS_PATTERN, GLUED, IS_VERB, MET_OFTEN, MET_SOMETIMES, REST_MET, REST_MET_OFTEN,
};
use super::super::pattern::is_plural;
use super::super::reading::Readings;
use crate::arabic::lexicon::{
    self, AUXILIARY, BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, COMMON, COUNTRY, DEFINITE_HEAD,
    DETERMINER, FAMILY, FOREIGN, GIVEN, JOIN, Kinds, LOOSE_END, NAME_TOO, NATION, NO_ALIAS,
    OF_PLACE, ORG, ORG_HEAD, OUTSIDE_HEAD, PLACE, PLACE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE,
    RARE_FAMILY, RARE_PLACE, RELATIVE, SAYING, SPEECH, Sound, THAT, TITLE, UNTIL,
};

/// The class of a word, of which it has one: the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Beyond the ends of the paragraph.
    Edge,
    Comma,
    Stop,
    Colon,
    Quote,
    Bracket,
    Dash,
    Mark,
    Number,
    Latin,
    That,
    Which,
    Grammar,
    Saying,
    Join,
    GivenOnly,
    GivenToo,
    FamilyName,
    Land,
    City,
    Body,
    TitleWord,
    BodyHeadWord,
    PlaceHeadWord,
    National,
    NationalBare,
    RareName,
    ForeignName,
    RareCity,
    Verb,
    EverydayDefinite,
    Everyday,
    CommonDefinite,
    CommonBare,
    DefiniteRelation,
    Definite,
    LooksForeign,
    Strange,
    PerhapsName,
    Other,
}

impl Class {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Other as usize + 1;

    /// Their names in the table of weights, in order.
    pub(super) const NAMES: [&str; Self::COUNT] = [
        "edge",
        "comma",
        "stop",
        "colon",
        "quote",
        "bracket",
        "dash",
        "mark",
        "number",
        "latin",
        "that",
        "which",
        "grammar",
        "saying",
        "join",
        "given",
        "given-too",
        "family",
        "land",
        "city",
        "body",
        "title",
        "body-head",
        "place-head",
        "national",
        "national-bare",
        "rare-name",
        "foreign-name",
        "rare-city",
        "verb",
        "everyday-definite",
        "everyday",
        "common-definite",
        "common",
        "definite-relation",
        "definite",
        "looks-foreign",
        "strange",
        "perhaps-name",
        "other",
    ];
}

/// What is grammar and no noun or verb.
const GRAMMAR: Kinds = Kinds::of(&[DETERMINER, LOOSE_END, OF_PLACE, UNTIL, AUXILIARY]);

/// A word as its neighbours see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) class: Class,
    /// All that it can be, its proclitics off.
    pub(super) kinds: Kinds,
    /// Its traits, by [`TRAITS`].
    pub(super) traits: u32,
    /// How its letters sound.
    pub(super) sound: Sound,
    /// What head of a body or place it is, by [`HEADS`].
    pub(super) head: Option<u8>,
}

/// The traits of a word's letters, by their numbers.
pub(super) const TRAITS: [&str; 26] = [
    "strange",
    "foreign",
    "very-foreign",
    "may-be-name",
    "article",
    "teh-marbuta",
    "relation",
    "plural",
    "nunated",
    "own",
    "and",
    "to",
    "in",
    "other-proclitic",
    "verb",
    "short",
    "long",
    "and-unread",
    "fits-pattern",
    "hamza",
    "maksura",
    "met-often",
    "met",
    "rest-met-often",
    "rest-met",
    "name-too",
];

/// The heads behind which a name stands or goes on.
pub(super) const HEADS: [&str; 8] = [
    "body",
    "broad",
    "definite",
    "broad-definite",
    "outside",
    "place-inside",
    "place-outside",
    "title",
];

impl Seen {
    /// Beyond the ends.
    pub(super) const EDGE: Self = Self {
        class: Class::Edge,
        kinds: Kinds::NONE,
        traits: 0,
        sound: Sound::EVERYDAY,
        head: None,
    };

    /// Reads the word at a place.
    pub(super) fn of(readings: &Readings<'_>, at: usize) -> Self {
        let word = readings.words.at(at);
        if !readings.words.is_letters(at) {
            return Self { class: mark(readings, at), ..Self::EDGE };
        }
        if word.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Self { class: Class::Latin, ..Self::EDGE };
        }
        let bare = readings.bare_with_article(at);
        let of_word = match &bare {
            _ if readings.skipped(at) == 0 => readings.words.kinds(at),
            Cow::Borrowed(_) => readings.bare_kinds(at),
            Cow::Owned(with_article) => lexicon::kinds(with_article),
        };
        let read = readings.kinds(at);
        // What the hamza rules out of a name stays ruled out.
        let kinds = of_word.without(lexicon::IDENTITY | lexicon::ASKED_BESIDE) | read;
        let traits = traits(readings, at, &bare);
        let verb = traits >> VERB & 1 == 1;
        let class = class(readings, at, &bare, kinds, verb);
        Self { class, kinds, traits, sound: readings.sound(at), head: head(kinds) }
    }
}

/// The number of the trait that the word is a verb.
const VERB: usize = 14;

fn mark(readings: &Readings<'_>, at: usize) -> Class {
    let word = readings.words.at(at);
    match word {
        _ if word.starts_with(|first: char| first.is_numeric()) => Class::Number,
        "،" | "," | "؛" | ";" => Class::Comma,
        "." | "!" | "؟" | "?" | "…" => Class::Stop,
        ":" => Class::Colon,
        "(" | ")" | "[" | "]" => Class::Bracket,
        "-" | "–" | "—" | "ـ" | "_" => Class::Dash,
        _ if readings.words.is_quotation_mark(at) => Class::Quote,
        _ => Class::Mark,
    }
}

fn class(readings: &Readings<'_>, at: usize, bare: &str, kinds: Kinds, verb: bool) -> Class {
    /// «لا», «قد», «ما»
    const PARTICLE: Asked =
        one_of(COMMON).but(Kinds::of(&[PLACE_HEAD, COUNTRY, PLACE, JOIN, FAMILY]));
    /// «يناير», «رئيس»: what is grammar may be these too.
    const NO_GRAMMAR: Kinds = Kinds::of(&[TITLE, GIVEN, ORG_HEAD]);
    let is = |asked: Asked| asked.has_kinds(kinds);
    let definite = is_definite(readings, at, bare);
    let particle = bare.chars().count() < 3 && is(PARTICLE);
    let grammar = (particle || kinds.any(GRAMMAR | NO_ALIAS)) && !kinds.any(NO_GRAMMAR);
    match () {
        () if kinds.any(THAT) => Class::That,
        () if kinds.any(RELATIVE) => Class::Which,
        () if is(one_of(SAYING).but(GRAMMAR | TITLE)) => Class::Saying,
        () if grammar && !definite => Class::Grammar,
        () if kinds.any(SAYING) || is(one_of(SPEECH).but(TITLE | GIVEN)) => Class::Saying,
        () if kinds.any(JOIN) => Class::Join,
        () if kinds.any(COUNTRY) => Class::Land,
        () if is(one_of(PLACE).but(GIVEN | COMMON)) => Class::City,
        () if is(one_of(GIVEN).but(COMMON | TITLE | NATION | PLACE)) => Class::GivenOnly,
        () if kinds.any(GIVEN) => Class::GivenToo,
        () if kinds.any(TITLE) => Class::TitleWord,
        () if kinds.any(ORG_HEAD | BODY_HEAD | DEFINITE_HEAD | BROAD_DEFINITE_HEAD) => {
            Class::BodyHeadWord
        }
        () if kinds.any(PLACE_HEAD) => Class::PlaceHeadWord,
        () if is(one_of(FAMILY).but(COMMON | NATION)) => Class::FamilyName,
        () if is(one_of(ORG).but(COMMON)) => Class::Body,
        () if kinds.any(NATION) && definite => Class::National,
        () if kinds.any(NATION) => Class::NationalBare,
        () if kinds.any(COMMON) && definite => Class::CommonDefinite,
        () if kinds.any(COMMON) => Class::CommonBare,
        () if readings.has_shape(at, MET_SOMETIMES) && definite => Class::EverydayDefinite,
        () if readings.has_shape(at, MET_SOMETIMES) => Class::Everyday,
        () if kinds.any(RARE_FAMILY) && kinds.any(FOREIGN) => Class::ForeignName,
        () if kinds.any(RARE_FAMILY | FAMILY) => Class::RareName,
        () if kinds.any(FOREIGN) => Class::ForeignName,
        () if kinds.any(RARE_PLACE | PLACE) => Class::RareCity,
        () if readings.has_shape(at, REST_MET) && definite => Class::EverydayDefinite,
        () if readings.has_shape(at, REST_MET) => Class::Everyday,
        () if definite && is_relation(bare) => Class::DefiniteRelation,
        () if definite => Class::Definite,
        () if verb => Class::Verb,
        () if readings.is_foreign(at) => Class::LooksForeign,
        () if readings.is_strange(at) => Class::Strange,
        () if readings.may_be_name(at) => Class::PerhapsName,
        () => Class::Other,
    }
}

/// «الوزير», «بالوزير», but not «ألونسو».
fn is_definite(readings: &Readings<'_>, at: usize, bare: &str) -> bool {
    readings.has_article(at) || readings.has_shape(at, GLUED) && bare.starts_with("ال")
}

/// «المدني», «المدنية»
pub(super) fn is_relation(bare: &str) -> bool {
    bare.strip_suffix('ه').unwrap_or(bare).ends_with('ي')
}

fn traits(readings: &Readings<'_>, at: usize, bare: &str) -> u32 {
    let word = readings.words.at(at);
    let written = readings.words.written(at);
    let letters = bare.chars().count();
    let onto = &word[..readings.skipped(at)];
    let own = ["ها", "هم", "هما", "نا"].iter().any(|ending| bare.ends_with(ending));
    let says = [
        readings.is_strange(at),
        readings.is_foreign(at),
        readings.is_very_foreign(at),
        readings.may_be_name(at),
        is_definite(readings, at, bare),
        written.ends_with('ة'),
        is_relation(bare),
        is_plural(bare),
        written.contains(['\u{064B}', '\u{064C}', '\u{064D}']),
        own,
        onto.starts_with('و'),
        onto.ends_with('ل'),
        onto.ends_with('ب'),
        onto.starts_with(['ف', 'ك']),
        readings.has_shape(at, IS_VERB),
        letters < 4,
        letters > 6,
        onto.is_empty() && word.starts_with('و') && letters > 3,
        readings.has_shape(at, FITS_PATTERN),
        written.starts_with(['أ', 'إ', 'آ']),
        written.ends_with('ى'),
        readings.has_shape(at, MET_OFTEN),
        readings.has_shape(at, MET_SOMETIMES),
        readings.has_shape(at, REST_MET_OFTEN),
        readings.has_shape(at, REST_MET),
        readings.bare_is(at, NAME_TOO),
    ];
    says.iter().enumerate().fold(0, |all, (number, &said)| all | u32::from(said) << number)
}

fn head(kinds: Kinds) -> Option<u8> {
    let of = [
        BODY_HEAD,
        BROAD_HEAD,
        DEFINITE_HEAD,
        BROAD_DEFINITE_HEAD,
        OUTSIDE_HEAD,
        PLACE_INSIDE,
        PLACE_OUTSIDE,
        TITLE,
    ];
    (0..).zip(of).find(|&(_, head)| kinds.any(head)).map(|(number, _)| number)
}
