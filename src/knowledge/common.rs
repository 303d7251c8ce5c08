//! Words too common to name anything by themselves.

use crate::arabic::fold::folded;
use crate::arabic::lexicon::{NO_ALIAS, is};
use crate::arabic::tokenize::tokens;

/// Why an alias cannot stand, if it cannot; `short` forms may be common words, since they wait for the full name.
pub(super) fn refused(alias: &str, short: bool) -> Option<&'static str> {
    let folded = folded(alias);
    let words: Vec<&str> = tokens(&folded)
        .map(|token| token.span.cut(&folded))
        .filter(|word| !"[]«»\"“”".contains(*word))
        .collect();
    match words[..] {
        [] => Some("holds no word"),
        [word] if word.chars().count() < 2 => Some("has only one letter, which stands everywhere"),
        [word] if !short && is(word, NO_ALIAS) => {
            Some("is a common word, so it would be found where nobody is meant")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn letters_and_common_words_are_refused() {
        assert!(refused("و", false).is_some());
        assert!(refused("الرئيس", false).is_some());
        assert!(refused("الوزارة", true).is_none());
        assert!(refused("", false).is_some());
        assert!(refused("العراق", false).is_none());
    }
}
