//! Heads and joins: the words that open a name by a rule, and those behind which one stands.

use std::borrow::Cow;

use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    BODY_HEAD, BROAD_DEFINITE_HEAD, BROAD_HEAD, COMPASS, DEFINITE_HEAD, DISTRICT, FIELD,
    FIRST_JOIN, FOREIGN_JOIN, KNOWN_BODY, Kinds, NEAR_BODY, OUTSIDE_HEAD, PLACE_INSIDE,
    PLACE_OUTSIDE, SEVERAL_BODIES, SEVERAL_PLACES, is, phrases_beside,
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

/// What is listed beside the names: districts, and bodies whose names mean nothing else.
pub(super) const LISTED: Kinds = Kinds::of(&[DISTRICT, KNOWN_BODY]);

/// The ways to read a word as the first of a listed name: as it stands, with the alif that «لل» has taken, and behind what is
/// written onto it.
pub(super) fn listed_forms(word: &str) -> [Option<Cow<'_, str>>; 3] {
    let lost = word.behind_for_the().map(|rest| Cow::Owned(format!("ال{rest}")));
    let behind = word.behind(AND | BY | FOR | SO).map(Cow::Borrowed);
    [Some(Cow::Borrowed(word)), lost, behind]
}

/// Whether a listed name can begin with a word.
pub(super) fn opens_listed(word: &str) -> bool {
    let may = |form: &str| is(form, LISTED) || !phrases_beside(form).is_empty();
    listed_forms(word).into_iter().flatten().any(|form| may(&form))
}

/// A word that stands before a row of places, as a dual or a plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// «محافظتي», «مطارا»: in the dual, before what it governs.
    Two,
    /// «قرى», «موانئ».
    Many,
}

/// Whether a row of places stands behind a word, whatever is written onto it.
pub(super) fn several(word: &str) -> Option<Several> {
    let bare = word.without(AND | FOR | BY | SO);
    let forms = [word, bare];
    match () {
        () if forms.iter().any(|form| is_dual(form)) => Some(Several::Two),
        () if forms.iter().any(|form| is(form, SEVERAL_PLACES)) => Some(Several::Many),
        () => None,
    }
}

/// Whether a row of bodies stands behind a word, whatever is written onto it: «شركات».
pub(super) fn heads_bodies(word: &str) -> bool {
    [word, word.without(AND | FOR | BY | SO)].iter().any(|form| is(form, SEVERAL_BODIES))
}

fn is_dual(word: &str) -> bool {
    const HEADS: Kinds = Kinds::of(&[PLACE_INSIDE, PLACE_OUTSIDE]);
    let of_her = word.strip_suffix("تي").or_else(|| word.strip_suffix("تا"));
    let of_her = of_her.is_some_and(|stem| is(&format!("{stem}ه"), HEADS));
    of_her || word.strip_suffix(['ي', 'ا']).is_some_and(|stem| is(stem, HEADS))
}
