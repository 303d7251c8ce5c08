//! What is taken off a word, and which way of reading it wins.

use crate::arabic::clitics::{AND, BY, FOR, LIKE, Onto, SO};
use std::borrow::Cow;

use super::lexicon::{Lexicon, lexicon};
use super::rows::{ARTICLE, After, BEFORE, ENDINGS, after};

/// How a folded word is read.
///
/// ```
/// use sijill::arabic::stem::analyze;
/// assert!(analyze("الذي").function);
/// assert_eq!(analyze("والمدينه").bare, "مدينه");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis<'w> {
    /// The word without the clitics before it and without the article.
    pub bare: &'w str,
    /// Its form in the dictionary where it is known, else what careful rules leave of it.
    pub stem: Cow<'w, str>,
    /// Where the word is unknown and may begin with a preposition, what it would be without («بكاليفورنيا»).
    pub other: Option<&'w str>,
    /// Whether the word only holds a sentence together («الذي», «منها»).
    pub function: bool,
}

/// Reads a folded word; one that is not Arabic is left whole.
///
/// ```
/// use sijill::arabic::{fold::folded, stem::analyze};
/// let word = folded("وبالجامعات");
/// let read = analyze(&word);
/// assert_eq!((read.bare, read.stem.as_ref()), ("جامعات", "جامعه"));
/// ```
pub fn analyze(word: &str) -> Analysis<'_> {
    if !is_arabic(word) {
        return Analysis { bare: word, stem: Cow::Borrowed(word), other: None, function: false };
    }
    let lexicon = lexicon();
    if let Some(lemma) = whole(lexicon, word) {
        let function = lexicon.whole(lemma).is_some();
        return Analysis { bare: word, stem: Cow::Borrowed(lemma), other: None, function };
    }
    if let Some((_, before, lemma)) = known(lexicon, word) {
        return Analysis { bare: &word[before..], stem: lemma, other: None, function: false };
    }
    let (bare, stem) = by_rule(word);
    let other = bare
        .behind(SO | BY | FOR | LIKE)
        .filter(|rest| bare.len() + 2 >= word.len() && length(rest) >= 4);
    Analysis { bare, stem, other: other.map(|rest| without_ending(rest, true)), function: false }
}

/// The stem of a folded word: its form in the dictionary where it is known, else what careful rules leave of it.
///
/// The stem of a word that is not Arabic is the word.
///
/// ```
/// use sijill::arabic::{fold::folded, stem::stem};
/// let stem = |word| stem(&folded(word)).into_owned();
/// assert_eq!(stem("وللوزراء"), stem("وزير"));
/// assert_eq!(stem("أميركية"), stem("الأمريكي"));
/// assert_eq!(stem("سيعلنون"), stem("أعلنت"));
/// assert_ne!(stem("لجنة"), stem("جنة"));
/// ```
pub fn stem(word: &str) -> Cow<'_, str> {
    analyze(word).stem
}

/// Whether all letters are plain Arabic ones, of two bytes each.
pub(super) fn is_arabic(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'ء'..='ي'))
}

/// How many letters an Arabic word has.
pub(super) fn length(word: &str) -> usize {
    word.len() / 2
}

/// A word without its beginning. Most do not begin so, which one byte tells.
fn without_start<'w>(word: &'w str, before: &str) -> Option<&'w str> {
    // The first byte of Arabic letters is one of two.
    if before.len() > 1 && word.as_bytes().get(1) != before.as_bytes().get(1) {
        None
    } else {
        word.strip_prefix(before)
    }
}

/// A word without its end. Most do not end so, which one byte tells.
fn without_end<'w>(word: &'w str, after: &str) -> Option<&'w str> {
    if !after.is_empty() && word.as_bytes().last() != after.as_bytes().last() {
        None
    } else {
        word.strip_suffix(after)
    }
}

