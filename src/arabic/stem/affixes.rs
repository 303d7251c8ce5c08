//! What is taken off a word, and which way of reading it wins.

use std::borrow::Cow;

use super::lexicon::{Lexicon, lexicon};

/// What may stand before a noun's stem: the letters, and whether the article is among them.
const BEFORE_NOUN: [(&str, bool); 22] = [
    ("", false),
    ("ال", true),
    ("و", false),
    ("ف", false),
    ("ب", false),
    ("ل", false),
    ("ك", false),
    ("وال", true),
    ("فال", true),
    ("بال", true),
    ("كال", true),
    ("لل", true),
    ("وب", false),
    ("ول", false),
    ("وك", false),
    ("فب", false),
    ("فل", false),
    ("وبال", true),
    ("وكال", true),
    ("ولل", true),
    ("فبال", true),
    ("فلل", true),
];

/// What may stand before the stem of a verb in the present, its first letter left out.
const BEFORE_PRESENT: [&str; 8] = ["", "و", "ف", "س", "ل", "وس", "فس", "ول"];

/// Endings of nouns.
const AFTER_NOUN: [(&str, Ending); 40] = [
    ("", Ending::Plain),
    ("ه", Ending::Plain),
    ("ا", Ending::Plain),
    ("ها", Ending::Plain),
    ("هم", Ending::Plain),
    ("هما", Ending::Plain),
    ("هن", Ending::Plain),
    ("نا", Ending::Plain),
    ("كم", Ending::Plain),
    ("ك", Ending::Plain),
    ("ون", Ending::Plain),
    ("ين", Ending::Plain),
    ("ان", Ending::Plain),
    ("و", Ending::Plain),
    ("يها", Ending::Plain),
    ("يهم", Ending::Plain),
    ("ات", Ending::Feminine),
    ("ته", Ending::Feminine),
    ("تها", Ending::Feminine),
    ("تهم", Ending::Feminine),
    ("تهما", Ending::Feminine),
    ("تنا", Ending::Feminine),
    ("تي", Ending::Feminine),
    ("تك", Ending::Feminine),
    ("تكم", Ending::Feminine),
    ("تان", Ending::Feminine),
    ("تين", Ending::Feminine),
    ("اته", Ending::Feminine),
    ("اتها", Ending::Feminine),
    ("اتهم", Ending::Feminine),
    ("اتهما", Ending::Feminine),
    ("اتنا", Ending::Feminine),
    ("ي", Ending::Nisba),
    ("يه", Ending::Nisba),
    ("يا", Ending::Nisba),
    ("يات", Ending::Nisba),
    ("يون", Ending::Nisba),
    ("يين", Ending::Nisba),
    ("يان", Ending::Nisba),
    ("يتين", Ending::Nisba),
];

/// The article with what may stand before it, longest first.
const ARTICLE: [&str; 11] = ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];

/// Endings that are taken off an unknown word, and how many letters must stay.
const ENDINGS: [(&str, usize); 25] = [
    ("ياتها", 3),
    ("اتهما", 3),
    ("اتها", 3),
    ("اتهم", 3),
    ("تهما", 3),
    ("يتها", 3),
    ("اته", 3),
    ("تها", 3),
    ("تهم", 3),
    ("تين", 4),
    ("تان", 4),
    ("هما", 3),
    ("ات", 3),
    ("ته", 3),
    ("ها", 3),
    ("هم", 3),
    ("نا", 4),
    ("وا", 3),
    ("ون", 3),
    ("ين", 3),
    ("ان", 4),
    ("ه", 3),
    ("ا", 3),
    ("ت", 3),
    ("وه", 3),
];

/// What an ending says of the word before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Nothing.
    Plain,
    /// It may have had a ة, which became ت or fell away.
    Feminine,
    /// It becomes an adjective: «مطر», «مطرية».
    Nisba,
}

