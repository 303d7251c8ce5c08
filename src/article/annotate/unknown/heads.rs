//! Heads and joins: the words that open a name by a rule, and those behind which one stands.

use crate::arabic::lexicon::{
    BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, COMPASS, DEFINITE_HEAD, FIELD, FIRST_JOIN,
    FOREIGN_JOIN, Kinds, NEAR_BODY, OUTSIDE_HEAD, PLACE_INSIDE, PLACE_OUTSIDE, is,
};

/// Heads with «ال», which «لـ» takes from them.
const DEFINITE: Kinds = Kinds::of(&[DEFINITE_HEAD, BROAD_DEFINITE_HEAD]);

/// What opens a name, though no list of names has it.
const OPENING: Kinds = Kinds::of(&[
    BODY_HEAD,
    BROAD_HEAD,
    FIELD,
    DEFINITE,
    PLACE_INSIDE,
    COMPASS,
    FIRST_JOIN,
    FOREIGN_JOIN,
]);

/// Whether a word without its proclitics opens a name, though no list of names has it;
/// `behind_lam` is what follows a second lam that stands for the article.
pub(super) fn opens(bare: &str, behind_lam: Option<&str>) -> bool {
    is(bare, OPENING) || behind_lam.is_some_and(|rest| is(&format!("ال{rest}"), DEFINITE))
}

/// Whether names stand behind a word without its proclitics.
pub(super) fn introduces(bare: &str) -> bool {
    is(bare, OUTSIDE_HEAD | NEAR_BODY | PLACE_OUTSIDE)
}

/// Whether organizations stand behind a word without its proclitics.
pub(super) fn introduces_bodies(bare: &str) -> bool {
    is(bare, OUTSIDE_HEAD | NEAR_BODY)
}
