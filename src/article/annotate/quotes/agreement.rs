//! What the form of a verb says of its subject: a man, a woman or a body, several.

use super::noun::{SAYS, SAYS_ON};
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{ASKING, Kinds, SPEECH, TELLING_SOMEBODY, is};

/// Masculine or feminine, where the form says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

impl Gender {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Masculine => Self::Feminine,
            Self::Feminine => Self::Masculine,
        }
    }
}

/// A verb without «و» or «ف».
pub(super) fn bare_verb(word: &str) -> &str {
    let own = match word.behind(AND | SO) {
        Some(rest) if is(rest, Kinds::of(&[SAYS, ASKING, SPEECH])) || tells_him(rest).is_some() => {
            rest
        }
        _ => word,
    };
    tells_him(own).unwrap_or(own)
}

/// «أجابتني», «أبلغهم»: the verb without the one who is told.
pub(super) fn tells_him(word: &str) -> Option<&str> {
    let verb = ["ني", "نا", "ها", "هم"].iter().find_map(|told| word.strip_suffix(told));
    verb.or_else(|| word.strip_suffix('ه')).filter(|verb| is(verb, TELLING_SOMEBODY))
}

/// The gender of a verb or participle; nothing for the plural.
pub(super) fn gender_of_verb(word: &str) -> Option<Gender> {
    let verb = bare_verb(word);
    let is_participle = is(verb, SAYS_ON) || is(word, SAYS_ON);
    if is_participle {
        let feminine = verb.ends_with('ه') || verb.ends_with("لها");
        let masculine = verb.ends_with('ا') && !feminine || verb.ends_with("له");
        return match (feminine && !verb.ends_with("قوله"), masculine) {
            (true, _) => Some(Gender::Feminine),
            (_, true) => Some(Gender::Masculine),
            _ => None,
        };
    }
    if verb.ends_with("وا") || verb.ends_with("ون") {
        return None;
    }
    let present = verb.strip_prefix('ت').map(|rest| format!("ي{rest}"));
    let is_feminine = verb.ends_with('ت') || present.is_some_and(|verb| is(&verb, SAYS));
    Some(if is_feminine { Gender::Feminine } else { Gender::Masculine })
}

/// Whether a word as it is written ends with a pronoun: «مضيفيه».
pub(super) fn has_pronoun(written: &str) -> bool {
    written.ends_with('ه') || written.ends_with("ها") || written.ends_with("هم")
}

/// Whether a verb is of two or several: «أضافا», «وقالوا», «يقولون».
pub(super) fn is_of_several(word: &str) -> bool {
    let verb = bare_verb(word);
    let is_dual = verb.strip_suffix('ا').is_some_and(|one| is(one, SAYS));
    is_dual || verb.ends_with("وا") || verb.ends_with("ون") || verb.ends_with("ين")
}