/// Endings of verbs in the past.
const AFTER_PAST: [&str; 21] =
    ["", "ت", "ا", "وا", "تا", "ن", "نا", "تم", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها", "وهم", "ناه", "ناها", "ني", "هما"];

/// Endings of verbs in the present.
const AFTER_PRESENT: [&str; 18] =
    ["", "ون", "وا", "ين", "ان", "ن", "ه", "ها", "هم", "نا", "ني", "هما", "ونه", "ونها", "ونهم", "وه", "وها", "ا"];

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
    let other = bare.strip_prefix(['ب', 'ل', 'ك', 'ف']).filter(|rest| bare.len() + 2 >= word.len() && length(rest) >= 4);
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
    if before.len() > 1 && word.as_bytes().get(1) != before.as_bytes().get(1) { None } else { word.strip_prefix(before) }
}

/// A word without its end. Most do not end so, which one byte tells.
fn without_end<'w>(word: &'w str, after: &str) -> Option<&'w str> {
    if !after.is_empty() && word.as_bytes().last() != after.as_bytes().last() { None } else { word.strip_suffix(after) }
}

/// The word of the lexicon that leaves the most letters of this one.
///
/// Comes with the worth of the reading and the length of what stands before the stem.
fn known<'l>(lexicon: &'l Lexicon, word: &str) -> Option<(usize, usize, Cow<'l, str>)> {
    let mut best: Option<(usize, usize, Cow<'l, str>)> = None;
    let mut offer = |letters: usize, before: usize, lemma: Cow<'l, str>| {
        if best.as_ref().is_none_or(|&(most, _, _)| letters > most) {
            best = Some((letters, before, lemma));
        }
    };
    for (before, article) in BEFORE_NOUN {
        let Some(rest) = without_start(word, before) else { continue };
        if length(rest) < 2 || (length(before) == 1 && length(rest) < 3) {
            continue;
        }
        for (after, ending) in AFTER_NOUN {
            let Some(core) = without_end(rest, after) else { continue };
            if length(core) < 2 || (length(core) == 2 && !after.is_empty() && !before.is_empty() && !article) {
                continue;
            }
            let lemma = match ending {
                Ending::Plain | Ending::Feminine => lexicon.noun(core).map(Cow::Borrowed),
                // «مسؤولي» is no adjective but a plural before a name.
                Ending::Nisba if after == "ي" && core.starts_with('م') => lexicon.noun(core).map(Cow::Borrowed),
                Ending::Nisba => lexicon.noun(core).filter(|_| length(core) >= 3).map(|lemma| Cow::Owned(nisba(lemma))),
            };
            if let Some(lemma) = lemma {
                offer(length(core) * 2, before.len(), lemma);
            }
            // A form that is one letter longer and in the lexicon too is the better reading.
            let longer = match ending {
                Ending::Plain => None,
                // «ميليشيات» is of «ميليشيا».
                Ending::Feminine => lexicon.noun(&format!("{core}ه")).or_else(|| lexicon.noun(&format!("{core}ا"))),
                Ending::Nisba => lexicon.noun(&format!("{core}ي")),
            };
            if let Some(lemma) = longer {
                offer(length(core) * 2 + 1, before.len(), Cow::Borrowed(lemma));
            }
        }
        if !article && length(before) <= 1 {
            for after in AFTER_PAST {
                let Some(core) = without_end(rest, after) else { continue };
                if length(core) >= 2
                    && (length(core) > 2 || !after.is_empty())
                    && let Some(lemma) = lexicon.past(core)
                {
                    offer(length(core) * 2, before.len(), Cow::Borrowed(lemma));
                }
            }
        }
    }
    for before in BEFORE_PRESENT {
        let Some(rest) = without_start(word, before).and_then(|rest| rest.strip_prefix(['ي', 'ت', 'ن', 'ا'])) else { continue };
        for after in AFTER_PRESENT {
            let Some(core) = without_end(rest, after) else { continue };
            if length(core) >= 2
                && let Some(lemma) = lexicon.present(core)
            {
                // The letter of the person counts as one that stayed.
                offer(length(core) * 2 + 1, before.len(), Cow::Borrowed(lemma));
            }
        }
    }
    best
}

/// The adjective of a noun: «سياسة» gives «سياسي».
fn nisba(noun: &str) -> String {
    let stem = noun.strip_suffix(['ه', 'ا', 'ي']).filter(|rest| length(rest) >= 3).unwrap_or(noun);
    format!("{stem}ي")
}