/// The word of the lexicon that leaves the most letters of this one.
///
/// Comes with the worth of the reading and the length of what stands before the stem.
fn known<'l>(lexicon: &'l Lexicon, word: &str) -> Option<(usize, usize, Cow<'l, str>)> {
    let mut best: Option<(usize, usize, Cow<'l, str>)> = None;
    let mut longer = String::new();
    for before in &BEFORE {
        let Some(rest) = without_start(word, before.letters) else { continue };
        if length(rest) < before.rest {
            continue;
        }
        for after in after() {
            let stands = before.classes & after.class != 0;
            let Some(core) = stands.then(|| without_end(rest, after.letters)).flatten() else {
                continue;
            };
            let least = if before.short { after.least.0 } else { after.least.1 };
            let worth = length(core) * 2 + after.worth;
            let better = best.as_ref().is_none_or(|&(most, ..)| worth > most);
            if length(core) < least || !better || !begins_right(after, core) {
                continue;
            }
            let looked_up = if after.add.is_empty() {
                core
            } else {
                longer.clear();
                longer.extend([core, after.add]);
                &longer
            };
            if let Some(lemma) = lexicon.find(after.table, looked_up) {
                let lemma =
                    if after.nisba { Cow::Owned(nisba(lemma)) } else { Cow::Borrowed(lemma) };
                best = Some((worth, before.letters.len() - before.kept, lemma));
            }
        }
    }
    best
}

/// Whether a stem begins as an ending asks: with م, or not with it.
fn begins_right(after: &After, core: &str) -> bool {
    after.meem.is_none_or(|meem| core.starts_with('م') == meem)
}

/// The adjective of a noun: «سياسة» gives «سياسي».
fn nisba(noun: &str) -> String {
    let stem = noun.strip_suffix(['ه', 'ا', 'ي']).filter(|rest| length(rest) >= 3).unwrap_or(noun);
    format!("{stem}ي")
}

/// The word of a form that stands alone, with or without «و» or «ف» before it.
fn whole<'l>(lexicon: &'l Lexicon, word: &str) -> Option<&'l str> {
    let bare = || word.behind(AND | SO).filter(|rest| length(rest) >= 2);
    let prefixed = || {
        word.behind(BY)
            .or_else(|| word.behind(FOR))
            .or_else(|| word.behind(LIKE))
            .filter(|rest| length(rest) >= 3)
    };
    if lexicon.noun(word).is_some() && lexicon.whole(word).is_none() {
        return lexicon.noun(word);
    }
    lexicon.whole(word).or_else(|| lexicon.whole(bare()?)).or_else(|| lexicon.whole(prefixed()?))
}

/// What is left when no reading is known: only what is safe is taken off.
fn by_rule(word: &str) -> (&str, Cow<'_, str>) {
    let article = ARTICLE
        .into_iter()
        .find_map(|before| word.strip_prefix(before).filter(|rest| length(rest) >= 3));
    if let Some(rest) = article {
        return (rest, Cow::Borrowed(without_ending(rest, true)));
    }
    let rest = word.behind(AND).filter(|rest| length(rest) >= 3).unwrap_or(word);
    let rest = rest
        .strip_prefix('س')
        .filter(|rest| rest.starts_with(['ي', 'ت', 'ن']) && length(rest) >= 4)
        .unwrap_or(rest);
    let core = without_ending(rest, false);
    (rest, present_by_rule(core).map_or(Cow::Borrowed(core), Cow::Owned))
}

/// The past of an unknown verb in the present: «يستجوب» as «استجوب», «يقتسم» as «اقتسم», «يفاوض» as «فاوض».
fn present_by_rule(core: &str) -> Option<String> {
    if let Some(rest) = core
        .strip_prefix("يست")
        .or_else(|| core.strip_prefix("تست"))
        .or_else(|| core.strip_prefix("نست"))
        .filter(|rest| length(rest) >= 2)
    {
        return Some(format!("است{rest}"));
    }
    let rest = core.strip_prefix('ي').filter(|rest| length(rest) >= 3)?;
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    let eighth =
        length(rest) == 4 && (second == Some('ت') || (first == Some('ن') && second != Some('ا')));
    Some(if eighth { format!("ا{rest}") } else { rest.to_owned() })
}

/// A word without its ending, as far as at least three letters stay.
fn without_ending(word: &str, article: bool) -> &str {
    for (ending, least) in ENDINGS {
        if ending == "ت" && article {
            continue;
        }
        if let Some(rest) = without_end(word, ending).filter(|rest| length(rest) >= least) {
            return rest;
        }
    }
    word
}
