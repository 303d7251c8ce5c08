//! A word cut down as far as it takes to compare vocabularies: quick, and blind to what no list says.
//!
//! Cleaning asks it of every word of a page, so it looks at letters alone; a search asks [`stem`](mod@super).

use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};

/// The least that stays of a word, in bytes: three letters.
const LEAST: usize = 6;

/// A word without «و» or «ف» before it: «وقال», «فقال» → «قال».
///
/// ```
/// use sijill::arabic::stem::light::without_conjunction;
/// assert_eq!((without_conjunction("فقال"), without_conjunction("وفد")), ("قال", "وفد"));
/// ```
pub fn without_conjunction(word: &str) -> &str {
    word.behind(AND | SO).filter(|rest| rest.len() >= LEAST).unwrap_or(word)
}

/// A folded word without «ال», what stands before it, and the commonest endings.
///
/// ```
/// use sijill::arabic::stem::light::stem;
/// assert_eq!(stem("للمزارعين"), stem("المزارعون"));
/// assert_eq!(stem("الامريكيه"), stem("امريكي"));
/// ```
pub fn stem(word: &str) -> &str {
    without_ending(without_article(word))
}

fn without_article(word: &str) -> &str {
    let definite = ["وال", "بال", "كال", "لل", "ال"]
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.len() >= LEAST));
    let joined = || word.behind(BY | FOR).filter(|rest| rest.len() > LEAST);
    definite.or_else(joined).unwrap_or(word)
}

/// Endings, the longest first.
const ENDINGS: [&str; 15] =
    ["تها", "يين", "يون", "يه", "ها", "هم", "ان", "ات", "ون", "ين", "ته", "وا", "ه", "ي", "ا"];

fn without_ending(word: &str) -> &str {
    let rest = |ending: &&str| word.strip_suffix(*ending).filter(|rest| rest.len() >= LEAST);
    ENDINGS.iter().find_map(rest).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_stay() {
        for (word, stem_of_it) in
            [("البيت", "بيت"), ("مدرستها", "مدرس"), ("بالميناء", "ميناء"), ("وفدان", "وفد")]
        {
            assert_eq!(stem(word), stem_of_it, "{word}");
        }
    }
}
