//! A noun phrase by its words, and what it can name.

use crate::arabic::lexicon::{
    BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, DEFINITE_HEAD, FAMILY, FOREIGN, GIVEN, GOING_ON,
    GOING_ON_BESIDE, JOIN, Kinds, NAME_END, NEAR_BODY, ORG, ORG_HEAD, OTHER_BODY, RARE_FAMILY,
    SAYING, SAYING_BESIDE, TELLING, TELLING_BESIDE,
};

/// What a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person, by name or by office.
    Person,
    /// A body.
    Body,
    /// A source in words: «مصدر أمني», «سكان الحي».
    Source,
    /// A text: «البيان الختامي».
    Document,
    /// A place, which may stand for its government.
    Place,
    /// A noun of which nothing more is known.
    Noun,
}

/// A noun phrase by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its first word.
    pub(super) first: usize,
    /// Bytes of a proclitic there.
    pub(super) skipped: usize,
    /// Its last word.
    pub(super) last: usize,
    /// The first and last word of the name of a person in it.
    pub(super) name: Option<(usize, usize)>,
    /// What it names.
    pub(super) kind: Kind,
    /// What its head alone is.
    pub(super) head: Kind,
    /// Whether «و» joins another to it, so that two speak.
    pub(super) is_joined: bool,
}

impl Phrase {
    /// The name of a person without a title.
    pub(super) fn of_name(first: usize, last: usize) -> Self {
        let name = Some((first, last));
        let head = Kind::Person;
        Self { first, skipped: 0, last, name, kind: head, head, is_joined: false }
    }
}

/// Heads of bodies.
pub(super) const BODY: Kinds = Kinds::of(&[
    ORG_HEAD,
    BODY_HEAD,
    BROAD_HEAD,
    DEFINITE_HEAD,
    BROAD_DEFINITE_HEAD,
    NEAR_BODY,
    OTHER_BODY,
    ORG,
]);

/// Verbs of saying.
pub(super) const SAYS: Kinds = Kinds::of(&[SAYING, SAYING_BESIDE]);

/// Participles by which a speaker goes on.
pub(super) const SAYS_ON: Kinds = Kinds::of(&[GOING_ON, GOING_ON_BESIDE]);

/// Verbs of saying whose object may be a person or the thing spoken of.
pub(super) const TELLS: Kinds = Kinds::of(&[TELLING, TELLING_BESIDE]);

/// Words that can be part of a person's name.
pub(super) const NAME: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, FOREIGN, JOIN, NAME_END]);