/// The word of a form that stands alone, with or without «و» or «ف» before it.
fn whole<'l>(lexicon: &'l Lexicon, word: &str) -> Option<&'l str> {
    let bare = || word.strip_prefix(['و', 'ف']).filter(|rest| length(rest) >= 2);
    let prefixed =
        || word.strip_prefix("ب").or_else(|| word.strip_prefix("ل")).or_else(|| word.strip_prefix("ك")).filter(|rest| length(rest) >= 3);
    if lexicon.noun(word).is_some() && lexicon.whole(word).is_none() {
        return lexicon.noun(word);
    }
    lexicon.whole(word).or_else(|| lexicon.whole(bare()?)).or_else(|| lexicon.whole(prefixed()?))
}

/// What is left when no reading is known: only what is safe is taken off.
fn by_rule(word: &str) -> (&str, Cow<'_, str>) {
    let article = ARTICLE.into_iter().find_map(|before| word.strip_prefix(before).filter(|rest| length(rest) >= 3));
    if let Some(rest) = article {
        return (rest, Cow::Borrowed(without_ending(rest, true)));
    }
    let rest = word.strip_prefix('و').filter(|rest| length(rest) >= 3).unwrap_or(word);
    let rest = rest.strip_prefix('س').filter(|rest| rest.starts_with(['ي', 'ت', 'ن']) && length(rest) >= 4).unwrap_or(rest);
    let core = without_ending(rest, false);
    (rest, present_by_rule(core).map_or(Cow::Borrowed(core), Cow::Owned))
}

/// The past of an unknown verb in the present: «يستجوب» as «استجوب», «يقتسم» as «اقتسم», «يفاوض» as «فاوض».
fn present_by_rule(core: &str) -> Option<String> {
    if let Some(rest) =
        core.strip_prefix("يست").or_else(|| core.strip_prefix("تست")).or_else(|| core.strip_prefix("نست")).filter(|rest| length(rest) >= 2)
    {
        return Some(format!("است{rest}"));
    }
    let rest = core.strip_prefix('ي').filter(|rest| length(rest) >= 3)?;
    let mut letters = rest.chars();
    let (first, second) = (letters.next(), letters.next());
    let eighth = length(rest) == 4 && (second == Some('ت') || (first == Some('ن') && second != Some('ا')));
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

/// What is taken off words, as data: what the browser's copy of [`stem`] runs on.
///
/// ```
/// use sijill::arabic::stem::affix_tables;
/// let tables = affix_tables();
/// assert!(tables.article.contains(&"وال") && tables.endings.iter().any(|(ending, _)| *ending == "ات"));
/// ```
#[derive(Clone, Debug)]
pub struct AffixTables {
    /// Before a noun's stem, and whether the article is among it.
    pub before_noun: &'static [(&'static str, bool)],
    /// Before a verb in the present, without its first letter.
    pub before_present: &'static [&'static str],
    /// After a noun: 0 plain, 1 after a ة that became ت or fell away, 2 of an adjective of relation.
    pub after_noun: Vec<(&'static str, u8)>,
    /// After a verb in the past.
    pub after_past: &'static [&'static str],
    /// After a verb in the present.
    pub after_present: &'static [&'static str],
    /// The article with what may stand before it.
    pub article: &'static [&'static str],
    /// Endings of unknown words, and how many letters must stay.
    pub endings: &'static [(&'static str, usize)],
    /// What a stem begins with that is not its root's.
    pub family_before: &'static [&'static str],
    /// What a stem ends with that is not its root's.
    pub family_after: &'static [&'static str],
}

/// The tables that [`stem`] and [`family`](super::family()) run on.
///
/// ```
/// assert!(sijill::arabic::stem::affix_tables().before_noun.iter().any(|(before, article)| *before == "بال" && *article));
/// ```
pub fn affix_tables() -> AffixTables {
    AffixTables {
        before_noun: &BEFORE_NOUN,
        before_present: &BEFORE_PRESENT,
        after_noun: AFTER_NOUN.iter().map(|&(after, ending)| (after, ending as u8)).collect(),
        after_past: &AFTER_PAST,
        after_present: &AFTER_PRESENT,
        article: &ARTICLE,
        endings: &ENDINGS,
        family_before: &super::family::BEFORE,
        family_after: &super::family::AFTER,
    }
}
